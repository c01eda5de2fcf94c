"""What an operator copies for a question: enough to help, and nothing that is private."""

from __future__ import annotations

import os
import platform
import sys

import pytest

from app import __version__
from app.desktop.diagnostics import diagnostics


def test_versions_platform_accounts_and_errors_are_in_it() -> None:
    text = diagnostics(
        account_kinds=["ryzeapi", "ryzeapi"], live=["LIVE", "OFF"], last_errors=["first", "second"]
    )
    assert text.startswith(f"Toque {__version__}\n")
    assert sys.platform in text
    assert "httpx 0." in text
    assert "Accounts: ryzeapi, ryzeapi" in text
    assert "Live status: LIVE, OFF" in text
    assert text.endswith("Last errors:\nfirst\nsecond")


@pytest.mark.parametrize("system", ["Windows-11-10.0.22631-SP0", "macOS-14.5-arm64-arm-64bit"])
def test_the_systems_version_is_in_it(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "uname", raising=False)  # which Windows has not
    monkeypatch.setattr(platform, "platform", lambda: system)
    assert system in diagnostics(account_kinds=[], live=[], last_errors=[])


def test_an_empty_profile_says_so() -> None:
    text = diagnostics(account_kinds=[], live=[], last_errors=[])
    assert "Accounts: none\nLive status: none\nLast errors:\nnone" in text


def test_what_slipped_into_an_error_is_masked() -> None:
    text = diagnostics(
        account_kinds=["ryzeapi"], live=[], last_errors=["token=marker-token for +55 11 99999-0001"]
    )
    assert "marker-token" not in text
    assert "99999" not in text


def test_every_library_is_known() -> None:
    assert "unknown" not in diagnostics(account_kinds=[], live=[], last_errors=[])
