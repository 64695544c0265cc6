"""How the members speak in public, explain themselves to their own, and keep a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.likeness import matter_of
from coalcheck.engine.facts.named import as_words, listed, member_name, name_of
from coalcheck.engine.facts.pasting import quoted
from coalcheck.engine.facts.properties import flags, numbers, texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.readers import left_out_of
from coalcheck.engine.facts.time import whole_days
from coalcheck.engine.facts.written import below, is_said, is_settled, is_written, node_at, says, settles
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.source.node import Mapping as Keys
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter, Messaging, Topic

PROPERTIES: Final[Mapping[str, Property]] = {
    **texts(
        shared_words="Words that stand both for what is inside the scope and for what is not.",
        one_voice_words="Words of what is set aside and of what is inside, where one voice speaks for all.",
        own_voices_lack="What is not written where each speaks in its own voice.",
        own_voices_lines="The same as lines to write.",
        one_for_all="The member that speaks for all where each speaks in its own voice: its name.",
        outside_speaker="Somebody who speaks for all and is no member: a name.",
        without_answer="Members that have a line for their supporters and nobody who answers: their names.",
        explaining_lines="A line for supporters, with who answers, of each member that has none, to write.",
        answer_lines="The lines for supporters of these members, each with who answers, to write.",
        record_keeper="Who could keep the record: the coordinator where there is one.",
        record_lacks="What is not written of the record of decisions.",
        record_lines="The same as lines to write.",
        record_not_for="Members that cannot read the record of decisions: their names.",
        record_within="How soon a decision is entered in the record.",
    ),
    **numbers(record_days="Days until a decision is entered in the record; a month is counted as 30."),
    **flags(
        has_voices_settled="Where each speaks in its own voice: to whom, and at what time, is written.",
        has_one_speaker="Where there is one voice: it is written who speaks.",
        has_no_surprise="Where messages are spoken of: how the others hear of a text first is written.",
        has_record_settled="Where there is a record: its place, keeper, readers and time are written.",
    ),
}
"""What this chapter knows of a charter."""

_LINE: Final = (
    "  {}:\n    why_we_are_in_this: We reach this goal only together.\n    who_answers: executive director"
)
_NOBODY: Final = frozenset({"nobody", "none", "no"})
_RECORD: Final = (
    ("where", "where it is kept", "where: shared folder"),
    ("kept_by", "who keeps it", ""),
    ("read_by", "who can read it", "read_by: all members"),
    ("within", "how soon a decision is entered", "within: 7 days"),
)


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    messaging = charter.messaging
    disputed = _disputed(charter)
    if messaging is not None:
        found |= _messages(charter, messaging, document)
        if disputed and messaging.mode == "one voice":
            found["one_voice_words"] = listed(disputed)
    shared = [*_shared_with_outside(charter), *([] if "one_voice_words" in found else disputed)]
    if shared:
        found["shared_words"] = listed(dict.fromkeys(shared))
    found |= _explaining(charter, document)
    found["record_keeper"] = keeper = (
        "coordinator" if charter.coordinator is not None else "each of us in turn"
    )
    if charter.records is not None:
        found |= _record(charter, document, keeper)
    return found


def places(charter: Charter) -> dict[str, Route]:  # noqa: ARG001 - every chapter has the same door
    """Where the parts stand that a policy points at without knowing their ids."""
    return {}


def _inside_words(charter: Charter) -> set[str]:
    return (
        {word.lower() for topic in charter.scope.inside for word in topic.words} if charter.scope else set()
    )


def _shared_with_outside(charter: Charter) -> list[str]:
    """Words listed both for something inside and for something outside, as they are written outside."""
    scope = charter.scope
    if scope is None or not scope.outside:
        return []
    inside = _inside_words(charter)
    return [word for topic in scope.outside for word in topic.words if word.lower() in inside]


def _disputed(charter: Charter) -> list[str]:
    """Words or short names of a set-aside disagreement or of what is inside, and used on the other side."""
    scope = charter.scope
    if scope is None or not scope.set_aside or not scope.inside:
        return []
    listed_here = [word for topic in scope.set_aside for word in _names_of(topic)]
    listed_inside = [word for topic in scope.inside for word in _names_of(topic)]
    found = [word for word in listed_here if _speaks_of(scope.inside, word)]
    found += [word for word in listed_inside if _speaks_of(scope.set_aside, word)]
    once: dict[str, str] = {}
    for word in found:
        once.setdefault(word.lower(), word)
    return list(once.values())


def _names_of(topic: Topic) -> Iterator[str]:
    """The words by which a matter is recognised, and its short name, unless it could be any matter's."""
    yield from topic.words
    short = as_words(topic.id or "")
    if matter_of(short):
        yield short


def _speaks_of(topics: Iterable[Topic], word: str) -> bool:
    """Whether one of these topics is recognised by a word, or has it in its sentence."""
    wanted = word.lower()
    for topic in topics:
        for text in (*topic.words, topic.about):
            # The second look is for whole words; most texts do not come to it.
            if text and wanted in text.lower():
                words = " ".join(words_of(wanted))
                if words and f" {words} " in f" {' '.join(words_of(text))} ":
                    return True
    return False


