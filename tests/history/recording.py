"""Records for tests: made of the texts of a charter and of entries, as they stand in files."""

from __future__ import annotations

from datetime import date
from textwrap import dedent

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.history.chapters import Chapter
from coalcheck.engine.history.due import dues
from coalcheck.engine.history.record import Record
from coalcheck.engine.history.replay import replay
from coalcheck.engine.source.read import read

CHARTER = """
name: Clean Air
members: [{id: breathe}, {id: local-9}, {id: parents}]
decisions:
  letter: {covers: [speak, event, spend], passes: more than half of members}
  change: {covers: [amend, widen-scope, renew, admit, dissolve], passes: all members}
"""


def recorded(*entries: str, charter: str = "", as_of: str = "2027-01-01") -> Record:
    """A record of some entries, under a charter with these lines besides those above, or instead of them.

    Every entry and every charter has to be one that is read without a problem.
    """
    extra = dedent(charter)
    whole = extra if "members:" in extra else CHARTER + extra
    whole = f"{whole.rstrip()}\n"
    whole += "" if "purpose:" in whole else "purpose: Keep the night ban.\n"
    loaded = load(read(whole, "charter.yaml"))
    assert loaded.charter is not None
    assert [each for each in loaded.problems if each.kind != "attribute-unused"] == []
    actions = [
        load_action(read(dedent(text).strip() + "\n", f"decisions/{i:03}.yaml"), loaded.charter)
        for i, text in enumerate(entries)
    ]
    assert [(each.document.name, each.problems) for each in actions if each.problems] == []
    return replay(loaded.charter, loaded.document, actions, date.fromisoformat(as_of))


def said(chapter: Chapter, record: Record, *properties: str) -> list[tuple[Value, ...]]:
    """What a chapter says of a record: the name of each matter, and the properties asked for."""
    found = list(chapter.matters(record))
    for matter in found:
        assert matter.name in chapter.MATTERS
        assert set(matter.values) <= set(chapter.PROPERTIES)
        for name, value in matter.values.items():
            assert type(value) is chapter.PROPERTIES[name].kind, name
            assert value != ""
    return [(each.name, *(each.values.get(name, "") for name in properties)) for each in found]


def due(record: Record, what: str) -> list[tuple[str, str, str]]:
    """Day, last day in time, and the file that shows it done, of what is due of one kind."""
    return [
        (str(each.day), str(each.until or ""), each.done.document.name if each.done is not None else "")
        for each in dues(record)
        if each.what == what
    ]


def review(day: str, of: str = "coalition") -> str:
    """The entry of a review of a kind."""
    return f"happened: review\ndate: {day}\nreview: {{of: {of}}}"
