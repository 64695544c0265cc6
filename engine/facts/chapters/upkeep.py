"""What keeping it going takes: meetings, lead roles, promises and their days, the first visible success."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.effort import meeting_hours, staff_hours
from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.kinds import FOUNDING
from coalcheck.engine.facts.named import as_words, listed, member_name
from coalcheck.engine.facts.properties import numbers, texts
from coalcheck.engine.facts.time import months_begun, months_later
from coalcheck.engine.facts.written import count_words, is_written, member_rows, node_at
from coalcheck.engine.roll.electorate import electorate
from coalcheck.engine.roll.sentences import sentences
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.source.node import Mapping as Tree
from coalcheck.engine.threshold.search import TooManyCases, fewest_in_favour
from coalcheck.engine.wording.number import counted, in_words

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Member
    from coalcheck.engine.charter.quantity import Money

PAGE_WORDS: Final = 600
"""An agreement of one page has about so many words at most."""

SHORT_MONTHS: Final = 6
"""A coalition that lasts less than this long needs no second body."""

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        meeting_hours="Hours a month that the planned meetings take of each member, in words.",
        formation_words="How long it took to form, as dates show, where that is over a third of the term.",
        leads_all="The member that chairs, hosts and speaks for all, where nothing rotates: its name.",
        longest_part="The longest part of an agreement that is over a page long.",
        win_hardest="What the rule for the first visible success asks for, where none asks for more.",
        win_rule="The decision that the first visible success needs, as words.",
        promises_open="Members whose promises lack a day, or somebody who sees to them: their names.",
    ),
    **numbers(
        meeting_percent="Hours of planned meetings in percent of the staff hours promised, rounded up.",
        bodies_in_short_term="How many bodies a coalition has that lasts less than six months.",
        page_words="Words of an opportunistic agreement, without its keys.",
        longest_words="Words of its longest part, where it is over a page long.",
        win_percent="Cost of the first visible success in percent of all money there is, rounded up.",
        early_percent="Promised money due before the first review, in percent of all, rounded up.",
    ),
}
"""What this chapter knows of a charter."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    return {
        **_meetings(charter),
        **_forming(charter),
        **_leading(charter),
        **_page(charter, document),
        **_first_win(charter),
        **_promises(charter, document),
        **_steps(charter),
    }


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    found: dict[str, Route] = {}
    if charter.communication is not None and charter.communication.layers:
        found["meetings"] = ("communication", "layers")
    elif charter.check_ins is not None:
        found["meetings"] = ("check_ins",)
    return found


