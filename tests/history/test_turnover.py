"""Contacts that were not replaced, and newcomers without time to grow together."""

from __future__ import annotations

import pytest
from recording import recorded, said

from coalcheck.engine.history.chapters import turnover


def contact(day: str, text: str) -> str:
    return f"happened: contact\ndate: {day}\ncontact: {{{text}}}"


GONE = contact("2026-06-01", "member: parents, left: yes")
CAME = "happened: joining\nid: came\ndate: 2026-06-01\njoining: {who: parents}"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        pytest.param([GONE], [("1 June 2026", 214)], id="left"),
        pytest.param(
            [contact("2026-07-01", "member: parents, left: 2026-06-01")],
            [("1 June 2026", 214)],
            id="noted later",
        ),
        pytest.param(
            [GONE, contact("2026-06-05", "member: local-9, named: yes")],
            [("1 June 2026", 214)],
            id="another member's",
        ),
        pytest.param(
            [GONE, contact("2026-06-05", "member: parents, post: chair, named: yes")],
            [("1 June 2026", 214)],
            id="named for another post",
        ),
        pytest.param(
            [
                GONE,
                contact("2026-06-02", "member: parents, left: yes"),
                contact("2026-06-05", "member: parents, named: yes"),
            ],
            [("2 June 2026", 213)],
            id="two left, one named",
        ),
        pytest.param(
            [GONE, contact("2026-06-05", "member: parents, named: no")],
            [("1 June 2026", 214)],
            id="not named",
        ),
    ],
)
def test_a_contact_is_gone(entries: list[str], expected: list[tuple[object, ...]]) -> None:
    found = said(turnover, recorded(*entries), "contact_left", "contact_days")
    assert found == [("contact-gone", *each) for each in expected]


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([GONE, contact("2026-06-05", "member: parents, named: yes")], id="another was named"),
        pytest.param([GONE, contact("2026-06-05", "member: parents, name: Ana Ruiz")], id="by name"),
        pytest.param([contact("2026-06-01", "member: parents, left: yes, named: yes")], id="on the same day"),
        pytest.param(
            [
                GONE.replace("date:", "id: gone\ndate:").replace("member: parents, ", ""),
                contact("2026-06-05", "named: yes").replace("date:", "follows: gone\ndate:"),
            ],
            id="it goes back to it",
        ),
        pytest.param([contact("2026-06-01", "member: parents, left: no")], id="it did not leave"),
        pytest.param(
            [contact("2026-06-01", "post: coordinator, left: yes")], id="the coordinator is another matter"
        ),
        pytest.param([contact("2026-06-01", "member: parents, left: 2027-02-01")], id="it will leave"),
    ],
)
def test_nothing_is_said_of_contacts(entries: list[str]) -> None:
    assert said(turnover, recorded(*entries)) == []


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([CAME], id="nothing since"),
        pytest.param([CAME.replace("}", ", integration: no}")], id="said not to be done"),
        pytest.param([CAME, "happened: sprint\ndate: 2026-05-31"], id="a sprint before it came"),
    ],
)
def test_a_newcomer_alone(entries: list[str]) -> None:
    assert said(turnover, recorded(*entries), "joined_on", "joined_days") == [
        ("newcomer-alone", "1 June 2026", 214)
    ]


@pytest.mark.parametrize(
    ("entries", "charter"),
    [
        pytest.param([CAME, "happened: sprint\ndate: 2026-06-01"], "", id="a sprint"),
        pytest.param([CAME.replace("}", ", integration: 2026-06-20}")], "", id="helped to find its way"),
        pytest.param(
            [CAME, "happened: joining\nfollows: came\ndate: 2026-06-20\njoining: {integration: yes}"],
            "",
            id="a later entry says so",
        ),
        pytest.param([CAME], "stage: ended", id="it has ended"),
        pytest.param(["happened: joining"], "", id="no day"),
    ],
)
def test_nothing_is_said_of_newcomers(entries: list[str], charter: str) -> None:
    assert said(turnover, recorded(*entries, charter=charter)) == []
