"""The answer in a sentence, and why: what stands before everything else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.checking.outcomes import in_words
from coalcheck.engine.report.parts.order import ON_SCREEN
from coalcheck.engine.report.verdict import scope
from coalcheck.engine.report.verdict.line import line, sentence
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted
from coalcheck.engine.wording.number import in_words as number

if TYPE_CHECKING:
    from coalcheck.engine.checking.checked import Check, Checked
    from coalcheck.engine.decide.verdict import Consulted, Outcome, Verdict
    from coalcheck.engine.findings.result import Result
    from coalcheck.engine.report.parts.options import Options

_IN_WORDS: Final = 12
"""Up to so many are written as words; two numbers that are compared are written alike."""

_COUNTING: Final = frozenset({"rule", "quorum", "veto", "tie"})
"""What is counted; an act without authority has none whatever the count is."""

_BESIDE: Final[dict[Outcome, str]] = {
    "unauthorised": "it has no authority under the charter",
    "indeterminate": "the charter leaves something open",
    "pending": "it is still open",
    "no-quorum": "there was no quorum",
    "rejected": "it was not carried",
    "vetoed": "it was blocked by a veto",
    "adopted": "the votes carry it",
}


def heading(checked: Checked) -> str:
    """What was asked, its day, and the answer."""
    asked, verdict = checked.asked, checked.verdict
    what = ", ".join(filter(None, (line(asked.title), asked.day)))
    if asked.happened is not None:
        return f"{what}: on record"
    if verdict is None:
        return f"{what}: not judged"
    return f"{what}: {_answered(checked, verdict)}"


def _answered(checked: Checked, verdict: Verdict) -> str:
    words = in_words(verdict.outcome, consensus=checked.ground.consensus)
    of_scope = scope.heading(checked, verdict)
    if of_scope:
        return of_scope
    if is_own_business(verdict):
        return "in a member's own name; no decision of the coalition is needed"
    if verdict.outcome == "pending" and verdict.settled:
        return f"{words}, and no further vote can change it"
    if verdict.outcome == "pending" and checked.asked.stands == "proposed":
        return "a proposal, not voted on yet"
    return words


def beside(result: Result) -> str:
    """Say whose points come first: those of the charter, or of a sheet of ballots."""
    what = "The charter" if result.kind == "charter" else "The sheet"
    return f"{what}, {line(result.file)}, cannot be read in full"


def unread(checked: Checked) -> str:
    """Say that the file could not be read in full; empty where it could."""
    if checked.verdict is None and checked.asked.happened is None:
        return "What is listed below is to be settled first."
    if not checked.unread:
        return ""
    return (
        f"{counted(checked.unread, 'line')} of the file could not be understood and "
        f"{'is' if checked.unread == 1 else 'are'} left out, so this answer rests on less than was written."
    )


def tried(checked: Checked) -> str:
    """Say what was assumed; empty where nothing was."""
    assumed = checked.asked.tried
    return f"This only tries a case: {line(join(*assumed))}. The file says otherwise." if assumed else ""


def reasons(checked: Checked, verdict: Verdict) -> Iterator[str]:
    """Give why, in sentences that make one paragraph."""
    deciding = [clause for clause in verdict.clauses if clause.decides]
    match verdict.outcome:
        case "indeterminate":
            yield "It depends on something that is not on record, or that the charter leaves open."
        case "unauthorised":
            # What is said of the scope stands before this.
            told = _COUNTING | {"scope"}
            yield from (sentence(clause.said) for clause in deciding if clause.part not in told)
        case "no-quorum":
            yield f"Too few took part. {sentence(_said(deciding, verdict, 'quorum'))}"
        case "vetoed":
            yield from _of_the_veto(checked, verdict, deciding)
        case "pending":
            yield from _of_what_is_open(checked, verdict, deciding)
        case "adopted" | "rejected":
            if is_own_business(verdict):
                yield from (sentence(clause.said) for clause in verdict.clauses)
            else:
                yield from _of_the_votes(verdict, deciding)
    if verdict.outcome != "pending":
        yield _apart(checked, verdict)


def _apart(checked: Checked, verdict: Verdict) -> str:
    """Say what holds as well; that a proposal is still open goes without saying."""
    proposed = checked.asked.stands == "proposed"
    also = [_BESIDE[each] for each in verdict.also if each != "pending" or not proposed]
    return f"Apart from that, {join(*also)}." if also else ""


def is_own_business(verdict: Verdict) -> bool:
    """Whether it is done in a member's own name, so that nobody has to decide on it."""
    return verdict.outcome == "adopted" and not verdict.decision


