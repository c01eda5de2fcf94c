# Every target sets up what it needs: packaging/bootstrap.sh.

export PATH := $(CURDIR)/.tools/bin:$(PATH)
# `exec` because macOS's make would look up a plain command in the PATH that it was started with.
uv_run := exec uv run --no-sync

.PHONY: run test format bench screenshots translations linux windows setup setup-test display clean

run: display setup ## the window in practice mode: no account, no network, no phone rings
	$(uv_run) toque --practice

test: setup-test ## everything that CI checks
	$(uv_run) ruff format --check
	$(uv_run) ruff check
	$(uv_run) mypy
	$(uv_run) lint-imports
	$(uv_run) pytest --cov --cov-report=
	$(uv_run) coverage report
	$(uv_run) coverage report --include='app/domain/*,app/providers/*' --fail-under=100

format: setup-test ## what ruff can put right by itself
	$(uv_run) ruff check --fix-only
	$(uv_run) ruff format

bench: setup-test ## start, press, idle, a sound dropped, a million calls, 100,000 contacts; each beside a yardstick
	$(uv_run) pytest tests/bench -s

screenshots: setup-test ## into resources/screenshots
	$(uv_run) python tests/screenshots/take.py

translations: setup-test ## texts into the .ts files, and these into what the program loads
	$(uv_run) pyside6-lupdate $$(find app -name '*.py' | sort) -locations none -no-obsolete \
		-ts resources/translations/*.ts
	$(uv_run) pyside6-lrelease resources/translations/*.ts

linux: ## the Debian package and the AppImage into dist, then tested in a clean system
	@sh packaging/bootstrap.sh linux
	uv run --no-sync python packaging/linux/build.py --work build/linux --into dist
	$(uv_run) pytest tests/installers/test_linux_installed.py

windows: setup-test ## Windows' installers into dist, made and tested in wine, the test suite as well
	@sh packaging/bootstrap.sh windows
	$(uv_run) python packaging/windows/toolchain.py
	$(uv_run) python packaging/windows/wine.py build/windows/python-freeze/python.exe \
		packaging/freeze.py --work build/windows/freeze --into build/windows
	$(uv_run) python packaging/windows/build.py
	$(uv_run) python packaging/windows/tests.py
	$(uv_run) pytest -o faulthandler_timeout=900 tests/installers/test_windows_*.py

setup: ## what `uv run toque` needs
	@sh packaging/bootstrap.sh run

setup-test:
	@sh packaging/bootstrap.sh test

display:
	@test "$$(uname -s)" != Linux || test -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" || { \
		echo "There is no display to open the window on: run this in a desktop session, or under xvfb-run." >&2; \
		exit 1; }

clean:
	rm -rf .venv .tools build dist .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache \
		.pytest_cache .ruff_cache
	find app tests -name __pycache__ -prune -exec rm -rf {} +
