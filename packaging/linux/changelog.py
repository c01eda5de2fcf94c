"""What CHANGELOG.md says, version by version, in the forms that Linux wants it."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import TYPE_CHECKING

from product import COMMAND, ROOT, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADING = re.compile(r"^## +\[?(?P<name>[^\]\s]+)\]?(?:\s+\S\s+(?P<date>\d{4}-\d\d-\d\d))?.*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Release:
    """A version, when it was (to be) published, and what is new in it, a sentence or more each."""

    version: str
    date: datetime
    news: tuple[str, ...]
    is_published: bool = True


def releases(text: str, built: datetime) -> Iterator[Release]:
    """Give the versions, newest first. What is not published yet counts as this version, `built` now."""
    parts = _HEADING.split(text)
    for name, date, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        if date:
            yield Release(name, datetime.fromisoformat(date).replace(tzinfo=UTC), _news(body))
        elif _news(body):
            yield Release(VERSION, built, _news(body), is_published=False)


def own_releases(built: datetime) -> list[Release]:
    """Return the versions of CHANGELOG.md."""
    return list(releases((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), built))


def debian_changelog(versions: list[Release], maintainer: str) -> str:
    """Return them as Debian keeps a change log."""
    return "\n".join(
        f"{COMMAND} ({release.version}) stable; urgency=medium\n\n"
        + "".join(f"  * {news}\n" for news in release.news)
        + f"\n -- {maintainer}  {format_datetime(release.date)}\n"
        for release in versions
    )


def _news(body: str) -> tuple[str, ...]:
    """Return the items, in lines of 80 signs when they are indented."""
    items = re.split(r"^- ", body, flags=re.MULTILINE)[1:]
    return tuple(textwrap.fill(_item(item), 72, subsequent_indent="    ") for item in items)


def _item(text: str) -> str:
    """Return in one line what stands before the next heading or empty line."""
    return " ".join(re.split(r"\n\s*\n|\n#", text.strip())[0].split())
