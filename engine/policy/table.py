"""What policies may ask of each subject: the properties of facts, and of matters of acts and of records."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coalcheck.engine.conduct.chapters import CHAPTERS as CONDUCT
from coalcheck.engine.facts.fact import Property, Subject
from coalcheck.engine.facts.matter import MATTER
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.facts.table import TABLE as FACTS
from coalcheck.engine.history.chapters import CHAPTERS as HISTORY

_MATTER: Final = texts(**{MATTER: "What it is about, by the name of the matter."})


def _with(known: Mapping[str, Property], *chapters: Mapping[str, Property]) -> dict[str, Property]:
    found = {**known, **_MATTER}
    for chapter in chapters:
        found |= chapter
    return found


TABLE: Final[Mapping[Subject, Mapping[str, Property]]] = {
    **FACTS,
    "action": _with(FACTS["action"], *(each.PROPERTIES for each in CONDUCT)),
    "record": _with({}, *(each.PROPERTIES for each in HISTORY)),
}
