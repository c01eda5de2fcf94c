"""What goes into the frozen program, and what is said of it. Whether it is whole it says: --smoke-test."""

from __future__ import annotations

import os
import runpy
import struct
import subprocess
import sys
import xml.etree.ElementTree as ET
from importlib import metadata
from pathlib import Path, PurePosixPath

import executables
import icons
import launch
import licences
import locales
import pytest
import sizes
import trim
from product import NAME, PUBLISHER, ROOT, VERSION, four_numbers
from PySide6.QtGui import QImage

from app.desktop.own_command import own_command

LINUX_PLUGIN = "PySide6/Qt/plugins/platforms/libqxcb.so"


# --- What is left out -----------------------------------------------------------------------------------


def kept(system: str, *names: str) -> list[str]:
    """Return which of the files are kept, among others that every list of what is omitted wants to see."""
    omitted = [each.pattern.replace("*", "x") for each in trim.OMITTED[system]]
    entries = [(name, f"/{name}", "BINARY") for name in (*omitted, *names)]
    return [name for name, _, _ in trim.without_omitted(entries, system) if name in names]


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("linux", LINUX_PLUGIN),
        ("linux", "PySide6/Qt/plugins/platforms/libqoffscreen.so"),
        ("linux", "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so"),
        ("linux", "PySide6/Qt/translations/qtbase_pt_BR.qm"),
        ("linux", "keyring-25.7.0.dist-info/entry_points.txt"),
        ("win32", r"PySide6\plugins\imageformats\qsvg.dll"),
        ("win32", r"PySide6\plugins\multimedia\ffmpegmediaplugin.dll"),
        ("darwin", "PySide6/Qt/plugins/platforms/libqcocoa.dylib"),
    ],
)
def test_what_is_needed_is_kept(system: str, name: str) -> None:
    assert kept(system, name) == [name]


@pytest.mark.parametrize(
    ("system", "name"),
    [
        ("linux", "PySide6/Qt/plugins/platformthemes/libqgtk3.so"),
        ("linux", "PySide6/Qt/translations/qtbase_de.qm"),
        ("linux", "PySide6/Qt/plugins/tls/libqopensslbackend.so"),
        ("linux", "libstdc++.so.6"),
        ("win32", r"PySide6\opengl32sw.dll"),
        ("win32", r"PySide6\plugins\styles\qmodernwindowsstyle.dll"),
        ("darwin", "PySide6/Qt/plugins/multimedia/libdarwinmediaplugin.dylib"),
    ],
)
def test_what_nobody_needs_is_left_out(system: str, name: str) -> None:
    assert kept(system, name) == []


def test_a_list_that_names_what_is_not_there_any_more_stops_the_freezing() -> None:
    with pytest.raises(trim.Stale, match=r"plugins/tls"):
        trim.without_omitted([("PySide6/Qt/translations/qt_de.qm", "", "DATA")], "linux")


@pytest.mark.parametrize("omitted", [each for each in trim.OMITTED["linux"] if "plugins" in each.pattern])
@pytest.mark.skipif(sys.platform != "linux", reason="Qt's files have other names elsewhere")
def test_qt_has_what_is_left_out_of_it(omitted: trim.Omitted) -> None:
    files = [*(metadata.files("PySide6_Essentials") or ()), *(metadata.files("PySide6_Addons") or ())]
    assert any(omitted.matches(str(file)) for file in files)


def test_a_library_goes_with_the_last_that_linked_to_it() -> None:
    links = {"plugin": ["libused.so.1"], "used": ["libbelow.so.1", "libc.so.6"], "unused": ["libonly.so.1"]}
    libraries = {name: (f"lib{name}.so.1", name, "BINARY") for name in ("used", "below", "unused", "only")}
    link = ("libalso.so", "libunused.so.1", "SYMLINK")
    plugin = (LINUX_PLUGIN, "plugin", "BINARY")
    left = trim.without_orphans([plugin, *libraries.values(), link], imports=lambda path: links.get(path, []))
    assert left == [plugin, libraries["used"], libraries["below"]]


def test_a_framework_goes_as_a_whole() -> None:
    root = "PySide6/Qt/lib/QtPdf.framework"
    framework = [
        (f"{root}/Versions/A/QtPdf", "pdf", "BINARY"),
        (f"{root}/Versions/A/Resources/Info.plist", "plist", "DATA"),
        (f"{root}/Versions/Current", "A", "SYMLINK"),
        ("QtPdf", f"{root}/Versions/A/QtPdf", "SYMLINK"),
    ]
    used = ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "gui", "BINARY")
    module = ("PySide6/QtGui.abi3.so", "module", "EXTENSION")
    links = {"module": ["@rpath/QtGui.framework/Versions/A/QtGui"]}
    left = trim.without_orphans([module, used, *framework], imports=lambda path: links.get(path, []))
    assert left == [module, used]


