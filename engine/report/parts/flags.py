"""What can be chosen on a command line, as data: the door makes options of it."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["text", "day", "switch"]


class Flag(NamedTuple):
    """One option.

    Attributes:
        flag: as it is typed, such as ``--fail-on``.
        name: under which name its value is passed on.
        help: what it does, in a sentence.
        choices: the words that it takes, the default first; empty where it takes any.
        many: whether it can be given several times; then nothing is chosen unless it is.
        kind: a text, a day such as 2026-07-01, or a switch that takes nothing.
        metavar: what its value is called in the help.
    """

    flag: str
    name: str
    help: str
    choices: tuple[str, ...] = ()
    many: bool = False
    kind: Kind = "text"
    metavar: str | None = None

    def settings(self) -> dict[str, Any]:
        """What the door is told of it, by the names that the door's library has for that."""
        settings: dict[str, Any] = {"multiple": self.many, "metavar": self.metavar, "help": self.help}
        if self.kind == "switch":
            settings["is_flag"] = True
        if self.choices and not self.many:
            settings["default"] = self.choices[0]
        return settings


def day_of(text: str) -> date:
    """A day as it is typed.

    Raises:
        ValueError: it is not written so; with a sentence for whoever typed it.
    """
    try:
        # Python would also take 20260701 and 2026-W27-3, which nobody means to type.
        return date.fromisoformat(text if len(text) == len("2026-07-01") and text[4::3] == "--" else "")
    except ValueError:
        msg = f"{text!r} is not a day; write it like 2026-07-01."
        raise ValueError(msg) from None


COLOR: Final = Flag(
    "--color",
    "color",
    "Whether to use colour; auto does on a terminal, and minds NO_COLOR and FORCE_COLOR.",
    ("auto", "always", "never"),
)


STRICT: Final = Flag(
    "--strict",
    "strict",
    "Ask everything, also what the kind, model or stage of a coalition is excused from.",
    kind="switch",
)
LISTING: Final = (Flag("--format", "form", "For people, or for programs.", ("text", "json")),)
CHOOSING: Final = (
    Flag("--format", "form", "How to show the answer; it is never kept.", ("text", "plain", "json")),
    Flag("--all", "show_all", "Show every point, not only the first five of each.", kind="switch"),
    COLOR,
)
ANALYZING: Final = (
    Flag("--format", "form", "How to show the answer.", ("text", "plain", "json", "markdown")),
    Flag("--output", "output", "Write the answer to this file, not on the screen.", metavar="FILE"),
    Flag("--budget", "budget", "Seconds that one count may take; 10 unless said.", metavar="SECONDS"),
    Flag("--chart", "chart", "Show also bar charts that compare you by name.", kind="switch"),
    Flag("--svg", "svg", "Write these charts as a picture to this file.", metavar="FILE"),
    Flag("--fail-on", "fail_on", "From which points on the exit code is 1: those to settle, those worth "
         "a talk, or good practice.", ("error", "warning", "info")),
    Flag("--exit-zero", "exit_zero", "Exit with 0 whatever was found.", kind="switch"),
    Flag("--all", "show_all", "Show every point and every name.", kind="switch"),
    COLOR,
)  # fmt: skip
"""What can be chosen of an analysis."""
COMPARING: Final = (
    Flag("--format", "form", "How to show the answer.", ("text", "plain", "json", "markdown")),
    Flag("--output", "output", "Write the answer to this file, not on the screen.", metavar="FILE"),
    Flag("--amendment", "amendment", "The vote on the change, as a file: was it carried by the old charter?",
         metavar="FILE"),
    Flag("--ballots", "ballots", "Its ballots: a sheet with the columns member and vote.", metavar="FILE"),
    Flag("--vote", "votes", "One vote on it, like local-9=for.", many=True, metavar="MEMBER=ANSWER"),
    Flag("--replay", "replay", "Judge these recorded decisions by both charters, and show which come out "
         "otherwise.", metavar="FOLDER"),
    Flag("--budget", "budget", "Seconds that one search or count may take.", metavar="SECONDS"),
    Flag("--exit-zero", "exit_zero", "Exit with 0 whatever differs.", kind="switch"),
    Flag("--git", "git", "Take what git gives to the driver of a diff; exits with 0 whatever differs.",
         kind="switch"),
    Flag("--all", "show_all", "Show every change in full, and every part of the power.", kind="switch"),
    COLOR,
)  # fmt: skip
"""What can be chosen of a comparison of two charters."""


