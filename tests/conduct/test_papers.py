"""Who could see what: shared outside its circle, and papers that some who voted had not seen."""

from __future__ import annotations

import pytest
from acting import ALL_FOR, act_of, names, values

TIERS = """\
bodies: {board: {members: [a, b]}}
groups: {clinics: [a]}
information:
  tiers:
    - {id: open, read_by: all members}
    - {id: records, read_by: [clinics, b]}
    - {id: drafts, read_by: board, until: 2026-05-31}
    - {id: loose}
"""


@pytest.mark.parametrize(
    ("lines", "missed"),
    [
        pytest.param("tier: records, shared_with: c", True, id="with another member"),
        pytest.param("tier: records, shared_with: [a, a newspaper]", True, id="with the public"),
        pytest.param("tier: open, shared_with: a newspaper", True, id="beyond the members"),
        pytest.param("tier: records, shared_with: all members", True, id="with everybody"),
        pytest.param("tier: records, shared_with: [a, b]", False, id="with those who may"),
        pytest.param("tier: records, shared_with: board", False, id="with a body of those who may"),
        pytest.param("tier: open, shared_with: [c, board]", False, id="open to all members"),
        pytest.param("tier: records, shared_with: c, agreed: yes", False, id="they agreed to it"),
        pytest.param("tier: drafts, shared_with: c", False, id="its time is over"),
        pytest.param("tier: loose, shared_with: c", False, id="who may read it is not said"),
        pytest.param("shared_with: c", False, id="which tier is not said"),
        pytest.param("tier: records", False, id="with whom is not said"),
    ],
)
def test_what_is_shared_outside_its_tier(lines: str, missed: bool) -> None:
    text = f"happened: access\ndate: 2026-06-01\naccess: {{what: the list, {lines}}}\n"
    assert names(act_of(TIERS, text)) == ["shared-outside-tier"] * missed


LETTER = f"action: speak\nid: letter\ndate: 2026-06-01\n{ALL_FOR}"
UNSEEN = "access: {what: the budget, not_seen_by: [b, c]}\n"


def test_papers_that_some_who_voted_had_not_seen() -> None:
    later = f"happened: access\ndate: 2026-06-03\nfollows: [letter]\n{UNSEEN}"
    beside = act_of("", LETTER + UNSEEN)

    assert names(beside) == ["papers-not-seen"]
    assert values(beside, "papers-not-seen")["blind"] == 2
    assert names(act_of("", later, [LETTER])) == ["papers-not-seen"]
    assert names(act_of("", later, [])) == names(act_of("", later)) == []


def test_who_had_no_vote_needed_no_papers() -> None:
    board = "bodies: {board: {members: [a]}}\n"
    by_board = "decisions:\n  speaking: {covers: [speak], body: board, passes: all members}\n"

    assert names(act_of(board, LETTER.replace("[a, b, c]", "[a]") + UNSEEN, decisions=by_board)) == []
    assert names(act_of("", LETTER.replace("ballots: {for: [a, b, c]}", "status: proposed") + UNSEEN)) == []
