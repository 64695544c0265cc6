"""Sentences taken apart the quick way are what going through them mark by mark gives."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.mission.languages import CODES, Code
from coalcheck.engine.mission.phrase import Token, word_or_mark
from coalcheck.engine.mission.tongue import Tongue, tongue
from coalcheck.engine.mission.words import Sentence

TURNS = frozenset(";:()[]—–?!")
WORDS = "Letter 12 ship engines but pero aber we nosotros don't can’t a.b . ' é ß ٣ n't _".split()
PIECES = st.sampled_from([*WORDS, *TURNS, ",", "/", " ", "  ", ", ", "; ", " (", ") "])


def by_marks(text: str, language: Tongue) -> tuple[Token, ...]:
    """The words of a text, each looked at with all that stands before it."""
    tokens: list[Token] = []
    clause = 0
    begins = turned = False
    for match in word_or_mark().finditer(text):
        written = match[0]
        if match.lastgroup is not None:
            begins, turned = True, turned or written in TURNS
            continue
        low = written.lower().replace("’", "'")
        words = language.words
        if tokens and (low in words.turns or turned or (begins and low in words.pronouns)):
            clause += 1
        tokens.append(Token(written, low, language.stem(low), clause, begins and bool(tokens)))
        begins = turned = False
    return tuple(tokens)


@given(st.lists(PIECES, max_size=14), st.booleans(), st.sampled_from(CODES))
def test_words_marks_and_clauses(pieces: list[str], spaced: bool, code: Code) -> None:
    text = (" " if spaced else "").join(pieces)
    sentence = Sentence(text, tongue(code))

    assert sentence.tokens == by_marks(text, tongue(code))
    assert sentence.low == [token.low for token in sentence.tokens]
    assert sentence.stems == {token.stem for token in sentence.tokens}


@pytest.mark.parametrize("code", CODES)
def test_a_number_is_its_own_stem(code: Code) -> None:
    from snowballstemmer import stemmer

    stem = stemmer(tongue(code).words.stemmer).stemWord
    numbers = [*map(str, range(2_100)), "007", "10000000", "٣٤", "१२३"]

    assert [stem(each) for each in numbers] == numbers
    assert [tongue(code).stem(each) for each in numbers] == numbers
