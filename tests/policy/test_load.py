"""Shipped policies and their cache, a coalition's own policies, and the manual."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from coalcheck.engine.policy import cache
from coalcheck.engine.policy.condition import All, Any, Condition, Not
from coalcheck.engine.policy.condition import Test as Comparison
from coalcheck.engine.policy.load import PoliciesBroken, UnknownPolicy, load_folder, manual, shipped
from coalcheck.engine.policy.model import Policy

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


def folder_of(path: Path, **texts: str) -> Path:
    """A folder of families with one policy file for each text."""
    family = path / "exit"
    family.mkdir()
    for name, text in texts.items():
        (family / f"{name}.yaml").write_text(text, "utf-8")
    return path


def a_policy(name: str, code: str) -> str:
    """A shipped policy."""
    return OWN.replace("our-own", name).replace("L001", code)


def kept(folder: Path) -> Path:
    """The cache of a folder."""
    (path,) = (folder / "__pycache__").iterdir()
    return path


def test_policies_come_in_the_order_of_their_codes_with_and_without_cache(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E502"), second=a_policy("second", "E501"))
    read = load_folder(folder)

    assert [policy.code for policy in read] == ["E501", "E502"]
    assert kept(folder).is_file()
    assert load_folder(folder) == read


def test_what_is_kept_is_what_is_used(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    load_folder(folder)
    path = kept(folder)
    path.write_text(path.read_text("utf-8").replace("everyone's word", "my word"), "utf-8")

    assert "my word" in load_folder(folder)[0].message


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    load_folder(folder)
    file = folder / "exit" / "first.yaml"
    file.write_text(file.read_text("utf-8").replace("one\n", "two\n"), "utf-8")

    assert load_folder(folder)[0].message.endswith("two")


def test_a_file_of_the_same_size_and_another_time_is_read_anew(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    load_folder(folder)
    file = folder / "exit" / "first.yaml"
    about = file.stat()
    file.write_text(file.read_text("utf-8").replace("E501", "E502"), "utf-8")
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns + 1))

    assert load_folder(folder)[0].code == "E502"


def test_a_renamed_file_is_read_anew(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    load_folder(folder)
    (folder / "exit" / "first.yaml").rename(folder / "exit" / "other.yaml")

    with pytest.raises(PoliciesBroken, match="policy-name-differs"):
        load_folder(folder)


def test_added_and_removed_files_are_noticed(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    load_folder(folder)
    (folder / "exit" / "second.yaml").write_text(a_policy("second", "E502"), "utf-8")
    both = load_folder(folder)
    (folder / "exit" / "first.yaml").unlink()

    assert len(both) == 2
    assert [policy.code for policy in load_folder(folder)] == ["E502"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="not text"),
        pytest.param(b"{", id="cut off"),
        pytest.param(b"[]", id="a list"),
        pytest.param(b'{"key": "x"}', id="another key"),
        pytest.param(b"[" * 100_000, id="very deep"),
    ],
)
def test_a_cache_that_cannot_be_understood_is_ignored(tmp_path: Path, content: bytes) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    read = load_folder(folder)
    kept(folder).write_bytes(content)

    assert load_folder(folder) == read


@pytest.mark.parametrize("index", range(16))
def test_a_policy_kept_with_something_missing_is_read_anew(tmp_path: Path, index: int) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    read = load_folder(folder)
    content = json.loads(kept(folder).read_bytes())
    del content["policies"][0][index]
    kept(folder).write_text(json.dumps(content), "utf-8")

    assert load_folder(folder) == read


def test_no_cache_where_the_folder_cannot_be_written(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    (folder / "__pycache__").write_text("in the way", "utf-8")

    assert [policy.code for policy in load_folder(folder)] == ["E501"]
    assert (folder / "__pycache__").read_text("utf-8") == "in the way"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        pytest.param({"first": OWN.replace("title", "titel")}, r"exit/first\.yaml:", id="a mistake"),
        pytest.param(
            {"first": a_policy("first", "E501"), "second": a_policy("second", "E501")},
            "taken",
            id="a code twice",
        ),
        pytest.param({"first": a_policy("first", "E1")}, "malformed", id="a malformed code"),
    ],
)
def test_broken_shipped_policies_are_never_passed_over(
    tmp_path: Path, texts: dict[str, str], said: str
) -> None:
    with pytest.raises(PoliciesBroken, match=said):
        load_folder(folder_of(tmp_path, **texts))


def test_a_retired_code_is_never_used_again(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, first=a_policy("first", "E501"))
    (folder / "retired.yaml").write_text("E501: {name: gone, because: merged}\n", "utf-8")

    with pytest.raises(PoliciesBroken, match="retired"):
        load_folder(folder)


def test_a_cached_start_imports_no_reader() -> None:
    shipped()
    code = (
        "import sys; from coalcheck.engine.policy.load import shipped; assert shipped();"
        "print([name for name in ('yaml', 'pydantic', 'rapidfuzz', 'durable', 'tempfile',"
        " 'coalcheck.engine.source.read', 'coalcheck.engine.policy.table') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_environment()
    )

    assert done.stdout == "[]\n"


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def test_the_manual_has_the_examples_and_a_run_has_not() -> None:
    by_code, by_name = manual("c201"), manual("policy-incomplete")

    assert by_code == by_name
    assert by_code.examples
    assert replace(by_code, examples=()) in shipped()


def test_an_unknown_policy_names_the_nearest() -> None:
    with pytest.raises(UnknownPolicy) as caught:
        manual("policy-incomplet")

    assert caught.value.nearest == "policy-incomplete"


CONDITIONS = st.recursive(
    st.builds(
        Comparison, st.text(max_size=3), st.sampled_from(("is", "above")), st.integers() | st.booleans()
    )
    | st.builds(Comparison, st.text(max_size=3), st.just("in"), st.lists(st.text()).map(tuple)),
    lambda parts: (
        st.builds(Not, parts)
        | st.builds(All, st.lists(parts, max_size=3).map(tuple))
        | st.builds(Any, st.lists(parts, max_size=3).map(tuple))
    ),
    max_leaves=6,
)


@given(CONDITIONS)
def test_a_condition_survives_the_cache(
    tmp_path_factory: pytest.TempPathFactory, condition: Condition
) -> None:
    policy = Policy("E501", "a", "t", {}, "charter", condition, "exit", "m", "w")
    path = tmp_path_factory.mktemp("cache") / "policies.json"
    cache.store(path, "key", [policy])

    assert cache.stored(path, "key") == (policy,)
    assert cache.stored(path, "other") is None
