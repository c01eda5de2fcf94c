"""The README's chapter *Add a provider*, followed step by step in a copy of the program."""

from __future__ import annotations

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ADDED = Path(__file__).parent / "added"
COPIED = ("app", "tests/conftest.py", "tests/wine_here.py", "tests/providers", "pyproject.toml")
NOT_COPIED = shutil.ignore_patterns("__pycache__", "*.pyc", "resources")


def copy_program(to: Path) -> Path:
    for name in COPIED:
        source, target = ROOT / name, to / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=NOT_COPIED)
        else:
            shutil.copy2(source, target)
    return to


def chapter() -> str:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.split(r"^## ", readme.split("## Add a provider\n", 1)[1], maxsplit=1, flags=re.MULTILINE)[0]


def follow_the_chapter(program: Path) -> None:
    """Write the files that the chapter names, and put in the lines that it shows, for a provider `toc`."""
    steps = chapter().replace("<key>", "toc").replace("<Name>", "Toc")
    new, contract = (program / name for name in re.findall(r"Write `([\w/]+\.py)`", steps))
    shutil.copy2(ADDED / "toc.py", new)
    shutil.copy2(ADDED / "toc_contract.py", contract)
    (listing,) = re.findall(r"In `([\w/]+\.py)`", steps)
    (import_line,) = re.findall(r"`(from app\.providers\.toc import Toc)`", steps)
    (entry,) = re.findall(r"`(Toc,)`", steps)
    text = (program / listing).read_text(encoding="utf-8")
    text = text.replace("from app.providers.zapi", f"{import_line}\nfrom app.providers.zapi", 1)
    text = re.sub(r"(PROVIDERS: .*? = \(.*?)(,?\n?\))", rf"\1, {entry})", text, count=1, flags=re.DOTALL)
    (program / listing).write_text(text, encoding="utf-8")


def changed(before: Path, after: Path) -> set[str]:
    """Return the files that are new or different, by their names relative to the copy."""
    files = [path.relative_to(after) for path in after.rglob("*.py")]
    return {
        path.as_posix()
        for path in files
        if not (before / path).exists() or not filecmp.cmp(before / path, after / path, shallow=False)
    }


def run(program: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    return subprocess.run(  # noqa: S603 - Python itself
        [sys.executable, "-B", *arguments],
        cwd=program,
        env={**environment, "PYTHONPATH": str(program)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def run_tests(program: Path, *names: str) -> subprocess.CompletedProcess[str]:
    files = (f"tests/providers/{name}.py" for name in names)
    return run(program, "-m", "pytest", "-q", "-p", "no:cacheprovider", *files)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    program = copy_program(tmp_path_factory.mktemp("program"))
    follow_the_chapter(program)
    return program


def test_a_provider_is_one_new_file_one_entry_and_one_test_file(program: Path) -> None:
    assert changed(ROOT, program) == {
        "app/providers/toc.py",
        "app/providers/__init__.py",
        "tests/providers/test_toc_contract.py",
    }


def test_the_list_of_providers_has_the_new_one(program: Path) -> None:
    show = "import app.providers as p; print(p.__file__, [each.key for each in p.PROVIDERS])"
    shown = run(program, "-c", show).stdout
    assert str(program) in shown
    assert "'toc'" in shown


def test_it_passes_the_contract_suite(program: Path) -> None:
    ran = run_tests(program, "test_toc_contract", "test_provider_contract")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert int(re.findall(r"(\d+) passed", ran.stdout)[0]) > 50


def test_without_its_test_file_the_suite_notices(program: Path, tmp_path: Path) -> None:
    shutil.copytree(program, tmp_path / "program", ignore=NOT_COPIED)
    (tmp_path / "program/tests/providers/test_toc_contract.py").unlink()
    ran = run_tests(tmp_path / "program", "test_provider_contract")
    assert ran.returncode == 1
    assert "test_toc_contract" in ran.stdout
