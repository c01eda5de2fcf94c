"""Lists what the installers are made of: `python packaging/release/sbom.py --python 3.14 --into dist`.

A CycloneDX file out of `uv.lock`, without what is locked for other Pythons than
the one that is frozen, and with that one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from packaging.markers import Marker
from product import COMMAND, DESCRIPTION, LICENCE, NAME, ROOT, VERSION

SYSTEMS = (
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "arm64"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix", "platform_machine": "x86_64"},
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix", "platform_machine": "x86_64"},
)
"""Those for which there are installers."""


def main() -> None:
    """Write the file and say where it is."""
    parser = argparse.ArgumentParser(description="Lists what the installers are made of.")
    parser.add_argument("--python", required=True, help="the Python that is frozen, such as 3.14")
    parser.add_argument("--into", type=Path, required=True, help="folder for the list")
    given = parser.parse_args()
    export = ["uv", "export", "--locked", "--no-dev", "--quiet", "--preview-features", "sbom-export"]
    done = subprocess.run(
        [*export, "--format", "cyclonedx1.5"], check=True, cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    file = given.into / f"{NAME}-{VERSION}.cdx.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(bill(json.loads(done.stdout), given.python), indent=2) + "\n", "utf-8")
    print(file)


def bill(exported: dict[str, Any], python: str) -> dict[str, Any]:
    """Return what uv exported, with only what this Python needs, and with what the program is."""
    kept = [each for each in exported["components"] if _is_needed(each, python)]
    root = exported["metadata"]["component"]
    known = {each["bom-ref"] for each in kept} | {root["bom-ref"]}
    described = root | {
        "type": "application",
        "name": COMMAND,
        "version": VERSION,
        "description": DESCRIPTION,
        "licenses": [{"license": {"id": LICENCE}}],
    }
    return exported | {
        "metadata": exported["metadata"] | {"component": described},
        "components": [
            *kept,
            {"type": "library", "bom-ref": "cpython", "name": "CPython", "version": python},
        ],
        "dependencies": [
            each | {"dependsOn": [ref for ref in each.get("dependsOn", []) if ref in known]}
            for each in exported["dependencies"]
            if each["ref"] in known
        ],
    }


def _is_needed(component: dict[str, Any], python: str) -> bool:
    markers = [
        Marker(each["value"])
        for each in component.get("properties", [])
        if each["name"] == "uv:package:marker"
    ]
    version = {"python_version": python, "python_full_version": f"{python}.0"}
    return not markers or any(
        marker.evaluate({**version, **system}) for marker in markers for system in SYSTEMS
    )


if __name__ == "__main__":
    main()