def test_libraries_that_are_loaded_by_name_are_kept() -> None:
    entries = [
        (r"PySide6\plugins\platforms\qwindows.dll", "a", "BINARY"),
        ("python3.dll", "b", "BINARY"),
        ("libpython3.11.so.1.0", "c", "BINARY"),
        ("av.libs/libx264-d6533a8d.so.165", "d", "BINARY"),
        ("certifi/cacert.pem", "e", "DATA"),
    ]
    assert trim.without_orphans(entries, imports=lambda _: []) == entries


SIGNS = """
import sys
from babel import Locale, UnknownLocaleError, localedata
from babel.numbers import get_decimal_symbol
from phonenumbers import SUPPORTED_REGIONS

localedata._dirname = sys.argv[1] if len(sys.argv) > 1 else localedata._dirname
for region in sorted(SUPPORTED_REGIONS):
    try:
        print(region, get_decimal_symbol(Locale.parse(f"und_{region}")))
    except UnknownLocaleError:
        print(region)
for language in ("en", "pt", "es"):
    print(ascii(sorted(Locale(language).territories.items())))
"""


def test_babel_answers_as_before_with_what_is_left_of_it(tmp_path: Path) -> None:
    folder = Path(str(metadata.distribution("babel").locate_file("babel/locale-data")))
    files = locales.write_locales(folder, tmp_path / "locales")

    def answers(*arguments: str) -> str:
        command = [sys.executable, "-c", SIGNS, *arguments]
        return subprocess.run(  # noqa: S603 - ourselves
            command, capture_output=True, text=True, check=True, timeout=60
        ).stdout

    assert answers(str(tmp_path / "locales")) == answers()
    assert sum(file.stat().st_size for file in files) < 200_000


# --- What Windows reads ---------------------------------------------------------------------------------


@pytest.mark.parametrize("file", [executables.WINDOW, executables.CONSOLE])
def test_the_executables_say_name_and_version(file: str) -> None:
    texts = executables.version_texts(file)
    assert texts["ProductName"] == NAME
    assert texts["FileVersion"] == texts["ProductVersion"] == VERSION
    assert texts["CompanyName"] == PUBLISHER
    assert texts["OriginalFilename"] == file


@pytest.mark.skipif(sys.platform != "win32", reason="PyInstaller brings what it takes only on Windows")
def test_the_version_resource_has_them_and_the_numbers() -> None:
    pytest.importorskip("PyInstaller", reason="of the group `packaging`")
    info = executables.version_info(executables.WINDOW)
    assert (info.ffi.fileVersionMS >> 16, info.ffi.fileVersionMS & 0xFFFF) == four_numbers()[:2]
    strings = {each.name: each.val for each in info.kids[0].kids[0].kids}
    assert strings == executables.version_texts(executables.WINDOW)


def test_the_manifest_wants_sharp_windows_long_paths_and_no_administrator() -> None:
    tree = ET.fromstring(executables.MANIFEST)  # noqa: S314 - our own
    settings = {element.tag.rpartition("}")[2]: element for element in tree.iter()}
    assert settings["dpiAwareness"].text == "PerMonitorV2"
    assert settings["longPathAware"].text == "true"
    assert settings["requestedExecutionLevel"].get("level") == "asInvoker"
    assert settings["supportedOS"].get("Id") == "{8e0f7a12-bfb3-4fe8-b9a5-48fd50a15a9a}"


# --- Icons ----------------------------------------------------------------------------------------------


def is_drawn(image: QImage, size: int) -> bool:
    teal = image.pixelColor(size // 2, size // 8)
    is_clear = image.pixelColor(0, 0).alpha() == 0
    return (image.width(), image.height()) == (size, size) and is_clear and teal.green() > teal.red() + 40


def test_windows_finds_a_drawing_for_every_scaling(tmp_path: Path) -> None:
    data = icons.write_ico(tmp_path / "toque.ico").read_bytes()
    assert struct.unpack_from("<HHH", data) == (0, 1, len(icons.ICO_SIZES))
    for index, size in enumerate(icons.ICO_SIZES):
        entry = data[6 + 16 * index : 22 + 16 * index]
        width, _, _, _, planes, bits, length, at = struct.unpack("<BBBBHHII", entry)
        assert (width or 256, planes, bits) == (size, 1, 32)
        alone = data[:4] + b"\x01\x00" + entry[:12] + struct.pack("<I", 22) + data[at : at + length]
        assert is_drawn(QImage.fromData(alone, "ICO"), size)
    assert {16, 24, 32, 48, 256} <= set(icons.ICO_SIZES)
    assert at + length == len(data)


def test_macos_finds_a_drawing_of_every_kind(tmp_path: Path) -> None:
    data = icons.write_icns(tmp_path / "toque.icns").read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    found, at = {}, 8
    while at < len(data):
        kind, length = struct.unpack_from(">4sI", data, at)
        found[kind] = QImage.fromData(data[at + 8 : at + length], "PNG")
        at += length
    assert {kind: image.width() for kind, image in found.items()} == icons.ICNS_TYPES
    assert all(is_drawn(image, image.width()) for image in found.values())


def test_a_picture_has_the_size_that_is_asked_for(tmp_path: Path) -> None:
    assert is_drawn(QImage(str(icons.write_png(tmp_path / "toque.png", 128))), 128)


# --- Licences -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("av.libs/libx265-f5385bb8.so.216", "x265"),
        ("av.libs/libopencore-amrnb-d72c52e2.so.0.0.5", "OpenCORE AMR"),
        ("av.libs/libxcb-shape-7716c890.so.0.0.0", "libxcb"),
        (r"av.libs\libgcc_s_seh-1-4c0a762e4178b574f72d1ef1f8bb5fc9.dll", "GCC runtime library"),
        (r"av.libs\avcodec-62-984de33114b7fa384296817dec999c9d.dll", "FFmpeg, built with x264 and x265"),
        ("av/.dylibs/libSvtAv1Enc.4.1.0.dylib", "SVT-AV1"),
        ("cryptography/hazmat/bindings/_rust.abi3.so", "OpenSSL, in cryptography"),
        ("PySide6/Qt/lib/libavcodec.so.61", "FFmpeg, as Qt Multimedia brings it"),
        (r"PySide6\swscale-8.dll", "FFmpeg, as Qt Multimedia brings it"),
        ("PySide6/Qt/lib/libQt6Core.so.6", "Qt, PySide6 and shiboken6"),
    ],
)
def test_a_library_is_recognised_by_its_file(file: str, name: str) -> None:
    library = licences._library(PurePosixPath(file.replace("\\", "/")))
    assert library is not None
    assert library.name == name


