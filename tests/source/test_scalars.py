"""Plain values by the core schema of YAML 1.2: a vote of no is no boolean, and 010 is ten."""

from __future__ import annotations

from decimal import Decimal

import pytest

from coalcheck.engine.source.read import read
from coalcheck.engine.source.scalars import Plain, is_absurd, plain


def value(written: str) -> Plain:
    root = read(f"key: {written}\n", "x").root
    assert root is not None
    values = plain(root)
    assert isinstance(values, dict)
    return values["key"]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        *(
            pytest.param(word, None, id=f"nothing: {word or 'empty'}")
            for word in ("", "~", "null", "Null", "NULL")
        ),
        *(pytest.param(word, True, id=word) for word in ("true", "True", "TRUE")),
        *(pytest.param(word, False, id=word) for word in ("false", "False", "FALSE")),
        *(
            pytest.param(word, word, id=f"text: {word}")
            for word in ("no", "NO", "No", "yes", "on", "off", "y", "n", "tRUE", "nULL", "nil", "None")
        ),
        *(
            pytest.param(word, word, id=f"text: {word}")
            for word in (
                "12:30",
                "2026-04-01",
                "1_000",
                "0b11",
                "0o8",
                "0xG",
                "1e",
                "e1",
                ".",
                "+",
                "1.2.3",
            )
        ),
        *(
            pytest.param(word, word, id=f"text: {word}")
            for word in ("2/3", "50%", "<5", "-.", "1 000 b c d e f")
        ),
        pytest.param("0", 0, id="nought"),
        pytest.param("-12", -12, id="below nought"),
        pytest.param("+12", 12, id="a plus"),
        pytest.param("010", 10, id="a nought in front changes nothing"),
        pytest.param("0o17", 15, id="octal"),
        pytest.param("0x1F", 31, id="hexadecimal"),
        pytest.param("0.1", Decimal("0.1"), id="exact"),
        pytest.param("1.50", Decimal("1.50"), id="as written"),
        pytest.param(".5", Decimal("0.5"), id="without a nought in front"),
        pytest.param("5.", Decimal(5), id="without decimals"),
        pytest.param("1e3", Decimal(1000), id="a power"),
        pytest.param("-2.5E-3", Decimal("-0.0025"), id="a power below nought"),
        pytest.param("9" * 40, int("9" * 40), id="forty digits"),
        pytest.param("9" * 41, "9" * 41, id="more digits than can be meant"),
        pytest.param("1e400", "1e400", id="more than can be meant"),
        pytest.param(".inf", ".inf", id="endless"),
        pytest.param("-.INF", "-.INF", id="endless below"),
        pytest.param(".NaN", ".NaN", id="no number"),
        pytest.param("'12'", "12", id="in quotes"),
        pytest.param('"true"', "true", id="in double quotes"),
        pytest.param('""', "", id="empty quotes"),
        pytest.param("|\n  12", "12\n", id="line by line"),
        pytest.param(">-\n  12\n  13", "12 13", id="folded"),
        pytest.param('"caf\\u00e9"', "café", id="an escape"),
        pytest.param("'it''s'", "it's", id="a quote in quotes"),
        pytest.param("٣", "٣", id="digits of other scripts are text"),
    ],
)
def test_a_value(written: str, expected: Plain) -> None:
    found = value(written)

    assert found == expected
    assert type(found) is type(expected)
    if isinstance(expected, Decimal):
        assert str(found) == str(Decimal(written))


def test_mappings_keep_the_order_of_the_file() -> None:
    root = read("z: 1\na: [2, {y: 3, b: 4}]\n", "x").root
    assert root is not None

    values = plain(root)

    assert values == {"z": 1, "a": [2, {"y": 3, "b": 4}]}
    assert isinstance(values, dict)
    assert list(values) == ["z", "a"]


@pytest.mark.parametrize(
    "text", [".inf", "+.Inf", ".nan", "1e400", "1E-41", "9" * 41, "0x" + "f" * 50, "1e" + "9" * 99]
)
def test_absurd_numbers(text: str) -> None:
    assert is_absurd(text)


@pytest.mark.parametrize(
    "text", ["", "1", "1e40", "inf", "nan", ".info", "-", "1e", "0x", "12:30", "9" * 40, "1.5"]
)
def test_numbers_and_words_that_are_not_absurd(text: str) -> None:
    assert not is_absurd(text)
