"""Sounds that are really played, on a sound server that records them."""

from __future__ import annotations

import io
import json
import math
import os
import subprocess
import sys
import wave
from array import array
from fractions import Fraction
from typing import TYPE_CHECKING

import av
import psutil
import pytest
from sound_server import OUTPUT, SoundServer, surroundings

from app.domain.audio import AudioFormat, PreparedAudio
from app.ui import audio_preview
from app.ui.audio_preview import AudioPreview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot
    from sound_server import Ears

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="there is no PulseAudio")
refused_by_qt = pytest.mark.qt_log_ignore("Could not open media")  # what these tests have it do
interrupts_qt = pytest.mark.qt_log_ignore("Immediate exit requested|Failed to seek")  # at work

DEADLINE_MS = 20_000
LOUD = 8000
LOW, HIGH = 440, 880
"""The first and the second half of what the callee hears."""
ORIGINAL_LOW, ORIGINAL_HIGH = 1500, 2500
HALF_MS = 2000
LENGTH_MS = 2 * HALF_MS

NO_OUTPUT = "There is no sound output here. The call can be placed all the same."
LOST = (
    "The sound output does not answer any more. Start Toque again to hear sounds. "
    "The call can be placed all the same."
)
GONE = (
    "The original is no longer there or cannot be read. What the callee hears is kept: "
    "it can be played and sent."
)
UNPLAYABLE = "The sound cannot be played here. The call can be placed all the same."
ORIGINAL_UNPLAYABLE = "The original cannot be played here. The call can be placed all the same."


def tones(*pitches: int, rate: int = 48_000, ms: int = HALF_MS) -> array[int]:
    return array(
        "h",
        [
            round(16_000 * math.sin(2 * math.pi * hz * n / rate))
            for hz in pitches
            for n in range(rate * ms // 1000)
        ],
    )


def encoded(samples: array[int], *, muxer: str, codec: str, rate: int = 48_000) -> bytes:
    file = io.BytesIO()
    with av.open(file, "w", format=muxer) as container:
        stream = container.add_stream(codec, rate=rate)
        stream.codec_context.layout = "mono"
        stream.bit_rate = 64_000 if codec != "libopencore_amrnb" else 12_200
        frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples))
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        frame.planes[0].update(samples.tobytes())
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()


def write_wav(path: Path, samples: array[int], rate: int = 48_000) -> None:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(samples.tobytes())


def prepared(path: Path, data: bytes, *, duration_ms: int = LENGTH_MS) -> PreparedAudio:
    return PreparedAudio(
        path=str(path),
        data=data,
        format=AudioFormat.OGG,
        duration_s=duration_ms / 1000,
        original_kind="WAV",
        original_size=1,
        original_duration_s=duration_ms / 1000,
        original_sha256="",
    )


@pytest.fixture(scope="module")
def opus() -> bytes:
    return encoded(tones(LOW, HIGH), muxer="ogg", codec="libopus")


@pytest.fixture(scope="module")
def blip() -> bytes:
    return encoded(tones(LOW, ms=300), muxer="ogg", codec="libopus")


@pytest.fixture
def original(tmp_path: Path) -> Path:
    path = tmp_path / "o with spaces, é and #.wav"
    write_wav(path, tones(ORIGINAL_LOW, ORIGINAL_HIGH))
    return path


@pytest.fixture
def audio(opus: bytes, original: Path) -> PreparedAudio:
    return prepared(original, opus)


@pytest.fixture
def preview(sound_server: SoundServer) -> Iterator[AudioPreview]:
    preview = AudioPreview()
    yield preview
    preview.load(None)


@pytest.fixture
def ears(sound_server: SoundServer) -> Iterator[Ears]:
    with sound_server.listen() as ears:
        yield ears


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=DEADLINE_MS)

    return wait


Until = "Callable[[Callable[[], bool]], None]"


def plays(ears: Ears, hz: int) -> Callable[[], bool]:
    return lambda: abs(ears.hz() - hz) < 25 and ears.level() > LOUD


