"""The charter as a whole: what is written, what is not, and what its parts say together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.blocks import BLOCKS
from coalcheck.engine.facts.chapters import CHAPTERS
from coalcheck.engine.facts.chapters.renewing import renews_by_silence
from coalcheck.engine.facts.coverage import covering, uncovered
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.kinds import LEAVING, in_words
from coalcheck.engine.facts.left_out import left_out
from coalcheck.engine.facts.named import listed
from coalcheck.engine.facts.prose import count_sentences, words_of
from coalcheck.engine.facts.sheets import sheet_values
from coalcheck.engine.facts.term import term_values
from coalcheck.engine.facts.written import (
    Misread,
    count_words,
    is_answered,
    is_said,
    is_settled,
    is_written,
    node_at,
)
from coalcheck.engine.source.node import Document, Route

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

_PERMISSION: Final = frozenset(
    {"consent", "consents", "permission", "approval", "approve", "approved", "vote"}
)
_FREELY: Final = frozenset({"no", "not", "without", "never", "nobody", "nor"})
_DENIED: Final = frozenset({"no", "not", "non", "never"})
_CONTRACT: Final = frozenset({"contract", "contracts", "binding"})
_LAW: Final = frozenset({"law", "laws", "court", "courts", "code", "jurisdiction"})

_ANY: Final = ("Sooner or later one of you may want to leave.", "7 days")
_SHORT: Final = ("In a short alliance easy leaving is a strength.", "7 days")
_EXIT: Final = {
    "": _ANY,
    "opportunistic": _SHORT,
    "values-bridge": ("Partners who differ on much stay because they could leave.", "30 days"),
    "structural": ("What is held together needs time to be taken apart.", "6 months"),
}
"""Why leaving is written down, and how long before it the others are told, by model."""

_SAID: Final[dict[str, tuple[str, ...]]] = {
    "has_bridge_value": ("bridge", "value"),
    "coordinator_has_hours": ("coordinator", "hours"),
    "coordinator_answers": ("coordinator", "answers_to"),
    "has_liability": ("entity", "liability"),
    "has_fund_holder": ("fund", "held_by"),
    "has_value_review": ("value", "review"),
    "has_money_limit": ("scope", "money"),
    "has_set_aside": ("scope", "set_aside"),
    "has_outside": ("scope", "outside"),
    "has_boundary": ("scope", "inside", "outside"),
    "has_speaker": ("messaging", "speaks_for_all", "mode"),
    "has_irreconcilable": ("conflict", "irreconcilable"),
    "has_mediator": ("conflict", "mediator"),
}


def charter_fact(charter: Charter, document: Document, counted: Mapping[str, Value]) -> Fact:
    """The one fact of subject ``charter``; with what counting its decisions has given."""
    answered = {key: is_answered(document, key) for key in BLOCKS}
    charter = _without_notes(charter, document, answered)
    values: dict[str, Value] = {
        "name": charter.name or "the coalition",
        "kind": charter.kind or "coalition",
        "stage": charter.stage or "draft",
        "members": sum(member.count or 1 for member in charter.members),
        "decisions": len(charter.decisions),
        "purpose_sentences": count_sentences(charter.purpose),
        "has_purpose": is_settled(document, "purpose"),
        "purpose_left_open": is_written(document, "purpose") and not is_settled(document, "purpose"),
        "has_model": is_written(document, "model"),
        "has_start": is_said(document, "term", "starts"),
        "has_end": is_said(document, "term", "ends"),
        "has_first_review": is_said(document, "term", "first_review"),
    }
    values |= {"model": charter.model} if charter.model else {}
    values |= {"governance": charter.governance} if charter.governance else {}
    values |= {f"has_{key}": there for key, there in answered.items()}
    values["has_exit"] = is_settled(document, "exit")
    values |= {name: is_said(document, *keys) for name, keys in _SAID.items()}
    values |= term_values(charter)
    values |= sheet_values(charter, document)
    values |= _legal(charter)
    values |= _scope(charter, document)
    values |= _leaving(charter, document)
    values |= _decisions(charter, document)
    for chapter in CHAPTERS:
        values |= chapter.values(charter, document)
    values |= counted
    values |= left_out(values)
    return Fact("charter", charter.name, (), values, _places(charter))


def _without_notes(charter: Charter, document: Document, answered: Mapping[str, bool]) -> Charter:
    """The charter without the blocks of which it only says that they are still to be written."""
    notes = [key for key, there in answered.items() if not there and is_written(document, key)]
    if not notes:
        return charter
    return charter.model_copy(update={key: type(charter).model_fields[key].default for key in notes})


def _places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    places: dict[str, Route] = {}
    covered = covering(charter)
    for kind in ("amend", "widen-scope", "dissolve"):
        for key in covered.get(kind, ())[:1]:
            places[kind] = ("decisions", key)
    for chapter in CHAPTERS:
        places |= chapter.places(charter)
    return places


def _legal(charter: Charter) -> dict[str, Value]:
    words = words_of(charter.legal)
    named = [index for index, word in enumerate(words) if word in _CONTRACT]
    denied = any(_DENIED & set(words[:index]) for index in named) or "nonbinding" in words
    contract = bool(named) and not denied
    return {
        "legal_is_contract": contract,
        "legal_names_law": contract and bool(_LAW & set(words)),
        "legal_denies_contract": denied,
    }


def _scope(charter: Charter, document: Document) -> dict[str, Value]:
    scope, covered = charter.scope, covering(charter)
    values: dict[str, Value] = {
        "inside_topics": len(scope.inside) if scope else 0,
        "has_widen": is_said(document, "scope", "widen") or "widen-scope" in covered,
    }
    fitting = covered.get("widen-scope") or covered.get("amend") or ("change",)
    values["widen_by"] = fitting[0]
    if scope is None:
        return values
    widening = covered.get("widen-scope", ())
    if widening and scope.widen in charter.decisions and scope.widen not in widening:
        values["widen_with"] = widening[0]
    return values


def _leaving(charter: Charter, document: Document) -> dict[str, Value]:
    decided = {kind for decision in charter.decisions.values() for kind in decision.covers}
    vetoed = {each for veto in charter.vetoes for each in veto.over}
    values: dict[str, Value] = {
        "exit_reason": _EXIT[charter.model or ""][0],
        "usual_notice": _EXIT[charter.model or ""][1],
        "exit_needs_permission": bool(LEAVING & (decided | vetoed)),
        "exit_words": count_words(node_at(document, ("exit",))),
        "has_handover": is_said(document, "exit", "handover") or is_said(document, "leaving", "handover"),
        "goal_end_undeclared": is_written(document, "goal_end", "reached_when")
        and not is_said(document, "goal_end", "declared_by"),
        "renewal_by_silence": False,
        "has_substitute": is_said(document, "conflict")
        or is_written(document, "conflict", "mediator", "if_not_free"),
    }
    leave = charter.exit
    if leave is not None and not leave.never_needs:
        for text in (leave.in_words, leave.cost, leave.handover, leave.announcement, leave.in_writing_to):
            words = words_of(text)
            asked = next((word for word in words if word in _PERMISSION), None)
            if asked is not None and not _FREELY & set(words):
                values["exit_permission_words"] = asked
                break
    renewal = charter.renewal
    if renewal is not None:
        texts = (renewal.in_words, renewal.form, renewal.renewed_by)
        values["renewal_by_silence"] = any(map(renews_by_silence, texts))
    return values


def _decisions(charter: Charter, document: Document) -> dict[str, Value]:
    unread = any(
        is_written(document, "decisions", key, "covers")
        and (not decision.covers or isinstance(node_at(document, ("decisions", key, "covers")), Misread))
        for key, decision in charter.decisions.items()
    )
    values: dict[str, Value] = {"has_change_rule": unread or "amend" in covering(charter)}
    if unread:
        # What a rule covers could not be understood, and may be just what seems to lack a rule.
        return values
    missing = [kind for kind in uncovered(charter) if kind != "amend"]
    if missing and charter.decisions:
        values["kinds_uncovered"] = listed(in_words(kind) for kind in missing)
        values["kinds_uncovered_ids"] = ", ".join(missing)
    return values
