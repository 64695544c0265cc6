"""Whether what an act is about is one of the matters that were agreed; words only ever ask.

What it is about decides, before its text: a letter on another deal may have every word of the first one. But
where it names one of them as its matter, common words do not make it another one; a name does, where the
matters that were agreed go by names too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from coalcheck.engine.mission.standing import Reason

if TYPE_CHECKING:
    from coalcheck.engine.mission.act import Act, Passage
    from coalcheck.engine.mission.agreed import Agreed
    from coalcheck.engine.mission.phrase import Token
    from coalcheck.engine.mission.words import Sentence

_SHORTEST: Final = 3
"""So many letters before the word for a law name what it is on."""
_SAYS: Final = "and the charter does not say that you work on that"


def listed(act: Act) -> Iterator[Reason]:
    """Why it is in, as far as that can be said: matters that it names, and words of theirs."""
    agreed = act.agreed
    for at, topic in enumerate(act.action.topics):
        item = agreed.ids.get(topic)
        if item is not None and item.meets == "inside":
            said = f'it names "{item.called}" as its matter'
            yield Reason("topic", "inside", "in", said, item.about, item.route, ("topics", at), topic)
    seen: set[int] = set()
    for passage in act.passages:
        for sentence in passage.sentences:
            for number, found in agreed.signs(sentence).items():
                if number in seen:
                    continue
                item = agreed.items[number]
                if item.meets == "inside":
                    seen.add(number)
                    said = f'it has words of "{item.called}"'
                    words = tuple(dict.fromkeys(each.written for each in found))
                    yield Reason(
                        "words",
                        "inside",
                        "in",
                        said,
                        item.about,
                        item.route,
                        passage.key,
                        sentence.text,
                        words,
                    )


def unlisted(act: Act) -> Iterator[Reason]:
    """What the act is about and the charter does not list."""
    agreed = act.agreed
    if not agreed.has_list or act.internal:
        return
    topics = act.action.topics
    strange = [(at, topic) for at, topic in enumerate(topics) if not _is_known(topic, agreed)]
    for at, topic in strange:
        yield _reason(
            act, f'it names "{topic}" as its matter, and neither list has that', ("topics", at), topic
        )
    found = [agreed.ids.get(topic) for topic in topics]
    if strange or any(item.meets != "inside" for item in found if item is not None):
        return
    said = act.passage("about")
    title, text = act.passage("title"), act.passage("text")
    if said is None and text is None and not topics:
        said = title if title is not None and _other_deal(title, agreed) else None
    elif said is None and title is not None and _other_deal(title, agreed):
        said = title
    claimed = any(item is not None for item in found)
    if said is not None:
        yield from _by_what_it_is_about(act, said, claimed=claimed)
    elif text is not None and not act.foreign:
        around = [each for each in (title, text) if each is not None]
        strong = any(_has_sign(each, agreed) for each in around)
        weak = frozenset().union(*(_known(each, agreed) for each in around))
        if not strong and len(weak) < (1 if claimed else 2):
            yield _reason(act, f"nothing in its text names what you work on, {_SAYS}", ("text",), text.text)


def _by_what_it_is_about(act: Act, said: Passage, *, claimed: bool) -> Iterator[Reason]:
    agreed = act.agreed
    other = _other_deal(said, agreed)
    if other:
        why = _why(said)
        yield _reason(act, why, said.key, said.text, other)
        yield from _in_the_text(act, why, other)
        return
    if _has_sign(said, agreed) or _known(said, agreed) or (claimed and not _other_name(said, agreed)):
        return
    strange = [token.written for token in agreed.strange(said.tokens)]
    text = act.passage("text")
    if not strange:
        # It says what kind of thing it is, a letter or a hearing; what that is about its text says.
        around = [each for each in (act.passage("title"), text) if each is not None]
        if text is None:
            return
        if any(_has_sign(each, agreed) or _known(each, agreed) for each in around):
            return
    elif text is not None and _mostly(text, agreed) and not _is_deal(said, agreed):
        return
    why = _why(said)
    yield _reason(act, why, said.key, said.text, tuple(strange))
    yield from _in_the_text(act, why, tuple(strange))


def _why(said: Passage) -> str:
    return f"it is about {_quoted(said.text)}, {_SAYS}"


def _in_the_text(act: Act, why: str, words: tuple[str, ...]) -> Iterator[Reason]:
    """The first sentence of its text that has the same words."""
    text = act.passage("text")
    low = {word.lower() for word in words}
    for sentence in text.sentences if text is not None else ():
        found = tuple(dict.fromkeys(token.written for token in sentence.tokens if token.low in low))
        if found:
            yield _reason(act, why, ("text",), sentence.text, found)
            return


def _reason(
    act: Act, said: str, key: tuple[str | int, ...], sentence: str, words: tuple[str, ...] = ()
) -> Reason:
    inside = act.agreed.inside
    charter = "; ".join(item.about for item in inside)
    route = inside[0].route if len(inside) == 1 else ("scope", "inside") if inside else ("scope",)
    return Reason("unlisted", "inside", "ask", said, charter, route, key, sentence, words)


def _is_known(topic: str, agreed: Agreed) -> bool:
    return topic in agreed.ids or bool(agreed.subjects(topic.replace("-", " ")) & agreed.known)


def meets(sentence: Sentence, agreed: Agreed) -> bool:
    """Whether a sentence has a word of what was agreed: where that goes by a name, the name."""
    if agreed.named:
        return agreed.of_inside(sentence) or not agreed.named.isdisjoint(sentence.stems)
    return agreed.of_inside(sentence) or not agreed.known.isdisjoint(sentence.stems)


def _has_sign(passage: Passage, agreed: Agreed) -> bool:
    return any(map(agreed.of_inside, passage.sentences))


def _known(passage: Passage, agreed: Agreed) -> frozenset[str]:
    """The stems of its words that name what was agreed."""
    return agreed.known & frozenset().union(*(each.stems for each in passage.sentences))


def _is_deal(passage: Passage, agreed: Agreed) -> bool:
    instruments = agreed.tongue.stems("instruments")
    return any(not instruments.isdisjoint(each.stems) for each in passage.sentences)


def _mostly(passage: Passage, agreed: Agreed) -> bool:
    """Whether more than half of the sentences have the words by which a matter inside is recognised."""
    return 2 * sum(map(agreed.of_inside, passage.sentences)) > len(passage.sentences)


def _other_deal(passage: Passage, agreed: Agreed) -> tuple[str, ...]:
    """The name of a deal, a law or a plan that is none of those that were agreed; empty without one.

    A law, a tax or a ban is another one by what it is on; a deal or a plan, which any work has, by name.
    """
    instruments, words = agreed.tongue.stems("instruments"), agreed.tongue.words
    for sentence in passage.sentences:
        if agreed.deals.isdisjoint(sentence.stems) and not words.compounds:
            continue
        for part in _parts(sentence):
            law = any(_is_law(token, agreed) for token in part)
            if not law and not any(token.stem in instruments for token in part):
                continue
            if any(token.stem in agreed.named for token in part) or (
                words.compounds and agreed.of_inside(sentence)
            ):
                continue
            strange = agreed.strange(part)
            known = any(token.stem in agreed.known for token in part)
            # A deal that goes by another name than ours; or, where ours goes by none, by a name at all.
            named = not words.capitals and any(token.capital for token in strange)
            if strange and ((law and not known) or (named and (agreed.named or not known))):
                return tuple(token.written for token in strange)
    return ()


def _is_law(token: Token, agreed: Agreed) -> bool:
    """Whether a word is one for a law, or ends with one."""
    if token.stem in agreed.tongue.stems("laws"):
        return True
    words = agreed.tongue.words
    return words.compounds and any(
        token.low.endswith(each) and len(token.low) >= len(each) + _SHORTEST for each in words.laws
    )


def _other_name(passage: Passage, agreed: Agreed) -> bool:
    """Whether it goes by a name that the charter does not have, where what was agreed goes by names.

    No such name is that of somebody to whom it goes, with whom, or where: of a ministry, or after "to".
    """
    if not agreed.named or agreed.tongue.words.capitals:
        return False
    for sentence in passage.sentences:
        tokens = sentence.tokens
        strange = agreed.strange(tokens)
        for at, token in enumerate(tokens):
            # The first word has its capital anyway, unless the next one goes on with the name.
            starts = at > 0 or (at + 1 < len(tokens) and tokens[1].capital and tokens[1] in strange)
            if token.capital and token in strange and starts and not _is_addressed(tokens, at, agreed):
                return True
    return False


def _is_addressed(tokens: Sequence[Token], at: int, agreed: Agreed) -> bool:
    """Whether a name is of somebody to whom, with whom or where it is done."""
    words, institutions = agreed.tongue.words, agreed.tongue.stems("institutions")
    begin, end = at, at
    while begin and (tokens[begin - 1].capital or tokens[begin - 1].low in words.small):
        if tokens[begin - 1].low in words.addressing or tokens[begin - 1].stem in institutions:
            return True
        begin -= 1
    while end + 1 < len(tokens) and tokens[end + 1].capital:
        end += 1
    around = (*tokens[max(0, begin - 1) : begin], *tokens[at : end + 2])
    return any(token.stem in institutions for token in around)


def _parts(sentence: Sentence) -> Iterator[list[Token]]:
    """The words between commas and the like, as far as a name of a deal may reach."""
    part: list[Token] = []
    for token in sentence.tokens:
        if token.begins and part:
            yield part
            part = []
        part.append(token)
    yield part


def _quoted(text: str) -> str:
    return f'"{" ".join(text.split())}"'
