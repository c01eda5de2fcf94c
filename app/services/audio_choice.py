"""What the next audio call plays: a file or a link, of which exactly one counts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.audio import AudioFormat, LinkRecord
from app.domain.detail import Detail
from app.domain.provider import AudioOrigin
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.file_choice import FileChoice
from app.services.link_choice import LinkChoice
from app.services.settings import NotSaved
from app.services.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from app.domain.audio import AudioLink, AudioRecord, AudioSource, AudioWishes, PreparedAudio
    from app.domain.provider import Capabilities
    from app.services.file_choice import Prepare
    from app.services.link_choice import LinkAnswer
    from app.services.settings import Settings, SettingsStore

RECENT = 10
"""How many files are remembered."""
_LOOK_UP_S = 0.5
"""How long a file may take to be found, say on a share that does not answer; then it counts as gone."""


@dataclass(frozen=True, slots=True)
class RecentFile:
    """A file that was chosen before, and whether it is still there."""

    path: str
    is_there: bool


class AudioChoice:
    """The choice of a sound. `origin` says which of `file` and `link` counts, and is shown.

    `on_change` comes whenever anything here changed; `on_trouble` gets a sentence when something could not
    be saved.
    """

    def __init__(
        self,
        *,
        settings: SettingsStore,
        prepare: Prepare,
        check_link: Callable[[AudioLink], Awaitable[LinkAnswer]],
        on_change: Callable[[], None],
        on_trouble: Callable[[str], None],
    ) -> None:
        self._settings = settings
        self._on_change = on_change
        self._on_trouble = on_trouble
        self._tasks = Tasks()
        self.origins: frozenset[AudioOrigin] = frozenset()
        """Where the chosen account takes sound from."""
        self.origin = AudioOrigin.FILE
        self.file = FileChoice(
            prepare=prepare,
            wishes=lambda: self.wishes,
            on_change=self._on_file_change,
            on_taken=self._on_file_taken,
        )
        self.link = LinkChoice(check_link, on_change)
        self._link_counted = False
        self._wished = AudioOrigin.FILE
        """What the operator let count, also while an account takes only the other."""

    @property
    def source(self) -> AudioSource | None:
        """What the next call plays; None while there is nothing that could be sent, or not yet."""
        if self.origin not in self.origins:
            return None
        return self.file.ready if self.origin is AudioOrigin.FILE else self.link.link

    @property
    def problem(self) -> str:
        """What is wrong: why a file was not taken, or with the link while that counts. A Detail."""
        return self.file.problem or (self.link.problem if self.origin is AudioOrigin.LINK else "")

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
        origins = capabilities.audio_origins if capabilities else frozenset()
        formats = capabilities.audio_formats if capabilities else frozenset[AudioFormat]()
        if (origins, formats) == (self.origins, self.file.formats):
            return
        self.origins, self.file.formats = origins, formats
        if self._wished in origins:
            self.origin = self._wished
        elif origins:
            self.origin = next(iter(origins))
        if formats and (self.file.preparing or self.file.ready is None):
            self.file.prepare_again()
        self._on_change()

    # --- chosen ---------------------------------------------------------------------------------------

    def choose_files(self, paths: Sequence[str]) -> None:
        """Take the first of `paths`, and note that the others were left."""
        if self._refuses(AudioOrigin.FILE):
            return
        self._link_counted = self._link_counted or self.origin is AudioOrigin.LINK
        self.origin = AudioOrigin.FILE
        note = Detail(_SEVERAL, name=Path(paths[0]).name) if len(paths) > 1 else ""
        self.file.choose(paths[0], note)

    def choose_again(self, record: AudioRecord) -> None:
        """Take what an earlier call played. Until it is known to be the same, nothing is chosen."""
        origin = AudioOrigin.LINK if isinstance(record, LinkRecord) else AudioOrigin.FILE
        if origin not in self.origins:
            self.file.remove()
            self.link.type("")
            self._refuses(origin)
            return
        self._link_counted = False
        self.origin = self._wished = origin
        if isinstance(record, LinkRecord):
            self.file.problem = ""
            self.link.take_again(record)
        else:
            self.file.choose_again(record)

    def use_file(self) -> None:
        """Let the file count."""
        self._use(AudioOrigin.FILE)

    def use_link(self, text: str | None = None) -> None:
        """Let the link count, and `text` be the link."""
        if self._refuses(AudioOrigin.LINK):
            return
        self._use(AudioOrigin.LINK)
        if text is not None:
            self.type_link(text)

    def type_link(self, text: str) -> None:
        """Take what is typed as the link."""
        self.file.problem = ""
        self.link.type(text)

    def check_link(self) -> None:
        """Try the link, if that is wished and it counts."""
        if self.checks_links and self.origin is AudioOrigin.LINK:
            self.link.check()

    async def prepared(self, path: str) -> PreparedAudio:
        """Return the file made ready, without choosing it. Raises AudioRefused."""
        return await self.file.prepared(path, lambda _fraction: None)

    async def close(self) -> None:
        """Give up what is under way."""
        await self.file.close()
        await self.link.close()
        await self._tasks.close()

    def _use(self, origin: AudioOrigin) -> None:
        self.origin = self._wished = origin
        self._link_counted = False
        self.file.problem = ""
        self._on_change()

    def _refuses(self, origin: AudioOrigin) -> bool:
        """Return whether the account takes no sound from there, and say so."""
        if origin in self.origins:
            return False
        others = {AudioOrigin.FILE: _LINKS_ONLY, AudioOrigin.LINK: _FILES_ONLY}
        self.file.refuse(Detail(others[origin] if self.origins else _NO_SOUND))
        return True

    def _on_file_change(self) -> None:
        """Let the link count again where a file that was to take its place cannot be taken."""
        if self._link_counted and self.file.preparing is None:
            self._link_counted = False
            if AudioOrigin.LINK in self.origins:
                self.origin = self._wished = AudioOrigin.LINK
        self._on_change()

    def _on_file_taken(self, path: str) -> None:
        self._link_counted = False
        self._remember_file(path)

    # --- remembered -----------------------------------------------------------------------------------

    def set_wishes(self, wishes: AudioWishes) -> None:
        """Have files made ready in that way, from now on and the chosen one again."""
        self._save(lambda settings: replace(settings, audio_wishes=wishes), then=self.file.prepare_again)

    def set_checks_links(self, checks: bool) -> None:
        """Have links tried, or not: then what one answered is forgotten, too."""
        self._save(
            lambda settings: replace(settings, check_links=checks),
            then=self.check_link if checks else lambda: self.link.type(self.link.text),
        )

    @property
    def recent_folders(self) -> list[str]:
        """The folders of the files chosen last, newest first."""
        return [str(Path(path).parent) for path in self._settings.current.recent_audio]

    async def recent(self) -> list[RecentFile]:
        """Return the files chosen last, newest first."""
        paths = self._settings.current.recent_audio
        looks = [asyncio.ensure_future(asyncio.to_thread(_is_there, path)) for path in paths]
        try:
            answered, _ = await asyncio.wait(looks, timeout=_LOOK_UP_S) if looks else ((), ())
        finally:
            for look in looks:
                look.cancel()
        return [
            RecentFile(path, look in answered and look.result())
            for path, look in zip(paths, looks, strict=True)
        ]

    def _remember_file(self, path: str) -> None:
        def change(settings: Settings) -> Settings:
            others = [other for other in settings.recent_audio if other != path]
            return replace(settings, recent_audio=(path, *others)[:RECENT])

        self._save(change)

    def _save(self, change: Callable[[Settings], Settings], then: Callable[[], None] = lambda: None) -> None:
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
    except OSError:  # a folder that may not be entered
        return False


_SEVERAL = QT_TRANSLATE_NOOP("Detail", "A call plays one file: {name} was taken, the others were not.")
_LINKS_ONLY = QT_TRANSLATE_NOOP(
    "Detail", "Calls through this account play a sound from a link only. Give its link."
)
_FILES_ONLY = QT_TRANSLATE_NOOP("Detail", "Calls through this account play files only. Choose a file.")
_NO_SOUND = QT_TRANSLATE_NOOP(
    "Detail", "Calls through this account cannot play a sound. Choose another account."
)
