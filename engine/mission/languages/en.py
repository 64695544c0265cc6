"""English."""

from __future__ import annotations

from coalcheck.engine.mission.languages.language import Language, phrases, words

LANGUAGE = Language(
    name="English",
    stemmer="english",
    small=words(
        """
        a about above after again against all almost along already also although always am among an and any
        anyone anything are around as ask asks at away back be because been before being below beside
        besides between beyond both but by can cannot could did do does doing done down during each either
        else even ever every everyone everything few first for from further get gets give given gives go
        goes going had has have having he her here hers him his how however i if in instead into is it its
        itself just keep keeps kept last least less let like made make makes making many may me might mine
        more most much my must near need needed needs neither never new next no nobody none nor not nothing
        now of off often old on once one ones only onto or other others our ours out over own part per
        please put puts rather same say says second see shall she should since so some someone something
        soon still stop such take taken takes than that the their theirs them then there these they thing
        things third this those through thus till to together too toward towards two three under unless
        until up upon us use used uses very want wants was way ways we well were what when where whether
        which while who whole whom whose why will with within without would yet you your yours whatever
        today tomorrow yesterday day days week weeks month months year years s t ll re ve d m
        """
    ),
    common=words(
        """
        act action agree agreed agreement alliance communicate communication campaign charter coalition
        common demand join joint member members network partner partners people public publish sign signed
        speak spoken statement support text work working annex purpose goal stand
        """
    ),
    formats=words(
        """
        address advert advertisement advice agenda anniversary announcement answer appeal appearance
        appendix article audit autumn banner booklet box brief briefing brochure budget bus call catering
        ceremony chair chapter comment committee communication conference consultation copy date debate
        declaration delegation demonstration design desk digest draft drill email event exhibition fair fact
        facts flyer folder form forum guide guideline guidelines handbook hearing hire interview invitation
        invoice keynote launch leaflet lecture letter letterhead line list logistics mail mailing march
        market material media meeting memo message minutes morning newsletter note notes notice number offer
        office opinion open opening organisation page panel paper parking petition phone photo picket
        placard podcast post postage postcard poster presentation press print printing programme proposal
        publication question questions quarter rally reading reception record recording reminder report
        reply request response resolution review room round rules schedule season session sheet signature
        signatures slide software sound speaker speech spring stage stall stamp statistics sticker
        submission summary summer supplies survey talk team template tent testimony thank thanks ticket tour
        train training translation translator interpreter travel update venue vigil video vote visit visual
        webinar website weekend winter word words workshop
        """
    ),
    instruments=words(
        """
        accord act agreement amendment ban bill budget compact contract convention deal decree directive
        dispute initiative law merger motion ordinance pact plan policy project protocol ratification reform
        referendum regulation ruling scheme statute strategy strike treaty
        """
    ),
    institutions=words(
        """
        agency assembly authority board chamber city commission committee congress council county court
        department district government hall house institute mayor minister ministry office parliament
        president province regulator secretary senate state town tribunal union university village
        """
    ),
    none=words("no none neither nor without nothing nobody zero avoid avoids avoiding"),
    denies=words(
        """
        not never cannot don't doesn't didn't won't isn't aren't wasn't can't shouldn't mustn't refrain
        refrains
        """
    ),
    turns=words("but however although though yet while whereas because unless except"),
    pronouns=words("i we they it he she this that these those you our us let please"),
    only=words("only just merely"),
    either=words("and or plus"),
    asking=words("what whether which how who whom when where why"),
    demands=words("must should shall ought mustn't shouldn't vote stop ban forbid"),
    speaking=words(
        """
        about comment concern discuss express mention opinion position say side speak stance statement talk
        touch view
        """
    ),
    backing=words(
        """
        advertise back campaign choose endorse favour favor finance fund invite join name promote recommend
        support
        """
    ),
    months=phrases(
        """
        january; february; march; april; may; june; july; august; september; october; november; december
        """
    ),
    us=words("coalition alliance network we"),
    as_part=words(
        """
        member members part partner partners behalf name for within representing with
        """
    ),
    stands_for=phrases(
        """
        comments on; comment on; works on; work on; stands for; stand for; speaks on; speaks about; speak
        on; speaks for; campaigns on; campaigns for; campaign on; is responsible for; covers; deals with;
        takes up; takes positions on; takes a position on; is active on; concerns itself with; extends to;
        also includes
        """
    ),
    from_now=phrases(
        """
        from now on; in future; in the future; from today; henceforth; we also; we will also
        """
    ),
    founding=phrases(
        """
        incorporate; incorporation; register as; registered association; legal entity; legal form; found an
        association; found a foundation; set up a foundation; set up an association; charity status;
        charitable status; become permanent; becomes permanent; permanent body; permanent organisation;
        permanent organization; permanent alliance; permanent office; permanent secretariat; make permanent
        """
    ),
    hiring=words("hire employ recruit appoint engage"),
    hired=words(
        """
        staff employee employees coordinator officer organiser organizer manager director secretary
        assistant worker
        """
    ),
    buying=words("buy purchase acquire own"),
    owned=words(
        """
        building house office property premises land flat apartment vehicle car van shares
        """
    ),
    ending=words(
        """
        account accounts answer archive bill close closing dissolve end ending evaluation evaluate final
        invoice pay report result results return review settle thank thanks winding
        """
    ),
    conditions_none=words("no none without nothing unconditional"),
    everyone=words(
        """
        public everyone everybody all people residents resident inhabitants citizens community communities
        families family patients children pupils workers tenants neighbours society households users riders
        passengers commuters supporters coalition charity members affected
        """
    ),
    firms=words(
        """
        firm company business corporation enterprise retailer supplier vendor bank developer investor
        landlord brand sponsor shop contractor industry
        """
    ),
    parties=words(
        """
        party politician candidate mayor senator minister deputy councillor legislator
        """
    ),
    member=words("member"),
    elsewhere=words(
        """
        abroad another foreign neighbouring neighboring other outside overseas elsewhere
        """
    ),
    levels={
        "local": 1,
        "municipal": 1,
        "regional": 2,
        "statewide": 2,
        "provincial": 2,
        "national": 3,
        "nationwide": 3,
        "country": 3,
        "continental": 4,
        "european": 4,
        "international": 5,
        "global": 5,
        "worldwide": 5,
        "world": 5,
        "cross-border": 5,
        "crossborder": 5,
    },
)
