"""Every row of what is known of good charters is asked for, and every policy says for which row it stands."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from coalcheck.cli import commands
from coalcheck.engine.facts.left_out import _ASKED_LATER
from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.policy.condition import tests as comparisons
from coalcheck.engine.policy.domain import FILE, ID, SHOWS, Cell, Number, Row, Shows, Weights, domain
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.model import FAMILIES, MODELS, Policy
from coalcheck.engine.source.read import read

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/catalogue.md"
RESET = os.environ.get("COALCHECK_RESET") == "1"
KNOWN = domain()
POLICIES = shipped()
RAW: dict[str, Any] = yaml.load(FILE.read_text("utf-8"), yaml.BaseLoader)
CELLS = [cell for row in KNOWN.rows.values() for cell in row.cells]

ROW_KEYS = {"id", "about", "family", "what", "before", "severity", "see", "action", "over_time", "later"}
AFTER_SIGNING = {"action", "record"}
"""Subjects of policies that look at what is proposed, done or on record; the others look at a charter."""
MEANT_AS_ID = re.compile(r"[DNS]\d+[\w.-]*")


def policies_of(*sources: str) -> list[Policy]:
    """Those that name one of these rows or cells themselves, by code."""
    return [policy for policy in POLICIES if set(policy.source) & set(sources)]


def asked_by(row: Row) -> list[Policy]:
    """Those that name a row or any of its cells."""
    return policies_of(row.id, *(cell.id for cell in row.cells))


def is_alone(cell: Cell, row: Row) -> bool:
    """Whether a line is all that its row looks at before signing: who names the row then means it."""
    return cell.shows == "before" and len(row.shown("before")) == 1


# The file itself


def test_the_file_reads_without_a_problem() -> None:
    assert read(FILE.read_bytes(), FILE.name).problems == ()
    assert set(RAW) == {"rows", "numbers", "differs"}


@pytest.mark.parametrize("raw", [pytest.param(raw, id=raw["id"]) for raw in RAW["rows"]])
def test_a_row_is_whole(raw: dict[str, Any]) -> None:
    assert set(raw) <= ROW_KEYS
    assert ID.fullmatch(raw["id"])
    assert raw["family"] in FAMILIES
    assert raw["what"].endswith((".", "?"))
    assert not raw["about"].endswith(".")
    assert raw.get("later", "true") == "true"
    assert all(raw[key] for key in SHOWS if key in raw), "at least one line"
    later = raw.get("later") == "true"
    assert later is not bool("before" in raw or "see" in raw), (
        "asked before signing, said elsewhere, or later"
    )
    assert not later or "action" in raw or "over_time" in raw
    assert ("severity" in raw) is any(isinstance(raw.get(key), dict) for key in SHOWS)
    for weights in (raw.get("severity"), *(cell.get("severity") for cell in written_out(raw))):
        assert weights is None or set(weights) == set(MODELS)
        assert weights is None or set(weights.values()) <= {"error", "warning", "info", "off"}
    for cell in written_out(raw):
        assert set(cell) <= {"what", "severity", "by", "no"}
        assert cell.get("by", "next") in {"choose", "next", "status", "analyze"}
        assert cell.get("no", ".").endswith(".")


def lines_of(raw: dict[str, Any]) -> dict[Shows, dict[str, Any]]:
    """The lines of a row by when they show."""
    return {key: raw[key] for key in SHOWS if isinstance(raw.get(key), dict)}


def written_out(raw: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for lines in lines_of(raw).values() for cell in lines.values() if isinstance(cell, dict)]


@pytest.mark.parametrize("raw", [pytest.param(raw, id=raw["id"]) for raw in RAW["rows"]])
def test_a_line_has_a_name_of_its_own_in_its_row(raw: dict[str, Any]) -> None:
    names = [name for lines in lines_of(raw).values() for name in lines]
    assert len(names) == len(set(names))


def test_no_line_is_left_to_be_written() -> None:
    """``true`` would say that something shows then, and not what."""
    unwritten = [(raw["id"], key) for raw in RAW["rows"] for key in SHOWS if raw.get(key) == "true"]
    assert unwritten == []


def test_ids_are_unique_and_what_is_referred_to_exists() -> None:
    ids = [raw["id"] for raw in RAW["rows"]]
    numbers = [number["id"] for number in RAW["numbers"]]

    assert len(ids) == len(set(ids)) == len(KNOWN.rows)
    assert len(numbers) == len(set(numbers))
    assert [see for row in KNOWN.rows.values() for see in row.see if KNOWN.row(see) is None] == []
    assert [each for number in KNOWN.numbers for each in number.rows if KNOWN.row(each) is None] == []


def test_every_row_in_full_is_there() -> None:
    """The rows are numbered; a number that is missing was never given."""
    never = {"D": {12, 14, 15, 17, 18}, "N": {41, 42}}
    for letter, last in (("D", 21), ("N", 43)):
        expected = {f"{letter}{number}" for number in range(1, last + 1) if number not in never[letter]}
        assert expected <= set(KNOWN.rows)
    sections = {int(name[1:].partition(".")[0]) for name in KNOWN.rows if name.startswith("S")}
    assert sections == set(range(1, 16))


# Policies and rows


@pytest.mark.parametrize("policy", [pytest.param(each, id=each.file) for each in POLICIES])
def test_a_policy_says_for_which_row_it_stands(policy: Policy) -> None:
    meant = [source for source in policy.source if MEANT_AS_ID.fullmatch(source)]
    assert [source for source in meant if KNOWN.row(source) is None] == []
    assert meant or policy.family in "CX", "outside the families of files a policy stands for a row"


@pytest.mark.parametrize("cell", [pytest.param(cell, id=cell.id) for cell in CELLS])
def test_what_is_looked_at_is_asked_for(cell: Cell) -> None:
    row = KNOWN.row(cell.id)
    assert row is not None
    named = policies_of(cell.id) or (policies_of(row.id) if is_alone(cell, row) else [])
    assert not (cell.by and cell.no)
    if cell.by and cell.by != "next":
        assert cell.by in commands.commands
    if cell.by or cell.no:
        assert not named, "a policy asks after all"
    else:
        assert any((each.subject in AFTER_SIGNING) is (cell.shows != "before") for each in named)


def test_a_row_that_is_said_elsewhere_ends_where_something_is_asked() -> None:
    def asked(name: str, on_the_way: frozenset[str] = frozenset()) -> bool:
        row = KNOWN.rows[name]
        return bool(row.cells) or any(
            asked(see, on_the_way | {name}) for see in row.see if see not in on_the_way
        )

    assert [row.id for row in KNOWN.rows.values() if row.see and not asked(row.id)] == []


def weights(source: str) -> Iterator[Weights]:
    """How much a row or cell matters; of a row that only points at others, how much those do."""
    cell, row = KNOWN.cell(source), KNOWN.row(source)
    if cell is not None:
        yield cell.severity
    elif row is not None and row.severity:
        yield row.severity
    elif row is not None:
        for see in row.see:
            yield from weights(see)


def said_together(policy: Policy) -> bool:
    """Whether a one-page agreement hears of it in the list of what is often asked for later."""
    return any(test.fact in _ASKED_LATER for test in comparisons(policy.when))


def as_the_row(policy: Policy) -> bool:
    own = {model: policy.severity[model] for model in MODELS}
    rows = [dict(each) for source in policy.source for each in weights(source)]
    if own in rows:
        return True
    if own["opportunistic"] is None and said_together(policy):
        return {**own, "opportunistic": Severity.INFO} in rows
    return False


@pytest.mark.parametrize(
    "policy", [pytest.param(p, id=f"{p.code} {p.name}") for p in POLICIES if p.family not in "CX"]
)
def test_a_policy_matters_as_much_as_its_row(policy: Policy) -> None:
    """Unless the file says why not: ``differs``."""
    assert as_the_row(policy) is not (policy.code in KNOWN.differs)


def test_what_differs_is_a_policy() -> None:
    assert set(KNOWN.differs) <= {policy.code for policy in POLICIES}
    assert all(reason.endswith(".") for reason in KNOWN.differs.values())


@pytest.mark.parametrize("row", ["S13.practice", "S5.consensus", "S7.veto-abuse"])
def test_what_only_practice_asks_is_never_grave_for_a_standing_body(row: str) -> None:
    found = asked_by(KNOWN.rows[row])
    assert found
    assert [each.code for each in found if each.severity_for("body", "", "") is Severity.ERROR] == []


# The page


def codes(policies: Iterable[Policy]) -> str:
    return ", ".join(f"{policy.code} {policy.name}" for policy in policies)


def graded(severity: Weights) -> str:
    return " / ".join((each.word if each else "–") for each in severity.values())


HEADINGS: Mapping[Shows, str] = {
    "before": "before signing",
    "action": "on an action",
    "over_time": "over time",
}
ANSWERS = {"next": "the line NEXT"} | {
    name: f"`coalcheck {name}`" for name in ("choose", "status", "analyze")
}


def row_lines(row: Row) -> Iterator[str]:
    seen = f" See {', '.join(row.see)}." if row.see else ""
    whole = codes(policies_of(row.id))
    yield f"| **{row.id}** | **{row.about}.**{seen} | {graded(row.severity)} | {whole} |"
    for shows in SHOWS:
        cells = row.shown(shows)
        if cells:
            yield f"| | *{HEADINGS[shows]}* | | |"
        for cell in cells:
            own = "" if cell.severity == row.severity else graded(cell.severity)
            alone = "as above" if whole and is_alone(cell, row) else "**nothing yet**"
            nothing = f"nothing: {cell.no}" if cell.no else alone
            asked = codes(policies_of(cell.id)) or ANSWERS.get(cell.by) or nothing
            yield f"| {cell.id.removeprefix(row.id)} | {cell.what} | {own} | {asked} |"


def number_line(number: Number) -> str:
    """Those that ask for the cells that a number belongs to; of cells that nothing can ask for, nobody."""
    found = {policy.code: policy for each in number.rows for policy in policies_of(each)}
    cells = [cell for each in number.rows if (cell := KNOWN.cell(each))]
    answers = [ANSWERS[cell.by] for cell in cells if cell.by]
    by = ", ".join([*sorted(found), *answers]) or "–"
    return f"| {number.value} | {number.what} | {', '.join(number.rows)} | {by} |"


def page() -> str:
    by_section: dict[str, list[Row]] = {}
    for row in KNOWN.rows.values():
        section = row.id[1:].partition(".")[0] if row.id.startswith("S") else "the rows in full"
        by_section.setdefault(section, []).append(row)
    lines = [
        "# Catalogue",
        "",
        "What is known of good charters, which policy asks for it, and where each policy comes from. Written "
        "from [domain.yaml](domain.yaml) and the policies by `just golden`; `coalcheck explain` tells the "
        "reasoning behind a row.",
        "",
        "Severities are for opportunistic / values-bridge / structural coalitions; – is not asked.",
    ]
    for section, rows in by_section.items():
        lines += ["", f"## {'Section ' if section.isdecimal() else ''}{section}", ""]
        lines += ["| row | what is looked at | severity | asked by |", "|---|---|---|---|"]
        lines += [line for row in rows for line in row_lines(row)]
    lines += ["", "## Numbers", "", "| number | of what | rows | checked by |", "|---|---|---|---|"]
    lines += map(number_line, KNOWN.numbers)
    lines += ["", "## Policies", "", "| policy | stands for | comes from |", "|---|---|---|"]
    for policy in POLICIES:
        ids = [source for source in policy.source if KNOWN.row(source)]
        others = [source for source in policy.source if source not in ids]
        differs = [KNOWN.differs[policy.code]] if policy.code in KNOWN.differs else []
        told = " · ".join([*others, *(f"Another severity: {each}" for each in differs)])
        lines.append(f"| {policy.code} {policy.name} | {', '.join(ids)} | {told} |")
    return "\n".join(lines) + "\n"


def test_the_catalogue_is_fresh() -> None:
    if RESET:
        PAGE.write_text(page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_number_has_somebody_who_checks_it() -> None:
    later = {number["id"] for number in RAW["numbers"] if number.get("later") == "true"}
    cells: Mapping[str, Cell] = {cell.id: cell for cell in CELLS}
    unasked = [
        number.id
        for number in KNOWN.numbers
        if not any(
            policies_of(each) or (each in cells and (cells[each].by or cells[each].no))
            for each in number.rows
        )
    ]
    assert set(unasked) <= later
