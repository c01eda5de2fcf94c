"""The log: kept small, and without a token or a whole phone number in it."""

from __future__ import annotations

import errno
import logging
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from app.desktop import log_file
from app.desktop.log_file import ERRORS_KEPT, LOG_FILES_KEPT, masked, start_log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MARKER = "marker-token-0815"
NUMBER = "5511999990001"

log = logging.getLogger("toque.test")


@pytest.fixture(autouse=True)
def root_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level, raising = root.handlers[:], root.level, logging.raiseExceptions
    yield
    for handler in [handler for handler in root.handlers if handler not in handlers]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)
    logging.raiseExceptions = raising


# --- masking ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        f"token: {MARKER}",
        f"token={MARKER}",
        f"Token {MARKER}",
        f"GET wss://host/ws/practice?token={MARKER}",
        f"Client-Token: {MARKER}",
        f"Authorization: Bearer {MARKER}",
        f"authorization: bearer {MARKER}",
        f"Authorization: {MARKER}",
        f"Bearer {MARKER}",
        f"api_key={MARKER} api-key: {MARKER} ApiKey={MARKER}",
        f"{{'token': '{MARKER}'}}",
        f'{{"token": "{MARKER}", "instance": "one"}}',
        f'{{"instanceData":{{"token":"{MARKER}"}}}}',
        f"Headers([('token', '{MARKER}'), ('accept', '*/*')])",
        f"[(b'token', b'{MARKER}')]",
        f"[(b'Authorization', b'Bearer {MARKER}')]",
        f"POST https://api.z-api.io/instances/1/token/{MARKER}/send-call",
        f"POST https://api.z-api.io/instances/1/TOKEN/{MARKER}",
    ],
)
def test_a_token_is_masked(text: str) -> None:
    assert MARKER not in masked(text)


@pytest.mark.parametrize("key", ["vb_live_a1B2c3", "rg_live_a1B2c3", "rg_test_a1B2c3"])
def test_a_key_is_masked_wherever_it_stands(key: str) -> None:
    assert masked(f"refused {key}!") == "refused …!"


@pytest.mark.parametrize(
    "number",
    [
        NUMBER,
        f"+{NUMBER}",
        "+55 11 99999-0001",
        "+55 (11) 99999-0001",
        "(11) 99999-0001",
        "+55.11.99999.0001",
        "+55\u00a011\u00a099999-0001",
        "0055 11 99999 0001",
        "+298 123401",
        "+4722334401",
        f"{NUMBER}@s.whatsapp.net",
        f"tel:{NUMBER}",
        f"tel:+{NUMBER}",
        f"tel:%2B{NUMBER}",
        f"number:{NUMBER}",
        f"number={NUMBER}",
        f'{{"number":"{NUMBER}"}}',
        f"'{NUMBER}',",
        f"to {NUMBER}.",
        f"to {NUMBER}: no",
    ],
)
def test_a_phone_number_is_masked_to_its_last_two_digits(number: str) -> None:
    text = masked(f"calling {number}")
    assert "…01" in text
    assert not re.search(r"\d{3}", text)


@pytest.mark.parametrize(
    "text",
    [
        "call 3EB0C767D26B8A0F4F2A11 ended",
        "call 0f8fad5bd9cb469fa16570867728950e broke",
        "at 05:12:53",
        "at 2026-11-20 05:12:53,123",
        "at 2026-11-20T05:12:53.123456+00:00",
        "kept as history 2026-11-20 0448 damaged.sqlite3",
        "waited 12.345678 s of 30",
        "http://127.0.0.1:49152/api",
        "HTTP 429, 97 of 100 left",
        "app/services/call_service.py:123",
        "SQLITE_FULL (13)",
    ],
)
def test_what_helps_to_understand_a_problem_stays_readable(text: str) -> None:
    assert masked(text) == text


# --- the file -----------------------------------------------------------------------------------------


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def test_lines_say_when_how_bad_and_where(tmp_path: Path) -> None:
    start_log(tmp_path / "toque.log")
    log.info("opened account %s", "a1")
    line = read(tmp_path / "toque.log")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} INFO toque\.test: opened account a1\n", line)


def test_debug_lines_are_left_out(tmp_path: Path) -> None:
    start_log(tmp_path / "toque.log")
    log.debug("a detail")
    assert read(tmp_path / "toque.log") == ""


@pytest.mark.logs("broke")
def test_arguments_and_tracebacks_are_masked(tmp_path: Path) -> None:
    last_errors = start_log(tmp_path / "toque.log")

    def fail() -> None:
        raise ValueError(f"token={MARKER} for {NUMBER}")

    try:
        fail()
    except ValueError:
        log.exception("broke at %s with %s", f"tel:{NUMBER}", {"token": MARKER})
    for text in (read(tmp_path / "toque.log"), "\n".join(last_errors.lines)):
        assert "Traceback" in text
        assert "…01" in text
        assert MARKER not in text
        assert NUMBER not in text


