"""Texts taken apart: sentences, clauses, languages, phrases, and days."""

from __future__ import annotations

from datetime import date

import pytest
from scoping import agreed

from coalcheck.engine.mission.languages import CODES, Code, language
from coalcheck.engine.mission.languages.model import Language
from coalcheck.engine.mission.phrase import low_words, where
from coalcheck.engine.mission.tongue import spoken_in, tongue
from coalcheck.engine.mission.words import sentences, split

EN, DE = tongue("en"), tongue("de")
MAY_BE_EMPTY = ("compounds", "confused", "capitals", "kinds")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("One. Two! Three?", 3, id="three marks"),
        pytest.param("Art. 7 stays. It is e.g. Mr. Smith who asks.", 2, id="abbreviations"),
        pytest.param("It costs 4.50 EUR. No more", 2, id="a decimal point"),
        pytest.param("- one\n- two\n\nthree", 3, id="a list, and a blank line"),
        pytest.param("¿Dónde? ¡Aquí!", 2, id="signs at the front"),
        pytest.param("It wraps\nover a line.", 1, id="a line break within a sentence"),
        pytest.param("  ", 0, id="nothing"),
    ],
)
def test_sentences(text: str, count: int) -> None:
    assert len(split(text)) == count


def test_clauses_turn_at_marks_and_at_words() -> None:
    (sentence,) = sentences("We ask, and the town, but not we, pays; nobody knows", EN)

    assert [token.clause for token in sentence.tokens] == [0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2]


@pytest.mark.parametrize(
    ("listed", "text", "found"),
    [
        pytest.param("power plant", "Two power plants, a plant", ["power plants"], id="a phrase"),
        pytest.param("power plant", "The plant has power", [], id="its words apart"),
        pytest.param("endorse", "endorsing, endorsement", ["endorsing", "endorsement"], id="forms"),
        pytest.param("air-quality", "quality of air; air quality", ["air quality"], id="a hyphen"),
        pytest.param("party", "a partial departure", [], id="a part of a word"),
    ],
)  # fmt: skip
def test_phrases(listed: str, text: str, found: list[str]) -> None:
    tokens = [token for sentence in sentences(text, EN) for token in sentence.tokens]

    assert [each.written for each in where(tokens, EN.phrase(listed))] == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("Keep the rail jobs and the air rules that we have.", "en", id="en"),
        pytest.param("Que el ayuntamiento no cierre las fuentes de la ciudad.", "es", id="es"),
        pytest.param("Que la mairie garde les écoles ouvertes pour tous.", "fr", id="fr"),
        pytest.param("Der Rat soll die Schulen nicht schließen, sondern öffnen.", "de", id="de"),
        pytest.param("Il comune non deve chiudere le scuole della città.", "it", id="it"),
        pytest.param("A câmara não deve fechar as escolas da cidade.", "pt", id="pt"),
        pytest.param("De gemeente mag het station niet sluiten voor de trein.", "nl", id="nl"),
        pytest.param("Meridian 2026", "en", id="too little to tell"),
    ],
)
def test_the_language_is_told_by_small_words(text: str, code: str) -> None:
    assert spoken_in(low_words(text)) == code


def test_a_text_in_another_language_is_said_to_be_one() -> None:
    from scoping import judged

    text = "Wir fordern, dass der Zug in der Nacht auch im Sommer nicht ausfällt."
    found = judged(topics=["night-train"], about="Night train", text=text)

    assert found.answer == "in"
    assert "in German and the charter in English" in found.notes[0]


@pytest.mark.parametrize("code", CODES)
def test_every_language_is_whole(code: Code) -> None:
    known = language(code)

    assert len(known.months) == 12
    for name in Language.__struct_fields__:
        value = getattr(known, name)
        assert value or name in MAY_BE_EMPTY, name
        rows = [value] if isinstance(value, frozenset) and value else []
        if name in ("senses", "kinds"):
            rows = [row for row in (frozenset(value), *value.values()) if value]
        for row in rows:
            assert row, name
            assert all(word == word.lower() and word.replace("'", "").isalpha() for word in row), name


@pytest.mark.parametrize(
    ("goal", "day"),
    [
        pytest.param("before the vote on 30 September 2026", date(2026, 9, 30), id="day, month, year"),
        pytest.param("by September 30, 2026", date(2026, 9, 30), id="month, day, year"),
        pytest.param("by 2026-09-30", date(2026, 9, 30), id="numbers"),
        pytest.param("from 1 May 2026 until 30 June 2026", date(2026, 6, 30), id="the last of two"),
        pytest.param("by the end of 2031", date(2031, 12, 31), id="the end of a year"),
        pytest.param("in the plan of 2030", None, id="a year that is no day"),
        pytest.param("by 31 June 2026", None, id="a day that is none"),
    ],
)
def test_the_day_of_the_goal(goal: str, day: date | None) -> None:
    text = f"name: A\npurpose: Keep the bridge {goal}.\nmembers: [{{id: a}}]\ndecisions: {{}}\nscope: {{}}\n"

    assert agreed(text).goal == (None if day is None else (day, ("purpose",)))
