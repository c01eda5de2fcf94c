"""The history's model on a real file: paged, looked through, kept up live."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from history_calls import ONE, OTHER, THIRD, ended, made, record
from window_harness import run_on_qt

from app.domain.call import Outcome
from app.services.history import HistoryFilter, NotRecorded
from app.services.tasks import Tasks
from app.storage.history_file import HistoryFile
from app.ui.history_model import HistoryModel
from app.ui.history_query import PAGE
from app.ui.history_row import Column

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.modeltest import ModelTester

    from app.domain.call import Call
    from app.services.history import History

NOBODY = frozenset({Outcome.BUSY})


class Named:
    """Names as contacts have them."""

    def __init__(self, **names: str) -> None:
        self.names = names

    def name_of(self, person: str) -> str:
        return self.names.get(f"p{person}", "")

    async def people_named(self, text: str, limit: int = 500) -> tuple[str, ...]:
        return tuple(person[1:] for person, name in self.names.items() if text.lower() in name.lower())


@pytest.fixture
def on_qt(qapp: QApplication) -> Callable[[Coroutine[object, object, None]], None]:
    return lambda work: run_on_qt(qapp, work)


@asynccontextmanager
async def a_model(folder: Path, *calls: Call, names: Named | None = None) -> AsyncIterator[HistoryModel]:
    history = HistoryFile(folder / "history.sqlite3", folder / "runs")
    await record(history, *calls)
    async with over(history, names) as model:
        yield model
    await history.close()


@asynccontextmanager
async def over(history: History, names: Named | None = None) -> AsyncIterator[HistoryModel]:
    tasks = Tasks()
    model = HistoryModel(history, tasks, names)
    try:
        yield model
    finally:
        await tasks.close()


async def settled(model: HistoryModel) -> None:
    import asyncio

    async with asyncio.timeout(20):
        while not model.is_settled:  # noqa: ASYNC110 - the model has no event to wait for
            await asyncio.sleep(0.002)


def ids(model: HistoryModel) -> list[str]:
    return [model.call(row).id for row in range(model.rowCount())]


def test_pages_are_fetched_as_one_scrolls(
    on_qt: Callable[..., None], tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    async def script() -> None:
        calls = [ended(made(f"{n:03}", minutes=500 - n)) for n in range(PAGE + 30)]
        async with a_model(tmp_path, *calls) as model:
            model.begin()
            await settled(model)
            assert model.rowCount() == PAGE
            assert model.count is None
            assert model.canFetchMore(model.index(-1, -1))
            model.fetchMore(model.index(-1, -1))
            await settled(model)
            assert ids(model) == [call.id for call in reversed(calls)]
            assert model.count == PAGE + 30
            qtmodeltester.check(model)

    on_qt(script())


def test_only_the_last_of_what_is_typed_is_asked(on_qt: Callable[..., None], tmp_path: Path) -> None:
    async def script() -> None:
        calls = (ended(made("a", ONE)), ended(made("b", OTHER)), ended(made("c", THIRD)))
        async with a_model(tmp_path, *calls) as model:
            model.begin()
            await settled(model)
            resets: list[object] = []
            model.modelReset.connect(lambda: resets.append(ids(model)))
            for text in ("4", "41", "415"):
                model.look_for(HistoryFilter(text=text))
            assert model.rowCount() == 3  # no flicker: the old ones stay until the new ones are there
            await settled(model)
            assert resets == [["c"]]
            assert model.count == 1

    on_qt(script())


def test_people_are_found_by_their_names(on_qt: Callable[..., None], tmp_path: Path) -> None:
    async def script() -> None:
        names = Named(p551199990001="Ana Souza")
        names.names = {f"p{made('x', ONE).request.number.person}": "Ana Souza"}
        async with a_model(tmp_path, ended(made("a", ONE)), ended(made("b", OTHER)), names=names) as model:
            model.begin()
            model.look_for(HistoryFilter(text="souza"))
            await settled(model)
            assert ids(model) == ["a"]
            assert model.index(0, Column.NAME).data() == "Ana Souza"
            assert model.has_names

    on_qt(script())


def test_a_call_comes_in_live_only_if_it_is_meant(on_qt: Callable[..., None], tmp_path: Path) -> None:
    async def script() -> None:
        async with a_model(tmp_path, ended(made("a", minutes=9), Outcome.BUSY)) as model:
            model.begin()
            model.look_for(HistoryFilter(outcomes=NOBODY))
            await settled(model)
            model.show_call(made("b", minutes=1))
            model.show_call(ended(made("c", minutes=1)))
            assert ids(model) == ["a"]
            model.show_call(ended(made("d", minutes=2), Outcome.BUSY))
            model.show_call(ended(made("e", minutes=0), Outcome.BUSY))
            model.show_call(ended(made("f", minutes=1), Outcome.BUSY))
            assert ids(model) == ["e", "f", "d", "a"]
            assert [call.id for call in model.latest][:1] == ["e"]

    on_qt(script())


def test_a_search_is_asked_again_when_a_call_may_have_come_into_it(
    on_qt: Callable[..., None], tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    async def script() -> None:
        history = HistoryFile(tmp_path / "history.sqlite3", tmp_path / "runs")
        one, other = ended(made("a", minutes=9)).annotated("the invoice", ""), ended(made("b", minutes=3))
        await record(history, one, other)
        async with over(history) as model:
            model.begin()
            model.look_for(HistoryFilter(text="invo"))
            await settled(model)
            assert ids(model) == ["a"]
            resets: list[object] = []
            model.modelReset.connect(lambda: resets.append(1))
            kept = await history.annotate("b", "about the invoice", "")
            assert kept is not None
            model.show_call(kept)
            assert not model.is_settled
            await settled(model)
            assert ids(model) == ["b", "a"]
            assert not resets  # who has scrolled down stays there
            qtmodeltester.check(model)
        await history.close()

    on_qt(script())


def test_steps_that_come_while_the_history_is_read_are_not_lost(
    on_qt: Callable[..., None], tmp_path: Path
) -> None:
    async def script() -> None:
        begun = made("a")
        async with a_model(tmp_path, begun) as model:
            model.begin()
            model.show_call(ended(begun))
            model.show_call(made("b", minutes=0))
            await settled(model)
            assert ids(model) == ["b", "a"]
            assert model.call(1).is_over

    on_qt(script())


def test_what_was_scrolled_through_is_given_back(
    on_qt: Callable[..., None], tmp_path: Path, qtmodeltester: ModelTester
) -> None:
    async def script() -> None:
        calls = [ended(made(f"{n:04}", minutes=3000 - n)) for n in range(11 * PAGE)]
        async with a_model(tmp_path, *calls) as model:
            model.begin()
            await settled(model)
            while model.canFetchMore(model.index(-1, -1)):
                model.fetchMore(model.index(-1, -1))
                await settled(model)
            assert model.rowCount() == 11 * PAGE
            model.trim()
            assert model.rowCount() == 2 * PAGE
            assert model.count == 11 * PAGE
            model.show_call(calls[0].annotated("old", ""))  # older than what is fetched: no new row
            assert model.rowCount() == 2 * PAGE
            model.fetchMore(model.index(-1, -1))
            await settled(model)
            assert ids(model) == [call.id for call in reversed(calls)][: 3 * PAGE]
            qtmodeltester.check(model)

    on_qt(script())


def test_deleted_calls_go_away_at_once(on_qt: Callable[..., None], tmp_path: Path) -> None:
    async def script() -> None:
        async with a_model(tmp_path, ended(made("a", minutes=2)), ended(made("b"))) as model:
            model.begin()
            await settled(model)
            model.forget(["a", "nobody"])
            assert ids(model) == ["b"]
            assert [call.id for call in model.latest] == ["b"]

    on_qt(script())


@pytest.mark.logs("History cannot be read")
def test_history_that_cannot_be_read_keeps_what_is_shown(on_qt: Callable[..., None], tmp_path: Path) -> None:
    class Breaking(HistoryFile):
        is_broken = False

        async def page(self, **wanted: object) -> list[Call]:
            if self.is_broken:
                raise NotRecorded("The disk failed.")
            return await super().page(**wanted)  # type: ignore[arg-type]

    async def script() -> None:
        history = Breaking(tmp_path / "history.sqlite3", tmp_path / "runs")
        await record(history, ended(made("a")))
        async with over(history) as model:
            said: list[object] = []
            model.unreadable.connect(said.append)
            model.begin()
            await settled(model)
            history.is_broken = True
            model.look_for(HistoryFilter(text="x"))
            await settled(model)
            assert said == ["The disk failed."]
            assert model.has_failed
            assert ids(model) == ["a"]
        await history.close()

    on_qt(script())
