"""Both matchers give the same answer to everything; where they do not, one of them is wrong.

``COALCHECK_EXAMPLES=40`` draws 8,000 packs of policies with their facts, and says how many matched.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.fact import Fact, Subject, Value
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.policy.reference import ReferenceMatcher

pytest.importorskip(
    "durable.engine", reason="durable-rules does not run on this Python", exc_type=ImportError
)

from coalcheck.engine.policy.durable import DurableMatcher

PACKS = 200 * int(os.environ.get("COALCHECK_EXAMPLES", "1"))

SUBJECTS: tuple[Subject, ...] = ("decision", "member", "file")
# Names that the engine uses itself are properties like any other to us.
BOOLS = ("has_exit", "t", "no_size")
INTS = ("size", "id", "i", "needed")
TEXTS = ("problem", "sid", "kind", "größe")
NUMBERS = (-(2**53) + 1, -4, -1, 0, 1, 2, 3, 5, 2**31, 2**53 - 1)
WORDS = (
    "",
    "no",
    "true",
    "1",
    "other",
    "other'",
    'a "quoted" \\ word',
    "ärztekammer",
    "日本",
    "🙂",
    "x" * 300,
)
FACT_NUMBERS = (*NUMBERS, 2**53, -(2**53), 2**64 + 1, -(10**30), 4)
FACT_WORDS = (*WORDS, "x" * 301, "other''", "a\nb", "nul\0", "\ud800", "no ", "No", "{}", "x" * 70_000)


def policy(code: str, when: Condition, subject: Subject = "decision") -> Policy:
    """A policy of which only code, subject and condition matter."""
    return Policy(
        code=code,
        name=code.lower(),
        title="t",
        severity={},
        subject=subject,
        when=when,
        at=".",
        message="m",
        why="w",
    )


def fact(values: dict[str, Value], subject: Subject = "decision") -> Fact:
    """A fact of which only subject and properties matter."""
    return Fact(subject=subject, id="x", route=(), values=values)


def _tests() -> st.SearchStrategy[Condition]:
    number = st.sampled_from(NUMBERS) | st.integers(-6, 6)
    word = st.sampled_from(WORDS)
    absence = st.builds(Comparison, st.sampled_from(BOOLS + INTS + TEXTS), st.just("missing"), st.booleans())
    return st.one_of(
        st.builds(Comparison, st.sampled_from(BOOLS), st.just("is"), st.booleans()),
        st.builds(Comparison, st.sampled_from(INTS), st.just("is"), number),
        st.builds(
            Comparison,
            st.sampled_from(INTS),
            st.sampled_from(("above", "below", "at_least", "at_most")),
            number,
        ),
        st.builds(Comparison, st.sampled_from(TEXTS), st.just("is"), word),
        st.builds(
            Comparison,
            st.sampled_from(TEXTS),
            st.just("in"),
            st.lists(word, min_size=1, max_size=4).map(tuple),
        ),
        st.builds(
            Comparison,
            st.sampled_from(INTS),
            st.just("in"),
            st.lists(number, min_size=1, max_size=4).map(tuple),
        ),
        absence,
    )


def conditions() -> st.SearchStrategy[Condition]:
    """Any condition over the properties above, of moderate size."""

    def combined(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        several = st.lists(parts, min_size=1, max_size=3).map(tuple)
        return st.one_of(st.builds(All, several), st.builds(Any, several), st.builds(Not, parts))

    return st.recursive(_tests(), combined, max_leaves=6)


def facts() -> st.SearchStrategy[Fact]:
    """Any fact over the properties above; each may be absent."""
    values = st.fixed_dictionaries(
        {},
        optional={
            **{name: st.booleans() for name in BOOLS},
            **{name: st.sampled_from(FACT_NUMBERS) | st.integers() for name in INTS},
            **{name: st.sampled_from(FACT_WORDS) | st.text(max_size=4) for name in TEXTS},
        },
    )
    return st.builds(fact, values, st.sampled_from(SUBJECTS))


class Drawn:
    """Packs and facts drawn by seed: far larger ones, and far faster, than strategies give."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def pack(self) -> list[Policy]:
        """Up to 90 policies: more than one set holds, over one subject or several."""
        draw = self._random
        subjects = SUBJECTS if draw.random() < 0.7 else SUBJECTS[:1]
        size = draw.choice((1, 3, 8, 20, 45, 90))
        return [policy(f"D{300 + n}", self._condition(2), draw.choice(subjects)) for n in range(size)]

    def facts(self) -> list[Fact]:
        """Up to 40 facts."""
        draw = self._random
        return [fact(self._values(), draw.choice(SUBJECTS)) for _ in range(draw.choice((1, 2, 6, 15, 40)))]

    def _values(self) -> dict[str, Value]:
        draw = self._random
        chances: Sequence[tuple[tuple[str, ...], Sequence[Value]]] = (
            (BOOLS, (True, False)),
            (INTS, FACT_NUMBERS),
            (TEXTS, FACT_WORDS[:-1]),
        )
        return {
            name: draw.choice(values) for names, values in chances for name in names if draw.random() < 0.75
        }

    def _condition(self, depth: int) -> Condition:
        draw = self._random
        if depth == 0 or draw.random() < 0.35:
            return self._test()
        if draw.random() < 0.25:
            return Not(self._condition(depth - 1))
        parts = tuple(self._condition(depth - 1) for _ in range(draw.randint(1, 3)))
        return draw.choice((All, Any))(parts)

    def _test(self) -> Comparison:
        draw = self._random
        kind = draw.randrange(6)
        if kind == 0:
            return Comparison(draw.choice(BOOLS), "is", draw.random() < 0.5)
        if kind == 1:
            return Comparison(draw.choice(BOOLS + INTS + TEXTS), "missing", draw.random() < 0.5)
        if kind == 2:
            return Comparison(draw.choice(TEXTS), "in", tuple(draw.sample(WORDS, draw.randint(1, 4))))
        if kind == 3:
            return Comparison(draw.choice(TEXTS), "is", draw.choice(WORDS))
        if kind == 4:
            return Comparison(draw.choice(INTS), "is", draw.choice(NUMBERS))
        return Comparison(
            draw.choice(INTS), draw.choice(("above", "below", "at_least", "at_most")), draw.choice(NUMBERS)
        )


