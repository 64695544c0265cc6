"""Something was not kept: small matters are talked about, grave ones are met about."""

from __future__ import annotations

import pytest
from acting import act_of, names, values

LEVELS = """\
breach:
  minor:
    is: [late answer, missed task]
    done: The two contacts talk within 7 days.
  major:
    is: [public statement against the coalition]
    done: Meeting of all members within 14 days; the member concerned is heard first.
    measures: [public correction, suspend]
"""


def found(lines: str, as_of: str | None = None, charter: str = LEVELS) -> list[str]:
    return names(act_of(charter, f"happened: breach\ndate: 2026-05-01\nbreach: {{{lines}}}\n", as_of=as_of))


@pytest.mark.parametrize(
    ("lines", "as_of", "expected"),
    [
        pytest.param(
            "level: minor, talked: 2026-05-09", None, ["small-without-talk"], id="talked a day late"
        ),
        pytest.param("level: minor, talked: no", None, ["small-without-talk"], id="not talked"),
        pytest.param("level: minor", "2026-05-09", ["small-without-talk"], id="nothing on record by then"),
        pytest.param(
            "level: minor, talked: yes, measures: [suspended]", None, ["small-with-hard-measure"], id="hard"
        ),
        pytest.param(
            "level: minor, what: [public statement against the coalition], talked: yes",
            None,
            ["weighed-otherwise"],
            id="a grave one taken for small",
        ),
        pytest.param(
            "level: major, what: missed task, meeting: 2026-05-02",
            None,
            ["weighed-otherwise"],
            id="a small one taken for grave",
        ),
        pytest.param(
            "level: major, meeting: 2026-05-16", None, ["grave-without-meeting"], id="met a day late"
        ),
        pytest.param("level: major, meeting: no", None, ["grave-without-meeting"], id="not met"),
        pytest.param("level: major", "2026-05-16", ["grave-without-meeting"], id="nothing by then"),
        pytest.param(
            "level: major, meeting: 2026-05-10, heard: 2026-05-11", None, ["grave-unheard"], id="heard after"
        ),
        pytest.param("level: major, meeting: yes, heard: no", None, ["grave-unheard"], id="not heard"),
        pytest.param(
            "level: major, meeting: yes, measures: [a fine of 10 EUR]",
            None,
            ["measure-not-foreseen"],
            id="a measure that is not listed",
        ),
    ],
)
def test_what_differs_from_the_way_of_the_charter(lines: str, as_of: str | None, expected: list[str]) -> None:
    assert found(lines, as_of) == expected


@pytest.mark.parametrize(
    ("lines", "as_of", "charter"),
    [
        pytest.param("level: minor, talked: 2026-05-08", None, LEVELS, id="talked in time"),
        pytest.param("level: minor, talked: yes", "2026-06-01", LEVELS, id="talked, day not known"),
        pytest.param("level: minor", "2026-05-08", LEVELS, id="still time to talk"),
        pytest.param("level: minor, what: [late answers], talked: yes", None, LEVELS, id="listed as small"),
        pytest.param(
            "level: minor, what: [something else], talked: yes", None, LEVELS, id="not listed at all"
        ),
        pytest.param(
            "level: major, meeting: 2026-05-15, heard: 2026-05-15", None, LEVELS, id="met and heard in time"
        ),
        pytest.param(
            "level: major, meeting: yes, measures: [suspended]", None, LEVELS, id="a measure of the list"
        ),
        pytest.param("what: [late answer]", "2027-05-01", LEVELS, id="nobody has weighed it"),
        pytest.param("level: minor", "2027-05-01", "", id="the charter has no way for it"),
        pytest.param(
            "level: major", "2027-05-01", "breach: {major: The assembly decides.}\n", id="no time is named"
        ),
    ],
)
def test_what_goes_the_way_of_the_charter(lines: str, as_of: str | None, charter: str) -> None:
    assert found(lines, as_of, charter) == []


def test_what_came_late_is_told_apart_from_what_never_came() -> None:
    late = act_of(LEVELS, "happened: breach\ndate: 2026-05-01\nbreach: {level: minor, talked: 2026-05-09}\n")
    never = act_of(LEVELS, "happened: breach\ndate: 2026-05-01\nbreach: {level: minor, talked: no}\n")

    assert values(late, "small-without-talk")["is_late"] is True
    assert values(never, "small-without-talk")["is_late"] is False
    assert values(late, "small-without-talk")["said"] == "9 May; the time ran to 8 May"
