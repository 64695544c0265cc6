"""Going on or not: what the renewal says, and whether what was founded for a time can become permanent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.coverage import covering
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.named import as_words
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.written import is_said
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        renewal_lacks="What the renewal leaves out: how often, with whom, its questions, what it ends in.",
        renewal_lines="The same as lines to write.",
        renewal_questions="What none of the renewal's questions speaks of, each with whether or how.",
        renewal_question="The first of these as a question to write.",
        renewal_few="Words of the renewal's form that may mean that not all members come.",
        renewal_by_itself="What the renewal says where it may go on when nobody speaks.",
        renewed_by="The decision that renewal.renewed_by names, as words, where another covers renewing.",
        renewed_with="That other decision, as words.",
        renew_by="The decision that covers going on, or the one best fitted to; else all members.",
        end_by="The decision that covers ending it, or the one best fitted to; else all members.",
        permanent_by="The decision on becoming permanent, where it is not the founding one, as words.",
        founded_by="The decision that covers changing the charter, as words.",
        permanent_example="Ballots that carry becoming permanent and not a change of the charter, in words.",
    ),
    **flags(
        renewals_unlimited="It can be renewed without limit, and nothing covers becoming permanent.",
        permanent_is_easier="Ballots can carry becoming permanent and not a change of the charter.",
    ),
}
"""What this chapter knows of a charter."""

_PERMANENT: Final = ("permanen", "incorporat", "conver")
"""What is in the words by which a coalition names the kind of decision that ends its being for a time."""

_THEMES: Final = {
    "whether your purpose is still right": "purpose purposes goal goals aim aims mission why target targets",
    "whether you are still the right members": "member members partner partners membership who table missing",
    "whether your rules and work still serve you": """
        rule rules work works working charter agreement governance decide deciding decision decisions
        structure organised organized process processes serve
    """,
    "how you are with one another": """
        another other others relation relations relationship relationships relational trust together mending
        mend feel feeling feelings conflict conflicts tension tensions respect
    """,
}
_RELATIONS: Final = "how you are with one another"
_QUESTIONS: Final = dict(
    zip(
        _THEMES,
        (
            "Is our purpose still right?",
            "Are we still the right members?",
            "Do our rules and work still serve us?",
            "How are we with one another, and what needs mending?",
        ),
        strict=True,
    )
)
"""The question for each theme, as it is written in a charter."""
_ASKED_OF: Final = {theme: frozenset(words.split()) for theme, words in _THEMES.items()}
_BY_SILENCE: Final = frozenset({"automatic", "automatically", "tacit", "tacitly", "silence"})
_DENIED: Final = frozenset({"no", "not", "never", "nothing", "neither", "nor"})
_GOES_ON: Final = frozenset(
    """
    renew renews renewed renewal continue continues continued extend extends extended prolonged prolongs goes
    runs carry carries
    """.split()
)
_OBJECTS: Final = frozenset("object objects objected objection objections opposes otherwise".split())
_ALL: Final = frozenset({"all", "every", "everyone", "everybody", "each", "whole", "both"})
_FEW: Final = frozenset(
    """
    leaders leader leadership directors director executives executive signatories chairs chair presidents
    committee steering board coordinator delegates delegate core
    """.split()
)

_RENEWAL: Final = (
    Part(("every", "at_latest"), "how often", "every: 12 months\nat_latest: 18 months"),
    Part(("form",), "how it is done and that all are invited", "form: a day with all members"),
    Part(
        ("asks",),
        "which questions are asked",
        "\n".join(("asks:", *(f"  - {question}" for question in _QUESTIONS.values()))),
    ),
    Part(("ends_in",), "what it ends in", "ends_in: a plan with owners and dates"),
)


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    covered = covering(charter)
    found: dict[str, Value] = {
        "renew_by": renewed_by(charter),
        "end_by": _best(covered, "dissolve"),
    }
    if charter.renewal is not None:
        found |= _renewal(charter, document, covered)
    return found | _permanence(charter, document, covered)


def renewed_by(charter: Charter) -> str:
    """The decision that covers going on, else the one best fitted to; else all members."""
    return _best(covering(charter), "renew")


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    covered = covering(charter)
    found: dict[str, Route] = {}
    for kind in covered:
        if _is_permanence(kind):
            found["permanent"] = ("decisions", covered[kind][0], "passes")
            break
    for key in covered.get("renew", ())[:1]:
        found["renewing"] = ("decisions", key, "covers")
    for key in covered.get("amend", ())[:1]:
        found["founding"] = ("decisions", key, "passes")
    return found


def speaks_of_relations(question: str) -> bool:
    """Whether a question of the renewal is about how the members are with one another."""
    return bool(_ASKED_OF[_RELATIONS] & set(words_of(question)))


def renews_by_silence(text: str | None) -> bool:
    """Whether a text says that it goes on where nobody speaks; "never automatically" says the opposite."""
    words = words_of(text)
    for index, word in enumerate(words):
        before, behind = words[max(index - 4, 0) : index], words[index + 1 : index + 4]
        if word == "unless":
            # "It ends unless all renew it" and "it is not renewed unless" say that it must be decided.
            if _DENIED & set(words[:index]):
                continue
            if _GOES_ON & set(words[:index]) or (_GOES_ON & set(words) and _OBJECTS & set(words[index:])):
                return True
        elif word in _BY_SILENCE and not _DENIED & {*before, *(behind if word == "silence" else ())}:
            return True
    return False


def _best(covered: Mapping[str, tuple[str, ...]], kind: str) -> str:
    """The decision that covers a kind, else the one that changes the charter, else everybody."""
    return (covered.get(kind) or covered.get("amend") or ("all members",))[0]


def _is_permanence(kind: str) -> bool:
    return any(word in kind for word in _PERMANENT)


def _renewal(
    charter: Charter, document: Document, covered: Mapping[str, tuple[str, ...]]
) -> dict[str, Value]:
    renewal = charter.renewal
    if renewal is None:
        return {}
    found = as_values("renewal", lacking(document, ("renewal",), _parts(covered)))
    for text in (renewal.in_words, renewal.form, renewal.renewed_by):
        if text and renews_by_silence(text):
            found["renewal_by_itself"] = text.rstrip(".")
    spoken = [set(words_of(question)) for question in renewal.asks]
    missing = [theme for theme, words in _ASKED_OF.items() if not any(words & asked for asked in spoken)]
    if spoken and missing:
        found["renewal_questions"] = join(*missing)
        found["renewal_question"] = _QUESTIONS[missing[0]]
    few = _few(charter, renewal.form or "")
    if few:
        found["renewal_few"] = few
    by, covers = renewal.renewed_by or "", covered.get("renew", ())
    if by in charter.decisions and covers and by not in covers:
        found["renewed_by"], found["renewed_with"] = as_words(by), as_words(covers[0])
    found["renewals_unlimited"] = not is_said(document, "renewal", "at_most") and not any(
        _is_permanence(kind) for kind in covered
    )
    return found


def _parts(covered: Mapping[str, tuple[str, ...]]) -> Iterator[Part]:
    """What a renewal should say; a decision that covers renewing need not be named a second time."""
    yield from _RENEWAL
    if "renew" not in covered:
        by = _best(covered, "renew")
        yield Part(("renewed_by",), "which decision renews", f"renewed_by: {by}")


def _few(charter: Charter, form: str) -> str:
    """The first word of a form that names some of the members, where no word says all of them."""
    spoken = words_of(form)
    if _ALL & set(spoken) or ("members" in spoken and not _FEW & set(spoken)):
        return ""
    bodies = {
        key
        for key, body in charter.bodies.items()
        if body.seats is not None or (body.members and not _ALL & {words_of(one)[0] for one in body.members})
    }
    return next((word for word in spoken if word in _FEW or word in bodies), "")


def _permanence(
    charter: Charter, document: Document, covered: Mapping[str, tuple[str, ...]]
) -> dict[str, Value]:
    """Whether becoming permanent asks for less than the rule by which the coalition was founded."""
    keys = [key for kind, by in covered.items() if _is_permanence(kind) for key in by]
    founding = covered.get("amend", ())
    if not keys or not founding or keys[0] in founding:
        return {}
    from coalcheck.engine.facts.easier import ballots_for

    ballots = ballots_for(charter, document, keys[0], founding[0])
    found: dict[str, Value] = {"permanent_by": as_words(keys[0]), "founded_by": as_words(founding[0])}
    if ballots is None:
        return found
    found["permanent_is_easier"] = bool(ballots)
    return found | ({"permanent_example": ballots} if ballots else {})