@pytest.mark.skipif(sys.platform == "win32", reason="a user's folders are only that user's without modes")
def test_only_its_user_may_read_the_folder(tmp_path: Path) -> None:
    start_log(tmp_path / "profile" / "toque.log")
    assert (tmp_path / "profile").stat().st_mode & 0o777 == 0o700


def test_it_rotates_and_keeps_a_few(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_file, "LOG_SIZE", 1000)
    start_log(tmp_path / "toque.log")
    for line in range(200):
        log.info("a line of some length, number %s", line)
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["toque.log", *(f"toque.log.{n + 1}" for n in range(LOG_FILES_KEPT)), "toque.log.lock"]
    assert all(path.stat().st_size <= 1000 for path in tmp_path.iterdir())
    assert read(tmp_path / "toque.log").endswith("number 199\n")


@contextmanager
def another_toque(path: Path) -> Iterator[None]:
    """A process that logs to `path` one line, and holds on."""
    script = "import logging, pathlib, sys; from app.desktop.log_file import start_log\n"
    script += "start_log(pathlib.Path(sys.argv[1])); logging.info('the other'); print(flush=True); input()"
    pipes = dict.fromkeys(("stdin", "stdout"), subprocess.PIPE)
    with subprocess.Popen([sys.executable, "-c", script, path], **pipes) as process:  # noqa: S603 - our own
        assert process.stdout is not None
        process.stdout.readline()
        yield
        process.kill()


def test_two_toques_of_one_profile_do_not_share_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log_file, "LOG_SIZE", 1000)
    with another_toque(tmp_path / "toque.log"), another_toque(tmp_path / "toque.log"):
        start_log(tmp_path / "toque.log")
        for line in range(30):
            log.info("a line of some length, number %s", line)
    for name in ("toque.log", "toque-2.log"):
        assert read(tmp_path / name).endswith("INFO root: the other\n")
    assert read(tmp_path / "toque-3.log").endswith("number 29\n")
    assert (tmp_path / "toque-3.log.1").exists()


def test_a_file_is_free_again_once_its_toque_is_gone(tmp_path: Path) -> None:
    with another_toque(tmp_path / "toque.log"):
        pass
    start_log(tmp_path / "toque.log")
    log.info("the next")
    assert len(read(tmp_path / "toque.log").splitlines()) == 2


@pytest.mark.logs("No log file")
@pytest.mark.parametrize("in_the_way", ["toque.log", "toque.log.lock"])
def test_without_a_file_to_write_the_program_goes_on(tmp_path: Path, in_the_way: str) -> None:
    (tmp_path / in_the_way).mkdir()
    assert "No log file: " in start_log(tmp_path / "toque.log").lines[0]


@pytest.mark.logs("No log file: No locks available")
def test_on_a_disk_without_locks_the_program_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_file: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(log_file, "lock", fail)
    assert len(start_log(tmp_path / "toque.log").lines) == 1


@pytest.mark.logs("No log file")
def test_without_a_writable_folder_the_program_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    last_errors = start_log(tmp_path / "file" / "toque.log")
    log.info("still here")
    assert len(last_errors.lines) == 1
    assert "No log file: " in last_errors.lines[0]


def test_a_disk_that_fills_up_is_no_reason_to_write_to_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """logging's own report of it would hold the line unmasked."""

    def fail(_record: logging.LogRecord) -> str:
        raise OSError(28, "No space left on device")

    start_log(tmp_path / "toque.log")
    monkeypatch.setattr(logging.getLogger().handlers[-1], "format", fail)
    log.info("token=%s", MARKER)
    assert capsys.readouterr().err == ""


# --- the last errors ----------------------------------------------------------------------------------


@pytest.mark.logs("error|warning")
def test_the_last_warnings_and_errors_are_kept(tmp_path: Path) -> None:
    last_errors = start_log(tmp_path / "toque.log")
    log.info("no error")
    log.warning("a warning")
    for number in range(ERRORS_KEPT - 1):
        log.error("error %s with token=%s", number, MARKER)
    assert len(last_errors.lines) == ERRORS_KEPT
    assert last_errors.lines[0].endswith("WARNING toque.test: a warning")
    log.error("one more error")
    assert last_errors.lines[-1].endswith("one more error")
    assert len(last_errors.lines) == ERRORS_KEPT
    assert MARKER not in "".join(last_errors.lines)
