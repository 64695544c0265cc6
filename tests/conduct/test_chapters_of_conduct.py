"""What all chapters on acts have in common."""

from __future__ import annotations

from collections import Counter

from acting import ALL_FOR, act_of, names, seen

from coalcheck.engine.action.happened import HAPPENED
from coalcheck.engine.conduct.chapters import CHAPTERS
from coalcheck.engine.facts.action import ACTION
from coalcheck.engine.policy.condition import tests as comparisons
from coalcheck.engine.policy.load import shipped


def test_a_matter_and_a_property_belong_to_one_chapter() -> None:
    for told in (
        [name for each in CHAPTERS for name in each.MATTERS],
        [name for each in CHAPTERS for name in each.PROPERTIES] + list(ACTION),
    ):
        assert [name for name, times in Counter(told).items() if times > 1] == []


def test_every_matter_is_described_and_asked_for() -> None:
    asked = {
        value
        for policy in shipped()
        if policy.subject == "action"
        for test in comparisons(policy.when)
        if test.fact == "matter"
        for value in (test.value if isinstance(test.value, tuple) else (test.value,))
    }
    described = {name: line for each in CHAPTERS for name, line in each.MATTERS.items()}

    assert [name for name, line in described.items() if not line.endswith(".")] == []
    assert set(described) - asked == set()
    assert asked - set(described) == set()


def test_of_an_event_without_details_nothing_is_said() -> None:
    for happened in HAPPENED:
        assert names(act_of("", f"happened: {happened}\ndate: 2026-06-01\n")) == []


def test_of_a_plain_decision_under_a_plain_charter_nothing_is_said() -> None:
    for action in ("speak", "spend", "admit", "renew"):
        assert names(act_of("", f"action: {action}\ndate: 2026-06-01\n{ALL_FOR}")) == []


def test_what_a_member_does_in_its_own_name_is_its_own() -> None:
    own = f"action: speak\ndate: 2026-06-01\nin_name_of: [a]\ntitle: Keep the night ban\n{ALL_FOR}"
    charter = "messaging: {mode: own voices, speaks_for_all: Nobody.}\ntriggers: [the night ban is lifted]\n"

    assert names(act_of(charter, own, [])) == []


def test_a_line_that_names_somebody_is_not_pointed_at() -> None:
    agenda = "agenda: {may_propose: a}\n"
    action = f"action: speak\ndate: 2026-06-01\nproposed_by: b\n{ALL_FOR}"
    beside = (
        "happened: promise\ndate: 2026-06-20\npromise: {what: It, member: b, due: 2026-06-10, kept: no}\n"
    )
    below = beside.replace("{what: It, ", "\n  what: It\n  ").replace(", ", "\n  ").replace("}", "")

    assert [matter.route for matter in seen(act_of(agenda, action))] == [("action",)]
    assert [matter.route for matter in seen(act_of("", beside))] == [("happened",)]
    assert [matter.route for matter in seen(act_of("", below))] == [("promise", "kept")]
