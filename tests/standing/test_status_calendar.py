"""The calendar, read back by the library that calendars are read with."""

from __future__ import annotations

import builtins
import importlib
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from coalition_at import CHARTER, standing, write
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from msgspec.structs import replace

from coalcheck.engine.findings.result import Heading, Result
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.standing import CannotRender, calendar, renderer
from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.standing.stand import stand
from coalcheck.engine.standing.status import Coming, Kept, Next, Status

MEETING = "happened: meeting\ndate: 2026-01-10"
PROMISE = "happened: promise\nid: leaflet\ndate: 2026-01-20\npromise: {what: The leaflet, due: 2026-05-01}"
NEW_DAY = "happened: promise\nid: second\nfollows: leaflet\ndate: 2026-04-20\npromise: {new_day: 2026-06-15}"
RENEWAL = "renewal: {every: 12 months, at_latest: 15 months}\n"


def text_of(status: Status) -> str:
    return renderer("ical")(status, Options())


def events(text: str) -> list[Any]:
    return list(Calendar.from_ical(text).walk("VEVENT"))


def uids(status: Status) -> dict[str, str]:
    return {str(each["summary"]): str(each["uid"]) for each in events(text_of(status))}


def days_of(status: Status) -> set[tuple[str, date]]:
    return {(str(each["summary"]), each["dtstart"].dt) for each in events(text_of(status))}


def with_days(*days: Coming, name: str = "Harbour Air") -> Status:
    """A status that has nothing but these days."""
    heading = Heading(name, "coalition", "", "", 3)
    charter = Result("charter.yaml", "charter", (), heading)
    return Status(charter, date(2026, 6, 1), "0", "reference", Kept(1), Next(""), days=days)


def test_every_day_that_is_not_done_is_there(tmp_path: Path) -> None:
    status = standing(tmp_path, [MEETING, PROMISE], "2026-05-10", RENEWAL)
    assert days_of(status) == {
        ("Harbour Air: the first review", date(2026, 4, 1)),
        ("Harbour Air: what was promised: The leaflet", date(2026, 5, 1)),
        ("Harbour Air: the talk on whether to go on", date(2027, 1, 1)),
        ("Harbour Air: the last day for the talk on whether to go on", date(2027, 4, 1)),
        ("Harbour Air: a decision on whether to end, to go on or to change", date(2027, 11, 1)),
        ("Harbour Air: the end of the term", date(2027, 12, 31)),
    }


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param([MEETING, "happened: review\ndate: 2026-03-20"], id="done"),
        pytest.param([], id="no record, and its day has passed"),
    ],
)
def test_what_is_done_or_passed_is_not_there(tmp_path: Path, entries: list[str]) -> None:
    status = standing(tmp_path, entries, "2026-05-10")
    assert "Harbour Air: the first review" not in {said for said, _ in days_of(status)}


def test_events_take_the_whole_day_and_nobodys_time(tmp_path: Path) -> None:
    status = standing(tmp_path, [MEETING], "2026-02-01")
    found = events(text_of(status))
    assert found
    for each in found:
        assert type(each["dtstart"].dt) is date
        assert each["dtend"].dt - each["dtstart"].dt == timedelta(days=1)
        assert str(each["transp"]) == "TRANSPARENT"
        assert each["dtstamp"].dt == datetime(2026, 2, 1, tzinfo=UTC)
    whole = Calendar.from_ical(text_of(status))
    assert (str(whole["version"]), str(whole["prodid"])) == ("2.0", "-//coalcheck//status//EN")
    assert str(whole["x-wr-calname"]) == "Harbour Air"


def test_the_last_day_there_is_has_no_day_after_it() -> None:
    [event] = events(text_of(with_days(Coming("end", "the end", date.max, "later", "end"))))
    assert event["dtstart"].dt == date.max
    assert "dtend" not in event


def test_the_calendar_is_made_of_the_files_and_the_day_alone(tmp_path: Path) -> None:
    folder = write(tmp_path, [MEETING, PROMISE], RENEWAL)
    one, two = (stand(str(folder), as_of=date(2026, 5, 10)) for _ in range(2))
    assert text_of(one) == text_of(two)


