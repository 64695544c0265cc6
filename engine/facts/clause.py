"""Thresholds: what is wrong with the sentence, and what it comes to with this charter's members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.bases import mixed_bases
from coalcheck.engine.facts.counted import counted_by, role_of, roll_of, stands_for
from coalcheck.engine.facts.coverage import clashes
from coalcheck.engine.facts.departure import met_about_another
from coalcheck.engine.facts.examination import MOST_KINDS_OF_MEMBERS, Examination, carries, stoppers, voters
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.leaver import departure_values
from coalcheck.engine.facts.mending import mend_of_word
from coalcheck.engine.facts.named import as_words, capital, name_of
from coalcheck.engine.facts.nearly import nearly_values
from coalcheck.engine.facts.sharing import means_everyone
from coalcheck.engine.facts.silent import unsaid
from coalcheck.engine.facts.written import words_span
from coalcheck.engine.roll.names import names_of
from coalcheck.engine.roll.sentences import Sentence
from coalcheck.engine.source.node import Route
from coalcheck.engine.threshold.bound import Bound
from coalcheck.engine.threshold.electorate import Electorate
from coalcheck.engine.threshold.search import TooManyCases, can_adopt
from coalcheck.engine.threshold.tree import Count, Rule
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_WITHOUT_BASE: Final = frozenset({"threshold-without-base", "threshold-unanimity-alone"})


def clause_facts(examination: Examination) -> tuple[Fact, ...]:
    """One fact a threshold, in the order of the charter."""
    return tuple(_fact(examination, sentence) for sentence in examination.sentences)


def _fact(examination: Examination, sentence: Sentence) -> Fact:
    roll = roll_of(examination, sentence)
    key = sentence.route[-1]
    values: dict[str, Value] = {
        "key": str(key),
        "role": role_of(sentence),
        "sentence": sentence.text,
        "sentence_capital": capital(sentence.text),
        "is_quorum": sentence.counts is Count.ATTENDANCE,
        "members": voters(roll),
        "you": _you(examination.charter, voters(roll)),
    }
    if sentence.decision:
        values["decision"] = as_words(sentence.decision)
    span, mend = None, None
    places: dict[str, Route] = {}
    if sentence.fault is not None:
        fault = sentence.fault
        values["problem"] = fault.kind
        values |= {name: text for name, text in fault.values.items() if text}
        found = sentence.text[fault.start : fault.end] or sentence.text
        values.setdefault("found", found)
        values["found_capital"] = capital(str(values["found"]))
        nearest = values.get("suggestion")
        values["did_you_mean"] = (
            f'Did you mean "{nearest}"?' if nearest else "Nothing that it knows is nearly the same."
        )
        if fault.kind in _WITHOUT_BASE:
            values |= _mended(examination, sentence, roll)
        span = words_span(examination.document, sentence.route, fault.start, fault.end)
        mend = mend_of_word(
            fault.kind, str(values["found"]), str(nearest or ""), span, examination.document.lines
        )
    elif sentence.rule is not None:
        values |= _judged(examination, sentence, sentence.rule, roll)
        mixed, places = mixed_bases(examination, sentence, sentence.rule, roll)
        values |= mixed
    return Fact("clause", ".".join(map(str, sentence.route)), sentence.route, values, places, span, mend=mend)


def _mended(examination: Examination, sentence: Sentence, roll: Electorate) -> dict[str, Value]:
    """The ways to say of what, and what each would do with these members."""
    # Only faulty sentences pay for this import.
    from coalcheck.engine.facts.readings import effects, in_general, ways_of

    fault, charter = sentence.fault, examination.charter
    if fault is None:
        return {}
    ways = list(
        ways_of(fault.kind, sentence.text, fault.end, seats=roll.seats is not None, counts=sentence.counts)
    )
    line = f"{sentence.route[-1]}: {ways[0].sentence}"
    if len(ways) == 2:
        line += f"   # or {ways[1].label}: agree which"
    elif len(ways) > 2:
        line += "   # or one of the others: agree which"
    everyone = charter.kind != "body" and voters(roll) == examination.heads
    said = effects(ways, names_of(charter), roll, you=everyone, counts=sentence.counts)
    you = _you(charter, voters(roll))
    return {
        "rewrite": ways[0].sentence,
        "write_line": line,
        "readings": said or in_general(ways),
        "difference": f"For {you} it makes a difference" if len(ways) > 1 else f"For {you} it would mean",
    }


def _judged(examination: Examination, sentence: Sentence, rule: Rule, roll: Electorate) -> dict[str, Value]:
    """What the sentence comes to: whether it can be met, and whom it needs."""
    values: dict[str, Value] = {}
    if not examination.charter.members:
        # That nobody is there to be counted is the fault of no rule, and said of the members.
        return values
    bound = examination.bound(rule, roll)
    reason = unsaid(rule, roll, bound)
    if reason:
        values["unsaid"] = reason
        return values
    quorum = sentence.counts is Count.ATTENDANCE
    try:
        reachable = carries(bound) or can_adopt(rule, roll, silence=quorum)
        if reachable is False and stands_for(examination, sentence) is not None:
            reachable = met_about_another(counted_by(examination, sentence), rule, quorum=quorum)
    except TooManyCases:
        examination.notes.append(
            f"Whether {sentence.text!r} can be met was not examined: there are too many ways to vote."
        )
        reachable = None
    if reachable is None:
        return values
    values["reachable"] = reachable
    if reachable:
        values |= departure_values(examination, sentence, rule, roll)
        nearly = nearly_values(rule, roll)
        if nearly and (quorum or not _has_a_twin(examination.charter, sentence.decision)):
            values |= nearly
    if not reachable or quorum:
        return values
    role = role_of(sentence)
    if role == "otherwise":
        values |= _objector(examination, sentence, bound, roll)
    arithmetic = means_everyone(rule, roll, bound)
    values["means_everyone"] = bool(arithmetic)
    if arithmetic:
        values["arithmetic"] = capital(arithmetic)
    return values


def _has_a_twin(charter: Charter, decision: str) -> bool:
    """Whether another decision covers the same: how the two differ is then a point of its own."""
    twins = ((key, other) for key in charter.decisions for other in clashes(charter, key))
    return any(decision in pair for pair in twins)


def _objector(
    examination: Examination, sentence: Sentence, bound: Bound, roll: Electorate
) -> dict[str, Value]:
    """Whether a way round an objection needs the very member that objects."""
    decision = examination.charter.decisions[sentence.decision]
    if decision.otherwise is None or decision.otherwise.if_ == "failure":
        return {}
    if len(bound.cells) > MOST_KINDS_OF_MEMBERS:
        return {}
    can, every = stoppers(bound)
    values: dict[str, Value] = {"needs_objector": bool(can)}
    if can:
        first = next(row.id for row in roll.rows if row.id in can)
        values["objector"] = "any of you" if can == every else name_of(examination.charter, first)
    return values


def _you(charter: Charter, heads: int) -> str:
    everyone = heads == sum(member.count or 1 for member in charter.members)
    if charter.kind == "body" or not everyone:
        return f"the {in_words(heads)} members that decide"
    return f"the {in_words(heads)} of you"
