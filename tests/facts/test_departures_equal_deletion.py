"""What is said of each departure is what a charter says from which the member has really been deleted."""

from __future__ import annotations

import copy
import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from strategies import rules as any_rule

from coalcheck.engine.charter.load import load
from coalcheck.engine.facts.clause import clause_facts
from coalcheck.engine.facts.counted import counted_by, roll_of, stands_for
from coalcheck.engine.facts.departure import LAST_TWO, leaving, met_about_another
from coalcheck.engine.facts.examination import Examination, carries
from coalcheck.engine.facts.sharing import means_everyone
from coalcheck.engine.facts.silent import unsaid
from coalcheck.engine.roll.sentences import Sentence
from coalcheck.engine.source.node import Route
from coalcheck.engine.source.read import read
from coalcheck.engine.threshold.say import say
from coalcheck.engine.threshold.search import TooManyCases, can_adopt
from coalcheck.engine.threshold.tree import Count, Rule, clauses

FIXTURES = Path(__file__).parents[2] / "fixtures"
CHARTERS = sorted(FIXTURES.glob("*/*/charter.yaml"))
Tree = dict[str, Any]

GROUPS = {"founders": ["m0"], "permanent": ["m0", "m1", "m2"]}
SENTENCES = (
    "all members",
    "more than half of members",
    "at least 3/4 of members",
    "at least 2/3 of votes cast",
    "at least 3 members",
    "at least 4 members",
    "more than 2 members",
    "exactly 3 members",
    "fewer than 2 members against",
    "no member against",
    "all founders and more than half of members",
    "all founders or at least 4 members",
    "at least 2 permanent members",
    "no permanent member against and at least 3 members",
    "majority of members in each region",
    "at least 1 member in at least 2 regions",
    "more than half of shares",
    "at least 80% of population",
    "more than half of seats",
    "at least 3 more in favour than against",
    "at least 1.5 times the square root of members",
    "at least 2/3 of coalition members",
    "at least 2 of the other members",
    "all the other members",
)
QUORUMS = ("more than half of members", "at least 3 members", "at least 4 members", "at least 2/3 of seats")


def plain(rule: Rule) -> str:
    return say(rule)


@st.composite
def charters(draw: st.DrawFn) -> Tree:
    """Charters with groups, weights, attributes, bodies of every make and up to three decisions."""
    size = draw(st.integers(3, 6))
    ids = [f"m{number}" for number in range(size)]
    members: list[Tree] = []
    for name in ids:
        member: Tree = {"id": name, "chamber": draw(st.sampled_from(["upper", "lower"]))}
        if region := draw(st.sampled_from(["north", "north", "south", "west", ""])):
            member["region"] = region
        if (count := draw(st.sampled_from([1, 1, 1, 1, 2, 3]))) > 1:
            member["count"] = count
        members.append(member)
    weight = st.integers(0, 5)
    weights: Tree = {
        "population": {"values": {name: draw(weight) for name in ids}},
        "shares": {"values": {name: draw(weight) for name in ids}},
    }
    if draw(st.booleans()):
        weights["population"]["total"] = draw(st.integers(4, 20))
    if draw(st.booleans()):
        weights["shares"]["cap"] = draw(st.sampled_from(["25%", "40%"]))
    some = draw(st.lists(st.sampled_from(ids), min_size=1, max_size=size, unique=True))
    seats = draw(st.lists(st.sampled_from([*ids, ""]), min_size=1, max_size=6))
    tree: Tree = {
        "name": "X",
        "purpose": "Y.",
        "members": members,
        "groups": {name: [each for each in of if each in ids] for name, of in GROUPS.items()},
        "weights": weights,
        "bodies": {
            "everyone": {"members": "all", "seats": draw(st.integers(size, 9))},
            "some": {"members": ["in-it"]},
            "seated": {"seats": [{"member": name} if name else {"level": "operational"} for name in seats]},
        },
        "decisions": {},
    }
    tree["groups"]["in-it"] = some
    sentence = st.one_of(st.sampled_from(SENTENCES), any_rule().map(plain))
    for number in range(draw(st.integers(1, 3))):
        decision: Tree = {"covers": [f"kind-{number}"], "passes": draw(sentence)}
        if body := draw(st.sampled_from(["", "", "everyone", "some", "seated"])):
            decision["body"] = body
        if draw(st.booleans()):
            decision["quorum"] = draw(st.sampled_from(QUORUMS))
        if draw(st.integers(0, 3)) == 0:
            decision["covers"] = ["expel"]
            switches = {"votes": draw(st.booleans()), "counted": draw(st.booleans())}
            decision["member_concerned"] = switches
        if draw(st.integers(0, 3)) == 0:
            decision["otherwise"] = {"passes": draw(sentence)}
        tree["decisions"][f"d{number}"] = decision
    return tree


