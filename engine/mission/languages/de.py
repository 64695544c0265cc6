"""German."""

from __future__ import annotations

from coalcheck.engine.mission.languages.language import Language, phrases, words

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
        arbeitet zu; arbeitet an; äußert sich zu; steht für; setzt sich ein für; setzt sich für; spricht
        über; nimmt stellung zu; wirbt für; kommentiert; befasst sich mit; kümmert sich um; ist zuständig
        für
        """
    ),
    from_now=phrases(
        """
        ab sofort; von nun an; künftig; in zukunft
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
    compounds=True,
)
