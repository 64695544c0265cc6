"""Pages of where a coalition stands, kept beside the tests, byte for byte.

``COALCHECK_RESET=1`` (``just golden``) rewrites them; what changed is then read like code.
"""

from __future__ import annotations

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from coalition_at import CHARTER, write
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coalcheck.engine.report.parts.markup import escaped
from coalcheck.engine.report.parts.options import Options
from coalcheck.engine.report.standing import FORMATS, renderer
from coalcheck.engine.report.verdict.line import line
from coalcheck.engine.standing.stand import stand
from coalcheck.engine.standing.status import Status

GOLDEN = Path(__file__).parent / "golden"
HARBOUR = Path(__file__).parents[2] / "docs/examples/standing"
WIDE, NARROW = Options(100), Options(60)
ALL_FOR = "ballots: {for: [breathe, dockers, parents]}"
LATE = [
    "happened: meeting\ndate: 2026-01-10",
    *(
        f"happened: promise\nid: p{n}\ndate: 2026-01-20\npromise: {{what: Thing {n}, due: 2026-02-{n:02}}}"
        for n in range(1, 9)
    ),
    *(
        f"action: letter\nid: o{n}\ntitle: Letter {n}\ndate: 2026-05-{n:02}\nstatus: proposed"
        for n in range(1, 8)
    ),
    "happened: meeting\ntitle: Summer meeting\ndate: 2026-06-20",
    f"action: letter\nid: paid\ntitle: Print it\ndate: 2026-02-10\namount: 1300 EUR\ndone: yes\n{ALL_FOR}",
    "action: letter\nid: usd\ntitle: A domain\ndate: 2026-02-11\namount: 40 USD\nrecorded: adopted",
    "action: letter\ntitle: Odd\ndate: 2026-02-30",
    "happened: meeting\ntitle: Without a day",
]
HARD = "name: 'Harbour | *Air* <b>_2_</b>\u202e & [x](https://example.org) `c`'\n"


def harbour(tmp_path: Path, as_of: str) -> Status:
    folder = Path(shutil.copytree(HARBOUR, tmp_path / "harbour"))
    return stand(str(folder), as_of=date.fromisoformat(as_of))


def given_status(case: str, tmp_path: Path) -> Status:
    match case:
        case "harbour":
            return harbour(tmp_path, "2026-08-12")
        case "over":
            return harbour(tmp_path, "2027-05-01")
        case "late":
            return stand(str(write(tmp_path / "late", LATE)), as_of=date(2026, 5, 10))
        case "no-record":
            return stand(str(write(tmp_path / "new")), as_of=date(2026, 5, 10))
        case "not-read":
            broken = CHARTER.replace("stage: signed", "stage: [signed")
            return stand(str(write(tmp_path / "broken", charter=broken)), as_of=date(2026, 5, 10))
        case "hard":
            text = re.sub(r"^name: .*\n", lambda _: HARD, CHARTER)
            entry = "action: letter\ntitle: 'A | \\ *pipe*'\ndate: 2026-05-20\nstatus: proposed"
            return stand(str(write(tmp_path / "hard", [entry], charter=text)), as_of=date(2026, 5, 10))
    raise KeyError(case)


