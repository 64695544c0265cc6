"""In, ask or out: tables of acts under four charters, and beside them what must stay silent."""

from __future__ import annotations

from typing import Any

import pytest
from scoping import FRENCH, GERMAN, RAIL, SPANISH, judged, whys

NIGHT = {"topics": ["night-train"], "about": "Night train, summer timetable"}

OUT = [
    pytest.param({**NIGHT, "topics": ["night-train", "politics"]}, "outside", id="an id of what is outside"),
    pytest.param({**NIGHT, "topics": ["wind"]}, "set-aside", id="an id of what is set aside"),
    pytest.param({**NIGHT, "with": ["Valley Party"]}, "partner", id="a party takes part"),
    pytest.param({**NIGHT, "with": ["Ina Berg, politician"]}, "partner", id="a politician, after the name"),
    pytest.param(
        {**NIGHT, "income": {"amount": "100 EUR", "from": "the Farmers' Party"}}, "partner", id="a party pays"
    ),
    pytest.param(
        {**NIGHT, "benefits": {"who": "Ina Berg", "kind": "politician"}}, "partner", id="a politician gains"
    ),
    pytest.param(
        {**NIGHT, "uses": ["logo"], "benefits": {"who": "shops", "kind": "member"}},
        "own-end",
        id="the logo for one member",
    ),
    pytest.param(
        {**NIGHT, "uses": ["logo"], "benefits": {"who": "Sleepwell Ltd", "kind": "firm"}},
        "own-end",
        id="the logo for a firm",
    ),
    pytest.param(
        {"in_name_of": ["green"], "uses": ["contact list"], "benefits": {"who": "Green Valley"}},
        "own-end",
        id="the list for a member's own appeal",
    ),
]

ASK = [
    pytest.param(
        {**NIGHT, "with": ["Party Tents Ltd"]},
        "outside-words",
        id="a word in a partner's name: what a firm is words alone do not tell",
    ),
    pytest.param({"topics": ["rents"], "about": "Rents"}, "unlisted", id="a topic of neither list"),
    pytest.param(
        {**NIGHT, "about": "Ferry contract of the harbour board"},
        "unlisted",
        id="a contract of something else",
    ),
    pytest.param({**NIGHT, "about": "Coastal Rail Act"}, "unlisted", id="another law by name"),
    pytest.param({"topics": [], "about": "School lunches"}, "unlisted", id="no topic, and another subject"),
    pytest.param(
        {"topics": [], "text": "The hospital needs nurses. Wages must rise."},
        "unlisted",
        id="a text without any word of ours",
    ),
    pytest.param(
        {"title": "Letter on the Harbour Treaty"}, "unlisted", id="only a heading, and another treaty"
    ),
    pytest.param(
        {**NIGHT, "text": "Keep the night train. Candidates who close it lose our members."},
        "outside-words",
        id="a word of what is outside, in the plural",
    ),
    pytest.param(
        {**NIGHT, "text": "The night train was promised by those who were elected."},
        "outside-words",
        id="another form of a listed word",
    ),
    pytest.param(
        {**NIGHT, "text": "The night train needs a car park."}, "outside-words", id="words of its sentence"
    ),
    pytest.param(
        {**NIGHT, "text": "The night train runs on wind turbines."},
        "set-aside-words",
        id="a phrase of what is set aside",
    ),
    pytest.param(
        {**NIGHT, "text": "No turbine shall stand where the night train runs."},
        "set-aside-words",
        id="who is against it takes a side",
    ),
    pytest.param(
        {**NIGHT, "text": "We speak not only of candidates, and the night train is one of them."},
        "outside-words",
        id="not only is no denial",
    ),
    pytest.param(
        {**NIGHT, "text": "Do not vote for the candidate who closed the night train."},
        "outside-words",
        id="to tell people not to is to take part",
    ),
    pytest.param(
        {**NIGHT, "text": "We take no position on parties; the candidate of the valley is right."},
        "outside-words",
        id="a denial ends with its clause",
    ),
    pytest.param({**NIGHT, "places": ["Hamburg"]}, "place", id="another place"),
    pytest.param({**NIGHT, "places": ["the neighbouring valley"]}, "place", id="another valley"),
    pytest.param({**NIGHT, "places": ["international"]}, "place", id="a level beyond"),
    pytest.param({**NIGHT, "until": "2028-03-01"}, "end", id="after the term"),
    pytest.param({**NIGHT, "amount": "20 EUR", "every": "month"}, "end", id="a series without a last day"),
    pytest.param({**NIGHT, "conditions": ["The railway reads the text first"]}, "conditions", id="strings"),
    pytest.param({**NIGHT, "date": "2027-11-30"}, "after-goal", id="after the vote"),
    pytest.param({**NIGHT, "benefits": {"who": "Sleepwell Ltd", "kind": "firm"}}, "gain", id="a firm gains"),
    pytest.param({**NIGHT, "benefits": {"who": "riders"}}, "gain", id="one member gains"),
    pytest.param(
        {**NIGHT, "in_name_of": ["green"], "uses": ["contact list"]},
        "joint-means",
        id="the list, in one's own name",
    ),
    pytest.param(
        {"in_name_of": ["green"], "topics": [], "about": "Ridge park", "uses": ["logo"]},
        "unlisted",
        id="the logo, in one's own name, on another matter",
    ),
    pytest.param(
        {
            "in_name_of": ["green"],
            "about": "Ridge park",
            "text": "As a member of Rails for the Valley we want a park.",
        },
        "unlisted",
        id="in one's own name, as a member of the coalition",
    ),
    pytest.param(
        {**NIGHT, "title": "Register as an association"}, "permanence", id="to become an association"
    ),
    pytest.param({**NIGHT, "title": "Hire a part-time coordinator"}, "permanence", id="to employ"),
    pytest.param(
        {**NIGHT, "text": "Rails for the Valley works on the night train, school lunches and rents."},
        "in-passing",
        id="more than was agreed, in a sentence about the coalition",
    ),
    pytest.param(
        {**NIGHT, "text": "From now on we speak on housing."},
        "in-passing",
        id="more than was agreed, from now on",
    ),
]

