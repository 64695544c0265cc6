"""Leaving and ending: what the way out asks for, what stays behind, and how all of it is wound up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.kinds import LEAVING
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.named import listed
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.term import days_of
from coalcheck.engine.facts.time import later, minutes
from coalcheck.engine.facts.written import is_answered, is_said, is_settled, is_written, node_at
from coalcheck.engine.source.node import Document, Node, Route, Scalar
from coalcheck.engine.source.node import Mapping as Block
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.number import in_words as number

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        exit_condition_words="The words of the exit terms that make leaving hang on something.",
        exit_review_day="The day of the first review, where notice given on it runs beyond the end.",
        exit_cost_open="What leaving costs, where the words hold no limit.",
        exit_bonds_without_end="What binds a member after it has left, and does not say how long.",
        personal_data="Words of the charter that speak of personal data, where leaving says nothing of them.",
        winding_up_lacks="What the winding-up leaves out: who runs it, debts, its end, data, staff.",
        winding_up_lines="The same as lines to write.",
    ),
    **numbers(exit_conditions="In how many places the exit terms make leaving hang on something."),
    **flags(
        has_exit_notice="Where there are exit terms: they say how long before it the others are told.",
        has_exit_cost="Where there are exit terms: they say what leaving costs.",
        has_money_back="Where there are exit terms and a fund: they say what a leaver gets back.",
        has_leaver_name="Where there are exit terms and joint texts: a leaver's name on them is spoken of.",
        goal_end_without_sign="The end of the goal is spoken of, without a sign that it is reached.",
        goal_only_reached="There is a sign that the goal is reached and none that it is out of reach.",
    ),
}
"""What this chapter knows of a charter."""

_CONDITIONS: Final = frozenset(
    "if unless provided providing except until condition conditions conditional".split()
)
_LIMITS: Final = frozenset(
    """
    most maximum nothing none no nil only limit limits limited capped cap up free zero current already more
    half third quarter due
    """.split()
)
_LENGTHS: Final = frozenset(
    """
    until till day days week weeks month months year years end ends ever forever always good permanently long
    while unlimited term
    """.split()
)
_CONFIDENCE: Final = frozenset("confidence confidential confidentiality secrecy privacy".split())
_PERSONAL: Final = frozenset(
    """
    personal patient patients testimony testimonies medical client clients tenant tenants resident residents
    donor donors beneficiary beneficiaries family families household households child children pupil pupils
    student students guest guests refugee refugees volunteer volunteers victim victims worker workers
    """.split()
)
_RECORDS: Final = frozenset("data record records file files details testimony testimonies list lists".split())
_REACHED_BY: Final = frozenset("addresses numbers emails birthdays".split())
_LAW_ON_DATA: Final = ("data protection", "privacy law", "gdpr")
"""Whoever closes a tier because of these has said what stands in it."""
_KEPT: Final = frozenset("data record records details returned deleted return delete".split())
_STAFF: Final = ("staff", "employ", "wage", "salar", "redundan")

_ORDER: Final = Part(
    ("order",),
    "in which order debts and what is left are settled",
    "order: [wages, other debts, gifts back to their givers, the rest to members as they paid in]",
)
_RUN_BY: Final = Part(("run_by",), "who runs it", "run_by: two members named by all")
_FINISHED: Final = Part(("finished_within",), "by when it is done", "finished_within: 6 months")
_DATA: Final = Part(
    ("data",), "what becomes of data", "data: deleted or returned to whoever collected it within 90 days"
)
_STAFF_PART: Final = Part(("staff",), "what becomes of staff", "staff: notice and wages are paid first")


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    if is_settled(document, "exit"):
        found |= _exit(charter, document)
    if charter.winding_up is not None:
        found |= as_values("winding_up", lacking(document, ("winding_up",), _parts(charter, document)))
    if charter.goal_end is not None:
        found |= _goal_end(document)
    return found


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    for key, decision in charter.decisions.items():
        if not LEAVING.isdisjoint(decision.covers):
            return {"leaving_decided": ("decisions", key, "covers")}
    for row, veto in enumerate(charter.vetoes):
        if not LEAVING.isdisjoint(veto.over):
            return {"leaving_decided": ("vetoes", row, "over")}
    return {}


def _exit(charter: Charter, document: Document) -> dict[str, Value]:
    found: dict[str, Value] = {
        "has_exit_notice": is_said(document, "exit", "notice"),
        "has_exit_cost": is_said(document, "exit", "cost"),
    }
    if charter.fund is not None:
        found["has_money_back"] = is_said(document, "exit", "money_back")
    if any("speak" in decision.covers for decision in charter.decisions.values()):
        found["has_leaver_name"] = is_said(document, "exit", "joint_texts")
    said = " ".join(_texts(node_at(document, ("exit",)))).lower()
    found |= _conditions(charter, said)
    found |= _personal_data(charter, document, said)
    leave = charter.exit
    if leave is None:
        return found
    if leave.cost and not _has_limit(leave.cost) and is_answered(document, "exit", "cost"):
        found["exit_cost_open"] = leave.cost.rstrip(".")
    open_ended = [bond.rstrip(".") for bond in leave.continues_after if not _is_bounded(bond)]
    if open_ended:
        found["exit_bonds_without_end"] = listed(open_ended)
    term = days_of(charter)
    if (
        leave.notice is not None
        and minutes(leave.notice)
        and term.first_review is not None
        and term.ends is not None
        and term.first_review <= term.ends
        and later(term.first_review, leave.notice) > term.ends
    ):
        found["exit_review_day"] = in_words(term.first_review)
    return found


def _texts(node: Node | None) -> Iterator[str]:
    """Every text below a node, keys left out."""
    if isinstance(node, Scalar):
        yield node.text
    elif isinstance(node, Block):
        for entry in node.entries.values():
            yield from _texts(entry.value)
    elif node is not None:
        for item in node.items:
            yield from _texts(item)


def _conditions(charter: Charter, said: str) -> dict[str, Value]:
    held = any(word in said for word in _CONDITIONS)
    words = [word for word in words_of(said) if word in _CONDITIONS] if held else []
    words += ["a reason"] if charter.exit is not None and charter.exit.reason_needed else []
    if not words:
        return {}
    often = Counter(words)
    quoted = listed(
        f'"{word}"' if times == 1 else f'"{word}" {number(times)} times' for word, times in often.items()
    )
    return {"exit_conditions": len(words), "exit_condition_words": quoted}


def _has_limit(text: str) -> bool:
    return any(map(str.isdigit, text)) or bool(_LIMITS & set(words_of(text)))


def _is_bounded(bond: str) -> bool:
    """Whether it is said how long something binds; what was told in confidence stays so for good."""
    return any(map(str.isdigit, bond)) or bool((_LENGTHS | _CONFIDENCE) & set(words_of(bond)))


def _personal_data(charter: Charter, document: Document, said: str) -> dict[str, Value]:
    """Words for personal data in what is kept, unless what is said of leaving speaks of them."""
    if is_written(document, "exit", "data"):
        return {}
    tiers = charter.information.tiers if charter.information else ()
    kept = [text for tier in tiers for text in tier.holds]
    under_law = {text for tier in tiers if _is_under_law(tier.because) for text in tier.holds}
    if charter.ownership is not None:
        kept += [key.replace("_", " ") for key in ("testimonies",) if is_written(document, "ownership", key)]
        kept += [text for text in (charter.ownership.data,) if text]
    found = [text.rstrip(".") for text in kept if _is_personal(words_of(text), under_law=text in under_law)]
    if not found:
        return {}
    named = {word for text in found for word in words_of(text) if word in _PERSONAL | _RECORDS}
    leaving = [tier.until for tier in tiers if tier.until and "leaves" in tier.until]
    spoken = set(words_of(" ".join((said, *leaving))))
    return {} if spoken & (named | _KEPT) else {"personal_data": listed(found)}


def _is_under_law(because: str | None) -> bool:
    told = (because or "").lower()
    return any(words in told for words in _LAW_ON_DATA)


def _is_personal(words: list[str], *, under_law: bool) -> bool:
    """Whether words speak of data on people: the word personal, or people and something kept of them.

    Args:
        words: the words.
        under_law: the law on personal data is the reason why not all may read it.
    """
    spoken = set(words)
    kept = bool(spoken & _RECORDS)
    if "names" in spoken and spoken & _REACHED_BY:
        return True
    return "personal" in spoken or (kept and (under_law or bool(spoken & _PERSONAL)))


def _parts(charter: Charter, document: Document) -> Iterator[Part]:
    """What a winding-up should say; data and staff may be spoken of in any of its sentences."""
    spoken = " ".join(_texts(node_at(document, ("winding_up",)))).lower()
    yield _RUN_BY
    yield _ORDER
    yield _FINISHED
    if "data" not in spoken:
        yield _DATA
    if (charter.coordinator is not None or charter.entity is not None) and not any(
        word in spoken for word in _STAFF
    ):
        yield _STAFF_PART


def _goal_end(document: Document) -> dict[str, Value]:
    reached = is_said(document, "goal_end", "reached_when")
    beyond = is_said(document, "goal_end", "out_of_reach_when")
    return {"goal_end_without_sign": not reached, "goal_only_reached": reached and not beyond}
