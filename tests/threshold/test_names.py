"""The forms in which a declared name is known, and the words that no name may take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coalcheck.engine.threshold.cursor import KEYWORDS
from coalcheck.engine.threshold.fault import Fault
from coalcheck.engine.threshold.names import NameKind, Names, plural, singular
from coalcheck.engine.threshold.parse import parse
from coalcheck.engine.threshold.say import say

FORMS = [
    pytest.param("region", "regions", id="s"),
    pytest.param("party", "parties", id="y after a consonant"),
    pytest.param("key", "keys", id="y after a vowel"),
    pytest.param("glass", "glasses", id="ss"),
    pytest.param("box", "boxes", id="x"),
    pytest.param("quartz", "quartzes", id="z"),
    pytest.param("valley", "valleys", id="ey, in a longer word"),
    pytest.param("church", "churches", id="ch"),
    pytest.param("bush", "bushes", id="sh"),
    pytest.param("population", "populations", id="a weight"),
    pytest.param("us", "uses", id="a short name"),
]


@pytest.mark.parametrize(("one", "several"), FORMS)
def test_plural(one: str, several: str) -> None:
    assert plural(one) == several


@pytest.mark.parametrize(
    ("several", "one"),
    [
        pytest.param("regions", "region", id="s"),
        pytest.param("parties", "party", id="ies"),
        pytest.param("ties", "tie", id="a short word in ies"),
        pytest.param("spies", "spy", id="and one that is a letter longer"),
        pytest.param("cities", "city", id="and a longer one"),
        pytest.param("keys", "key", id="ys"),
        pytest.param("glasses", "glass", id="sses"),
        pytest.param("boxes", "box", id="xes"),
        pytest.param("churches", "church", id="ches"),
        pytest.param("bushes", "bush", id="shes"),
        pytest.param("names", "name", id="es that is no ending"),
        pytest.param("gas", "ga", id="three letters"),
    ],
)
def test_singular(several: str, one: str) -> None:
    assert singular(several) == one


@pytest.mark.parametrize(
    "name", ["region", "glass", "campus", "basis", "as", "s", "", "y", "permanent", "press"]
)
def test_a_singular_stays(name: str) -> None:
    assert singular(name) == name


NAMES = Names(
    frozenset({"Founders", "permanent", "party"}), frozenset({"Shares", "GDP"}), {"region": 3, "classes": 2}
)


@pytest.mark.parametrize(
    ("word", "kind", "name"),
    [
        pytest.param("founders", "group", "Founders", id="a group, in lower case"),
        pytest.param("founder", "group", "Founders", id="its singular"),
        pytest.param("party", "group", "party", id="a group in the singular"),
        pytest.param("parties", "group", "party", id="its plural"),
        pytest.param("permanents", "group", "permanent", id="an adjective, as if it were a noun"),
        pytest.param("share", "weight", "Shares", id="a weight"),
        pytest.param("gdp", "weight", "GDP", id="letters"),
        pytest.param("regions", "class", "region", id="an attribute"),
        pytest.param("class", "class", "classes", id="an attribute in the plural"),
    ],
)
def test_a_name_is_known(word: str, kind: NameKind, name: str) -> None:
    assert NAMES.find(word) == (kind, name)


@pytest.mark.parametrize("word", ["found", "Founders", "foundersx", "regional", "shares of", ""])
def test_a_name_is_not_known(word: str) -> None:
    assert NAMES.find(word) is None


@pytest.mark.parametrize(
    ("names", "word", "found"),
    [
        pytest.param(
            Names(frozenset({"boards", "board"})),
            "boards",
            ("group", "boards"),
            id="as declared, not as a plural",
        ),
        pytest.param(
            Names(frozenset({"boards", "board"})),
            "board",
            ("group", "board"),
            id="as declared, not as a singular",
        ),
        pytest.param(
            Names(frozenset(), frozenset({"seat-shares"}), {"seat-share": 2}),
            "seat-share",
            ("class", "seat-share"),
            id="as declared, whatever the kind",
        ),
        pytest.param(
            Names(frozenset({"x"}), frozenset({"x"}), {"x": 1}),
            "x",
            ("group", "x"),
            id="a group before a weight",
        ),
        pytest.param(
            Names(frozenset(), frozenset({"x"}), {"x": 1}),
            "x",
            ("weight", "x"),
            id="a weight before an attribute",
        ),
        pytest.param(
            Names(frozenset({"bas", "base"})),
            "bases",
            ("group", "bas"),
            id="of two alike, the same one always",
        ),
    ],
)
def test_which_of_two(names: Names, word: str, found: tuple[str, str]) -> None:
    assert names.find(word) == found


ALIKE = [f"{letter}{end}" for letter in "zyxwvutsrq" for end in ("ase", "as")]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(Names(groups=frozenset(ALIKE)), id="groups"),
        pytest.param(Names(weights=frozenset(ALIKE)), id="weights"),
        pytest.param(Names(classes=dict.fromkeys(ALIKE, 1)), id="attributes"),
    ],
)
def test_of_two_alike_it_is_the_same_one_in_every_run(names: Names) -> None:
    """Sets have another order in each run; an answer must not."""
    assert [(names.find(f"{letter}ases") or ("", ""))[1] for letter in "qrstuv"] == [
        f"{letter}as" for letter in "qrstuv"
    ]


def test_all_names_are_listed_for_suggestions() -> None:
    assert NAMES.words() == ("Founders", "GDP", "Shares", "classes", "party", "permanent", "region")
    assert Names().words() == ()


@pytest.mark.parametrize("word", sorted(KEYWORDS))
def test_a_word_of_the_language_is_no_name_where_a_name_is_asked(word: str) -> None:
    """``among votes`` cannot be a group, whatever somebody declared."""
    fault = parse(f"half of members among {word}", Names(frozenset({word})))
    assert isinstance(fault, Fault)
    assert fault.kind == "threshold-unexpected-word"


@given(st.from_regex(r"[a-z]{1,3}(s|x|z|ch|sh|y|ey|us|is|ies|ses|e)?", fullmatch=True))
def test_a_rule_with_any_name_reads_back(name: str) -> None:
    """Every normal form finds the name again, however its plural is built."""
    if name in KEYWORDS:
        return
    for names, texts in (
        (
            Names(frozenset({name})),
            (f"2 {name} members", f"1 {name} member", f"half of {name}", f"no {name} member against"),
        ),
        (Names(classes={name: 3}), (f"1 member in each {name}", f"1 member in at least 2 of 3 {name}")),
        (Names(weights=frozenset({name})), (f"half of {name} present",)),
    ):
        for text in texts:
            rule = parse(text, names)
            assert not isinstance(rule, Fault), (text, rule)
            assert parse(say(rule), names) == rule
