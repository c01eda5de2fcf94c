from __future__ import annotations

import re
import subprocess
import sys

import pytest
from product import ROOT, VERSION
from release.notes import section

CHANGELOG = """# Changelog

## Unreleased

## [1.1.0] - 2026-12-01

### Added

- Something new.

## 1.0.0 – 2026-11-01

Words, but nothing of what changed.
"""


def test_a_version_is_told_without_its_heading_and_without_the_one_before() -> None:
    assert section(CHANGELOG, "1.1.0") == "### Added\n\n- Something new.\n"


@pytest.mark.parametrize(("version", "why"), [("1.0.0", "says nothing"), ("1.1", "no section")])
def test_a_version_of_which_nothing_is_told_is_not_released(version: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        section(CHANGELOG, version)


def test_a_tag_of_another_version_is_refused() -> None:
    done = subprocess.run(  # noqa: S603  # our own script
        [sys.executable, ROOT / "packaging/release/notes.py", "--tag", "v0.0.0"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "v0.0.0" in done.stderr
    assert VERSION in done.stderr


def test_the_change_log_has_the_headings_that_are_looked_for() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert (
        re.findall(
            r"^## (?!Unreleased$|\[?\d+\.\d+\.\d+\]? [-–] \d{4}-\d\d-\d\d$).*", changelog, re.MULTILINE
        )
        == []
    )
