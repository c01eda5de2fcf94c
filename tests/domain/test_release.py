"""Versions, releases, and which of their files fits a computer."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

import pytest

from app.domain.release import (
    FeedAddress,
    Release,
    ReleaseFile,
    System,
    Version,
    is_https,
    is_new_enough,
)

KEY = base64.b64encode(bytes(32)).decode()
NOW = datetime(2026, 11, 20, tzinfo=UTC)


def file(system: str, arch: str) -> ReleaseFile:
    return ReleaseFile(system, arch, f"https://x.example/{system}-{arch}", 1, "0" * 64)


RELEASE = Release(
    Version(1, 2, 3),
    NOW,
    NOW,
    {"en": "New", "es": "Nuevo", "pt_BR": ""},
    (file("macos", "arm64"), file("macos", "x86_64"), file("windows", "x86_64")),
)


@pytest.mark.parametrize("text", ["0.0.0", "1.2.3", "10.0.12", "999999999.0.1"])
def test_a_version_is_written_as_it_was_read(text: str) -> None:
    assert str(Version.parse(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "1.2", "1.2.3.4", "v1.2.3", "1.2.3rc1", "1.02.3", "1.-2.3", " 1.2.3", "1.2.3\n", "1.2.٣"],
)
def test_what_has_another_form_is_no_version(text: str) -> None:
    with pytest.raises(ValueError, match="is no version"):
        Version.parse(text)


def test_versions_are_counted_and_not_spelt() -> None:
    texts = ["1.10.0", "0.9.9", "1.2.10", "1.2.9", "2.0.0"]
    assert sorted(texts, key=Version.parse) == ["0.9.9", "1.2.9", "1.2.10", "1.10.0", "2.0.0"]


def test_a_computer_gets_the_file_of_its_kind() -> None:
    assert RELEASE.file_for(System("macos", "x86_64", "26.0")) == file("macos", "x86_64")
    assert RELEASE.file_for(System("windows", "arm64")) is None
    assert RELEASE.file_for(System("linux", "x86_64")) is None


@pytest.mark.parametrize(
    ("language", "notes"), [("es", "Nuevo"), ("en", "New"), ("pt_BR", "New"), ("de", "New")]
)
def test_notes_are_english_where_there_are_none_in_the_language(language: str, notes: str) -> None:
    assert RELEASE.notes_in(language) == notes


def test_without_any_notes_there_is_nothing_to_read() -> None:
    assert Release(Version(1, 2, 3), NOW, NOW, {}, ()).notes_in("en") == ""


@pytest.mark.parametrize(
    ("least", "version", "is_enough"),
    [
        ("", "2.36", True),
        ("2.34", "", True),
        ("soon", "2.36", True),
        ("2.34", "2.36", True),
        ("2.34", "2.4", False),
        ("14", "14.0", True),
        ("14.0", "14", True),
        ("14.0", "13.6.9", False),
        ("10.0.17763", "10.0.17763", True),
        ("10.0.17763", "10.0.9200", False),
        ("0", "0.0", True),
    ],
)
def test_a_system_may_be_too_old(least: str, version: str, is_enough: bool) -> None:
    assert is_new_enough(least, version) is is_enough


@pytest.mark.parametrize(
    "url",
    [
        "http://x.example/feed.json",
        "https://",
        "https:///feed.json",
        "https://[::1/feed.json",
        "https://x.example:port/",
        "https://user:word@x.example/",
        "https://x.example/a b",
        "https://x.example/\n",
        "https://x.exämple/",
        "https://good.example\\.bad.example/",
        "https://good.example%2fbad.example/",
        "https://<b>x.example/",
        "https://x.example/<b>",
        "https://x.example/`id`",
        "https://x.example/\x7f",
        "https://../",
        "https://[::1%eth0]/",
        "ftp://x.example/",
        "x.example",
        "",
    ],
)
def test_what_is_no_https_address_is_none(url: str) -> None:
    assert not is_https(url)
    with pytest.raises(ValueError, match="https"):
        FeedAddress.checked(url, KEY)


@pytest.mark.parametrize("key", ["", "AAAA", KEY[:-4], KEY + "AAAA", "kein Schlüssel", KEY[:-2] + "é="])
def test_a_key_has_32_bytes(key: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - base64 has words of its own
        FeedAddress.checked("https://x.example/feed.json", key)


@pytest.mark.parametrize("url", ["https://x.example", "https://[2001:db8::1]:8443/a%20b?c=(d)#e"])
def test_an_https_address_is_one(url: str) -> None:
    assert is_https(url)


def test_a_file_has_the_name_that_a_browser_gives_it() -> None:
    url = "https://x.example/1.2.3/Toque-1.2.3-setup.exe?mirror=a/b#c"
    assert ReleaseFile("windows", "x86_64", url, 1, "0" * 64).name == "Toque-1.2.3-setup.exe"


def test_a_feed_is_kept_as_it_was_written() -> None:
    url = "HTTPS://X.example:8443/feed.json?channel=stable"
    assert FeedAddress.checked(url, KEY) == FeedAddress(url, KEY)
