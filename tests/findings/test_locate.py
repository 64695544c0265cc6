"""Places: what a route points at, and what it is called."""

from __future__ import annotations

import pytest

from coalcheck.engine.findings.locate import Places
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.source.read import read

TEXT = """\
coalcheck: 1
name: Clean Air
members:
  - id: breathe
    name: Breathe Easy
    signatory: {name: Dana}
  - id: local-9
decisions:
  act:
    passes: all members
vetoes:
  - {holders: [breathe], over: [act]}
  - {holders: [local-9], over: [act]}
scope:
  inside:
    - {about: Air}
    - {about: Jobs}
"""


def cut(document: Document, route: Route) -> str:
    line, start, end_line, end = Places(document).span(route)
    assert line == end_line
    return f"{line}: {document.lines[line - 1][start - 1 : end - 1]}"


@pytest.mark.parametrize(
    ("route", "shown", "path"),
    [
        pytest.param(("name",), "2: Clean Air", "name", id="a value"),
        pytest.param(("decisions", "act", "passes"), "10: all members", "decisions.act.passes", id="deep"),
        pytest.param(("decisions", "act"), "9: act", "decisions.act", id="a block is shown by its key"),
        pytest.param(("members", 0), "4: id: breathe", "members[breathe]", id="an item by its id"),
        pytest.param(
            ("members", 0, "signatory"), "6: {name: Dana}", "members[breathe].signatory", id="in braces"
        ),
        pytest.param(
            ("members", 1, "signatory"),
            "7: id: local-9",
            "members[local-9].signatory",
            id="missing in an item",
        ),
        pytest.param(("exit",), "2: name", "exit", id="a missing block, at the name"),
        pytest.param(("exit", "notice"), "2: name", "exit.notice", id="missing below a missing block"),
        pytest.param(
            ("decisions", "act", "quorum"), "9: act", "decisions.act.quorum", id="missing, at its parent"
        ),
        pytest.param(
            ("scope", "inside", 1), "17: {about: Jobs}", "scope.inside[Jobs]", id="by what is unique"
        ),
    ],
)
def test_a_place_is_shown_and_named(route: Route, shown: str, path: str) -> None:
    document = read(TEXT, "charter.yaml")
    assert cut(document, route) == shown
    assert Places(document).path(route) == path


def test_a_veto_is_called_by_its_holders() -> None:
    places = Places(read(TEXT, "charter.yaml"))
    first, second = places.path(("vetoes", 0)), places.path(("vetoes", 1))
    assert first == "vetoes[breathe]"
    assert second == "vetoes[local-9]"
    moved = Places(read("\n" * 50 + TEXT.replace("coalcheck: 1\n", ""), "charter.yaml"))
    assert moved.path(("vetoes", 0)) == first


@pytest.mark.parametrize("text", ["", "- a\n", "just text"])
def test_a_file_without_keys_is_pointed_at_from_its_start(text: str) -> None:
    assert Places(read(text, "x")).span(("exit",))[:2] == (1, 1)
