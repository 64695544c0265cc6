"""What is known of each subject: every property, its type and what it means; the contract of policies.

A property that does not apply, or that could not be worked out, is absent from a fact: a policy then
compares nothing with it. Texts are worded for a message and are never empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coalcheck.engine.facts.blocks import BLOCKS
from coalcheck.engine.facts.fact import Property, Subject


def _flags(**about: str) -> dict[str, Property]:
    return {name: Property(bool, text) for name, text in about.items()}


def _numbers(**about: str) -> dict[str, Property]:
    return {name: Property(int, text) for name, text in about.items()}


def _texts(**about: str) -> dict[str, Property]:
    return {name: Property(str, text) for name, text in about.items()}


_FILE = _texts(
    problem="What is wrong with the file, by the name of the policy that speaks of it.",
    key="The key concerned.",
    found="What stands there.",
    expected="What could stand there.",
    suggestion="The nearest thing that would be right.",
    repair="The line as it should read.",
    first_line="The line where the same thing stands first.",
    reading_one="One way to read it.",
    reading_two="The other way to read it.",
    detail="What else there is to say of it.",
)

_CHARTER = {
    **_texts(
        name="The coalition's name.",
        kind="coalition, alliance, network or body; coalition where it is not said.",
        model="opportunistic, values-bridge or structural, where it is said.",
        stage="exploring, pilot, draft, signed or ended; draft where it is not said.",
        governance="centralized, distributed or hybrid, where it is said.",
        left_out="What a one-page agreement can do without and is often asked for later: one line for each.",
        starts_in_words="The day on which it begins.",
        ends_in_words="The day on which it ends.",
        review_due="The last good day for a first review: three months in, or half the term if sooner.",
        kinds_uncovered="Kinds of decision, changing the charter left aside, that lack a rule.",
        kinds_uncovered_ids="The same kinds by their ids, for a covers list.",
        widen_by="The decision that widens the scope, or the one best fitted to: an id.",
        widen_with="The decision that covers widen-scope where scope.widen names another.",
        shared_words="Words that stand both for what is inside the scope and for what is not.",
        exit_reason="Why the way to leave is written down in an alliance of this model.",
        usual_notice="The notice for leaving that is usual in an alliance of this model.",
        exit_permission_words="Words of the exit terms that may mean that somebody must agree.",
        without_contacts="Members with fewer than two contacts: their names.",
        without_deal_breakers="Members that say nothing of what they could not accept: their names.",
        without_own_words="Members that have not put the goal in a sentence of their own: their names.",
        without_inducements="Members that do not say what they were promised for joining: their names.",
        without_success="Members that do not say what success is for them: their names.",
        without_reading="Members that do not say how they mean the shared value: their names.",
        without_explaining="Members with no line on why they are in this: their names.",
        without_sheet="Members that lack wants, offers or deal-breakers: their names.",
    ),
    **_numbers(
        members="How many members there are, counted rows included.",
        decisions="How many decisions have a rule.",
        left_out_count="How many things that are often asked for later are not written.",
        purpose_sentences="Sentences of the purpose.",
        inside_topics="Topics inside the scope.",
        term_months="Months of the term, a month begun counted whole.",
        renewal_months="Months between renewals, or until the latest one.",
        first_review_months="Months from the start to the first review, a month begun counted whole.",
        exit_notice_days="Days of notice for leaving; a month is counted as 30, a year as 365.",
        exit_words="Words that the exit terms take.",
        check_in_days="Days from one check-in to the next; a month is counted as 30.",
    ),
    **{f"has_{key}": Property(bool, f"Something stands under {key}.") for key in BLOCKS},
    **_flags(
        has_purpose="There is a purpose.",
        purpose_left_open="Words stand for the purpose that say nothing yet: TBD, to be agreed.",
        has_model="Something stands under model.",
        has_start="The day on which it begins is written.",
        has_end="The day on which it ends is written.",
        ends_before_start="It ends before it begins.",
        starts_after_event="It begins after the event that is the reason for it.",
        legal_is_contract="It says of itself that it is a contract.",
        legal_denies_contract="It says of itself that it is no contract.",
        legal_names_law="Where it speaks of a contract, it names a law.",
        has_first_review="A day for the first review is written.",
        first_review_late="The first review comes after the middle of the term.",
        first_win_late="The first visible success is planned for after the first review.",
        exit_notice_outlasts_term="Notice given on the first day would run beyond the last.",
        exit_needs_permission="Leaving needs somebody's yes.",
        has_handover="It is written what becomes of the work of a member that leaves.",
        goal_end_undeclared="It is written when the goal is reached, and not who says so.",
        renewal_by_silence="It renews itself where nobody speaks.",
        has_boundary="Something is listed as inside or outside the scope.",
        has_outside="Something is listed as outside the scope.",
        has_set_aside="Disagreements that are set aside are listed.",
        has_widen="There is a route for widening the scope.",
        has_money_limit="There is a limit on money.",
        has_bridge_value="The shared value is written.",
        coordinator_has_hours="The coordinator's hours are written.",
        coordinator_answers="It is written whom the coordinator answers to.",
        has_liability="It is written who is liable for what.",
        has_fund_holder="It is written who holds the money.",
        has_speaker="It is written who speaks for all.",
        has_irreconcilable="It is written what happens when a conflict cannot be resolved.",
        has_mediator="A mediator is named.",
        has_substitute="It is written who mediates where the first mediator cannot.",
        has_value_review="Reviews of who gains what are planned.",
        has_change_rule="A decision covers changing the charter.",
    ),
}

_MEMBER = {
    **_texts(
        id="The member's id.",
        name="The member's name; its id where it has none.",
        signature="What is missing of its signature, as lines to write.",
        signatories_elsewhere="A sentence on how many of the other members say who signs.",
    ),
    **_numbers(count="Heads that the row stands for; 1 for most."),
    **_flags(
        has_role="Its role is written.",
        has_signatory="The person or the post that signs for it is named.",
        signatory_entitled="It is written what entitles its signatory to sign.",
        is_signed="It has signed: signatory and date are there.",
        has_staff="It is written what staff time it gives.",
        has_success="It is written what success is for it.",
        staff_is_none="It gives no staff time.",
        has_approval="Its own board's approval is written, or why none is needed.",
        approval_pending="Its own board has not decided yet.",
    ),
}

_BODY = {
    **_texts(id="The body's id.", name="The body's id as words."),
    **_numbers(
        members="Members of the coalition that belong to it.",
        seats="Its seats, vacant ones too, where the charter says.",
        decides="Decisions that it takes.",
        explains_hours="Hours within which it explains a decision; a day is counted as 24.",
    ),
    **_flags(
        is_everyone="Every member belongs to it.",
        has_limits="What it may not do, or only up to a limit, is written.",
        has_input="How members are heard before it decides is written.",
        has_explains="How it explains its decisions is written.",
        decides_for_others="It takes decisions, and not every member belongs to it.",
        governance_centralized="The charter says that its governance is centralized.",
    ),
}

_DECISION = {
    **_texts(
        id="The decision's id.",
        name="The decision's id as words.",
        name_capital="The same with a capital letter.",
        covered_twice="Kinds that another decision covers too.",
        covered_by="That other decision, as words.",
        who_alone="Members that can each stop it alone, where not everyone can.",
        slowest="The member that needs longest to decide for itself.",
        slowest_needs="How long that member needs.",
        with_a_yes="Its sentence with one yes asked for as well, where it asks for none.",
        safe_members="The members that could stop it alone if it were about them, where not all could.",
        window_words="The shortest time that the decision gives for an answer.",
        fewest_words="The fewest that can carry it where the others stay away, in words.",
    ),
    **_numbers(
        members="Members that vote on it.",
        fewest_who_can_decide="The fewest that carry it when all others stay away, if nothing prevents it.",
        percent_who_can_decide="These fewest in percent of the members that vote, rounded up.",
    ),
    **_flags(
        everyday="It covers something else than the charter, the membership and the end.",
        has_quorum="It has a quorum.",
        has_notice="It has a time of notice.",
        has_fallback="It is written what happens where there is no agreement.",
        has_deadline="There is a time by which it is settled, or what happens otherwise.",
        needs_everyone="It needs a yes from everyone, or no objection from anyone.",
        one_can_stop="At least one member, and not every one, can stop it alone.",
        only_limits_opposition="Its rule asks for no vote in favour.",
        silence_adopts="Silence adopts it.",
        adopts_on_tie="As many for as against carry it.",
        says_tie="It is written what a tie means.",
        chair_breaks_tie="The chair is to break a tie.",
        has_chair="The body that decides has a chair.",
        covers_something="It says which kinds of decision it covers.",
        has_floor="The rule itself asks for a number or share that does not shrink when members stay away.",
        has_rule="It says what must agree.",
        expels="It is about a member leaving against its will.",
        suspends="It is about suspending a member.",
        concerned_votes="The member that it is about votes on it.",
        concerned_can_stop="Whichever member it is about can stop it alone.",
        window_too_short="A member needs longer to decide than the decision gives for an answer.",
        distributed="The charter says that its governance is distributed.",
    ),
}

_VETO = {
    **_texts(
        id="Its holders, as the charter names them.",
        who="Who can use it, without names: One member, Each of two members, Two members together.",
        over="What it can stop, as words after every.",
        lacks="What its terms leave open.",
        needed="The holder whose yes its override needs, as a name; of those who act together, each.",
        users="Whose yes its override needs, without names.",
    ),
    **_numbers(
        holders="Members that hold it.",
        lacks_count="How many of limit, reason, time and override are left open.",
    ),
    **_flags(
        over_messages="It can stop what the coalition says in public.",
        over_exit="It can stop a member from leaving.",
        has_limit="It can be used only so often.",
        has_reason="A reason must be given.",
        has_window="It must be used within a time.",
        has_override="The others can overrule it.",
        held_by_all="Every member holds it, each alone.",
        override_needs_holder="The override cannot carry where a holder votes against it.",
        jointly="Its holders can use it only together.",
    ),
}

_CLAUSE = {
    **_texts(
        problem="What is wrong with the sentence, by the name of the policy that speaks of it.",
        key="The key that the sentence is the value of, such as passes.",
        role="What the sentence is for: passes, quorum, otherwise, second_call, override, also.",
        decision="The decision it belongs to, as words.",
        sentence="The whole sentence.",
        sentence_capital="The whole sentence, with a capital letter.",
        found="The words concerned.",
        found_capital="The words concerned, with a capital letter.",
        expected="What could stand there.",
        suggestion="The nearest word that would be right.",
        reading_one="One way to read it.",
        reading_two="The other way to read it.",
        readings="What each reading would mean for this charter's members: one line for each.",
        difference="Words before the readings: that they differ, or what the only one means.",
        rewrite="The sentence mended in the commonest way.",
        write_line="The key with the sentence mended in the commonest way, and a word on the other ways.",
        did_you_mean="The nearest word as a question, or that there is none.",
        you="The members concerned, as in: the three of you.",
        unsaid="What the charter does not say, so that the sentence cannot be judged.",
        arithmetic="Why a share needs everyone: 3/4 of 3 is 2 1/4, so 3.",
        lost_with="A member whose leaving would leave the sentence without anyone to count.",
        lost="The group or class that would be empty then.",
        objector="The member that objects and whose yes is needed all the same.",
    ),
    **_numbers(members="Members that vote."),
    **_flags(
        is_quorum="It is a quorum.",
        reachable="Some ballots, or some attendance, meet it.",
        means_everyone="A share or number that is not all of them by its words, and is by the count.",
        needs_objector="It is asked after an objection and cannot be met without the one that objects.",
    ),
}

_PAIR = {
    **_texts(
        id="Both ids.",
        higher="What the decision with the higher stakes decides, in words.",
        higher_capital="The same with a capital letter.",
        lower="What the other one decides, in words.",
        higher_kind="The kind of decision with the higher stakes.",
        lower_kind="The kind of decision with the lower stakes.",
        easier="The decision with the higher stakes, as words.",
        harder="The decision with the lower stakes, as words.",
        example="Ballots that carry the one and not the other, in words.",
        passes="The sentence of the harder one.",
    ),
    **_flags(
        higher_is_easier="Ballots by everyone can carry the one with the higher stakes and not the other.",
        is_amending="The one with the higher stakes changes the charter.",
        is_widening="The one with the higher stakes widens the scope.",
    ),
}

TABLE: Final[Mapping[Subject, Mapping[str, Property]]] = {
    "file": _FILE,
    "charter": _CHARTER,
    "member": _MEMBER,
    "body": _BODY,
    "decision": _DECISION,
    "veto": _VETO,
    "clause": _CLAUSE,
    "pair-of-decisions": _PAIR,
}
