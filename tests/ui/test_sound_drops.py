"""What counts as a sound among all that is dropped or pasted, told by real drop events."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from desk_sounds import drag, drag_away, drop, files_data
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.ui.number_edit import NumberEdit
from app.ui.sound_drops import SoundDrops, copied_files, dropped_files, has_sound, link_in

if TYPE_CHECKING:
    from collections.abc import Callable


def text(words: str) -> QMimeData:
    data = QMimeData()
    data.setText(words)
    return data


def urls(*each: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in each])
    return data


def test_files_given_as_urls(tmp_path: Path) -> None:
    one, two = tmp_path / "one.wav", tmp_path / "olá çã.mp3"
    assert dropped_files(files_data(one, two)) == [str(one), str(two)]


def test_files_given_as_a_plain_list_of_paths(tmp_path: Path) -> None:
    one, two = tmp_path / "one 1.wav", tmp_path / "two%20.mp3"
    assert dropped_files(text(f"{one}\n{two}\n")) == [str(one), str(two)]


def test_files_given_as_a_plain_list_of_urls(tmp_path: Path) -> None:
    one, two = tmp_path / "one 1.wav", tmp_path / "two.mp3"
    assert dropped_files(text(f"{one.as_uri()}\r\n{two.as_uri()}")) == [str(one), str(two)]


@pytest.mark.parametrize(
    "words",
    ["/5511999990001\nplease call", "//cdn.example.com/a.mp3", "Client\n/ ramal 22", "/music/one.wav"],
)
def test_text_that_is_pasted_is_never_a_file(words: str) -> None:
    assert copied_files(text(words)) == []


@pytest.mark.parametrize(
    "words", ["/5511999990001\nplease call", "//cdn.example.com/a.mp3", "Client\n/ ramal 22"]
)
def test_text_that_is_not_all_paths_is_no_list_of_files(words: str) -> None:
    assert dropped_files(text(words)) == []


def test_files_copied_in_a_file_manager() -> None:
    data = QMimeData()
    data.setData("x-special/gnome-copied-files", b"copy\nfile:///music/one%201.wav\nfile:///music/two.wav")
    assert copied_files(data) == [str(Path("/music/one 1.wav")), str(Path("/music/two.wav"))]


@pytest.mark.parametrize(
    "words", ["+55 11 99999-0001", "tel:+5511999990001", "", "order.wav", "a\nb", "https://a/b"]
)
def test_text_is_no_file_and_no_link(words: str) -> None:
    assert not has_sound(text(words))


def test_link_dragged_from_a_browser() -> None:
    assert link_in(urls("https://example.com/a.mp3?k=1")) == "https://example.com/a.mp3?k=1"
    assert dropped_files(urls("https://example.com/a.mp3")) == []


@pytest.mark.parametrize("url", ["tel:+5511999990001", "https://wa.me/5511999990001"])
def test_dragged_link_to_a_number_is_no_sound(url: str) -> None:
    assert not has_sound(urls(url))


@pytest.fixture
def target(show: Callable[[QWidget], None]) -> QWidget:
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.addWidget(NumberEdit())
    widget.resize(300, 200)
    show(widget)
    return widget


def test_files_dropped_on_the_number_reach_the_target(target: QWidget, tmp_path: Path) -> None:
    files: list[list[str]] = []
    SoundDrops(target).files_dropped.connect(files.append)
    edit = target.findChild(NumberEdit)
    assert drop(edit, files_data(tmp_path / "one.wav", tmp_path / "two.wav"))
    assert files == [[str(tmp_path / "one.wav"), str(tmp_path / "two.wav")]]
    assert edit.text() == ""


def test_number_dropped_on_the_number_is_its_own(target: QWidget) -> None:
    files: list[list[str]] = []
    SoundDrops(target).files_dropped.connect(files.append)
    edit = target.findChild(NumberEdit)
    assert drop(edit, text("+5511999990001"))
    assert edit.text() == "+55 11 99999-0001"
    assert files == []


def test_link_dropped(target: QWidget) -> None:
    links: list[str] = []
    SoundDrops(target).link_dropped.connect(links.append)
    assert drop(target, urls("https://example.com/a.mp3"))
    assert links == ["https://example.com/a.mp3"]


def test_target_tells_when_something_is_above_it(target: QWidget, tmp_path: Path) -> None:
    hovered: list[bool] = []
    SoundDrops(target).hovered.connect(hovered.append)
    drag(target, files_data(tmp_path / "one.wav"))
    assert hovered[-1]
    drag_away(target)
    assert not hovered[-1]


def test_other_things_are_not_taken(target: QWidget) -> None:
    drops = SoundDrops(target)
    hovered: list[bool] = []
    drops.hovered.connect(hovered.append)
    assert not drop(target, text("hello"))
    assert hovered == []
