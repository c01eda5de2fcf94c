"""Exports the history in FOLDER to CSV in a process of its own: `history_process.py FOLDER`.

Prints a line of JSON: how long it took, how many calls, how large the file is, and the peak memory beyond
what was there before.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from pathlib import Path

from memory import Memory

from app.services.history import EVERY_CALL
from app.services.history_export import ExportFormat, export
from app.storage.history_file import HistoryFile


async def main(folder: Path) -> None:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs")
    await history.page()
    path = folder / "calls.csv"
    memory, began = Memory(), time.perf_counter()
    calls = await export(history, EVERY_CALL, path, ExportFormat.CSV, name_of=lambda _: "")
    seconds = time.perf_counter() - began
    figures = {
        "seconds": seconds,
        "calls": calls,
        "size_mib": path.stat().st_size / 2**20,
        "memory_mib": memory.more_mib,
    }
    await history.close()
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
