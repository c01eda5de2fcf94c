"""What each format is called, what it is turned into, and what a file may hold besides one sound."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sound_files import KINDS, decoded, likeness, make, speech

from app.audio.prepare import prepare
from app.audio.sound import SECOND
from app.domain.audio import AudioFormat, AudioWishes

if TYPE_CHECKING:
    from pathlib import Path

OGG = frozenset({AudioFormat.OGG})
AS_IT_IS = AudioWishes(level=False, trim=False)


@pytest.mark.parametrize("name", KINDS)
def test_what_is_known_of_the_original(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    file = make(tmp_path / "hello.sound", kind, speech(3.0))
    prepared = prepare(str(file), AS_IT_IS, OGG)
    assert prepared.original_duration_s == prepared.duration_s == pytest.approx(3.0, abs=kind.delay_s)
    assert (prepared.gain_db, prepared.cut_s, prepared.is_silent) == (0.0, 0.0, False)
    assert (prepared.path, prepared.name) == (str(file), "hello.sound")
    assert prepared.original_kind == kind.name
    assert prepared.original_size == file.stat().st_size
    assert prepared.original_sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


@pytest.mark.parametrize("seconds", [0.02, 1.0, 5.4321])
@pytest.mark.parametrize("format_", AudioFormat)
def test_every_format_to_send_is_as_long_as_the_sound(
    format_: AudioFormat, seconds: float, tmp_path: Path
) -> None:
    said = speech(seconds)
    file = make(tmp_path / "hello.flac", KINDS["flac"], said)
    prepared = prepare(str(file), AS_IT_IS, frozenset({format_}))
    sent = decoded(prepared.data)
    # AAC comes in frames of 64 ms; how much of the last is sound stands in the header, which not all read.
    assert len(sent) / SECOND == pytest.approx(seconds, abs=0.07 if format_ is AudioFormat.M4A else 0.01)
    assert prepared.format is format_
    assert seconds < 1 or likeness(said, sent) > 0.9


@pytest.mark.parametrize(
    ("formats", "chosen"),
    [
        (set(AudioFormat), AudioFormat.MP3),
        ({AudioFormat.M4A, AudioFormat.OGG, AudioFormat.WAV}, AudioFormat.M4A),
        ({AudioFormat.OGG, AudioFormat.WAV}, AudioFormat.OGG),
        ({AudioFormat.WAV}, AudioFormat.WAV),
    ],
)
def test_the_best_format_that_is_taken_is_sent(
    formats: set[AudioFormat], chosen: AudioFormat, tmp_path: Path
) -> None:
    file = make(tmp_path / "hello.flac", KINDS["flac"], speech(1.0))
    assert prepare(str(file), AudioWishes(), frozenset(formats)).format is chosen


def test_the_sound_of_a_video(tmp_path: Path) -> None:
    said = speech(2.0)
    mp4 = replace(KINDS["m4a"], container="mp4")
    file = make(tmp_path / "film.mp4", mp4, said, video_s=2.0)
    prepared = prepare(str(file), AS_IT_IS, frozenset(AudioFormat))
    assert likeness(said, decoded(prepared.data)) > 0.9
    assert prepared.original_kind == "MP4"
    assert not prepared.is_untouched  # whatever its size: nobody asked for the pictures


def test_a_video_longer_than_its_sound_is_whole(tmp_path: Path) -> None:
    matroska = replace(KINDS["matroska"], codec="libopus", rate=48_000)
    file = make(tmp_path / "film.mkv", matroska, speech(1.0), video_s=4.0)
    assert prepare(str(file), AS_IT_IS, OGG).duration_s == pytest.approx(1.0, abs=0.05)


def test_many_channels_are_mixed_without_clipping(tmp_path: Path) -> None:
    said = speech(1.0)
    file = make(tmp_path / "hello.flac", KINDS["flac"], said, layout="5.1")
    wav = frozenset({AudioFormat.WAV})
    sent = decoded(prepare(str(file), AS_IT_IS, wav).data)
    assert likeness(said, sent) > 0.99


def test_a_sound_whose_format_changes_on_the_way(tmp_path: Path) -> None:
    mono = make(tmp_path / "mono.mp3", KINDS["mp3 22 kHz"], speech(1.0)).read_bytes()
    stereo = make(tmp_path / "stereo.mp3", KINDS["mp3"], speech(1.0, seed=2)).read_bytes()
    both = tmp_path / "both.mp3"
    both.write_bytes(stereo + mono)
    assert prepare(str(both), AS_IT_IS, OGG).duration_s == pytest.approx(2.0, abs=0.1)
