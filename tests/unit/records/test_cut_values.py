"""A comment that may be a part of a text, and other signs of YAML's that take words away."""

from __future__ import annotations

import re

import pytest
from bantin.errors import Problem
from bantin.records.front_matter import split_front_matter
from bantin.records.models import Record
from bantin.records.reader import parse_record
from bantin.records.yaml_values import quote
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI

ARTICLE = "---\ntitle: Tin\ndate: 2021-10-05\nsection: chi-dao\n{}\n---\n"
DOCUMENT = "---\nkind: TB\nnumber: 5/TB-VP\ntitle: Về việc\ndate: 2013-10-10\nissuer: vp\n{}\n---\n"
BODY = "---\nname: Ban\n{}\n---\n"
SECTION = "---\nname: Mục\n{}\n---\n"
PERSON = "---\nname: Lê Thị A\n{}\n---\n"
URIS = {
    ARTICLE: ARTICLE_URI,
    DOCUMENT: DOCUMENT_URI,
    BODY: "to-chuc/ban.md",
    SECTION: "chuyen-muc/muc.md",
    PERSON: "nguoi/a.md",
}


def problems_of(head: str, more: str) -> list[Problem]:
    outcome = parse_record(URIS[head], head.format(more).encode())
    return [] if isinstance(outcome, Record) else outcome


def remedy_of(problem: Problem) -> str:
    """Return the value that a remedy tells to write."""
    match = re.search(r"dấu nháy(?: kép)?: (.+?)(?:; nếu |$)", problem.hint)
    assert match, problem.hint
    return match[1]


TEXTS = [
    (ARTICLE, "author: {}", "author"),
    (ARTICLE, "summary: {}", "summary"),
    (ARTICLE, "tags:\n  - {}", "tags[1]"),
    (ARTICLE, "field: [y tế]\ntags:\n  - A\n  - {}", "tags[2]"),
    (ARTICLE, "people:\n  - name: {}", "people[1].name"),
    (ARTICLE, "people:\n  - name: A\n    positions:\n      - {}", "people[1].positions[1]"),
    (ARTICLE, "meeting:\n  date: 2021-10-05\n  venue: {}", "meeting.venue"),
    (ARTICLE, "meeting:\n  date: 2021-10-05\n  chairs:\n    - {}", "meeting.chairs[1]"),
    (ARTICLE, "figures:\n  - name: {}\n    value: 5", "figures[1].name"),
    (ARTICLE, "figures:\n  - name: A\n    value: 5\n    sentence: {}", "figures[1].sentence"),
    (ARTICLE, "photos:\n  - caption: {}", "photos[1].caption"),
    (ARTICLE, "photos:\n  - caption: A\n    alt: {}", "photos[1].alt"),
    (ARTICLE, "photos:\n  - src: {}", "photos[1].src"),
    (ARTICLE, "attachments:\n  - src: a.pdf\n    title: {}", "attachments[1].title"),
    (ARTICLE, "changes:\n  - date: 2021-10-06\n    note: {}", "changes[1].note"),
    (ARTICLE, "source:\n  header:\n    - {}", "source.header[1]"),
    (DOCUMENT, "place: {}", "place"),
    (DOCUMENT, "recipients:\n  - {}", "recipients[1]"),
    (DOCUMENT, "filing: {}", "filing"),
    (DOCUMENT, "replaces:\n  - {}", "replaces[1]"),
    (DOCUMENT, "signer:\n  name: A\n  position: {}", "signer.position"),
    (BODY, "province: {}", "province"),
    (BODY, "short_names:\n  - {}", "short_names[1]"),
    (SECTION, "description: {}", "description"),
    (PERSON, "note: {}", "note"),
]


