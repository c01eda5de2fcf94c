"""The memory of this process, as Linux tells it."""

from __future__ import annotations

from pathlib import Path


class Memory:
    """The most memory that this process has had since this was made, beyond what it had then."""

    def __init__(self) -> None:
        Path("/proc/self/clear_refs").write_text("5")  # the peak begins anew
        self._before_mib = self._peak_mib()

    @property
    def more_mib(self) -> float:
        return self._peak_mib() - self._before_mib

    @staticmethod
    def _peak_mib() -> float:
        return int(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0]) / 1024
