"""What the packages for Linux say of Toque is what the program says, and what Debian understands."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from linux import deb, depends
from linux.appimage import write_folder
from linux.changelog import Release, debian_changelog, own_releases, releases
from linux.manual import manual
from linux.metainfo import DESCRIPTIONS, FILE_NAME, SUMMARIES, metainfo
from product import IDENTIFIER, VERSION

from app.desktop.desktop_file import entry, read_entry
from app.desktop.xdg_links import OFFERED, values

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Debian's tools are asked")

BUILT = datetime(2026, 11, 20, 12, tzinfo=UTC)
CHANGELOG = """# Changelog

## Unreleased

### Added

- A thing, told in
  two lines.

### Fixed

- Another.

## [1.0.0] - 2026-01-02

- The first.
"""


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """A frozen program, as far as packages care."""
    folder = tmp_path / "frozen" / "Toque"
    (folder / "_internal").mkdir(parents=True)
    shutil.copy("/bin/true", folder / "toque")
    (folder / "_internal" / "data").write_text("data")
    return folder


@pytest.fixture
def tree(frozen: Path, tmp_path: Path) -> Path:
    tree = tmp_path / "tree"
    deb.write_tree(tree, frozen, BUILT)
    return tree


def said(name: str, *arguments: object) -> str:
    """Return what a tool says, which is nothing where all is well."""
    tool = shutil.which(name)
    if tool is None:
        pytest.skip(f"install {name}: packaging/bootstrap.sh linux")
    done = subprocess.run([tool, *map(str, arguments)], capture_output=True, text=True, check=False)  # noqa: S603 - the tool
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_the_desktop_file_is_the_programs_own(tree: Path) -> None:
    file = tree / "usr/share/applications/toque.desktop"
    assert file.read_text() == entry(values(("/usr/bin/toque",), "toque", {}))
    known = read_entry(file)
    assert known["Exec"] == "/usr/bin/toque %u"
    assert known["MimeType"].split(";")[:-1] == [f"x-scheme-handler/{scheme}" for scheme in OFFERED]
    assert said("desktop-file-validate", file) == ""


def test_the_metadata_are_valid_and_name_what_is_installed(tree: Path) -> None:
    text = (tree / "usr/share/metainfo" / FILE_NAME).read_text()
    for part in (f"<id>{IDENTIFIER}</id>", ">toque.desktop<", f'version="{VERSION}"', 'xml:lang="pt_BR"'):
        assert part in text
    assert "successful" in said(
        "appstreamcli", "validate", "--no-net", tree / "usr/share/metainfo" / FILE_NAME
    )
    assert set(SUMMARIES) == set(DESCRIPTIONS) == {"", "pt_BR", "es"}


def test_versions_come_from_the_change_log() -> None:
    ours, first = releases(CHANGELOG, BUILT)
    assert ours == Release(VERSION, BUILT, ("A thing, told in two lines.", "Another."), is_published=False)
    assert first == Release("1.0.0", datetime(2026, 1, 2, tzinfo=UTC), ("The first.",))
    text = metainfo([ours, first])
    assert '<release version="1.0.0" date="2026-01-02" type="stable"' in text
    assert f'<release version="{VERSION}" date="2026-11-20" type="development"' in text
    assert own_releases(BUILT)


def test_debians_change_log_can_be_read(tmp_path: Path) -> None:
    file = tmp_path / "changelog"
    file.write_text(debian_changelog(list(releases(CHANGELOG, BUILT)), deb.MAINTAINER))
    assert said("dpkg-parsechangelog", "-l", file, "--show-field", "Version") == f"{VERSION}\n"
    assert said("dpkg-parsechangelog", "-l", file, "--count", "1", "--offset", "1", "--show-field", "Date")


def test_the_package_starts_the_program_and_is_managed(tree: Path) -> None:
    started = tree / "usr/bin/toque"
    assert str(started.readlink()) == "../lib/toque/toque"
    assert started.resolve() == tree / "usr/lib/toque/toque"
    assert (tree / "usr/lib/toque/managed").is_file()


def test_the_package_is_one_that_debian_installs(frozen: Path, tmp_path: Path) -> None:
    said("dpkg-shlibdeps", "--version")
    package = deb.build_deb(frozen, tmp_path / "work", tmp_path, BUILT, quick=True)
    assert package.name == f"toque_{VERSION}_{said('dpkg', '--print-architecture').strip()}.deb"
    fields = dict(
        line.split(": ", 1) for line in said("dpkg-deb", "--field", package).splitlines() if ": " in line
    )
    assert (fields["Package"], fields["Version"], fields["Section"]) == ("toque", VERSION, "comm")
    assert re.search(r"libc6 \(>= 2\.\d+\)", fields["Depends"])
    assert "xkb-data" in fields["Depends"]
    assert "gnome-keyring |" in fields["Recommends"]
    listed = said("dpkg-deb", "--contents", package).splitlines()
    assert {line.split()[1] for line in listed} == {"root/root"}
    programs = [line for line in listed if line.startswith("-rwxr-xr-x")]
    assert [line.split()[5] for line in programs] == ["./usr/lib/toque/toque"]
    again = tmp_path / "again"
    assert (
        deb.build_deb(frozen, tmp_path / "work2", again, BUILT, quick=True).read_bytes()
        == package.read_bytes()
    )


def test_libraries_that_come_along_are_not_asked_of_the_system(tmp_path: Path) -> None:
    shutil.copy("/bin/true", tmp_path / "program")
    files = list(depends.binaries(tmp_path))
    assert depends.outside(tmp_path, files) == {"libc.so.6"}
    (tmp_path / "libc.so.6").write_bytes(b"")
    assert depends.outside(tmp_path, files) == set()


def test_the_manual_tells_every_command_and_nothing_hidden() -> None:
    page = manual(BUILT)
    for text in (r"\-\-practice", "toque call", "toque history export", r"\-\-anyway", ".SH REMOVAL"):
        assert text in page
    assert r"\-\-background" not in page
    assert not [line for line in page.splitlines() if line.startswith("'")]


def test_the_image_has_what_desktops_look_for(frozen: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Toque.AppDir"
    write_folder(folder, frozen, BUILT)
    assert (folder / "AppRun").resolve() == folder / "usr/lib/toque/toque"
    assert read_entry(folder / "toque.desktop")["Exec"] == "toque %u"
    assert (folder / "toque.svg").is_file()
    assert (folder / ".DirIcon").read_bytes().startswith(b"\x89PNG")
    assert not (folder / "usr/lib/toque/managed").exists()
