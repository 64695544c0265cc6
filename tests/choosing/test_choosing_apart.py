"""What lies apart: a candidate and us, two candidates, what we need and what is written."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from coalcheck.engine.choosing.answer import Answer, Point
from coalcheck.engine.choosing.assess import assess
from coalcheck.engine.choosing.dimensions import KEYS
from coalcheck.engine.choosing.load import load
from coalcheck.engine.source.read import read

Parts = dict[str, Any]


def answer(parts: Parts) -> Answer:
    loaded = load(read(yaml.safe_dump(parts, sort_keys=False), "private/choosing.yaml"))
    assert loaded.choosing is not None
    assert loaded.problems == ()
    return assess(loaded.choosing)


def scored(score: int, **more: object) -> Parts:
    return {"score": score, "because": "As we saw", **more}


@pytest.mark.parametrize(
    ("ours", "theirs", "apart"),
    [
        pytest.param(1, 4, True, id="three apart"),
        pytest.param(5, 2, True, id="three apart, the other way"),
        pytest.param(1, 5, True, id="four apart"),
        pytest.param(2, 4, False, id="two apart"),
        pytest.param(3, 3, False, id="alike"),
    ],
)
@pytest.mark.parametrize("key", KEYS)
def test_far_apart_from_us(key: str, ours: int, theirs: int, apart: bool) -> None:
    candidate = {"dimensions": {key: scored(theirs)}}
    found = answer({"our_dimensions": {key: scored(ours)}, "candidates": {"local-9": candidate}}).views[0]
    said = [point for point in found.of("settle") if key.replace("_", " ") in point.says]
    assert bool(said) is apart
    assert all(f"{ours} and {theirs}" in point.says and point.do for point in said)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        pytest.param({"score": 1}, scored(5), id="ours has no reason"),
        pytest.param(scored(1), {"score": 5}, id="theirs has no reason"),
        pytest.param(scored(1), {"because": "We met"}, id="theirs has no score"),
    ],
)
def test_without_a_reason_nothing_is_far_apart(ours: Parts, theirs: Parts) -> None:
    candidate = {"dimensions": {"culture": theirs}}
    found = answer({"our_dimensions": {"culture": ours}, "candidates": {"local-9": candidate}})
    assert not [point for point in found.views[0].points if "far apart" in point.says]


def two(one: Parts, other: Parts) -> tuple[Point, ...]:
    first, second = ({"dimensions": each} for each in (one, other))
    return answer({"candidates": {"clinic": first | {"name": "The Clinic"}, "choir": second}}).points


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        pytest.param(
            {"innovation": scored(1)},
            {"innovation": scored(5)},
            "1 for The Clinic and 5 for choir",
            id="new things",
        ),
        pytest.param(
            {"risk_tolerance": scored(4)},
            {"risk_tolerance": scored(1)},
            "4 for The Clinic and 1 for choir",
            id="risk",
        ),
        pytest.param({"innovation": scored(2)}, {"innovation": scored(4)}, "", id="two apart"),
        pytest.param(
            {"history": scored(1)}, {"history": scored(5)}, "", id="what each has with us is no distance"
        ),
        pytest.param({"innovation": 1}, {"innovation": scored(5)}, "", id="no reason"),
    ],
)
def test_far_apart_from_each_other(one: Parts, other: Parts, words: str) -> None:
    said = [point.says for point in two(one, other) if "far apart" in point.says]
    assert bool(said) is bool(words)
    assert words in "".join(said)


LONG = {
    "alignment_of_interest": scored(4, how_narrow="several issues"),
    "time_horizon": scored(3, chronic="yes"),
}


@pytest.mark.parametrize(
    ("need", "criteria", "words"),
    [
        pytest.param(
            {"overlap": "one issue"}, LONG, "You need one shared issue (opportunistic)", id="overlap"
        ),
        pytest.param({"horizon": "2 months"}, LONG, "You need 2 months (opportunistic)", id="horizon"),
        pytest.param(
            {"easy_exit": "yes"}, LONG, "points to opportunistic, what you wrote", id="exit against all"
        ),
        pytest.param(
            {"chronic": "yes"}, {"resource_commitment": scored(1)}, "speaks against it", id="no means for it"
        ),
        pytest.param({"overlap": "several issues"}, LONG, "", id="as needed"),
        pytest.param({"overlap": "several issues", "chronic": "yes"}, LONG, "", id="all as needed"),
        pytest.param(
            {"horizon": "7 months"}, {"time_horizon": scored(4)}, "", id="our own horizon is not against us"
        ),
        pytest.param({"easy_exit": "no"}, LONG, "", id="no wish to leave easily"),
    ],
)
def test_what_we_need_against_what_is_written(need: Parts, criteria: Parts, words: str) -> None:
    found = answer({"we_need": need, "candidates": {"local-9": {"criteria": criteria}}}).views[0].points
    said = [point.says for point in found if "You need" in point.says or "What you need" in point.says]
    assert bool(said) is bool(words)
    assert words in "".join(said)
    assert len(said) <= 1


@pytest.mark.parametrize(
    ("days", "criteria", "said"),
    [
        pytest.param("2026-01-24", LONG, True, id="thirteen days"),
        pytest.param("2026-01-25", LONG, False, id="two weeks"),
        pytest.param(
            "2026-01-13",
            {"exit_cost": scored(1, high_means="hard to leave")},
            False,
            id="no structure in sight",
        ),
    ],
)
def test_two_weeks_for_a_structure(days: str, criteria: Parts, said: bool) -> None:
    assessed = {"from": "2026-01-12", "to": days}
    found = answer({"candidates": {"local-9": {"criteria": criteria, "assessed": assessed}}}).views[0]
    assert any("You looked at" in point.says for point in found.of("practice")) is said


@pytest.mark.parametrize(
    ("scores", "named"),
    [
        pytest.param(
            [1, 2, 3, 4, 5],
            "1 for a, 2 for b, 4 for d and 5 for e",
            id="the one in the middle is near to all",
        ),
        pytest.param([2, 3, 5, 4], "2 for a and 5 for c", id="only the two ends"),
        pytest.param([1, 4, 1], "1 for a, 4 for b and 1 for c", id="one apart from two"),
        pytest.param([1] * 6 + [5] * 6, "5 for g, 5 for h and 4 more", id="no more names than can be read"),
        pytest.param([3, 3, 4], "", id="none"),
        pytest.param([1], "", id="one alone"),
    ],
)
def test_which_of_several_lie_far_apart(scores: list[int], named: str) -> None:
    candidates = {
        name: {"dimensions": {"innovation": scored(score)}}
        for name, score in zip("abcdefghijkl", scores, strict=False)
    }
    said = [point.says for point in answer({"candidates": candidates}).points if "far apart" in point.says]
    assert len(said) == bool(named)
    assert all(each.endswith(f"{named}.") for each in said)
