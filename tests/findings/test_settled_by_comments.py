"""Comments set aside what they name, on their line and nowhere else; and what is wrong with them is told."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from settling import CHARTER, above, behind, keys, told

from coalcheck.engine.findings.settings import Settings
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.source.limits import MOST_ALIKE

ABOUT_COMMENTS = "X95"
VETO = 'coalcheck: ignore[V402] reason="agreed in May"'


@pytest.mark.parametrize(
    ("text", "aside", "said"),
    [
        pytest.param(behind(CHARTER, 18, VETO), ["V402"], [], id="behind"),
        pytest.param(above(CHARTER, 18, VETO), ["V402"], [], id="above"),
        pytest.param(above(above(CHARTER, 18, VETO), 18, "why"), ["V402"], [], id="above another comment"),
        pytest.param(above(behind(CHARTER, 18, VETO), 18, VETO), ["V402"], [], id="twice"),
        pytest.param(
            behind(CHARTER, 2, 'coalcheck: ignore[E501, E504] reason="x"'), ["E501", "E504"], [], id="two"
        ),
        pytest.param(
            behind(CHARTER, 2, 'coalcheck: ignore[missing-exit-terms] reason="x"'), ["E501"], [], id="by name"
        ),
        pytest.param(
            behind(CHARTER, 18, 'coalcheck: ignore[V402] reason="x" until=2026-06-01'),
            ["V402"],
            [],
            id="the last day",
        ),
        pytest.param(
            behind(CHARTER, 18, 'coalcheck: ignore[V402] reason="x" until=2026-05-31'),
            [],
            ["X952"],
            id="over",
        ),
        pytest.param(behind(CHARTER, 18, "coalcheck: ignore[V402]"), ["V402"], ["X953"], id="no reason"),
        pytest.param(behind(CHARTER, 17, VETO), [], ["X951"], id="a line too high"),
        pytest.param(
            behind(CHARTER, 17, 'coalcheck: ignore[D406] reason="x"'), [], ["X951"], id="a point of actions"
        ),
        pytest.param(
            behind(CHARTER, 17, 'coalcheck: ignore[R843] reason="x"'), [], [], id="a point of records"
        ),
        pytest.param(
            behind(CHARTER, 18, 'coalcheck: ignore[E501] reason="x"'), [], ["X951"], id="another point"
        ),
        pytest.param(
            behind(CHARTER, 18, 'coalcheck: ignore[V402, E501] reason="x"'),
            ["V402"],
            ["X951"],
            id="half of it",
        ),
        pytest.param(behind(CHARTER, 18, 'coalcheck: ignore[V4] reason="x"'), [], ["X955"], id="a family"),
        pytest.param(behind(CHARTER, 18, "coalcheck: ignore V402"), [], ["X954"], id="not understood"),
        pytest.param(
            behind(CHARTER, 17, "coalcheck: ignore[V402] until=2020-01-01"),
            [],
            ["X951", "X953"],
            id="nothing and over",
        ),
        pytest.param(
            CHARTER.replace("purpose: ", f"purpose: '# {VETO} ").replace("2026.\n", "2026.'\n"),
            [],
            [],
            id="in quotes it is text",
        ),
    ],
)
def test_what_is_set_aside_and_what_is_said(
    text: str, aside: list[str], said: list[str], tmp_path: Path
) -> None:
    before, after = told(CHARTER, tmp_path), told(text, tmp_path)

    assert [each.code for each in after.set_aside] == aside
    assert [each.code for each in after.findings if each.code.startswith(ABOUT_COMMENTS)] == said
    others = [each for each in after.everything if not each.code.startswith(ABOUT_COMMENTS)]
    assert keys(tuple(others)) == keys(before.findings), "nothing is lost, and nothing comes to it"


def test_it_says_why_and_until_when(tmp_path: Path) -> None:
    text = behind(CHARTER, 18, 'coalcheck: ignore[V402] reason="agreed in May" until=2026-12-31')
    (finding,) = told(text, tmp_path).set_aside
    assert finding.suppression is not None
    assert finding.suppression.reason == "agreed in May"
    assert finding.suppression.until == date(2026, 12, 31)
    assert finding.suppression.line == 18


@pytest.mark.parametrize(
    ("line", "old", "new"),
    [
        pytest.param(3, "kind: coalition", "knd: coalition", id="an unknown key"),
        pytest.param(3, "kind: coalition", "kind: [coalition]", id="a wrong type"),
        pytest.param(4, "model: opportunistic", "model: oportunistic", id="an unknown word"),
        pytest.param(18, "over: [joint-statement]", "over: [statement]", id="an unknown name"),
    ],
)
def test_what_keeps_a_file_from_being_read_stays(line: int, old: str, new: str, tmp_path: Path) -> None:
    text = CHARTER.replace(old, new)
    codes = {each.code for each in told(text, tmp_path).findings if each.keeps_from_reading}
    assert codes
    for each in codes:
        noted = told(behind(text, line, f'coalcheck: ignore[{each}] reason="ours"'), tmp_path)
        assert each in {finding.code for finding in noted.findings}
        assert "X956" in {finding.code for finding in noted.findings}
        settings = Settings(ignore=("C",), severity={each: None})
        assert each in {finding.code for finding in told(text, tmp_path, settings).findings}


def test_a_point_about_comments_cannot_be_set_aside_by_one(tmp_path: Path) -> None:
    text = behind(CHARTER, 1, 'coalcheck: ignore[X951] reason="x"')
    assert "X951" in {each.code for each in told(text, tmp_path).findings}


def test_behind_a_place_that_is_no_yaml_nothing_is_set_aside(tmp_path: Path) -> None:
    text = behind(CHARTER, 18, VETO).replace("name: Clean", 'name: "Clean')
    result = told(text, tmp_path)
    assert result.set_aside == ()
    assert any(each.keeps_from_reading for each in result.findings)


CODES = sorted({policy.code for policy in shipped() if policy.subject not in ("action", "record")})
LINES = CHARTER.count("\n")


@given(
    line=st.integers(1, LINES),
    codes=st.lists(st.sampled_from([*CODES, "V402", "E501", "E504", "D301", "P203"]), min_size=1, max_size=3),
    alone=st.booleans(),
)
def test_a_comment_hides_nothing_on_other_lines(line: int, codes: list[str], alone: bool) -> None:
    comment = f'coalcheck: ignore[{", ".join(codes)}] reason="a law"'
    with tempfile.TemporaryDirectory() as folder:
        before = told(CHARTER, Path(folder))
        after = told((above if alone else behind)(CHARTER, line, comment), Path(folder))

    meant = [each for each in before.findings if each.span.line == line and each.code in codes]
    graver = [each for each in meant if each.keeps_from_reading]
    assert keys(after.set_aside) == keys(tuple(each for each in meant if each not in graver))
    left = tuple(each for each in after.findings if not each.code.startswith(ABOUT_COMMENTS))
    assert keys(left) == keys(tuple(each for each in before.findings if each not in meant or each in graver))
    # Either every rule that was named did something, or it is said that it did not.
    idle = set(codes) - {each.code for each in meant}
    assert any(each.code == "X951" for each in after.findings) is bool(idle)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("name: x\n" + "# coalcheck: ignore[V402]\n" * 90_000, id="very many, alone"),
        pytest.param(
            "name: x\n" + "".join(f"a{n}: b # coalcheck: ignore[z{n}, V402]\n" for n in range(40_000)),
            id="very many, behind",
        ),
        pytest.param(f"name: x # coalcheck: ignore[{'V402, ' * 500_000}]\n", id="a very long list"),
        pytest.param("name: x " + "# coalcheck: ignore[V402] reason='" * 100_000, id="quotes without end"),
        pytest.param(f"name: x # coalcheck: ignore[V402] {' ' * 3_000_000}y\n", id="very many blanks"),
    ],
)
def test_what_is_made_to_exhaust_us_does_not(text: str, tmp_path: Path) -> None:
    start = time.process_time()
    result = told(text, tmp_path)
    assert time.process_time() - start < 2, "a busy machine counts double"
    counts = Counter(each.code for each in result.findings)
    assert max(counts.values()) <= MOST_ALIKE + 1
