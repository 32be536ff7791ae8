"""References that lead nowhere and identities taken twice, on their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.catalog.references import check_references
from bantin.errors import Problem
from bantin.records.reader import read_records

from tests.unit.in_memory import build_catalog
from tests.unit.samples import read_row

SOUND = {
    "chuyen-muc/chi-dao.md": "---\nname: Chỉ đạo\n---\n",
    "to-chuc/ban-mau.md": "---\nname: Ban\n---\n",
    "to-chuc/vp.md": "---\nname: Văn phòng\n---\n",
}
ARTICLE = "---\ntitle: A\ndate: 2021-10-05\nsection: chi-dao\n{}\n---\n"
DOCUMENT = "---\nkind: TB\nnumber: {}\ntitle: A\ndate: 2013-10-10\nissuer: {}\n---\n"
NEWS = "tin-tuc/2021/10/a.md"


def check(docs_dir: Path, files: dict[str, str]) -> list[Problem]:
    for uri, text in (SOUND | files).items():
        path = docs_dir / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    found = read_records(docs_dir)
    catalog = build_catalog(found, make_row=read_row)
    unreadable = {problem.path for problem in found.problems}
    return check_references(catalog, docs_dir, unreadable=unreadable)


def test_sound_records_have_no_problem(tmp_path: Path) -> None:
    more = "bodies: [ban-mau]\nmeeting: {date: 2021-10-05, bodies: [vp]}"
    files = {NEWS: ARTICLE.format(more), "van-ban/2013/a.md": DOCUMENT.format("5/TB", "vp")}
    assert check(tmp_path, files) == []


@pytest.mark.parametrize(
    ("more", "line", "field", "message", "hint"),
    [
        ("bodies:\n  - vp\n  - ban-mao", 7, "bodies[2]", "to-chuc/ban-mao.md", "“ban-mau”"),
        ("publisher: xyz", 5, "publisher", "to-chuc/xyz.md", "tạo tệp"),
        ("people:\n  - name: B\n    id: b", 7, "people[1].id", "nguoi/b.md", "tạo tệp"),
        (
            "meeting:\n  date: 2021-10-05\n  bodies: [ban-mao]",
            7,
            "meeting.bodies[1]",
            "to-chuc/ban-mao.md",
            "“ban-mau”",
        ),
    ],
)
def test_unknown_name_in_an_article(
    tmp_path: Path, more: str, line: int, field: str, message: str, hint: str
) -> None:
    [problem] = check(tmp_path, {NEWS: ARTICLE.format(more)})
    assert (problem.path, problem.line, problem.field) == (NEWS, line, field)
    assert problem.message == f"không có {message}"
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("uri", "text", "line", "field"),
    [
        (NEWS, ARTICLE.format("").replace("chi-dao", "chi-dau"), 4, "section"),
        ("van-ban/2013/a.md", DOCUMENT.format("5/TB", "xyz"), 6, "issuer"),
        ("to-chuc/a.md", "---\nname: A\nparent: xyz\n---\n", 3, "parent"),
        ("to-chuc/a.md", "---\nname: A\nsucceeded_by: xyz\n---\n", 3, "succeeded_by"),
    ],
)
def test_unknown_name_elsewhere(tmp_path: Path, uri: str, text: str, line: int, field: str) -> None:
    [problem] = check(tmp_path, {uri: text})
    assert (problem.path, problem.line, problem.field) == (uri, line, field)


def test_target_that_could_not_be_read_is_not_told_of_again(tmp_path: Path) -> None:
    assert check(tmp_path, {NEWS: ARTICLE.format(""), "chuyen-muc/chi-dao.md": ""}) == []


@pytest.mark.parametrize("again", ["05/TB-VP", "5/tb-vp", "5/TB - VP", "5/TB-V.P"])
def test_one_number_written_in_two_ways_clashes(tmp_path: Path, again: str) -> None:
    first, second = "van-ban/2013/a.md", "van-ban/2013/b.md"
    files = {first: DOCUMENT.format("5/TB-VP", "vp"), second: DOCUMENT.format(again, "vp")}
    [problem] = check(tmp_path, files)
    assert (problem.path, problem.line, problem.field) == (second, 3, "number")
    assert f"đã có ở {first}" in problem.message


def test_same_number_of_another_body_or_year_does_not_clash(tmp_path: Path) -> None:
    text = DOCUMENT.format("5/TB-VP", "vp")
    files = {
        "van-ban/2013/a.md": text,
        "van-ban/2013/b.md": DOCUMENT.format("5/TB-VP", "ban-mau"),
        "van-ban/2014/c.md": text.replace("2013", "2014"),
        "van-ban/2013/d.md": DOCUMENT.format("6/TB-VP", "vp"),
    }
    assert check(tmp_path, files) == []


def test_names_that_differ_in_marks_only_are_no_silent_merger(tmp_path: Path) -> None:
    files = {
        NEWS: ARTICLE.format("people: [{name: Thử Thị Hạnh}, {name: Thử Thị Hoà}]"),
        "tin-tuc/2021/10/b.md": ARTICLE.format(
            "people: [{name: Thử Thị Hanh}]\nmeeting: {date: 2021-10-05, chairs: [THỬ THỊ HÒA]}"
        ),
    }
    [problem] = check(tmp_path, files)
    assert (problem.path, problem.line) == ("tin-tuc/2021/10/b.md", 5)
    assert problem.field == "people[1].name"
    assert f"“Thử Thị Hạnh” (trong {NEWS})" in problem.message


def test_an_id_tells_namesakes_apart(tmp_path: Path) -> None:
    files = {
        "nguoi/thu-thi-hanh-2.md": "---\nname: Thử Thị Hanh\n---\n",
        NEWS: ARTICLE.format("people: [{name: Thử Thị Hạnh}]"),
        "tin-tuc/2021/10/b.md": ARTICLE.format(
            "people: [{name: Thử Thị Hanh, id: thu-thi-hanh-2}]"
        ),
    }
    assert check(tmp_path, files) == []
