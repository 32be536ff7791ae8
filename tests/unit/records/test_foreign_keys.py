"""Keys and values of other systems: the hint, followed to the letter, does what was meant."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bantin.errors import Problem
from bantin.records.models import Record
from bantin.records.reader import parse_record

KINDS = {
    "news": ("tin-tuc/2026/11/a.md", "title: Tin\ndate: 2026-11-10\nsection: x"),
    "notice": (
        "van-ban/2026/p.md",
        "kind: TB\nnumber: 5/TB\ntitle: Kết luận\ndate: 2026-11-10\nissuer: ban",
    ),
    "body": ("to-chuc/ban.md", "name: Ban"),
    "section": ("chuyen-muc/x.md", "name: Mục"),
    "person": ("nguoi/a.md", "name: Lê A"),
}


def read(kind: str, *lines: str, without: str = "") -> Record | list[Problem]:
    uri, head = KINDS[kind]
    kept = [line for line in head.split("\n") if not without or not line.startswith(without)]
    text = "\n".join(["---", *kept, *lines, "---", "", "Chữ."])
    return parse_record(uri, text.encode())


def hint(kind: str, line: str, *others: str, without: str = "") -> str:
    found = read(kind, line, *others, without=without)
    assert isinstance(found, list)
    (key, _, _) = line.partition(":")
    [problem] = [one for one in found if one.field == key]
    return problem.hint


def followed(kind: str, line: str, without: str = "") -> Record:
    """Do what the hint says, to the letter."""
    told = hint(kind, line, without=without)
    if match := re.search(r"thay dòng này bằng “(.+?)”(?: |;|$)", told):
        line = match[1]
    elif match := re.search(r"đổi tên khóa này thành “(.+?)”", told):
        line = match[1] + line[line.index(":") :]
    elif match := re.search(r"^viết “(.+?)”", told):
        line = match[1]
    else:
        assert told.startswith("xóa dòng này"), told
        line = "# xóa"
    outcome = read(kind, line, without=without)
    assert isinstance(outcome, Record), (told, outcome)
    return outcome


@pytest.mark.parametrize("kind", ["news", "notice"])
@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("published: false", "draft"),
        ("draft: true", "draft"),
        ("Draft: yes", "draft"),
        ("private: true", "draft"),
        ("password: mật", "draft"),
        ("trang_thai: nháp", "draft"),
        ("post_status: pending", "draft"),
        ("status: Draft", "draft"),
        ("status: DRAFT", "draft"),
        ("status: nháp", "draft"),
        ("status: Nháp", "draft"),
        ("status: bản nháp", "draft"),
        ("status: Thu hồi", "withdrawn"),
        ("status: publish", "published"),
        ("visibility: public", "published"),
        ("published: true", "published"),
        ("draft: false", "published"),
        ("hidden: false", "published"),
    ],
)
def test_what_is_no_published_record_is_none_after_the_remedy(
    kind: str, line: str, status: str
) -> None:
    assert followed(kind, line).model_dump()["status"] == status


@pytest.mark.parametrize(
    ("kind", "line", "field", "value"),
    [
        ("news", "permalink: /2020/05/x.html", "redirect_from", ("2020/05/x.html",)),
        ("news", "aliases: [/a/b/, 'https://x.vn/c?id=1']", "redirect_from", ("a/b", "c?id=1")),
        ("news", "url: https://x.vn/tin/12.aspx", "redirect_from", ("tin/12.aspx",)),
        ("body", "alias: /co-quan/cu", "redirect_from", ("co-quan/cu",)),
        ("news", "permalink: /:year/:title/", "redirect_from", ()),
        ("news", "slug: Tin Mới", "redirect_from", ()),
        ("news", "description: Tóm tắt", "summary", "Tóm tắt"),
        ("news", "excerpt: Tóm tắt", "summary", "Tóm tắt"),
        ("notice", "Mô tả: Tóm tắt", "summary", "Tóm tắt"),
        ("news", "sapo: Tóm tắt", "summary", "Tóm tắt"),
        ("section", "excerpt: Tóm tắt", "description", "Tóm tắt"),
        ("person", "description: Nhà văn", "note", "Nhà văn"),
        ("news", "categories: [a, b]", "section", "x"),
        ("notice", "categories: [a, b]", "tags", ("a", "b")),
        ("news", "keywords: a, b", "tags", ("a", "b")),
        ("news", "Từ khóa: [a]", "tags", ("a",)),
        ("news", "tac_gia: M.L", "author", "M.L"),
        ("news", "authors: [A, B]", "author", "A, B"),
        ("news", "pinned: true", "featured", True),
        ("news", "sticky: false", "featured", False),
        ("news", "featured: yes", "featured", True),
        ("news", "time_verified: không", "time_verified", False),
        ("news", "luot_xem: 12", "views", 12),
        ("section", "weight: 3", "order", 3),
        ("body", "truc_thuoc: ubnd", "parent", "ubnd"),
        ("body", "kind: Văn phòng", "kind", "office"),
        ("body", "kind: Department", "kind", "department"),
        ("body", "ten_viet_tat: VP, VPUB", "short_names", ("VP", "VPUB")),
        ("notice", "lĩnh vực: Y tế", "field", ("Y tế",)),
        ("notice", "ngay_hieu_luc: 2026-12-01", "effective", None),
        ("news", "layout: post", "title", "Tin"),
        ("news", "type: post", "title", "Tin"),
        ("notice", "type: post", "kind", "TB"),
        ("news", "weight: 3", "title", "Tin"),
        ("news", "comments: false", "title", "Tin"),
        ("news", "expiryDate: 2027-01-01", "status", "published"),
        ("news", "modified: hôm qua", "changes", ()),
    ],
)
def test_a_key_of_another_system_gets_ours(kind: str, line: str, field: str, value: Any) -> None:
    record = followed(kind, line)
    found = getattr(record, field)
    assert (f"{found}" == "2026-12-01") if field == "effective" else found == value


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("tieu_de: Tin", "title"),
        ("Title: Tin", "title"),
        ("headline: Tin", "title"),
        ("ngay: 2026-11-10", "date"),
        ("DATE: 2026-11-10", "date"),
        ("publishDate: 2026-11-10T02:14:49.000Z", "date"),
        ("published: 2026-11-10", "date"),
        ("chuyen_muc: x", "section"),
    ],
)
def test_a_required_key_under_another_name_is_renamed(line: str, field: str) -> None:
    if field == "section":
        assert "ví dụ section: x" in hint("news", line, without="section")
    else:
        assert followed("news", line, without=f"{field}:")


@pytest.mark.parametrize("line", ["updated: 2026-11-12", "lastmod: 2026-11-12T02:14:49Z"])
def test_the_day_of_a_change_is_kept(line: str) -> None:
    record = followed("news", line)
    assert [f"{one['date']}" for one in record.model_dump()["changes"]] == ["2026-11-12"]


@pytest.mark.parametrize(
    ("line", "src", "is_far"),
    [
        ("image: a.jpg", "a.jpg", False),
        ("cover: {image: b.png}", "b.png", False),
        ("images: [c.jpg]", "c.jpg", False),
        ("thumbnail: https://x.vn/anh/d.jpg", "d.jpg", True),
        ("featured_image: /uploads/e.jpg", "e.jpg", True),
    ],
)
def test_a_picture_goes_among_the_photos(line: str, src: str, is_far: bool) -> None:
    record = followed("news", line)
    assert [one["src"] for one in record.model_dump()["photos"]] == [src]
    assert ("tải ảnh về" in hint("news", line)) is is_far
    assert f"]({src})" in hint("notice", line)


@pytest.mark.parametrize("line", ["published: false", "draft: true", "status: draft"])
@pytest.mark.parametrize("kind", ["body", "section", "person"])
def test_a_record_that_cannot_be_a_draft_is_not_published_by_the_remedy(
    kind: str, line: str
) -> None:
    assert hint(kind, line).startswith("loại bản ghi này không có bản nháp: chưa muốn đăng")


def test_a_key_that_is_there_already_is_not_written_twice() -> None:
    assert hint("news", "draft: true", "status: published") == (
        "xóa dòng này và sửa dòng status thành “status: draft”"
    )
    assert hint("news", "excerpt: A", "summary: B") == "xóa dòng này: đã có summary"
    assert "thêm một mục “- src: a.jpg”" in hint("news", "image: a.jpg", "photos: [{src: b.jpg}]")
    assert "vào redirect_from" in hint("news", "url: /a", "redirect_from: [b]")
    assert "“url: https://x.vn” vào source" in hint(
        "news", "canonical: https://x.vn", "source: {system: A}"
    )


@pytest.mark.parametrize(
    ("line", "field", "told"),
    [
        ("photos: [{url: a.jpg}]", "photos[1].url", "“src”"),
        ("meeting: {date: 2026-11-10, dia_diem: X}", "meeting.dia_diem", "“venue”"),
        ("people: [{name: A, role: B}]", "people[1].role", "“positions”"),
        ("attachments: [{src: a.pdf, name: B}]", "attachments[1].name", "“title”"),
        ("changes: [{date: 2026-11-10, text: B}]", "changes[1].text", "“note”"),
        ("source: {link: 'https://a.vn'}", "source.link", "“url”"),
        ("figures: [{label: A, value: 3}]", "figures[1].label", "“name”"),
        ("meeting: {date: 2026-11-10, Venue: X}", "meeting.Venue", "“venue”"),
        ("photos: [{src: a.jpg, xyz: 1}]", "photos[1].xyz", "xóa dòng này"),
    ],
)
def test_a_key_within_another_gets_ours(line: str, field: str, told: str) -> None:
    found = read("news", line)
    assert isinstance(found, list)
    assert [told in one.hint for one in found if one.field == field] == [True]


@pytest.mark.parametrize("written", ["Thông báo", "tb", "thong-bao"])
def test_a_kind_of_document_by_its_name_gets_its_code(written: str) -> None:
    assert hint("notice", f"kind: {written}", without="kind") == "viết TB"


def test_a_slip_of_the_pen_is_still_guessed() -> None:
    assert hint("news", "sumary: A").startswith("có phải là “summary”?")
    assert "các khóa dùng được" in hint("news", "xyzzy: A")
