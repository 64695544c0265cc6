"""A fact: one subject of the charter with flat, typed properties."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, TypeAlias, get_args

from msgspec import Struct, field

from coalcheck.engine.source.mend import Mend
from coalcheck.engine.source.node import Document, Route, Span

Subject: TypeAlias = Literal[
    "file", "charter", "member", "body", "decision", "veto", "clause", "pair-of-decisions", "action",
    "record",
]  # fmt: skip
SUBJECTS: tuple[Subject, ...] = get_args(Subject)

Value: TypeAlias = bool | int | str
Kind: TypeAlias = type[bool] | type[int] | type[str]


class Property(Struct, frozen=True):
    """What one property of a subject means; the table of these is the contract of policies.

    Attributes:
        kind: bool, int or str; a policy that compares with another kind is refused.
        about: one line, for ``coalcheck facts`` and the docs; units where there are any.
    """

    kind: Kind
    about: str


class Shown(Struct, frozen=True):
    """An entry of the record from which something is seen.

    Attributes:
        document: its file.
        route: where in it; the whole file where it is empty.
        said: what it shows, such as "2 May 2026: Letter to the council"; never who.
    """

    document: Document
    route: Route
    said: str


class Fact(Struct, frozen=True):
    """One subject with what is known of it.

    Attributes:
        subject: which table of properties applies.
        id: the reader's word for it, such as the decision's key.
        route: where it stands in the charter.
        values: property to value; a property that does not apply is absent.
        places: other places that ``at`` and ``related`` of a policy can name.
        span: an exact place where the route alone would be too wide.
        seen_in: entries of the record from which it is seen, in date order.
        mend: of a problem of the file, what would put it right.
    """

    subject: Subject
    id: str
    route: Route
    values: Mapping[str, Value]
    places: Mapping[str, Route] = field(default_factory=dict)
    span: Span | None = None
    seen_in: Sequence[Shown] = ()
    mend: Mend | None = None
