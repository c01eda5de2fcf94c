"""What the provider receives of a file is the speech that is in it; of one that is refused, nothing."""

from __future__ import annotations

import math
import re
from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from sound_files import KINDS, clipped, decoded, likeness, make, silence, speech, video_only

from app.audio.prepare import prepare
from app.audio.sound import RATE, SECOND, peak
from app.domain.account import Secret
from app.domain.audio import AudioRefused, AudioWishes
from app.domain.call import CallKind, CallRequest
from app.domain.phone_number import PhoneNumber
from app.practice.server import PracticeServer
from app.providers.ryzeapi import RyzeApi

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path

    from sound_files import Kind

    Send: TypeAlias = Callable[[Path], Awaitable[bytes]]

NUMBER = PhoneNumber.parse("+5511999999999")
KEPT_S = 0.2
"""Of the silence at an end."""

OTHERS = {
    f"{name}, {rate} Hz, {channels}": replace(KINDS[name], rate=rate, channels=channels)
    for name, rates in {
        "wav": (8_000, 96_000),
        "mp3": (8_000, 48_000),
        "ogg opus": (8_000, 48_000),
        "m4a": (8_000, 96_000),
        "aac adts": (8_000, 96_000),
        "flac": (8_000, 96_000),
        "webm": (8_000, 48_000),
        "wma": (8_000, 48_000),
    }.items()
    for rate in rates
    for channels in (1, 2)
} | {f"ogg vorbis, {rate} Hz": replace(KINDS["ogg vorbis"], rate=rate) for rate in (8_000, 96_000)}
"""The lowest and the highest rate of the usual formats, mono and stereo; PyAV makes Vorbis in stereo only."""


@pytest.fixture
def server() -> Iterator[PracticeServer]:
    with PracticeServer(pace=0.01) as server:
        yield server


@pytest.fixture
def send(server: PracticeServer) -> Send:
    """Play a file in a call, levelled and trimmed as it usually is; return what the provider received."""

    async def send(file: Path) -> bytes:
        provider = RyzeApi(
            {"instance": server.instance, "base_url": server.base_url}, {"token": Secret(server.token)}
        )
        try:
            audio = prepare(str(file), AudioWishes(), provider.capabilities.audio_formats)
            request = CallRequest("account", NUMBER, CallKind.AUDIO, audio=audio)
            placed = await provider.place(request, lambda: None)
        finally:
            await provider.close()
        (sound,) = server.sounds
        assert sound.call_id == placed.provider_call_id
        assert isinstance(sound.media, bytes)
        return sound.media

    return send


def between(pause_s: float, said: bytes) -> bytes:
    return silence(pause_s) + said + silence(pause_s)


def assert_same(received: bytes, expected: bytes) -> None:
    assert len(received) / SECOND == pytest.approx(len(expected) / SECOND, abs=0.05)
    assert likeness(expected, received) > 0.97


@pytest.mark.parametrize("kind", [*KINDS.values(), *OTHERS.values()], ids=[*KINDS, *OTHERS])
async def test_every_kind_of_file(kind: Kind, send: Send, tmp_path: Path) -> None:
    file = make(tmp_path / "hello.sound", kind, between(1.0, speech(3.0)))
    said = speech(3.0) if kind.keeps_the_wave else decoded(file.read_bytes())[SECOND:-SECOND]
    assert_same(decoded(await send(file)), between(KEPT_S, said))


@pytest.mark.parametrize(
    "name", ["hello.wav", "hello.txt", "hello", "olá mundo.mp3", "你好 🎧 'a' %s {x}.mp3"]
)
async def test_whatever_its_name(name: str, send: Send, tmp_path: Path) -> None:
    file = make(tmp_path / "hello", KINDS["mp3"], between(1.0, speech(3.0))).rename(tmp_path / name)
    assert_same(decoded(await send(file)), between(KEPT_S, speech(3.0)))


async def test_a_second(send: Send, tmp_path: Path) -> None:
    file = make(tmp_path / "hello.mp3", KINDS["mp3"], speech(1.0))
    assert_same(decoded(await send(file)), speech(1.0))


async def test_ten_minutes(send: Send, tmp_path: Path) -> None:
    minute = between(1.0, speech(60.0))
    file = make(tmp_path / "hello.flac", KINDS["flac 8 kHz"], minute, times=10)
    received = decoded(await send(file))
    expected = (10 * minute)[round(0.8 * SECOND) : -round(0.8 * SECOND)]
    assert len(received) / SECOND == pytest.approx(len(expected) / SECOND, abs=0.05)
    for start in (0, len(expected) // 2, len(expected) - 10 * SECOND):
        part = slice(start, start + 10 * SECOND)
        assert likeness(expected[part], received[part]) > 0.97


async def test_a_clipped_recording(send: Send, tmp_path: Path) -> None:
    said = clipped(speech(3.0))
    file = make(tmp_path / "hello.mp3", KINDS["mp3"], between(1.0, said))
    assert_same(decoded(await send(file)), between(KEPT_S, said))


async def test_silence_is_sent_as_it_is(send: Send, tmp_path: Path) -> None:
    received = decoded(await send(make(tmp_path / "hello.mp3", KINDS["mp3"], silence(3.0))))
    assert len(received) / SECOND == pytest.approx(3.0, abs=0.05)
    assert peak(received) < 10


def truncated(file: Path) -> None:
    content = make(file, KINDS["mp3"], speech(4.0)).read_bytes()
    file.write_bytes(content[: len(content) // 2])


REFUSED = {
    "x.mp3 is not a sound file.": lambda file: file.write_text("Dear all,\nplease call back.\n" * 200),
    "x.mp3 is empty.": lambda file: file.touch(),
    "x.mp3 is a folder.": lambda file: file.mkdir(),
    "x.mp3 is not there.": lambda _file: None,
    "x.mp3 has pictures but no sound.": video_only,
    "x.mp3 breaks off at 0:02 of 0:04.": truncated,
}


@pytest.mark.parametrize("sentence", REFUSED)
async def test_nothing_of_a_file_that_is_refused(
    sentence: str, send: Send, server: PracticeServer, tmp_path: Path
) -> None:
    file = tmp_path / "x.mp3"
    REFUSED[sentence](file)
    with pytest.raises(AudioRefused, match=re.escape(sentence)):
        await send(file)
    assert not server.requests


async def test_what_is_received_is_as_loud_to_ffmpegs_own_decoders(send: Send, tmp_path: Path) -> None:
    """Its decoder for Opus made this, which libopus had written, four times as loud from some point on."""
    samples = array("h")
    for n in range(12 * RATE):
        t = n / RATE
        pitch = 300 + 100 * math.sin(0.8 * math.pi * t)
        is_on = math.sin(2.6 * math.pi * t) > -0.3
        samples.append(round(29_490 * is_on * math.sin(math.tau * pitch * t)))
    received = decoded(await send(make(tmp_path / "hello", KINDS["wav"], samples.tobytes())))
    assert peak(received[5 * SECOND :]) < 1.2 * peak(received[: 4 * SECOND])
