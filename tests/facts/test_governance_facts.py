"""Where decisions are taken: the declared model against who decides what, the agenda, kinds of their own."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.chapters import governance
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.source.read import read

BODIES = "bodies: {whole: {members: all}, few: {members: [a, b]}, one: {members: [c]}}"


def values(rest: str, *, members: str = "[{id: a}, {id: b}, {id: c, name: Cee}]") -> dict[str, Value]:
    text = f"name: X\nmembers: {members}\n{BODIES}\n{rest}\n"
    if "decisions:" not in rest:
        text += "decisions: {d: {covers: [speak], passes: all members}}\n"
    (fact,) = [fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "charter"]
    return {name: value for name, value in fact.values.items() if name in governance.PROPERTIES}


def decided(*bodies: str) -> str:
    rules = ", ".join(
        f"d{n}: {{covers: [speak], passes: all members{f', body: {body}' if body else ''}}}"
        for n, body in enumerate(bodies)
    )
    return f"decisions: {{{rules}}}"


@pytest.mark.parametrize(
    ("model", "bodies", "found"),
    [
        pytest.param("centralized", ["", "whole"], {"all_decide_all": True}, id="all decide all"),
        pytest.param("centralized", ["few", "whole"], {"all_decide_all": False}, id="a few decide something"),
        pytest.param("hybrid", ["whole", ""], {"one_layer": True}, id="one layer of all"),
        pytest.param("hybrid", ["few", "few"], {"one_layer": True}, id="one layer of a few"),
        pytest.param("hybrid", ["few", ""], {"one_layer": False}, id="two layers"),
        pytest.param("distributed", ["few", "few"], {"one_decides": '"few"'}, id="a few decide all"),
        pytest.param("distributed", ["one", "one"], {"one_decides": "Cee"}, id="one decides all"),
        pytest.param("distributed", ["few", "one"], {}, id="two fields"),
        pytest.param("distributed", ["", "whole"], {}, id="all decide all together"),
        pytest.param("distributed", ["few"], {}, id="one decision is no pattern"),
        pytest.param("", ["few", "few"], {}, id="nothing declared"),
    ],
)
def test_the_declared_model(model: str, bodies: list[str], found: dict[str, Value]) -> None:
    declared = f"governance: {model}\n" if model else ""
    assert values(declared + decided(*bodies)) == found


def test_a_manager_who_may_spend_decides_something() -> None:
    fund = "governance: centralized\nfund: {spending: [{up_to: 5 EUR, by: coordinator}]}"
    assert values(fund) == {"all_decide_all": False}


@pytest.mark.parametrize(
    ("dates", "found"),
    [
        pytest.param("term: {starts: 2026-04-01, ends: 2026-05-02}", ("the end", 31), id="a month"),
        pytest.param("term: {starts: 2026-04-01, ends: 2026-05-03}", None, id="a month and a day"),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2026-12-31}\nwhy_now: {date: 2026-04-10}",
            ("the event", 9),
            id="the event",
        ),
        pytest.param(
            "term: {starts: 2026-04-01, ends: 2026-12-31}\nwhy_now: {date: 2026-03-10}",
            None,
            id="an event before",
        ),
        pytest.param("term: {ends: 2026-05-03}", None, id="no start"),
    ],
)
def test_a_day_that_is_near(dates: str, found: tuple[str, int] | None) -> None:
    said = values(f"governance: distributed\n{dates}")
    assert (found is None) is ("rushed_by" not in said)
    if found is not None:
        assert (said["rushed_by"], said["rushed_days"]) == found


@pytest.mark.parametrize(
    ("agenda", "found"),
    [
        pytest.param(
            "{may_propose: any member}", {"has_minority_right": False}, id="no right for a minority"
        ),
        pytest.param("{minority: two members}", {"has_minority_right": True}, id="a right"),
        pytest.param("As we go along.", {}, id="a sentence"),
        pytest.param(
            "{set_by: c, minority: two}",
            {"has_minority_right": True, "agenda_of_one": "Cee", "agenda_does": "sets the agenda"},
            id="one sets it",
        ),
        pytest.param(
            "{may_propose: only Cee, minority: two}",
            {
                "has_minority_right": True,
                "agenda_of_one": "Cee",
                "agenda_does": "may put something on the agenda",
            },
            id="one proposes",
        ),
        pytest.param(
            "{set_by: one, minority: two}",
            {"has_minority_right": True, "agenda_of_one": "Cee", "agenda_does": "sets the agenda"},
            id="a body of one",
        ),
        pytest.param("{set_by: few, minority: two}", {"has_minority_right": True}, id="a body of two"),
        pytest.param(
            "{set_by: coordinator, minority: two}", {"has_minority_right": True}, id="a coordinator"
        ),
    ],
)
def test_the_agenda(agenda: str, found: dict[str, Value]) -> None:
    assert values(f"agenda: {agenda}") == found


@pytest.mark.parametrize(
    ("rest", "missing"),
    [
        pytest.param("kinds: [ours, theirs]", "ours and theirs", id="none is covered"),
        pytest.param(
            "kinds: [our-own, theirs]\ndecisions: {d: {covers: [theirs], passes: all members}}",
            "our own",
            id="one is not",
        ),
        pytest.param(
            "kinds: [ours]\ndecisions: {d: {covers: [ours], passes: all members}}", None, id="covered"
        ),
        pytest.param(
            "kinds: [ours]\ndecisions: {d: {covers: {a: b}, passes: all members}}", None, id="not understood"
        ),
        pytest.param("", None, id="no kinds of their own"),
    ],
)
def test_kinds_of_their_own(rest: str, missing: str | None) -> None:
    assert values(rest).get("own_kinds_uncovered") == missing


@pytest.mark.parametrize(
    ("members", "said"),
    [
        pytest.param(
            "[{id: a, count: 5}, {id: b, count: 2}, {id: c}]", "a (5) and b (2)", id="two rows of many"
        ),
        pytest.param("[{id: a, count: 5}, {id: b}, {id: c}]", None, id="one row of many alike"),
        pytest.param("[{id: a}, {id: b}, {id: c}]", None, id="one vote each"),
    ],
)
def test_rows_of_many(members: str, said: str | None) -> None:
    assert values("", members=members).get("rows_of_many") == said


def test_a_cap_settles_rows_of_many() -> None:
    members = "[{id: a, count: 5, org: x}, {id: b, count: 2, org: y}]"
    text = (
        f"name: X\nmembers: {members}\nbodies: {{whole: {{members: all, caps: {{org: 1/2}}}}}}\n"
        "decisions: {d: {passes: all members}}\n"
    )
    (fact,) = [fact for fact in collect(load(read(text, "x"))).facts if fact.subject == "charter"]
    assert "rows_of_many" not in fact.values
