"""Who may read what, and what is left open of it."""

from __future__ import annotations

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.collect import collect
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.source.read import read

THREE = "[{id: a, name: Alpha Union}, {id: b, name: Beta}, {id: c}]"


def known(text: str, members: str = THREE) -> dict[str, Value]:
    facts = collect(load(read(f"name: X\nmembers: {members}\n{text}\n", "x"))).facts
    return dict(next(fact for fact in facts if fact.subject == "charter").values)


ALL_KINDS = "holds: [legal advice, salaries, negotiation lines, patient records]"


@pytest.mark.parametrize(
    ("tier", "lacks"),
    [
        pytest.param("{id: x, holds: [drafts]}", "x (no readers, no reason and no end)", id="nothing"),
        pytest.param("{id: x, read_by: a, because: law}", "x (no end)", id="an end"),
        pytest.param("{read_by: [a, b], until: 2029}", "tier 1 (no reason)", id="a reason, no name"),
        pytest.param("{id: x, read_by: the lawyers, because: law}", "x (no end)", id="readers in words"),
        pytest.param("{id: x, read_by: a, because: law, until: 2029}", None, id="all of it"),
        pytest.param("{id: x, read_by: all members}", None, id="open"),
        pytest.param("{id: x, read_by: [a, b, c]}", None, id="open, name by name"),
        pytest.param("{id: open, holds: [papers]}", None, id="open by its name"),
        pytest.param(
            "{id: x, read_by: a, because: law, until: [[1]]}", None, id="an end that cannot be read"
        ),
    ],
)
def test_what_a_closed_tier_leaves_open(tier: str, lacks: str | None) -> None:
    assert known(f"information: {{tiers: [{tier}]}}").get("tiers_unsettled") == lacks


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        pytest.param(
            "{default: open}", "legal advice, staff matters, negotiation lines or personal data", id="4"
        ),
        pytest.param(
            "{tiers: [{id: x, holds: [lawyers' letters, wages, client lists]}]}", "negotiation lines", id="1"
        ),
        pytest.param(f"{{tiers: [{{id: x, {ALL_KINDS}}}]}}", None, id="none"),
        pytest.param(f"{{tiers: [{{id: open, read_by: all members, {ALL_KINDS}}}]}}", None, id="all open"),
        pytest.param("{in_words: All as the law says.}", None, id="prose"),
        pytest.param("Open to all of us.", None, id="a sentence"),
        pytest.param("{tiers: [{id: x}, 5]}", None, id="a tier that cannot be read"),
    ],
)
def test_sensitive_matters_without_a_tier(text: str, missing: str | None) -> None:
    assert known(f"information: {text}").get("sensitive_without_tier") == missing


@pytest.mark.parametrize(
    ("default", "words"),
    [
        pytest.param("Confidential between directors", "confidential", id="confidential"),
        pytest.param("closed and secret", "closed secret", id="two words"),
        pytest.param("open unless marked confidential", None, id="open unless"),
        pytest.param("Nothing is closed to all members", None, id="to all"),
        pytest.param("not confidential", None, id="denied"),
        pytest.param("open to all members", None, id="open"),
    ],
)
def test_closed_by_default(default: str, words: str | None) -> None:
    values = known(f"information: {{default: {default}}}")
    assert values.get("closed_words") == words
    assert values["has_default_open"] is True
