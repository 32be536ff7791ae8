"""Slips of typing are found where they are, and nothing that Markdown or a name needs is one."""

from __future__ import annotations

import pytest
from bantin.checking.typography import check_typography

from tests.unit.checking.manuscripts import article, told

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("phụ nữ  tỉnh", (8, 7)),
        ("Mở đầu.\nphụ nữ   tỉnh", (9, 7)),
        (f"phụ nữ {NBSP}tỉnh", (8, 7)),
        ("**phụ  nữ**", (8, 6)),
        ("1. phụ  nữ", (8, 7)),
    ],
)
def test_spaces_too_many_are_found(text: str, place: tuple[int, int]) -> None:
    ((line, column, message),) = told(check_typography, article(text))
    assert (line, column) == place
    assert "dấu cách" in message


@pytest.mark.parametrize(
    "text",
    [
        "Xuống dòng  \nở đây",
        "-   mục một\n-   mục hai",
        "1.  mục một",
        "Mở.\n\n    ma  nguon",
        "```\nma  nguon\n```",
        "dùng `a  b` nhé",
        "<pre>a  b</pre>",
        "| a  | b |\n|----|---|\n| 1  | 2 |",
        "xem [sổ](a.md)  {: .x }",
        f"Điều{NBSP}5 và 10{NBSP}km",
        "> lời  dẫn".replace("  ", " "),
        "",
    ],
)
def test_spaces_that_mean_something_are_left_alone(text: str) -> None:
    assert told(check_typography, article(text)) == []


def test_a_no_break_space_that_holds_nothing_is_found() -> None:
    for text in (f"Mở\n{NBSP}đầu.", f"Mở đầu.{NBSP}\nTiếp.", f"Mở.\n\n{NBSP}\n\nTiếp."):
        ((_, _, message),) = told(check_typography, article(text))
        assert message == "dấu cách cứng (U+00A0) đứng thừa"


def test_slips_of_one_kind_are_told_once_and_counted() -> None:
    ((line, column, message),) = told(check_typography, article("a  b c  d\n\ne  f"))
    assert (line, column, message) == (8, 2, "thừa dấu cách, và 2 chỗ nữa trong bản ghi")


def test_fields_are_read_as_well() -> None:
    ((line, column, _),) = told(check_typography, article(title="Tin  họp"))
    assert (line, column) == (2, 11)


@pytest.mark.parametrize("char", ["\u200b", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u061c"])
def test_what_shows_nothing_is_named(char: str) -> None:
    ((line, column, message),) = told(check_typography, article(f"phụ{char} nữ"))
    assert (line, column) == (8, 4)
    assert f"U+{ord(char):04X}" in message


@pytest.mark.parametrize("text", ["👩\u200d💻 ở nhà", "chữ \u0645\u200f\u0646", "Phụ nữ"])
def test_what_other_writing_needs_is_left_alone(text: str) -> None:
    assert told(check_typography, article(text)) == []


def test_quotes_of_both_kinds_are_told_of_at_the_rarer() -> None:
    text = '“Một” và “hai”,\nrồi "ba".'
    ((line, column, message),) = told(check_typography, article(text))
    assert (line, column) == (9, 5)
    assert "dấu nháy thẳng" in message
    assert "(2)" in message
    assert "(4)" in message


@pytest.mark.parametrize(
    "text",
    [
        '"Một" và "hai"',
        "“Một” ở huyện M'Đrắk, xã Ea H'leo",
        'màn hình 15" của “Ban”',
        '“Một” [sổ](a.md "tên") <b title="x">chữ</b>',
    ],
)
def test_quotes_of_one_kind_are_right(text: str) -> None:
    assert told(check_typography, article(text)) == []
