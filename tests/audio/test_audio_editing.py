"""Levelling, trimming, and what is left alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sound_files import KINDS, clipped, decoded, likeness, make, silence, speech

from app.audio.prepare import BUCKETS, prepare
from app.audio.sound import FULL_SCALE, SECOND, Meter, louder, peak
from app.domain.audio import AudioFormat, AudioWishes

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.audio import PreparedAudio

WAV = frozenset({AudioFormat.WAV})
LEVEL = AudioWishes(level=True, trim=False)
TRIM = AudioWishes(level=False, trim=True)
NEITHER = AudioWishes(level=False, trim=False)
TOP = 0.891 * FULL_SCALE


def prepared(folder: Path, pcm: bytes, wishes: AudioWishes, formats: frozenset[AudioFormat]) -> PreparedAudio:
    return prepare(str(make(folder / "hello.flac", KINDS["flac like the call"], pcm)), wishes, formats)


def loudness_dbfs(pcm: bytes) -> float:
    meter = Meter()
    meter.add(pcm)
    return meter.loudness_dbfs


def at_loudness(pcm: bytes, dbfs: float) -> bytes:
    return louder(pcm, dbfs - loudness_dbfs(pcm))


@pytest.mark.parametrize("dbfs", [-40.0, -30.0, -20.0, -17.5, -8.0])
def test_quiet_is_raised_and_loud_lowered(dbfs: float, tmp_path: Path) -> None:
    said = at_loudness(speech(4.0), dbfs)
    result = prepared(tmp_path, said, LEVEL, WAV)
    sent = decoded(result.data)
    assert loudness_dbfs(sent) == pytest.approx(-16, abs=0.7)
    assert peak(sent) <= TOP + 1
    assert len(sent) == len(said)
    assert likeness(said, sent) > 0.97
    assert result.gain_db == pytest.approx(-16 - dbfs, abs=4)


def test_peaks_are_limited_in_their_place(tmp_path: Path) -> None:
    said = bytearray(at_loudness(speech(4.0), -30))
    said[SECOND : SECOND + 2000] = louder(said[SECOND : SECOND + 2000], 20)
    result = prepared(tmp_path, bytes(said), LEVEL, WAV)
    sent = decoded(result.data)
    assert peak(sent) <= TOP + 1
    assert loudness_dbfs(sent) == pytest.approx(-16, abs=0.7)
    quiet = slice(2 * SECOND, 4 * SECOND)
    assert likeness(bytes(said[quiet]), sent[quiet], within_s=0.0) > 0.99


def test_hardly_audible_is_not_raised_without_end(tmp_path: Path) -> None:
    result = prepared(tmp_path, at_loudness(speech(2.0), -57), LEVEL, WAV)
    assert result.gain_db == 30.0


def test_a_clipped_recording_is_lowered(tmp_path: Path) -> None:
    result = prepared(tmp_path, clipped(speech(2.0)), LEVEL, WAV)
    assert result.gain_db < -5
    assert peak(decoded(result.data)) < TOP


def test_less_than_one_can_hear_is_left(tmp_path: Path) -> None:
    assert prepared(tmp_path, at_loudness(speech(2.0), -16.9), LEVEL, WAV).gain_db == 0.0


def test_pauses_do_not_count_for_the_loudness() -> None:
    said = speech(3.0)
    assert loudness_dbfs(said + silence(20.0)) == pytest.approx(loudness_dbfs(said), abs=0.5)


@pytest.mark.parametrize(("head_s", "tail_s"), [(2.0, 3.0), (0.0, 1.5), (1.25, 0.0), (0.25, 0.25)])
def test_silence_at_the_ends_is_cut_to_200_ms(head_s: float, tail_s: float, tmp_path: Path) -> None:
    said = speech(2.0)
    result = prepared(tmp_path, silence(head_s) + said + silence(tail_s), TRIM, WAV)
    left_s = sum(min(each_s, 0.2) if each_s > 0.3 else each_s for each_s in (head_s, tail_s))
    assert result.duration_s == pytest.approx(2.0 + left_s, abs=0.05)
    assert result.cut_s == pytest.approx(head_s + tail_s - left_s, abs=0.05)
    assert result.original_duration_s == pytest.approx(2.0 + head_s + tail_s)
    sent = decoded(result.data)
    assert len(sent) / SECOND == pytest.approx(result.duration_s)
    start = round(min(head_s, 0.2) * SECOND / 2) * 2 if head_s > 0.3 else round(head_s * SECOND)
    assert likeness(said, sent[start:]) > 0.99


def test_a_hiss_at_the_ends_is_silence_too(tmp_path: Path) -> None:
    hiss = louder(speech(2.0, seed=9), -55)
    result = prepared(tmp_path, hiss + speech(2.0) + hiss, TRIM, WAV)
    assert result.cut_s == pytest.approx(3.6, abs=0.1)


def test_quiet_words_at_the_ends_stay(tmp_path: Path) -> None:
    quiet = louder(speech(1.0, seed=9), -20)
    assert prepared(tmp_path, quiet + speech(2.0) + quiet, TRIM, WAV).cut_s == 0.0


def test_preparing_what_was_prepared_changes_nothing(tmp_path: Path) -> None:
    formats = frozenset({AudioFormat.OGG})
    first = prepared(tmp_path, silence(1.0) + speech(4.0) + silence(1.0), AudioWishes(), formats)
    (tmp_path / "first.ogg").write_bytes(first.data)
    second = prepare(str(tmp_path / "first.ogg"), AudioWishes(), formats)
    assert (second.gain_db, second.cut_s) == (0.0, 0.0)


@pytest.mark.parametrize("pcm", [silence(3.0), louder(speech(3.0), -50)], ids=["none", "hardly any"])
def test_a_silent_sound_is_let_through_as_it_is(pcm: bytes, tmp_path: Path) -> None:
    result = prepared(tmp_path, pcm, AudioWishes(), frozenset({AudioFormat.OGG}))
    assert result.is_silent
    assert (result.gain_db, result.cut_s, result.duration_s) == (0.0, 0.0, 3.0)


def test_without_wishes_nothing_is_done(tmp_path: Path) -> None:
    said = silence(1.0) + at_loudness(speech(2.0), -35)
    result = prepared(tmp_path, said, NEITHER, WAV)
    assert (result.gain_db, result.cut_s, result.is_untouched) == (0.0, 0.0, False)
    assert likeness(said, decoded(result.data), within_s=0.001) > 0.99


def test_the_shape_shows_where_the_sound_is(tmp_path: Path) -> None:
    result = prepared(tmp_path, silence(2.0) + clipped(speech(2.0)), NEITHER, WAV)
    assert len(result.peaks) == pytest.approx(BUCKETS, abs=2)
    assert max(result.peaks[: BUCKETS // 2 - 10]) <= 1
    assert max(result.peaks) == 255


class TestUntouched:
    """The original is sent where nothing has to be done to it, it is taken, and it is not the larger one."""

    FORMATS = frozenset({AudioFormat.OGG, AudioFormat.WAV})

    @pytest.fixture
    def said(self) -> bytes:
        return at_loudness(speech(4.0), -16)

    @pytest.mark.parametrize(
        ("name", "formats"),
        [
            ("mp3 8 kHz", {AudioFormat.MP3}),
            ("ogg opus mono", {AudioFormat.MP3, AudioFormat.OGG}),
            ("wav 8 bits", {AudioFormat.WAV}),
            ("m4a low", {AudioFormat.M4A}),
        ],
    )
    def test_a_small_file_of_a_format_that_is_taken(
        self, name: str, formats: set[AudioFormat], said: bytes, tmp_path: Path
    ) -> None:
        file = make(tmp_path / "hello", KINDS[name], said)
        result = prepare(str(file), AudioWishes(), frozenset(formats))
        assert result.is_untouched
        assert result.data == file.read_bytes()
        assert result.format in formats
        assert (result.gain_db, result.cut_s) == (0.0, 0.0)

    @pytest.mark.parametrize("name", ["ogg opus mono"])
    def test_not_where_it_is_of_another_format(self, name: str, said: bytes, tmp_path: Path) -> None:
        file = make(tmp_path / "hello", KINDS[name], said)
        assert not prepare(str(file), AudioWishes(), WAV).is_untouched

    def test_not_where_it_is_larger(self, said: bytes, tmp_path: Path) -> None:
        file = make(tmp_path / "hello", KINDS["wav"], said)
        result = prepare(str(file), AudioWishes(), self.FORMATS)
        assert (result.is_untouched, result.format) == (False, AudioFormat.OGG)

    def test_not_where_the_loudness_is_another(self, said: bytes, tmp_path: Path) -> None:
        file = make(tmp_path / "hello", KINDS["wav 8 bits"], louder(said, -6))
        assert not prepare(str(file), LEVEL, WAV).is_untouched
        assert prepare(str(file), TRIM, WAV).is_untouched

    def test_not_where_something_is_cut(self, said: bytes, tmp_path: Path) -> None:
        file = make(tmp_path / "hello", KINDS["wav 8 bits"], said + silence(0.5))
        assert not prepare(str(file), TRIM, WAV).is_untouched
        assert prepare(str(file), LEVEL, WAV).is_untouched

    @pytest.mark.parametrize("name", ["ogg flac", "wav float", "wav mu-law"])
    def test_not_where_few_would_understand_it(self, name: str, said: bytes, tmp_path: Path) -> None:
        file = make(tmp_path / "hello", KINDS[name], said)
        assert not prepare(str(file), NEITHER, self.FORMATS).is_untouched
