"""What the next audio call plays: one file, made ready in a thread, or one link."""

from __future__ import annotations

import asyncio
import logging
import threading
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from app.domain.audio import AudioLink, AudioRefused, FileRecord, LinkRecord, PreparedAudio, length_words
from app.domain.detail import Detail
from app.domain.provider import AudioOrigin, ProviderError
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.settings import NotSaved
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Sequence

    from app.domain.audio import AudioFormat, AudioRecord, AudioSource, AudioWishes
    from app.domain.provider import Capabilities
    from app.services.settings import Settings, SettingsStore

log = logging.getLogger(__name__)

RECENT = 10
"""How many files are remembered."""
_PROGRESS_STEP = 0.01
"""What is less is not worth showing."""


class AudioPreparer(Protocol):
    """Works on files of sound; every method blocks, and is called in a thread."""

    def prepare(
        self,
        path: str,
        wishes: AudioWishes,
        formats: frozenset[AudioFormat],
        *,
        progress: Callable[[float], None],
        is_cancelled: Callable[[], bool],
    ) -> PreparedAudio:
        """Make the file ready to be sent in one of `formats`.

        `progress` gets 0 to 1. Raises AudioRefused; anything else once `is_cancelled` returned True.
        """
        ...

    def sha256_of(self, path: str) -> str:
        """Return the hash of the file's content, in hex. Raises OSError."""
        ...


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """What a link answers: its content type, and its size in bytes if it tells."""

    content_type: str
    size: int | None
    is_audio: bool


