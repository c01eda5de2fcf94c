"""What is said of a version: its section of the change log.

`python packaging/release/notes.py` prints that of the version that the program has; with `--tag v1.2.3` it
fails if this is not the tag of that version, which is how a release begins.
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from product import ROOT, VERSION

_HEADING = re.compile(r"^## +\[?([^\]\s]+)", re.MULTILINE)


def section(changelog: str, version: str) -> str:
    """Return what stands below a version's heading. Raises ValueError if it has none, or nothing below it."""
    parts = _HEADING.split(changelog)
    for name, rest in zip(parts[1::2], parts[2::2], strict=True):
        if name.removeprefix("v") == version:
            _, _, text = rest.partition("\n")
            if any(line.lstrip().startswith(("-", "*")) for line in text.splitlines()):
                return text.strip() + "\n"
            raise ValueError(f"CHANGELOG.md says nothing of {version}.")
    raise ValueError(f"CHANGELOG.md has no section {version}.")


def main() -> int:
    """Print the section; 1 and the reason on stderr if there is nothing to release."""
    parser = argparse.ArgumentParser(description="Prints what is new in this version.")
    parser.add_argument("--tag", help="fail unless this is the version's tag")
    given = parser.parse_args()
    if given.tag not in (None, f"v{VERSION}"):
        print(f"The tag {given.tag} is not that of {VERSION}, which app/__init__.py has.", file=sys.stderr)
        return 1
    try:
        print(section((ROOT / "CHANGELOG.md").read_text("utf-8"), VERSION), end="")
    except ValueError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
