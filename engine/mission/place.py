"""Whether an act takes place where the coalition works.

No map is held against the charter. A place is within where it is called by the same words, or by words of the
charter's own matters; a level, such as national, holds what does not reach further. Whether any other place
lies within is asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coalcheck.engine.mission.phrase import low_words
from coalcheck.engine.mission.standing import Reason
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act
    from coalcheck.engine.mission.agreed import Agreed


def elsewhere(act: Act) -> Iterator[Reason]:
    """Places of the act of which the charter does not say that the coalition works there."""
    scope = act.agreed.charter.scope
    if scope is None or not scope.places:
        return
    for at, place in enumerate(act.action.places):
        if not _within(place, scope.places, act.agreed):
            where = join(*(f'"{each}"' for each in scope.places))
            yield Reason(
                "place",
                "place",
                "ask",
                f"it takes place in {place}, and the charter names {where}",
                ", ".join(scope.places),
                ("scope", "places"),
                ("places", at),
                place,
            )


def _within(place: str, places: tuple[str, ...], agreed: Agreed) -> bool:
    tongue = agreed.tongue
    low = low_words(place)
    if place.casefold() in {each.casefold() for each in places}:
        return True
    if not tongue.words.elsewhere.isdisjoint(low):
        return False
    stems = _stems(low, agreed)
    highest = [level for each in places if (level := _level(each, agreed))]
    level = _level(place, agreed)
    if level and highest:
        return level <= max(highest)
    if level:
        return False
    if any((wanted := _stems(low_words(each), agreed)) and wanted <= stems for each in places):
        return True
    # A place of which the charter itself speaks where it says what it works on, or who its members are.
    return bool(stems) and stems <= agreed.vocabulary


def _stems(low: list[str], agreed: Agreed) -> frozenset[str]:
    small = agreed.tongue.words.small
    return frozenset(agreed.tongue.stem(word) for word in low if word not in small)


def _level(place: str, agreed: Agreed) -> int:
    levels = {agreed.tongue.stem(word): number for word, number in agreed.tongue.words.levels.items()}
    return max((levels.get(agreed.tongue.stem(word), 0) for word in low_words(place)), default=0)
