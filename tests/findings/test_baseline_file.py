"""A baseline knows points by rule, file and logical place; lines may move, counts are kept."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from settling import CHARTER, DAY, behind, keys, told

from coalcheck.engine.findings.baseline import NAME, Baseline, NotABaseline, Point, counted, read, written
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.findings.settings import Settings
from coalcheck.engine.source.node import Span
from coalcheck.engine.validate import validate


def finding(code: str = "E501", path: str = "exit", line: int = 1, file: str = "charter.yaml") -> Finding:
    span = Span(line, 1, line, 2)
    return Finding(
        code, f"name-of-{code.lower()}", Severity.ERROR, "", "", "", True, file, path, span, "", ""
    )


def whole(text: str = CHARTER) -> Baseline:
    """A baseline of everything that is found in a charter."""
    with tempfile.TemporaryDirectory() as folder:
        return counted(told(text, Path(folder)).findings)


FINDINGS = st.builds(
    finding,
    st.sampled_from(["E501", "V402", "D301"]),
    st.sampled_from(["", "exit", "a[b].c"]),
    st.integers(1, 9),
)


@given(st.lists(FINDINGS, max_size=9))
def test_what_is_written_is_read_again(found: list[Finding]) -> None:
    baseline = counted(found)
    again = read(written(baseline))
    assert (again.points, again.names) == (baseline.points, baseline.names)


@given(st.lists(FINDINGS, max_size=9), st.randoms())
def test_the_file_does_not_depend_on_the_order_or_on_lines(found: list[Finding], luck: object) -> None:
    moved = [finding(each.code, each.path, each.span.line + 7) for each in reversed(found)]
    assert written(counted(found)) == written(counted(moved))


def test_the_file_is_sorted_and_can_be_read_by_people() -> None:
    text = written(counted([finding("V402", "vetoes"), finding(), finding(), finding(file="b.yaml")]))
    rows = json.loads(text)["points"]
    assert [(row["file"], row["path"], row["code"], row["count"]) for row in rows] == [
        ("b.yaml", "exit", "E501", 1),
        ("charter.yaml", "exit", "E501", 2),
        ("charter.yaml", "vetoes", "V402", 1),
    ]
    assert rows[1]["name"] == "name-of-e501"
    assert text.endswith("}\n")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("", "line 1:", id="nothing"),
        pytest.param('{\n"coalcheck_baseline": 1,\n', "line 3:", id="cut short"),
        pytest.param("[]", 'no "coalcheck_baseline"', id="a list"),
        pytest.param("{}", 'no "coalcheck_baseline"', id="something else"),
        pytest.param('{"coalcheck_baseline": 2, "points": []}', "format is 2", id="a later format"),
        pytest.param('{"coalcheck_baseline": 1}', "no list of points", id="no points"),
        pytest.param(
            '{"coalcheck_baseline": 1, "points": {}}', "no list of points", id="points that are none"
        ),
        pytest.param(
            '{"coalcheck_baseline": 1, "points": [{"file": "a", "path": "b"}]}', "point 1 lacks", id="no code"
        ),
        pytest.param(
            '{"coalcheck_baseline": 1, "points": [{"file": "a", "path": "b", "code": "E501", "count": 0}]}',
            "point 1 lacks",
            id="counted as none",
        ),
        pytest.param(
            '{"coalcheck_baseline": 1, "points": [{"file": "", "path": "", "code": "E501", "count": true}]}',
            "point 1 lacks",
            id="counted as true",
        ),
        pytest.param(
            '{"coalcheck_baseline": ' + "9" * 9_999 + "}", "number that is too long", id="a long number"
        ),
        pytest.param("[" * 100_000, "nested too deeply", id="very deep"),
    ],
)
def test_what_is_no_baseline(text: str, says: str) -> None:
    with pytest.raises(NotABaseline, match=says):
        read(text)


def test_what_is_known_is_set_aside_and_what_is_new_is_told(tmp_path: Path) -> None:
    known = whole()
    text = CHARTER.replace("    passes: all members\n", "    passes: at least half\n")
    result = told(text, tmp_path, Settings(baseline=known))

    assert {each.baseline_state for each in result.set_aside} == {"unchanged"}
    assert {each.baseline_state for each in result.findings} == {"new"}
    assert {each.path for each in result.findings if each.code.startswith("D3")} == {
        "decisions.change.passes"
    }
    before = told(CHARTER, tmp_path)
    assert set(keys(result.set_aside)) <= set(keys(before.findings))


def test_without_a_change_nothing_counts(tmp_path: Path) -> None:
    result = told(CHARTER, tmp_path, Settings(baseline=whole()))
    assert result.findings == ()
    assert result.set_aside


@given(st.lists(st.sampled_from(["", "# a comment", "# another"]), max_size=20), st.data())
def test_lines_that_come_in_between_change_nothing(inserted: list[str], data: st.DataObject) -> None:
    lines = CHARTER.split("\n")
    for line in inserted:
        lines.insert(data.draw(st.integers(0, len(lines) - 1)), line)
    with tempfile.TemporaryDirectory() as folder:
        result = told("\n".join(lines), Path(folder), Settings(baseline=whole()))
    assert result.findings == ()


def test_members_in_another_order_change_nothing(tmp_path: Path) -> None:
    first, second = "  - id: breathe\n    sector: health\n", "  - id: local-9\n"
    turned = CHARTER.replace(first + second, second + first)
    assert turned != CHARTER
    assert told(turned, tmp_path, Settings(baseline=whole())).findings == ()


@pytest.mark.parametrize("known", [0, 1, 2, 3])
def test_of_points_that_are_alike_as_many_are_known_as_are_counted(known: int, tmp_path: Path) -> None:
    two = CHARTER + "  - {holders: [local-9], over: [joint-statement]}\n"
    alike = [each for each in told(two, tmp_path).findings if each.code == "V402"]
    (point,) = {Point(each.file, each.path, each.code) for each in alike}
    assert len(alike) == 2

    result = told(two, tmp_path, Settings(baseline=Baseline({point: known} if known else {})))

    new = [each for each in result.findings if each.code == "V402"]
    assert len(new) == max(0, 2 - known)
    assert gone(result.findings) == ([f"1 point of {NAME} is settled by now"] if known == 3 else [])


def gone(result_findings: tuple[Finding, ...]) -> list[str]:
    return [each.message for each in result_findings if each.code == "X961"]


@pytest.mark.parametrize(
    ("extra", "said"),
    [
        pytest.param({}, [], id="nothing is gone"),
        pytest.param(
            {Point("charter.yaml", "scope", "S699"): 1}, ["1 point of"], id="one of a rule that is no more"
        ),
        pytest.param({Point("charter.yaml", "exit.notice", "E501"): 2}, ["2 points of"], id="two alike"),
        pytest.param({Point("other.yaml", "exit", "E501"): 1}, [], id="of a file that is not looked at"),
        pytest.param({Point("charter.yaml", "", "D406"): 1}, [], id="of a rule about actions"),
    ],
)
def test_what_is_gone_is_told(extra: dict[Point, int], said: list[str], tmp_path: Path) -> None:
    baseline = Baseline({**whole().points, **extra})
    found = gone(told(CHARTER, tmp_path, Settings(baseline=baseline)).findings)
    assert len(found) == len(said)
    assert all(message.startswith(words) for message, words in zip(found, said, strict=True))


def test_of_a_file_that_is_not_understood_nothing_is_said_to_be_gone(tmp_path: Path) -> None:
    text = CHARTER.replace("purpose:", "porpose:")
    result = told(text, tmp_path, Settings(baseline=whole()))
    assert gone(result.findings) == []
    assert any(each.keeps_from_reading and each.baseline_state == "new" for each in result.findings)


def test_what_keeps_a_file_from_being_read_is_never_known(tmp_path: Path) -> None:
    text = CHARTER.replace("purpose:", "porpose:")
    baseline = counted(told(text, tmp_path).findings)
    grave = [
        each for each in told(text, tmp_path, Settings(baseline=baseline)).findings if each.keeps_from_reading
    ]
    assert grave


def test_a_comment_and_a_baseline_together(tmp_path: Path) -> None:
    text = behind(CHARTER, 18, 'coalcheck: ignore[V402] reason="agreed"')
    result = told(text, tmp_path, Settings(baseline=whole()))
    states = {each.code: (each.suppression is not None, each.baseline_state) for each in result.set_aside}
    assert states["V402"] == (True, "unchanged")
    assert states["E501"] == (False, "unchanged")
    assert gone(result.findings) == []


def test_a_comment_that_has_become_wrong_is_known_by_what_it_is_about(tmp_path: Path) -> None:
    unused = 'coalcheck: ignore[E501] reason="agreed"'
    known = whole(behind(CHARTER, 18, unused))
    moved = told("# a line more\n" + behind(CHARTER, 18, unused), tmp_path, Settings(baseline=known))
    other = told(behind(CHARTER, 4, unused), tmp_path, Settings(baseline=known))
    assert [each.code for each in moved.findings] == []
    assert [each.code for each in other.findings if each.code == "X951"] == ["X951"]


def test_many_charters_shared_between_processes_are_told_alike(tmp_path: Path) -> None:
    for number in range(120):
        folder = tmp_path / f"{number:03}"
        folder.mkdir()
        (folder / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    (tmp_path / ".git").mkdir()
    report = validate([str(tmp_path)], as_of=DAY, stdin=bytes)
    known = counted(each for result in report.results for each in result.findings)
    settings = Settings(baseline=known)
    again = validate([str(tmp_path)], as_of=DAY, stdin=bytes, settings=settings)
    assert len(again.results) == 120
    assert all(result.findings == () and result.set_aside for result in again.results)
