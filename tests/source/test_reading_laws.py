"""Laws of reading: what YAML writes is read back, spans mark what they say, nothing is raised."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from coalcheck.engine.source.node import Document, Mapping, Node, Scalar, Span
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

CHARTERS = (
    """\
coalcheck: 1
name: Rivers and Rails
kind: coalition   # coalition | alliance
model: opportunistic
purpose: Keep the night trains until the budget vote on 12 November 2026.
term: {starts: 2026-05-01, ends: 2026-11-30}
members:
  - id: river-watch
    name: River Watch
    commits: {staff: 10 hours a month, money: 2000 EUR}
  - id: night-line
    name: "Night Line Riders: the union"
    role: Knows the timetable; brings riders.
decisions:
  statement:
    covers: [speak, event]
    passes: at least 2/3 of votes cast
    notice: 2 clear days
  change:
    covers: [amend, admit, dissolve]
    passes: all members
exit: {notice: 10 days, in_writing_to: all members}
""",
    """\
# two houses, one stove
name: A Warm Room for All
stage: signed
bridge:
  value: Hospitality
  said_together: >-
    Nobody sleeps outside
    while a hall stands empty.
usual: &usual {notice: 14 clear days, body: both}
decisions:
  open-a-hall: {<<: *usual, passes: all members, covers: [event]}
scope:
  inside:
    - id: halls
      about: |
        Halls, stoves and beds
        in the winter months
explaining:
  parish: {likely_question: 'Why with those who don''t pray?'}
""",
)
QUIET = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp", "Zs")),
    max_size=12,
)
leaves = st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(max_size=20) | words
trees = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words.filter(bool), inner, max_size=4),
    max_leaves=20,
)


CORRECTED = {
    *("ambiguous-number", "number-marks", "ambiguous-date", "date-format", "smart-quotes"),
    *("list-mark", "missing-space", "wide-colon", "cut-by-hash", "hidden-character", "non-breaking-space"),
}


def spaced(value: object) -> object:
    """A value in which every space is an ordinary one, as between words of a charter."""
    if isinstance(value, str):
        return re.sub(r"[^\S\n]", " ", value)
    if isinstance(value, dict):
        return {spaced(key): spaced(inner) for key, inner in value.items()}
    return [spaced(inner) for inner in value] if isinstance(value, list) else value


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for entry in node.entries.values():
            yield entry.key
            yield from scalars(entry.value)
    else:
        for item in node.items:
            yield from scalars(item)


def cut(document: Document, span: Span) -> str:
    return document.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def assert_sound(document: Document) -> None:
    """What every document promises, whatever was read."""
    lines = len(document.lines)
    for problem in document.problems:
        line, column, end_line, end_column = problem.span
        assert 1 <= line <= end_line <= lines + 1
        assert column >= 1
        assert (line, column) <= (end_line, end_column)
        assert all(isinstance(text, str) for text in problem.values.values())
    assert list(document.problems) == sorted(document.problems, key=lambda problem: problem.span)
    if document.root is None:
        assert document.problems
        return
    plain(document.root)
    for scalar in scalars(document.root):
        span = scalar.span
        assert 1 <= span.line <= span.end_line <= lines
        assert span[:2] <= span[2:]
        assert span.end_column <= len(document.lines[span.end_line - 1]) + 1


@QUIET
@given(
    st.dictionaries(words.filter(bool), trees, min_size=1, max_size=4), st.booleans(), st.integers(20, 200)
)
@example({"a": "no"}, False, 80)
@example({"=": "<<"}, True, 80)
def test_what_yaml_writes_is_read_back(data: dict[str, object], flow: bool, width: int) -> None:
    written = yaml.safe_dump(data, default_flow_style=flow, allow_unicode=True, sort_keys=False, width=width)

    document = read(written, "x")

    if {problem.kind for problem in document.problems} & CORRECTED:
        return  # a text that looks like a slip is corrected and told; that is tested in its own place
    assert {problem.kind for problem in document.problems} <= {"absurd-number"}
    assert document.root is not None
    assert spaced(plain(document.root)) == spaced(data)


@QUIET
@given(st.dictionaries(words.filter(bool), trees, min_size=1, max_size=4))
def test_a_span_cuts_out_the_text(data: dict[str, object]) -> None:
    document = read(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "x")

    assert_sound(document)
    if document.root is not None and not document.problems:
        for scalar in scalars(document.root):
            if scalar.style == "plain" and scalar.span.line == scalar.span.end_line:
                assert spaced(cut(document, scalar.span)) == spaced(scalar.text)


@pytest.mark.parametrize("text", CHARTERS)
def test_the_charters_are_in_order_and_every_span_is_exact(text: str) -> None:
    document = read(text, "x")

    assert document.problems == ()
    assert document.root is not None
    assert plain(document.root) == yaml.load(text, Loader=_Texts)
    for scalar in scalars(document.root):
        if scalar.style == "plain":
            assert cut(document, scalar.span) == scalar.text


class _Texts(yaml.SafeLoader):
    """PyYAML with the words of YAML 1.2: numbers and booleans, and dates as text."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, expression) for tag, expression in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@QUIET
@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b"\x00\x00\xfe\xff\x00")
@example(b"a: &\n")
@example(b"*\n&\n")
def test_no_bytes_raise(data: bytes) -> None:
    assert_sound(read(data, "x"))


@QUIET
@given(st.text(max_size=200))
@example("\ud800: \udfff")
@example("a:\n\t- b\n \t c: d\n")
def test_no_text_raises(text: str) -> None:
    assert_sound(read(text, "x"))


@settings(QUIET, max_examples=300)
@given(st.text("ab1:- #,.[]{}&*!|>'\"%@`\\\t\n\u00a0\u200b\u201c\u201d\uff1a\u2013", max_size=60))
@example("a: [[\n- {b\n")
@example("'a\n\"b\n")
def test_no_text_of_signs_raises(text: str) -> None:
    assert_sound(read(text, "x"))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A charter with a few characters taken out, put in, doubled or moved."""
    text = draw(st.sampled_from(CHARTERS))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text) - 1))
        end = min(len(text), place + draw(st.integers(0, 6)))
        new = draw(
            st.sampled_from(
                ["", "\t", " ", "\n", '"', "'", "[", "]", "{", "}", ": ", "#", "- ", "&", "*", "\u00a0"]
            )
        )
        text = text[:place] + new + text[end:]
    return text


@settings(QUIET, max_examples=300)
@given(mutated())
def test_no_slip_in_a_charter_raises_or_hides_the_rest(text: str) -> None:
    document = read(text, "x")

    assert_sound(document)
    assert document.root is not None
    # What is readable at the end of the file is read, however far above the slip is.
    if isinstance(document.root, Mapping) and "unread-rest" not in {each.kind for each in document.problems}:
        assert len(document.root.entries) >= 4


@QUIET
@given(mutated())
def test_reading_is_the_same_every_time(text: str) -> None:
    assert read(text, "x") == read(text, "x")
    assert read(text.encode(), "x") == read(text, "x")
