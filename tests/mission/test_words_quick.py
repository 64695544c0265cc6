"""The quick ways to take a text apart give what the long ones give."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coalcheck.engine.mission.phrase import word_pattern, words_in
from coalcheck.engine.mission.tongue import tongue
from coalcheck.engine.mission.words import Sentence, split

PIECES = st.sampled_from(
    [
        *" .!?…\n\t'’\"_-*1aZé", "don't", "Don’t", "n't", "a_b", "e.g", "Mr", " On", ". On", ".\" On", "\n\n",
        "\n- ", "word", "12", "ß", "İ", "²", "東", "…B",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=20)


@given(TEXTS)
@example("We don't")
@example("a_b")
def test_words_are_words_whatever_the_letters(text: str) -> None:
    assert words_in(text) == word_pattern().findall(text)


@given(TEXTS)
@example("One. Two")
@example("One.  ")
@example("One\n")
@example("…B")
def test_a_text_without_a_stop_within_is_one_sentence(text: str) -> None:
    # As it was put before there was a quick way: every end, and every piece between two of them.
    end = re.compile(r"(?<=[.!?…])[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_a-z])|\n\s*\n|\n(?=\s*[-*•\d])")
    pieces = [" ".join(part.split()) for part in end.split(text)]
    assert " ".join(split(text)) == " ".join(filter(None, pieces))
    assert len(split(text)) <= len(list(filter(None, pieces)))
    if not end.search(text):
        assert split(text) == list(filter(None, pieces))


@given(TEXTS)
def test_a_sentence_has_the_stem_of_each_of_its_words(text: str) -> None:
    english = tongue("en")
    sentence = Sentence(text, english)
    low = [word.lower().replace("’", "'") for word in word_pattern().findall(text)]
    assert sentence.low == low
    assert sentence.stemmed == [english.stem(word) for word in low]
    assert sentence.stems == frozenset(sentence.stemmed)
    assert sentence.native == sum(word in english.words.small for word in low)
    assert [(each.written, each.low, each.stem) for each in sentence.tokens] == list(
        zip(sentence.written, sentence.low, sentence.stemmed, strict=True)
    )


@pytest.mark.parametrize("word", ["1", "12", "motors", "don't"])
def test_a_stem_is_the_same_at_every_time(word: str) -> None:
    english = tongue("en")
    assert english.each_stem([word, word]) == [english.stem(word)] * 2
