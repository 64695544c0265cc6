"""What is wrong in a file of settings, or in the environment, is said with its place."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from coalcheck.engine.configuration.find import Found
from coalcheck.engine.configuration.read import Misconfigured, of_environment, of_file
from coalcheck.engine.findings.finding import Severity

CHOICES = {
    "fail-on": ("error", "warning", "info"),
    "format": ("json", "plain", "text"),
    "matcher": ("auto", "durable", "reference"),
    "color": ("auto", "always", "never"),
}
GOLDEN = Path(__file__).parent / "golden"
RESET = os.environ.get("COALCHECK_RESET") == "1"

WRONG = {
    "an unknown key": 'fail_on = "warning"\n',
    "a key like nothing": "\n\nbananas = 1\n",
    "a key of the command line": "strict = true\nexit-zero = true\n",
    "a word for true": 'strict = "yes"\n',
    "a number for true": "strict = 1\n",
    "an unknown word": 'fail-on = "fatal"\n',
    "a misspelt word": 'fail-on = "warnign"\n',
    "a number for a word": "format = 3\n",
    "an unknown format": 'format = "xml"\n',
    "an unknown name": 'ignore = ["mising-exit-terms"]\n',
    "an unknown code": 'ignore = [\n  "E501",\n  "E999",\n]\n',
    "an unknown family": 'select = ["Q"]\n',
    "an empty name": 'select = [""]\n',
    "an empty list": "select = []\n",
    "a text for a list": 'ignore = "E501"\n',
    "a list of numbers": "ignore = [501]\n",
    "patterns that are none": "exclude = [1]\n",
    "a path that is none": "baseline = true\n",
    "an unknown severity": '[severity]\nE501 = "fatal"\n',
    "a severity of nothing": '[severity]\nE501 = "info"\nE9999 = "info"\n',
    "severities in a list": 'severity = ["E501"]\n',
    "a pattern without a table": 'per-path = {"a" = "E501"}\n',
    "an unknown key of a pattern": '[per-path."old/**"]\nignor = ["E501"]\n',
    "an unknown code of a pattern": '[per-path."old/**"]\nignore = ["E999"]\n',
    "an unknown severity of a pattern": '[per-path."old/**"]\n[per-path."old/**".severity]\nE501 = "inf"\n',
    "no TOML": "strict = \n",
    "a key twice": "strict = true\nstrict = false\n",
    "several at once": 'strct = true\nformat = "tex"\nignore = ["V4O2"]\n',
}


def said(text: str, *, project: bool = False) -> list[str]:
    table = ("tool", "coalcheck") if project else ()
    with pytest.raises(Misconfigured) as error:
        of_file(Found("coalcheck.toml", text.encode(), table), CHOICES)
    return list(error.value.sentences)


def test_every_fault_as_it_is_said() -> None:
    """The whole list in one file, to be read aloud."""
    page = "".join(
        f"{name}\n" + "".join(f"  {each}\n" for each in said(text)) for name, text in WRONG.items()
    )
    file = GOLDEN / "wrong.txt"
    if RESET:
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(page, encoding="utf-8")
    assert file.read_text(encoding="utf-8") == page


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in WRONG.items()])
def test_each_is_a_sentence_with_its_place(text: str) -> None:
    for sentence in said(text):
        assert sentence.startswith("coalcheck.toml")
        assert sentence.endswith((".", "?"))
        assert "line" in sentence


def test_in_a_project_lines_count_from_its_top() -> None:
    (sentence,) = said("[project]\nname = 'x'\n\n[tool.coalcheck]\nfail_on = 'info'\n", project=True)
    assert "line 5" in sentence
    assert "fail-on" in sentence


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param(f"strict = {'9' * 9_999}", "a number that is too long", id="a long number"),
        pytest.param(f"strict = {'[' * 50_000}", "nested too deeply", id="very deep"),
        pytest.param("strict = 2026-07-01", "and not 2026-07-01", id="a day"),
        pytest.param("strict = {a = 1}", "and not a table", id="a table"),
    ],
)
def test_what_nobody_writes(text: str, says: str) -> None:
    (sentence,) = said(text)
    assert says in sentence


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(Misconfigured, match="not UTF-8"):
        of_file(Found("coalcheck.toml", b'format = "\xff"'), CHOICES)


RIGHT = """\
select = ["E", "veto-over-messages"]
ignore = ["e501", "L001", "Missing-Exit-Terms", "E501, E504"]
baseline = "coalcheck-baseline.json"
exclude = ["archive/**"]
force-exclude = true
fail-on = "warning"
strict = false
format = "plain"
all = true
color = "never"
verbose = false
matcher = "reference"

