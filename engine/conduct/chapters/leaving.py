"""How a member leaves: the notice, what is asked of it, what is still to be done, and its name afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.conduct.clause import Clause, about, clause, told
from coalcheck.engine.conduct.moments import days, is_after, is_done, terms_of
from coalcheck.engine.conduct.people import left_before, meant_by
from coalcheck.engine.conduct.words import quoted, speaks_of
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.matter import Matter
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import period_in
from coalcheck.engine.facts.written import leaves_open
from coalcheck.engine.wording.day import in_words
from coalcheck.engine.wording.listing import join
from coalcheck.engine.wording.number import counted

if TYPE_CHECKING:
    from coalcheck.engine.action.happenings.leaving import Leaving
    from coalcheck.engine.action.moment import Moment
    from coalcheck.engine.charter.model import Exit
    from coalcheck.engine.conduct.act import Act

MATTERS: Final[Mapping[str, str]] = {
    "leaving-too-soon": "The last day comes before the notice for leaving has run.",
    "leaving-not-told": "Not all to whom the notice for leaving goes were told in writing.",
    "leaving-held-up": "A member that leaves had to wait for the others to agree.",
    "leaver-asked-more": "Something is asked of a member that leaves, and not by the terms.",
    "leaver-name-used": "The name of a member was put on something new after it had left.",
    "leaving-unfinished": "Something that the terms of leaving hold is not on record as done.",
}
"""What this chapter sees in an act."""

PROPERTIES: Final[Mapping[str, Property]] = texts(
    asked_more="What is asked of a member that leaves, in words.",
    unfinished="What the terms of leaving hold and what is not on record as done, in words.",
    binds_on="What goes on to bind after leaving, as a sentence; a blank where nothing does.",
)
"""What its matters tell."""

_AGREEING: Final = frozenset(
    "consent consents approval approve approves permission agree agrees agreement".split()
)

_TERMS: Final = "the terms of leaving"


class _Open(NamedTuple):
    """One thing that is done when a member leaves: its key in the terms and in the entry, and in words."""

    term: str
    done: str
    said: str


_TO_DO: Final = (
    _Open("money_back", "money_back", "what it gets back"),
    _Open("handover", "handover", "what it hands over"),
    _Open("data", "data", "what becomes of personal data"),
    _Open("announcement", "announced", "how it is made known"),
    _Open("thanks", "thanked", "how its contribution is recognised"),
)


def matters(act: Act) -> Iterator[Matter]:
    """What there is to say of one act."""
    yield from _names_of_leavers(act)
    leaving, terms = act.action.leaving, act.charter.exit
    if act.action.happened != "leaving" or leaving is None:
        return
    if leaving.name_last_used is not None and is_after(act.charter, leaving.name_last_used, leaving.last_day):
        said = f"on {in_words(leaving.name_last_used)}, after {_last(leaving)}"
        yield told(act, "leaver-name-used", ("leaving", "name_last_used"), {"said": said}, _of_names(act))
    if terms is None:
        return
    notice = leaving.notice or act.action.date
    yield from _notice(act, leaving, terms, notice)
    yield from _told(act, leaving, terms)
    yield from _consent(act, leaving, terms)
    yield from _asked_more(act, leaving, terms, notice)
    yield from _unfinished(act, leaving, terms)


def _last(leaving: Leaving) -> str:
    return f"its last day, {in_words(leaving.last_day)}" if leaving.last_day is not None else "its last day"


def _of_names(act: Act) -> Clause | None:
    terms = act.charter.exit
    if terms is not None and terms.joint_texts:
        return clause(terms.joint_texts, "exit", "joint_texts")
    return None


def _notice(act: Act, leaving: Leaving, terms: Exit, notice: Moment | None) -> Iterator[Matter]:
    from coalcheck.engine.decide.timing import notice_under

    if terms.notice is None or notice is None or leaving.last_day is None or leaving.sooner_agreed:
        return
    reckoned = notice_under(terms_of(act.charter), notice, leaving.last_day, terms.notice, verb="given")
    if reckoned.met is False:
        last = f"last day {in_words(leaving.last_day)}; {reckoned.said}"
        at = clause(terms.notice, "exit", "notice")
        yield told(act, "leaving-too-soon", ("leaving", "last_day"), {"said": last}, at)


def _told(act: Act, leaving: Leaving, terms: Exit) -> Iterator[Matter]:
    if not leaving.in_writing_to or not terms.in_writing_to:
        return
    wanted = meant_by(act.charter, terms.in_writing_to)
    reached: set[str] = set()
    for word in leaving.in_writing_to:
        reached |= meant_by(act.charter, word) or {word}
    missing = (wanted or frozenset()) - reached - {leaving.who}
    if leaving.who is None and len(missing) == 1:
        # It may be the one that leaves.
        return
    if wanted and missing:
        others = len(wanted - {leaving.who})
        said = f"{len(missing)} of {others}" if others > 1 else "the one to whom it goes"
        at = clause(terms.in_writing_to, "exit", "in_writing_to")
        yield told(act, "leaving-not-told", ("leaving", "in_writing_to"), {"said": said}, at)


def _consent(act: Act, leaving: Leaving, terms: Exit) -> Iterator[Matter]:
    if not leaving.consent_asked:
        return
    asking = [terms.in_words, terms.cost, terms.in_writing_to, terms.handover]
    if any(not _AGREEING.isdisjoint(words_of(text)) for text in asking):
        return
    never = terms.never_needs
    at = clause(f"never needs: {never}", "exit", "never_needs") if never else about(_TERMS, "exit")
    yield told(act, "leaving-held-up", ("leaving", "consent_asked"), {}, at)


def _asked_more(act: Act, leaving: Leaving, terms: Exit, notice: Moment | None) -> Iterator[Matter]:
    """Whatever is asked beyond the terms, each by itself."""
    if leaving.reason_asked and not terms.reason_needed and not _says(terms.in_words, "reason"):
        more = "a reason, and the terms ask for none"
        at = ("exit", "reason_needed") if terms.reason_needed is False else ("exit",)
        yield _more(
            act,
            more,
            ("leaving", "reason_asked"),
            "reason needed: no" if terms.reason_needed is False else "",
            at,
        )
    yield from _paying(act, leaving, terms)
    yield from _staying(act, leaving, terms, notice)
    known = list(_terms_texts(act, terms))
    unknown = [text for text in leaving.asked_for if not speaks_of(text, *known)]
    if unknown:
        more = f"{quoted(unknown)}, and the terms do not speak of it"
        yield _more(act, more, ("leaving", "asked_for"), "", ("exit",))


def _more(act: Act, more: str, route: tuple[str, ...], text: str, at: tuple[str, ...]) -> Matter:
    place = clause(text, *at) if text else about(_TERMS, *at)
    return told(act, "leaver-asked-more", route, {"asked_more": more}, place, of=route[-1])


def _says(text: str | None, *words: str) -> bool:
    return not set(words_of(text)).isdisjoint(words)


def _paying(act: Act, leaving: Leaving, terms: Exit) -> Iterator[Matter]:
    asked, breach = leaving.pay_asked, act.charter.breach
    if asked is None or not asked.amount:
        return
    owed = breach.pay_after_leaving if breach is not None else None
    said = [text for text in (terms.cost, owed) if text]
    at: tuple[str, ...] = ("exit", "cost") if terms.cost else ("exit",)
    if not said:
        if terms.in_words is not None:
            return
        more = f"{asked}, and the terms name no cost"
    elif all(_is_nothing(text) for text in said):
        more = f"{asked}, and by the terms it costs nothing"
    else:
        sums = [*_sums(said, asked.currency)]
        if not sums or asked.per is not None or asked.amount <= sum(sums):
            return
        more = f"{asked}, more than the terms name"
    yield _more(act, more, ("leaving", "pay_asked"), join(*said), at)


def _is_nothing(text: str) -> bool:
    """Whether a text says that there is nothing to pay."""
    return leaves_open(text) or words_of(text)[:1] in (["nothing"], ["none"], ["no"])


def _sums(said: Iterable[str], currency: str) -> Iterator[Fraction]:
    """Every sum in this currency that some sentences name."""
    from coalcheck.engine.charter.quantity import money_of

    for text in said:
        words = [word.strip(".,;:()") for word in text.split()]
        for here in range(len(words) - 1):
            money = money_of(" ".join(words[here : here + 2]))
            if money is not None and money.currency == currency:
                yield money.amount


def _staying(act: Act, leaving: Leaving, terms: Exit, notice: Moment | None) -> Iterator[Matter]:
    from coalcheck.engine.decide.timing import end_under

    until = leaving.stay_asked
    if until is None or notice is None:
        return
    if terms.notice is None:
        if terms.in_words is None and is_after(act.charter, until, notice):
            more = f"to stay until {in_words(until)}, and the terms name no notice"
            yield _more(act, more, ("leaving", "stay_asked"), "", ("exit",))
        return
    end = end_under(terms_of(act.charter), notice, terms.notice).last
    if end is not None and is_after(act.charter, until, end):
        last = days(act.charter, end)
        over = f"; the notice ends on {in_words(last[0])}" if last else ""
        more = f"to stay until {in_words(until)}{over}"
        yield _more(act, more, ("leaving", "stay_asked"), str(terms.notice), ("exit", "notice"))


def _terms_texts(act: Act, terms: Exit) -> Iterator[str]:
    """Every sentence of the charter in which the terms of leaving may be said."""
    charter = act.charter
    for block in (terms, charter.leaving, charter.ownership, charter.fund):
        for value in (dict(block) if block is not None else {}).values():
            several = value if isinstance(value, tuple) else (value,)
            yield from (text for text in several if isinstance(text, str))
    if charter.breach is not None and charter.breach.pay_after_leaving:
        yield charter.breach.pay_after_leaving


def _unfinished(act: Act, leaving: Leaving, terms: Exit) -> Iterator[Matter]:
    """What the terms hold for a leaver, once its last day, and the time that they name for it, are over."""
    from coalcheck.engine.decide.timing import deadline_under

    if leaving.last_day is None or act.as_of <= leaving.last_day:
        return
    still: list[str] = []
    first = ""
    for each in _TO_DO:
        text = getattr(terms, each.term)
        if not text or leaves_open(text) or is_done(getattr(leaving, each.done)):
            continue
        period = period_in(text)
        if (
            period is not None
            and deadline_under(terms_of(act.charter), leaving.last_day, period, act.as_of).met is not False
        ):
            continue
        still.append(f'{each.said} ("{text.strip().rstrip(".")}")')
        first = first or each.term
    if not still:
        return
    bound = join(*terms.continues_after)
    values: dict[str, Value] = {
        "unfinished": join(*still),
        "binds_on": f" What binds afterwards: {bound}." if bound else " ",
    }
    yield told(act, "leaving-unfinished", ("leaving",), values, clause(getattr(terms, first), "exit", first))


def _names_of_leavers(act: Act) -> Iterator[Matter]:
    """The names on a statement, held against who had left by then."""
    statement = act.action.statement
    on = days(act.charter, act.action.date)
    if statement is None or on is None or not statement.names:
        return
    gone = [each for each in statement.names if left_before(act.charter, each, on[0])]
    gone += [each for each in statement.names if each not in gone and _has_left(act, each, on[0])]
    if gone:
        said = f"on {in_words(on[0])}, and {counted(len(gone), 'member')} of those it names had left before"
        yield told(act, "leaver-name-used", ("statement", "names"), {"said": said}, _of_names(act))


def _has_left(act: Act, member: str, day: date) -> bool:
    """Whether the record has it that a member's last day was before a day."""
    for entry in act.past.events("leaving") if act.past is not None else ():
        gone = entry.action.leaving
        if gone is not None and gone.who == member and gone.last_day is not None and gone.last_day < day:
            return True
    return False
