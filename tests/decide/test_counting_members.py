"""Every member once, with how it counted: who votes, who does not and why, and whose vote another cast."""

from __future__ import annotations

from typing import Any

import pytest
from small import FOUR, act, clause, member, verdict

MAJORITY = "passes: more than half of votes cast"
ALL = "passes: at least 3/4 of members"
RECUSED = "member_concerned: {votes: false, counted: false, for_quorum: false}"
COUNTED = "member_concerned: {votes: false, counted: true, for_quorum: true}"
ONLY_QUORUM = "member_concerned: {votes: false, counted: false, for_quorum: true}"
BOARD = "bodies: {board: {members: [a, b, c]}}\n"
PAST = FOUR.replace("Delta", "Delta, in: [{from: 2020-01-01, to: 2026-04-13}]")
TODAY = FOUR.replace("Delta", "Delta, in: [{from: 2026-04-14, to: 2026-04-14}]")
SUSPENDED = FOUR.replace("Delta", "Delta, standing: [{status: suspended, from: 2026-04-01}]")
ARREARS = FOUR.replace("Delta", "Delta, standing: [{status: arrears, from: 2026-04-01}]")
PAID = FOUR.replace("Delta", "Delta, standing: [{status: arrears, from: 2026-01-01, to: 2026-04-13}]")
GOOD = "passes: more than half of in-good-standing members"
PROXY = "proxies: {most: 1, count: [vote, quorum]}"
QUORUM = "quorum: at least 3 members"
WINDOW = {"opened": "2026-04-10", "closes": "2026-04-14"}
ROW = "members:\n  - {id: a, name: Alpha}\n  - {id: many, name: The many, count: 10}\n"


@pytest.mark.parametrize(
    ("text", "action", "ballots", "outcome"),
    [
        pytest.param(
            act(ALL, members=PAST), {}, {"for": ["a", "b"]}, "rejected", id="two of the three that are left"
        ),
        pytest.param(act(ALL, members=PAST), {}, {"for": ["a", "b", "c"]}, "adopted", id="all three"),
        pytest.param(
            act(ALL, members=PAST),
            {"date": "2026-04-13"},
            {"for": ["a", "b", "d"]},
            "adopted",
            id="still there",
        ),
        pytest.param(act(ALL, members=SUSPENDED), {}, {"for": ["a", "b", "d"]}, "rejected", id="suspended"),
        pytest.param(act(GOOD, members=ARREARS), {}, {"for": ["a", "d"]}, "rejected", id="in arrears"),
        pytest.param(act(GOOD, members=ARREARS), {}, {"for": ["a", "b"]}, "adopted", id="in good standing"),
        pytest.param(
            act(f"{ALL}, {RECUSED}"), {"subject": "d"}, {"for": ["a", "b", "d"]}, "rejected", id="recused"
        ),
        pytest.param(
            act(f"{ALL}, {COUNTED}"), {"subject": "d"}, {"for": ["a", "b", "c"]}, "adopted", id="3 of 4"
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members, {RECUSED}"),
            {"subject": "d"},
            {"for": ["a", "b", "c"]},
            "adopted",
            id="not in the quorum",
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members, {COUNTED}"),
            {"subject": "d"},
            {"for": ["a", "b", "c"]},
            "no-quorum",
            id="in the quorum and away",
        ),
        pytest.param(
            act(f"{MAJORITY}, quorum: all members, {COUNTED}"),
            {"subject": "d", "present": ["d"]},
            {"for": ["a", "b", "c"]},
            "adopted",
            id="in the quorum and there",
        ),
        pytest.param(
            act(f"{ALL}, {RECUSED}"),
            {"subject": ["c", "d"]},
            {"for": ["a", "b"]},
            "adopted",
            id="two are concerned",
        ),
        pytest.param(
            act(ALL),
            {"electorate": ["a", "b", "c"]},
            {"for": ["a", "b"]},
            "rejected",
            id="2 of 3 on the list",
        ),
        pytest.param(
            act(ALL, members=ROW),
            {"electorate": {"a": 1, "many": 7}},
            {"many": {"for": 6}},
            "adopted",
            id="6 of 8 that could vote",
        ),
        pytest.param(act(ALL, members=ROW), {}, {"many": {"for": 8}}, "rejected", id="8 of 11"),
        pytest.param(act(ALL, members=ROW), {}, {"many": {"for": 8}, "a": "for"}, "adopted", id="9 of 11"),
        pytest.param(
            act(f"{ALL}, {PROXY}"), {"proxies": {"c": "a"}}, {"for": ["a", "b"]}, "adopted", id="by proxy"
        ),
        pytest.param(
            act(f"{ALL}, {PROXY}"),
            {"proxies": {"c": "a"}},
            {"for": ["a", "b"], "against": "c"},
            "rejected",
            id="a proxy that votes otherwise than its holder",
        ),
        pytest.param(
            act(ALL), {"proxies": {"c": "a"}}, {"for": ["a", "b", "c"]}, "rejected", id="no proxies"
        ),
        pytest.param(
            act(f"{MAJORITY}, {QUORUM}, proxies: {{count: [vote]}}"),
            {"proxies": {"c": "a"}},
            {"for": ["a", "b"]},
            "no-quorum",
            id="a proxy in the vote alone",
        ),
        pytest.param(
            act(f"{ALL}, {QUORUM}, proxies: {{count: [quorum]}}"),
            {"proxies": {"c": "a"}},
            {"for": ["a", "b"]},
            "rejected",
            id="a proxy in the quorum alone",
        ),
        pytest.param(
            act(f"{ALL}, {PROXY}"),
            {"proxies": {"c": "a", "d": "a"}},
            {"for": ["a", "b"]},
            "adopted",
            id="two proxies, and whichever counts is enough",
        ),
        pytest.param(
            act(f"passes: all members, {PROXY}"),
            {"proxies": {"c": "a", "d": "a"}},
            {"for": ["a", "b"]},
            "rejected",
            id="two proxies, and one is not enough",
        ),
    ],
)
def test_who_counts(text: str, action: dict[str, Any], ballots: dict[str, Any], outcome: str) -> None:
    assert verdict(text, ballots=ballots, **action).outcome == outcome


