"""What the smoke test says: one line an item, as soon as it is known."""

from __future__ import annotations

import logging
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from typing import TextIO

log = logging.getLogger(__name__)


class Broken(Exception):
    """An item does not do its work. The message says what is wrong."""


class Report:
    """Writes lines to the file, where there is one, and to the standard output, where there is one."""

    def __init__(self, file: TextIO | None) -> None:
        self._places = [place for place in (sys.stdout, file) if place is not None]
        self.has_failures = False

    def check(self, name: str, item: Callable[[], str]) -> None:
        """Do the item, which returns what it found; whatever it raises is its failure."""
        with self._judged(name):
            self._say(f"ok    {name}: {item()}")

    async def check_async(self, name: str, item: Callable[[], Awaitable[str]]) -> None:
        """Do an item that waits, as `check` does."""
        with self._judged(name):
            self._say(f"ok    {name}: {await item()}")

    @contextmanager
    def _judged(self, name: str) -> Iterator[None]:
        try:
            yield
        except Exception as error:
            log.info("%s failed", name, exc_info=True)
            self.has_failures = True
            why = " ".join(str(error).split())
            self._say(
                f"FAILED {name}: {why if isinstance(error, Broken) else f'{type(error).__name__}: {why}'}"
            )

    def _say(self, line: str) -> None:
        for place in self._places:
            place.write(line + "\n")
            place.flush()  # what comes next may end the program
