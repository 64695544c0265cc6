"""Two rules for one kind of decision: whether results differ, and on which ballots and days."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.ballots import ballots_in_words
from coalcheck.engine.facts.coverage import clashes
from coalcheck.engine.facts.examination import REMOVALS, Examination, speaks_of_others
from coalcheck.engine.facts.fact import Fact, Value
from coalcheck.engine.facts.kinds import in_words
from coalcheck.engine.facts.named import as_words, listed
from coalcheck.engine.facts.silent import unsaid
from coalcheck.engine.facts.time import minutes
from coalcheck.engine.threshold.apart import only_share_apart, shares_apart
from coalcheck.engine.threshold.differing import Found, Way, differing
from coalcheck.engine.threshold.electorate import Ballots, Electorate
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Decision
    from coalcheck.engine.charter.quantity import Period

VOTES, TIMES, NOTHING, UNSAID = "votes", "times", "nothing", "unsaid"
"""In what two rules differ: in what carries them, in time only, in nothing, or it cannot be worked out."""

_A_DAY: Final = 24 * 60

_LENGTHS: Final = {
    "notice": "Notice is {} by {} and {} by {}.",
    "deliberation": "The talk before takes {} by {} and {} by {}.",
    "window": "A vote is open for {} by {} and for {} by {}",
    "answer_within": "Members answer within {} by {} and within {} by {}.",
    "expires": "What is decided stands for {} by {} and for {} by {}.",
    "explain": "It is explained within {} by {} and within {} by {}.",
}
"""How two lengths of time are put side by side."""

_ONLY_ONE: Final = {
    "notice": "how long before it everyone is told",
    "deliberation": "how long it is talked about before",
    "window": "how long a vote is open",
    "answer_within": "how soon members answer",
    "expires": "how long a decision stands",
    "explain": "how soon it is explained",
}

_REST: Final = {
    "otherwise": "what happens where it fails",
    "second_call": "a second meeting",
    "if_no_agreement": "what each may do where there is no agreement",
    "abstentions": "how abstentions count",
    "tie": "what a tie means",
    "proxies": "voting for someone else",
    "no_quorum": "what happens where too few take part",
    "needs": "what a valid decision needs",
    "also": "who else must agree",
    "lasts": "how long what is decided lasts",
    "member_concerned": "what the member concerned may do",
}
"""What else two rules can differ in; only that they do is said."""


def same_kind_facts(examination: Examination) -> tuple[Fact, ...]:
    """One fact for each two decisions in force that cover the same kind; of the later one, in file order."""
    return tuple(
        _fact(examination, key, other, kinds)
        for key in examination.charter.decisions
        for other, kinds in clashes(examination.charter, key).items()
    )


def _fact(examination: Examination, key: str, other: str, kinds: tuple[str, ...]) -> Fact:
    how, difference = _difference(examination, other, key, kinds)
    values: dict[str, Value] = {
        "id": f"{other}, {key}",
        "one": as_words(other),
        "two": as_words(key),
        "same_kinds": listed(in_words(kind) for kind in kinds),
        "differ_in": how,
        "difference": difference,
    }
    places = {"other": ("decisions", other, "covers"), "other_rule": ("decisions", other, "passes")}
    return Fact("pair-of-decisions", str(values["id"]), ("decisions", key), values, places)


def _difference(examination: Examination, one: str, two: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """In what they differ, and the sentences that say so."""
    first, second = (examination.charter.decisions[key] for key in (one, two))
    said = [_who_decides(examination, one, two)]
    in_votes = VOTES if said[0] else ""
    if not in_votes:
        in_votes, sentence = _votes(examination, one, two, kinds)
        said.append(sentence)
    times = _times(first, second, one, two)
    rest = [
        words
        for name, words in _REST.items()
        if (getattr(first, name) or None) != (getattr(second, name) or None)
    ]
    said += times
    if rest:
        said.append(f"They {'also ' if any(said) else ''}differ in {join(*rest)}.")
    if in_votes in (VOTES, UNSAID) or rest:
        how = VOTES if rest or in_votes == VOTES else UNSAID
    else:
        how = TIMES if times else NOTHING
    return how, "\n".join(filter(None, said)) or "They ask for the same."


def _who_decides(examination: Examination, one: str, two: str) -> str:
    """That different people decide; empty where they are the same."""
    bodies = [examination.charter.decisions[key].body for key in (one, two)]
    rolls = [examination.roll(key) for key in (one, two)]
    if bodies[0] == bodies[1] or _people(rolls[0]) == _people(rolls[1]):
        return ""
    names = ["all members" if body is None else as_words(body) for body in bodies]
    return f"{_quoted(one)} is decided by {names[0]}, {_quoted(two)} by {names[1]}."


def _people(roll: Electorate) -> dict[str, int]:
    return {row.id: row.ballots for row in roll.rows if row.in_body}


def _votes(examination: Examination, one: str, two: str, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Whether what carries them differs, and on which ballots."""
    ways = [_way(examination, key, kinds) for key in (one, two)]
    first, second = ways
    texts = [examination.charter.decisions[key].passes or "" for key in (one, two)]
    if first is None or second is None:
        return UNSAID, "Which of the two holds is not written."
    if (first.passes, first.quorum, first.silence) == (second.passes, second.quorum, second.silence):
        return NOTHING, ""
    asked = (
        ""
        if first.passes == second.passes
        else f'{_quoted(one)} asks for "{texts[0]}", {_quoted(two)} for "{texts[1]}".'
    )
    found = differing(first, second)
    if found.first is not None or found.second is not None:
        return VOTES, f"{asked}\n{_on_ballots(examination, first, found, one, two)}".strip()
    if found.complete:
        return NOTHING, f"{asked}\nWith these members both come to the same.".strip()
    shares = only_share_apart(first.passes, second.passes)
    apart = shares_apart(*shares) if shares is not None else None
    if apart is None:
        examination.notes.append(
            f"Whether {as_words(one)} and {as_words(two)} can come to different results was not examined "
            "to the end: there are too many ways to vote."
        )
        return UNSAID, f"{asked}\nWhich of the two holds is not written.".strip()
    easy, hard = (one, two) if apart.first_asks_less else (two, one)
    enough = f"With {apart.votes:,} votes, {apart.enough:,} for are enough"
    return VOTES, f"{asked}\n{enough} for {_quoted(easy)} and not for {_quoted(hard)}.".strip()