@dataclass(frozen=True, slots=True)
class Preparing:
    """A file that is being made ready; `fraction` from 0 to 1."""

    name: str
    fraction: float = 0.0


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was chosen before, and whether it is still there."""

    path: str
    is_there: bool


class AudioChoice:
    """The choice of a sound. Exactly one source counts: the file or the link, as `origin` says.

    A file or a link that cannot be taken leaves the choice as it was, and `problem` says why. `on_change`
    comes whenever anything here changed; `on_trouble` gets a sentence when something could not be saved.
    """

    def __init__(
        self,
        *,
        settings: SettingsStore,
        preparer: AudioPreparer,
        check_link: Callable[[AudioLink], Awaitable[LinkAnswer]],
        on_change: Callable[[], None],
        on_trouble: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._preparer = preparer
        self._check_link = check_link
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._tasks = Tasks()
        self._work: asyncio.Task[None] | None = None
        self._work_again: Callable[[], None] = lambda: None
        self._file_will_count = False
        self._checking: asyncio.Task[None] | None = None
        self._origins: frozenset[AudioOrigin] = frozenset()
        self._formats: frozenset[AudioFormat] = frozenset()
        self._file: PreparedAudio | None = None
        self._link: AudioLink | None = None
        self._incomplete_link = ""
        self.origin = AudioOrigin.FILE
        self.link_text = ""
        self.preparing: Preparing | None = None
        self.problem: str = ""
        """Why what was chosen last was not taken: a Detail."""
        self.note: str = ""
        """What is to be known about the choice, such as that only the first of several files was taken."""
        self.link_answer: LinkAnswer | None = None

    # --- what is chosen -------------------------------------------------------------------------------

    @property
    def source(self) -> AudioSource | None:
        """What the next call plays; None while there is nothing that could be sent, or not yet."""
        if self.preparing is not None and (self._file_will_count or self.origin is AudioOrigin.FILE):
            return None
        return self._file if self.origin is AudioOrigin.FILE else self._link

    @property
    def file(self) -> PreparedAudio | None:
        """The file that is ready, also while the link counts."""
        return self._file

    @property
    def origins(self) -> frozenset[AudioOrigin]:
        """Where the chosen account takes sound from."""
        return self._origins

    @property
    def wishes(self) -> AudioWishes:
        """What is done to a file."""
        return self._settings.current.audio_wishes

    @property
    def checks_links(self) -> bool:
        """Whether a link is tried before it is used."""
        return self._settings.current.check_links

    def allow(self, capabilities: Capabilities | None) -> None:
        """Offer what the chosen account can do."""
        self._origins = capabilities.audio_origins if capabilities else frozenset()
        formats, self._formats = self._formats, capabilities.audio_formats if capabilities else frozenset()
        if self._origins and self.origin not in self._origins:
            self.origin = next(iter(self._origins))
        fits = self._work is None and (self._file is None or self._file.format in self._formats)
        if self._formats and self._formats != formats and not fits:
            self._prepare_again()
        self._on_change()

    # --- a file ---------------------------------------------------------------------------------------

    def choose_files(self, paths: Sequence[str]) -> None:
        """Take the first of `paths`, and note that the others were left."""
        if AudioOrigin.FILE not in self._origins:
            self._refuse(Detail(_LINKS_ONLY))
            return
        note = Detail(_SEVERAL, name=Path(paths[0]).name) if len(paths) > 1 else ""
        self._begin(lambda: self._choose(paths[0], note), paths[0])

    def choose_again(self, record: AudioRecord) -> None:
        """Take what an earlier call played, if it is still the same; else say what changed, and take nothing.

        The choice is empty meanwhile: another sound must not go to this number by mistake.
        """
        needed = AudioOrigin.LINK if isinstance(record, LinkRecord) else AudioOrigin.FILE
        if needed not in self._origins:
            self._drop_work()
            self._file = self._link = None
            self._refuse(Detail(_FILES_ONLY if needed is AudioOrigin.LINK else _LINKS_ONLY))
        elif isinstance(record, LinkRecord):
            self._incomplete_link = "" if record.is_whole else record.url
            self.use_link(record.url)
        else:
            self._file = None
            self.origin = AudioOrigin.FILE
            self._begin(lambda: self._choose_unchanged(record), record.path)

    def set_wishes(self, wishes: AudioWishes) -> None:
        """Have files made ready in that way, from now on and the chosen one again."""
        self._remember(lambda settings: replace(settings, audio_wishes=wishes), then=self._prepare_again)

    def cancel(self) -> None:
        """Give up making a file ready; the choice stays as it was."""
        self._drop_work()
        self._on_change()

    def remove(self) -> None:
        """Choose no file."""
        self._drop_work()
        self._file = None
        self.problem = self.note = ""
        self._on_change()

    async def prepared(self, path: str) -> PreparedAudio:
        """Return the file made ready, without choosing it. Raises AudioRefused."""
        return await self._prepared(path, lambda _fraction: None)

    async def recent(self) -> list[RecentFile]:
        """Return the files chosen last, newest first."""
        paths = self._settings.current.recent_audio
        return await asyncio.to_thread(lambda: [RecentFile(path, _is_there(path)) for path in paths])

    # --- a link ---------------------------------------------------------------------------------------

    def use_file(self) -> None:
        """Let the file count."""
        self.origin = AudioOrigin.FILE
        self.problem = ""
        self._forget_answer()
        self._on_change()

    def use_link(self, text: str | None = None) -> None:
        """Let the link count, and `text` be the link."""
        if AudioOrigin.LINK not in self._origins:
            self._refuse(Detail(_FILES_ONLY))
            return
        self.origin = AudioOrigin.LINK
        self._file_will_count = False
        self.set_link(self.link_text if text is None else text)

    def set_link(self, text: str) -> None:
        """Take what is typed as the link; an incomplete one is a problem."""
        self.link_text = text
        self._link, self.problem, self.note = None, "", ""
        self._forget_answer()
        if text.strip():
            try:
                self._link = self._checked_form(text.strip())
            except AudioRefused as refused:
                self.problem = str(refused)
        self._on_change()

    def set_checks_links(self, checks: bool) -> None:
        """Have links tried, or not."""
        self._remember(lambda settings: replace(settings, check_links=checks), then=self.check_link)

    def check_link(self) -> None:
        """Try the link, if that is wished; what it answers becomes `link_answer`, or else `problem`."""
        self._forget_answer()
        if self._link is not None and self.origin is AudioOrigin.LINK:
            self.problem = ""
            if self.checks_links:
                self._checking = self._tasks.start(
                    self._check(self._link), "check of a link", self._on_failed
                )
        self._on_change()

    # --- the work -------------------------------------------------------------------------------------

    async def close(self) -> None:
        """Give up what is under way."""
        await self._tasks.close()

    def _refuse(self, problem: Detail) -> None:
        self.problem, self.note = problem, ""
        self._on_change()

    def _begin(
        self, work: Callable[[], Coroutine[object, object, None]], path: str, *, will_count: bool = True
    ) -> None:
        """Start `work` on a file in the place of any other; with `will_count` the file counts once ready."""
        self._drop_work()
        self._work_again = lambda: self._begin(work, path, will_count=self._file_will_count)
        self._file_will_count = will_count
        self.preparing = Preparing(Path(path).name)
        self.problem = self.note = ""
        self._work = self._tasks.start(work(), "preparing a sound", self._on_failed)
        self._work.add_done_callback(self._on_work_done)
        self._on_change()

    def _drop_work(self) -> None:
        if self._work is not None:
            self._work.cancel()
        self._work = self.preparing = None

    def _on_work_done(self, work: asyncio.Task[None]) -> None:
        if work is self._work:
            self._work = self.preparing = None
            self._on_change()

    async def _choose(self, path: str, note: str = "") -> None:
        await self._renew(path)
        if self._file_will_count:
            self.origin = AudioOrigin.FILE
            self._forget_answer()
        self.note = note
        self._remember(lambda settings: replace(settings, recent_audio=_with(path, settings.recent_audio)))

    async def _renew(self, path: str) -> None:
        self._file = await self._prepared(path, self._show_progress)

    async def _choose_unchanged(self, record: FileRecord) -> None:
        try:
            sha256 = await asyncio.to_thread(self._preparer.sha256_of, record.path)
        except OSError as error:
            folder = str(Path(record.path).parent)
            raise AudioRefused(Detail(_GONE, name=record.name, folder=folder)) from error
        if sha256 == record.sha256:
            await self._choose(record.path)
            return
        now = await self._prepared(record.path, self._show_progress)
        raise AudioRefused(
            Detail(
                _CHANGED,
                name=record.name,
                before=length_words(record.duration_s),
                now=length_words(now.duration_s),
            )
        )

    async def _prepared(self, path: str, progress: Callable[[float], None]) -> PreparedAudio:
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
                self._preparer.prepare,
                path,
                self.wishes,
                self._formats,
                progress=report,
                is_cancelled=is_cancelled.is_set,
            )
        finally:
            is_cancelled.set()

    def _show_progress(self, fraction: float) -> None:
        if self.preparing is not None:
            self.preparing = replace(self.preparing, fraction=fraction)
            self._on_change()

    def _prepare_again(self) -> None:
        if self._work is not None:
            self._work_again()
        elif self._file is not None:
            path = self._file.path
            self._begin(lambda: self._renew(path), path, will_count=False)

    def _checked_form(self, text: str) -> AudioLink:
        link = AudioLink.parse(text)
        if text == self._incomplete_link:
            raise AudioRefused(Detail(_LINK_CUT))
        return link

    async def _check(self, link: AudioLink) -> None:
        self.link_answer = await self._check_link(link)
        self._on_change()

    def _forget_answer(self) -> None:
        self.link_answer = None
        if self._checking is not None:
            self._checking.cancel()

    def _on_failed(self, result: object) -> None:
        if isinstance(result, AudioRefused):
            self.problem = str(result)
        elif isinstance(result, ProviderError):
            self.problem = result.detail
        elif isinstance(result, Exception):
            self.problem = Detail(_BROKEN)
        self._on_change()

    def _remember(
        self, change: Callable[[Settings], Settings], then: Callable[[], None] = lambda: None
    ) -> None:
        async def save() -> None:
            try:
                await self._settings.update(change)
            except NotSaved as error:
                self._on_trouble(str(error))
            else:
                then()

        self._tasks.start(save(), "saving the audio settings")


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_file()
    except OSError:  # a folder that may not be entered, a share that does not answer
        return False


def _with(path: str, recent: Sequence[str]) -> tuple[str, ...]:
    return (path, *(other for other in recent if other != path))[:RECENT]


_SEVERAL = QT_TRANSLATE_NOOP("Detail", "A call plays one file: {name} was taken, the others were not.")
_GONE = QT_TRANSLATE_NOOP("Detail", "{name} is no longer in {folder}. Choose the sound again.")
_CHANGED = QT_TRANSLATE_NOOP(
    "Detail",
    "{name} has changed since that call: it lasted {before} and lasts {now} now. "
    "Choose it again if that is meant.",
)
_LINK_CUT = QT_TRANSLATE_NOOP(
    "Detail", "What followed the ? in the link is not kept in history. Paste the whole link again."
)
_LINKS_ONLY = QT_TRANSLATE_NOOP(
    "Detail", "Calls through this account play a sound from a link only. Give its link."
)
_FILES_ONLY = QT_TRANSLATE_NOOP("Detail", "Calls through this account play files only. Choose a file.")
_BROKEN = QT_TRANSLATE_NOOP("Detail", "Toque made a mistake with this file. The log says more.")
