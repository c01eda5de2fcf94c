"""The packages for Linux, each through its life: installed in a clean system, used, replaced and removed.

`make linux` runs this; TOQUE_PACKAGES says where the packages are if they are not in dist. The tests of a
package build on each other and are to be read in their order.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

sys.path.append(str(Path(__file__).parents[1] / "desktop"))  # x_screen

from clean_root import OPERATOR_ID, CleanRoot, why_impossible
from x_screen import DEADLINE_S, Screen, until

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
PACKAGES = Path(os.environ.get("TOQUE_PACKAGES", ROOT / "dist"))
PACKED_SYSTEM = ROOT / "build" / "clean-root.tar"
PROFILE = Path(".local/share/Toque")
WINDOW = "Toque"
DESKTOP = ("xdg-utils", "desktop-file-utils", "gnome-keyring", "dbus-daemon")
"""What a desktop has anyway, and the package only recommends."""
HAS_FUSE = Path("/dev/fuse").exists()
FUSE_OR_NOT = {} if HAS_FUSE else {"APPIMAGE_EXTRACT_AND_RUN": "1"}
"""With FUSE an AppImage is mounted, as on a desktop; without, it unpacks itself at each start."""

pytestmark = [
    pytest.mark.skipif(bool(why_impossible()), reason=why_impossible()),
    pytest.mark.filterwarnings("ignore:.*:ResourceWarning"),  # pipes of what is ended with the system
]


@pytest.fixture(scope="module")
def deb() -> Path:
    return the("*.deb")


@pytest.fixture(scope="module")
def appimage() -> Path:
    return the("*.AppImage")


def the(pattern: str) -> Path:
    found = sorted(PACKAGES.glob(pattern))
    assert len(found) == 1, f"one {pattern} in {PACKAGES}, not {found}: make linux"
    return found[0]


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[CleanRoot]:
    system = CleanRoot(tmp_path_factory.mktemp("linux") / "root", PACKED_SYSTEM)
    try:
        system.apt("update")
        yield system
    finally:
        system.close()


@pytest.fixture(scope="module")
def before(system: CleanRoot) -> set[Path]:
    """The system's files without Toque."""
    return system.files()


@pytest.fixture(scope="module")
def installed(system: CleanRoot, before: set[Path], deb: Path) -> CleanRoot:
    shutil.copy(deb, system.folder / "srv" / "toque.deb")
    system.install("/srv/toque.deb")
    return system


@pytest.fixture
def screen(system: CleanRoot) -> Iterator[Screen]:
    with Screen(os.environ) as screen:
        system.environment["DISPLAY"] = screen.display
        yield screen
        del system.environment["DISPLAY"]


@pytest.fixture(scope="module")
def session(system: CleanRoot) -> CleanRoot:
    """The operator logged in: a bus and an open keyring."""
    system.install(*DESKTOP)
    address = system.environment["DBUS_SESSION_BUS_ADDRESS"]
    system.start("dbus-daemon", "--session", "--nofork", f"--address={address}", quiet=True)
    until((system.folder / f"run/user/{OPERATOR_ID}/bus").exists, "the bus")
    keyring = system.start("gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock")
    assert keyring.stdin is not None
    keyring.stdin.write("opens the keyring")
    keyring.stdin.close()
    return system


@pytest.fixture(scope="module")
def account(installed: CleanRoot, session: CleanRoot) -> str:
    """An account at a practice provider, which runs until Toque is replaced."""
    provider = session.start("toque", "practice", "--live")
    assert provider.stdout is not None
    url, instance, token = (provider.stdout.readline().split()[-1] for _ in range(3))
    fields = (f"--field=base_url={url}", f"--field=instance={instance}")
    session.run("toque", "account", "add", "Desk", "--provider=ryzeapi", *fields, text=f"{token}\n")
    return "Desk"


def calls(system: CleanRoot) -> list[tuple[str, str]]:
    """Return the number and the newest state of every call of the operator, oldest first."""
    file = system.home / PROFILE / "history.sqlite3"
    if not file.exists():
        return []
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    try:
        rows = database.execute("SELECT e164, outcome, state FROM calls ORDER BY row").fetchall()
    except sqlite3.OperationalError:
        return []  # not there yet
    finally:
        database.close()
    return [(e164.removeprefix("+"), outcome or state) for e164, outcome, state in rows]


def press_call(system: CleanRoot, screen: Screen) -> None:
    """Press Enter until the call has been placed."""
    known = len(calls(system))

    def is_placed() -> bool:
        screen.keys("Return")
        return len(calls(system)) > known

    until(is_placed, "a call")


def open_link(system: CleanRoot, link: str, **environment: str) -> subprocess.Popen[str]:
    return system.start("xdg-open", link, environment=environment, quiet=True)


def remaining(system: CleanRoot) -> list[str]:
    """Return what in the operator's home speaks of Toque by its name."""
    return sorted(str(path) for path in system.home.rglob("*") if "toque" in path.name.lower())


# --- the Debian package ----------------------------------------------------------------------------------


