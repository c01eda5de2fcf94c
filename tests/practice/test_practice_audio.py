"""The audio endpoint: what it takes, what it keeps, and how long such a call lasts."""

from __future__ import annotations

import asyncio
import base64
import json
import socket
import subprocess
import sys
import threading
import time

import made_sounds
import pytest

from app.practice import received
from app.practice.scenarios import REACTION_S, TALK_S

AUDIO = "/api/call/audio/practice"
NUMBER = "5511999999999"
LINK = "https://example.com/a.mp3"
PACE = 0.05
DEADLINE_S = 10.0
NOISE = bytes(i * i * 7919 % 253 for i in range(100_000))
SOUNDS = {
    "mp3": made_sounds.mp3(),
    "ogg opus": made_sounds.ogg(),
    "wav": made_sounds.wav(),
    "m4a": made_sounds.m4a(),
}
NO_SOUNDS = {
    "text": b"hello, this is no sound\n" * 1000,
    "noise": NOISE,
    "playlist": b"#EXTM3U\n#EXTINF:10,\nhttp://127.0.0.1:9/a.mp3\n#EXT-X-ENDLIST\n",
    "picture": made_sounds.picture(),
    "video without sound": made_sounds.silent_video(),
    "flac": made_sounds.encoded("flac", "flac"),
    "aac alone": made_sounds.encoded("adts", "aac"),
    "webm": made_sounds.encoded("webm", "libopus"),
    "wav without sound": made_sounds.wav(0),
    "head of a wav": made_sounds.wav()[:20],
    "half an m4a": made_sounds.m4a()[: len(made_sounds.m4a()) // 2],
    "damaged mp3": made_sounds.mp3()[:2000] + NOISE[:2000] + made_sounds.mp3()[4000:],
}


def in_base64(sound: bytes) -> str:
    return base64.b64encode(sound).decode()


@pytest.fixture
def play(client):
    """Place an audio call."""

    async def play(number: str = NUMBER, **media: object):
        return await client.post(AUDIO, json={"number": number, **media})

    return play


def refusal_of(reply):
    """Return the message of a documented refusal."""
    assert reply.status_code == 400
    message = reply.json()["error"]["message"]
    assert reply.json() == {"success": False, "error": {"message": message}}
    return message


# --- what it takes ------------------------------------------------------------------------------------


@pytest.mark.parametrize("sound", SOUNDS.values(), ids=SOUNDS)
async def test_accepted_formats(server, play, sound):
    reply = await play(mediaBase64=in_base64(sound))
    assert reply.status_code == 200
    body = reply.json()
    assert body.pop("callId").startswith("3EB0")
    assert body == {"success": True, "message": "Audio call placed", "number": NUMBER}
    assert server.sounds[0].media == sound
    assert server.sounds[0].duration_s == pytest.approx(0.5, abs=0.03)


@pytest.mark.parametrize(
    "media",
    [
        {"mediaUrl": in_base64(made_sounds.mp3())},
        {"mediaUrl": f"data:audio/mpeg;base64,{in_base64(made_sounds.mp3())}"},
        {"mediaUrl": "", "mediaBase64": in_base64(made_sounds.mp3())},
        {"mediaBase64": in_base64(made_sounds.mp3()), "caption": "unknown keys are tolerated"},
    ],
    ids=["base64 as a link", "data: URI", "empty link", "unknown key"],
)
async def test_other_ways_to_send_a_file(server, play, media):
    assert (await play(**media)).status_code == 200
    assert server.sounds[0].media == made_sounds.mp3()


async def test_a_wav_that_was_cut_off_plays_what_is_there(server, play):
    sound = made_sounds.wav(1.0)
    assert (await play(mediaBase64=in_base64(sound[: len(sound) // 2]))).status_code == 200
    assert server.sounds[0].duration_s == pytest.approx(0.5, abs=0.01)


async def test_a_sound_of_25_mb(server, play):
    sound = made_sounds.wav(1.0) + bytes(25_000_000)  # whatever follows the sound of a wav is not played
    assert (await play(mediaBase64=in_base64(sound))).status_code == 200
    assert server.sounds[0].media == sound
    assert server.sounds[0].duration_s == pytest.approx(1.0)


@pytest.mark.parametrize("link", [LINK, "http://example.com/a.mp3", "HTTPS://example.com/a"])
async def test_a_link_is_kept_as_it_is(server, play, link):
    assert (await play(mediaUrl=link)).status_code == 200
    assert server.sounds[0].media == link
    assert server.sounds[0].duration_s is None


async def test_a_link_is_not_followed(play):
    with socket.socket() as elsewhere:
        elsewhere.bind(("127.0.0.1", 0))
        elsewhere.listen()
        elsewhere.setblocking(False)
        port = elsewhere.getsockname()[1]
        assert (await play(mediaUrl=f"http://127.0.0.1:{port}/a.mp3")).status_code == 200
        with pytest.raises(BlockingIOError):
            elsewhere.accept()


# --- what it refuses ----------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["mediaBase64", "mediaUrl"])
@pytest.mark.parametrize("file", NO_SOUNDS.values(), ids=NO_SOUNDS)
async def test_a_file_that_no_call_can_play(server, play, key, file, caplog, capfd):
    message = refusal_of(await play(**{key: in_base64(file)}))
    assert message in {
        f"Invalid request body: {key}: the file cannot be decoded as mp3, ogg, wav or m4a",
        f"Invalid request body: {key}: the file holds no sound",
    }
    assert not server.sounds
    assert not [record for record in caplog.records if record.name.startswith("libav")]
    assert not capfd.readouterr().err


async def test_a_list_opens_no_file(play, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.wav").write_bytes(made_sounds.wav())
    refusal_of(await play(mediaBase64=in_base64(b"ffconcat version 1.0\nfile a.wav\n")))


@pytest.mark.parametrize("file", ["wav without sound", "video without sound"])
async def test_a_file_without_sound_is_called_so(play, file):
    assert refusal_of(await play(mediaBase64=in_base64(NO_SOUNDS[file]))).endswith("the file holds no sound")


@pytest.mark.parametrize(
    "media",
    [
        {},
        {"mediaUrl": "", "mediaBase64": ""},
        {"mediaUrl": LINK, "mediaBase64": in_base64(made_sounds.mp3())},
    ],
    ids=["neither", "both empty", "both"],
)
async def test_exactly_one_source(play, media):
    assert refusal_of(await play(**media)) == "Provide exactly one of mediaUrl or mediaBase64"


@pytest.mark.parametrize(
    "media",
    [
        {"mediaBase64": "no base64!"},
        {"mediaBase64": "YWJ"},
        {"mediaBase64": "YWJj\n"},
        {"mediaBase64": "YW==YW=="},
        {"mediaBase64": "é"},
        {"mediaBase64": 1},
        {"mediaBase64": None},
        {"mediaUrl": "ftp://example.com/a.mp3"},
        {"mediaUrl": "https://"},
        {"mediaUrl": "https://[broken/a.mp3"},
        {"mediaUrl": "data:audio/mpeg,plain"},
        {"mediaUrl": "data:audio/mpeg;base64,"},
        {"mediaUrl": [LINK]},
    ],
)
async def test_invalid_source(play, media):
    assert refusal_of(await play(**media)).startswith("Invalid request body: media")


async def test_a_number_is_needed(client):
    assert refusal_of(await client.post(AUDIO, json={"mediaUrl": LINK})) == "Number is required"


# --- what it keeps ------------------------------------------------------------------------------------


async def test_what_is_kept_of_a_call(server, play):
    reply = await play(f"{NUMBER}@s.whatsapp.net", mediaBase64=in_base64(made_sounds.wav(0.25)))
    (sound,) = server.sounds
    assert sound.call_id == reply.json()["callId"]
    assert (sound.digits, sound.instance, sound.duration_s) == (NUMBER, "practice", pytest.approx(0.25))
    assert "media" not in repr(sound)


async def test_nothing_is_kept_of_calls_without_sound_or_not_placed(server, ring, play):
    await ring("0003")
    await play("5511999990005", mediaUrl=LINK)
    assert not server.sounds


async def test_the_newest_sounds_are_kept(server, play):
    links = [f"https://example.com/{number}" for number in range(received.KEPT + 2)]
    for link in links:
        await play(mediaUrl=link)
    assert [sound.media for sound in server.sounds] == links[2:]


async def test_no_more_bytes_are_kept_than_fit(server, play, monkeypatch):
    monkeypatch.setattr(received, "KEPT_BYTES", 2 * len(made_sounds.wav(0.1)))
    calls = [(await play(mediaBase64=in_base64(made_sounds.wav(0.1)))).json()["callId"] for _ in range(3)]
    assert [sound.call_id for sound in server.sounds] == calls[1:]


async def test_sounds_outlast_a_stop(server, play):
    await play(mediaUrl=LINK)
    server.stop()
    assert [sound.media for sound in server.sounds] == [LINK]


# --- how long such a call lasts -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("media", "talk_s"),
    [({"mediaBase64": in_base64(made_sounds.wav(10.0))}, 10.0), ({"mediaUrl": LINK}, TALK_S)],
    ids=["file", "link"],
)
async def test_an_answered_call_is_over_when_the_sound_is(listen, play, news, media, talk_s):
    async with listen() as live:
        placed_at = time.monotonic()
        reply = await play("5511999990001", **media)
        assert await news(live, reply.json()["callId"]) == ["offer", "accepted", "terminated"]
    assert time.monotonic() - placed_at >= (REACTION_S + talk_s) * PACE


async def test_of_two_calls_the_one_with_the_short_sound_is_over_first(listen, play):
    async with listen() as live:
        long = await play("5511999990001", mediaBase64=in_base64(made_sounds.wav(10.0)))
        short = await play("5511999990001", mediaBase64=in_base64(made_sounds.wav(0.1)))
        over: list[str] = []
        async with asyncio.timeout(DEADLINE_S):
            while len(over) < 2:
                data = json.loads(await live.recv())["data"]
                over += [data["callId"]] if data["type"] == "terminated" else []
    assert over == [short.json()["callId"], long.json()["callId"]]


# --- its price ----------------------------------------------------------------------------------------


def test_the_decoder_is_loaded_by_the_first_sound():
    script = f"""
import sys, urllib.request
from app.practice.server import PracticeServer

with PracticeServer() as server:
    def place(kind, fields):
        request = urllib.request.Request(
            f"{{server.base_url}}/api/call/{{kind}}/practice", fields,
            {{"token": server.token, "Content-Type": "application/json"}},
        )
        assert urllib.request.urlopen(request).status == 200
    place("fake", b'{{"number": "{NUMBER}"}}')
    place("audio", b'{{"number": "{NUMBER}", "mediaUrl": "{LINK}"}}')
    assert "av" not in sys.modules
    place("audio", b'{{"number": "{NUMBER}", "mediaBase64": "{in_base64(made_sounds.wav(0.01))}"}}')
    assert "av" in sys.modules
"""
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, check=False, text=True, timeout=60
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


async def test_the_server_answers_others_while_a_sound_is_decoded(server, client, play, monkeypatch):
    decoding, go_on = threading.Event(), threading.Event()

    def decode(media: bytes) -> float:
        decoding.set()
        assert go_on.wait(DEADLINE_S)
        return 1.0

    monkeypatch.setattr("app.practice.sound.duration_of", decode)
    playing = asyncio.create_task(play(mediaBase64=in_base64(made_sounds.wav(0.1))))
    try:
        assert await asyncio.to_thread(decoding.wait, DEADLINE_S)
        assert (await client.get("/api/instance/list")).status_code == 200
        assert not playing.done()
    finally:
        go_on.set()
    assert (await playing).status_code == 200
