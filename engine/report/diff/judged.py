"""The vote on a change, and recorded decisions that come out otherwise, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.facts.named import as_words, capital, listed
from coalcheck.engine.report.diff.places import place
from coalcheck.engine.report.parts.visible import visible

if TYPE_CHECKING:
    from coalcheck.engine.decide.verdict import Verdict
    from coalcheck.engine.diff.model import Amendment, Difference, Replayed


def judged(given: Amendment, difference: Difference) -> Iterator[str]:
    """Whether the change was agreed to under the charter as it was."""
    verdict = given.verdict
    if verdict is None:
        yield visible(f"Whether the change was agreed to is not known. {given.unread}")
        return
    under = f", under {as_words(verdict.decision)}" if verdict.decision else ""
    yield visible(
        f"By the old charter{under}, the change is: {in_words(verdict.outcome)}.{_because(verdict)}"
    )
    if given.beyond:
        blocks = listed(place((block,), difference.names) for block in given.beyond)
        yield visible(f"The vote does not name all that changed: {blocks}. Put that to the vote too.")


def flipped(each: Replayed) -> str:
    """One recorded decision with both results, and what of the charter makes the difference."""
    title = each.title or each.file
    day = f", {each.day}" if each.day and each.day not in title else ""
    was, now = in_words(each.was.outcome), in_words(each.now.outcome)
    said = f"{title}{day}: {was} by the old charter, {now} by the new one."
    return visible(f"{said}{_because(each.was, 'Before')}{_because(each.now, 'Now')}")


def _because(verdict: Verdict, when: str = "") -> str:
    """The clause on which an outcome rests, or what is not known."""
    clause = next((each for each in verdict.clauses if each.decides), None)
    if clause is None:
        missing = verdict.missing[0] if verdict.missing else ""
        return f" {when}: {missing}" if when and missing else f" {capital(missing)}" if missing else ""
    text = f" ({clause.text})" if clause.text and clause.text not in clause.said else ""
    said = f"{clause.said.rstrip('.')}{text}."
    return f" {when}: {said}" if when else f" {capital(said)}"
