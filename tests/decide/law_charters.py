"""Members, rules and ballots that are drawn: what the laws of verdicts share."""

from __future__ import annotations

import os
from typing import Any

from deciding import decided
from hypothesis import strategies as st

Plain = dict[str, Any]
FACTOR = int(os.environ.get("COALCHECK_EXAMPLES", "1"))
ACT: Plain = {"action": "act", "status": "closed", "date": "2026-04-14"}
IDS = ("m0", "m1", "m2", "m3", "m4")
DID = ("for", "against", "abstain", "present", "absent")
MEMBERS = """\
members:
  - {id: m0, name: Zero, region: north, chamber: upper}
  - {id: m1, name: One, region: north, chamber: lower}
  - {id: m2, name: Two, region: south, chamber: upper}
  - {id: m3, name: Three, region: south, chamber: lower}
  - {id: m4, name: Four, region: west, chamber: lower}
groups: {founders: [m0, m1], permanent: [m2]}
weights:
  population: {values: {m0: 3, m1: 2, m2: 2, m3: 1, m4: 1/2}}
  shares: {values: {m0: 1, m2: 5}, total: 8}
"""


def charter(passes: str, *more: str, members: str = MEMBERS, blocks: str = "") -> str:
    fields = "".join(f"\n    {each}" for each in (f"passes: {passes}", *more) if each)
    return f"{members}{blocks}decisions:\n  act:\n    covers: [speak]{fields}\n"


def outcome(text: str, ballots: Plain, **more: Any) -> str:
    return decided(text, {**ACT, **more, "ballots": ballots}).outcome


everyone = st.fixed_dictionaries({who: st.sampled_from(DID) for who in IDS})
quorums = st.sampled_from(
    [
        "",
        "quorum: at least 3 members",
        "quorum: votes more than half of members",
        "quorum: at least 1 members in each region",
    ]
)
VETO = "vetoes:\n  - {holders: [permanent], by: vote, over: [speak]}\n"
vetoes = st.sampled_from(["", VETO])

BASES = (
    "votes cast",
    "members",
    "members present",
    "members voting",
    "members not abstaining",
    "members present not abstaining",
    "founders",
    "population",
    "population cast",
    "shares",
)
shares = st.sampled_from(["1/2", "2/3", "3/5", "3/4", "55%", "1/3"])
compares = st.sampled_from(["at least", "more than"])
narrowing = st.sampled_from(
    ["", "", " among founders", " in each region", " in at least 2 regions", " in each chamber"]
)
single = st.one_of(
    st.builds(
        lambda c, s, b, n: f"{c} {s} of {b}{n}", compares, shares, st.sampled_from(BASES[:6]), narrowing
    ),
    st.builds(lambda c, s, b: f"{c} {s} of {b}", compares, shares, st.sampled_from(BASES[6:])),
    st.builds(lambda n: f"at least {n} members", st.integers(1, 5)),
    st.builds(lambda n: f"at least {n} more in favour than against", st.integers(1, 3)),
    st.builds(
        lambda n: f"at least {n} times as many in favour as against", st.sampled_from(["1", "2", "1.5"])
    ),
    st.sampled_from(
        [
            "more in favour than against",
            "no member against",
            "no founder member against",
            "at most 1 member against",
            "fewer than 2 members not in favour",
            "no member absent",
            "all of votes cast",
            "all but 1 of members",
        ]
    ),
)
joined = st.one_of(
    single,
    st.builds(lambda a, b: f"{a} and {b}", single, single),
    st.builds(lambda a, b, c: f"{a} and ({b} or {c})", single, single, single),
    st.builds(lambda a, b, c: f"({a} and {b}) or {c}", single, single, single),
)
places = st.sampled_from(IDS)
