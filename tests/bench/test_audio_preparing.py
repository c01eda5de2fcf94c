"""What it takes until ten minutes of stereo MP3, dropped on the window, are ready for a call."""

from __future__ import annotations

import sys
from pathlib import Path

from processes import figures_of, provider
from yardstick import print_table

sys.path.append(str(Path(__file__).parents[1] / "audio"))

from sound_files import KINDS, make, speech

RUNS = 5
MINUTES = 10
BARE, TOQUE = "PyAV, decoding alone", "Toque, dropped until ready"


def test_audio_preparing(tmp_path: Path) -> None:
    file = make(tmp_path / "ten.mp3", KINDS["mp3"], speech(60.0), times=MINUTES)
    bare, toque = [], []
    with provider() as server:
        for run in range(RUNS + 1):  # the first only reads everything into memory
            bare.append(figures_of("audio_process.py", "bare", file))
            profile = tmp_path / f"profile-{run}"
            toque.append(figures_of("audio_process.py", "window", file, profile, server.base_url))
    del bare[0], toque[0]
    print_table(
        f"{MINUTES} minutes of stereo MP3, libraries loaded for it and all: seconds",
        {BARE: [run["seconds"] for run in bare], TOQUE: [run["seconds"] for run in toque]},
    )
    print_table(
        "Peak memory beyond that of before, MiB",
        {BARE: [run["memory_mib"] for run in bare], TOQUE: [run["memory_mib"] for run in toque]},
    )
    print_table(
        "Longest stall of the window's event loop, ms",
        {
            "left alone": [run["idle_stall_ms"] for run in toque],
            "dropped until shown": [run["stall_ms"] for run in toque],
            "  repaints in that time": [run["repaints"] for run in toque],
        },
    )
    size, wav = int(toque[0]["size"]), MINUTES * 60 * 44_100 * 2 * 2
    print(
        f"\nOn the wire, base64: {_base64(size):,} bytes; the original as 16-bit WAV {_base64(wav):,} "
        f"({wav / size:.0f} times as much); as it was {_base64(file.stat().st_size):,}"
    )


def _base64(size: int) -> int:
    return 4 * -(-size // 3)
