"""Installs a disk image as somebody does by hand, and has what was installed prove itself.

`python packaging/macos/try_image.py dist/Toque-1.2.3-macos-arm64.dmg`: the image is opened, the bundle copied
where another would go, the image closed; then the program's own `--smoke-test` runs.
"""

from __future__ import annotations

import platform
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from product import NAME

_STARTS_WITHIN_S = 300


def main() -> int:
    """Try the images that were named; 0 if each is in order."""
    return max((try_image(Path(name).resolve()) for name in sys.argv[1:]), default=2)


def try_image(image: Path) -> int:
    """Return the exit code of the smoke test of what the image holds."""
    subprocess.run(["hdiutil", "verify", image], check=True)
    with tempfile.TemporaryDirectory() as folder:
        app = install(image, Path(folder))
        executable = app / "Contents/MacOS" / NAME
        subprocess.run(["codesign", "--verify", "--deep", "--strict", app], check=True)
        held = subprocess.run(["lipo", "-archs", executable], check=True, capture_output=True, text=True)
        if held.stdout.split() != [platform.machine()]:
            print(f"The executable is for {held.stdout.strip()}, not only for {platform.machine()}.")
            return 1
        report = Path(folder, "report.txt")
        done = subprocess.run(
            [executable, "--smoke-test", report],
            check=False,
            timeout=_STARTS_WITHIN_S,
            stdin=subprocess.DEVNULL,
        )
        print(report.read_text("utf-8") if report.exists() else "The program wrote no report.")
        return done.returncode


def install(image: Path, into: Path) -> Path:
    """Copy the bundle out of the image and return where it is."""
    volume, app = into / "volume", into / f"{NAME}.app"
    subprocess.run(
        ["hdiutil", "attach", "-nobrowse", "-readonly", "-noautoopen", "-mountpoint", volume, image],
        check=True,
    )
    try:
        if not (volume / "Applications").is_symlink():
            raise ValueError("The image has no link to Applications.")
        subprocess.run(["ditto", volume / app.name, app], check=True)
    finally:
        subprocess.run(["hdiutil", "detach", volume, "-force"], check=True)
    return app


if __name__ == "__main__":
    sys.exit(main())
