"""How the engine behind durable-rules is driven: nothing leaks, nothing is lost, nothing runs beside it."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.policy.condition import NUMBER_LIMIT, Condition
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.matcher import MatcherError
from coalcheck.engine.policy.model import Policy

pytest.importorskip(
    "durable.engine", reason="durable-rules does not run on this Python", exc_type=ImportError
)

import durable_rules_engine as core

from coalcheck.engine.policy.durable import MOST_RULES, DurableMatcher, RuleSet


def policy(code: str, when: Condition) -> Policy:
    """A policy about decisions of which only code and condition matter."""
    return Policy(code, code.lower(), "t", {}, "decision", when, ".", "m", "w")


def fact(size: int) -> Fact:
    """A decision of some size."""
    return Fact("decision", "x", (), {"size": size})


PACK = [policy(f"D{300 + n}", Comparison("size", "is", n)) for n in range(3)]


def compiled(matcher: DurableMatcher) -> tuple[RuleSet, ...]:
    """The rule sets about decisions."""
    return matcher._compiled("decision")


def resident() -> int:
    """KiB of memory that this process holds."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * 4


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_memory_does_not_grow_over_charters() -> None:
    matcher = DurableMatcher(PACK)
    about = [fact(n % 5) for n in range(20)]
    for _ in range(1_500):  # the engine holds 1,024 sessions; the next one would fail
        matcher.match(about)
    gc.collect()
    before = resident()
    for _ in range(1_500):
        matcher.match(about)
    gc.collect()

    assert resident() - before < 1_024


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_memory_does_not_grow_over_packs() -> None:
    def many(times: int) -> None:
        for n in range(times):
            pack = [policy(f"D{300 + k}", Comparison("size", "is", n * 1_000 + k)) for k in range(40)]
            assert DurableMatcher(pack).match([fact(n * 1_000)]) == {("D300", 0)}

    many(30)
    gc.collect()
    before = resident()
    many(100)
    gc.collect()

    assert resident() - before < 4 * 1_024  # a set that is not given back takes over half a MiB


def test_matchers_of_one_pack_share_their_rule_sets_as_long_as_one_is_in_use() -> None:
    one, other = DurableMatcher(PACK), DurableMatcher(PACK)
    gone = weakref.ref(compiled(one)[0])

    assert compiled(one)[0] is compiled(other)[0]
    del one, other
    gc.collect()
    assert gone() is None


def test_own_policies_leave_the_rule_sets_of_shipped_ones_alone() -> None:
    shipped = DurableMatcher(PACK)
    joined = DurableMatcher([*PACK, policy("L001", Comparison("size", "is", 1))])

    assert compiled(joined)[0] is compiled(shipped)[0]
    assert len(compiled(joined)) == 2
    assert joined.match([fact(1)]) == {("D301", 0), ("L001", 0)}


def test_only_sets_about_subjects_at_hand_are_built() -> None:
    matcher = DurableMatcher(PACK)

    assert matcher.match([Fact("member", "x", (), {"size": 1})]) == frozenset()
    assert matcher._sets == {}


def test_sets_are_of_fifty_rules() -> None:
    pack = [policy(f"D{300 + n}", Comparison("size", "is", n)) for n in range(2 * MOST_RULES + 1)]

    assert len(compiled(DurableMatcher(pack))) == 3


def test_no_thread_is_started() -> None:
    before = threading.active_count()
    DurableMatcher(PACK).match([fact(1)])

    assert threading.active_count() == before


def fails(error: Exception) -> Callable[..., Any]:
    """A function that raises."""

    def function(*_: object, **__: object) -> Any:
        raise error

    return function


@pytest.mark.parametrize(
    ("part", "said"),
    [
        pytest.param("create_ruleset", "refused", id="compiling"),
        pytest.param("assert_fact", "failed on facts about decision", id="asserting"),
        pytest.param("start_action_for_state", "failed on facts about decision", id="acting"),
        pytest.param("complete_and_start_action", "failed on facts about decision", id="going on"),
        pytest.param("delete_state", "failed on facts about decision", id="cleaning up"),
    ],
)
def test_an_engine_that_fails_is_an_error_never_no_match(
    monkeypatch: pytest.MonkeyPatch, part: str, said: str
) -> None:
    matcher = DurableMatcher([policy("D399", Comparison("size", "is", 399))])
    monkeypatch.setattr(core, part, fails(core.error("error code: 303")))

    with pytest.raises(MatcherError, match=said):
        matcher.match([fact(399)])


def test_an_engine_that_handles_nothing_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    matcher = DurableMatcher([policy("D398", Comparison("size", "is", 398))])
    monkeypatch.setattr(core, "assert_fact", lambda *_: (1, 0))

    with pytest.raises(MatcherError, match="did not answer"):
        matcher.match([fact(398)])


@pytest.mark.parametrize(
    "given",
    [
        pytest.param('{"77":{"m":{"i":0}}}', id="a rule that is not of this set"),
        pytest.param('{"0":{"i":0}}', id="no fact"),
        pytest.param('{"0":', id="half an answer"),
    ],
)
def test_an_answer_that_cannot_be_read_is_an_error(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    matcher = DurableMatcher([policy("D397", Comparison("size", "is", 397))])
    with monkeypatch.context() as broken:
        broken.setattr(core, "complete_and_start_action", lambda *_: given)
        with pytest.raises(MatcherError, match="failed on facts about decision"):
            matcher.match([fact(397)])

    assert matcher.match([fact(1)]) == frozenset(), "the next charter is not concerned"


def test_every_rule_that_one_fact_meets_is_read() -> None:
    pack = [policy(f"D{300 + n}", Comparison("size", "at_least", n)) for n in range(40)]
    matcher = DurableMatcher(pack)

    found = matcher.match([fact(10), fact(-1), fact(39), fact(10)])

    assert found == {(f"D{300 + n}", i) for i, most in ((0, 10), (2, 39), (3, 10)) for n in range(most + 1)}


def test_after_a_failure_the_matcher_works_again(monkeypatch: pytest.MonkeyPatch) -> None:
    matcher = DurableMatcher(PACK)
    with monkeypatch.context() as broken:
        broken.setattr(core, "start_action_for_state", fails(ValueError("x")))
        with pytest.raises(MatcherError):
            matcher.match([fact(1)])

    assert matcher.match([fact(1)]) == {("D301", 0)}


@pytest.mark.parametrize("number", [NUMBER_LIMIT, -NUMBER_LIMIT, 10**40])
def test_a_number_beyond_the_limit_is_refused_in_a_policy(number: int) -> None:
    with pytest.raises(MatcherError, match="beyond"):
        DurableMatcher([policy("D300", Comparison("size", "is", number))]).match([fact(1)])


@pytest.mark.parametrize("text", ["nul\0", "line\n", "\ud800"])
def test_an_unprintable_text_is_refused_in_a_policy(text: str) -> None:
    with pytest.raises(MatcherError, match="cannot be printed"):
        DurableMatcher([policy("D300", Comparison("size", "is", text))]).match(
            [Fact("decision", "x", (), {"size": "a"})]
        )
