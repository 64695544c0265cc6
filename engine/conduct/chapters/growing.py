"""What grows step by step: a commitment raised, or a big project begun, before that which comes first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Final

from coalcheck.engine.conduct.clause import clause, told
from coalcheck.engine.conduct.moments import day_of_done, days
from coalcheck.engine.conduct.words import met_by, quoted, sentences_of
from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.wording.day import in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import BigProject, CommitStep, Sprint
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "step-too-early": "A commitment grows before that which it was to follow.",
    "project-before-sprint": "A big joint project began before the time for growing together was over.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    step="The step in which commitments grow, in quotation marks.",
    step_after="What it was to follow, in words.",
    project="The joint project, in quotation marks.",
    sprint_ends="When the time for growing together ends, in words.",
)
"""What its matters tell."""

_AHEAD: Final = frozenset({"adopted", "pending", "indeterminate"})
"""Outcomes with which it may come about; what was not carried takes no step."""


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    if act.verdict is None or act.verdict.outcome not in _AHEAD:
        return
    if act.action.in_name_of and "coalition" not in act.action.in_name_of:
        return
    yield from _steps(act)
    yield from _project(act)


def _steps(act: Act) -> Iterator[Matter]:
    said = [*sentences_of(act)] if act.charter.commit_in_steps else []
    for row, step in enumerate(act.charter.commit_in_steps):
        if not step.what or met_by(step.what, said) is None:
            continue
        after = _too_early(act, step)
        if after:
            at = clause(step.what, "commit_in_steps", row)
            values = {"step": quoted([step.what]), "step_after": after}
            yield told(act, "step-too-early", ("action",), values, at)
        return


def _too_early(act: Act, step: CommitStep) -> str:
    """What a step was to wait for, and did not; empty where it waited, or where nothing tells."""
    on = days(act.charter, act.action.date)
    if step.from_ is not None and on is not None and on[1] < step.from_:
        return in_words(step.from_)
    if step.after and act.past is not None and next(act.past.events("result", "review"), None) is None:
        return f'"{step.after.strip().rstrip(".")}"'
    return ""


def _project(act: Act) -> Iterator[Matter]:
    integration = act.charter.integration
    begun = _begun(act)
    if integration is None or begun is None:
        return
    for row, project in enumerate(integration.big_projects):
        if not _is_about(act, project):
            continue
        sprint = next((each for each in integration.sprints if each.id and each.id == project.needs), None)
        if sprint is not None and sprint.to is not None and begun <= sprint.to and not _over(act, sprint):
            values = {
                "project": quoted([project.about or project.id or ""]),
                "sprint_ends": in_words(sprint.to),
            }
            at = clause(project.needs, "integration", "big_projects", row, "needs")
            yield told(act, "project-before-sprint", ("done",), values, at)


def _begun(act: Act) -> date | None:
    """The day on which it was carried out; to decide early on what begins later is no matter."""
    done = act.action.done
    found = days(act.charter, act.action.date if done is True else day_of_done(done))
    return found[1] if found is not None else None


def _is_about(act: Act, project: BigProject) -> bool:
    if project.id and project.id in (*act.action.topics, act.action.id):
        return True
    names = [(project.id or "").replace("-", " "), project.about or ""]
    return any(name and met_by(name, sentences_of(act)) is not None for name in names)


def _over(act: Act, sprint: Sprint) -> bool:
    """Whether the record says that the sprint was done already."""
    for entry in act.past.events("sprint") if act.past is not None else ():
        named = (*entry.action.topics, *entry.action.follows, entry.action.id)
        if sprint.id in named or met_by(
            (sprint.id or "").replace("-", " "),
            filter(None, (entry.action.title, entry.action.about)),
            least=1,
        ):
            return True
    return False
