"""Whatever is wrong with a private file is found with its line, and the rest is answered."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine import choose as engine
from coalcheck.engine.choosing.load import is_charter, load
from coalcheck.engine.choosing.model import FORMAT
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.source.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures" / "choosing"
FAULTY = FIXTURES / "faulty.yaml"
GOOD = sorted(path for path in FIXTURES.glob("*.yaml") if path != FAULTY)
MARK = re.compile(r"# expect: ([A-Z]\d{3}) (.+)$")


def choice(text: str) -> engine.Choice:
    return engine.choose("-", stdin=text.encode)


def found(text: str) -> list[tuple[str, int, int]]:
    return [
        (finding.code, finding.span.line, finding.span.column) for finding in choice(text).result.findings
    ]


def test_each_marked_line_of_the_faulty_file_is_found_and_no_other() -> None:
    text = FAULTY.read_text(encoding="utf-8")
    marked = {n: match for n, line in enumerate(text.splitlines(), 1) if (match := MARK.search(line))}
    findings = choice(text).result.findings
    assert {finding.span.line: finding.code for finding in findings} == {n: m[1] for n, m in marked.items()}
    assert len(findings) == len(marked)
    assert all(marked[finding.span.line][2] in finding.message for finding in findings)


def test_what_is_left_of_the_faulty_file_is_answered() -> None:
    answer = choice(FAULTY.read_text(encoding="utf-8")).answer
    assert answer is not None
    assert [view.id for view in answer.views] == ["local-9"]
    assert answer.views[0].readings[0].because == "One issue"
    assert answer.ours == "breathe"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: str(path.stem))
def test_nothing_is_wrong_with_the_good_ones(path: Path) -> None:
    assert choice(path.read_text(encoding="utf-8")).result.findings == ()


ONE = "candidates:\n  local-9:\n    criteria:\n      trust: {}\n"


@pytest.mark.parametrize(
    ("score", "advice"),
    [
        pytest.param("0", "from 1 to 5", id="below"),
        pytest.param("6", "from 1 to 5", id="above"),
        pytest.param("-3", "from 1 to 5", id="negative"),
        pytest.param("3.5", "from 1 to 5", id="between two"),
        pytest.param("'3'", "Write 3.", id="in quotes"),
        pytest.param("four", "Write 4.", id="in letters"),
        pytest.param("4/5", "Write 4.", id="of five"),
        pytest.param("2 out of 5", "Write 2.", id="of five, in words"),
        pytest.param("high", "from 1 to 5", id="a word"),
        pytest.param("true", "from 1 to 5", id="yes is no score"),
        pytest.param("1e9", "from 1 to 5", id="a power of ten"),
    ],
)
def test_what_is_no_score_is_said_with_what_to_write(score: str, advice: str) -> None:
    text = ONE.replace("{}", f"{{score: {score}, because: We met}}")
    findings = choice(text).result.findings
    assert [(f.code, f.span.line, f.span.column) for f in findings] == [("C156", 4, 22)]
    assert advice in findings[0].fix


@pytest.mark.parametrize(
    "written",
    ["{score: 1, because: We met}", "{score: 5}", "3", "We met", "{because: We met}", "{score: 05}"],
)
def test_these_are_scores_or_reasons(written: str) -> None:
    assert found(ONE.replace("{}", written)) == []


@pytest.mark.parametrize(
    ("text", "code", "advice"),
    [
        pytest.param("canditates: {}", "C150", "candidates", id="misspelt"),
        pytest.param("purpose: Stop it.", "C150", "in the charter", id="of the charter"),
        pytest.param("ranking: [a, b]", "C150", "our_deal_breakers", id="nothing like it"),
        pytest.param(
            "candidates: {a: {red_flags: {wants_veto: yes}}}", "C150", "wants_veto_on_messages", id="deep"
        ),
        pytest.param("choosing: 2", "C161", '"choosing: 1"', id="a later format"),
        pytest.param("we_need: {easy_exit: perhaps}", "C151", "yes or no", id="neither yes nor no"),
        pytest.param("we_need: {overlap: a few}", "C152", "one issue", id="another word"),
        pytest.param("we_need: {horizon: a while}", "C156", "a number and a unit", id="no length"),
        pytest.param("candidates: [a, b]", "C151", "names, each", id="a list of candidates"),
        pytest.param(
            "candidates: {a: {deal_breakers: {new coal: no}}}", "C157", "our_deal_breakers", id="not ours"
        ),
        pytest.param(
            "our_deal_breakers: [new coal]\ncandidates: {a: {deal_breakers: {new goal: no}}}",
            "C157",
            "new coal",
            id="near",
        ),
        pytest.param("candidates: {a: {name: A, name: B}}", "C113", "Keep one", id="twice"),
    ],
)
def test_each_slip_has_its_code_and_advice(text: str, code: str, advice: str) -> None:
    findings = choice(f"{text}\n").result.findings
    assert [finding.code for finding in findings] == [code]
    assert advice in findings[0].fix
    assert findings[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("text", "charter"),
    [
        pytest.param("coalcheck: 1\nname: X\n", True, id="says so"),
        pytest.param("name: X\nmembers: [{id: a}]\n", True, id="has members"),
        pytest.param("choosing: 1\nmembers: [{id: a}]\n", False, id="says that it is private"),
        pytest.param("ours: a\n", False, id="neither"),
        pytest.param("- a\n", False, id="a list"),
    ],
)
def test_a_charter_is_told_from_a_private_file(text: str, charter: bool) -> None:
    assert is_charter(read(text, "x.yaml")) is charter


def test_the_format_is_the_one_that_the_fixtures_write() -> None:
    assert all(f"choosing: {FORMAT}\n" in path.read_text(encoding="utf-8") for path in [*GOOD, FAULTY])


WORDS = st.sampled_from(
    "score because criteria dimensions trust innovation candidates we_need horizon easy_exit ours red_flags "
    "supporters risk plan deal_breakers our_deal_breakers kept_private how_long assessed from name".split()
)
LEAVES = st.sampled_from(
    ["1", "5", "9", "yes", "no", "", "We met", "7 months", "2026-01-12", "~", "[]", "{}"]
)
TREES = st.recursive(
    LEAVES,
    lambda below: (
        st.lists(st.tuples(WORDS, below), max_size=4).map(
            lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"
        )
        | st.lists(below, max_size=3).map(lambda items: f"[{', '.join(items)}]")
    ),
    max_leaves=12,
)


@given(st.lists(st.tuples(WORDS, TREES), min_size=1, max_size=5))
def test_no_file_stops_it(items: list[tuple[str, str]]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in items)
    loaded = load(read(text, "x.yaml"))
    assert loaded.choosing is not None
    assert all(problem.span.line <= len(items) for problem in loaded.problems)
    assert choice(text).answer is not None