def test_the_licence_of_every_library_in_pyavs_package_is_known() -> None:
    files = [PurePosixPath(str(file)) for file in metadata.files("av") or ()]
    libraries = [
        licences._library(file) for file in files if file.parts[0] == "av.libs" or ".dylibs" in file.parts
    ]
    assert libraries
    for library in filter(None, libraries):
        assert all((licences.TEXTS / f"{text}.txt").is_file() for text in library.texts)


def test_an_unknown_library_stops_the_freezing() -> None:
    with pytest.raises(licences.Unlicensed, match="libnew"):
        licences._library(PurePosixPath("av.libs/libnew-d6533a8d.so.1"))


def test_licences_name_toque_python_and_what_is_frozen(tmp_path: Path) -> None:
    modules = [("httpx._client", "", "PYMODULE"), ("app.main", "", "PYMODULE")]
    files = [
        ("PySide6/QtCore.abi3.so", "", "EXTENSION"),
        ("av.libs/libx264-d6533a8d.so.165", "", "DATA"),
        ("av.libs/libavcodec-5e6b81c2.so.62.28.102", "", "DATA"),
    ]
    text = licences.write_licences(tmp_path / "licenses.txt", modules, files).read_text(encoding="utf-8")
    for part in (
        (ROOT / "LICENSE").read_text(encoding="utf-8").strip(),
        f"Python {sys.version.split()[0]}",
        f"httpx {metadata.version('httpx')}\n",
        "Licence: LGPL-3.0-only",
        "Licence: GPL-2.0-or-later",
        "--enable-libx264",
        "GNU GENERAL PUBLIC LICENSE",
        "GNU LESSER GENERAL PUBLIC LICENSE",
    ):
        assert part in text


# --- How it begins --------------------------------------------------------------------------------------


def test_programs_that_it_starts_find_their_own_libraries(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    own = tmp_path / "_internal"
    monkeypatch.setattr(sys, "_MEIPASS", str(own), raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", f"{own}:/usr/local/lib")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/usr/local/lib")
    monkeypatch.setenv("QT_PLUGIN_PATH", str(own / "PySide6/Qt/plugins"))
    monkeypatch.setenv("QML2_IMPORT_PATH", "/home/ana/qml")
    launch._leave_others_alone()
    assert os.environ["LD_LIBRARY_PATH"] == "/usr/local/lib"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    assert "QT_PLUGIN_PATH" not in os.environ
    assert os.environ["QML2_IMPORT_PATH"] == "/home/ana/qml"


@pytest.mark.parametrize(
    ("words", "code"), [(["number", "+55 11 99999-0001"], 0), (["--version"], 0), (["--no-such-option"], 2)]
)
def test_without_a_console_it_prints_to_nobody(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    monkeypatch.setattr(sys, "argv", ["toque", *words])
    with pytest.raises(SystemExit) as ended:
        runpy.run_path(str(ROOT / "packaging" / "launch.py"), run_name="__main__")
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()
    assert ended.value.code == code


def test_the_console_program_has_the_system_start_the_other(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "executable", str(tmp_path / executables.CONSOLE))
    assert own_command() == (str(tmp_path / executables.WINDOW),)


def test_sizes_count_every_file_once(tmp_path: Path) -> None:
    for name, size in {"toque": 10, "_internal/av.libs/libx265.so.216": 30, "_internal/other": 2}.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(size))
    found = sizes.parts(tmp_path)
    assert found["FFmpeg and codecs in PyAV"] == 30
    assert found["all else"] == 2
    assert found.total() == 42
