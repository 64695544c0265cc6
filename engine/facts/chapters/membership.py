"""Coming and going: how somebody joins, what is looked at again when one leaves, which posts go along."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.named import as_words, listed, member_name
from coalcheck.engine.facts.properties import flags, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.written import is_said, is_settled
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Coordinator

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        leaving_lacks="What nothing says of the time after a member has left: counting again, thanks.",
        leaving_lines="The same as lines to write.",
        joining_lacks="What the way to join leaves out: whether a newcomer fits, how it finds its way.",
        joining_lines="The same as lines to write.",
        posts_of_members="Posts that a member holds and nobody is named to take over, each with its holder.",
    ),
    **flags(
        has_recount="Where a member could leave: it is written that you count again then, and thank it.",
        admits="Somebody can join: a decision covers it.",
    ),
}
"""What this chapter knows of a charter."""

_JOINING: Final = (
    Part(
        ("compatibility",),
        "how you see whether a newcomer fits",
        "compatibility: One joint task, and how fast it decides and how much risk it bears are talked over.",
    ),
    Part(
        ("integration",),
        "how a newcomer finds its way into the work",
        "integration: A month beside a member that has been there from the start.",
    ),
)
_FEWEST: Final = 3
"""Of two members, a departure ends the coalition: nobody is left to count again or to take over."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {
        "admits": any("admit" in decision.covers for decision in charter.decisions.values())
    }
    if charter.joining is not None:
        found |= as_values("joining", lacking(document, ("joining",), _JOINING))
    if sum(member.count or 1 for member in charter.members) < _FEWEST:
        return found
    if is_settled(document, "exit"):
        missing = tuple(_after_leaving(document))
        found["has_recount"] = not missing
        if missing:
            found["leaving_lacks"] = join(*(part.words for part in missing), last="or")
            found["leaving_lines"] = "\n".join(part.line for part in missing)
    posts = [f"{post} ({holder})" for post, holder in _posts(charter)]
    if posts:
        found["posts_of_members"] = listed(posts)
    return found


def places(charter: Charter) -> dict[str, Route]:  # noqa: ARG001, every chapter is asked alike
    """Where the parts stand that a policy points at without knowing their ids."""
    return {}


def _after_leaving(document: Document) -> Iterator[Part]:
    """What is not written; looking at shares again is a point of its own wherever value is shared."""
    if not is_said(document, "leaving", "recount"):
        yield Part((), "that you count again what each share of the votes comes to", "recount: true")
    if not is_said(document, "leaving", "thanks") and not is_said(document, "exit", "thanks"):
        yield Part((), "how the one that leaves is thanked", "thanks: Named in the next report.")


def _posts(charter: Charter) -> Iterator[tuple[str, str]]:
    """Posts that one member holds and nobody is named to take over, each with its holder's name."""
    names = {
        name: member_name(member) for member in charter.members for name in (member.id, member.name) if name
    }
    coordinator = charter.coordinator
    if coordinator is not None and coordinator.member in names and not _followed(coordinator):
        yield "coordinator", names[coordinator.member]
    rotating = {word for role in charter.rotating for word in words_of(role.role)}
    for key, body in charter.bodies.items():
        if body.chair in names and "chair" not in rotating:
            yield f"chair of the {as_words(key)}", names[body.chair]
    speaking, records, agenda = charter.messaging, charter.records, charter.agenda
    if speaking is not None and speaking.speaks_for_all in names:
        yield "who speaks for all", names[speaking.speaks_for_all]
    if records is not None and records.kept_by in names:
        yield "keeper of the record", names[records.kept_by]
    if agenda is not None and agenda.set_by in names:
        yield "who sets the agenda", names[agenda.set_by]


def _followed(coordinator: Coordinator) -> bool:
    """Whether it is written who comes after the coordinator, or stands in."""
    return coordinator.replaced_by is not None or coordinator.if_absent is not None
