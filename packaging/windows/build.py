"""Builds Windows' installers of a frozen folder: `python packaging/windows/build.py [FOLDER]`.

Makes `dist/Toque-VERSION-setup.exe` for one user, `dist/Toque-VERSION.msi` for all users of a computer, and
beside them a list of what makes them up. They are signed where a certificate is given (sign.py).
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import icons
import product
import sizes
from executables import CONSOLE, WINDOW
from msi import make_msi
from setup_exe import make_setup
from sign import is_given, sign

SETUP_LIMIT = 70 * 1024 * 1024
"""In bytes: what an operator may be asked to download."""


def main() -> None:
    """Build; ends with a sentence where that cannot be done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument(
        "frozen", type=Path, nargs="?", default=product.ROOT / "build" / "windows" / product.NAME
    )
    parser.add_argument("--into", type=Path, default=product.ROOT / "dist")
    parser.add_argument(
        "--version", default=product.VERSION, help="what the installers say, for a test of upgrades"
    )
    parser.add_argument("--quick", action="store_true", help="less compressed, for a test")
    options = parser.parse_args()
    build(options.frozen, options.into, options.version, quick=options.quick)


def build(
    frozen: Path, into: Path, version: str = product.VERSION, *, quick: bool = False
) -> tuple[Path, Path]:
    """Build both into a folder; return them."""
    into.mkdir(parents=True, exist_ok=True)
    setup, msi = (into / f"{product.NAME}-{version}{end}" for end in ("-setup.exe", ".msi"))
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        icon = icons.write_ico(work / "toque.ico")
        content = work / product.NAME
        shutil.copytree(frozen, content)
        if is_given():
            sign([content / WINDOW, content / CONSOLE])
        make_setup(content, icon, setup, work, version, quick=quick)
        make_msi(content, icon, msi, work, version)
    if is_given():
        sign([setup, msi])
    listed = into / f"{product.NAME}-{version}-windows-sizes.txt"
    with listed.open("w", encoding="utf-8") as opened, redirect_stdout(opened):
        sizes.main(frozen, setup, msi)
    print(listed.read_text(encoding="utf-8"), end="")
    if not quick and setup.stat().st_size > SETUP_LIMIT:
        raise SystemExit(f"{setup.name} is larger than {SETUP_LIMIT // 1024**2} MB.")
    return setup, msi


if __name__ == "__main__":
    main()
