"""What was done outside what was agreed, where the work moves to, widenings, and who belongs."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import mission, seats

CHARTER = """
name: Clean Air
purpose: Night ban on ship engines.
members: [{id: breathe}, {id: local-9}, {id: parents}]
decisions:
  letter: {covers: [speak], passes: more than half of members}
  change: {covers: [amend, widen-scope], passes: all members}
scope:
  inside: [{id: engines, about: Ship engines at night}, {id: lorries, about: Lorries on the quay}]
  outside: [{id: rents, about: Rents}]
  widen: change
"""
ALL = "ballots: {for: [breathe, local-9, parents]}"


def letter(day: str, topics: str, extra: str = ALL) -> str:
    return f"action: letter\ntitle: Letter\ntopics: [{topics}]\ndate: {day}\n{extra}"


def matters(name: str, *entries: str, properties: tuple[str, ...] = ()) -> list[tuple[Value, ...]]:
    found = said(mission, recorded(*entries, charter=CHARTER), *properties)
    return [each[1:] for each in found if each[0] == name]


@pytest.mark.parametrize(
    ("entries", "outside"),
    [
        pytest.param([letter("2026-05-01", "rents", f"{ALL}\ndone: yes")], 1, id="listed as outside"),
        pytest.param(
            [letter("2026-05-01", "rents", f"{ALL}\nrecorded: adopted")], 1, id="minuted as carried"
        ),
        pytest.param([letter("2026-05-01", "schools")], 1, id="not listed"),
        pytest.param([letter("2026-05-01", "engines")], 0, id="inside"),
        pytest.param([letter("2026-05-01", "schools", "")], 0, id="only proposed"),
        pytest.param(
            [letter("2026-05-01", "schools", "in_name_of: [breathe]\ndone: yes")], 0, id="in its own name"
        ),
        pytest.param(
            [letter("2026-05-01", "schools", "ballots: {against: [breathe, parents]}")], 0, id="refused"
        ),
        pytest.param(
            [f"action: widen-scope\ntitle: Schools too\ntopics: [schools]\ndate: 2026-05-01\n{ALL}"],
            0,
            id="the decision that widens it",
        ),
    ],
)
def test_acts_outside(entries: list[str], outside: int) -> None:
    found = matters("done-outside", *entries, properties=("acts_beyond",))
    assert found == ([(outside,)] if outside else [])


def test_what_lies_outside_is_counted_beside_what_is_not_agreed() -> None:
    done = f"{ALL}\ndone: yes"
    entries = [
        letter(f"2026-05-0{day}", topic, done) for day, topic in enumerate(("rents", "schools", "rents"), 1)
    ]
    properties = ("acts_outside", "acts_not_agreed", "beyond_in_words")
    assert matters("done-outside", *entries, properties=properties) == [
        (2, 1, "2 things lie outside what you agreed, and 1 you have not agreed on yet")
    ]
    assert matters("done-outside", entries[1], properties=properties) == [
        (0, 1, "1 thing you have not agreed on yet")
    ]
    assert matters("done-outside", entries[0], properties=properties) == [
        (1, 0, "1 thing lies outside what you agreed")
    ]


def test_a_question_of_words_or_money_is_no_act_outside() -> None:
    words = letter("2026-05-01", "engines", f"{ALL}\ntext: Ship engines at night raise the rents.")
    strings = letter("2026-05-02", "engines", f"{ALL}\nconditions: [our logo on it]")
    assert matters("done-outside", words, strings) == []


def test_widenings_stand_beside_the_first_purpose() -> None:
    entries = [
        f"action: widen-scope\ntitle: Lorries\ndate: 2026-05-01\n{ALL}",
        f"action: change\namends: [scope.inside]\ntitle: Rents\ndate: 2026-06-01\n{ALL}",
        f"action: change\namends: [quorum]\ntitle: A quorum\ndate: 2026-07-01\n{ALL}",
        "action: widen-scope\ntitle: Schools\ndate: 2026-08-01\nballots: {against: [breathe, parents]}",
    ]
    properties = ("widenings", "first_purpose", "scope_now")
    assert matters("widened-bit-by-bit", *entries, properties=properties) == [
        (2, "Night ban on ship engines.", '"Ship engines at night" and "Lorries on the quay"')
    ]


def test_without_a_scope_nothing_is_outside() -> None:
    record = recorded(letter("2026-05-01", "x"), f"action: change\namends: [scope]\ndate: 2026-06-01\n{ALL}")
    assert said(mission, record) == []


LEFT = "happened: leaving\ndate: 2026-05-01\nleaving: {who: parents, last_day: 2026-05-31}"
EXPEL = "action: expel\nsubject: parents\ndate: 2026-05-01\nballots: {for: [breathe, local-9]}"
SUSPEND = EXPEL.replace("expel", "suspend")
JOINED = "happened: joining\ndate: 2026-05-01\njoining: {who: Port Nurses}"


@pytest.mark.parametrize(
    ("entry", "parents", "behind"),
    [
        pytest.param(LEFT, "", 1, id="left"),
        pytest.param(LEFT, ", in: [{to: 2026-05-31}]", 0, id="left, and entered"),
        pytest.param(LEFT, ", in: [{to: 2026-05-31}, {from: 2026-11-01}]", 0, id="left, and came back"),
        pytest.param(LEFT.replace("2026-05-31", "2027-05-31"), "", 0, id="will leave"),
        pytest.param(LEFT.replace(", last_day: 2026-05-31", ""), "", 0, id="its last day is not known"),
        pytest.param(EXPEL, "", 1, id="expelled"),
        pytest.param(EXPEL, ", in: [{from: 2025-01-01, to: 2026-05-01}]", 0, id="expelled, and entered"),
        pytest.param(EXPEL.replace("for: [b", "against: [b"), "", 0, id="not expelled"),
        pytest.param(SUSPEND, "", 1, id="suspended"),
        pytest.param(
            SUSPEND, ", standing: [{status: suspended, from: 2026-05-02}]", 0, id="suspended, and entered"
        ),
        pytest.param(
            SUSPEND, ", standing: [{status: suspended, to: 2026-04-01}]", 1, id="another time of it"
        ),
        pytest.param(JOINED, "", 1, id="came in"),
        pytest.param(JOINED, ", name: Port Nurses", 0, id="came in, and is there"),
    ],
)
def test_what_the_charter_does_not_show(entry: str, parents: str, behind: int) -> None:
    charter = f"""
    name: Clean Air
    members: [{{id: breathe}}, {{id: local-9}}, {{id: parents{parents}}}]
    decisions:
      remove: {{covers: [expel, suspend], passes: at least 2/3 of the other members}}
      change: {{covers: [amend], passes: all members}}
    """
    found = said(seats, recorded(entry, charter=charter), "changes_of_members")
    assert found == ([("charter-behind", behind)] if behind else [])