def deleted(tree: Tree, member: str) -> Tree:
    """The charter after one head of a row has gone, edited as a secretary would."""
    left = copy.deepcopy(tree)
    row = next(each for each in left["members"] if each["id"] == member)
    if row.get("count", 1) > 1:
        row["count"] -= 1
        return left
    left["members"].remove(row)
    for name, group in left.get("groups", {}).items():
        versions = [group] if isinstance(group, dict) else group
        if versions and isinstance(versions[0], dict):
            for version in versions:
                version["members"] = [each for each in version["members"] if each != member]
        else:
            left["groups"][name] = [each for each in versions if each != member]
    for weight in left.get("weights", {}).values():
        for version in weight if isinstance(weight, list) else [weight]:
            version.get("values", version).pop(member, None)
    for body in left.get("bodies", {}).values():
        if isinstance(body.get("members"), list):
            body["members"] = [each for each in body["members"] if each != member]
        for seat in body["seats"] if isinstance(body.get("seats"), list) else ():
            if seat.get("member") == member:
                # The seat stays where the number of seats is fixed.
                del seat["member"]
                seat.setdefault("level", "operational")
    return left


def examined(tree: Tree) -> Examination:
    text = yaml.safe_dump(tree, sort_keys=False, allow_unicode=True)
    document = read(text, "charter.yaml")
    charter = load(document).charter
    assert charter is not None
    return Examination(charter, document)


def works(examination: Examination, sentence: Sentence) -> tuple[bool | None, bool]:
    """Whether it can be met, and whether something is missing for it to be judged."""
    rule = sentence.rule
    if rule is None:
        return None, True
    roll = roll_of(examination, sentence)
    bound = examination.bound(rule, roll)
    quorum = sentence.counts is Count.ATTENDANCE
    met = carries(bound) or can_adopt(rule, roll, silence=quorum)
    if met is False and stands_for(examination, sentence) is not None:
        met = met_about_another(counted_by(examination, sentence), rule, quorum=quorum)
    return met, bool(unsaid(rule, roll, bound))


def moved_out(tree: Tree, member: str) -> Tree:
    """The charter after one head of a row has gone, where the row stays with the day on which it ended.

    So a class that nobody is in any more is still known, and asked.
    """
    left = copy.deepcopy(tree)
    row = next(each for each in left["members"] if each["id"] == member)
    if row.get("count", 1) > 1:
        row["count"] -= 1
    else:
        row["in"] = [{"to": "2020-01-01"}]
    return left


def check(tree: Tree) -> int:
    """Compare every departure with a deletion; returns how many sentences a departure puts out of use."""
    now = examined(tree)
    changed = 0
    usable = [each for each in now.sentences if each.rule is not None and works(now, each) == (True, False)]
    if now.heads <= LAST_TWO or not usable:
        return 0
    rooms = {each.route: each for each in clause_facts(now)}
    everyone: dict[Route, set[bool]] = {}
    found = {each.route: leaving(now, each, each.rule, counted_by(now, each)) for each in usable if each.rule}
    for row, gone in itertools.product(now.roll("").rows, (moved_out, deleted)):
        after = examined(gone(tree, row.id))
        for sentence in usable:
            if gone is deleted and asks_by_class(sentence):
                continue
            same = next(each for each in after.sentences if each.route == sentence.route)
            met, cannot = works(after, same)
            where = (sentence.text, row.id, gone.__name__, tree)
            assert (row.id in found[sentence.route].stuck) is (met is False), where
            assert (row.id in dict(found[sentence.route].lost)) is cannot, where
            changed += met is False or cannot
            everyone.setdefault(sentence.route, set()).add(means_all_who_stay(after, same))
    for sentence in usable:
        room = rooms[sentence.route].values
        decision = now.charter.decisions.get(sentence.decision)
        about_one = decision is not None and now.is_about_one(decision, sentence.rule)
        if room.get("means_everyone") is False and not about_one:
            assert ("everyone_without" in room) is (True in everyone[sentence.route]), (sentence.text, tree)
    return changed


def means_all_who_stay(after: Examination, sentence: Sentence) -> bool:
    """Whether a share means three or more, and all of them."""
    if sentence.rule is None:
        return False
    roll = roll_of(after, sentence)
    counted = re.search(
        r" of (\d+) is ", means_everyone(sentence.rule, roll, after.bound(sentence.rule, roll))
    )
    return counted is not None and int(counted[1]) >= 3


def asks_by_class(sentence: Sentence) -> bool:
    """Whether it is about classes: one that everybody has left is still asked, and forgotten when deleted."""
    return sentence.rule is not None and any(clause.spread is not None for clause in clauses(sentence.rule))


EXAMPLES = max(80, settings().max_examples // 5)
"""A charter is compared sentence by sentence for every member who goes, in two ways: one example reads some
ten charters. So it takes a fifth of what others draw, and still reads more charters than they do."""


@given(tree=charters())
@settings(max_examples=EXAMPLES, suppress_health_check=[HealthCheck.too_slow])
def test_a_departure_is_a_deletion(tree: Tree) -> None:
    try:
        check(tree)
    except TooManyCases:
        return


@pytest.mark.parametrize(
    "path", [pytest.param(each, id=each.parent.name) for each in CHARTERS if each.parent.name != "imf"]
)
def test_so_it_is_in_every_fixture(path: Path) -> None:
    tree = yaml.load(path.read_text("utf-8"), Loader=AsText)
    # Who counts again is not told which share would mean everyone.
    tree.pop("leaving", None)
    check(tree)


class AsText(yaml.SafeLoader):
    """Dates stay what is written."""


AsText.yaml_implicit_resolvers = {
    key: [(tag, regexp) for tag, regexp in found if tag != "tag:yaml.org,2002:timestamp"]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
