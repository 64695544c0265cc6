"""A case with all left out that does not matter, and its votes said as shortly as they can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_SPARED: Final = (
    "title", "seconds", "reason", "opened", "explained", "proposed_by", "amount", "status", "casting_vote",
    "notice", "as_of", "subject", "vetoes",
)  # fmt: skip
"""Keys that are left out where the case says the same without them, in this order."""
_ORDER: Final = (
    "action", "as_of", "subject", "amount", "proposed_by", "seconds", "reason", "notice", "opened", "closes",
    "date", "first_attempt", "for", "against", "abstain", "absent", "present", "ballots", "tally",
    "casting_vote", "proxies", "also", "boards", "vetoes", "status", "done", "explained", "expect",
)  # fmt: skip
_ANSWERS: Final = ("for", "against", "abstain", "present")
_LONG: Final = 6
"""Of more names than these it is said who the others are."""


def shorter(
    values: Mapping[str, Any],
    still: Callable[[Mapping[str, Any]], bool],
    votes: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The same case, shorter.

    Args:
        values: the case.
        still: whether a case still tells what it is to tell.
        votes: other ways to say its votes, the shortest first; each takes the place of ``ballots``.
    """
    kept = dict(values)
    for way in votes:
        tried = {**{key: value for key, value in kept.items() if key != "ballots"}, **way}
        if still(tried):
            kept = tried
            break
    for key in _SPARED:
        tried = {name: value for name, value in kept.items() if name != key}
        if key in kept and still(tried):
            kept = tried
    for key, part in (("vetoes", "override"), ("vetoes", "reason"), ("vetoes", "at")):
        kept = _without_part(kept, key, part, still)
    for body in kept.get("also", {}):
        kept = _fewer_voters(kept, body, still)
    for key in ("also", "boards"):
        if key in kept and still(tried := {name: each for name, each in kept.items() if name != key}):
            kept = tried
    return {key: kept[key] for key in (*_ORDER, *kept) if key in kept}


def _without_part(
    values: dict[str, Any], key: str, part: str, still: Callable[[Mapping[str, Any]], bool]
) -> dict[str, Any]:
    if not any(part in each for each in values.get(key, ())):
        return values
    tried = {**values, key: [{k: v for k, v in each.items() if k != part} for each in values[key]]}
    return tried if still(tried) else values


def _fewer_voters(
    values: dict[str, Any], body: str, still: Callable[[Mapping[str, Any]], bool]
) -> dict[str, Any]:
    """The same with only those votes of another body that make a difference."""
    for member in values["also"][body].get("ballots", {}):
        ballots = {each: did for each, did in values["also"][body]["ballots"].items() if each != member}
        tried = {**values, "also": {**values["also"], body: {"ballots": ballots}}}
        if ballots and still(tried):
            values = tried
    return values


def forms(charter: Charter, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Ways to say the votes of a case: by number, with the others in one word, by name."""
    ballots = values.get("ballots")
    if not isinstance(ballots, Mapping) or not all(map(_plain, ballots.values())):
        return []
    heads = {member.id: member.count or 1 for member in charter.members}
    by_answer: dict[str, int] = dict.fromkeys(_ANSWERS, 0)
    for did in ballots.values():
        for answer, number in did.items():
            by_answer[answer] += number
    there = by_answer.pop("present")
    counts: dict[str, Any] = {answer: number for answer, number in by_answer.items() if number}
    counts = counts or {"for": 0}
    # Who is only there mostly makes no difference.
    found: list[dict[str, Any]] = [counts]
    if there:
        found.append({**counts, "present": sum(counts.values()) + there})
    if not all(len(did) == 1 and sum(did.values()) == heads.get(m, 0) for m, did in ballots.items()):
        return found
    names: dict[str, Any] = {}
    for member, did in ballots.items():
        names.setdefault(next(iter(did)), []).append(member)
    voting = {answer: each for answer, each in names.items() if answer != "present"}
    for said in (voting, names) if there and voting else (names,):
        found += _with_others(charter, said)
        found.append(said)
    return found


def _plain(did: Any) -> bool:
    return isinstance(did, Mapping) and all(
        answer in _ANSWERS and isinstance(number, int) for answer, number in did.items()
    )


def _with_others(charter: Charter, names: Mapping[str, list[str]]) -> Iterator[dict[str, Any]]:
    """The longest list as ``others``; who stays away is then named."""
    voting = {answer: each for answer, each in names.items() if answer != "present"}
    if not voting:
        return
    longest = max(voting, key=lambda answer: len(voting[answer]))
    if len(voting[longest]) <= _LONG:
        return
    voted = {member for each in names.values() for member in each}
    away = [member.id for member in charter.members if member.id not in voted]
    said = {**names, longest: "others"}
    yield said
    if away:
        yield {**said, "absent": away}


def called(decision: str, values: Mapping[str, Any]) -> str:
    """A name for a case, by what is particular to it: ``statement-2-for-1-against``."""
    parts = [decision]
    for answer in ("for", "against", "abstain"):
        votes = values.get(answer)
        if isinstance(votes, int) and votes:
            parts += [str(votes), answer]
        elif isinstance(votes, list):
            parts += [str(len(votes)), answer]
        elif votes == "others":
            parts += ["others", answer]
    for key, word in (("first_attempt", "second-attempt"), ("vetoes", "veto"), ("proxies", "proxy"),
                      ("casting_vote", "casting-vote"), ("amount", "sum"), ("done", "carried-out"),
                      ("explained", "explained"), ("closes", "voting-time")):  # fmt: skip
        if key in values:
            parts.append(word)
    if "notice" in values and len(parts) == 1:
        parts.append("notice")
    expect = values.get("expect")
    if isinstance(expect, Mapping):
        for key in ("findings", "no_findings"):
            parts += [
                ("with-" if key == "findings" else "without-") + str(each).lower()
                for each in expect.get(key, ())
            ]
    return "-".join(parts)
