"""Dutch."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

LANGUAGE = Language(
    name="Dutch",
    stemmer="dutch",
    small=words(
        """
        aan al alle allen alles als altijd ander andere anderen bij binnen boven daar dan dat de deze die
        dit door drie dus een eerste eigen elk elke en er geen goed haar had hebben heeft hem hen het hier
        hij hoe hun ieder iedere iedereen iemand ik in is ja je jullie kan kunnen maar meer men met mijn
        moet moeten na naar niet niets niemand nieuw nieuwe noch nog nu of om omdat onder ons onze ook op
        over per samen sinds te tegen ten ter terwijl tijdens toch toe tot tussen twee uit van vanaf vanuit
        veel voor vooral waar wanneer want waren was wat we weer wel welke werd wie wij wil willen worden
        wordt zal ze zelf zich zij zijn zo zonder zou dag dagen week weken maand maanden jaar jaren blijft
        vraagt vragen
        """
    ),
    common=words(
        """
        actie akkoord alliantie bondgenoten campagne coalitie gezamenlijk gezamenlijke handvest leden lid
        mensen netwerk ondertekenen openbaar oproep overeenkomst partner partners steun tekst verklaring
        werk werken bijlage doel
        """
    ),
    formats=words(
        """
        aankondiging advertentie advies affiche agenda antwoord artikel bericht betoging bezoek bijeenkomst
        brief brochure conferentie debat demonstratie drukken drukwerk enquête evenement factuur flyer
        folder forum gesprek gids hoofdstuk hoorzitting inspraak interview kraam lezing lijst manifestatie
        mars materiaal mededeling mening nieuwsbrief nota notitie opening pagina persbericht pers petitie
        poster presentatie protest publicatie rapport reactie reis sessie spandoek spreker stand
        tentoonstelling toespraak training vergadering vertaling vervoer verzoek video voorstel wake website
        workshop zaal zaalhuur zitting open
        """
    ),
    instruments=words(
        """
        akkoord begroting besluit contract convenant decreet initiatief motie overeenkomst pact plan beleid
        programma project referendum regeling richtlijn verbod verdrag verordening wet hervorming
        """
    ),
    laws=words(
        """
        belasting heffing moratorium referendum richtlijn subsidie tol verbod verdrag verordening wet
        """
    ),
    institutions=words(
        """
        agentschap autoriteit burgemeester college commissie departement gemeente gemeenteraad inspectie
        kabinet kamer ministerie minister parlement president provincie raad rechtbank regering senaat stad
        universiteit wethouder
        """
    ),
    none=words("geen zonder noch niemand niets"),
    denies=words("niet nooit"),
    turns=words("maar echter hoewel terwijl omdat behalve"),
    pronouns=words("ik wij we zij ze het hij dit dat u jullie die"),
    only=words("alleen slechts enkel"),
    either=words("en of"),
    asking=words("wat of hoe welke welk wie wanneer waar"),
    demands=words("moet moeten zou zouden mag mogen eisen stem stemt stop verbieden"),
    speaking=words(
        """
        behandelen bespreken mening noemen positie praten spreken standpunt uiten uitspreken vermelden
        zeggen
        """
    ),
    backing=words(
        """
        aanbevelen financieren kiezen ondersteunen promoten steunen steunt uitnodigen voorkeur
        """
    ),
    months=phrases(
        """
        januari; februari; maart; april; mei; juni; juli; augustus; september; oktober; november; december
        """
    ),
    us=words("coalitie alliantie netwerk wij"),
    as_part=words("lid leden deel naam namens partner voor"),
    stands_for=phrases(
        """
        werkt aan; spreekt zich uit over; staat voor; zet zich in voor; praat over; komt op voor; neemt
        standpunt in over; houdt zich bezig met; gaat over; voert campagne voor; de stem van; een stem voor
        """
    ),
    from_now=phrases(
        """
        vanaf nu; voortaan; in de toekomst; van nu af aan; wij zijn ook; we zijn ook
        """
    ),
    founding=phrases(
        """
        rechtspersoon; rechtspersoonlijkheid; vereniging oprichten; oprichting van een vereniging; stichting
        oprichten; oprichting van een stichting; permanente organisatie; permanent kantoor; permanent
        secretariaat; permanent maken; permanent worden; blijvende organisatie
        """
    ),
    hiring=words("aannemen aanstellen aanstelling werven"),
    hired=words(
        """
        personeel medewerker medewerkster coördinator directeur directrice secretaris kracht werknemer
        """
    ),
    buying=words("kopen koop aankoop aanschaffen"),
    owned=words("gebouw huis kantoor pand grond woning voertuig auto bestelbus aandelen"),
    ending=words(
        """
        afsluiten afsluiting bedanken betalen einde evaluatie factuur ontbinden rapport resultaat verslag
        """
    ),
    conditions_none=words("geen zonder niets"),
    everyone=words(
        """
        publiek iedereen bevolking bewoners inwoners burgers gemeenschap gezinnen patiënten kinderen
        leerlingen werknemers huurders buren samenleving huishoudens reizigers coalitie
        """
    ),
    firms=words(
        """
        bedrijf onderneming firma bank leverancier investeerder verhuurder merk sponsor winkel
        """
    ),
    parties=words(
        """
        partij politica politicus kandidaat kandidate burgemeester senator minister kamerlid wethouder
        """
    ),
    member=words("lid"),
    elsewhere=words("buitenland ander andere naburige buiten elders"),
    levels={
        "lokaal": 1,
        "plaatselijk": 1,
        "gemeentelijk": 1,
        "regionaal": 2,
        "provinciaal": 2,
        "nationaal": 3,
        "landelijk": 3,
        "europees": 4,
        "internationaal": 5,
        "wereldwijd": 5,
        "mondiaal": 5,
    },
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see Van Dale.
    everyday=words(
        """
        aandeel beurt functie kant kracht lijn macht niveau orde plaats recht stand stroom tarief verhouding
        waarde zaak zetel
        """
    ),
    senses={
        "bank": words("hout park rivier zitten"),
        "energie": words("enthousiasme vreugde vrijwilliger zin"),
        "gas": words("ballon camping"),
        "kandidaat": words("baan loon quiz sollicitant sollicitatie vacature"),
        "kool": words("groente soep stamppot"),
        "mijn": words("jouw potlood"),
        "partij": words("feest muziek schaak schaken spel verjaardag"),
        "plant": words("bloem boom pot tuin zaad"),
        "slot": words("deur fiets sleutel"),
        "stem": words("koor lied luid zang zingen"),
        "stemming": words("commissie gemeenteraad kamer motie raad vrolijk"),
        "terminal": words("bus kaart veer"),
    },
    idioms=phrases(
        """
        partij kiezen; kiest partij; kiezen partij; partij trekken; derde partij; beide partijen; in orde; aan
        de orde; alfabetische volgorde; kandidaat voor de functie; kandidaat voor de baan; kandidaten voor de
        functie; naar keuze
        """
    ),
    voting=phrases(
        """
        stem op; stemmen op; stemt op; verkiezing; verkiezingen; kiezer; stembus; politicus; politici;
        kamerlid; raadslid; mandaat; stembiljet
        """
    ),
    reporting=words(
        """
        bestand beschuldigen genoemd getiteld heet heten kop map noemen noemt noemde onderwerp schreef
        schrijft schrijven titel zegt zei zeggen
        """
    ),
    judging=words("eens gelijk juist klopt ongelijk waar"),
    displays=words(
        """
        advertentie affiche bord brief flyer folder kaart oproep pamflet petitie poster slogan spandoek video
        website
        """
    ),
    ours=words("ons onze"),
    addressing=words("aan bij door in met naar te van"),
    kinds={
        "bank": words("bank"),
        "candidate": words("kandidaat"),
        "church": words("kerk"),
        "company": words("bedrijf"),
        "developer": words("ontwikkelaar"),
        "firm": words("bedrijf"),
        "party": words("partij"),
        "politician": words("politicus politica"),
        "publisher": words("uitgever uitgeverij"),
        "supplier": words("leverancier"),
        "union": words("vakbond"),
        "vendor": words("leverancier"),
    },
    compounds=True,
)
