"""Makes the Windows Installer package for all users of a computer, which administrators deploy: with wixl."""

from __future__ import annotations

import hashlib
import subprocess
import uuid
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import product
from executables import WINDOW
from registration import values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MARKER = "managed"
"""Beside the program: somebody else keeps this installation up to date."""
FOLDER = "INSTALLDIR"
OWN_KEY = rf"Software\{product.NAME}"
NEWER = f"A newer version of {product.NAME} is installed. Uninstall it first: accounts and history stay."
OLD_WINDOWS = f"{product.NAME} needs 64-bit Windows 10, version 1809 or newer."
_SPACE = uuid.UUID(product.WINDOWS_UPGRADE_CODE)
_WIX = "http://schemas.microsoft.com/wix/2006/wi"

_SHORTCUT = "ApplicationShortcut"
_DESKTOP_SHORTCUT = "DesktopShortcut"
_INSTALLED = "INSTALLEDPROGRAM"
"""The property that names the program that is installed already."""
_BUILD = "WINDOWSBUILD10"
"""Of Windows, as it says itself: to Windows Installer every Windows since 8.1 is the same."""

_LARGEST_NUMBER = 255
"""Of the first two numbers of a version; it compares no others than the first three."""
_PROPERTIES = {
    "ARPPRODUCTICON": "toque.ico",
    "ARPNOMODIFY": "1",
    "ARPNOREPAIR": "1",
    # All files, also where the earlier version's is newer: else it is passed over, and goes with the earlier.
    "REINSTALLMODE": "amus",
}
_BEFORE_VALIDATION = 1390
"""In the sequence: InstallValidate, at 1400, asks about files in use."""

_CONDITIONS = {"Links": 'NOT LINKS = "0" OR REMOVE = "ALL"', "Desktop": 'DESKTOP = "1" OR REMOVE = "ALL"'}
"""When a component is installed or removed: LINKS and DESKTOP are for administrators to set."""
_SECURE = ("DESKTOP", "LINKS", "PURGE")


def make_msi(frozen: Path, icon: Path, into: Path, work: Path, version: str) -> None:
    """Write the package `into` for the frozen folder. Raises CalledProcessError."""
    (frozen / MARKER).write_text("Installed for all users: updates come with the next package.\n")
    source = work / "toque.wxs"
    source.write_bytes(wxs(frozen.relative_to(work), icon.relative_to(work), version, below=work))
    into.unlink(missing_ok=True)
    # wixl takes only files below the folder that it is run in.
    subprocess.run(["wixl", "-a", "x64", "-o", into.absolute(), source], cwd=work, check=True)
    add_tables(into)
    (frozen / MARKER).unlink()


def component_id(path: PurePosixPath) -> uuid.UUID:
    """Return the component's id of an installed file: the same in every version."""
    return uuid.uuid5(_SPACE, f"component:{path}")


# --- what wixl reads ------------------------------------------------------------------------------------


def wxs(frozen: Path, icon: Path, version: str, *, below: Path) -> bytes:
    """Return the description of the package; frozen folder and icon are relative to `below`."""
    if max(product.four_numbers(version)[:2]) > _LARGEST_NUMBER:
        raise ValueError(f"Windows Installer counts to {_LARGEST_NUMBER}: {version}")
    wix = ET.Element("Wix", xmlns=_WIX)
    main = ET.SubElement(
        wix,
        "Product",
        Id=str(uuid.uuid5(_SPACE, f"product:{version}")),
        Name=product.NAME,
        Language="1033",
        Version=version,
        Manufacturer=product.PUBLISHER,
        UpgradeCode=product.WINDOWS_UPGRADE_CODE,
    )
    ET.SubElement(
        main,
        "Package",
        Id=str(uuid.uuid5(_SPACE, f"package:{version}")),
        InstallerVersion="500",
        Compressed="yes",
        InstallScope="perMachine",
        Description=product.SUMMARY,
        Manufacturer=product.PUBLISHER,
    )
    ET.SubElement(main, "MajorUpgrade", DowngradeErrorMessage=NEWER)
    ET.SubElement(main, "Media", Id="1", Cabinet="toque.cab", EmbedCab="yes")
    ET.SubElement(main, "Condition", Message=OLD_WINDOWS).text = f"Installed OR {_BUILD} >= 17763"
    ET.SubElement(main, "Icon", Id="toque.ico", SourceFile=str(icon))
    for name, text in _PROPERTIES.items():
        ET.SubElement(main, "Property", Id=name, Value=text)
    _add_search(main, _INSTALLED, OWN_KEY, "Program")
    _add_search(main, _BUILD, r"Software\Microsoft\Windows NT\CurrentVersion", "CurrentBuildNumber")
    _add_actions(main)
    components = _add_files(main, frozen, below)
    feature = ET.SubElement(main, "Feature", Id="Program", Level="1", Title=product.NAME)
    for name in components:
        ET.SubElement(feature, "ComponentRef", Id=name)
    ET.indent(wix)
    return ET.tostring(wix, encoding="utf-8", xml_declaration=True)


def _add_search(main: ET.Element, name: str, key: str, value: str) -> None:
    known = ET.SubElement(main, "Property", Id=name)
    ET.SubElement(
        known, "RegistrySearch", Id=f"Find{name}", Root="HKLM", Key=key, Name=value, Type="raw", Win64="yes"
    )


