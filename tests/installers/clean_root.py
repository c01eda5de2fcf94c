"""A freshly installed Debian (or Ubuntu) of its own in a folder, with an operator who logs in there.

It is the release that runs here, in its smallest form. What is mounted for it is seen by it alone, and goes
with it, however the test ends.
"""

from __future__ import annotations

import os
import platform
import shlex
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

INSTALL_DEADLINE_S = 900
DEADLINE_S = 120
OPERATOR = "ana"
OPERATOR_ID = 4242
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"
_KEPT_OF_APT = ("Acquire::http::", "Acquire::https::", "Acquire::Check-", "Acquire::ForceIPv")
"""What this machine's apt must know to reach the packages."""
_MOUNTS = """
set -e
mount --rbind /proc "$1/proc"
mount --rbind /dev "$1/dev"
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
if [ -e /dev/fuse ]; then # everybody may use it, as on a desktop
    mknod -m 666 "$1/run/fuse" c 10 229
    mount --bind "$1/run/fuse" "$1/dev/fuse"
fi
echo mounted
exec sleep infinity
"""


def why_impossible() -> str:
    """Return why there can be no such folder here; empty if there can."""
    if not Path("/etc/debian_version").exists():
        return "packages are installed with apt"
    if os.geteuid() != 0:
        return "only root can install a system in a folder"
    return ""


class CleanRoot:
    """The system in `folder`, which is unpacked from `packed`; that is made first if it is not there."""

    def __init__(self, folder: Path, packed: Path) -> None:
        if not packed.exists():
            _install_system(folder.with_name(f"{folder.name}-made"), packed)
        folder.mkdir()
        _run("tar", "--extract", "--numeric-owner", "--file", str(packed), "--directory", str(folder))
        self.folder = folder
        self.home = folder / "home" / OPERATOR
        (folder / "tmp" / ".X11-unix").mkdir(exist_ok=True)
        Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)  # noqa: S108 - where X servers listen
        self._mounted = subprocess.Popen(
            ["unshare", "--mount", "--propagation", "private", "sh", "-c", _MOUNTS, "sh", folder],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._mounted.stdout is not None
        assert self._mounted.stdout.readline() == "mounted\n"
        self._enter = ("nsenter", f"--mount=/proc/{self._mounted.pid}/ns/mnt", "chroot")
        self._started: list[subprocess.Popen[str]] = []
        self.run_as_root("useradd", "--create-home", f"--uid={OPERATOR_ID}", OPERATOR)
        runtime = folder / "run" / "user" / str(OPERATOR_ID)
        runtime.mkdir(parents=True, mode=0o700)
        os.chown(runtime, OPERATOR_ID, OPERATOR_ID)
        self.environment = {
            "HOME": f"/home/{OPERATOR}",
            "USER": OPERATOR,
            "PATH": _PATH,
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": f"/run/user/{OPERATOR_ID}",
            "XDG_CURRENT_DESKTOP": "X-Generic",
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path=/run/user/{OPERATOR_ID}/bus",
        }

    def close(self) -> None:
        """End what was started in it, and what that has started."""
        for process in self._started:
            process.kill()
            process.wait()
        for link in Path("/proc").glob("[0-9]*/root"):
            with suppress(OSError):
                if link.resolve() == self.folder:
                    os.kill(int(link.parent.name), signal.SIGKILL)
        self._mounted.kill()
        self._mounted.communicate()

    def install(self, *packages: str, options: Sequence[str] = ()) -> None:
        """Have apt install packages, or a file by its path in there."""
        self.apt("install", "--no-install-recommends", *options, *packages)

    def apt(self, *words: str) -> None:
        """Run apt-get."""
        self.run_as_root("apt-get", "--yes", "-qq", *words, deadline_s=INSTALL_DEADLINE_S)

    def run_as_root(self, *command: str, deadline_s: float = DEADLINE_S) -> str:
        """Run a program to its end; return what it prints."""
        environment = {"PATH": _PATH, "DEBIAN_FRONTEND": "noninteractive", "LANG": "C.UTF-8"}
        return _run(*self._enter, str(self.folder), *command, environment=environment, deadline_s=deadline_s)

    def run(
        self, *command: str, text: str = "", environment: Mapping[str, str] | None = None, code: int = 0
    ) -> str:
        """Run a program of the operator's to its end; return what it prints."""
        process = self.start(*command, environment=environment)
        out, err = process.communicate(text, timeout=DEADLINE_S)
        assert process.returncode == code, f"{shlex.join(command)}: {process.returncode}\n{out}\n{err}"
        return out

    def start(
        self, *command: str, environment: Mapping[str, str] | None = None, quiet: bool = False
    ) -> subprocess.Popen[str]:
        """Start a program of the operator's, with pipes unless it is `quiet`; it ends with the system."""
        pipe = subprocess.DEVNULL if quiet else subprocess.PIPE
        process = subprocess.Popen(
            [*self._enter, f"--userspec={OPERATOR_ID}:{OPERATOR_ID}", self.folder, *command],
            env=self.environment | dict(environment or {}),
            stdin=subprocess.PIPE,
            stdout=pipe,
            stderr=pipe,
            text=True,
        )
        self._started.append(process)
        return process

    def files(self) -> set[Path]:
        """Return every file and link that belongs to the system, as paths in there."""
        passing = ("proc", "dev", "sys", "run", "srv", "tmp", "home", "var/cache", "var/lib/apt", "var/log")
        return {
            Path("/") / path.relative_to(self.folder)
            for top in self.folder.iterdir()
            for path in (top, *top.rglob("*"))
            if (path.is_symlink() or not path.is_dir())
            and not str(path.relative_to(self.folder)).startswith(passing)
        }


def _install_system(folder: Path, packed: Path) -> None:
    """Install the release that runs here into `folder`, and pack it."""
    release = platform.freedesktop_os_release()
    mirror = _mirror(release["VERSION_CODENAME"])
    _run(
        "debootstrap", "--variant=minbase", release["VERSION_CODENAME"], str(folder), *mirror, deadline_s=1800
    )
    settings = _run("apt-config", "dump").splitlines()
    kept = [line for line in settings if line.startswith(_KEPT_OF_APT)]
    (folder / "etc/apt/apt.conf.d/90-here").write_text("".join(f"{line}\n" for line in kept))
    packed.parent.mkdir(parents=True, exist_ok=True)
    half = packed.with_suffix(".half")
    _run("tar", "--create", "--one-file-system", "--file", str(half), "--directory", str(folder), ".")
    half.rename(packed)
    _run("rm", "--recursive", "--one-file-system", str(folder))


def _mirror(codename: str) -> list[str]:
    """Return where apt fetches the packages of this release from, if it says; else debootstrap knows one."""
    wanted = ("apt-get", "indextargets", "--format", "$(REPO_URI)")
    found = _run(*wanted, f"Codename: {codename}", "Created-By: Packages").split()
    return found[:1]


def _run(*command: str, environment: Mapping[str, str] | None = None, deadline_s: float = DEADLINE_S) -> str:
    done = subprocess.run(
        command,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=deadline_s,
        check=False,
    )
    assert done.returncode == 0, f"{shlex.join(command)}: {done.returncode}\n{done.stdout}"
    return done.stdout
