"""What cannot be played as it should be is refused, each in words of its own."""

from __future__ import annotations

import io
import os
import random
import socket
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from sound_files import KINDS, LOW_AAC, make, picture, speech, video_only

from app.audio import source
from app.audio.prepare import prepare
from app.domain.audio import AudioFormat, AudioRefused, AudioWishes
from app.domain.detail import Detail

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TypeAlias

    Refusal: TypeAlias = Callable[[Path | str], str]

OGG = frozenset({AudioFormat.OGG})
NOT_SOUND = "x is not a sound file. Choose one, such as an MP3, M4A or WAV."
NOT_A_FILE = "x is not an ordinary file. Choose a sound file."


def _noise(size: int) -> bytes:
    return random.Random(size).randbytes(size)  # noqa: S311 - no secret


posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


class TestNoFile:
    def test_nothing_there(self, refusal: Refusal, tmp_path: Path) -> None:
        gone = tmp_path / "x.mp3"
        assert refusal(gone) == "x.mp3 is not there. Choose the file again."
        assert refusal(gone / "y.mp3") == "y.mp3 is not there. Choose the file again."
        assert refusal("a\0b.mp3") == "a\0b.mp3 is not there. Choose the file again."
        assert refusal("") == " is not there. Choose the file again."

    def test_a_folder(self, refusal: Refusal, tmp_path: Path) -> None:
        assert refusal(tmp_path) == f"{tmp_path.name} is a folder. Choose a file in it."

    @posix
    def test_a_link_to_nowhere(self, refusal: Refusal, tmp_path: Path) -> None:
        (tmp_path / "x").symlink_to(tmp_path / "gone")
        assert refusal(tmp_path / "x") == "x is a link to a file that is not there. Choose the file itself."

    @posix
    def test_a_link_to_a_sound_is_followed(self, tmp_path: Path) -> None:
        (tmp_path / "x").symlink_to(make(tmp_path / "hello.mp3", KINDS["mp3"], speech(1.0)))
        assert prepare(str(tmp_path / "x"), AudioWishes(), OGG).original_kind == "MP3"

    @pytest.mark.parametrize("name", ["x.lnk", "x.desktop", "x.url", "x.WEBLOC"])
    def test_a_shortcut(self, name: str, refusal: Refusal, tmp_path: Path) -> None:
        (tmp_path / name).write_text("[InternetShortcut]\nURL=file:///x.mp3\n")
        assert refusal(tmp_path / name) == f"{name} is a shortcut. Choose the file itself."

    def test_an_empty_file(self, refusal: Refusal, tmp_path: Path) -> None:
        (tmp_path / "x").touch()
        assert refusal(tmp_path / "x") == "x is empty. Choose a file with sound in it."

    @posix
    def test_a_pipe_does_not_make_it_wait(self, refusal: Refusal, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "x")
        assert refusal(tmp_path / "x") == NOT_A_FILE

    @posix
    def test_what_becomes_a_pipe_does_not_make_it_wait(
        self, refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        regular = make(tmp_path / "hello.mp3", KINDS["mp3"], speech(1.0)).stat()
        os.mkfifo(tmp_path / "x")
        real, fifo = os.stat, str(tmp_path / "x")
        monkeypatch.setattr(os, "stat", lambda it, **kw: regular if it == fifo else real(it, **kw))
        assert refusal(tmp_path / "x") == NOT_A_FILE

    @posix
    def test_a_socket(self, refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)  # a socket's path must be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind("x")
            assert refusal("x") == NOT_A_FILE

    @posix
    def test_a_device(self, refusal: Refusal) -> None:
        assert refusal("/dev/zero") == "zero is not an ordinary file. Choose a sound file."

    @posix
    def test_no_right_to_read(
        self, refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = make(tmp_path / "x", KINDS["mp3"], speech(1.0))
        file.chmod(0)
        if os.geteuid() == 0:  # may read everything
            monkeypatch.setattr(source, "_open_without_waiting", _forbidden)
        assert refusal(file) == (
            "You are not allowed to read x. Change its permissions, or choose another file."
        )

    def test_a_disk_that_fails(
        self, refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = make(tmp_path / "x", KINDS["mp3"], speech(4.0))
        monkeypatch.setattr(source, "FileIO", FailingFile)
        assert refusal(file) == (
            "x cannot be read (Input/output error). Check its disk, or choose another file."
        )


def _forbidden(*_: object) -> int:
    raise PermissionError(13, "Permission denied")


class FailingFile(io.FileIO):
    def read(self, size: int | None = -1, /) -> bytes:
        if self.tell() > 32_000:
            raise OSError(5, "Input/output error")
        return super().read(size)


class TestNoSound:
    @pytest.mark.parametrize(
        "content",
        [
            b"Dear all,\n\nplease call back.\n" * 200,
            b"%PDF-1.7\n" + _noise(50_000),
            _noise(200_000),
            bytes(50_000),
            b"\x1b[2J\x1b[1;1HHello\r\n" * 50,
            b"1\n00:00:01,000 --> 00:00:02,000\nHello\n\n" * 50,
            b"<html><body><audio src='http://127.0.0.1/x.mp3'></body></html>",
            b"PK\x03\x04" + _noise(5_000),
            b"RIFF\x30\0\0\0WEBPVP8 " + _noise(100),
            b"x",
        ],
        ids=["text", "pdf", "random", "zeros", "terminal", "subtitles", "html", "zip", "webp", "byte"],
    )
    def test_something_else(self, content: bytes, refusal: Refusal, tmp_path: Path) -> None:
        for name in ("x", "x.mp3", "x.wav"):
            (tmp_path / name).write_bytes(content)
            assert refusal(tmp_path / name) == NOT_SOUND.replace("x", name, 1)

    @pytest.mark.parametrize("codec", ["png", "mjpeg", "gif", "bmp", "tiff"])
    def test_an_image(self, codec: str, refusal: Refusal, tmp_path: Path) -> None:
        (tmp_path / "x").write_bytes(picture(codec))
        assert refusal(tmp_path / "x") == NOT_SOUND

    def test_a_video_without_sound(self, refusal: Refusal, tmp_path: Path) -> None:
        file = video_only(tmp_path / "film.mp4")
        assert refusal(file) == "film.mp4 has pictures but no sound. Choose a file with sound."

    @pytest.mark.parametrize("tag", [b"drms", b"enca"])
    def test_a_protected_sound(self, tag: bytes, refusal: Refusal, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["m4a"], speech(1.0))
        file.write_bytes(file.read_bytes().replace(b"mp4a", tag))
        assert refusal(file) == (
            "x is protected against copying and cannot be played in a call. Choose one that is not."
        )

    def test_a_protected_wma(self, refusal: Refusal, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["wma"], speech(1.0))
        codec_list = bytes.fromhex("4052d1861d31d011a3a400a0c90348f6")
        encryption = bytes.fromhex("14e68a292226174cb935dae07ee9289c")
        file.write_bytes(file.read_bytes().replace(codec_list, encryption))
        assert "is protected against copying" in refusal(file)

    def test_an_unknown_codec(self, refusal: Refusal, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["matroska"], speech(1.0))
        file.write_bytes(file.read_bytes().replace(b"A_FLAC", b"A_NONE"))
        assert refusal(file) == "The sound in x cannot be decoded. Save it as MP3 or WAV, and choose that."

    @pytest.mark.parametrize("name", ["wav", "mp3", "flac", "ogg opus", "webm", "wma", "aiff", "amr"])
    def test_hardly_a_beginning(self, name: str, refusal: Refusal, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS[name], speech(1.0))
        file.write_bytes(file.read_bytes()[:20])
        assert refusal(file) in {
            "x is damaged: nothing of it can be played. Choose a copy that is whole.",
            "The sound in x cannot be decoded. Save it as MP3 or WAV, and choose that.",
            NOT_SOUND,
        }


class TestDamage:
    @pytest.mark.parametrize(
        "name",
        [
            "wav",
            "wav 8 bits",
            "mp3",
            "mp3 8 kHz",
            "m4a moov first",
            "flac",
            "webm",
            "webm vorbis",
            "matroska",
            "wma",
            "aiff",
            "au",
            "flv",
        ],
    )
    @pytest.mark.parametrize("share", [0.5, 0.85])
    def test_what_states_its_length_and_breaks_off(
        self, name: str, share: float, refusal: Refusal, tmp_path: Path
    ) -> None:
        file = _cut(make(tmp_path / "x", KINDS[name], speech(4.0)), share)
        assert refusal(file) in {
            f"x breaks off at 0:0{second} of 0:04. Choose a copy that is whole." for second in (0, 1, 2, 3)
        }

    @pytest.mark.parametrize("name", ["ogg vorbis", "ogg opus", "ogg flac", "m4a fragments"])
    def test_what_breaks_off_in_the_middle_of_a_part(
        self, name: str, refusal: Refusal, tmp_path: Path
    ) -> None:
        file = _cut(make(tmp_path / "x", KINDS[name], speech(6.0), times=3), 0.7)
        assert "x breaks off at 0:1" in refusal(file)

    def test_a_header_that_is_missing(self, refusal: Refusal, tmp_path: Path) -> None:
        file = _cut(make(tmp_path / "x", KINDS["m4a"], speech(4.0)), 0.8)
        assert refusal(file) == "x is damaged: nothing of it can be played. Choose a copy that is whole."

    @pytest.mark.parametrize("name", ["aac adts", "amr", "mpeg-ts"])
    def test_what_states_no_length_is_played_as_far_as_it_goes(self, name: str, tmp_path: Path) -> None:
        file = _cut(make(tmp_path / "x", KINDS[name], speech(4.0)), 0.5)
        assert prepare(str(file), AudioWishes(), OGG).duration_s == pytest.approx(2.0, abs=0.3)

    @pytest.mark.parametrize("name", ["mp3", "flac", "ogg vorbis", "m4a", "webm", "matroska"])
    def test_a_hole_in_the_middle(self, name: str, refusal: Refusal, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS[name], speech(12.0))
        content = bytearray(file.read_bytes())
        hole = slice(len(content) // 2, len(content) * 2 // 3)
        content[hole] = _noise(hole.stop - hole.start)
        file.write_bytes(content)
        assert " of 0:12" in refusal(file)

    @pytest.mark.parametrize("name", ["mp3", "aac adts"])
    def test_one_broken_frame_is_passed_over(self, name: str, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS[name], speech(4.0))
        content = bytearray(file.read_bytes())
        content[len(content) // 2 : len(content) // 2 + 40] = bytes(40)
        file.write_bytes(content)
        assert prepare(str(file), AudioWishes(), OGG).duration_s == pytest.approx(4.0, abs=0.26)

    @pytest.mark.parametrize(
        "name", ["wav", "mp3", "ogg opus", "m4a", "aac adts", "flac", "webm", "wma", "aiff", "caf"]
    )
    def test_what_follows_the_sound_is_passed_over(self, name: str, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS[name], speech(2.0))
        file.write_bytes(file.read_bytes() + _noise(2_000))
        assert prepare(str(file), AudioWishes(), OGG).duration_s == pytest.approx(2.0, abs=0.06)

    def test_tags_around_an_mp3(self, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["mp3"], speech(2.0))
        cover = b"ID3\x03\0\0\0\1\0\0" + bytes(128 * 128)
        ape = b"APETAGEX" + (2000).to_bytes(4, "little") + (32).to_bytes(4, "little") + bytes(16)
        file.write_bytes(cover + file.read_bytes() + ape + b"TAG" + b"\xff" * 125)
        prepared = prepare(str(file), AudioWishes(), OGG)
        assert prepared.duration_s == pytest.approx(2.0, abs=0.05)

    def test_tags_do_not_hide_that_an_mp3_breaks_off(self, refusal: Refusal, tmp_path: Path) -> None:
        file = _cut(make(tmp_path / "x", KINDS["mp3"], speech(4.0)), 0.5)
        file.write_bytes(b"ID3\x03\0\0\0\1\0\0" + bytes(128 * 128) + file.read_bytes())
        assert "breaks off" in refusal(file)

    @pytest.mark.parametrize("name", ["mp3", "flac", "wav", "webm vorbis", "wma", "ogg opus", "flv"])
    def test_what_was_written_as_it_was_recorded_is_whole(self, name: str, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS[name], speech(4.0), is_streamed=True)
        assert prepare(str(file), AudioWishes(), OGG).duration_s == pytest.approx(4.0, abs=0.06)

    def test_an_mp3_of_two_is_whole(self, tmp_path: Path) -> None:
        one = make(tmp_path / "1", KINDS["mp3 48 kHz"], speech(2.0)).read_bytes()
        (tmp_path / "2").write_bytes(one + one)
        assert prepare(str(tmp_path / "2"), AudioWishes(), OGG).duration_s == pytest.approx(4.0, abs=0.2)

    def test_an_mp3_of_changing_rate_is_whole(self, tmp_path: Path) -> None:
        """Its first frames say that it is ten times as long."""
        loud = make(tmp_path / "1", KINDS["mp3 48 kHz"], speech(2.0), is_streamed=True).read_bytes()
        low = make(tmp_path / "2", KINDS["mp3 48 kHz low"], speech(2.0), is_streamed=True).read_bytes()
        (tmp_path / "x").write_bytes(low + loud)
        assert prepare(str(tmp_path / "x"), AudioWishes(), OGG).duration_s == pytest.approx(4.0, abs=0.2)


class TestNothingMakesItStumble:
    @pytest.mark.parametrize("name", ["wav", "mp3", "ogg opus", "m4a", "flac", "webm", "wma", "mpeg-ts"])
    def test_damage_of_any_kind_is_refused_or_played(self, name: str, tmp_path: Path) -> None:
        chance = random.Random(name)  # noqa: S311 - no secret
        file = make(tmp_path / "x", KINDS[name], speech(1.0))
        whole = file.read_bytes()
        for _ in range(25):
            content = bytearray(whole[: chance.choice([len(whole), chance.randrange(len(whole))])])
            for _ in range(chance.choice([1, 10, 100])):
                at = chance.randrange(min(len(content), chance.choice([64, 2_000, len(whole)])) or 1)
                content[at : at + 1] = chance.randbytes(1)
            file.write_bytes(content)
            with suppress(AudioRefused):
                prepare(str(file), AudioWishes(), OGG)

    @pytest.mark.parametrize("rate", [1, 1_056_980_608])
    def test_a_rate_that_no_sound_has(self, rate: int, refusal: Refusal, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["wav like the call"], speech(1.0))
        content = bytearray(file.read_bytes())
        content[24:28] = rate.to_bytes(4, "little")
        file.write_bytes(content)
        assert refusal(file) == "The sound in x cannot be decoded. Save it as MP3 or WAV, and choose that."

    def test_a_codec_mark_that_is_no_text(self, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["m4a fragments"], speech(1.0))
        file.write_bytes(file.read_bytes().replace(b"mp4a", b"m\xad4a"))
        with suppress(AudioRefused):
            prepare(str(file), AudioWishes(), OGG)


def _cut(file: Path, share: float) -> Path:
    content = file.read_bytes()
    file.write_bytes(content[: round(len(content) * share)])
    return file


class TestNothingElseIsOpened:
    """A list that names other files, or addresses, is not followed."""

    @pytest.fixture
    def server(self) -> Iterator[socket.socket]:
        with socket.create_server(("127.0.0.1", 0)) as server:
            server.setblocking(False)
            yield server

    @pytest.mark.parametrize("name", ["x", "x.m3u8", "x.mp3", "x.sdp", "x.mpd", "x.ffconcat"])
    def test_no_address(self, name: str, server: socket.socket, refusal: Refusal, tmp_path: Path) -> None:
        url = f"http://127.0.0.1:{server.getsockname()[1]}/x.mp3"
        for content in (
            f"#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{url}\n#EXT-X-ENDLIST\n",
            f"#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n{url.replace('mp3', 'm3u8')}\n",
            f"#EXTM3U\n#EXTINF:9,\n{url}\n",
            f"ffconcat version 1.0\nfile '{url}'\n",
            f"[playlist]\nFile1={url}\n",
            "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 5004 RTP/AVP 0\n",
            (
                "<?xml version='1.0'?><MPD xmlns='urn:mpeg:dash:schema:mpd:2011' type='static'><Period>"
                "<AdaptationSet mimeType='audio/mp4'><Representation id='1' bandwidth='1'>"
                f"<BaseURL>{url}</BaseURL></Representation></AdaptationSet></Period></MPD>"
            ),
        ):
            (tmp_path / name).write_text(content)
            assert refusal(tmp_path / name) == NOT_SOUND.replace("x", name, 1)
        with pytest.raises(BlockingIOError):
            server.accept()

    def test_no_other_file(self, refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        make(tmp_path / "secret.wav", KINDS["wav"], speech(1.0))
        for content in ("ffconcat version 1.0\nfile secret.wav\n", "#EXTM3U\n#EXTINF:1,\nsecret.wav\n"):
            (tmp_path / "x").write_text(content)
            assert refusal(tmp_path / "x") == NOT_SOUND


class TestTooMuch:
    def test_a_stated_length(self, refusal: Refusal, tmp_path: Path) -> None:
        """Ten hours, refused for what the header says."""
        file = make(tmp_path / "x", KINDS["wav 8 bits"], speech(1.0))
        header = file.read_bytes().partition(b"data")[0]
        size = 36_000 * 8_000
        with file.open("wb") as whole:
            whole.write(header + b"data" + size.to_bytes(4, "little"))
            whole.truncate(whole.tell() + size)
        assert refusal(file) == ("x lasts 10:00:00. No more than 30:00 can be played in a call: shorten it.")

    def test_an_unstated_length(self, refusal: Refusal, tmp_path: Path) -> None:
        """Ten hours, of which it listens to thirty minutes."""
        minute = make(tmp_path / "minute", LOW_AAC, speech(60.0)).read_bytes()
        (tmp_path / "x").write_bytes(minute * 600)
        tracemalloc = pytest.importorskip("tracemalloc")
        tracemalloc.start()
        try:
            sentence = refusal(tmp_path / "x")
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert sentence == "x lasts more than 30:00, the longest for a call: shorten it."
        assert peak < 1.3 * 30 * 60 * 32_000

    def test_thirty_minutes_are_allowed(self, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["flac 8 kHz"], speech(60.0), times=30)
        assert prepare(str(file), AudioWishes(), OGG).duration_s == pytest.approx(1800, abs=1)

    def test_too_large_to_be_sent(self, tmp_path: Path) -> None:
        file = make(tmp_path / "x", KINDS["flac 8 kHz"], speech(60.0), times=15)
        with pytest.raises(AudioRefused) as refused:
            prepare(str(file), AudioWishes(), frozenset({AudioFormat.WAV}))
        sentence = refused.value.args[0]
        assert sentence == "x would be 29 MB when sent, and 25 MB is the most. Choose a shorter one."
        assert isinstance(sentence, Detail)
        assert sentence.values == {"name": "x", "size": 29, "largest": 25}
