"""One row for each thing that a charter can say about a decision: charter, action, outcome, deciding part."""

from __future__ import annotations

from datetime import date

import pytest
from small import FOUR, act

LATER = date(2026, 6, 1)
MAJORITY = "passes: more than half of votes cast"
THREE = "passes: at least 3/4 of members"
SILENT = "passes: no member against, silence: adopts"
WEEK = {"opened": "2026-04-01", "closes": "2026-04-10", "ballots": {}}
CHAIR = "bodies: {board: {members: all, chair: a}}\n"
EVEN = {"for": ["a", "b"], "against": ["c", "d"]}
FIRST = {"date": "2026-04-01", "outcome": "rejected"}
NO_ONE_CAME = {"date": "2026-04-01", "outcome": "no quorum"}
CALL = f"{MAJORITY}, quorum: at least 3/4 of members"
NOT_SURE = ", otherwise: {after: 7 days, if: objection, passes: more than half of members}"
TOGETHER = "also: [{body: own boards, passes: at least 3 members}]"
BOARD = "bodies: {board: {members: [a, b]}}\n"
BOTH = f"{MAJORITY}, also: [{{body: board, quorum: all members, passes: all members}}]"

TABLE = [
    pytest.param(
        act("passes: at least 2 members, silence: adopts"),
        {"notice": None, "ballots": {"for": ["a", "b"]}},
        "adopted",
        "rule",
        id="a rule that counts support needs no silence",
    ),
    pytest.param(
        act(MAJORITY), {"ballots": {"for": ["a", "b"], "against": ["c"]}}, "adopted", "rule", id="carried"
    ),
    pytest.param(act(MAJORITY), {"ballots": EVEN}, "rejected", "rule", id="even"),
    pytest.param(
        act(MAJORITY), {"ballots": {"abstain": ["a"]}}, "rejected", "rule", id="nobody for or against"
    ),
    pytest.param(
        act(f"{MAJORITY}, quorum: at least 3 members"),
        {"ballots": {"for": ["a", "b"]}},
        "no-quorum",
        "quorum",
        id="too few there",
    ),
    pytest.param(
        act(f"{MAJORITY}, quorum: at least 3 members"),
        {"ballots": {"for": ["a", "b"]}, "present": ["c"]},
        "adopted",
        "rule",
        id="there without a ballot",
    ),
    pytest.param(
        act(f"{MAJORITY}, quorum: turnout at least 3 members"),
        {"ballots": {"for": ["a", "b"]}, "present": ["c"]},
        "no-quorum",
        "quorum",
        id="a quorum of those who vote",
    ),
    pytest.param(
        act(f"{MAJORITY}, quorum: support at least 3 members"),
        {"ballots": {"for": ["a", "b"], "against": "c"}},
        "no-quorum",
        "quorum",
        id="a quorum of those in favour",
    ),
    pytest.param(
        act(f"{MAJORITY}, quorum: votes at least 3 members"),
        {"ballots": {"for": ["a", "b"], "abstain": "c"}},
        "no-quorum",
        "quorum",
        id="a quorum of votes",
    ),
    pytest.param(
        act("passes: at least half of votes cast, tie: fails"),
        {"ballots": EVEN},
        "rejected",
        "tie",
        id="a tie fails",
    ),
    pytest.param(
        act("passes: at least half of votes cast"), {"ballots": EVEN}, "adopted", "rule", id="half is enough"
    ),
    pytest.param(act(f"{SILENT}, tie: fails"), WEEK, "adopted", "rule", id="nobody voting is no tie"),
    pytest.param(
        act("passes: at least 2/3 of votes cast, tie: chair, body: board", CHAIR),
        {"ballots": EVEN, "casting_vote": "for"},
        "rejected",
        "rule",
        id="two thirds know no tie",
    ),
    pytest.param(
        act(f"{MAJORITY}, tie: chair, body: board", CHAIR),
        {"ballots": EVEN, "casting_vote": "for"},
        "adopted",
        "tie",
        id="the chair votes a second time",
    ),
    pytest.param(
        act(f"{MAJORITY}, tie: chair, body: board", CHAIR),
        {"ballots": {"for": ["b"], "against": ["c"]}, "casting_vote": "for"},
        "adopted",
        "tie",
        id="the chair votes only to break it",
    ),
    pytest.param(
        act(f"{MAJORITY}, tie: chair, body: board", CHAIR),
        {"ballots": EVEN, "casting_vote": "against"},
        "rejected",
        "tie",
        id="the chair is against",
    ),
    pytest.param(
        act(f"{MAJORITY}, tie: chair, body: board", CHAIR),
        {"ballots": EVEN},
        "indeterminate",
        "tie",
        id="the chair has not said",
    ),
    pytest.param(
        act("passes: more than half of members, tie: chair, body: board", CHAIR),
        {"ballots": {"for": ["b"], "against": ["c"]}},
        "rejected",
        "tie",
        id="the chair has not said and could not have helped",
    ),
    pytest.param(
        act("passes: at least half of coalition members voting, tie: fails, body: board", BOARD),
        {"ballots": {"for": ["a", "c", "d"], "against": ["b"]}},
        "adopted",
        "rule",
        id="no tie where those outside the body vote",
    ),
    pytest.param(
        act("passes: at least half of coalition members voting, tie: fails, body: board", BOARD),
        {"ballots": EVEN},
        "rejected",
        "tie",
        id="a tie of all who vote, in the body and outside",
    ),
    pytest.param(
        act(MAJORITY), {"ballots": EVEN, "casting_vote": "for"}, "rejected", "rule", id="no casting vote"
    ),
    pytest.param(
        act(f"{MAJORITY}, abstentions: against"),
        {"ballots": {"for": ["a", "b"], "against": "c", "abstain": "d"}},
        "rejected",
        "rule",
        id="abstentions against",
    ),
    pytest.param(
        act(f"{MAJORITY}, abstentions: against"),
        {"ballots": {"for": ["a", "b"], "against": "c", "blank": "d"}},
        "rejected",
        "rule",
        id="a blank ballot abstains",
    ),
    pytest.param(
        act(f"{MAJORITY}, abstentions: against"),
        {"ballots": {"for": ["a", "b"], "against": "c", "spoilt": "d"}},
        "adopted",
        "rule",
        id="a spoilt one does not",
    ),
    pytest.param(act(f"{SILENT}, window: 7 days"), WEEK, "adopted", "silence", id="silence"),
    pytest.param(
        act(f"{SILENT}, window: 7 days"),
        {**WEEK, "ballots": {"against": "d"}},
        "rejected",
        "rule",
        id="one objects",
    ),
    pytest.param(
        act(f"{SILENT}, window: 11 days"), WEEK, "rejected", "silence", id="too little time to object"
    ),
    pytest.param(
        act(f"{SILENT}, window: 11 days"),
        {**WEEK, "ballots": {"for": ["a", "b", "c", "d"]}},
        "adopted",
        "rule",
        id="nobody kept silent",
    ),
    pytest.param(
        act(SILENT),
        {"notice": "2026-04-20", "ballots": {"for": "a"}},
        "rejected",
        "silence",
        id="told afterwards",
    ),
    pytest.param(
        act(f"{SILENT}, notice: 20 days"),
        {"ballots": {"for": "a"}},
        "rejected",
        "silence",
        id="told too late",
    ),
    pytest.param(
        act(SILENT), {"notice": None, "ballots": {}}, "indeterminate", "silence", id="nobody was told"
    ),
    pytest.param(
        act(SILENT), {"proposed_by": None, "ballots": {}}, "indeterminate", "silence", id="nobody's idea"
    ),
    pytest.param(
        act(SILENT),
        {"proposed_by": None, "ballots": {"for": "a"}},
        "adopted",
        "rule",
        id="somebody is for it",
    ),
    pytest.param(
        act(f"{SILENT}, otherwise: {{if: objection, passes: at least 3/4 of members}}"),
        {"ballots": {"for": ["a", "b", "c"], "against": "d"}},
        "adopted",
        "rule",
        id="an objection opens the second way",
    ),
    pytest.param(
        act("passes: all members, otherwise: {if: objection, passes: at least 3/4 of members}"),
        {"ballots": {"for": ["a", "b", "c"]}},
        "rejected",
        "rule",
        id="without one it stays shut",
    ),
    pytest.param(
        act("passes: all members, otherwise: {if: failure, passes: at least 3/4 of members}"),
        {"ballots": {"for": ["a", "b", "c"]}},
        "adopted",
        "rule",
        id="any failure opens it",
    ),
    pytest.param(
        act(f"passes: all members{NOT_SURE}"),
        {"ballots": {"for": ["a", "b", "c"], "against": "d"}},
        "rejected",
        "rule",
        id="the second way waits for a first attempt",
    ),
    pytest.param(
        act(f"passes: all members{NOT_SURE}"),
        {"ballots": {"for": ["a", "b", "c"], "against": "d"}, "first_attempt": FIRST},
        "adopted",
        "rule",
        id="the second way after a week",
    ),
    pytest.param(
        act(f"passes: all members{NOT_SURE}"),
        {
            "ballots": {"for": ["a", "b", "c"], "against": "d"},
            "first_attempt": {**FIRST, "date": "2026-04-10"},
        },
        "rejected",
        "rule",
        id="the second way too early",
    ),
    pytest.param(
        act(f"passes: all members{NOT_SURE}"),
        {"ballots": {"for": ["a", "b", "c"], "against": "d"}, "first_attempt": NO_ONE_CAME},
        "rejected",
        "rule",
        id="no quorum is no objection",
    ),
    pytest.param(
        act(f"passes: all members{NOT_SURE}"),
        {"ballots": {"for": ["a", "b", "c"], "against": "d"}, "first_attempt": {"outcome": "rejected"}},
        "indeterminate",
        "rule",
        id="the first attempt has no date",
    ),
    pytest.param(
        act(f"{CALL}, second_call: {{after: 7 days, quorum: at least half of members}}"),
        {"ballots": {"for": ["a", "b"]}, "first_attempt": NO_ONE_CAME},
        "adopted",
        "rule",
        id="a second call",
    ),
    pytest.param(
        act(f"{CALL}, second_call: {{after: 20 days, quorum: at least half of members}}"),
        {"ballots": {"for": ["a", "b"]}, "first_attempt": NO_ONE_CAME},
        "no-quorum",
        "quorum",
        id="a second call too early",
    ),
    pytest.param(
        act(f"{CALL}, second_call: {{after: 7 days, quorum: at least half of members}}"),
        {"ballots": {"for": ["a", "b"]}, "first_attempt": FIRST},
        "no-quorum",
        "quorum",
        id="the first meeting had a quorum",
    ),
    pytest.param(
        act(f"{CALL}, second_call: {{after: 7 days}}"),
        {"ballots": {"for": ["a", "b"]}, "first_attempt": NO_ONE_CAME},
        "indeterminate",
        "quorum",
        id="a second call with no quorum said",
    ),
    pytest.param(
        act(f"{CALL}, no_quorum: fails"),
        {"ballots": {"for": ["a"]}},
        "no-quorum",
        "quorum",
        id="no quorum fails",
    ),
    pytest.param(
        act(f"{MAJORITY}, {TOGETHER}"), {"ballots": EVEN}, "rejected", "rule", id="boards do not matter"
    ),
    pytest.param(
        act(f"{MAJORITY}, {TOGETHER}"),
        {"ballots": {"for": "a"}},
        "indeterminate",
        "also",
        id="boards not on record",
    ),
    pytest.param(
        act(f"{MAJORITY}, {TOGETHER}"),
        {"ballots": {"for": "a"}, "boards": {"for": ["a", "b", "c"]}},
        "adopted",
        "also",
        id="the boards agree",
    ),
    pytest.param(
        act(f"{MAJORITY}, {TOGETHER}"),
        {"ballots": {"for": "a"}, "boards": {"for": ["a", "b"], "against": "c"}},
        "rejected",
        "also",
        id="the boards do not",
    ),
    pytest.param(
        act(BOTH, BOARD),
        {"ballots": {"for": "c"}, "also": {"board": {"ballots": {"for": ["a", "b"]}}}},
        "adopted",
        "also",
        id="the board agrees",
    ),
    pytest.param(
        act(BOTH, BOARD),
        {"ballots": {"for": "c"}, "also": {"board": {"tally": {"for": 2}}}},
        "adopted",
        "also",
        id="the board agrees by count",
    ),
    pytest.param(
        act(BOTH, BOARD),
        {"ballots": {"for": "c"}, "also": {"board": {"ballots": {"for": ["a", "c"]}}}},
        "rejected",
        "also",
        id="others do not vote there",
    ),
    pytest.param(
        act("passes: at least 2/3 of the other members"),
        {"ballots": {"for": ["a", "b"]}, "subject": "d"},
        "adopted",
        "rule",
        id="the other members",
    ),
    pytest.param(
        act("passes: at least 2/3 of the other members"),
        {"ballots": {"for": ["a", "b"]}},
        "indeterminate",
        "",
        id="other than whom",
    ),
    pytest.param(
        act("passes: at least 2/3 of the other members"),
        {"ballots": {"for": ["a", "b", "c", "d"]}},
        "adopted",
        "rule",
        id="whoever it is",
    ),
    pytest.param(
        act("passes: at least two thirds"), {"ballots": {"for": ["a"]}}, "indeterminate", "rule", id="of what"
    ),
    pytest.param(act("title: Act"), {"ballots": {"for": ["a"]}}, "indeterminate", "rule", id="no rule"),
    pytest.param(
        act(f"{MAJORITY}, quorum: two thirds"),
        {"ballots": {"for": ["a"]}},
        "indeterminate",
        "quorum",
        id="a quorum of what",
    ),
    pytest.param(
        act(
            f"{MAJORITY} in each region",
            members=FOUR.replace("Alpha", "Alpha, region: north").replace(
                "Beta", "Beta, region: south, in: [{to: 2025-12-31}]"
            ),
        ),
        {"ballots": {"for": ["a", "c", "d"]}},
        "indeterminate",
        "rule",
        id="nobody left in one region",
    ),
]
