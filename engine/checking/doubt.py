"""A verdict on a file that could not be read in full: what was left out may be what it hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from coalcheck.engine.action.model import Action
from coalcheck.engine.findings.locate import Places
from coalcheck.engine.wording.listing import some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coalcheck.engine.action.load import LoadedAction
    from coalcheck.engine.decide.verdict import Verdict

_TOLD_ONLY: Final = frozenset(
    (
        "id",
        "title",
        "proposed_by",
        "about",
        "text",
        "places",
        "recorded",
    )
)
"""Keys of an action on which no outcome hangs."""

_STRANGER: Final = "unknown-name"
_NAMING: Final = frozenset(("ballots", "tally", "vetoes", "proxies", "boards", "also", "subject"))
"""Keys under which a name that the charter does not know may be a member that was spelt otherwise."""


def in_doubt(verdict: Verdict, loaded: LoadedAction) -> Verdict:
    """The same verdict; undecided where something that it may hang on could not be understood."""
    if loaded.document.complete and not loaded.left_out and not loaded.problems:
        return verdict
    lost = tuple(_lost(loaded))
    if not lost or verdict.outcome == "indeterminate":
        return replace(verdict, missing=(*verdict.missing, *lost))
    also = (verdict.outcome, *verdict.also)
    return replace(
        verdict, outcome="indeterminate", also=also, missing=(*verdict.missing, *lost), to_block=()
    )


def _lost(loaded: LoadedAction) -> Iterator[str]:
    if not loaded.document.complete:
        yield f"Part of {loaded.document.name} cannot be read; whoever wrote it can mend it."
    keys = {info.alias or name for name, info in Action.model_fields.items()}
    places = Places(loaded.document)
    for key in dict.fromkeys(str(route[0]) for route in loaded.left_out if route):
        if key in keys and key not in _TOLD_ONLY:
            routes = [route for route in loaded.left_out if route and route[0] == key]
            lines = sorted({places.span(route).line for route in routes})
            where = f"line {lines[0]}" if loaded.document.root is not None else "the sheet"
            yield f"What stands under {key} ({where}) cannot be understood; whoever wrote it can mend it."
    strangers: dict[str, list[str]] = {}
    for problem in loaded.problems:
        if problem.kind == _STRANGER and problem.route and problem.route[0] in _NAMING:
            strangers.setdefault(str(problem.route[0]), []).append(problem.values.get("found", ""))
    for key, names in strangers.items():
        who = some([name for name in dict.fromkeys(names) if name], 3)
        yield f"Who is meant by {who} under {key}? The charter has nobody of that name."