def _of_the_votes(verdict: Verdict, deciding: list[Consulted]) -> Iterator[str]:
    yield votes(verdict)
    yield needed(verdict)
    yield from (sentence(clause.said) for clause in deciding if clause.part != "rule")


def _of_the_veto(checked: Checked, verdict: Verdict, deciding: list[Consulted]) -> Iterator[str]:
    used = [veto for veto in verdict.vetoes if veto.counts and not veto.overridden]
    yield f"{votes(verdict)} That would have been enough."
    names = checked.ground.names
    if used:
        who = join(*(line(names.get(veto.holder, veto.holder)) for veto in used))
        yield f"{who} used the right to stop it, and {'it counts' if len(used) == 1 else 'they count'}."
    else:
        yield from (sentence(clause.said) for clause in deciding)


def _of_what_is_open(checked: Checked, verdict: Verdict, deciding: list[Consulted]) -> Iterator[str]:
    if checked.asked.stands == "proposed":
        yield "Nobody has voted yet."
    else:
        yield votes(verdict, so_far=checked.asked.stands == "open")
    yield needed(verdict)
    if verdict.settled:
        so_far = join(*(_BESIDE[each] for each in verdict.also)) or "the outcome stays the same"
        yield f"Whatever the others answer, {so_far}, unless somebody changes a vote."
    elif checked.asked.stands == "closed" and "adopted" in verdict.also:
        yield "The votes are enough, and it is not final yet."
    else:
        yield _apart(checked, verdict)
    yield from (sentence(clause.said) for clause in deciding if clause.part != "rule")


def votes(verdict: Verdict, *, so_far: bool = False) -> str:
    """Say how many were for and against, such as that one vote was for and one against."""
    eligible = [row for row in verdict.members if row.eligible and not row.late]
    given = {answer: sum(row.votes.get(answer, 0) for row in eligible) for answer in ("for", "against")}
    favour, against = given["for"], given["against"]
    when = " so far" if so_far else ""
    if not favour and not against:
        return f"Nobody voted for or against{when}."
    digits = max(favour, against) > _IN_WORDS
    yes, no = (f"{count:,}" if digits else number(count) for count in (favour, against))
    yes, no = (text if count else "no" for text, count in ((yes, favour), (no, against)))
    were = "vote was" if favour in (0, 1) else "votes were"
    return f"{yes[0].upper()}{yes[1:]} {were} for and {no if against else 'none'} against{when}."


def needed(verdict: Verdict) -> str:
    """Say what the charter asks for, in its own words; empty where no rule was asked."""
    asked = [clause for clause in verdict.clauses if clause.part == "rule" and clause.text]
    rules = line(join(*dict.fromkeys(clause.text for clause in asked)))
    if any(clause.default for clause in asked):
        return f"{rules[0].upper()}{rules[1:]} is what it needs."
    return f"The charter asks for {rules}." if rules else ""


def _said(deciding: list[Consulted], verdict: Verdict, part: str) -> str:
    asked = (clause.said for clause in (*deciding, *verdict.clauses) if clause.part == part)
    return next(asked, "")


def missing(verdict: Verdict) -> tuple[str, ...]:
    """What is not on record or can be read in two ways, a sentence each."""
    return tuple(map(sentence, verdict.missing))


def is_brief(check: Check, checked: Checked, options: Options) -> bool:
    """Whether a line is enough: of many actions those that are as they should be, unless all is asked for."""
    many = len(check.checked) > ON_SCREEN and not options.show_all
    return many and checked.clean


def summary(check: Check) -> str:
    """Say in one sentence how several actions came out."""
    outcomes: dict[str, int] = {}
    for each in check.checked:
        words = "told" if each.asked.happened is not None else "not judged"
        if each.verdict is not None:
            own = is_own_business(each.verdict)
            words = "in a member's own name" if own else in_words(each.verdict.outcome)
            words = scope.summed_up(each, each.verdict) or words
        outcomes[words] = outcomes.get(words, 0) + 1
    parts = [f"{count} {words}" for words, count in outcomes.items()]
    differ = sum(not each.passes for each in check.checked if each.asked.recorded is not None)
    nouns = ("action", "actions") if check.record is None else ("entry", "entries")
    minutes = f"; the minutes say otherwise of {counted(differ, *nouns)}" if differ else ""
    return f"Of {counted(len(check.checked), *nouns)}: {', '.join(parts)}{minutes}."
