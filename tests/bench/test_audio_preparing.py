"""What it takes to make ten minutes of stereo MP3 ready for a call."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "audio")]  # run as a program of its own as well

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS = 5
MINUTES = 10
KINDS = {"idle": "nothing", "bare": "PyAV, decoding alone", "toque": "Toque, prepare()"}


def test_audio_preparing(tmp_path: Path) -> None:
    from sound_files import KINDS as SOUNDS
    from sound_files import make, speech
    from yardstick import print_table

    file = make(tmp_path / "ten.mp3", SOUNDS["mp3"], speech(60.0), times=MINUTES)
    runs: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
    for _ in range(RUNS):
        for kind, samples in runs.items():
            samples.append(_measured(kind, file))
    for title, figure, kinds in (
        (f"{MINUTES} minutes of stereo MP3: seconds", "seconds", ["bare", "toque"]),
        ("Peak memory above that of the imports, MiB", "memory_mib", ["bare", "toque"]),
        ("Longest stall of an event loop meanwhile, ms", "stall_ms", ["idle", "bare", "toque"]),
    ):
        print_table(title, {KINDS[kind]: [run[figure] for run in runs[kind]] for kind in kinds})
    size = int(runs["toque"][0]["size"])
    wav = MINUTES * 60 * 44_100 * 2 * 2
    print(
        f"\nOn the wire, base64: {_base64(size):,} bytes; the original as 16-bit WAV {_base64(wav):,} "
        f"({wav / size:.0f} times as much); as it was {_base64(file.stat().st_size):,}"
    )


def _base64(size: int) -> int:
    return 4 * -(-size // 3)


def _measured(kind: str, file: Path) -> dict[str, float]:
    """Do it in a fresh process; return what that says."""
    done = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, __file__, kind, file], check=True, stdout=subprocess.PIPE, timeout=120
    )
    return json.loads(done.stdout)  # type: ignore[no-any-return]


# --- in that process ------------------------------------------------------------------------------------


def _bare(file: str) -> int:
    import av

    pcm = bytearray()
    with av.open(file) as container:
        resampler = av.AudioResampler("s16", "mono", 16_000)
        for frame in container.decode(audio=0):
            for each in resampler.resample(frame):
                pcm += memoryview(each.planes[0])[: 2 * each.samples]
    return len(pcm)


def _toque(file: str) -> int:
    from app.audio.prepare import prepare
    from app.domain.audio import AudioFormat, AudioWishes

    return prepare(file, AudioWishes(), frozenset(AudioFormat)).size


def _idle(_: str) -> int:
    time.sleep(1.0)
    return 0


async def _watched(function: Callable[[str], int], file: str) -> dict[str, float]:
    """Run it in a thread beside a loop that ticks every millisecond."""
    import app.audio.prepare  # noqa: F401 - not what is measured

    before = _peak_mib()
    began = last = time.perf_counter()
    stall_s = 0.0
    work = asyncio.create_task(asyncio.to_thread(function, file))
    while not work.done():
        await asyncio.sleep(0.001)
        now = time.perf_counter()
        stall_s, last = max(stall_s, now - last - 0.001), now
    return {
        "seconds": last - began,
        "memory_mib": _peak_mib() - before,
        "stall_ms": 1000 * stall_s,
        "size": work.result(),
    }


def _peak_mib() -> float:
    """Not from getrusage, whose figure begins with that of the process that started this one."""
    status = Path(f"/proc/{os.getpid()}/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    print(json.dumps(asyncio.run(_watched(globals()[f"_{sys.argv[1]}"], sys.argv[2]))))
