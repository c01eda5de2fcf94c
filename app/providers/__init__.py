"""Call providers, one file each; HTTP and WebSocket clients live in this package and nowhere else.

To add one: write `app/providers/<key>.py` with a class that keeps `app.domain.provider.CallProvider`, add it
to PROVIDERS, and write `tests/providers/test_<key>_contract.py`. The README says more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.providers.ringyo import Ringyo
from app.providers.ryzeapi import RyzeApi
from app.providers.zapi import ZApi

if TYPE_CHECKING:
    from app.domain.provider import CallProvider

PROVIDERS: tuple[type[CallProvider], ...] = (RyzeApi, ZApi, Ringyo)
