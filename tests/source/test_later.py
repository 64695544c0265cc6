"""A file that was read before is the same when somebody asks what stands in it, and is read once."""

from __future__ import annotations

import pytest

from coalcheck.engine.findings.locate import Places
from coalcheck.engine.source import later as module
from coalcheck.engine.source.later import later
from coalcheck.engine.source.node import Document
from coalcheck.engine.source.read import read

TEXTS = [
    pytest.param("id: e1\nballots: {a: for, b: against}\n", id="in order"),
    pytest.param("id: e1\nballots: {a: for, a: against}\n\ttitle: x\n", id="with faults"),
    pytest.param("id: [e1\n", id="cut short"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_is_what_it_was(text: str) -> None:
    there = read(text.encode(), "a.yaml")
    again = later(text.encode(), "a.yaml", complete=there.complete)

    assert (again.name, again.complete) == (there.name, there.complete)
    assert (again.lines, again.root, again.problems) == (there.lines, there.root, there.problems)
    assert Places(again).span(("id",)) == Places(there).span(("id",))


def test_it_is_read_when_somebody_asks_and_then_once(monkeypatch: pytest.MonkeyPatch) -> None:
    times: list[str] = []

    def noted(data: bytes, name: str) -> Document:
        times.append(name)
        return read(data, name)

    monkeypatch.setattr(module, "read", noted)
    document = later(b"id: e1\n", "a.yaml", complete=True)

    Places(document)
    assert (document.name, document.complete, times) == ("a.yaml", True, [])
    assert document.lines == ("id: e1",)
    assert document.root is document.root
    assert times == ["a.yaml"]
