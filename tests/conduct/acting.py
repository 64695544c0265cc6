"""One act under one charter, with what was on record before, and the matters that the chapters see in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coalcheck.engine.action.load import LoadedAction
from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.charter.model import Charter
from coalcheck.engine.conduct.act import Act
from coalcheck.engine.conduct.chapters import CHAPTERS
from coalcheck.engine.decide.door import decide
from coalcheck.engine.decide.own_day import own_day
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.history.kinds import kinds_of
from coalcheck.engine.history.replay import replay
from coalcheck.engine.source.read import read

HEAD = """\
coalcheck: 1
name: Clean Air
purpose: Keep the night ban.
"""
MEMBERS = """\
members:
  - {id: a, name: Alpha}
  - {id: b, name: Beta}
  - {id: c, name: Gamma}
"""
DECISIONS = """\
decisions:
  speaking: {covers: [speak, event], passes: more than half of members}
  spending: {covers: [spend, commit-staff], passes: more than half of members}
  admission: {covers: [admit, renew], passes: more than half of members}
  removal: {covers: [expel], passes: more than half of the other members}
  rest: {covers: [suspend], passes: more than half of the other members}
"""
ALL_FOR = "ballots: {for: [a, b, c]}\n"


def act_of(
    charter: str,
    action: str,
    past: Sequence[str] | None = None,
    *,
    as_of: str | None = None,
    members: str = MEMBERS,
    decisions: str = DECISIONS,
) -> Act:
    """An act as it is put to the chapters.

    Args:
        charter: what the charter says beside its members and decisions.
        action: the action file.
        past: the entries of the record before it; None for no record.
        as_of: the day from which it is looked at; its own where not said.
        members: the members, where they are others.
        decisions: the decisions, where they are others.
    """
    loaded = load(read(HEAD + members + decisions + charter, "charter.yaml"))
    assert loaded.charter is not None
    assert [each for each in loaded.problems if each.kind != "attribute-unused"] == []
    told = _read(action, "act.yaml", loaded.charter)
    of = told.action
    assert of is not None
    day = date.fromisoformat(as_of) if as_of else own_day(loaded.charter, of)
    record = None
    if past is not None:
        entries = [_read(text, f"decisions/{row}.yaml", loaded.charter) for row, text in enumerate(past)]
        record = replay(loaded.charter, loaded.document, entries, day)
    if of.happened is not None:
        return Act(loaded.charter, loaded.document, of, told.document, (), None, day, record)
    verdict = decide(loaded.charter, of, as_of=day, changes=False)
    kinds = kinds_of(loaded.charter, of, verdict)
    return Act(loaded.charter, loaded.document, of, told.document, kinds, verdict, day, record)


def _read(text: str, name: str, charter: Charter) -> LoadedAction:
    loaded = load_action(read(text, name), charter)
    assert loaded.problems == (), loaded.problems
    assert loaded.action is not None
    return loaded


def seen(act: Act) -> list[Matter]:
    """Every matter, with what its chapter promises of it held."""
    found = []
    for chapter in CHAPTERS:
        for matter in chapter.matters(act):
            assert matter.name in chapter.MATTERS
            known = {**chapter.PROPERTIES, "said": None, "clause": None, "clause_at": None, "decision": None}
            assert set(matter.values) <= set(known), matter
            assert all(value not in ("", None) for value in matter.values.values()), matter
            found.append(matter)
    return found


def names(act: Act) -> list[str]:
    """What the chapters see, by name."""
    return sorted(matter.name for matter in seen(act))


def values(act: Act, name: str) -> dict[str, Value]:
    """What is known of the one matter of a name."""
    (found,) = [matter for matter in seen(act) if matter.name == name]
    return dict(found.values)