def showing(formats: tuple[str, ...]) -> tuple[Flag, ...]:
    """What every command that checks files lets be chosen of its result.

    Args:
        formats: the names of the formats.
    """
    return (
        Flag("--format", "names", "How to write the result: text unless said. Can be given several times.",
             formats, many=True),
        Flag("--output", "outputs", "Write the format named before it to this file, not on the screen.",
             many=True, metavar="FILE"),
        Flag("--fail-on", "fail_on", "From which points on the exit code is 1: those to settle, those worth "
             "a talk, or good practice.", ("error", "warning", "info")),
        Flag("--exit-zero", "exit_zero", "Exit with 0 whatever was found.", kind="switch"),
        Flag("--all", "show_all", "Show every point, not only the first five.", kind="switch"),
        Flag("--matcher", "matcher", "What compares policies with the files: durable-rules or our own; both "
             "find the same.", ("auto", "durable", "reference")),
        COLOR,
        Flag("--as-of", "as_of", "The day to take as today, like 2026-07-01.", kind="day", metavar="DATE"),
        Flag("--verbose", "verbose", "Say also what could not be examined, the day and the matcher.",
             kind="switch"),
    )  # fmt: skip


def testing(formats: tuple[str, ...]) -> tuple[Flag, ...]:
    """What a run of tests lets be chosen.

    Args:
        formats: the names of the formats.
    """
    return (
        Flag("-k", "wanted", "Run only cases with this in their name (file, two colons, id), or in the "
             "heading of their file. Can be given several times.", many=True, metavar="TEXT"),
        Flag("--format", "names", "How to write the result: text unless said. Can be given several times.",
             formats, many=True),
        Flag("--output", "outputs", "Write the format named before it to this file, not on the screen.",
             many=True, metavar="FILE"),
        Flag("--coverage", "coverage", "Say also what of the charter no case tries, and which would.",
             kind="switch"),
        Flag("--fail-under", "fail_under", "The share of each charter that must be tried, of a hundred; else "
             "the exit code is 1.", metavar="PERCENT"),
        Flag("--mutate", "mutate", "Change one clause of the charter at a time, say which changes no case "
             "notices, and write the case that would.", kind="switch"),
        Flag("--min-score", "min_score", "The share of these changes that must be noticed, of a hundred; "
             "else the exit code is 1.", metavar="PERCENT"),
        Flag("--exit-zero", "exit_zero", "Exit with 0 whatever came out.", kind="switch"),
        Flag("--all", "show_all", "Show every case and all that is not tried, not only the first five.",
             kind="switch"),
        Flag("--matcher", "matcher", "What compares policies with the files: durable-rules or our own; both "
             "find the same.", ("auto", "durable", "reference")),
        COLOR,
    )  # fmt: skip


ACTION: Final = (
    Flag("--action", "action", "Without a file: the way of deciding, or the kind of decision."),
    Flag("--title", "title", "Without a file: its heading."),
    Flag("--about", "about", "Without a file: what it is about."),
    Flag("--text", "text", "Without a file: its words."),
    Flag("--topic", "topics", "Without a file: a matter of the scope that it falls under.", many=True),
    Flag("--amount", "amount", "Without a file: what it costs, like 1200 EUR."),
    Flag("--notice", "notice", "Without a file: when everyone was told.", metavar="DATE"),
    Flag("--body", "body", "Without a file: the body that decides."),
    Flag("--member", "subject", "Without a file: the member that it is about."),
    Flag("--in-name-of", "in_name_of", "Without a file: coalition, or the member that does it.", many=True),
)
"""An action without a file, by the keys of one."""

STARTING: Final = (
    Flag("--title", "title", "What it is, as a heading."),
    Flag("--action", "action", "The way of deciding, or the kind of decision."),
    Flag("--date", "date", "The day on which it is decided, like 2026-05-12.", metavar="DATE"),
    Flag("--about", "about", "What it is about: the deal, the law, the event."),
    Flag("--topic", "topics", "The matters that you agreed on; several with commas."),
    Flag("--in-name-of", "in_name_of", "In whose name: coalition, or the members that do it."),
    Flag("--benefits", "benefits", "Who gains besides all of you, like 'Local 9 (member)'; or none."),
    Flag("--uses", "uses", "What that belongs to all of you is used, like 'name, contact list'; or none."),
    Flag("--until", "until", "Until when it goes on.", metavar="DATE"),
    Flag("--conditions", "conditions", "What others ask in return; several with semicolons; or none."),
    Flag("--text", "text", "What is said or done, in its own words."),
    Flag("--force", "force", "Write over a file that is there.", kind="switch"),
)
"""The answers of a new action file, by its keys."""

