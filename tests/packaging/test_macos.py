"""What macOS is told of the bundle, and how it is signed. Built and run is it only on macOS."""

from __future__ import annotations

import base64
import platform
import plistlib
import shlex
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from macos.build import build, check_info, image_name, why_unfit
from macos.info_plist import LANGUAGES, entitlements, info_plist
from macos.signing import AD_HOC, Signer, inside_out, keychain_script, notarize, signer
from product import IDENTIFIER, LINKS, NAME, ROOT, VERSION, four_numbers

from app.desktop import mac_links, windows_links

MACHO = b"\xcf\xfa\xed\xfe and code"
IDENTITY = "0123456789ABCDEF0123456789ABCDEF01234567"
SECRET = "pass\\word with \"quotes\" and 'more' $HOME"


# --- What the bundle says of itself -------------------------------------------------------------------------


def test_info_plist_survives_being_written() -> None:
    assert plistlib.loads(plistlib.dumps(info_plist())) == info_plist()


def test_it_goes_by_the_same_names_as_on_other_systems() -> None:
    info = info_plist()
    assert info["CFBundleIdentifier"] == IDENTIFIER == mac_links.BUNDLE_ID
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == VERSION
    assert ".".join(map(str, four_numbers()[:3])) == VERSION  # as Windows counts
    assert info["CFBundleExecutable"] == info["CFBundleName"] == NAME


def test_it_opens_the_links_that_it_opens_on_windows() -> None:
    [kind] = info_plist()["CFBundleURLTypes"]
    assert tuple(kind["CFBundleURLSchemes"]) == mac_links.OFFERED
    assert set(LINKS) == set(windows_links.OFFERED) <= set(mac_links.OFFERED)


def test_it_names_every_language_that_it_speaks() -> None:
    translations = (ROOT / "resources" / "translations").glob("toque_*.ts")
    assert set(LANGUAGES) == {"en"} | {
        file.stem.removeprefix("toque_").replace("_", "-") for file in translations
    }
    assert info_plist()["CFBundleDevelopmentRegion"] in LANGUAGES


def test_what_is_signed_with_a_certificate_is_exempt_from_nothing() -> None:
    assert entitlements(has_team=True) == {}
    assert plistlib.loads(plistlib.dumps(entitlements(has_team=False))) == {
        "com.apple.security.cs.disable-library-validation": True
    }


def test_a_bundle_that_says_something_else_is_not_signed(tmp_path: Path) -> None:
    app = tmp_path / "Toque.app"
    (app / "Contents").mkdir(parents=True)
    written = app / "Contents" / "Info.plist"
    written.write_bytes(plistlib.dumps(info_plist() | {"CFBundleIconFile": "toque.icns"}))
    check_info(app)
    written.write_bytes(plistlib.dumps(info_plist() | {"CFBundleVersion": "0"}))
    with pytest.raises(ValueError, match="CFBundleVersion"):
        check_info(app)


# --- The disk image -----------------------------------------------------------------------------------------


def test_the_image_shows_the_bundle_beside_the_applications(tmp_path: Path) -> None:
    app, icon = tmp_path / "Toque.app", tmp_path / "toque.icns"
    file = ROOT / "packaging" / "macos" / "dmg_settings.py"
    settings: dict[str, Any] = {"defines": {"app": str(app), "icon": str(icon)}}
    exec(compile(file.read_text("utf-8"), str(file), "exec"), settings, settings)  # noqa: S102  # as dmgbuild does
    assert settings["files"] == [str(app)]
    assert settings["symlinks"] == {"Applications": "/Applications"}
    assert settings["icon"] == str(icon)
    (width, height), size = settings["window_rect"][1], settings["icon_size"]
    assert set(settings["icon_locations"]) == {"Toque.app", "Applications"}
    for x, y in settings["icon_locations"].values():
        assert size / 2 < x < width - size / 2
        assert size / 2 < y < height - size / 2


def test_an_image_is_named_for_its_version_and_processor() -> None:
    assert image_name("arm64") == f"Toque-{VERSION}-macos-arm64.dmg"
    assert image_name("x86_64") == f"Toque-{VERSION}-macos-x86_64.dmg"


@pytest.mark.skipif(sys.platform == "darwin", reason="a Mac may be fit")
def test_elsewhere_it_says_why_no_image_can_be_built() -> None:
    assert "only on macOS" in why_unfit()


