"""Italian."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

LANGUAGE = Language(
    name="Italian",
    stemmer="italian",
    small=words(
        """
        a ad agli ai al alcuni all alla alle allo altre altri altro anche ancora c che chi ci ciò come con
        contro cosa così cui d da dagli dai dal dall dalla dalle degli dei del dell della delle dello deve
        devono di dopo dove due durante e ed era essere fa fino fra già gli ha hanno i il in io l la le lei
        li lo loro lui ma mai me meno mentre mi mio molti molto ne negli nei nel nell nella nelle nessun
        nessuna nessuno niente noi non nostra nostre nostri nostro nuova nuovo o ogni oggi oltre ora per
        perché perciò però più poi prima primo può quale quali quando quanto quella quelle quelli quello
        questa queste questi questo qui s se secondo sempre senza si sia siamo sono sopra sotto stata stato
        su sua sue sugli sui sul sulla sulle suo suoi tra tre tutta tutte tutti tutto un una uno v vi voi
        giorno giorni settimana settimane mese mesi anno anni chiede chiedono
        """
    ),
    common=words(
        """
        accordo accordi alleanza appello azione campagna carta coalizione comune comuni congiunta congiunto
        dichiarazione firma firmare lavorare lavoro membri membro persone pubblica pubblico rete sostegno
        testo allegato obiettivo
        """
    ),
    formats=words(
        """
        articolo assemblea audizione avviso bollettino capitolo comizio commento comunicato conferenza
        consultazione convegno corteo dibattito discorso dossier evento fattura festa fiera foglio foro
        guida incontro informazione intervista invito laboratorio lettera lettura lista locandina
        manifestazione manifesto marcia materiale messaggio mostra nota opinione pagina petizione posta
        presentazione presidio proposta pubblicazione rapporto relazione riassunto risposta riunione sala
        seduta sessione sito spedizione stampa stampare striscione traduzione trasporto veglia verbale
        viaggio video visita volantino
        """
    ),
    instruments=words(
        """
        accordo bilancio contratto convenzione decreto direttiva divieto iniziativa legge ordinanza patto
        piano politica programma progetto referendum regolamento riforma trattato
        """
    ),
    laws=words(
        """
        decreto direttiva divieto imposta legge moratoria ordinanza pedaggio referendum regolamento sussidio
        tassa trattato
        """
    ),
    institutions=words(
        """
        agenzia assessorato autorità camera città comitato commissione comune consiglio dipartimento giunta
        governo ministero ministra ministro parlamento prefettura presidente provincia regione senato
        sindaca sindaco tribunale ufficio università
        """
    ),
    none=words("nessun nessuna nessuno né senza niente nulla"),
    denies=words("non mai neanche"),
    turns=words("ma però sebbene mentre perché tranne"),
    pronouns=words("io noi loro lei lui questo questa ciò voi siamo"),
    only=words("solo soltanto solamente"),
    either=words("e o ed"),
    asking=words("cosa che ciò se come quale quali chi quando dove"),
    demands=words("deve devono dovrebbe dovrebbero esigiamo vietare votare votate fermare"),
    speaking=words(
        """
        parliamo diciamo menzioniamo commentiamo trattiamo
        commentare dire esprimere menzionare opinione parlare posizione pronunciare toccare trattare
        """
    ),
    backing=words(
        """
        sosteniamo appoggiamo
        appoggiare eleggere favorire finanziare invitare nominare promuovere raccomandare sostenere sostiene
        """
    ),
    months=phrases(
        """
        gennaio; febbraio; marzo; aprile; maggio; giugno; luglio; agosto; settembre; ottobre; novembre;
        dicembre
        """
    ),
    us=words("coalizione alleanza rete noi siamo"),
    as_part=words("membro membri parte nome rappresentanza per socio socia"),
    stands_for=phrases(
        """
        si pronuncia su; lavora su; lavora per; parla di; difende; si occupa di; copre; commenta; si batte
        per; prende posizione su; la voce di; la voce della; la voce dei
        """
    ),
    from_now=phrases(
        """
        d ora in poi; da ora in poi; in futuro; da oggi; siamo anche; è anche
        """
    ),
    founding=phrases(
        """
        personalità giuridica; costituire un associazione; fondare un associazione; creare una fondazione;
        costituirsi in; organizzazione permanente; ente permanente; ufficio permanente; segreteria
        permanente
        """
    ),
    hiring=words("assumere assunzione impiegare"),
    hired=words(
        """
        personale dipendente dipendenti coordinatore coordinatrice direttore direttrice segretaria
        segretario
        """
    ),
    buying=words("comprare acquistare acquisto"),
    owned=words(
        """
        edificio casa sede ufficio immobile terreno appartamento veicolo auto furgone azioni
        """
    ),
    ending=words(
        """
        bilancio chiudere chiusura fattura finale pagare rapporto relazione ringraziare risultato sciogliere
        """
    ),
    conditions_none=words("nessuna nessun senza niente"),
    everyone=words(
        """
        pubblico persone popolazione abitanti cittadini comunità famiglie pazienti bambini alunni lavoratori
        inquilini vicini società utenti passeggeri tutti tutte coalizione
        """
    ),
    firms=words(
        """
        azienda impresa ditta società banca fornitore investitore marchio sponsor negozio
        """
    ),
    parties=words(
        """
        partito politica politico candidata candidato sindaca sindaco senatore ministra ministro deputata
        deputato
        """
    ),
    member=words("membro"),
    elsewhere=words("estero altra altro vicina vicino fuori"),
    levels={
        "locale": 1,
        "comunale": 1,
        "regionale": 2,
        "provinciale": 2,
        "nazionale": 3,
        "europeo": 4,
        "internazionale": 5,
        "mondiale": 5,
        "globale": 5,
    },
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see Treccani.
    everyday=words(
        """
        carica corso forza interesse linea livello misura ordine posto potere prova quota rapporto sede
        tasso turno unità valore via
        """
    ),
    senses={
        "banca": words("alimentare sangue"),
        "candidata": words("assunzione colloquio concorso lavoro stipendio"),
        "candidato": words("assunzione colloquio concorso lavoro stipendio"),
        "centrale": words("piazza stazione"),
        "cura": words("malattia medico"),
        "curva": words("strada"),
        "energia": words("entusiasmo gioia voglia volontari"),
        "gas": words("campeggio palloncino"),
        "mina": words("matita"),
        "partito": words("treno vacanza viaggio"),
        "pianta": words("albero fiore giardino seme vaso"),
        "pista": words("atletica ballo ciclabile ghiaccio sci"),
        "stadio": words("iniziale malattia"),
        "terminal": words("autobus bus traghetto"),
        "voto": words("assemblea commissione consiglio esame mozione pagella parlamento"),
    },
    idioms=phrases(
        """
        a partire da; fare parte; fa parte; da parte; in parte; per partito preso; partito preso; trarre
        partito; ordine del giorno; ordine alfabetico; in ordine; prendere posto; candidato al posto;
        candidata al posto; candidati al posto; voto di fiducia; è partito; è partita
        """
    ),
    confused=words("parte parti partire parto partono partita partite partendo parta"),
    voting=phrases(
        """
        vota per; votate per; votare per; elezione; elettorale; elettore; urna; politico; deputato; deputata;
        scheda elettorale; mandato
        """
    ),
    reporting=words(
        """
        accusa accusare cartella chiama chiamato chiamata chiamare definire dice dicono dire detto intitolato
        intitolata oggetto parlare scrive scritto scrivere titolo
        """
    ),
    judging=words("accordo falso ragione sbaglia torto vero"),
    displays=words(
        """
        annuncio cartello comunicato foglio lettera manifesto petizione slogan striscione video volantino sito
        """
    ),
    ours=words("nostro nostra nostri nostre noi"),
    addressing=words("a ad al alla ai con da dal di in presso"),
    kinds={
        "bank": words("banca"),
        "candidate": words("candidato candidata"),
        "church": words("chiesa"),
        "company": words("azienda impresa"),
        "developer": words("costruttore"),
        "firm": words("azienda impresa"),
        "party": words("partito"),
        "politician": words("politico politica"),
        "publisher": words("editore"),
        "supplier": words("fornitore"),
        "union": words("sindacato"),
        "vendor": words("fornitore"),
    },
)