[severity]
E501 = "warning"
R8 = "off"

[per-path."old/**"]
ignore = ["P"]
severity = {M7 = "info"}
"""


def test_everything_that_can_be_set() -> None:
    values = of_file(Found("coalcheck.toml", RIGHT.encode()), CHOICES).values
    assert values["ignore"] == ("E501", "L001", "missing-exit-terms", "E504")
    assert values["severity"] == {"E501": Severity.WARNING, "R8": None}
    (pattern,) = values["per-path"]
    assert (pattern.pattern, pattern.ignore, pattern.severity) == ("old/**", ("P",), {"M7": Severity.INFO})
    assert values["force-exclude"] is True


@pytest.mark.parametrize(
    "text", [pytest.param("", id="empty"), pytest.param("# strict = 1\n", id="a comment")]
)
def test_a_file_that_sets_nothing(text: str) -> None:
    assert dict(of_file(Found("coalcheck.toml", text.encode()), CHOICES).values) == {}


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        pytest.param(
            {"COALCHECK_FAIL_ON": "fatal"}, "takes one of error, warning, info", id="an unknown word"
        ),
        pytest.param({"COALCHECK_STRICT": "maybe"}, "takes 1 or 0", id="neither on nor off"),
        pytest.param({"COALCHECK_AS_OF": "tomorrow"}, "takes a day, like 2026-07-01", id="no day"),
        pytest.param({"COALCHECK_IGNORE": "E501,E999"}, 'called "E999"', id="an unknown code"),
        pytest.param(
            {"COALCHECK_FAILON": "error"}, "did you mean COALCHECK_FAIL_ON?", id="a misspelt variable"
        ),
    ],
)
def test_a_variable_that_is_wrong(variables: dict[str, str], says: str) -> None:
    with pytest.raises(Misconfigured, match=says.replace("?", r"\?")) as error:
        of_environment(variables, CHOICES)
    assert next(iter(variables)) in error.value.sentences[0]


@pytest.mark.parametrize(
    ("variables", "values"),
    [
        pytest.param({}, {}, id="none"),
        pytest.param({"COALCHECK_FAIL_ON": ""}, {}, id="empty"),
        pytest.param({"COALCHECK_RESET": "1", "COALCHECK_DEBUG": "1"}, {}, id="no settings"),
        pytest.param({"COALCHECK_HOME": "/opt"}, {}, id="somebody else's"),
        pytest.param({"PATH": "x", "coalcheck_strict": "1"}, {}, id="other variables"),
        pytest.param({"COALCHECK_STRICT": "off"}, {"strict": False}, id="off"),
        pytest.param({"COALCHECK_STRICT": "TRUE"}, {"strict": True}, id="on"),
        pytest.param({"COALCHECK_IGNORE": " e501, R8 "}, {"ignore": ("E501", "R8")}, id="a list"),
        pytest.param(
            {"COALCHECK_EXCLUDE": "a b/*, c"}, {"exclude": ("a b/*", "c")}, id="patterns with blanks"
        ),
        pytest.param({"COALCHECK_AS_OF": "2026-07-01"}, {"as-of": "2026-07-01"}, id="a day"),
        pytest.param({"COALCHECK_FORMAT": "plain"}, {"format": "plain"}, id="a word"),
    ],
)
def test_what_variables_set(variables: dict[str, str], values: dict[str, object]) -> None:
    assert dict(of_environment(variables, CHOICES).values) == values
