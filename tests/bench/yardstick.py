"""Samples taken in one run, set side by side."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def print_table(title: str, rows: Mapping[str, Sequence[float]]) -> None:
    """Print the samples of each row: best, median, worst. A name that begins with a space is a part."""
    width = max(map(len, rows))
    print(f"\n\n{title}\n{'':{width}}  {'best':>9}{'median':>9}{'worst':>9}{'runs':>6}")
    for name, samples in rows.items():
        figures = "".join(f"{figure:9.2f}" for figure in (min(samples), median(samples), max(samples)))
        print(f"{name:{width}}  {figures}{len(samples):6}")
