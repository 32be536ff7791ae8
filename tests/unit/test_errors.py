"""How a Problem reads on an editor's terminal."""

from __future__ import annotations

from bantin.errors import Problem, ProblemsError


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
