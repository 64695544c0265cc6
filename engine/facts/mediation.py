"""Who mediates, and whether that is somebody who has a side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.named import member_name
from coalcheck.engine.facts.prose import words_of

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Mediator

_APART: Final = frozenset("no not none neither nor never nobody without outside other except".split())
"""Words by which a sentence may say that it is none of those whom it names."""

_WHO: Final = ("first", "if_not_free")
_GENERAL: Final = frozenset(
    """
    anyone anybody any someone somebody person people whoever nobody none named chosen the their they member
    members partner partners staff employee employees trustee trustees donor donors director directors chair
    board mediator
    """.split()
)


def party(charter: Charter, mediator: Mediator) -> Iterator[tuple[str, str]]:
    """Yield where a mediator is somebody of a member, and what it has to do with it: ``signs for Alpha``."""
    texts = [(key, text.strip()) for key in _WHO if (text := getattr(mediator, key))]
    if not _anybody(charter, " ".join(text for _, text in texts).lower()):
        return
    for key, text in texts:
        tie = _tie(charter, text)
        if tie and _APART.isdisjoint(words_of(text)):
            yield key, tie


def _anybody(charter: Charter, text: str) -> bool:
    """Whether anything in a text could be one of those who have a side; most texts are done with here."""
    if "coordinator" in text or any(map(text.__contains__, (*charter.bodies, *charter.groups))):
        return True
    names = [charter.coordinator.name] if charter.coordinator is not None else []
    for member in charter.members:
        names += [member.id.lower(), member.name]
        names += [each.name for each in (*member.contacts, *member.delegates)]
        names += [member.signatory.name] if member.signatory is not None else []
    return any(name.lower() in text for name in names if name)


def _tie(charter: Charter, text: str) -> str:
    same = text.lower()
    for member in charter.members:
        name = member_name(member)
        if same in (member.id.lower(), name.lower()):
            return "is one of you"
        if " " in name and _names(same, name):
            return f"names {name}, which is one of you"
        if member.signatory is not None and _names(same, member.signatory.name):
            return f"names somebody who signs for {name}"
        if any(_names(same, contact.name) for contact in member.contacts):
            return f"names a contact of {name}"
        if any(_names(same, delegate.name) for delegate in member.delegates):
            return f"names somebody who speaks for {name}"
    if text in charter.bodies or text in charter.groups:
        return "is made up of some of you"
    return _coordinators_tie(charter, same)


def _names(text: str, name: str | None) -> bool:
    """Whether a text in small letters names a person or an organisation, as whole words."""
    if not name or name.lower() not in text:
        return False
    return f" {' '.join(words_of(name))} " in f" {' '.join(words_of(text))} "


def _coordinators_tie(charter: Charter, text: str) -> str:
    coordinator = charter.coordinator
    if coordinator is None:
        return ""
    if text not in ("coordinator", "the coordinator") and not _names(text, coordinator.name):
        return ""
    for member in charter.members:
        name = member_name(member)
        if coordinator.member == member.id:
            return f"is the coordinator, whom {name} provides"
        for key, does in (("paid_by", "pays"), ("employed_by", "employs")):
            if (getattr(coordinator, key) or "").strip().lower() in (member.id.lower(), name.lower()):
                return f"is the coordinator, whom {name} {does}"
    return ""


def excluded_words(mediator: Mediator) -> list[str]:
    """Names that stand both in who mediates and in who must not; in the order of the former."""
    if not mediator.must_not_be or mediator.must_not_be[1:].islower():
        return []
    ruled_out = {word.lower() for word in _capitals(mediator.must_not_be)}
    named = [*_capitals(mediator.first or ""), *_capitals(mediator.if_not_free or "")]
    return list(dict.fromkeys(word for word in named if word.lower() in ruled_out))


def _capitals(text: str) -> list[str]:
    """Words that look like names: with a capital, of four letters at least, and not general."""
    bare = "".join(sign if sign.isalnum() else " " for sign in text).split()
    return [word for word in bare if len(word) > 3 and word[0].isupper() and word.lower() not in _GENERAL]
