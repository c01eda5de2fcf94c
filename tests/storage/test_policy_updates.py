"""What administrators set about newer versions."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from app.domain.release import FeedAddress
from app.storage.policy_file import read_policy

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.policy import Policy

KEY = base64.b64encode(bytes(range(32))).decode()
URL = "https://updates.office.example/toque/feed.json"


def policy(folder: Path, **settings: object) -> Policy:
    path = folder / "policy.json"
    path.write_text(json.dumps(settings), encoding="utf-8")
    return read_policy(path)


def test_a_feed_of_the_offices_own(tmp_path: Path) -> None:
    read = policy(tmp_path, updates={"feed": URL, "key": KEY})
    assert (read.updates, read.forbids_updates, read.problem) == (FeedAddress(URL, KEY), False, "")


def test_nobody_is_to_ask(tmp_path: Path) -> None:
    read = policy(tmp_path, updates=False)
    assert (read.updates, read.forbids_updates, read.problem) == (None, True, "")


@pytest.mark.parametrize("settings", [{}, {"updates": True}])
def test_the_builds_own_feed_counts_where_nothing_is_set(settings: dict[str, object], tmp_path: Path) -> None:
    read = policy(tmp_path, **settings)
    assert (read.updates, read.forbids_updates, read.problem) == (None, False, "")


@pytest.mark.parametrize(
    "updates",
    [
        None,
        "no",
        0,
        {},
        {"feed": URL},
        {"key": KEY},
        {"feed": "http://updates.office.example", "key": KEY},
        {"feed": URL, "key": "short"},
        {"feed": URL, "key": "ключ"},
        {"feed": URL, "key": KEY, "weekly": True},
    ],
)
def test_what_cannot_be_understood_forbids_it_as_it_binds_all_else(updates: object, tmp_path: Path) -> None:
    read = policy(tmp_path, updates=updates)
    assert read.problem
    assert (read.updates, read.forbids_updates) == (None, True)