def test_it_installs_what_it_should(installed: CleanRoot) -> None:
    expected = {
        "/usr/bin/toque",
        "/usr/lib/toque/toque",
        "/usr/lib/toque/managed",
        "/usr/share/applications/toque.desktop",
        "/usr/share/doc/toque/copyright",
        "/usr/share/icons/hicolor/48x48/apps/toque.png",
        "/usr/share/icons/hicolor/scalable/apps/toque.svg",
        "/usr/share/metainfo/io.github.toque.metainfo.xml",
    }
    files = installed.run_as_root("dpkg", "--listfiles", "toque").split()
    assert expected - set(files) == set()
    assert not [file for file in files if not file.startswith(("/usr", "/."))]
    assert installed.run_as_root("dpkg", "--verify", "toque") == ""
    assert (installed.folder / "usr/bin/toque").resolve() == installed.folder / "usr/lib/toque/toque"


def test_everything_of_it_works(installed: CleanRoot, session: CleanRoot, screen: Screen) -> None:
    installed.run("toque", "--smoke-test")
    installed.run("toque", "--smoke-test", environment={"QT_QPA_PLATFORM": "offscreen"})
    assert remaining(installed) == []


def test_it_places_a_call(installed: CleanRoot, account: str) -> None:
    said = installed.run("toque", "call", "+55 11 99999-0001", "--ring=5", "--json")
    steps = [json.loads(line) for line in said.splitlines()]
    assert steps[-1]["outcome"] == "answered"
    assert calls(installed) == [("5511999990001", "answered")]


def test_a_link_fills_in_the_number_and_a_newer_version_replaces_it(
    installed: CleanRoot, session: CleanRoot, account: str, screen: Screen, deb: Path
) -> None:
    known = calls(installed)
    open_link(session, "tel:+55%2011%2099999-0003")
    window = screen.window(WINDOW)
    second = open_link(session, "tel:+55%2011%2099999-0002")  # reaches the one that runs
    assert second.wait(DEADLINE_S) == 0
    until(lambda: screen.active().startswith(WINDOW), "the window in front")
    assert screen.windows(WINDOW) == [window]
    assert calls(installed) == known  # filled in, not dialled
    press_call(installed, screen)
    until(lambda: calls(installed)[-1] == ("5511999990002", "rejected"), "the outcome")

    next_version(deb, installed.folder / "srv" / "next.deb")
    installed.install("/srv/next.deb")
    assert screen.windows(WINDOW) == []  # it was closed before its files were replaced
    assert calls(installed) == [*known, ("5511999990002", "rejected")]
    assert account in installed.run("toque", "account", "list")
    with pytest.raises(AssertionError, match="allow-downgrades"):
        installed.install("/srv/toque.deb")


def next_version(deb: Path, into: Path) -> None:
    """Write the same program as a package of a version that comes later."""
    tree = into.with_suffix("")
    subprocess.run(["dpkg-deb", "--raw-extract", deb, tree], check=True)
    control = tree / "DEBIAN" / "control"
    lines = control.read_text().splitlines(keepends=True)
    control.write_text("".join(f"{line[:-1]}.1\n" if line.startswith("Version:") else line for line in lines))
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, into], check=True)
    shutil.rmtree(tree)


def test_lintian_finds_nothing(deb: Path) -> None:
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", deb],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_removed_it_leaves_only_what_the_operator_keeps(
    installed: CleanRoot, session: CleanRoot, before: set[Path]
) -> None:
    installed.apt("purge", "toque")
    assert [file for file in installed.files() - before if "toque" in str(file)] == []
    opens = installed.folder / "usr/share/applications/mimeinfo.cache"
    assert not opens.exists() or "toque" not in opens.read_text()
    assert (installed.home / PROFILE / "history.sqlite3").exists()


# --- the AppImage, beside what the operator kept ---------------------------------------------------------


@pytest.fixture(scope="module")
def downloaded(installed: CleanRoot, session: CleanRoot, appimage: Path) -> str:
    """The AppImage in the operator's home; what it takes of a desktop came with the Debian package."""
    if HAS_FUSE:
        session.install("fuse", "libfuse2")
    file = session.home / "Toque.AppImage"
    shutil.copy(appimage, file)
    os.chown(file, OPERATOR_ID, OPERATOR_ID)
    file.chmod(0o755)
    return f"/{file.relative_to(session.folder)}"


def test_everything_of_the_appimage_works(downloaded: str, system: CleanRoot, screen: Screen) -> None:
    system.run(downloaded, "--smoke-test", environment=FUSE_OR_NOT)


def test_the_appimage_finds_what_was_kept_and_opens_a_link(
    account: str, downloaded: str, system: CleanRoot, screen: Screen
) -> None:
    known = calls(system)
    assert account in system.run(downloaded, "account", "list", environment=FUSE_OR_NOT)
    applications = ".local/share/applications"
    system.run("mkdir", "--parents", f"{system.environment['HOME']}/{applications}")
    system.run(
        "tee",
        f"{system.environment['HOME']}/{applications}/toque.desktop",
        text=f"[Desktop Entry]\nType=Application\nName=Toque\nExec={downloaded} %u\n"
        "MimeType=x-scheme-handler/tel;\n",
    )
    open_link(system, "tel:+55%2011%2099999-0002", **FUSE_OR_NOT)
    screen.window(WINDOW)
    until(lambda: screen.active().startswith(WINDOW), "the window in front")
    assert calls(system) == known


def test_the_appimage_removes_everything(downloaded: str, system: CleanRoot) -> None:
    system.run(downloaded, "--close", environment=FUSE_OR_NOT)
    system.run(downloaded, "--remove-data", environment=FUSE_OR_NOT)
    (system.folder / downloaded.lstrip("/")).unlink()
    assert remaining(system) == []
