"""The real bodies and the sample coalitions: what is proven of them, and that ``decide`` says the same."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

import pytest
from proof_charters import FIXTURES, fixture
from proof_replay import judged, replayed

from coalcheck.engine.proof.answer import Answer
from coalcheck.engine.proof.asking import Put
from coalcheck.engine.proof.box import ANSWERS, Box, Vector
from coalcheck.engine.proof.logic import ABSTAIN, AGAINST
from coalcheck.engine.proof.prove import prove
from coalcheck.engine.proof.setting import Setting
from coalcheck.engine.proof.vote import Vote

FACTOR: Final = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
CASES: Final = 200_000
FEWER: Final = {"imf": 8_000, "eu-council": 8_000} if FACTOR == 1 else {}
"""So many cases are looked at every day in the two bodies of many unlike members."""
EACH: Final = [pytest.param(path, id=path.parent.name) for path in FIXTURES]


@cache
def answers_of(path: Path) -> tuple[Answer, ...]:
    return prove(fixture(path), cases=FEWER.get(path.parent.name, CASES))


@pytest.mark.parametrize("path", EACH)
def test_everything_that_is_shown_replays(path: Path) -> None:
    answers = answers_of(path)
    assert answers
    replayed(fixture(path), answers)


def test_much_is_shown() -> None:
    small = [path for path in FIXTURES if path.parent.name not in {"imf", "eu-council"}]
    assert sum(len(answer.witnesses) for path in small for answer in answers_of(path)) > 60


def some_ballots(random: Random, box: Box) -> Vector:
    """Random ballots; in some most are in favour, or most abstain, so that rules are met too."""
    tilt = random.choice((None, None, 0, 0, 2))
    found: list[int] = []
    for kind in box.kinds:
        open_ = [answer for answer in range(ANSWERS) if kind.high[answer]]
        weights = [8 if answer == tilt else 1 for answer in open_]
        did = [0] * ANSWERS
        for answer in random.choices(open_, weights, k=kind.count) if open_ else ():
            did[answer] += 1
        found += did
    return tuple(found)


@pytest.mark.parametrize("path", EACH)
def test_random_ballots_come_out_as_decide_says(path: Path) -> None:
    charter = fixture(path)
    setting, random = Setting(charter), Random(path.parent.name)
    seen: set[bool | None] = set()
    for name in charter.decisions:
        for vote in setting.votes(name)[: 6 * FACTOR]:
            put = Put(vote)
            ballots = [put.everyone_for, put.all_do(AGAINST), put.all_do(ABSTAIN)]
            ballots += [some_ballots(random, put.room.box) for _ in range(8 * FACTOR)]
            seen |= {_same(charter, put, point) for point in ballots}
    assert seen >= {True, False}


def _same(charter: Any, put: Put, point: Vector) -> bool | None:
    came = put.comes_to(point)
    assert judged(charter, put.shown(point, adopted=came)) is came, (put.vote.name, point)
    return came


def status(body: str, wanted: str, *subject: str) -> str:
    path = next(path for path in FIXTURES if path.parent.name == body)
    found = [
        each.status
        for each in answers_of(path)
        if each.property == wanted and each.subject[: len(subject)] == subject
    ]
    assert found
    return ",".join(sorted(set(found)))


@pytest.mark.parametrize(
    ("body", "wanted", "subject", "expected"),
    [
        pytest.param("wto", "staying-away-never-helps", "ordinary", "fails", id="a quorum of the WTO"),
        pytest.param("wto", "changed-no-more-easily", "interpretation", "fails", id="3/4 changed by 2/3"),
        pytest.param("wto", "changed-no-more-easily", "accession", "holds", id="2/3 changed by 2/3"),
        pytest.param("eu-council", "quorum-matters", "on-proposal", "fails", id="55 % is a quorum already"),
        pytest.param("eu-council", "quorum-matters", "unanimity", "fails", id="nobody absent is a quorum"),
        pytest.param("eu-council", "clause-matters", "on-proposal", "holds", id="a minority of four"),
        pytest.param("debian", "clause-matters", "override", "fails,holds", id="twice as many is more"),
        pytest.param("retail-twelve", "veto-matters", "0", "holds", id="5/6 of members, where 3/4 decide"),
        pytest.param("both-banks", "veto-matters", "0", "fails", id="whoever carries it can set it aside"),
        pytest.param("cyber", "veto-matters", "0", "holds", id="a veto over half"),
        pytest.param("un-security-council", "changed-no-more-easily", "substantive", "fails", id="P5"),
        pytest.param("imf", "can-be-repaired", "", "fails", id="85 % and the largest member"),
        pytest.param("nato", "no-standstill", "", "fails", id="everything by consensus"),
        pytest.param("osce", "no-standstill", "", "holds", id="consensus without the state concerned"),
        pytest.param("clean-air", "can-be-repaired", "", "fails", id="all members, and nobody is expelled"),
        pytest.param("dignity", "can-be-repaired", "", "holds", id="two members"),
        pytest.param("swiss-votes", "never-both-ways", "double-majority", "holds", id="people and cantons"),
        pytest.param("nato", "needs-support", "ordinary", "fails", id="silence adopts"),
        pytest.param("kubernetes-steering", "never-both-ways", "routine", "holds", id="half of the seats"),
    ],
)  # fmt: skip
def test_what_is_known_of_real_bodies(body: str, wanted: str, subject: str, expected: str) -> None:
    assert status(body, wanted, *filter(None, [subject])) == expected


def test_what_is_not_known_is_little() -> None:
    """What remains open: what a charter leaves open itself, and in large ones what costs too much."""
    open_ = {
        (path.parent.name, answer.property)
        for path in FIXTURES
        for answer in answers_of(path)
        if answer.status == "unknown"
    }
    costly = {each for each in open_ if each[0] in {"imf", "eu-council"}}
    assert open_ - costly <= {("cyber", "no-way-by-removing")}
    known = {
        ("imf", "no-way-by-removing"),
        *((body, "survives-two-departures") for body in ("imf", "eu-council")),
    }
    assert FACTOR == 1 or costly <= known


def test_a_vote_knows_who_votes() -> None:
    path = next(path for path in FIXTURES if path.parent.name == "cyber")
    (vote,) = Setting(fixture(path)).votes("alert")
    assert isinstance(vote, Vote)
    assert len(vote.entitled) == 4
