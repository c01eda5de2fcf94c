"""Both of Windows' installers, with the real program in them: what an operator and an administrator do.

Wants what `make windows` makes: the toolchain, the frozen program and its installers. In the environment
TOQUE_WINDOWS_WORK, TOQUE_FROZEN and TOQUE_INSTALLERS say where they are, if not there.
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import product
from windows_kinds import (
    NEW_FILE,
    Kind,
    Msi,
    SetupExe,
    Version,
    command,
    program,
)
from windows_machine import until

from app.desktop.windows_links import entries
from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from windows_machine import WindowsMachine

NUMBER = "+5511999990001"
NEWER, IN_USE, NOT_WRITTEN, FOR_ALL, DATA_STAYS = 3, 4, 5, 6, 9
"""The setup program's exit codes."""


# --- what is looked at ------------------------------------------------------------------------------------


def installed(kind: Kind, machine: WindowsMachine) -> set[str]:
    folder = kind.folder(machine)
    return {str(each.relative_to(folder)) for each in folder.rglob("*") if each.is_file()}


def windows_path(machine: WindowsMachine, path: Path) -> str:
    return "C:\\" + str(path.relative_to(machine.drive)).replace("/", "\\")


def known_links(kind: Kind, machine: WindowsMachine) -> dict[tuple[str, str], str]:
    """Return what is to be registered."""
    wanted = entries((windows_path(machine, program(kind, machine)),))
    root = kind.root.partition("\\")[0]
    return {(rf"{root}\{each.key}", each.name): each.text for each in wanted}


def shortcuts(machine: WindowsMachine) -> set[str]:
    return {str(each.parent.name) for each in machine.drive.rglob(f"{product.NAME}.lnk")}


def calls(machine: WindowsMachine) -> list[tuple[str, str | None]]:
    """Return number and outcome of every call in the history, of which one under way has none."""
    file = machine.local / product.NAME / "history.sqlite3"
    if not file.exists():
        return []
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as database:
        try:
            return database.execute("SELECT e164, outcome FROM calls ORDER BY row").fetchall()
        except sqlite3.OperationalError:
            return []  # it is just being made


def add_account(kind: Kind, machine: WindowsMachine, server: PracticeServer) -> None:
    fields = [f"--field={key}={value}" for key, value in server.account_fields("ryzeapi").items()]
    words = ("account", "add", "Desk", "--provider", "ryzeapi", *fields)
    done = machine.run(command(kind, machine), *words, stdin=f"{server.token}\n")
    assert (done.code, done.out.strip()) == (0, "Added Desk.")


def open_link(kind: Kind, machine: WindowsMachine, link: str) -> None:
    """Do what Windows does for a link: run the registered command with it."""
    line = machine.value(rf"{kind.root}\Classes\Toque.Url\shell\open\command")
    machine.run_line(line.replace("%1", link))


def tell(capsys: pytest.CaptureFixture[str], what: str, began: float) -> None:
    """Say for whoever watches how long something took."""
    seconds = time.monotonic() - began
    with capsys.disabled():
        sys.stdout.write(f"\n{what} after {seconds:.1f} s\n")


# --- the round --------------------------------------------------------------------------------------------


def test_from_the_installation_to_the_removal(
    kind: Kind,
    clean: WindowsMachine,
    this: Version,
    following: Version,
    capsys: pytest.CaptureFixture[str],
) -> None:
    machine = clean
    before = machine.registry()

    began = time.monotonic()
    assert kind.install(machine, this, "DESKTOP=1").code == 0
    tell(capsys, f"{kind.ending}: installed", began)
    assert installed(kind, machine) == this.files() | {kind.added}
    registry = machine.registry()
    assert known_links(kind, machine).items() <= registry.items()
    assert shortcuts(machine) == {"Programs", "Desktop"}
    entry = kind.entry(machine)
    assert (entry["DisplayVersion"], entry["Publisher"]) == (product.VERSION, product.PUBLISHER)

    smoke = machine.run(command(kind, machine), "--smoke-test")
    assert smoke.code == 0, smoke.out

    with PracticeServer(live=True) as server:
        add_account(kind, machine, server)

        # A link, while Toque is closed: the number is there, and is not dialled.
        began = time.monotonic()
        open_link(kind, machine, "tel:+55%2011%2099999-0001")
        until(lambda: machine.windows(product.NAME), "the window")
        tell(capsys, f"{kind.ending}: the window of the installed program", began)
        assert calls(machine) == []

        def is_called() -> bool:
            machine.press("Return", product.NAME)
            return bool(calls(machine))

        until(is_called, "the call")
        until(lambda: calls(machine)[0][1] is not None, "its end")
        ((number, _),) = calls(machine)
        assert number == NUMBER

        # Another one, by the command, beside the window.
        done = machine.run(command(kind, machine), "call", "+55 11 99999-0002", "--json")
        assert done.code == 0, done.out
        assert json.loads(done.out.splitlines()[-1])["outcome"]

        # The next version over it, while the window is open: it is closed, and nothing is lost.
        known = calls(machine)
        assert machine.windows(product.NAME)
        assert kind.install(machine, following, "DESKTOP=1").code == 0
        assert machine.windows(product.NAME) == []
        assert installed(kind, machine) == following.files() | {kind.added}
        assert NEW_FILE in installed(kind, machine)
        assert kind.entry(machine)["DisplayVersion"] == following.number
        assert calls(machine) == known
        assert machine.run(command(kind, machine), "account", "test", "Desk").code == 0

    # Back is refused.
    done = kind.install(machine, this)
    assert done.code == (NEWER if isinstance(kind, SetupExe) else 1603 % 256)
    assert installed(kind, machine) == following.files() | {kind.added}

    # Removed, and accounts and history stay.
    kind.uninstall(machine)
    assert not kind.folder(machine).exists()
    assert shortcuts(machine) == set()
    left = {place: text for place, text in machine.registry().items() if before.get(place) != text}
    assert left
    assert all("Credential Manager" in key for key, _ in left), left
    assert calls(machine) == known

    # Installed again, they are there; then removed with everything.
    assert kind.install(machine, following).code == 0
    assert "Desk" in machine.run(command(kind, machine), "account", "list").out
    run_key = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Run"
    machine.run("reg", "add", run_key, "/v", product.NAME, "/d", "starts at login", "/f")
    kind.uninstall(machine, "PURGE")
    assert not (machine.local / product.NAME).exists()


