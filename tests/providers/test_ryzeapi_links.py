"""A provider that quotes the link it was given: what follows its ? or # is a key, and goes nowhere."""

from __future__ import annotations

import html
import json
import logging
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
from loopback import answers, serving, soon
from sounds import prepared
from test_ryzeapi_contract import BY_LINK as SUBJECT

from app.domain.audio import AudioLink
from app.domain.call import CallKind, CallRequest
from app.domain.detail import Detail
from app.domain.provider import InvalidRequest, ProviderError, ProviderFailed, UnexpectedReply
from app.domain.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.audio import AudioSource
    from app.domain.provider import Placed

KEY, PLACE = "marker-key-27d8", "marker-place-33b1"
URL = f"https://files.example/ol%C3%A1.mp3?user=ana%20b&key={KEY}#{PLACE}"
QUOTED = {
    "as it is": URL,
    "in words": f'failed: Get "{URL}": 404, and again {URL}',
    "decoded": unquote(URL),
    "for HTML": html.escape(URL),
    "in capitals before": URL.replace("https://files", "HTTPS://FILES"),
    "without its host": "/" + URL.split("/", 3)[3],
    "its query alone": "?" + URL.partition("?")[2],
    "its fragment alone": "#" + PLACE,
}


def said(message: str) -> Mapping[int, object]:
    """The documented bodies with those words, by status."""
    refusal = {"success": False, "error": {"message": message}}
    return {200: {"success": True, "callId": "3EB0", "message": message}, 400: refusal, 500: refusal}


async def place(status: int, body: object, audio: AudioSource | None = None) -> Placed:
    request = CallRequest("account-1", SUBJECT.request.number, CallKind.AUDIO, audio=audio or AudioLink(URL))
    async with serving(answers(json.dumps(body).encode(), status=status)) as server:
        account = SUBJECT.account(server.base_url)
        try:
            return await soon(account.place(request, lambda: None))
        finally:
            await account.close()


async def error_of(status: int, body: object, audio: AudioSource | None = None) -> ProviderError:
    with pytest.raises(ProviderError) as failed:
        await place(status, body, audio)
    return failed.value


def hidden(shown: str) -> bool:
    return KEY not in shown and PLACE not in shown


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
async def test_a_success_shows_no_key_of_the_link(quoted: str) -> None:
    placed = await place(200, said(quoted)[200])
    assert placed.provider_call_id == "3EB0"
    assert hidden(repr(placed))


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED)
@pytest.mark.parametrize(("status", "kind"), [(400, InvalidRequest), (500, ProviderFailed)])
async def test_a_failure_shows_no_key_of_the_link(
    status: int, kind: type[ProviderError], quoted: str
) -> None:
    error = await error_of(status, said(quoted)[status])
    assert type(error) is kind
    assert hidden(error.detail + str(error) + repr(error))


@pytest.mark.parametrize("status", [200, 400, 500])
async def test_a_key_of_the_link_reaches_no_log(status: int, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)
    try:
        await place(status, said(URL)[status])
    except ProviderError:
        logging.getLogger("the caller").info("Failed", exc_info=True)
    assert "3EB0" not in caplog.text
    assert hidden(caplog.text)


async def test_the_rest_of_what_the_provider_says_is_kept() -> None:
    error = await error_of(500, said(f"cannot fetch {URL}: 404")[500])
    assert error.detail == "cannot fetch https://files.example/ol%C3%A1.mp3?…#…: 404"


@pytest.mark.parametrize(
    "audio", [prepared(), AudioLink("https://files.example/a.mp3")], ids=["file", "link"]
)
@pytest.mark.parametrize("words", ["why? because #1", "/a.mp3?key=1"])
async def test_where_there_is_no_key_nothing_is_hidden(audio: AudioSource, words: str) -> None:
    assert (await place(200, said(words)[200], audio)).message == words
    assert (await error_of(500, said(words)[500], audio)).detail == words


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [(502, [], UnexpectedReply), (404, [], InvalidRequest), (200, {"success": False}, ProviderFailed)],
)
async def test_our_own_words_can_still_be_said_in_another_language(
    status: int, body: object, kind: type[ProviderError]
) -> None:
    error = await error_of(status, body)
    assert type(error) is kind
    assert isinstance(error.detail, Detail)


@pytest.mark.parametrize("audio", [prepared(), AudioLink(URL)], ids=["file", "link"])
async def test_a_call_that_is_too_large_is_refused_with_its_reason(audio: AudioSource) -> None:
    error = await error_of(413, said(URL)[400], audio)
    assert (type(error), error.reason) == (InvalidRequest, Reason.TOO_LARGE)
