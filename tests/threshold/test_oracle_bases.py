"""What the oracle answers on weights, seats, roots, classes, and on nobody at all, worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from oracle import Answer, World, decide
from oracle_rooms import BALLOTS, MEETING, NOBODY, REGIONS, SHARES, room, row, weighing, world

case = pytest.param

# fmt: off
SENTENCES = [
    # weights
    case("exactly 5/12 of share", SHARES, True, id="5 of the declared 12"),
    case("exactly 5/8 of share among old", SHARES, True, id="among: 5 of the 8 there are"),
    case("exactly 5/8 of share cast", SHARES, True, id="a state: 5 of 8 cast"),
    case("exactly 1/2 of share voting", SHARES, True, id="a state: 5 of 10"),
    case("exactly 5/8 of shares not abstaining", SHARES, True, id="a plural: 5 of 10 less 2"),
    case("exactly 5/12 of share not in favour", SHARES, True, id="3 and 2 of 12 not in favour"),
    case("turnout exactly 10/12 of share", SHARES, True, id="turnout 10 of 12"),
    case("turnout at least 1/3 of share in each region", SHARES, None, id="no weight in the west"),
    case("more than half of share in at least 1 region", SHARES, True, id="5 of 8 in the north"),
    case("exactly 1/2 of power", world(row("m", 2, 2, weights=weighing(power=3))), True,
         id="undeclared: 6 of 12"),
    case("at least 0% of nil", SHARES, None, id="a weight of nothing"),
    case("at most 0% of share cast against", world(row("a", 0, 0, 1, weights=weighing(share=1))), True,
         id="a weight of which nothing was cast"),
    case("at least 0% of share", world(row("a", 1), share=Fraction(9)), None,
         id="declared, and nobody has it"),
    case("at least 0% of share", world(row("a", 1, weights=weighing(share=1)), share=Fraction(0)), None,
         id="declared to be nothing"),
    # seats and ballots
    case("exactly 3/10 of seats", BALLOTS, True, id="3 ballots of 10 seats"),
    case("exactly 3/5 of votes cast", BALLOTS, True, id="3 ballots of 5 cast"),
    case("exactly 1/3 of members cast", BALLOTS, True, id="one head of three"),
    case("exactly 1 member", BALLOTS, True, id="one head in favour"),
    case("exactly 1 more in favour than against", BALLOTS, True, id="3 ballots against 2"),
    case("exactly 1.5 times as many in favour as against", BALLOTS, True, id="3 ballots to 2"),
    case("turnout exactly 7/10 of seats", BALLOTS, True, id="3, 2 and 2 of 10 seats"),
    case("exactly 40% of seats not in favour", BALLOTS, True,
         id="4 ballots not in favour; vacant seats are not"),
    case("no member abstaining", BALLOTS, False, id="one head abstains"),
    case("majority of seats", room(3), None, id="nobody says how many seats"),
    case("majority of seats", room(3, 2, seats=6), False, id="3 of 6 seats"),
    # roots
    case("at least 2 times the square root of members", room(6, 3), True, id="6 = 2 × √9"),
    case("more than 2 times the square root of members", room(6, 3), False, id="6 is not more"),
    case("at least 1.5 times the square root of members", room(4, 4), False, id="16 is below 9/4 × 8 = 18"),
    case("at least 7/5 times the square root of members", room(4, 4), True, id="16 is above 49/25 × 8"),
    case("turnout at most two times the square root of members", room(3, 1), True, id="4 = 2 × √4"),
    case("exactly 1 times the square root of seats", BALLOTS, False, id="9 is not 10"),
    case("at least 0.9 times the square root of seats", BALLOTS, True, id="3 ballots: 9 against 8.1"),
    case("1 times the square root of seats", room(3), None, id="the root of unknown seats"),
    case("2 times the square root of members in each region", REGIONS, False, id="2 is below 2 × √3"),
    # more in favour, so many times as many
    case("more in favour than against", room(2, 1), True, id="2 more than 1"),
    case("more in favour than against", room(2, 2), False, id="2 not more than 2"),
    case("more in favour than against", room(0, 0, 3), False, id="no vote, no lead"),
    case("2 more in favour than against", room(3, 1), True, id="at least two more"),
    case("more than 2 more in favour than against", room(3, 1), False, id="two are not more than two"),
    case("at least 0 more in favour than against", room(0, 0, 2), False, id="no vote: at least 0 is not met"),
    case("exactly 0 more in favour than against", room(0, 0, 2), False, id="no vote: exactly 0 is not met"),
    case("at most 0 more in favour than against", room(0, 0, 2), True, id="no vote: at most 0 is met"),
    case("fewer than 1 more in favour than against", room(0, 5), True, id="5 fewer is fewer than 1 more"),
    case("3 times as many in favour as against", room(3, 1), True, id="three to one"),
    case("more than 3 times as many in favour as against", room(3, 1), False, id="three to one is not more"),
    case("3 times as many in favour as against", room(1), True, id="one to nothing"),
    case("at least 3 times as many in favour as against", room(0, 0, 1), False, id="nothing to nothing"),
    case("at most 3 times as many in favour as against", room(0, 0, 1), True, id="at most, of nothing"),
    case("fewer than 3 times as many in favour as against", room(0, 0, 1), False, id="0 is not fewer than 0"),
    # classes
    case("at least 1 member present in each region", REGIONS, True, id="one at the meeting in each"),
    case("at least 1 member in each region", REGIONS, False, id="none in favour in the west"),
    case("majority of votes cast in each region", REGIONS, False, id="south is at half"),
    case("majority of votes cast in at least 1 region", REGIONS, True, id="north is enough"),
    case("half of votes cast in at least 2 of 3 regions", REGIONS, True, id="north and south"),
    case("half of votes cast in at least 3 of 3 regions", REGIONS, False, id="the west did not vote"),
    case("half of votes cast in at least 4 regions", REGIONS, False, id="more than there are"),
    case("half of votes cast in at least 2 of 4 regions", REGIONS, None, id="there are not four"),
    case("majority of members among allies in each region", REGIONS, True, id="allies are in one region"),
    case("majority of members among allies in at least 1 of 3 regions", REGIONS, None, id="one, not three"),
    case("no member absent in each region", REGIONS, False, id="one absent in the west"),
    case("at least 1 member in each country", REGIONS, None, id="nobody has a country"),
    case("1 member in at least 0 countries", REGIONS, None, id="no country, not even for none"),
    case("more than half of share in at least 2 regions", SHARES, None,
         id="north yes, south no, west unknown"),
    case("more than half of share in at least 3 regions", SHARES, False,
         id="one and one unknown are not three"),
    case("at least 1/3 of share in at least 1 region", SHARES, True, id="one is enough beside an unknown"),
    # nobody
    case("at least 0 members", NOBODY, None, id="a body of nobody"),
    case("no member against", NOBODY, None, id="nobody could object"),
    case("all members", NOBODY, None, id="all of nobody"),
    case("majority of votes cast", NOBODY, None, id="votes of nobody"),
    case("more in favour than against", NOBODY, None, id="a lead of nobody"),
    case("majority of seats", NOBODY, None, id="seats of nobody"),
    case("1 times the square root of members", NOBODY, None, id="the root of nobody"),
    case("no elder member against", MEETING, None, id="no such group"),
    case("majority of elders", MEETING, None, id="no such name"),
    case("majority of members among elders", MEETING, None, id="among nobody"),
    case("all of coalition members", NOBODY, True, id="somebody, outside the body"),
    case("majority of the other members", world(row("c", 1, concerned=True)), None, id="there are no others"),
    # and, or
    case("2 members and no elder member against", room(1, 1), False, id="no and unknown"),
    case("1 member and no elder member against", room(1, 1), None, id="yes and unknown"),
    case("1 member or no elder member against", room(1, 1), True, id="yes or unknown"),
    case("2 members or no elder member against", room(1, 1), None, id="no or unknown"),
    case("(1 member and 2 members) or 1 member", room(1, 1), True, id="brackets before or"),
    case("1 member and (2 members or no member against)", room(1, 1), False, id="brackets after and"),
    case("1 member and 1 member against and 2 members", room(1, 1), False, id="three joined"),
]
# fmt: on


@pytest.mark.parametrize(("text", "where", "met"), SENTENCES)
def test_a_sentence_on_bases(text: str, where: World, met: Answer) -> None:
    assert decide(text, where) is met
