"""What is known of each subject: every property, its type and what it means; the contract of policies.

A property that does not apply, or that could not be worked out, is absent from a fact: a policy then
compares nothing with it. Texts are worded for a message and are never empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coalcheck.engine.facts.action import ACTION
from coalcheck.engine.facts.blocks import BLOCKS
from coalcheck.engine.facts.chapters import CHAPTERS
from coalcheck.engine.facts.fact import Property, Subject
from coalcheck.engine.facts.power import OF_CHARTERS
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.rules_table import BODY, CLAUSE, DECISION, PAIR, VETO

_FILE = texts(
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
    **texts(
        name="The coalition's name.",
        kind="coalition, alliance, network or body; coalition where it is not said.",
        model="opportunistic, values-bridge or structural, where it is said.",
        stage="exploring, pilot, draft, signed or ended; draft where it is not said.",
        governance="centralized, distributed or hybrid, where it is said.",
        left_out="What a one-page agreement can do without and is often asked for later: one line for each.",
        left_out_are="is where that is one line, and are where it is several.",
        starts_in_words="The day on which it begins.",
        ends_in_words="The day on which it ends.",
        review_due="The last good day for a first review: three months in, or half the term if sooner.",
        first_review_day="The same day as it is written in a charter, or some day, where none is written.",
        first_win_day="Six weeks after the start, or the first review if sooner; without a first success.",
        kinds_uncovered="Kinds of decision, changing the charter left aside, that lack a rule.",
        kinds_uncovered_ids="The same kinds by their ids, for a covers list.",
        widen_by="The decision that widens the scope, or the one best fitted to: an id.",
        widen_with="The decision that covers widen-scope where scope.widen names another.",
        exit_notice="How long before leaving the others are told, as written.",
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
    **numbers(
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
    **flags(
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
_CHARTER |= OF_CHARTERS
for _chapter in CHAPTERS:
    _CHARTER |= _chapter.PROPERTIES

_MEMBER = {
    **texts(
        id="The member's id.",
        name="The member's name; its id where it has none.",
        needed_by="Decisions that could not be taken, or not be counted, once it has left.",
        signature="What is missing of its signature, as lines to write.",
        signatories_elsewhere="A sentence on how many of the other members say who signs.",
    ),
    **numbers(count="Heads that the row stands for; 1 for most."),
    **flags(
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

TABLE: Final[Mapping[Subject, Mapping[str, Property]]] = {
    "file": _FILE,
    "charter": _CHARTER,
    "member": _MEMBER,
    "body": BODY,
    "decision": DECISION,
    "veto": VETO,
    "clause": CLAUSE,
    "pair-of-decisions": PAIR,
    "action": ACTION,
}
