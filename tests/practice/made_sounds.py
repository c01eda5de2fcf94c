"""Small real files: a tone in each format that a call may play, and what is none of them."""

from __future__ import annotations

import io
import math
import wave
from array import array
from functools import cache

import av

RATE = 48_000


@cache
def wav(seconds: float = 0.5) -> bytes:
    tone = array(
        "h", (round(9000 * math.sin(2 * math.pi * 440 * i / RATE)) for i in range(int(seconds * RATE)))
    )
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(tone.tobytes())
    return file.getvalue()


@cache
def encoded(container: str, codec: str, seconds: float = 0.5) -> bytes:
    file = io.BytesIO()
    with (
        av.open(io.BytesIO(wav(seconds)), mode="r") as tone,
        av.open(file, mode="w", format=container) as out,
    ):
        stream = out.add_stream(codec, rate=RATE, layout="mono")
        for frame in (*tone.decode(audio=0), None):
            out.mux(stream.encode(frame))
    return file.getvalue()


def mp3(seconds: float = 0.5) -> bytes:
    return encoded("mp3", "libmp3lame", seconds)


def ogg(seconds: float = 0.5) -> bytes:
    return encoded("ogg", "libopus", seconds)


def m4a(seconds: float = 0.5) -> bytes:
    return encoded("ipod", "aac", seconds)


@cache
def silent_video() -> bytes:
    """An mp4, as m4a is, with pictures only."""
    return _pictures("mp4", "mpeg4", "yuv420p")


@cache
def picture() -> bytes:
    return _pictures("image2pipe", "png", "rgb24")


def _pictures(container: str, codec: str, pixels: str) -> bytes:
    file = io.BytesIO()
    with av.open(file, mode="w", format=container) as out:
        stream = out.add_stream(codec, rate=10, width=32, height=32, pix_fmt=pixels)
        for frame in (av.VideoFrame(32, 32, pixels), None):
            out.mux(stream.encode(frame))
    return file.getvalue()
