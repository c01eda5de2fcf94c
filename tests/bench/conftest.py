"""Benchmarks print; they assert no time. `make bench` runs them, `make test` does not."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
sys.path.append(str(Path(__file__).parents[1] / "ui"))  # window_harness

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        item.add_marker(pytest.mark.bench)
        item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints"))
