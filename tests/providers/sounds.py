"""Sounds to send, and what their upload tells."""

from __future__ import annotations

import io
import wave
from itertools import pairwise

from app.domain.audio import AudioFormat, AudioLink, PreparedAudio

SOUND_MARKER = b"marker-sound-91c4" * 8
"""In every sound: what it is found in keeps or shows sounds."""
LINK_MARKER = "marker-link-27d8"
"""In the query of every link: what it is found in has leaked a key."""

LINK = AudioLink(f"https://files.example/hello.mp3?key={LINK_MARKER}")


def prepared(data: bytes = SOUND_MARKER) -> PreparedAudio:
    """A file of which `data` is sent."""
    return PreparedAudio(
        path="/home/ana/hello.wav",
        data=data,
        format=AudioFormat.WAV,
        duration_s=1.0,
        original_kind="WAV",
        original_size=len(data),
        original_duration_s=1.0,
        original_sha256="ab" * 32,
    )


def real_wav(seconds: float = 0.5) -> bytes:
    """A WAV file that can be decoded."""
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 8000, 0, "NONE", ""))
        sound.writeframes(bytes(range(256)) * round(seconds * 8000 * 2 / 256))
    return file.getvalue()


class Progress:
    """What an upload told, in order."""

    def __init__(self) -> None:
        self.told: list[tuple[int, int]] = []

    def __call__(self, sent: int, total: int) -> None:
        self.told.append((sent, total))

    @property
    def only_grows(self) -> bool:
        return all(before[0] < after[0] for before, after in pairwise(self.told))
