"""Learning to work together: sprints, and the large projects that build on them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.named import as_words, capital, listed
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.facts.written import below, is_said, node_at, says
from coalcheck.engine.source.node import Document, Node, Route, Sequence
from coalcheck.engine.source.node import Mapping as Block
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.charter.value import BigProject, Integration, Sprint

PROPERTIES: Final[Mapping[str, Property]] = texts(
    projects_before_sprint="Large projects that begin before their sprint ends, each with both days.",
    projects_without_sprint="Large projects, where no sprint is written: their names.",
    sprints_without_people="Sprints that settle nothing between people: their names.",
)
"""What this chapter knows of a charter."""

_SPRINTS: Final = ("integration", "sprints")
_PROJECTS: Final = ("integration", "big_projects")


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    integration = charter.integration
    if integration is None:
        return {}
    found: dict[str, Value] = {}
    early = "; ".join(
        f"{capital(_named(project))} begins on {in_words(project.starts)}, "
        f"and {_sprint(sprint)} ends on {in_words(sprint.to)}"
        for project, sprint in _early(integration)
        if project.starts is not None and sprint.to is not None
    )
    if early:
        found["projects_before_sprint"] = early
    if integration.big_projects and not is_said(document, *_SPRINTS):
        # A sprint that is named and not declared is a point of its own.
        unprepared = [project for project in integration.big_projects if project.needs is None]
        if unprepared:
            found["projects_without_sprint"] = listed(map(_named, unprepared))
    rows = _rows(node_at(document, _SPRINTS))
    if len(rows) == len(integration.sprints):
        alone = [
            _sprint(sprint)
            for sprint, row in zip(integration.sprints, rows, strict=True)
            if not says(below(row, ("people",)))
        ]
    else:
        alone = []  # one of them could not be read, and they cannot be told apart by their place
    if alone:
        found["sprints_without_people"] = listed(alone, last="or")
    return found


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    integration = charter.integration
    if integration is None:
        return {}
    found: dict[str, Route] = {}
    for project, sprint in _early(integration)[:1]:
        found["early_project"] = (*_PROJECTS, integration.big_projects.index(project), "starts")
        found["late_sprint"] = (*_SPRINTS, integration.sprints.index(sprint), "to")
    alone = next((row for row, sprint in enumerate(integration.sprints) if not sprint.people), None)
    if alone is not None:
        found["sprint_people"] = (*_SPRINTS, alone, "people")
    return found


def _rows(node: Node | None) -> list[Node]:
    """The items of a list; one that is written without its dash is a list of one."""
    if isinstance(node, Sequence):
        return list(node.items)
    return [node] if isinstance(node, Block) else []


def _early(integration: Integration) -> list[tuple[BigProject, Sprint]]:
    """Each project that begins before the sprint it needs has ended; one that names none needs the first."""
    ended = [sprint for sprint in integration.sprints if sprint.to is not None]
    first = min(ended, key=lambda sprint: str(sprint.to), default=None)
    found = []
    for project in integration.big_projects:
        needed = first if project.needs is None else None
        for sprint in integration.sprints:
            if project.needs is not None and sprint.id == project.needs:
                needed = sprint
        if (
            needed is not None
            and needed.to is not None
            and project.starts is not None
            and project.starts <= needed.to
        ):
            found.append((project, needed))
    return found


def _named(project: BigProject) -> str:
    return project.about.rstrip(".") if project.about else as_words(project.id or "it")


def _sprint(sprint: Sprint) -> str:
    """A sprint as it is spoken of in a sentence; its id may be any word."""
    name = as_words(sprint.id or "")
    return name if "sprint" in name else f'the sprint "{name}"' if name else "the sprint"
