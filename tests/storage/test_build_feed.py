"""Which release feed a build asks."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from app import resources
from app.domain.release import FeedAddress
from app.storage.build_feed import build_feed

if TYPE_CHECKING:
    from pathlib import Path

KEY = base64.b64encode(bytes(range(32))).decode()
URL = "https://releases.example/feed.json"


def test_a_checkout_knows_none() -> None:
    assert json.loads(resources.path("release.json").read_bytes()) == {"feed": "", "key": ""}
    assert build_feed() is None


def test_a_build_for_others_knows_one(tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    path.write_text(json.dumps({"feed": URL, "key": KEY}))
    assert build_feed(path) == FeedAddress(URL, KEY)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"feed": 1}',
        json.dumps({"feed": URL}),
        json.dumps({"feed": URL, "key": "short"}),
        json.dumps({"feed": "http://releases.example", "key": KEY}),
    ],
)
def test_what_cannot_be_used_is_none(text: str, tmp_path: Path) -> None:
    path = tmp_path / "release.json"
    path.write_text(text)
    assert build_feed(path) is None


def test_a_missing_file_is_none(tmp_path: Path) -> None:
    assert build_feed(tmp_path / "release.json") is None
