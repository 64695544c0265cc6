"""What is to be settled first, asked, or good practice: when it is said, and when nothing is."""

from __future__ import annotations

from collections.abc import Callable
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


GOOD: Parts = {
    "criteria": {
        "alignment_of_interest": scored(4, how_narrow="one issue"),
        "trust": scored(4),
        "resource_commitment": scored(4),
        "time_horizon": scored(4, how_long="2 months"),
        "exit_cost": scored(1, high_means="hard to leave"),
    },
    "dimensions": dict.fromkeys(KEYS, scored(3)),
    "supporters": {"risk": "low"},
    "red_flags": dict.fromkeys(
        ("wants_veto_on_messages", "cannot_give_staff", "would_drive_supporters_away"), "no"
    ),
    "deal_breakers": {"new coal": "no"},
}
FILE: Parts = {
    "ours": "breathe",
    "kept_private": "yes",
    "we_need": {"overlap": "one issue", "horizon": "2 months", "easy_exit": "yes"},
    "our_deal_breakers": ["new coal"],
    "our_dimensions": {"risk_tolerance": scored(3), "innovation": scored(3)},
}


def with_candidate(**changed: object) -> Parts:
    kept = {key: value for key, value in {**GOOD, **changed}.items() if value is not None}
    return {**FILE, "candidates": {"local-9": kept}}


def of_candidate(**changed: object) -> tuple[Point, ...]:
    return answer(with_candidate(**changed)).views[0].points


def of_file(**changed: object) -> tuple[Point, ...]:
    file = {key: value for key, value in {**with_candidate(), **changed}.items() if value is not None}
    return answer(file).points


def test_where_all_is_written_and_fits_nothing_is_said() -> None:
    found = answer(with_candidate())
    assert found.points == ()
    assert found.views[0].points == ()
    assert found.views[0].lead.models == found.lead.models == ("opportunistic",)


RED, NO = "red_flags", GOOD["red_flags"]
MIND: Parts = {"risk": "high", "who_may_object": "donors"}
PLAN = {"why_it_serves_us": "A warm room", "who_answers": "The chair", "said_first": "A letter"}
CRITERIA = GOOD["criteria"]
EIGHT = GOOD["dimensions"]