def _meetings(charter: Charter) -> dict[str, Value]:
    """Planned meetings against promised hours, one person of each member at each of them."""
    layers = charter.communication.layers if charter.communication is not None else ()
    planned = [meeting_hours(layer.every, layer.minutes) for layer in layers]
    if charter.check_ins is not None:
        planned.append(meeting_hours(charter.check_ins.every, charter.check_ins.minutes))
    each = sum((hours for hours in planned if hours is not None), Fraction(0))
    if not each:
        return {}
    promised = Fraction(0)
    for member in charter.members:
        hours = staff_hours(member.commits.staff if member.commits is not None else None)
        if hours is None:
            return {}
        promised += hours * (member.count or 1)
    if not promised:
        return {}
    heads = sum(member.count or 1 for member in charter.members)
    share = 100 * each * heads / promised
    hours_each = -(-each.numerator // each.denominator)
    return {
        "meeting_percent": -(-share.numerator // share.denominator),
        "meeting_hours": counted(hours_each, "hour"),
    }


def _forming(charter: Charter) -> dict[str, Value]:
    """How long it took to come together, and how many bodies there are for how short a term."""
    found: dict[str, Value] = {}
    term = charter.term
    if term is None or term.starts is None or term.ends is None or term.ends < term.starts:
        return found
    if charter.bodies and is_a_season(charter):
        found["bodies_in_short_term"] = len(charter.bodies)
    earliest = min(_steps_of_forming(charter), default=term.starts)
    forming, lasting = (term.starts - earliest).days, (term.ends - term.starts).days + 1
    if 3 * forming > lasting:
        months = months_begun(earliest, term.starts)
        found["formation_words"] = (
            counted(forming, "day") if months < 2 else f"about {in_words(months)} months"
        )
    return found


def is_a_season(charter: Charter) -> bool:
    """Whether it is a coalition that lasts less than six months."""
    term = charter.term
    if charter.kind not in (None, "coalition") or term is None or term.starts is None or term.ends is None:
        return False
    return term.ends < months_later(term.starts, SHORT_MONTHS) - timedelta(days=1)


def _steps_of_forming(charter: Charter) -> Iterator[date]:
    """Days on which something was done that belongs to coming together; the first meeting was earlier."""
    for member in charter.members:
        for step in (member.own_approval, member.signed):
            if step is not None and step.date is not None:
                yield step.date
    if charter.value is not None and charter.value.agreed_on is not None:
        yield charter.value.agreed_on


def _leading(charter: Charter) -> dict[str, Value]:
    """Whether one member leads the talks, lends the roof and has the word."""
    if charter.messaging is None or not charter.messaging.speaks_for_all or charter.rotating:
        return {}
    chairs = {body.chair for body in charter.bodies.values()}
    chairs |= {charter.agenda.set_by} if charter.agenda is not None else set()
    hosts = {charter.entity.host} if charter.entity is not None else set()
    if charter.coordinator is not None:
        hosts |= {charter.coordinator.member, charter.coordinator.employed_by}
    for member in charter.members:
        known = {member.id, member.name} - {None}
        if charter.messaging.speaks_for_all in known and known & chairs and known & hosts:
            return {"leads_all": member_name(member)}
    return {}


def _page(charter: Charter, document: Document) -> dict[str, Value]:
    """How long an agreement is that should fit a page, and which part makes it so."""
    if charter.model != "opportunistic" or not isinstance(document.root, Tree):
        return {}
    words = count_words(document.root)
    if words <= PAGE_WORDS:
        return {"page_words": words}
    longest, most = max(
        ((part, count_words(node_at(document, route))) for part, route in _parts(charter, document.root)),
        key=lambda part: part[1],
    )
    return {"page_words": words, "longest_part": longest, "longest_words": most}


def _parts(charter: Charter, root: Tree) -> Iterator[tuple[str, Route]]:
    """The parts of an agreement as its readers would call them."""
    for key in root.entries:
        if key == "members":
            for row, member in enumerate(charter.members):
                yield f"what is said of {member_name(member)}", ("members", row)
        elif key == "decisions":
            for decision in charter.decisions:
                yield f'the rule "{as_words(decision)}"', ("decisions", decision)
        else:
            yield f'what stands under "{key}"', (key,)


def _first_win(charter: Charter) -> dict[str, Value]:
    """What the first visible success costs, and what must agree to it."""
    win = charter.first_win
    if win is None:
        return {}
    found: dict[str, Value] = {}
    money = _budget(charter, win.cost) if win.cost is not None else None
    if win.cost is not None and money:
        share = 100 * win.cost.amount / money
        found["win_percent"] = -(-share.numerator // share.denominator)
    needed = charter.decisions.get(win.needs or "")
    # An everyday rule is the one that is meant for it, however much it asks for.
    if needed is None or FOUNDING.isdisjoint(needed.covers) or len(charter.decisions) < 2:
        return found
    asked = dict(_asked(charter))
    own = asked.pop(win.needs or "", None)
    if own is not None and asked and own >= max(asked.values()) and own > min(asked.values()):
        found["win_rule"] = as_words(win.needs or "")
        found["win_hardest"] = counted(own, "yes", "yeses")
    return found


def _budget(charter: Charter, cost: Money) -> Fraction | None:
    """All the money there is, as the scope limits it or as promised; None where it is of another kind."""
    limit = charter.scope.money if charter.scope is not None else None
    if limit is not None:
        return limit.in_all.amount if limit.in_all is not None and limit.in_all[1:] == cost[1:] else None
    promised = [
        m.commits.money for m in charter.members if m.commits is not None and m.commits.money is not None
    ]
    if charter.fund is not None or any(each[1:] != cost[1:] for each in promised):
        return None
    return sum((each.amount for each in promised), Fraction(0))


def _asked(charter: Charter) -> Iterator[tuple[str, int]]:
    """How many must be in favour of each decision where all others are against."""
    for sentence in sentences(charter):
        if sentence.role != "passes" or len(sentence.route) != 3 or sentence.rule is None:
            continue
        try:
            fewest = fewest_in_favour(sentence.rule, electorate(charter, sentence.decision))
        except TooManyCases:
            continue
        if fewest is not None:
            yield sentence.decision, fewest


def _promises(charter: Charter, document: Document) -> dict[str, Value]:
    """Promises without a day or without somebody who sees to them; what is given each month has its days."""
    rows = member_rows(document)
    open_ = [
        member_name(member)
        for index, member in enumerate(charter.members)
        if _is_open(member, document, ("members", rows.get(member.id, index), "commits"))
    ]
    return (
        {
            "promises_open": "any of you"
            if len(open_) == len(charter.members) > 1
            else listed(open_, last="or")
        }
        if open_
        else {}
    )


def _is_open(member: Member, document: Document, at: Route) -> bool:
    commits = member.commits
    if commits is None or commits.in_words is not None:
        return False
    once = bool(commits.in_kind) or (commits.money is not None and commits.money.per is None)
    if once and not is_written(document, *at, "by"):
        return True
    if is_written(document, *at, "owner"):
        return False
    # Who does the daily work for a member sees to what it promised.
    return not any(contact.level == "operational" for contact in member.contacts)


def _steps(charter: Charter) -> dict[str, Value]:
    """How much of the promised money is due before the first review; what has no day is not early."""
    term = charter.term
    if term is None or term.starts is None or term.ends is None or term.first_review is None:
        return {}
    given = [member.commits for member in charter.members if member.commits is not None]
    promised = [(each, each.money) for each in given if each.money is not None]
    if not any(each.by for each, _ in promised) or charter.commit_in_steps:
        return {}
    if len({money.currency for _, money in promised}) > 1:
        return {}
    early = whole = Fraction(0)
    for each, money in promised:
        if money.per is None:
            whole += money.amount
            early += money.amount if each.by is not None and each.by < term.first_review else 0
        else:
            due = money.amount / (1 if money.per == "month" else 12)
            whole += due * months_begun(term.starts, term.ends)
            early += due * months_begun(term.starts, term.first_review)
    if not whole:
        return {}
    share = 100 * early / whole
    return {"early_percent": -(-share.numerator // share.denominator)}
