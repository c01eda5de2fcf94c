"""The hosted workflows, which only their host can run: they are well-formed, safe, and name what there is."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import sysconfig
from typing import TYPE_CHECKING, Any

import pytest
from packaging.specifiers import SpecifierSet
from product import ROOT
from ruamel.yaml import YAML

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = (ROOT / "pyproject.toml").read_text("utf-8")
EXPRESSION = re.compile(r"\$\{\{.*?\}\}")


def zizmor() -> str:
    """Return the program that the development group has."""
    found = shutil.which("zizmor", path=sysconfig.get_path("scripts"))
    if not found and sys.platform == "win32":
        pytest.skip("this Python has libraries only, without their programs")
    assert found
    return found


def checked(*command: str | Path) -> str:
    done = subprocess.run(  # noqa: S603  # a linter
        command, cwd=ROOT, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def read(workflow: Path) -> dict[str, Any]:
    contents: dict[str, Any] = YAML(typ="safe").load(workflow)
    return contents


def jobs() -> list[Any]:
    return [
        pytest.param(job, id=f"{workflow.stem}-{name}")
        for workflow in WORKFLOWS
        for name, job in read(workflow)["jobs"].items()
    ]


def scripts() -> list[Any]:
    """Return the lines that the workflows run, with the shell that runs them."""
    return [
        pytest.param(step["run"], step.get("shell"), id=f"{workflow.stem}-{name}-{number}")
        for workflow in WORKFLOWS
        for name, job in read(workflow)["jobs"].items()
        for number, step in enumerate(job.get("steps", []), 1)
        if "run" in step
    ]


# --- Well-formed and safe -----------------------------------------------------------------------------------


def test_they_keep_to_the_published_schemas() -> None:
    schemas = {
        "vendor.github-workflows": WORKFLOWS,
        "vendor.dependabot": [ROOT / ".github" / "dependabot.yml"],
    }
    for schema, files in schemas.items():
        assert not checked(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files)


def test_nothing_in_them_is_unsafe() -> None:
    assert not checked(
        zizmor(), "--offline", "--strict-collection", "--persona=pedantic", "--quiet", ROOT / ".github"
    )


@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck is not installed")
@pytest.mark.parametrize(("script", "shell"), scripts())
def test_their_lines_are_sound_shell(script: str, shell: str | None) -> None:
    assert shell in (None, "bash")
    done = subprocess.run(  # noqa: S603  # a linter
        [str(shutil.which("shellcheck")), "--shell=bash", "-"],
        input=script,
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("script", "shell"), scripts())
def test_no_value_is_pasted_into_a_line(script: str, shell: str | None) -> None:
    assert not EXPRESSION.search(script), "hand it over in env, where it cannot become a command"


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda workflow: workflow.stem)
def test_each_action_is_one_commit_and_says_of_which_version(workflow: Path) -> None:
    used = re.findall(r"uses: ([^\s./][^\s@]*)@(\S+)(.*)", workflow.read_text("utf-8"))
    assert used
    for action, commit, comment in used:
        assert re.fullmatch(r"[0-9a-f]{40}", commit), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action
    assert len({action for action, _, _ in used}) == len(set(used))


@pytest.mark.parametrize("job", jobs())
def test_each_job_has_a_deadline_and_its_own_permissions(job: dict[str, Any]) -> None:
    assert "permissions" in job
    assert "timeout-minutes" in job or "uses" in job


def test_each_secret_is_told_of() -> None:
    text = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    head, _, rest = text.partition("\nname:")
    assert {name for name in re.findall(r"(?:secrets|vars)\.(\w+)", rest) if name not in head} == set()


# --- They name what there is --------------------------------------------------------------------------------


@pytest.mark.parametrize(("script", "shell"), scripts())
def test_what_they_run_exists(script: str, shell: str | None) -> None:
    for path in re.findall(r"\b(?:packaging|tests|app)/[\w./-]+\.\w+", script):
        assert (ROOT / path).is_file(), path
    makefile, bootstrap = (
        (ROOT / name).read_text("utf-8") for name in ("Makefile", "packaging/bootstrap.sh")
    )
    for target in re.findall(r"^make (\S+)", script, re.MULTILINE):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    for mode in re.findall(r"bootstrap\.sh (\w+)", script):
        assert re.search(rf"^ +{mode}\) packages=", bootstrap, re.MULTILINE), mode


def test_they_test_every_python_that_is_supported() -> None:
    supported = SpecifierSet(re.search(r'requires-python = "(.*)"', PROJECT)[1])  # type: ignore[index]
    [matrix] = [
        job["strategy"]["matrix"] for job in read(ROOT / ".github/workflows/test.yml")["jobs"].values()
    ]
    assert [python for python in matrix["python"] if python not in supported] == []
    assert matrix["python"][0] == "3.11"
    release = read(ROOT / ".github/workflows/release.yml")["env"]
    assert release["PYTHON"] == release["UV_PYTHON"] == matrix["python"][-1]


def test_windows_is_tested_with_what_make_test_does() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(r"^test:.*\n((?:\t.*\n)+)", makefile, re.MULTILINE)
    assert recipe
    made = re.findall(r"^\t\$\(uv_run\) (.*)$", recipe[1], re.MULTILINE)
    [job] = read(ROOT / ".github/workflows/test.yml")["jobs"].values()
    typed = "".join(step["run"] for step in job["steps"] if step.get("if") == "runner.os == 'Windows'")
    assert re.findall(r"uv run --no-sync (.*)", typed) == made
