"""Comments in charters, actions and entries of a record: each holds where its point is looked for."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from coalcheck.engine.check import check
from coalcheck.engine.findings.baseline import counted
from coalcheck.engine.findings.finding import Finding
from coalcheck.engine.findings.settings import Settings
from coalcheck.engine.validate import validate

EXAMPLES = Path(__file__).parents[2] / "docs/examples"
DAY = date(2026, 11, 1)
RECORDS = ("record", "standing")


def copied(name: str, folder: Path) -> Path:
    """The folder of an example, as a repository of its own."""
    shutil.copytree(EXAMPLES / name, folder / "here")
    (folder / "here/.git").mkdir()
    return folder / "here"


def everything(folder: Path, settings: Settings | None = None) -> list[Finding]:
    """All that is found in a record, set aside or not."""
    done = check(
        [str(folder / "charter.yaml")],
        record=str(folder / "decisions"),
        as_of=DAY,
        today=DAY,
        stdin=bytes,
        settings=settings or Settings(),
    )
    return [each for result in done.results for each in result.everything]


def told() -> list[tuple[str, str, int, str]]:
    """Each example with every point of its record: file, line and code."""
    rows = []
    for name in RECORDS:
        base = f"docs/examples/{name}/"
        found = everything(EXAMPLES / name)
        rows += [(name, each.file.removeprefix(base), each.span.line, each.code) for each in found]
    return rows


def identity(finding: Finding) -> tuple[str, str, str]:
    return finding.file, finding.code, finding.path


def test_there_are_points_of_every_kind() -> None:
    files = {file == "charter.yaml" for _, file, _, _ in told()}
    assert files == {True, False}


@pytest.mark.parametrize(
    ("name", "file", "line", "code"), [pytest.param(*row, id=f"{row[0]} {row[3]}") for row in told()]
)
def test_a_comment_sets_aside_its_point_and_no_other(
    name: str, file: str, line: int, code: str, tmp_path: Path
) -> None:
    folder = copied(name, tmp_path)
    before = everything(folder)
    lines = (folder / file).read_text("utf-8").split("\n")
    lines[line - 1] += f'   # coalcheck: ignore[{code}] reason="talked over"'
    (folder / file).write_text("\n".join(lines), encoding="utf-8")

    after = everything(folder)

    assert Counter(map(identity, after)) == Counter(map(identity, before)), "nothing comes, nothing goes"
    aside = [each for each in after if each.suppression is not None]
    assert {(each.file, each.span.line, each.code) for each in aside} == {(file, line, code)}
    if file == "charter.yaml":
        # What only a record shows is not looked for there: that nothing is found is no news.
        report = validate([str(folder / file)], as_of=DAY, stdin=bytes)
        assert not [each for each in report.results[-1].everything if each.code.startswith("X")]


@pytest.mark.parametrize("name", RECORDS)
def test_a_comment_that_does_nothing_is_told_once(name: str, tmp_path: Path) -> None:
    """An entry is looked at by itself and as a part of the record, and each knows only its own rules."""
    folder = copied(name, tmp_path)
    entry = min((folder / "decisions").glob("*.yaml"))
    text = entry.read_text("utf-8")
    entry.write_text(f"# coalcheck: ignore[D406, R843, V402]\n{text}", encoding="utf-8")

    about = [each for each in everything(folder) if each.code.startswith("X")]

    assert [each.file for each in about] == [f"decisions/{entry.name}"] * len(about)
    messages = Counter(each.message for each in about if each.code == "X951")
    assert sum("D406" in message for message in messages) == 1
    assert sum("R843" in message for message in messages) == 1
    assert sum("V402" in message for message in messages) == 1, "a point of charters is never found here"
    assert [each.code for each in about if each.code != "X951"] == ["X953"]


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_known_by_its_baseline(name: str, tmp_path: Path) -> None:
    folder = copied(name, tmp_path)
    known = counted(everything(folder))
    for path in (folder / "decisions").glob("*.yaml"):
        path.write_text(f"# a line more\n{path.read_text('utf-8')}", encoding="utf-8")
    after = everything(folder, Settings(baseline=known))
    assert {each.baseline_state for each in after} == {"unchanged"}


def test_a_single_action_says_nothing_of_what_only_a_record_shows(tmp_path: Path) -> None:
    """Without the record, what it would show is not found; that does not mean that it is settled."""
    folder = copied("record", tmp_path)
    settings = Settings(baseline=counted(everything(folder)))
    entry = min((folder / "decisions").glob("*.yaml"))
    done = check(
        [str(folder / "charter.yaml"), str(entry)], as_of=None, today=DAY, stdin=bytes, settings=settings
    )
    assert not [each for result in done.results for each in result.findings if each.code == "X961"]
