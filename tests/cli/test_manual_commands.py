"""The commands that explain: what is checked, what is known, what a charter may hold."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from coalcheck import cli


class Ran(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    def run(*args: str) -> Ran:
        monkeypatch.setattr(sys, "argv", ["coalcheck", *args])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capsys.readouterr()
        assert isinstance(end.value.code, int)
        return Ran(end.value.code, out, err)

    return run


@pytest.mark.parametrize("wanted", ["missing-exit-term-s-", "E5001", "", "../../etc"])
def test_an_unknown_policy(run: Callable[..., Ran], wanted: str) -> None:
    ran = run("explain", wanted)
    assert (ran.code, ran.out) == (2, "")
    assert "did you mean" in ran.err


def test_the_version_says_which_matcher_and_why(run: Callable[..., Ran]) -> None:
    ran = run("--version")
    first, matcher, python = ran.out.splitlines()
    assert ran.code == 0
    assert first.startswith("coalcheck 0.")
    assert matcher.startswith(("matcher: durable, because ", "matcher: reference, because "))
    assert python == "Python " + ".".join(map(str, sys.version_info[:3]))


def test_the_list_of_policies(run: Callable[..., Ran]) -> None:
    text, programs = run("policies"), run("policies", "--format", "json")
    listed = json.loads(programs.out)["policies"]
    assert (text.code, programs.code) == (0, 0)
    assert [entry["code"] for entry in listed] == sorted(entry["code"] for entry in listed)
    for entry in listed:
        assert entry["name"] in text.out
        assert entry["title"] in text.out


def test_the_list_comes_with_an_explanation_of_each(run: Callable[..., Ran]) -> None:
    first = json.loads(run("policies", "--format", "json").out)["policies"][0]
    by_code, by_name = run("explain", first["code"].lower()), run("explain", first["name"])
    assert by_code.out == by_name.out
    for heading in (
        "WHAT IT CHECKS",
        "HOW MUCH IT MATTERS",
        "WHY",
        "IN WHICH IT SPEAKS",
        "IN WHICH IT DOES NOT",
    ):
        assert heading in by_code.out
    assert "expect:" not in by_code.out


def test_the_table_of_properties(run: Callable[..., Ran]) -> None:
    from coalcheck.engine.facts.table import TABLE

    out = run("facts").out
    for subject, properties in TABLE.items():
        assert f"\n\n{subject}\n" in f"\n\n{out}"
        assert all(f"  {name} " in out for name in properties)


def test_the_schema_is_one(run: Callable[..., Ran]) -> None:
    ran = run("schema")
    assert ran.code == 0
    assert json.loads(ran.out)["$schema"] == "http://json-schema.org/draft-07/schema#"
