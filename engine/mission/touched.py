"""Whether an act touches what was left outside or set aside: by the matter that it names, or by its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.denial import leaves_alone
from coalcheck.engine.mission.sense import Place, is_meant
from coalcheck.engine.mission.standing import Reason

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.mission.item import Item

LEFT: Final = {"outside": "you left that outside", "set aside": "you set that aside"}
"""What was done with a matter that is not inside."""


def named_topics(act: Act) -> Iterator[Reason]:
    """Matters outside, or set aside, that the act names as its own: facts."""
    for at, topic in enumerate(act.action.topics):
        item = act.agreed.ids.get(topic)
        if item is not None and item.meets != "inside":
            yield Reason(
                "outside" if item.meets == "outside" else "set-aside",
                item.meets,
                "out",
                f'it names "{item.called}" as its matter, and {LEFT[item.meets]}',
                item.about,
                item.route,
                ("topics", at),
                topic,
            )
    kind = act.kinds[0] if len(act.kinds) == 1 else ""
    for item in act.agreed.barred if kind else ():
        if _is_kind(item, kind):
            yield Reason(
                "outside" if item.meets == "outside" else "set-aside",
                item.meets,
                "out",
                f'it is of the kind {kind}, which belongs to "{item.called}", and {LEFT[item.meets]}',
                item.about,
                item.route,
                ("action",),
                kind,
            )


def spoken_of(act: Act) -> Iterator[Reason]:
    """Sentences with the words of a matter outside or set aside: they ask, and never more."""
    for passage in act.passages:
        for sentence in passage.sentences:
            for number, signs in act.agreed.signs(sentence).items():
                item = act.agreed.items[number]
                if item.meets == "inside":
                    continue
                places = frozenset(each.at for each in signs)
                found = [
                    each
                    for each in signs
                    if not leaves_alone(sentence, each.at, item.meets, act.tongue, places)
                    and is_meant(each, item, Place(act, passage, sentence))
                ]
                if found:
                    yield Reason(
                        "outside-words" if item.meets == "outside" else "set-aside-words",
                        item.meets,
                        "ask",
                        f'it speaks of what may be "{item.called}", and {LEFT[item.meets]}',
                        item.about,
                        item.route,
                        passage.key,
                        sentence.text,
                        _longest(each.written for each in sorted(found)),
                    )


def _longest(words: Iterable[str]) -> tuple[str, ...]:
    """Each once, and none that is a part of another: a new port, and not its port."""
    found = list(dict.fromkeys(words))
    return tuple(each for each in found if not any(each != other and each in other for other in found))


def _is_kind(item: Item, kind: str) -> bool:
    return any(each.written.replace(" ", "-") == kind for each in item.kinds)
