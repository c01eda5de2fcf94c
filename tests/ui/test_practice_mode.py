"""`toque --practice`: one account of each provider, and the choice among them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from app.practice.server import PracticeServer
from app.providers import PROVIDERS

if TYPE_CHECKING:
    from pathlib import Path

START = """
import json, sys
from app import cli, main

main.read_policy = None  # practice mode has no policy
begin_practice = main.WindowProgram._begin_practice

async def begin(self):
    await begin_practice(self)
    service = self._program.accounts
    secrets = [
        [account.id, field.key, bool(await self._practice_secrets.get(account.id, field.key))]
        for account in service.accounts
        for kind in service.providers if kind.key == account.provider
        for field in kind.account_fields if field.secret
    ]
    accounts = [[account.id, account.name, account.provider] for account in service.accounts]
    print(json.dumps({"accounts": accounts, "secrets": secrets, "chosen": service.chosen.id}), flush=True)
    service.choose("practice-zapi")
    await service.remember_choice()
    self._window.close()

main.WindowProgram._begin_practice = begin
cli.main(sys.argv[1:])
"""


def practice_started(folder: Path) -> dict[str, Any]:
    output = subprocess.run(  # noqa: S603 - ourselves
        [sys.executable, "-c", START, "--practice", "--profile", str(folder)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "LANGUAGE": "en", "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        timeout=60,
        check=True,
    ).stdout
    started: dict[str, Any] = json.loads(output)
    return started


def test_an_account_of_each_provider_and_the_choice_is_remembered(tmp_path: Path) -> None:
    served = [kind for kind in PROVIDERS if kind.key in PracticeServer().providers]
    first = practice_started(tmp_path)
    assert first["accounts"] == [
        [f"practice-{kind.key}", f"Practice {kind.name}", kind.key] for kind in served
    ]
    assert all(is_kept for _, _, is_kept in first["secrets"])
    assert first["chosen"] == "practice-ryzeapi"
    assert practice_started(tmp_path)["chosen"] == "practice-zapi"