# --- Signing ------------------------------------------------------------------------------------------------


def laid_out(folder: Path) -> Path:
    """Make a bundle as PyInstaller lays one out, with what must not be taken for code."""
    app = folder / "Toque.app"
    inside = app / "Contents"
    for name, contents in {
        "MacOS/Toque": MACHO,
        "Frameworks/libav.dylib": b"\xca\xfe\xba\xbe for two",
        "Frameworks/PySide6/QtCore.abi3.so": MACHO,
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore": MACHO,
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/Resources/Info.plist": b"<plist/>",
        "Frameworks/Python.framework/Versions/3.14/Python": MACHO,
        "Frameworks/Python.framework/Versions/3.14/lib/libssl.dylib": MACHO,
        "Resources/resources/toque.svg": b"<svg/>",
    }.items():
        (inside / name).parent.mkdir(parents=True, exist_ok=True)
        (inside / name).write_bytes(contents)
    for link, to in {
        "Resources/libav.dylib": "../Frameworks/libav.dylib",
        "Resources/PySide6": "../Frameworks/PySide6",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/Current": "A",
        "Frameworks/PySide6/Qt/lib/QtCore.framework/QtCore": "Versions/Current/QtCore",
        "Frameworks/Python.framework/Versions/Current": "3.14",
        "Frameworks/Python": "Python.framework/Versions/3.14/Python",
    }.items():
        (inside / link).symlink_to(to)
    return app


@pytest.mark.skipif(sys.platform == "win32", reason="Windows wants a right for symlinks")
def test_each_piece_of_code_is_signed_once_where_it_lies_and_before_what_holds_it(tmp_path: Path) -> None:
    app = laid_out(tmp_path)
    libraries, frameworks = inside_out(app)
    names = [str(path.relative_to(app / "Contents/Frameworks")) for path in (*libraries, *frameworks)]
    assert sorted(names) == [
        "PySide6/Qt/lib/QtCore.framework/Versions/A",
        "PySide6/QtCore.abi3.so",
        "Python.framework/Versions/3.14",
        "Python.framework/Versions/3.14/lib/libssl.dylib",
        "libav.dylib",
    ]
    assert names.index("Python.framework/Versions/3.14/lib/libssl.dylib") < names.index(
        "Python.framework/Versions/3.14"
    )


def test_a_certificate_signs_for_notarization() -> None:
    command = Signer(IDENTITY, Path("k")).command(Path("a"), Path("b"), entitled=Path("e"))
    assert command == [
        *("codesign", "--force", "--sign", IDENTITY, "--keychain", "k"),
        *("--timestamp", "--options", "runtime", "--entitlements", "e", "a", "b"),
    ]


def test_without_a_certificate_the_signature_is_nobodys_and_the_runtime_as_hard() -> None:
    with signer({}) as nobody:
        assert nobody == Signer(AD_HOC)
    assert nobody.command(Path("a")) == [
        *("codesign", "--force", "--sign", "-", "--timestamp=none", "--options", "runtime", "a")
    ]


def test_what_is_no_certificate_is_refused_without_being_told() -> None:
    with pytest.raises(ValueError, match="not Base64") as refused, signer({"MACOS_CERTIFICATE": SECRET}):
        pass
    assert SECRET not in str(refused.value)


def test_passwords_come_whole_through_the_lines_of_security() -> None:
    script = keychain_script(Path("k k"), Path("c"), SECRET, "own")
    made, _, opened, imported, _ = map(shlex.split, script.splitlines())
    assert made == ["create-keychain", "-p", "own", "k k"]
    assert opened == ["unlock-keychain", "-p", "own", "k k"]
    assert imported[imported.index("-P") + 1] == SECRET
    with pytest.raises(ValueError, match="one line"):
        keychain_script(Path("k"), Path("c"), "two\nlines", "own")


def test_without_a_key_nothing_is_notarized() -> None:
    assert not notarize((Path("Toque.dmg"),), {})


