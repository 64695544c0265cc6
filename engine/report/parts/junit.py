"""JUnit's XML from plain rows: suites, their cases, and what came of each.

There is no one standard; written here is what Jenkins, GitLab and the other readers have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal, TypeAlias
from xml.etree import ElementTree as ET

from msgspec import Struct

from coalcheck.engine.report.parts.visible import REPLACEMENT, visible

Kind: TypeAlias = Literal["failure", "error", "skipped"]
KINDS: Final[tuple[Kind, ...]] = ("failure", "error", "skipped")

_NOT_XML: Final = {0xFFFE: REPLACEMENT, 0xFFFF: REPLACEMENT}
"""Besides control characters and halves of characters, what no XML file may hold."""


class Outcome(Struct, frozen=True):
    """Why a case was not passed.

    Attributes:
        message: one sentence.
        text: all there is to say, in lines.
        kind: ``failure`` where it was tried and found wanting, ``error`` where it could not be tried, or
            ``skipped``.
        type: what kind of failure, as a word for programs.
    """

    message: str
    text: str = ""
    kind: Kind = "failure"
    type: str = ""


class Case(Struct, frozen=True):
    """One case; it has one outcome at most, as readers expect.

    Attributes:
        name: says the same from run to run, without numbers of lines: by it results are followed over time.
        group: the ``classname``, under which readers put cases together.
        file: as shown to the reader; empty where there is none.
        outcome: None where it was passed.
        output: what else there is to say, in lines.
        seconds: how long it took; None where that was not measured.
    """

    name: str
    group: str
    file: str = ""
    outcome: Outcome | None = None
    output: str = ""
    seconds: float | None = None


class Suite(Struct, frozen=True):
    """Cases that belong together, such as those of one file."""

    name: str
    cases: tuple[Case, ...]


def document(suites: Sequence[Suite], name: str = "coalcheck") -> str:
    """The whole file, which ends in a line end; cases of one suite that have one name get numbers."""
    root = ET.Element(
        "testsuites", {"name": _text(name), **_counts(case for each in suites for case in each.cases)}
    )
    for suite in suites:
        inner = ET.SubElement(root, "testsuite", {"name": _text(suite.name), **_counts(suite.cases)})
        seen: dict[tuple[str, str], int] = {}
        for case in suite.cases:
            key = (case.group, case.name)
            seen[key] = seen.get(key, 0) + 1
            _add(inner, case, seen[key])
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _add(suite: ET.Element, case: Case, number: int) -> None:
    name = case.name if number == 1 else f"{case.name} ({number})"
    attributes = {"classname": _text(case.group), "name": _text(name)}
    if case.file:
        attributes["file"] = _text(case.file)
    if case.seconds is not None:
        attributes["time"] = f"{case.seconds:.3f}"
    element = ET.SubElement(suite, "testcase", attributes)
    outcome = case.outcome
    if outcome is not None:
        said = {"message": _text(outcome.message), **({"type": _text(outcome.type)} if outcome.type else {})}
        ET.SubElement(element, outcome.kind, said).text = _text(outcome.text) or None
    if case.output:
        ET.SubElement(element, "system-out").text = _text(case.output)


def _counts(cases: Iterable[Case]) -> dict[str, str]:
    kinds = [case.outcome.kind if case.outcome is not None else None for case in cases]
    names = {"failure": "failures", "error": "errors", "skipped": "skipped"}
    return {"tests": str(len(kinds)), **{names[kind]: str(kinds.count(kind)) for kind in KINDS}}


def _text(text: str) -> str:
    return visible(text).translate(_NOT_XML)
