"""`toque call … --audio FILE` and `--audio-url URL`: what is taken, what is sent, and what is kept."""

from __future__ import annotations

import json
import math
import os
import struct
import wave
from base64 import b64encode
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from command_harness import ROOT, Said, Toque, call_posts, clean_environment

from app.domain.audio import FileRecord, LinkRecord
from app.domain.call import CallKind
from app.practice.server import PracticeServer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from secret_service import SecretService

NUMBER = "5511999990004"
ANSWERED = "5511999990001"
MARKER = "marker-link-27d8"
URL = f"https://files.example/hello.mp3?key={MARKER}#{MARKER}"
RATE = 16_000


def write_wav(path: Path, seconds: float = 1.0, level: float = 0.3) -> Path:
    """Write a tone that goes up and down, as speech does; `level` 0.0 is silence."""
    samples = (
        round(32_767 * level * math.sin(n * 0.2) * abs(math.sin(n / RATE * 5)))
        for n in range(int(RATE * seconds))
    )
    with wave.open(str(path), "wb") as sound:
        sound.setparams((1, 2, RATE, 0, "NONE", ""))
        sound.writeframes(b"".join(struct.pack("<h", sample) for sample in samples))
    return path


@pytest.fixture
def tone(tmp_path: Path) -> Path:
    return write_wav(tmp_path / "olá “1”.wav")


# --- what is refused ----------------------------------------------------------------------------------

REFUSED = {
    ("--audio", "MISSING"): "missing.wav is not there.",
    ("--audio", "FOLDER"): "folder.wav is a folder.",
    ("--audio", "EMPTY"): "empty.wav is empty.",
    ("--audio", "TEXT"): "text.mp3",
    ("--audio", ""): "is a folder.",
    ("--audio",): "argument --audio: expected one argument",
    ("--audio-url",): "argument --audio-url: expected one argument",
    ("--audio-url", ""): "The link must look like https://host/file.mp3.",
    ("--audio-url", "hello.mp3"): "The link must look like https://host/file.mp3.",
    ("--audio-url", f"ftp://files.example/{MARKER}.mp3"): "The link must look like https://host/file.mp3.",
    ("--audio-url", f"file:///home/{MARKER}.mp3"): "The link must look like https://host/file.mp3.",
    ("--audio-url", f"https://ana:{MARKER}@files.example/a.mp3"): "The link holds a user or a password",
    ("--audio", "TONE", "--audio-url", URL): "not allowed with argument --audio",
    ("--audio", "TONE", "--ring", "8"): "not allowed with argument --audio",
    ("--audio-url", URL, "--ring", "8"): "not allowed with argument --audio-url",
    ("--ring", "8", "--audio", "TONE"): "not allowed with argument --ring",
    ("--audio", "TONE", "--account", "Nobody"): "There is no account “Nobody”.",
}


@pytest.fixture(scope="module")
def refusals(
    secret_service: SecretService, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[dict[tuple[str, ...], Said], PracticeServer, Toque]]:
    folder = tmp_path_factory.mktemp("audio")
    (folder / "folder.wav").mkdir()
    (folder / "empty.wav").write_bytes(b"")
    (folder / "text.mp3").write_text("This is no sound at all.\n" * 100)
    files = {
        "MISSING": str(folder / "missing.wav"),
        "FOLDER": str(folder / "folder.wav"),
        "EMPTY": str(folder / "empty.wav"),
        "TEXT": str(folder / "text.mp3"),
        "TONE": str(write_wav(folder / "tone.wav")),
    }
    toque = Toque(folder / "profile", clean_environment(folder, secret_service.address))
    with PracticeServer(live=True) as server:
        toque.add_account(server)
        said = toque.run_each(
            [("call", NUMBER, *(files.get(word, word) for word in words)) for words in REFUSED]
        )
        yield dict(zip(REFUSED, said, strict=True)), server, toque


@pytest.mark.parametrize("words", REFUSED, ids=lambda words: " ".join(words)[:30])
def test_what_cannot_be_played_is_refused_with_the_reason(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque], words: tuple[str, ...]
) -> None:
    said = refusals[0][words]
    assert (said.code, said.out) == (2, "")
    assert REFUSED[words] in said.err
    assert "toque" in said.err
    assert "Traceback" not in said.err


