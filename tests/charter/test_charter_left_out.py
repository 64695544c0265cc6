"""What is wrong is left out and nothing else is: the rest of a charter is there, exactly as written."""

from __future__ import annotations

import time
from collections import Counter
from fractions import Fraction
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.charter.model import Charter, Money
from coalcheck.engine.source.limits import MOST_ALIKE
from coalcheck.engine.source.read import read

HEAD = "name: X\npurpose: Y\n"

START = """
name: Clean Air
purpose: Stop the deal.
members: [{id: breathe}, {id: local-9}]
decisions:
  joint: {covers: speak, passes: all members}
"""


def loaded(text: str) -> Loaded:
    return load(read(dedent(text).lstrip("\n"), "charter.yaml"))


def charter_of(text: str) -> Charter:
    charter = loaded(text).charter
    assert charter is not None
    return charter


def test_the_rest_of_a_block_is_kept() -> None:
    charter = charter_of(
        START
        + """
term: {starts: 2026-04-01, ends: someday}
scope:
  inside: [{id: meridian, about: x, wrods: y}, [list], {id: rail, about: z}]
  money: {in_all: much, one_decision: 10 EUR}
"""
    )
    assert charter.term is not None
    assert charter.scope is not None
    assert charter.scope.money is not None
    assert (str(charter.term.starts), charter.term.ends) == ("2026-04-01", None)
    assert [topic.id for topic in charter.scope.inside] == ["meridian", "rail"]
    assert charter.scope.inside[0].about == "x"
    assert charter.scope.money.one_decision == Money(Fraction(10), "EUR")


def test_a_member_counts_whatever_is_wrong_with_its_id() -> None:
    charter = charter_of(
        """
        members:
          - {id: breathe, name: A}
          - {name: B}
          - {id: breathe, name: C}
          - {id: a b, name: D}
          - {id: [x], name: E}
          - {id: , name: F}
        """
    )
    assert [member.name for member in charter.members] == list("ABCDEF")
    assert len({member.id for member in charter.members}) == 6
    assert charter.members[0].id == "breathe"


def test_each_id_is_spoken_of_once() -> None:
    text = "members:\n  - {id: a b}\n  - {name: B}\n  - {id: [x]}\n"
    at_members = [(p.kind, p.span.line) for p in loaded(text).problems if p.route[:1] == ("members",)]
    assert at_members == [("name-unclear", 2), ("missing-key", 3), ("wrong-type", 4)]


def test_many_faults_in_one_list() -> None:
    counts = ["x" if i % 2 else "1" for i in range(40)]
    items = "".join(f"  - {{id: m{i}, count: {n}, commits: {{nope: 1}}}}\n" for i, n in enumerate(counts))
    result = loaded(f"{HEAD}members:\n{items}decisions: {{a: {{passes: all members}}}}\n")
    assert result.charter is not None
    assert [member.count for member in result.charter.members] == [None if n == "x" else 1 for n in counts]
    assert sum(p.kind == "unknown-key" for p in result.problems) == 40
    assert sum(p.kind == "wrong-type" for p in result.problems) == 20
    assert list(result.problems) == sorted(result.problems, key=lambda p: p.span)


LONG = 8_000


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(
            "members:\n" + "".join(f"  - {{id: m{i}, stnding: x, count: x}}\n" for i in range(LONG)),
            id="faults of shape",
        ),
        pytest.param(
            "members:\n" + "".join(f"  - {{name: m{i}, x: {{y: 1}}}}\n" for i in range(LONG)),
            id="faults upon faults",
        ),
        pytest.param(
            "weights:\n  fees:\n" + "".join(f"    m{i}: 1\n" for i in range(LONG))
            + "members:\n" + "".join(f"  - id: n{i}\n" for i in range(LONG)),
            id="unknown names among as many",
        ),
        pytest.param("members:\n" + "  - id: m\n" * LONG, id="the same id"),
        pytest.param(
            "members:\n  - id: m\n" + "".join(f"    key{i}: x\n" for i in range(LONG)), id="keys of a member"
        ),
        pytest.param("triggers:\n" + "  -\n" * LONG, id="empty items"),
        pytest.param("".join(f"key{i}: x\n" for i in range(LONG)), id="unknown blocks"),
    ],
)  # fmt: skip
def test_many_faults_are_answered_soon(lines: str) -> None:
    document = read(HEAD + lines, "charter.yaml")
    started = time.process_time()
    found = load(document).problems
    assert time.process_time() - started < 4
    kinds = Counter(p.kind for p in found)
    assert max(kinds.values()) == MOST_ALIKE
    assert kinds["many-alike"] >= 1
    assert list(found) == sorted(found, key=lambda p: p.span)


def test_a_long_charter_without_faults_grows_no_faster_than_its_members() -> None:
    def seconds(members: int) -> float:
        lines = "".join(f"  - {{id: m{i}, sector: s{i % 7}}}\n" for i in range(members))
        rule = "decisions: {a: {passes: all members in each sector}}\n"
        document = read(f"{HEAD}members:\n{lines}{rule}", "charter.yaml")
        load(document)
        times = []
        for _ in range(3):
            started = time.process_time()
            assert load(document).problems == ()
            times.append(time.process_time() - started)
        return min(times)

    assert seconds(8_000) < 20 * seconds(1_000)


def test_text_is_kept_as_it_is_written() -> None:
    charter = charter_of("name: 007\nlegal: 1.50\npurpose: 0x1F\n")
    assert (charter.name, charter.legal, charter.purpose) == ("007", "1.50", "0x1F")


def test_numbers_are_exact() -> None:
    charter = charter_of("weights: {population: {a: 83.445, b: 0.1, c: 1e2, d: 1/3}}")
    assert list(charter.weights["population"][0].values.values()) == [
        Fraction(83445, 1000),
        Fraction(1, 10),
        Fraction(100),
        Fraction(1, 3),
    ]


def test_a_charter_cannot_be_changed() -> None:
    charter = charter_of(START)
    with pytest.raises(ValueError, match="frozen"):
        charter.name = "Other"
    with pytest.raises(ValueError, match="frozen"):
        charter.members[0].id = "other"


KEYS = st.sampled_from(
    "name purpose members decisions scope exit id passes covers groups weights values seats bodies vetoes "
    "from to is in if for kinds steps about inside term starts valid holders count x".split()
)
WRITTEN = [
    "all members",
    "breathe",
    "2026-01-01",
    "01/02/2026",
    "1,200 EUR",
    "25%",
    "yes",
    "",
    "a b",
    "€5",
    "x",
]
LEAVES = st.none() | st.booleans() | st.integers() | st.sampled_from(WRITTEN)
TREES = st.recursive(
    LEAVES,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(KEYS, below, max_size=5),
    max_leaves=40,
)


@given(st.dictionaries(KEYS, TREES, max_size=8))
def test_any_tree_is_loaded(tree: dict[str, object]) -> None:
    import yaml

    result = load(read(yaml.safe_dump(tree, sort_keys=False, allow_unicode=True), "charter.yaml"))
    assert list(result.problems) == sorted(result.problems, key=lambda p: p.span)
    lines = result.document.lines
    for problem in result.problems:
        assert 1 <= problem.span.line <= max(len(lines), 1)
        assert problem.kind
    if isinstance(result.charter, Charter):
        assert len({member.id for member in result.charter.members}) == len(result.charter.members)
