"""The practice provider as the rest of the program, the command line and the tests see it."""

from __future__ import annotations

import asyncio
import os
import re
import socket
import threading
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING, Self, TypeVar

from app.practice.app import Endpoints
from app.practice.calls import Calls, Waits
from app.practice.contract import Refused
from app.practice.entrance import Entrances
from app.practice.faults import Faults, FaultyReplies
from app.practice.gate import Gate
from app.practice.instances import PRACTICE, Instances
from app.practice.journal import Journal, RequestRecord
from app.practice.limiter import Limiter
from app.practice.live import Live
from app.practice.received import PlacedCall, PlacedCalls, SoundRecord, Sounds
from app.practice.reception import Reception
from app.practice.ringyo import RingyoAccount, RingyoEndpoints
from app.practice.ringyo_calls import RingyoCalls
from app.practice.serving import Serving
from app.practice.zapi import ZapiAccount, ZapiEndpoints

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from app.practice.faults import Fault

HOST = "127.0.0.1"
_DEADLINE_S = 5.0
"""For starting, for stopping, and for anything asked of the server's thread."""

_CALL_PATH = re.compile("/api/call/.*|/instances/.*/send-call|/v1/calls")
_T = TypeVar("_T")


class PracticeServer:
    """RyzeAPI, Z-API and Ringyo that ring nobody: on loopback, in a daemon thread with a loop of its own.

    `port` 0 takes a free one. With `live` the WebSocket of the instance `practice` is enabled from the
    start, otherwise it was never configured. `pace` scales the waits of calls: 1.0 is true time, 0.05
    twenty times as fast. `on_request` gets a line such as `POST /api/call/fake/practice 200` for each
    request, on the server's thread.

    `zapi` and `ringyo` are the accounts there, with what a test may change of them.

    It may be started again after it was stopped: port, tokens, instances, calls, counters and records stay.
    All methods may be called from any thread.
    """

    def __init__(
        self,
        *,
        port: int = 0,
        live: bool = False,
        pace: float = 1.0,
        on_request: Callable[[str], None] | None = None,
    ) -> None:
        self._port = port
        self._pace = pace
        self._instances = Instances(live=live)
        self._limiter = Limiter()
        self._journal = Journal(on_request)
        self._faults = Faults()
        self._placed = PlacedCalls()
        self._sounds = Sounds()
        self.zapi = ZapiAccount()
        self.ringyo = RingyoAccount(RingyoCalls(pace))
        self._thread: threading.Thread | None = None
        self._run: _Run | None = None

    # --- life -----------------------------------------------------------------------------------------

    def start(self) -> None:
        """Start; returns once requests are accepted. Raises OSError if the port cannot be had."""
        if self._thread is not None:
            raise RuntimeError("the practice provider runs already")
        listener = _listen(self._port)
        self._port = listener.getsockname()[1]
        accepting: Future[_Run] = Future()
        self._thread = threading.Thread(
            target=self._run_thread, args=(listener, accepting), name="practice provider", daemon=True
        )
        self._thread.start()
        try:
            self._run = accepting.result(_DEADLINE_S)
        except BaseException:
            self._thread = None
            raise

    def stop(self) -> None:
        """Stop, close every connection and wait for the thread's end. Harmless when it does not run."""
        if self._thread is None or self._run is None:
            return
        with suppress(RuntimeError):  # the loop is closed already
            self._run.loop.call_soon_threadsafe(self._run.stop)
        self._thread.join(_DEADLINE_S)
        if self._thread.is_alive():
            raise TimeoutError("the practice provider does not stop")
        self._thread = self._run = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    # --- what an account needs ------------------------------------------------------------------------

    @property
    def base_url(self) -> str:
        """Where it listens, for example `http://127.0.0.1:49152`. Known once it was started."""
        if not self._port:
            raise RuntimeError("the practice provider has no port before it is started")
        return f"http://{HOST}:{self._port}"

    @property
    def providers(self) -> tuple[str, ...]:
        """The keys of the providers that it is."""
        return "ryzeapi", "zapi", "ringyo"

    def account_fields(self, provider: str) -> dict[str, str]:
        """Return the plain fields of an account at the provider of that key, one of `providers`.

        Known once it was started.
        """
        instances = {
            "ryzeapi": {"instance": PRACTICE},
            "zapi": {"instance": self.zapi.instance},
            "ringyo": {},
        }
        return {**instances[provider], "base_url": self.base_url}

    def secrets(self, provider: str) -> dict[str, str]:
        """Return the secret fields of that account."""
        return {
            "ryzeapi": {"token": self.token},
            "zapi": {"token": self.zapi.token, "client_token": self.zapi.client_token},
            "ringyo": {"api_key": self.ringyo.api_key},
        }[provider]

    @property
    def instance(self) -> str:
        """The name of RyzeAPI's instance that is connected."""
        return PRACTICE

    @property
    def token(self) -> str:
        """The token of that instance."""
        return self.token_of(PRACTICE)

    @property
    def account_token(self) -> str:
        """The token that sees all of RyzeAPI's instances."""
        return self._instances.account_token

    def token_of(self, instance: str) -> str:
        """Return the token of the instance of that name."""
        return self._instances[instance].token

    # --- what it saw ----------------------------------------------------------------------------------

    @property
    def requests(self) -> list[RequestRecord]:
        """Every request so far, oldest first, WebSocket upgrades among them."""
        return self._journal.records()

    @property
    def calls_received(self) -> int:
        """How many requests to place a call were received, whatever became of them."""
        return sum(
            record.method == "POST" and bool(_CALL_PATH.fullmatch(record.path)) for record in self.requests
        )

    @property
    def calls_placed(self) -> list[PlacedCall]:
        """The calls that were placed, oldest first: a repeated request with the same key places one."""
        return self._placed.records()

    @property
    def sounds(self) -> list[SoundRecord]:
        """The sounds of the calls that were placed, oldest first; of many and of large ones the newest."""
        return self._sounds.records()

    @property
    def live_connections(self) -> int:
        """How many WebSockets are open."""
        return self._on_loop(lambda run: run.live.count)

    # --- what a test may do to it ---------------------------------------------------------------------

    def inject(self, fault: Fault, *, method: str = "POST") -> None:
        """Do `fault` (see app.practice.faults) to the next request of that method. Several queue up."""
        self._faults.add(fault, method)

    def release_uploads(self) -> None:
        """Read on from the bodies that a fault holds now."""
        self._on_loop(lambda run: run.waits.release())

    def block_token(self, token: str, seconds: float) -> None:
        """Rate limit `token` for `seconds` of true time."""
        self._on_loop(lambda _run: self._limiter.block(token, seconds))

    def drop_connections(self) -> None:
        """Reset every connection now, idle ones and WebSockets too."""
        self._on_loop(lambda run: run.serving.reset_connections())

    def drop_live(self) -> None:
        """Reset every WebSocket now."""
        self._on_loop(lambda run: run.live.drop())

    def refuse_live(self, status: int | None = 503) -> None:
        """Refuse WebSocket upgrades with that HTTP status; None lets them through again."""
        self._faults.live_refusal = None if status is None else Refused(status, "refused for practice")

    def push_frame(self, text: str, *, instance: str = PRACTICE) -> None:
        """Push a text frame as it is to everyone who listens to `instance`."""
        self._on_loop(lambda run: run.live.push_text(instance, text))

    def push_line_state(self, state: str, *, instance: str = PRACTICE) -> None:
        """Let the line of `instance` change: pushes `instance.state`, and the list and calls follow it.

        `state` is an event's value, for example `connected`, `disconnected` or `logged_out`.
        """

        def change(run: _Run) -> None:
            line = self._instances[instance]
            line.note_state(state)
            run.live.push(line, "instance.state", {"state": state})

        self._on_loop(change)

    # --- the thread -----------------------------------------------------------------------------------

    def _run_thread(self, listener: socket.socket, accepting: Future[_Run]) -> None:
        try:
            with listener:
                asyncio.run(self._serve(listener, accepting))
        except BaseException as error:
            if accepting.done():
                raise
            accepting.set_exception(error)

    async def _serve(self, listener: socket.socket, accepting: Future[_Run]) -> None:
        live = Live(self.base_url)
        waits = Waits(self._pace)
        calls = Calls(live, waits)
        entrances = self._entrances(live, calls, Reception(self._limiter, waits))
        faulty = FaultyReplies(entrances, self._faults, waits)
        app = Gate(faulty, entrances, self._journal, self._limiter)
        serving = Serving(app, on_accepting=lambda: accepting.set_result(run))
        run = _Run(asyncio.get_running_loop(), serving, live, waits)
        await serving.serve(sockets=[listener])
        await calls.finish()

    def _entrances(self, live: Live, calls: Calls, reception: Reception) -> Entrances:
        placed, sounds = self._placed, self._sounds
        ryzeapi = Endpoints(self._instances, reception, self._faults, live, calls, placed, sounds)
        zapi = ZapiEndpoints(self.zapi, reception, placed, sounds)
        ringyo = RingyoEndpoints(self.ringyo, self.base_url, reception, placed)
        return Entrances([*ringyo.entrances(), zapi.entrance(), ryzeapi.entrance()])

    def _on_loop(self, act: Callable[[_Run], _T]) -> _T:
        """Do `act` on the server's thread and return its result, once connections it broke are closed."""
        run = self._run
        if run is None:
            raise RuntimeError("the practice provider does not run")
        if threading.current_thread() is self._thread:
            return act(run)
        result: Future[_T] = Future()

        def do() -> None:
            try:
                value = act(run)
            except Exception as error:  # noqa: BLE001 - whoever asked gets it
                result.set_exception(error)
            else:
                run.loop.call_soon(
                    result.set_result, value
                )  # asyncio closes an aborted socket one turn later

        run.loop.call_soon_threadsafe(do)
        return result.result(_DEADLINE_S)


class _Run:
    """What one run consists of; it lives on its loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, serving: Serving, live: Live, waits: Waits) -> None:
        self.loop = loop
        self.serving = serving
        self.live = live
        self.waits = waits

    def stop(self) -> None:
        """Begin the end."""
        self.waits.stop()
        self.serving.stop()


def _listen(port: int) -> socket.socket:
    # asyncio switches Nagle's delay off (40 ms for each reply) only where the protocol is named
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would share a port that is taken
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise OSError(
            error.errno, f"the practice provider cannot listen on port {port}: {error.strerror}"
        ) from error
    return listener
