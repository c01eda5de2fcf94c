"""The sound of an audio call: which links can be one, what is kept of it, and what is never shown."""

from __future__ import annotations

import pytest

from app.domain.audio import (
    AudioFormat,
    AudioLink,
    AudioRefused,
    FileRecord,
    LinkRecord,
    PreparedAudio,
    length_words,
)
from app.domain.call import CallKind, CallRequest
from app.domain.detail import Detail
from app.domain.phone_number import PhoneNumber

MARKER = "marker-sound-91c4"
NUMBER = PhoneNumber.parse("+55 11 99999-0001")


def sound(path: str = "/home/ana/greeting.wav", data: bytes = b"12345") -> PreparedAudio:
    return PreparedAudio(
        path=path,
        data=data,
        format=AudioFormat.OGG,
        duration_s=2.5,
        original_kind="WAV",
        original_size=80_044,
        original_duration_s=3.25,
        original_sha256="ab" * 32,
        peaks=MARKER.encode(),
    )


# --- a link -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "url",
    [
        "https://files.example/hello.mp3",
        "http://files.example/hello.mp3",
        "https://files.example",
        "https://files.example/",
        "https://files.example:8443/a/b.ogg?key=1&name=%20#part",
        "https://files.example/a@b.mp3",
        "https://files.example/?from=me@office.example",
        "HTTPS://Files.Example/Hello.MP3",
        "https://203.0.113.7/hello.mp3",
        "https://[2001:db8::1]/hello.mp3",
        "https://[2001:db8::1]:8443/hello.mp3",
        "https://ligações.example/olá.mp3",
        "https://files.example./hello.mp3",
    ],
)
def test_a_link_that_a_provider_could_fetch_is_kept_as_it_is(url: str) -> None:
    assert AudioLink.parse(url).url == url


@pytest.mark.parametrize("around", ["  {}", "{}\n", "\t{}\r\n", "\u00a0{}"])
def test_space_around_a_pasted_link_is_dropped(around: str) -> None:
    assert AudioLink.parse(around.format("https://files.example/a.mp3")).url == "https://files.example/a.mp3"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "hello.mp3",
        "files.example/hello.mp3",
        "//files.example/hello.mp3",
        "ftp://files.example/hello.mp3",
        "file:///home/ana/hello.mp3",
        "data:audio/mpeg;base64,SUQz",
        "javascript:alert(1)",
        "C:\\hello.mp3",
        "https:",
        "https://",
        "https:///hello.mp3",
        "https://:8443/hello.mp3",
        "https://?hello.mp3",
        "https://files.example:port/hello.mp3",
        "https://files.example:99999/hello.mp3",
        "https://files.example:-1/hello.mp3",
        "https://[2001:db8::1/hello.mp3",
        "https://[nonsense]/hello.mp3",
        "https://files.example/two words.mp3",
        "https://files example/hello.mp3",
        "https://files.example/a.mp3 https://files.example/b.mp3",
        "https://files.exam\nple/hello.mp3",
        "https://files.example/a\tb.mp3",
        "https://files.example/a\x00b.mp3",
        "https://files.example/a\x7fb.mp3",
        "https://files.example/a\u00a0b.mp3",
        "https://files.example/a\u200bb.mp3",
        "https://files.example/a\ud800b.mp3",
        "\x01https://files.example/a.mp3",
        "https://files..example/hello.mp3",
        "https://" + "a" * 64 + ".example/hello.mp3",
    ],
)
def test_what_is_no_link_is_refused(text: str) -> None:
    with pytest.raises(AudioRefused, match=r"^The link must look like https://host/file\.mp3\.$"):
        AudioLink.parse(text)


@pytest.mark.parametrize(
    "url",
    [
        "https://ana@files.example/a.mp3",
        "https://ana:secret@files.example/a.mp3",
        "https://:secret@files.example/a.mp3",
        "https://@files.example/a.mp3",
        "https://ana%40office:secret@files.example/a.mp3",
    ],
)
def test_a_link_with_a_user_or_a_password_is_refused(url: str) -> None:
    with pytest.raises(AudioRefused, match="holds a user or a password"):
        AudioLink.parse(url)


@pytest.mark.parametrize(
    "text", ["", "https://[::1", "https://", f"https://ana:{MARKER}@files.example/a.mp3"]
)
def test_a_refusal_can_be_said_in_another_language(text: str) -> None:
    with pytest.raises(AudioRefused) as refused:
        AudioLink.parse(text)
    assert isinstance(refused.value.args[0], Detail)


@pytest.mark.parametrize(
    "text", [f"ftp://files.example/{MARKER}", f"https://a:{MARKER}@b/c", f"https://[{MARKER}"]
)
def test_a_refusal_does_not_repeat_the_link(text: str) -> None:
    with pytest.raises(AudioRefused) as refused:
        AudioLink.parse(text)
    assert MARKER not in str(refused.value) + repr(refused.value)


