"""Words that two texts have in common: forms of a word are one, small words are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.likeness import is_english, matter_of, opposes, stem, stems_of, words_behind


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("hearing hearings", id="plural of a form in ing"),
        pytest.param("evict evicts evicted evicting eviction evictions", id="a verb and its noun"),
        pytest.param("family families", id="y and ies"),
        pytest.param("house houses housing housed", id="a silent e"),
        pytest.param("stop stops stopped stopping", id="a doubled letter"),
        pytest.param("class classes", id="s that stays"),
        pytest.param("process processes", id="ss"),
        pytest.param("bus buses", id="us"),
        pytest.param("wage wages", id="e before s"),
        pytest.param("exempt exemption exemptions", id="ion"),
    ],
)
def test_forms_of_a_word_are_one(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("port part", id="a letter apart"),
        pytest.param("faith fair", id="a beginning in common"),
        pytest.param("air hair", id="an end in common"),
        pytest.param("gas gate", id="short words"),
        pytest.param("housing horse", id="similar sounds"),
    ],
)
def test_other_words_stay_apart(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 2


@given(st.text(alphabet="abcdeginors", min_size=1, max_size=12))
def test_a_stem_is_the_beginning_of_its_word(word: str) -> None:
    found = stem(word)

    assert found
    assert word.startswith(found) or found == word[:-3] + "y"


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        pytest.param("What the Meridian deal does to air", {"meridian", "deal", "air"}, id="small words"),
        pytest.param("By 30 September 2026, in 2 days", set(), id="days and numbers"),
        pytest.param(None, set(), id="nothing"),
        pytest.param("Air-quality; AIR quality", {"air", "quality"}, id="signs and capitals"),
    ],
)
def test_the_words_of_a_text(text: str | None, stems: set[str]) -> None:
    assert stems_of(text) == stems


def test_what_stands_in_every_charter_is_no_matter() -> None:
    assert stems_of("Joint texts on faith") == {"joint", "text", "faith"}
    assert matter_of("Joint texts on faith") == {"faith"}


def test_the_words_are_shown_as_they_are_written() -> None:
    assert words_behind("Evictions, and the eviction of families", {"evict", "family"}) == [
        "evictions",
        "eviction",
        "families",
    ]


@pytest.mark.parametrize(
    ("text", "against"),
    [
        pytest.param("Texts against road haulage", True, id="against"),
        pytest.param("No new port", True, id="no"),
        pytest.param("Stop the deal", True, id="stop"),
        pytest.param("A new port", False, id="a wish"),
        pytest.param("Nothing but notes", False, id="a word that begins alike"),
    ],
)
def test_for_or_against(text: str, against: bool) -> None:
    assert opposes(text) is against


@pytest.mark.parametrize(
    ("text", "english"),
    [
        pytest.param("Stop the deal", True, id="English"),
        pytest.param("Parar el acuerdo antes de la votación", False, id="Spanish"),
        pytest.param("Stop gas by 2030", False, id="too short to tell"),
        pytest.param(None, False, id="nothing"),
    ],
)
def test_english(text: str | None, english: bool) -> None:
    assert is_english(text) is english