def both(pack: Sequence[Policy], about: Sequence[Fact]) -> frozenset[tuple[str, int]]:
    """What both matchers find; the test fails where they differ."""
    reference = ReferenceMatcher(pack).match(about)
    assert DurableMatcher(pack).match(about) == reference
    return reference


def test_matchers_agree_on_packs_drawn_by_seed(capsys: pytest.CaptureFixture[str]) -> None:
    matching = matches = 0
    for seed in range(PACKS):
        drawn = Drawn(seed)
        found = both(drawn.pack(), drawn.facts())
        matching += bool(found)
        matches += len(found)

    with capsys.disabled():
        print(f"\n{PACKS} packs, {matching} with a match, {matches} matches: the matchers agree")  # noqa: T201
    assert matching * 3 >= PACKS


@given(st.lists(conditions(), min_size=1, max_size=4), st.lists(facts(), min_size=1, max_size=4))
def test_matchers_agree_on_every_condition(drawn: list[Condition], about: list[Fact]) -> None:
    both([policy(f"D{300 + n}", when) for n, when in enumerate(drawn)], about)


@given(
    st.lists(conditions(), min_size=1, max_size=6), st.lists(facts(), min_size=1, max_size=4), st.randoms()
)
def test_order_does_not_matter(drawn: list[Condition], about: list[Fact], shuffle: random.Random) -> None:
    pack = [policy(f"D{300 + n}", when) for n, when in enumerate(drawn)]
    order = list(range(len(about)))
    shuffle.shuffle(order)
    shuffled = DurableMatcher(shuffle.sample(pack, len(pack))).match([about[n] for n in order])

    assert DurableMatcher(pack).match(about) == {(code, order[n]) for code, n in shuffled}
