"""Words of two senses, mentions, other words for the same: each silent row beside one that asks."""

from __future__ import annotations

from typing import Any

import pytest
from scoping import judged, whys

from coalcheck.engine.mission.languages import CODES, Code, language
from coalcheck.engine.mission.tongue import tongue

QUAY = """\
name: Path on the Quay
purpose: Have the port authority open the quay of Lund to people on foot by 30 June 2027.
term: {starts: 2027-01-10, ends: 2027-12-31}
members: [{id: walkers, name: Walkers of Lund}, {id: pilots, name: Pilots Branch 2}]
decisions:
  word: {covers: [speak, event, spend], passes: all members}
  change: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: path, about: The path on the quay and who may walk it, words: [path, quay]}]
  outside:
    - {id: town, about: Candidates and parties, words: [candidate, party, seat, vote, election]}
    - {id: orders, about: Which firm builds it, words: [order, vendor, purchase]}
  set_aside:
    - id: night
      about: How many ships may berth after dark, which the pilots want fewer of
      words: [quota]
    - {id: fuel, about: New tanks for fuel, words: [terminal, energy, plant, oil, gas tank]}
  widen: change
"""
MERCADO = """\
name: Mercado Abierto
purpose: Que el ayuntamiento mantenga abierto el mercado de la plaza antes del 30 de junio de 2027.
term: {starts: 2027-01-10, ends: 2027-12-31}
members: [{id: puestos, name: Puestos del Mercado}, {id: calle, name: Calle Mayor}]
decisions:
  palabra: {covers: [speak, event, spend], passes: all members}
  cambio: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: mercado, about: El mercado y sus horas, words: [mercado]}]
  outside:
    - {id: urnas, about: Candidatos y partidos, words: [candidato, partido, voto], kinds: [party, politician]}
  set_aside:
    - {id: muelle, about: "La segunda terminal del muelle, que unos quieren", words: [terminal, planta]}
    - {id: coches, about: "Cuántos coches entran de noche en la plaza, que unos quieren", words: [aforo]}
  widen: cambio
"""
HALLE = """\
name: Halle für alle
purpose: Der Stadtrat beschließt bis zum 30. Juni 2027, die Turnhalle zu erhalten.
term: {starts: 2027-01-10, ends: 2027-12-31}
members: [{id: verein, name: Turnverein}, {id: kurse, name: Kurse am Abend}]
decisions:
  wort: {covers: [speak, event, spend], passes: all members}
  wandel: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: halle, about: Die Turnhalle und ihre Zeiten, words: [Turnhalle]}]
  outside:
    - {id: wahl, about: Kandidaten und Parteien, words: [Kandidat, Partei, Wahl], kinds: [party, politician]}
    - {id: lohn, about: Tarif und Lohn, words: [Tarif]}
  set_aside:
    - id: bad
      about: Wie viele Kinder eine Lehrerin im Schwimmbad betreut, worüber wir streiten
      words: [Betreuungsschlüssel]
  widen: wandel
"""
SALLE = """\
name: La Salle du Haut
purpose: Que la mairie rende la salle des fêtes aux associations avant le 30 juin 2027.
term: {starts: 2027-01-10, ends: 2027-12-31}
members: [{id: danse, name: Danse du Haut}, {id: aines, name: Aînés du Haut}]
decisions:
  parole: {covers: [speak, event, spend], passes: all members}
  changer: {covers: [amend, widen-scope, admit, dissolve], passes: all members}
scope:
  inside: [{id: salle, about: La salle des fêtes et ses clés, words: [salle des fêtes]}]
  outside: [{id: urnes, about: Candidats et partis, words: [candidat, parti], kinds: [party, politician]}]
  set_aside: [{id: tram, about: "Le terminal du tram, que les aînés demandent", words: [terminal]}]
  widen: changer
"""
CHARTERS = {
    "quay": (QUAY, "path", "Path on the quay"),
    "mercado": (MERCADO, "mercado", "Mercado de la plaza"),
    "halle": (HALLE, "halle", "Turnhalle"),
    "salle": (SALLE, "salle", "Salle des fêtes"),
}
PAIRS = [
    # a word with an everyday sense, and the same word in company
    ("quay", "Take a chair or a seat by the water.", "Our seat for a candidate stays empty."),
    ("quay", "The boards are in good order again.", "The order goes to a vendor of planks."),
    ("quay", "The stalls stand in order of size.", "The firm has the order."),
    ("mercado", "Los puestos se abren a partir de las ocho.", "Los puestos votan al partido de la plaza."),
    ("mercado", "Por parte de todos, gracias.", "Por el partido de siempre."),
    # a word with a second sense, and the same word without it
    ("quay", "We end with a party, cake and music.", "The party of the mayor keeps its word."),
    ("quay", "With cake we open the summer party.", "With cake we thank the Green Party."),
    ("quay", "Each candidate comes to an interview for the job.", "Each candidate comes to the path."),
    ("quay", "Each candidate sends an application for the job.", "Each candidate likes the path."),
    ("quay", "The assembly held its vote on the motion.", "Vote for Ana Holm."),
    ("quay", "Meet at the ferry terminal.", "Build the terminal."),
    ("quay", "The energy of volunteers carried it.", "Cheaper energy comes by the quay."),
    ("quay", "Children plant a tree and flowers.", "The plant will smell."),
    ("mercado", "Hay fútbol, y el partido se ve en la plaza.", "El partido verde cumple."),
    ("mercado", "La planta y la maceta son un regalo.", "La planta va al muelle."),
    ("mercado", "Nos vemos en la terminal de autobuses.", "Queremos la terminal."),
    ("halle", "Kaffee nach Wahl steht bereit.", "Vor der Wahl reden wir."),
    ("halle", "Wir ergreifen Partei für die Kinder.", "Die Partei hält Wort."),
    ("halle", "Der Bustarif bleibt halb.", "Der Tarif muss steigen."),
    ("halle", "Jede Kandidatin schickt ihre Bewerbung.", "Jede Kandidatin lobt die Turnhalle."),
    ("salle", "Nous tirons parti du beau temps.", "Le parti tient parole."),
    ("salle", "Le bus part du terminal.", "Le terminal est pour demain."),
    ("salle", "Le candidat passe un entretien pour l'emploi.", "Le candidat aime la salle."),
    # an idiom, and the same word of an office
    (
        "quay",
        "A candidate for the post of treasurer is heard.",
        "A candidate for the post of mayor is heard.",
    ),
    ("quay", "A third party reads the figures.", "A party reads the figures."),
    ("quay", "One who is party to a contract says so.", "One who is of the party says so."),
    # a word of others, or a name; and what we say, show or answer
    ("quay", 'The paper called us "a purchase in disguise".', 'We call it "a good purchase".'),
    ("quay", 'Do not open a file named "purchase list".', 'Our banner is named "Purchase by all".'),
    ("quay", 'He wrote of "the election walkers".', 'He wrote: "The election is lost." It is.'),
    ("quay", 'The chair says "a gas tank lobby".', 'The pilots say "a gas tank now".'),
    ("quay", 'He says "a gas tank by May".', 'He says "a gas tank by May", and he is right.'),
    ("quay", 'Ann wrote of "a gas tank".', 'Ann wrote of "a gas tank", and so do we.'),
    ("quay", 'The mail has the title "gas tank".', 'A leaflet has the title "gas tank".'),
    ("mercado", 'El diario nos llamó "votos con patas".', 'Nuestra pancarta se llama "votos con patas".'),
    ("halle", 'Die Zeitung nannte uns "eine Wahl im Turnhemd".', 'Wir nannten es "eine Wahl im Turnhemd".'),
    ("salle", "Le journal parle d’« un parti sans nom ».", "Notre affiche dit « un parti sans nom »."),
    # other words for what was set aside
    ("quay", "The ships are a fine sight.", "Let fewer ships berth at night, and none after dark."),
    ("mercado", "De noche la plaza está tranquila.", "Menos coches en la noche, que entran demasiados."),
    ("halle", "Die Kinder turnen gern.", "Eine Lehrerin darf nicht zwanzig Kinder im Schwimmbad haben."),
]


