"""One running program for each profile, with real sockets between real processes."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from app.desktop.first_start import HandedOver, first_start
from app.desktop.meeting_place import Hold, MeetingPlace
from app.desktop.messages import SIZE_LIMIT, OpenRequest
from app.desktop.single_instance import Reception

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

by_socket = pytest.mark.skipif(
    sys.platform == "win32", reason="there are pipes in place of sockets in a folder"
)

TIMEOUT_S = 60
TIMEOUT_MS = TIMEOUT_S * 1000
ROOT = Path(__file__).parents[2]

SECOND_START = """
import sys
from pathlib import Path
from app.desktop.first_start import HandedOver, first_start
try:
    hold = first_start(Path(sys.argv[1]), sys.argv[2])
    print("holds" if hold else "beside")
except HandedOver:
    print("handed over")
print("QtWidgets" if "PySide6.QtWidgets" in sys.modules else "light")
"""


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A runtime folder with a short path, as systems have it: a socket's path must not be long."""
    with tempfile.TemporaryDirectory(prefix="toque-") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
        monkeypatch.delenv("DESKTOP_STARTUP_ID", raising=False)
        yield Path(folder)


@pytest.fixture
def settings_file(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


@pytest.fixture
def hold(settings_file: Path) -> Iterator[Hold]:
    """This test's process is the one program. (The lock is a process's: another test may have it again.)"""
    hold = MeetingPlace.of(settings_file).hold()
    assert hold is not None
    yield hold
    hold.let_go()


@pytest.fixture
def asked(qtbot: QtBot, hold: Hold) -> Iterator[list[OpenRequest]]:
    """What the running program was asked."""
    requests: list[OpenRequest] = []
    reception = Reception(hold)
    reception.asked.connect(requests.append)
    yield requests
    reception.close()
    reception.deleteLater()


def second(settings_file: Path, text: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", SECOND_START, str(settings_file), text],
        env=os.environ | environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def said(qtbot: QtBot, process: subprocess.Popen[str]) -> tuple[list[str], str]:
    """Let the event loop run until the other process is done; return what it printed."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=TIMEOUT_MS)
    out, err = process.communicate()
    return out.split("\n")[:-1], err


def visitor(hold: Hold) -> socket.socket:
    """Somebody who found the channel."""
    connection = socket.socket(socket.AF_UNIX)
    connection.settimeout(TIMEOUT_S)
    connection.connect(hold.place.socket)
    return connection


def answer_to(qtbot: QtBot, connection: socket.socket) -> bytes:
    """Return all that comes until the other side hangs up."""
    connection.setblocking(False)
    received = bytearray()

    def has_hung_up() -> bool:
        try:
            data = connection.recv(4096)
        except BlockingIOError:
            return False
        except ConnectionResetError:
            return True
        received.extend(data)
        return not data

    qtbot.waitUntil(has_hung_up, timeout=TIMEOUT_MS)
    connection.close()
    return bytes(received)


def test_a_second_start_hands_over_what_it_was_given(
    qtbot: QtBot, settings_file: Path, asked: list[OpenRequest]
) -> None:
    out, err = said(qtbot, second(settings_file, "tel:+55%2011%2099999-0001"))
    assert (out, err) == (["handed over", "light"], "")
    assert asked == [OpenRequest("tel:+55%2011%2099999-0001")]


@pytest.mark.parametrize("variable", ["XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"])
def test_the_right_to_come_to_the_front_is_handed_over(
    qtbot: QtBot, settings_file: Path, asked: list[OpenRequest], variable: str
) -> None:
    said(qtbot, second(settings_file, "", **{variable: "the-token_TIME123"}))
    assert asked == [OpenRequest("", "the-token_TIME123")]


@by_socket
def test_nobody_else_can_reach_the_channel(hold: Hold, asked: list[OpenRequest], runtime: Path) -> None:
    assert stat.S_IMODE(Path(hold.place.socket).stat().st_mode) & 0o077 == 0
    assert stat.S_IMODE((runtime / "toque").stat().st_mode) == 0o700


def test_another_profile_is_another_program(
    qtbot: QtBot, tmp_path: Path, settings_file: Path, asked: list[OpenRequest]
) -> None:
    out, _ = said(qtbot, second(tmp_path / "practice" / "settings.json", "+55 11 99999-0001"))
    assert out[0] == "holds"
    assert asked == []


@by_socket
def test_a_profile_by_another_way_is_the_same_program(
    qtbot: QtBot, tmp_path: Path, settings_file: Path, asked: list[OpenRequest]
) -> None:
    way = tmp_path / "way"
    way.symlink_to(tmp_path, target_is_directory=True)
    out, _ = said(qtbot, second(way / "settings.json", "1"))
    assert out[0] == "handed over"


# --- a running program that is not well ---------------------------------------------------------------


@pytest.mark.logs("does not answer")
@by_socket
def test_a_program_that_hangs_is_started_beside(qtbot: QtBot, settings_file: Path, hold: Hold) -> None:
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(hold.place.socket)
        silent.listen()
        out, err = said(qtbot, second(settings_file, "+55 11 99999-0001"))
    assert out[0] == "beside"
    assert "does not answer: this one starts beside it" in err


@pytest.mark.parametrize("answer", [b"HTTP/1.1 400\n", b'{"v": 2, "answer": "later"}\n', b"x" * 70_000, b""])
@by_socket
def test_a_program_that_answers_nonsense_is_started_beside(
    qtbot: QtBot, settings_file: Path, hold: Hold, answer: bytes
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(hold.place.socket)
        server.listen()
        process = second(settings_file, "+55 11 99999-0001")
        connection, _ = server.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(answer)
            connection.shutdown(socket.SHUT_RDWR)
        out, _ = said(qtbot, process)
    assert out[0] == "beside"


@by_socket
def test_what_a_crashed_program_left_is_cleared(qtbot: QtBot, settings_file: Path) -> None:
    place = MeetingPlace.of(settings_file)
    with socket.socket(socket.AF_UNIX) as crashed:
        crashed.bind(place.socket)
    assert Path(place.socket).exists()
    out, err = said(qtbot, second(settings_file, ""))
    assert (out[0], err) == ("holds", "")
    assert not Path(place.socket).exists()


def test_a_program_that_is_about_to_listen_is_waited_for(
    qtbot: QtBot, settings_file: Path, hold: Hold
) -> None:
    process = second(settings_file, "+55 11 99999-0001")
    requests: list[OpenRequest] = []
    reception = Reception(hold)
    reception.asked.connect(requests.append)
    out, _ = said(qtbot, process)
    assert out[0] == "handed over"
    assert requests == [OpenRequest("+55 11 99999-0001")]
    reception.close()


def test_a_program_that_is_about_to_end_is_followed(settings_file: Path) -> None:
    """The first holds the place and leaves it without ever having listened: the second takes it."""
    first = subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", SECOND_START + "sys.stdout.flush(); sys.stdin.read()", str(settings_file), ""],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdout is not None
    assert first.stdout.readline() == "holds\n"
    process = second(settings_file, "")
    first.communicate(timeout=TIMEOUT_S)
    out, _ = process.communicate(timeout=TIMEOUT_S)
    assert out.split("\n")[0] == "holds"


# --- visitors that are no Toque -----------------------------------------------------------------------


SECRET = b"https://example.com/?secret=hunter2"


@pytest.mark.logs("dropped: nonsense$")
@pytest.mark.parametrize("line", [b"GET /%s HTTP/1.1\r\n" % SECRET, b"\x00\xff\n", b'{"v": 1}\n'])
@by_socket
def test_nonsense_is_dropped_and_not_logged(
    qtbot: QtBot, hold: Hold, asked: list[OpenRequest], line: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    connection = visitor(hold)
    connection.sendall(line)
    assert answer_to(qtbot, connection) == b""
    assert asked == []
    assert "hunter2" not in caplog.text


@pytest.mark.logs("dropped: nothing whole in time$")
@pytest.mark.parametrize("part", [b"", OpenRequest("+55 11 99999-0001").line()[:-1]])
@by_socket
def test_half_a_message_and_none_at_all_are_dropped_in_time(
    qtbot: QtBot, hold: Hold, asked: list[OpenRequest], part: bytes
) -> None:
    connection = visitor(hold)
    connection.sendall(part)
    assert answer_to(qtbot, connection) == b""
    assert asked == []


@pytest.mark.logs("dropped: too much$")
@by_socket
def test_too_much_is_dropped(qtbot: QtBot, hold: Hold, asked: list[OpenRequest]) -> None:
    connection = visitor(hold)
    connection.sendall(b"9" * (SIZE_LIMIT + 1))
    assert answer_to(qtbot, connection) == b""
    assert asked == []


@by_socket
def test_a_visitor_that_leaves_at_once_is_nothing(
    qtbot: QtBot, settings_file: Path, hold: Hold, asked: list[OpenRequest]
) -> None:
    visitor(hold).close()
    out, _ = said(qtbot, second(settings_file, "1"))
    assert out[0] == "handed over"


@by_socket
def test_a_later_version_is_told_that_it_is_not_understood(
    qtbot: QtBot, hold: Hold, asked: list[OpenRequest]
) -> None:
    connection = visitor(hold)
    connection.sendall(b'{"v": 2, "open": {"number": "+55"}}\n')
    assert json.loads(answer_to(qtbot, connection)) == {"v": 1, "answer": "not understood"}
    assert asked == []


@pytest.mark.logs("dropped: nothing whole in time$")
@by_socket
def test_visitors_that_stay_keep_nobody_out(
    qtbot: QtBot, settings_file: Path, hold: Hold, asked: list[OpenRequest]
) -> None:
    idle = [visitor(hold) for _ in range(20)]
    out, _ = said(qtbot, second(settings_file, "+55 11 99999-0001"))
    assert out[0] == "handed over"
    for connection in idle:
        answer_to(qtbot, connection)


@by_socket
def test_only_the_first_line_of_a_visitor_counts(qtbot: QtBot, hold: Hold, asked: list[OpenRequest]) -> None:
    connection = visitor(hold)
    connection.sendall(OpenRequest("1").line() + OpenRequest("2").line())
    assert json.loads(answer_to(qtbot, connection)) == {"v": 1, "answer": "taken"}
    assert asked == [OpenRequest("1")]


# --- where they meet ----------------------------------------------------------------------------------


@by_socket
def test_a_folder_that_others_can_write_is_not_used(runtime: Path, settings_file: Path) -> None:
    (runtime / "toque").mkdir()
    (runtime / "toque").chmod(0o777)
    assert MeetingPlace.of(settings_file).folder != runtime / "toque"


@by_socket
def test_a_link_to_another_folder_is_not_used(runtime: Path, tmp_path: Path, settings_file: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (runtime / "toque").symlink_to(tmp_path / "elsewhere")
    assert MeetingPlace.of(settings_file).folder != runtime / "toque"


@by_socket
def test_without_a_runtime_folder_there_is_a_place_all_the_same(
    monkeypatch: pytest.MonkeyPatch, settings_file: Path
) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR")
    place = MeetingPlace.of(settings_file)
    assert place.folder.name == f"toque-{os.geteuid()}"
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700


@by_socket
def test_a_path_too_long_for_a_socket_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, settings_file: Path
) -> None:
    long = tmp_path / ("x" * 120)
    long.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    assert len(os.fsencode(MeetingPlace.of(settings_file).socket)) <= 103


def test_the_first_start_holds_the_place_and_loads_no_qt(settings_file: Path) -> None:
    script = SECOND_START + "print([name for name in sys.modules if name.startswith('PySide6')])"
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", script, str(settings_file), ""],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=TIMEOUT_S,
    )
    assert done.stdout.split("\n")[:-1] == ["holds", "light", "[]"]


def test_first_start_in_this_process_is_the_first(settings_file: Path) -> None:
    try:
        hold = first_start(settings_file, "")
    except HandedOver:
        pytest.fail("nobody else runs")
    assert hold is not None
    hold.let_go()
