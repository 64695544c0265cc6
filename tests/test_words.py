"""No sentence that people read holds a word that accuses, frightens or lectures them.

Quoted lines of a charter and names are exempt, and so are JSON, codes and names of policies, and the words
that an option takes (``--fail-on error``): they are for programs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from coalcheck.cli import commands
from coalcheck.engine.policy.domain import domain
from coalcheck.engine.policy.load import shipped
from coalcheck.engine.policy.model import Policy

GOLDEN = Path(__file__).parent / "report" / "golden"
ASIDE = GOLDEN.with_name("aside_golden")
CHOOSING = Path(__file__).parent / "choosing" / "golden"
VERDICTS = GOLDEN.with_name("verdict_golden")
STANDING = Path(__file__).parent / "standing" / "golden"
ANALYSES = Path(__file__).parent / "analysis" / "golden"
DIFFERENCES = Path(__file__).parent / "diff" / "golden"
SCENARIOS = Path(__file__).parent / "scenario" / "golden"
FORMATS = GOLDEN.with_name("formats_golden")
PAGES = sorted(
    [
        path
        for folder in (GOLDEN, ASIDE, CHOOSING, VERDICTS, STANDING, ANALYSES, DIFFERENCES, SCENARIOS)
        for path in folder.glob("*.txt")
    ]
    + [*STANDING.glob("*.md"), *(path for path in FORMATS.glob("*.md") if "hostile" not in path.stem)]
)

# What a reader hears beside each word, and what we write for it, is in the manual's chapter on words.
NEVER = """
    void | null and void | breach | breaches | rejected | indeterminate | dictator | dictators
    dummy | dummies | who never matters | dominated | controversial | flagged | veto abuse | exploitation
    drift | one partner proposes most | subject | recused | disposition | mission creep
    error | errors | warning | warnings | do not sign | margin
    entrenchment | entrenched | lock-out | lockout | no-show paradox | non-monotone | nonmonotone
    faulty variant | faulty variants | healthy fixture | healthy fixtures
"""
WORDS = [word.strip() for row in NEVER.strip().splitlines() for word in row.split("|")]
ALTERNATIVES = "|".join(r"\s+".join(map(re.escape, word.split())) for word in WORDS)
SUMS = r"\d+/\d+ ?[<>=≤≥] ?\d+/\d+"
FORBIDDEN = re.compile(rf"(?<![\w-])(?:{ALTERNATIVES}|{SUMS})(?![\w-])", re.IGNORECASE)

# Keys of a charter are no sentence (``breach:`` is one), and {facts} are names.
KEY = re.compile(r"(?m)^\s*(?:- )?[\w.-]+:|\{\w+\}|(?<=[{,] )?\b[\w-]+:(?= )")
QUOTED = re.compile(r'(?m)^\s+line +\d+ \| .*$|"[^"]*"|\([a-z0-9-]+, [A-Z][0-9]{3}\)')


def said_wrongly(text: str) -> list[str]:
    return FORBIDDEN.findall(text)


@pytest.mark.parametrize(
    "text",
    [
        "The act is void.",
        "Not valid: ERROR in line 3",
        "The motion was rejected",
        "This is mission creep, nothing else",
        "A no-show paradox",
        "2 warnings",
        "Please do not\n    sign",
        "1/2 < 2/3",
    ],
)
def test_the_list_catches(text: str) -> None:
    assert said_wrongly(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Avoid a second round", id="part of a word"),
        pytest.param("A subjective reading", id="start of a word"),
        pytest.param("outside what you agreed", id="the words we use"),
        pytest.param("error-free", id="part of a compound"),
    ],
)
def test_the_list_lets_pass(text: str) -> None:
    assert not said_wrongly(text)


def sentences(policy: Policy) -> Iterator[tuple[str, str]]:
    yield "title", policy.title
    yield "message", policy.message
    yield "why", policy.why
    yield "fix", policy.fix
    yield "write", KEY.sub(" ", policy.write)
    yield "in_order", policy.in_order
    yield from (("related", text) for text in policy.related.values())


def test_no_policy_says_it() -> None:
    wrong = [
        f"{policy.code} {place}: {word}"
        for policy in shipped()
        for place, text in sentences(policy)
        for word in said_wrongly(text)
        # Who writes a policy meets the key of this name; nobody else reads these.
        if not (word == "subject" and policy.name.startswith("policy-"))
    ]
    assert shipped()
    assert wrong == []


def test_no_reasoning_says_it() -> None:
    """What a row of the field says stands on the page that explains a policy."""
    rows = domain().rows.values()
    wrong = [f"{row.id}: {word}" for row in rows for word in said_wrongly(f"{row.about}. {row.what}")]
    wrong += [f"{cell.id}: {word}" for row in rows for cell in row.cells for word in said_wrongly(cell.what)]
    assert wrong == []


def helps(command: click.Command) -> Iterator[str]:
    yield command.help or ""
    yield from (option.help or "" for option in command.params if isinstance(option, click.Option))
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            yield from helps(inner)


def test_no_help_says_it() -> None:
    texts = list(helps(commands))
    assert len(texts) > len(commands.commands)
    assert all(texts), "an option or a command without a help text"
    assert [word for text in texts for word in said_wrongly(text)] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]} {path.stem}")
def test_no_page_says_it(path: Path) -> None:
    assert said_wrongly(QUOTED.sub(" ", path.read_text(encoding="utf-8"))) == []


PLAIN = [path for path in PAGES if "plain" in path.stem]
# Braces and the like occur in what can be pasted; these would only ever come from us.
SYMBOLS = re.compile(r"[≥≤→←×✓✗•│┃└|^]|:\d+:\d+")


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: f"{path.parts[-3]} {path.stem}")
def test_the_plain_format_reads_aloud(path: Path) -> None:
    assert SYMBOLS.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parts[-3]} {path.stem}")
def test_no_line_starts_with_a_code(path: Path) -> None:
    assert re.findall(r"(?m)^\W*[A-Z][0-9]{3}\b", path.read_text(encoding="utf-8")) == []
