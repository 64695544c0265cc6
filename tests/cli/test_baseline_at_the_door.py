"""A baseline from the command line: what is written, what is told from then on, how it becomes shorter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from in_a_repository import ENTRY, Run, here, report, run
from settling import CHARTER

from coalcheck.engine.findings.baseline import NAME

__all__ = ["here", "run"]


def test_baseline_from_the_first_to_the_last(here: Path, run: Run) -> None:
    first = run("baseline")
    known = json.loads((here / NAME).read_text("utf-8"))
    assert first.code == 0
    assert first.out.startswith(f"{NAME} holds {sum(row['count'] for row in known['points'])} points now: ")
    assert "coalcheck.toml" in first.out

    (here / "coalcheck.toml").write_text(f'baseline = "{NAME}"\n', encoding="utf-8")
    assert run("validate").code == 0
    assert run("validate", "--fail-on", "info").code == 0
    assert "points of the baseline" in run("validate").out

    worse = CHARTER.replace("    passes: all members\n", "    passes: at least half\n")
    (here / "charter.yaml").write_text("# a line more\n" + worse, encoding="utf-8")
    page = report(run, "validate")
    new = [row for row in page["results"][0]["findings"] if row["baseline_state"] == "new"]
    assert [row["path"] for row in new if row["code"].startswith("D3")] == ["decisions.change.passes"]
    assert page["summary"]["errors"] == len([row for row in new if row["severity"] == "error"])
    assert run("validate").code == 1

    (here / "charter.yaml").write_text(CHARTER.replace("    sector: health\n", ""), encoding="utf-8")
    assert "of coalcheck-baseline.json" in run("validate", "--all").out
    again = run("baseline")
    assert "coalcheck.toml" not in again.out, "it is in use"
    assert "0 new" in again.out
    assert len(json.loads((here / NAME).read_text("utf-8"))["points"]) < len(known["points"])
    before = (here / NAME).read_text("utf-8")
    run("baseline")
    assert (here / NAME).read_text("utf-8") == before


def test_a_baseline_holds_what_is_found_in_a_record_too(here: Path, run: Run) -> None:
    (here / "decisions").mkdir()
    (here / "decisions/letter.yaml").write_text(ENTRY, encoding="utf-8")
    clear = CHARTER.replace("at least two thirds", "at least 2/3 of members")
    (here / "charter.yaml").write_text(clear, encoding="utf-8")
    # The votes carry what the minutes call rejected.
    assert "D" in {row["code"][0] for row in report(run, "check", "--record", ".")["results"][-1]["findings"]}

    run("baseline")

    page = report(run, "check", "--record", ".", "--baseline", NAME)
    rows = [row for result in page["results"] for row in result["findings"]]
    assert {row["baseline_state"] for row in rows} == {"unchanged"}
    # What the minutes say is still not so: a baseline is about points, and no verdict.
    assert run("check", "--record", ".", "--baseline", NAME).code == 1


def test_a_baseline_lies_beside_the_settings(here: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "coalcheck.toml").write_text("strict = false\n", encoding="utf-8")
    (here / "a").mkdir()
    (here / "a/charter.yaml").write_text(CHARTER, encoding="utf-8")
    monkeypatch.chdir(here / "a")
    ran = run("baseline")
    assert ran.out.startswith(f"../{NAME} holds ")
    assert f'baseline = "{NAME}"' in ran.out
    assert (here / NAME).exists()
    with (here / "coalcheck.toml").open("a", encoding="utf-8") as file:
        file.write(f'baseline = "{NAME}"\n')
    assert run("validate", "--fail-on", "info").code == 0


def test_actions_can_be_named_for_a_baseline(here: Path, run: Run) -> None:
    clear = CHARTER.replace("at least two thirds", "at least 2/3 of members")
    (here / "charter.yaml").write_text(clear, encoding="utf-8")
    (here / "letter.yaml").write_text(ENTRY, encoding="utf-8")
    run("baseline", "charter.yaml", "letter.yaml")
    files = {row["file"] for row in json.loads((here / NAME).read_text("utf-8"))["points"]}
    assert files == {"charter.yaml", "letter.yaml"}


def test_what_is_not_looked_at_stays_known_as_long_as_it_is_there(here: Path, run: Run) -> None:
    for name in ("a", "b", "c"):
        (here / name).mkdir()
        (here / name / "charter.yaml").write_text(CHARTER, encoding="utf-8")
    run("baseline", ".")
    (here / "c/charter.yaml").unlink()
    run("baseline", "a")
    files = {row["file"] for row in json.loads((here / NAME).read_text("utf-8"))["points"]}
    assert files == {"charter.yaml", "a/charter.yaml", "b/charter.yaml"}


@pytest.mark.parametrize(
    ("args", "code", "says"),
    [
        pytest.param(["nowhere.yaml"], 2, "nowhere.yaml cannot be read", id="no such file"),
        pytest.param(["-"], 2, "name them instead of a dash", id="standard input"),
        pytest.param(["empty"], 3, "There is no charter in empty", id="no charter"),
        pytest.param(
            ["charter.yaml", "--baseline", "broken.json"], 2, "is no baseline: line 1", id="another file"
        ),
        pytest.param(["charter.yaml", "nowhere.yaml"], 2, "nowhere.yaml cannot be read", id="one of two"),
    ],
)
def test_a_baseline_of_nothing(args: list[str], code: int, says: str, here: Path, run: Run) -> None:
    (here / "empty").mkdir()
    (here / "broken.json").write_text("nothing", encoding="utf-8")
    ran = run("baseline", *args)
    assert ran.code == code
    assert says in ran.err
    assert not (here / NAME).exists()
    assert (here / "broken.json").read_text("utf-8") == "nothing"


def test_what_keeps_a_file_from_being_read_is_said_and_left_out(here: Path, run: Run) -> None:
    (here / "charter.yaml").write_text(CHARTER.replace("purpose:", "porpose:"), encoding="utf-8")
    ran = run("baseline")
    assert "from being read and cannot be known" in ran.out
    assert "C150" not in (here / NAME).read_text("utf-8")
    assert run("validate", "--baseline", NAME).code == 1
