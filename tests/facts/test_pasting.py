"""What is written out again to be pasted reads as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.facts.pasting import flow, items_of, quoted, with_more
from coalcheck.engine.source.node import Mapping, Node, Scalar, Sequence
from coalcheck.engine.source.read import read


def root(text: str) -> Node:
    found = read(text, "x").root
    assert found is not None
    return found


def plain(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: plain(entry.value) for key, entry in node.entries.items()}
    return [plain(item) for item in node.items]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: {id: talk, within: 7 days}", "{a: {id: talk, within: 7 days}}", id="plain"),
        pytest.param('a: ["x, y", "a: b", "#1"]', '{a: ["x, y", "a: b", "#1"]}', id="signs"),
        pytest.param("a: it's one's own", "{a: it's one's own}", id="an apostrophe"),
        pytest.param("a: 'yes'\nb: yes\nc: '7'", '{a: "yes", b: yes, c: "7"}', id="what quotes keep"),
        pytest.param("a: |\n  two\n  lines\n", '{a: "two\\nlines\\n"}', id="lines"),
        pytest.param("a:", '{a: ""}', id="nothing"),
    ],
)
def test_on_one_line(text: str, expected: str) -> None:
    assert flow(root(text)) == expected
    assert plain(root(expected)) == plain(root(text))


words = st.text(
    st.characters(blacklist_categories=("C", "Z"), max_codepoint=0x2FF) | st.just(" "), max_size=20
)


@given(words.map(str.strip).filter(bool))
def test_a_text_reads_as_it_was(text: str) -> None:
    assert plain(root(f"a: {quoted(text)}")) == {"a": text}
    assert plain(root(f"a: [{quoted(text)}]")) == {"a": [text]}


def test_more_keys_replace_and_follow() -> None:
    item = root("id: talk\nwho: TBD")
    assert with_more(item, {"who": "both", "within": "7 days"}) == "- {id: talk, who: both, within: 7 days}"


def test_what_stands_alone_is_a_list_of_one() -> None:
    node = root("a: 1")
    assert items_of(node) == [node]
    assert items_of(None) == []
    assert isinstance(several := root("- 1\n- 2"), Sequence)
    assert len(items_of(several)) == 2
