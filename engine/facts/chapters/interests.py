"""What each member wants, could not accept and calls success, beside what the others want and what is inside.

All of it is read from words. Whatever is not the same sentence is shown with its words, and asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.likeness import is_english, matter_of, opposes, stems_of, words_behind
from coalcheck.engine.facts.named import listed, member_name, name_of
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.wording.number import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member

ENOUGH: Final = 2
"""Words that two sentences must have in common before it is asked whether they mean the same."""

MOST_LINES: Final = 40
"""A word that stands in more lines than this is the subject of them all, and tells no two of them apart."""

MOST_SHOWN: Final = 5
"""Pairs of lines that a message shows; where there are more, it says how many."""

LONGEST_QUOTE: Final = 90
"""Characters of the charter's own words that a line of ours repeats."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        met_owner="A member whose deal-breaker another line of the charter is, word for word: its name.",
        met_breaker="That deal-breaker, as written.",
        met_where="Where the same stands: what Beta wants, what is inside the scope.",
        met_lines="Every deal-breaker that is met word for word, one line each.",
        near_owner="A member whose deal-breaker has its words in common with another line: its name.",
        near_breaker="That deal-breaker, as written.",
        near_where="Where the other line stands.",
        near_words="The words that both have.",
        near_lines="Every such pair of lines, one line each.",
        unserved="Members whose success and wants have no word in common with what is inside: their names.",
        unserved_lines="What success is for each of them, one line each.",
        served_alone="The only member whose success has a word in common with what is inside: its name.",
        served_not="The other members then, as far as they say what success is: their names.",
        without_shared_interest="Members whose wants have no word in common with anybody's: their names.",
    ),
    **numbers(topics_apart="Topics inside the scope, those that have a word in common counted as one."),
    **flags(served_by_scope="Every member's success has a word in common with what is inside."),
}
"""What this chapter knows of a charter."""


class Line(NamedTuple):
    """One sentence of the charter.

    Attributes:
        by: the member that says it; empty for the scope.
        where: what it is, for a message: ``what Beta wants``.
        text: the sentence.
        same: what else names the same thing: id and words of a topic.
        route: where it stands.
    """

    by: str
    where: str
    text: str
    same: tuple[str, ...]
    route: Route


class Pair(NamedTuple):
    """A deal-breaker and the line that meets it.

    Attributes:
        breaker: what a member could not accept.
        met: what another member says, or what is inside.
        words: the words that both have; empty where they are the same sentence.
    """

    breaker: Line
    met: Line
    words: tuple[str, ...]


def values(charter: Charter, document: Document) -> dict[str, Value]:  # noqa: ARG001 - one door for all
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    for prefix, pairs in zip(("met", "near"), _pairs(charter), strict=True):
        if not pairs:
            continue
        first = pairs[0]
        found |= {
            f"{prefix}_owner": name_of(charter, first.breaker.by),
            f"{prefix}_breaker": quoted(first.breaker.text),
            f"{prefix}_where": first.met.where,
            f"{prefix}_lines": "\n".join(_shown(charter, pairs)),
        }
        if prefix == "near":
            found["near_words"] = listed(f'"{word}"' for word in first.words)
    return found | _topics(charter) | _served(charter)


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    found: dict[str, Route] = {}
    for prefix, pairs in zip(("met", "near"), _pairs(charter), strict=True):
        for pair in pairs[:1]:
            found |= {f"{prefix}-breaker": pair.breaker.route, f"{prefix}-line": pair.met.route}
    return found


def quoted(text: str) -> str:
    """A sentence of the charter for a line of ours: without its full stop, shortened where it is long."""
    text = " ".join(text.split()).rstrip(".")
    return text if len(text) <= LONGEST_QUOTE else f"{text[: LONGEST_QUOTE - 1].rstrip()}…"


def _line(charter: Charter, pair: Pair) -> str:
    owner = name_of(charter, pair.breaker.by)
    breaker, met = quoted(pair.breaker.text), quoted(pair.met.text)
    return f'  {owner} could not accept "{breaker}"; {pair.met.where}: "{met}"'


def _shown(charter: Charter, pairs: Sequence[Pair]) -> Iterator[str]:
    yield from (_line(charter, pair) for pair in pairs[:MOST_SHOWN])
    if len(pairs) > MOST_SHOWN:
        yield f"  and {in_words(len(pairs) - MOST_SHOWN)} more"


