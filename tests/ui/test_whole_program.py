"""`toque --smoke-test` from source: everything works here, and what does not is told in one line each."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def smoke_test(folder: Path, report: Path, *more_paths: Path) -> tuple[int, list[str]]:
    """Run it with the program in `folder`; return its exit code and what it says."""
    places = os.pathsep.join(map(str, (*more_paths, folder)))
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": places, "LANGUAGE": "en"}
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "app", "--smoke-test", str(report)],
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        timeout=100,
        check=False,
    )
    lines = report.read_text(encoding="utf-8").splitlines()
    assert done.stdout.decode("utf-8", "replace").splitlines() == lines
    return done.returncode, lines


def test_everything_works_here(tmp_path: Path) -> None:
    code, lines = smoke_test(ROOT, tmp_path / "report.txt")
    assert [line for line in lines if not line.startswith("ok    ")] == []
    assert code == 0
    assert any(line.startswith("ok    practice call: answered and ended") for line in lines)


def test_each_part_that_is_missing_is_told_and_the_others_are_tried(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "app", tmp_path / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(
        ROOT / "resources", tmp_path / "resources", ignore=shutil.ignore_patterns("screenshots", "*.ts")
    )
    (tmp_path / "resources/translations/toque_pt_BR.qm").unlink()
    (tmp_path / "resources/icons/merge.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    missing = tmp_path / "missing"
    missing.mkdir()
    (missing / "keyring.py").write_text("raise ImportError('no keyring')")
    code, lines = smoke_test(tmp_path, tmp_path / "report.txt", missing)
    assert [line for line in lines if not line.startswith("ok    ")] == [
        "FAILED keyring: ImportError: no keyring",
        "FAILED translations: missing: toque_pt_BR",
        "FAILED icons: nothing is painted for merge",
    ]
    assert code == 1


def test_a_report_that_cannot_be_written_is_no_failure_of_a_part(tmp_path: Path) -> None:
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-m", "app", "--smoke-test", str(tmp_path / "no folder" / "report.txt")],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("report.txt cannot be written: No such file or directory.\n")
