"""The goal's own day, as the purpose or the sign that it is reached names it."""

from __future__ import annotations

from datetime import date

import pytest

from coalcheck.engine.charter.load import load
from coalcheck.engine.mission.goal_day import goal_day
from coalcheck.engine.mission.languages import CODES, language
from coalcheck.engine.source.node import Route
from coalcheck.engine.source.read import read

PURPOSE: Route = ("purpose",)


def found(purpose: str, reached: str = "") -> tuple[date, Route] | None:
    lines = f'purpose: "{purpose}"\n'
    if reached:
        lines += f'goal_end: {{reached_when: "{reached}", declared_by: change}}\n'
    charter = load(read(f"name: A\n{lines}", "charter.yaml")).charter
    assert charter is not None
    return goal_day(charter)


@pytest.mark.parametrize(
    ("purpose", "day"),
    [
        pytest.param("Stop the deal before the vote on 30 September 2026.", date(2026, 9, 30), id="a day"),
        pytest.param("Stop it by September 30, 2026.", date(2026, 9, 30), id="the month first"),
        pytest.param("Stop it by the 3rd of May 2027.", date(2027, 5, 3), id="an ordinal"),
        pytest.param("Stop it by 2026-09-30.", date(2026, 9, 30), id="as in a file"),
        pytest.param(
            "End evictions by March 2027.", date(2027, 3, 31), id="a month is over with its last day"
        ),
        pytest.param("End evictions before March 2027.", date(2027, 3, 1), id="before a month"),
        pytest.param("Cut visits by the end of 2029.", date(2029, 12, 31), id="the end of a year"),
        pytest.param("Cut visits by 2029.", date(2029, 12, 31), id="a year"),
        pytest.param("Cut visits before 2029.", date(2029, 1, 1), id="before a year"),
        pytest.param("Cut visits before the end of 2029.", date(2029, 12, 31), id="before the end of a year"),
        pytest.param("Win on 1 May 2026 and on 9 June 2026.", date(2026, 6, 9), id="the last of several"),
        pytest.param("Win by 29 February 2028.", date(2028, 2, 29), id="a leap day"),
        pytest.param("Que cierre antes del 30 de junio de 2027.", date(2027, 6, 30), id="es, a day"),
        pytest.param("Ganar antes de marzo de 2027.", date(2027, 3, 1), id="es, before a month"),
        pytest.param("Ganar a finales de 2028.", date(2028, 12, 31), id="es, the end of a year"),
        pytest.param("Gagner le 1er mai 2027.", date(2027, 5, 1), id="fr, a day"),
        pytest.param("Gagner d’ici la fin de 2028.", date(2028, 12, 31), id="fr, the end of a year"),
        pytest.param("Gagner en mars 2027.", date(2027, 3, 31), id="fr, in a month"),
        pytest.param("Bis zum 30. Juni 2027 beschließen.", date(2027, 6, 30), id="de, a day"),
        pytest.param("Vor Ende März 2027.", date(2027, 3, 31), id="de, before the end of a month"),
        pytest.param("Bis 2029 beschließen.", date(2029, 12, 31), id="de, a year"),
        pytest.param("Vincere entro la fine del 2029.", date(2029, 12, 31), id="it, the end of a year"),
        pytest.param("Ganhar até 15 de maio de 2027.", date(2027, 5, 15), id="pt, a day"),
        pytest.param("Winnen voor begin 2028.", date(2028, 1, 1), id="nl, before the beginning of a year"),
    ],
)
def test_a_day_in_the_purpose(purpose: str, day: date) -> None:
    assert found(purpose) == (day, PURPOSE)


@pytest.mark.parametrize(
    "purpose",
    [
        pytest.param("Stop the deal before the vote.", id="none named"),
        pytest.param("Keep the law of 2026 in force.", id="a year that is a name"),
        pytest.param("Put all 2030 families under a roof.", id="a number"),
        pytest.param("Win by 30 February 2026.", id="a day that never was"),
        pytest.param("Cut May and March fares.", id="months without a year"),
        pytest.param("Win the seats lost in 2026.", id="a year in which something was"),
        pytest.param("Cambiar la ley de 2026.", id="es, a year that is a name"),
        pytest.param("Das Gesetz von 2026 erhalten.", id="de, a year that is a name"),
    ],
)
def test_no_day(purpose: str) -> None:
    assert found(purpose) is None


def test_the_sign_is_read_where_the_purpose_names_no_day() -> None:
    assert found("Stop it.", "In force by 1 May 2027.") == (date(2027, 5, 1), ("goal_end", "reached_when"))
    assert found("Stop it by 1 June 2026.", "In force by 1 May 2027.") == (date(2026, 6, 1), PURPOSE)


def test_no_month_is_another_one_in_another_language() -> None:
    months = [(name, at) for code in CODES for at, name in enumerate(language(code).months)]

    assert len({name for name, _ in months}) == len(set(months))
