"""Signs Windows programs and installers with osslsigncode, where a certificate is given.

    python packaging/windows/sign.py FILE…

The environment says with what; without a certificate nothing is done:

    TOQUE_SIGN_PFX         a PKCS#12 file with certificate and key, or
    TOQUE_SIGN_CERTIFICATE and TOQUE_SIGN_KEY    a PEM file each
    TOQUE_SIGN_PASSWORD_FILE    a file with the password of either, if it has one
    TOQUE_SIGN_TIMESTAMP   the URL of a timestamp server (RFC 3161); without it the signature ends with the
                           certificate

Passwords stand in a file: what is on a command line or in an environment is seen by others.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import product

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def is_given(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether there is a certificate to sign with."""
    return bool(environment.get("TOQUE_SIGN_PFX") or environment.get("TOQUE_SIGN_CERTIFICATE"))


def sign(files: Iterable[Path], environment: Mapping[str, str] = os.environ) -> None:
    """Sign each file in place. Raises CalledProcessError."""
    for file in files:
        signed = file.with_name(f"{file.name}.signed")
        signed.unlink(missing_ok=True)
        try:
            subprocess.run(
                [*_command(environment), "-in", file, "-out", signed], check=True, stdout=subprocess.DEVNULL
            )
            signed.replace(file)
        finally:
            signed.unlink(missing_ok=True)


def _command(environment: Mapping[str, str]) -> list[str]:
    command = ["osslsigncode", "sign", "-h", "sha256", "-n", product.NAME]
    if pfx := environment.get("TOQUE_SIGN_PFX"):
        command += ["-pkcs12", pfx]
    else:
        command += ["-certs", environment["TOQUE_SIGN_CERTIFICATE"], "-key", environment["TOQUE_SIGN_KEY"]]
    if password := environment.get("TOQUE_SIGN_PASSWORD_FILE"):
        command += ["-readpass", password]
    if timestamp := environment.get("TOQUE_SIGN_TIMESTAMP"):
        command += ["-ts", timestamp]
    return command


def main() -> None:
    """Sign what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("file", type=Path, nargs="+")
    files = parser.parse_args().file
    if is_given():
        sign(files)


if __name__ == "__main__":
    main()
