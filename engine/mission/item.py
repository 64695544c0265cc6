"""The matters of a scope, and by what each is recognised in a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from coalcheck.engine.mission.phrase import Phrase, low_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.charter.scope import Topic
    from coalcheck.engine.mission.standing import Meets
    from coalcheck.engine.mission.tongue import Tongue
    from coalcheck.engine.source.node import Route

_LISTS: Final[tuple[tuple[Meets, str], ...]] = (
    ("inside", "inside"), ("outside", "outside"), ("set aside", "set_aside"),
)  # fmt: skip
_HEAD: Final = (
    r"\s*(?::|;|\s[–—-]\s|,\s*"
    r"(?:(?:on|over|about) which|which|that|who|die|der|das|zu dem|worüber|que|qui|sur|dont|che|su cui|"
    r"em que|dat|welke|waarover)\b)"
)
"""Where the sentence of a matter begins to say who wants what of it."""


class Sign(Struct, frozen=True):
    """By what a matter is recognised: so many of some phrases, in one sentence."""

    phrases: tuple[Phrase, ...]
    least: int = 1


class Item(Struct, frozen=True):
    """One matter of a list of the scope.

    Attributes:
        meets: in which list it stands.
        id: its short name; empty where it has none.
        about: the matter in the charter's words.
        called: the same without what members want of it.
        route: where it stands.
        signs: by what it is recognised in a text.
        kinds: the kinds of partner or act that belong to it.
        stems: the stems of its words that name a subject.
        texts: its words, as they are written.
        near: the stems of all its words, each with the words themselves in lower case: what stands beside a
            word of two senses where this matter is meant.
    """

    meets: Meets
    id: str
    about: str
    called: str
    route: Route
    signs: tuple[Sign, ...]
    kinds: tuple[Phrase, ...]
    stems: frozenset[str]
    texts: tuple[str, ...]
    near: Mapping[str, frozenset[str]]


def items_of(charter: Charter, tongue: Tongue, subjects: Callable[[str], frozenset[str]]) -> Iterator[Item]:
    """Every matter of the scope, in the order of its lists.

    Args:
        charter: the charter.
        tongue: its language.
        subjects: gives the stems of a text that name a subject.
    """
    scope = charter.scope
    if scope is None:
        return
    inside: set[str] = set()
    for meets, field in _LISTS:
        listed: tuple[Topic, ...] = getattr(scope, field)
        for number, topic in enumerate(listed):
            plain = (topic.id or "").replace("-", " ")
            about = topic.about or plain
            head = _head(about)
            texts = (about, *topic.words)
            stems = subjects(" ".join((*texts, plain)))
            if meets == "inside":
                inside |= stems
            own = frozenset() if meets == "inside" else frozenset(inside)
            yield Item(
                meets,
                topic.id or "",
                about,
                head,
                ("scope", field, number),
                tuple(_signs(topic, head, tongue, subjects, own)),
                tuple(_kinds(topic, tongue)),
                stems,
                texts,
                _near(topic, head, tongue, subjects, own),
            )


def _head(about: str) -> str:
    return re.split(_HEAD, about, maxsplit=1, flags=re.IGNORECASE)[0] or about


def _signs(
    topic: Topic, head: str, tongue: Tongue, subjects: Callable[[str], frozenset[str]], inside: frozenset[str]
) -> Iterator[Sign]:
    """By what a matter is recognised: its words; where it lists none, its short name and its sentence.

    What is also a word of a matter inside is no sign of one that is not, unless it is listed as such. One
    outside or set aside is recognised by its sentence even where it lists words: it may be told in others.
    """
    if topic.words:
        yield from (Sign((tongue.phrase(each),)) for each in topic.words)
        told = _phrases(head, tongue, subjects, inside) if inside else ()
        if len(told) > 1:
            # More than half of the words of its sentence, and never one alone.
            yield Sign(told, max(2, len(told) // 2 + 1))
        return
    if topic.id:
        name = tongue.phrase(topic.id.replace("-", " "))
        if not inside.issuperset(name.stems):
            yield Sign((name,))
    low = low_words(head)
    if low and low[0] in tongue.words.asking:
        # A question is not named by any one of its words.
        phrases = _phrases(head, tongue, subjects, inside)
        if len(phrases) > 1:
            yield Sign(phrases, max(2, -(-len(phrases) // 2)))
        return
    either = "|".join(map(re.escape, sorted(tongue.words.either)))
    for part in re.split(rf"\s*,\s*|\s+(?:{either})\s+", head):
        phrases = _phrases(part, tongue, subjects, inside)
        if phrases:
            # Of a long phrase half of the words are enough, of a short one all must be there.
            yield Sign(phrases, len(phrases) if len(phrases) <= 2 else -(-len(phrases) // 2))


def _kinds(topic: Topic, tongue: Tongue) -> Iterator[Phrase]:
    """The kinds of a matter as the charter writes them, and as its language calls those in English."""
    for kind in topic.kinds:
        yield tongue.phrase(kind.replace("-", " "))
        yield from map(tongue.phrase, sorted(tongue.words.kinds.get(kind.lower(), ())))


def _near(
    topic: Topic, head: str, tongue: Tongue, subjects: Callable[[str], frozenset[str]], inside: frozenset[str]
) -> dict[str, frozenset[str]]:
    """The stems of all words of a matter, each with the words; those of a matter inside tell nothing here."""
    texts: Iterable[str] = (*topic.words, *(each.replace("-", " ") for each in topic.kinds))
    words = [word for text in texts for word in low_words(text) if word not in tongue.words.small]
    words += [each.written for each in _phrases(head, tongue, subjects, inside)]
    near: dict[str, frozenset[str]] = {}
    for word in words:
        stem = tongue.stem(word)
        near[stem] = near.get(stem, frozenset()) | {word}
    return near


def _phrases(
    text: str, tongue: Tongue, subjects: Callable[[str], frozenset[str]], inside: frozenset[str]
) -> tuple[Phrase, ...]:
    wanted = (subjects(text) if text.strip() else frozenset()) - inside
    words = dict.fromkeys(word for word in low_words(text) if tongue.stem(word) in wanted)
    return tuple(Phrase((tongue.stem(word),), word) for word in words)
