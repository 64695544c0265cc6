"""The command ``status``: what it reads, where the result goes, and with which code it ends."""

from __future__ import annotations

import json
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from coalition_at import CHARTER, write
from icalendar import Calendar

from coalcheck import cli
from coalcheck.door.ending import exit_code_of
from coalcheck.engine.report.standing import FORMATS

MEETING = "happened: meeting\ndate: 2026-01-10"
REVIEW = "happened: review\ndate: 2026-03-28"
PROMISE = "happened: promise\nid: leaflet\ndate: 2026-01-20\npromise: {what: The leaflet, due: 2026-02-01}"


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def command(*words: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalcheck", "status", *words])
        code = exit_code_of(cli.commands)
        return Ran(code, *capsys.readouterr())

    return command


def test_without_a_path_it_is_this_folder(run: Run, tmp_path: Path) -> None:
    write(tmp_path, [MEETING])
    assert run("--as-of", "2026-02-01") == run(".", "--as-of", "2026-02-01")
    assert "Harbour Air" in run("--as-of", "2026-02-01").out


def test_a_charter_may_be_named_as_well_as_its_folder(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "air", [MEETING])
    assert run("air", "--as-of", "2026-02-01") == run("air/charter.yaml", "--as-of", "2026-02-01")


def test_the_record_may_lie_elsewhere(run: Run, tmp_path: Path) -> None:
    write(tmp_path / "air")
    write(tmp_path / "other", [MEETING, REVIEW])
    ran = run("air", "--record", "other/decisions", "--as-of", "2026-05-01")
    assert "On record: 2 entries" in ran.out


def test_beside_a_charter_only_entries_are_read(run: Run, tmp_path: Path) -> None:
    """Where the record has no folder: what else lies there is left alone, and so are other coalitions."""
    write(tmp_path)
    write(tmp_path / "other", [MEETING])
    (tmp_path / "other/charter.yaml").unlink()
    (tmp_path / "review.yaml").write_text(REVIEW, encoding="utf-8")
    (tmp_path / "notes.yaml").write_text("a: shopping list\n", encoding="utf-8")
    ran = run("charter.yaml", "--as-of", "2026-05-01")
    assert "On record: 1 entry since 28 March 2026." in ran.out
    assert "could not be understood" not in ran.out


@pytest.mark.parametrize(
    ("entries", "as_of", "args", "code"),
    [
        pytest.param([MEETING], "2026-03-01", [], 0, id="nothing overdue"),
        pytest.param([MEETING], "2026-04-02", [], 0, id="worth a talk is not enough"),
        pytest.param([MEETING], "2026-04-02", ["--fail-on", "warning"], 1, id="worth a talk, asked for"),
        pytest.param([MEETING, REVIEW], "2026-04-02", ["--fail-on", "info"], 0, id="done"),
        pytest.param([], "2026-04-02", ["--fail-on", "info"], 0, id="no record, so nothing is overdue"),
        pytest.param([MEETING, PROMISE], "2026-02-05", ["--fail-on", "info"], 0, id="no policy weighs it"),
        pytest.param([MEETING, REVIEW], "2027-11-05", ["--fail-on", "warning"], 1, id="the end is near"),
        pytest.param(["happened: meeting\ndate: 2026-13-45"], "2026-03-01", [], 1, id="read in part"),
        pytest.param(["hello"], "2026-03-01", [], 1, id="no entry at all"),
        pytest.param(["hello"], "2026-03-01", ["--exit-zero"], 0, id="for a page only"),
    ],
)
@pytest.mark.parametrize("form", FORMATS)
def test_exit_code(
    *, run: Run, tmp_path: Path, entries: list[str], as_of: str, args: list[str], code: int, form: str
) -> None:
    write(tmp_path, entries)
    ran = run("--as-of", as_of, "--format", form, *args)
    assert (ran.code, ran.err) == (code, "")


@pytest.mark.parametrize("form", [each for each in FORMATS if each != "ical"])
def test_a_charter_that_cannot_be_read_is_never_in_order(run: Run, tmp_path: Path, form: str) -> None:
    (tmp_path / "charter.yaml").write_text("hello\n", encoding="utf-8")
    ran = run("--format", form)
    assert ran.code == 1
    assert "nothing is overdue" not in ran.out
    assert "not-a-mapping" in ran.out


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        pytest.param(["nowhere"], 2, "nowhere cannot be read", id="no such place"),
        pytest.param(["empty"], 3, "There is no charter in empty", id="no charter"),
        pytest.param(["air/decisions/000.yaml"], 2, "is an entry of a record", id="an entry"),
        pytest.param(["air", "--record", "nowhere"], 2, "nowhere is not a folder", id="no such record"),
        pytest.param(["."], 2, "There are several charters in .", id="several charters"),
        pytest.param(["air", "--as-of", "1 July"], 2, "write it like 2026-07-01", id="a day in words"),
        pytest.param(
            ["air", "--format", "xml"], 2, "'ical', 'json', 'markdown', 'plain', 'text'", id="format"
        ),
    ],
)
def test_typed_wrongly(run: Run, tmp_path: Path, words: list[str], code: int, says: str) -> None:
    write(tmp_path / "air", [MEETING])
    write(tmp_path / "river", [MEETING])
    (tmp_path / "empty").mkdir()
    ran = run(*words)
    assert (ran.code, ran.out) == (code, "")
    assert says in ran.err


