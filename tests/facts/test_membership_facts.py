"""Coming and going: how somebody joins, what is looked at again when one leaves, which posts go along."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.chapters import membership
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.source.read import read

THREE = "members: [{id: a, name: Alpha}, {id: b}, {id: c}]\n"
TWO = "members: [{id: a, name: Alpha}, {id: b}]\n"
EXIT = "exit: {notice: 7 days}\n"


def known(text: str, members: str = THREE) -> dict[str, Value]:
    document = read(f"name: X\n{members}{text}", "x")
    charter = load(document).charter
    assert charter is not None
    return membership.values(charter, document)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        pytest.param(EXIT, "recount: true\nthanks: Named in the next report.", id="neither"),
        pytest.param(
            f"{EXIT}leaving: {{recount: true}}\n", "thanks: Named in the next report.", id="no thanks"
        ),
        pytest.param("exit: {notice: 7 days, thanks: named}\n", "recount: true", id="thanks alone"),
        pytest.param(f"{EXIT}leaving: {{thanks: named}}\n", "recount: true", id="thanks among the others"),
    ],
)
def test_what_is_open_after_a_departure(text: str, lines: str) -> None:
    assert known(text)["has_recount"] is False
    assert known(text)["leaving_lines"] == lines


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(f"{EXIT}leaving: {{recount: true, thanks: named}}\n", THREE, id="both"),
        pytest.param(f"{EXIT}leaving: We count again and say thank you.\n", THREE, id="in a sentence"),
        pytest.param(
            "exit: {notice: 7 days, thanks: named}\nleaving: {recount: true}\n", THREE, id="in two places"
        ),
        pytest.param(EXIT, TWO, id="of two nobody is left to count"),
        pytest.param("", THREE, id="that there is no way to leave is another point"),
    ],
)
def test_what_is_settled_after_a_departure(text: str, members: str) -> None:
    assert "leaving_lacks" not in known(text, members)
    assert known(text, members).get("has_recount") is not False


@pytest.mark.parametrize(
    ("text", "lacks"),
    [
        pytest.param("joining: {asks: [what it wants]}\n", ("newcomer fits", "finds its way"), id="both"),
        pytest.param("joining: {compatibility: a drill}\n", ("finds its way",), id="how it finds its way"),
        pytest.param("joining: {integration: a sprint}\n", ("newcomer fits",), id="whether it fits"),
        pytest.param("joining: {integration: a sprint, compatibility: a drill}\n", (), id="nothing"),
        pytest.param("joining: After three months on trial.\n", (), id="in a sentence"),
        pytest.param("", (), id="no way to join at all"),
    ],
)
def test_what_the_way_to_join_leaves_open(text: str, lacks: tuple[str, ...]) -> None:
    said = str(known(text).get("joining_lacks", ""))
    assert bool(said) is bool(lacks)
    assert all(words in said for words in lacks)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        pytest.param("records: {kept_by: a}\n", "keeper of the record (Alpha)", id="the record"),
        pytest.param("coordinator: {member: a, hours: 4}\n", "coordinator (Alpha)", id="the coordinator"),
        pytest.param("bodies: {inner-board: {chair: b}}\n", "chair of the inner board (b)", id="the chair"),
        pytest.param("messaging: {speaks_for_all: Alpha}\n", "who speaks for all (Alpha)", id="the speaker"),
        pytest.param("agenda: {set_by: c}\n", "who sets the agenda (c)", id="the agenda"),
        pytest.param(
            "records: {kept_by: a}\nagenda: {set_by: b}\n",
            "keeper of the record (Alpha) and who sets the agenda (b)",
            id="two",
        ),
    ],
)
def test_posts_of_one(text: str, posts: str) -> None:
    assert known(text)["posts_of_members"] == posts


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param("records: {kept_by: a}\n", TWO, id="of two, the coalition ends"),
        pytest.param("records: {kept_by: the coordinator}\n", THREE, id="no member"),
        pytest.param("coordinator: {member: a, if_absent: b}\n", THREE, id="somebody stands in"),
        pytest.param("coordinator: {member: a, replaced_by: board}\n", THREE, id="somebody is named then"),
        pytest.param(
            "bodies: {board: {chair: b}}\nrotating: [{role: the chair, every: year}]\n",
            THREE,
            id="it goes round",
        ),
        pytest.param("", THREE, id="no posts"),
    ],
)
def test_posts_of_nobody_alone(text: str, members: str) -> None:
    assert "posts_of_members" not in known(text, members)
