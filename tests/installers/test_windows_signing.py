"""Signing, with a certificate made here: every program that Windows asks about carries a signature."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import product
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from executables import CONSOLE, WINDOW
from windows_kinds import BUILD, SetupExe, Version

if TYPE_CHECKING:
    from pathlib import Path

    from windows_machine import WindowsMachine

PASSWORD = "opens the key"
PROGRAM = "int main(void) { return 0; }\n"


@dataclass(frozen=True, slots=True)
class Signer:
    """A certificate that signs programs; `environment` is what the build is to be told of it."""

    certificate: Path
    environment: dict[str, str]


@pytest.fixture(params=["PEM", "PFX"])
def signer(request: pytest.FixtureRequest, tmp_path: Path) -> Signer:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "A test of Toque")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )
    sealed = serialization.BestAvailableEncryption(PASSWORD.encode())
    files = {name: tmp_path / name for name in ("certificate.pem", "key.pem", "both.pfx", "password")}
    pem = serialization.Encoding.PEM
    files["certificate.pem"].write_bytes(certificate.public_bytes(pem))
    files["key.pem"].write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, sealed))
    files["both.pfx"].write_bytes(
        pkcs12.serialize_key_and_certificates(b"toque", key, certificate, None, sealed)
    )
    files["password"].write_text(PASSWORD, encoding="utf-8")
    if request.param == "PEM":
        given = {"TOQUE_SIGN_CERTIFICATE": files["certificate.pem"], "TOQUE_SIGN_KEY": files["key.pem"]}
    else:
        given = {"TOQUE_SIGN_PFX": files["both.pfx"]}
    given["TOQUE_SIGN_PASSWORD_FILE"] = files["password"]
    return Signer(files["certificate.pem"], {name: str(file) for name, file in given.items()})


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Something small to be put into the installers."""
    folder = tmp_path / "small" / product.NAME
    (folder / "_internal").mkdir(parents=True)
    (folder / "_internal" / "a.txt").write_text("a\n", encoding="utf-8")
    source = tmp_path / "program.c"
    source.write_text(PROGRAM, encoding="utf-8")
    for name in (WINDOW, CONSOLE):
        subprocess.run(["x86_64-w64-mingw32-gcc", "-s", "-o", folder / name, source], check=True)
    return folder


def is_signed(file: Path, signer: Signer) -> bool:
    verify = ["osslsigncode", "verify", "-CAfile", signer.certificate, "-in", file]
    return subprocess.run(verify, capture_output=True, check=False).returncode == 0


def test_programs_installers_and_uninstaller_are_signed(
    signer: Signer, frozen: Path, tmp_path: Path, clean: WindowsMachine
) -> None:
    into = tmp_path / "dist"
    done = subprocess.run(
        [sys.executable, BUILD, frozen, "--into", into, "--quick"],
        env=os.environ | signer.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert PASSWORD not in done.stdout + done.stderr
    kind, version = SetupExe(), Version(product.VERSION, frozen, into)
    assert {each.name for each in into.iterdir() if is_signed(each, signer)} >= {
        version.installer(".msi").name,
        version.installer("-setup.exe").name,
    }
    assert kind.install(clean, version).code == 0
    programs = {each.name for each in kind.folder(clean).glob("*.exe")}
    assert programs == {WINDOW, CONSOLE, "uninstall.exe"}
    assert {name for name in programs if is_signed(kind.folder(clean) / name, signer)} == programs
    assert not is_signed(frozen / WINDOW, signer)  # what was given is left as it was
    kind.uninstall(clean)


def test_without_a_certificate_nothing_is_signed(frozen: Path, signer: Signer, tmp_path: Path) -> None:
    subprocess.run([sys.executable, BUILD, frozen, "--into", tmp_path / "dist", "--quick"], check=True)
    for file in (tmp_path / "dist").iterdir():
        assert not is_signed(file, signer)
