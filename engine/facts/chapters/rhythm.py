"""How often the members talk, in what meetings, and how else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.named import listed
from coalcheck.engine.facts.pasting import items_of, with_more
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.time import minutes, whole_days
from coalcheck.engine.facts.written import is_written, node_at, says
from coalcheck.engine.source.node import Document, Node, Route, Scalar
from coalcheck.engine.source.node import Mapping as Keys

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Communication

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        layers_unsettled="Regular meetings that lack a channel or those who take part.",
        layer_lines="All regular meetings, with what these lack, as lines to write.",
    ),
    **numbers(
        talk_days="Days from one regular talk to the next, by the most frequent; a month is counted as 30.",
        check_in_minutes="Minutes of a check-in.",
        formal_percent="Formal meetings in percent of all planned hours of talk, rounded up.",
        formal_share_percent="The share of talk that meetings may take at most, in percent, rounded up.",
    ),
    **flags(
        has_regular_talk="It is written how often members talk.",
        has_layers="Where so large or lasting an alliance is asked for layers of meetings: they are written.",
        has_informal_way="Where keeping in touch is spoken of: an informal way, or a group across members.",
    ),
}
"""What this chapter knows of a charter."""

LAYERS_FROM: Final = 5
"""Members from which on each kind of talk has its own meetings; structural alliances have them anyhow."""

_FORMAL: Final = frozenset(
    "meeting meetings assembly assemblies conference conferences session sessions board boardroom".split()
)
"""Words for a channel that is a formal meeting; a call, a chat or a workshop is none."""


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    communication, check_ins = charter.communication, charter.check_ins
    heads = sum(member.count or 1 for member in charter.members)
    large = charter.model == "structural" or heads >= LAYERS_FROM
    in_prose = _in_prose(document, "communication")
    layers = items_of(node_at(document, ("communication", "layers"))) if communication is not None else []
    if large:
        found["has_layers"] = in_prose or any(map(says, layers))
    found["has_regular_talk"] = (
        in_prose
        or _in_prose(document, "check_ins")
        or is_written(document, "check_ins", "every")
        or any(isinstance(layer, Scalar) or _has(layer, "every") for layer in layers)
    )
    times = [check_ins.every] if check_ins is not None and check_ins.every is not None else []
    if communication is not None:
        times += [layer.every for layer in communication.layers if layer.every is not None]
        found |= _keeping_in_touch(communication, layers, document)
    if times:
        found["talk_days"] = min(map(whole_days, times))
    if check_ins is not None and check_ins.minutes is not None:
        found["check_in_minutes"] = check_ins.minutes
    return found | _hours(charter)


def places(charter: Charter) -> dict[str, Route]:  # noqa: ARG001 - every chapter has the same door
    """Where the parts stand that a policy points at without knowing their ids."""
    return {}


def _in_prose(document: Document, block: str) -> bool:
    """Whether a block is a sentence, or has one in which anything may be said."""
    return (isinstance(node_at(document, (block,)), Scalar) and is_written(document, block)) or is_written(
        document, block, "in_words"
    )


def _has(node: Node, key: str) -> bool:
    entry = node.entries.get(key) if isinstance(node, Keys) else None
    return entry is not None and says(entry.value)


def _keeping_in_touch(
    communication: Communication, layers: list[Node], document: Document
) -> dict[str, Value]:
    across = any(len(set(group.members)) > 1 for group in communication.working_groups)
    found: dict[str, Value] = {
        "has_informal_way": across
        or _in_prose(document, "communication")
        or is_written(document, "communication", "informal")
    }
    if communication.formal_share_at_most is not None:
        share = communication.formal_share_at_most
        found["formal_share_percent"] = -(-share.numerator * 100 // share.denominator)
    lacking = {
        position: {
            key: usual
            for key, usual in (("who", "a contact of each member"), ("channel", "call"))
            if not _has(layer, key)
        }
        for position, layer in enumerate(layers)
        if isinstance(layer, Keys) and not _has(layer, "in_words")
    }
    open_ = [position for position, lacks in lacking.items() if lacks]
    if open_:
        found["layers_unsettled"] = listed(_name(layers[position], position) for position in open_)
        lines = [with_more(layer, lacking.get(position, {})) for position, layer in enumerate(layers)]
        found["layer_lines"] = "\n".join(["layers:", *(f"  {line}" for line in lines)])
    return found


def _name(layer: Node, position: int) -> str:
    """What to call a regular meeting: what it is about, or how often it is."""
    for key, before in (("about", ""), ("every", "every ")):
        entry = layer.entries.get(key) if isinstance(layer, Keys) else None
        if entry is not None and isinstance(entry.value, Scalar) and says(entry.value):
            return f'"{before}{entry.value.text}"'
    return f"meeting {position + 1}"


def _hours(charter: Charter) -> dict[str, Value]:
    """How much of the planned talk is formal, where each meeting says how often, how long and in what way."""
    communication, check_ins = charter.communication, charter.check_ins
    layers = communication.layers if communication is not None else ()
    if not layers or any(each.every is None or not each.minutes or not each.channel for each in layers):
        return {}
    # Minutes of talk in a time that holds all the intervals a whole number of times: exact without fractions.
    whole = 1
    for each in layers:
        whole *= minutes(each.every) if each.every else 1
    total = formal = 0
    for each in layers:
        spent = (each.minutes or 0) * whole // (minutes(each.every) if each.every else 1)
        total += spent
        formal += spent if not _FORMAL.isdisjoint(words_of(each.channel)) else 0
    if check_ins is not None and check_ins.every is not None and check_ins.minutes:
        every = minutes(check_ins.every)
        total, formal = total * every + check_ins.minutes * whole, formal * every
    return {"formal_percent": -(-formal * 100 // total)}
