"""How a member comes in: decided, looked at, helped to find its way, and signed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import day_of_done, is_after, is_done
from coalcheck.engine.conduct.words import quoted, speaks_of
from coalcheck.engine.decide.covering import covering_keys
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.facts.written import leaves_open
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.joining import Joining
    from coalcheck.engine.conduct.act import Act
    from coalcheck.engine.history.record import Entry, Record

MATTERS: Final[Mapping[str, str]] = {
    "joined-without-decision": "A member came in, and the record has no decision before that admits it.",
    "joined-unsigned": "A member came in before it had signed.",
    "joining-left-out": "Something that the charter asks for when a member comes in was left out.",
    "joining-not-on-record": "Something that the charter asks for when a member comes in is not on record.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    left_out="What the charter asks for when a member comes in and what was left out, in words.",
    not_on_record="What the charter asks for when a member comes in and what is not on record, in words.",
)
"""What its matters tell."""

_ASKED: Final = {
    "compatibility": "to look at whether it fits",
    "integration": "to help it find its way",
    "rebalancing": "to look at votes and shares again",
    "recount": "to count again what each rule means",
}
"""Keys of the charter's joining, and of the entry, with what they ask for."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    joining = act.action.joining
    if act.action.happened != "joining" or joining is None:
        return
    yield from _decided(act, joining)
    yield from _signed(act, joining)
    yield from _process(act, joining)


def _decided(act: Act, joining: Joining) -> Iterator[Matter]:
    keys = covering_keys(act.charter, "admit")
    if act.past is None or not keys:
        return
    if any(_admits(each, act, joining) for each in _candidates(act, act.past)):
        return
    decision = act.charter.decisions[keys[0]]
    at = clause(decision.passes or keys[0], "decisions", keys[0])
    yield told(act, "joined-without-decision", ("joining",), {"decision": keys[0]}, at)


def _candidates(act: Act, past: Record) -> Iterator[Entry]:
    """What may be the decision that admits it: what the entry goes back to, else every admission."""
    for each in past.acts_perhaps("admit"):
        if not act.action.follows or each.action.id in act.action.follows:
            yield each


def _admits(entry: Entry, act: Act, joining: Joining) -> bool:
    if not entry.carried:
        return False
    who, about = joining.who, entry.action.subject
    if act.action.follows or who is None or not about:
        return True
    named = {member.id: member.name for member in act.charter.members}
    return any(who in (each, named.get(each)) for each in about)


def _signed(act: Act, joining: Joining) -> Iterator[Matter]:
    signed = joining.signed
    on = day_of_done(signed)
    if signed is not False and not is_after(act.charter, on, act.action.date):
        return
    when = (
        f"it signed on {in_words(on)}"
        if on is not None and not isinstance(on, tuple)
        else "it has not signed"
    )
    yield told(act, "joined-unsigned", ("joining", "signed"), {"said": when}, None)


def _process(act: Act, joining: Joining) -> Iterator[Matter]:
    terms = act.charter.joining
    if terms is None:
        return
    left_out: dict[str, str] = {}
    open_: dict[str, str] = {}
    for key, said in _ASKED.items():
        asked = getattr(terms, key)
        if asked is None or asked is False or (isinstance(asked, str) and leaves_open(asked)):
            continue
        done = getattr(joining, key)
        if done is False:
            left_out[key] = said
        elif not is_done(done):
            open_[key] = said
    done_texts = [*joining.asked, *(_ASKED[key] for key in _ASKED if is_done(getattr(joining, key)))]
    if joining.asked:
        rest = [text for text in terms.asks if not speaks_of(text, *done_texts)]
        if rest:
            open_["asks"] = f"to go through {quoted(rest)}"
    for name, found, key in (
        ("joining-left-out", left_out, "left_out"),
        ("joining-not-on-record", open_, "not_on_record"),
    ):
        if found:
            first = next(iter(found))
            text = getattr(terms, first)
            if not isinstance(text, str):
                text = join(*text) if isinstance(text, tuple) else f"{first}: yes"
            route = ("joining", first) if name == "joining-left-out" else ("joining",)
            at = clause(text, "joining", first)
            yield told(act, name, route, {key: join(*found.values())}, at)
