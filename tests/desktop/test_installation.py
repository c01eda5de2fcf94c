"""How this Toque was installed, and on what."""

from __future__ import annotations

import os
import sys
import sysconfig
from typing import TYPE_CHECKING

import pytest

from app.desktop import installation
from app.desktop.installation import is_managed, this_system

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A frozen program's executable."""
    executable = tmp_path / "toque"
    executable.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(executable))
    return executable


def test_what_administrators_installed_has_a_marker_beside_it(program: Path) -> None:
    assert not is_managed()
    program.with_name("managed").touch()
    assert is_managed()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows wants a right for symlinks")
def test_the_marker_is_beside_the_program_and_not_beside_a_link_to_it(
    program: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.with_name("managed").touch()
    link = tmp_path / "bin" / "toque"
    link.parent.mkdir()
    link.symlink_to(program)
    monkeypatch.setattr(sys, "executable", str(link))
    assert is_managed()


def test_a_checkout_is_not_managed(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.with_name("managed").touch()
    monkeypatch.delattr(sys, "frozen")
    assert not is_managed()


def test_this_computer_is_named_as_feeds_name_it() -> None:
    system = this_system()
    assert system.name == {"win32": "windows", "darwin": "macos"}.get(sys.platform, sys.platform)
    assert system.arch in {"x86_64", "arm64"} or sys.platform == "linux"
    assert all(part.isdecimal() for part in system.version.split(".") if system.version)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no uname")
@pytest.mark.parametrize(
    ("machine", "arch"),
    [("aarch64", "arm64"), ("arm64", "arm64"), ("x86_64", "x86_64"), ("riscv64", "riscv64")],
)
def test_architectures_have_one_name_each(machine: str, arch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "uname", lambda: os.uname_result(["Linux", "desk", "6.1", "#1", machine]))
    assert this_system().arch == arch


@pytest.mark.parametrize(("platform", "arch"), [("win-amd64", "x86_64"), ("win-arm64", "arm64")])
def test_windows_is_asked_for_the_programs_own_architecture(
    platform: str, arch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installation.sys, "platform", "win32")
    monkeypatch.setattr(sysconfig, "get_platform", lambda: platform)
    assert installation._arch() == arch
