"""Details of what happened: who could see what."""

from coalcheck.engine.charter.marks import MemberIds, People
from coalcheck.engine.charter.part import Id, Part, Texts, YesNo


class Access(Part):
    """What was shared, or could not be seen; beside a decision, what became of its papers."""

    what: Texts = ()
    """What it is about: the papers, the list, the data."""
    tier: Id | None = None
    """The tier of the charter's information that it belongs to."""
    shared_with: People = ()
    """With whom it was shared: members, bodies, or others by their name."""
    agreed: YesNo | None = None
    """Whether those who may read it had agreed to that."""
    not_seen_by: MemberIds = ()
    """The members that could not see it; pages show how many they are."""
