"""What scenarios noticed of changes to their charter, in sentences and for other programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.facts.named import capital
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from fractions import Fraction

    from coalcheck.engine.scenario.mutation.score import Change, Mutation


GOES_THROUGH: Final = "If one of these were changed in the charter, no case would fail:"


class Unnoticed(NamedTuple):
    """Changes that no case noticed and that one more case would.

    Attributes:
        sentences: the changes, each with its line.
        paste: the case; empty where none was found.
    """

    sentences: tuple[str, ...]
    paste: str


def noticed(mutation: Mutation) -> str:
    """How many changes were noticed: ``26 of 28 changes of one clause are noticed, 92.8 %``."""
    number = len(mutation.ended("noticed"))
    changes = counted(mutation.counted, "change")
    share = "" if mutation.score is None else f", {_percent(mutation.score)} %"
    are = "is" if number == 1 else "are"
    return f"{number:,} of {changes} to one clause {are} noticed{share}"


def left_aside(mutation: Mutation) -> str:
    """How many are not counted, and why; empty where all are."""
    number = len(mutation.ended("not-distinguished"))
    if not number:
        return ""
    more = "1 more change makes" if number == 1 else f"{number:,} more changes make"
    are = "is" if number == 1 else "are"
    return f"{more} no difference to any votes that the members can cast, and {are} not counted."


def not_counted(mutation: Mutation) -> tuple[str, ...]:
    """The changes that no votes can tell from the charter, each with its line."""
    return tuple(_said(each) for each in mutation.ended("not-distinguished"))


def not_known(mutation: Mutation) -> str:
    """How many of those that count could not be told from the charter; empty where all could."""
    number = sum(each.scenario is None for each in mutation.ended("unnoticed"))
    if not number:
        return ""
    what = "For 1 of them" if number == 1 else f"For {number:,} of them"
    return f"{what} no case was found that would notice; whether there is one is not known, and it counts."


def unnoticed(mutation: Mutation) -> tuple[Unnoticed, ...]:
    """Changes that no case noticed, put together by the case that would; the one that notices most first."""
    found: dict[str, list[Change]] = {}
    for number, each in enumerate(mutation.ended("unnoticed")):
        key = each.scenario.text if each.scenario is not None else f"\0{number}"
        found.setdefault(key, []).append(each)
    return tuple(
        Unnoticed(
            tuple(map(_said, changes)),
            changes[0].scenario.text if changes[0].scenario is not None else "",
        )
        for changes in sorted(found.values(), key=lambda each: (each[0].scenario is None, -len(each)))
    )


def _said(change: Change) -> str:
    return f"{capital(visible(change.said))} (line {change.line})"


def for_programs(mutation: Mutation, *, below: bool) -> dict[str, object]:
    """The same as plain values."""
    return {
        "changes": len(mutation.changes),
        "counted": mutation.counted,
        "noticed": len(mutation.ended("noticed")),
        "percent": None if mutation.score is None else _percent(mutation.score),
        "enough": not below,
        "list": [
            {
                "kind": each.kind,
                "path": each.path,
                "line": each.line,
                "said": each.said,
                "end": each.end,
                "by": each.by or None,
                "paste": None if each.scenario is None else each.scenario.text,
            }
            for each in mutation.changes
        ],
    }


def _percent(score: Fraction) -> str:
    from coalcheck.engine.report.scenario.sentences import percent

    return percent(100 * score)