CASES = [
    pytest.param("harbour", "text", WIDE, "harbour.txt", id="text"),
    pytest.param("harbour", "text", NARROW, "harbour-narrow.txt", id="narrow"),
    pytest.param("harbour", "text", WIDE._replace(colour=True), "harbour-colour.txt", id="colour"),
    pytest.param("harbour", "text", WIDE._replace(show_all=True, verbose=True), "harbour-all.txt", id="all"),
    pytest.param("harbour", "plain", WIDE, "harbour-plain.txt", id="plain"),
    pytest.param("harbour", "markdown", WIDE, "harbour.md", id="markdown"),
    pytest.param("harbour", "json", WIDE, "harbour.json", id="json"),
    pytest.param("harbour", "ical", WIDE, "harbour.ics", id="ical"),
    pytest.param("over", "text", WIDE, "over.txt", id="over"),
    pytest.param("over", "json", WIDE, "over.json", id="over, json"),
    pytest.param("late", "text", WIDE, "late.txt", id="much is late"),
    pytest.param("late", "plain", WIDE, "late-plain.txt", id="much is late, plain"),
    pytest.param("late", "markdown", WIDE, "late.md", id="much is late, markdown"),
    pytest.param("late", "json", WIDE, "late.json", id="much is late, json"),
    pytest.param("no-record", "text", WIDE, "no-record.txt", id="nothing on record"),
    pytest.param("no-record", "plain", WIDE, "no-record-plain.txt", id="nothing on record, plain"),
    pytest.param("no-record", "json", WIDE, "no-record.json", id="nothing on record, json"),
    pytest.param("not-read", "text", WIDE, "not-read.txt", id="not read in full"),
    pytest.param("not-read", "plain", WIDE, "not-read-plain.txt", id="not read in full, plain"),
    pytest.param("not-read", "markdown", WIDE, "not-read.md", id="not read in full, markdown"),
    pytest.param("not-read", "json", WIDE, "not-read.json", id="not read in full, json"),
    pytest.param("hard", "markdown", WIDE, "hard.md", id="signs that Markdown would take for its own"),
]


@pytest.mark.parametrize(("case", "name", "options", "file"), CASES)
def test_status_golden(
    *, case: str, name: str, options: Options, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status = replace(given_status(case, tmp_path), version="0", matcher="reference")
    page = renderer(name)(status, options)
    kept = GOLDEN / file
    if os.environ.get("COALCHECK_RESET"):
        kept.write_bytes(page.encode())
    assert page == kept.read_bytes().decode()


def test_no_page_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {str(case.values[3]) for case in CASES}


def test_the_page_of_a_coalition_at_work_is_one_screen() -> None:
    assert len((GOLDEN / "harbour.txt").read_text(encoding="utf-8").splitlines()) <= 45


@pytest.mark.parametrize("case", ["harbour", "over", "late"])
@pytest.mark.parametrize("name", [each for each in FORMATS if each != "json"])
def test_nobody_is_told_of_who_promised_or_proposed(case: str, name: str, tmp_path: Path) -> None:
    """Members are named where the charter names them, and where their vote would carry something."""
    status = given_status(case, tmp_path)
    page = renderer(name)(replace(status, opened=(), vetoes=()), WIDE._replace(show_all=True))
    assert not [each for each in ("Breathe", "Dock Workers", "Parents", "breathe", "dockers") if each in page]


@pytest.mark.parametrize("name", sorted({path.name for path in GOLDEN.glob("*.md")}))
def test_every_row_of_a_table_has_the_cells_of_its_head(name: str) -> None:
    text = (GOLDEN / name).read_text(encoding="utf-8")
    tables = [block for block in text.split("\n\n") if block.startswith("|")]
    assert tables
    for table in tables:
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in table.splitlines()}) == 1


# Laws

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
SIGNS = st.text(st.sampled_from("|\\`*_{}[]()<>#+-.!~$&@:/ \n\taw1"), max_size=40)


@given(TEXT | SIGNS)
def test_nothing_in_a_text_is_more_than_itself_in_markdown(text: str) -> None:
    """Each sign that could act stands behind a backslash, and taking these away gives the text."""
    shown = escaped(text)
    assert "\n" not in shown
    rest = re.sub(r"\\[\\`*_{}\[\]<>#|~$&!.)+=:@/-]", "", shown)
    assert not set(rest) & set("\\`*_{}[]<>#|~$&!@")
    assert "://" not in rest
    assert not re.match(r"[-+=]|\d+[.)](\s|$)", shown)
    plain = re.sub(r"\\(.)", r"\1", shown)
    assert plain == line(text)
