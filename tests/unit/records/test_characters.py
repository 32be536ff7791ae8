"""What no text may hold is refused wherever it stands and however it is written."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from bantin.errors import Problem
from bantin.records.characters import (
    find_refused,
    judge_lines,
    name_refused,
    without_mendable,
    without_refused,
)
from bantin.records.models import Record
from bantin.records.reader import parse_record
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.samples import ARTICLE_URI

REFUSED = {
    "NUL": "\0",
    "bell": "\x07",
    "backspace": "\x08",
    "vertical tab": "\x0b",
    "form feed": "\x0c",
    "shift out": "\x0e",
    "escape": "\x1b",
    "unit separator": "\x1f",
    "delete": "\x7f",
    "C1": "\x80",
    "next line": "\x85",
    "CSI": "\x9b",
    "grapheme joiner": "\u034f",
    "Hangul filler": "\u3164",
    "line separator": "\u2028",
    "paragraph separator": "\u2029",
    "embedding": "\u202a",
    "override": "\u202e",
    "isolate": "\u2066",
    "invisible times": "\u2062",
    "activate": "\u206d",
    "annotation": "\ufff9",
    "no character": "\ufffe",
    "no character either": "\uffff",
    "no character in Arabic forms": "\ufdd0",
    "no character of a plane": "\U0003ffff",
    "last of all": "\U0010ffff",
    "language tag": "\U000e0001",
    "tag": "\U000e0041",
}
HEAD = "---\ntitle: Tin\ndate: 2021-10-05\nsection: chi-dao\n{}\n---\n\nThân bài.\n"
chars = pytest.mark.parametrize("char", REFUSED.values(), ids=REFUSED.keys())


def problems_of(text: str) -> list[Problem]:
    outcome = parse_record(ARTICLE_URI, text.encode())
    return [] if isinstance(outcome, Record) else outcome


def escaped(char: str) -> str:
    """Return a character as YAML writes it between double quotes."""
    return f"\\U{ord(char):08x}" if char > "\uffff" else f"\\u{ord(char):04x}"


@chars
def test_it_is_refused_in_a_value_that_spells_it_out(char: str) -> None:
    [problem] = problems_of(HEAD.format(f'author: A\nsummary: "a {escaped(char)}b"'))
    assert (problem.line, problem.field) == (6, "summary")
    assert f"U+{ord(char):04X}" in problem.message
    assert problem.hint.startswith("xóa mã")


@chars
def test_it_is_refused_raw_at_its_own_line_and_column(char: str) -> None:
    [problem] = problems_of(HEAD.format("author: A") + f"\nDòng một.\n\nDòng {char}hai.\n")
    assert (problem.line, problem.column, problem.field) == (12, 6, "")
    assert f"U+{ord(char):04X}" in problem.message


@chars
def test_raw_ones_in_the_front_matter_make_no_key_and_shift_no_line(char: str) -> None:
    text = HEAD.format("author: A").replace("Tin", f'"Tin {char}status: draft"')
    found = problems_of(text.replace("2021-10-05", "2021-13-05"))
    assert [(one.line, one.field) for one in found] == [(2, ""), (3, "date")]


@pytest.mark.parametrize(
    ("more", "line", "field"),
    [
        ('author: "\\x1b[31m"', 5, "author"),
        ('tags: [a, "b\\0"]', 5, "tags[2]"),
        ('tags:\n  - a\n  - "b\\a"', 7, "tags[2]"),
        ('people:\n  - name: "A\\x1fb"', 6, "people[1].name"),
        ('people:\n  - name: A\n    positions: ["\\e"]', 7, "people[1].positions[1]"),
        ('photos: [{alt: "\\uFFFF", caption: a}]', 5, "photos[1].alt"),
        ('source:\n  header: [a, "\\u202e"]', 6, "source.header[2]"),
        ('source:\n  repairs:\n    - "\\v"', 7, "source.repairs[1]"),
        ('redirect_from: ["a\\x07"]', 5, "redirect_from[1]"),
        ('section: "\\x07"', 5, "section"),
        ('status: "draft\\0"', 5, "status"),
        ('meeting:\n  date: "2021-10-05\\N"', 6, "meeting.date"),
        ('"auth\\0or": A', 5, "auth\\x00or"),
        ('meeting:\n  date: 2021-10-05\n  "ven\\x07ue": A', 7, "meeting.ven\\x07ue"),
    ],
)
def test_it_is_refused_in_any_value_and_key(more: str, line: int, field: str) -> None:
    told = [(one.line, one.field) for one in problems_of(HEAD.format(more))]
    assert (line, field) in told


@pytest.mark.parametrize(
    "more",
    [
        'summary: "Ti\\u0302n mo\\u0301i"',
        'tags: ["Ti\\u0302n"]',
        'people: [{name: "Le\\u0302 Va\\u0306n"}]',
        "summary: Ti\u0302n",
    ],
)
def test_one_rule_for_letters_in_parts_raw_and_spelt_out(more: str) -> None:
    [problem] = problems_of(HEAD.format(more))
    assert problem.line == 5
    assert "NFD" in problem.message
    assert "NFC" in problem.hint


@pytest.mark.parametrize("code", ["\\uD800", "\\uDFFF", "\\U00110000", "\\q", "\\x7", "\\Users"])
def test_a_code_of_no_character_is_told_as_such(code: str) -> None:
    [problem] = problems_of(HEAD.format(f'author: "a{code}"'))
    assert (problem.line, problem.field) == (5, "author")
    assert "dấu \\" in problem.message
    assert "\\\\" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "Phụ nữ\u00a0tỉnh \tĐắk Nông – “Bàn tay vàng” … № ½ m² ₫",
        "👩\u200d💻 ❤\ufe0f 1\ufe0f\u20e3 🇻🇳",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "chữ \u2067\u0645\u0646\u2069 trong câu",
        "chữ\u200b có\u00ad ký tự\ufeff mà máy chỉ nhắc",
        "漢字 한글 \ue000 \ufffd",
        "a\u200eb",
        "",
    ],
)
def test_what_writing_needs_or_a_warning_tells_is_allowed(text: str) -> None:
    assert list(find_refused(text)) == []
    assert without_refused(text) == text
    assert judge_lines(text) == []


@pytest.mark.parametrize(
    ("text", "offsets"),
    [
        ("\ufe0f", [0]),
        ("a \ufe0f", [2]),
        ("a\ufe0f\ufe0e", [2]),
        ("a\U000e0100\U000e0101", [2]),
        ("\u202e\u0645", [0]),
        ("\u2067a\n\u0645\u2067", [0]),
        ("a \u2067\u200f", [2]),
        ("\U000e0067\U000e007f", [0, 1]),
        ("\U0001f3f4\U000e0067", [1]),
    ],
)
def test_a_mark_is_refused_where_nothing_needs_it(text: str, offsets: list[int]) -> None:
    assert list(find_refused(text)) == offsets


def test_many_bad_lines_are_told_of_ten_times_at_most() -> None:
    found = judge_lines("a\x07\n" * 5_000)
    assert [one.line for one in found] == list(range(1, 11))
    assert "và 4990 dòng nữa" in found[-1].message


def test_breaks_become_spaces_and_only_the_rest_is_mended_by_itself() -> None:
    assert without_refused("a\u2028b\x07c") == "a bc"
    assert without_mendable("a\u2028b\x07c\u202e") == ("a\u2028bc", 2)


def test_the_remedy_for_a_backslash_gives_what_was_meant() -> None:
    wrong = HEAD.format('author: "D:\\anh\\bia"')
    assert "viết \\\\" in problems_of(wrong)[0].hint
    assert problems_of(wrong.replace("\\", "\\\\")) == []
    assert problems_of(wrong.replace('"', "'")) == []


@settings(max_examples=300)
@given(st.text(max_size=40))
def test_what_is_left_is_allowed_and_nothing_else_went(text: str) -> None:
    left = without_refused(text)
    assert list(find_refused(left)) == []
    assert len(text) - len(left) <= len(list(find_refused(text)))
    kept = [char for at, char in enumerate(text) if at not in set(find_refused(text))]
    assert [char for char in left if char != " "] == [char for char in kept if char != " "]


@settings(max_examples=300)
@given(st.characters())
def test_no_control_no_surrogate_and_no_line_end_of_pythons_is_allowed(char: str) -> None:
    bad = unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") or (ord(char) & 0xFFFE) == 0xFFFE
    if bad and char not in "\t\n":
        assert name_refused(char)
    if len(f"a{char}b".splitlines()) > 1 and char != "\n":
        assert name_refused(char)


def test_no_code_splits_texts_where_editors_see_no_line_end() -> None:
    """`str.splitlines` ends lines at ten more characters."""
    hooks = Path(__file__).resolve().parents[3] / "hooks"
    found = [path.name for path in hooks.rglob("*.py") if ".splitlines(" in path.read_text("utf-8")]
    # These read logs of servers, and what a library says.
    assert set(found) <= {"access_log.py", "requests.py"}
