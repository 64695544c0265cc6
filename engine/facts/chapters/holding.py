"""What is held together: who owns what is made, who holds the money, and who may spend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from coalcheck.engine.facts.fact import Property, Value
from coalcheck.engine.facts.lacking import Part, as_values, lacking
from coalcheck.engine.facts.named import listed, member_name
from coalcheck.engine.facts.properties import texts
from coalcheck.engine.facts.prose import words_of
from coalcheck.engine.facts.written import is_written
from coalcheck.engine.source.node import Document, Route
from coalcheck.engine.wording.listing import join

if TYPE_CHECKING:
    from coalcheck.engine.charter.model import Charter

PROPERTIES: Final[Mapping[str, Property]] = texts(
    ownership_lacks="What will be made together and is not settled: texts, data, name and logo.",
    ownership_lines="The same as lines to write.",
    ownership_words="Words of the charter for lists or web addresses, where ownership does not settle them.",
    ownership_asked="What those words are about: contact lists, web addresses, or both.",
    ownership_asked_lines="The same as lines to write.",
    fund_lacks="What is left out of the fund: who may spend how much, what is kept back, who is told.",
    fund_lines="The same as lines to write.",
    entity_lacks="What is left out of the joint body: insurance, or how its accounts are kept and checked.",
    entity_lines="The same as lines to write.",
    fund_with_member="The member that holds the fund, where nothing more is said of it: its name.",
    spending_gap="Sums for which nobody is named, in words.",
    spending_overlap="Sums for which two are named, with both, in words.",
    spending_units="The currencies of the sums, where there are two.",
    spender_without_rule="Who is to decide on sums and takes no decision on money.",
)
"""What this chapter knows of a charter."""

_TEXTS: Final = Part(
    ("tools_and_texts", "fact_sheet"),
    "texts and research",
    "tools_and_texts: all members, for any use in their mission",
)
_DATA: Final = Part(("data", "testimonies"), "data", "data: the member that collected it")
_NAME: Final = Part(
    ("name_and_logo",), "the common name and logo", "name_and_logo: the coalition; nobody after the end"
)
_LISTS: Final = Part(("contact_lists",), "contact lists", "contact_lists: each its own; none is merged")
_WEB: Final = Part(
    ("web_addresses",), "web addresses", "web_addresses: the coalition; closed or handed over at the end"
)
_OWN_KEYS: Final = {
    "texts and research": frozenset(
        """
        text texts research report reports publications tools materials photos sheet page facts recipes
        manuals guides guidelines curriculum curricula films videos recordings software code maps handbook
        """.split()
    ),
    "data": frozenset(
        """
        data records testimonies figures stories samples measurements readings statistics register registers
        interviews histories
        """.split()
    ),
    "the common name and logo": frozenset("name logo brand mark".split()),
    "contact lists": frozenset("list lists contacts supporters addresses signatures petition".split()),
    "web addresses": frozenset("web website site domain accounts social hashtag".split()),
}
"""What else a coalition may call a thing that it makes; any of these words in a key of its own settles it."""
_ANYTHING: Final = frozenset("everything all anything rest else other others".split())
_ASKED: Final = (
    (_LISTS, frozenset("petition petitions supporters subscribers newsletter mailing".split())),
    (_WEB, frozenset("website websites web homepage hashtag domain".split())),
)

# Who holds it is asked wherever there is money, and is a point of its own.
_FUND: Final = (
    Part(("spending",), "who may spend how much", "spending: Any sum as the decision on spending says"),
    Part(("reserve",), "what is kept back", "reserve: three months of spending"),
    Part(("reports",), "who is told of the money, and when", "reports: quarterly to all members"),
)  # fmt: skip
_ENTITY: Final = (
    Part(("insurance",), "what is insured", "insurance: the host's policy, members named"),
    Part(
        ("accounts",), "how accounts are kept and checked", "accounts: yearly, audited, sent to all members"
    ),
)


def values(charter: Charter, document: Document) -> dict[str, Value]:
    """The properties of one charter; what does not apply is absent."""
    found: dict[str, Value] = {}
    if charter.ownership is not None:
        found |= as_values("ownership", lacking(document, ("ownership",), _foreseeable(charter)))
        found |= _words(charter, document)
    if charter.entity is not None:
        found |= as_values("entity", lacking(document, ("entity",), _ENTITY))
    if charter.fund is not None:
        found |= as_values("fund", lacking(document, ("fund",), _FUND))
        found |= _holder(charter, document)
        if charter.fund.spending:
            from coalcheck.engine.facts.spending import spending_values

            found |= spending_values(charter)
    return found


def places(charter: Charter) -> dict[str, Route]:
    """Where the parts stand that a policy points at without knowing their ids."""
    if charter.fund is None or not charter.fund.spending:
        return {}
    from coalcheck.engine.facts.spending import spending_places

    return spending_places(charter)


def _foreseeable(charter: Charter) -> Iterator[Part]:
    """What members will foreseeably make together, without what is settled under another name."""
    structural = charter.model == "structural"
    one_voice = charter.messaging is not None and charter.messaging.mode == "one voice"
    tiers = charter.information is not None and bool(charter.information.tiers)
    parts = [_TEXTS]
    parts += [_DATA] if structural or tiers else []
    parts += [_NAME] if structural or one_voice else []
    return (part for part in parts if not _settled_otherwise(charter, part))


def _settled_otherwise(charter: Charter, part: Part) -> bool:
    if charter.ownership is None:
        return False
    own = {word for key in charter.ownership.__pydantic_extra__ for word in words_of(key)}
    return bool(own & (_OWN_KEYS[part.words] | _ANYTHING))


def _words(charter: Charter, document: Document) -> dict[str, Value]:
    """Words for lists and web addresses in what members bring and do, where ownership leaves them out."""
    said = [text for member in charter.members for text in (member.role, *member.offers)]
    said += [text for member in charter.members if member.commits for text in member.commits.in_kind]
    said += [charter.first_win.what] if charter.first_win is not None else []
    told = " ".join(filter(None, said)).lower()
    asked = [(part, known) for part, known in _ASKED if any(word in told for word in known)]
    if not asked:
        return {}
    spoken = words_of(told)
    found, parts = [], []
    for part, known in asked:
        words = [word for word in dict.fromkeys(spoken) if word in known]
        if words and not _settled_otherwise(charter, part) and lacking(document, ("ownership",), (part,)):
            found += words
            parts.append(part)
    if not parts:
        return {}
    return {
        "ownership_words": listed(f'"{word}"' for word in found),
        "ownership_asked": join(*(part.words for part in parts)),
        "ownership_asked_lines": "\n".join(part.line for part in parts),
    }


def _holder(charter: Charter, document: Document) -> dict[str, Value]:
    """The member that holds the money, where neither power nor the fund says more of it."""
    holder = charter.fund.held_by if charter.fund is not None else None
    if not holder or is_written(document, "power") or is_written(document, "fund", "unequal_by_design"):
        return {}
    if is_written(document, "fund", "in_words") or is_written(document, "entity", "accounts"):
        return {}
    name = next((member_name(one) for one in charter.members if holder in (one.id, one.name)), "")
    return {"fund_with_member": name} if name else {}
