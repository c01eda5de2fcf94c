"""Real sound files of many kinds, made with PyAV; and how alike two sounds are."""

from __future__ import annotations

import io
import math
import random
from array import array
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from itertools import accumulate
from operator import mul
from typing import TYPE_CHECKING, Any, BinaryIO

import av
import pytest
from av.audio.frame import AudioFrame
from av.audio.resampler import AudioResampler
from av.video.frame import VideoFrame

from app.audio.sound import RATE, louder

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

HALF_SCALE = 16_000


@dataclass(frozen=True)
class Kind:
    """How a file of a kind is made, and what Toque calls it."""

    container: str
    codec: str
    name: str
    rate: int = 44_100
    channels: int = 2
    bit_rate: int | None = None
    options: Mapping[str, str] = field(default_factory=dict)
    container_options: Mapping[str, str] = field(default_factory=dict)
    delay_s: float = 0.01
    """By how much it may come later or last longer than what it was made of: such a codec's own doing."""
    keeps_the_wave: bool = True
    """Or only what one hears of it."""


_experimental = {"strict": "experimental"}
_fragments = {"movflags": "empty_moov", "frag_duration": "1000000"}
_front = {"movflags": "faststart"}

KINDS = {
    "wav": Kind("wav", "pcm_s16le", "WAV"),
    "wav 8 bits": Kind("wav", "pcm_u8", "WAV", 8_000, 1),
    "wav 24 bits": Kind("wav", "pcm_s24le", "WAV", 96_000),
    "wav float": Kind("wav", "pcm_f32le", "WAV", 48_000),
    "wav mu-law": Kind("wav", "pcm_mulaw", "WAV", 8_000, 1),
    "wav like the call": Kind("wav", "pcm_s16le", "WAV", 16_000, 1),
    "mp3": Kind("mp3", "libmp3lame", "MP3"),
    "mp3 8 kHz": Kind("mp3", "libmp3lame", "MP3", 8_000, 1, 16_000),
    "mp3 22 kHz": Kind("mp3", "libmp3lame", "MP3", 22_050, 1),
    "mp3 48 kHz": Kind("mp3", "libmp3lame", "MP3", 48_000, 2, 320_000),
    "mp3 48 kHz low": Kind("mp3", "libmp3lame", "MP3", 48_000, 2, 32_000),
    "ogg vorbis": Kind("ogg", "vorbis", "Ogg Vorbis", options=_experimental),
    "ogg opus": Kind("ogg", "libopus", "Ogg Opus", 48_000),
    "ogg opus mono": Kind("ogg", "libopus", "Ogg Opus", 16_000, 1, 12_000),
    "ogg flac": Kind("ogg", "flac", "Ogg Flac", 32_000, 1),
    "m4a": Kind("ipod", "aac", "M4A", delay_s=0.03),
    "m4a moov first": Kind("ipod", "aac", "M4A", 48_000, 1, container_options=_front, delay_s=0.03),
    "m4a low": Kind("ipod", "aac", "M4A", 16_000, 1, 16_000, delay_s=0.07),
    "m4a alac": Kind("ipod", "alac", "M4A"),
    "m4a fragments": Kind("mp4", "aac", "M4A", container_options=_fragments, delay_s=0.05),
    "aac adts": Kind("adts", "aac", "AAC", 48_000, delay_s=0.05),
    "flac": Kind("flac", "flac", "FLAC"),
    "flac like the call": Kind("flac", "flac", "FLAC", 16_000, 1),
    "flac 8 kHz": Kind("flac", "flac", "FLAC", 8_000, 1),
    "flac 96 kHz": Kind("flac", "flac", "FLAC", 96_000, 1),
    "webm": Kind("webm", "libopus", "WebM", 48_000),
    "webm vorbis": Kind("webm", "vorbis", "WebM", 32_000, options=_experimental),
    "matroska": Kind("matroska", "flac", "Matroska"),
    "amr": Kind("amr", "libopencore_amrnb", "AMR", 8_000, 1, 12_200, delay_s=0.03, keeps_the_wave=False),
    "wma": Kind("asf", "wmav2", "WMA", bit_rate=128_000, delay_s=0.05),
    "aiff": Kind("aiff", "pcm_s16be", "AIFF"),
    "au": Kind("au", "pcm_s16be", "AU", 22_050, 1),
    "caf": Kind("caf", "pcm_s16be", "CAF"),
    "avi": Kind("avi", "libmp3lame", "AVI", delay_s=0.05),
    "flv": Kind("flv", "aac", "FLV", delay_s=0.05),
    "mpeg-ts": Kind("mpegts", "aac", "MPEGTS", delay_s=0.05),
}

LOW_AAC = Kind("adts", "aac", "AAC", 8_000, 1, 16_000)


