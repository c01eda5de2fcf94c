"""What the window takes while nobody touches it."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import psutil
from processes import idle_window
from yardstick import print_table

if TYPE_CHECKING:
    from pathlib import Path

SPAN_S = 10.0
SPANS = 3
KINDS = {
    "bare": "bare QMainWindow",
    "toque": "Toque, new profile",
    "practice": "Toque, practice: live, with its server",
}


@dataclass
class Watch:
    """Looks at a process span by span."""

    process: psutil.Process
    rss_mib: list[float] = field(default_factory=list)
    uss_mib: list[float] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)
    wakeups: list[float] = field(default_factory=list)

    def begin(self) -> None:
        self._cpu_s, self._switches = self._used()

    def end(self) -> None:
        memory = self.process.memory_full_info()
        cpu_s, switches = self._used()
        self.rss_mib.append(memory.rss / 2**20)
        self.uss_mib.append(memory.uss / 2**20)
        self.cpu_ms.append(1000 * (cpu_s - self._cpu_s) / SPAN_S)
        self.wakeups.append((switches - self._switches) / SPAN_S)

    def _used(self) -> tuple[float, int]:
        """CPU seconds, and how often any of its threads has woken up."""
        times = self.process.cpu_times()
        return times.user + times.system, self.process.num_ctx_switches().voluntary


def test_idle(tmp_path: Path) -> None:
    with ExitStack() as stack:
        watches = {
            label: Watch(psutil.Process(stack.enter_context(idle_window(kind, tmp_path / kind))))
            for kind, label in KINDS.items()
        }
        for _ in range(SPANS):
            for watch in watches.values():
                watch.begin()
            time.sleep(SPAN_S)
            for watch in watches.values():
                watch.end()
    for title, figures in (
        ("Idle memory: resident, MiB", "rss_mib"),
        ("Idle memory: its own, MiB", "uss_mib"),
        (f"Idle CPU, ms a second, over {SPAN_S:g} s", "cpu_ms"),
        ("Idle wake-ups a second, main thread", "wakeups"),
    ):
        print_table(title, {label: getattr(watch, figures) for label, watch in watches.items()})
