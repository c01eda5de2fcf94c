"""What Windows' installers are made of, as far as it can be seen without making them."""

from __future__ import annotations

import re
import sys
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree as ET

import msi
import product
import pytest
import registration

from app.desktop.app_identity import APP_USER_MODEL_ID
from app.desktop.windows_links import OFFERED, entries

HERE = product.ROOT / "packaging" / "windows"
WIX = {"": "http://schemas.microsoft.com/wix/2006/wi"}
WRITTEN = re.compile(r"WriteRegStr HKCU '(.*)' '(.*)' '(.*)'")


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="they are made on Linux")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "Toque"
    for name in (
        "Toque.exe",
        "toque-cli.exe",
        "_internal/base.zip",
        "_internal/a b/é.txt",
        "_internal/base (2).zip",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def package(frozen: Path, version: str = "1.2.3") -> ET.Element:
    below = frozen.parent
    return ET.fromstring(msi.wxs(frozen.relative_to(below), Path("toque.ico"), version, below=below))  # noqa: S314


def macro(frozen: Path, name: str) -> list[str]:
    match = re.search(rf"!macro {name}\n(.*?)!macroend", registration.nsis_macros(frozen), re.DOTALL)
    assert match is not None
    return [line.strip() for line in match[1].splitlines()]


# --- what is registered -----------------------------------------------------------------------------------


def test_setup_registers_what_the_program_would(frozen: Path) -> None:
    folder = r"C:\Users\Ana Maria\Programs\Toque"
    written = [WRITTEN.fullmatch(line) for line in macro(frozen, "RegisterLinks")]
    found = [match.groups() for match in written if match]
    wanted = [(each.key, each.name, each.text) for each in entries((rf"{folder}\Toque.exe",))]
    assert [(key, name, text.replace("$INSTDIR", folder)) for key, name, text in found] == wanted


def test_setup_removes_all_that_it_registers(frozen: Path) -> None:
    lines = macro(frozen, "UnregisterLinks")
    removed = tuple(match[1] for line in lines if (match := re.fullmatch(r"DeleteRegKey HKCU '(.*)'", line)))
    values = {
        match.groups()
        for line in lines
        if (match := re.fullmatch(r"DeleteRegValue HKCU '(.*)' '(.*)'", line))
    }
    for each in entries(("Toque.exe",)):
        assert each.key.startswith(removed) or (each.key, each.name) in values


def test_setup_removes_every_part_of_the_program(frozen: Path) -> None:
    assert macro(frozen, "RemoveProgram") == [
        r"Delete '$INSTDIR\Toque.exe'",
        r"RMDir /r '$INSTDIR\_internal'",
        r"Delete '$INSTDIR\toque-cli.exe'",
    ]


def test_a_text_that_nsis_would_read_differently_is_refused(frozen: Path) -> None:
    (frozen / "it's.txt").touch()
    with pytest.raises(ValueError, match="NSIS would read"):
        registration.nsis_macros(frozen)


def test_the_package_registers_what_the_program_would(frozen: Path) -> None:
    folder = "C:\\Program Files\\Toque\\"
    values = package(frozen).findall(".//Component[@Id='Links']/RegistryValue", WIX)
    found = [(each.get("Key"), each.get("Name", ""), each.get("Value", "")) for each in values]
    wanted = [(each.key, each.name, each.text) for each in entries((f"{folder}Toque.exe",))]
    assert [(key, name, text.replace("[INSTALLDIR]", folder)) for key, name, text in found] == wanted
    assert {each.get("Root") for each in values} == {"HKLM"}


def test_every_kind_of_link_is_among_them() -> None:
    assert {"tel", "callto", "toque"} <= set(OFFERED)
    assert product.LINKS == OFFERED


def test_shortcuts_and_windows_are_one_program_to_windows() -> None:
    assert product.IDENTIFIER == APP_USER_MODEL_ID


# --- the package ------------------------------------------------------------------------------------------


def test_the_package_has_every_file_in_its_folder(frozen: Path) -> None:
    found = {}

    def walk(directory: ET.Element, path: PurePosixPath) -> None:
        for each in directory.findall("Directory", WIX):
            walk(each, path / each.get("Name", ""))
        for file in directory.findall("Component/File", WIX):
            found[str(path / file.get("Name", ""))] = file.get("Source")

    (folder,) = package(frozen).findall(".//Directory[@Id='INSTALLDIR']", WIX)
    walk(folder, PurePosixPath())
    files = {str(each.relative_to(frozen)) for each in frozen.rglob("*") if each.is_file()}
    assert found == {name: f"Toque/{name}" for name in files}


def test_every_component_is_installed_once(frozen: Path) -> None:
    root = package(frozen)
    components = [each.get("Id") for each in root.findall(".//Component", WIX)]
    assert sorted(each.get("Id", "") for each in root.findall(".//ComponentRef", WIX)) == sorted(
        map(str, components)
    )
    for kind in ("Component", "File", "Directory", "Shortcut", "Property"):
        ids = [each.get("Id") for each in root.iter(f"{{{WIX['']}}}{kind}")]
        assert len(ids) == len(set(ids)), kind
    guids = [each.get("Guid") for each in root.findall(".//Component", WIX)]
    assert len(guids) == len(set(guids))
    assert all(len(each.findall("*[@KeyPath='yes']", WIX)) == 1 for each in root.findall(".//Component", WIX))


def test_a_file_is_the_same_component_in_every_version(frozen: Path) -> None:
    def guids(version: str) -> dict[str, str]:
        components = package(frozen, version).findall(".//Component", WIX)
        return {each.get("Id", ""): each.get("Guid", "") for each in components}

    before = guids("1.2.3")
    (frozen / "_internal" / "another.txt").touch()
    after = guids("1.3.0")
    assert before.items() < after.items()
    assert str(msi.component_id(PurePosixPath("Toque.exe"))) == "17b76da3-4b58-5bb6-9de5-cce28646cfa8"


def test_every_version_is_another_product_of_one_line(frozen: Path) -> None:
    one, two = (package(frozen, version).find("Product", WIX) for version in ("1.2.3", "1.2.4"))
    assert one is not None
    assert two is not None
    assert one.get("Id") != two.get("Id")
    assert one.get("UpgradeCode") == two.get("UpgradeCode") == "64EC6FEC-4DE4-4B26-9743-8063B40CF67D"
    assert (one.get("Version"), two.get("Version")) == ("1.2.3", "1.2.4")


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3rc1", "", "256.0.0", "1.256.0"])
def test_a_version_that_windows_cannot_count_is_refused(frozen: Path, version: str) -> None:
    with pytest.raises(ValueError, match=r"unpack|invalid literal|counts to 255"):
        package(frozen, version)


def test_windows_counts_with_four_numbers() -> None:
    assert product.four_numbers("1.2.3") == (1, 2, 3, 0)
    assert len(product.four_numbers()) == 4


# --- what setup says --------------------------------------------------------------------------------------


def test_setup_says_everything_in_three_languages() -> None:
    messages = (HERE / "messages.nsh").read_text(encoding="utf-8")
    said = re.findall(r"!insertmacro Say (\w+) \\\n((?:  \".*\"(?: \\)?\n){3})", messages)
    assert len(said) == messages.count("!insertmacro Say ")
    script = (HERE / "toque.nsi").read_text(encoding="utf-8")
    assert {name for name, _ in said} == set(re.findall(r"\$\((\w+)\)", script)) - {"NAME"}
    for name, texts in said:
        variables = [sorted(re.findall(r"\$\{?\w+", line)) for line in texts.splitlines()]
        assert variables[0] == variables[1] == variables[2], name
