"""How a new coalition decides, by who is to decide: rules that are valid for any number of members."""

from __future__ import annotations

from typing import Final

from coalcheck.engine.starting.founding import Founding

_ALL: Final = "all members"
_MANY: Final = 3
"""From so many members on a share of them is less than everybody."""


def deciding(founding: Founding) -> str:
    """The bodies, where there are any, and the decisions."""
    lines = [*_bodies(founding)] if has_body(founding) else []
    return "\n".join([*lines, *_decisions(founding)]) + "\n"


def has_body(founding: Founding) -> bool:
    """Whether a small body decides something; two members are small enough by themselves."""
    return founding.governance != "distributed" and len(founding.members) >= _MANY


def seats(founding: Founding) -> tuple[str, ...]:
    """Who sits in the small body; nobody where there is none."""
    if not has_body(founding):
        return ()
    return tuple(each.id for each in founding.members[: min(_MANY, len(founding.members) - 1)])


def everyday(founding: Founding) -> str:
    """The decision that comes up most often."""
    return "daily" if has_body(founding) else "joint-statement"


def least_of_all(members: int) -> int:
    """How many of all members carry an everyday decision where all decide: two thirds, of two both."""
    return members if members < _MANY else -(-2 * members // 3)


def _bodies(founding: Founding) -> list[str]:
    return [
        "# A small body for the days between two meetings. It explains itself to all members.",
        "bodies:",
        "  steering:",
        "    about: Statements and events between two meetings of all members.",
        "    # To settle: who sits there? The first of you stand here so that there is something to change.",
        f"    members: [{', '.join(seats(founding))}]",
        "    because: Those who have the time to answer within a day.",
        f"    answers_to: {_ALL}",
        "    limits:",
        f"      covers: [{', '.join(_daily())}]",
        "      never: [spend, amend, admit, expel, dissolve, widen-scope]",
        "    input:",
        "      how: draft in the shared folder, comments by any member",
        "      at_least: 2 days before deciding",
        "      urgent: 12 hours by message to all members",
        "    explains:",
        "      within: 48 hours",
        f"      to: {_ALL}",
        "      says: [what was decided, why, what input came, what became of it]",
        "",
    ]


def _daily() -> tuple[str, ...]:
    return ("speak", "event", "commit-staff")


def _decisions(founding: Founding) -> list[str]:
    body, many = has_body(founding), len(founding.members) >= _MANY
    share = "at least 2/3 of members" if many else _ALL
    rest = "spend, partner, litigate, appoint"
    lines = [
        "# For each kind of decision: what it covers, what carries it, how long before it is announced.",
        "# passes is a sentence with one exact meaning, and it always says of what.",
        "decisions:",
    ]
    if body:
        lines += [
            "  daily:",
            f"    covers: [{', '.join(_daily())}]",
            "    body: steering",
            f"    passes: {'more than half of members' if len(seats(founding)) >= _MANY else _ALL}",
            "    notice: 2 clear days",
            "    answer_within: 2 days",
            "    if_no_agreement: The matter goes to the next meeting of all members.",
            "    explain: 48 hours",
            "  larger:",
            f"    covers: [{rest}]",
            f"    passes: {share}",
            "    notice: 7 clear days",
        ]
    else:
        lines += [
            "  joint-statement:",
            f"    covers: [{', '.join(_daily())}, {rest}]",
            f"    passes: {share}",
            "    notice: 2 clear days",
            "    answer_within: 2 days",
            "    if_no_agreement: Each may act in its own name.",
        ]
    lines += [
        "  change:   # what is hard to undo is harder to decide",
        "    covers: [admit, renew, widen-scope, amend, dissolve]",
        f"    passes: {_ALL}",
        "    notice: 14 clear days",
    ]
    if many:
        for kind, extra in (
            ("suspend", ["    lasts: until the next meeting, at most 60 days"]),
            ("expel", ["    needs: [reason]"]),
        ):
            lines += [
                f"  {kind}:",
                f"    covers: [{kind}]",
                "    passes: all the other members",
                "    notice: 14 clear days",
                "    member_concerned:",
                "      may_speak: true",
                "      votes: false",
                "      counted: false",
                "      for_quorum: false",
                *extra,
            ]
    return lines
