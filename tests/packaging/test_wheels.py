"""Every dependency can be installed on every system without a compiler: the lock file has a wheel for it."""

from __future__ import annotations

import tomllib
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from macos.info_plist import MINIMUM_MACOS

if TYPE_CHECKING:
    from collections.abc import Iterator
from packaging.markers import Marker
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).parents[2]
LOCK: list[dict[str, Any]] = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
PYTHONS = [(3, 11), (3, 12), (3, 13), (3, 14)]
GLIBC = 35
"""Of Ubuntu 22.04, on which the Linux installers are built; PySide6 asks for 34."""
MACOS = tuple(map(int, MINIMUM_MACOS.split(".")))
SYSTEMS = {
    "macOS, Apple silicon": ("darwin", "Darwin", "arm64", list(mac_platforms((MACOS[0], 0), "arm64"))),
    "macOS, Intel": ("darwin", "Darwin", "x86_64", list(mac_platforms((MACOS[0], 0), "x86_64"))),
    "Windows": ("win32", "Windows", "AMD64", ["win_amd64"]),
    "Linux": (
        "linux",
        "Linux",
        "x86_64",
        [f"manylinux_2_{minor}_x86_64" for minor in range(GLIBC, 4, -1)]
        + ["manylinux2014_x86_64", "manylinux2010_x86_64", "manylinux1_x86_64"],
    ),
}


def environment(system: str, python: tuple[int, int]) -> dict[str, str]:
    sys_platform, platform_system, machine, _ = SYSTEMS[system]
    return {
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "os_name": "nt" if sys_platform == "win32" else "posix",
        "sys_platform": sys_platform,
        "platform_system": platform_system,
        "platform_machine": machine,
        "python_version": "{}.{}".format(*python),
        "python_full_version": "{}.{}.0".format(*python),
        "implementation_version": "{}.{}.0".format(*python),
        "platform_release": "",
        "platform_version": "",
    }


def locked(surroundings: dict[str, str]) -> Iterator[dict[str, Any]]:
    """Yield what is installed to run and to freeze the program."""
    root = next(package for package in LOCK if package["name"] == "toque")
    waiting = [*root["dependencies"], *root["dev-dependencies"]["packaging"]]
    seen: set[tuple[str, str]] = set()
    while waiting:
        wanted = waiting.pop()
        if "marker" in wanted and not Marker(wanted["marker"]).evaluate(surroundings):
            continue
        package = found(wanted, surroundings)
        key = (package["name"], ",".join(wanted.get("extra", [])))
        if key in seen:
            continue
        seen.add(key)
        yield package
        waiting += package.get("dependencies", [])
        for extra in wanted.get("extra", []):
            waiting += package.get("optional-dependencies", {}).get(extra, [])


def found(wanted: dict[str, Any], surroundings: dict[str, str]) -> dict[str, Any]:
    """Return the one package that the lock file means."""
    [package] = [
        package
        for package in LOCK
        if package["name"] == wanted["name"]
        and wanted.get("version", package["version"]) == package["version"]
        and any(
            Marker(each).evaluate(surroundings)
            for each in package.get("resolution-markers", ["os_name != ''"])
        )
    ]
    return package


def usable(system: str, python: tuple[int, int]) -> set[Tag]:
    platforms = SYSTEMS[system][3]
    interpreter = "cp{}{}".format(*python)
    return set(
        chain(
            cpython_tags(python, platforms=platforms, abis=[interpreter]),
            compatible_tags(python, interpreter=interpreter, platforms=platforms),
        )
    )


def wheel_names(package: dict[str, Any]) -> list[str]:
    return [wheel["url"].rpartition("/")[2] for wheel in package.get("wheels", [])]


@pytest.mark.parametrize("python", PYTHONS, ids=lambda python: "{}.{}".format(*python))
@pytest.mark.parametrize("system", SYSTEMS)
def test_everything_has_a_wheel(system: str, python: tuple[int, int]) -> None:
    tags = usable(system, python)
    packages = list(locked(environment(system, python)))
    assert {"av", "pynacl", "pyinstaller", "pyside6-addons", "shiboken6"} <= {p["name"] for p in packages}
    without = [
        f"{package['name']} {package['version']}"
        for package in packages
        if not any(tags & parse_wheel_filename(name)[3] for name in wheel_names(package))
    ]
    assert not without


@pytest.mark.parametrize("machine", ["macOS, Apple silicon", "macOS, Intel"])
def test_the_bundle_asks_for_no_older_macos_than_its_wheels(machine: str) -> None:
    architecture = SYSTEMS[machine][2]
    needed = (0, 0)
    for package in locked(environment(machine, PYTHONS[-1])):
        offered = [
            (int(major), int(minor))
            for name in wheel_names(package)
            for tag in parse_wheel_filename(name)[3]
            if tag.platform.startswith("macosx_") and not tag.abi.endswith("t")
            for _, major, minor, of in [tag.platform.split("_", 3)]
            if of in (architecture, "universal2")
        ]
        if offered:
            needed = max(needed, min(offered))
    assert needed == (MACOS[0], 0), "what do the new ones need? info_plist.py says what the old ones did"
