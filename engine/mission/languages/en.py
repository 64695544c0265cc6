"""English."""

from __future__ import annotations

from coalcheck.engine.mission.languages.model import Language, phrases, words

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
        today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday day days week
        weeks month months year years s t ll re ve d m
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
        submission summary summer supplies christmas easter survey talk team template tent testimony thank
        thanks ticket tour train training translation translator interpreter travel update venue vigil video
        vote visit visual webinar website weekend winter word words workshop
        """
    ),
    instruments=words(
        """
        accord act agreement amendment ban bill budget compact contract convention deal decree directive
        dispute initiative law merger motion ordinance pact plan policy project protocol ratification reform
        referendum regulation ruling scheme statute strategy strike treaty
        """
    ),
    laws=words(
        """
        ban decree directive law levy moratorium ordinance referendum regulation subsidy tariff tax toll
        treaty
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
        comments on; comment on; works on; work on; stands for; stand for; speaks on; speaks about; speak on;
        speaks for; campaigns on; campaigns for; campaign on; is responsible for; covers; deals with; takes
        up; takes positions on; takes a position on; is active on; concerns itself with; extends to; also
        includes; are the voice of; is the voice of; the voice of; a voice for; speak out for; stand up for
        """
    ),
    from_now=phrases(
        """
        from now on; in future; in the future; from today; henceforth; we also; we will also; we are also; we
        now also; now also
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
    # Words of two senses, chosen by hand among what coalitions leave outside or set aside, without a count of
    # how often each is meant. For the senses see Oxford and Merriam-Webster.
    everyday=words(
        """
        charge code condition current degree figure force interest issue key level measure mine movement
        operation order platform position power practice race rate ratio reception record return right scale
        seat share side station stock term unit vendor volume
        """
    ),
    senses={
        "bank": words("bench blood bottle food river shore"),
        "bill": words("caterer catering heating invoice phone printer printing restaurant utility"),
        "cabinet": words("drawer filing kitchen shelf wood"),
        "candidate": words(
            """
            applicant application apply drug employer hire interview job recruit salary shortlist vacancy
            vaccine
            """
        ),
        "coal": words("barbecue grill"),
        "court": words("badminton basketball food squash tennis"),
        "drill": words("dentist hole screw"),
        "drug": words("medicine pharmacy prescription"),
        "energy": words("dance enthusiasm joy morale passion spirit tired volunteer youth"),
        "fee": words("admission door entrance entry museum parking ticket"),
        "gas": words("balloon camping laughing"),
        "minister": words("chapel church prayer sermon"),
        "oil": words("cooking frying lamp olive paint painting salad"),
        "party": words(
            """
            barbecue birthday cake celebrate celebration christmas costume dance dinner drinks farewell garden
            guest hall music picnic street tea thank volunteer wedding
            """
        ),
        "plant": words("flower garden gardener herb pot rose seed seedling soil tree vegetable"),
        "port": words("cable cheese glass plug usb wine"),
        "shooting": words("camera film photo video"),
        "strike": words("bell chord lightning match"),
        "terminal": words("bus card coach computer cruise ferry ill illness"),
        "track": words("athletics cycle music running song"),
        "vote": words("assembly committee council motion parliament plenary ratification"),
        "wind": words("band flute instrument orchestra"),
    },
    idioms=phrases(
        """
        third party; party to a; party to an; party to the; party to this; party to any; party to it; parties
        to a; working party; search party; rescue party; party wall; other party; both parties; either party;
        contracting party; injured party; interested party; candidate for the post; candidate for a post;
        candidate for the position; candidate for the job; candidate for membership; candidate for admission;
        job candidate; in order to; in order that; in good order; alphabetical order; out of order; foot the
        bill; fit the bill; clean bill of health; take a seat; takes a seat; took a seat; take seats; race
        against time; human race; rat race; plant a seed; strike a balance; strike a deal; strike a chord;
        lightning strike; at any rate; think tank; food court; blood bank; food bank; river bank; in terms of;
        in charge of; free of charge; all right; vote of thanks; election of the chair; election of a chair;
        election of the board; elect a chair; elect its chair; elect the chair
        """
    ),
    voting=phrases(
        """
        vote for; elect; election; electoral; ballot; voter; politician; politics; political; nominee;
        nominate; incumbent; constituency; manifesto; run for office; stand for office
        """
    ),
    reporting=words(
        """
        accuse call claim describe dub entitle entitled file folder head heading headline label name named say
        said says speak spoke subject tell told term title write writes wrote written
        """
    ),
    judging=words("agree correct disagree exactly right true untrue wrong"),
    displays=words(
        """
        advertisement banner chant flyer leaflet letter petition placard poster postcard publication slogan
        statement sticker video website
        """
    ),
    ours=words("our ours us"),
    addressing=words("to with from by at in into"),
)