@pytest.mark.parametrize(("head", "more", "field"), TEXTS, ids=[field for _, _, field in TEXTS])
def test_words_behind_a_hash_are_told_and_the_remedy_keeps_them(
    head: str, more: str, field: str
) -> None:
    written = 'Hội thi “Bàn tay vàng” #2 của "tỉnh"'
    [problem] = problems_of(head, more.format(written))
    text = head.format(more.format(written))
    line = 1 + text.count("\n", 0, text.index("#2"))
    assert (problem.line, problem.field) == (line, field)
    assert "#2 của" in problem.message
    mended = more.format(remedy_of(problem))
    assert problems_of(head, mended) == []
    assert written in str(split_front_matter(head.format(mended)).values)


@pytest.mark.parametrize(("head", "more", "field"), TEXTS, ids=[field for _, _, field in TEXTS])
def test_the_other_remedy_moves_the_comment_to_a_line_of_its_own(
    head: str, more: str, field: str
) -> None:
    [problem] = problems_of(head, more.format("Chữ  # ghi chú"))
    assert "chuyển nó lên một dòng riêng" in problem.hint
    lines = more.format("Chữ").split("\n")
    at = next(number for number, line in enumerate(lines) if "Chữ" in line)
    indent = " " * (len(lines[at]) - len(lines[at].lstrip()))
    lines.insert(at, f"{indent}# ghi chú")
    assert problems_of(head, "\n".join(lines)) == []


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("Hội thi #2", "Hội thi #2"),
        ("Tin\t#2", "Tin #2"),
        ('"Bàn tay" #2', '"Bàn tay" #2'),
        ("'Bàn tay' #2", "'Bàn tay' #2"),
        ("Hội thi\n  vòng hai #2", "Hội thi vòng hai #2"),
        ("Hội thi\n  #2 vòng hai", "Hội thi #2 vòng hai"),
        ("Ổ D:\\anh #2", "Ổ D:\\anh #2"),
        ("Kon Plông's #2", "Kon Plông's #2"),
        ('"Ea H\'leo" #2', '"Ea H\'leo" #2'),
        ("#PhuNu", "#PhuNu"),
        ("# PhuNu", "# PhuNu"),
        ("! Khẩn", "! Khẩn"),
        ("!Khẩn", "!Khẩn"),
        ("!Khan cap", "!Khan cap"),
        ("&tin vắn", "&tin vắn"),
        ("*Tin", "*Tin"),
        ("[Ảnh] Hội thi", "[Ảnh] Hội thi"),
        ("{Ảnh} Hội thi", "{Ảnh} Hội thi"),
        ("@Hội", "@Hội"),
        ("%Hộ nghèo", "%Hộ nghèo"),
        ("- Hội thi", "- Hội thi"),
        ("> 50 tuổi", "> 50 tuổi"),
        ("| Hội", "| Hội"),
        ("`Hội`", "`Hội`"),
        ("? Ai", "? Ai"),
        ('"Bàn tay" vàng', '"Bàn tay" vàng'),
        ("'Bàn tay' vàng", "'Bàn tay' vàng"),
        ("Đánh giá: kết quả", "Đánh giá: kết quả"),
        ("Đánh giá: vòng #2", "Đánh giá: vòng #2"),
    ],
)
def test_a_remedy_followed_to_the_letter_gives_the_words_as_written(
    written: str, wanted: str
) -> None:
    text = ARTICLE.format("author: A").replace("title: Tin", f"title: {written}")
    outcome = parse_record(ARTICLE_URI, text.encode())
    assert isinstance(outcome, list)
    [problem] = [one for one in outcome if one.field == "title"]
    assert problem.line == 2
    after = text.replace(written, remedy_of(problem))
    record = parse_record(ARTICLE_URI, after.encode())
    assert isinstance(record, Record), record
    assert record.model_dump()["title"] == wanted


