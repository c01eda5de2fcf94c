"""Which release feed this build asks: written into its resources by whoever builds for the public."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from app import resources
from app.domain.release import FeedAddress

if TYPE_CHECKING:
    from pathlib import Path

log = logging.getLogger(__name__)


class _Record(msgspec.Struct):
    feed: str = ""
    key: str = ""


def build_feed(path: Path | None = None) -> FeedAddress | None:
    """Return what stands in `path` (release.json of the resources); None where nothing does."""
    try:
        path = path or resources.path("release.json")
        record = msgspec.json.decode(path.read_bytes(), type=_Record)
        return FeedAddress.checked(record.feed, record.key) if record.feed else None
    except (OSError, msgspec.MsgspecError, ValueError) as error:
        log.info("This build's release feed cannot be used: %s", error)
        return None
