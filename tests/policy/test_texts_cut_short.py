"""Nothing that stands behind a text of a shipped policy file is left out as a note."""

from __future__ import annotations

import pytest

from coalcheck.engine.policy.load import survey
from coalcheck.engine.source.node import Document, Mapping, Scalar
from coalcheck.engine.source.read import read

DOCUMENTS = survey()[1]


def cut(document: Document) -> list[str]:
    """The keys of the first level with something other than their value on the line where it ends."""
    root = document.root
    assert isinstance(root, Mapping)
    found = []
    for key, entry in root.entries.items():
        if isinstance(entry.value, Scalar) and entry.value.style != "block":
            span = entry.value.span
            if document.lines[span.end_line - 1][span.end_column - 1 :].strip():
                found.append(key)
    return found


@pytest.mark.parametrize("document", [pytest.param(each, id=each.name) for each in DOCUMENTS])
def test_no_text_is_cut_by_a_note(document: Document) -> None:
    assert document.complete
    assert cut(document) == []


def test_a_text_that_is_cut_is_noticed() -> None:
    assert cut(read("title: A # cuts a sentence short\nwhy: >-\n  Because # of that.\n", "x")) == ["title"]
    assert cut(read('title: "A # cuts a sentence short"\n', "x")) == []
