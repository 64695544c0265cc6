"""What points where: each criterion at each score, and what several of them say together."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.choosing import table
from coalcheck.engine.choosing.answer import Answer, View
from coalcheck.engine.choosing.assess import assess
from coalcheck.engine.choosing.load import load
from coalcheck.engine.source.read import read

Parts = dict[str, Any]


def answer(parts: Parts) -> Answer:
    loaded = load(read(yaml.safe_dump(parts, sort_keys=False), "private/choosing.yaml"))
    assert loaded.choosing is not None
    assert loaded.problems == ()
    return assess(loaded.choosing)


def view(criteria: Parts, need: Parts | None = None) -> View:
    parts: Parts = {"we_need": need} if need else {}
    return answer({**parts, "candidates": {"local-9": {"criteria": criteria}}}).views[0]


def scored(score: int, **more: object) -> Parts:
    return {"score": score, "because": "As we saw", **more}


def pointing(criterion: str, score: int, need: Parts | None = None, **more: object) -> tuple[str, ...]:
    found = view({criterion: scored(score, **more)}, need).readings
    return found[[*map(str, table.CRITERIA)].index(criterion)].points


OPP, V, S, PILOT, NOT_S = table.MODELS[0], table.MODELS[1], table.MODELS[2], "pilot first", "not structural"
ONE, SEVERAL = {"how_narrow": "one issue"}, {"how_narrow": "several issues"}
HARD, EASY = {"high_means": "hard to leave"}, {"high_means": "easy to leave"}


@pytest.mark.parametrize(
    ("criterion", "more", "points"),
    [
        pytest.param("alignment_of_interest", ONE, [(OPP,)] * 5, id="one issue"),
        pytest.param(
            "alignment_of_interest", {"how_narrow": "single issue"}, [(OPP,)] * 5, id="a single issue"
        ),
        pytest.param("alignment_of_interest", SEVERAL, [(V, S)] * 5, id="several issues"),
        pytest.param("alignment_of_interest", {}, [()] * 5, id="narrow or not is not said"),
        pytest.param("trust", {}, [(PILOT,), (PILOT,), (), (), ()], id="trust"),
        pytest.param("resource_commitment", {}, [(NOT_S,), (NOT_S,), (), (), ()], id="means"),
        pytest.param("time_horizon", {"how_long": "3 months"}, [(OPP,)] * 5, id="three months"),
        pytest.param("time_horizon", {"how_long": "7 months"}, [(V,)] * 5, id="seven months"),
        pytest.param("time_horizon", {"how_long": "3 years"}, [(V, S)] * 5, id="three years"),
        pytest.param("time_horizon", {"chronic": "yes"}, [(S,)] * 5, id="a problem that stays"),
        pytest.param("time_horizon", {}, [()] * 5, id="how long is not said"),
        pytest.param("exit_cost", HARD, [(OPP,), (OPP,), (), (), ()], id="high means hard"),
        pytest.param("exit_cost", EASY, [(), (), (), (OPP,), (OPP,)], id="high means easy"),
        pytest.param("exit_cost", {}, [()] * 5, id="what high means is not said"),
    ],
)
def test_each_criterion_at_each_score(criterion: str, more: Parts, points: list[tuple[str, ...]]) -> None:
    assert [pointing(criterion, score, **more) for score in range(1, 6)] == points


@pytest.mark.parametrize(
    ("how_long", "points"),
    [
        pytest.param("5 weeks", (OPP,), id="weeks"),
        pytest.param("90 days", (OPP,), id="ninety days"),
        pytest.param("13 weeks", (OPP,), id="a quarter in weeks"),
        pytest.param("1 quarter", (OPP,), id="a quarter"),
        pytest.param("60 working days", (OPP,), id="sixty working days are twelve weeks"),
        pytest.param("14 weeks", (OPP, V), id="a week more than three months"),
        pytest.param("70 working days", (OPP, V), id="seventy working days are fourteen weeks"),
        pytest.param("6 months", (OPP, V), id="six months"),
        pytest.param("2 quarters", (OPP, V), id="half a year in quarters"),
        pytest.param("7 months", (V,), id="seven months"),
        pytest.param("23 months", (V,), id="not quite two years"),
        pytest.param("24 months", (V, S), id="two years in months"),
        pytest.param("104 weeks", (V, S), id="two years in weeks"),
        pytest.param("2 years", (V, S), id="two years"),
    ],
)
def test_how_long_it_lasts(how_long: str, points: tuple[str, ...]) -> None:
    assert pointing("time_horizon", 3, how_long=how_long) == points
    assert answer({"we_need": {"horizon": how_long}}).needs[1].points == points


@pytest.mark.parametrize(
    ("score", "points", "assumed"),
    [
        pytest.param(1, (), False, id="it does not fit at all"),
        pytest.param(2, (), False, id="it hardly fits"),
        pytest.param(3, (V,), True, id="it fits so far"),
        pytest.param(5, (V,), True, id="it fits"),
    ],
)
def test_our_own_horizon_stands_in_where_it_fits(score: int, points: tuple[str, ...], assumed: bool) -> None:
    reading = view({"time_horizon": scored(score)}, {"horizon": "7 months"}).readings[3]
    assert reading.points == points
    assert ("7 months" in reading.assumed) is assumed
    assert bool(reading.asked) is not assumed


@pytest.mark.parametrize(
    "written",
    [
        pytest.param({"score": 1}, id="a score and no reason"),
        pytest.param(1, id="a bare score"),
        pytest.param({"because": "Never met"}, id="a reason and no score"),
        pytest.param("Never met", id="a bare reason"),
    ],
)
def test_without_score_or_reason_it_takes_no_part(written: object) -> None:
    found = view({"trust": written, "exit_cost": scored(1, **HARD)})
    assert found.readings[1].row is None
    assert not found.lead.pilot
    assert found.lead.models == (OPP,)
    assert any("trust" in point.says for point in found.of("ask"))


def criteria(**given: tuple[int, Parts]) -> Parts:
    return {name: scored(score, **more) for name, (score, more) in given.items()}


@pytest.mark.parametrize(
    ("given", "models", "asked", "pilot", "not_structural"),
    [
        pytest.param({}, (), False, False, False, id="nothing is written"),
        pytest.param({"trust": (5, {})}, (), False, False, False, id="trust alone points nowhere"),
        pytest.param({"trust": (1, {})}, (), False, True, False, id="a pilot and no model"),
        pytest.param({"alignment_of_interest": (4, ONE)}, (OPP,), False, False, False, id="one points"),
        pytest.param(
            {"alignment_of_interest": (4, ONE), "exit_cost": (1, HARD)},
            (OPP,),
            False,
            False,
            False,
            id="agreed",
        ),
        pytest.param(
            {"alignment_of_interest": (4, SEVERAL), "time_horizon": (3, {"how_long": "7 months"})},
            (V,),
            False,
            False,
            False,
            id="the narrower of two is in both",
        ),
        pytest.param(
            {"alignment_of_interest": (4, SEVERAL), "time_horizon": (3, {"chronic": "yes"})},
            (S,),
            False,
            False,
            False,
            id="both allow a structure",
        ),
        pytest.param(
            {"alignment_of_interest": (4, SEVERAL), "resource_commitment": (2, {})},
            (V,),
            False,
            False,
            True,
            id="of two models one is spoken against",
        ),
        pytest.param(
            {"time_horizon": (3, {"chronic": "yes"}), "resource_commitment": (2, {})},
            (),
            True,
            False,
            True,
            id="the only model is spoken against",
        ),
        pytest.param(
            {"alignment_of_interest": (4, ONE), "time_horizon": (5, {"how_long": "7 months"})},
            (),
            True,
            False,
            False,
            id="two models",
        ),
        pytest.param(
            {"alignment_of_interest": (4, SEVERAL), "exit_cost": (5, EASY), "trust": (2, {})},
            (),
            True,
            True,
            False,
            id="two ways, and a pilot whichever it is",
        ),
        pytest.param(
            {"resource_commitment": (1, {}), "exit_cost": (1, HARD)},
            (OPP,),
            False,
            False,
            True,
            id="what speaks against a structure does not hurt a short alliance",
        ),
        pytest.param(
            {
                "alignment_of_interest": (1, ONE),
                "trust": (1, {}),
                "resource_commitment": (1, {}),
                "time_horizon": (1, {"how_long": "2 months"}),
                "exit_cost": (1, HARD),
            },
            (OPP,),
            False,
            True,
            True,
            id="all five at 1",
        ),
        pytest.param(
            {
                "alignment_of_interest": (5, SEVERAL),
                "trust": (5, {}),
                "resource_commitment": (5, {}),
                "time_horizon": (5, {"chronic": "yes"}),
                "exit_cost": (5, HARD),
            },
            (S,),
            False,
            False,
            False,
            id="all five at 5",
        ),
    ],
)
def test_together(
    given: dict[str, tuple[int, Parts]], models: tuple[str, ...], asked: bool, pilot: bool,
    not_structural: bool,
) -> None:  # fmt: skip
    lead = view(criteria(**given)).lead
    assert lead.models == models
    assert bool(lead.question) is asked
    assert (lead.pilot, lead.not_structural) == (pilot, not_structural)


def test_the_question_names_every_side() -> None:
    given = criteria(
        alignment_of_interest=(4, ONE), time_horizon=(5, {"how_long": "7 months"}), exit_cost=(1, HARD)
    )
    assert view(given).lead.question == (
        "Which matters more to you: what you say of alignment of interest and exit cost (opportunistic), "
        "or what you say of time horizon (values-bridge)?"
    )


FORMS: Parts = {
    "alignment_of_interest": [{}, ONE, SEVERAL],
    "trust": [{}],
    "resource_commitment": [{}],
    "time_horizon": [{}, {"how_long": "2 months"}, {"how_long": "9 months"}, {"chronic": "yes"}],
    "exit_cost": [{}, HARD, EASY],
}
ANY = st.fixed_dictionaries(
    {},
    optional={
        name: st.builds(lambda score, more: scored(score, **more), st.integers(1, 5), st.sampled_from(forms))
        for name, forms in FORMS.items()
    },
)


@given(ANY)
def test_a_model_is_named_only_where_all_that_points_agrees(given: Parts) -> None:
    found = view(given)
    told = [{*reading.points} & {*table.MODELS} for reading in found.readings]
    pointed = [models for models in told if models]
    agreed = set.intersection(*pointed) if pointed else set()
    if found.lead.not_structural:
        agreed.discard(S)
    assert {*found.lead.models} == agreed
    assert bool(found.lead.question) is bool(pointed and not agreed)


@given(ANY, st.permutations(table.CRITERIA))
def test_the_order_in_the_file_makes_no_difference(given: Parts, order: list[str]) -> None:
    assert view({name: given[name] for name in order if name in given}) == view(given)


def test_every_line_of_the_table_has_its_row() -> None:
    rows = [value for value in vars(table).values() if isinstance(value, table.Row)]
    assert len(rows) > 10
    assert {row.source for row in rows} == {"D1", "D2"}
    assert all(row.why.endswith(".") and row.says == row.says.strip(".") for row in rows)
