"""The link to a sound, as it is typed, and what it answers where that is asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.audio import AudioLink, AudioRefused, LinkRecord
from app.domain.detail import Detail
from app.domain.provider import ProviderError
from app.domain.reason import QT_TRANSLATE_NOOP
from app.services.tasks import Tasks

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """What a link answers: its content type, and its size in bytes if it tells."""

    content_type: str
    size: int | None
    is_audio: bool


class LinkChoice:
    """`on_change` comes whenever anything here changed."""

    def __init__(
        self, check: Callable[[AudioLink], Awaitable[LinkAnswer]], on_change: Callable[[], None]
    ) -> None:
        self._check = check
        self._on_change = on_change
        self._tasks = Tasks()
        self._checking: asyncio.Task[None] | None = None
        self._incomplete = ""
        self.text = ""
        self.link: AudioLink | None = None
        self.problem: str = ""
        """What is wrong with the text, or with what the link answers: a Detail."""
        self.answer: LinkAnswer | None = None

    def type(self, text: str) -> None:
        """Take what is typed as the link; while it is none, `problem` says why."""
        self.text = text
        self.link = None
        self._forget_answer()
        if text.strip():
            try:
                self.link = self._read(text.strip())
            except AudioRefused as refused:
                self.problem = str(refused)
        self._on_change()

    def take_again(self, record: LinkRecord) -> None:
        """Take the link of an earlier call; one that was not kept whole has to be completed."""
        self._incomplete = "" if record.is_whole else record.url
        self.type(record.url)

    def check(self) -> None:
        """Ask what the link answers: that becomes `answer`, or else `problem`."""
        if self.link is not None:
            self._forget_answer()
            work = self._ask(self.link)
            self._checking = self._tasks.start(work, "check of a link", self._on_failed)
            self._on_change()

    async def close(self) -> None:
        """Give up what is under way."""
        await self._tasks.close()

    def _read(self, text: str) -> AudioLink:
        link = AudioLink.parse(text)
        if text == self._incomplete:
            raise AudioRefused(Detail(_CUT))
        return link

    async def _ask(self, link: AudioLink) -> None:
        self.answer = await self._check(link)
        self._on_change()

    def _forget_answer(self) -> None:
        self.answer = None
        self.problem = ""
        if self._checking is not None:
            self._checking.cancel()

    def _on_failed(self, result: object) -> None:
        if isinstance(result, ProviderError):
            self.problem = result.detail
        elif isinstance(result, Exception):
            self.problem = Detail(_BROKEN)
        self._on_change()


_CUT = QT_TRANSLATE_NOOP(
    "Detail", "What followed the ? in the link is not kept in history. Paste the whole link again."
)
_BROKEN = QT_TRANSLATE_NOOP("Detail", "Toque made a mistake with this link. The log says more.")
