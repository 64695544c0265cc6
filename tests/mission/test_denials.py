"""What leaves a matter alone, and what only seems to."""

from __future__ import annotations

import pytest

from coalcheck.engine.mission.denial import leaves_alone
from coalcheck.engine.mission.languages import Code
from coalcheck.engine.mission.standing import Meets
from coalcheck.engine.mission.tongue import tongue
from coalcheck.engine.mission.words import sentences

ALONE: list[tuple[Code, Meets, str]] = [
    ("en", "set aside", "We take no position on [coal]."),
    ("en", "set aside", "This letter says nothing about [coal]."),
    ("en", "set aside", "We do not comment on [coal], and never will."),
    ("en", "outside", "We do not endorse a [candidate]."),
    ("en", "outside", "There will be no [candidate] on the stage."),
    ("en", "outside", "The members don't recommend any [party]."),
    ("en", "outside", "An evening without [candidate]s."),
    ("es", "outside", "No apoyamos a ningún [candidato]."),
    ("es", "set aside", "Sin pronunciarnos sobre la [tarifa]."),
    ("fr", "outside", "Nous ne soutenons pas de [candidat]."),
    ("de", "outside", "Wir empfehlen keine [Partei]."),
    ("de", "set aside", "Zur [Kohle] sagen wir nichts."),
    ("it", "outside", "Non sosteniamo nessun [candidato]."),
    ("pt", "outside", "Não apoiamos nenhum [candidato]."),
    ("nl", "outside", "Wij steunen geen [kandidaat]."),
]
TOUCHED: list[tuple[Code, Meets, str]] = [
    ("en", "set aside", "No new [coal]!"),
    ("en", "set aside", "We do not want [coal]."),
    ("en", "set aside", "[coal] must not be mentioned by the minister."),
    ("en", "outside", "Not only the [candidate] was there."),
    ("en", "outside", "Do not elect the [candidate]."),
    ("en", "outside", "The [candidate] should not be elected."),
    ("en", "outside", "We take no position; the [candidate] is right."),
    ("en", "outside", "We have no time, but the [candidate] has."),
    ("en", "outside", "Nobody in the whole valley has ever worked as hard as this [candidate]."),
    ("de", "set aside", "Keine [Kohle] mehr."),
    ("es", "set aside", "No queremos la [tarifa]."),
    ("fr", "set aside", "Sans la [cantine], rien ne va."),
]


def left_alone(code: Code, meets: Meets, text: str) -> bool:
    before = text.partition("[")[0]
    spoken = tongue(code)
    (sentence,) = sentences(text.replace("[", "").replace("]", ""), spoken)
    at = sum(len(each.tokens) for each in sentences(before, spoken))
    return leaves_alone(sentence, at, meets, spoken)


@pytest.mark.parametrize(("code", "meets", "text"), [pytest.param(*row, id=row[2]) for row in ALONE])
def test_left_alone(code: Code, meets: Meets, text: str) -> None:
    assert left_alone(code, meets, text)


@pytest.mark.parametrize(("code", "meets", "text"), [pytest.param(*row, id=row[2]) for row in TOUCHED])
def test_touched_all_the_same(code: Code, meets: Meets, text: str) -> None:
    assert not left_alone(code, meets, text)
