"""The lines around a front matter: taken, or told of and mended."""

from __future__ import annotations

import pytest
from bantin.checking.automatic_fixes import mend_text
from bantin.errors import Problem, printable
from bantin.records.models import Record
from bantin.records.reader import parse_record

URI = "tin-tuc/2026/11/a.md"
HEAD = "title: Tin\ndate: 2026-11-10\nsection: x"


def file_of(opening: str = "---", closing: str = "---") -> str:
    return f"{opening}\n{HEAD}\n{closing}\n\nChữ.\n"


@pytest.mark.parametrize(
    "opening",
    [
        "--- ",
        "---\t",
        "---\u00a0",
        "----",
        "-----------",
        "\n---",
        "\n\n \n---",
        " \n----  ",
        "---\n\n",
    ],
)
@pytest.mark.parametrize("closing", ["---", "--- ", "----", "---\t"])
def test_a_fence_may_be_long_and_have_spaces_behind_and_lines_above(
    opening: str, closing: str
) -> None:
    text = file_of(opening, closing)
    found = parse_record(URI, text.encode())
    assert isinstance(found, Record), found
    assert found.body == "Chữ."
    assert found.file.body_line == text.split("\n").index("Chữ.") + 1
    wrong = parse_record(URI, text.replace("section", "sectoin").encode())
    assert isinstance(wrong, list)
    lines = [one.line for one in wrong if one.field == "sectoin"]
    assert lines == [text.split("\n").index("section: x") + 1]


DASHES = ["—", "–--", "—-", "––", "--", " ---", "- - -", "---\u200b", "___", "−−−", "‐‐‐", "───"]


@pytest.mark.parametrize("dashes", DASHES)
def test_what_a_word_processor_makes_of_an_opening_fence_is_told_and_mended(dashes: str) -> None:
    check_mended(file_of(dashes), 1, dashes)
    check_mended("\n" + file_of(dashes), 2, dashes)


@pytest.mark.parametrize("dashes", [*DASHES, "...", " ... "])
def test_what_a_word_processor_makes_of_a_closing_fence_is_told_and_mended(dashes: str) -> None:
    check_mended(file_of(closing=dashes), 5, dashes)


def test_both_fences_are_mended_at_once_and_windows_line_ends_stay() -> None:
    text = file_of("—", "–--").replace("\n", "\r\n")
    found = mend_text(URI, text.encode())
    assert found is not None
    assert found.after == file_of().replace("\n", "\r\n")


def check_mended(text: str, line: int, dashes: str) -> None:
    found = parse_record(URI, text.encode())
    assert isinstance(found, list)
    [problem] = found
    assert (problem.line, problem.message) == (
        line,
        f"dòng “{printable(dashes.strip())}” không phải là ba dấu gạch nối ---",
    )
    assert "--fix" in problem.hint
    mended = mend_text(URI, text.encode())
    assert mended is not None
    lines = text.split("\n")
    assert mended.after == "\n".join([*lines[: line - 1], "---", *lines[line:]])
    assert isinstance(parse_record(URI, mended.after.encode()), Record)


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("", 0, "tệp rỗng", "viết nội dung"),
        ("\n\n", 1, "không mở đầu bằng dòng ---", "giữa hai dòng ---"),
        ("Chữ.\n", 1, "không mở đầu bằng dòng ---", "giữa hai dòng ---"),
        (f"{HEAD}\n---\n\nChữ.\n", 1, "không mở đầu bằng dòng ---", "lên trên dòng này"),
        (f"\n{HEAD}\n---\n\nChữ.\n", 2, "không mở đầu bằng dòng ---", "lên trên dòng này"),
        ('+++\ntitle = "Tin"\n+++\n\nChữ.\n', 1, "kiểu TOML", "thay hai dòng +++ bằng ---"),
        (f"---\n{HEAD}\n\nChữ.\n", 1, "không có dòng --- kết thúc", "thêm dòng ---"),
        (f"-\n{HEAD}\n---\n", 1, "không mở đầu bằng dòng ---", "giữa hai dòng ---"),
    ],
)
def test_what_no_fix_can_mend_is_told(text: str, line: int, message: str, hint: str) -> None:
    found = parse_record(URI, text.encode())
    assert isinstance(found, list)
    problem: Problem = found[0]
    assert problem.line == line
    assert message in problem.message
    assert hint in problem.hint
    assert mend_text(URI, text.encode()) is None


def test_a_line_of_dashes_in_the_text_stays() -> None:
    text = file_of() + "\n—\n\n--\n\n...\n"
    assert isinstance(parse_record(URI, text.encode()), Record)
    assert mend_text(URI, text.encode()) is None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1258", "latin-1"])
def test_another_encoding_is_told_with_a_remedy_for_notepad(encoding: str) -> None:
    text = file_of().replace("Tin", "Ông à")
    found = parse_record(URI, text.encode(encoding, "replace"))
    assert isinstance(found, list)
    [problem] = found
    assert "UTF-8" in problem.message
    assert "Lưu dưới dạng…" in problem.hint
    assert problem.line == (1 if "16" in encoding else 2)


def test_one_broken_letter_is_not_mended_by_another_encoding() -> None:
    raw = file_of().replace("Tin", "Thường trực tỉnh ủy").encode() + b"\nh\xf4m nay\n"
    found = parse_record(URI, raw)
    assert isinstance(found, list)
    [problem] = found
    assert (problem.line, "ký tự hỏng" in problem.message) == (9, True)
    assert "gõ lại" in problem.hint
