"""Records of files that cannot be read in full."""

from __future__ import annotations

from datetime import date

from coalcheck.engine.action.load import load as load_action
from coalcheck.engine.charter.load import load
from coalcheck.engine.checking.doubt import in_doubt
from coalcheck.engine.history.record import Record
from coalcheck.engine.history.replay import replay
from coalcheck.engine.source.read import read


def doubtful(*entries: str, charter: str) -> Record:
    """A record in which a verdict on a file that was not understood in full is left open."""
    loaded = load(read(charter, "charter.yaml"))
    assert loaded.charter is not None
    actions = [load_action(read(text, f"{place}.yaml"), loaded.charter) for place, text in enumerate(entries)]
    return replay(loaded.charter, loaded.document, actions, date(2027, 1, 1), doubt=in_doubt)