IN = [
    pytest.param(NIGHT, id="a matter inside"),
    pytest.param(
        {"topics": ["night-train", "fares"], "text": "Sleepers are cheap."}, id="two matters inside"
    ),
    pytest.param({"topics": [], "about": "The night trains to Ostby"}, id="no topic, and its words"),
    pytest.param(
        {"topics": ["fares"], "about": "Open letter"}, id="what kind of thing it is says no subject"
    ),
    pytest.param(
        {"topics": ["night-train"], "about": "Night train, letter to the Ministry of Transport"}, id="to whom"
    ),
    pytest.param(
        {**NIGHT, "text": "This letter takes no position on candidates or parties."}, id="no position"
    ),
    pytest.param({**NIGHT, "text": "We endorse no candidate; we want the night train."}, id="no candidate"),
    pytest.param({**NIGHT, "text": "The night train, without any party or candidate."}, id="without a party"),
    pytest.param(
        {**NIGHT, "text": "We say nothing about the wind turbines."}, id="nothing about what is set aside"
    ),
    pytest.param(
        {**NIGHT, "text": "The night train departs, and is a partial answer."}, id="part of a word is no word"
    ),
    pytest.param({**NIGHT, "places": ["Arlen", "Arlen station", "the valley"]}, id="where it works"),
    pytest.param({**NIGHT, "places": ["Ostby"]}, id="a place of its own matter"),
    pytest.param({**NIGHT, "until": "2027-12-15"}, id="until the last day of the term"),
    pytest.param(
        {**NIGHT, "amount": "20 EUR", "every": "month", "until": "2027-12-01"}, id="a series that ends"
    ),
    pytest.param(
        {**NIGHT, "conditions": ["none"], "income": {"amount": "50 EUR", "from": "a rider"}}, id="no strings"
    ),
    pytest.param({**NIGHT, "date": "2027-11-20"}, id="on the day of the goal"),
    pytest.param(
        {**NIGHT, "date": "2027-11-30", "title": "Final report and thanks"}, id="what tells of the end"
    ),
    pytest.param({**NIGHT, "benefits": {"who": "passengers of the valley"}}, id="those for whom it works"),
    pytest.param(
        {**NIGHT, "uses": ["logo"], "benefits": [{"who": each} for each in ("riders", "shops", "green")]},
        id="every member gains",
    ),
    pytest.param({**NIGHT, "with": ["Sleeper Club"]}, id="a partner of another kind"),
    pytest.param({**NIGHT, "in_name_of": ["green"], "uses": ["logo"]}, id="the logo, on our matter"),
    pytest.param(
        {"in_name_of": ["green"], "about": "Wind turbines", "text": "Build the turbines."}, id="own name"
    ),
    pytest.param(
        {"in_name_of": ["green", "riders"], "uses": [], "topics": ["wind"]}, id="two members, own means"
    ),
    pytest.param({**NIGHT, "text": "The railway hires staff for the night train."}, id="others employ"),
    pytest.param(
        {**NIGHT, "text": "Rails for the Valley works on the night train and fares."}, id="what it works on"
    ),
    pytest.param({"topics": ["fares"], "title": "Room hire"}, id="a heading alone"),
    pytest.param({}, id="nothing is said"),
]


