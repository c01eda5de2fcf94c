"""A history of any size, like that of some years of a team, written in bulk."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from app.storage.history_schema import MIGRATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NEWEST = datetime(2026, 11, 20, 18, tzinfo=UTC)
_SPAN = timedelta(days=460)
_VERSION = 3
"""The last without a search: what is written is brought up to date as an older history would be."""

_ACCOUNTS = (("a" * 32, "Support – São Paulo", 50), ("b" * 32, "Vendas", 30), ("c" * 32, "Cobrança", 20))
_WORDS = (
    "cliente", "pediu", "retorno", "amanhã", "depois", "das", "14h", "falar", "com", "a", "gerente",
    "sobre", "contrato", "fatura", "boleto", "atrasado", "sem", "resposta", "na", "portaria", "ligar",
    "de", "novo", "semana", "que", "vem", "caixa", "postal", "número", "errado", "mudou", "de",
    "endereço", "confirmou", "a", "visita", "técnica", "desmarcou", "João", "Conceição", "Inês",
    "Álvaro", "Márcia", "Antônio", "agendado", "pedido", "4711",
)  # fmt: skip
_MESSAGES = ("Call placed successfully", "call queued", "Chamada enviada", "accepted")
_AREAS = (11, 11, 11, 11, 21, 21, 31, 41, 48, 51, 61, 71, 81, 85, 92)

_CALL = """
INSERT INTO calls (
    row, id, run, account_id, account_name, provider, kind, ring_seconds, person, e164, country,
    number_kind, formatted, assumed, in_use, provider_call_id, state, outcome, created_at, report
)
VALUES (?, ?, 'gone', ?, ?, 'RyzeAPI', ?, 8, ?, ?, 'BR', 'mobile', ?, 0, 1, ?, 'ended', ?, ?, ?)
"""
_STEP = """
INSERT INTO steps (call, n, state, outcome, known_by, at, reason, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
"""


def write_many(file: Path, count: int, *, people: int | None = None, busy: int = 3) -> None:
    """Write `count` calls to `people` persons, `busy` of them busy, in the form of an older version."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA journal_mode = OFF")
        for statement in (step for migration in MIGRATIONS[:_VERSION] for step in migration):
            assert isinstance(statement, str)
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {_VERSION}")
        db.execute("BEGIN")
        for calls, steps in _portions(count, people or max(count // 8, 1), busy):
            db.executemany(_CALL, calls)
            db.executemany(_STEP, steps)
        db.execute("COMMIT")


def _portions(count: int, people: int, busy: int) -> Iterator[tuple[list[object], list[object]]]:
    dice = random.Random(5)  # noqa: S311 - the same calls every time
    numbers = [f"55{dice.choice(_AREAS)}9{dice.randrange(60_000_000, 100_000_000)}" for _ in range(people)]
    were_busy = set(dice.sample(range(1, count + 1), min(busy, count)))
    calls: list[object] = []
    steps: list[object] = []
    for row in range(1, count + 1):
        one, its_steps = _call(dice, row, numbers, NEWEST - _SPAN * (count - row) / count, row in were_busy)
        calls.append(one)
        steps += its_steps
        if len(calls) == 5_000:
            yield calls, steps
            calls, steps = [], []
    yield calls, steps


def _call(
    dice: random.Random, row: int, numbers: list[str], at: datetime, is_busy: bool
) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
    account_id, account_name, _ = dice.choices(_ACCOUNTS, [weight for *_, weight in _ACCOUNTS])[0]
    kind = dice.choices(("ring", "audio", "agent"), (80, 15, 5))[0]
    outcome = dice.choices(("answered", "no_answer", "rejected", "unknown", "failed"), (45, 30, 10, 10, 5))[0]
    outcome = "busy" if is_busy else outcome
    digits = numbers[int(len(numbers) * dice.random() ** 2)]
    formatted = f"+55 {digits[2:4]} {digits[4:9]}-{digits[9:]}"
    report = None
    if kind == "agent":
        said = " ".join(dice.choices(_WORDS, k=30))
        utterance = {"speaker": "agent", "words": said, "at_s": 0.5}
        report = json.dumps({"duration_s": 42.5, "transcript": [utterance], "has_recording": False})
    found_id = f"3EB0{dice.getrandbits(72):018X}"
    call = (
        row,
        f"{dice.getrandbits(128):032x}",
        account_id,
        account_name,
        kind,
        digits[:4] + digits[5:],
        "+" + digits,
    )
    ats = [(at + timedelta(seconds=after)).isoformat() for after in (0, 0.01, 0.4, 1.2, 9)]
    steps = [
        (row, 0, "queued", None, "local", ats[0], None, ""),
        (row, 1, "sending", None, "local", ats[1], None, ""),
        (row, 2, "placed", None, "provider", ats[2], None, dice.choice(_MESSAGES)),
        (row, 3, "ringing", None, "clock", ats[3], None, ""),
        (row, 4, "ended", outcome, "provider", ats[4], None, "completed"),
    ]
    return (*call, formatted, found_id, outcome, ats[0], report), steps


def write_notes(db: sqlite3.Connection, every: int = 6) -> None:
    """Write a note and a tag at one call in so many, as Toque's own tables have them."""
    dice = random.Random(6)  # noqa: S311 - the same notes every time
    (count,) = db.execute("SELECT max(row) FROM calls").fetchone()
    tags = ("interested", "call back", "wrong number", "done")
    db.executemany(
        "UPDATE calls SET note = ?, tag = ? WHERE row = ?",
        ((" ".join(dice.choices(_WORDS, k=8)), dice.choice(tags), row) for row in range(1, count + 1, every)),
    )
