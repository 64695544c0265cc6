"""The texts of the shipped policies are whole: no list is cut at a comma, and the files have no problem."""

from __future__ import annotations

from pathlib import Path

import pytest

import coalcheck
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.source.read import read

FILES = sorted((Path(coalcheck.__file__).parents[2] / "policies").rglob("*.yaml"))


def whole(text: str) -> bool:
    """Whether a text begins as a sentence or a title does, or with a value of the charter."""
    first = text.lstrip("\"'")[:1]
    return first.isupper() or first.isdigit() or first in ("{", "<")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A veto needs a limit", True, id="a sentence"),
        pytest.param("30 minutes a month", True, id="a number"),
        pytest.param("{who} can stop it", True, id="a value"),
        pytest.param('"{name}" is open', True, id="a quoted value"),
        pytest.param("a reason", False, id="the rest of a sentence"),
        pytest.param("", False, id="nothing"),
    ],
)
def test_what_is_whole(text: str, expected: bool) -> None:
    assert whole(text) is expected


def test_no_shipped_text_is_cut() -> None:
    texts = [
        (policy.code, text)
        for policy in shipped()
        for text in (*policy.source, policy.title, policy.message, policy.why)
    ]

    assert len(texts) > 400
    assert [(code, text) for code, text in texts if not whole(text)] == []


def test_no_shipped_file_has_a_problem() -> None:
    assert len(FILES) > 100
    assert {
        path.name: found for path in FILES if (found := read(path.read_bytes(), path.name).problems)
    } == {}
