"""Random rules and random electorates; every valid tree can be drawn, and no other."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from coalcheck.engine.threshold.electorate import Ballots, Electorate, Row, Votes
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.tree import (
    All,
    Amount,
    Any,
    Base,
    Clause,
    Compare,
    Count,
    Each,
    Everyone,
    Heads,
    Lead,
    Measure,
    Nobody,
    Number,
    Ratio,
    Root,
    Rule,
    Seats,
    Share,
    Some,
    State,
    VotesCast,
    Weighted,
    Whom,
)

GROUPS = ("founders", "permanent")
WEIGHTS = ("population", "shares")
ATTRIBUTES = ("region", "chamber")
CLASSES: tuple[dict[str, str], ...] = (
    {"region": "north", "chamber": "upper"},
    {"region": "north", "chamber": "lower"},
    {"region": "south", "chamber": "upper"},
    {"region": "south", "chamber": "lower"},
    {"region": "west"},
    {},
)
NAMES = Names(frozenset(GROUPS), frozenset(WEIGHTS), {"region": 3, "chamber": 2})

counts = st.sampled_from([count for count in Count if count is not Count.ABSENT])
narrowed = st.sampled_from([c for c in Count if c not in (Count.ABSENT, Count.NOT_IN_FAVOUR)])
compares = st.sampled_from(list(Compare))
states = st.sampled_from(list(State))
spelled = st.sampled_from(["1/2", "2/3", "3/4", "3/5", "55%", "85.5%", "1/3", "100%", "5/4", "0/1"])


def amount(text: str) -> Amount:
    value = Fraction(text.rstrip("%")) / (100 if text.endswith("%") else 1)
    return Amount(value, text)


shares = spelled.map(amount)
numbers = st.integers(0, 7).map(lambda n: Amount(Fraction(n), str(n)))
factors = st.sampled_from(["1/2", "1", "1.5", "2", "3", "0.7"]).map(lambda t: Amount(Fraction(t), t))


@st.composite
def bases(draw: st.DrawFn, *, plain: bool = False) -> Base:
    """A base; ``plain``: without a state."""
    state = None if plain else draw(st.none() | states)
    kinds: list[Base] = [Seats()]
    kinds.extend(Heads(whom, state) for whom in Whom)
    kinds.extend(Weighted(weight, state) for weight in WEIGHTS)
    return draw(st.sampled_from(kinds if plain else [*kinds, VotesCast()]))


@st.composite
def measures(draw: st.DrawFn, default: Count) -> Measure:
    kind = draw(st.integers(0, 8))
    if kind <= 2:
        base = draw(bases(plain=kind == 2))
        plain = isinstance(base, Seats) or (isinstance(base, Heads | Weighted) and base.state is None)
        return Share(draw(counts if plain else narrowed), draw(compares), draw(shares), base)
    if kind == 3:
        state = draw(st.none() | states)
        if state is None:
            return Number(draw(counts), draw(compares), draw(numbers))
        suffixes = [Count.SUPPORT, Count.OPPOSITION, Count.ABSTENTIONS, Count.NOT_IN_FAVOUR]
        bare = state in (State.CAST, State.VOTING)
        return Number(
            None if bare else draw(st.none() | st.sampled_from(suffixes)),
            draw(compares),
            draw(numbers),
            state,
        )
    if kind == 4:
        of = Seats() if draw(st.booleans()) else Heads(Whom.MEMBERS)
        return Root(draw(narrowed), draw(compares), draw(factors), of)
    if kind == 5:
        return Lead(draw(compares), draw(numbers))
    if kind == 6:
        return Ratio(draw(compares), draw(factors))
    if kind == 7:
        return Nobody(draw(st.sampled_from([Count.OPPOSITION, Count.ABSTENTIONS, Count.ABSENT])))
    return Everyone(default, draw(numbers), draw(bases()))


@st.composite
def clauses(draw: st.DrawFn, default: Count) -> Clause:
    measure = draw(measures(default))
    unit = measure.of if isinstance(measure, Root) else getattr(measure, "base", None)
    if isinstance(unit, Seats):
        return Clause(measure)
    among = draw(st.none() | st.sampled_from(GROUPS))
    spread: Each | Some | None = None
    kind = draw(st.integers(0, 3))
    if kind == 2:
        spread = Each(draw(st.sampled_from(ATTRIBUTES)))
    elif kind == 3:
        least = draw(st.integers(1, 3))
        of = draw(st.none() | st.integers(max(least, 1), 4).map(lambda n: Amount(Fraction(n), str(n))))
        spread = Some(Amount(Fraction(least), str(least)), of, draw(st.sampled_from(ATTRIBUTES)))
    return Clause(measure, among, spread)


def rules(default: Count = Count.SUPPORT) -> st.SearchStrategy[Rule]:
    """Any rule, up to three levels deep."""

    def several(inner: st.SearchStrategy[Rule]) -> st.SearchStrategy[Rule]:
        parts = st.lists(inner, min_size=2, max_size=3).map(tuple)
        return st.one_of(parts.map(All), parts.map(Any))

    return st.recursive(clauses(default), several, max_leaves=5)


@st.composite
def rows(draw: st.DrawFn, row_id: str) -> Row:
    weight = st.sampled_from([Fraction(0), Fraction(1), Fraction(5, 2), Fraction(7)])
    return Row(
        id=row_id,
        count=draw(st.sampled_from([1, 1, 1, 2, 3])),
        ballots=draw(st.sampled_from([1, 1, 1, 2])),
        in_body=draw(st.sampled_from([True, True, True, False])),
        votes=draw(st.sampled_from([True, True, True, False])),
        concerned=draw(st.sampled_from([False, False, False, True])),
        groups=frozenset(draw(st.sampled_from([(), GROUPS[:1], GROUPS[:1], GROUPS]))),
        classes=draw(st.sampled_from(CLASSES)),
        weights=draw(st.fixed_dictionaries({"population": weight}, optional={"shares": weight})),
    )


@st.composite
def electorates(draw: st.DrawFn) -> Electorate:
    size = draw(st.sampled_from([0, 1, 2, 3, 3, 4, 4, 5, 5, 6]))
    drawn = tuple(draw(rows(f"m{number}")) for number in range(size))
    totals = draw(st.sampled_from([{}, {}, {"shares": Fraction(20)}]))
    known = draw(st.sampled_from([{}, {}, {"chamber": frozenset({"upper", "lower"})}]))
    return Electorate(drawn, draw(st.sampled_from([None, 3, 5, 7, 9])), totals, known)


@st.composite
def ballots_of(draw: st.DrawFn, electorate: Electorate) -> Ballots:
    ballots: dict[str, Votes] = {}
    for row in electorate.rows:
        left, votes = row.count, [0, 0, 0, 0]
        for place in draw(st.permutations(range(4))):
            if place < 3 and not (row.votes and row.in_body):
                continue
            votes[place] = draw(st.integers(0, left))
            left -= votes[place]
        if any(votes):
            ballots[row.id] = Votes(*votes)
    return ballots


@st.composite
def cases(draw: st.DrawFn) -> tuple[Electorate, Ballots]:
    electorate = draw(electorates())
    return electorate, draw(ballots_of(electorate))