def is_silent(ears: Ears) -> Callable[[], bool]:
    return lambda: ears.hz() == 0


def is_open(path: Path) -> bool:
    return str(path) in {each.path for each in psutil.Process().open_files()}


# --- playing ----------------------------------------------------------------------------------------------


def test_the_prepared_sound_is_heard_from_beginning_to_end(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    assert (preview.can_play, preview.problem, preview.duration_ms) == (True, "", LENGTH_MS)
    preview.play()
    assert preview.is_playing
    until(plays(ears, LOW))
    until(plays(ears, HIGH))
    until(lambda: not preview.is_playing)
    assert (preview.position_ms, preview.problem) == (0, "")
    until(is_silent(ears))
    assert ears.heard_s(at_least=LOUD) == pytest.approx(LENGTH_MS / 1000, abs=0.15)


def test_it_can_be_heard_again(until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio) -> None:
    preview.load(audio)
    for _ in range(2):
        preview.play()
        preview.seek(LENGTH_MS - 800)
        until(plays(ears, HIGH))
        until(lambda: not preview.is_playing)
        until(is_silent(ears))


def test_stop_is_silence_and_back_to_the_beginning(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.toggle()
    until(plays(ears, LOW))
    until(lambda: preview.position_ms > 0)
    preview.toggle()
    assert (preview.is_playing, preview.position_ms) == (False, 0)
    until(is_silent(ears))
    preview.toggle()
    until(plays(ears, LOW))


def test_another_sound_stops_the_one_that_plays(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio, original: Path, blip: bytes
) -> None:
    preview.load(audio)
    preview.play()
    until(plays(ears, LOW))
    preview.load(prepared(original, blip, duration_ms=300))
    assert (preview.is_playing, preview.position_ms, preview.duration_ms) == (False, 0, 300)
    until(is_silent(ears))
    preview.load(None)
    assert (preview.can_play, preview.problem, preview.duration_ms) == (False, "", 0)


@interrupts_qt
def test_pressed_in_haste_it_plays_what_was_asked_last(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    for number in range(20):
        preview.load(audio)
        preview.play()
        preview.choose(original=number % 2 == 0)
        preview.seek(HALF_MS)
        preview.toggle()
    preview.choose(original=True)
    preview.play()
    until(plays(ears, ORIGINAL_LOW))


# --- the position -----------------------------------------------------------------------------------------


def test_seeking_goes_there_at_once(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.play()
    until(plays(ears, LOW))
    preview.seek(HALF_MS + 100)
    assert preview.position_ms == HALF_MS + 100
    until(plays(ears, HIGH))
    assert ears.heard_s(at_least=LOUD) < 1.5  # not by waiting for it
    preview.seek(0)
    until(plays(ears, LOW))


def test_what_is_sought_while_it_is_silent_is_where_it_begins(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.seek(HALF_MS + 100)
    assert (preview.is_playing, preview.position_ms) == (False, HALF_MS + 100)
    preview.play()
    until(plays(ears, HIGH))
    assert preview.position_ms > HALF_MS


def test_seeking_stays_within_the_sound(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.seek(-1)
    assert preview.position_ms == 0
    preview.seek(LENGTH_MS + 1)
    assert preview.position_ms == LENGTH_MS
    preview.play()  # from the end there is only the beginning
    until(plays(ears, LOW))


def positions(until: Until, preview: AudioPreview, audio: PreparedAudio) -> list[int]:
    told: list[int] = []
    preview.changed.connect(lambda: told.append(preview.position_ms))
    preview.load(audio)
    preview.seek(LENGTH_MS - 1000)
    preview.play()
    until(lambda: not preview.is_playing)
    assert told.pop() == 0
    return told


def test_the_position_moves_smoothly_and_only_forwards(
    until: Until, preview: AudioPreview, audio: PreparedAudio
) -> None:
    told = positions(until, preview, audio)[2:]
    assert told == sorted(told)
    assert 15 <= len(told) <= 80  # in a second
    assert told[-1] <= LENGTH_MS + 20


def test_the_position_moves_less_often_for_who_wants_less_motion(
    until: Until, preview: AudioPreview, audio: PreparedAudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audio_preview, "prefers_reduced_motion", lambda: True)
    assert len(positions(until, preview, audio)) <= 12


# --- the original -----------------------------------------------------------------------------------------


def test_changing_to_the_original_and_back_goes_on_from_the_same_part(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.play()
    until(plays(ears, LOW))
    preview.choose(original=True)
    assert (preview.is_playing, preview.hears_original) == (True, True)
    until(plays(ears, ORIGINAL_LOW))
    preview.seek(HALF_MS + 100)
    until(plays(ears, ORIGINAL_HIGH))
    preview.choose(original=False)
    until(plays(ears, HIGH))


def test_changing_while_it_is_silent_keeps_it_silent(preview: AudioPreview, audio: PreparedAudio) -> None:
    preview.load(audio)
    preview.seek(1000)
    preview.choose(original=True)
    assert (preview.is_playing, preview.position_ms) == (False, 1000)


def test_the_file_is_open_only_while_it_is_heard(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio, original: Path
) -> None:
    preview.load(audio)
    preview.play()
    until(plays(ears, LOW))
    assert not is_open(original)
    preview.choose(original=True)
    until(plays(ears, ORIGINAL_LOW))
    assert is_open(original)
    preview.stop()
    assert not is_open(original)
    preview.seek(LENGTH_MS - 300)
    preview.play()
    until(lambda: not preview.is_playing)
    assert not is_open(original)


def test_the_prepared_sound_plays_without_the_original(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio, original: Path
) -> None:
    preview.load(audio)
    original.unlink()
    preview.play()
    until(plays(ears, LOW))


@refused_by_qt
def test_an_original_that_is_gone_is_said_to_be(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio, original: Path
) -> None:
    preview.load(audio)
    original.unlink()
    preview.choose(original=True)
    preview.play()
    until(lambda: not preview.is_playing)
    assert preview.problem == GONE
    preview.choose(original=False)
    assert preview.problem == ""
    preview.play()
    until(plays(ears, LOW))


def test_an_overwritten_original_is_heard_as_it_is_now(
    until: Until, preview: AudioPreview, ears: Ears, audio: PreparedAudio, original: Path
) -> None:
    preview.load(audio)
    write_wav(original, tones(700))
    preview.choose(original=True)
    preview.play()
    until(plays(ears, 700))
    assert preview.duration_ms == HALF_MS


@refused_by_qt
def test_an_original_overwritten_with_something_else_cannot_be_played(
    until: Until, preview: AudioPreview, audio: PreparedAudio, original: Path
) -> None:
    preview.load(audio)
    original.write_bytes(os.urandom(5000))
    preview.choose(original=True)
    preview.play()
    until(lambda: not preview.is_playing)
    assert preview.problem == ORIGINAL_UNPLAYABLE
    write_wav(original, tones(700))
    preview.play()  # it may be tried again
    assert (preview.is_playing, preview.problem) == (True, "")


@refused_by_qt
@pytest.mark.parametrize("data", [b"", b"no sound at all", bytes(range(256)) * 50])
def test_what_is_no_sound_cannot_be_played(
    until: Until, preview: AudioPreview, original: Path, data: bytes
) -> None:
    preview.load(prepared(original, data))
    preview.play()
    until(lambda: not preview.is_playing)
    assert (preview.problem, preview.position_ms) == (UNPLAYABLE, 0)


@pytest.mark.parametrize(
    ("ending", "muxer", "codec", "rate"),
    [
        ("mp3", "mp3", "libmp3lame", 44_100),
        ("m4a", "ipod", "aac", 44_100),
        ("flac", "flac", "flac", 44_100),
        ("webm", "webm", "libopus", 48_000),
        ("amr", "amr", "libopencore_amrnb", 8_000),
        ("wma", "asf", "wmav2", 44_100),
        ("aiff", "aiff", "pcm_s16be", 44_100),
    ],
)
def test_originals_of_all_kinds_can_be_heard(
    until: Until,
    preview: AudioPreview,
    ears: Ears,
    blip: bytes,
    tmp_path: Path,
    ending: str,
    muxer: str,
    codec: str,
    rate: int,
) -> None:
    path = tmp_path / f"original.{ending}"
    path.write_bytes(encoded(tones(1000, rate=rate), muxer=muxer, codec=codec, rate=rate))
    preview.load(prepared(path, blip, duration_ms=HALF_MS))
    preview.choose(original=True)
    preview.play()
    until(plays(ears, 1000))


# --- the output -------------------------------------------------------------------------------------------


def test_the_sound_follows_the_system_to_another_output(
    until: Until, preview: AudioPreview, sound_server: SoundServer, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.play()
    until(plays(ears, LOW))
    sound_server.plug_in("headphones")
    try:
        with sound_server.listen("headphones") as at_headphones:
            until(plays(at_headphones, HIGH))
            until(is_silent(ears))
    finally:
        sound_server.pull_out("headphones")


def test_without_its_output_it_stops_and_with_another_it_can_play_again(
    until: Until, preview: AudioPreview, sound_server: SoundServer, ears: Ears, audio: PreparedAudio
) -> None:
    preview.load(audio)
    preview.play()
    until(plays(ears, LOW))
    sound_server.pull_out(OUTPUT)
    try:
        until(lambda: not preview.is_playing)
        assert (preview.can_play, preview.problem) == (False, NO_OUTPUT)
        preview.play()
        assert not preview.is_playing
    finally:
        sound_server.plug_in(OUTPUT)
    until(lambda: preview.can_play)
    assert preview.problem == ""
    with sound_server.listen() as again:
        preview.play()
        until(plays(again, LOW))


ELSEWHERE = """
import json, pathlib, sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from app.domain.audio import AudioFormat, PreparedAudio
from app.ui.audio_preview import AudioPreview

def told():
    print(json.dumps([preview.can_play, preview.is_playing, preview.problem]), flush=True)

app = QApplication([])
heavy = "PySide6.QtMultimedia"
preview = AudioPreview()
assert heavy not in sys.modules
if "no library" in sys.argv:
    sys.modules[heavy] = None
data = pathlib.Path(sys.argv[1]).read_bytes()
preview.load(PreparedAudio("", data, AudioFormat.OGG, 4.0, "", 0, 4.0, ""))
told()
preview.play()
if preview.is_playing:
    loop = QEventLoop()
    preview.changed.connect(lambda: (preview.position_ms > 0 and told(), preview.is_playing or loop.quit()))
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    told()
    preview.play()
told()
"""


def start_elsewhere(
    data: bytes, tmp_path: Path, environment: dict[str, str], *words: str
) -> subprocess.Popen:
    """Load and play the sound in another process, which writes what there is to see, a line each time."""
    file = tmp_path / "sound"
    file.write_bytes(data)
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", ELSEWHERE, str(file), *words],
        env=os.environ | environment | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("words", [[], ["no library"]])
def test_without_a_sound_server_or_its_library_there_is_no_output(
    opus: bytes, tmp_path: Path, words: list[str]
) -> None:
    process = start_elsewhere(opus, tmp_path, surroundings(tmp_path), *words)
    output, errors = process.communicate(timeout=DEADLINE_MS / 1000)
    assert process.returncode == 0, errors
    told = [json.loads(line) for line in output.splitlines()]
    assert told == [[False, False, NO_OUTPUT], [False, False, NO_OUTPUT]]


def test_a_sound_server_that_goes_while_it_plays_is_not_asked_again(opus: bytes, tmp_path: Path) -> None:
    server = SoundServer(tmp_path)
    try:
        process = start_elsewhere(opus, tmp_path, server.environment)
        assert process.stdout is not None
        assert json.loads(process.stdout.readline()) == [True, False, ""]
        assert json.loads(process.stdout.readline()) == [True, True, ""]
    finally:
        server.close()
    output, errors = process.communicate(timeout=2 * DEADLINE_MS / 1000)
    assert process.returncode == 0, errors
    assert json.loads(output.splitlines()[-1]) == [False, False, LOST]
