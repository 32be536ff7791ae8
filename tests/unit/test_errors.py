"""How a Problem reads on an editor's terminal."""

from __future__ import annotations

import pickle
import unicodedata

import pytest
from bantin.errors import (
    LONGEST_MESSAGE,
    AnswerError,
    BantinError,
    Problem,
    ProblemsError,
    printable,
    shorten,
)
from hypothesis import given, settings
from hypothesis import strategies as st


def test_problem_says_file_line_field_fault_and_remedy() -> None:
    problem = Problem("tin-tuc/a.md", 3, "date", "không có ngày này", "xem lại lịch")
    assert str(problem) == (
        "tin-tuc/a.md:3: [date] không có ngày này.\n    Cách sửa: xem lại lịch."
    )


def test_line_and_field_are_left_out_where_the_whole_file_is_meant() -> None:
    assert str(Problem("a.md", 0, "", "tệp rỗng")) == "a.md: tệp rỗng."


def test_a_column_is_told_where_it_is_known() -> None:
    assert str(Problem("a.md", 3, "", "thừa dấu cách", "", 7)) == "a.md:3:7: thừa dấu cách."


def test_a_question_gets_no_full_stop() -> None:
    assert str(Problem("a.md", 1, "x", "không có y", "có phải là “z”?")).endswith("“z”?")


def test_problems_come_by_file_and_line_each_once() -> None:
    late, early = Problem("b.md", 9, "", "hai"), Problem("b.md", 2, "", "một")
    assert ProblemsError([late, early, late]).problems == (early, late)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\x1b]0;a\x07", r"\x1b]0;a\x07"),
        ("\0", r"\x00"),
        ("\x7f", r"\x7f"),
        ("\x9b2J", r"\x9b2J"),
        ("\u202etxt", r"\u202etxt"),
        ("\u2066", r"\u2066"),
        ("\u200b", r"\u200b"),
        ("a\u2028b", r"a\u2028b"),
        ("\x85", r"\x85"),
        ("\r", r"\x0d"),
        ("\ud800", r"\ud800"),
        ("\udcff", r"\udcff"),
        ("\uffff", r"\uffff"),
        ("\U000e0041", r"\U000e0041"),
        ("Đắk\u00a0Nông\n\t– “½” 👩", "Đắk\u00a0Nông\n\t– “½” 👩"),
        (r"\x1b", r"\x1b"),
    ],
)
def test_what_a_terminal_would_obey_is_written_out(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert printable(shown) == shown
    assert str(AnswerError(text)) == shown
    shown_in_line = shown.replace("\n", r"\n").replace("\t", r"\t")
    assert str(Problem(text, 1, text, text, text)) == (
        f"{shown_in_line}:1: [{shown_in_line}] {shown_in_line}.\n    Cách sửa: {shown_in_line}."
    )


def test_a_path_stays_what_it_is_for_programs() -> None:
    problem = Problem("a\x1b.md", 1, "", "sai")
    assert problem.path == "a\x1b.md"
    assert problem.shown_path == r"a\x1b.md"


def test_a_long_text_keeps_its_beginning_and_its_end() -> None:
    assert shorten("abcdefghij", 10) == "abcdefghij"
    assert shorten("abcdefghijk", 10) == "abcdef…ijk"


def test_a_message_about_a_long_key_is_readable() -> None:
    told = str(
        Problem("tin-tuc/2021/10/a.md", 5, "k" * 10_000, "không có khóa này", "xóa dòng này")
    )
    assert told.startswith("tin-tuc/2021/10/a.md:5: [kkk")
    assert told.endswith("kkk] không có khóa này.\n    Cách sửa: xóa dòng này.")
    assert "…" in told


def test_a_message_that_quotes_a_long_value_keeps_its_words() -> None:
    problem = Problem("a.md", 5, "x", f"giá trị “{'a' * 10_000}” không hợp lệ", "xem mẫu")
    assert problem.message.startswith("giá trị “aaa")
    assert problem.message.endswith("aaa” không hợp lệ")
    assert problem.hint == "xem mẫu"


def test_any_error_is_short() -> None:
    assert len(str(BantinError("a" * 10_000))) == LONGEST_MESSAGE
    # Many short ones are no long one.
    many = ProblemsError(Problem("a.md", line, "", "sai") for line in range(1_000))
    assert len(str(many).split("\n")) == 1_000


any_text = st.text(st.characters(), max_size=9) | st.text(st.characters(), max_size=9).map(
    lambda text: text * 200
)


@settings(max_examples=300)
@given(any_text, st.integers(0, 10**9), any_text, any_text, any_text, st.integers(0, 10**9))
def test_a_problem_of_anything_is_short_and_harmless(
    path: str, line: int, field: str, message: str, hint: str, column: int
) -> None:
    problem = Problem(path, line, field, message, hint, column)
    told = str(problem)
    assert len(told) <= LONGEST_MESSAGE
    assert all(
        unicodedata.category(char) not in ("Cc", "Cf", "Cs") for char in told if char != "\n"
    )
    assert told.count("\n") <= 1
    told.encode()
    assert pickle.loads(pickle.dumps(problem)) == problem
    again = Problem(path, line, problem.field, problem.message, problem.hint, column)
    assert again == problem
