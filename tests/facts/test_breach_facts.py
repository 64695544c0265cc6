"""What follows when a member does not keep to the charter."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.source.read import read

THREE = "[{id: a}, {id: b}, {id: c}]"
TWO = "[{id: a}, {id: b}]"


def fact(text: str, members: str = THREE) -> Fact:
    facts = collect(load(read(f"name: X\nmodel: values-bridge\nmembers: {members}\n{text}\n", "x"))).facts
    return next(fact for fact in facts if fact.subject == "charter")


def known(text: str, members: str = THREE) -> dict[str, Value]:
    return dict(fact(text, members).values)


def expel(more: str = "", passes: str = "all the other members") -> str:
    return f"decisions: {{out: {{covers: [expel], passes: {passes}{more}}}}}"


SUSPEND = "decisions: {pause: {covers: [suspend], passes: more than half of the other members}}"


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param("{minor: They talk.}", "grave matters", id="grave"),
        pytest.param("{major: {is: [x], done: All meet.}}", "small matters", id="small"),
        pytest.param("{minor: They talk., major: All meet.}", None, id="both"),
        pytest.param("They talk; when it is grave, all meet.", None, id="a sentence"),
        pytest.param("{minor: They talk., in_words: When it is grave, all meet.}", None, id="prose"),
        pytest.param("{pay_after_leaving: what fell due}", None, id="neither, but something else"),
        pytest.param("{minor: They talk., major: [1, [2]]}", None, id="cannot be read"),
    ],
)
def test_small_and_grave(text: str, missing: str | None) -> None:
    assert known(f"breach: {text}").get("level_missing") == missing


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        pytest.param("{minor: They talk., major: All meet.}", True, id="no examples"),
        pytest.param("{minor: {is: [late], done: They talk.}, major: All meet.}", False, id="small ones"),
        pytest.param("{minor: They talk., major: {is: [fraud], done: All meet.}}", False, id="grave ones"),
        pytest.param(
            "{minor: They talk., major: All meet., expulsion: {is: [fraud]}}", False, id="worse ones"
        ),
        pytest.param("{minor: They talk.}", None, id="one alone"),
    ],
)
def test_told_apart(text: str, alike: bool | None) -> None:
    values = known(f"breach: {text}")
    assert values.get("levels_alike") is alike
    assert ("alike_lines" in values) is bool(alike)


@pytest.mark.parametrize(
    ("text", "open_"),
    [
        pytest.param(
            "{minor: {is: [late]}, major: {is: [fraud]}}", "small matters and grave matters", id="both"
        ),
        pytest.param("{expulsion: {is: [fraud]}}", "what leads to an expulsion", id="expulsion"),
        pytest.param("{major: {is: [fraud], done: All meet.}}", None, id="done"),
        pytest.param("{major: {is: [fraud], decided_by: out}}", None, id="who decides"),
        pytest.param("{major: {is: [fraud], measures: [repair plan]}}", None, id="measures"),
        pytest.param("{major: {is: [fraud], done: [1, [2]]}}", None, id="cannot be read"),
        pytest.param("{major: All meet.}", None, id="a sentence"),
    ],
)
def test_nothing_follows(text: str, open_: str | None) -> None:
    assert known(f"breach: {text}").get("unanswered") == open_


@pytest.mark.parametrize(
    ("text", "grave", "letter"),
    [
        pytest.param("{minor: {done: x, may_end_in: [a note, expulsion]}}", "expulsion", None, id="out"),
        pytest.param("{minor: {done: x, measures: [suspending it]}}", "suspending it", None, id="suspended"),
        pytest.param("{minor: {done: x, may_end_in: [a note]}}", None, None, id="a note"),
        pytest.param("{major: {done: All meet, measures: [expel]}}", None, None, id="a grave one"),
        pytest.param("{major: {done: A letter is sent}}", None, "A letter is sent", id="a letter"),
        pytest.param("{major: {done: A letter is sent, decided_by: out}}", None, None, id="somebody decides"),
        pytest.param("{major: {done: Both boards meet}}", None, None, id="a meeting"),
        pytest.param("{major: {is: [x], measures: [expel]}}", None, None, id="nothing said of it"),
    ],
)
def test_hard_and_soft_measures(text: str, grave: str | None, letter: str | None) -> None:
    values = known(f"breach: {text}")
    assert (values.get("grave_words"), values.get("major_words")) == (grave, letter)


OTHER = "decisions: {change: {covers: [amend, expel], passes: all the other members}}"


@pytest.mark.parametrize(
    ("text", "rules", "members", "open_"),
    [
        pytest.param("{major: {measures: [suspend]}}", OTHER, THREE, "suspending a member", id="suspend"),
        pytest.param(
            "{suspension: {is: [x], done: All meet.}}",
            OTHER,
            THREE,
            "suspending a member",
            id="a level of its own",
        ),
        pytest.param(
            "{suspension: {is: [x], decided_by: change}}", OTHER, THREE, None, id="who decides is said"
        ),
        pytest.param(
            "{major: {measures: [suspend], decided_by: change}}", OTHER, THREE, None, id="said beside it"
        ),
        pytest.param(
            "{major: {measures: [suspend, expel]}}", SUSPEND, THREE, None, id="expulsion is asked for anyhow"
        ),
        pytest.param(
            "{minor: {measures: [suspend]}}", OTHER, THREE, None, id="for small matters, a point of its own"
        ),
        pytest.param("{major: {measures: [repair plan]}}", OTHER, THREE, None, id="another measure"),
        pytest.param("{major: {measures: [suspend]}}", "", THREE, None, id="no decisions at all"),
        pytest.param("{major: {measures: [expel]}}", SUSPEND, TWO, None, id="two members"),
        pytest.param(
            "{major: {measures: [suspend]}}",
            "decisions: {x: {covers: [suspnd], passes: all members}}",
            THREE,
            None,
            id="a kind misspelt",
        ),
        pytest.param(
            "{major: {done: Suspension is no answer}}", OTHER, THREE, None, id="a sentence is no measure"
        ),
    ],
)
def test_measures_without_a_rule(text: str, rules: str, members: str, open_: str | None) -> None:
    assert known(f"breach: {text}\n{rules}", members).get("measures_uncovered") == open_


def test_expulsion_without_a_rule_in_a_short_coalition() -> None:
    text = "name: X\nmodel: opportunistic\nmembers: [{id: a}, {id: b}, {id: c}]\n"
    text += (
        "breach: {major: {measures: [expulsion]}}\ndecisions: {x: {covers: [amend], passes: all members}}\n"
    )
    facts = collect(load(read(text, "x"))).facts
    values = next(fact for fact in facts if fact.subject == "charter").values
    assert values["measures_uncovered_capital"] == "Expelling a member"
    assert values["measures_uncovered_ids"] == "expel"


@pytest.mark.parametrize(
    ("text", "grounds"),
    [
        pytest.param("breach: {major: All meet.}", False, id="no grounds"),
        pytest.param("breach: {major: {is: [fraud]}}", True, id="what is grave"),
        pytest.param("breach: {expulsion: A member that cheats can be expelled.}", True, id="in a sentence"),
        pytest.param("breach: Who cheats must go.", True, id="all in a sentence"),
        pytest.param("breach: {minor: {is: [late]}}", False, id="small ones are no grounds"),
        pytest.param("", None, id="nothing written, which is a point of its own"),
    ],
)
def test_grounds(text: str, grounds: bool | None) -> None:
    assert known(f"{expel()}\n{text}").get("has_grounds") is grounds


@pytest.mark.parametrize(
    ("rules", "text", "heard"),
    [
        pytest.param(expel(), "", False, id="not a word"),
        pytest.param(expel(", member_concerned: {may_speak: true}"), "", True, id="it may speak"),
        pytest.param(expel(", member_concerned: {may_speak: no}"), "", False, id="it may not"),
        pytest.param(expel(", member_concerned: {may_speak: maybe}"), "", True, id="cannot be read"),
        pytest.param(expel(), "breach: {major: All meet; it is heard first.}", True, id="heard, in words"),
        pytest.param(expel(), "breach: {expulsion: {hearing: 7 days before}}", True, id="a hearing"),
        pytest.param(expel(passes="at least 2 members"), "", None, id="it votes, which is the point"),
        pytest.param(
            expel(", member_concerned: {votes: no}", "at least 2 members"), "", False, id="it does not vote"
        ),
    ],
)
def test_hearing(rules: str, text: str, heard: bool | None) -> None:
    assert known(f"{rules}\n{text}").get("has_hearing") is heard


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        pytest.param(SUSPEND, False, id="open-ended"),
        pytest.param(SUSPEND.replace("members}", "members, lasts: 60 days}"), True, id="it lasts"),
        pytest.param(f"{SUSPEND}\nbreach: {{suspension: At most 30 days.}}", True, id="in its own place"),
        pytest.param(
            f"{SUSPEND}\nbreach: {{major: {{measures: [suspend until repaired]}}}}", True, id="a measure"
        ),
        pytest.param(
            f"{SUSPEND}\nbreach: {{major: {{done: All meet within 7 days}}}}", False, id="other days"
        ),
        pytest.param(expel(), None, id="no suspension"),
    ],
)
def test_the_end_of_a_suspension(text: str, ends: bool | None) -> None:
    found = fact(text)
    assert found.values.get("has_suspension_end") is ends
    assert found.places.get("suspend") == (None if ends is None else ("decisions", "pause"))


@pytest.mark.parametrize(
    ("text", "members", "there"),
    [
        pytest.param(expel(), THREE, False, id="none"),
        pytest.param(
            f"{expel()[:-1]}, x: {{covers: [suspend], passes: all members}}}}", THREE, True, id="a decision"
        ),
        pytest.param(f"{expel()}\nbreach: {{major: {{measures: [suspend]}}}}", THREE, True, id="a measure"),
        pytest.param(f"{expel()}\nbreach: {{suspension: All meet.}}", THREE, True, id="its own place"),
        pytest.param(
            f"{expel()[:-1]}, x: {{covers: [suspnd], passes: all members}}}}",
            THREE,
            True,
            id="a kind misspelt",
        ),
        pytest.param(expel(), TWO, None, id="two members part"),
        pytest.param(SUSPEND, THREE, None, id="nobody can be expelled"),
    ],
)
def test_suspension(text: str, members: str, there: bool | None) -> None:
    assert known(text, members).get("has_suspension") is there
