"""A check for updates from end to end: the feed that the tool makes and signs, over https, in the program."""

from __future__ import annotations

import asyncio
import ssl
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from loopback import Line, serving, soon

from app import __version__
from app.desktop.installation import this_system
from app.domain.release import FeedAddress, Version
from app.program import Program
from app.providers.network import WAY_OUT
from app.services.policy import Policy
from app.services.updates import Newer, NoUpdates, UpdateUnknown, UpToDate
from app.storage.memory_secrets import MemorySecrets
from app.storage.profile import Profile
from app.storage.settings_file import SettingsFile

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import trustme

    Made = Callable[..., Program]

TOOL = Path(__file__).parents[2] / "packaging" / "release" / "feed.py"
SUFFIXES = {"windows": ".exe", "macos": ".dmg", "linux": ".AppImage"}


def run(*arguments: str | Path) -> None:
    subprocess.run([sys.executable, TOOL, *arguments], check=True, capture_output=True)  # noqa: S603 - ours


def lie_in(feed: Path) -> None:
    feed.write_bytes(feed.read_bytes().replace(b"News", b"Lies"))


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    """A feed of this version, with an installer for this computer."""
    here = this_system()
    (tmp_path / "dist").mkdir()
    installer = tmp_path / "dist" / f"Toque-{__version__}-{here.arch}{SUFFIXES.get(here.name, '.AppImage')}"
    installer.write_bytes(b"installer")
    (tmp_path / "notes.md").write_text("- News\n", encoding="utf-8")
    run("new-key", "--into", tmp_path)
    folders = ["--dist", tmp_path / "dist", "--into", tmp_path, "--base-url", "https://x.example/"]
    key = ["--key-file", tmp_path / "release-key"]
    run("make", *folders, *key, "--notes", tmp_path / "notes.md", "--minimum", f"{here.name}=1")
    return tmp_path / "feed.json"


@pytest.fixture
async def made(tmp_path: Path) -> AsyncIterator[Made]:
    """Make a program with a policy; it is closed at the end."""
    programs: list[Program] = []
    settings = SettingsFile(tmp_path / "profile" / "settings.json")

    def make(policy: Policy, *, is_practice: bool = False) -> Program:
        nobody: Callable[[object], None] = lambda _: None  # noqa: E731
        program = Program(
            Profile.of(tmp_path / "profile"),
            settings,
            secrets=MemorySecrets(),
            on_call=nobody,
            on_account=nobody,
            on_audio=lambda: None,
            on_question=nobody,
            on_trouble=nobody,
            on_kept_aside=nobody,
            policy=policy,
            is_practice=is_practice,
        )
        programs.append(program)
        return program

    yield make
    for program in programs:
        await program.close()
    settings.close()


async def test_what_the_tool_signs_is_what_the_program_finds(
    feed: Path, made: Made, authority: trustme.CA, ca_file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(WAY_OUT, "ca_file", "")  # as it is again at the end: the program sets it
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(tls)

    async def behave(line: Line) -> None:
        while True:
            name = (await line.request()).target.removeprefix("/")
            await line.reply(200, await asyncio.to_thread(feed.with_name(name).read_bytes))

    key = feed.with_name("release-key.pub").read_text().strip()
    async with serving(behave, tls=tls) as server:
        address = FeedAddress(f"{server.base_url}/feed.json", key)
        program = made(Policy(updates=address, ca_file=ca_file))
        assert isinstance(await soon(program.updates.check()), UpToDate)
        program.updates.installed = Version(0, 0, 1)
        found = await soon(program.updates.check())
        assert isinstance(found, Newer)
        assert found.trouble == ""
        assert found.file is not None
        assert found.file.size == len(b"installer")
        assert found.release.notes_in("en") == "- News"
        await asyncio.to_thread(lie_in, feed)
        with pytest.raises(UpdateUnknown, match="is not signed"):
            await soon(program.updates.check())


_WHO_LOADS = """
import asyncio, sys, threading
from app import program
from app.domain.release import FeedAddress
from app.services.updates import UpdateUnknown
class Look:
    def find_spec(self, name, path=None, target=None):
        if name == "httpx":
            print("the loop" if threading.current_thread() is threading.main_thread() else "a thread")
sys.meta_path.insert(0, Look())
try:
    asyncio.run(program._read_feed(FeedAddress("http://x.example", "")))
except UpdateUnknown:
    print("refused")
"""


def test_the_window_does_not_wait_while_the_first_check_is_loaded() -> None:
    done = subprocess.run([sys.executable, "-c", _WHO_LOADS], capture_output=True, text=True, check=True)  # noqa: S603
    assert done.stdout.split("\n") == ["a thread", "refused", ""]


@pytest.mark.parametrize(
    ("policy", "is_practice", "why"),
    [
        (Policy(), False, NoUpdates.NO_FEED),
        (Policy(), True, NoUpdates.PRACTICE),
        (Policy(forbids_updates=True), False, NoUpdates.FORBIDDEN),
        (Policy.unreadable("policy.json", "damaged"), False, NoUpdates.FORBIDDEN),
    ],
)
async def test_where_nobody_is_asked(policy: Policy, is_practice: bool, why: NoUpdates, made: Made) -> None:
    assert made(policy, is_practice=is_practice).updates.why_off() is why


async def test_what_administrators_installed_asks_nobody_whatever_the_feed(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "managed").touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "toque"))
    program = made(Policy(updates=FeedAddress("https://127.0.0.1/feed.json", "key")))
    assert program.updates.why_off() is NoUpdates.MANAGED
