"""Runs the tests with Windows' Python in wine, in four parts at once.

    python packaging/windows/tests.py [--work DIR] [PYTEST'S WORD…]

toolchain.py must have made the work folder. With words for pytest, only these run, in one process.
What each part says stands in tests-1.log and so on in the work folder, and the end of it is shown.
Wine waits more than it computes, so there are more parts than processors. What failed while they were in each
other's way runs once more, alone, and that counts.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from toolchain import make
from wine import ROOT, WORK, wine

LONGEST = ("commands", "ui", "audio practice")
"""Folders that take about as long as all others together."""
NOT_HERE = ("bench", "installers", "screenshots")
"""Folders that have commands of their own."""
SHOWN = 60
"""Lines of a part's end."""


def main() -> int:
    """Run all parts, or what the command line says, and return 0 where every test passed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--work", type=Path, default=WORK, metavar="DIR")
    arguments, words = parser.parse_known_args()
    work: Path = arguments.work.resolve()
    parts = [words] if words else all_parts()
    for log in work.glob("tests-*.log"):
        log.unlink()
    make(work, [prefix(number) for number in range(1, len(parts) + 1)])
    with ThreadPoolExecutor() as pool:
        codes = list(pool.map(lambda part: run(work, *part), enumerate(parts, 1)))
    for number, (part, code) in enumerate(zip(parts, codes, strict=True), 1):
        if code == pytest.ExitCode.TESTS_FAILED:
            codes[number - 1] = run(work, number, [*part, "--last-failed"])
    return max(codes)


def all_parts() -> list[list[str]]:
    """Return the folders with tests in parts that take about as long."""
    parts = [part.split() for part in LONGEST]
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    parts.append(sorted(folders.difference(NOT_HERE, *parts)))
    return [[f"tests/{folder}" for folder in part] for part in parts]


def prefix(number: int) -> str:
    """Return the name of the prefix of one part: they share no registry, no keyring and no screen."""
    return f"prefix-tests-{number}"


def run(work: Path, number: int, words: list[str]) -> int:
    """Run pytest with these words, and return its exit code."""
    command = [work / "python-test" / "python.exe", "-X", "faulthandler", "-m", "pytest", "-q"]
    command += ["-o", f"cache_dir=Z:{work / f'tests-{number}-cache'}"]
    command += [f"--basetemp=Z:{work / f'tests-{number}'}", *words]
    # Linux' Python has the same version, and would read what this one compiles.
    environment = {"PYTHONPYCACHEPREFIX": f"Z:{work / 'pycache'}"}
    said: list[bytes] = []
    with (
        wine(work / prefix(number)) as running,
        (work / f"tests-{number}.log").open("ab", buffering=0) as log,
        running.start(*command, env=environment) as process,
    ):
        for line in process.stdout or ():
            log.write(line)
            said.append(line)
    print(
        f"--- {' '.join(words)}",
        *(line.decode(errors="replace").rstrip() for line in said[-SHOWN:]),
        sep="\n",
    )
    return process.returncode


if __name__ == "__main__":
    sys.exit(main())