@pytest.mark.parametrize("change", ["lines", "folder", "file", "later day"])
def test_an_event_keeps_its_identifier(tmp_path: Path, change: str) -> None:
    """However the files move, the calendar of a reader has each thing once."""
    folder = write(tmp_path / "one", {"a.yaml": MEETING, "b.yaml": PROMISE}, RENEWAL)
    before = uids(stand(str(folder), as_of=date(2026, 3, 10)))
    as_of = date(2026, 3, 10)
    if change == "lines":
        charter = folder / "charter.yaml"
        charter.write_text("# a remark\n\n" + charter.read_text(encoding="utf-8"), encoding="utf-8")
    elif change == "folder":
        folder = Path(shutil.copytree(folder, tmp_path / "other/place"))
    elif change == "file":
        (folder / "decisions/b.yaml").rename(folder / "decisions/z.yaml")
    else:
        as_of = date(2026, 3, 20)
    assert uids(stand(str(folder), as_of=as_of)) == before
    assert len(set(before.values())) == len(before)


def test_another_day_that_was_agreed_on_moves_the_event(tmp_path: Path) -> None:
    said = "Harbour Air: what was promised: The leaflet"
    before = standing(tmp_path / "one", [MEETING, PROMISE], "2026-05-10")
    after = standing(tmp_path / "two", [MEETING, PROMISE, NEW_DAY], "2026-05-10")
    assert uids(before)[said] == uids(after)[said]
    assert (said, date(2026, 6, 15)) in days_of(after)
    assert (said, date(2026, 5, 1)) not in days_of(after)


def test_what_comes_back_is_another_event_each_time(tmp_path: Path) -> None:
    said = "Harbour Air: the check-in"
    extra = "check_ins: {every: month}\n"
    one = standing(tmp_path / "one", [MEETING], "2026-02-05", extra)
    two = standing(tmp_path / "two", [MEETING, "happened: meeting\ndate: 2026-02-09"], "2026-02-10", extra)
    assert uids(one)[said] != uids(two)[said]


def test_two_coalitions_share_no_identifier(tmp_path: Path) -> None:
    one = standing(tmp_path / "one", [MEETING], "2026-02-05")
    two = standing(
        tmp_path / "two", [MEETING], "2026-02-05", charter=CHARTER.replace("Harbour Air", "River Air")
    )
    assert not set(uids(one).values()) & set(uids(two).values())


def test_two_things_that_nothing_tells_apart_are_two_events() -> None:
    same = Coming("meeting", "a meeting", date(2026, 7, 1), "later", "planned meeting")
    found = events(text_of(with_days(same, same)))
    assert len({str(each["uid"]) for each in found}) == 2


@pytest.mark.parametrize(
    ("entries", "as_of", "said"),
    [
        pytest.param([MEETING], "2026-04-11", "it is overdue: nothing on record shows it", id="overdue"),
        pytest.param([MEETING], "2026-02-01", "Set in ", id="where it is set"),
    ],
)
def test_what_an_event_tells(tmp_path: Path, entries: list[str], as_of: str, said: str) -> None:
    found = {
        str(each["summary"]): str(each["description"])
        for each in events(text_of(standing(tmp_path, entries, as_of)))
    }
    assert said in found["Harbour Air: the first review"]


def test_of_a_charter_that_cannot_be_read_there_is_no_calendar(tmp_path: Path) -> None:
    (tmp_path / "charter.yaml").write_text("hello\n", encoding="utf-8")
    with pytest.raises(CannotRender, match="coalcheck validate says why"):
        text_of(stand(str(tmp_path), as_of=date(2026, 5, 10)))


def test_without_the_library_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: Any) -> Any:
        if name == "icalendar":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.delitem(sys.modules, calendar.__name__)
    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(CannotRender, match=r"pip install 'coalcheck\[calendar\]'"):
        importlib.import_module(calendar.__name__)


# Laws

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200)


@given(TEXT, TEXT)
def test_any_text_comes_back_as_it_is_shown(name: str, said: str) -> None:
    """Commas, semicolons, backslashes, line ends, letters of four bytes: escaped, folded and read back."""
    day = Coming("promise", said, date(2026, 7, 1), "later", "a key", place=None)
    text = text_of(with_days(day, name=name))
    assert all(len(row.encode("utf-8")) <= 75 for row in text.split("\r\n"))
    assert text.replace("\r\n", "").count("\n") == 0
    assert text.replace("\r\n", "").count("\r") == 0
    [event] = events(text)
    assert str(event["summary"]) == f"{line(name) or 'charter.yaml'}: {line(said)}"


@given(st.lists(st.tuples(st.dates(), TEXT), max_size=6, unique_by=lambda each: each[1]))
def test_every_event_has_an_identifier_of_its_own(days: list[tuple[date, str]]) -> None:
    status = with_days(*(Coming("promise", said, day, "later", said) for day, said in days))
    found = events(text_of(status))
    assert len({str(each["uid"]) for each in found}) == len(found) == len(days)
    assert sorted(each["dtstart"].dt for each in found) == sorted(day for day, _ in days)
    assert text_of(replace(status, days=tuple(status.days))) == text_of(status)
