"""Members that have had less than half of what the charter foresees for them, by their own word."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.history.chapters import received

KINDS = ("strategic", "operational", "financial", "innovative", "reputational", "relational")


def charter(**portfolios: tuple[str, ...]) -> str:
    lines = [
        f"    {member}: {{{', '.join(f'{each}: x' for each in kinds)}}}"
        for member, kinds in portfolios.items()
    ]
    return "\n".join(["value:", "  portfolios:", *lines])


def told(day: str, member: str, **had: str) -> str:
    text = ", ".join(f"{kind}: {word}" for kind, word in had.items())
    return f"happened: experience\ndate: {day}\nexperience: {{member: {member}, had: {{{text}}}}}"


@given(
    st.lists(st.sampled_from(KINDS), unique=True, min_size=1),
    st.dictionaries(st.sampled_from(KINDS), st.sampled_from(("yes", "no"))),
)
def test_only_what_is_known_not_to_have_come_counts(foreseen: list[str], had: dict[str, str]) -> None:
    missing = sum(had.get(kind) == "no" for kind in foreseen)
    record = recorded(told("2026-06-01", "parents", **had), charter=charter(parents=tuple(foreseen)))
    less = Fraction(len(foreseen) - missing, len(foreseen)) < Fraction(1, 2)
    expected = [("less-than-half", 1, "1 of 1 member")] if less else []
    assert said(received, record, "had_less", "had_less_of") == expected


ALL = charter(parents=KINDS[:3], breathe=KINDS[:2])
LESS = told("2026-06-01", "parents", strategic="yes", operational="no", financial="no")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param(
            [LESS, told("2026-07-01", "breathe", strategic="yes")], "1 of 2 members", id="one of two"
        ),
        pytest.param(
            [LESS, told("2026-07-01", "breathe", strategic="no", operational="no")],
            "2 of 2 members",
            id="both",
        ),
        pytest.param(
            [told("2026-05-01", "parents", strategic="yes", operational="yes"), LESS],
            "1 of 1 member",
            id="its last word counts",
        ),
        pytest.param(
            [LESS, "happened: review\ndate: 2026-06-01\nreview: {of: value}"],
            "1 of 1 member",
            id="a review of value on the same day, which may have been before",
        ),
    ],
)
def test_less_than_half(entries: list[str], expected: str) -> None:
    record = recorded(*entries, charter=ALL)
    assert said(received, record, "had_less_of") == [("less-than-half", expected)]
    for matter in received.matters(record):
        assert all(each.said.endswith("2026: what a member has had") for each in matter.seen_in)


@pytest.mark.parametrize(
    ("entries", "portfolios"),
    [
        pytest.param(
            [LESS, told("2026-07-01", "parents", strategic="yes", operational="yes", financial="no")],
            ALL,
            id="more since",
        ),
        pytest.param(
            [LESS, "happened: review\ndate: 2026-07-01\nreview: {of: value}"],
            ALL,
            id="a review of value since",
        ),
        pytest.param([LESS], charter(breathe=KINDS), id="nothing foreseen for that member"),
        pytest.param([LESS], "value: {portfolios: {parents: a good name}}", id="foreseen in a sentence"),
        pytest.param([LESS], "", id="no value in the charter"),
        pytest.param(["happened: experience\nexperience: All is well"], ALL, id="only words"),
    ],
)
def test_nothing_is_said(entries: list[str], portfolios: str) -> None:
    assert said(received, recorded(*entries, charter=portfolios)) == []
