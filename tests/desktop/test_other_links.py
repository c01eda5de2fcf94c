"""What makes Toque known on Windows and macOS: what would be written, computed here."""

from __future__ import annotations

import plistlib

import pytest

from app.cli import main
from app.desktop.mac_links import BUNDLE_ID, chosen_handler, url_types
from app.desktop.windows_links import OFFERED, PAGE, PROG_ID, entries, opening, own_keys

COMMAND = (r"C:\Users\Ana Maria\AppData\Local\Programs\Toque\toque.exe",)


def registry() -> dict[tuple[str, str], str]:
    return {(each.key, each.name): each.text for each in entries(COMMAND)}


def test_windows_opens_a_link_as_one_argument() -> None:
    opens = registry()[rf"Software\Classes\{PROG_ID}\shell\open\command", ""]
    assert opens == r'"C:\Users\Ana Maria\AppData\Local\Programs\Toque\toque.exe" -- "%1"'


def test_windows_gets_a_quoted_program_even_without_a_space() -> None:
    assert opening((r"C:\Toque\Toque.exe",)) == r'"C:\Toque\Toque.exe" -- "%1"'
    assert opening(("python.exe", "-m", "my app")) == '"python.exe" -m "my app" -- "%1"'


def test_what_a_link_brings_along_is_no_option(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--", "tel:+5511999990001", "--profile", "elsewhere"])
    assert "unrecognized arguments" in capsys.readouterr().err


def test_windows_finds_toque_among_the_programs_for_links() -> None:
    known = registry()
    capabilities = known[r"Software\RegisteredApplications", "Toque"]
    links = {name: text for (key, name), text in known.items() if key == rf"{capabilities}\UrlAssociations"}
    assert links == dict.fromkeys(OFFERED, PROG_ID)
    assert (rf"Software\Classes\{PROG_ID}", "URL Protocol") in known


def test_windows_links_of_our_own_are_ours_at_once() -> None:
    known = registry()
    assert known[r"Software\Classes\toque", "URL Protocol"] == ""
    assert not any(
        key.startswith((r"Software\Classes\tel", r"Software\Classes\whatsapp")) for key, _ in known
    )


def test_windows_is_left_as_it_was() -> None:
    shared = {r"Software\RegisteredApplications"}  # of which only Toque's value goes
    assert all(key in shared or key.startswith(own_keys()) for key, _ in registry())


def test_windows_page_is_toques_own() -> None:
    assert PAGE == "ms-settings:defaultapps?registeredAppUser=Toque"


def test_the_bundle_opens_every_kind_of_link() -> None:
    (kind,) = url_types()
    assert kind["CFBundleURLSchemes"] == ["tel", "callto", "toque", "whatsapp"]
    assert plistlib.loads(plistlib.dumps(url_types())) == url_types()


def choices(*handlers: object) -> bytes:
    return plistlib.dumps({"LSHandlers": list(handlers)}, fmt=plistlib.FMT_BINARY)


@pytest.mark.parametrize(
    ("plist", "handler"),
    [
        (choices(), ""),
        (choices({"LSHandlerURLScheme": "tel", "LSHandlerRoleAll": BUNDLE_ID}), BUNDLE_ID),
        (choices({"LSHandlerContentType": "public.html"}, {"LSHandlerURLScheme": "tel"}), ""),
        (choices("nonsense"), ""),
        (plistlib.dumps([]), ""),
        (plistlib.dumps({"LSHandlers": 5}), ""),
        (b"nonsense", ""),
        (b"<?xml version='1.0'?><plist><dict>", ""),
    ],
)
def test_what_was_chosen_on_macos_is_read(plist: bytes, handler: str) -> None:
    assert chosen_handler(plist) == handler
