"""Small bodies to try the oracle on by hand.

A room is written as heads for, against, abstaining, present without a ballot, and absent; a row of alike
members likewise, after its name.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from oracle import Row, World

DID = ("for", "against", "abstain", "present")


def row(name: str, *heads: int, **said: Any) -> tuple[Row, dict[str, int]]:
    return Row(name, count=sum(heads), **said), dict(zip(DID, heads, strict=False))


def world(*rows: tuple[Row, dict[str, int]], seats: int | None = None, **totals: Fraction) -> World:
    return World([who for who, _ in rows], seats, totals, {who.id: ballots for who, ballots in rows})


def room(*heads: int, seats: int | None = None) -> World:
    return world(row("m", *heads), seats=seats)


def weighing(**weights: int) -> dict[str, Fraction]:
    return {name: Fraction(number) for name, number in weights.items()}


NORTH, SOUTH, WEST = ({"region": name} for name in ("north", "south", "west"))
# 20 heads, 14 at the meeting: 7 for, 4 against, 2 abstaining, 1 without a ballot; 6 absent
MEETING = room(7, 4, 2, 1, 6)
# seven in the body, two of them founders and one the member concerned; two founders outside
CLUB = world(
    row("founders", 1, 1, 0, 0, 0, groups={"founders", "signed"}),
    row("others", 2, 0, 1, 0, 0, groups={"signed"}),
    row("concerned", 0, 1, concerned=True),
    row("new", 0, 0, 0, 0, 1),
    row("outside", 2, 0, in_body=False, groups={"founders"}),
)
# north 2 of 3 for, south 1 of 2, in the west nobody cast a vote; five are in no region
REGIONS = world(
    row("n", 2, 1, classes=NORTH, groups={"ally"}),
    row("s", 1, 1, classes=SOUTH),
    row("w", 0, 0, 1, 0, 1, classes=WEST),
    row("stateless", 0, 5),
)
# for 5, against 3, abstaining 2 and a member for without a weight, which is all there is in the west
SHARES = world(
    row("big", 1, groups={"old"}, classes=NORTH, weights=weighing(share=5, nil=0)),
    row("mid", 0, 1, groups={"old"}, classes=NORTH, weights=weighing(share=3)),
    row("small", 0, 0, 1, classes=SOUTH, weights=weighing(share=2)),
    row("none", 1, classes=WEST),
    share=Fraction(12),
)
BALLOTS = world(row("three", 1, seats=3), row("one", 0, 2), row("two", 0, 0, 1, seats=2), seats=10)  # 3-2-2
OUTSIDER = world(row("in", 1), row("out", 0, 1, in_body=False))
RECUSED = world(row("others", 2), row("concerned", 0, 1, concerned=True))
NOBODY = world(row("outside", 3, in_body=False), seats=3)
HALF_THERE = room(1, 1, 1, 1, 4)
