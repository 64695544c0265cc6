"""What an act touches by its words, and what it asks: never more than that."""

from __future__ import annotations

import pytest
from acting import ALL_FOR, act_of, names, values

BREAKER = """\
members:
  - {id: a, name: Alpha}
  - {id: b, name: Beta, deal_breakers: [Joint texts that ask for religious exemptions.]}
  - {id: c, name: Gamma}
"""
LETTER = f"action: speak\ndate: 2026-06-01\n{ALL_FOR}"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            "title: Joint texts that ask for religious exemptions\n", ["deal-breaker-met"], id="word for word"
        ),
        pytest.param(
            "text: We want parks. We want religious exemptions from the rule.\n",
            ["deal-breaker-near"],
            id="a sentence with its words",
        ),
        pytest.param(
            "about: Exemptions for religious schools\n", ["deal-breaker-near"], id="what it is about"
        ),
        pytest.param("text: We want no religious exemptions from the rule.\n", [], id="against it"),
        pytest.param(
            "text: Religious leaders spoke. There are exemptions for trees.\n", [], id="in two sentences"
        ),
        pytest.param("text: The night ban must stay.\n", [], id="other words"),
        pytest.param("in_name_of: [a]\ntitle: Religious exemptions\n", [], id="in a member's own name"),
    ],
)
def test_what_a_member_could_not_accept(lines: str, expected: list[str]) -> None:
    assert names(act_of("", LETTER + lines, members=BREAKER)) == expected


def test_the_words_are_shown() -> None:
    act = act_of("", f"{LETTER}text: We want parks. We want religious exemptions.\n", members=BREAKER)
    found = values(act, "deal-breaker-near")

    assert found["breaker_of"] == "Beta"
    assert found["met_sentence"] == '"We want religious exemptions"'
    assert found["met_words"] == '"religious" and "exemptions"'


TRIGGERS = "triggers: [change of law on tenancy, merger of a member]\n"


@pytest.mark.parametrize(
    ("action", "missed"),
    [
        pytest.param(f"{LETTER}title: Our answer to the new law on tenancy\n", True, id="a decision on it"),
        pytest.param(
            "happened: contact\ndate: 2026-06-01\ntitle: Alpha's merger with the county\n", True, id="news"
        ),
        pytest.param(f"{LETTER}title: The tenancy desk\n", False, id="one word of several"),
        pytest.param(
            "happened: trigger\ndate: 2026-06-01\ntitle: A merger\n", False, id="it is on record as one"
        ),
        pytest.param(
            f"action: renew\ndate: 2026-06-01\ntitle: After the merger\n{ALL_FOR}", False, id="a renewal"
        ),
        pytest.param(
            f"{LETTER.replace('for:', 'against:')}title: A merger\n", False, id="it did not come about"
        ),
        pytest.param(
            f"{LETTER}title: The law on tenancy\nin_name_of: [a]\n", False, id="in a member's own name"
        ),
    ],
)
def test_a_reason_for_a_review(action: str, missed: bool) -> None:
    assert names(act_of(TRIGGERS, action)) == ["trigger-shown"] * missed


OWN = """\
triggers: [the harbour board changes its calendar, Alpha leaves the harbour, a new director]
scope:
  inside: [{id: quay, about: Ships of the harbour at night, words: [harbour board]}]
"""


@pytest.mark.parametrize(
    ("title", "asked"),
    [
        pytest.param("Our letter to the harbour board", False, id="only words of its own work"),
        pytest.param("The harbour board and Alpha on ships", False, id="and of its members"),
        pytest.param("The calendar of the harbour board", False, id="one of two words that tell"),
        pytest.param("The harbour board has a changed calendar", True, id="what tells, and the rest"),
        pytest.param("A change of calendar", True, id="what tells is enough"),
        pytest.param("Alpha is leaving the harbour", True, id="the one word that tells, beside its own"),
        pytest.param("We are leaving the hall", False, id="that word without the rest"),
        pytest.param("Beta has a new director", True, id="a trigger of one word that tells"),
    ],
)
def test_words_of_its_own_work_tell_nothing(title: str, *, asked: bool) -> None:
    assert names(act_of(OWN, f"{LETTER}title: {title}\n")).count("trigger-shown") == asked


