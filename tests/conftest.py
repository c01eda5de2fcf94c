"""What every test keeps to: no unexpected warning or error in the log. And what wine is excused from.

What a system does not have is skipped with `skipif(sys.platform …)`; what Windows has and wine lacks, with
`wine_cannot`, so that Windows itself is tested in full.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest
from wine_here import WINE

if TYPE_CHECKING:
    from collections.abc import Iterator

if sys.platform == "win32":  # where Qt's offscreen platform finds no fonts by itself; wine has Linux's
    fonts = Path("Z:/usr/share/fonts/truetype/dejavu") if WINE else Path(os.environ["SYSTEMROOT"], "Fonts")
    os.environ.setdefault("QT_QPA_FONTDIR", str(fonts))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "logs(pattern): log lines from WARNING up that match are expected")
    config.addinivalue_line("markers", "wine_cannot(reason): skipped where Windows is wine, which lacks that")
    if WINE:
        hypothesis.settings.register_profile("wine", deadline=None)  # it takes its time now and then
        hypothesis.settings.load_profile("wine")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    lacking = item.get_closest_marker("wine_cannot")
    if WINE and lacking:
        pytest.skip(f"wine: {lacking.args[0]}")


@pytest.fixture(autouse=True)
def _no_unexpected_log_lines(
    caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest
) -> Iterator[None]:
    yield
    expected = [re.compile(mark.args[0]) for mark in request.node.iter_markers("logs")]
    unexpected = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
        and not any(pattern.search(record.getMessage()) for pattern in expected)
    ]
    assert not unexpected, "\n".join(unexpected)
