"""The tree: spans as the eye marks them, anchors, merge keys, and what a file may not hold."""

from __future__ import annotations

import pytest

from coalcheck.engine.source.node import Document, Mapping, Node, Problem, Scalar, Sequence, Span
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain


def document(text: str | bytes) -> Document:
    return read(text, "charter.yaml")


def at(node: Node | None, *route: str | int) -> Node:
    assert node is not None
    for step in route:
        if isinstance(node, Mapping):
            assert isinstance(step, str)
            node = node.entries[step].value
        else:
            assert isinstance(node, Sequence)
            assert isinstance(step, int)
            node = node.items[step]
    return node


def kinds(text: str | bytes) -> list[str]:
    return [problem.kind for problem in document(text).problems]


def problem(text: str | bytes, kind: str) -> Problem:
    (found,) = [each for each in document(text).problems if each.kind == kind]
    return found


@pytest.mark.parametrize(
    ("text", "route", "span"),
    [
        pytest.param("a: b\n", ("a",), (1, 4, 1, 5), id="a plain text"),
        pytest.param("a: b  # c\n", ("a",), (1, 4, 1, 5), id="a note is not part of it"),
        pytest.param("a: b   \n", ("a",), (1, 4, 1, 5), id="blanks at the end are not part of it"),
        pytest.param("a: 'b'\n", ("a",), (1, 4, 1, 7), id="quotes are part of it"),
        pytest.param("a: b\n  c  \n\nd: e\n", ("a",), (1, 4, 2, 4), id="two lines"),
        pytest.param("a: b\n\n  c\n\n\n# d\ne: f\n", ("a",), (1, 4, 3, 4), id="an empty line inside"),
        pytest.param('a: "b\n  c"\n', ("a",), (1, 4, 2, 5), id="quotes over two lines"),
        pytest.param("a: |\n  b\n  c\n\n\nd: e\n", ("a",), (1, 4, 3, 4), id="line by line"),
        pytest.param("a: >-\n  b  \n\n# c\nd: e\n", ("a",), (1, 4, 2, 4), id="folded, with blanks behind"),
        pytest.param("a: |\n", ("a",), (1, 4, 1, 5), id="line by line, and none"),
        pytest.param("a:\nb: c\n", ("a",), (1, 3, 1, 3), id="nothing stands behind its colon"),
        pytest.param("a:\n  - b\n  -\n", ("a", 1), (3, 4, 3, 4), id="an item that is empty"),
        pytest.param("a: \U0001f600 b\n", ("a",), (1, 4, 1, 7), id="a character beyond 65,535 is one"),
        pytest.param("é: ü\n", ("é",), (1, 4, 1, 5), id="letters of two bytes are one"),
        pytest.param("\ufeffa: b\n", ("a",), (1, 4, 1, 5), id="the mark of UTF-8 has no column"),
        pytest.param("a: b\r\nc: d\r\n", ("c",), (2, 4, 2, 5), id="line ends of Windows"),
        pytest.param("a: b\rc: d\r", ("c",), (2, 4, 2, 5), id="line ends of old"),
        pytest.param("a: {b: c}\n", ("a",), (1, 4, 1, 10), id="braces are part of it"),
        pytest.param("a: [b,\n  c]  # d\n", ("a",), (1, 4, 2, 5), id="brackets over two lines"),
        pytest.param("a:\n  b: c\n\n# d\ne: f\n", ("a",), (2, 3, 2, 7), id="a mapping ends with its value"),
        pytest.param("a:\n  - b\n  - c\n\ne: f\n", ("a",), (2, 3, 3, 6), id="a list begins with its dash"),
        pytest.param("a:\n- b\n- c\ne: f\n", ("a",), (2, 1, 3, 4), id="a list that is not set in"),
        pytest.param("a: &x b\n", ("a",), (1, 7, 1, 8), id="a label is not part of it"),
        pytest.param("a: &x\n  b: c\n", ("a",), (2, 3, 2, 7), id="nor above a mapping"),
        pytest.param("a: &x\n  - b\n", ("a",), (2, 3, 2, 6), id="nor above a list"),
        pytest.param("a: &x\n- b\n", ("a",), (2, 1, 2, 4), id="nor above a list that is not set in"),
        pytest.param("a: &x # why\n  b\n", ("a",), (2, 3, 2, 4), id="nor with a note behind it"),
        pytest.param("a: &x {b: c}\n", ("a",), (1, 7, 1, 13), id="nor before braces"),
        pytest.param("a: &x b\nc: *x\n", ("c",), (1, 7, 1, 8), id="a reference leads to what it stands for"),
        pytest.param("a: &x {b: c}\nd: {<<: *x}\n", ("d", "b"), (1, 11, 1, 12), id="and so does a merge key"),
    ],
)
def test_a_span_is_what_the_eye_marks(text: str, route: tuple[str | int, ...], span: Span) -> None:
    assert at(document(text).root, *route).span == span


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("a: &x b\nc: *x\n", {"a": "b", "c": "b"}, id="a reference"),
        pytest.param("a: &x [b]\nc: {d: *x}\n", {"a": ["b"], "c": {"d": ["b"]}}, id="to a list"),
        pytest.param("&x a: b\nc: *x\n", {"a": "b", "c": "a"}, id="to a key"),
        pytest.param(
            "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n", {"a": {"b": 1}, "c": {"b": 1, "d": 2}}, id="merged"
        ),
        pytest.param(
            "a: &x {b: 1}\nc: {<<: *x, b: 2}\n", {"a": {"b": 1}, "c": {"b": 2}}, id="own goes first"
        ),
        pytest.param("a: &x {b: 1}\nc: {b: 2, <<: *x}\n", {"a": {"b": 1}, "c": {"b": 2}}, id="also above"),
        pytest.param(
            "a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne: {<<: [*x, *y]}\n",
            {"a": {"b": 1}, "c": {"b": 2, "d": 3}, "e": {"b": 1, "d": 3}},
            id="of two merged ones the first",
        ),
        pytest.param(
            "a: [&x b, *x]\nc: [&x d, *x]\n", {"a": ["b", "b"], "c": ["d", "d"]}, id="a label given twice"
        ),
        pytest.param('a: {"<<": b}\n', {"a": {"<<": "b"}}, id="arrows in quotes are a key"),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="dashes above and points below"),
        pytest.param("%YAML 1.2\n---\na: b\n", {"a": "b"}, id="a directive"),
        pytest.param(
            "NO: 5\n12: x\ntrue: y\n~: z\n", {"NO": 5, "12": "x", "true": "y", "~": "z"}, id="keys are text"
        ),
        pytest.param("? a\n: b\n", {"a": "b"}, id="a question mark before a key"),
        pytest.param("a: b:c\n", {"a": "b:c"}, id="a colon without a space"),
        pytest.param("a: b#c\n", {"a": "b#c"}, id="a hash without a space"),
        pytest.param("{a: b}\n", {"a": "b"}, id="braces around it all"),
    ],
)
def test_good_files_are_read_without_a_word(text: str, value: object) -> None:
    read_ = document(text)

    assert read_.problems == ()
    assert read_.complete
    assert read_.root is not None
    assert plain(read_.root) == value