def _pairs(charter: Charter) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Deal-breakers that are met: word for word, and in their words."""
    breakers = tuple(
        Line(member.id, "", text, (), ("members", row, "deal_breakers", number))
        for row, member in enumerate(charter.members)
        for number, text in enumerate(member.deal_breakers)
    )
    if not breakers:
        return (), ()
    scope = charter.scope
    apart = [*scope.outside, *scope.set_aside] if scope is not None else []
    settled = tuple(text for topic in apart for text in (topic.about, topic.id, *topic.words) if text)
    return _met(breakers, tuple(_positions(charter)), settled)


def _positions(charter: Charter) -> Iterator[Line]:
    """What the members say that they stand for, and what is inside."""
    for row, member in enumerate(charter.members):
        name, at = member_name(member), ("members", row)
        for number, text in enumerate(member.wants):
            yield Line(member.id, f"what {name} wants", text, (), (*at, "wants", number))
        for number, text in enumerate(member.offers):
            yield Line(member.id, f"what {name} offers", text, (), (*at, "offers", number))
        if member.role:
            yield Line(member.id, f"the role of {name}", member.role, (), (*at, "role"))
        if member.success:
            yield Line(member.id, f"what success is for {name}", member.success, (), (*at, "success"))
        if member.goal_in_own_words:
            text = member.goal_in_own_words
            yield Line(member.id, f"the goal as {name} puts it", text, (), (*at, "goal_in_own_words"))
    for number, topic in enumerate(charter.scope.inside if charter.scope is not None else ()):
        text = topic.about or topic.id or ""
        same = (topic.id or "", *topic.words)
        yield Line("", "what is inside the scope", text, same, ("scope", "inside", number))


def _met(
    breakers: Iterable[Line], positions: Sequence[Line], settled: Iterable[str]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """Hold every deal-breaker against what others say; the first line that meets it is enough of each kind.

    Args:
        breakers: what members could not accept.
        positions: what they stand for, and what is inside.
        settled: what is outside or set aside: there the members have met the disagreement already.
    """
    same: list[Pair] = []
    near: list[Pair] = []
    among = _Lines(positions)
    known = matter_of(*settled)
    for breaker in breakers:
        matter = matter_of(breaker.text) - known
        against = opposes(breaker.text)
        met = [line for line in among.near(matter) if line.by != breaker.by]
        met = [line for line in met if opposes(line.text) is against]
        whole = stems_of(breaker.text)
        literal = [line for line in met if any(stems_of(text) == whole for text in (line.text, *line.same))]
        if literal and matter:
            same.append(Pair(breaker, literal[0], ()))
            continue
        for line in met:
            common = matter & matter_of(line.text, *line.same)
            # Two thirds of its words; half are enough where the other line has no further word.
            of_all = 2 * len(common) if common == matter_of(line.text) else Fraction(3 * len(common), 2)
            # A deal-breaker of one word is wholly in a wish that has the word.
            enough = 1 if len(whole) == 1 and "wants" in line.route else ENOUGH
            if len(common) >= enough and of_all >= len(matter):
                near.append(Pair(breaker, line, tuple(words_behind(breaker.text, common))))
                break
    return tuple(same), tuple(near)


class _Lines:
    """Lines by the words that tell them apart, so that each deal-breaker is held against few."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.by_stem: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for stem in matter_of(line.text, *line.same):
                found = self.by_stem.setdefault(stem, [])
                if len(found) <= MOST_LINES:
                    found.append(number)

    def near(self, stems: Iterable[str]) -> Iterator[Line]:
        """The lines with some of these words, in the order of the file; a word of very many tells nothing."""
        of_each = (self.by_stem.get(stem, []) for stem in stems)
        numbers = {number for found in of_each if len(found) <= MOST_LINES for number in found}
        return (self.lines[number] for number in sorted(numbers))


def _topics(charter: Charter) -> dict[str, Value]:
    """How many matters are inside; topics that share a word are one."""
    if charter.scope is None or not charter.scope.inside:
        return {}
    groups: list[frozenset[str]] = []
    for topic in charter.scope.inside:
        words = matter_of(topic.about or topic.id, *topic.words)
        apart = [group for group in groups if group.isdisjoint(words)]
        groups = [*apart, words.union(*(group for group in groups if not group.isdisjoint(words)))]
    return {"topics_apart": len(groups)}


def _served(charter: Charter) -> dict[str, Value]:
    """Whose success and wants have a word in common with what is inside, with the goal or with others."""
    saying = [member for member in charter.members if member.success or member.wants]
    if not saying or not is_english(charter.purpose):
        return {}
    own = {member.id: stems_of(member.success, *member.wants) for member in saying}
    known = stems_of(charter.purpose)
    inside = charter.scope.inside if charter.scope is not None else ()
    topics = stems_of(*(text for topic in inside for text in (topic.about, topic.id, *topic.words)))
    found = _of_success(saying, own, known, topics) if topics else {}
    # A success that nothing serves is a point of its own; wishes can meet only wishes that are written.
    wishing = [member for member in saying if member.wants]
    if len(wishing) > 1:
        said = Counter(
            stem
            for member in charter.members
            for stem in stems_of(member.success, member.goal_in_own_words, *member.wants)
        )
        alone = [
            member_name(member)
            for member in wishing
            if not member.success and not _shared(member, own[member.id], said, known | topics)
        ]
        if alone:
            found["without_shared_interest"] = listed(alone, last="or")
    return found


def _shared(member: Member, own: frozenset[str], said: Mapping[str, int], common: frozenset[str]) -> bool:
    """Whether a member's wishes have a word in common with the goal, what is inside or anybody else's.

    A name or a role that is about the goal is a stake in it, in whatever words the wishes are put.
    """
    if not stems_of(member.name, member.role).isdisjoint(common):
        return True
    here = stems_of(member.success, member.goal_in_own_words, *member.wants)
    return any(stem in common or said[stem] > (stem in here) for stem in own)


def _of_success(
    saying: list[Member], own: Mapping[str, frozenset[str]], known: frozenset[str], topics: frozenset[str]
) -> dict[str, Value]:
    """Whether what is inside serves what the members call success; their roles may make the link."""
    hoping = [member for member in saying if member.success]
    if not hoping:
        return {}
    unserved = [
        member
        for member in hoping
        if not own[member.id] & (topics | known) and not stems_of(member.role) & topics
    ]
    found: dict[str, Value] = {"served_by_scope": not unserved}
    served = [member for member in hoping if own[member.id] & topics]
    if len(hoping) > 1 and len(served) == 1 and len(unserved) == len(hoping) - 1:
        found["served_alone"] = member_name(served[0])
        return {**found, "served_not": listed(map(member_name, unserved))}
    # Where what is inside has no word of anybody's, it is put too broadly for words to tell.
    if unserved and (len(unserved) < len(hoping) or len(hoping) == 1):
        found["unserved"] = listed(member_name(member) for member in unserved)
        lines = (f'  {member_name(member)}: "{quoted(member.success or "")}"' for member in unserved)
        found["unserved_lines"] = "\n".join(lines)
    return found
