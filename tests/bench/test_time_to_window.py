"""How long it takes from the start of the process until the window is painted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from processes import first_paint, virtual_display
from yardstick import print_table

if TYPE_CHECKING:
    from pathlib import Path

RUNS = 7
KINDS = {"bare": "bare QMainWindow", "toque": "Toque, new profile", "practice": "Toque, practice"}
PARTS = {
    "python": "Python itself",
    "imports": "imports, Qt among them",
    "window": "building and painting",
    "cpu": "CPU time of all",
}


def test_time_to_window_offscreen(tmp_path: Path) -> None:
    compare("offscreen", tmp_path, {"QT_QPA_PLATFORM": "offscreen"})


def test_time_to_window_on_x11(tmp_path: Path) -> None:
    with virtual_display() as platform:
        if platform is None:
            pytest.skip("there is no Xvfb")
        compare("xcb on Xvfb", tmp_path, platform)


def compare(name: str, folder: Path, platform: dict[str, str]) -> None:
    runs: dict[str, list[dict[str, float]]] = {kind: [] for kind in KINDS}
    for run in range(RUNS + 1):  # the first only reads everything into memory
        for kind in KINDS:
            figures = first_paint(kind, folder / f"{kind}-{run}", platform)
            if run:
                runs[kind].append(figures)
    rows = {}
    for kind, label in KINDS.items():
        rows[label] = [figures["all"] for figures in runs[kind]]
        for part, words in PARTS.items():
            rows[f"  {label}: {words}"] = [figures[part] for figures in runs[kind]]
    print_table(f"Time to window, {name}, ms", rows)
