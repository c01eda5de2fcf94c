"""A disk without room: a note is refused whole, and searching goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from storage_programs import needs_full_disk, run_python

if TYPE_CHECKING:
    from pathlib import Path

FULL_DISK = """
import asyncio, resource, sys
from dataclasses import replace
from pathlib import Path
from storage_calls import course, new_call
from app.services.history import HistoryFilter, NotRecorded
from app.storage.history_file import HistoryFile
folder = Path(sys.argv[1])

def set_room(room):
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))

async def tell(history):
    first = [call.id for call in await history.page(which=HistoryFilter("first"))]
    second = [call.id for call in await history.page(which=HistoryFilter("second"))]
    print([first, second], [call.note for call in await history.page()])

async def main():
    history = HistoryFile(folder / "history.sqlite3", folder / "runs")
    for n in range(3):
        await history.record(replace(course(new_call())[-1], id=f"{n}"))
    await history.annotate("1", "first note", "")
    set_room(max(file.stat().st_size for file in folder.iterdir()))
    try:
        await history.annotate("1", "second note", "")
    except NotRecorded as error:
        print(error)
    await tell(history)
    set_room(resource.RLIM_INFINITY)
    await history.annotate("1", "second note", "")
    await tell(history)
    print(await history.delete(["1"]))
    await history.tidy()
    await tell(history)
    await history.close()

asyncio.run(main())
"""


@needs_full_disk
def test_without_room_everything_is_as_it_was_and_can_be_found(tmp_path: Path) -> None:
    sentence, *rest = run_python(FULL_DISK, tmp_path).splitlines()
    assert str(tmp_path) in sentence
    assert rest == [
        "[['1'], []] ['', 'first note', '']",
        "[[], ['1']] ['', 'second note', '']",
        "1",
        "[[], []] ['', '']",
    ]
