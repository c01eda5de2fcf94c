"""Signs the bundle from the inside out, with the hardened runtime, and has Apple notarize it.

Which certificate: that of MACOS_CERTIFICATE (a .p12 in Base64, of kind "Developer ID Application") with
MACOS_CERTIFICATE_PASSWORD; without these, an ad-hoc signature, with which a bundle runs on Apple silicon, but
which Gatekeeper stops after a download. Notarization: with the App Store Connect key of NOTARY_KEY (the .p8
itself), NOTARY_KEY_ID and NOTARY_ISSUER. Secrets come from the environment and travel through stdin and
private files, never on a command line, which every user of the machine can read.

The .p12 must be one that macOS's `security` reads: as Keychain Access exports it, or by `openssl … -legacy`.
"""

from __future__ import annotations

import base64
import binascii
import contextlib
import plistlib
import re
import secrets
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from macos.info_plist import entitlements

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

AD_HOC = "-"
_MACH_O = (
    b"\xcf\xfa\xed\xfe",  # 64 bits
    b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",  # several architectures
    b"\xca\xfe\xba\xbf",
)
_IDENTITY = re.compile(r'\b([0-9A-F]{40})\b "Developer ID Application:')
_SUBMISSION = re.compile(r"\bid: ([0-9a-f-]{36})\b")
_NOTARIZING_TAKES_AT_MOST = "45m"  # minutes as a rule; Apple's queue has had worse days


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs: a certificate in a keychain, or nobody."""

    identity: str = AD_HOC
    keychain: Path | None = None

    def command(self, *paths: Path, entitled: Path | None = None, is_code: bool = True) -> list[str]:
        """Return the command that signs paths, one after the other."""
        return [
            *("codesign", "--force", "--sign", self.identity),
            *(("--keychain", str(self.keychain)) if self.keychain else ()),
            "--timestamp=none" if self.identity == AD_HOC else "--timestamp",
            *(("--options", "runtime") if is_code else ()),
            *(("--entitlements", str(entitled)) if entitled else ()),
            *map(str, paths),
        ]

    def sign_bundle(self, app: Path) -> None:
        """Sign every library, every framework and then the bundle, and check it as Gatekeeper would."""
        libraries, frameworks = inside_out(app)
        for paths in filter(None, (libraries, frameworks)):
            _run(*self.command(*paths))
        with tempfile.NamedTemporaryFile(suffix=".plist") as file:
            plistlib.dump(entitlements(has_team=self.identity != AD_HOC), file)
            file.flush()
            _run(*self.command(app, entitled=Path(file.name)))
        _run("codesign", "--verify", "--deep", "--strict", "--verbose=2", str(app))

    def sign_image(self, image: Path) -> None:
        """Sign a disk image, where there is a certificate: Gatekeeper asks nothing of an ad-hoc signature."""
        if self.identity != AD_HOC:
            _run(*self.command(image, is_code=False))


def inside_out(app: Path) -> tuple[list[Path], list[Path]]:
    """Return the libraries to sign, then the frameworks, each before what it lies in; the bundle comes last.

    A framework's own library is signed as the framework, the bundle's executable as the bundle. What is
    reached through a symlink is signed where it lies.
    """
    executable = app / "Contents/MacOS" / app.stem
    libraries, frameworks = [], []
    for path in sorted(app.rglob("*"), key=lambda path: (-len(path.parts), path)):
        if path.is_symlink() or path == executable:
            continue
        if path.is_dir() and path.parent.name == "Versions" and path.parent.parent.suffix == ".framework":
            frameworks.append(path)
        elif path.is_file() and _is_mach_o(path) and not _is_of_framework(path):
            libraries.append(path)
    return libraries, frameworks


@contextlib.contextmanager
def signer(environment: Mapping[str, str]) -> Iterator[Signer]:
    """Give the signer of the certificate in the environment, in a keychain that is gone afterwards.

    Raises ValueError if the certificate cannot be used.
    """
    certificate = environment.get("MACOS_CERTIFICATE", "")
    if not certificate:
        yield Signer()
        return
    try:
        contents = base64.b64decode("".join(certificate.split()), validate=True)
    except binascii.Error:
        raise ValueError("MACOS_CERTIFICATE is not Base64.") from None
    with tempfile.TemporaryDirectory() as folder:
        file, keychain = Path(folder, "certificate.p12"), Path(folder, "signing.keychain-db")
        _write_private(file, contents)
        password = environment.get("MACOS_CERTIFICATE_PASSWORD", "")
        script = keychain_script(keychain, file, password, secrets.token_hex(32))
        # -i: the commands come through stdin, and so do the passwords. Its exit code is the last command's.
        made = subprocess.run(["security", "-i"], input=script, text=True, check=False, capture_output=True)
        file.unlink()
        others = _searched_keychains()
        _run("security", "list-keychains", "-d", "user", "-s", str(keychain), *others)  # codesign looks there
        try:
            yield Signer(_identity_in(keychain, made.stderr.replace(password or "\n", " ")), keychain)
        finally:
            _run("security", "list-keychains", "-d", "user", "-s", *others)
            _run("security", "delete-keychain", str(keychain))


def keychain_script(keychain: Path, certificate: Path, password: str, own_password: str) -> str:
    """Return what `security -i` is to do: make a keychain and let codesign alone use its certificate."""
    at, own, file, its = map(_quoted, (str(keychain), own_password, str(certificate), password))
    return (
        f"create-keychain -p {own} {at}\n"
        f"set-keychain-settings -u -t 21600 {at}\n"  # open for as long as a job may run
        f"unlock-keychain -p {own} {at}\n"
        f"import {file} -k {at} -f pkcs12 -P {its} -T /usr/bin/codesign\n"
        f"set-key-partition-list -S apple-tool:,apple:,codesign: -s -k {own} {at}\n"
    )


def notarize(paths: tuple[Path, ...], environment: Mapping[str, str]) -> bool:
    """Have Apple look through a bundle or an image and staple its word to it; False where there is no key.

    paths: what is submitted, then what gets the ticket, if that is another: a bundle is submitted zipped.
    """
    key = environment.get("NOTARY_KEY", "")
    if not key:
        return False
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "key.p8")
        _write_private(file, key.encode())
        key_of = (
            *("--key", str(file), "--key-id", environment["NOTARY_KEY_ID"]),
            *("--issuer", environment["NOTARY_ISSUER"]),
        )
        told = _run(
            *("xcrun", "notarytool", "submit", str(paths[0]), *key_of),
            *("--wait", "--timeout", _NOTARIZING_TAKES_AT_MOST),
        )
        if "status: Accepted" not in told and (submission := _SUBMISSION.search(told)):
            _run("xcrun", "notarytool", "log", submission[1], *key_of)  # why; then stapling fails
    _run("xcrun", "stapler", "staple", str(paths[-1]))
    _run("xcrun", "stapler", "validate", str(paths[-1]))
    return True


def _searched_keychains() -> list[str]:
    return [line.strip().strip('"') for line in _run("security", "list-keychains", "-d", "user").splitlines()]


def _identity_in(keychain: Path, complaint: str) -> str:
    found = _run("security", "find-identity", "-v", "-p", "codesigning", str(keychain))
    identity = _IDENTITY.search(found)
    if identity is None:
        raise ValueError(
            "MACOS_CERTIFICATE holds no valid certificate of kind “Developer ID Application”, or"
            f" MACOS_CERTIFICATE_PASSWORD is not its password. {complaint.strip()}"
        )
    return identity[1]


def _quoted(word: str) -> str:
    """Quote a word for `security -i`, whose lines are split as a shell splits them."""
    if any(character in word for character in "\0\r\n"):
        raise ValueError("A password of more than one line cannot be handed to `security`.")
    return '"' + word.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _write_private(path: Path, contents: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(contents)


def _is_mach_o(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) in _MACH_O


def _is_of_framework(path: Path) -> bool:
    """Whether a file is `X.framework/Versions/A/X`."""
    versions = path.parent.parent
    return versions.name == "Versions" and versions.parent.name == f"{path.name}.framework"


def _run(*command: str) -> str:
    """Run a command, whose words are no secrets, and return what it printed; show both."""
    print("+", *command, flush=True)
    done = subprocess.run(command, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    print(done.stdout, end="", flush=True)
    done.check_returncode()
    return done.stdout
