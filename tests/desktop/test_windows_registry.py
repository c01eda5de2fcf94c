"""Phone links in Windows' real registry, of which only these keys are touched."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from app.desktop.windows_links import PAGE, PROG_ID, WindowsLinks, entries, own_keys
from app.services.desktop import LinkState

if sys.platform != "win32":
    pytest.skip("there is no registry", allow_module_level=True)

import winreg

if TYPE_CHECKING:
    from collections.abc import Iterator

PROGRAM = (r"C:\Toque\Toque.exe",)
CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"


@pytest.fixture(autouse=True)
def opened(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The pages of Windows that were opened; the registry is left as if Toque had never been there."""
    pages: list[str] = []
    monkeypatch.setattr(os, "startfile", pages.append)
    yield pages
    WindowsLinks(PROGRAM).give_back()
    forget(winreg.HKEY_CURRENT_USER, CHOICE)
    for each in entries(PROGRAM)[::-1]:
        if each.key.startswith(own_keys()):
            forget(winreg.HKEY_LOCAL_MACHINE, each.key)


def forget(root: int, key: str) -> None:
    try:
        winreg.DeleteKey(root, key)
    except OSError:
        return


def write(root: int, key: str, name: str, text: str) -> None:
    with winreg.CreateKey(root, key) as made:
        winreg.SetValueEx(made, name, 0, winreg.REG_SZ, text)


def known_to_all(program: tuple[str, ...] = PROGRAM) -> None:
    """Do what the installer for all users does."""
    for each in entries(program):
        if each.key.startswith(own_keys()):
            write(winreg.HKEY_LOCAL_MACHINE, each.key, each.name, each.text)


def is_known_to_user() -> bool:
    try:
        winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CURRENT_USER, rf"Software\Classes\{PROG_ID}"))
    except FileNotFoundError:
        return False
    return True


def test_toque_makes_itself_known_and_goes_again(opened: list[str]) -> None:
    links = WindowsLinks(PROGRAM)
    links.take()
    assert opened == [PAGE]
    for each in entries(PROGRAM):
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, each.key) as key:
            assert winreg.QueryValueEx(key, each.name) == (each.text, winreg.REG_SZ)
    links.give_back()
    assert not is_known_to_user()
    assert opened == [PAGE]


def test_a_choice_counts_as_long_as_toque_is_known() -> None:
    links = WindowsLinks(PROGRAM)
    assert links.state() == LinkState(is_ours=False)
    write(winreg.HKEY_CURRENT_USER, CHOICE, "ProgId", PROG_ID)
    assert links.state() == LinkState(is_ours=False)  # of an earlier installation
    links.take()
    assert links.state() == LinkState(is_ours=True)
    links.give_back()
    assert links.state() == LinkState(is_ours=False)
    write(winreg.HKEY_CURRENT_USER, CHOICE, "ProgId", "AppX123")
    assert links.state() == LinkState(is_ours=False, other="AppX123")


def test_what_is_known_to_all_users_is_the_administrators(opened: list[str]) -> None:
    known_to_all()
    links = WindowsLinks(PROGRAM)
    write(winreg.HKEY_CURRENT_USER, CHOICE, "ProgId", PROG_ID)
    assert links.state() == LinkState(is_ours=True)
    links.take()
    assert not is_known_to_user()
    links.give_back()
    assert opened == [PAGE, PAGE]  # where another program is chosen


def test_a_program_that_goes_away_opens_no_page(opened: list[str]) -> None:
    WindowsLinks(PROGRAM).take()
    known_to_all()
    WindowsLinks(PROGRAM).forget()
    assert not is_known_to_user()
    assert opened == [PAGE]


def test_another_installation_for_all_users_is_not_this_one() -> None:
    known_to_all((r"D:\Other\Toque.exe",))
    WindowsLinks(PROGRAM).take()
    assert is_known_to_user()