@pytest.mark.parametrize(
    ("charter", "silent", "asks"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in PAIRS]
)
def test_a_word_asks_where_it_is_meant(charter: str, silent: str, asks: str) -> None:
    text, topic, about = CHARTERS[charter]
    one, other = (judged(text, topics=[topic], about=about, text=each) for each in (silent, asks))

    assert one.against == ()
    assert whys(other) & {"outside-words", "set-aside-words"}
    assert other.answer == "ask"


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        pytest.param(
            "Cake for all. Then the party begins. The party ends at ten.", True, id="beside it, and after"
        ),
        pytest.param(
            "The party begins. Music, cake. The seats are free. The party ends.", True, id="one sense a text"
        ),
        pytest.param(
            "Cake for all at the party. The candidate of the valley speaks.", False, id="in company"
        ),
    ],
)
def test_a_word_has_one_sense_in_a_text(text: str, silent: bool) -> None:
    found = judged(QUAY, topics=["path"], about="Path on the quay", text=text)

    assert (found.answer == "in") is silent


@pytest.mark.parametrize(
    ("charter", "who", "answer"),
    [
        pytest.param("mercado", "Partido del Puerto", "out", id="es, a party"),
        pytest.param("mercado", "Ana Ruiz, política", "out", id="es, a politician"),
        pytest.param("halle", "Partei der Mitte", "out", id="de, a party"),
        pytest.param("salle", "Parti du Centre", "out", id="fr, a party"),
        pytest.param("salle", "Ligue de danse", "in", id="fr, a league"),
        pytest.param("mercado", "Peña del Puerto", "in", id="es, a club"),
    ],
)
def test_kinds_are_known_in_the_language_of_the_charter(charter: str, who: str, answer: str) -> None:
    text, topic, about = CHARTERS[charter]

    action: dict[str, Any] = {"topics": [topic], "about": about, "with": [who]}

    assert judged(text, **action).answer == answer


