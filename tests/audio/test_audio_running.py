"""While it runs: progress, cancelling, a file that changes, and several at once."""

from __future__ import annotations

import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from sound_files import KINDS, make, speech

from app.audio.prepare import prepare
from app.audio.progress import Cancelled
from app.domain.audio import AudioFormat, AudioRefused, AudioWishes

if TYPE_CHECKING:
    from pathlib import Path

OGG = frozenset({AudioFormat.OGG})
CHANGED = "hello.sound changed while it was being read. Choose it again when it is finished."


def sound(folder: Path, name: str = "mp3", *, times: int = 1) -> Path:
    return make(folder / "hello.sound", KINDS[name], speech(20.0), times=times)


@pytest.mark.parametrize("name", ["mp3", "wav", "m4a", "webm", "aac adts", "amr", "wma"])
def test_progress_rises_to_1(name: str, tmp_path: Path) -> None:
    told: list[float] = []
    prepare(str(sound(tmp_path, name)), AudioWishes(), OGG, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0
    assert told.count(1.0) == 1
    assert len(told) > 50
    assert max(after - before for before, after in pairwise(told)) < 0.2


@pytest.mark.parametrize("reached", [0.0, 0.2, 0.5, 0.98])
def test_cancelling_stops_it_wherever_it_is(reached: float, tmp_path: Path) -> None:
    told: list[float] = []
    with pytest.raises(Cancelled):
        prepare(
            str(sound(tmp_path)),
            AudioWishes(),
            OGG,
            progress=told.append,
            is_cancelled=lambda: bool(told) and told[-1] >= reached,
        )
    assert told[-1] < 1.0


@pytest.mark.parametrize("name", ["mp3", "m4a", "ogg opus", "wav", "mpeg-ts"])
def test_cancelling_while_the_file_is_opened_is_no_refusal(name: str, tmp_path: Path) -> None:
    file = str(sound(tmp_path, name))
    for looks in range(1, 12):
        looked = iter(range(looks))
        with pytest.raises(Cancelled):
            prepare(file, AudioWishes(), OGG, is_cancelled=lambda it=looked: next(it, None) is None)


def test_whether_it_is_cancelled_is_looked_at_all_the_time(tmp_path: Path) -> None:
    looks: list[float] = []

    def is_cancelled() -> bool:
        looks.append(time.perf_counter())
        return False

    prepare(str(sound(tmp_path, "mp3 22 kHz", times=30)), AudioWishes(), OGG, is_cancelled=is_cancelled)
    slow = [after - before for before, after in pairwise(looks) if after - before > 0.1]
    assert len(slow) < 3, slow  # another program may have had the processor


def test_a_file_that_grows(tmp_path: Path) -> None:
    file = sound(tmp_path, "wav")

    def grow(_: float) -> None:
        with file.open("ab") as more:
            more.write(b"more")

    with pytest.raises(AudioRefused, match=CHANGED):
        prepare(str(file), AudioWishes(), OGG, progress=grow)


def test_a_file_that_is_cut_meanwhile_is_not_called_broken(tmp_path: Path) -> None:
    file = sound(tmp_path, "wav")

    def cut(_: float) -> None:
        with file.open("r+b") as less:
            less.truncate(100_000)

    with pytest.raises(AudioRefused, match=CHANGED):
        prepare(str(file), AudioWishes(), OGG, progress=cut)


def test_several_at_once(tmp_path: Path) -> None:
    files = [
        str(make(tmp_path / name, KINDS[name], speech(20.0)))
        for name in ("mp3", "m4a", "webm", "wma", "ogg vorbis", "flac")
    ]
    with ThreadPoolExecutor(4) as threads:
        prepared = list(threads.map(lambda file: prepare(file, AudioWishes(), OGG), files))
    assert [each.path for each in prepared] == files


def test_importing_it_warns_of_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", "import app.audio.prepare"], check=False, capture_output=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_no_program_is_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **_: started.append(args))
    prepare(str(sound(tmp_path)), AudioWishes(), OGG)
    assert not started
