"""Details of what happened: a public statement."""

from typing import Annotated

from coalcheck.engine.action.moment import MomentText
from coalcheck.engine.charter.marks import MemberIds, Names
from coalcheck.engine.charter.part import Listed, Part, YesNo


class Statement(Part):
    """Something said in public; in whose name stands under `in_name_of`."""

    by: Annotated[
        tuple[Annotated[str, Names(("member", "body"), ("coordinator",), "phrase")], ...], Listed
    ] = ()
    """Who said it."""
    agreed_time: MomentText | None = None
    """The time agreed for it."""
    others_had_it: MomentText | None = None
    """When the other members had the text."""
    names: MemberIds = ()
    """The members whose names stand on it."""
    tells_of: str | None = None
    """The joint result that it tells the public of."""
    credits: MemberIds = ()
    """The members that it names for the work on that result."""
    against_agreed: YesNo | None = None
    """Whether it speaks against what was agreed, as the members see it."""
