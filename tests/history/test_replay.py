"""The order of a record, what is ahead, and earlier attempts at the same."""

from __future__ import annotations

from itertools import permutations

import pytest
from recording import recorded

from coalcheck.engine.history.index import Beginning, Index
from coalcheck.engine.history.record import Record

MEETING = "happened: meeting\ntitle: {}\n{}"


def titles(record: Record) -> list[str]:
    return [each.called for each in record.entries]


@pytest.mark.parametrize(
    ("entries", "order"),
    [
        pytest.param(["date: 2026-05-02", "date: 2026-05-01"], "ba", id="by day"),
        pytest.param(["date: 2026-05-01\nid: y", "date: 2026-05-01\nid: x"], "ba", id="by id on one day"),
        pytest.param(["date: 2026-05-01T16:00", "date: 2026-05-01T09:00"], "ba", id="by the hour"),
        pytest.param(["date: 2026-05-01T00:30+02:00", "date: 2026-04-30T23:00Z"], "ab", id="across zones"),
        pytest.param(["date: 2026", "date: 2026-01-02"], "ab", id="a year begins with its first day"),
        pytest.param(["id: x", "date: 2026-05-02"], "ba", id="without a day last"),
    ],
)
def test_entries_stand_in_the_order_of_their_days(entries: list[str], order: str) -> None:
    files = [MEETING.format(name, text) for name, text in zip("ab", entries, strict=True)]

    assert "".join(titles(recorded(*files))) == order


def test_a_proposal_stands_at_the_day_that_it_has() -> None:
    record = recorded("action: letter\ntitle: b\nnotice: 2026-05-02", MEETING.format("a", "date: 2026-05-01"))
    assert titles(record) == ["a", "b"]


def test_files_without_a_day_say_so() -> None:
    record = recorded(MEETING.format("a", ""), MEETING.format("b", "date: 2026-05-01"))
    assert [bool(each.notes) for each in record.entries] == [False, True]


def test_what_is_later_is_ahead_and_changes_nothing() -> None:
    charter = "scope: {money: {in_all: 100 EUR}, widen: change}"
    spend = "action: letter\ntitle: {}\ndate: {}\namount: 80 EUR\nballots: {{for: [breathe, local-9]}}"
    files = [spend.format("now", "2026-05-01"), spend.format("later", "2026-04-01")]
    record = recorded(*files, charter=charter, as_of="2026-04-15")

    assert titles(record) == ["later"]
    assert [each.called for each in record.ahead] == ["now"]
    verdicts = [each.verdict.outcome for each in (*record.entries, *record.ahead) if each.verdict is not None]
    assert verdicts == ["adopted", "unauthorised"]


CALL_AGAIN = """
name: Clean Air
members: [{id: a}, {id: b}, {id: c}, {id: d}]
decisions:
  letter:
    covers: [speak]
    passes: more than half of votes cast
    quorum: at least 3 members
    second_call: {after: 7 days, quorum: at least 2 members}
  renewal:
    covers: [renew]
    passes: all members
    otherwise: {after: 7 days, if: failure, passes: at least 3/4 of members}
  change: {covers: [amend], passes: all members}
"""
FIRST = "action: letter\nid: one\ndate: 2026-05-04\nballots: {for: [a]}"
SECOND = "action: letter\ndate: 2026-05-18\nballots: {for: [a, b]}\n"
ASKED = "action: renewal\nid: one\ndate: 2026-05-04\nballots: {for: [a, b, c], against: [d]}"
AGAIN = "action: renewal\ndate: 2026-05-18\nballots: {for: [a, b, c], against: [d]}\n"


@pytest.mark.parametrize(
    ("first", "second", "outcome"),
    [
        pytest.param(FIRST, SECOND + "follows: [one]", "adopted", id="it goes back to the first"),
        pytest.param(FIRST, SECOND + "id: one", "adopted", id="it has the same id"),
        pytest.param(FIRST, SECOND, "no-quorum", id="it stands for itself"),
        pytest.param(FIRST, SECOND.replace("18", "06") + "follows: [one]", "no-quorum", id="too soon"),
        pytest.param(
            FIRST.replace("for: [a]", "for: [a, b, c]"),
            SECOND + "follows: [one]",
            "no-quorum",
            id="the first had a quorum",
        ),
        pytest.param(
            FIRST,
            SECOND + "follows: [one]\nfirst_attempt: {date: 2026-05-17, outcome: no-quorum}",
            "no-quorum",
            id="what the file says goes first",
        ),
        pytest.param(ASKED, AGAIN + "follows: [one]", "adopted", id="a second way after a failure"),
        pytest.param(ASKED, AGAIN, "rejected", id="no second way without it"),
        pytest.param(ASKED, SECOND + "follows: [one]", "no-quorum", id="under another decision"),
    ],
)
def test_earlier_attempts_are_found_on_record(first: str, second: str, outcome: str) -> None:
    last = recorded(first, second, charter=CALL_AGAIN).entries[-1]
    assert last.verdict is not None
    assert last.verdict.outcome == outcome


def test_the_beginning_of_a_record_is_a_record() -> None:
    texts = [MEETING.format(name, f"date: 2026-05-0{day}") for day, name in enumerate("abcd", 1)]
    texts += [f"action: letter\ntitle: {name}\ndate: 2026-06-0{day}" for day, name in enumerate("ef", 1)]
    record = recorded(*texts)
    every = list(record.entries)
    for end in range(len(every) + 1):
        part = Record(
            record.charter, record.document, Beginning(every, end), record.as_of, index=record.index
        )
        plain = Record(record.charter, record.document, tuple(every[:end]), record.as_of)

        assert list(part.entries) == list(plain.entries)
        assert part.entries[:2] == tuple(every[:end][:2])
        assert list(reversed(part.entries)) == every[:end][::-1]
        assert list(part.events("meeting", "review")) == list(plain.events("meeting", "review"))
        assert list(part.acts()) == list(plain.acts())
        assert list(part.acts("speak", "event")) == list(plain.acts("speak", "event"))
        assert list(part.acts_perhaps("speak")) == list(plain.acts_perhaps("speak"))
    with pytest.raises(IndexError):
        Beginning(every, 1)[1]


def test_an_index_finds_each_once_and_in_order() -> None:
    record = recorded("action: letter\ndate: 2026-05-02", "action: speak\ndate: 2026-05-01")
    index = Index(record.entries)

    assert list(index.acts((), 2)) == [0, 1]
    assert list(index.acts(("speak", "event", "spend"), 2)) == [0, 1]
    assert list(index.acts(("speak", "speak"), 2)) == [0]
    assert list(index.acts(("event",), 2)) == []
    assert list(index.perhaps(("speak", "event", "speak"), 2)) == [0, 1]
    assert list(index.perhaps(("event",), 2)) == [1]
    assert list(index.perhaps(("speak",), 1)) == [0]
    assert list(index.events(("meeting",), 2)) == []


def test_the_order_of_files_is_nothing() -> None:
    files = [
        MEETING.format("a", "date: 2026-05-02"),
        MEETING.format("b", "date: 2026-05-02\nid: x"),
        MEETING.format("c", "date: 2026"),
        "action: letter\ntitle: d\ndate: 2026-04-01\nballots: {for: [breathe, local-9]}",
    ]
    orders = {tuple(titles(recorded(*each))) for each in permutations(files)}
    assert orders == {("c", "d", "a", "b")}
