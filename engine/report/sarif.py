"""SARIF 2.1.0, for code hosts and editors that show findings beside the lines.

Written to the OASIS standard, Static Analysis Results Interchange Format 2.1.0 with errata 01.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Final

from coalcheck.engine.findings.finding import Severity
from coalcheck.engine.report.parts.pasted import Pasting
from coalcheck.engine.report.parts.rules import rules
from coalcheck.engine.report.parts.uri import has_base, uri
from coalcheck.engine.report.parts.visible import visible
from coalcheck.engine.source.node import Edit, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coalcheck.engine.findings.finding import Finding, Related
    from coalcheck.engine.findings.result import Report, Result
    from coalcheck.engine.report.parts.options import Options
    from coalcheck.engine.report.parts.rules import Rule

SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
HOME: Final = "https://coalcheck.dev"
FINGERPRINT: Final = "coalcheck/v1"
"""Of rule, file and logical place, by ids: it stays when lines move."""

_LONGEST: Final = 1024
_ROOT: Final = "%SRCROOT%"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_CONCERN: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_LINK: Final = re.compile(r"\[(?=[^\[\]]*\]\()")
_PLACEHOLDER: Final = re.compile(r"\{(\d+)\}")


def render(report: Report, options: Options) -> str:  # noqa: ARG001 - every format is called alike
    """Render every finding; the same report gives the same text, and no time of day is in it."""
    return log(report.results, version=report.version, verb="validate", unread=report.unread)


def log(results: Sequence[Result], *, version: str, verb: str, unread: Iterable[str]) -> str:
    """A log of one run.

    Args:
        results: one a file; a file may come twice.
        version: the release that answers.
        verb: what was asked; runs that ask other things of the same files stand apart by it.
        unread: a sentence for each path that was named and could not be read.
    """
    known = rules(finding for result in results for finding in _findings(result))
    run = _Run(results, known)
    told = [_told(sentence) for sentence in unread]
    whole = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "coalcheck",
                        "version": version,
                        "semanticVersion": version,
                        "informationUri": HOME,
                        "rules": [_descriptor(rule) for rule in known],
                    }
                },
                "automationDetails": {"id": f"coalcheck/{verb}/"},
                "invocations": [
                    {
                        "executionSuccessful": not told,
                        **({"toolExecutionNotifications": told} if told else {}),
                    }
                ],
                "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the repository."}}},
                "columnKind": "unicodeCodePoints",
                "artifacts": run.artifacts(),
                "results": run.results(),
            }
        ],
    }
    # Half a surrogate pair, as a file name can hold, has no place in UTF-8: it stays an escape.
    text = json.dumps(whole, ensure_ascii=False, indent=2)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"


class _Run:
    """The parts of one run that refer to each other by number."""

    def __init__(self, results: Sequence[Result], known: Iterable[Rule]) -> None:
        self._results = results
        self._rules = {rule.code: index for index, rule in enumerate(known)}
        read = dict.fromkeys(result.file for result in results)
        findings = [finding for result in results for finding in _findings(result)]
        seen = (
            *(each.file for each in findings),
            *(other.file for each in findings for other in each.related),
        )
        self._files = {file: index for index, file in enumerate(dict.fromkeys((*read, *seen)))}
        self._read = frozenset(read)

    def artifacts(self) -> list[dict[str, object]]:
        """Every file that was read, also those in which nothing was found, and every other that is named."""
        return [
            {"location": _location(file), **({"roles": ["analysisTarget"]} if file in self._read else {})}
            for file in self._files
        ]

    def results(self) -> list[dict[str, object]]:
        """Every finding, in the order of the files."""
        found = []
        for result in self._results:
            pasting = Pasting(result)
            found += [(finding, self._result(finding, pasting)) for finding in _findings(result)]
        # The standard asks for both on every result of a run, or on none.
        if any(_suppressions(finding) for finding, _ in found):
            for finding, each in found:
                each["suppressions"] = _suppressions(finding)
        if any(_baseline_state(finding) for finding, _ in found):
            for finding, each in found:
                each["baselineState"] = _baseline_state(finding) or "new"
        return [each for _, each in found]

    def _result(self, finding: Finding, pasting: Pasting) -> dict[str, object]:
        said: dict[str, object] = {
            "ruleId": finding.code,
            "ruleIndex": self._rules[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": _literal(_message(finding))},
            "locations": [self._place(finding)],
            "partialFingerprints": {FINGERPRINT: finding.fingerprint},
        }
        if finding.related:
            said["relatedLocations"] = [
                {"id": number, **self._place(related), **_message_of(related)}
                for number, related in enumerate(finding.related, start=1)
            ]
        inserted = pasting.of(finding)
        if inserted is not None:
            line, column, text, where = inserted
            said["fixes"] = [
                self._fix(finding, f"Write what is missing {where}.", Edit(line, column, column, text))
            ]
        elif finding.mend is not None and finding.mend.safe and finding.mend.edits:
            said["fixes"] = [
                self._fix(finding, "Mend the slip; it can only be meant so.", *finding.mend.edits)
            ]
        return said

    def _place(self, at: Finding | Related) -> dict[str, object]:
        physical = {"artifactLocation": self._named(at.file), "region": _region(at.span)}
        logical = {"logicalLocations": [{"fullyQualifiedName": visible(at.path)}]} if at.path else {}
        return {"physicalLocation": physical, **logical}

    def _named(self, file: str) -> dict[str, object]:
        return {**_location(file), "index": self._files[file]}

    def _fix(self, finding: Finding, said: str, *edits: Edit) -> dict[str, object]:
        return {
            "description": {"text": said},
            "artifactChanges": [
                {
                    "artifactLocation": self._named(finding.file),
                    "replacements": [
                        {
                            "deletedRegion": _region(Span(each.line, each.start, each.line, each.end)),
                            "insertedContent": {"text": each.new},
                        }
                        for each in edits
                    ],
                }
            ],
        }


def _findings(result: Result) -> tuple[Finding, ...]:
    """All findings of a file; those that are set aside say so in ``suppressions`` or ``baselineState``."""
    return result.everything


def _suppressions(finding: Finding) -> list[dict[str, object]]:
    """The comment in the file that sets a finding aside; empty where none does."""
    said = finding.suppression
    if said is None:
        return []
    reason = {"justification": _literal(visible(said.reason))} if said.reason else {}
    return [{"kind": "inSource", **reason}]


def _baseline_state(finding: Finding) -> str:
    """How a finding stands beside the baseline; empty where none is compared."""
    return finding.baseline_state or ""


def _location(file: str) -> dict[str, object]:
    return {"uri": uri(file), **({"uriBaseId": _ROOT} if has_base(file) else {})}


def _region(span: Span) -> dict[str, int]:
    """All four: without an end a reader takes the whole line."""
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _descriptor(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": _short(_literal(_ended(rule.title)))},
        "fullDescription": {"text": _short(_literal(_ended(rule.why)))},
        "help": {"text": _literal(rule.text), "markdown": rule.markdown},
        "helpUri": rule.url or HOME,
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], "problem.severity": _CONCERN[rule.severity]},
    }


def _short(text: str) -> str:
    """As much as GitHub takes of a description; the help beside it has all of it."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _message(finding: Finding) -> str:
    """The sentence, which is all that some readers show, and then what to do."""
    said = _ended(" ".join(visible(finding.message).split()))
    fix = visible(finding.fix).strip("\n")
    if not fix:
        return said
    return f"{said}\n\nWrite:\n{fix}" if finding.write else f"{said}\n\n{fix}"


def _message_of(related: Related) -> dict[str, object]:
    said = " ".join(visible(related.message).split())
    return {"message": {"text": _literal(_ended(said))}} if said else {}


def _told(sentence: str) -> dict[str, object]:
    return {"level": "error", "message": {"text": _literal(_ended(visible(sentence)))}}


def _ended(text: str) -> str:
    text = text.rstrip()
    return text if text.endswith((".", "?", "!", ":", ";")) else f"{text}."


def _literal(text: str) -> str:
    """A text in which nothing is a link or a placeholder (sections 3.11.5 and 3.11.6 of the standard).

    Only what would be taken for one is escaped: most readers show the rest as it is written.
    """
    return _PLACEHOLDER.sub(r"{{\1}}", _LINK.sub(r"\\[", text))
