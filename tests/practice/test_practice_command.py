"""`toque practice` where it tells the accounts of all three; tests/commands has the rest."""

from __future__ import annotations

import subprocess
import sys

from app.practice.server import PracticeServer

SCRIPT = "from app.commands.practice import serve; serve(0, live=False, all_accounts=True)"
DEADLINE_S = 60.0


def test_the_accounts_of_all_three_are_told_with_the_keys_of_the_command_line():
    with subprocess.Popen(  # noqa: S603 - ourselves
        [sys.executable, "-c", SCRIPT], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            lines = [process.stdout.readline().rstrip("\n") for _ in range(5)]
            process.terminate()
            rest, _ = process.communicate(timeout=DEADLINE_S)
        finally:
            process.kill()
    assert [line.partition(":")[0] for line in lines] == ["Base URL", "Instance", "Token", "zapi", "ringyo"]
    assert rest == ""
    base_url = lines[0].partition(" ")[2].removeprefix("URL: ")
    zapi, ringyo = (dict(word.split("=", 1) for word in line.split()[1:]) for line in lines[3:])
    assert list(zapi) == ["instance", "base_url", *PracticeServer().secrets("zapi")]
    assert list(ringyo) == ["base_url", "api_key"]
    assert zapi["base_url"] == ringyo["base_url"] == base_url