@pytest.mark.parametrize(
    ("text", "kind", "span", "route", "values"),
    [
        pytest.param(
            "a:\n  b: 1\n  c: 2\n  b: 3\n",
            "duplicate-key",
            (4, 3, 4, 4),
            ("a", "b"),
            {"key": "b", "first_line": "2"},
            id="a key stands twice",
        ),
        pytest.param(
            "a: [&x [*x]]\n",
            "alias-inside-itself",
            (1, 9, 1, 11),
            ("a", 0, 0),
            {"found": "*x", "first_line": "1"},
            id="a list that holds itself",
        ),
        pytest.param(
            "a: {<<: b}\n", "merge-without-keys", (1, 9, 1, 10), ("a",), {"found": "b"}, id="nothing to merge"
        ),
        pytest.param(
            "a: b\n? [c, d]\n: e\n",
            "key-not-a-word",
            (2, 3, 2, 9),
            (),
            {"found": "[c, d]"},
            id="a list as a key",
        ),
        pytest.param("a: {? : b}\n", "value-without-key", (1, 7, 1, 7), ("a",), {}, id="an empty key"),
        pytest.param("a: b\n---\nc: d\n", "several-documents", (2, 1, 2, 4), (), {}, id="a second document"),
        pytest.param("- a\n", "not-a-mapping", (1, 1, 1, 4), (), {"found": "a list"}, id="a list"),
        pytest.param("a\n", "not-a-mapping", (1, 1, 1, 2), (), {"found": "one text"}, id="a text"),
        pytest.param("# a\n", "empty-file", (1, 1, 1, 1), (), {}, id="notes only"),
        pytest.param("---\n", "empty-file", (1, 1, 1, 1), (), {}, id="dashes only"),
        pytest.param("", "empty-file", (1, 1, 1, 1), (), {}, id="nothing"),
        pytest.param(
            "a: 1e400\n", "absurd-number", (1, 4, 1, 9), ("a",), {"found": "1e400"}, id="a huge power"
        ),
        pytest.param("a: [.inf]\n", "absurd-number", (1, 5, 1, 9), ("a", 0), {"found": ".inf"}, id="endless"),
    ],
)
def test_what_a_file_may_not_hold(
    text: str, kind: str, span: Span, route: tuple[str | int, ...], values: dict[str, str]
) -> None:
    found = problem(text, kind)

    assert found.span == span
    assert found.route == route
    assert found.values == values


