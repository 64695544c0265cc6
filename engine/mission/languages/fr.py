"""French."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

LANGUAGE = Language(
    name="French",
    stemmer="french",
    small=words(
        """
        a à ainsi alors après au aucun aucune aussi autre autres aux avant avec avoir c ce ceci cela celle
        celles celui ces cet cette ceux chaque chez comme contre d dans de depuis des deux dès donc dont du
        elle elles en encore entre est et été être eux fait faire faut il ils j je jusqu jusque l la là le
        les leur leurs lors lui m ma mais me même mes moi moins mon n ne ni non nos notre nous nouveau
        nouvelle nouveaux on ont ou où par parce pas pendant peu peut peuvent plus plusieurs pour pourquoi
        premier première puis qu quand que quel quelle quelles quels qui quoi rien s sa sans se selon sera
        ses si soit son sont sous sur t ta te tes toi ton tous tout toute toutes très trois tu un une vers
        vos votre vous y jour jours semaine semaines mois an ans année années doit doivent demande
        """
    ),
    common=words(
        """
        accord accords action alliance appel campagne charte coalition commun commune déclaration demander
        exiger membre membres personne personnes public publique réseau signer signature soutien texte
        travail travailler annexe but
        """
    ),
    formats=words(
        """
        affiche annonce article assemblée atelier audition avis bulletin chapitre commentaire communiqué
        conférence consultation convocation courriel courrier débat défilé demande discours dossier
        entretien envoi événement exposition facture fête feuille foire formation forum guide impression
        imprimer information invitation journée lettre lecture liste manifestation marche matériel message
        note opinion page pancarte pétition presse présentation proposition publication rapport
        rassemblement rencontre réponse résumé réunion salle séance site stand tract traduction transport
        vidéo veillée visite voyage
        """
    ),
    instruments=words(
        """
        accord arrêté contrat convention décret directive initiative interdiction loi ordonnance pacte plan
        politique budget programme projet référendum réforme règlement traité
        """
    ),
    laws=words(
        """
        décret directive impôt interdiction loi moratoire ordonnance péage règlement référendum subvention
        taxe traité
        """
    ),
    institutions=words(
        """
        agence assemblée autorité chambre comité commission commune conseil département gouvernement mairie
        maire ministère ministre office parlement préfecture préfet président province région sénat tribunal
        université ville
        """
    ),
    none=words("aucun aucune ni sans rien personne"),
    denies=words("ne n non pas jamais point"),
    turns=words("mais cependant pourtant quoique tandis parce sauf excepté"),
    pronouns=words("je nous ils elles il elle on ce cela ceci vous"),
    only=words("seulement uniquement"),
    either=words("et ou"),
    asking=words("que qui si comment quel quelle quels quelles quand où"),
    demands=words("doit doivent devrait devraient exigeons interdire votez voter arrêter"),
    speaking=words(
        """
        parlons parle parlent disons mentionnons commentons abordons évoquons prononçons
        aborder commenter dire exprimer évoquer mentionner opinion parler position prononcer toucher avis
        """
    ),
    backing=words(
        """
        appuyer choisir financer inviter nommer promouvoir recommander soutenir soutient soutenons élire
        """
    ),
    months=phrases(
        """
        janvier; février; mars; avril; mai; juin; juillet; août; septembre; octobre; novembre; décembre
        """
    ),
    us=words("coalition alliance réseau nous"),
    as_part=words("membre membres partie nom représentant pour partenaire"),
    stands_for=phrases(
        """
        se prononce sur; travaille sur; travaille pour; parle de; défend; s occupe de; couvre; commente; fait
        campagne pour; prend position sur; milite pour; intervient sur; sommes la voix de; est la voix de; la
        voix de; la voix des
        """
    ),
    from_now=phrases(
        """
        désormais; dorénavant; à partir de maintenant; à l avenir; sommes aussi; est aussi
        """
    ),
    founding=phrases(
        """
        personnalité juridique; personnalité morale; créer une association; fonder une association; créer
        une fondation; se constituer en; nous constituer en; organisation permanente; devenir permanent;
        devient permanente; bureau permanent; secrétariat permanent; de façon permanente
        """
    ),
    hiring=words("embaucher embauche recruter engager employer"),
    hired=words(
        """
        personnel salarié salariée coordinateur coordinatrice directeur directrice secrétaire employé
        employée
        """
    ),
    buying=words("acheter acquérir achat"),
    owned=words(
        """
        bâtiment immeuble maison local locaux bureau terrain appartement véhicule voiture camionnette
        actions
        """
    ),
    ending=words(
        """
        bilan clore clôture dissoudre évaluation facture final payer rapport remercier résultat solde
        """
    ),
    conditions_none=words("aucune aucun sans rien"),
    everyone=words(
        """
        public habitants population citoyens communauté familles patients enfants élèves travailleurs
        locataires riverains société ménages usagers passagers tous toutes coalition
        """
    ),
    firms=words(
        """
        entreprise société compagnie firme banque fournisseur promoteur marque sponsor magasin
        """
    ),
    parties=words(
        """
        parti politicien politicienne candidat candidate maire sénateur ministre député députée
        """
    ),
    member=words("membre"),
    elsewhere=words("étranger autre voisin voisine dehors hors"),
    levels={
        "local": 1,
        "communal": 1,
        "municipal": 1,
        "régional": 2,
        "départemental": 2,
        "national": 3,
        "européen": 4,
        "international": 5,
        "mondial": 5,
    },
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see the Trésor de la langue française.
    everyday=words(
        """
        charge classe cours course force intérêt ligne mesure niveau ordre pièce place poste pouvoir prise
        puissance rapport siège taux terme tour unité valeur voie
        """
    ),
    senses={
        "banque": words("alimentaire sang"),
        "candidat": words("embauche emploi entretien recrutement salaire"),
        "candidate": words("embauche emploi entretien recrutement salaire"),
        "centrale": words("gare place rue"),
        "cure": words("thermale repos"),
        "essence": words("arbre bois forêt"),
        "gaz": words("ballon camping"),
        "grève": words("mer plage sable"),
        "mine": words("crayon visage"),
        "parti": words("départ train vacances voyage"),
        "piste": words("athlétisme cyclable danse ski vélo"),
        "plante": words("arbre fleur graine jardin pot"),
        "port": words("câble usb"),
        "terminal": words("autobus bus car ferry malade maladie"),
        "vote": words("assemblée commission conseil motion parlement"),
        "énergie": words("bénévole enthousiasme envie joie"),
    },
    idioms=phrases(
        """
        tirer parti; tirons parti; tire parti; tirent parti; tiré parti; prendre parti; prenons parti; prend
        parti; parti pris; est parti; sont partis; tierce partie; faire partie; en partie; d une part; d autre
        part; de la part; à partir de; ordre du jour; ordre alphabétique; en ordre; prendre place; candidat au
        poste; candidate au poste; candidats au poste; vote de confiance
        """
    ),
    confused=words("part parts partie parties partir partira partent partant partait partons"),
    voting=phrases(
        """
        votez pour; voter pour; votons pour; élection; électoral; électeur; urne; politicien; député; élire;
        mandat; scrutin
        """
    ),
    reporting=words(
        """
        accuse accuser appelle appelé appelée appeler dire dit disent dossier écrire écrit fichier intitulé
        intitulée nommé objet parler qualifier qualifie titre titré
        """
    ),
    judging=words("accord faux juste raison tort vrai"),
    displays=words(
        """
        affiche annonce banderole carte communiqué lettre pancarte pétition slogan tract vidéo site
        """
    ),
    ours=words("notre nos nôtre"),
    addressing=words("à au aux avec chez dans de du en par"),
    kinds={
        "bank": words("banque"),
        "candidate": words("candidat candidate"),
        "church": words("église"),
        "company": words("entreprise"),
        "developer": words("promoteur"),
        "firm": words("entreprise"),
        "party": words("parti"),
        "politician": words("politicien politicienne"),
        "publisher": words("éditeur éditrice"),
        "supplier": words("fournisseur"),
        "union": words("syndicat"),
        "vendor": words("fournisseur"),
    },
)
