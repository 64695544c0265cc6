"""How often members talk, in what meetings, and how else."""

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


FIVE = "[{id: a}, {id: b}, {id: c}, {id: d}, {id: e}]"
COUNTED = "[{id: a, count: 5}]"
LAYER = "{every: month, minutes: 60, who: all, about: plans, channel: call}"


@pytest.mark.parametrize(
    ("text", "members", "there"),
    [
        pytest.param("", FIVE, False, id="five"),
        pytest.param("", COUNTED, False, id="five in one row"),
        pytest.param("", THREE, None, id="three"),
        pytest.param("model: structural", THREE, False, id="structural"),
        pytest.param("communication: {informal: chat}", FIVE, False, id="no layers"),
        pytest.param(f"communication: {{layers: [{LAYER}]}}", FIVE, True, id="a layer"),
        pytest.param("communication: {layers: {every: month}}", FIVE, True, id="one alone"),
        pytest.param("communication: We meet each month.", FIVE, True, id="a sentence"),
    ],
)
def test_layers_are_asked_of_large_and_lasting_alliances(text: str, members: str, there: bool | None) -> None:
    assert known(text, members).get("has_layers") is there


@pytest.mark.parametrize(
    ("text", "regular", "days"),
    [
        pytest.param("", False, None, id="nothing"),
        pytest.param("check_ins: {every: month}", True, 30, id="a month"),
        pytest.param("check_ins: {minutes: 30}", False, None, id="nobody says how often"),
        pytest.param("check_ins: {every: sometimes}", True, None, id="cannot be read"),
        pytest.param("check_ins: Half an hour each month.", True, None, id="a sentence"),
        pytest.param(
            "check_ins: {every: quarter}\ncommunication: {layers: [{every: week}]}",
            True,
            7,
            id="the shorter one",
        ),
        pytest.param("communication: {informal: chat}", False, None, id="a chat"),
        pytest.param(
            "communication: {layers: [We meet each Monday.]}", True, None, id="a layer in a sentence"
        ),
    ],
)
def test_how_often_members_talk(text: str, regular: bool, days: int | None) -> None:
    values = known(text)
    assert values["has_regular_talk"] is regular
    assert values.get("talk_days") == days


@pytest.mark.parametrize(
    ("layers", "more", "percent"),
    [
        pytest.param(
            "{every: week, minutes: 70, channel: meeting}, {every: week, minutes: 30, channel: call}",
            "",
            70,
            id="70",
        ),
        pytest.param(
            "{every: week, minutes: 701, channel: meeting}, {every: week, minutes: 299, channel: call}",
            "",
            71,
            id="a minute more",
        ),
        pytest.param(
            "{every: day, minutes: 10, channel: call}, {every: week, minutes: 70, channel: board meeting}",
            "",
            50,
            id="by length and number",
        ),
        pytest.param(
            "{every: month, minutes: 30, channel: meeting}",
            "check_ins: {every: month, minutes: 30}",
            50,
            id="beside a check-in",
        ),
        pytest.param("{every: month, minutes: 30, channel: workshop}", "", 0, id="none"),
        pytest.param("{every: month, channel: meeting}", "", None, id="no length"),
        pytest.param("{every: month, minutes: 30}", "", None, id="no channel"),
    ],
)
def test_how_much_of_the_talk_is_formal(layers: str, more: str, percent: int | None) -> None:
    assert known(f"communication: {{layers: [{layers}]}}\n{more}").get("formal_percent") == percent


@pytest.mark.parametrize(
    ("share", "percent"),
    [
        pytest.param("1/3", 34, id="a third"),
        pytest.param("70%", 70, id="70"),
        pytest.param("5/7", 72, id="5/7"),
    ],
)
def test_the_share_that_meetings_may_take(share: str, percent: int) -> None:
    assert known(f"communication: {{formal_share_at_most: {share}}}")["formal_share_percent"] == percent


@pytest.mark.parametrize(
    ("text", "there"),
    [
        pytest.param(f"{{layers: [{LAYER}]}}", False, id="meetings"),
        pytest.param("{working_groups: [{id: g, members: [a]}]}", False, id="a group of one"),
        pytest.param("{working_groups: [{id: g, members: [a, a]}]}", False, id="the same twice"),
        pytest.param("{working_groups: [{id: g, members: [a, b]}]}", True, id="a group across members"),
        pytest.param("{informal: chat}", True, id="a chat"),
        pytest.param("We have a chat.", True, id="a sentence"),
    ],
)
def test_ways_without_a_meeting(text: str, there: bool) -> None:
    assert known(f"communication: {text}")["has_informal_way"] is there


def test_what_layers_leave_open() -> None:
    values = known(
        "communication: {layers: "
        "[{every: week, about: plans, who: all}, {every: month, channel: call}, Daily]}"
    )
    assert values["layers_unsettled"] == '"plans" and "every month"'
    assert values["layer_lines"] == (
        "layers:\n  - {every: week, about: plans, who: all, channel: call}\n"
        "  - {every: month, channel: call, who: a contact of each member}\n  - Daily"
    )