@pytest.fixture
def recorded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand-ins for macOS's programs, which write down what they are given, and answer as these do."""
    programs = tmp_path / "programs"
    programs.mkdir()
    record = tmp_path / "commands"
    for name, answer in {
        "security": f"""case $1 in
            -i) cat >"{tmp_path}/stdin" ;;
            find-identity) echo '  1) {IDENTITY} "Developer ID Application: Somebody (TEAM)"' ;;
            list-keychains) [ "$4" ] || echo '    "/login.keychain-db"' ;;
            esac""",
        "codesign": "true",
        "ditto": "true",
        "spctl": "true",
        "xcrun": f'while [ $# != 0 ]; do [ "$1" != --key ] || cat "$2" >"{tmp_path}/key"; shift; done',
    }.items():
        program = programs / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >>"{record}"\n{answer}\n', "utf-8")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    for name in ("MACOS_CERTIFICATE", "MACOS_CERTIFICATE_PASSWORD", "NOTARY_KEY"):
        monkeypatch.delenv(name, raising=False)
    return record


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_no_secret_stands_on_a_command_line(tmp_path: Path, recorded: Path) -> None:
    app = laid_out(tmp_path)
    given = {
        "MACOS_CERTIFICATE": base64.encodebytes(b"a certificate").decode(),
        "MACOS_CERTIFICATE_PASSWORD": SECRET,
        "NOTARY_KEY": "-----BEGIN PRIVATE KEY-----",
        "NOTARY_KEY_ID": "KEYID",
        "NOTARY_ISSUER": "ISSUER",
    }
    with signer(given) as signs:
        signs.sign_bundle(app)
        assert notarize((tmp_path / "Toque.zip", app), given)
    commands = recorded.read_text("utf-8").splitlines()
    assert not any(SECRET in command or "PRIVATE" in command for command in commands)
    assert SECRET in [
        word for line in (tmp_path / "stdin").read_text("utf-8").splitlines() for word in shlex.split(line)
    ]
    assert (tmp_path / "key").read_text("utf-8") == given["NOTARY_KEY"]
    signed = [command for command in commands if command.startswith("codesign --force")]
    assert all(f"--sign {IDENTITY} --keychain " in command for command in signed)
    assert [command.endswith("Toque.app") for command in signed] == [False, False, True]
    assert commands[-2] == "security list-keychains -d user -s /login.keychain-db"
    assert commands[-1].startswith("security delete-keychain ")
    assert any(
        command.startswith("xcrun stapler staple") and command.endswith("Toque.app") for command in commands
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
@pytest.mark.parametrize("is_notarized", [True, False])
def test_the_image_holds_what_was_signed_and_notarized(
    tmp_path: Path, recorded: Path, monkeypatch: pytest.MonkeyPatch, is_notarized: bool
) -> None:
    app = laid_out(tmp_path)
    (app / "Contents/Info.plist").write_bytes(plistlib.dumps(info_plist()))
    (app / "Contents/Resources/toque.icns").touch()
    if is_notarized:
        monkeypatch.setenv("MACOS_CERTIFICATE", base64.b64encode(b"a certificate").decode())
        for name in ("NOTARY_KEY", "NOTARY_KEY_ID", "NOTARY_ISSUER"):
            monkeypatch.setenv(name, "given")
    commands: list[str] = []

    def packed(image: str, volume: str, **_: object) -> None:
        commands.extend([*recorded.read_text("utf-8").splitlines(), "pack"])
        recorded.write_text("", "utf-8")

    monkeypatch.setitem(sys.modules, "dmgbuild", SimpleNamespace(build_dmg=packed))
    image = build(app, tmp_path, tmp_path / "dist")
    commands += recorded.read_text("utf-8").splitlines()
    told = [
        (command.split()[0], Path(command.split()[-1]).suffix)
        for command in commands
        if command == "pack" or Path(command.split()[-1]).suffix in {".app", ".dmg", ".zip"}
    ]
    assert image.name == image_name(platform.machine())
    signed = [("codesign", ".app"), ("codesign", ".app"), ("ditto", ".zip")]
    if not is_notarized:
        assert told == [*signed, ("pack", "")]
        return
    assert told == [
        *signed,  # and verified
        *[("xcrun", ".app")] * 2,  # stapled and validated
        ("pack", ""),
        ("codesign", ".dmg"),
        *[("xcrun", ".dmg")] * 2,
        ("spctl", ".app"),
        ("spctl", ".dmg"),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-ins are shell scripts")
def test_the_keychain_goes_even_if_signing_fails(recorded: Path) -> None:
    given = {"MACOS_CERTIFICATE": base64.b64encode(b"a certificate").decode()}
    with pytest.raises(RuntimeError), signer(given):
        raise RuntimeError
    assert recorded.read_text("utf-8").splitlines()[-1].startswith("security delete-keychain ")
