"""Stand-ins for what the choice of a sound uses, by kind, and the choice built on them."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from service_fakes import FakeSettings, Gate, sound

from app.domain.audio import AudioFormat, AudioRefused
from app.domain.call import CallKind
from app.domain.detail import Detail
from app.domain.provider import AudioOrigin, Capabilities, StatusSource
from app.services.audio_choice import AudioChoice
from app.services.link_choice import LinkAnswer

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.audio import AudioLink, AudioWishes, PreparedAudio

FILE, LINK = AudioOrigin.FILE, AudioOrigin.LINK
A, B = "/home/ana/a.wav", "/home/ana/b.wav"
URL, OTHER_URL = "https://files.example/hello.mp3", "https://files.example/other.mp3"
REFUSED = AudioRefused(Detail("{name} holds no sound.", name="b.wav"))
DEADLINE_S = 10.0
"""After which a thread gives up: a test that would hang fails instead."""


class Cancelled(Exception):
    """The work was given up, as asked."""


def sound_of(path: str) -> PreparedAudio:
    """What FakePrepare makes of a path."""
    return sound(path, data=path.encode())


class FakePrepare:
    """A Prepare in memory, in true threads.

    `prepares` holds what becomes of a path: a sound, or an error; else it is a sound of its own. A path in
    `held` stays in its thread until it is released or cancelled; one in `stubborn` is not cancelled.
    `progress` has what shows how far a path is. Without a format it breaks, as the true one does.
    """

    def __init__(self) -> None:
        self.prepares: dict[str, PreparedAudio | Exception] = {}
        self.asked: list[tuple[str, AudioWishes, frozenset[AudioFormat]]] = []
        self.fractions: dict[str, list[float]] = {}
        self.progress: dict[str, Callable[[float], None]] = {}
        self.held: dict[str, threading.Event] = {}
        self.stubborn: set[str] = set()
        self.ended: list[tuple[str, str]] = []
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()

    @property
    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]

    def hold(self, *paths: str) -> None:
        self.held |= {path: threading.Event() for path in paths}

    def release(self, path: str) -> None:
        self.held[path].set()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for what a thread does."""
        async with asyncio.timeout(DEADLINE_S):
            while not condition():
                await self._news.wait()
                self._news.clear()

    def __call__(
        self,
        path: str,
        wishes: AudioWishes,
        formats: frozenset[AudioFormat],
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> PreparedAudio:
        self.asked.append((path, wishes, formats))
        self.progress[path] = progress
        for fraction in self.fractions.get(path, []):
            progress(fraction)
        self._tell()
        try:
            self._stay(path, is_cancelled)
        except Cancelled:
            self.ended.append((path, "cancelled"))
            raise
        else:
            self.ended.append((path, "done"))
        finally:
            self._tell()
        progress(1.0)
        if not formats:
            raise ValueError("no format to choose from")
        prepared = self.prepares.get(path, sound_of(path))
        if isinstance(prepared, Exception):
            raise prepared
        return prepared

    def _stay(self, path: str, is_cancelled: Callable[[], bool]) -> None:
        released = self.held.get(path)
        if released is None:
            return
        for _ in range(int(DEADLINE_S / 0.002)):
            if released.wait(0.002):
                return
            if is_cancelled() and path not in self.stubborn:
                raise Cancelled
        raise AssertionError("nobody released it")

    def _tell(self) -> None:
        self._loop.call_soon_threadsafe(self._news.set)


class FakeLinks:
    """Links that are tried: `answers` holds what comes of a URL, `gate` holds every answer back."""

    def __init__(self) -> None:
        self.answers: dict[str, LinkAnswer | Exception] = {}
        self.asked: list[str] = []
        self.cancelled: list[str] = []
        self.gate = Gate()

    async def check(self, link: AudioLink) -> LinkAnswer:
        self.asked.append(link.url)
        try:
            await self.gate.passed()
        except asyncio.CancelledError:
            self.cancelled.append(link.url)
            raise
        answer = self.answers.get(link.url, LinkAnswer("audio/mpeg", 1000, is_audio=True))
        if isinstance(answer, Exception):
            raise answer
        return answer


def able(*origins: AudioOrigin, formats: frozenset[AudioFormat] = frozenset(AudioFormat)) -> Capabilities:
    """What an account can do that takes sound from there."""
    return Capabilities(
        kinds=frozenset({CallKind.AUDIO}),
        status_source=StatusSource.PUSH,
        audio_origins=frozenset(origins),
        audio_formats=formats,
    )


class Desk:
    """The choice of a sound on fakes, with an account that takes files and links.

    `seen` has what was shown after each change: the origin, the name that is being prepared, the problem.
    """

    def __init__(self) -> None:
        self.settings = FakeSettings()
        self.preparer = FakePrepare()
        self.links = FakeLinks()
        self.troubles: list[str] = []
        self.seen: list[tuple[AudioOrigin, str, str]] = []
        self.fractions: list[float] = []
        self._changed = asyncio.Event()
        self.choice = AudioChoice(
            settings=self.settings,
            prepare=self.preparer,
            check_link=self.links.check,
            on_change=self._change,
            on_trouble=self.troubles.append,
        )
        self.choice.allow(able(FILE, LINK))

    def _change(self) -> None:
        choice, preparing = self.choice, self.choice.file.preparing
        if preparing is not None:
            self.fractions.append(preparing.fraction)
        self.seen.append((choice.origin, preparing.name if preparing else "", choice.problem))
        self._changed.set()

    async def until(self, condition: Callable[[], object]) -> None:
        """Wait for a change that is told."""
        async with asyncio.timeout(DEADLINE_S):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    async def choose(self, *paths: str) -> None:
        """Choose files and wait until it is known what becomes of it."""
        self.choice.choose_files(paths)
        await self.ready()

    async def begin(self, path: str) -> None:
        """Choose a file that stays in its thread."""
        self.preparer.hold(path)
        asked = len(self.preparer.asked)
        self.choice.choose_files([path])
        await self.preparer.until(lambda: len(self.preparer.asked) > asked)

    async def link_tried(self, url: str = URL) -> None:
        """Wish links to be tried, and let one count."""
        self.settings.current = replace(self.settings.current, check_links=True)
        self.choice.use_link(url)
        self.choice.check_link()
        await self.settled()

    async def ready(self) -> None:
        """Wait until nothing is being prepared, and what is remembered of it is saved."""
        await self.until(lambda: self.choice.file.preparing is None)
        await self.settled()

    async def settled(self) -> None:
        """Let everything run that waits for nothing."""
        for _ in range(30):
            await asyncio.sleep(0)

    async def close(self) -> None:
        for released in self.preparer.held.values():
            released.set()
        await self.choice.close()
