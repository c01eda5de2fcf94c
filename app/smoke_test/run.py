"""`toque --smoke-test`: every item, one after the other, in a profile of its own that is gone afterwards."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.exit_code import BadInput
from app.domain.audio import AudioFormat
from app.smoke_test import parts
from app.smoke_test.report import Report

if TYPE_CHECKING:
    from typing import TextIO


def smoke_test(report_file: Path | None) -> int:
    """Say of each item whether it works, to the file and the standard output; return 1 if one does not.

    No account, setting or call of the operator's is touched, and nothing outside of this computer asked.
    Raises BadInput for a file that cannot be written.
    """
    with ExitStack() as stack:
        file = stack.enter_context(_opened(report_file)) if report_file else None
        folder = Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="toque-", ignore_cleanup_errors=True))
        )
        report = Report(file)
        _check_parts(report, folder)
        _check_window(report, folder, stack)
    return int(report.has_failures)


def _opened(report_file: Path) -> TextIO:
    try:
        return report_file.open("w", encoding="utf-8")
    except OSError as error:
        raise BadInput(f"{report_file} cannot be written: {error.strerror}.") from error


def _check_parts(report: Report, folder: Path) -> None:
    for format_ in AudioFormat:
        report.check(f"sound as {format_}", partial(parts.sound, format_, folder))
    report.check("secure connections", parts.tls)
    report.check("keyring", parts.keyring)
    report.check("signatures", parts.signature)
    report.check("numbers", parts.number)
    report.check("time zones", parts.time_zones)
    report.check("vCards", parts.vcard)
    report.check("system-wide keys and notifications", parts.system_parts)
    if getattr(sys, "frozen", False):
        report.check("help and licences", parts.files)


def _check_window(report: Report, folder: Path, stack: ExitStack) -> None:
    """Check what needs Qt, whose loading is an item of its own: without it there are no others."""
    stages = []

    def load() -> str:
        from PySide6.QtCore import qVersion

        from app.smoke_test.window import Stage

        stages.append(stack.enter_context(Stage(folder)))
        return qVersion()

    report.check("Qt", load)
    if not stages:
        return
    from app.smoke_test import looks

    stage = stages[0]
    report.check("translations", looks.translations)
    report.check("icons", looks.icons)
    report.check("names of countries", looks.countries)
    stage.check(report)
