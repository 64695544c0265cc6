"""What it calls itself, held against what it says: kind, model, goal, and the freedom of its members."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.chapters.upkeep import is_a_season
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.freedom import binding_clause
from coalcheck.engine.facts.kinds import FOUNDING, STAKES, in_words
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.likeness import is_english
from coalcheck.engine.facts.named import as_words, capital
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.written import is_answered, is_said, is_written
from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.threshold.search import TooManyCases, fewest_in_favour
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_HELD_BY: Final = Part(("held_by",), "who holds the money", "fund: {held_by: Bridge Community Foundation}")
_WHOLE_FUND: Final = (
    "fund:\n  held_by: Bridge Community Foundation\n"
    "  in_words: All members decide on each sum, and three months of spending are kept back."
)
_MONEY_BACK: Final = "exit: {money_back: nothing; what was paid in stays in the fund}"
"""Where money is held together, somebody who leaves will ask for it: both are written at once."""
_EMPLOYER: Final = Part(
    ("employed_by", "paid_by", "member"),
    "who employs the coordinator",
    "coordinator: {employed_by: fiscal host}",
)

_AIMS: Final = frozenset(
    """
    abolish achieve adopt ban block bring build change close create cut defeat defend deliver develop
    double elect end enforce ensure establish expand feed fight found fund get give halve help house
    improve increase introduce keep launch lower make open organise organize pass prevent promote
    protect provide publish raise reach reduce reform repeal restore run save secure set shelter start
    stop strengthen support teach train win
    """.split()
)
"""Verbs with which a goal begins."""

_MEANS: Final = frozenset(
    """
    adopt build create develop establish found fund introduce launch open organise organize pass publish
    run set start
    """.split()
)
"""Verbs with which a solution begins rather than the trouble that it is for."""

_TROUBLES: Final = frozenset(
    """
    against because crisis cut cuts danger dying end ends fewer fall halt harm hunger hungry illness
    lack less lose losing loss lost never no nobody none not nothing pollution poor poverty prevent
    problem protect reduce reduces remedy save shortage stop stops suffer threat too trouble unheard
    unsafe violence waste where without worse
    """.split()
)
"""Words of which a goal that names its trouble mostly has one."""

_JOINTS: Final = (";", " and ", " or ", "&")
"""What stands between the parts of a goal, beside a comma."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        network_rule="A decision by which some members of a network bind the others, as words.",
        network_kinds="What is decided in that way, in words.",
        network_yeses="How many yeses are enough for it, in words.",
        heavy_parts="What is heavy in an opportunistic alliance: a legal form, joint money, bodies.",
        structural_lacks="What a structural alliance does not say of its money and of its staff.",
        structural_lines="The same as lines to write.",
        aims_words="The verbs with which the parts of the purpose begin, where there are several.",
        freedom_words="Words that may bind what members do in their own name.",
    ),
    **numbers(aims="Parts of the purpose that begin with a verb of their own."),
    **flags(
        purpose_is_solution="The purpose begins with something to be built, and no word names what it is for."
    ),
}
"""What this chapter knows of a charter."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found = _purpose(charter.purpose)
    if charter.model == "opportunistic":
        found |= _heavy(charter, document)
    elif charter.model == "structural":
        found |= _structural(document)
    if charter.kind == "network":
        found |= _network(charter)
    clause = binding_clause(charter)
    return {**found, "freedom_words": clause.words} if clause is not None else found


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    held = charter.fund is not None and (charter.fund.held_by or charter.fund.in_words)
    found: dict[str, Route] = {"structural-open": ("coordinator",) if held else ("fund",)}
    rule = _network_rule(charter) if charter.kind == "network" else None
    if rule is not None:
        found["network-rule"] = ("decisions", rule.decision)
    clause = binding_clause(charter)
    return found | ({"freedom": clause.route} if clause is not None else {})


def _purpose(purpose: str) -> dict[str, Value]:
    """How many aims the purpose has by its verbs, and whether it says what they are for."""
    if not is_english(purpose):
        return {}
    words = words_of(purpose)
    opening = words[1:2] if words[:1] == ["to"] else words[:1]
    solution = bool(_MEANS & set(opening)) and _TROUBLES.isdisjoint(words)
    found: dict[str, Value] = {"purpose_is_solution": solution, "aims": 1}
    text = purpose.lower()
    for joint in _JOINTS:
        text = text.replace(joint, ",")
    firsts = [_first(part) for part in text.split(",")]
    aims = list(dict.fromkeys(word for word in firsts if word in _AIMS))
    if len(aims) > 1:
        found |= {"aims": len(aims), "aims_words": join(*aims)}
    return found


def _first(part: str) -> str:
    """The word that a part of a sentence begins with, past the small words before a verb."""
    return next((word for word in words_of(part) if word not in ("to", "also", "then", "both", "help")), "")


def _heavy(charter: Charter, document: Document) -> dict[str, Value]:
    """What is heavy to carry for a win that is close."""
    parts = []
    if is_answered(document, "entity"):
        parts.append("a legal form or host")
    if is_answered(document, "fund"):
        parts.append("money held together")
    # Of a season with more than one body the policy on upkeep speaks.
    if len(charter.bodies) > 1 and not is_a_season(charter):
        parts.append(f"{number_in_words(len(charter.bodies))} bodies")
    return {"heavy_parts": capital(join(*parts))} if parts else {}


def _structural(document: Document) -> dict[str, Value]:
    """What a lasting joint body leaves open of its money and its staff."""
    open_ = [] if is_said(document, "fund", "held_by") else [_HELD_BY]
    if open_ and not is_answered(document, "fund"):
        leaving = is_written(document, "exit") and not is_said(document, "exit", "money_back")
        open_ = [_HELD_BY._replace(line=f"{_WHOLE_FUND}\n{_MONEY_BACK}" if leaving else _WHOLE_FUND)]
    return as_values("structural", [*open_, *lacking(document, ("coordinator",), (_EMPLOYER,))])


class Binding(NamedTuple):
    """A decision by which some bind all.

    Attributes:
        decision: its id.
        kinds: what it decides that is no matter of the network's own order.
        fewest: how many yeses carry it against all others.
        heads: how many vote.
    """

    decision: str
    kinds: tuple[str, ...]
    fewest: int
    heads: int


def _network(charter: Charter) -> dict[str, Value]:
    rule = _network_rule(charter)
    if rule is None:
        return {}
    return {
        "network_rule": as_words(rule.decision),
        "network_kinds": join(*map(in_words, rule.kinds)),
        "network_yeses": f"{number_in_words(rule.fewest)} of {number_in_words(rule.heads)}",
    }


def _network_rule(charter: Charter) -> Binding | None:
    """A decision of every day by which a part of the network binds the rest."""
    for sentence in sentences(charter):
        decision = charter.decisions.get(sentence.decision)
        if sentence.role != "passes" or len(sentence.route) != 3 or decision is None or sentence.rule is None:
            continue
        kinds = tuple(kind for kind in decision.covers if kind in STAKES and kind not in FOUNDING)
        roll = electorate(charter, sentence.decision)
        heads = sum(row.count for row in roll.rows if row.votes and row.in_body)
        try:
            fewest = fewest_in_favour(sentence.rule, roll) if kinds else None
        except TooManyCases:
            continue
        if fewest is not None and fewest < heads:
            return Binding(sentence.decision, kinds, fewest, heads)
    return None
