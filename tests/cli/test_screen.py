"""What is asked of the screen: whether it can show colour, and how wide it is."""

from __future__ import annotations

import os
import sys

import pytest

from coalcheck.engine import terminal


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        pytest.param({"TERM": "xterm"}, True, id="a terminal"),
        pytest.param({"TERM": "dumb"}, False, id="a dumb one"),
        pytest.param({"TERM": "xterm", "NO_COLOR": "1"}, False, id="a terminal, no colour wished"),
        pytest.param({"TERM": "xterm", "NO_COLOR": ""}, True, id="an empty wish is none"),
    ],
)
def test_colour_of_a_terminal(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], coloured: bool
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert terminal.colour("auto") is coloured


@pytest.mark.parametrize(
    ("columns", "width"),
    [(20, 60), (60, 60), (87, 87), (110, 110), (300, 110), (None, 100)],
)
def test_width(monkeypatch: pytest.MonkeyPatch, columns: int | None, width: int) -> None:
    def size(_descriptor: int) -> os.terminal_size:
        if columns is None:
            raise OSError
        return os.terminal_size((columns, 24))

    monkeypatch.setattr(os, "get_terminal_size", size)
    monkeypatch.setattr(sys.stdout, "fileno", lambda: 1)
    assert terminal.width() == width
