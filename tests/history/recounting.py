"""Records counted again from nothing: what several sums come to, and how often a veto was used.

Written for nothing but to be plain: every question goes through all that came before, day by day.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

IN_ALL = 3000
DESK_A_MONTH = 900


class Entry(NamedTuple):
    """A decision to spend, or a payment."""

    id: str
    day: date
    amount: int
    currency: str = "EUR"
    desk: bool = False
    carried: bool = True
    recorded: str = ""
    done: bool = False
    monthly_until: date | None = None
    pays: str = ""

    def yaml(self) -> str:
        """The file of it."""
        lines = [f"id: {self.id}", f"date: {self.day}", f"amount: {self.amount} {self.currency}"]
        if self.pays:
            return "\n".join(["happened: payment", f"follows: [{self.pays}]", *lines]) + "\n"
        lines.append(f"action: {'desk-money' if self.desk else 'money'}")
        lines.append(f"ballots: {{{'for' if self.carried else 'against'}: [a, b, c]}}")
        if self.recorded:
            lines.append(f"recorded: {self.recorded}")
        if self.done:
            lines.append("done: yes")
        if self.monthly_until is not None:
            lines += ["every: month", f"until: {self.monthly_until}"]
        return "\n".join(lines) + "\n"


CHARTER = f"""
name: Clean Air
members: [{{id: a}}, {{id: b}}, {{id: c}}]
bodies: {{desk: {{members: [a, b, c], limits: {{spend: {DESK_A_MONTH} EUR a month}}}}}}
decisions:
  money: {{covers: [spend], passes: more than half of members}}
  desk-money: {{covers: [desk-spending], body: desk, passes: more than half of members}}
  change: {{covers: [amend, widen-scope], passes: all members}}
kinds: [desk-spending]
scope: {{money: {{in_all: {IN_ALL} EUR}}, widen: change}}
"""


def dues(entry: Entry) -> list[date]:
    """Every day on which a decision pays."""
    if entry.monthly_until is None:
        return [entry.day]
    found, number = [entry.day], 1
    while (day := _months_later(entry.day, number)) <= entry.monthly_until:
        found.append(day)
        number += 1
    return found


def outcomes(entries: list[Entry]) -> dict[str, str]:
    """What each decision comes to, by its id, where votes and sums are all that matters."""
    ordered = sorted(entries, key=lambda each: (each.day, each.id))
    return {each.id: _outcome(place, ordered) for place, each in enumerate(ordered) if not each.pays}


def _outcome(place: int, ordered: list[Entry]) -> str:
    entry = ordered[place]
    within = _within_all(place, ordered)
    if entry.desk:
        months = {(day.year, day.month) for day in dues(entry)}
        within &= all(_within_month(place, ordered, month) for month in months)
    if not within:
        return "unauthorised"
    return "adopted" if entry.carried else "rejected"


def _within_all(place: int, ordered: list[Entry]) -> bool:
    entry = ordered[place]
    total = sum(amount for _, amount in _spent(place, ordered, "EUR", desk=False))
    own = entry.amount * len(dues(entry))
    return own <= IN_ALL and total + own <= IN_ALL


def _within_month(place: int, ordered: list[Entry], month: tuple[int, int]) -> bool:
    spent = _spent(place, ordered, "EUR", desk=True)
    spent += [(day, Fraction(ordered[place].amount)) for day in dues(ordered[place])]
    return sum(amount for day, amount in spent if (day.year, day.month) == month) <= DESK_A_MONTH


def _spent(place: int, ordered: list[Entry], currency: str, *, desk: bool) -> list[tuple[date, Fraction]]:
    """What was spent before a place, sum by sum; of the desk, or by all."""
    found: list[tuple[date, Fraction]] = []
    for at, each in enumerate(ordered[:place]):
        if each.currency != currency:
            continue
        if each.pays:
            beyond = _beyond(at, ordered)
            if beyond and not desk:
                found.append((each.day, beyond))
        elif counts(at, ordered) and (each.desk or not desk):
            found += [(day, Fraction(each.amount)) for day in dues(each)]
    return found


def counts(at: int, ordered: list[Entry]) -> bool:
    """Whether what a decision spends counts: carried by the minutes or by the votes, carried out, or paid."""
    entry = ordered[at]
    if entry.done or any(each.pays == entry.id for each in ordered):
        return True
    return (entry.recorded or _outcome(at, ordered)) == "adopted"


def _beyond(at: int, ordered: list[Entry]) -> Fraction:
    """What a payment pays beyond what was decided before it, and not paid yet."""
    entry = ordered[at]
    left = Fraction(0)
    for number, each in enumerate(ordered[:at]):
        if each.id == entry.pays and each.currency == entry.currency and counts(number, ordered):
            left += each.amount * len(dues(each))
    for number, each in enumerate(ordered[:at]):
        if each.pays == entry.pays and each.currency == entry.currency:
            left -= each.amount - _beyond(number, ordered)
    return max(Fraction(0), entry.amount - max(Fraction(0), left))


class Veto(NamedTuple):
    """A decision that was carried, and a veto against it."""

    id: str
    day: date
    raised: date
    holder: str
    reason: bool = True
    withdrawn: bool = False

    def yaml(self) -> str:
        """The file of it."""
        reason = ", reason: It is not ours" if self.reason else ""
        taken_back = ", withdrawn: yes" if self.withdrawn else ""
        return (
            f"action: money\nid: {self.id}\ndate: {self.day}\namount: 1 USD\nballots: {{for: [a, b, c]}}\n"
            f"vetoes: [{{by: {self.holder}, date: {self.raised}{reason}{taken_back}}}]\n"
        )


def effective(vetoes: list[Veto], limit: str) -> dict[str, bool]:
    """Whether each veto counts, by the id of its decision: for a reason, in ten days, within its limit."""
    places = {each.id: at for at, each in enumerate(sorted(vetoes, key=lambda each: (each.day, each.id)))}
    ordered = sorted(vetoes, key=lambda each: (each.raised, places[each.id]))
    return {each.id: _counts(at, ordered, limit) for at, each in enumerate(ordered)}


def _counts(at: int, ordered: list[Veto], limit: str) -> bool:
    veto = ordered[at]
    if veto.withdrawn or not veto.reason or veto.raised > veto.day + timedelta(days=10):
        return False
    before = [
        each
        for number, each in enumerate(ordered[:at])
        if each.holder == veto.holder and _counts(number, ordered, limit)
    ]
    times = int(limit.partition(" ")[0])
    return sum(_together(each.raised, veto.raised, limit) for each in before) < times


def _together(one: date, other: date, limit: str) -> bool:
    """Whether a limit counts the uses of two days together."""
    match limit.split()[1:]:
        case ["per", "year"]:
            return one.year == other.year
        case ["per", "quarter"]:
            return (one.year, (one.month - 1) // 3) == (other.year, (other.month - 1) // 3)
        case ["in", number, "months"]:
            return other <= _months_later(one, int(number))
    return True


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    for number in (day.day, 30, 29, 28):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    raise AssertionError
