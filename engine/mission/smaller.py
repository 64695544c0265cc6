"""The second way on: what to leave out, so that the rest is within what was agreed; judged again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.mission.standing import Smaller
from coalcheck.engine.mission.subject import meets
from coalcheck.engine.wording.day import in_words as day_in_words
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Action
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.mission.standing import Reason, Why

_OF_WORDS: Final[frozenset[Why]] = frozenset(("outside-words", "set-aside-words", "in-passing"))


def smaller(act: Act, reasons: tuple[Reason, ...], again: Callable[[Action], bool]) -> Smaller | None:
    """What to leave out; None where nothing that is left would be in.

    Args:
        act: the act.
        reasons: why it is not in.
        again: judges the act that is left.
    """
    against = [each for each in reasons if each.answer != "in"]
    edits: dict[str, Any] = {}
    leave_out: list[str] = []
    _facts(act, against, edits, leave_out)
    if edits and again(act.action.model_copy(update=edits)):
        return Smaller(tuple(leave_out))
    text = act.passage("text")
    sentences = [each.text for each in text.sentences] if text is not None else []
    off = {each.sentence for each in against if each.why in _OF_WORDS and each.key == ("text",)}
    elsewhere = any(each.why == "unlisted" and each.key[0] != "topics" for each in against)
    strange = {word for each in against if each.why == "unlisted" for word in each.words}
    if text is not None and (off or elsewhere):
        keep = [
            number
            for number, each in enumerate(text.sentences, start=1)
            if each.text not in off
            and (not elsewhere or meets(each, act.agreed))
            and not any(token.written in strange for token in each.tokens)
        ]
        if not keep:
            return None
        edits["text"] = " ".join(sentences[number - 1] for number in keep)
    else:
        keep = list(range(1, len(sentences) + 1))
    drop = [number for number in range(1, len(sentences) + 1) if number not in keep]
    for key in ("title", "about"):
        worded = [each for each in against if each.key == (key,)]
        passage = act.passage(key)
        if passage is not None and any(token.written in strange for token in passage.tokens):
            edits[key] = None
        if worded:
            # What it is called, or is about, is then what the sentences that stay are about.
            edits[key] = None
            if key == "about" or not elsewhere:
                role = "its heading" if key == "title" else "what it is about"
                leave_out.append(f"{_named((worded[0].sentence,))} as {role}")
    if not edits or (elsewhere and not keep and not _topics(act)):
        return None
    if elsewhere and not sentences:
        # Without a text nothing is left of an act whose matter is another one.
        return None
    if not again(act.action.model_copy(update=edits)):
        return None
    return Smaller(tuple(leave_out), tuple(drop), tuple(keep) if drop else (), tuple(sentences))


def _topics(act: Act) -> tuple[str, ...]:
    ids = act.agreed.ids
    return tuple(each for each in act.action.topics if each in ids and ids[each].meets == "inside")


def _facts(act: Act, against: list[Reason], edits: dict[str, Any], leave_out: list[str]) -> None:
    """What is declared and can be left out by itself."""
    action = act.action
    keys = {each.key[0] for each in against if each.key}
    whys = {each.why for each in against}
    rows = {each.key for each in against}
    if "topics" in keys:
        topics = [each for at, each in enumerate(action.topics) if ("topics", at) in rows]
        edits["topics"] = tuple(each for each in action.topics if each not in topics)
        leave_out.append(f"{_named(topics)} as its matter")
    if {"own-end", "joint-means"} & whys:
        edits |= {"uses": (), "benefits": ()}
        leave_out.append(_named(action.uses))
    elif "benefits" in keys:
        edits["benefits"] = tuple(
            each for at, each in enumerate(action.benefits) if ("benefits", at) not in rows
        )
        leave_out.append("what others gain from it")
    for key, field in (("with", "with_"), ("places", "places"), ("conditions", "conditions")):
        values: tuple[str, ...] = getattr(action, field)
        gone = [each for at, each in enumerate(values) if (key, at) in rows]
        if gone:
            edits[field] = tuple(each for each in values if each not in gone)
            leave_out.append(_named(gone))
    if ("income", "from") in rows:
        edits["income"] = None
        leave_out.append("the money from there")
    ends = act.agreed.charter.term.ends if act.agreed.charter.term is not None else None
    if "end" in whys and ends is not None:
        edits["until"] = ends
        leave_out.append(f"what comes after {day_in_words(ends)}")
    if "money" in whys:
        edits |= {"amount": None, "every": None}
        leave_out.append("what goes beyond the sums that you agreed")


def _named(values: list[str] | tuple[str, ...]) -> str:
    return join(*(f'"{each}"' for each in values))
