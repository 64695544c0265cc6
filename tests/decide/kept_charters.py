"""A charter with a date wherever it can have one, and actions of every sort under it."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

DATED = """\
members:
  - {id: a, name: Alpha, region: north}
  - {id: b, name: Beta, region: north, in: [{from: 2026-02-01, to: 2026-06-30}, {from: 2026-09-01}]}
  - {id: c, name: Gamma, region: south, standing: [{status: suspended, from: 2026-03-15, to: 2026-03-31}]}
  - {id: d, name: Delta, region: south, standing: [{status: arrears, from: 2026-05-01}]}
  - {id: e, name: Epsilon, region: west, in: [{to: 2026-08-31}]}
  - {id: crowd, name: Crowd, region: west, count: 40}
term: {starts: 2026-01-10, ends: 2026-11-30}
groups:
  founders:
    - {members: [a, b], valid: {to: 2026-04-30}}
    - {members: [a, c], valid: {from: 2026-05-01}}
weights:
  shares:
    - {values: {a: 3, b: 2, c: 1}, valid: {to: 2026-07-31}}
    - {values: {a: 1, b: 1, d: 5}, total: 9, valid: {from: 2026-08-01}}
bodies:
  board: {members: [a, b, c], valid: {from: 2026-02-15}, limits: {spend: 500 EUR}}
  circle: {members: founders}
scope:
  inside: [{id: deal, about: The deal}]
  money: {one_decision: 900 EUR, in_all: 2000 EUR}
vetoes:
  - {holders: [founders], over: [speak], by: notice, within: 48 hours, limit: 1 per year}
  - {holders: [a], over: [event], by: vote}
  - {holders: [in-good-standing], over: [old-way, amend], by: vote, valid: {from: 2026-03-01, to: 2026-10-15}}
decisions:
  speak:
    covers: [speak, event]
    passes: more than half of votes cast
    quorum: at least 3 members
    notice: 2 days
  old-way: {covers: [amend], passes: at least 2/3 of shares, valid: {to: 2026-05-15}, notice: 5 clear days}
  new-way: {covers: [amend], passes: no founder member against, valid: {from: 2026-05-16}, expires: 2 months}
  spending: {covers: [spend], body: board, passes: more in favour than against, tie: fails, explain: 48 hours}
  circle-only: {covers: [partner], body: circle, passes: at least half of members, abstentions: against}
  expel: {covers: [expel], passes: at least 3/4 of the other members, member_concerned: {votes: false}}
  quiet: {covers: [appoint], passes: no member against, silence: adopts, window: 5 days}
"""

IDS = ("a", "b", "c", "d", "e")
KINDS = ("speak", "event", "amend", "old-way", "new-way", "spend", "partner", "expel", "appoint", "litigate")
DID = ("for", "against", "abstain", "blank", "present", "absent")
days = st.dates(date(2025, 12, 20), date(2026, 12, 20))
moments = st.one_of(
    days.map(str), days.map(lambda day: f"{day}T23:30-03:00"), st.just("2026"), st.just("2025")
)
actions = st.fixed_dictionaries(
    {
        "action": st.sampled_from(KINDS),
        "ballots": st.dictionaries(st.sampled_from((*IDS, "crowd", "nobody")), st.sampled_from(DID)),
    },
    optional={
        "date": moments,
        "notice": moments,
        "opened": moments,
        "closes": moments,
        "body": st.sampled_from(["board", "circle", "all"]),
        "amount": st.sampled_from(["400 EUR", "1200 EUR", "5 USD"]),
        "subject": st.sampled_from(IDS).map(lambda who: [who]),
        "electorate": st.lists(st.sampled_from(IDS), min_size=1, unique=True),
        "present": st.lists(st.sampled_from(IDS), unique=True),
        "proxies": st.dictionaries(st.sampled_from(IDS), st.sampled_from(IDS), max_size=1),
        "amends": st.sampled_from([["exit"], ["scope.inside"]]),
        "uses": st.just(["logo"]),
        "done": moments | st.just("yes"),
        "status": st.sampled_from(["proposed", "open", "closed"]),
        "in_name_of": st.sampled_from([["coalition"], ["a"]]),
        "vetoes": st.fixed_dictionaries(
            {"by": st.sampled_from(IDS).map(lambda who: [who])}, optional={"date": days.map(str)}
        ).map(lambda each: [each]),
    },
)
leaving = st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple)
