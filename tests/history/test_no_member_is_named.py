"""What a record shows over time is passed round: it never says which member it is about."""

from __future__ import annotations

import pytest
from recording import recorded

from coalcheck.engine.checking.matters import facts_of_record
from coalcheck.engine.history.chapters import (
    access,
    conflicts,
    criticised,
    hours,
    lasting,
    leading,
    missed,
    named,
    occasions,
    received,
    turnover,
)
from coalcheck.engine.history.discreet import line_of, without_names
from coalcheck.engine.source.node import Route

CHAPTERS = (
    access, conflicts, criticised, hours, lasting, leading, missed, named, occasions, received, turnover,
)  # fmt: skip
ABOUT_ONE = {
    "contact-gone", "inducement-ended", "leads-all-year", "less-than-half", "missed-without-word",
    "never-named", "newcomer-alone", "two-left", "without-access", "without-credit",
}  # fmt: skip
"""Matters that are about some of the members and not about all."""

CHARTER = """
name: Clean Air
members:
  - {id: quartz, name: Quartz Society}
  - id: basalt
    name: Basalt Union
    inducements: [{from: quartz, what: a desk, until: 2026-01-31}]
  - {id: flint, name: Flint Parents}
  - {id: gneiss, name: Gneiss Port}
  - {id: marble, name: Marble Ward}
decisions: {change: {covers: [amend], passes: all members}}
knowledge: {credits: {given_by: the member that used it}}
value: {portfolios: {basalt: {financial: x, strategic: y, innovative: z}}}
"""

ENTRIES = [
    "happened: meeting\ndate: 2025-01-05\nmeeting: {chaired_by: quartz, hosted_by: quartz}",
    "happened: statement\ndate: 2025-01-06\nin_name_of: coalition\nstatement: {by: quartz}",
    "happened: meeting\ndate: 2026-11-05\nmeeting: {chaired_by: quartz, hosted_by: quartz}",
    "happened: statement\ndate: 2026-11-06\nin_name_of: coalition\nstatement: {by: quartz}",
    *(
        f"happened: promise\ntitle: Basalt is late\ndate: 2026-0{month}-02\n"
        f"promise: {{what: a list, member: basalt, due: 2026-0{month}-01, kept: no, told: no}}"
        for month in (5, 6)
    ),
    *(
        f"happened: access\ntitle: Basalt is left out\ndate: 2026-0{month}-03\n"
        "access: {what: minutes, not_seen_by: basalt}"
        for month in (5, 6, 7)
    ),
    *(
        f"happened: result\ndate: 2026-0{month}-04\nresult: {{told: yes, credits: quartz}}"
        for month in (5, 6, 7)
    ),
    "happened: experience\ntitle: Basalt tells\ndate: 2026-08-01\n"
    "experience: {member: basalt, had: {financial: no, strategic: no, innovative: yes}}",
    "happened: contact\ntitle: Basalt has nobody\ndate: 2026-08-02\ncontact: {member: basalt, left: yes}",
    "happened: joining\ntitle: Welcome Flint\ndate: 2026-08-03\njoining: {who: flint}",
    "happened: leaving\ntitle: Gneiss goes\ndate: 2026-09-01\nleaving: {who: gneiss}",
    "happened: leaving\ndate: 2026-09-02\nleaving: {who: marble}",
]
NAMES = ("quartz", "basalt", "flint", "gneiss", "marble")


def test_no_text_has_a_member_in_it() -> None:
    record = recorded(*ENTRIES, charter=CHARTER, as_of="2026-12-01")
    found = [matter for chapter in CHAPTERS for matter in chapter.matters(record)]

    assert {each.name for each in found} >= ABOUT_ONE
    for matter in found:
        shown = [each.said for each in matter.seen_in]
        said = " ".join(map(str, (matter.id, *matter.values.values(), *shown))).lower()
        assert [name for name in NAMES if name in said] == [], matter.name


def test_no_line_that_is_quoted_has_a_member_in_it() -> None:
    record = recorded(*ENTRIES, charter=CHARTER, as_of="2026-12-01")
    of_entries = [each for each in facts_of_record(record) if each.document is not record.document]

    named = set()
    for document, facts in of_entries:
        for fact in facts:
            named.add(fact.values["matter"])
            line = document.lines[line_of(document, fact.route) - 1]
            assert [name for name in NAMES if name in line] == [], fact.values
            assert all(each.document is not document for each in fact.seen_in), fact.values
    assert named >= {"contact-gone", "missed-without-word", "newcomer-alone", "without-access"}


@pytest.mark.parametrize(
    ("lines", "route", "expected"),
    [
        pytest.param(
            "promise: {what: x, member: basalt, kept: no}",
            ("promise", "kept"),
            ("happened",),
            id="on the line of the member",
        ),
        pytest.param(
            "promise:\n  member: basalt\n  kept: no",
            ("promise", "kept"),
            ("promise", "kept"),
            id="on a line of its own",
        ),
        pytest.param(
            "promise:\n  member: basalt\n  kept: no",
            ("promise", "member"),
            ("happened",),
            id="the member itself",
        ),
        pytest.param(
            "review: {plan: [{what: x, owner: basalt, by: 2026-05-01}]}",
            ("review", "plan", 0, "by"),
            ("happened",),
            id="who was to do it",
        ),
        pytest.param(
            "review: {plan: [{what: x, by: 2026-05-01}]}",
            ("review", "plan", 0, "by"),
            ("review", "plan", 0, "by"),
            id="a day names nobody",
        ),
        pytest.param("leaving: {who: basalt}", ("leaving",), ("leaving",), id="that it leaves is no secret"),
    ],
)
def test_a_place_without_a_name(lines: str, route: Route, expected: Route) -> None:
    happened = lines.partition(":")[0]
    entry = recorded(f"happened: {happened}\ndate: 2026-05-02\n{lines}", charter=CHARTER).entries[0]
    assert without_names(entry.document, route) == expected
