"""What every adapter keeps, over real HTTP.

A provider joins with a test file of its own, in which a subclass of ProviderContract names its subjects.
"""

from __future__ import annotations

import asyncio
import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar

import pytest
from broken_servers import ALL_FAULTS, EARLY_FAULTS, FAULTS
from loopback import (
    Holding,
    Line,
    SilentFromTheStart,
    answers,
    closed_port,
    is_whole_request,
    serving,
    soon,
    stays_silent,
)
from sounds import LINK, LINK_MARKER, Progress
from subjects import MARKER, ORIGINS, bad_requests, leaked, without_fields

from app.domain.account import Secret
from app.domain.audio import PreparedAudio
from app.domain.call import CallKind
from app.domain.provider import (
    AudioOrigin,
    Budget,
    CallProvider,
    InvalidAccount,
    InvalidRequest,
    OutcomeUnknown,
    Placed,
    ProviderError,
    ProviderUnavailable,
    StatusSource,
    UnexpectedReply,
)
from app.domain.provider import (
    Line as LineState,
)
from app.domain.reason import Reason

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from subjects import DocumentedError, Subject


class Leaving:
    """Counts how often a request was said to leave."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self) -> None:
        self.times += 1


async def place(subject: Subject, base_url: str, leaving: Callable[[], None], **fields: str) -> Placed:
    account = subject.account(base_url, **fields)
    try:
        return await soon(account.place(subject.request, leaving))
    finally:
        await account.close()


def answers_both(subject: Subject) -> Callable[[Line], Awaitable[None]]:
    async def behave(line: Line) -> None:
        while True:
            request = await line.request()
            await line.reply(200, subject.placed if request.method == "POST" else subject.connected)

    return behave


TOLD = {"X-RateLimit-Limit": "100", "X-RateLimit-Remaining": "42", "X-RateLimit-Reset": "1790000000"}


def log_everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    for name in list(logging.root.manager.loggerDict):
        caplog.set_level(logging.DEBUG, logger=name)


async def use_everything(account: CallProvider, subject: Subject) -> str:
    """Return the repr of everything that an account answers."""
    shown = [repr(account), repr(await soon(account.connection()))]
    shown.append(repr(await soon(account.place(subject.request, Leaving()))))
    shown.append(repr(account.budget))
    return "".join(shown)


class ProviderContract:
    """The suite. `subjects` are one for each kind of call, and for audio one for each origin of the sound."""

    subjects: ClassVar[Mapping[str, Subject]]

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        if "documented" in metafunc.fixturenames:
            cases = {
                f"{name}-{error}": (subject, subject.errors[error])
                for name, subject in self.subjects.items()
                for error in subject.errors
            }
            metafunc.parametrize(("subject", "documented"), cases.values(), ids=cases)
        elif "subject" in metafunc.fixturenames:
            metafunc.parametrize("subject", self.subjects.values(), ids=self.subjects)

    # --- class facts --------------------------------------------------------------------------------------

    def test_all_that_the_provider_can_is_tried(self) -> None:
        tried = {
            (subject.request.kind, ORIGINS.get(type(subject.request.audio)))
            for subject in self.subjects.values()
        }
        (can,) = {subject.provider.capabilities for subject in self.subjects.values()}
        assert tried == {
            (kind, origin)
            for kind in can.kinds
            for origin in (can.audio_origins if kind is CallKind.AUDIO else {None})
        }

    def test_a_ring_range_is_stated_exactly_by_providers_that_ring(self, subject: Subject) -> None:
        can = subject.provider.capabilities
        assert (can.ring is not None) == (CallKind.RING in can.kinds)

    def test_where_sound_comes_from_is_stated_exactly_by_providers_that_play_it(
        self, subject: Subject
    ) -> None:
        can = subject.provider.capabilities
        assert bool(can.audio_origins) == (CallKind.AUDIO in can.kinds)

    def test_formats_are_stated_exactly_by_providers_that_take_files(self, subject: Subject) -> None:
        can = subject.provider.capabilities
        assert bool(can.audio_formats) == (AudioOrigin.FILE in can.audio_origins)

    def test_the_usual_ring_time_is_an_allowed_one(self, subject: Subject) -> None:
        ring = subject.provider.capabilities.ring
        assert ring is None or ring.default in ring

    def test_how_long_an_agent_may_talk_is_stated_exactly_by_providers_with_agents(
        self, subject: Subject
    ) -> None:
        can = subject.provider.capabilities
        assert (can.agent is not None) == (CallKind.AGENT in can.kinds)

    def test_what_is_promised_is_what_is_there(self, subject: Subject) -> None:
        can = subject.provider.capabilities
        promised = {
            "live": can.status_source is StatusSource.PUSH,
            "live_setting": can.status_source is StatusSource.PUSH,
            "enable_live": can.status_source is StatusSource.PUSH,
            "status": can.status_source is StatusSource.POLL,
            "reaches": can.checks_numbers,
            "choices": can.agent is not None
            or any(field.find_label for field in subject.provider.account_fields),
        }
        there = {
            name: getattr(subject.provider, name) is not getattr(CallProvider, name) for name in promised
        }
        assert there == promised

    def test_account_field_keys_are_unique(self, subject: Subject) -> None:
        keys = [field.key for field in subject.provider.account_fields]
        assert len(keys) == len(set(keys))

    def test_every_account_field_has_a_label(self, subject: Subject) -> None:
        assert all(field.label for field in subject.provider.account_fields)

    def test_no_secret_has_a_default(self, subject: Subject) -> None:
        assert not any(field.default for field in subject.provider.account_fields if field.secret)

    def test_the_default_base_url_is_secure(self, subject: Subject) -> None:
        (base_url,) = (field for field in subject.provider.account_fields if field.key == "base_url")
        assert base_url.default.startswith("https://")

    # --- a call -------------------------------------------------------------------------------------------

    async def test_a_placed_call_has_the_providers_id(self, subject: Subject) -> None:
        async with serving(answers(subject.placed)) as server:
            assert (
                await place(subject, server.base_url, Leaving())
            ).provider_call_id == subject.provider_call_id

    async def test_a_placed_call_left_once(self, subject: Subject) -> None:
        leaving = Leaving()
        async with serving(answers(subject.placed)) as server:
            await place(subject, server.base_url, leaving)
        assert (leaving.times, server.posts) == (1, 1)

    async def test_no_whole_request_leaves_before_leaving_was_announced(self, subject: Subject) -> None:
        class NotRecorded(Exception):
            pass

        def refuse_to_leave() -> None:
            raise NotRecorded

        received = asyncio.get_running_loop().create_future()

        async def note_what_comes(line: Line) -> None:
            received.set_result(await line.reader.read())

        async with serving(note_what_comes) as server:
            with pytest.raises(NotRecorded):
                await place(subject, server.base_url, refuse_to_leave)
            assert not is_whole_request(await soon(received))

    async def test_an_upload_tells_of_every_byte_of_its_body(self, subject: Subject) -> None:
        progress = Progress()
        async with serving(answers(subject.placed)) as server:
            account = subject.account(server.base_url)
            await soon(account.place(subject.request, Leaving(), progress))
            await account.close()
        size = len(server.requests[0].body)
        is_file = isinstance(subject.request.audio, PreparedAudio)
        assert progress.told[-1:] in ([[(size, size)]] if is_file else [[], [(size, size)]])

    async def test_a_base_url_with_slash_and_capitals_reaches_the_same_paths(self, subject: Subject) -> None:
        async with serving(answers(subject.placed)) as server:
            await place(subject, server.base_url, Leaving())
            await place(subject, " " + server.base_url.replace("http", "HTTP") + "/ ", Leaving())
        assert server.requests[0].target == server.requests[1].target

    async def test_fields_that_are_not_needed_may_be_missing(self, subject: Subject) -> None:
        for name in set(json.loads(subject.placed)) - subject.naming:
            async with serving(answers(without_fields(subject.placed, name))) as server:
                placed = await place(subject, server.base_url, Leaving())
            assert placed.provider_call_id == subject.provider_call_id

    async def test_without_the_field_that_names_the_call_the_reply_is_unexpected(
        self, subject: Subject
    ) -> None:
        leaving = Leaving()
        async with serving(answers(without_fields(subject.placed, *subject.naming))) as server:
            with pytest.raises(UnexpectedReply):
                await place(subject, server.base_url, leaving)
        assert leaving.times == 1

    async def test_a_key_goes_along_exactly_where_it_keeps_a_call_from_being_placed_twice(
        self, subject: Subject
    ) -> None:
        async with serving(answers(subject.placed)) as server:
            account = subject.account(server.base_url)
            for _ in range(2):
                await soon(account.place(subject.request, Leaving(), key="press-1"))
            await account.close()
        carried = ["press-1" in request.headers.values() for request in server.requests]
        assert carried == [subject.provider.capabilities.repeatable_post] * 2

    async def test_nothing_is_sent_of_a_call_that_the_provider_does_not_place(self, subject: Subject) -> None:
        leaving = Leaving()
        async with serving(answers(subject.placed)) as server:
            account = subject.account(server.base_url)
            for name, request in bad_requests(subject).items():
                with pytest.raises(InvalidRequest) as refused:
                    await soon(account.place(request, leaving))
                assert refused.value.reason is Reason.NOT_POSSIBLE, name
            await account.close()
        assert (leaving.times, server.lines) == (0, [])

    # --- what it is refused with --------------------------------------------------------------------------

    async def test_a_documented_error_is_told_as_what_it_is(
        self, subject: Subject, documented: DocumentedError
    ) -> None:
        async with serving(answers(documented.body, status=documented.status)) as server:
            with pytest.raises(ProviderError) as failed:
                await place(subject, server.base_url, Leaving())
        error = failed.value
        assert (type(error), error.reason) == (documented.kind, documented.reason or documented.kind.reason)

    async def test_a_documented_error_is_told_in_the_providers_words(
        self, subject: Subject, documented: DocumentedError
    ) -> None:
        async with serving(answers(documented.body, status=documented.status)) as server:
            with pytest.raises(ProviderError) as failed:
                await place(subject, server.base_url, Leaving())
        assert failed.value.detail == documented.words

    async def test_a_documented_error_sends_no_call_twice(
        self, subject: Subject, documented: DocumentedError
    ) -> None:
        leaving = Leaving()
        async with serving(answers(documented.body, status=documented.status)) as server:
            with pytest.raises(ProviderError):
                await place(subject, server.base_url, leaving)
        assert (leaving.times, server.posts) == (1, 1)

    # --- whatever happens to it ---------------------------------------------------------------------------

    @pytest.mark.parametrize("fault", FAULTS)
    async def test_a_fault_after_leaving_is_told_as_what_it_is(self, subject: Subject, fault: str) -> None:
        behave, error = FAULTS[fault]
        async with serving(behave) as server:
            with pytest.raises(error) as failed:
                await place(subject, server.base_url, Leaving())
        assert failed.type is error

    @pytest.mark.parametrize("fault", FAULTS)
    async def test_no_fault_sends_a_call_twice(self, subject: Subject, fault: str) -> None:
        leaving = Leaving()
        async with serving(FAULTS[fault][0]) as server:
            with pytest.raises(ProviderError):
                await place(subject, server.base_url, leaving)
        assert (leaving.times, len(server.lines)) == (1, 1)

    @pytest.mark.parametrize("fault", ALL_FAULTS)
    async def test_no_fault_shows_a_secret_or_a_sound(self, subject: Subject, fault: str) -> None:
        async with serving(ALL_FAULTS[fault]) as server:
            with pytest.raises(ProviderError) as failed:
                await place(subject, server.base_url, Leaving())
        assert not leaked(repr(failed.value) + str(failed.value) + failed.value.detail)

    @pytest.mark.parametrize("fault", EARLY_FAULTS)
    async def test_an_early_fault_is_unknown_exactly_if_the_call_had_left(
        self, subject: Subject, fault: str
    ) -> None:
        leaving = Leaving()
        async with serving(EARLY_FAULTS[fault]) as server:
            with pytest.raises((OutcomeUnknown, ProviderUnavailable)) as failed:
                await place(subject, server.base_url, leaving)
        assert (failed.type is OutcomeUnknown) == bool(leaving.times)

    @pytest.mark.parametrize("fault", EARLY_FAULTS)
    async def test_no_early_fault_sends_a_call_twice(self, subject: Subject, fault: str) -> None:
        leaving = Leaving()
        async with serving(EARLY_FAULTS[fault]) as server:
            with pytest.raises(ProviderError):
                await place(subject, server.base_url, leaving)
        assert (leaving.times <= 1, len(server.lines)) == (True, 1)

    async def test_a_refused_connection_is_unavailable(self, subject: Subject) -> None:
        with pytest.raises(ProviderUnavailable, match=r"The connection was refused\."):
            await place(subject, f"http://127.0.0.1:{closed_port()}", Leaving())

    async def test_nothing_leaves_over_a_refused_connection(self, subject: Subject) -> None:
        leaving = Leaving()
        with pytest.raises(ProviderUnavailable):
            await place(subject, f"http://127.0.0.1:{closed_port()}", leaving)
        assert leaving.times == 0

    async def test_a_reply_after_the_deadline_leaves_the_outcome_unknown(
        self, subject: Subject, skip: Callable[[float], None]
    ) -> None:
        async def comes_too_late(line: Line) -> None:
            await line.request()
            skip(subject.deadline_s + 1)
            await stays_silent(line)

        async with serving(comes_too_late) as server:
            account = subject.account(server.base_url)
            with pytest.raises(OutcomeUnknown) as failed:
                await account.place(subject.request, Leaving())
            await account.close()
        assert (failed.value.reason, failed.value.detail) == (Reason.NO_REPLY, f"{subject.deadline_s:g}")

    async def test_a_trickling_reply_ends_at_the_deadline(
        self, subject: Subject, skip: Callable[[float], None]
    ) -> None:
        async def trickles(line: Line) -> None:
            await line.request()
            await line.reply(200, b"", length=1000)
            while True:
                await line.send(b" ")
                skip(subject.deadline_s / 4)
                await asyncio.sleep(0)

        async with serving(trickles) as server:
            account = subject.account(server.base_url)
            with pytest.raises(OutcomeUnknown) as failed:
                await account.place(subject.request, Leaving())
            await account.close()
        assert failed.value.reason is Reason.NO_REPLY

    @pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
    async def test_a_redirect_takes_no_secret_to_another_host(self, subject: Subject, status: int) -> None:
        async with serving(answers(subject.placed)) as other:
            headers = {"Location": f"{other.base_url}/elsewhere"}
            async with serving(answers(b"", status=status, headers=headers)) as server:
                with pytest.raises(UnexpectedReply):
                    await place(subject, server.base_url, Leaving())
        assert other.lines == []

    # --- cancelling ---------------------------------------------------------------------------------------

    async def test_cancelling_before_leaving_sends_nothing(self, subject: Subject) -> None:
        leaving, server_behaviour = Leaving(), SilentFromTheStart()
        async with serving(server_behaviour) as server:  # it never answers the TLS handshake
            account = subject.account(server.base_url.replace("http", "https"))
            placing = asyncio.create_task(account.place(subject.request, leaving))
            await soon(server_behaviour.arrived.wait())
            placing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await placing
            await account.close()
        assert leaving.times == 0

    async def test_cancelling_after_leaving_leaves_one_call_behind(self, subject: Subject) -> None:
        leaving, holding = Leaving(), Holding()
        async with serving(holding) as server:
            account = subject.account(server.base_url)
            placing = asyncio.create_task(account.place(subject.request, leaving))
            await soon(holding.arrived.wait())
            placing.cancel()
            with pytest.raises(asyncio.CancelledError):
                await placing
            await account.close()
        assert (leaving.times, server.posts) == (1, 1)

    async def test_an_account_is_usable_after_a_cancelled_call(self, subject: Subject) -> None:
        holding = Holding()

        async def holds_the_first(line: Line) -> None:
            await (holding if len(server.lines) == 1 else answers(subject.placed))(line)

        async with serving(holds_the_first) as server:
            account = subject.account(server.base_url)
            placing = asyncio.create_task(account.place(subject.request, Leaving()))
            await soon(holding.arrived.wait())
            placing.cancel()
            await asyncio.wait({placing})
            assert await soon(account.place(subject.request, Leaving()))
            await account.close()

    # --- a warm connection --------------------------------------------------------------------------------

    async def test_the_line_is_asked_for_its_state(self, subject: Subject) -> None:
        async with serving(answers_both(subject)) as server:
            account = subject.account(server.base_url)
            assert (await soon(account.connection())).line is LineState.CONNECTED
            await account.close()

    async def test_a_call_takes_the_connection_that_is_warm(self, subject: Subject) -> None:
        async with serving(answers_both(subject)) as server:
            account = subject.account(server.base_url)
            await soon(account.connection())
            await soon(account.place(subject.request, Leaving()))
            await account.close()
        assert (len(server.requests), len(server.lines)) == (2, 1)

    @pytest.mark.parametrize("ending", ["close", "reset"])
    async def test_a_warm_connection_that_ended_meanwhile_costs_no_call(
        self, subject: Subject, ending: str
    ) -> None:
        leaving = Leaving()
        async with serving(answers_both(subject)) as server:
            account = subject.account(server.base_url)
            await soon(account.connection())
            (line,) = server.lines
            getattr(line, ending)()
            assert await soon(account.place(subject.request, leaving))
            await account.close()
        assert (leaving.times, server.posts, len(server.lines)) == (1, 1, 2)

    async def test_an_account_is_usable_after_it_was_closed(self, subject: Subject) -> None:
        async with serving(answers(subject.placed)) as server:
            account = subject.account(server.base_url)
            await account.close()
            assert await soon(account.place(subject.request, Leaving()))
            await account.close()

    # --- the budget ---------------------------------------------------------------------------------------

    async def test_no_budget_is_known_before_the_first_reply(self, subject: Subject) -> None:
        assert subject.account("https://calls.example").budget is None

    async def test_the_newest_reply_tells_the_budget(self, subject: Subject) -> None:
        async with serving(answers(subject.placed, headers=TOLD)) as server:
            account = subject.account(server.base_url)
            await soon(account.place(subject.request, Leaving()))
            await account.close()
        told = Budget(100, 42, datetime.fromtimestamp(1790000000, UTC)) if subject.tells_budget else None
        assert account.budget == told

    async def test_a_reply_without_a_budget_keeps_the_last_one_told(self, subject: Subject) -> None:
        replies = iter([TOLD, {}])

        async def tells_once(line: Line) -> None:
            while True:
                await line.request()
                await line.reply(200, subject.placed, headers=next(replies))

        async with serving(tells_once) as server:
            account = subject.account(server.base_url)
            await soon(account.place(subject.request, Leaving()))
            told = account.budget
            await soon(account.place(subject.request, Leaving()))
            await account.close()
        assert account.budget == told

    # --- settings that cannot be used ---------------------------------------------------------------------

    def test_a_base_url_that_would_send_a_secret_in_clear_is_refused(self, subject: Subject) -> None:
        with pytest.raises(InvalidAccount, match="in clear"):
            subject.account("http://calls.example")

    @pytest.mark.parametrize(
        "secret", ["two words " + MARKER, MARKER + "\nX-Evil: 1", MARKER + "é", MARKER + "\x00"]
    )
    def test_a_secret_that_no_header_carries_is_refused_unseen(self, subject: Subject, secret: str) -> None:
        fields = {**subject.fields, "base_url": "https://calls.example"}
        for key in subject.secrets:
            with pytest.raises(InvalidAccount) as refused:
                subject.provider(fields, {**subject.secrets, key: Secret(secret)})
            assert MARKER not in repr(refused.value) + str(refused.value)

    @pytest.mark.parametrize("none", [{}, {"empty": Secret("")}], ids=["missing", "empty"])
    async def test_a_secret_that_is_not_required_may_be_left_out(
        self, subject: Subject, none: dict[str, Secret]
    ) -> None:
        required = {field.key for field in subject.provider.account_fields if field.required}
        secrets = {key: secret for key, secret in subject.secrets.items() if key in required}
        secrets |= {key: none["empty"] for key in subject.secrets.keys() - required if none}
        async with serving(answers(subject.placed)) as server:
            account = subject.provider({**subject.fields, "base_url": server.base_url}, secrets)
            assert await soon(account.place(subject.request, Leaving()))
            await account.close()

    # --- secrets ------------------------------------------------------------------------------------------

    async def test_no_log_line_shows_a_secret_or_a_sound(
        self, subject: Subject, caplog: pytest.LogCaptureFixture
    ) -> None:
        log_everything(caplog)
        async with serving(answers_both(subject)) as server:
            account = subject.account(server.base_url)
            await use_everything(account, subject)
            await account.close()
        assert not leaked(caplog.text)

    @pytest.mark.parametrize("fault", ALL_FAULTS)
    async def test_no_log_line_shows_a_secret_or_a_sound_after_a_fault(
        self, subject: Subject, fault: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        log_everything(caplog)
        async with serving(ALL_FAULTS[fault]) as server:
            try:
                await place(subject, server.base_url, Leaving())
            except ProviderError:
                logging.getLogger("the caller").info("Failed", exc_info=True)
        assert "Failed" in caplog.text
        assert not leaked(caplog.text)

    async def test_no_answer_shows_a_secret_or_a_sound(self, subject: Subject) -> None:
        async with serving(answers_both(subject)) as server:
            account = subject.account(server.base_url)
            shown = await use_everything(account, subject)
            await account.close()
        assert not leaked(shown)

    async def test_no_request_has_a_secret_or_a_sound_in_its_query(self, subject: Subject) -> None:
        async with serving(answers_both(subject)) as server:
            account = subject.account(server.base_url)
            await use_everything(account, subject)
            await account.close()
        assert not any(leaked(request.target.partition("?")[2]) for request in server.requests)

    async def test_every_secret_reaches_the_provider(self, subject: Subject) -> None:
        """Else nothing is proved by their being found nowhere."""
        async with serving(answers(subject.placed)) as server:
            await place(subject, server.base_url, Leaving())
        (request,) = server.requests
        sent = request.target + "".join(request.headers.values())
        assert sent.count(MARKER) == len(subject.secrets)

    @pytest.mark.parametrize("status", [200, 400, 404, 500])
    async def test_a_provider_that_quotes_what_it_was_sent_gives_no_secret_away(
        self, subject: Subject, status: int, caplog: pytest.LogCaptureFixture
    ) -> None:
        async def quotes(line: Line) -> None:
            request = await line.request()
            quoted = f"{request.method} {request.target} {dict(request.headers)} {LINK.url}"
            await line.reply(status, subject.error_saying(f"failed: {quoted}"))

        log_everything(caplog)
        async with serving(quotes) as server:
            with pytest.raises(ProviderError) as failed:
                await place(subject, server.base_url, Leaving())
        logging.getLogger("the caller").info("Failed", exc_info=failed.value)
        error = failed.value
        shown = repr(error) + str(error) + error.detail + caplog.text
        assert not leaked(shown if subject.request.audio is LINK else shown.replace(LINK_MARKER, ""))
