"""What holds of every mended file: nothing worse, done once, every note kept, and read as it was read.

On every charter among the fixtures, faulty or not; on every example of the policies about files; and for each
policy that suggests something, on the first example in which it speaks.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from mending import grave, judged, loaded_of, mended

from coalcheck.engine.facts.mending import SAFE, SUGGESTED
from coalcheck.engine.fixing.putting import MARK
from coalcheck.engine.policy.load import survey

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "fixtures").glob("*/*/*charter.yaml")) + sorted(
    (ROOT / "fixtures").glob("words/*.yaml")
)
POLICIES = survey()[0]
OF_FILES = [
    pytest.param(example.text.encode(), id=f"{policy.code} {example.name}")
    for policy in POLICIES
    for example in policy.examples
    if policy.family == "C" and example.kind == "charter"
]
SPEAKING = [
    pytest.param(policy.code, example.text.encode(), id=policy.code)
    for policy in POLICIES
    if policy.write and policy.stub and policy.subject not in {"file", "action", "record"}
    for example in [each for each in policy.examples if f"# expect: {policy.code}" in each.text][:1]
]
REWRITES = {
    "D301", "D302", "D303", "D304", "D305", "D306", "D314", "D316", "D322", "D323", "D330", "D347", "D377",
    "D378", "D379", "D383", "E503", "E507", "E512", "M715", "M723", "M726", "M744", "M755", "M756", "R811",
    "R821", "R832", "S605", "S607",
}  # fmt: skip
"""Policies that say how to write anew what is there: nobody's words are written over."""


def notes(data: bytes) -> list[bytes]:
    """Every note of a file, wherever it stands; the marks of suggestions left out."""
    found = [line[line.index(b"#") :].strip() for line in data.splitlines() if b"#" in line]
    return [note for note in found if not note.startswith(MARK.encode())]


def check(data: bytes, *, unsafe: bool) -> None:
    """Assert the laws of one file."""
    fixed = mended(data, unsafe=unsafe)
    again = mended(fixed.data, unsafe=unsafe)
    assert again.data == fixed.data, "mended twice, it stays"
    assert again.mended == again.suggested == ()
    assert not grave(fixed.data) - grave(data), "nothing new is to be settled or worth a talk"
    kept = iter(notes(fixed.data))
    # What a # has cut from a sentence is no note.
    cut = {each.name for each in fixed.mended} & {"cut-by-hash"}
    assert cut or all(note in kept for note in notes(data)), "every note is there, in its order"
    if {each.name for each in fixed.mended} <= SAFE | SUGGESTED and not fixed.suggested:
        assert loaded_of(fixed.data).charter == loaded_of(data).charter, "it is read as it was read"


@pytest.mark.parametrize("path", [pytest.param(each, id=str(each.relative_to(ROOT))) for each in FILES])
@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "suggestions"])
def test_a_fixture(path: Path, unsafe: bool) -> None:
    check(path.read_bytes(), unsafe=unsafe)


@pytest.mark.parametrize("data", OF_FILES)
def test_an_example_of_what_is_wrong_with_a_file(data: bytes) -> None:
    check(data, unsafe=False)


@pytest.mark.parametrize(("code", "data"), SPEAKING)
def test_what_a_policy_suggests_is_put_in(code: str, data: bytes) -> None:
    before = {each.code: each.fixable for each in judged(loaded_of(data))}
    check(data, unsafe=True)
    after = {each.code for each in judged(loaded_of(mended(data, unsafe=True).data))}

    assert before.get(code) == (None if code in REWRITES else "unsafe")
    assert (code in after) is (code in REWRITES)