@pytest.mark.parametrize(
    "more",
    [
        "status: draft  # nháp",
        "views_as_of: 2021-10-06 # ngày chụp",
        "views: 5 # ở cổng cũ",
        "featured: true # tuần này",
        "publisher: ban # cơ quan",
        "bodies: [ban] # cơ quan",
        "bodies:\n  - ban # cơ quan",
        "figures:\n  - name: A\n    value: 1.25 # không phải 1.250",
        "meeting:\n  date: 2021-10-05 # họp",
        "meeting:\n  date: 2021-10-05\n  period: {year: 2021,\n  months: 1-9} # quý",
        "redirect_from:\n  - tin/cu.aspx # địa chỉ cũ",
        "source:\n  url: https://a.vn/b # bài gốc",
        "source:\n  url: https://a.vn/b#c",
        "people: # những người\n  - name: A",
        "summary: | # nhiều dòng\n  Một #1\n  hai # hai",
        "summary: > # nhiều dòng\n  Một #1",
        "# ghi chú\nauthor: A\n# ghi chú\n",
        "tags:\n  # ghi chú\n  - A\n  # ghi chú\n  - B",
        "tags: [\n  # ghi chú\n  A,\n  # ghi chú\n  B]",
        "author: A#2",
        'author: "A #2"',
        "author: 'A #2'",
        "tags: ['a #1', \"b #2\"]",
        "author: ~ # chưa rõ",
    ],
)
def test_a_comment_that_takes_no_words_is_a_comment(more: str) -> None:
    assert problems_of(ARTICLE, more) == []


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("tags: [A, #B\n  C]", 5),
        ("tags:\n  [A,\n  B, # C\n  D]", 7),
        ("tags: [ #A\n  B]", 5),
        ("people: [{name: A, #B\n  id: a}]", 5),
        ("tags: [A, B #C]", 5),
        ("tags: [A, B #C\n  , D]", 5),
        ("tags:\n  - #A", 6),
        ("views: # chưa rõ", 5),
        ("photos:\n  - caption: #A\n    alt: B", 6),
    ],
)
def test_words_that_a_hash_takes_from_a_list_or_a_key_are_told(more: str, line: int) -> None:
    [problem] = problems_of(ARTICLE, more)
    assert problem.line == line
    assert "#" in problem.message
    assert "dấu nháy kép" in problem.hint
    assert "dòng riêng" in problem.hint


def test_a_long_text_is_named_by_its_two_ends() -> None:
    [problem] = problems_of(ARTICLE, f"summary: {'Một câu dài ' * 30}#2 {'và nữa ' * 30}")
    assert "ở trước “Một câu dài" in problem.hint
    assert "và nữa”" in problem.hint
    assert len(str(problem)) <= 500


@pytest.mark.parametrize(
    ("more", "line", "field", "says", "remedy"),
    [
        ("author:A", 5, "author", "phải có một dấu cách", "“author: A”"),
        ("author:\u00a0A", 5, "author", "phải có một dấu cách", "“author: A”"),
        ("author: A\nfeatured:true", 6, "featured", "phải có một dấu cách", "“featured: true”"),
        (
            "meeting:\n  date: 2021-10-05\n  venue:Hà Nội",
            7,
            "venue",
            "phải có một dấu cách",
            "“venue: Hà Nội”",
        ),
        ("...\nauthor: A", 5, "", "dòng ... kết thúc", "xóa dòng ấy"),
        ("author: A\n...\nviews: 5", 6, "", "dòng ... kết thúc", "xóa dòng ấy"),
        ("people:\n\t- name: A", 6, "", "phím Tab", "dấu cách"),
        ("people:\n  - name: A\n\t  id: a", 7, "id", "phím Tab", "dấu cách"),
        ("people:\n\u00a0 - name: A", 6, "", "U+00A0", "dấu cách thường"),
        ("people:\n  - name: A\n\u3000 id: a", 7, "", "U+3000", "dấu cách thường"),
    ],
)
def test_slips_around_keys_are_told_where_they_are(
    more: str, line: int, field: str, says: str, remedy: str
) -> None:
    found = problems_of(ARTICLE, more)
    assert (found[0].line, found[0].field) == (line, field), found
    assert says in found[0].message
    assert remedy in found[0].hint


@given(st.text("a\"'\\ #:đ", min_size=1).filter(lambda text: text == text.strip() != ""))
def test_what_is_quoted_reads_back_the_same(text: str) -> None:
    assert split_front_matter(f"---\na: {quote(text)}\n---\n").values == {"a": text}
