"""Each mistake in a record gives its Problem: line, field, message, remedy."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from bantin.errors import Problem
from bantin.records.models import Record
from bantin.records.reader import MAX_RECORD_BYTES, parse_record, read_record

from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI

ARTICLE = "---\ntitle: Tin\ndate: 2021-10-05\nsection: chi-dao\n{}\n---\n\nThân bài.\n"
DOCUMENT = "---\nkind: TB\nnumber: 5/TB-VP\ntitle: Về việc\ndate: 2013-10-10\nissuer: vp\n{}\n---\n"


def problems_of(text: str | bytes, uri: str = ARTICLE_URI) -> list[Problem]:
    outcome = parse_record(uri, text.encode() if isinstance(text, str) else text)
    return [] if isinstance(outcome, Record) else outcome


def problem_of(text: str | bytes, uri: str = ARTICLE_URI) -> Problem:
    [problem] = problems_of(text, uri)
    assert problem.path == uri
    assert problem.hint, "no remedy"
    return problem


def test_the_texts_below_are_sound_until_something_is_added() -> None:
    assert problems_of(ARTICLE.format("author: A")) == []
    assert problems_of(DOCUMENT.format("filing: VT"), DOCUMENT_URI) == []


@pytest.mark.parametrize(
    ("more", "line", "field", "message", "hint"),
    [
        ("tilte: A", 5, "tilte", "không có khóa này", "có phải là “title”"),
        ("xyzzy: A", 5, "xyzzy", "không có khóa này", "các khóa dùng được"),
        ("file: A", 5, "file", "không có khóa này", "xóa dòng này"),
        ("author: 5", 5, "author", "phải là chữ, không phải “5”", "dấu nháy kép"),
        ('author: ""', 5, "author", "để trống", "xóa hẳn dòng này"),
        ("views: 18.486", 5, "views", "phải là số nguyên", "18486"),
        ("views: nhiều", 5, "views", "phải là số nguyên, không phải “nhiều”", "18486"),
        ("views: -1", 5, "views", "số “-1” quá nhỏ", "nhỏ nhất là 0"),
        ("featured: yes", 5, "featured", "phải là true hoặc false, không phải “yes”", "true"),
        (
            'source: {url: "javascript:alert(1)"}',
            5,
            "source.url",
            "“javascript:alert(1)” không đúng dạng",
            "chép lại",
        ),
        ("field: y tế", 5, "field", "phải là danh sách", "“- ”"),
        ("field: [y tế, '…']", 5, "field[2]", "“…” không phải là tên lĩnh vực", "ví dụ giáo dục"),
        (f"field: [{'y ' * 40}]", 5, "field[1]", "không phải là tên lĩnh vực", "viết tên ngắn"),
        ("field: [Y tế, a, y  tế]", 5, "field", "“Y tế” và “y tế” là một lĩnh vực", "xóa một"),
        ("field: [y tế, y tế]", 5, "field", "“y tế” và “y tế” là một lĩnh vực", "xóa một"),
        ("field: [a, b, c, d, e, g]", 5, "field", "6 lĩnh vực là nhiều quá", "nhiều nhất 5"),
        ("tags: A", 5, "tags", "phải là danh sách", "“- ”"),
        ("status: xong", 5, "status", "“xong” không được dùng", "draft, published, withdrawn"),
        ("bodies: [Ban Mẫu]", 5, "bodies[1]", "“Ban Mẫu” không phải là tên tệp", "không dấu"),
        ("views_as_of: 5/1/2021", 5, "views_as_of", "không phải là ngày", "2021-01-05"),
        ("views_as_of: 2021-02-30", 5, "views_as_of", "không có ngày 2021-02-30", "2021-02-28"),
        ("people:\n  - positions: [A]", 6, "people[1].name", "thiếu khóa", "name: …"),
        ("people:\n  - name: A\n    id: B C", 7, "people[1].id", "không phải là tên tệp", "a"),
        ("people:\n  - name: A\n    age: 5", 7, "people[1].age", "không có khóa này", "xóa"),
        ('people:\n  - name: "…"', 6, "people[1].name", "không phải là họ tên", "bằng chữ"),
        ("people: [A]", 5, "people[1]", "phải gồm các dòng", "xem mẫu"),
        ("meeting:\n  venue: A", 5, "meeting.date", "thiếu khóa", "date: …"),
        ("source:\n  sha256: abc", 6, "source.sha256", "không đúng dạng", "chép lại"),
        ("figures:\n  - name: A\n    value: nhiều", 7, "figures[1].value", "phải là số", "số"),
        ("figures:\n  - name: A\n    value: true", 7, "figures[1].value", "phải là số", "số"),
        ('figures:\n  - {name: A, value: "1.250"}', 6, "figures[1].value", "“1.250”", "viết 1250"),
        ("figures:\n  - {name: A, value: '12,5'}", 6, "figures[1].value", "“12,5”", "viết 12.5"),
        ("figures:\n  - {name: A, value: 1.250.000}", 6, "figures[1].value", "số", "viết 1250000"),
        ('figures:\n  - {name: A, value: "81"}', 6, "figures[1].value", "“81”", "dấu nháy"),
        (
            "figures:\n  - {name: A, value: 81 người}",
            6,
            "figures[1].value",
            "số",
            "81, rồi ghi “người”",
        ),
        ("figures:\n  - name: A\n    value: 3,5%", 7, "figures[1].value", "số", "value: 3.5, rồi"),
        ("figures:\n  - name: A\n    value: 1.250 tỷ", 7, "figures[1].value", "số", "1250, rồi"),
        (
            "figures:\n  - name: A\n    value: 1.250",
            7,
            "figures[1].value",
            "“1.250” đọc thành số lẻ 1,250",
            "viết 1250; nếu đúng là số lẻ 1,250 thì thêm một số 0 ở cuối: 1.2500",
        ),
        (
            "figures:\n  - {name: A b, value: 1, unit: x}\n  - {value: 2, name: a  B, unit: X}",
            7,
            "figures[2].name",
            "chỉ tiêu “a  B” cùng đơn vị đã ghi ở figures[1]",
            "giữ lại một",
        ),
        ("redirect_from:\n  - ../a", 6, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: [/]", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a?']", 5, "redirect_from[1]", "không phải là địa chỉ", "?id=123"),
        ("redirect_from: ['a?x y']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a?b#c']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a%FFb']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['%2E%2E/a']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a%E2%80%AEb']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a%C2%85b']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a%7Fb']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['a%3Fb']", 5, "redirect_from[1]", "không phải là địa chỉ", "ví dụ"),
        ("redirect_from: ['https://a.vn/b']", 5, "redirect_from[1]", "không phải", "tên miền"),
    ],
)
def test_bad_value_of_an_article(more: str, line: int, field: str, message: str, hint: str) -> None:
    problem = problem_of(ARTICLE.format(more))
    assert (problem.line, problem.field) == (line, field)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message", "hint"),
    [
        ("title: Tin\n", "", 1, "title", "thiếu khóa này", "“title: …”"),
        ("title: Tin", "title:", 2, "title", "để trống", "xóa hẳn dòng này"),
        ("title: Tin", "title: 2021", 2, "title", "phải là chữ, không phải “2021”", "nháy kép"),
        ("2021-10-05", "2021-13-45", 3, "date", "không có ngày 2021-13-45", "(1–12)"),
        ("2021-10-05", "05/10/2021", 3, "date", "“05/10/2021” không phải là ngày", "2021-10-05"),
        ("2021-10-05", "5/10/2020", 3, "date", "“5/10/2020” không phải", "viết 2020-10-05"),
        ("2021-10-05", "32/11/2026", 3, "date", "không có ngày 2026-11-32", "đến 2026-11-30"),
        ("2021-10-05", "2021-10-05 25:00", 3, "date", "không có giờ 25:00", "00:00 đến 23:59"),
        ("2021-10-05", "2021-13-45 03:57", 3, "date", "không có ngày 2021-13-45", "(1–12)"),
        ("2021-10-05", "2021-10-05 03:57 EST", 3, "date", "múi giờ “EST”", "2021-10-05 03:57"),
        ("date: 2021-10-05", "date:", 3, "date", "để trống", "xóa hẳn dòng này"),
        ("2021-10-05", "2020-10-05", 3, "date", "không thuộc thư mục 2021/10", "tin-tuc/2020/10/"),
        (
            "2021-10-05",
            "2021-10-31T18:00Z",
            3,
            "date",
            "ngày 2021-11-01 (giờ Việt Nam)",
            "2021/11/",
        ),
        ("section: chi-dao\n", "", 1, "section", "thiếu khóa này", "“section: …”"),
    ],
)
def test_bad_head_of_an_article(
    old: str, new: str, line: int, field: str, message: str, hint: str
) -> None:
    problem = problem_of(ARTICLE.format("author: A").replace(old, new))
    assert (problem.line, problem.field) == (line, field)
    assert message in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("old", "new", "line", "field", "message"),
    [
        ("kind: TB", "kind: XX", 2, "kind", "không có loại văn bản “XX”"),
        ("5/TB-VP", "405", 3, "number", "phải là chữ"),
        ("5/TB-VP", "405/2013", 3, "number", "“405/2013” không phải là số, ký hiệu"),
        ("2013-10-10", "2014-10-10", 5, "date", "không thuộc thư mục 2013"),
        ("issuer: vp\n", "", 1, "issuer", "thiếu khóa này"),
    ],
)
def test_bad_head_of_a_document(old: str, new: str, line: int, field: str, message: str) -> None:
    problem = problem_of(DOCUMENT.format("filing: VT").replace(old, new), DOCUMENT_URI)
    assert (problem.line, problem.field) == (line, field)
    assert message in problem.message


@pytest.mark.parametrize(
    "months", ["0-9", "9-1", "1-13", "13", "1–9", "quý IV", "[0, 13]", "[9, 1]"]
)
def test_impossible_span_of_months_is_refused(months: str) -> None:
    more = f"meeting:\n  date: 2021-10-05\n  period:\n    year: 2021\n    months: {months}"
    problem = problem_of(ARTICLE.format(more))
    assert (problem.line, problem.field) == (9, "meeting.period.months")
    assert "không phải là khoảng tháng" in problem.message


def test_every_mistake_of_a_file_is_told() -> None:
    text = ARTICLE.format("views: -1\nxyzzy: A").replace("2021-10-05", "2021-13-45")
    assert {problem.field for problem in problems_of(text)} == {"date", "views", "xyzzy"}


@pytest.mark.parametrize(
    "value", ["1250", "12.5", "0.753", "1.2500", "1250.125", "-3", "1.25 # không phải 1.250"]
)
def test_plain_number_is_a_value(value: str) -> None:
    assert problems_of(ARTICLE.format(f"figures:\n  - name: A\n    value: {value}")) == []


def test_figures_of_one_name_may_have_two_units() -> None:
    one, other = (f"{{name: Hộ nghèo, value: 3, unit: {unit}}}" for unit in ("hộ", "'%'"))
    assert problems_of(ARTICLE.format(f"figures:\n  - {one}\n  - {other}")) == []


SOUND = ARTICLE.format("author: Ông A").encode()


@pytest.mark.parametrize(
    ("raw", "line", "message"),
    [
        (b"", 0, "0 byte"),
        (b" " * (MAX_RECORD_BYTES + 1), 0, "tệp quá lớn (1,0 MB)"),
        (b"\xef\xbb\xbf" + SOUND, 1, "BOM"),
        (unicodedata.normalize("NFD", SOUND.decode()).encode(), 5, "NFD"),
        (SOUND.replace("Ông".encode(), "Ông".encode("cp1258", "replace") + b"\xd4"), 5, "UTF-8"),
        (SOUND.replace(b"Tin", b"T\x07in"), 2, "ký tự điều khiển"),
        (SOUND.replace("Thân".encode(), b"Th\x00n"), 8, "ký tự điều khiển"),
        (SOUND.replace("Thân".encode(), "Th\t\xa0\x85\u200b\uffffn".encode()), 8, "ký tự"),
        (b"xin ch\xc3\xa0o", 1, "không mở đầu bằng dòng ---"),
    ],
)
def test_bad_bytes(raw: bytes, line: int, message: str) -> None:
    problem = problem_of(raw)
    assert (problem.line, problem.field) == (line, "")
    assert message in problem.message


def test_spaces_and_marks_that_do_not_print_are_no_control_characters() -> None:
    assert problems_of(SOUND + "\ta\xa0b c\u200bd\xade f\ufeff".encode()) == []


def test_deeply_nested_value_is_a_problem_like_any_other() -> None:
    assert problem_of(ARTICLE.format(f"tags: {'[' * 400}{']' * 400}")).field.startswith("tags[1]")


def test_longest_allowed_file_is_read() -> None:
    assert problems_of(SOUND.ljust(MAX_RECORD_BYTES, b"a")) == []


@pytest.mark.parametrize(
    "uri",
    [
        "tin-tuc/hop.md",
        "tin-tuc/2021/hop.md",
        "tin-tuc/2021/13/hop.md",
        "tin-tuc/2021/10/Hop.md",
        "tin-tuc/2021/10/họp.md",
        "tin-tuc/2021/10/a/hop.md",
        "tin-tuc/2021/10/hop.markdown",
        "tin-tuc/2021/10/hop.MD",
        "tin-tuc/2021/10/index.md",
        "van-ban/hop.md",
        "to-chuc/2021/hop.md",
        "to-chuc/index.md",
        "nguoi/a--b.md",
    ],
)
def test_file_in_the_wrong_place_is_told_where_to_go(tmp_path: Path, uri: str) -> None:
    path = tmp_path / uri
    path.parent.mkdir(parents=True)
    path.write_bytes(SOUND)
    outcome = read_record(tmp_path, uri)
    assert isinstance(outcome, list)
    [problem] = outcome
    assert "sai chỗ" in problem.message
    assert "đặt tệp trong " + uri.split("/")[0] in problem.hint


def test_file_that_cannot_be_opened_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "nguoi" / "a.md").mkdir(parents=True)
    [problem] = read_record(tmp_path, "nguoi/a.md")  # type: ignore[misc]
    assert "không mở được tệp" in problem.message


def test_problem_reads_as_place_fault_and_remedy() -> None:
    problem = Problem("a.md", 3, "date", "sai", "sửa")
    assert str(problem) == "a.md:3: [date] sai.\n    Cách sửa: sửa."
    assert str(Problem("a.md", 0, "", "sai")) == "a.md: sai."


def test_a_key_written_twice_hides_no_other_mistake() -> None:
    found = problems_of(ARTICLE.format("title: Tin nữa\nviews: nhiều"))
    assert [(problem.line, problem.field) for problem in found] == [(5, "title"), (6, "views")]