ABOUT = [
    ("quay", "Evening of the volunteers", "Evening on the Lakeside Festival"),
    ("quay", "Post of treasurer", "Post Road Market"),
    ("quay", "A wave of mails since midnight", "The wave of Santa Lucia"),
    ("quay", "Letter to the Ministry of Transport", "Coastal Transport Act"),
    ("quay", "Talk with Minister Holm", "Holm Bridge"),
    ("quay", "Contract with the printer", "Tax on boats"),
    ("quay", "Plan of the week", "Harbour Plan 2040"),
    ("mercado", "Ensayo de la banda", "Ley de alquileres"),
    ("mercado", "Contrato con el sonido", "Plan Tranvía Norte"),
    ("halle", "Dienst am Samstag", "Mietgesetz"),
    ("halle", "Essen danach", "Steuer auf Hunde"),
    ("salle", "Repas des bénévoles", "Loi sur les loyers"),
    ("salle", "Soirée d'hiver", "Plan Bords de Saône"),
]


@pytest.mark.parametrize(
    ("charter", "common", "named"), [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in ABOUT]
)
def test_of_a_declared_matter_only_a_law_or_a_name_makes_another(
    charter: str, common: str, named: str
) -> None:
    text, topic, _ = CHARTERS[charter]
    one, other = (judged(text, topics=[topic], about=each) for each in (common, named))
    undeclared = judged(text, topics=[], about=common.replace("Letter to the Ministry of Transport", "Roads"))

    assert one.against == ()
    assert whys(other) == {"unlisted"}
    assert whys(undeclared) == {"unlisted"} or not undeclared.against


@pytest.mark.parametrize("code", CODES)
def test_words_of_two_senses_are_in_one_list(code: Code) -> None:
    spoken, known = tongue(code), language(code)
    stems = [spoken.stem(word) for word in known.senses]

    assert not spoken.stems("everyday") & set(stems)
    assert all(
        spoken.stem(word) not in cues for word, cues in zip(known.senses, known.senses.values(), strict=True)
    )
