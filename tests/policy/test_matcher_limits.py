"""The matchers where the engine behind one of them has its limits, and where they refuse to answer."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from coalcheck.engine.facts.fact import Fact, Subject, Value
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.matcher import MatcherError
from coalcheck.engine.policy.model import Policy
from coalcheck.engine.policy.reference import ReferenceMatcher

pytest.importorskip(
    "durable.engine", reason="durable-rules does not run on this Python", exc_type=ImportError
)

from coalcheck.engine.policy.durable import DurableMatcher

ODD_TEXTS = (
    "",
    "no",
    "true",
    "1",
    "other",
    'a "quoted" \\ word',
    "日本",
    "a\nb",
    "nul\0",
    "\ud800",
    "x" * 70_000,
)


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


def each_of(values: Sequence[Value]) -> list[Fact]:
    """One fact for each value of ``size``, and one without."""
    return [*(fact({"size": value}) for value in values), fact({})]


@pytest.mark.parametrize(
    ("pack", "about"),
    [
        pytest.param(
            [policy(f"D{n}", Comparison("size", "above", n)) for n in range(300, 500)],
            each_of([299, 300, 301, 450, 501]),
            id="200 ordering tests of one property, all true at once",
        ),
        pytest.param(
            [policy(f"D{n}", Comparison("size", "missing", value=False)) for n in range(300, 430)],
            each_of([0, 1]),
            id="130 tests for absence of one property",
        ),
        pytest.param(
            [policy("D300", All(tuple(Comparison(f"p{n}", "at_least", n) for n in range(200))))],
            [fact({f"p{n}": n for n in range(200)}), fact({f"p{n}": n for n in range(199)})],
            id="one condition over 200 properties",
        ),
        pytest.param(
            [policy(f"D{300 + n}", Comparison(f"p{n}", "is", n)) for n in range(400)],
            [fact({f"p{n}": n for n in range(400)}), fact({f"p{n}": n + n % 2 for n in range(400)})],
            id="a fact of 400 properties",
        ),
        pytest.param(
            [policy("D300", Not(Comparison("size", "in", tuple(range(100)))))],
            each_of([0, 99, 100]),
            id="none of a hundred",
        ),
        pytest.param(
            [
                policy(
                    "D300",
                    Any(
                        (
                            Comparison("size", "above", 1),
                            Comparison("size", "above", 2),
                            Comparison("size", "is", 5),
                        )
                    ),
                )
            ],
            each_of([1, 2, 3, 5]),
            id="several ways to hold are one match",
        ),
        pytest.param(
            [
                policy("D300", Comparison("problem", "is", "")),
                policy("D301", Not(Comparison("problem", "is", ""))),
            ],
            [fact({"problem": text}) for text in ODD_TEXTS],
            id="the empty text is a text",
        ),
        pytest.param(
            [policy("D300", All((Comparison("size", "above", 3), Comparison("size", "below", 3))))],
            each_of([2, 3, 4]),
            id="a condition that can never hold",
        ),
        pytest.param(
            [policy("D300", Comparison("size", "is", 1), subject="member")],
            each_of([1]),
            id="another subject",
        ),
        pytest.param(
            [
                policy(f"D{300 + n}", All(tuple(Comparison(f"p{8 * n + k}", "is", k) for k in range(8))))
                for n in range(50)
            ],
            [fact({f"p{n}": n % 8 for n in range(400)}), fact({f"p{n}": n % 8 for n in range(399)})],
            id="fifty conditions over 400 properties",
        ),
        pytest.param(
            [
                policy("D300", Comparison("size", "above", 2**53 - 1)),
                policy("D301", Comparison("size", "below", 0)),
            ],
            each_of([10**300, -(10**300), 10**6_000, -(10**6_000)]),
            id="numbers of thousands of digits",
        ),
        pytest.param([], each_of([1]), id="no policies"),
        pytest.param([policy("D300", Comparison("size", "is", 1))], [], id="no facts"),
        pytest.param(
            [policy("D300", Comparison("size", "is", 4_999))],
            each_of(list(range(5_000))),
            id="five thousand facts",
        ),
    ],
)
def test_matchers_agree_at_the_limits(pack: list[Policy], about: list[Fact]) -> None:
    assert DurableMatcher(pack).match(about) == ReferenceMatcher(pack).match(about)


@pytest.mark.parametrize("matcher", [ReferenceMatcher, DurableMatcher])
@pytest.mark.parametrize(
    ("when", "value"),
    [
        pytest.param(Comparison("size", "is", 1), True, id="true where a number is compared"),
        pytest.param(Comparison("size", "above", 1), "2", id="text where a number is compared"),
        pytest.param(Comparison("has_exit", "is", True), 1, id="number where yes or no is compared"),
        pytest.param(Comparison("kind", "in", ("1", "2")), 1, id="number where text is compared"),
    ],
)
def test_a_value_of_another_kind_is_an_error(
    matcher: type[ReferenceMatcher | DurableMatcher], when: Comparison, value: Value
) -> None:
    with pytest.raises(MatcherError, match="policies compare it with"):
        matcher([policy("D300", when)]).match([fact({when.fact: value})])


@pytest.mark.parametrize("matcher", [ReferenceMatcher, DurableMatcher])
def test_policies_that_disagree_on_a_kind_are_an_error(
    matcher: type[ReferenceMatcher | DurableMatcher],
) -> None:
    pack = [policy("D300", Comparison("size", "is", 1)), policy("D301", Comparison("size", "is", "1"))]

    with pytest.raises(MatcherError, match=r"D301 compares decision\.size"):
        matcher(pack)