def _add_actions(main: ET.Element) -> None:
    """Close a running Toque before Windows Installer asks about files in use; remove data if told to."""
    purge = f'{_INSTALLED} AND PURGE = "1" AND REMOVE = "ALL" AND NOT UPGRADINGPRODUCTCODE'
    sequence = ET.SubElement(main, "InstallExecuteSequence")
    for name, option, end, at, condition in (
        ("CloseProgram", "--close", "ignore", _BEFORE_VALIDATION, _INSTALLED),
        ("RemoveData", "--remove-data", "check", _BEFORE_VALIDATION + 1, purge),
    ):
        ET.SubElement(main, "CustomAction", Id=name, Property=_INSTALLED, ExeCommand=option, Return=end)
        ET.SubElement(sequence, "Custom", Action=name, Sequence=str(at)).text = condition


def _add_files(main: ET.Element, frozen: Path, below: Path) -> list[str]:
    target = ET.SubElement(main, "Directory", Id="TARGETDIR", Name="SourceDir")
    ET.SubElement(target, "Directory", Id="ProgramMenuFolder")
    ET.SubElement(target, "Directory", Id="DesktopFolder")
    programs = ET.SubElement(target, "Directory", Id="ProgramFiles64Folder")
    folder = ET.SubElement(programs, "Directory", Id=FOLDER, Name=product.NAME)
    names = list(_add_folder(folder, below / frozen, PurePosixPath(), below))
    for name, add in (("Known", _add_known), ("Links", _add_links), ("Desktop", _add_desktop)):
        add(_component(folder, name, uuid.uuid5(_SPACE, f"part:{name}")))
        names.append(name)
    return names


def _add_folder(parent: ET.Element, folder: Path, path: PurePosixPath, root: Path) -> Iterator[str]:
    for each in sorted(folder.iterdir()):
        below = path / each.name
        if each.is_dir():
            directory = ET.SubElement(parent, "Directory", Id=_name("d", below), Name=each.name)
            yield from _add_folder(directory, each, below, root)
            continue
        name = _name("c", below)
        component = _component(parent, name, component_id(below))
        ET.SubElement(
            component,
            "File",
            Id=_name("f", below),
            Source=str(each.relative_to(root)),
            Name=each.name,
            KeyPath="yes",
        )
        if str(below) == WINDOW:
            _add_shortcut(component, _SHORTCUT, "ProgramMenuFolder")
        yield name


def _component(parent: ET.Element, name: str, guid: uuid.UUID) -> ET.Element:
    return ET.SubElement(parent, "Component", Id=name, Guid=str(guid), Win64="yes")


def _add_known(component: ET.Element) -> None:
    """Where it is: for the setup program for one user, and for this package's next version."""
    _add_values(
        component, [(OWN_KEY, "InstallFolder", f"[{FOLDER}]"), (OWN_KEY, "Program", f"[{FOLDER}]{WINDOW}")]
    )


def _add_links(component: ET.Element) -> None:
    _add_values(component, [(each.key, each.name, each.text) for each in values(f"[{FOLDER}]")])


def _add_desktop(component: ET.Element) -> None:
    _add_values(component, [(OWN_KEY, "DesktopIcon", "1")])
    _add_shortcut(component, _DESKTOP_SHORTCUT, "DesktopFolder")


def _add_values(component: ET.Element, texts: Iterable[tuple[str, str, str]]) -> None:
    for number, (key, name, text) in enumerate(texts):
        value = ET.SubElement(component, "RegistryValue", Root="HKLM", Key=key, Type="string", Value=text)
        if name:
            value.set("Name", name)
        if number == 0:
            value.set("KeyPath", "yes")


def _add_shortcut(parent: ET.Element, name: str, folder: str) -> None:
    ET.SubElement(
        parent,
        "Shortcut",
        Id=name,
        Directory=folder,
        Name=product.NAME,
        Target=f"[{FOLDER}]{WINDOW}",
        WorkingDirectory=FOLDER,
        Icon="toque.ico",
        Description=product.SUMMARY,
    )


def _name(kind: str, path: PurePosixPath) -> str:
    return f"{kind}_{hashlib.sha256(str(path).encode()).hexdigest()[:32]}"


# --- what wixl has no words for -------------------------------------------------------------------------


def add_tables(package: Path) -> None:
    """Add what stands in Windows Installer's own tables only.

    https://learn.microsoft.com/windows/win32/msi/msishortcutproperty-table
    """
    secure = "WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;" + ";".join(_SECURE)
    table = "MsiShortcutProperty"
    needed = ", ".join(
        f"`{name}` CHAR(255) NOT NULL" for name in ("Shortcut_", "PropertyKey", "PropVariantValue")
    )
    queries = [  # of constants alone
        f"UPDATE `Property` SET `Value` = '{secure}' WHERE `Property` = 'SecureCustomProperties'",  # noqa: S608
        # The earlier version goes within the transaction: where the new one fails, it comes back.
        "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'",
        f"CREATE TABLE `{table}` (`{table}` CHAR(72) NOT NULL, {needed} PRIMARY KEY `{table}`)",
    ]
    for name, condition in _CONDITIONS.items():
        queries.append(f"UPDATE `Component` SET `Condition` = '{condition}' WHERE `Component` = '{name}'")  # noqa: S608
    for name in (_SHORTCUT, _DESKTOP_SHORTCUT):
        columns = f"`{table}`, `Shortcut_`, `PropertyKey`, `PropVariantValue`"
        row = f"'{name}Id', '{name}', 'System.AppUserModel.ID', '{product.IDENTIFIER}'"
        queries.append(f"INSERT INTO `{table}` ({columns}) VALUES ({row})")  # noqa: S608
    for query in queries:
        subprocess.run(["msibuild", package, "-q", query], check=True)
