"""Builds the disk image on macOS: `python packaging/macos/build.py --work build/macos --into dist`.

One image for each kind of processor, `Toque-1.2.3-macos-arm64.dmg` and `…-x86_64.dmg`, each built on a
machine of its kind. PySide6's wheels hold both, but PyAV's, msgspec's and others' hold one, so a program for
both would have to be glued together out of two installations, to twice the size. Who signs: see signing.py.
"""

from __future__ import annotations

import argparse
import os
import platform
import plistlib
import subprocess
import sys
import sysconfig
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from macos.info_plist import MINIMUM_MACOS, info_plist
from macos.signing import notarize, signer
from product import NAME, VERSION

HERE = Path(__file__).resolve().parent


def main() -> None:
    """Freeze, sign, notarize, pack, sign and notarize the image."""
    parser = argparse.ArgumentParser(description="Builds Toque's disk image.")
    parser.add_argument("--work", type=Path, required=True, help="folder for what is in between")
    parser.add_argument("--into", type=Path, required=True, help="folder for the disk image")
    given = parser.parse_args()
    if unfit := why_unfit():
        parser.error(unfit)
    work = given.work.resolve()
    print(build(freeze(work), work, given.into.resolve()))


def build(app: Path, work: Path, into: Path) -> Path:
    """Sign and pack a frozen bundle; return the finished image."""
    into.mkdir(parents=True, exist_ok=True)
    image, zipped = into / image_name(platform.machine()), work / f"{NAME}.zip"
    check_info(app)
    with signer(os.environ) as signs:
        signs.sign_bundle(app)
        # ditto, because a zip without symlinks breaks the signature of every framework
        subprocess.run(["ditto", "-c", "-k", "--keepParent", app, zipped], check=True)
        is_notarized = notarize((zipped, app), os.environ)
        pack(app, image)
        signs.sign_image(image)
        notarize((image,), os.environ)
    if is_notarized:
        assess = ["spctl", "--assess", "--verbose=2"]
        subprocess.run([*assess, "--type", "execute", app], check=True)
        subprocess.run(
            [*assess, "--type", "open", "--context", "context:primary-signature", image], check=True
        )
    return image


def freeze(work: Path) -> Path:
    """Return the bundle, frozen now."""
    subprocess.run(
        [sys.executable, HERE.parent / "freeze.py", "--work", work / "freezing", "--into", work / "frozen"],
        check=True,
    )
    return work / "frozen" / f"{NAME}.app"


def image_name(machine: str) -> str:
    """Return the image's name for arm64 or x86_64."""
    return f"{NAME}-{VERSION}-macos-{machine}.dmg"


def why_unfit() -> str:
    """Return why this machine or its Python cannot build; empty if they can."""
    if sys.platform != "darwin":
        return "A disk image can be built only on macOS."
    if not sysconfig.get_config_var("PYTHONFRAMEWORK"):
        return (
            "This Python brings a libffi of its own, whose callbacks the hardened runtime stops."
            " Build with the one from python.org."
        )
    needs = str(sysconfig.get_config_var("MACOSX_DEPLOYMENT_TARGET"))
    if _numbers(needs) > _numbers(MINIMUM_MACOS):
        return (
            f"This Python needs macOS {needs}, and Toque promises {MINIMUM_MACOS}. Build with python.org's."
        )
    return ""


def check_info(app: Path) -> None:
    """Raise ValueError unless the bundle says of itself what it should."""
    found = plistlib.loads((app / "Contents/Info.plist").read_bytes())
    if differing := {key for key, value in info_plist().items() if found.get(key) != value}:
        raise ValueError(f"{app.name}'s Info.plist differs in {', '.join(sorted(differing))}.")


def pack(app: Path, image: Path) -> None:
    """Write the disk image."""
    import dmgbuild

    icon = next((app / "Contents/Resources").glob("*.icns"))
    dmgbuild.build_dmg(
        str(image),
        NAME,
        settings_file=str(HERE / "dmg_settings.py"),
        defines={"app": str(app), "icon": str(icon)},
    )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


if __name__ == "__main__":
    main()
