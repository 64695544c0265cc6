"""What follows when a member does not keep to the charter: small and grave matters, and who must go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.coverage import covering, uncovered
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.facts.named import as_words, capital, listed
from coalcheck.engine.facts.pasting import quoted
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.written import Misread, below, is_written, node_at, says
from coalcheck.engine.source.node import Document, Node, Route, Scalar
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Breach, BreachLevel, Charter

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        level_missing="What nothing is said of where one of small and grave matters is: the other, in words.",
        level_lines="The same as lines to write.",
        alike_lines="What counts as grave, with what is done about it, as lines to write.",
        unanswered="Matters of which it is written what counts as one and not what is done: in words.",
        unanswered_lines="What is done about them, as lines to write.",
        grave_words="Words on small matters that are about suspending or expelling.",
        major_words="What is done about grave matters, where its words name no meeting of all.",
        measures_uncovered="Measures that are named and that no decision covers, in words.",
        measures_uncovered_capital="The same with a capital letter.",
        measures_uncovered_ids="The same by the ids of their kinds, for a covers list.",
        suspending="The decision that suspends, as words.",
        expelling="The decision that expels, as words.",
    ),
    **flags(
        levels_alike="Small and grave matters are both spoken of, and not what counts as which.",
        has_suspension="Where a member can be expelled: suspending it is spoken of.",
        has_grounds="Where a member can be expelled: it is written for what.",
        has_hearing="Where a member can be expelled by the others: that it is heard is written.",
        has_suspension_end="Where a decision suspends: how long a suspension lasts is written.",
    ),
}
"""What this chapter knows of a charter."""

_ANSWERS: Final = ("done", "hearing", "measures", "may_end_in", "decided_by")
_LEVELS: Final = ("minor", "major", "suspension", "expulsion")
_WORDS: Final = {
    "minor": "small matters",
    "major": "grave matters",
    "suspension": "what leads to a suspension",
    "expulsion": "what leads to an expulsion",
}
_GRAVE: Final = "public statement against the coalition, promised money withheld for 60 days"
_USUAL: Final = {
    "minor": "{is: [late answer, missed task], done: The two contacts talk within 7 days.}",
    "major": (
        f"{{is: [{_GRAVE}], "
        "done: Meeting of all members within 14 days; the member concerned is heard first.}"
    ),
}
_DONE: Final = {
    "minor": "The two contacts talk within 7 days.",
    "major": "Meeting of all members within 14 days; the member concerned is heard first.",
    "suspension": "Meeting of all members within 7 days; the member concerned is heard first.",
    "expulsion": "Meeting of all members within 21 days; the member concerned is heard first.",
}
_HEARD: Final = frozenset("heard hear hearing hears hearings speak speaks answer answers reply".split())
_MEETING: Final = frozenset(
    """
    meet meets meeting meetings met assembly assemblies all everyone every both together members plenary
    conference call talk council board
    """.split()
)
_LASTING: Final = frozenset("until day days week weeks month months most ends end".split())
_REMOVING: Final = {"suspend": ("suspen",), "expel": ("expel", "expul", "exclu")}
"""Kinds of decision about a member, and how the words for them begin."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    breach = charter.breach
    covered = covering(charter)
    texts_of_breach = [*_texts(breach)] if breach is not None else []
    heads = sum(member.count or 1 for member in charter.members)
    found: dict[str, Value] = {}
    if "expel" in covered and heads > 2:
        found["has_suspension"] = (
            "suspend" in covered
            or is_written(document, "breach", "suspension")
            or any(_speaks_of("suspend", text) for text in texts_of_breach)
            or _unread_covers(charter, document)
        )
        found |= _expelling(charter, document, covered["expel"][0], texts_of_breach)
    if "suspend" in covered:
        key = covered["suspend"][0]
        found["suspending"] = as_words(key)
        found["has_suspension_end"] = is_written(document, "decisions", key, "lasts") or any(
            _speaks_of("suspend", text) and not _LASTING.isdisjoint(words_of(text))
            for text in (*texts_of_breach, *_suspension_texts(breach))
        )
    if breach is None or isinstance(node_at(document, ("breach",)), Scalar):
        return found
    if not is_written(document, "breach", "in_words"):
        found |= _levels(breach, document)
    return found | _measures(charter, breach, document, covered)


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    covered = covering(charter)
    found: dict[str, Route] = {kind: ("decisions", covered[kind][0]) for kind in _REMOVING if kind in covered}
    return found | {"measures": ("breach",)}


def _texts(breach: Breach) -> Iterator[str]:
    """Every text on what follows."""
    if breach.in_words:
        yield breach.in_words
    for level in _LEVELS:
        part: BreachLevel | None = getattr(breach, level)
        if part is not None:
            yield from (text for text in (part.done, part.hearing) if text)
            yield from (*part.measures, *part.may_end_in)


