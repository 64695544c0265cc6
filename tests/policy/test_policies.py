"""Every shipped policy does what its own examples say: marked lines fire, all others stay silent.

A mark is ``# expect: E501 words``: that code on that line, and the words in the message. Only the policy
itself is run. An example of a policy file may hold several files, each after a line ``# file: NAME``.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from coalcheck.engine.facts.fact import Fact
from coalcheck.engine.facts.table import TABLE
from coalcheck.engine.policy.fill import UNKNOWN, fill
from coalcheck.engine.policy.load import own, retired_codes, survey
from coalcheck.engine.policy.model import FAMILIES, Example, Policy
from coalcheck.engine.policy.reference import ReferenceMatcher
from coalcheck.engine.source.files import SHOWN_AS_INPUT
from coalcheck.engine.source.node import Document

POLICIES, DOCUMENTS = survey()
MARK = re.compile(r"# expect: (\S+)([^#\n]*)")
NEXT_FILE = re.compile(r"^# file: (\S+)$", re.MULTILINE)

Said = tuple[str, int, str]
"""File, line and message of one finding."""


def marks(policy: Policy, example: Example) -> list[Said]:
    """File, line and words of every mark of an example."""
    found = []
    for name, text in files_of(example):
        # An example of a file in UTF-16 has a zero beside each letter.
        for number, line in enumerate(text.replace("\0", "").split("\n"), 1):
            for code, words in MARK.findall(line):
                assert code == policy.code, "a mark names the policy's own code"
                found.append((name, number, words.strip()))
    return found


def files_of(example: Example) -> list[tuple[str, str]]:
    """Name and text of every file of an example; line numbers are those within the file."""
    first, *rest = NEXT_FILE.split(example.text)
    if not rest:
        return [("our-own.yaml", first)]
    return [(name, text.removeprefix("\n")) for name, text in zip(rest[::2], rest[1::2], strict=True)]


def said_of_charter(policy: Policy, example: Example) -> list[Said]:
    """What the policy says of a charter."""
    from coalcheck.engine.validate import findings_of

    findings = findings_of(example.text, [policy])
    return [("our-own.yaml", finding.span.line, finding.message) for finding in findings]


def said_of_action(policy: Policy, example: Example) -> list[Said]:
    """What the policy says of an action under a charter, or of a record."""
    from coalcheck.engine.check import findings_of_files

    names = {SHOWN_AS_INPUT: "our-own.yaml"}
    on_record = example.kind == "record"
    found = findings_of_files(example.files(), [policy], as_of=example.as_of, record=on_record)
    return [(names.get(each.file, each.file), each.span.line, each.message) for each in found]


def said_of_policies(policy: Policy, example: Example, folder: Path) -> list[Said]:
    """What the policy says of a coalition's own policies."""
    (folder / "policies").mkdir()
    for name, text in files_of(example):
        (folder / "policies" / name).write_text(text, "utf-8")
    said = []
    for document in own(folder).documents:
        for problem in document.problems:
            fact = Fact("file", "", problem.route, {"problem": problem.kind, **problem.values})
            if ReferenceMatcher([policy]).match([fact]):
                place = (Path(document.name).name, problem.span.line)
                said.append((*place, fill(policy.message, fact.values)))
    return said


def said_of_tests(policy: Policy, example: Example, folder: Path) -> list[Said]:
    """What the policy says of test files."""
    from coalcheck.engine.scenario.examples import findings_of_tests
    from coalcheck.engine.scenario.testing import run_files

    for name, text in files_of(example):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    run = run_files([str(folder / "tests" / "statement.yaml")], stdin=bytes)
    found = [each for result in run.results for each in result.findings if each.code == policy.code]
    alone = findings_of_tests(dict(files_of(example)), [policy])
    assert [(each.span, each.message) for each in alone] == [(each.span, each.message) for each in found]
    return [(Path(each.file).relative_to(folder).as_posix(), each.span.line, each.message) for each in found]


@pytest.mark.parametrize(
    ("policy", "example"),
    [
        pytest.param(policy, example, id=f"{policy.code} {example.name}")
        for policy in POLICIES
        for example in policy.examples
    ],
)
def test_an_example_says_what_its_marks_say(policy: Policy, example: Example, tmp_path: Path) -> None:
    if example.kind == "charter":
        said = said_of_charter(policy, example)
    elif example.kind in ("action", "record"):
        said = said_of_action(policy, example)
    elif example.kind == "test":
        said = said_of_tests(policy, example, tmp_path)
    else:
        said = said_of_policies(policy, example, tmp_path)
    expected = marks(policy, example)

    assert Counter(place[:2] for place in said) == Counter(place[:2] for place in expected), said
    for file, line, words in expected:
        here = [message for *place, message in said if place == [file, line]]
        assert any(words in message for message in here), (words, here)
    holes = UNKNOWN in policy.message
    assert all(holes or UNKNOWN not in message for *_, message in said), said


@pytest.mark.parametrize("document", [pytest.param(each, id=each.name) for each in DOCUMENTS])
def test_a_policy_file_has_no_mistakes(document: Document) -> None:
    assert [(problem.span.line, problem.kind, problem.values) for problem in document.problems] == []


@pytest.mark.parametrize("policy", [pytest.param(each, id=each.file) for each in POLICIES])
def test_a_policy_is_complete(policy: Policy) -> None:
    fires = [bool(marks(policy, example)) for example in policy.examples]

    assert any(fires), "no example fires"
    assert not all(fires), "no example stays silent"
    assert re.fullmatch(rf"[{FAMILIES}][1-9]\d\d", policy.code)
    assert policy.code not in retired_codes()
    assert policy.source, "no source"
    assert not policy.message.endswith((".", "!")), "a message ends without a full stop"
    assert policy.title != policy.name
    assert set(policy.related) != {policy.at}


def test_codes_and_names_are_unique() -> None:
    for key in ("code", "name"):
        counted = Counter(getattr(policy, key) for policy in POLICIES)
        assert {word for word, times in counted.items() if times > 1} == set()


def test_every_problem_of_a_policy_file_has_its_policy() -> None:
    code = "".join(path.read_text("utf-8") for path in Path(survey.__code__.co_filename).parent.glob("*.py"))
    kinds = set(re.findall(r'"(policy-[a-z-]+)"', code))

    assert kinds - {policy.name for policy in POLICIES} == set()


def test_a_fact_of_files_is_a_text() -> None:
    assert {property_.kind for property_ in TABLE["file"].values()} == {str}