@pytest.mark.parametrize(
    ("changed", "kind", "source", "words"),
    [
        pytest.param(
            {RED: NO | {"wants_veto_on_messages": "yes"}}, "settle", "S7.veto-abuse", "stop what", id="veto"
        ),
        pytest.param(
            {RED: NO | {"cannot_give_staff": "yes"}}, "settle", "D11", "no staff time", id="no staff"
        ),
        pytest.param(
            {RED: NO | {"would_drive_supporters_away": "yes"}},
            "settle",
            "N10",
            "lose supporters",
            id="supporters",
        ),
        pytest.param({RED: {}}, "ask", "S7.veto-abuse", "a wish to stop", id="signs nobody thought of"),
        pytest.param(
            {RED: {"cannot_give_staff": "no"}},
            "ask",
            "S7.veto-abuse",
            "others say and supporters",
            id="two open",
        ),
        pytest.param(
            {"deal_breakers": {"new coal": "yes"}}, "settle", "N3", '"new coal"', id="a deal-breaker"
        ),
        pytest.param(
            {"deal_breakers": None}, "ask", "N3", '"new coal"', id="a deal-breaker nobody looked at"
        ),
        pytest.param({"supporters": None}, "ask", "N10", "How may your own supporters", id="reaction open"),
        pytest.param({"supporters": MIND}, "settle", "N10", "likely", id="high, no plan"),
        pytest.param(
            {"supporters": MIND | {"risk": "some"}}, "settle", "N10", "may object", id="some, no plan"
        ),
        pytest.param(
            {"supporters": {"risk": "some", "plan": PLAN}},
            "ask",
            "N10",
            "Who of your supporters",
            id="who may object is open",
        ),
        pytest.param(
            {"supporters": MIND | {"plan": {"who_answers": "The chair"}}},
            "ask",
            "N10",
            "own mission and what you say first",
            id="two thirds of a plan open",
        ),
        pytest.param(
            {"supporters": MIND | {"plan": "A letter to all"}},
            "ask",
            "N10",
            '"A letter to all"',
            id="a plan in a sentence is not judged",
        ),
        pytest.param(
            {"criteria": CRITERIA | {"trust": scored(2)}},
            "settle",
            "D1",
            "begin with a small pilot",
            id="pilot",
        ),
        pytest.param(
            {"criteria": CRITERIA | {"resource_commitment": scored(1)}},
            "settle",
            "D1",
            "cannot commit alike",
            id="means",
        ),
        pytest.param(
            {"criteria": CRITERIA | {"exit_cost": scored(5, high_means="hard to leave")}},
            "settle",
            "D1",
            "leaving is hard",
            id="hard to leave, and we want to leave easily",
        ),
        pytest.param(
            {"criteria": CRITERIA | {"exit_cost": scored(1, high_means="easy to leave")}},
            "settle",
            "D1",
            "leaving is hard",
            id="the same, scored the other way round",
        ),
        pytest.param(
            {"criteria": CRITERIA | {"exit_cost": scored(1)}}, "ask", "D1", "high_means", id="direction open"
        ),
        pytest.param(
            {"criteria": CRITERIA | {"alignment_of_interest": scored(4)}},
            "ask",
            "D1",
            "how_narrow",
            id="narrow open",
        ),
        pytest.param({"criteria": CRITERIA | {"trust": 4}}, "ask", "D1", "Why this score", id="no reason"),
        pytest.param(
            {"criteria": CRITERIA | {"trust": "We met"}},
            "ask",
            "D1",
            "Which score, from 1 to 5, and why: trust",
            id="no score",
        ),
        pytest.param(
            {"dimensions": EIGHT | {"culture": 3}}, "ask", "D1", "culture", id="a dimension without a reason"
        ),
        pytest.param({"dimensions": EIGHT | {"innovation": scored(5)}}, "", "", "", id="two apart is near"),
        pytest.param(
            {"dimensions": EIGHT | {"risk_tolerance": scored(5)}}, "", "", "", id="two apart in risk is near"
        ),
        pytest.param(
            {"dimensions": dict.fromkeys(KEYS[:4], scored(3))},
            "practice",
            "N28",
            "four of the eight",
            id="four of eight",
        ),
        pytest.param({"dimensions": dict.fromkeys(KEYS[:5], scored(3))}, "", "", "", id="five of eight"),
        pytest.param(
            {"dimensions": dict.fromkeys(KEYS[:4], scored(3)) | {"history": 3}},
            "practice",
            "N28",
            "four of the eight",
            id="the fifth has no reason",
        ),
        pytest.param({"dimensions": {}}, "practice", "N28", "none of the eight", id="none of eight"),
        pytest.param(
            {"dimensions": {"complementary_resources": scored(5)}},
            "practice",
            "N28",
            "only what it brings",
            id="only means",
        ),
        pytest.param({"supporters": {"risk": "none"}}, "", "", "", id="supporters will not mind"),
        pytest.param(
            {"supporters": MIND | {"plan": PLAN}},
            "",
            "",
            "",
            id="a full plan",
        ),
        pytest.param(
            {"assessed": {"from": "2026-01-12", "to": "2026-01-13"}},
            "",
            "",
            "",
            id="a short look at a short alliance",
        ),
        pytest.param(
            {"assessed": {"from": "2026-01-12", "to": "2026-01-11"}},
            "ask",
            "N28",
            "before the first",
            id="days swapped",
        ),
        pytest.param({"assessed": {"from": "2026-01-12"}}, "", "", "", id="still looking"),
    ],
)
def test_what_is_said_of_a_candidate(changed: Parts, kind: str, source: str, words: str) -> None:
    found = of_candidate(**changed)
    said = [point for point in found if point.kind == kind and point.source == source and words in point.says]
    assert bool(said) is bool(words), found
    if not words:
        assert found == ()


@pytest.mark.parametrize(
    ("changed", "kind", "words"),
    [
        pytest.param({"kept_private": None}, "ask", "Does this file stay with you", id="privacy not said"),
        pytest.param({"kept_private": "no"}, "settle", "not kept private", id="not private"),
        pytest.param({"ours": None}, "ask", "Whose file", id="whose it is"),
        pytest.param({"ours": "local-9"}, "ask", "among the candidates", id="ourselves among the candidates"),
        pytest.param(
            {"our_deal_breakers": None, "candidates": {}}, "ask", "not accept", id="no deal-breakers"
        ),
        pytest.param({"we_need": None}, "ask", "What do you need yourselves", id="no needs"),
        pytest.param(
            {"we_need": {"horizon": "2 months", "easy_exit": "yes"}}, "ask", "overlap", id="one need open"
        ),
        pytest.param({"our_dimensions": None}, "ask", "risk tolerance and innovation", id="where we stand"),
        pytest.param(
            {"our_dimensions": {"innovation": scored(3), "risk_tolerance": 3}},
            "ask",
            "on risk tolerance",
            id="no reason",
        ),
        pytest.param(
            {"we_need": {"overlap": "one issue", "horizon": "7 months", "easy_exit": "no"}},
            "ask",
            "What you need points to different models",
            id="needs that differ",
        ),
    ],
)
def test_what_is_said_of_the_file(changed: Parts, kind: str, words: str) -> None:
    assert [point for point in of_file(**changed) if point.kind == kind and words in point.says]


ORDER = ("settle", "ask", "practice")


@pytest.mark.parametrize("make", [of_candidate, of_file], ids=["candidate", "file"])
def test_what_is_to_be_settled_comes_first(make: Callable[..., tuple[Point, ...]]) -> None:
    worse = {"kept_private": "no", "ours": None, RED: {"cannot_give_staff": "yes"}, "dimensions": {}}
    known: Parts = FILE if make is of_file else GOOD
    kinds = [point.kind for point in make(**{key: worse[key] for key in worse if key in known})]
    assert len(set(kinds)) > 1
    assert kinds == sorted(kinds, key=ORDER.index)
