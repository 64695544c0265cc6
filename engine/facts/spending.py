"""Who may spend how much: the sums for which nobody is named, and those for which two are, exactly."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final, NamedTuple

from coalcheck.engine.charter.kinds import KINDS
from coalcheck.engine.charter.quantity import in_digits
from coalcheck.engine.facts.coverage import covering
from coalcheck.engine.facts.fact import Value
from coalcheck.engine.facts.named import as_words, name_of
from coalcheck.engine.source.node import Route
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter
    from coalcheck.engine.charter.money import SpendingRule
    from coalcheck.engine.charter.quantity import Money

_MONEY: Final = ("spend", "money", "budget", "fund", "grant", "purchas", "pay")
"""What the name of a kind of decision holds that is about money."""


class Stretch(NamedTuple):
    """The sums that one rule is for.

    Attributes:
        above: sums above this one, which is not among them.
        up_to: the largest sum; None where there is none.
        by: who decides, as the charter has it.
        row: which of the rules it is.
    """

    above: Fraction
    up_to: Fraction | None
    by: str
    row: int


class Gap(NamedTuple):
    """Sums for which nobody is named; ``up_to`` None where there is no largest."""

    above: Fraction
    up_to: Fraction | None


class Overlap(NamedTuple):
    """Sums for which two are named."""

    above: Fraction
    up_to: Fraction | None
    first: Stretch
    second: Stretch


def stretches(rules: tuple[SpendingRule, ...]) -> tuple[Stretch, ...]:
    """The sums that each rule is for, lowest first.

    A rule that only says "up to" begins where the next lower such rule ends, one that only says "above" ends
    where the next higher such rule begins: read in a row, as such rules are meant.
    """
    tops = sorted({rule.up_to.amount for rule in rules if rule.up_to is not None and rule.above is None})
    floors = sorted({rule.above.amount for rule in rules if rule.above is not None and rule.up_to is None})
    found = []
    for row, rule in enumerate(rules):
        above = rule.above.amount if rule.above is not None else None
        up_to = rule.up_to.amount if rule.up_to is not None else None
        if above is None and up_to is None:
            continue
        if above is None:
            above = max((top for top in tops if up_to is not None and top < up_to), default=Fraction(0))
        elif up_to is None:
            up_to = min((floor for floor in floors if floor > above), default=None)
        if up_to is None or up_to > above:
            found.append(Stretch(above, up_to, rule.by or "", row))
    return tuple(sorted(found, key=lambda one: (one.above, one.up_to is None, one.up_to or 0)))


def gaps(found: tuple[Stretch, ...]) -> tuple[Gap, ...]:
    """The sums between the first and the last stretch that none is for, and those above all of them."""
    missing = []
    reached: Fraction | None = Fraction(0)
    for one in found:
        if reached is None:
            break
        if one.above > reached:
            missing.append(Gap(reached, one.above))
        reached = None if one.up_to is None else max(reached, one.up_to)
    if found and reached is not None:
        missing.append(Gap(reached, None))
    return tuple(missing)


def overlaps(found: tuple[Stretch, ...]) -> tuple[Overlap, ...]:
    """The sums for which two different deciders are named."""
    shared = []
    for index, one in enumerate(found):
        for other in found[index + 1 :]:
            above = max(one.above, other.above)
            tops = [each.up_to for each in (one, other) if each.up_to is not None]
            up_to = min(tops) if tops else None
            if one.by and other.by and one.by != other.by and (up_to is None or up_to > above):
                shared.append(Overlap(above, up_to, one, other))
    return tuple(shared)


def spending_values(charter: Charter) -> dict[str, Value]:
    """What the rules on spending leave open, say twice, or say in two currencies."""
    rules = charter.fund.spending if charter.fund is not None else ()
    found: dict[str, Value] = {}
    for _, by in _without_rule(charter)[:1]:
        found["spender_without_rule"] = _who(charter, by)
    kinds = _units(rules)
    if len(kinds) > 1:
        # Sums in two currencies cannot be held against one another.
        return found | {"spending_units": join(*kinds)}
    in_sums = stretches(rules)
    # A rule in words may be for any sum.
    in_words = any(rule.up_to is None and rule.above is None for rule in rules)
    missing = () if in_words else gaps(in_sums)
    if any(map(_is_on_money, covering(charter))):
        # Below the lowest and above the highest sum, what covers spending is the rule.
        missing = tuple(gap for gap in missing if gap.above and gap.up_to is not None)
    limit = _largest(charter, kinds[0]) if kinds else None
    missing = tuple(gap for gap in missing if limit is None or gap.above < limit)
    if missing:
        found["spending_gap"] = join(*(_sums(gap.above, gap.up_to, kinds[0]) for gap in missing))
    for shared in overlaps(in_sums)[:1]:
        first, second = sorted((shared.first, shared.second), key=lambda each: each.row)
        sums = _sums(shared.above, shared.up_to, kinds[0])
        found["spending_overlap"] = (
            f"{sums} are for {_who(charter, first.by)} and for {_who(charter, second.by)}"
        )
    return found


def spending_places(charter: Charter) -> dict[str, Route]:
    """The two rules that are for the same sums, and who is named without a rule."""
    rules = charter.fund.spending if charter.fund is not None else ()
    found: dict[str, Route] = {}
    for shared in overlaps(stretches(rules))[:1]:
        first, second = sorted((shared.first.row, shared.second.row))
        found["spending_first"] = ("fund", "spending", first)
        found["spending_second"] = ("fund", "spending", second)
    for row, _ in _without_rule(charter)[:1]:
        found["spender"] = ("fund", "spending", row, "by")
    return found


def _units(rules: tuple[SpendingRule, ...]) -> tuple[str, ...]:
    """The currencies of all sums, each with "a year" or "a month" where that is said."""
    sums = [each for rule in rules for each in (rule.up_to, rule.above) if each is not None]
    return tuple(dict.fromkeys(_unit(each) for each in sums))


def _unit(money: Money) -> str:
    return f"{money.currency} a {money.per}" if money.per else money.currency


def _sums(above: Fraction, up_to: Fraction | None, unit: str) -> str:
    """Which sums are meant: ``sums above 25000 USD and up to 100000 USD``."""
    lowest = f"above {in_digits(above)} {unit}" if above else ""
    highest = f"up to {in_digits(up_to)} {unit}" if up_to is not None else ""
    return f"sums {' and '.join(filter(None, (lowest, highest)))}"


def _largest(charter: Charter, unit: str) -> Fraction | None:
    """The largest sum that one decision may spend at all, in this currency; None where that is not said."""
    money = charter.scope.money if charter.scope is not None else None
    limits = (money.one_decision, money.in_all) if money is not None else ()
    return min((each.amount for each in limits if each is not None and _unit(each) == unit), default=None)


def _is_on_money(kind: str) -> bool:
    return any(word in kind for word in _MONEY)


def _without_rule(charter: Charter) -> list[tuple[int, str]]:
    """Each rule that leaves a sum to a decision, or to a body, that takes no decision on money.

    What a coalition calls a kind of its own may be about money by any name.
    """
    found = []
    for row, rule in enumerate(charter.fund.spending if charter.fund is not None else ()):
        by = rule.by or ""
        if by in charter.decisions:
            taken = [charter.decisions[by]]
        elif by in charter.bodies:
            taken = [decision for decision in charter.decisions.values() if decision.body == by]
        else:
            continue
        # Where nothing is covered, or nothing that could be read, that is a point of its own.
        unread = any(not decision.covers for decision in taken)
        kinds = {kind for decision in taken for kind in decision.covers}
        if not unread and not any(kind not in KINDS or _is_on_money(kind) for kind in kinds):
            found.append((row, by))
    return found


def _who(charter: Charter, by: str) -> str:
    """Who decides, as it is said in a sentence."""
    if any(member.id == by for member in charter.members):
        return name_of(charter, by)
    if by == "coordinator":
        return "the coordinator"
    if by in charter.decisions:
        return f'the decision "{as_words(by)}"'
    return as_words(by) if by in charter.bodies or by in charter.groups else by
