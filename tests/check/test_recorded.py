"""Minutes and charter: when they agree, and what is clean."""

from __future__ import annotations

from typing import get_args

import pytest
from pydantic import ValidationError

from coalcheck.engine.action.model import of
from coalcheck.engine.action.recorded import RECORDED, Recorded
from coalcheck.engine.checking.checked import Asked, Checked, Ground, agrees
from coalcheck.engine.checking.outcomes import in_words, minuted
from coalcheck.engine.decide.verdict import OUTCOMES, Outcome
from coalcheck.engine.findings.result import Result

AGREE: set[tuple[Recorded, Outcome]] = {
    ("adopted", "adopted"),
    ("rejected", "rejected"),
    ("rejected", "no-quorum"),
    ("rejected", "vetoed"),
    ("no-quorum", "no-quorum"),
    ("vetoed", "vetoed"),
    ("pending", "pending"),
    ("not adopted", "rejected"),
    ("not adopted", "no-quorum"),
    ("not adopted", "vetoed"),
    ("not adopted", "unauthorised"),
}
"""All pairs that agree: no-quorum, vetoed and rejected are all what minutes may call rejected."""


@pytest.mark.parametrize("outcome", OUTCOMES)
@pytest.mark.parametrize("recorded", RECORDED)
def test_every_pair(recorded: Recorded, outcome: Outcome) -> None:
    assert agrees(recorded, outcome) is ((recorded, outcome) in AGREE)


@pytest.mark.parametrize(
    ("written", "recorded"),
    [
        pytest.param("approved", "adopted", id="approved"),
        pytest.param("consensus", "adopted", id="consensus"),
        pytest.param("no consensus", "rejected", id="no-consensus"),
        pytest.param("no consensus yet", "rejected", id="our-own-words"),
        pytest.param("not carried", "rejected", id="not-carried"),
        pytest.param("lost", "rejected", id="lost"),
        pytest.param("inquorate", "no-quorum", id="inquorate"),
        pytest.param("postponed", "pending", id="postponed"),
        pytest.param("failed", "not adopted", id="failed"),
        pytest.param("not passed", "not adopted", id="not-passed"),
    ],
)
def test_what_people_write(written: str, recorded: Recorded) -> None:
    action = of({"recorded": written, "first_attempt": {"outcome": written}})
    assert action.recorded == recorded
    assert action.first_attempt is not None
    assert action.first_attempt.outcome == recorded


@pytest.mark.parametrize("written", ["put off", "withdrawn", "", "yes", "Carried!"])
def test_what_is_no_outcome(written: str) -> None:
    with pytest.raises(ValidationError):
        of({"recorded": written})


def test_what_cannot_be_told_agrees_with_nothing() -> None:
    assert not any(outcome == "indeterminate" for _, outcome in AGREE)


def test_without_a_verdict_nothing_is_clean() -> None:
    result = Result("letter.yaml", "action", ())
    assert not Checked(result, Asked("Letter", recorded="adopted"), Ground("charter.yaml")).passes


def test_every_outcome_has_words_of_its_own() -> None:
    words = [in_words(each) for each in OUTCOMES]
    assert len(set(words)) == len(OUTCOMES)
    assert in_words("rejected", consensus=True) == "no consensus yet"
    assert in_words("vetoed", consensus=True) == in_words("vetoed")
    assert {minuted(each) for each in get_args(Recorded)} <= {*words}