def test_to_bring_in_what_is_not_there_is_said_once() -> None:
    assert [each.kind for each in document("a: {<<: *b, c: d}\n").problems] == ["unknown-alias"]
    assert [each.kind for each in document('a: {<<: "*b"}\n').problems] == ["merge-without-keys"]


def test_the_first_of_two_alike_is_kept() -> None:
    read_ = document("a: 1\na: 2\n")

    assert read_.root is not None
    assert plain(read_.root) == {"a": 1}


def test_nothing_is_run() -> None:
    text = 'a: !!python/object/apply:os.system ["exit 1"]\n'

    assert kinds(text) == ["tag"]
    root = document(text).root
    assert root is not None
    assert plain(root) == {"a": ["exit 1"]}


def test_what_is_shared_is_the_same_node() -> None:
    root = document("a: &x {b: c}\nd: *x\n").root

    assert at(root, "a") is at(root, "d")


def test_a_hundred_levels_are_enough_and_one_more_is_not() -> None:
    levels = 99  # and the mapping around them

    assert kinds("a: " + "[" * levels + "]" * levels + "\n") == []
    assert kinds("a: " + "[" * (levels + 1) + "]" * (levels + 1) + "\n") == ["too-deep"]


def test_a_reference_counts_as_deep_as_what_it_stands_for() -> None:
    half = "[" * 60 + "]" * 60

    assert kinds(f"a: &x {half}\nb: *x\n") == []
    assert kinds(f"a: &x {half}\nb: " + "[" * 60 + "*x" + "]" * 60 + "\n") == ["too-deep"]


def test_a_reference_counts_as_many_as_what_it_stands_for() -> None:
    thousand = "[" + ", ".join(["x"] * 999) + "]"

    assert kinds(f"a: &x {thousand}\nb: [" + ", ".join(["*x"] * 90) + "]\n") == []
    assert kinds(f"a: &x {thousand}\nb: [" + ", ".join(["*x"] * 100) + "]\n") == ["too-large"]


def test_what_was_read_before_a_limit_is_kept_and_marked_as_a_part() -> None:
    read_ = document("name: Clean Air\na: " + "[" * 101 + "\n")

    assert not read_.complete
    assert at(read_.root, "name") == Scalar("Clean Air", Span(1, 7, 1, 16))


def test_of_many_alike_fifty_are_told() -> None:
    found = kinds("".join(f"k{number}: .nan\n" for number in range(80)))

    assert found == ["absurd-number"] * 50 + ["many-alike"]


def test_lines_are_those_of_the_file() -> None:
    assert document("a: b\r\n\r\nc:\u00a0d").lines == ("a: b", "", "c:\u00a0d")
    assert document("a: b\n\n").lines == ("a: b", "")