@pytest.mark.parametrize(("action", "why"), OUT)
def test_facts_say_out(action: dict[str, Any], why: str) -> None:
    found = judged(**action)

    assert found.answer == "out"
    assert why in {each.why for each in found.reasons if each.answer == "out"}


@pytest.mark.parametrize(("action", "why"), ASK)
def test_limits_and_words_ask(action: dict[str, Any], why: str) -> None:
    found = judged(**action)

    assert found.answer == "ask"
    assert why in whys(found)


@pytest.mark.parametrize("action", IN)
def test_in_is_silent(action: dict[str, Any]) -> None:
    found = judged(**action)

    assert (found.answer, found.against) == ("in", ())


@pytest.mark.parametrize(
    ("charter", "action", "why"),
    [
        pytest.param(
            SPANISH, {"about": "Fuentes", "text": "Apoyamos a los candidatos."}, "outside-words", id="es"
        ),
        pytest.param(
            SPANISH,
            {"about": "Fuentes", "text": "Hay que bajar la tarifa."},
            "set-aside-words",
            id="es aside",
        ),
        pytest.param(SPANISH, {"about": "Parques y jardines"}, "unlisted", id="es, another subject"),
        pytest.param(
            SPANISH,
            {"about": "Guía", "text": "La coalición trabaja en las fuentes, la vivienda y los parques."},
            "in-passing",
            id="es, in passing",
        ),
        pytest.param(
            GERMAN,
            {"about": "Tempo", "text": "Wir wählen die Kandidatin der Eltern."},
            "outside-words",
            id="de",
        ),
        pytest.param(
            GERMAN, {"about": "Tempo", "text": "Kein Kohlekraftwerk!"}, "set-aside-words", id="de, compound"
        ),
        pytest.param(GERMAN, {"about": "Gesetz über Mieten"}, "unlisted", id="de, another law"),
        pytest.param(
            FRENCH, {"about": "Bibliothèque", "text": "Votez pour nos candidates."}, "outside-words", id="fr"
        ),
        pytest.param(
            FRENCH, {"about": "Bibliothèque", "text": "Sauvons la cantine."}, "set-aside-words", id="fr aside"
        ),
    ],
)
def test_other_languages_ask(charter: str, action: dict[str, Any], why: str) -> None:
    found = judged(charter, **action)

    assert found.answer == "ask"
    assert why in whys(found)


@pytest.mark.parametrize(
    ("charter", "action"),
    [
        pytest.param(
            SPANISH,
            {"about": "Fuentes", "text": "No tomamos posición sobre partidos ni candidatos."},
            id="es",
        ),
        pytest.param(SPANISH, {"about": "La fuente de la plaza"}, id="es, the singular"),
        pytest.param(GERMAN, {"about": "Tempo", "text": "Wir nehmen zu Parteien keine Stellung."}, id="de"),
        pytest.param(
            GERMAN, {"about": "Tempo", "text": "Die Auswahl der Straßen ist richtig."}, id="de, a prefix"
        ),
        pytest.param(FRENCH, {"about": "Bibliothèque", "text": "Nous ne soutenons aucun candidat."}, id="fr"),
        pytest.param(
            FRENCH, {"about": "Bibliothèque", "text": "Nous ne parlons pas de la cantine."}, id="fr aside"
        ),
    ],
)
def test_other_languages_stay_silent(charter: str, action: dict[str, Any]) -> None:
    assert judged(charter, **action).against == ()


@pytest.mark.parametrize("kind", ["admit", "suspend", "expel", "renew", "amend", "dissolve", "appoint"])
def test_what_is_about_the_coalition_itself_has_no_subject(kind: str) -> None:
    assert judged(kinds=(kind,), about="The School Kitchens", text="It joins on 1 June.").answer == "in"


def test_the_decision_on_the_scope_is_the_way_to_decide_on_it() -> None:
    asked = judged(RAIL, topics=["politics"], about="Coastal Rail Act", widens=True, kinds=("widen-scope",))

    assert asked.answer == "in"
