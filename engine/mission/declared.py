"""What an act declares of itself: whose means are used, who gains, and who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from coalcheck.engine.mission.phrase import low_words, where
from coalcheck.engine.mission.standing import Reason
from coalcheck.engine.mission.touched import LEFT
from coalcheck.engine.mission.words import sentences
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.action.model import Benefit
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.mission.item import Item
    from coalcheck.engine.source.node import Route

Gainer = Literal["member", "all", "other", "unsure"]

_PRESENTED: Final = frozenset(
    """
    name names logo logos banner letterhead nombre logotipo nom logotype namen nome marchio naam
    text texts texto textos texte textes testo testi tekst teksten fact facts sheet
    """.split()
)
"""Means by which somebody shows itself as a part of the coalition, or tells what it has found out."""
_PARTS: Final = r"[,()/:]|\s(?:of|for|from|de|del|du|des|von|vom|di|do|da|van)\s"


def own_end(act: Act) -> Iterator[Reason]:
    """What belongs to all, and serves one member or somebody else: with declared means a fact."""
    uses, action = act.action.uses, act.action
    if not action.benefits:
        return
    gains = [(at, each, _gainer(act, each)) for at, each in enumerate(action.benefits)]
    gaining = {each.who for _, each, kind in gains if kind == "member"}
    if len(gaining & _members(act)) >= len(act.agreed.charter.members) > 0:
        # All of them gain: that is what a coalition is for.
        gains = [each for each in gains if each[2] != "member"]
    for at, benefit, kind in gains:
        if kind == "all" or _barred(act, benefit) is not None:
            continue
        who = _called(act, benefit)
        if uses and kind != "unsure":
            used = join(*(f'"{each}"' for each in uses))
            end = "a member's own end" if kind == "member" else f"somebody else's end: {who} gains"
            said = f"it uses {used}, which belongs to all of you, for {end}"
            yield Reason("own-end", "means", "out", said, *_owned(act), ("uses",), ", ".join(uses))
        else:
            said = f"{who} gains from it, and the charter does not say whether you work for that"
            yield Reason("gain", "gain", "ask", said, "", None, ("benefits", at), who)


def joint_means(act: Act) -> Iterator[Reason]:
    """A member acting in its own name with a list, money or data of all: nobody agreed on what terms."""
    if not act.own_name:
        return
    uses = [use for use in act.action.uses if _PRESENTED.isdisjoint(low_words(use))]
    if uses:
        used = join(*(f'"{each}"' for each in uses))
        said = f"it is done in a member's own name with what belongs to all of you: {used}"
        yield Reason("joint-means", "means", "ask", said, *_owned(act), ("uses",), ", ".join(uses))


def partners(act: Act) -> Iterator[Reason]:
    """Who takes part, gives or gains, and is of a kind that was left outside: a fact."""
    action = act.action
    if not action.with_ and action.income is None and not action.benefits:
        return
    told: list[tuple[Route, str]] = [(("with", at), each) for at, each in enumerate(action.with_)]
    if action.income is not None and action.income.from_:
        told.append((("income", "from"), action.income.from_))
    for key, who in told:
        item = next((each for each in act.agreed.barred if _is_of_kind(act, each, who)), None)
        if item is not None:
            takes = "gives money for it" if key[0] == "income" else "takes part"
            yield _of_kind(item, f"{who} {takes}", key, who)
    for at, benefit in enumerate(action.benefits):
        item = _barred(act, benefit)
        if item is not None:
            who = _called(act, benefit)
            yield _of_kind(item, f"{who} gains from it", ("benefits", at), who)


def _of_kind(item: Item, said: str, key: Route, who: str) -> Reason:
    said = f'{said}, which belongs to "{item.called}", and {LEFT[item.meets]}'
    return Reason("partner", "partner", "out", said, item.about, item.route, key, who)


def _barred(act: Act, benefit: Benefit) -> Item | None:
    """The matter outside, or set aside, to whose kinds the one who gains belongs."""
    texts = [text for text in (benefit.kind, benefit.who) if text]
    return next(
        (item for item in act.agreed.barred if any(_is_of_kind(act, item, text) for text in texts)), None
    )


def _is_of_kind(act: Act, item: Item, who: str) -> bool:
    """Whether somebody is called by a kind: ``Green Party``, ``candidate for mayor``, ``partido Verde``.

    In a name such as Party Supplies Ltd it is a part of the name; that is for the words to ask.
    """
    tongue = act.agreed.tongue
    for part in re.split(_PARTS, who.replace("-", " ")):
        for sentence in sentences(part, tongue):
            tokens = sentence.tokens
            for kind in item.kinds:
                for found in where(tokens, kind):
                    last = found.at + len(kind.stems) == len(tokens)
                    if last or (found.at == 0 and (tongue.code != "en" or not tokens[0].capital)):
                        return True
    return False


def _gainer(act: Act, benefit: Benefit) -> Gainer:
    """Whether a member gains, the people for whom it works, or somebody else; as far as that is said."""
    tongue, charter = act.agreed.tongue, act.agreed.charter
    who = (benefit.who or "").strip()
    names = {text.casefold() for each in charter.members for text in (each.id, each.name) if text}
    stems = {tongue.stem(word) for word in low_words(benefit.kind or "")}
    if who.casefold() in names or stems & tongue.stems("member"):
        return "member"
    everyone = tongue.stems("everyone")
    if stems & everyone:
        return "all"
    if stems & (tongue.stems("firms") | tongue.stems("parties")):
        return "other"
    called = {tongue.stem(word) for word in low_words(who)}
    affected = [each.who for each in charter.affected if each.who]
    if called & everyone or any(
        called & {tongue.stem(word) for word in low_words(each)} for each in affected
    ):
        return "all"
    return "other" if called & (tongue.stems("firms") | tongue.stems("parties")) else "unsure"


def _members(act: Act) -> set[str]:
    return {text for each in act.agreed.charter.members for text in (each.id, each.name) if text}


def _called(act: Act, benefit: Benefit) -> str:
    """Who gains, without the name of a member: that a member does is what matters."""
    if _gainer(act, benefit) == "member":
        return "a member"
    return benefit.who or (f"a {benefit.kind}" if benefit.kind else "somebody")


def _owned(act: Act) -> tuple[str, Route | None]:
    """What the charter says of whose these means are: its sentence and where it stands."""
    ownership = act.agreed.charter.ownership
    if ownership is None:
        return "", None
    if ownership.in_words:
        return ownership.in_words, ("ownership",)
    used = {act.agreed.tongue.stem(word) for use in act.action.uses for word in low_words(use)}
    rows = {
        **{name: getattr(ownership, name) for name in type(ownership).model_fields},
        **(ownership.model_extra or {}),
    }
    for name, text in rows.items():
        parts = {act.agreed.tongue.stem(word) for word in name.split("_")}
        if isinstance(text, str) and parts & used:
            return text, ("ownership", name)
    return "", ("ownership",)
