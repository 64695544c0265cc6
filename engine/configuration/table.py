"""Every setting there is: what it is called, what it takes, and where it can stand."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

from coalcheck.engine.configuration.find import PREFIX

Kind: TypeAlias = Literal["word", "switch", "rules", "patterns", "path", "day", "severities", "paths"]


class Setting(NamedTuple):
    """One setting.

    Attributes:
        key: as it stands in a file; ``--`` before it makes the option of the same meaning.
        name: under which name its value is passed on; empty where no option has it.
        kind: what it takes.
        about: what it does, in a sentence.
        in_file: whether it can stand in a file.
    """

    key: str
    name: str
    kind: Kind
    about: str
    in_file: bool = True

    @property
    def variable(self) -> str:
        """The environment variable that sets it; empty where none does."""
        return f"{PREFIX}{self.key.upper().replace('-', '_')}" if self.name else ""


SETTINGS: Final = (
    Setting("select", "select", "rules", "Tell only these points."),
    Setting("ignore", "ignore", "rules", "Leave these out; where both mean a point, the more exact counts."),
    Setting("severity", "", "severities", "How grave points are: `error`, `warning`, `info`, or `off`."),
    Setting("per-path", "", "paths", "`ignore` and `severity` for some files; a later pattern prevails."),
    Setting("baseline", "baseline", "path", "Tell only what is not in this file, see *Baseline*."),
    Setting("exclude", "exclude", "patterns", "Files that are passed over in folders."),
    Setting("force-exclude", "force_exclude", "switch", "Pass them over where they are named, too."),
    Setting("fail-on", "fail_on", "word", "From which points on the exit code is 1."),
    Setting("strict", "strict", "switch", "Ask everything, whatever a kind, model or stage is excused from."),
    Setting("format", "names", "word", "How the result is written on the screen."),
    Setting("all", "show_all", "switch", "Show every point, not only the first five."),
    Setting("color", "color", "word", "Whether to use colour."),
    Setting("verbose", "verbose", "switch", "Say also what was not examined, and where settings come from."),
    Setting("matcher", "matcher", "word", "What compares policies with the files; both find the same."),
    Setting("exit-zero", "exit_zero", "switch", "Exit with 0 whatever was found.", in_file=False),
    Setting("as-of", "as_of", "day", "The day to take as today.", in_file=False),
    Setting("config", "config", "path", "Read the settings from this file.", in_file=False),
    Setting("no-config", "no_config", "switch", "Read no file of settings.", in_file=False),
)  # fmt: skip
"""In the order in which the manual tells of them."""

PER_PATH: Final = ("ignore", "severity")
"""What can be settled for some files only."""