STANDING: Final = (
    Flag(
        "--record",
        "record",
        "The folder of the record, where it is not the folder decisions beside the charter.",
        metavar="FOLDER",
    ),
)
"""What only the question where a coalition stands lets be chosen."""

CHECKING: Final = (
    Flag(
        "--record",
        "record",
        "Judge with what is on record before, in this folder; without an action, the record as a whole.",
        metavar="FOLDER",
    ),
    Flag("--names", "by_name", "Name also who was absent or late, not only how many.", kind="switch"),
    Flag(
        "--ballots",
        "ballots",
        "Read the ballots from a sheet with the columns member and vote.",
        metavar="FILE",
    ),
    Flag("--vote", "votes", "Try it with this vote, like local-9=for.", many=True, metavar="MEMBER=ANSWER"),
    Flag("--absent", "absent", "Try it with this member or group away.", many=True, metavar="MEMBER"),
    Flag("--without", "without", "Try it as if this were no member.", many=True, metavar="MEMBER"),
    Flag("--date", "date", "Try it on this day; without a file, its day.", metavar="DATE"),
    *ACTION,
)
"""What only the check of actions lets be chosen."""

SETTINGS: Final = (
    Flag("--config", "config", "Read the settings from this file, and look for no other.", metavar="FILE"),
    Flag("--no-config", "no_config", "Read no file of settings.", kind="switch"),
)
"""Where settings come from; what they are is in ``engine.configuration``."""

CHOOSING_POINTS: Final = (
    *SETTINGS,
    Flag("--select", "select", "Tell only these points: by code, by name, or by the beginning of a code; "
         "several with commas.", many=True, metavar="RULES"),
    Flag("--ignore", "ignore", "Leave these points out; written like those.", many=True, metavar="RULES"),
    Flag("--baseline", "baseline", "Tell only what is not in this file; coalcheck baseline writes it.",
         metavar="FILE"),
    Flag("--exclude", "exclude", "Pass over files of folders that this pattern means.", many=True,
         metavar="PATTERN"),
    Flag("--force-exclude", "force_exclude", "Pass them over where they are named, too, as a hook does.",
         kind="switch"),
)  # fmt: skip
"""What is told of all that is found."""

BASELINE: Final = (
    *SETTINGS,
    Flag("--baseline", "baseline", "The file; coalcheck-baseline.json unless said.", metavar="FILE"),
    Flag("--matcher", "matcher", "What compares policies with the files: durable-rules or our own; both "
         "find the same.", ("auto", "durable", "reference")),
    Flag("--as-of", "as_of", "The day to take as today, like 2026-07-01.", kind="day", metavar="DATE"),
    Flag("--strict", "strict", "Ask everything, as with validate --strict.", kind="switch"),
)  # fmt: skip
"""What can be chosen of a baseline."""

FIXING: Final = (
    Flag("--fix", "fix", "Mend first what can only be meant in one way; notes and layout stay as they are.",
         kind="switch"),
    Flag("--unsafe-fixes", "unsafe", "Mend also what is likely, and put in suggestions for what is missing, "
         "each marked as to be settled.", kind="switch"),
    Flag("--diff", "diff", "Show what would be mended, and change nothing; exits with 1 if anything would.",
         kind="switch"),
)  # fmt: skip
"""What can be mended before a charter is looked at."""

FOUNDING: Final = (
    Flag("--name", "name", "What the coalition is called."),
    Flag("--purpose", "purpose", "What will be different when it is done, in a sentence."),
    Flag("--model", "model", "How close the tie is: opportunistic, values-bridge or structural."),
    Flag("--governance", "governance", "Who decides: distributed, centralized or hybrid."),
    Flag("--member", "member", "Who takes part; once for each.", many=True, metavar="NAME"),
    Flag("--starts", "starts", "Its first day, like 2026-04-01.", metavar="DATE"),
    Flag("--ends", "ends", "Its last day, like 2026-10-31.", metavar="DATE"),
    Flag("--inside", "inside", "What it is about, in a few words."),
    Flag("--outside", "outside", "What it leaves out, in a few words."),
    Flag("--money", "money", "What may be spent in all, like '6000 EUR'; or none."),
    Flag("--folder", "folder", "Where to begin it, if not in the folder you are in.", metavar="FOLDER"),
)
"""The answers of a new charter, by its questions."""
