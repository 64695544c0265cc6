"""What waits for somebody and has no day: open conflicts and empty posts; and how many members there are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from coalition_at import standing

from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.standing import json as as_json
from coalcheck.engine.report.standing import text as as_text

STEPS = """
conflict:
  steps:
    - {id: talk, within: 7 days, then: mediation}
    - {id: mediation, within: 30 days, then: ends}
"""
CONFLICT = """
happened: conflict
id: fair
date: 2026-03-02
conflict: {about: Who speaks at the fair, kind: process}
"""
GONE = """
happened: contact
date: 2026-02-01
contact: {member: dockers, left: yes}
"""


@pytest.mark.parametrize(
    ("entries", "as_of", "codes"),
    [
        pytest.param([CONFLICT], "2026-03-09", [], id="a conflict within the time of its step"),
        pytest.param([CONFLICT], "2026-03-10", ["M790"], id="after the time of its step"),
        pytest.param([CONFLICT], "2026-04-09", ["M791"], id="after the time of all steps"),
        pytest.param(
            [CONFLICT, "happened: conflict\nfollows: fair\ndate: 2026-03-05\nconflict: {settled: yes}"],
            "2026-06-01",
            [],
            id="a conflict that is settled",
        ),
        pytest.param([GONE], "2026-03-03", [], id="a contact that left within the month"),
        pytest.param([GONE], "2026-03-05", ["P326"], id="a contact that was not replaced"),
        pytest.param(
            [GONE, "happened: contact\ndate: 2026-02-20\ncontact: {member: dockers, named: yes}"],
            "2026-06-01",
            [],
            id="a contact that was replaced",
        ),
        pytest.param([CONFLICT, GONE], "2026-06-01", ["M791", "P326"], id="both"),
        pytest.param(
            ["happened: joining\ndate: 2026-03-01\njoining: {who: parents}"],
            "2026-12-01",
            [],
            id="a newcomer waits for nobody",
        ),
    ],
)
def test_what_is_unsettled(tmp_path: Path, entries: list[str], as_of: str, codes: list[str]) -> None:
    status = standing(tmp_path, entries, as_of, STEPS)
    assert [each.point.code for each in status.unsettled] == codes


def test_the_pages_tell_it_without_a_name(tmp_path: Path) -> None:
    status = standing(tmp_path, [GONE], "2026-06-01")
    page = as_text.render(status, Options())
    assert "A contact left on 1 February 2026" in page
    assert "dockers" not in page
    (told,) = json.loads(as_json.render(status, Options()))["unsettled"]
    assert told["file"].endswith("000.yaml")
    assert (told["finding"]["code"], told["finding"]["line"]) == ("P326", 1)


LEFT = "happened: leaving\ndate: 2026-03-01\nleaving: {who: parents, last_day: 2026-03-31}"
MEMBERS = """
name: Harbour Air
purpose: Keep the night ban.
members: [{id: breathe}, {id: dockers}, {id: parents, in: {from: 2026-02-01, to: 2026-03-31}}]
decisions: {change: {covers: [amend], passes: all members}}
"""


@pytest.mark.parametrize(
    ("entries", "charter", "as_of", "members"),
    [
        pytest.param([LEFT], "", "2026-03-31", 3, id="the last day of one"),
        pytest.param([LEFT], "", "2026-04-01", 2, id="the day after"),
        pytest.param([], MEMBERS, "2026-01-31", 2, id="one is still to come"),
        pytest.param([], MEMBERS, "2026-03-31", 3, id="its last day by the charter"),
        pytest.param([LEFT], MEMBERS, "2026-04-01", 2, id="gone by both, and counted once"),
        pytest.param(
            [], MEMBERS.replace("{id: dockers}", "{id: dockers, count: 4}"), "2026-04-01", 5, id="four alike"
        ),
    ],
)
def test_members_are_counted_on_the_day(
    tmp_path: Path, entries: list[str], charter: str, as_of: str, members: int
) -> None:
    heading = standing(tmp_path, entries, as_of, charter=charter).heading
    assert heading is not None
    assert heading.members == members
