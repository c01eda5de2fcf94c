from __future__ import annotations

from typing import Any

from product import VERSION
from release.sbom import bill


def component(name: str, marker: str = "") -> dict[str, Any]:
    properties = [{"name": "uv:package:marker", "value": marker}] if marker else []
    return {"type": "library", "bom-ref": name, "name": name, "version": "1", "properties": properties}


def listed() -> dict[str, Any]:
    return bill(
        {
            "bomFormat": "CycloneDX",
            "specVersion": "1.5",
            "metadata": {"component": {"type": "library", "bom-ref": "root", "name": "toque"}},
            "components": [
                component("everywhere"),
                component("old", "python_full_version < '3.12'"),
                component("new", "python_full_version >= '3.12'"),
                component("mac", "sys_platform == 'darwin'"),
                component("nowhere", "sys_platform == 'cygwin'"),
            ],
            "dependencies": [
                {"ref": "root", "dependsOn": ["everywhere", "old", "new", "mac", "nowhere"]},
                {"ref": "old", "dependsOn": ["everywhere"]},
                {"ref": "new"},
            ],
        },
        "3.14",
    )


def test_it_lists_what_the_frozen_python_needs_on_any_system_and_that_python() -> None:
    assert [(each["name"], each["version"]) for each in listed()["components"]] == [
        *[("everywhere", "1"), ("new", "1"), ("mac", "1")],
        ("CPython", "3.14"),
    ]


def test_nothing_in_it_depends_on_what_it_does_not_list() -> None:
    assert listed()["dependencies"] == [
        {"ref": "root", "dependsOn": ["everywhere", "new", "mac"]},
        {"ref": "new", "dependsOn": []},
    ]


def test_it_says_what_it_is_a_list_of() -> None:
    described = listed()["metadata"]["component"]
    assert (described["type"], described["name"], described["version"]) == ("application", "toque", VERSION)
