"""Workflow commands, read as GitHub's runner reads them: one a line, and nothing in them commands."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from given_checks import adopted, no_quorum, proposed, recorded, rejected
from given_formats import HOSTILE, NAMES, hostile, hostile_check, not_all_read
from given_records import beyond_a_limit, in_order
from given_reports import ERROR, INFO, MODEL, NOTHING, WARNING, report, several, signed
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coalcheck.engine.checking.checked import Check
from coalcheck.engine.findings.result import Report
from coalcheck.engine.report import renderer
from coalcheck.engine.report import verdict as verdicts
from coalcheck.engine.report.github import command
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.source.node import Span

COMMAND = re.compile(r"::(?P<name>[a-z]+) (?P<properties>[^:]*)::(?P<said>[^\n]*)")


class Read(NamedTuple):
    name: str
    said: str
    properties: dict[str, str]


def read(line: str) -> Read:
    """As actions/runner does: properties at commas, then what is encoded."""
    found = COMMAND.fullmatch(line)
    assert found is not None, line
    pairs = dict(part.split("=", 1) for part in found["properties"].split(","))
    return Read(found["name"], decoded(found["said"]), {key: decoded(value) for key, value in pairs.items()})


def decoded(text: str) -> str:
    for sign, code in ((":", "%3A"), (",", "%2C"), ("\n", "%0A"), ("\r", "%0D"), ("%", "%25")):
        text = text.replace(code, sign)
    return text


def commands(page: str) -> list[Read]:
    """All lines but the last, which is the answer."""
    *lines, answer = page.removesuffix("\n").split("\n")
    assert not answer.startswith("::")
    return [read(line) for line in lines if line.startswith("::")]


def shown(given: Report) -> list[Read]:
    return commands(renderer("github")(given, Options()))


def of(check: Check) -> list[Read]:
    return commands(verdicts.renderer("github")(check, Options()))


ANY = st.text(st.characters(exclude_categories=["Cs"])) | st.text(
    st.sampled_from("%:,=\r\n0A25DC3\x1b:"), max_size=20
)


@given(ANY, ANY)
def test_what_is_put_in_comes_out(said: str, value: str) -> None:
    line = command("error", said, file="x", title=value)
    assert line.count("\n") == line.count("\r") == 0
    back = read(line)
    assert back == Read("error", visible(said), {"file": "x", "title": visible(value)})


def test_the_worst_come_first_whatever_the_file() -> None:
    names = [each.name for each in shown(several())]
    assert names == sorted(names, key=["error", "warning", "notice"].index)
    assert set(names) == {"error", "warning", "notice"}


@pytest.mark.parametrize("given_report", [hostile(), several(), report(MODEL), not_all_read()])
def test_every_finding_is_a_line(given_report: Report) -> None:
    found = [each for result in given_report.results for each in result.findings]
    placed = [each for each in shown(given_report) if "file" in each.properties]
    assert len(placed) == len(found)
    assert {each.properties["file"] for each in placed} == {visible(each.file) for each in found}
    assert all(int(each.properties["line"]) >= 1 and int(each.properties["endLine"]) >= 1 for each in placed)
    unread = [each for each in shown(given_report) if "file" not in each.properties]
    assert [each.said for each in unread] == [visible(each) for each in given_report.unread]
    assert {each.name for each in unread} <= {"error"}


def test_hostile_texts_arrive_whole() -> None:
    for each in shown(hostile()):
        assert visible(HOSTILE.rstrip()) in each.said or each.properties["title"] == "Not checked"
    assert {each.properties.get("file") for each in shown(hostile())} >= {visible(name) for name in NAMES}


@pytest.mark.parametrize(
    ("span", "place"),
    [
        pytest.param(
            Span(3, 5, 3, 9), {"line": "3", "endLine": "3", "col": "5", "endColumn": "9"}, id="in one line"
        ),
        pytest.param(Span(3, 5, 4, 9), {"line": "3", "endLine": "4"}, id="over two lines"),
        pytest.param(Span(3, 5, 4, 1), {"line": "3", "endLine": "3"}, id="to the end of a line"),
        pytest.param(
            Span(1, 1, 1, 1), {"line": "1", "endLine": "1", "col": "1", "endColumn": "1"}, id="nowhere"
        ),
    ],
)
def test_columns_only_of_one_line(span: Span, place: dict[str, str]) -> None:
    finding = replace(MODEL.findings[0], span=span)
    (one,) = shown(report(replace(MODEL, findings=(finding,))))
    assert {key: one.properties[key] for key in one.properties if key not in {"file", "title"}} == place


@pytest.mark.parametrize(
    ("severity", "name", "title"),
    [
        pytest.param(ERROR, "error", "Settle before signing", id="to settle"),
        pytest.param(WARNING, "warning", "Worth a talk", id="worth a talk"),
        pytest.param(INFO, "notice", "Good practice", id="good practice"),
    ],
)
def test_how_grave_it_is(severity: int, name: str, title: str) -> None:
    finding = replace(MODEL.findings[0], severity=severity)
    (one,) = shown(report(replace(MODEL, findings=(finding,))))
    assert (one.name, one.properties["title"]) == (name, f"{title} (missing-exit-terms, E501)")
    assert one.said.split("\n")[0] == finding.message


def test_after_signing_nothing_is_to_be_settled_before_it() -> None:
    assert shown(signed())[0].properties["title"].startswith("To settle (")


def test_a_clean_charter_says_so() -> None:
    assert renderer("github")(report(NOTHING), Options()) == "Ready to sign: nothing to settle.\n"


@pytest.mark.parametrize(
    ("check", "notices"),
    [
        pytest.param(adopted(), 0, id="adopted"),
        pytest.param(rejected(), 1, id="not carried"),
        pytest.param(proposed(), 1, id="not voted on yet"),
        pytest.param(recorded(), 2, id="one as the minutes say"),
        pytest.param(beyond_a_limit(), 1, id="a record"),
        pytest.param(in_order(), 0, id="a record in order"),
    ],
)
def test_what_makes_the_exit_code_one_is_said(check: Check, notices: int) -> None:
    said = [each for each in of(check) if each.properties["title"] == "What came of it"]
    assert len(said) == notices
    assert {each.name for each in said} <= {"notice"}
    passes = [each.passes if check.record is None else each.in_order for each in check.checked]
    assert passes.count(False) == notices


def test_nobody_absent_is_named() -> None:
    page = verdicts.renderer("github")(no_quorum(), Options())
    named = verdicts.renderer("text")(no_quorum(), Options(names=True))
    absent = [
        name for name in ("Breathe Easy Network", "Local 9", "Parents for Clean Schools") if name in named
    ]
    assert absent
    assert not any(name in page for name in absent)


def test_a_hostile_title_begins_no_line_of_its_own() -> None:
    lines = verdicts.renderer("github")(hostile_check(), Options()).splitlines()
    assert len(lines) == len(of(hostile_check())) + 1
    assert lines[-1].startswith("Of 1 action")