def _messages(charter: Charter, messaging: Messaging, document: Document) -> dict[str, Value]:
    speaker = (messaging.speaks_for_all or "").strip()
    found: dict[str, Value] = {"has_no_surprise": is_said(document, "messaging", "no_surprise")}
    if messaging.mode == "one voice":
        nobody = not _NOBODY.isdisjoint(words_of(speaker)[:1])
        found["has_one_speaker"] = is_said(document, "messaging", "speaks_for_all") and not nobody
    elif messaging.mode == "own voices":
        found |= _own_voices(charter, document)
        for member in charter.members:
            if speaker in (member.id, member.name) and len(charter.members) > 1:
                found["one_for_all"] = member_name(member)
    outsider = _outsider(charter, speaker) if speaker else ""
    if outsider:
        found["outside_speaker"] = outsider
    return found


def _own_voices(charter: Charter, document: Document) -> dict[str, Value]:
    if is_written(document, "messaging", "in_words"):
        return {"has_voices_settled": True}
    audiences = node_at(document, ("messaging", "audiences"))
    by_member = audiences is None or isinstance(audiences, Keys)
    silent = [member for member in charter.members if by_member and not says(below(audiences, (member.id,)))]
    timed = is_said(document, "messaging", "same_time", "timing")
    lacks: list[str] = []
    lines: list[str] = []
    if silent:
        everyone = len(silent) == len(charter.members) > 1
        who = (
            "each of you speaks" if everyone else f"{listed(map(member_name, silent))} {_speak(len(silent))}"
        )
        lacks.append(f"to whom {who}")
        lines += [
            "audiences:",
            *(f"  {quoted(member.id)}: its own members and supporters" for member in silent),
        ]
    if not timed:
        lacks.append("at what time you publish")
        lines.append("same_time: All publish at 10:00 on the agreed day, nobody before.")
    if not lacks:
        return {"has_voices_settled": True}
    return {
        "has_voices_settled": False,
        "own_voices_lack": join(*lacks),
        "own_voices_lines": "\n".join(lines),
    }


def _speak(number: int) -> str:
    return "speaks" if number == 1 else "speak"


def _outsider(charter: Charter, speaker: str) -> str:
    """The name of a party that the charter knows and that is no member; empty where it may be one of them."""
    entity, fund = charter.entity, charter.fund
    host = entity.host if entity is not None else None
    holder = fund.held_by if fund is not None else None
    if speaker.lower() in ("host", "fund"):
        speaker = (host if speaker.lower() == "host" else holder) or ""
    conflict = charter.conflict
    mediator = conflict.mediator if conflict is not None else None
    outside = [host, holder, mediator.first if mediator is not None else None]
    outside += [each.who for each in charter.affected]
    same = speaker.lower()
    if not same or same not in {name.strip().lower() for name in outside if name}:
        return ""
    if any(same in (member.id.lower(), (member.name or "").lower()) for member in charter.members):
        return ""
    return speaker


def _explaining(charter: Charter, document: Document) -> dict[str, Value]:
    block = node_at(document, ("explaining",))
    silent = [member for member in charter.members if not says(below(block, (member.id,)))]
    found: dict[str, Value] = {}
    if silent:
        found["explaining_lines"] = "\n".join(
            ["explaining:", *(_LINE.format(quoted(each.id)) for each in silent)]
        )
    if block is None:
        return found
    without = [
        member
        for member in charter.members
        if settles(below(block, (member.id,))) and not settles(below(block, (member.id, "who_answers")))
    ]
    if not without:
        return found
    lines = ["explaining:"]
    for member in without:
        said = charter.explaining.get(member.id)
        why = said.why_we_are_in_this if said is not None else None
        lines.append(f"  {quoted(member.id)}:")
        lines += [f"    why_we_are_in_this: {quoted(why)}"] if why else []
        lines.append("    who_answers: executive director")
    found["without_answer"] = listed(map(member_name, without), last="or")
    found["answer_lines"] = "\n".join(lines)
    return found


def _record(charter: Charter, document: Document, keeper: str) -> dict[str, Value]:
    records = charter.records
    if (
        records is None
        or is_written(document, "records", "in_words")
        or not isinstance(node_at(document, ("records",)), Keys)
    ):
        return {"has_record_settled": True}
    found: dict[str, Value] = {"has_record_settled": True}
    missing = [row for row in _RECORD if not is_settled(document, "records", row[0])]
    if missing:
        found["has_record_settled"] = False
        found["record_lacks"] = join(*(words for _, words, _ in missing))
        found["record_lines"] = "\n".join(line or f"kept_by: {keeper}" for _, _, line in missing)
    if records.read_by:
        without = left_out_of(charter, records.read_by)
        if without:
            found["record_not_for"] = listed((name_of(charter, each) for each in without), last="or")
    if records.within is not None:
        found["record_days"] = whole_days(records.within)
        found["record_within"] = str(records.within)
    return found
