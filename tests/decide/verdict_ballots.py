"""Who voted what on an action, for the oracle of verdicts: plain mappings, nothing taken from the engine."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from oracle import Row, World
from verdict_dates import Answer, day, extent
from verdict_rules import (
    READ_AS,
    listed,
    plain_votes,
)

Plain = dict[str, Any]
RESERVED = {"id", "name", "count", "in", "standing", "role", "signed"}
ANSWERS = ("for", "against", "abstain", "present", "absent")


def in_force(part: Plain, when: date) -> bool:
    valid = part.get("valid", {})
    return ("from" not in valid or day(valid["from"]) <= when) and (
        "to" not in valid or when <= day(valid["to"])
    )


@dataclass
class Ballots:
    """One action under one decision, and who answered what."""

    charter: Plain
    action: Plain
    decision: Plain
    name: str
    now: date
    filled: Plain = field(default_factory=dict)
    parts: dict[str, Answer] = field(default_factory=dict)

    @property
    def asks_all(self) -> bool:
        """Whether those outside the body vote too, because the rule asks for a share of all."""
        ways = (self.decision.get("passes"), self.decision.get("otherwise", {}).get("passes"))
        return any("coalition members" in str(way) for way in ways)

    def _given(self) -> dict[str, dict[str, int]]:
        """By member: how many of its heads gave which answer."""
        counts = {member["id"]: member.get("count", 1) for member in self.charter["members"]}
        found: dict[str, dict[str, int]] = {}
        for key, value in (self.action.get("ballots") or {}).items():
            if key in {*ANSWERS, *READ_AS} and not isinstance(value, dict):
                for member in [value] if isinstance(value, str) else value:
                    found[member] = {key: counts.get(member, 1)}
            elif isinstance(value, dict) and "vote" in value:
                closes = self.action.get("closes")
                late = closes and "at" in value and extent(value["at"])[0] > extent(closes)[1]
                if not late:
                    found[key] = {value["vote"]: counts.get(key, 1)}
            else:
                found[key] = value if isinstance(value, dict) else {value: counts.get(key, 1)}
        tally = self.action.get("tally")
        if tally:
            (whole,) = counts
            votes = {answer: number for answer, number in tally.items() if answer != "present"}
            there = tally.get("present", sum(votes.values()))
            found[whole] = votes | {"present": there - sum(votes.values())}
        for member, answer in self.filled.items():
            found[member] = {answer: 1}
        return {who: plain_votes(votes) for who, votes in found.items()}

    def _world(self, *, for_quorum: bool, body: str | None = None, given: Plain | None = None) -> World:
        """The members of the body that decides, and their ballots."""
        charter, on = self.charter, day(self.action["date"])
        body = body or self.decision.get("body")
        written = charter.get("bodies", {}).get(body, {"members": "all"})
        switches = {"votes": True, "counted": True, "for_quorum": True} | self.decision.get(
            "member_concerned", {}
        )
        seats = written.get("seats")
        rows, ballots = [], {}
        given = self._given() if given is None else given
        there = set(self.action.get("present", ())) | {
            who for who, votes in given.items() if votes.keys() - {"absent"}
        }
        for member in charter["members"]:
            who = member["id"]
            terms = member.get("in", ())
            if terms and not any(in_force({"valid": term}, on) for term in terms):
                continue
            chairs = sum(seat["member"] == who for seat in seats) if isinstance(seats, list) else 1
            belong = written.get("members", "all")
            ids = charter.get("groups", {}).get(belong, ()) if isinstance(belong, str) else belong
            concerned = who in listed(self.action.get("subject"))
            if concerned and not switches["for_quorum" if for_quorum else "counted"]:
                continue
            row = Row(
                who,
                count=member.get("count", 1),
                seats=chairs,
                in_body=chairs > 0 and (isinstance(seats, list) or belong == "all" or who in ids),
                votes=not concerned or switches["votes"],
                concerned=concerned,
                groups={name for name, those in charter.get("groups", {}).items() if who in those},
                classes={key: str(value) for key, value in member.items() if key not in RESERVED},
                weights={
                    name: Fraction(str(weight["values"][who]))
                    for name, weight in charter.get("weights", {}).items()
                    if who in weight["values"]
                },
            )
            if not row.in_body and body is not None:
                row.seats = 1
            rows.append(row)
            ballots[who] = self._answer(row, given, there, for_quorum=for_quorum)
        number = len(seats) if isinstance(seats, list) else seats
        classes: dict[str, set[str]] = {}
        for member in charter["members"]:
            for key, value in member.items():
                if key not in RESERVED:
                    classes.setdefault(key, set()).add(str(value))
        totals = {n: Fraction(str(w["total"])) for n, w in charter.get("weights", {}).items() if "total" in w}
        return World(rows, number, totals, ballots, classes)

    def _answer(self, row: Row, given: Plain, there: set[str], *, for_quorum: bool) -> dict[str, int]:
        who = row.id
        if not row.in_body and not self.asks_all:
            return {}
        proxies, allowed = self.action.get("proxies", {}), self.decision.get("proxies")
        if allowed and who in proxies and who not in given and proxies[who] in given and row.votes:
            use = "quorum" if for_quorum else "vote"
            if use in allowed["count"]:
                return dict(given[proxies[who]])
        if not row.votes:
            return {"present": row.count} if who in there else {}
        votes = {answer: number for answer, number in given.get(who, {}).items() if answer != "absent"}
        if who in there and who not in given:
            return {"present": row.count}
        if self.decision.get("abstentions") == "against" and not for_quorum and "abstain" in votes:
            votes["against"] = votes.get("against", 0) + votes.pop("abstain")
        return votes