def test_nothing_was_sent_and_nothing_recorded(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque],
) -> None:
    _, server, toque = refusals
    assert (server.requests, server.sounds) == ([], [])
    assert toque.history() == []


def test_no_refusal_repeats_the_link(
    refusals: tuple[dict[tuple[str, ...], Said], PracticeServer, Toque],
) -> None:
    said, _, toque = refusals
    assert MARKER not in "".join(each.err for each in said.values()) + toque.everything_written()


def test_a_number_that_cannot_be_called_is_refused_before_its_sound_is_read(
    ready: Toque, server: PracticeServer
) -> None:
    said = ready.call("12345", "--audio", "/nowhere.wav")
    assert said.code == 2
    assert "The number is too short" in said.err
    assert server.requests == []


# --- a file -------------------------------------------------------------------------------------------


def test_a_file_is_sent_in_one_post(ready: Toque, server: PracticeServer, tone: Path) -> None:
    said = ready.call(NUMBER, "--audio", str(tone), "--no-follow")
    assert (said.code, said.err) == (0, "")
    assert said.states == ["queued", "sending", "placed"]
    assert call_posts(server) == ["POST /api/call/audio/practice 200"]


def test_the_provider_can_play_what_it_got(ready: Toque, server: PracticeServer, tone: Path) -> None:
    ready.call(NUMBER, "--audio", str(tone), "--no-follow")
    (sound,) = server.sounds
    assert sound.digits == NUMBER
    assert sound.duration_s == pytest.approx(1.0, abs=0.1)


def test_history_keeps_the_record_of_the_file(ready: Toque, server: PracticeServer, tone: Path) -> None:
    ready.call(NUMBER, "--audio", str(tone), "--no-follow")
    (call,) = ready.history()
    (sound,) = server.sounds
    assert call.request.kind is CallKind.AUDIO
    assert isinstance(call.request.audio, FileRecord)
    assert (call.request.audio.path, call.request.audio.size) == (str(tone), len(sound.media))


def test_history_keeps_where_the_file_is_however_it_was_named(ready: Toque, tone: Path) -> None:
    ready.call(NUMBER, "--audio", os.path.relpath(tone, ROOT), "--no-follow")
    (call,) = ready.history()
    assert isinstance(call.request.audio, FileRecord)
    assert Path(call.request.audio.path).is_absolute()
    assert Path(call.request.audio.path).samefile(tone)


