"""A coalition's own policies beside its charter: joined to the shipped ones, and never silently dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.policy import load
from coalcheck.engine.policy.load import own, shipped

OWN = """\
code: L001
name: our-own
title: A small alliance needs no veto
severity: warning
subject: charter
when: {has_vetoes: true, members: {below: 4}}
at: vetoes
message: With {members} members, a veto is everyone's word against one
why: We agreed to talk instead.
fix: Take the veto out.
"""


def own_folder(path: Path, **texts: str) -> Path:
    """The folder of a charter with its own policies."""
    (path / "policies").mkdir()
    for name, text in texts.items():
        (path / "policies" / f"{name}.yaml").write_text(text, "utf-8")
    return path


def test_no_policies_of_their_own(tmp_path: Path) -> None:
    assert own(tmp_path).documents == ()
    assert own(tmp_path / "nowhere").policies == ()


def test_the_shipped_policies_are_nobody_s_own() -> None:
    assert own(load.FOLDER.parent).documents == ()


def test_own_policies_join_the_shipped_ones(tmp_path: Path) -> None:
    found = own(own_folder(tmp_path, **{"our-own": OWN}))

    assert found.problems == ()
    assert [policy.code for policy in found.policies] == ["L001"]
    assert found.over(shipped()) == (*shipped(), *found.policies)


def test_one_with_the_name_of_a_shipped_policy_takes_its_place(tmp_path: Path) -> None:
    text = OWN.replace("our-own", "policy-incomplete")
    found = own(own_folder(tmp_path, **{"policy-incomplete": text}))
    names = [policy.name for policy in found.over(shipped())]

    assert [problem.kind for problem in found.problems] == ["policy-replaces-shipped"]
    assert names.count("policy-incomplete") == 1
    assert "C201" not in {policy.code for policy in found.over(shipped())}


def test_a_mistake_in_one_leaves_the_others_and_the_shipped_one(tmp_path: Path) -> None:
    broken = (
        OWN.replace("our-own", "policy-incomplete").replace("has_vetoes", "has_vetos").replace("1", "2", 1)
    )
    found = own(own_folder(tmp_path, **{"policy-incomplete": broken, "our-own": OWN}))

    assert [policy.name for policy in found.policies] == ["our-own"]
    assert [problem.kind for problem in found.problems] == ["policy-unknown-fact"]
    assert "C201" in {policy.code for policy in found.over(shipped())}
    assert [Path(document.name).name for document in found.documents] == [
        "our-own.yaml",
        "policy-incomplete.yaml",
    ]


def test_a_file_that_cannot_be_read_is_never_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_folder(tmp_path, **{"our-own": OWN})

    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(PermissionError) as caught:
        own(folder)
    assert str(caught.value.filename).endswith("our-own.yaml")
    monkeypatch.setattr(Path, "iterdir", refuse)
    with pytest.raises(PermissionError):
        own(folder)


def test_a_code_is_checked_whatever_else_is_wrong(tmp_path: Path) -> None:
    text = OWN.replace("L001", "E501").replace("has_vetoes", "has_vetos")
    found = own(own_folder(tmp_path, **{"our-own": text}))

    assert [problem.kind for problem in found.problems] == ["policy-code-reserved", "policy-unknown-fact"]


def test_what_is_no_policy_file_is_passed_over(tmp_path: Path) -> None:
    folder = own_folder(tmp_path, **{"our-own": OWN})
    (folder / "policies" / "notes.txt").write_text("x", "utf-8")
    (folder / "policies" / "folder.yaml").mkdir()

    assert len(own(folder).documents) == 1


@given(st.binary(max_size=200))
def test_no_bytes_ever_raise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    folder = own_folder(tmp_path_factory.mktemp("own"), a="")
    (folder / "policies" / "a.yaml").write_bytes(data)

    assert own(folder).policies == ()


def test_a_free_code_is_offered_that_no_other_file_has(tmp_path: Path) -> None:
    texts = {name: OWN.replace("our-own", name) for name in ("first", "second", "third")}
    texts["third"] = texts["third"].replace("L001", "L002")
    found = own(own_folder(tmp_path, **texts))

    assert [(problem.kind, problem.values["expected"]) for problem in found.problems] == [
        ("policy-duplicate-code", "L003")
    ]
    assert [policy.name for policy in found.policies] == ["first", "third"]
