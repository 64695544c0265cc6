"""What a language brings to reading a text: its small words, how it denies, and how it names what is done."""

from __future__ import annotations

from msgspec import Struct


def words(text: str) -> frozenset[str]:
    """A list of words, written with blanks between them."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """A list of words or phrases, written with semicolons between them."""
    return tuple(" ".join(each.split()) for each in text.split(";"))


class Language(Struct, frozen=True):
    """One language; every list holds single words in lower case unless it says otherwise.

    Attributes:
        name: what it is called in a sentence.
        stemmer: the name of its stemmer (Snowball).
        small: words that stand in any text and name no subject.
        common: words that stand in the texts of any coalition: what members do, rather than what it is about.
        formats: what a text, an event or a purchase is, whatever it is about: letter, hearing, printing.
        instruments: what decides something and goes by a name: deal, law, plan.
        laws: what is a matter of its own with whatever it is on, with no name: a law, a tax, a ban.
        institutions: whom one writes to: ministry, council.
        none: words that deny what follows: no, without.
        denies: words that deny a verb: not, never.
        turns: words at which a clause turns, so that a denial reaches no further.
        pronouns: words with which, after a comma, a new clause begins.
        only: words that undo a denial before them: not only.
        either: words between the parts of a list.
        asking: words with which a matter is put as a question: what, whether.
        demands: words by which a text demands something, denied or not: must, should.
        speaking: what one does with a subject that one only leaves alone: comment, position.
        backing: what one does for a side: endorse, support.
        months: the twelve months.
        us: words by which a text speaks of the coalition itself.
        as_part: words before the coalition's name by which one speaks for it or as a part of it.
        stands_for: after the coalition's name, how a text says what it works on; phrases.
        from_now: words by which a text says what is to be from now on; phrases.
        founding: what makes something permanent, as a verb or noun: incorporate; phrases.
        hiring: verbs of taking somebody on.
        hired: who is taken on.
        buying: verbs of buying.
        owned: what is owned for long.
        ending: words of an act that tells of the end: report, thank.
        conditions_none: ways to say that nothing is asked in return.
        everyone: words for people in general, whose gain is nobody's own: public, residents.
        firms: words for a business.
        parties: words for those who stand for election.
        member: words for a member.
        elsewhere: words by which a place is another one: abroad, neighbouring.
        levels: words for how far a place reaches, to a number: 1 local to 5 the world.
        everyday: words with so common a sense of their own that alone they tell no matter: order, seat.
        senses: words with a second sense, each with what stands beside them where that one is meant.
        idioms: phrases in which a word is not what it is alone: in order to, third party; phrases.
        voting: words of elections, beside which a party is one that stands for them; phrases.
        reporting: words before what others have said, or before how a thing is called.
        judging: words that take up what others said: right, wrong.
        displays: things on which a coalition shows words of its own: banner, leaflet.
        ours: words for what belongs to us.
        addressing: words between a text or an event and a name that is not its matter: to, with, at.
        kinds: how kinds that charters write in English are called; empty for English.
        compounds: whether words are written together, so that one may be a part of another.
        confused: words that have the stem of another word and are no form of it: the part and the party.
        capitals: whether every noun has a capital, so that no name can be told by it.
    """

    name: str
    stemmer: str
    small: frozenset[str]
    common: frozenset[str]
    formats: frozenset[str]
    instruments: frozenset[str]
    laws: frozenset[str]
    institutions: frozenset[str]
    none: frozenset[str]
    denies: frozenset[str]
    turns: frozenset[str]
    pronouns: frozenset[str]
    only: frozenset[str]
    either: frozenset[str]
    asking: frozenset[str]
    demands: frozenset[str]
    speaking: frozenset[str]
    backing: frozenset[str]
    months: tuple[str, ...]
    us: frozenset[str]
    as_part: frozenset[str]
    stands_for: tuple[str, ...]
    from_now: tuple[str, ...]
    founding: tuple[str, ...]
    hiring: frozenset[str]
    hired: frozenset[str]
    buying: frozenset[str]
    owned: frozenset[str]
    ending: frozenset[str]
    conditions_none: frozenset[str]
    everyone: frozenset[str]
    firms: frozenset[str]
    parties: frozenset[str]
    member: frozenset[str]
    elsewhere: frozenset[str]
    levels: dict[str, int]
    everyday: frozenset[str]
    senses: dict[str, frozenset[str]]
    idioms: tuple[str, ...]
    voting: tuple[str, ...]
    reporting: frozenset[str]
    judging: frozenset[str]
    displays: frozenset[str]
    ours: frozenset[str]
    addressing: frozenset[str]
    compounds: bool = False
    confused: frozenset[str] = frozenset()
    kinds: dict[str, frozenset[str]] = {}
    capitals: bool = False