def test_the_sound_itself_is_written_nowhere(ready: Toque, server: PracticeServer, tone: Path) -> None:
    said = ready.call(NUMBER, "--audio", str(tone), "--no-follow")
    (sound,) = server.sounds
    assert isinstance(sound.media, bytes)
    middle = slice(len(sound.media) // 3 // 3 * 3, len(sound.media) // 3 // 3 * 3 + 48)
    written = b"".join(path.read_bytes() for path in ready.folder.rglob("*") if path.is_file())
    for part in (sound.media[:48], sound.media[middle]):
        assert part not in written
        assert b64encode(part) not in written + (said.out + said.err).encode()


def test_a_file_once_sent_is_not_among_those_chosen_in_the_window(ready: Toque, tone: Path) -> None:
    ready.call(NUMBER, "--audio", str(tone), "--no-follow")
    assert tone.name not in (ready.folder / "settings.json").read_text()


def test_a_silent_file_is_said_to_be_silent_and_sent(
    ready: Toque, server: PracticeServer, tmp_path: Path
) -> None:
    silent = write_wav(tmp_path / "silent.wav", level=0.0)
    said = ready.call(NUMBER, "--audio", str(silent), "--no-follow")
    assert (said.code, len(call_posts(server))) == (0, 1)
    assert said.err == "toque: silent.wav is silent: the callee will hear nothing.\n"


def test_an_audio_call_is_followed_to_its_end(
    ready_live: Toque, live_server: PracticeServer, tone: Path
) -> None:
    said = ready_live.call(ANSWERED, "--audio", str(tone))
    assert said.code == 0
    assert said.known == [
        ("queued", "local"),
        ("sending", "local"),
        ("placed", "provider"),
        ("ringing", "provider"),
        ("in_progress", "provider"),
        ("ended", "provider"),
    ]
    assert said.end["outcome"] == "answered"
    assert call_posts(live_server) == ["POST /api/call/audio/practice 200"]


# --- a link -------------------------------------------------------------------------------------------


def test_a_link_is_sent_whole(ready: Toque, server: PracticeServer) -> None:
    said = ready.call(NUMBER, "--audio-url", URL, "--no-follow")
    assert (said.code, said.err) == (0, "")
    assert call_posts(server) == ["POST /api/call/audio/practice 200"]
    assert [sound.media for sound in server.sounds] == [URL]


def test_history_keeps_what_stands_before_the_query_of_a_link(ready: Toque) -> None:
    ready.call(NUMBER, "--audio-url", URL, "--no-follow")
    (call,) = ready.history()
    assert call.request.audio == LinkRecord("https://files.example/hello.mp3", is_whole=False)


@pytest.mark.parametrize("number", [NUMBER, "5511999990005", "5511999990006"])
def test_the_query_of_a_link_is_shown_and_written_nowhere(ready: Toque, number: str) -> None:
    said = ready.call(number, "--audio-url", URL, "--no-follow")
    assert MARKER not in said.out + said.err + ready.everything_written()


class _Quoting(BaseHTTPRequestHandler):
    """A provider that quotes the link it was given; the status it answers with begins its path."""

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        message = f"cannot fetch {body['mediaUrl']}"
        status = int(self.path.split("/")[1])
        reply = {"success": False, "error": {"message": message}}
        if status == 200:
            reply = {"success": True, "callId": "3EB0", "message": message}
        data = json.dumps(reply).encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_words: object) -> None:
        """Say nothing: only what Toque says is looked at."""


@pytest.fixture
def quoting_port() -> Iterator[int]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Quoting) as server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield server.server_address[1]
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(("status", "code"), [(200, 0), (400, 3), (500, 3)])
def test_what_a_provider_quotes_of_a_link_is_shown_and_written_without_its_key(
    toque: Toque, server: PracticeServer, quoting_port: int, status: int, code: int
) -> None:
    toque.add_account(server, base_url=f"http://127.0.0.1:{quoting_port}/{status}")
    said = toque.call(NUMBER, "--audio-url", URL, "--no-follow")
    assert (said.code, said.err) == (code, "")
    (call,) = toque.history()
    details = [step.detail for step in call.steps if step.detail]
    assert details[0] == "cannot fetch https://files.example/hello.mp3?…#…"
    assert MARKER not in said.out + toque.everything_written()


def test_a_link_is_not_tried(ready: Toque, server: PracticeServer) -> None:
    """Nothing is fetched from here, whatever the window is set to."""
    settings = ready.folder / "settings.json"
    settings.write_text(settings.read_text().replace('"check_links": false', '"check_links": true'))
    said = ready.call(NUMBER, "--audio-url", f"{server.base_url}/hello.mp3", "--no-follow")
    assert (said.code, len(server.requests)) == (0, 1)


# --- what goes wrong ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("number", "code", "outcome"),
    [("5511999990005", 3, "failed"), ("5511999990006", 4, "unknown"), ("5511999990008", 3, "failed")],
)
def test_an_audio_call_that_fails_ends_as_any_other(
    ready: Toque, server: PracticeServer, tone: Path, number: str, code: int, outcome: str
) -> None:
    said = ready.call(number, "--audio", str(tone))
    assert (said.code, said.end["outcome"], len(call_posts(server))) == (code, outcome, 1)


def test_a_provider_that_does_not_run_gets_nothing(ready: Toque, server: PracticeServer, tone: Path) -> None:
    server.stop()
    said = ready.call(NUMBER, "--audio", str(tone))
    assert (said.code, said.end["outcome"]) == (3, "failed")
    assert said.end["detail"].startswith("RyzeAPI could not be reached, so nothing was sent.")