def _way(examination: Examination, key: str, kinds: tuple[str, ...]) -> Way | None:
    """How a decision is carried; None where a sentence of it cannot be read or counted."""
    decision = examination.charter.decisions[key]
    rule = examination.rule("decisions", key, "passes")
    quorum = examination.rule("decisions", key, "quorum")
    if rule is None or (decision.quorum is not None and quorum is None):
        return None
    about = set(kinds) <= REMOVALS or speaks_of_others(rule)
    concerned = examination.somebody() if about else None
    roll = examination.roll(key, concerned=concerned)
    counted = examination.roll(key, quorum=True, concerned=concerned)
    for each, people in ((rule, roll), (quorum, counted)):
        if each is not None and unsaid(each, people, examination.bound(each, people)):
            return None
    return Way(rule, roll, quorum, counted, decision.silence == "adopts")


def _on_ballots(examination: Examination, way: Way, found: Found, one: str, two: str) -> str:
    """The smallest ballots on which they differ, in both directions where there are both."""

    def words(ballots: Ballots) -> str:
        return ballots_in_words(examination.charter, way.roll, ballots, alike=found.alike)

    examples = [(found.first, one, two), (found.second, two, one)]
    said = [
        f"With {words(ballots)}, {_quoted(carried)} is carried and {_quoted(not_carried)} is not."
        for ballots, carried, not_carried in examples
        if ballots is not None
    ]
    if found.most is not None and found.most not in (found.first, found.second) and found.alike:
        said.append(f"So it is up to {words(found.most)}.")
    return "\n".join(said)


def _times(one: Decision, two: Decision, first_key: str, second_key: str) -> list[str]:
    """The lengths of time that differ, one sentence each."""
    said = []
    for name, sentence in _LENGTHS.items():
        first, second = getattr(one, name), getattr(two, name)
        if first == second:
            continue
        if first is None or second is None:
            key = first_key if second is None else second_key
            said.append(f"Only {_quoted(key)} says {_ONLY_ONE[name]}: {first or second}.")
            continue
        words = sentence.format(first, _quoted(first_key), second, _quoted(second_key))
        said.append(words + (_open_days(first, second, first_key, second_key) if name == "window" else ""))
    return said


def _open_days(first: Period, second: Period, first_key: str, second_key: str) -> str:
    """On which days a vote is closed by the one and open by the other."""
    if first.or_longer != second.or_longer:
        return f"; {_quoted(first_key if first.or_longer else second_key)} does not say when it closes."
    shorter, longer = sorted((minutes(first), minutes(second)))
    if shorter % _A_DAY or longer % _A_DAY or shorter == longer or first.manner or second.manner:
        return "."
    days = (
        f"from day {shorter // _A_DAY + 1} to day {longer // _A_DAY}"
        if longer - shorter > _A_DAY
        else f"on day {longer // _A_DAY}"
    )
    return f": {days} it is closed by the one and open by the other."


def _quoted(key: str) -> str:
    return f'"{as_words(key)}"'
