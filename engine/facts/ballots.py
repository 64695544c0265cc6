"""Ballots in words: as numbers where the members are alike, else by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.named import listed, name_of
from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

MOST_NAMED: Final = 6
"""Of more members an example gives numbers, not names."""

_DID: Final = ("for", "against", "abstaining", "present without a vote", "staying away")


def ballots_in_words(charter: Charter, roll: Electorate, ballots: Ballots, *, alike: bool) -> str:
    """Who votes how: ``3 for and 2 against``, ``1 for and 9 staying away``, ``A for, the others against``.

    Args:
        charter: the charter, for the names.
        roll: who votes.
        ballots: what each row does.
        alike: whether it only matters how many do something. The member concerned is left out where it
            neither votes for nor against.
    """
    rows = [
        row
        for row in roll.rows
        if row.in_body and row.id in ballots and not (row.concerned and not any(ballots[row.id][:2]))
    ]
    if alike or len(rows) > MOST_NAMED or any(row.count > 1 for row in rows):
        return _in_numbers(rows, ballots)
    if all(ballots[row.id].in_favour or ballots[row.id].against for row in rows):
        return f"{join(*_names(charter, rows, ballots, 0))} for, the others against"
    said = [(_names(charter, rows, ballots, state), words) for state, words in enumerate(_DID)]
    return ", ".join(f"{listed(names)} {words}" for names, words in said if names)


def _in_numbers(rows: list[Row], ballots: Ballots) -> str:
    numbers = [sum(_did(row, ballots)[state] for row in rows) for state in range(len(_DID))]
    if numbers[4] == sum(row.count for row in rows):
        return "nobody voting"
    if not any(numbers[2:]):
        return f"{numbers[0]:,} for and {f'{numbers[1]:,}' if numbers[1] else 'none'} against"
    return join(*(f"{number:,} {words}" for number, words in zip(numbers, _DID, strict=True) if number))


def _did(row: Row, ballots: Ballots) -> tuple[int, ...]:
    votes = ballots.get(row.id, Votes())
    return (*votes, row.count - sum(votes))


def _names(charter: Charter, rows: list[Row], ballots: Ballots, state: int) -> list[str]:
    return [name_of(charter, row.id) for row in rows if _did(row, ballots)[state]]
