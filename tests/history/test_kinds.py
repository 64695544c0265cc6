"""Of what kind something on record is: surely, perhaps, or not; and what each chapter makes of that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recording import recorded, said

from coalcheck.engine.charter.kinds import KINDS
from coalcheck.engine.history.chapters import appearing, lasting, renewing
from coalcheck.engine.history.index import Index
from coalcheck.engine.history.kinds import kinds_of, renews
from coalcheck.engine.history.looking_back import widenings
from coalcheck.engine.history.record import Entry
from coalcheck.engine.history.replay import before

ALL = "ballots: {for: [breathe, local-9, parents]}"
CHANGE = f"action: change\ntitle: x\ndate: 2026-06-01\n{ALL}"
TALK = "happened: review\nid: talk\ndate: 2026-05-01\nreview: {of: renewal}"
MANY = {"amend", "widen-scope", "renew", "admit", "dissolve"}
"""What the decision ``change`` of the charter covers."""


@pytest.mark.parametrize(
    ("entries", "kinds"),
    [
        pytest.param([CHANGE], MANY, id="a decision for several"),
        pytest.param([CHANGE.replace("change", "renew", 1)], {"renew"}, id="the kind is named"),
        pytest.param([f"{CHANGE}\namends: [quorum]"], {"amend", "widen-scope"}, id="it amends something"),
        pytest.param(
            [TALK, f"{CHANGE}\nfollows: [talk]"], {"renew"}, id="it goes back to a talk on going on"
        ),
        pytest.param(
            [TALK.replace("{of: renewal}", "{of: value}"), f"{CHANGE}\nfollows: [talk]"],
            MANY,
            id="it goes back to another review",
        ),
        pytest.param(
            [TALK.replace("05-01", "07-01"), f"{CHANGE}\nfollows: [talk]"], MANY, id="the talk came later"
        ),
        pytest.param([TALK, CHANGE], MANY, id="a talk that it does not go back to"),
        pytest.param(
            [TALK, f"action: letter\ntitle: x\ndate: 2026-06-01\nfollows: [talk]\n{ALL}"],
            {"speak", "event", "spend"},
            id="a letter after such a talk",
        ),
    ],
)
def test_kinds(entries: list[str], kinds: set[str]) -> None:
    (act,) = recorded(*entries).acts()
    assert set(act.kinds) == kinds


def test_a_decision_named_elsewhere_covers_that_too() -> None:
    charter = """
    name: x
    members: [{id: breathe}, {id: local-9}, {id: parents}]
    decisions: {change: {covers: [amend], passes: all members}}
    renewal: {every: 12 months, renewed_by: change}
    """
    (act,) = recorded(CHANGE, charter=charter).acts()
    assert set(act.kinds) == {"amend", "renew"}


@given(st.lists(st.frozensets(st.sampled_from(KINDS), max_size=3), max_size=8), st.data())
def test_surely_is_within_perhaps(found: list[frozenset[str]], data: st.DataObject) -> None:
    (model,) = recorded(CHANGE).acts()
    entries = [
        Entry(model.action, model.document, model.first, model.last, tuple(sorted(kinds)), model.verdict)
        for kinds in found
    ]
    wanted = data.draw(st.sets(st.sampled_from(KINDS), min_size=1, max_size=3))
    end = data.draw(st.integers(0, len(found)))
    index = Index(entries)

    surely = [at for at, kinds in enumerate(found[:end]) if kinds and kinds <= wanted]
    perhaps = [at for at, kinds in enumerate(found[:end]) if kinds & wanted]
    assert list(index.acts(wanted, end)) == surely
    assert list(index.perhaps(wanted, end)) == perhaps
    assert set(surely) <= set(perhaps)
    assert list(index.acts((), end)) == list(range(end))


@pytest.mark.parametrize(
    ("entry", "widens"),
    [
        pytest.param(CHANGE.replace("change", "widen-scope", 1), True, id="the kind is named"),
        pytest.param(f"{CHANGE}\namends: [scope]", True, id="it changes the scope"),
        pytest.param(f"{CHANGE}\namends: [scope.inside]", True, id="what is inside it"),
        pytest.param(f"{CHANGE}\namends: [scope.outside]", False, id="what is outside"),
        pytest.param(f"{CHANGE}\namends: [quorum]", False, id="something else"),
        pytest.param(CHANGE, False, id="nobody says what"),
        pytest.param(
            CHANGE.replace("change", "widen-scope", 1).replace("for:", "against:"), False, id="not carried"
        ),
    ],
)
def test_widenings(entry: str, *, widens: bool) -> None:
    assert len(widenings(recorded(entry))) == widens


@pytest.mark.parametrize(
    ("texts", "renewals"),
    [
        pytest.param([CHANGE, CHANGE.replace("06-01", "07-01")], 0, id="changes are no renewals"),
        pytest.param([CHANGE.replace("change", "renew", 1)], 1, id="a renewal"),
        pytest.param([TALK, f"{CHANGE}\nfollows: [talk]"], 1, id="what goes back to the talk"),
    ],
)
def test_only_renewals_are_counted_as_such(texts: list[str], renewals: int) -> None:
    found = said(lasting, recorded(*texts), "renewals")
    assert [each for each in found if each[0] == "renewed-again"] == (
        [("renewed-again", renewals)] if renewals else []
    )


def test_a_renewal_that_widens_is_shown_once() -> None:
    entries = [
        f"action: {action}\ntitle: x{year}\ndate: 20{year}-01-15\n{ALL}"
        for action in ("renew", "change\namends: [scope.inside]")
        for year in (27, 28)
    ]
    record = recorded(*entries, charter="term: {starts: 2026-01-01, ends: 2029-12-31}", as_of="2028-06-01")
    (found,) = [each for each in renewing.matters(record) if each.name == "wider-at-each-renewal"]
    shown = [each.document.name for each in found.seen_in]
    assert sorted(shown) == sorted(set(shown))
    assert len(shown) == 4


@pytest.mark.parametrize(
    ("lines", "counts"),
    [
        pytest.param("", True, id="what costs nothing was said"),
        pytest.param("amount: 100 EUR", False, id="a spending"),
    ],
)
def test_what_may_be_a_spending_is_no_appearance(lines: str, *, counts: bool) -> None:
    letter = f"action: letter\ndate: 2026-05-01\nin_name_of: coalition\ndone: yes\n{ALL}\n{lines}"
    found = said(appearing, recorded(letter, charter="explaining: {breathe: Because.}"), "appearances")
    assert found == ([("unexplained-appearances", 1)] if counts else [])


@pytest.mark.parametrize("follows", ["", "follows: [talk]", "follows: [other]", "follows: [other, talk]"])
def test_one_entry_alone_is_taken_for_what_the_record_takes_it_for(follows: str) -> None:
    other = TALK.replace("id: talk", "id: other").replace("renewal", "value")
    record = recorded(TALK, other, f"{CHANGE}\n{follows}")
    every = list(record.entries)
    for place, entry in enumerate(every):
        if entry.verdict is not None:
            told = renews(entry.action, before(record, every, place))
            assert kinds_of(record.charter, entry.action, entry.verdict, renews=told) == entry.kinds
