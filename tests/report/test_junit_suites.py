"""JUnit: read back by an XML reader; what makes the exit code 1 is a failure, and nothing else is."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from given_checks import adopted, not_said, proposed, recorded, rejected, unauthorised, unread
from given_formats import HOSTILE, NAMES, hostile, hostile_check, not_all_read
from given_records import beyond_a_limit, in_order
from given_reports import ERROR, INFO, MODEL, NOTHING, WARNING, report, several, unreadable
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coalcheck.engine.checking.checked import Check
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.findings.result import Report
from coalcheck.engine.report import renderer
from coalcheck.engine.report import verdict as verdicts
from coalcheck.engine.report.junit import NOTHING as NOTHING_FOUND
from coalcheck.engine.report.parts.junit import Case, Outcome, Suite, document
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.verdict.junit import OUTCOME


def root(given_report: Report, fail_on: Severity = ERROR) -> ET.Element:
    return ET.fromstring(renderer("junit")(given_report, Options(fail_on=fail_on)))


def failures(page: ET.Element) -> int:
    return len(page.findall(".//failure"))


REPORTS = [
    pytest.param(report(MODEL), id="the model case"),
    pytest.param(report(NOTHING), id="clean"),
    pytest.param(several(), id="several"),
    pytest.param(unreadable(), id="unreadable"),
    pytest.param(hostile(), id="hostile"),
]
CHECKS = [
    pytest.param(each, id=name)
    for name, each in {
        "adopted": adopted(), "rejected": rejected(), "unauthorised": unauthorised(), "not said": not_said(),
        "proposed": proposed(), "recorded": recorded(), "unread": unread(), "record": beyond_a_limit(),
        "record in order": in_order(), "hostile": hostile_check(),
    }.items()
]  # fmt: skip


def is_whole(page: ET.Element) -> None:
    """Counts are counts, every case has a name of its own and one outcome at most."""
    assert page.tag == "testsuites"
    for element in (page, *page.findall("testsuite")):
        for tag, name in (
            ("testcase", "tests"),
            ("failure", "failures"),
            ("error", "errors"),
            ("skipped", "skipped"),
        ):
            assert element.get(name) == str(len(element.findall(f".//{tag}")))
    for suite in page.findall("testsuite"):
        cases = suite.findall("testcase")
        assert cases
        assert len({(case.get("classname"), case.get("name")) for case in cases}) == len(cases)
        for case in cases:
            assert len([each for each in case if each.tag != "system-out"]) <= 1


@pytest.mark.parametrize("fail_on", list(Severity))
@pytest.mark.parametrize("given_report", REPORTS)
def test_a_report(given_report: Report, fail_on: Severity) -> None:
    page = root(given_report, fail_on)
    is_whole(page)
    found = [each for result in given_report.results for each in result.findings]
    assert failures(page) == sum(each.severity >= fail_on for each in found)
    assert bool(failures(page)) is bool(given_report.exit_code(fail_on))
    named = [each.get("name") for each in page.findall("testsuite")]
    assert len(named) == len(given_report.results) + bool(given_report.unread)


@pytest.mark.parametrize("fail_on", list(Severity))
@pytest.mark.parametrize("check", CHECKS)
def test_a_check(check: Check, fail_on: Severity) -> None:
    page = ET.fromstring(verdicts.renderer("junit")(check, Options(fail_on=fail_on)))
    is_whole(page)
    assert bool(failures(page)) is bool(check.exit_code(fail_on))
    assert len([case for case in page.iter("testcase") if case.get("name") == OUTCOME]) >= bool(check.checked)


def test_a_clean_file_is_a_case() -> None:
    (suite,) = root(report(NOTHING)).findall("testsuite")
    (case,) = suite.findall("testcase")
    assert case.attrib == {"classname": "charter.yaml", "name": NOTHING_FOUND, "file": "charter.yaml"}
    assert len(case) == 0


@pytest.mark.parametrize("severity", [WARNING, INFO])
def test_what_is_not_a_failure_is_still_said(severity: Severity) -> None:
    finding = replace(MODEL.findings[0], severity=severity)
    (case,) = root(report(replace(MODEL, findings=(finding,)))).iter("testcase")
    assert [each.tag for each in case] == ["system-out"]
    assert finding.message in str(case[0].text)
    assert finding.why in str(case[0].text)


def test_what_could_not_be_read_is_an_error() -> None:
    page = root(not_all_read())
    assert [each.get("message") for each in page.iter("error")] == list(not_all_read().unread)


def test_names_hold_no_line() -> None:
    """By its name a result is followed from run to run; only the words move with the lines."""
    moved = replace(
        MODEL,
        findings=tuple(
            replace(each, span=each.span._replace(line=each.span.line + 50, end_line=each.span.end_line + 50))
            for each in MODEL.findings
        ),
        lines=("",) * 50 + MODEL.lines,
    )
    before, after = (
        sorted(str(case.get("name")) for case in root(report(each)).iter("testcase"))
        for each in (MODEL, moved)
    )
    assert before == after
    assert not [name for name in before if re.search(r"\bline\b", name)]


def test_hostile_texts() -> None:
    page = renderer("junit")(hostile(), Options())
    assert "]]>" not in page
    assert page.startswith('<?xml version="1.0" encoding="UTF-8"?>\n')
    files = [str(each.get("name")) for each in ET.fromstring(page.encode()).findall("testsuite")]
    assert NAMES[0] in files
    assert all(name.isprintable() or "\n" in name or "\t" in name for name in files)
    assert HOSTILE[:12] in page


SIGNS = "]>&<\"'\x00\x0b\ufffe\uffff\ud800\n\t\r"
XML = st.text(st.characters(), max_size=40) | st.text(st.sampled_from(SIGNS), max_size=9)


@given(XML, XML, XML, XML)
def test_whatever_the_texts_an_xml_reader_takes_them(name: str, group: str, said: str, text: str) -> None:
    cases = (Case(name, group, group, Outcome(said, text, type=name), text), Case(name, group))
    page = ET.fromstring(document([Suite(name, cases), Suite(group, cases[:1])]).encode("utf-8"))
    is_whole(page)
    back = page.findall("testsuite/testcase/failure")[0].get("message")
    assert back is not None
    assert len(back) == len(said)
    assert all(one == other or not other.isprintable() for one, other in zip(back, said, strict=True))


@pytest.mark.parametrize(
    ("case", "shown"),
    [
        pytest.param(Case("a", "b"), '<testcase classname="b" name="a" />', id="passed"),
        pytest.param(
            Case("a", "b", seconds=0.25), '<testcase classname="b" name="a" time="0.250" />', id="timed"
        ),
        pytest.param(
            Case("a", "b", outcome=Outcome("why", kind="skipped")),
            '<testcase classname="b" name="a">\n      <skipped message="why" />\n    </testcase>',
            id="skipped",
        ),
        pytest.param(
            Case("a", "b", "f", Outcome("why", "x < y", "error", "t")),
            '<testcase classname="b" name="a" file="f">\n'
            '      <error message="why" type="t">x &lt; y</error>\n    </testcase>',
            id="could not be tried",
        ),
    ],
)
def test_a_case(case: Case, shown: str) -> None:
    assert f"    {shown}\n" in document([Suite("s", (case,))])