# --- what history keeps -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "kept", "is_whole"),
    [
        ("https://files.example/a.mp3", "https://files.example/a.mp3", True),
        ("https://files.example", "https://files.example", True),
        ("https://files.example:8443/a%20b.mp3", "https://files.example:8443/a%20b.mp3", True),
        ("https://[2001:db8::1]/a.mp3", "https://[2001:db8::1]/a.mp3", True),
        ("https://files.example/a.mp3?", "https://files.example/a.mp3", True),
        ("https://files.example/a.mp3#", "https://files.example/a.mp3", True),
        ("https://files.example/a.mp3?key=1", "https://files.example/a.mp3", False),
        ("https://files.example/a.mp3#t=3", "https://files.example/a.mp3", False),
        ("https://files.example/a.mp3?key=1#t=3", "https://files.example/a.mp3", False),
        ("https://files.example/?key=1", "https://files.example/", False),
        ("https://files.example?key=1", "https://files.example", False),
    ],
)
def test_of_a_link_is_kept_what_stands_before_its_query(url: str, kept: str, is_whole: bool) -> None:
    assert AudioLink.parse(url).record == LinkRecord(kept, is_whole)


@pytest.mark.parametrize("url", ["https://files.example/a.mp3", "HTTPS://Files.Example:8443/a.mp3"])
def test_what_is_kept_of_a_whole_link_is_a_link_again(url: str) -> None:
    record = AudioLink.parse(url).record
    assert AudioLink.parse(record.url).record == record


def test_of_a_file_is_kept_what_was_sent_and_which_file_it_was() -> None:
    assert sound().record == FileRecord("/home/ana/greeting.wav", 2.5, 5, "ab" * 32)


@pytest.mark.parametrize("kept", [False, True], ids=["ready", "kept"])
def test_a_file_is_called_by_its_name(kept: bool) -> None:
    audio = sound("/home/ana/São Paulo.wav")
    assert (audio.record if kept else audio).name == "São Paulo.wav"


def test_the_size_of_a_sound_is_what_is_sent() -> None:
    assert sound(data=b"x" * 1234).size == 1234


# --- a request ----------------------------------------------------------------------------------------


def request(audio: object) -> CallRequest:
    return CallRequest("a1", NUMBER, CallKind.AUDIO, audio=audio)  # type: ignore[arg-type]


def test_a_request_keeps_the_record_of_its_file() -> None:
    assert request(sound()).audio_record == sound().record


def test_a_request_keeps_the_record_of_its_link() -> None:
    link = AudioLink("https://files.example/a.mp3?key=1")
    assert request(link).audio_record == LinkRecord("https://files.example/a.mp3", is_whole=False)


@pytest.mark.parametrize("record", [sound().record, LinkRecord("https://files.example/a.mp3")])
def test_a_record_is_its_own_record(record: FileRecord | LinkRecord) -> None:
    assert request(record).audio_record is record


def test_a_request_without_a_sound_has_no_record() -> None:
    assert CallRequest("a1", NUMBER).audio_record is None


# --- what is never shown ------------------------------------------------------------------------------


@pytest.mark.parametrize("show", [repr, str])
def test_neither_the_data_nor_the_shape_of_a_sound_is_shown(show: type[str]) -> None:
    assert MARKER not in show(request(sound(data=MARKER.encode())))


@pytest.mark.parametrize("show", [repr, str])
def test_a_link_is_not_shown(show: type[str]) -> None:
    assert MARKER not in show(request(AudioLink.parse(f"https://files.example/{MARKER}?key={MARKER}")))


LINK = AudioLink("https://files.example/a.mp3?user=ana%20b&key=1#t=3")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("404", "404"),
        (LINK.url, "https://files.example/a.mp3?…#…"),
        (
            f"<{LINK.url}> and {LINK.url}",
            "<https://files.example/a.mp3?…#…> and https://files.example/a.mp3?…#…",
        ),
        ("/a.mp3?user=ana b&key=1#t=3", "/a.mp3?…#…"),
        ("/a.mp3?user=ana%20b&amp;key=1#t=3", "/a.mp3?…#…"),
        ("/a.mp3#t=3", "/a.mp3#…"),
        ("/b.mp3?key=2", "/b.mp3?key=2"),
    ],
)
def test_what_follows_the_path_of_a_link_is_hidden_where_it_is_quoted(text: str, shown: str) -> None:
    assert LINK.hidden_in(text) == shown


@pytest.mark.parametrize("url", ["https://files.example/a.mp3", "https://files.example/a.mp3?#"])
def test_a_link_without_a_key_hides_nothing(url: str) -> None:
    assert AudioLink(url).hidden_in("why? #1: /a.mp3?key=1#t=3") == "why? #1: /a.mp3?key=1#t=3"


def test_a_sentence_with_nothing_to_hide_can_still_be_said_in_another_language() -> None:
    detail = Detail("{name} is ill.", name="it")
    assert LINK.hidden_in(detail) is detail


# --- lengths ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0:00"),
        (0.4, "0:00"),
        (0.6, "0:01"),
        (24.2, "0:24"),
        (59.4, "0:59"),
        (59.6, "1:00"),
        (60, "1:00"),
        (725, "12:05"),
        (3599.6, "1:00:00"),
        (3723, "1:02:03"),
        (36_000, "10:00:00"),
    ],
)
def test_a_length_reads_as_a_player_shows_it(seconds: float, words: str) -> None:
    assert length_words(seconds) == words
