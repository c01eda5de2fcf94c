from __future__ import annotations

import pytest

from app.practice.scenarios import SCENARIOS, Effect, scenario_for, timeline


@pytest.mark.parametrize(
    ("digits", "ring_s", "expected"),
    [
        ("0001", 8, ((0, "offer"), (2, "accepted"), (7, "terminated"))),
        ("0001", 2, ((0, "offer"), (2, "accepted"), (7, "terminated"))),
        ("0001", 1, ((0, "offer"), (1, "terminated"))),
        ("0002", 8, ((0, "offer"), (2, "rejected"), (2, "terminated"))),
        ("0002", 1, ((0, "offer"), (1, "terminated"))),
        ("0003", 8, ((0, "offer"), (8, "terminated"))),
        ("0009", 8, ((0, "offer"), (8, "terminated"))),
        ("0004", 8, ((0, "offer"), (8, "terminated"))),
        ("0010", 8, ((0, "offer"), (8, "terminated"))),
        ("4321", 60, ((0, "offer"), (60, "terminated"))),
    ],
)
def test_timeline_of_a_number(digits, ring_s, expected):
    assert timeline(scenario_for("551199999" + digits), ring_s) == expected


@pytest.mark.parametrize(
    ("digits", "effect"),
    [
        ("0005", Effect.FAILS),
        ("0006", Effect.BREAKS),
        ("0007", Effect.LIMITED),
        ("0008", Effect.REFUSED),
        ("0004", Effect.RINGS),
        ("10007", Effect.LIMITED),
        ("7", Effect.RINGS),
    ],
)
def test_the_last_four_digits_choose(digits, effect):
    assert scenario_for(digits).effect is effect


def test_every_scenario_is_described_once():
    assert [scenario.digits for scenario in SCENARIOS] == [
        "0001",
        "0002",
        "0003",
        "0004",
        "0005",
        "0006",
        "0007",
        "0008",
        "0009",
        "0010",
        "",
    ]
    assert len({scenario.description for scenario in SCENARIOS}) == len(SCENARIOS)


def test_an_answered_call_is_over_when_its_sound_is():
    assert timeline(scenario_for("0001"), 30, 1.5)[-1] == (3.5, "terminated")