RENEWS = f"action: renew\nid: again\ndate: 2026-06-01\n{ALL_FOR}"
ANSWERED = "happened: review\ndate: 2026-05-20\nreview: {of: renewal, answers: {purpose: Still right.}}\n"


@pytest.mark.parametrize(
    ("past", "missed"),
    [
        pytest.param([], True, id="no review"),
        pytest.param([ANSWERED.replace("renewal", "coalition")], True, id="another review"),
        pytest.param([ANSWERED.replace("purpose: Still right.", "")], True, id="no answers"),
        pytest.param([ANSWERED, RENEWS.replace("06-01", "05-25")], True, id="answered for the one before"),
        pytest.param([ANSWERED], False, id="answered"),
        pytest.param(None, False, id="without a record nobody knows"),
    ],
)
def test_a_renewal_rests_on_answers(past: list[str] | None, missed: bool) -> None:
    assert names(act_of("", RENEWS, past)) == ["renewed-unanswered"] * missed


FUNDED = """\
members:
  - {id: a}
  - {id: b, inducements: [{from: a, what: half a post}]}
  - {id: c}
"""


@pytest.mark.parametrize(
    ("ballots", "missed"),
    [
        pytest.param("{for: [a, b], against: [c]}", True, id="its yes carries it"),
        pytest.param("{against: [a, b], for: [c]}", True, id="its no stops it"),
        pytest.param("{for: [a, b, c]}", False, id="it is carried without it"),
        pytest.param("{for: [b, c], against: [a]}", False, id="it voted otherwise"),
        pytest.param("{for: [b], against: [c]}", False, id="the one that pays did not vote"),
    ],
)
def test_a_vote_of_a_member_that_another_pays_for(ballots: str, missed: bool) -> None:
    action = f"action: speak\ndate: 2026-06-01\nballots: {ballots}\n"
    assert names(act_of("", action, members=FUNDED)) == ["funded-decides"] * missed
    assert names(act_of("", action)) == []


WAY = """\
conflict:
  kinds: {goal: talk, process: talk}
  steps:
    - {id: talk, who: the two contacts, within: 7 days, then: mediation}
    - {id: mediation, who: a mediator, within: 21 days, then: parting}
    - {id: parting, who: both directors, then: ends}
"""


def step(day: str, lines: str, id_: str = "x") -> str:
    return f"happened: conflict\nid: {id_}\ndate: {day}\nfollows: [q]\nconflict: {{kind: goal, {lines}}}\n"


TALKED = step("2026-05-02", "step: talk")


@pytest.mark.parametrize(
    ("now", "past", "expected"),
    [
        pytest.param(step("2026-05-05", "step: mediation"), [], ["step-left-out"], id="without the first"),
        pytest.param(step("2026-05-05", "step: parting"), [TALKED], ["step-left-out"], id="over the second"),
        pytest.param(step("2026-05-10", "step: mediation"), [TALKED], ["step-late"], id="a day late"),
        pytest.param(step("2026-05-09", "step: mediation"), [TALKED], [], id="in time"),
        pytest.param(TALKED, [], [], id="the first"),
        pytest.param(
            step("2026-05-20", "step: mediation"),
            [TALKED, step("2026-05-08", "step: mediation", "y")],
            [],
            id="the second day of a step",
        ),
        pytest.param(step("2026-05-05", "step: mediation"), None, [], id="without a record nobody knows"),
        pytest.param(step("2026-05-05", "settled: yes"), [], [], id="no step"),
    ],
)
def test_a_disagreement_goes_step_by_step(now: str, past: list[str] | None, expected: list[str]) -> None:
    assert names(act_of(WAY, now, past)) == expected
