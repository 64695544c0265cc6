"""What is asked of somebody who begins a file."""

from __future__ import annotations

from typing import NamedTuple


class NotClear(Exception):
    """An answer that cannot be taken as it stands; the message is a sentence for whoever gave it."""


class Question(NamedTuple):
    """One question.

    Attributes:
        key: what the answer is about: a key of the file, or the name of an option.
        text: the question.
        hint: how to answer, with an example.
    """

    key: str
    text: str
    hint: str
