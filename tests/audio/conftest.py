from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.audio.prepare import prepare
from app.domain.audio import AudioFormat, AudioRefused, AudioWishes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _nothing_printed(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """FFmpeg and PyAV print to the process's own output, with paths in it."""
    yield
    printed = capfd.readouterr()
    assert not printed.err
    assert not printed.out


@pytest.fixture
def refusal() -> Callable[[Path | str], str]:
    """Return the sentence with which a file is refused."""

    def of(path: Path | str) -> str:
        with pytest.raises(AudioRefused) as refused:
            prepare(str(path), AudioWishes(), frozenset(AudioFormat))
        return str(refused.value)

    return of
