"""Checks of acts that are not within what was agreed, made by the engine itself, for the pages on scope."""

from __future__ import annotations

from datetime import date

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.annexes import Annexed
from coalcheck.engine.checking.asking import Asking
from coalcheck.engine.checking.checked import Check
from coalcheck.engine.checking.days import Days
from coalcheck.engine.checking.given import Given
from coalcheck.engine.policy.load import Own
from coalcheck.engine.source.read import read

CHARTER = """\
coalcheck: 1
name: Clean Air and Fair Work
kind: coalition
purpose: Stop the Meridian trade deal before the ratification vote on 30 September 2026.
term: {starts: 2026-04-01, ends: 2026-10-31}
members:
  - {id: breathe, name: Breathe Easy Network}
  - {id: local-9, name: Local 9}
  - {id: parents, name: Parents for Clean Schools}
decisions:
  joint-statement: {covers: [speak, event, spend], passes: at least 2/3 of votes cast}
  change: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside:
    - {id: meridian, about: What the Meridian deal does to air quality and to jobs, words: [Meridian]}
  outside:
    - {id: elections, about: Candidates and parties, words: [candidate, party], kinds: [party]}
  set_aside:
    - {id: energy, about: "New gas and coal plants: Local 9 wants the jobs", words: [gas, coal, terminal]}
  places: [national]
  money: {one_decision: 500 EUR}
  widen: change
"""
ALL_FOR = "ballots: {for: [breathe, local-9, parents]}\n"
ANOTHER_DEAL = f"""\
action: joint-statement
title: Open letter on the Pacific Rim deal
in_name_of: coalition
date: 2026-05-12
about: Pacific Rim deal
topics: [meridian]
text: >-
  Trade deals are made behind closed doors. Meridian ends the rail orders. Meridian weakens the air rules. The
  Pacific Rim agreement repeats chapters 4 and 7 of Meridian word for word.
benefits: []
uses: []
conditions: []
{ALL_FOR}"""
OWN_END = """\
title: Autumn appeal to our supporters
in_name_of: [breathe]
date: 2026-05-12
about: Annual fundraising
uses: [contact list]
benefits: {who: breathe, kind: member}
text: You signed our Meridian petition. Help Breathe plant 10,000 trees.
"""
MANY = """\
action: joint-statement
title: Office for the campaign
in_name_of: coalition
date: 2026-05-12
about: Meridian deal, office
topics: [meridian, elections]
amount: 200 EUR
every: month
until: 2027-02-28
places: [international]
with: [Green Party]
conditions: [The landlord's sign hangs over the door]
text: Meridian ends the rail orders. No gas terminal brings them back.
"""
LOST = ANOTHER_DEAL.replace(ALL_FOR, "ballots: {for: [breathe], against: [local-9, parents]}\n")


def scoped(*texts: str) -> Check:
    """What is said of these actions under the charter above."""
    asking = Asking(Annexed(load(read(CHARTER, "charter.yaml"))), Own((), ()), "reference", Given())
    loaded = [load_action(read(text, "letter.yaml"), asking.loaded.charter) for text in texts]
    answers = tuple(asking.checked(each, Days(None, date(2026, 5, 12))) for each in loaded)
    return Check((), answers, date(2026, 5, 12), "0.1.0", "reference")


def another_deal() -> Check:
    """All three said yes to something else than they agreed on: it is about order, not about will."""
    return scoped(ANOTHER_DEAL)


def own_end() -> Check:
    """What belongs to all, for one member: outside, though it needs no decision."""
    return scoped(OWN_END)


def many_reasons() -> Check:
    """A proposal that is outside by facts, beyond several limits, and touches what is set aside."""
    return scoped(MANY)


def lost() -> Check:
    """What was not carried is first of all that."""
    return scoped(LOST)
