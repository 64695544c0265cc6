"""What the words of the format mean, for editors and for the manual."""

from __future__ import annotations

MEANINGS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("coalition", "alliance", "network", "body"): (
        "Several organisations that act together for one goal or a few.",
        "Organisations bound to one another for longer, with common means.",
        "Organisations that keep in touch on a wide field.",
        "A standing body's rules of procedure; only its decisions, vetoes, exit and amendment are looked at.",
    ),
    ("opportunistic", "values-bridge", "structural"): (
        "A specific win in limited time, between groups with little else in common.",
        "One shared value across usual disagreements.",
        "A new entity, a shared post or a pooled fund.",
    ),
    ("centralized", "distributed", "hybrid"): (
        "A committee or a manager decides.",
        "Each field of decision belongs to named members.",
        "Some kinds of decision are taken centrally, others by all.",
    ),
    ("exploring", "pilot", "draft", "signed", "ended"): (
        "You are finding out whether you fit.",
        "You try it out on a small scale.",
        "The charter is being written.",
        "All have signed.",
        "It is over; only winding up is left.",
    ),
    ("day of sending", "clear days"): (
        "The day of sending counts, the day of the meeting does not.",
        "Neither the day of sending nor that of the meeting counts.",
    ),
    ("leadership", "operational"): ("Who decides for the member.", "Who does the daily work."),
    ("suspended", "arrears"): ("Its rights rest for a time.", "It owes what it has promised to pay."),
    ("given", "pending", "not needed"): (
        "The member's own board has agreed.",
        "The member's own board has yet to decide.",
        "The signatory may decide alone.",
    ),
    ("objection", "failure"): ("Someone objects.", "There is no decision, for whatever reason."),
    ("against",): ("An abstention counts as a vote against.",),
    ("fails", "chair"): ("Nothing is decided.", "The chair's vote decides."),
    ("adopts",): ("It is adopted if nobody objects in time.",),
    ("fails", "extend"): ("Nothing is decided.", "Voting stays open longer."),
    ("vote", "quorum"): ("A proxy counts as a vote.", "A proxy counts as being there."),
    ("reason", "seconds", "notice", "explanation"): (
        "A reason must be given.",
        "A second member must support it.",
        "Without the notice in time it does not hold.",
        "Without the explanation in time it does not hold.",
    ),
    ("vote", "notice"): ("A vote against is the veto.", "The veto is a message of its own."),
    ("one voice", "own voices"): ("One message for all.", "Each speaks to its audience in its own words."),
    ("strategic", "operational", "relational", "innovative"): (
        "Nearer to the goal, or in a better position for it.",
        "Daily work goes better.",
        "Relations have grown.",
        "Something new has come of it.",
    ),
    ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"): (
        "Monday.", "Tuesday.", "Wednesday.", "Thursday.", "Friday.", "Saturday.", "Sunday.",
    ),
}  # fmt: skip
"""What each word of a choice means, by the words of the choice."""