def _suspension_texts(breach: Breach | None) -> Iterator[str]:
    """What is written of a suspension in its own place, as if the word stood in each text."""
    if breach is not None and breach.suspension is not None:
        part = breach.suspension
        for text in (part.done, *part.measures, *part.may_end_in):
            if text:
                yield f"suspension: {text}"


def _speaks_of(kind: str, text: str) -> bool:
    return any(word.startswith(_REMOVING[kind]) for word in words_of(text))


def _unread_covers(charter: Charter, document: Document) -> bool:
    """Whether what some rule covers could not be understood, and may be just this."""
    return any(
        isinstance(node_at(document, ("decisions", key, "covers")), Misread) for key in charter.decisions
    )


def _expelling(charter: Charter, document: Document, key: str, said: list[str]) -> dict[str, Value]:
    decision = charter.decisions[key]
    breach = charter.breach
    found: dict[str, Value] = {"expelling": as_words(key)}
    if breach is not None:
        in_prose = isinstance(node_at(document, ("breach",)), Scalar)
        found["has_grounds"] = (
            in_prose
            or is_written(document, "breach", "in_words")
            or isinstance(node_at(document, ("breach", "expulsion")), Scalar)
            or any(
                is_written(document, "breach", level, "is") for level in ("major", "expulsion", "suspension")
            )
        )
    concerned = decision.member_concerned
    stays_out = (concerned is not None and concerned.votes is False) or "other" in words_of(decision.passes)
    if stays_out:
        # Where it votes in its own case, that is said, and the hearing with it.
        heard = is_written(document, "decisions", key, "member_concerned", "may_speak")
        found["has_hearing"] = (
            (heard and (concerned is None or concerned.may_speak is not False))
            or any(is_written(document, "breach", level, "hearing") for level in _LEVELS)
            or any(not _HEARD.isdisjoint(words_of(text)) for text in said)
        )
    return found


def _levels(breach: Breach, document: Document) -> dict[str, Value]:
    """Whether small and grave matters are told apart, and each has its answer."""
    block = node_at(document, ("breach",))
    written = [level for level in _LEVELS if says(below(block, (level,)))]
    found: dict[str, Value] = {}
    missing = [level for level in ("minor", "major") if level not in written]
    if len(missing) == 1:
        found["level_missing"] = "small matters" if missing == ["minor"] else "grave matters"
        found["level_lines"] = f"{missing[0]}: {_USUAL[missing[0]]}"
    if not missing:
        alike = not any(says(below(block, (level, "is"))) for level in _LEVELS)
        found["levels_alike"] = alike
        if alike:
            done = (breach.major.done if breach.major is not None else None) or _DONE["major"]
            found["alike_lines"] = f"major:\n  is: [{_GRAVE}]\n  done: {quoted(done)}"
    unanswered = [level for level in written if _is_unanswered(below(block, (level,)))]
    if unanswered:
        found["unanswered"] = join(*(_WORDS[level] for level in unanswered))
        found["unanswered_lines"] = "\n".join(
            f"{level}: {{done: {quoted(_DONE[level])}}}" for level in unanswered
        )
    small = breach.minor
    if small is not None:
        said = [text for text in (*small.measures, *small.may_end_in) if text]
        grave = [text for text in said if any(_speaks_of(kind, text) for kind in _REMOVING)]
        if grave:
            found["grave_words"] = listed(grave)
    major = breach.major
    if major is not None and major.done and not major.decided_by:
        found |= {"major_words": major.done} if _MEETING.isdisjoint(words_of(major.done)) else {}
    return found


def _is_unanswered(level: Node | None) -> bool:
    if not says(below(level, ("is",))) or isinstance(level, Scalar):
        return False
    return not any(says(below(level, (key,))) for key in _ANSWERS)


def _measures(
    charter: Charter, breach: Breach, document: Document, covered: Mapping[str, tuple[str, ...]]
) -> dict[str, Value]:
    """Measures against a member that are named, and on which no rule says who decides."""
    named = [kind for kind in _REMOVING if kind not in covered and _is_named(breach, kind)]
    if not named or not charter.decisions or _unread_covers(charter, document):
        return {}
    # Of what every such charter should cover, it is said already that it does not.
    asked = uncovered(charter)
    two = sum(member.count or 1 for member in charter.members) == 2
    open_ = [kind for kind in named if kind not in asked and not (kind == "expel" and two)]
    if not open_:
        return {}
    words = listed(in_words(kind) for kind in open_)
    return {
        "measures_uncovered": words,
        "measures_uncovered_capital": capital(words),
        "measures_uncovered_ids": ", ".join(open_),
    }


def _is_named(breach: Breach, kind: str) -> bool:
    """Whether a measure is named without saying there who decides on it.

    For small matters such a measure is a point of its own.
    """
    own: BreachLevel | None = getattr(breach, "suspension" if kind == "suspend" else "expulsion")
    if own is not None:
        return own.decided_by is None
    major = breach.major
    if major is None or major.decided_by is not None:
        return False
    return any(_speaks_of(kind, text) for text in (*major.measures, *major.may_end_in))
