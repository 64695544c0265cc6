"""Encodings and characters: what is guessed is said, what cannot be seen is shown, columns stay."""

from __future__ import annotations

import pytest

from coalcheck.engine.source.node import Document, Mapping, Scalar
from coalcheck.engine.source.read import read


def document(data: bytes | str) -> Document:
    return read(data, "charter.yaml")


def text_at(data: bytes | str, key: str) -> str:
    root = document(data).root
    assert isinstance(root, Mapping)
    value = root.entries[key].value
    assert isinstance(value, Scalar)
    return value.text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"name: x\n", id="ASCII"),
        pytest.param("name: Aliança\n".encode(), id="UTF-8"),
        pytest.param("name: Aliança\n".encode("utf-8-sig"), id="UTF-8 with its mark"),
        pytest.param("name: 大気\n", id="text"),
        pytest.param("\ufeffname: x\n", id="text with a mark"),
        pytest.param(b"name: x\r\n", id="line ends of Windows"),
    ],
)
def test_what_editors_write_today_is_silent(data: bytes | str) -> None:
    assert document(data).problems == ()


@pytest.mark.parametrize(
    ("data", "found", "name"),
    [
        pytest.param("name: Aliança\n".encode("cp1252"), 'a Windows "ç"', "Aliança", id="Windows-1252"),
        pytest.param("name: Aliança\n".encode("utf-16"), "UTF-16", "Aliança", id="UTF-16 with its mark"),
        pytest.param(
            "name: Alianca\n".encode("utf-16-le"), "UTF-16", "Alianca", id="UTF-16, little end first"
        ),
        pytest.param("name: Alianca\n".encode("utf-16-be"), "UTF-16", "Alianca", id="UTF-16, big end first"),
        pytest.param("name: Aliança\n".encode("utf-32"), "UTF-32", "Aliança", id="UTF-32"),
        pytest.param("n\0a\0m\0e\0:\0 \0x\0\n", "UTF-16", "x", id="UTF-16 taken for text"),
    ],
)
def test_other_encodings_are_read_and_told(data: bytes | str, found: str, name: str) -> None:
    (problem,) = document(data).problems

    assert (problem.kind, problem.values) == ("not-utf-8", {"found": found})
    assert text_at(data, "name") == name


def test_one_wrong_byte_does_not_spoil_the_other_letters() -> None:
    data = "a: b\nname: Aliança ".encode() + b"\xe9t\xe9\n"

    (problem,) = document(data).problems

    assert problem.span == (2, 15, 2, 16)
    assert text_at(data, "name") == "Aliança été"


@pytest.mark.parametrize(
    ("data", "kind", "found", "value"),
    [
        pytest.param("a: b\x07c\n", "control-character", "U+0007", "b\ufffdc", id="a bell"),
        pytest.param("a: b\x00c\n", "control-character", "U+0000", "b\ufffdc", id="a zero"),
        pytest.param("a: b\x1b[31mc\n", "control-character", "U+001B", "b\ufffd[31mc", id="an escape"),
        pytest.param("a: b\x9bc\n", "control-character", "U+009B", "b\ufffdc", id="an escape of eight bits"),
        pytest.param("a: b\ud800c\n", "control-character", "U+D800", "b\ufffdc", id="half a character"),
        pytest.param("a: b\uffffc\n", "control-character", "U+FFFF", "b\ufffdc", id="no character"),
        pytest.param("a: b\x0cc\n", "control-character", "U+000C", "b\ufffdc", id="a form feed"),
        pytest.param("a: b\u200bc\n", "hidden-character", "U+200B", "bc", id="without width"),
        pytest.param("a: b\u00adc\n", "hidden-character", "U+00AD", "bc", id="a soft hyphen"),
        pytest.param("a: b\ufeffc\n", "hidden-character", "U+FEFF", "bc", id="a mark in the middle"),
        pytest.param("a: b\u202ec\n", "hidden-character", "U+202E", "bc", id="a turned direction"),
        pytest.param("a: b\x85c\n", "hidden-character", "U+0085", "b c", id="a line end of mainframes"),
        pytest.param("a: b\u2028c\n", "hidden-character", "U+2028", "b c", id="a line end of Unicode"),
    ],
)
def test_a_character_that_misleads(data: str, kind: str, found: str, value: str) -> None:
    (problem,) = document(data).problems

    assert (problem.kind, problem.span, problem.values["found"]) == (kind, (1, 5, 1, 6), found)
    assert problem.route == ("a",)
    assert text_at(data, "a") == value


def test_lines_to_quote_hold_nothing_that_a_screen_obeys() -> None:
    lines = document("a: b\x1b[31m\u202ec\u2028d\n").lines

    assert lines == ("a: b\ufffd[31m\ufffdc d",)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        pytest.param("a: at least\u00a02/3\n", "at least 2/3", id="an odd space in a text is a space"),
        pytest.param("a: b\u00a0#c\n", "b\u00a0#c", id="except where it would begin a note"),
        pytest.param("a: b:\u00a0c\n", "b:\u00a0c", id="or end a key"),
        pytest.param("a: '\u00ab b \u00bb'\n", "« b »", id="also in quotes"),
    ],
)
def test_odd_spaces_in_a_text(data: str, value: str) -> None:
    assert document(data).problems == ()
    assert text_at(data, "a") == value
