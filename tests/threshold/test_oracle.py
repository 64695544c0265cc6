"""What the oracle answers on members and their ballots, worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import Answer, Row, World, adopt, both, decide, either
from oracle_rooms import CLUB, HALF_THERE, MEETING, OUTSIDER, RECUSED, SHARES, room, row, weighing, world

case = pytest.param

# fmt: off
SENTENCES = [
    # shares: the base
    case("majority of votes cast", MEETING, True, id="7 of 11 cast"),
    case("majority of members cast", MEETING, True, id="7 of 11 heads that cast"),
    case("majority of members present and voting", MEETING, True, id="present and voting is cast"),
    case("majority of members voting", MEETING, True, id="7 of 13 voting"),
    case("majority of members present", MEETING, False, id="7 of 14 present is half"),
    case("half of members present", MEETING, True, id="half is at least half"),
    case("at least 7/12 of members present not abstaining", MEETING, True, id="7 of 14 less 2 present"),
    case("more than 7/12 of members present not abstaining", MEETING, False, id="7 of 12 is not more"),
    case("at least 7/18 of members not abstaining", MEETING, True, id="7 of 20 less 2"),
    case("more than 7/18 of members not abstaining", MEETING, False, id="7 of 18 is not more"),
    case("35% of members", MEETING, True, id="7 of 20 members"),
    case("35.1% of members", MEETING, False, id="7 of 20 is less than 35.1 %"),
    case("two thirds of votes cast", MEETING, False, id="7 of 11 is less than two thirds"),
    case("three fifths of votes cast", MEETING, True, id="35 of 55 is more than 33"),
    case("three quarters of members", room(15, 5), True, id="exactly three quarters"),
    case("55% of members", room(55, 45), True, id="55 of 100, where floats say 56"),
    case("half of votes cast", room(1, 1), True, id="a tie is half"),
    case("majority of votes cast", room(1, 1), False, id="a tie is no majority"),
    # shares: the numerator
    case("at least 4/11 of votes cast against", MEETING, True, id="4 of 11 against"),
    case("at most 1/3 of votes cast against", MEETING, False, id="4 of 11 against is above a third"),
    case("exactly 2/13 of members voting abstaining", MEETING, True, id="2 of 13 abstaining"),
    case("exactly 13/20 of members not in favour", MEETING, True, id="13 of 20 not in favour"),
    case("exactly 1/5 of members against", MEETING, True, id="4 of 20 against"),
    case("exactly 1/2 of members present in favour", MEETING, True, id="7 of 14 in favour"),
    case("turnout exactly 13/20 of members", MEETING, True, id="turnout 13 of 20"),
    case("votes exactly 11/20 of members", MEETING, True, id="votes 11 of 20"),
    case("attendance exactly 70% of members", MEETING, True, id="attendance 14 of 20"),
    case("abstentions exactly 10% of members", MEETING, True, id="abstentions 2 of 20"),
    case("opposition exactly 20% of members", MEETING, True, id="opposition 4 of 20"),
    case("support exactly 35% of members", MEETING, True, id="support 7 of 20"),
    case("abstentions exactly 2/11 of votes cast", MEETING, True, id="the state leaves the numerator alone"),
    case("attendance exactly 14/13 of members voting", MEETING, True, id="so it can be more than all"),
    # the share of nothing
    case("at least 0% of votes cast", room(0, 0, 5), False, id="nobody cast: at least is not met"),
    case("exactly 0% of votes cast", room(0, 0, 5), False, id="nobody cast: exactly is not met"),
    case("more than 0% of members voting", room(0, 0, 0, 5), False, id="nobody voted: more is not met"),
    case("at most 0% of votes cast against", room(0, 0, 5), True, id="nobody cast: at most is met"),
    case("fewer than 0% of votes cast against", room(0, 0, 5), True, id="nobody cast: fewer than is met"),
    case("abstentions at most half of votes cast", room(0, 0, 5), False, id="5 of nothing is not at most"),
    case("abstentions less than half of votes cast", room(0, 0, 5), False, id="5 of nothing is not less"),
    case("0% of members", room(0, 5), True, id="nothing of something is met"),
    case("fewer than 0% of members against", room(5), False, id="0 is not fewer than 0 of something"),
    # head counts
    case("at least 7 members", MEETING, True, id="seven in favour"),
    case("more than seven members", MEETING, False, id="seven is not more than seven"),
    case("7 members", MEETING, True, id="a number alone is at least"),
    case("eight members", MEETING, False, id="eight are too many"),
    case("exactly one member", room(1), True, id="one member"),
    case("exactly 6 members", MEETING, False, id="seven are not exactly six"),
    case("exactly 8 members", MEETING, False, id="seven are not exactly eight"),
    case("fewer than 4 members against", MEETING, False, id="four are not fewer than four"),
    case("less than 5 members against", MEETING, True, id="four are less than five"),
    case("at most 13 members not in favour", MEETING, True, id="13 not in favour, the absent too"),
    case("fewer than 13 members not in favour", MEETING, False, id="13 are not fewer than 13"),
    case("exactly 14 members present", MEETING, True, id="a state alone counts all in it"),
    case("exactly 13 members voting", MEETING, True, id="13 voting"),
    case("exactly 12 members present not abstaining", MEETING, True, id="14 less 2"),
    case("exactly 18 members not abstaining", MEETING, True, id="20 less 2"),
    case("exactly 11 members cast", MEETING, True, id="11 cast"),
    case("exactly 7 members present not in favour", MEETING, True, id="14 present less 7 for"),
    case("exactly 4 members voting against", MEETING, True, id="voting and against"),
    case("turnout exactly 13 members", MEETING, True, id="turnout 13 heads"),
    case("exactly 1 founder member", CLUB, True, id="a group in the singular"),
    case("exactly 3 signed members", CLUB, True, id="three signed in favour"),
    case("exactly 1 signed member abstaining", CLUB, True, id="one signed abstaining"),
    # who is asked
    case("exactly 3/7 of members", CLUB, True, id="3 of the 7 in the body"),
    case("exactly 1/2 of the other members", CLUB, True, id="3 of 6 without the one concerned"),
    case("exactly 3/5 of the other members voting", CLUB, True, id="3 of 5 others voting"),
    case("exactly 5/9 of coalition members", CLUB, True, id="5 of all 9"),
    case("exactly 1/2 of founders", CLUB, True, id="a founder outside the body is not asked"),
    case("exactly 3/4 of founders among signed", room(3, 1), None, id="a group of nobody"),
    case("exactly 1/2 of signed among founders", CLUB, True, id="among narrows a group further"),
    case("exactly 3/4 of coalition members among founders", CLUB, True,
         id="3 of 4 founders of the coalition"),
    case("exactly 1/2 of votes cast among founders", CLUB, True, id="votes of a group"),
    case("no founder member abstaining", CLUB, True, id="no founder abstains"),
    case("no founder member against", CLUB, False, id="one founder is against"),
    case("no member against", OUTSIDER, True, id="the one against is outside the body"),
    case("no member absent", CLUB, False, id="the new one is absent"),
    case("no members absent among signed", CLUB, True, id="no signed one is absent"),
    case("majority of branches", world(row("a", 1, groups={"branch"})), True, id="a plural in es"),
    case("majority of party", world(row("a", 1, groups={"parties"})), True, id="a singular in y"),
    # all
    case("all members", room(3), True, id="all three"),
    case("all of members", room(3, 0, 1), False, id="one abstains"),
    case("all but 1 of members", room(3, 0, 1), True, id="all but one"),
    case("all but one members", room(3, 1, 1), False, id="two are missing"),
    case("all of votes cast", room(3, 0, 1, 0, 4), True, id="an abstention does not break it"),
    case("all of votes cast", room(0, 0, 1), False, id="all of no vote"),
    case("all but 2 of votes cast", room(0, 0, 1), False, id="all but two of no vote"),
    case("all but 5 of members", room(0, 3), True, id="all but more than there are"),
    case("all members present", room(3, 0, 0, 0, 2), True, id="all present"),
    case("all founders", CLUB, False, id="one founder of two"),
    case("all of the other members", RECUSED, True, id="all but the one concerned"),
    case("all of share", SHARES, False, id="5 of the declared 12"),
    case("all but 7 of share", SHARES, True, id="5 of 12 less 7"),
    case("all but 3 of share cast", SHARES, True, id="5 of 8 less 3"),
    case("all seats", room(3, seats=4), False, id="a vacant seat is missing"),
    case("all but 1 of seats", room(3, seats=4), True, id="all seats but the vacant one"),
]
QUORUMS = [
    case("half of members", HALF_THERE, True, id="4 of 8 attend"),
    case("more than half of members", HALF_THERE, False, id="4 of 8 are not more"),
    case("4 members", HALF_THERE, True, id="four heads attend"),
    case("turnout at least 4 members", HALF_THERE, False, id="three ballots"),
    case("votes at least 25% of members", HALF_THERE, True, id="two votes"),
    case("at least 2 members in favour", HALF_THERE, False, id="in favour stays in favour"),
    case("all but 4 of members", HALF_THERE, True, id="all but four attend"),
    case("1.5 times the square root of members", HALF_THERE, False, id="4 is below 3/2 × √8"),
    case("exactly 1/2 of share", world(row("a", 0, 0, 0, 1, 1, weights=weighing(share=2))), True,
         id="a weight attends"),
    case("half of seats", room(1, 1, 1, 1, seats=8), True, id="4 of 8 seats attend"),
    case("more in favour than against", HALF_THERE, False, id="a lead is of votes all the same"),
    case("all members", world(row("a", 1), row("b", 0, 0, 0, 1, votes=False)), True,
         id="without a vote, present"),
]
ADOPTIONS = [
    case("no member against", room(0, 0, 3), False, False, id="without support"),
    case("no member against", room(0, 0, 3), True, True, id="silence adopts"),
    case("no member against", room(1, 0, 3), False, True, id="one ballot is enough"),
    case("no member against", room(2, 1), True, False, id="silence is broken"),
    case("no elder member against", room(1), False, None, id="support does not make it known"),
    case("no elder member against", room(0, 1), False, False, id="without support it need not be known"),
    case("no elder member against", room(0, 1), True, None, id="silence does not make it known"),
    case("0% of members", room(0, 3), False, False, id="0 >= 0 is not support"),
]
# fmt: on


@pytest.mark.parametrize(("text", "where", "met"), SENTENCES)
def test_a_sentence_on_members(text: str, where: World, met: Answer) -> None:
    assert decide(text, where) is met


@pytest.mark.parametrize(("text", "where", "met"), QUORUMS)
def test_a_quorum_counts_attendance(text: str, where: World, met: Answer) -> None:
    assert decide(text, where, counts="attendance") is met


@pytest.mark.parametrize(("text", "where", "silence", "adopted"), ADOPTIONS)
def test_adoption(text: str, where: World, silence: bool, adopted: Answer) -> None:
    assert adopt(text, where, silence) is adopted


@pytest.mark.parametrize(
    "where",
    [
        case(world(row("a", 1), row("a", 1)), id="two rows of one name"),
        case(World([Row("a")], ballots={"b": {"for": 1}}), id="a ballot of nobody"),
        case(World([Row("a")], ballots={"a": {"for": 2}}), id="more ballots than heads"),
        case(World([Row("a")], ballots={"a": {"for": -1}}), id="less than no ballot"),
        case(World([Row("a")], ballots={"a": {"yes": 1}}), id="a ballot of no kind"),
        case(world(row("a", 1, votes=False)), id="a ballot without a vote"),
    ],
)
def test_a_world_that_contradicts_itself(where: World) -> None:
    with pytest.raises(ValueError, match=" "):
        decide("1 member", where)


@given(st.lists(st.sampled_from([True, False, None])))
def test_kleene_is_dual(answers: list[Answer]) -> None:
    """An answer is *not* known to be false exactly where its opposite is not known to be true."""
    opposite = {True: False, False: True, None: None}
    assert both(answers) is opposite[either(opposite[answer] for answer in answers)]
