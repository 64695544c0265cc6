"""The words of the language: one list for its parser, one for the names a charter may not give."""

from __future__ import annotations

from coalcheck.engine.charter import names
from coalcheck.engine.charter.reference import PREDEFINED_GROUPS
from coalcheck.engine.roll.names import PREDEFINED
from coalcheck.engine.threshold.cursor import KEYWORDS


def test_no_name_may_be_a_word_of_the_language() -> None:
    """The two rooms may not import each other, so each has the list; this holds them equal."""
    assert KEYWORDS == names.KEYWORDS
    assert set(PREDEFINED_GROUPS) == PREDEFINED
