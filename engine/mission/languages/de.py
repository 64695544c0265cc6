"""German."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

LANGUAGE = Language(
    name="German",
    stemmer="german",
    small=words(
        """
        ab aber alle allem allen aller alles als also am an andere anderen anderer auch auf aus bei beim
        bereits bis da dabei damit danach dann daran darauf darf darin das dass dazu dem den denen denn der
        deren des dessen die dies diese diesem diesen dieser dieses doch dort drei durch ein eine einem
        einen einer eines er erst erste ersten es etwas für gegen gibt haben hat hatte hier hinter ich ihm
        ihn ihnen ihr ihre ihren ihrer im immer in ins ist ja jede jedem jeden jeder jedes jetzt kann kein
        keine keinem keinen keiner können man mehr mein mit muss müssen nach neben nein neu neue neuen neuer
        neues nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seit selbst sich sie sind
        so solche soll sollen sondern sonst über um und uns unser unsere unseren unserer unter vom von vor
        war waren was weil weiter welche wenn wer werden wie wieder wir wird wo zu zum zur zwei zwischen tag
        tage woche wochen monat monate jahr jahre bleibt bleiben fordern fordert
        """
    ),
    common=words(
        """
        aktion bündnis abkommen erklärung gemeinsam gemeinsame gemeinsamer gemeinsames kampagne koalition
        mitglied mitglieder menschen netzwerk öffentlich partner satzung text unterschrift unterschreiben
        unterstützen vereinbarung arbeit arbeiten anhang ziel zweck allianz
        """
    ),
    formats=words(
        """
        anhörung anfrage ankündigung anzeige artikel aufruf ausstellung banner bericht besuch brief
        broschüre debatte demonstration demo druck drucken druckkosten einladung entwurf erhebung eröffnung
        fest flugblatt foto forum fragen gespräch interview kapitel konferenz kundgebung leitfaden lesung
        liste mahnwache marsch material mitteilung nachricht notiz plakat podium post presse
        pressemitteilung pressekonferenz protokoll raum rechnung rede reise rundbrief saal schreiben seite
        sitzung stand stellungnahme symposium tagung termin treffen übersetzung umfrage unterlagen
        veranstaltung veröffentlichung versammlung video vortrag webseite website werbung workshop zeitung
        offener offene offen
        """
    ),
    instruments=words(
        """
        abkommen beschluss erlass gesetz haushalt initiative konvention pakt plan politik programm projekt
        referendum reform richtlinie satzung verbot verfassung verordnung vertrag vereinbarung
        volksentscheid
        """
    ),
    laws=words(
        """
        abkommen erlass gesetz konvention maut moratorium richtlinie steuer subvention verbot verordnung
        volksentscheid
        """
    ),
    institutions=words(
        """
        amt ausschuss behörde bezirk bundesrat bundestag bürgermeister bürgermeisterin gemeinde gemeinderat
        gericht kammer kanzler kommission kreis land landtag magistrat minister ministerin ministerium
        parlament präsident rat regierung senat stadt stadtrat universität
        """
    ),
    none=words("kein keine keinem keinen keiner ohne weder noch niemand nichts"),
    denies=words("nicht nie niemals"),
    turns=words("aber jedoch doch sondern obwohl während weil außer"),
    pronouns=words("ich wir sie es er das dies ihr dass die der"),
    only=words("nur bloß"),
    either=words("und oder sowie"),
    asking=words("was ob welche welcher welches wie wer wann wo"),
    demands=words(
        """
        muss müssen soll sollen sollte sollten darf dürfen fordern wählt stoppt verbieten
        """
    ),
    speaking=words(
        """
        ansprechen äußern äußert behandeln erwähnen kommentieren meinung position reden sagen sprechen
        stellung thema
        """
    ),
    backing=words(
        """
        bevorzugen empfehlen empfiehlt finanzieren fördern einladen nennen unterstützen unterstützt werben
        """
    ),
    months=phrases(
        """
        januar; februar; märz; april; mai; juni; juli; august; september; oktober; november; dezember
        """
    ),
    us=words("bündnis koalition allianz netzwerk wir"),
    as_part=words("mitglied mitglieder teil namen namens partner für"),
    stands_for=phrases(
        """
        arbeitet zu; arbeitet an; äußert sich zu; steht für; setzt sich ein für; setzt sich für; spricht über;
        nimmt stellung zu; wirbt für; kommentiert; befasst sich mit; kümmert sich um; ist zuständig für; die
        stimme für; die stimme der; stimme von
        """
    ),
    from_now=phrases(
        """
        ab sofort; von nun an; künftig; in zukunft; wir sind auch; sind auch
        """
    ),
    founding=phrases(
        """
        verein gründen; gründung eines vereins; gründung des vereins; vereinsgründung; eingetragener verein;
        eingetragenen verein; stiftung gründen; juristische person; auf dauer; dauerhafte organisation;
        dauerhaftes büro; ständiges sekretariat; ständige geschäftsstelle; rechtsform
        """
    ),
    hiring=words("einstellen einstellung anstellen anstellung beschäftigen"),
    hired=words(
        """
        personal mitarbeiter mitarbeiterin mitarbeiterinnen koordinatorin koordinator geschäftsführerin
        geschäftsführer referentin referent kraft angestellte stelle
        """
    ),
    buying=words("kaufen kauf erwerben erwerb"),
    owned=words(
        """
        gebäude haus büro grundstück immobilie wohnung fahrzeug auto transporter anteile
        """
    ),
    ending=words(
        """
        abrechnung abschluss auflösen auswertung beenden bericht bilanz dank ende ergebnis rechnung zahlen
        """
    ),
    conditions_none=words("keine keiner ohne nichts"),
    everyone=words(
        """
        öffentlichkeit alle bevölkerung bewohner einwohner bürger bürgerinnen familien patienten kinder
        schüler beschäftigte mieter nachbarn gesellschaft haushalte fahrgäste koalition bündnis
        """
    ),
    firms=words(
        """
        firma unternehmen betrieb konzern gesellschaft bank lieferant investor vermieter marke sponsor
        händler
        """
    ),
    parties=words(
        """
        partei politikerin politiker kandidatin kandidat bürgermeister senator ministerin minister
        abgeordnete abgeordneter
        """
    ),
    member=words("mitglied"),
    elsewhere=words("ausland andere anderer benachbarte außerhalb übersee"),
    levels={
        "lokal": 1,
        "örtlich": 1,
        "kommunal": 1,
        "regional": 2,
        "landesweit": 2,
        "national": 3,
        "bundesweit": 3,
        "europäisch": 4,
        "europaweit": 4,
        "international": 5,
        "weltweit": 5,
        "global": 5,
    },
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see Duden.
    everyday=words(
        """
        amt anlage anteil kraft lager leistung macht ordnung platz quote recht rennen sitz stelle strom
        verhältnis wert zahl zug
        """
    ),
    senses={
        "bank": words("fluss holz park sitzen"),
        "energie": words("begeisterung elan freiwillige freude schwung"),
        "gas": words("camping grill luftballon"),
        "gericht": words("essen koch küche speise teller"),
        "kandidat": words("bewerber bewerbung einstellung gehalt lebenslauf quiz vorstellungsgespräch"),
        "kandidatin": words("bewerber bewerbung einstellung gehalt lebenslauf quiz vorstellungsgespräch"),
        "kohle": words("grill grillen"),
        "messe": words("aussteller neuheit"),
        "mine": words("bleistift kugelschreiber"),
        "partei": words("ergreifen ergreift ergriffen haus konflikt mieter miete prozess streit vertrag"),
        "pflanze": words("beet baum blume garten"),
        "schloss": words("fahrrad schlüssel tür"),
        "stimme": words("chor gesang laut lied"),
        "tarif": words("bahn bus eintritt ermäßigt fahrkarte fahrt handy strom telefon"),
        "terminal": words("bus computer fähre karte"),
        "wahl": words("farbe geschmack getränk kaffee menü speise tee uhrzeit"),
        "werk": words("kunst künstler künstlerin musik"),
    },
    idioms=phrases(
        """
        nach wahl; erste wahl; erster wahl; zweite wahl; zweiter wahl; freie wahl; keine wahl; keine andere
        wahl; mittel der wahl; partei ergreifen; ergreifen partei; ergreift partei; partei nehmen; dritte
        partei; beide parteien; in ordnung; recht haben; kandidat für die stelle; kandidatin für die stelle;
        kandidaten für die stelle; wahl des vorstands; wahl der vorsitzenden; wahl des vorsitzenden
        """
    ),
    voting=phrases(
        """
        wählt die; wählt den; stimmt für; stimme für; wahlkampf; wähler; wählerin; urne; politiker;
        politikerin; abgeordnete; mandat; stimmzettel
        """
    ),
    reporting=words(
        """
        bezeichnen bezeichnet betreff betitelt datei genannt heißt heißen nennen nennt nannte ordner sagen
        sagt sagte schreiben schreibt schrieb sogenannt titel überschrift vorwerfen
        """
    ),
    judging=words("falsch recht richtig stimmt unrecht wahr"),
    displays=words(
        """
        anzeige aufruf banner brief erklärung flugblatt losung petition plakat postkarte spruch transparent
        video webseite
        """
    ),
    ours=words("unser unsere unserem unseren unserer unseres uns"),
    addressing=words("an bei durch im in mit von vom zu zum zur"),
    kinds={
        "bank": words("bank"),
        "candidate": words("kandidat kandidatin"),
        "church": words("kirche"),
        "company": words("firma unternehmen"),
        "developer": words("bauträger"),
        "firm": words("firma unternehmen"),
        "party": words("partei"),
        "politician": words("politiker politikerin"),
        "publisher": words("verlag"),
        "supplier": words("anbieter lieferant"),
        "union": words("gewerkschaft"),
        "vendor": words("anbieter lieferant"),
    },
    capitals=True,
    compounds=True,
)