def test_a_file_that_cannot_be_opened_is_named(run: Run, tmp_path: Path) -> None:
    write(tmp_path, [MEETING])
    (tmp_path / "decisions/gone.yaml").symlink_to(tmp_path / "nowhere")
    ran = run("--as-of", "2026-02-01")
    assert ran.code == 2
    assert "Harbour Air" in ran.out
    assert "decisions/gone.yaml cannot be read" in ran.err


def test_a_fault_of_the_program_is_never_in_order(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from coalcheck.engine.standing import stand as engine

    def broken(*_: object) -> None:
        raise ZeroDivisionError("by zero")

    write(tmp_path, [MEETING])
    monkeypatch.delenv("COALCHECK_DEBUG", raising=False)
    monkeypatch.setattr(engine, "purses", broken)
    ran = run("--as-of", "2026-02-01", "--exit-zero")
    assert (ran.code, ran.out) == (4, "")
    assert "ZeroDivisionError" in ran.err


def test_several_formats_at_once(run: Run, tmp_path: Path) -> None:
    write(tmp_path, [MEETING, REVIEW])
    words = [
        "--format",
        "text",
        "--format",
        "ical",
        "--output",
        "dates.ics",
        "--format",
        "json",
        "--output",
        "s.json",
    ]
    ran = run("--as-of", "2026-05-01", *words)
    assert ran.out.startswith("Harbour Air")
    assert json.loads((tmp_path / "s.json").read_text(encoding="utf-8"))["as_of"] == "2026-05-01"
    data = (tmp_path / "dates.ics").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n")
    assert Calendar.from_ical(data).walk("VEVENT")


def test_a_policy_of_its_own_weighs_for_the_coalition(run: Run, tmp_path: Path) -> None:
    """A shipped policy steps back for one of the coalition's own with its name."""
    write(tmp_path, [MEETING])
    assert run("--as-of", "2026-04-02").code == 0
    (tmp_path / "policies").mkdir()
    own = (
        "code: L001\nname: first-review-not-held\ntitle: Our review\nseverity: error\nsubject: record\n"
        "when: {matter: first-review-overdue}\nat: here\nmessage: Our review is due\n"
        "why: We agreed on it.\nfix: Meet on Monday.\nsource: [Our meeting]\n"
        "examples:\n"
        '  - {name: late, record: "# as-of: 2026-08-01\\n# file: charter.yaml\\nname: Air  # expect: L001"}\n'
        '  - {name: not late, record: "# as-of: 2026-08-01\\n# file: charter.yaml\\nname: Air"}\n'
    )
    (tmp_path / "policies/first-review-not-held.yaml").write_text(own, encoding="utf-8")
    ran = run("--as-of", "2026-04-02")
    assert ran.code == 1
    assert "NEXT: The first review. Meet on Monday. (first-review-not-held, L001)" in ran.out


@pytest.mark.parametrize("form", FORMATS)
def test_the_names_and_order_of_the_files_do_not_matter(run: Run, tmp_path: Path, form: str) -> None:
    entries = [
        MEETING, REVIEW, PROMISE,
        "action: letter\nid: one\ndate: 2026-02-02\namount: 300 EUR\nballots: {for: [breathe, dockers]}",
        "action: letter\nid: two\ndate: 2026-03-02\namount: 100 EUR\nballots: {for: [breathe, dockers]}",
        "action: letter\nid: three\ndate: 2026-06-02\nstatus: proposed",
    ]  # fmt: skip
    names = [f"{n}.yaml" for n in range(len(entries))]
    pages = set()
    for seed in range(4):
        shuffled = list(entries)
        random.Random(seed).shuffle(shuffled)
        folder = tmp_path / str(seed)
        write(folder, dict(zip(names, shuffled, strict=True)))
        os.chdir(folder)
        page = run("--as-of", "2026-05-01", "--format", form).out
        # Which file something stands in is the one thing that differs.
        for name in names:
            page = page.replace(f"decisions/{name}", "decisions/_")
        pages.add(page.replace("\r\n ", ""))
    assert len(pages) == 1


def test_the_day_is_today_unless_said(run: Run, tmp_path: Path) -> None:
    far = CHARTER.replace("2026-01-01", "1990-01-01").replace("2026-04-01", "1990-04-01")
    write(tmp_path, [MEETING.replace("2026", "1990")], charter=far.replace("2027-12-31", "1999-12-31"))
    assert "it ended" in run().out
    assert "it ended" not in run("--as-of", "1998-05-01").out
