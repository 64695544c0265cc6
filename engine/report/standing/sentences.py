"""Where a coalition stands, in sentences: what all formats for people say alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from coalcheck.engine.charter.quantity import Money, in_digits
from coalcheck.engine.facts.named import capital, listed
from coalcheck.engine.report.parts.heading import heading_line
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.report.verdict.line import line, sentence
from coalcheck.engine.wording.day import in_words, month_in_words
from coalcheck.engine.wording.number import counted
from coalcheck.engine.wording.number import in_words as number_in_words

if TYPE_CHECKING:
    from datetime import date

    from coalcheck.engine.standing.status import Coming, Purse, Status, VetoCount

REVIEWS: Final = frozenset({"first-review", "value-review"})


def heading(status: Status) -> str:
    """Whose charter it is."""
    return heading_line(status.charter)


def answer(status: Status) -> str:
    """How it stands with what is due, in a sentence."""
    day = in_words(status.as_of)
    if status.heading is None:
        return f"On {day}: nothing can be told, as the charter cannot be read."
    late, now, soon = (len(status.of(each)) for each in ("overdue", "now", "soon"))
    parts = [f"{counted(late, 'thing')} {_are(late)} overdue" if late else "nothing is overdue"]
    if status.untold:
        untold = len(status.untold)
        parts = [f"nothing is on record of {counted(untold, 'thing')} whose day has passed"]
    if now:
        parts.append(f"{counted(now, 'thing')} {_are(now)} due now")
    if soon:
        parts.append(f"{counted(soon, 'thing')} {'falls' if soon == 1 else 'fall'} due within 30 days")
    elif not late and not now:
        parts.append("nothing falls due within 30 days")
    said = f"{', '.join(parts[:-1])}, and {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"On {day}: {said}."


def not_in_full(status: Status) -> str:
    """That something could not be understood; empty where all could."""
    files = status.kept.in_part
    if not files:
        read = status.heading is None or not status.charter.findings
        return "" if read else "Part of the charter cannot be read, so what stands there is missing here."
    names = listed(map(visible, files))
    what = "it is" if len(files) == 1 else "they are"
    return (
        f"Part of {names} could not be understood, so what {what} about may be missing here; "
        "coalcheck check --record says which lines."
    )


def next_line(status: Status) -> str:
    """The one next step, with the point that asks for it; empty where there is none."""
    said = sentence(status.next_step.said)
    return f"{said} ({status.next_step.point})" if said and status.next_step.point else said


def overdue(each: Coming, as_of: date) -> str:
    """Something overdue: what, since when, and when it was last done."""
    due = "due by" if each.until is not None else "due on"
    last = f"; last on {in_words(each.last)}" if each.last is not None else ""
    return f"{_what(each)}; {due} {in_words(each.deadline)}, {ago(each.deadline, as_of)}{last}"


def coming(each: Coming, as_of: date) -> str:
    """Something that is due: what, how soon, and until when there is time."""
    said = _what(each)
    if each.state == "now":
        return f"{said}: {_while_it_runs(each, as_of)}"
    latest = f", {in_words(each.until)} at the latest" if each.until is not None else ""
    return f"{said}, {ahead(each.day, as_of)}{latest}"


def _while_it_runs(each: Coming, as_of: date) -> str:
    if each.until is None or each.until == as_of:
        return "today" if each.until is None else "today at the latest"
    since = "since today" if each.day == as_of else f"since {in_words(each.day)}"
    return f"due {since}, {in_words(each.until)} at the latest"


def passed(each: Coming) -> str:
    """Something whose day has gone by, of which nobody can tell whether it was done."""
    return f"{_what(each)}, {in_words(each.deadline)}"


def _what(each: Coming) -> str:
    return capital(line(each.said))


def ago(day: date, as_of: date) -> str:
    """How long ago a day was."""
    days = (as_of - day).days
    return "today" if not days else f"{counted(days, 'day')} ago"


def ahead(day: date, as_of: date) -> str:
    """How far ahead a day is."""
    days = (day - as_of).days
    return "today" if not days else f"in {counted(days, 'day')}"


def term(status: Status) -> str:
    """How long it lasts, and what is left of it; empty where no term is written."""
    found, as_of = status.term, status.as_of
    last, starts = found.last_day, found.starts
    if last is None and starts is None:
        return "it has ended" if found.over else ""
    begins = f"from {in_words(starts)}" if starts is not None else ""
    if last is None:
        return f"{begins}, without an end"
    renewed = f", renewed until {in_words(found.renewed)}" if found.renewed is not None else ""
    said = f"{begins} to {in_words(found.ends or last)}".strip() + renewed
    said = said if begins else f"until {in_words(found.ends or last)}{renewed}"
    if last < as_of:
        return f"{said}: it ended {ago(last, as_of)}"
    if found.over:
        return f"{said}: it has ended, as the charter says"
    if starts is not None and starts > as_of:
        return f"{said}: it begins {ahead(starts, as_of)}"
    left = (last - as_of).days
    return f"{said}: {counted(left, 'day')} left" if left else f"{said}: its last day is today"


def next_review(status: Status) -> str:
    """The next review; that none has a day where that is so."""
    return _next_of(status, REVIEWS) or "none has a day"


def renewal(status: Status) -> str:
    """The next talk on whether to go on; empty where the charter has none."""
    return _next_of(status, frozenset({"renewal"}))


def first_of(status: Status, what: frozenset[str]) -> Coming | None:
    """The first of some things that is not done, or of which nobody can tell; None where there is none."""
    waits = [each for each in status.days if each.what in what and each.state != "done"]
    return min(waits, key=lambda each: each.deadline, default=None)


def _next_of(status: Status, what: frozenset[str]) -> str:
    first = first_of(status, what)
    if first is None:
        return ""
    when = in_words(first.day)
    until = f", {in_words(first.until)} at the latest" if first.until is not None else ""
    if first.state == "overdue":
        when, until = f"overdue since {in_words(first.deadline)}", ""
    elif first.state == "passed":
        when, until = f"{in_words(first.deadline)}, and nothing is on record", ""
    last = f"; last on {in_words(first.last)}" if first.last is not None else ""
    # Of renewals there is one kind, of reviews there are several.
    said = f"{line(first.said)}, " if len(what) > 1 else ""
    return f"{said}{when}{until}{last}"


def purse(each: Purse) -> tuple[str, str]:
    """What was agreed to be spent: of whom, and how much beside which limit."""
    whose = line(each.whose)
    if each.stretch is not None:
        per = each.limit.per if each.limit is not None else None
        begins = each.stretch.begins
        whose += f", in {begins.year if per == 'year' else month_in_words(begins)}"
    agreed = in_digits(each.agreed)
    if each.limit is None or each.left is None:
        said = f"{agreed} {each.currency} agreed so far; the charter sets no limit in {each.currency}"
    else:
        said = f"{agreed} of {in_digits(each.limit.amount)} {each.currency} agreed"
        if each.left < 0:
            said += f", {Money(-each.left, each.currency)} more than that"
        else:
            said += f", {Money(each.left, each.currency)} left" if each.left else ", nothing left"
    if each.perhaps:
        said += f"; {Money(each.perhaps, each.currency)} besides, of which it is not known whether it counts"
    if each.endless:
        said += "; some of it comes back, and nothing says until when"
    return whose, said


def veto(each: VetoCount) -> tuple[str, str]:
    """How often a veto was used: over what and by whom it is held, and how often within which limit."""
    held = line(each.held_by) or "nobody"
    if each.holders > 1:
        held = f"{held}, together" if each.together else f"each of {held}"
    over = line(each.over)
    return f"over {over} ({held})", f"{_used(each)}{_beside_the_limit(each)}"


def _used(each: VetoCount) -> str:
    times = {0: "not used", 1: "used once", 2: "used twice"}.get(
        each.used, f"used {number_in_words(each.used)} times"
    )
    said = f"{times} {each.since}"
    if each.beyond:
        said += f", and {counted(each.beyond, 'time')} beyond the limit, which did not count"
    return said


def _beside_the_limit(each: VetoCount) -> str:
    if not each.limit:
        return "; no limit is set"
    said = f"; {each.limit}{' for each' if each.holders > 1 else ''}"
    if not each.used_up:
        return said
    if each.holders == 1:
        return f"{said}, so it is used up"
    if each.used_up == each.holders:
        return f"{said}, so all have used it up"
    has = "has" if each.used_up == 1 else "have"
    return f"{said}, so {number_in_words(each.used_up)} of {number_in_words(each.holders)} {has} none left"


def record(status: Status) -> str:
    """What the record is made of, in a sentence or two."""
    kept = status.kept
    if not kept.entries and not kept.ahead:
        return "Nothing is on record yet, so what has been done cannot be told."
    if not kept.entries:
        are = "entry is" if kept.ahead == 1 else "entries are"
        return f"Nothing is on record up to this day; {kept.ahead} {are} on record for a later one."
    since = f" since {in_words(kept.first)}" if kept.first is not None else ""
    said = f"On record: {counted(kept.entries, 'entry', 'entries')}{since}"
    if kept.ahead:
        said += f", and {kept.ahead} for a later day"
    said += "."
    if kept.undated:
        said += f" Without a day: {kept.undated}."
    return f"{said} What it shows over time: coalcheck check --record."


def _are(number: int) -> str:
    return "is" if number == 1 else "are"


def days_later(number: int) -> str:
    """How many days come later than those that are shown."""
    return counted(number, "more day")
