"""From a charter file to the same file mended: every step is judged by all of coalcheck before it counts.

A step is taken only if the point that it is about is gone, and nothing has come that is to be settled or
worth a talk. A slip of the hand, once mended, must be read as it was read before; a suggestion must add its
own keys and change no other. So a mended file can only be better, and mended again it stays as it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple, TypeAlias

from coalcheck.engine.charter.load import Loaded, load
from coalcheck.engine.facts.mending import SAFE, SUGGESTED
from coalcheck.engine.findings.finding import Finding, Severity
from coalcheck.engine.fixing.lines import Lines
from coalcheck.engine.fixing.putting import put
from coalcheck.engine.fixing.tabs import one_way
from coalcheck.engine.source.node import Edit
from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import plain

Judge: TypeAlias = Callable[[Loaded], Sequence[Finding]]
"""What is said of a charter, every finding with what would mend it."""

MOST_STEPS: Final = 1000
"""After so many steps a file is left as it is then; nobody writes one that needs as many."""

MOST_AT_ONCE: Final = 8
"""So many suggestions belong together at most."""

_Key: TypeAlias = tuple[str, str, str]


class Fixed(NamedTuple):
    """A file after mending.

    Attributes:
        data: its content.
        mended: the points that are gone because a slip was mended, in the order of the steps.
        suggested: the points that are gone because a suggestion was put in.
        refused: the points that stay, since to mend them would bring another one.
    """

    data: bytes
    mended: tuple[Finding, ...] = ()
    suggested: tuple[Finding, ...] = ()
    refused: tuple[Finding, ...] = ()


class _State(NamedTuple):
    """A file at one moment, and what is said of it."""

    lines: Lines
    loaded: Loaded
    findings: tuple[Finding, ...]

    def grave(self) -> Counter[tuple[str, str]]:
        """How often something is to be settled or worth a talk, by code and place."""
        return Counter(_of(each) for each in self.findings if each.severity > Severity.INFO)


def fix(data: bytes, name: str, judge: Judge, *, unsafe: bool = False) -> Fixed:
    """Mend what can be mended.

    Args:
        data: the content of the file.
        name: what to call it.
        judge: what is said of it.
        unsafe: also repairs that are likely but not certain, and suggestions for what is missing.

    Returns:
        The content as it is where it is not UTF-8, or nothing can be mended.
    """
    lines = Lines.of(data)
    if lines is None:
        return Fixed(data)
    fixing = _Fixing(_state(lines, name, judge), name, judge, unsafe=unsafe)
    fixing.run()
    return Fixed(fixing.now.lines.data if fixing.done else data, *fixing.told())


def _state(lines: Lines, name: str, judge: Judge) -> _State:
    loaded = load(read(lines.data, name))
    return _State(lines, loaded, tuple(judge(loaded)))


class _Fixing:
    """One file, step by step.

    Attributes:
        now: as it is after the steps so far.
        done: the points that are gone.
    """

    def __init__(self, now: _State, name: str, judge: Judge, *, unsafe: bool) -> None:
        self.now = now
        self.done: list[Finding] = []
        self._name, self._judge, self._unsafe = name, judge, unsafe
        self._steps = 0

    def told(self) -> tuple[tuple[Finding, ...], tuple[Finding, ...], tuple[Finding, ...]]:
        """What was mended, what was put in, and what was left."""
        mended = tuple(each for each in self.done if each.mend and each.mend.edits)
        suggested = tuple(each for each in self.done if each.mend and each.mend.adds)
        return mended, suggested, tuple(each for each in self.now.findings if self._is_wanted(each))

    def run(self) -> None:
        """Take steps until none is left that can be taken; what was refused is tried again after a change."""
        refused: set[_Key] = set()
        changed = False
        while self._steps < MOST_STEPS:
            if self._step(refused):
                changed = True
            elif changed and refused:
                refused, changed = set(), False
            else:
                return

    def _step(self, refused: set[_Key]) -> bool:
        """One step, if there is any: all edits together, else the first point that lets itself be mended."""
        wanted = [each for each in self.now.findings if self._is_wanted(each) and _key(each) not in refused]
        edits = [each for each in wanted if each.mend and each.mend.edits]
        # What must be read as before, and what must not, each by itself.
        for some in (True, False):
            together = _apart(each for each in edits if (each.name in SAFE | SUGGESTED) is some)
            if len(together) > 1 and self._take(together):
                return True
        adds = sorted(
            (each for each in wanted if each.mend and each.mend.adds), key=lambda each: -each.severity
        )
        for each in (*edits, *adds):
            if self._take([each]):
                return True
            refused.add(_key(each))
        return False

    def _is_wanted(self, finding: Finding) -> bool:
        return finding.fixable is not None and (self._unsafe or finding.fixable == "safe")

    def _take(self, findings: Sequence[Finding]) -> bool:
        """Try a step; whether it was taken.

        A suggestion may bring the question after it (who may leave is asked what it costs): then the answer
        to that is suggested with it, or neither is.
        """
        before, taken = self.now, list(findings)
        after = self._after(before, findings)
        for _ in range(MOST_AT_ONCE):
            if after is None:
                return False
            new = after.grave() - before.grave()
            if not new:
                self.now = after
                self.done += taken
                return True
            asked = [each for each in after.findings if _of(each) in new and each.mend and each.mend.adds]
            if not findings[0].mend or not findings[0].mend.adds or not asked:
                return False
            taken.append(asked[0])
            after = self._after(after, asked[:1])
        return False

    def _after(self, before: _State, findings: Sequence[Finding]) -> _State | None:
        """A file with some points mended; None where one of them is still there, or something else is."""
        self._steps += 1
        lines = _with(before, findings)
        if lines is None or lines == before.lines:
            return None
        after = _state(lines, self._name, self._judge)
        left, were = Counter(map(_of, after.findings)), Counter(map(_of, before.findings))
        gone = all(left[_of(each)] < were[_of(each)] for each in findings)
        return after if gone and all(self._is_read_alike(each, before, after) for each in findings) else None

    def _is_read_alike(self, finding: Finding, before: _State, after: _State) -> bool:
        """Whether nothing else was changed by a step than what it was about."""
        if finding.mend and finding.mend.adds:
            return bool(plain_of(after) == _with_keys(plain_of(before), finding))
        if finding.name == "tab" and finding.mend and finding.mend.safe and not self._unsafe:
            return after.loaded.charter == before.loaded.charter and one_way(before.loaded.document.lines)
        if finding.name in SAFE | SUGGESTED:
            return after.loaded.charter == before.loaded.charter
        return True


def _with(state: _State, findings: Sequence[Finding]) -> Lines | None:
    """The lines of a file with some points mended; several only where all of them are edits."""
    (first, *_) = findings
    if first.mend and first.mend.adds:
        return put(state.lines, state.loaded.document.root, first.mend, first.code)
    return state.lines.with_edits(
        {edit for each in findings if each.mend is not None for edit in each.mend.edits}
    )


def plain_of(state: _State) -> Any:
    """What a file holds, without its places."""
    root = state.loaded.document.root
    return None if root is None else plain(root)


def _with_keys(tree: Any, finding: Finding) -> Any:
    """What a file is to hold once the keys of a suggestion are in it."""
    mend = finding.mend
    new = read(mend.adds, "").root if mend else None
    node = tree
    for step in mend.into if mend else ():
        node = node[step]
    node.update(plain(new) if new is not None else {})
    return tree


def _apart(findings: Iterable[Finding]) -> list[Finding]:
    """As many as can be taken at once: no two of them in the same line, unless they ask for the same."""
    taken: dict[int, tuple[Edit, ...]] = {}
    chosen = []
    for each in findings:
        edits = each.mend.edits if each.mend else ()
        if all(taken.get(edit.line, edits) == edits for edit in edits):
            chosen.append(each)
            taken |= dict.fromkeys((edit.line for edit in edits), edits)
    return chosen


def _of(finding: Finding) -> tuple[str, str]:
    return finding.code, finding.path


def _key(finding: Finding) -> _Key:
    return finding.code, finding.path, finding.message