@pytest.mark.parametrize(
    ("text", "action", "ballots", "question"),
    [
        pytest.param(
            act(f"{MAJORITY}, {QUORUM}, proxies: {{most: 1}}"),
            {"proxies": {"c": "a"}},
            {"for": ["a", "b"]},
            "Do proxies count for the quorum?",
            id="proxies in the quorum",
        ),
        pytest.param(
            act(
                "passes: at least 2 members and at least 1 founder member", "groups: {founders: [c]}\n"
            ).replace("covers: [speak]", f"covers: [speak], {PROXY}"),
            {"proxies": {"c": "a", "d": "a"}},
            {"for": ["a"]},
            "Which proxies count",
            id="which of two proxies",
        ),
        pytest.param(
            act("passes: at least 3 members"),
            {"closes": "2026-04-14T12:00Z"},
            {"a": "for", "b": "for", "c": {"vote": "for", "at": "2026-04-14"}},
            "At what hour did Gamma vote?",
            id="in time or late",
        ),
        pytest.param(
            act(ALL, members=ROW),
            {},
            {"many": {"for": 8, "against": 4}},
            "12 ballots are on record for The many",
            id="more ballots than heads",
        ),
    ],
)
def test_what_the_record_leaves_open(
    text: str, action: dict[str, Any], ballots: dict[str, Any], question: str
) -> None:
    found = verdict(text, ballots=ballots, **action)
    assert found.outcome == "indeterminate"
    assert any(question in each for each in found.missing)


@pytest.mark.parametrize(
    ("text", "action", "ballots"),
    [
        pytest.param(
            act(f"{MAJORITY}, proxies: {{most: 1}}"),
            {"proxies": {"c": "a"}},
            {"for": ["a", "b"]},
            id="no quorum",
        ),
        pytest.param(
            act(f"{ALL}, {PROXY}"),
            {"proxies": {"c": "a", "d": "a"}},
            {"for": ["a", "b"]},
            id="whichever proxy counts",
        ),
        pytest.param(
            act("passes: at least 2 members"),
            {"closes": "2026-04-14T12:00Z"},
            {"a": "for", "b": "for", "c": {"vote": "for", "at": "2026-04-14"}},
            id="enough without the late one",
        ),
    ],
)
def test_what_is_open_and_does_not_matter(text: str, action: dict[str, Any], ballots: dict[str, Any]) -> None:
    found = verdict(text, ballots=ballots, **action)
    assert (found.outcome, found.missing) == ("adopted", ())


