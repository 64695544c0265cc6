"""What a charter agreed on its scope, made ready once for all acts that are held against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

from coalcheck.engine.mission.aside import aside_in
from coalcheck.engine.mission.goal_day import goal_day
from coalcheck.engine.mission.item import items_of
from coalcheck.engine.mission.phrase import Found, Phrase, found_at, is_part, low_words
from coalcheck.engine.mission.tongue import spoken_in, tongue
from coalcheck.engine.mission.words import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.mission.phrase import Token
    from coalcheck.engine.mission.words import Sentence
    from coalcheck.engine.source.node import Route

_WIDEN: Final = "widen-scope"
MOST_KEPT: Final = 4096
"""So many texts are kept of each kind; a record says the same thing often."""


class Agreed:
    """The scope of a charter, with its words taken apart.

    Attributes:
        charter: the charter.
        tongue: its language.
        items: every matter of its lists, in order.
        inside: those of them that it works on.
        barred: those that it left outside, or set aside.
        ids: short name to matter.
        known: the stems of the words that name what it works on.
        named: those of them that are names: of a deal, of a valley.
        members: the stems of its members' names.
        vocabulary: what is known, and the stems of its members' names and of its places.
        widen: the decision that widens the scope; empty where there is none.
    """

    def __init__(self, charter: Charter) -> None:
        self.charter = charter
        scope = charter.scope
        self._subjects: dict[str, frozenset[str]] = {}
        self._aside: dict[str, frozenset[int]] = {}
        self._signs: dict[str, Mapping[int, tuple[Found, ...]]] = {}
        self.tongue = tongue(spoken_in(_prose(charter)))
        lists = {name: self.tongue.stems(name) for name in ("small", "common", "instruments", "months")}
        self._plain = frozenset().union(*lists.values())
        self._worded = self._plain | self.tongue.stems("formats") | self.tongue.stems("institutions")
        self.items = tuple(items_of(charter, self.tongue, self.subjects))
        self.inside = tuple(each for each in self.items if each.meets == "inside")
        self._numbers_inside = frozenset(
            number for number, each in enumerate(self.items) if each.meets == "inside"
        )
        self.barred = tuple(each for each in self.items if each.meets != "inside")
        self.ids = {each.id: each for each in reversed(self.items) if each.id}
        self.known = self._known()
        self.named = frozenset(
            self._names(*(text for item in self.inside for text in item.texts), charter.purpose)
        )
        names = [text for each in charter.members for text in (each.id, each.name) if text]
        self.members = self._stems_of(names) - self.tongue.stems("small")
        self.vocabulary = (
            self.known | self._stems_of(names) | self._stems_of(scope.places if scope is not None else ())
        )
        self.widen = (scope.widen if scope is not None else None) or next(
            (key for key, each in charter.decisions.items() if _WIDEN in each.covers), ""
        )
        self._index = self._indexed()
        self._parts = [row for rows in self._index.values() for row in rows if len(row[3].stems) == 1]

    @cached_property
    def name(self) -> Phrase:
        """The coalition's name."""
        return self.tongue.phrase(self.charter.name or "")

    @cached_property
    def goal(self) -> tuple[date, Route] | None:
        """The day of the goal and where it stands, where it names one."""
        return goal_day(self.charter)

    @cached_property
    def lasting(self) -> frozenset[str]:
        """The stems without any of which a sentence in its language founds, employs and buys nothing."""
        tongue = self.tongue
        return tongue.beginnings("founding") | tongue.stems("hiring") | tongue.stems("buying")

    @cached_property
    def deals(self) -> frozenset[str]:
        """The stems of the words for a deal, a plan or a law."""
        return self.tongue.stems("instruments") | self.tongue.stems("laws")

    @cached_property
    def has_list(self) -> bool:
        """Whether the charter says in a list, or in a sentence, what it works on."""
        scope = self.charter.scope
        return bool(self.inside) or (scope is not None and bool(scope.in_words))

    def subjects(self, text: str) -> frozenset[str]:
        """The stems of the words of a text that name a subject; small and common words are left out."""
        found = self._subjects.get(text)
        if found is None:
            _make_room(self._subjects)
            found = self._subjects[text] = self._subjects_of(text)
        return found

    def _subjects_of(self, text: str) -> frozenset[str]:
        small = self.tongue.words.small
        low = [word for word in low_words(text) if word not in small and not word.isdecimal()]
        stems = frozenset(self.tongue.stem(word) for word in low if len(word) > 1)
        # Where all words are common ones, such as "The ban", these are what there is.
        return stems - self._plain or stems

    def strange(self, tokens: Iterable[Token]) -> list[Token]:
        """The words that name a subject which the charter does not have; a letter or a ministry is none."""
        small = self.tongue.words.small
        return [
            token
            for token in tokens
            if token.stem not in self._worded
            and token.stem not in self.vocabulary
            and token.low not in small
            and not token.low.isdecimal()
        ]

    def signs(self, sentence: Sentence) -> Mapping[int, tuple[Found, ...]]:
        """Where a sentence has the words of matters: the number of the matter to what is found."""
        found = self._signs.get(sentence.text)
        if found is None:
            _make_room(self._signs)
            found = self._signs[sentence.text] = self._signs_in(sentence)
        return found

    def aside(self, sentence: Sentence) -> frozenset[int]:
        """Which words of a sentence tell nothing of what it speaks of, by their number."""
        found = self._aside.get(sentence.text)
        if found is None:
            _make_room(self._aside)
            found = self._aside[sentence.text] = aside_in(sentence, self.tongue, self.members)
        return found

    def _signs_in(self, sentence: Sentence) -> Mapping[int, tuple[Found, ...]]:
        compounds = self.tongue.words.compounds
        if not compounds and sentence.stems.isdisjoint(self._index):
            return {}
        hits: dict[tuple[int, int], dict[int, list[Found]]] = {}
        index, parts = self._index, self._parts if compounds else ()
        for at, stem in enumerate(sentence.stemmed):
            for item, sign, number, wanted in index.get(stem, ()):
                found = _begins_at(sentence, at, wanted)
                if found is not None:
                    hits.setdefault((item, sign), {}).setdefault(number, []).append(found)
            for item, sign, number, wanted in parts:
                if stem != wanted.stems[0] and is_part(wanted.stems[0], sentence.tokens[at]):
                    part = Found(at, sentence.written[at], wanted.stems[0])
                    hits.setdefault((item, sign), {}).setdefault(number, []).append(part)
        told: dict[int, tuple[Found, ...]] = {}
        for (item, sign), phrases in hits.items():
            told[item] = (*told.get(item, ()), *self._enough(item, sign, phrases, sentence))
        return {item: found for item, found in told.items() if found}

    def _enough(
        self, item: int, sign: int, phrases: Mapping[int, list[Found]], sentence: Sentence
    ) -> Iterator[Found]:
        """What was found of one sign, where that is enough to recognise the matter.

        Of a matter that is not inside, what is only mentioned, or stands in an idiom, is none of its words.
        """
        matter, confused = self.items[item], self.tongue.words.confused
        aside = frozenset() if matter.meets == "inside" else self.aside(sentence)
        low = sentence.low
        left = [
            [
                each
                for each in found
                if each.at not in aside
                and (low[each.at] not in confused or low[each.at] in matter.near.get(each.word, ()))
            ]
            for found in phrases.values()
        ]
        left = [found for found in left if found]
        least = matter.signs[sign].least
        if len(left) >= least:
            for found in left:
                yield from found if least == 1 else (each._replace(word="") for each in found[:1])

    def of_inside(self, sentence: Sentence) -> bool:
        """Whether a sentence has words by which a matter inside is recognised."""
        return not self._numbers_inside.isdisjoint(self.signs(sentence))

    def _indexed(self) -> dict[str, list[tuple[int, int, int, Phrase]]]:
        index: dict[str, list[tuple[int, int, int, Phrase]]] = {}
        for number, item in enumerate(self.items):
            for row, sign in enumerate(item.signs):
                for at, wanted in enumerate(sign.phrases):
                    if wanted.stems:
                        index.setdefault(wanted.stems[0], []).append((number, row, at, wanted))
        return index

    def _stems_of(self, texts: Iterable[str]) -> frozenset[str]:
        return frozenset(self.tongue.stem(word) for text in texts for word in low_words(text))

    def _known(self) -> frozenset[str]:
        charter = self.charter
        around = [charter.purpose, charter.first_win.what if charter.first_win is not None else None]
        if charter.goal_end is not None:
            around += [charter.goal_end.reached_when, charter.goal_end.in_words]
        if charter.scope is not None:
            around.append(charter.scope.in_words)
        said = frozenset().union(*(self.subjects(text) for text in around if text))
        # That the goal is a vote in a committee makes neither votes nor committees a matter of its own.
        return frozenset().union(*(item.stems for item in self.inside), said - self._worded)

    def _names(self, *texts: str) -> Iterator[str]:
        """The stems of what is written with a capital within a sentence: in German no sign of a name."""
        if self.tongue.code == "de":
            return
        for text in texts:
            for each in sentences(text, self.tongue):
                alone = len(each.tokens) == 1
                for at, token in enumerate(each.tokens):
                    if token.capital and (at or alone) and token.stem not in self._worded:
                        yield token.stem


def _prose(charter: Charter) -> Iterable[str]:
    """The words of the charter by which its language is told."""
    scope = charter.scope
    texts = [
        charter.purpose,
        *(each.role for each in charter.members),
        *(each.success for each in charter.members),
    ]
    if scope is not None:
        texts += [each.about for each in (*scope.inside, *scope.outside, *scope.set_aside)]
    return [word for text in texts if text for word in low_words(str(text))]


def _begins_at(sentence: Sentence, at: int, wanted: Phrase) -> Found | None:
    """A phrase whose first stem is that of a word of a sentence, where all of it stands there."""
    if len(wanted.stems) == 1:
        return Found(at, sentence.written[at], wanted.stems[0])
    return found_at(sentence.tokens, at, wanted.stems)


def _make_room(kept: dict[str, Any]) -> None:
    if len(kept) >= MOST_KEPT:
        kept.clear()
