"""The file that an audio call plays: made ready in a thread, and kept as it was then."""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.audio import AudioRefused, length_words
from app.domain.detail import Detail
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from app.domain.audio import AudioFormat, AudioWishes, FileRecord, PreparedAudio

_PROGRESS_STEP = 0.01
"""What is less is not worth showing."""


class Prepare(Protocol):
    """What makes a file ready; `app.audio` implements it."""

    def __call__(
        self,
        path: str,
        wishes: AudioWishes,
        formats: frozenset[AudioFormat],
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> PreparedAudio:
        """Return the file made ready to be sent in one of `formats`. It blocks, and is called in a thread.

        `progress` gets 0 to 1. Raises AudioRefused; anything else once `is_cancelled` returned True.
        """
        ...


@dataclass(frozen=True, slots=True)
class Preparing:
    """A file that is being made ready; `fraction` from 0 to 1."""

    name: str
    fraction: float = 0.0


class FileChoice:
    """A file that cannot be taken leaves the choice as it was, and `problem` says why.

    `formats` are those in which the chosen account takes a file; `wishes` tells how it is wished to be made
    ready. `on_change` comes whenever anything here changed, `on_taken` with the path of a file that became
    the choice.
    """

    def __init__(
        self,
        *,
        prepare: Prepare,
        wishes: Callable[[], AudioWishes],
        on_change: Callable[[], None],
        on_taken: Callable[[str], None],
    ) -> None:
        self._prepare = prepare
        self._wishes = wishes
        self._on_change = on_change
        self._on_taken = on_taken
        self._tasks = Tasks()
        self._work: asyncio.Task[None] | None = None
        self._again: Callable[[], None] = lambda: None
        self.formats: frozenset[AudioFormat] = frozenset()
        self.chosen: PreparedAudio | None = None
        self.preparing: Preparing | None = None
        self.problem: str = ""
        """Why the file chosen last was not taken: a Detail."""
        self.note: str = ""
        """What is to be known about the choice, such as that only the first of several files was taken."""

    @property
    def ready(self) -> PreparedAudio | None:
        """The file that can be sent now: none while another is made ready, nor in a format not taken."""
        if self.preparing is not None or self.chosen is None or self.chosen.format not in self.formats:
            return None
        return self.chosen

    def choose(self, path: str, note: str = "") -> None:
        """Make the file ready, and let it be the choice."""

        async def work() -> None:
            self._take(await self.prepared(path, self._progress_of(path)), note)

        self._begin(work, path)

    def choose_again(self, record: FileRecord) -> None:
        """Take what an earlier call played, if it is still the same; else say what changed, and take nothing.

        The choice is empty meanwhile: another sound must not go to this number by mistake.
        """

        async def work() -> None:
            try:
                audio = await self.prepared(record.path, self._progress_of(record.path))
            except AudioRefused as refused:
                if await asyncio.to_thread(_is_there, record.path):
                    raise
                folder = str(Path(record.path).parent)
                raise AudioRefused(Detail(_GONE, name=record.name, folder=folder)) from refused
            if audio.original_sha256 != record.sha256:
                raise AudioRefused(_changed(record, audio))
            self._take(audio)

        if self.ready is not None and self.ready.record == record:
            self.problem = self.note = ""
            self._on_change()
            return
        self.chosen = None
        self._begin(work, record.path)

    def prepare_again(self) -> None:
        """Make it ready once more, since the wishes or the formats changed; else it stays as it is."""
        if not self.formats:
            return
        if self._work is not None:
            self._again()
        elif (before := self.chosen) is not None:

            async def work() -> None:
                audio = await self.prepared(before.path, self._progress_of(before.path))
                if audio.original_sha256 != before.original_sha256:
                    raise AudioRefused(Detail(_NOT_THE_SAME, name=before.name))
                self.chosen = audio

            self._begin(work, before.path)

    def cancel(self) -> None:
        """Give up making a file ready; the choice stays as it was."""
        self._drop_work()
        self._on_change()

    def remove(self) -> None:
        """Choose no file."""
        self._drop_work()
        self.chosen = None
        self.problem = self.note = ""
        self._on_change()

    def refuse(self, problem: Detail) -> None:
        """Say why no file can be taken at all."""
        self.problem, self.note = problem, ""
        self._on_change()

    async def prepared(self, path: str, progress: Callable[[float], None]) -> PreparedAudio:
        """Return the file made ready, without choosing it. Raises AudioRefused."""
        loop = asyncio.get_running_loop()
        is_cancelled = threading.Event()
        shown = 0.0

        def report(fraction: float) -> None:
            nonlocal shown
            if fraction - shown >= _PROGRESS_STEP and not is_cancelled.is_set():
                shown = fraction
                loop.call_soon_threadsafe(progress, fraction)

        try:
            return await asyncio.to_thread(
                self._prepare,
                path,
                self._wishes(),
                self.formats,
                progress=report,
                is_cancelled=is_cancelled.is_set,
            )
        finally:
            is_cancelled.set()

    async def close(self) -> None:
        """Give up what is under way."""
        await self._tasks.close()

    # --- the work -------------------------------------------------------------------------------------

    def _begin(self, work: Callable[[], Coroutine[object, object, None]], path: str) -> None:
        """Start `work` in the place of any other."""
        self._drop_work()
        self._again = lambda: self._begin(work, path)
        self.preparing = Preparing(Path(path).name)
        self.problem = self.note = ""
        self._work = self._tasks.start(work(), "preparing a sound", self._on_ended)
        self._on_change()

    def _drop_work(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._work = self.preparing = None

    def _take(self, audio: PreparedAudio, note: str = "") -> None:
        self.chosen, self.note = audio, note
        self._on_taken(audio.path)

    def _progress_of(self, path: str) -> Callable[[float], None]:
        """Return what shows how far that file is, as long as it is the one that is shown."""
        mine = asyncio.current_task()

        def show(fraction: float) -> None:
            if self._work is mine:
                self.preparing = Preparing(Path(path).name, fraction)
                self._on_change()

        return show

    def _on_ended(self, result: object) -> None:
        """Hear the end of the work: one that was dropped is not heard of."""
        self._work = self.preparing = None
        if isinstance(result, AudioRefused):
            self.problem = str(result)
        elif isinstance(result, Exception):
            self.problem = Detail(_BROKEN)
        self._on_change()


def _changed(record: FileRecord, now: PreparedAudio) -> Detail:
    before_words, now_words = length_words(record.duration_s), length_words(now.duration_s)
    if before_words == now_words:
        return Detail(_CHANGED, name=record.name)
    return Detail(_LENGTH_CHANGED, name=record.name, before=before_words, now=now_words)


def _is_there(path: str) -> bool:
    try:
        return Path(path).exists()
    except OSError:  # a folder that may not be entered
        return False


_GONE = QT_TRANSLATE_NOOP("Detail", "{name} is no longer in {folder}. Choose the sound again.")
_CHANGED = QT_TRANSLATE_NOOP(
    "Detail", "The content of {name} has changed since that call. Choose it again if that is meant."
)
_LENGTH_CHANGED = QT_TRANSLATE_NOOP(
    "Detail",
    "{name} has changed since that call: it lasted {before} and lasts {now} now. "
    "Choose it again if that is meant.",
)
_NOT_THE_SAME = QT_TRANSLATE_NOOP(
    "Detail", "{name} has changed since it was chosen, so it stays as it was. Choose it again to have it new."
)
_BROKEN = QT_TRANSLATE_NOOP("Detail", "Toque made a mistake with this file. The log says more.")