@cache
def speech(seconds: float, *, seed: int = 1) -> bytes:
    """Return what resembles speech: syllables of changing pitch and vowel, with pauses; nothing comes twice.

    Mono, 16 bits, `RATE`, its peaks a little below half scale.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    samples = array("h")
    while len(samples) < seconds * RATE:
        samples.extend(_syllable(chance))
        if chance.random() < 0.2:
            samples.extend([0] * chance.randrange(800, 3_200))
    return samples[: round(seconds * RATE)].tobytes()


def _syllable(chance: random.Random) -> array[int]:
    count = chance.randrange(2_000, 5_000)
    first, last = chance.uniform(140, 280), chance.uniform(140, 280)
    formant = chance.uniform(400, 1_000)
    steps = (2 * math.pi * (first + (last - first) * at / count) / RATE for at in range(count))
    phases = list(accumulate(steps))
    weights = [math.exp(-(((first * n - formant) / 500) ** 2)) / n**0.5 for n in range(1, 9)]
    scale = chance.uniform(0.5, 1.0) * HALF_SCALE / sum(weights)
    envelope = [math.sin(math.pi * at / count) ** 0.7 for at in range(count)]
    return array(
        "h",
        [
            round(scale * loud * sum(w * math.sin(n * phase) for n, w in enumerate(weights, 1)))
            for phase, loud in zip(phases, envelope, strict=True)
        ],
    )


def silence(seconds: float) -> bytes:
    return bytes(2 * round(seconds * RATE))


def clipped(pcm: bytes) -> bytes:
    """Return it much too loud, as a bad recording is."""
    return louder(pcm, 20)


def make(
    path: Path,
    kind: Kind,
    pcm: bytes,
    *,
    times: int = 1,
    layout: str = "",
    video_s: float = 0.0,
    is_streamed: bool = False,
) -> Path:
    """Write a file of that kind with the sound `pcm`, `times` over; with that much of a video, too.

    One that `is_streamed` never went back to its beginning to state its length there.
    """
    if kind.codec not in av.codecs_available:
        pytest.skip(f"this PyAV has no {kind.codec}")  # from 19 on none for AMR
    layout = layout or ("stereo" if kind.channels == 2 else "mono")
    target = Pipe(path.open("wb")) if is_streamed else str(path)
    with av.open(target, "w", format=kind.container, options=dict(kind.container_options)) as container:
        stream: Any = container.add_stream(kind.codec, rate=kind.rate, options=dict(kind.options))
        stream.codec_context.layout = layout
        if kind.bit_rate:
            stream.codec_context.bit_rate = kind.bit_rate
        if video_s:
            _add_video(container, video_s)
        sample = 0
        frames = _converted(pcm, layout, kind.rate)
        for frame in frames * times:
            frame.pts, sample = sample, sample + frame.samples
            frame.time_base = Fraction(1, kind.rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    if isinstance(target, Pipe):
        target.file.close()
    return path


@dataclass(frozen=True)
class Pipe:
    """Can only be written on."""

    file: BinaryIO

    def write(self, data: bytes) -> int:
        return self.file.write(data)


def video_only(path: Path, seconds: float = 1.0) -> Path:
    with av.open(str(path), "w", format="mp4") as container:
        _add_video(container, seconds)
    return path


def picture(codec: str) -> bytes:
    """Return an image of that kind, such as "png"."""
    encoder: Any = av.CodecContext.create(codec, "w")
    encoder.width = encoder.height = 64
    encoder.pix_fmt = encoder.codec.video_formats[0].name
    encoder.time_base = Fraction(1, 25)
    return b"".join(bytes(packet) for packet in encoder.encode(VideoFrame(64, 64, encoder.pix_fmt)))


def _add_video(container: Any, seconds: float) -> None:
    stream = container.add_stream("mpeg4", rate=10)
    stream.width = stream.height = 64
    stream.pix_fmt = "yuv420p"
    for _ in range(math.ceil(10 * seconds)):
        container.mux(stream.encode(VideoFrame(64, 64, "yuv420p")))
    container.mux(stream.encode(None))


def _converted(pcm: bytes, layout: str, rate: int) -> list[AudioFrame]:
    frame = AudioFrame("s16", "mono", len(pcm) // 2)
    frame.planes[0].update(pcm)
    frame.sample_rate = RATE
    resampler = AudioResampler("s16", layout, rate)
    return [each for each in (*resampler.resample(frame), *resampler.resample(None)) if each is not None]


def decoded(data: bytes) -> bytes:
    """Return the sound of a file, as a call carries it."""
    resampler = AudioResampler("s16", "mono", RATE)
    pcm = bytearray()
    with av.open(io.BytesIO(data)) as container:
        for frame in (*container.decode(audio=0), None):
            for each in resampler.resample(frame):
                if each is not None:
                    pcm += bytes(each.planes[0])[: 2 * each.samples]
    return bytes(pcm)


def likeness(one: bytes, other: bytes, *, within_s: float = 0.06) -> float:
    """Return how alike two sounds are, 0 to 1, when one is shifted by up to `within_s` against the other.

    They last a second at least.
    """
    from pydub.utils import audioop  # after app.audio, which takes care of its warnings

    lags = round(within_s * RATE)
    middle = min(len(one), len(other)) // 4
    part = one[2 * middle - RATE // 4 * 2 : 2 * middle + RATE // 4 * 2]
    around = other[2 * middle - (RATE // 4 + lags) * 2 : 2 * middle + (RATE // 4 + lags) * 2]
    lag = audioop.findfit(around, part)[0] - lags
    start, end = max(0, -lag), min(len(one) // 2, len(other) // 2 - lag)
    left = memoryview(one).cast("h")[start:end]
    right = memoryview(other).cast("h")[start + lag : end + lag]
    return _product(left, right) / math.sqrt(_product(left, left) * _product(right, right) or 1)


def _product(one: memoryview[int], other: memoryview[int]) -> int:
    return sum(map(mul, one, other))
