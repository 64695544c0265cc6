"""Laws of the judge of scope, on random acts; and a slow way to find words that the quick one must equal."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from scoping import RAIL, agreed, judged, whys

from coalcheck.engine.mission.agreed import Agreed
from coalcheck.engine.mission.phrase import where
from coalcheck.engine.mission.standing import ANSWERS, gravest
from coalcheck.engine.mission.words import Sentence, sentences

WORDS = st.sampled_from(
    """
    We the night train trains sleeper fares a ticket candidates party elected wind turbine
    turbines no not without position Valley deal. law; Ostby and, but roads car parks must
    Coastal coalition works on school is about.
    """.split()
)
TEXTS = st.lists(WORDS, max_size=14).map(" ".join)
TOPICS = st.lists(st.sampled_from(["night-train", "fares", "rents"]), max_size=3, unique=True)
ACTS = st.fixed_dictionaries(
    {"about": TEXTS, "text": TEXTS, "title": TEXTS, "topics": TOPICS},
    optional={
        "places": st.lists(st.sampled_from(["Arlen", "Hamburg", "national"]), max_size=2),
        "conditions": st.lists(st.sampled_from(["none", "They read it first"]), max_size=1),
        "uses": st.lists(st.sampled_from(["logo", "contact list"]), max_size=2),
    },
)
LISTED = agreed(RAIL)


@given(ACTS)
def test_words_and_limits_never_say_out(action: dict[str, Any]) -> None:
    assert judged(**action).answer != "out"


@given(ACTS)
def test_the_answer_is_the_gravest_of_its_reasons(action: dict[str, Any]) -> None:
    found = judged(**action)

    assert found.answer == gravest(found.reasons)
    ranks = [ANSWERS.index(each.answer) for each in found.reasons]
    assert ranks == sorted(ranks, reverse=True)


@given(ACTS, st.sampled_from(["politics", "wind"]))
def test_what_was_excluded_is_out_whatever_stands_beside_it(action: dict[str, Any], topic: str) -> None:
    assert judged(**{**action, "topics": [*action["topics"], topic]}).answer == "out"


@given(ACTS, st.randoms())
def test_the_order_of_topics_and_places_makes_no_difference(action: dict[str, Any], random: Any) -> None:
    other = {
        key: random.sample(value, len(value)) if isinstance(value, list) else value
        for key, value in action.items()
    }

    assert judged(**other).answer == judged(**action).answer


@given(ACTS)
def test_ones_own_name_and_means_are_ones_own(action: dict[str, Any]) -> None:
    own = {**action, "in_name_of": ["green"], "uses": []}

    assert (judged(**own).answer, judged(**own).own_name) == ("in", True)


@given(ACTS)
def test_what_is_left_is_in(action: dict[str, Any]) -> None:
    """The second way on is judged again: here by hand, from what the page would say."""
    smaller = judged(**action).smaller
    if smaller is None or not smaller.drop:
        return
    kept = [smaller.sentences[number - 1] for number in smaller.keep]
    assert not set(smaller.keep) & set(smaller.drop)
    assert sorted((*smaller.keep, *smaller.drop)) == [*range(1, len(smaller.sentences) + 1)]
    alone = judged(text=" ".join(kept), topics=[each for each in action["topics"] if each != "rents"])

    assert alone.answer == "in"


@given(st.text(), st.text(), st.lists(st.text(), max_size=3))
def test_any_text_can_be_read(about: str, text: str, many: list[str]) -> None:
    lists: dict[str, Any] = dict.fromkeys(("topics", "places", "conditions", "uses", "with"), many)
    found = judged(about=about, text=text, **lists)

    assert found.answer in ANSWERS


def slowly(listed: Agreed, sentence: Sentence) -> dict[int, set[str]]:
    """What a sentence has of each matter, by looking for each phrase from each word on."""
    told: dict[int, set[str]] = {}
    for number, item in enumerate(listed.items):
        for sign in item.signs:
            hits = [next(where(sentence.tokens, phrase), None) for phrase in sign.phrases]
            found = [each for each in hits if each is not None]
            if len(found) >= sign.least:
                told.setdefault(number, set()).update(each.written for each in found)
    return told


@given(TEXTS)
def test_words_are_found_as_slowly_looked_for(text: str) -> None:
    for sentence in sentences(text, LISTED.tongue):
        quickly = {
            number: {each.written for each in found} for number, found in LISTED.signs(sentence).items()
        }

        assert quickly == slowly(LISTED, sentence)


@given(ACTS)
def test_a_phrase_of_what_was_set_aside_asks_whatever_stands_beside_it(action: dict[str, Any]) -> None:
    told = judged(**{**action, "text": f"{action['text']}. The wind turbines are ours."})

    assert "set-aside-words" in whys(told)


@given(ACTS, st.sampled_from(["party", "candidate"]))
def test_beside_its_own_kind_a_word_of_two_senses_asks(action: dict[str, Any], word: str) -> None:
    told = judged(**{**action, "text": f"{action['text']}. The {word} is there, and the election too."})

    assert "outside-words" in whys(told)
