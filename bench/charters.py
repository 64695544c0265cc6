"""Charters for measuring: valid, without a finding at or above "error", the same in every run."""

from __future__ import annotations

from typing import Literal, TypeAlias

Size: TypeAlias = Literal["members", "decisions", "clauses"]
"""What there can be more of in a charter."""

FIELDS = ("air quality", "rail jobs", "school health", "harbour safety", "fair pay", "clean water")
NOUNS = ("Network", "Union", "Alliance", "Forum", "Initiative", "Association")

HEAD = """\
---
coalcheck: 1
name: {name}
kind: coalition
model: opportunistic
stage: draft
legal: not a contract
purpose: Stop trade deal number {number} before the vote on 30 September 2026.
why_now:
  reason: shared threat
  event: ratification vote
  date: 2026-09-30
term:
  starts: 2026-04-01
  ends: 2026-10-31
  first_review: 2026-06-30

members:
"""

MEMBER = """\
  - id: {id}
    name: {name}
    role: Leads on {field} and drafts the joint texts about it.
"""

MEMBER_IN_FULL = """\
    commits:
      staff: {hours} hours a month
      money: {money} EUR
    success: The chapter on {field} stays as it is.
    signatory:
      name: Person Number {index}
      position: executive director
"""

DECISIONS = """\

coordinator: {first}

decisions:
"""

DECISION = """\
  {id}:
    covers: [{covers}]
    passes: {passes}
    quorum: more than half of members
    notice: 2 clear days
"""

TAIL = """\

scope:
  inside:
    - id: deal
      about: What trade deal number {number} does to people and places
  outside:
    - id: elections
      about: Candidates and parties
  set_aside:
    - id: energy
      about: New gas and coal plants, on which the members differ
  places: [national]
  money:
    in_all: 6000 EUR
    one_decision: 2500 EUR
  widen: change

exit:
  notice: 7 days
  in_writing_to: all members
  money_back: unspent share
  joint_texts: name removed from the next one on

first_win:
  what: Joint letter to the trade committee
  by: 2026-04-20
  told_to_the_public_by: [{first}]

check_ins:
  every: month
  minutes: 30
"""

KINDS = ("speak, event", "spend, commit-staff")
"""What the first decisions cover; the last one covers changes, those between them kinds of their own."""


def charter(
    number: int = 1, *, members: int = 8, decisions: int = 3, clauses: int = 1, in_full: bool = True
) -> str:
    """Write charter ``number``; the defaults make one of about 150 lines.

    ``clauses`` is how many conditions the first decision joins with "and"; ``decisions`` is at least 3.
    Members in full would make a file of 10,000 of them larger than coalcheck reads.
    """
    name = f"Coalition Number {number}"
    parts = [HEAD.format(name=name, number=number)]
    parts += [member(index, in_full=in_full) for index in range(1, members + 1)]
    first = member_id(1)
    parts.append(DECISIONS.format(first=first))
    extra = [f"task-{index}" for index in range(1, decisions - 2)]
    covers = [*KINDS, *extra, "amend, widen-scope, admit, dissolve, renew"]
    for index, kinds in enumerate(covers):
        last = index == len(covers) - 1
        rule = "all members" if last else sentence(clauses if index == 0 else 1)
        parts.append(DECISION.format(id="change" if last else f"step-{index + 1}", covers=kinds, passes=rule))
    parts.append(TAIL.format(number=number, first=first))
    if extra:
        parts.append(f"\nkinds: [{', '.join(extra)}]\n")
    return "".join(parts)


def grown(what: Size, size: int) -> str:
    """Write a charter with ``size`` members, decisions or clauses and little else."""
    match what:
        case "members":
            return charter(members=size, in_full=False)
        case "decisions":
            return charter(decisions=size, in_full=False)
        case "clauses":
            return charter(clauses=size, in_full=False)


def member_id(index: int) -> str:
    """The id of one member."""
    return f"member-{index}"


def member(index: int, *, in_full: bool) -> str:
    """One member of the list; what it brings depends on its number only."""
    field = FIELDS[index % len(FIELDS)]
    noun = NOUNS[index // len(FIELDS) % len(NOUNS)]
    text = MEMBER + MEMBER_IN_FULL if in_full else MEMBER
    return text.format(
        id=member_id(index),
        index=index,
        name=f"{field.title()} {noun} {index}",
        field=field,
        hours=10 + index % 7,
        money=500 + 50 * (index % 5),
    )


def sentence(clauses: int) -> str:
    """A rule that joins ``clauses`` conditions, no two of them alike."""
    shares = (f"more than {part}/{2 * part + 1} of votes cast" for part in range(1, clauses))
    return " and ".join(["at least 2/3 of votes cast", *shares])
