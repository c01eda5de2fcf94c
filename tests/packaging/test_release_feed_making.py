"""The release feed as it is made for a release: the program reads what the tool writes."""

from __future__ import annotations

import hashlib
import json
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from product import ROOT, VERSION
from release import feed

from app.domain.release import FeedAddress, System, Version
from app.providers.release_format import read_release
from app.providers.release_signature import is_signed
from app.storage.build_feed import build_feed

if TYPE_CHECKING:
    from app.domain.release import Release

BASE = "https://releases.example/v1/"
FILES = {
    f"Toque-{VERSION}-windows-x86_64.exe": b"MZ",
    f"Toque-{VERSION}-windows-x86_64.msi": b"administrators'",
    f"toque_{VERSION}_amd64.deb": b"administrators' too",
    f"Toque-{VERSION}-linux-x86_64.AppImage": b"ELF",
    f"Toque-{VERSION}-macos-arm64.dmg": b"koly",
    f"Toque-{VERSION}-macos-x86_64.dmg": b"kolY",
    "SHA256SUMS": b"sums",
}
NOTES = "### Added\n\n- Something for you.\n"


class Desk:
    """A folder with what was built, the keys, and the tool."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.dist = folder / "dist"
        self.dist.mkdir()
        for name, data in FILES.items():
            (self.dist / name).write_bytes(data)
        self.notes = folder / "notes.md"
        self.notes.write_text(NOTES, encoding="utf-8")
        self.keys = folder / "keys"
        assert feed.main(["new-key", "--into", str(self.keys)]) == 0
        self.private = self.keys / "release-key"
        self.key = (self.keys / "release-key.pub").read_text().strip()
        self.out = folder / "out"

    def make(self, *more: str | Path) -> int:
        places = ["--dist", self.dist, "--base-url", BASE, "--into", self.out, "--notes", self.notes]
        return feed.main(["make", *map(str, [*places, "--key-file", self.private, *more])])

    @property
    def data(self) -> bytes:
        return (self.out / "feed.json").read_bytes()

    @property
    def signature(self) -> bytes:
        return (self.out / "feed.json.sig").read_bytes()

    @property
    def release(self) -> Release:
        assert is_signed(self.data, self.signature, self.key)
        return read_release(self.data)

    def check(self, key: str = "") -> int:
        return feed.main(
            ["check", "--feed-file", str(self.out / "feed.json"), "--public-key", key or self.key]
        )


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.delenv(feed.KEY_VARIABLE, raising=False)
    return Desk(tmp_path)


# --- the feed -----------------------------------------------------------------------------------------


def test_the_program_reads_what_was_made(workshop: Desk) -> None:
    assert workshop.make() == 0
    release = workshop.release
    assert release.version == Version.parse(VERSION)
    assert (release.expires_at - release.published_at).days == feed.VALID_DAYS
    assert release.notes == {"en": NOTES.strip()}
    assert workshop.check() == 0


def test_operators_installers_are_in_it_and_administrators_are_not(workshop: Desk) -> None:
    workshop.make()
    kinds = {(each.system, each.arch): each for each in workshop.release.files}
    assert kinds.keys() == {
        ("windows", "x86_64"),
        ("linux", "x86_64"),
        ("macos", "arm64"),
        ("macos", "x86_64"),
    }
    installer = kinds["windows", "x86_64"]
    assert installer.url == f"{BASE}Toque-{VERSION}-windows-x86_64.exe"
    assert (installer.size, installer.sha256) == (2, hashlib.sha256(b"MZ").hexdigest())
    assert {each.least_system for each in kinds.values()} == set(feed.LEAST.values())


def test_an_image_may_need_a_newer_system(workshop: Desk) -> None:
    workshop.make("--minimum", "linux=2.39")
    found = workshop.release.file_for(System("linux", "x86_64"))
    assert found is not None
    assert found.least_system == "2.39"


@pytest.mark.parametrize(
    ("name", "architectures"),
    [
        ("Toque-1.2.3-arm64.dmg", ("arm64",)),
        ("Toque-1.2.3-aarch64.AppImage", ("arm64",)),
        ("Toque-1.2.3-universal2.dmg", ("arm64", "x86_64")),
        ("Toque-1.2.3-x86_64.dmg", ("x86_64",)),
        ("Toque-1.2.3.exe", ("x86_64",)),
    ],
)
def test_the_name_says_what_a_file_is_for(name: str, architectures: tuple[str, ...]) -> None:
    assert feed.architectures(name) == architectures


def test_notes_may_be_in_more_languages(workshop: Desk, tmp_path: Path) -> None:
    translated = tmp_path / "notas.md"
    translated.write_text("- Algo para você.\n", encoding="utf-8")
    workshop.make("--notes-in", f"pt_BR={translated}")
    assert workshop.release.notes_in("pt_BR") == "- Algo para você."


def test_the_key_may_come_from_the_environment(workshop: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(feed.KEY_VARIABLE, workshop.private.read_text())
    workshop.private.unlink()
    places = ["--dist", workshop.dist, "--into", workshop.out, "--notes", workshop.notes]
    assert feed.main(["make", "--base-url", BASE, *map(str, places)]) == 0
    assert workshop.check() == 0


def test_a_feed_is_renewed_with_nothing_else_changed(workshop: Desk) -> None:
    workshop.make()
    before, signature = json.loads(workshop.data), workshop.signature
    file = str(workshop.out / "feed.json")
    assert (
        feed.main(["renew", "--feed-file", file, "--key-file", str(workshop.private), "--valid-days", "999"])
        == 0
    )
    after = json.loads(workshop.data)
    assert after.pop("expires") > before.pop("expires")
    assert after == before
    assert workshop.signature != signature
    assert workshop.check() == 0


# --- refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Toque-0.0.9-windows-x86_64.exe", "is not of version"),
        (f"Toque-{VERSION}1-windows-x86_64.exe", "is not of version"),
        (f"Toque-{VERSION}.1-windows-x86_64.exe", "is not of version"),
        ("Toque-windows-x86_64.exe", "is not of version"),
        (f"Toque-{VERSION}-windows-other.exe", "are both for windows, x86_64"),
    ],
)
def test_a_folder_with_more_than_one_build_is_refused(
    name: str, why: str, workshop: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    (workshop.dist / name).write_bytes(b"old")
    assert workshop.make() == 1
    assert why in capsys.readouterr().err
    assert not (workshop.out / "feed.json").exists()


def test_a_folder_without_installers_is_refused(
    workshop: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert workshop.make("--dist", tmp_path / "keys") == 1
    assert "there is no installer" in capsys.readouterr().err


@pytest.mark.parametrize("url", ["http://releases.example/", "releases.example/"])
def test_downloads_without_https_are_refused(url: str, workshop: Desk) -> None:
    assert workshop.make("--base-url", url) == 1
    assert not (workshop.out / "feed.json").exists()


def test_too_much_to_read_is_refused(workshop: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    workshop.notes.write_text("- word\n" * 50_000)
    assert workshop.make() == 1
    assert "the program takes" in capsys.readouterr().err


def test_a_version_without_notes_is_refused(workshop: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    workshop.notes.unlink()
    assert workshop.make() == 1


@pytest.mark.parametrize(
    "text", ["", "no key", "-----BEGIN PRIVATE KEY-----\nMARKER\n-----END PRIVATE KEY-----", "TUFSS0VS"]
)
def test_a_key_that_is_none_is_refused_and_not_shown(
    text: str, workshop: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.private.write_text(text)
    assert workshop.make() == 1
    said = capsys.readouterr().err
    assert "private key" in said
    assert "MARKER" not in said


def test_what_another_signed_is_neither_checked_nor_renewed(
    workshop: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop.make()
    feed.main(["new-key", "--into", str(tmp_path / "other")])
    other = tmp_path / "other" / "release-key"
    assert workshop.check(other.with_suffix(".pub").read_text().strip()) == 1
    file = str(workshop.out / "feed.json")
    assert feed.main(["renew", "--feed-file", file, "--key-file", str(other)]) == 1
    assert workshop.check() == 0
    assert "not signed with this key" in capsys.readouterr().err


def test_a_feed_that_is_over_is_told(workshop: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    workshop.make("--valid-days", "-1")
    assert workshop.check() == 1
    assert "was good until" in capsys.readouterr().err


# --- keys and builds ----------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_reads_the_keys(workshop: Desk) -> None:
    modes = {stat.S_IMODE(each.stat().st_mode) for each in workshop.keys.iterdir()}
    assert modes == {0o600}


def test_a_key_is_never_written_over(workshop: Desk) -> None:
    before = workshop.private.read_bytes()
    assert feed.main(["new-key", "--into", str(workshop.keys)]) == 1
    assert workshop.private.read_bytes() == before


def test_the_private_key_is_not_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    feed.main(["new-key", "--into", str(tmp_path)])
    secret = (tmp_path / "release-key").read_text().strip()
    assert secret not in capsys.readouterr().out


def test_a_build_is_told_what_to_ask(workshop: Desk, tmp_path: Path) -> None:
    into = tmp_path / "release.json"
    url = "https://releases.example/feed.json"
    assert feed.main(["embed", "--feed", url, "--public-key", workshop.key, "--into", str(into)]) == 0
    assert build_feed(into) == FeedAddress(url, workshop.key)


@pytest.mark.parametrize(("url", "key"), [("http://x.example", ""), ("https://x.example", "AAAA")])
def test_what_no_build_could_ask_is_refused(url: str, key: str, workshop: Desk, tmp_path: Path) -> None:
    into = tmp_path / "release.json"
    assert feed.main(["embed", "--feed", url, "--public-key", key or workshop.key, "--into", str(into)]) == 1
    assert not into.exists()


def test_it_runs_as_a_command() -> None:
    tool = Path(ROOT) / "packaging" / "release" / "feed.py"
    done = subprocess.run([sys.executable, tool, "--help"], capture_output=True, text=True, check=True)  # noqa: S603
    assert "new-key" in done.stdout