def test_proxies_are_told() -> None:
    found = verdict(act(f"{ALL}, {PROXY}"), ballots={"for": ["a", "b"]}, proxies={"c": "a"})
    assert member(found, "c").effect == "by its proxy Alpha: counted for"
    assert member(found, "c").votes == {"for": 1}
    assert clause(found, "proxies").said == "1 vote cast for another; at most 1 each may be"
    none = verdict(act(ALL), ballots={"for": ["a", "b"]}, proxies={"c": "a"})
    assert member(none, "c").effect == "its vote was cast by another, and the charter allows no proxies"
    assert clause(none, "proxies").default == "nobody votes for another unless the charter says so"


@pytest.mark.parametrize(
    ("holder", "own", "effect", "late"),
    [
        pytest.param(
            "2026-04-15",
            None,
            "by its proxy Alpha: came after voting had closed, so it does not count",
            True,
            id="cast too late",
        ),
        pytest.param("2026-04-14", None, "by its proxy Alpha: counted for", False, id="cast in time"),
        pytest.param(
            "2026-04-15",
            {"vote": "for", "at": "2026-04-14"},
            "by its proxy Alpha: counted for",
            False,
            id="its own ballot was in time",
        ),
    ],
)
def test_a_vote_cast_for_another_is_late_with_the_ballot_of_who_cast_it(
    holder: str, own: Any, effect: str, late: bool
) -> None:
    ballots = {"a": {"vote": "for", "at": holder}, "b": "for", **({"c": own} if own else {})}
    found = verdict(act(f"passes: at least 3 members, {PROXY}"), ballots=ballots, proxies={"c": "a"},
                    closes="2026-04-14")  # fmt: skip
    assert (member(found, "c").effect, member(found, "c").late) == (effect, late)
    assert found.outcome == ("adopted" if holder == "2026-04-14" else "rejected")


def test_a_ballot_of_a_stranger_is_named_and_left_out() -> None:
    found = verdict(act(MAJORITY), ballots={"for": ["a", "nobody"], "against": ["b"]})
    assert found.outcome == "rejected"
    assert found.notes == ("nobody is no member of this charter, so its ballot is not counted.",)


def test_a_member_left_out_to_try_a_case() -> None:
    from small import MEETING, charter_of

    from coalcheck.engine.action.model import of
    from coalcheck.engine.decide.door import decide

    action = of({**MEETING, "ballots": {"for": ["a", "b", "c"]}})
    charter = charter_of(act("passes: all members"))
    assert decide(charter, action).outcome == "rejected"
    found = decide(charter, action.leaving_out(("d",)))
    assert found.outcome == "adopted"
    assert member(found, "d").effect == "left out, to try this case"


def test_heads_of_a_counted_row() -> None:
    found = verdict(act(MAJORITY, members=ROW), ballots={"a": "for", "many": {"for": 3, "against": 2}})
    assert member(found, "many").votes == {"for": 3, "against": 2, "absent": 5}
    assert member(found, "many").effect.startswith("3 counted for, 2 counted against, 5 absent")
    assert clause(found, "rule").said == "4 of 6 votes cast; 4 were needed"


def test_who_was_there_is_said_to_be_unknown() -> None:
    text = act(f"{MAJORITY}, {QUORUM}")
    alone = "counted by the ballots alone, as the record does not say who was there"
    assert clause(verdict(text, ballots={"for": ["a", "b", "c"]}), "quorum").said.endswith(alone)
    assert alone not in clause(verdict(text, ballots={"for": ["a"]}, present=["b"]), "quorum").said
    turnout = act(f"{MAJORITY}, quorum: turnout at least 3 members")
    assert alone not in clause(verdict(turnout, ballots={"for": ["a"]}), "quorum").said
