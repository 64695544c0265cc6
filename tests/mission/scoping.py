"""Charters with a scope, and acts held against it, for the tests of what is in, to be asked, or out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any

from coalcheck.engine.action.model import of
from coalcheck.engine.charter.load import load
from coalcheck.engine.mission.agreed import Agreed
from coalcheck.engine.mission.judge import judge
from coalcheck.engine.mission.standing import Standing
from coalcheck.engine.source.read import read

RAIL = """\
name: Rails for the Valley
purpose: Have the regional council keep the night train before its vote on 20 November 2027.
term: {starts: 2027-02-01, ends: 2027-12-15}
members:
  - {id: riders, name: Night Riders}
  - {id: shops, name: Station Shops}
  - {id: green, name: Green Valley}
decisions:
  statement: {covers: [speak, event, spend], passes: at least 2/3 of votes cast}
  staffing: {covers: [appoint, commit-staff], passes: more than half of members}
  change: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside:
    - {id: night-train, about: The night train between Arlen and Ostby, words: [night train, sleeper]}
    - {id: fares, about: What the ride costs, words: [fare, ticket]}
  outside:
    - id: politics
      about: Candidates and parties
      words: [candidate, party, elect]
      kinds: [party, politician]
    - {id: roads, about: Roads and car parks}
  set_aside:
    - {id: wind, about: "Wind turbines on the ridge, which some want", words: [wind turbine, turbine]}
  places: [Arlen, the valley]
  money: {one_decision: 500 EUR, in_all: 2000 EUR}
  widen: change
"""
SPANISH = """\
name: Agua para todos
purpose: Que el ayuntamiento no cierre las fuentes públicas antes del 30 de junio de 2027.
term: {starts: 2027-01-10, ends: 2027-09-30}
members: [{id: vecinas, name: Vecinas del Centro}, {id: sindicato, name: Sindicato del Agua}]
decisions:
  declaracion: {covers: [speak, spend], passes: all members}
  cambio: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: fuentes, about: Las fuentes públicas de la ciudad y su agua, words: [fuente]}]
  outside: [{id: elecciones, about: Candidatos y partidos, words: [candidato, partido, elección]}]
  set_aside: [{id: tarifa, about: "La tarifa del agua, que el sindicato quiere subir", words: [tarifa]}]
  widen: cambio
"""
GERMAN = """\
name: Stadtluft
purpose: Der Stadtrat beschließt bis zum 30. Juni 2027 Tempo dreißig vor allen Schulen.
term: {starts: 2027-01-10, ends: 2027-09-30}
members: [{id: eltern, name: Elternrat}, {id: rad, name: Radverband}]
decisions:
  erklaerung: {covers: [speak, spend], passes: all members}
  wandel: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: tempo, about: Das Tempo vor den Schulen der Stadt, words: [Tempo, Schule]}]
  outside: [{id: wahl, about: Kandidaten und Parteien, words: [Kandidat, Partei, Wahl]}]
  set_aside:
    - {id: kohle, about: "Das Kohlekraftwerk, das nur die Eltern ablehnen", words: [Kohle, Kraftwerk]}
  widen: wandel
"""
FRENCH = """\
name: Lire ensemble
purpose: Que la mairie garde la bibliothèque ouverte le dimanche avant le 30 juin 2027.
term: {starts: 2027-01-10, ends: 2027-09-30}
members: [{id: lecteurs, name: Lecteurs du Sud}, {id: parents, name: Parents du Sud}]
decisions:
  parole: {covers: [speak, spend], passes: all members}
  changer: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: bibliotheque, about: La bibliothèque et ses heures, words: [bibliothèque]}]
  outside: [{id: elections, about: Candidats et partis, words: [candidat, parti, élection]}]
  set_aside: [{id: cantine, about: "La cantine, sur laquelle nous divergeons", words: [cantine]}]
  widen: changer
"""
CHARTERS = {"rail": RAIL, "spanish": SPANISH, "german": GERMAN, "french": FRENCH}
DAY = date(2027, 5, 12)


@lru_cache(maxsize=64)
def agreed(text: str) -> Agreed:
    charter = load(read(text, "charter.yaml")).charter
    assert charter is not None
    return Agreed(charter)


def judged(
    charter: str = RAIL, /, *, as_of: date = DAY, kinds: tuple[str, ...] = ("speak",), **action: Any
) -> Standing:
    """How an act stands; a plain one of the coalition unless it says otherwise."""
    more = {key: action.pop(key) for key in ("widens", "sums", "goal_declared") if key in action}
    found = judge(agreed(charter), of({"in_name_of": "coalition", **action}), as_of, kinds=kinds, **more)
    assert found is not None
    return found


def whys(standing: Standing) -> set[str]:
    """Which rules speak against it."""
    return {each.why for each in standing.against}
