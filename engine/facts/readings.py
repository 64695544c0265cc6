"""What each way to read an unclear threshold would do with these members: counted, not guessed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from coalcheck.engine.threshold.electorate import Electorate, Row, Votes
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.judge import adopts
from coalcheck.engine.threshold.names import Names
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.tree import Clause, Count, Rule, Weighted, clauses
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import in_words

MOST_HEADS: Final = 1_000
"""With more members than this nothing is counted: no sentence of theirs is read aloud member by member."""
MOST_GROUPS: Final = 3
MOST_LISTED: Final = 40


class Reading(NamedTuple):
    """One way to mend a sentence: how it is called, and the sentence that it gives."""

    label: str
    sentence: str


def effects(ways: list[Reading], names: Names, roll: Electorate, *, you: bool, counts: Count) -> str:
    """Say for each way what it would mean; one line each, the labels in a column.

    Args:
        ways: the readings, each a sentence of the language.
        names: the names it may use.
        roll: who votes.
        you: whether the reader is among those who vote: "2 of you" or "2 of them".
        counts: support for a rule, attendance for a quorum.

    Returns:
        The lines; empty where the members differ in what they count, so that heads do not decide.
    """
    everyone = _Members(roll, "you" if you else "them")
    if not 0 < everyone.count <= MOST_HEADS or not everyone.alike:
        return ""
    lines = []
    for label, sentence in ways:
        rule = parse(sentence, names, counts)
        if not isinstance(rule, Fault) and all(map(_counts_heads, clauses(rule))):
            said = everyone.quorum(rule) if counts is Count.ATTENDANCE else everyone.effect(rule)
            lines.append((label, said))
    column = max((len(label) for label, _ in lines), default=0) + 3
    return "\n".join(f"  {label:<{column}}{said}" for label, said in lines)


def _counts_heads(clause: Clause) -> bool:
    """Whether it only matters how many do something, and not who."""
    weighted = isinstance(getattr(clause.measure, "base", None), Weighted)
    return not weighted and clause.among is None and clause.spread is None


_ALL: Final = "all of them"


class _Members:
    """Members that are all alike, and how many of them a rule needs."""

    def __init__(self, roll: Electorate, pronoun: str) -> None:
        self.pronoun = pronoun
        voting = [row for row in roll.rows if row.votes and row.in_body]
        self.alike = all(row.ballots == 1 for row in voting)
        self.count = sum(row.count for row in voting)
        # As one row they are judged at once, however many they are; who may not vote is still counted.
        rows = (Row(_ALL, count=self.count), *(row for row in roll.rows if not row.votes))
        self.roll = Electorate(rows, roll.seats)

    def fewest(self, rule: Rule, voting: int, abstaining: int = 0) -> int | None:
        """The fewest yes that carry it when so many vote and so many abstain; None where none do."""
        numbers = range(1, voting + 1)
        return next((k for k in numbers if self.carries(rule, k, voting - k, abstaining)), None)

    def carries(self, rule: Rule, in_favour: int, against: int, abstain: int) -> bool:
        ballots = {_ALL: Votes(in_favour, against, abstain)}
        return adopts(rule, self.roll, ballots, silence=False) is True

    def _all(self) -> str:
        return f"both of {self.pronoun}" if self.count == 2 else f"all {self.count} of {self.pronoun}"

    def effect(self, rule: Rule) -> str:
        """What it takes, in one phrase."""
        all_vote = self.fewest(rule, self.count)
        if all_vote is None:
            return "it could never be carried"
        numbers = range(1, self.count + 1)
        alone = next((k for k in numbers if self.carries(rule, k, 0, 0)), self.count)
        among_abstaining = next((k for k in numbers if self.carries(rule, k, 0, self.count - k)), self.count)
        if alone == among_abstaining == all_vote:
            if alone == self.count:
                return f"{self._all()} must say yes, always"
            return f"{alone} of {self.pronoun} must say yes, always"
        if alone == among_abstaining:
            return self._of_votes(alone)
        return self._of_present(rule)

    def _of_votes(self, alone: int) -> str:
        """Abstaining and staying away come to the same: only yes and no count."""
        others = self.count - alone
        enough = "is" if alone == 1 else "are"
        if not others:
            return f"{alone} yes {enough} needed"
        who = "the other one says" if others == 1 else f"the other {in_words(others)} say"
        return f"{alone} yes {enough} enough if {who} nothing"

    def _of_present(self, rule: Rule) -> str:
        """How many it takes depends on how many come."""
        groups: dict[int, list[int]] = {}
        # Of a large body the fullest and the emptiest meeting say enough.
        for come in range(self.count, 0, -1) if self.count <= MOST_LISTED else (self.count, 1):
            needed = self.fewest(rule, come)
            if needed is not None:
                groups.setdefault(needed, []).insert(0, come)
        parts = list(groups.items())
        if len(parts) > MOST_GROUPS:
            parts = [(parts[0][0], [self.count]), (parts[-1][0], parts[-1][1][:1])]
        said = [
            f"{needed}{' yes' if not i else ''} when {self._come(come)}"
            for i, (needed, come) in enumerate(parts)
        ]
        return ", ".join(said)

    def _come(self, come: list[int]) -> str:
        if come == [1]:
            return "only one comes"
        if come == [self.count]:
            return "both come" if self.count == 2 else f"all {in_words(self.count)} come"
        if len(come) > 3:
            return f"{in_words(come[0])} to {in_words(come[-1])} come"
        return f"{join(*map(in_words, come), last='or')} come"

    def quorum(self, rule: Rule) -> str:
        """How many must be there."""
        for come in range(1, self.count + 1):
            if adopts(rule, self.roll, {_ALL: Votes(abstain=come)}, silence=True):
                if come == self.count:
                    return f"{self._all()} must be there"
                return f"{come} of {self.pronoun} must be there"
        return "it could never be met"


_GENERAL: Final = {
    "of members": "everyone counts, also who abstains or stays away",
    "of votes cast": "only yes and no count; who abstains or stays away does not",
    "of members present": "who stays away does not count, who abstains does",
    "of seats": "every seat counts, also a vacant one",
    "members": "so many of them, however many come",
    "all members": "everyone must say yes",
    "all of votes cast": "nobody may say no; who abstains or stays away does not count",
}


def in_general(ways: list[Reading]) -> str:
    """Say what each way means where heads alone do not decide; one line each."""
    column = max(len(label) for label, _ in ways) + 3
    return "\n".join(f"  {label:<{column}}{_GENERAL[label]}" for label, _ in ways)


def ways_of(kind: str, text: str, end: int, *, seats: bool, counts: Count) -> Iterator[Reading]:
    """The ways to mend a sentence that does not say of what.

    Args:
        kind: the fault.
        text: the whole sentence.
        end: where the words end behind which the base is missing.
        seats: whether the body has seats that can be counted.
        counts: what is counted.
    """
    head, tail = text[:end].rstrip(), text[end:]
    if kind == "threshold-unanimity-alone":
        yield Reading("all members", "all members")
        yield Reading("all of votes cast", "all of votes cast")
        return
    if head.split()[-1].isdigit() or _is_small_number(head.split()[-1]):
        yield Reading("members", f"{head} members{tail}")
        return
    yield Reading("of members", f"{head} of members{tail}")
    if counts is Count.SUPPORT:
        yield Reading("of votes cast", f"{head} of votes cast{tail}")
        yield Reading("of members present", f"{head} of members present{tail}")
    if seats:
        yield Reading("of seats", f"{head} of seats{tail}")


def _is_small_number(word: str) -> bool:
    return word.lower() in {in_words(number) for number in range(1, 13)}
