"""What speaks against a call refuses it on the command line, unless it is overruled with a reason."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.domain.guard import Despite, Guard
from app.domain.phone_number import PhoneNumber
from app.services.do_not_call import DoNotCallEntry
from app.storage.do_not_call_file import DoNotCallFile
from app.storage.profile import Profile

if TYPE_CHECKING:
    from pathlib import Path

    from command_harness import Toque

NUMBER = "+55 11 99999-0001"
ANYWAY = ("--anyway", "She asked to be called back")


def put_on_list(toque: Toque, number: str = NUMBER, reason: str = "Asked not to be called.") -> None:
    async def put() -> None:
        file = DoNotCallFile(Profile.of(toque.folder).do_not_call_file)
        await file.add(DoNotCallEntry(PhoneNumber.parse(number), reason, datetime.now(UTC)))
        await file.close()

    asyncio.run(put())


def quiet_now(toque: Toque) -> None:
    """Set quiet hours in São Paulo that are now, and for hours."""
    there = datetime.now(UTC) - timedelta(hours=3)
    path = Profile.of(toque.folder).settings_file
    settings = json.loads(path.read_text(encoding="utf-8"))
    settings["guards"] = {
        "quiet_hours": True,
        "quiet_from": f"{there - timedelta(hours=6):%H:%M}",
        "quiet_until": f"{there + timedelta(hours=6):%H:%M}",
    }
    path.write_text(json.dumps(settings), encoding="utf-8")


def with_policy(path: Path, **settings: object) -> str:
    """Return the script that has the administrators' file at `path`."""
    path.write_text(json.dumps(settings), encoding="utf-8")
    return (
        "import pathlib, app.storage.policy_file as file\n"
        f"file.policy_path = lambda: pathlib.Path({str(path)!r})\n"
    )


def test_somebody_on_the_list_is_not_called(ready: Toque) -> None:
    put_on_list(ready)
    said = ready.call("+55 11 9999-0001")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("toque: +55 11 9999-0001 is on the do-not-call list since 20")
    assert said.err.endswith(
        ": Asked not to be called. Nothing was sent. To call anyway, say why: --anyway REASON.\n"
    )
    assert ready.history() == []


def test_whoever_comes_on_the_list_while_the_live_connection_is_made_is_not_called(ready: Toque) -> None:
    script = f"""
import pathlib
from datetime import UTC, datetime
from app.domain.phone_number import PhoneNumber
from app.services.do_not_call import DoNotCallEntry
from app.services.live_service import LiveService
from app.storage.do_not_call_file import DoNotCallFile

async def settled_late(self, account_id, deadline_s):
    file = DoNotCallFile(pathlib.Path({str(Profile.of(ready.folder).do_not_call_file)!r}))
    await file.add(DoNotCallEntry(PhoneNumber.parse({NUMBER!r}), "court", datetime.now(UTC)))
    await file.close()

LiveService.settled = settled_late
"""
    said = ready.run_python(script, "call", NUMBER)
    assert (said.code, said.out) == (2, "")
    assert "is on the do-not-call list" in said.err
    assert ready.history() == []


def test_with_a_reason_he_is_called_and_it_is_kept(ready: Toque) -> None:
    put_on_list(ready)
    said = ready.call(NUMBER, *ANYWAY, "--ring", "1")
    assert said.code == 0, said.err
    assert ready.history()[0].request.despite == Despite((Guard.DO_NOT_CALL,), ANYWAY[1])


def test_an_empty_reason_is_none(ready: Toque) -> None:
    put_on_list(ready)
    said = ready.call(NUMBER, "--anyway", " ")
    assert said.code == 2
    assert "Say why it is to be called anyway: --anyway REASON." in said.err


def test_quiet_hours_refuse(ready: Toque) -> None:
    quiet_now(ready)
    said = ready.call(NUMBER)
    assert said.code == 2
    assert " there: quiet hours until " in said.err
    said = ready.call(NUMBER, *ANYWAY, "--ring", "1")
    assert said.code == 0, said.err
    assert ready.history()[0].request.despite == Despite((Guard.QUIET_HOURS,), ANYWAY[1])


def test_calling_again_at_once_is_meant(ready: Toque) -> None:
    assert ready.call(NUMBER, "--ring", "1").code == 0
    assert ready.call(NUMBER, "--ring", "1").code == 0
    assert ready.history()[0].request.despite is None


def test_a_reason_where_nothing_speaks_against_it_is_not_kept(ready: Toque) -> None:
    assert ready.call(NUMBER, *ANYWAY, "--ring", "1").code == 0
    assert ready.history()[0].request.despite is None


def test_a_list_that_was_damaged_is_not_passed_over(ready: Toque) -> None:
    Profile.of(ready.folder).do_not_call_file.write_bytes(b"no database" * 999)
    said = ready.call(NUMBER)
    assert said.code == 2
    assert "The do-not-call list was damaged and is kept as" in said.err
    assert ready.history() == []


def test_what_administrators_bind_cannot_be_overruled(ready: Toque, tmp_path: Path) -> None:
    script = with_policy(tmp_path / "policy.json", binding=["do_not_call"], do_not_call=[NUMBER])
    said = ready.run_python(script, "call", NUMBER, *ANYWAY)
    assert said.code == 2
    assert "is on your administrator's do-not-call list." in said.err
    assert f"Your administrator lets nobody call all the same ({tmp_path / 'policy.json'})." in said.err
    assert ready.history() == []


def test_binding_covers_calling_again(ready: Toque, tmp_path: Path) -> None:
    script = with_policy(tmp_path / "policy.json", binding=["earlier"], again_within_s=3600)
    assert ready.run_python(script, "call", NUMBER, "--ring", "1").code == 0
    said = ready.run_python(script, "call", NUMBER, *ANYWAY)
    assert said.code == 2
    assert "+55 11 99999-0001 was called at" in said.err


def test_a_policy_that_cannot_be_read_asks_for_a_reason(ready: Toque, tmp_path: Path) -> None:
    script = with_policy(tmp_path / "policy.json", bindng=[])
    said = ready.run_python(script, "call", NUMBER)
    assert said.code == 2
    assert "Your administrator's settings in" in said.err
