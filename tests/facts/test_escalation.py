"""The ways of a conflict through its steps."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.model import Conflict
from coalcheck.engine.facts.escalation import in_words, unreached, ways_of

IDS = ("talk", "mediation", "choice", "vote")


def conflict(steps: dict[str, str | None], **kinds: object) -> Conflict:
    listed = [{"id": key, **({"then": then} if then else {})} for key, then in steps.items()]
    return Conflict.model_validate({"steps": listed, **({"kinds": kinds} if kinds else {})})


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            conflict({"talk": None, "mediation": "ends"}), [("stops", "talk, then mediation")], id="in order"
        ),
        pytest.param(
            conflict({"talk": "ends", "mediation": "ends"}), [("stops", "talk")], id="the first ends it"
        ),
        pytest.param(
            conflict({"talk": None, "mediation": "talk"}),
            [("round", "talk, then mediation, then talk again")],
            id="back",
        ),
        pytest.param(conflict({"talk": "talk"}), [("round", "talk, then talk again")], id="itself"),
        pytest.param(conflict({"talk": "the county court decides"}), [("elsewhere", "talk")], id="words"),
        pytest.param(conflict({"talk": "mediaton", "mediation": None}), [("unknown", "talk")], id="a slip"),
        pytest.param(
            conflict(
                {"talk": None, "mediation": "choice", "choice": "ends"},
                goal={"route": "talk", "if_still_open": "choice"},
                process={"route": "talk"},
                relationship="mediation",
            ),
            [
                ("stops", "talk, then choice"),
                ("stops", "talk, then mediation, then choice"),
                ("stops", "mediation, then choice"),
            ],
            id="by kind",
        ),
        pytest.param(
            conflict({"talk": None, "mediation": None}, goal={"route": "mediation", "if_still_open": "talk"}),
            [("stops", "mediation, then talk")],
            id="nobody wrote that it goes back",
        ),
        pytest.param(
            conflict({"talk": None}, goal="both chairs talk"), [("elsewhere", "")], id="a route in words"
        ),
    ],
)
def test_ways(found: Conflict, expected: list[tuple[str, str]]) -> None:
    assert [(way.end, in_words(found, way)) for way in ways_of(found)] == expected


@pytest.mark.parametrize(
    ("found", "left"),
    [
        pytest.param(conflict({"talk": "choice", "mediation": None, "choice": "ends"}), (1,), id="past it"),
        pytest.param(conflict({"talk": None, "mediation": None}), (), id="in order"),
        pytest.param(conflict({"talk": "mediaton", "mediation": None}), (), id="not known"),
        pytest.param(conflict({"talk": "talk", "mediation": None}), (1,), id="behind a round"),
    ],
)
def test_steps_without_a_way(found: Conflict, left: tuple[int, ...]) -> None:
    assert unreached(found, ways_of(found)) == left


said = st.sampled_from((*IDS, "ends", "nobody", "the court decides", None))


@given(
    st.lists(st.sampled_from(IDS), min_size=1, unique=True).flatmap(
        lambda ids: st.fixed_dictionaries(dict.fromkeys(ids, said))
    ),
    st.dictionaries(
        st.sampled_from(("goal", "process", "relationship")),
        st.fixed_dictionaries({"route": said, "if_still_open": said}),
    ),
)
def test_every_way_ends_and_takes_no_step_twice(
    steps: dict[str, str | None], kinds: dict[str, object]
) -> None:
    found = conflict(steps, **kinds)
    for way in ways_of(found):
        assert len(set(way.steps)) == len(way.steps) <= len(steps)
        assert (way.end == "round") == (way.back >= 0)
        assert way.back < 0 or way.back in way.steps
