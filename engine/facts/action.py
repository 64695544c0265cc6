"""What is known of an action under a charter: of the whole, and of each clause that was asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from coalcheck.engine.facts.fact import Property
from coalcheck.engine.facts.properties import flags, texts

ACTION: Final[Mapping[str, Property]] = {
    **texts(
        outcome="What the charter says of it: adopted, rejected, pending and so on, as in the JSON output.",
        outcome_in_words="The same as people read it.",
        decision="The decision that covers it, by its name.",
        recorded="The outcome that the minutes have, where they have one.",
        recorded_in_words="The same as people read it.",
        missing="What the charter or the record does not say, as sentences.",
        part="What a clause of the charter was asked for, as in the JSON output: term, notice and so on.",
        said="How that clause compares with what was done, in words.",
        clause="The text of that clause; where the charter has none, what holds instead.",
        clause_at="Where that clause stands, in words.",
        reading="How that clause comes out as clear days, where that makes the difference and is not said.",
        cure="How an act that has no authority for its sake is put right: ratify, repeat or none.",
        remedy="What can be done about it, as a sentence.",
    ),
    **flags(
        recorded_differs="The minutes say another outcome than the charter.",
        done="It is on record that it was carried out.",
        proposed="Nobody has voted yet.",
        met="That clause is met; absent where it is not known.",
        decides="That clause is why the outcome is what it is.",
    ),
}
