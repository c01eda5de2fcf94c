"""Phone links on Linux, with the real xdg-mime in a home of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from app.desktop import desktop_file, own_command
from app.desktop.desktop_file import exec_line, read_entry
from app.desktop.phone_links import phone_links
from app.desktop.xdg_links import OFFERED, TAKEN, XdgLinks, values, without_toque
from app.services.desktop import LinkState, LinkWay, NotArranged

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no xdg-mime")

PROGRAM = (sys.executable, "-m", "app")
OTHER = """[Desktop Entry]
Type=Application
Name=Softphone
Exec=true %u
MimeType=x-scheme-handler/tel;
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without a desktop, in which nothing opens anything."""
    for name in [name for name in os.environ if name.startswith(("XDG_", "KDE_", "GNOME_", "DESKTOP_"))]:
        monkeypatch.delenv(name)
    (tmp_path / "system").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_DIRS", str(tmp_path / "system"))
    monkeypatch.setenv("XDG_CONFIG_DIRS", str(tmp_path / "system"))
    (tmp_path / "config").mkdir()
    return tmp_path


def handler(scheme: str) -> str:
    tool = shutil.which("xdg-mime")
    assert tool is not None, "install xdg-utils: packaging/bootstrap.sh test"
    done = subprocess.run(  # noqa: S603 - the tool
        [tool, "query", "default", f"x-scheme-handler/{scheme}"], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def other_program(home: Path) -> None:
    applications = home / "data" / "applications"
    applications.mkdir(parents=True)
    (applications / "softphone.desktop").write_text(OTHER)
    tool = shutil.which("xdg-mime")
    assert tool is not None
    subprocess.run(  # noqa: S603 - the tool
        [tool, "default", "softphone.desktop", "x-scheme-handler/tel"], check=True, env=os.environ
    )


def test_nobody_opens_links_until_toque_takes_them(home: Path) -> None:
    links = XdgLinks(PROGRAM)
    assert links.state() == LinkState(is_ours=False)
    links.take()
    assert links.state() == LinkState(is_ours=True)
    assert [handler(scheme) for scheme in TAKEN] == ["toque.desktop"] * 3
    assert handler("whatsapp") in {"", "toque.desktop"}  # offered, never the default
    config = (home / "config" / "mimeapps.list").read_text()
    assert "whatsapp" not in config


def test_taking_them_twice_is_taking_them_once(home: Path) -> None:
    links = XdgLinks(PROGRAM)
    links.take()
    once = (home / "config" / "mimeapps.list").read_text()
    links.take()
    assert (home / "config" / "mimeapps.list").read_text() == once


def test_what_was_written_is_a_valid_desktop_file(home: Path) -> None:
    XdgLinks(PROGRAM).take()
    file = home / "data" / "applications" / "toque.desktop"
    tool = shutil.which("desktop-file-validate")
    assert tool is not None, "install desktop-file-utils: packaging/bootstrap.sh test"
    done = subprocess.run([tool, str(file)], capture_output=True, text=True, check=False)  # noqa: S603 - the tool
    assert (done.returncode, done.stdout) == (0, "")
    assert (home / "data" / "icons" / "hicolor" / "scalable" / "apps" / "toque.svg").is_file()


def test_a_program_in_a_folder_with_spaces_and_worse_gets_the_link(home: Path) -> None:
    program = home / "Ana's 50% $programs" / 'to"que'
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nprintf "%s|" "$@" >"{home}/got"\n')
    program.chmod(0o755)
    links = XdgLinks((str(program), "--profile", "a b"))
    links.take()
    assert links.state() == LinkState(is_ours=True)
    tool = shutil.which("xdg-open")
    assert tool is not None
    subprocess.run(  # noqa: S603 - the tool; without a display it looks for no program
        [tool, "tel:+55%2011%2099999-0001"],
        check=True,
        capture_output=True,
        env=os.environ | {"DISPLAY": ":0", "XDG_CURRENT_DESKTOP": "X-Generic"},
    )
    assert (home / "got").read_text() == "--profile|a b|tel:+55%2011%2099999-0001|"
    links.give_back()
    assert not (home / "data" / "toque" / "open-link").exists()


def test_given_back_they_are_opened_by_who_opened_them_before(home: Path) -> None:
    other_program(home)
    links = XdgLinks(PROGRAM)
    assert links.state() == LinkState(is_ours=False, other="softphone.desktop")
    links.take()
    links.take()  # a second press must not forget who that was
    assert handler("tel") == "toque.desktop"
    links.give_back()
    assert links.state() == LinkState(is_ours=False, other="softphone.desktop")
    assert [handler(scheme) for scheme in ("callto", "toque")] == ["", ""]
    assert not (home / "data" / "applications" / "toque.desktop").exists()


def package(home: Path, program: str = PROGRAM[0]) -> tuple[str]:
    """Install a desktop file for everybody, as a package does; return what starts that Toque."""
    applications = home / "system" / "applications"
    applications.mkdir(exist_ok=True)
    started = home / "toque"
    started.symlink_to(program)
    (applications / "toque.desktop").write_text(desktop_file.entry(values((str(started),), "toque", {})))
    return (program,)


def test_a_package_needs_no_desktop_file_of_the_user(home: Path) -> None:
    links = XdgLinks(package(home))
    assert links.state() == LinkState(is_ours=True)  # nobody else opens them
    other_program(home)
    assert links.state() == LinkState(is_ours=False, other="softphone.desktop")
    (home / "data" / "applications" / "softphone.desktop").unlink()
    links.take()
    assert [handler(scheme) for scheme in TAKEN] == ["toque.desktop"] * 3
    assert not (home / "data" / "applications" / "toque.desktop").exists()


def test_a_package_too_remembers_who_opened_them_before(home: Path) -> None:
    links = XdgLinks(package(home))
    other_program(home)
    links.take()
    assert links.state() == LinkState(is_ours=True)
    assert handler("tel") == "toque.desktop"
    links.give_back()
    assert links.state() == LinkState(is_ours=False, other="softphone.desktop")


def test_links_that_nobody_else_opens_cannot_be_given_back(home: Path) -> None:
    links = XdgLinks(package(home))
    links.take()
    with pytest.raises(NotArranged, match="No other program here opens phone links"):
        links.give_back()
    assert links.state() == LinkState(is_ours=True)
    assert "toque" not in (home / "config" / "mimeapps.list").read_text()
    links.forget()  # of which a program that goes away does not complain


def test_a_package_beside_another_installation_is_not_that(home: Path) -> None:
    package(home)
    links = XdgLinks(PROGRAM)
    assert links.state() == LinkState(is_ours=False)
    links.take()
    assert links.state() == LinkState(is_ours=True)
    links.give_back()
    assert links.state() == LinkState(is_ours=False)


def test_what_others_have_in_the_list_stays(home: Path) -> None:
    file = home / "config" / "mimeapps.list"
    theirs = (
        "[Default Applications]\ntext/html=browser.desktop\n\n"
        "[Added Associations]\nimage/png=a.desktop;b.desktop;\n"
    )
    file.write_text(theirs)
    links = XdgLinks(PROGRAM)
    links.take()
    links.give_back()
    assert [line for line in file.read_text().splitlines() if line] == [
        line for line in theirs.splitlines() if line
    ]


def test_an_installation_that_was_moved_is_not_the_program_for_links(home: Path) -> None:
    XdgLinks(PROGRAM).take()
    moved = XdgLinks((*PROGRAM, "--profile", str(home)))
    assert moved.state() == LinkState(is_ours=False)
    moved.take()
    assert moved.state() == LinkState(is_ours=True)


def test_without_xdg_utils_it_says_what_to_install(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(home))
    with pytest.raises(NotArranged, match="install the package xdg-utils"):
        XdgLinks(PROGRAM).state()


def test_a_desktop_that_keeps_nothing_is_told(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = home / "tools"
    tools.mkdir()
    (tools / "xdg-mime").write_text("#!/bin/sh\n[ $1 = query ] && echo softphone.desktop\nexit 0\n")
    (tools / "xdg-mime").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    with pytest.raises(NotArranged, match="still opens phone links with softphone"):
        XdgLinks(PROGRAM).take()


def test_a_desktop_that_refuses_is_told_in_its_words(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tools = home / "tools"
    tools.mkdir()
    (tools / "xdg-mime").write_text("#!/bin/sh\necho no such thing >&2\nexit 4\n")
    (tools / "xdg-mime").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools))
    with pytest.raises(NotArranged, match="The desktop refused: no such thing"):
        XdgLinks(PROGRAM).state()


def test_a_folder_that_cannot_be_written_is_told(home: Path) -> None:
    (home / "data").write_text("in the way")
    with pytest.raises(NotArranged, match="could not be written"):
        XdgLinks(PROGRAM).take()


@pytest.mark.parametrize(
    ("command", "line"),
    [
        (("/usr/bin/toque",), "/usr/bin/toque %u"),
        (("/opt/To que/toque", "--a=b"), '"/opt/To que/toque" --a=b %u'),
        (("/opt/50%/toque",), "/opt/50%%/toque %u"),
        (("/a$b/`c`/toque",), r'"/a\\$b/\\`c\\`/toque" %u'),
        (('/a"b',), r'"/a\\"b" %u'),
        (("/a\\b",), r'"/a\\\\b" %u'),
        (("/a\nb",), r'"/a\nb" %u'),
        (("toque", ""), 'toque "" %u'),
    ],
)
def test_the_command_is_quoted_as_the_specification_says(command: tuple[str, ...], line: str) -> None:
    assert exec_line(command, field="%u") == line


def test_every_kind_of_link_that_is_offered_is_in_the_file() -> None:
    mime = values(("toque",), "toque", {})["MimeType"]
    assert (
        mime
        == "x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/toque;x-scheme-handler/whatsapp;"
    )
    assert set(TAKEN) < set(OFFERED)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("x-scheme-handler/tel=toque.desktop", None),
        ("x-scheme-handler/tel=toque.desktop;", None),
        (
            "x-scheme-handler/tel=a.desktop;toque.desktop;b.desktop",
            "x-scheme-handler/tel=a.desktop;b.desktop;",
        ),
        ("x-scheme-handler/tel=my-toque.desktop", "x-scheme-handler/tel=my-toque.desktop"),
        ("[Default Applications]", "[Default Applications]"),
        ("# toque.desktop", "# toque.desktop"),
        ("", ""),
    ],
)
def test_only_toque_is_taken_out_of_a_list(line: str, left: str | None) -> None:
    assert without_toque(line) == left


def test_a_file_that_is_no_desktop_file_says_nothing(tmp_path: Path) -> None:
    file = tmp_path / "toque.desktop"
    assert read_entry(file) == {}
    file.write_bytes(b"\xff\x00no section\n=\n")
    assert read_entry(file) == {}


def test_a_home_that_is_no_path_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert desktop_file.config_home().parts[-1] == ".config"


def test_this_system_registers(home: Path) -> None:
    assert phone_links().way is LinkWay.REGISTERS


def test_a_packaged_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/toque/toque")
    monkeypatch.delenv("APPIMAGE", raising=False)
    assert own_command.own_command() == ("/opt/toque/toque",)
    monkeypatch.setenv("APPIMAGE", "/home/ana/Browser.AppImage")
    monkeypatch.setenv("APPDIR", "/run/mounted/Browser")
    assert own_command.own_command() == ("/opt/toque/toque",)
    monkeypatch.setenv("APPIMAGE", "/home/ana/Toque.AppImage")
    monkeypatch.setenv("APPDIR", "/run/mounted/Toque")
    monkeypatch.setattr(sys, "executable", "/run/mounted/Toque/usr/lib/toque/toque")
    assert own_command.own_command() == ("/home/ana/Toque.AppImage",)


def test_an_installation_without_the_script_starts_its_python(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "python3"))
    assert own_command.own_command() == (str(tmp_path / "python3"), "-m", "app")
    (tmp_path / "toque-window").write_text("")
    assert own_command.own_command() == (str(tmp_path / "toque-window"),)