# --- what does not go as it should ------------------------------------------------------------------------


def test_what_is_in_use_stays_as_it_is(clean: WindowsMachine, this: Version, following: Version) -> None:
    """The command is not ended by anybody: a call may be under way in it."""
    kind, machine = SetupExe(), clean
    assert kind.install(machine, this).code == 0
    with machine.start(command(kind, machine), "practice") as practice:
        assert practice.stdout is not None
        assert practice.stdout.readline().startswith("Base URL: http://127.0.0.1:")
        assert kind.install(machine, following).code == IN_USE
        assert installed(kind, machine) == this.files() | {kind.added}
        assert kind.entry(machine)["DisplayVersion"] == this.number
        practice.kill()
    kind.uninstall(machine)


def test_what_does_not_fit_leaves_the_earlier_version(
    clean: WindowsMachine, this: Version, following: Version
) -> None:
    kind, machine = SetupExe(), clean
    assert kind.install(machine, this).code == 0

    def no_room() -> None:  # files of more than two megabytes cannot be written any more
        resource.setrlimit(resource.RLIMIT_FSIZE, (2 << 20, 2 << 20))

    done = machine.run(following.installer(kind.ending), "/S", preexec_fn=no_room, restore_signals=False)
    assert done.code == NOT_WRITTEN
    assert installed(kind, machine) == this.files() | {kind.added}
    assert [each.name for each in kind.folder(machine).parent.iterdir()] == [product.NAME]
    assert machine.run(command(kind, machine), "--version").out.strip().startswith(product.NAME)
    kind.uninstall(machine)


def test_what_is_there_for_all_users_is_not_installed_again(clean: WindowsMachine, this: Version) -> None:
    assert Msi().install(clean, this).code == 0
    assert SetupExe().install(clean, this).code == FOR_ALL
    assert not SetupExe().folder(clean).exists()
    Msi().uninstall(clean)


def test_without_links_and_icon_nothing_is_registered(
    kind: Kind, clean: WindowsMachine, this: Version
) -> None:
    assert kind.install(clean, this, "LINKS=0").code == 0
    assert not known_links(kind, clean).keys() & clean.registry().keys()
    assert shortcuts(clean) == {"Programs"}
    kind.uninstall(clean)


def test_an_upgrade_keeps_what_was_chosen(clean: WindowsMachine, this: Version, following: Version) -> None:
    kind, machine = SetupExe(), clean
    assert kind.install(machine, this, "DESKTOP=1", "LINKS=0").code == 0
    assert kind.install(machine, following).code == 0
    assert shortcuts(machine) == {"Programs", "Desktop"}
    assert not known_links(kind, machine).keys() & machine.registry().keys()
    assert kind.install(machine, following, "DESKTOP=0", "LINKS=1").code == 0
    assert shortcuts(machine) == {"Programs"}
    assert known_links(kind, machine).items() <= machine.registry().items()
    kind.uninstall(machine)


def test_a_folder_with_other_files_is_left_alone(clean: WindowsMachine, this: Version) -> None:
    other = clean.drive / "tools"
    other.mkdir()
    (other / "mine.txt").touch()
    assert SetupExe().install(clean, this, r"D=C:\tools").code == 0
    assert {each.name for each in other.iterdir()} == {"mine.txt", product.NAME}
    line = SetupExe().entry(clean)["QuietUninstallString"]
    clean.run_line(line)
    until(lambda: not (other / product.NAME).exists(), "the removal")
    clean.run_until_quiet(product.NAME)
    assert [each.name for each in other.iterdir()] == ["mine.txt"]
    shutil.rmtree(other)
