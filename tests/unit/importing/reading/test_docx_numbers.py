from __future__ import annotations

from pathlib import Path

import pytest
from bantin.importing.reading.word.docx import read_docx
from bantin.importing.reading.word.numerals import numeral
from bantin.importing.reading.word.symbols import bullet

from tests.unit.importing.reading.office_samples import docx, only, p, texts

# A level: form, text, start, and more of it.
Level = tuple[str, str, int, str]


def abstract(number: int, *levels: Level) -> str:
    body = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for at, (form, text, start, more) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{body}</w:abstractNum>'


def num(number: int, family: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{family}"/>{overrides}</w:num>'


def restart(level: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def item(text: str, number: int, level: int = 0) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, properties)


DECIMAL: Level = ("decimal", "%1.", 1, "")
LETTER: Level = ("lowerLetter", "%2)", 1, "")


def read(tmp_path: Path, body: str, numbering: str, styles: str = "") -> list[str]:
    parts = {"numbering": numbering, "styles": styles}
    return texts(only(read_docx, docx(tmp_path / "a.docx", body, parts=parts)))


@pytest.mark.parametrize(
    ("levels", "items", "expected"),
    [
        ((DECIMAL, LETTER), [0, 1, 1, 0, 1], ["1.", "a)", "b)", "2.", "a)"]),
        ((("upperRoman", "%1.", 1, ""), ("decimal", "%2.", 1, "")), [0, 1, 0], ["I.", "1.", "II."]),
        ((DECIMAL, ("decimal", "%1.%2.", 1, "")), [0, 1, 1, 0, 1],
         ["1.", "1.1.", "1.2.", "2.", "2.1."]),
        ((("decimal", "Điều %1.", 7, ""),), [0, 0], ["Điều 7.", "Điều 8."]),
        ((("upperLetter", "%1.", 1, ""), ("lowerRoman", "(%2)", 1, "")), [0, 1, 1, 1, 1],
         ["A.", "(i)", "(ii)", "(iii)", "(iv)"]),
        ((("decimalZero", "%1", 9, ""),), [0, 0], ["09", "10"]),
        ((("bullet", "-", 1, ""), ("bullet", "+", 1, "")), [0, 1, 0], ["-", "+", "-"]),
        ((("bullet", "\uf0b7", 1, ""),), [0], ["•"]),
        ((("bullet", "–", 1, ""),), [0], ["-"]),
        ((("upperRoman", "%1.", 1, ""), ("decimal", "%1.%2.", 1, "<w:isLgl/>")), [0, 1],
         ["I.", "1.1."]),
        ((DECIMAL, ("lowerLetter", "%2)", 1, '<w:lvlRestart w:val="0"/>')), [0, 1, 0, 1],
         ["1.", "a)", "2.", "b)"]),
        ((DECIMAL, LETTER), [1, 0], ["a)", "1."]),
        ((DECIMAL, ("decimal", "%1.%2.", 1, "")), [1, 0, 1], ["0.1.", "1.", "1.1."]),
        ((("none", "", 1, ""),), [0], [""]),
        ((("decimal", "%1.", 1, '<w:suff w:val="nothing"/>'),), [0], ["1.x"]),
        ((("vietnameseCounting", "Chương %1:", 21, ""),), [0], ["Chương hai mươi mốt:"]),
    ],
)  # fmt: skip
def test_automatic_numbers_are_written_as_printed(
    tmp_path: Path, levels: tuple[Level, ...], items: list[int], expected: list[str]
) -> None:
    body = "".join(item("x", 1, level) for level in items)
    found = read(tmp_path, body, abstract(0, *levels) + num(1, 0))
    assert found == [mark if mark.endswith("x") else f"{mark} x".strip() for mark in expected]


def test_a_mixed_document_loses_no_number(tmp_path: Path) -> None:
    numbering = abstract(0, DECIMAL, LETTER) + num(1, 0) + num(2, 0, restart(0, 1)) + num(3, 0)
    body = (
        item("một", 1) + p("2. gõ tay") + item("hai", 1) + item("con", 1, 1) + item("lại", 2)
        + item("con nữa", 2, 1) + item("tiếp", 3) + item("không số", 0) + p("3. gõ tay")
    )  # fmt: skip
    assert read(tmp_path, body, numbering) == [
        "1. một", "2. gõ tay", "2. hai", "a) con", "1. lại", "a) con nữa", "2. tiếp", "không số",
        "3. gõ tay",
    ]  # fmt: skip


def test_lists_of_other_families_count_apart(tmp_path: Path) -> None:
    numbering = abstract(0, DECIMAL) + abstract(1, DECIMAL) + num(1, 0) + num(2, 1)
    body = item("a", 1) + item("b", 2) + item("c", 1)
    assert read(tmp_path, body, numbering) == ["1. a", "1. b", "2. c"]


def test_numbers_come_from_styles_too(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="S" w:type="paragraph"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        '</w:pPr></w:style><w:style w:styleId="T" w:type="paragraph"><w:basedOn w:val="S"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = p("một", '<w:pStyle w:val="S"/>') + p("hai", '<w:pStyle w:val="T"/>')
    off = '<w:pStyle w:val="S"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    numbering = abstract(0, DECIMAL, LETTER) + num(1, 0)
    assert read(tmp_path, body + p("ba", off), numbering, styles) == ["1. một", "a) hai", "ba"]


def test_a_list_may_be_linked_by_a_style(tmp_path: Path) -> None:
    styles = (
        '<w:style w:styleId="L" w:type="numbering"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        "</w:pPr></w:style>"
    )
    linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="L"/></w:abstractNum>'
    numbering = abstract(0, DECIMAL) + linked + num(1, 0) + num(2, 5)
    assert read(tmp_path, item("một", 2), numbering, styles) == ["1. một"]


def test_an_override_may_replace_a_level(tmp_path: Path) -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="(%1)"/></w:lvl>'
    )
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>'
    numbering = abstract(0, DECIMAL) + num(1, 0, override)
    assert read(tmp_path, item("một", 1) + item("hai", 1), numbering) == ["(3) một", "(4) hai"]


@pytest.mark.parametrize("broken", ["", "<w:num/>", num(1, 9), "<w:abstractNum/>"])
def test_a_list_that_is_not_there_gives_no_number(tmp_path: Path, broken: str) -> None:
    assert read(tmp_path, item("một", 1), broken) == ["một"]


def test_a_number_without_end_costs_nothing(tmp_path: Path) -> None:
    numbering = abstract(0, ("lowerLetter", "%1.", 999_999_999, "")) + num(1, 0)
    assert read(tmp_path, item("một", 1), numbering) == ["999999999. một"]


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (4, "upperRoman", "IV"), (1999, "lowerRoman", "mcmxcix"), (4000, "upperRoman", "4000"),
        (26, "lowerLetter", "z"), (27, "lowerLetter", "aa"), (0, "lowerLetter", "0"),
        (15, "cardinalText", "mười lăm"), (20, "cardinalText", "hai mươi"),
        (5, "cardinalText", "năm"), (100, "cardinalText", "100"), (3, "none", ""),
        (7, "chicago", "7"),
    ],
)  # fmt: skip
def test_forms_of_numbers(number: int, form: str, text: str) -> None:
    assert numeral(number, form) == text


@pytest.mark.parametrize(
    ("text", "mark"), [("-", "-"), ("—", "-"), ("+", "+"), ("o", "•"), ("\uf0d8", "•"), ("", "")]
)
def test_bullets(text: str, mark: str) -> None:
    assert bullet(text) == mark
