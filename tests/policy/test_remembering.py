"""A matcher that remembers finds what the one behind it finds, and asks it as little as it can."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.policy import remembering
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.matcher import Match
from coalcheck.engine.policy.reference import ReferenceMatcher
from coalcheck.engine.policy.remembering import Remembering

POLICIES = [each for each in shipped() if each.subject in {"action", "record"}]
VALUES: dict[str, st.SearchStrategy[Value]] = {
    "part": st.sampled_from(["money", "term", "notice", "veto"]),
    "met": st.booleans(),
    "outcome": st.sampled_from(["adopted", "rejected", "unauthorised"]),
    "recorded_differs": st.booleans(),
    "done": st.booleans(),
    "said": st.text(max_size=3),
    "matter": st.sampled_from(["put-again", "done-outside", "topics-moved"]),
    "refusals": st.integers(0, 5),
    "acts_outside": st.integers(0, 5),
}
FACTS = st.builds(
    Fact,
    st.sampled_from(["action", "record"]),
    st.just("x"),
    st.just(()),
    st.fixed_dictionaries({}, optional=VALUES),
)


class Counting(ReferenceMatcher):
    """The reference matcher; it notes how many facts it was asked about."""

    asked = 0

    def match(self, facts: Sequence[Fact]) -> frozenset[Match]:
        self.asked += len(facts)
        return super().match(facts)


@given(st.lists(st.lists(FACTS, max_size=6), max_size=6))
def test_it_finds_the_same(batches: list[list[Fact]]) -> None:
    plain, remembers = ReferenceMatcher(POLICIES), Remembering(Counting(POLICIES), POLICIES)
    for batch in batches:
        assert remembers.match(batch) == plain.match(batch)


def test_what_no_policy_tells_apart_is_asked_once() -> None:
    behind = Counting(POLICIES)
    remembers = Remembering(behind, POLICIES)
    facts = [Fact("action", "", (), {"part": "money", "met": False, "said": str(each)}) for each in range(9)]
    for _ in range(3):
        assert len(remembers.match(facts)) == 9
    assert behind.asked == 1


def test_true_is_not_one() -> None:
    remembers = Remembering(ReferenceMatcher(POLICIES), POLICIES)
    yes = Fact("record", "", (), {"matter": "put-again", "refusals": 3})
    assert remembers.match([yes]) == {("D450", 0)}
    less = Fact("record", "", (), {"matter": "put-again", "refusals": 2})
    assert remembers.match([less, yes]) == {("D450", 1)}


def test_it_does_not_grow_without_end() -> None:
    behind = Counting(POLICIES)
    remembers = Remembering(behind, POLICIES)
    for start in range(0, 3 * remembering.MOST, 1000):
        facts = [
            Fact("record", "", (), {"matter": "put-again", "refusals": start + each}) for each in range(1000)
        ]
        assert len(remembers.match(facts)) == sum(start + each >= 3 for each in range(1000))
        assert len(remembers._known) <= remembering.MOST
    assert behind.asked == 1000 * len(range(0, 3 * remembering.MOST, 1000))
