"""How the members speak in public, answer their own, and keep a record."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.source.read import read

THREE = "[{id: a, name: Alpha Union}, {id: b, name: Beta}, {id: c}]"


def known(text: str, members: str = THREE) -> dict[str, Value]:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return dict(next(fact for fact in facts if fact.subject == "charter").values)


def scope(inside: str, beyond: str, mode: str = "") -> str:
    return f"scope: {{inside: [{inside}], {beyond}}}" + (f"\nmessaging: {{mode: {mode}}}" if mode else "")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            scope("{about: Air, words: [air]}", "set_aside: [{about: X, words: [Air]}]", "one voice"),
            "Air",
            id="listed on both sides",
        ),
        pytest.param(
            scope("{about: X, words: [clean air]}", "set_aside: [Clean air in churches]", "one voice"),
            "clean air",
            id="in the sentence of what is set aside",
        ),
        pytest.param(
            scope("Air in churches", "set_aside: [{about: X, words: [churches]}]", "one voice"),
            "churches",
            id="in the sentence of what is inside",
        ),
        pytest.param(
            scope("{about: X, words: [air, coal]}", "set_aside: [{words: [coal, air]}]", "one voice"),
            "coal and air",
            id="each once",
        ),
        pytest.param(
            scope("{id: faith, about: X}", "set_aside: [{about: Faith at the table}]", "one voice"),
            "faith",
            id="the short name of a matter",
        ),
    ],
)
def test_words_of_a_common_voice_that_are_disputed(text: str, words: str) -> None:
    values = known(text)
    assert values["one_voice_words"] == words
    assert "shared_words" not in values, "said once"


@pytest.mark.parametrize(
    ("text", "keeper"),
    [
        pytest.param("coordinator: {name: Ines}", "coordinator", id="a coordinator"),
        pytest.param("", "each of us in turn", id="nobody in particular"),
    ],
)
def test_who_could_keep_the_record(text: str, keeper: str) -> None:
    assert known(text)["record_keeper"] == keeper


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(scope("{words: [air]}", "set_aside: [{words: [air]}]", "own voices"), id="own voices"),
        pytest.param(scope("{words: [air]}", "set_aside: [{words: [air]}]"), id="nothing on messages"),
        pytest.param(scope("{words: [air]}", "set_aside: [Fair fares]", "one voice"), id="part of a word"),
        pytest.param(
            scope("Air in schools", "set_aside: [Faith in schools]", "one voice"), id="no word listed"
        ),
        pytest.param(scope("{words: [air]}", "outside: [{words: [air]}]", "one voice"), id="outside"),
        pytest.param(
            scope("{id: work, about: X}", "set_aside: [Prayer at work]", "one voice"), id="any matter's name"
        ),
        pytest.param(scope("{words: ['-']}", "set_aside: [A - B]", "one voice"), id="no word at all"),
    ],
)
def test_no_words_are_disputed(text: str) -> None:
    assert "one_voice_words" not in known(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(scope("{words: [air]}", "set_aside: [{words: [air]}]"), "air", id="set aside"),
        pytest.param(scope("{words: [air]}", "outside: [{words: [air]}]", "one voice"), "air", id="outside"),
        pytest.param(
            scope("{words: [air, coal]}", "set_aside: [{words: [air]}], outside: [{words: [coal]}]"),
            "coal and air",
            id="both",
        ),
    ],
)
def test_words_on_both_sides_of_the_scope(text: str, words: str) -> None:
    assert known(text)["shared_words"] == words


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param("", "to whom each of you speaks and at what time you publish", id="both"),
        pytest.param(
            "audiences: {a: press, b: courts}, same_time: at ten", "to whom c speaks", id="one audience"
        ),
        pytest.param("audiences: {a: press}, timing: at ten", "to whom Beta and c speak", id="two audiences"),
        pytest.param("audiences: {a: x, b: y, c: z}", "at what time you publish", id="the time"),
    ],
)
def test_own_voices_leave_open(text: str, lacks: str) -> None:
    values = known(f"messaging: {{mode: own voices{', ' if text else ''}{text}}}")
    assert values["own_voices_lack"] == lacks
    assert values["has_voices_settled"] is False


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("audiences: {a: x, b: y, c: z}, same_time: at ten", id="all of it"),
        pytest.param("in_words: Each to its own people at ten.", id="a sentence"),
        pytest.param("audiences: [press], same_time: at ten", id="audiences that cannot be read"),
    ],
)
def test_own_voices_are_settled(text: str) -> None:
    values = known(f"messaging: {{mode: own voices, {text}}}")
    assert values["has_voices_settled"] is True
    assert "own_voices_lines" not in values


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("mode: own voices, speaks_for_all: a", "one_for_all", "Alpha Union", id="by id"),
        pytest.param("mode: own voices, speaks_for_all: Beta", "one_for_all", "Beta", id="by name"),
        pytest.param("mode: own voices, speaks_for_all: Nobody.", "one_for_all", None, id="nobody"),
        pytest.param("mode: one voice, speaks_for_all: a", "one_for_all", None, id="one voice"),
        pytest.param("mode: one voice, speaks_for_all: a", "has_one_speaker", True, id="a speaker"),
        pytest.param("mode: one voice, speaks_for_all: Nobody yet", "has_one_speaker", False, id="not yet"),
        pytest.param("mode: one voice", "has_one_speaker", False, id="no speaker"),
        pytest.param("mode: one voice, in_words: The chair.", "has_one_speaker", True, id="in prose"),
        pytest.param("mode: own voices", "has_one_speaker", None, id="own voices have none"),
        pytest.param("mode: one voice, speaks_for_all: host", "outside_speaker", "The Bank", id="host"),
        pytest.param("speaks_for_all: the bank", "outside_speaker", "the bank", id="by its name"),
        pytest.param("speaks_for_all: fund", "outside_speaker", None, id="a fund that nobody holds"),
        pytest.param("speaks_for_all: The bank's director", "outside_speaker", None, id="other words"),
        pytest.param("mode: one voice", "has_no_surprise", False, id="a surprise"),
        pytest.param("no_surprise: a day before", "has_no_surprise", True, id="no surprise"),
    ],
)
def test_who_speaks(text: str, name: str, expected: Value | None) -> None:
    assert known(f"messaging: {{{text}}}\nentity: {{form: fund, host: The Bank}}").get(name) == expected


def test_a_host_that_is_a_member_is_no_outsider() -> None:
    text = "messaging: {speaks_for_all: host}\nentity: {form: fund, host: alpha union}"
    assert "outside_speaker" not in known(text)


@pytest.mark.parametrize(
    ("text", "without"),
    [
        pytest.param("{a: For clean air., b: {who_answers: the chair}}", "Alpha Union", id="a sentence"),
        pytest.param("{a: {why_we_are_in_this: X}, b: Y}", "Alpha Union or Beta", id="two"),
        pytest.param("{a: {why_we_are_in_this: X, who_answers: TBD}}", "Alpha Union", id="left open"),
        pytest.param("{a: {why_we_are_in_this: X, who_answers: [1, [2]]}}", None, id="cannot be read"),
        pytest.param("{a: {who_answers: the chair}}", None, id="nothing but who answers"),
    ],
)
def test_who_answers_supporters(text: str, without: str | None) -> None:
    assert known(f"explaining: {text}").get("without_answer") == without


def test_lines_for_members_that_have_none() -> None:
    lines = str(known("explaining: {a: For clean air.}")["explaining_lines"])
    assert lines.startswith("explaining:\n  b:\n    why_we_are_in_this: ")
    assert "  a:" not in lines
    assert "explaining_lines" not in known("explaining: {a: X, b: Y, c: Z}")


def test_lines_for_supporters_keep_what_is_there() -> None:
    lines = known('explaining: {a: "To shelter families: with anyone."}')["answer_lines"]
    assert lines == (
        "explaining:\n  a:\n"
        '    why_we_are_in_this: "To shelter families: with anyone."\n    who_answers: executive director'
    )


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param(
            "{where: a folder}", "who keeps it, who can read it and how soon a decision is entered", id="3"
        ),
        pytest.param(
            "{where: TBD, kept_by: a, read_by: all members, within: 7 days}", "where it is kept", id="TBD"
        ),
        pytest.param("{where: x, kept_by: a, read_by: all members, within: soon}", None, id="not read"),
        pytest.param("A folder that all can read.", None, id="a sentence"),
        pytest.param("{in_words: Alpha keeps them.}", None, id="prose"),
    ],
)
def test_what_a_record_leaves_open(text: str, lacks: str | None) -> None:
    values = known(f"records: {text}")
    assert values.get("record_lacks") == lacks
    assert values["has_record_settled"] is (lacks is None)


@pytest.mark.parametrize(
    ("people", "without"),
    [
        pytest.param("[a, b]", "c", id="two of three"),
        pytest.param("Beta", "Alpha Union or c", id="one, by its name"),
        pytest.param("[steering, coordinator]", "c", id="a body and nobody's member"),
        pytest.param("few", "Beta or c", id="a group"),
        pytest.param("nobody", "Alpha Union, Beta or c", id="nobody"),
        pytest.param("all members", None, id="all"),
        pytest.param("everyone", None, id="everyone"),
        pytest.param("[a, b, c]", None, id="all by id"),
        pytest.param("[steering, c]", None, id="a body and the rest"),
        pytest.param("all staff of Alpha Union", None, id="words that may mean all"),
        pytest.param("the contacts", None, id="words"),
        pytest.param("counted", None, id="a body with a number of seats"),
    ],
)
def test_who_cannot_read_the_record(people: str, without: str | None) -> None:
    text = f"records: {{where: x, read_by: {people}}}\ngroups: {{few: [a]}}\n"
    assert (
        known(text + "bodies: {steering: {members: [a, b]}, counted: {seats: 3}}").get("record_not_for")
        == without
    )


def test_both_are_all_of_two() -> None:
    assert "record_not_for" not in known("records: {read_by: both}", "[{id: a}, {id: b}]")
    assert "record_not_for" not in known("records: {read_by: both}")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        pytest.param("within: 48 hours", 2, id="hours"),
        pytest.param("within: 7 days", 7, id="a week"),
        pytest.param("within: 1 month", 30, id="a month"),
        pytest.param("where: x", None, id="not said"),
    ],
)
def test_how_soon_a_decision_is_entered(text: str, days: int | None) -> None:
    assert known(f"records: {{{text}}}").get("record_days") == days
