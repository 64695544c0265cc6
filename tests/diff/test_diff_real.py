"""Changes that real bodies made to their rules, each named in one sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from coalcheck.engine.diff.model import Difference, Relation
from coalcheck.engine.diff.run import diff
from coalcheck.engine.report.diff.sentences import answer, decision

BODIES = Path(__file__).parents[2] / "fixtures" / "bodies"


class Change(NamedTuple):
    """A change: the body, what its rules said before (new text to old text), the decision, the sentence."""

    body: str
    before: dict[str, str]
    decision: str
    relation: Relation
    sentence: str


CHANGES = [
    pytest.param(
        Change(
            "debian",
            {
                """      and at least 3 times as many in favour as against
      and more in favour than against
    needs: [seconds]""": """      and more than 3 times as many in favour as against
    needs: [seconds]"""
            },
            "change",
            "looser",
            "is at least 1.5 times the square root of members "
            "and at least 3 times as many in favour as against "
            "and more in favour than against: easier to carry.",
        ),
        id="Debian, 13 December 2015: exactly three to one is enough",
    ),
    pytest.param(
        Change(
            "imf",
            {"members and at least 85% of voting-power": "members and at least 80% of voting-power"},
            "amendment",
            "stricter",
            "amendment: was at least 3/5 of members and at least 80% of voting-power, "
            "is at least 3/5 of members "
            "and at least 85% of voting-power: harder to carry.",
        ),
        id="International Monetary Fund, second amendment of 1978: from four fifths of the votes to 85%",
    ),
    pytest.param(
        Change(
            "nato",
            {"  - id: sweden\n    name: Sweden\n": ""},
            "ordinary",
            "stricter",
            "ordinary: the words are the same, and who is counted or who may stop it is not: "
            "harder to carry.",
        ),
        id="North Atlantic Treaty Organization, 7 March 2024: Sweden joins",
    ),
    pytest.param(
        Change(
            "osce",
            {
                """    member_concerned:
      may_speak: true
      votes: false
      counted: false
      for_quorum: false
""": ""
            },
            "without-the-state-concerned",
            "looser",
            "without the state concerned: the words are the same, "
            "and who is counted or who may stop it is not: "
            "easier to carry.",
        ),
        id="Conference on Security and Co-operation, Prague 1992: without the state concerned",
    ),
]


@pytest.mark.parametrize("change", CHANGES)
def test_a_real_change_is_named_in_a_sentence(change: Change, tmp_path: Path) -> None:
    path = BODIES / change.body / "charter.yaml"
    text = path.read_text("utf-8")
    for now, was in change.before.items():
        assert now in text
        text = text.replace(now, was)
    old = tmp_path / "charter.yaml"
    old.write_text(text, encoding="utf-8")
    found = diff(str(old), str(path), today=date(2026, 1, 1))
    each = next(each for each in found.decisions if each.after == change.decision)
    assert each.relation == change.relation
    assert change.sentence in decision(each, found)
    assert found.exit_code() == 1


@pytest.fixture(scope="module")
def council() -> Difference:
    old, new = (BODIES / f"un-security-council{which}" / "charter.yaml" for which in ("-1946", ""))
    return diff(str(old), str(new), today=date(2026, 1, 1))


def test_the_security_council_of_1965(council: Difference) -> None:
    """From seven of eleven to nine of fifteen, with the same five that can stop it."""
    assert [each.relation for each in council.decisions] == ["incomparable"] * 3
    assert council.members.resized == (("elected", 6, 10),)
    assert decision(council.decisions[1], council) == (
        "substantive: was at least 7 members and no permanent member against, is at least 9 members and no "
        "permanent member against: easier to carry with some votes and harder with others. "
        "With China, France, Russian Federation, United Kingdom, United States and 4 of the ten elected "
        "members for and 6 of the ten elected members against it is carried now and was not before. "
        "With China, France, Russian Federation, United Kingdom, United States and 2 of the ten elected "
        "members for and 8 of the ten elected members against it was carried before and is not now."
    )
    assert answer(council).startswith("Three decisions changed: all are easier to carry with some votes")


def test_its_shares_of_power_are_the_published_ones(council: Difference) -> None:
    """Banzhaf, for and against: a permanent member had 19 of 105 parts, and has 106 of 635."""
    shares = {share.member: share for share in council.power[1].shares}
    assert (str(shares["china"].was), str(shares["china"].now)) == ("19/105", "106/635")


@pytest.mark.parametrize("body", ["debian", "nato", "un-security-council", "kubernetes-steering", "fsc"])
def test_a_body_that_changed_nothing_differs_in_nothing(body: str) -> None:
    path = str(BODIES / body / "charter.yaml")
    assert diff(path, path, today=date(2026, 1, 1)).exit_code() == 0
