"""Marks of Git's, and keys below the front matter: nothing of them is published."""

from __future__ import annotations

import pytest
from bantin.errors import Problem
from bantin.records.models import Record
from bantin.records.reader import parse_record

from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI

HEAD = "title: Tin\ndate: 2021-10-05\nsection: chi-dao\n"
ARTICLE = f"---\n{HEAD}---\n\nThân bài.\n"


def read(text: str, uri: str = ARTICLE_URI) -> Record | list[Problem]:
    return parse_record(uri, text.encode())


def problem_of(text: str, uri: str = ARTICLE_URI) -> Problem:
    outcome = read(text, uri)
    assert isinstance(outcome, list), "accepted"
    [problem] = outcome
    return problem


CONFLICT = "<<<<<<< HEAD\n{}=======\n{}>>>>>>> nhanh\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (ARTICLE + CONFLICT.format("a\n", "b\n"), 8),
        (ARTICLE + CONFLICT.format("", ""), 8),
        (ARTICLE.replace("title: Tin\n", CONFLICT.format("title: A\n", "title: B\n")), 2),
        (ARTICLE.replace("---\n\n", "---\n" + CONFLICT.format("a\n", "b\n")), 6),
        (CONFLICT.format(ARTICLE, ARTICLE), 1),
        (ARTICLE + "<<<<<<< HEAD\na\n||||||| gốc\nb\n=======\nc\n>>>>>>> x\n", 8),
        (ARTICLE + "<<<<<<< HEAD\n", 8),
        (ARTICLE + ">>>>>>> nhanh\n", 8),
        (ARTICLE + "<<<<<<<\na\n", 8),
        (ARTICLE + "```\n" + CONFLICT.format("a\n", "b\n") + "```\n", 9),
        (ARTICLE + "=======\na\n>>>>>>> nhanh", 8),
    ],
)
def test_a_merge_that_nobody_finished_is_refused(text: str, line: int) -> None:
    problem = problem_of(text)
    assert (problem.line, problem.field) == (line, "")
    assert "Git" in problem.message
    marked = [
        number
        for number, one in enumerate(text.split("\n"), 1)
        if one[:7] in ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
    ]
    assert marked[0] == line
    for number in marked[1:]:
        assert str(number) in problem.hint


def test_the_remedy_for_a_conflict_leaves_a_sound_record() -> None:
    text = ARTICLE + CONFLICT.format("a\n", "b\n")
    gone = {problem_of(text).line, 10, 12}
    assert "10, 12" in problem_of(text).hint
    left = [one for number, one in enumerate(text.split("\n"), 1) if number not in gone]
    assert isinstance(read("\n".join(left)), Record)


@pytest.mark.parametrize(
    "more",
    [
        "Đề mục\n=======\n\nChữ.",
        "a <<<<<<< b",
        "> > > > > > > trích",
        ">>>>>>>> tám dấu",
        "<<<<<<<<",
        " <<<<<<< thụt vào",
        "|||||||\n\n=======",
    ],
)
def test_what_only_looks_like_a_conflict_is_text(more: str) -> None:
    assert isinstance(read(f"{ARTICLE}\n{more}\n"), Record)


EARLY = [
    ("status: draft\n\nThân bài.", 5),
    ("\nstatus: draft\n\nThân bài.", 6),
    ("status: draft\n---\n\nThân bài.", 5),
    ("# ghi chú\nstatus: draft\n---\n\nThân bài.", 6),
    ("#\n# Tác giả\n#author: A\nstatus: draft\n---\n", 8),
    ("status:\n---\n", 5),
    ("people:\n  - name: A\n---\n", 5),
    ("tags:\n- a\n---\nThân.", 5),
    ("  - name: A\nstatus: draft\n---\n", 6),
    ("statsu: draft\nsumary: A\n---\n", 5),
    ("---\nstatus: draft\n---\n", 6),
    ("featured: true\nThân bài.", 5),
]


@pytest.mark.parametrize(("rest", "line"), EARLY)
def test_keys_below_the_front_matter_are_refused(rest: str, line: int) -> None:
    problem = problem_of(f"---\n{HEAD}---\n{rest}\n")
    assert (problem.line, problem.field) == (line + 1, "")
    assert "không có tác dụng" in problem.message
    assert "dòng --- ở dòng 5" in problem.hint


def test_the_remedy_for_an_early_end_makes_the_draft_that_was_meant() -> None:
    text = f"---\n{HEAD}---\nstatus: draft\n---\n\nThân bài.\n"
    assert problem_of(text).hint == "xóa dòng --- ở dòng 5"
    lines = text.split("\n")
    del lines[4]
    record = read("\n".join(lines))
    assert isinstance(record, Record)
    assert record.model_dump()["status"] == "draft"
    moved = f"---\n{HEAD}---\nstatus: draft\n\nThân bài.\n"
    assert problem_of(moved).hint.startswith("chuyển dòng này")
    record = read(moved.replace("---\nstatus: draft\n", "status: draft\n---\n"))
    assert isinstance(record, Record)
    assert record.model_dump()["status"] == "draft"


def test_keys_of_another_kind_of_record_count_for_that_kind() -> None:
    head = "kind: TB\nnumber: 5/TB-VP\ntitle: A\ndate: 2013-10-10\nissuer: vp\n"
    assert problem_of(f"---\n{head}---\nfiling: VT\n", DOCUMENT_URI).line == 8
    assert isinstance(read(f"---\n{HEAD}---\nfiling: VT\n"), Record)


@pytest.mark.parametrize(
    "body",
    [
        "Ghi chú: nội dung.\n---\nTiếp.",
        "lưu ý: nội dung.\n---\nTiếp.",
        "email: a@b.vn\n---\nTiếp.",
        "---\n\nThân bài.",
        "Mở bài.\n\nstatus: draft",
        "- một\n- hai\n\nMở bài.\n\ntitle: x",
        "# Đề mục\n\nMở bài.",
        "https://a.vn\n---",
        "Title: A\nAuthor: B\n---",
    ],
)
def test_a_text_that_begins_with_a_word_and_a_colon_is_a_text(body: str) -> None:
    assert isinstance(read(f"---\n{HEAD}---\n\n{body}\n"), Record)


@pytest.mark.parametrize("digits", ["&#" + "9" * 5000, "&#x" + "f" * 5000, "&#1234567890;"])
def test_a_reference_beyond_all_numbers_is_refused(digits: str) -> None:
    problem = problem_of(f"{ARTICLE}\na {digits} b\n")
    assert problem.line == 9
    assert "không phải là ký tự nào" in problem.message
    assert len(str(problem)) < 500
