"""Which decision of a new charter is which of the old one."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.diff.match import matched
from coalcheck.engine.source.read import read


@pytest.mark.parametrize(
    ("new", "pairs", "added", "dropped"),
    [
        pytest.param("act: {covers: [speak]}", (("act", "act"),), (), (), id="by its id"),
        pytest.param("letters: {covers: [speak]}", (("act", "letters"),), (), (), id="by what it covers"),
        pytest.param("change: {covers: [amend]}", (), ("change",), ("act",), id="nothing in common"),
        pytest.param(
            "both: {covers: [speak, event]}\n  talk: {covers: [speak]}",
            (("act", "talk"),),
            ("both",),
            (),
            id="the one that is more alike",
        ),
    ],
)
def test_decisions_are_matched(
    new: str, pairs: tuple[tuple[str, str], ...], added: tuple[str, ...], dropped: tuple[str, ...]
) -> None:
    start = "name: X\nmembers: [{id: a}]\ndecisions:\n  "
    before = load(read(f"{start}act: {{covers: [speak]}}\n", "old.yaml")).charter
    after = load(read(f"{start}{new}\n", "new.yaml")).charter
    assert before is not None
    assert after is not None
    found = matched(before, after)
    assert (found.pairs, found.added, found.dropped) == (pairs, added, dropped)
