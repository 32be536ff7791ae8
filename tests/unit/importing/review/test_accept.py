"""What an editor accepts is published, and not a byte else of its file changes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.imported_item import Outcome
from bantin.importing.review.accept import Accepted, accept_records, wanted_records
from bantin.importing.review.review_table import EditorsRow, read_table, write_table
from bantin.importing.secrecy import SECRECY_GUESS
from bantin.records.models import Dated
from bantin.records.reader import read_record

from tests.unit.importing.review.waiting import NEWS, NEWS_TEXT, NOTICE, Desk

TODAY = date(2026, 11, 30)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def accept(desk: Desk, *uris: str) -> list[Accepted]:
    return accept_records(uris, desk.docs, desk.store, today=TODAY)


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize(
    "status",
    [
        "status: draft",
        "status:   draft  # chờ duyệt",
        "status: 'draft'",
        'status: "draft" # x',
        '"status": draft',
    ],
)
def test_only_the_status_changes(desk: Desk, status: str, line_end: str) -> None:
    one = desk.import_news()
    text = NEWS_TEXT.format(sha=one.sha256).replace("status: draft\nsource", f"{status}\nsource")
    raw = text.replace("\n", line_end).encode()
    (desk.docs / NEWS).write_bytes(raw)
    assert accept(desk, NEWS) == [Accepted(NEWS)]
    after = (desk.docs / NEWS).read_bytes()
    assert after != raw
    old, new = raw.split(b"\n"), after.split(b"\n")
    [changed] = [n for n, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    assert old[changed].startswith((b"status", b'"status'))
    assert new[changed].count(b"published") == 1
    assert (b"#" in new[changed]) is (b"#" in old[changed])
    record = read_record(desk.docs, NEWS)
    assert isinstance(record, Dated)
    assert record.status == "published"
    assert record.source
    assert record.source.sha256 == one.sha256
    assert desk.outcomes() == {NEWS: Outcome.ACCEPTED}
    # The text below, which says the same words, stays.
    assert record.body.endswith("status: draft")


def test_a_status_written_in_another_way_is_left_to_the_editor(desk: Desk) -> None:
    text = "---\n{title: A, date: 2021-10-05, section: x, status: draft}\n---\n\nBài.\n"
    desk.write(NEWS, text)
    [result] = accept(desk, NEWS)
    assert "sửa thành “status: published”" in result.refusal
    assert (desk.docs / NEWS).read_text("utf-8") == text


def test_a_record_that_lacks_keys_is_refused_by_their_names(desk: Desk) -> None:
    desk.import_notice()
    before = (desk.docs / NOTICE).read_bytes()
    [result] = accept(desk, NOTICE)
    assert "date (" in result.refusal
    assert "number (" in result.refusal
    assert "issuer" not in result.refusal
    assert (desk.docs / NOTICE).read_bytes() == before
    assert desk.outcomes() == {NOTICE: Outcome.WRITTEN}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("date: 2021-10-05 15:00", "date: 2021-10-32", "2021-10-32"),
        ("status: draft\nsource", "status: withdrawn\nsource", "đã thu hồi"),
        ("section: x", "tilte: x\nsection: x", "không có khóa này"),
    ],
)
def test_what_a_build_would_refuse_is_not_published(
    desk: Desk, old: str, new: str, told: str
) -> None:
    one = desk.import_news()
    desk.write(NEWS, NEWS_TEXT.format(sha=one.sha256).replace(old, new))
    before = (desk.docs / NEWS).read_bytes()
    [result] = accept(desk, NEWS)
    assert told in result.refusal
    assert (desk.docs / NEWS).read_bytes() == before
    assert desk.outcomes() == {NEWS: Outcome.WRITTEN}


def test_a_day_to_come_is_not_published(desk: Desk) -> None:
    uri = "tin-tuc/2026/12/a.md"
    desk.write(uri, "---\ntitle: A\ndate: 2026-12-24\nsection: x\nstatus: draft\n---\n")
    [result] = accept(desk, uri)
    assert "24/12/2026" in result.refusal


def test_a_record_where_drafts_without_a_day_lie_is_told_where_it_belongs(desk: Desk) -> None:
    uri = "tin-tuc/chua-ro-ngay/a.md"
    desk.write(uri, "---\ntitle: A\ndate: 2021-10-05\nsection: x\nstatus: draft\n---\n")
    [result] = accept(desk, uri)
    assert "chuyển tệp sang tin-tuc/2021/10/" in result.refusal


def test_what_was_published_by_hand_leaves_the_list_too(desk: Desk) -> None:
    one = desk.import_news()
    text = NEWS_TEXT.format(sha=one.sha256).replace("status: draft\nsource", "source")
    desk.write(NEWS, text)
    assert accept(desk, NEWS) == [Accepted(NEWS, was_published=True)]
    assert (desk.docs / NEWS).read_text("utf-8") == text
    assert desk.outcomes() == {NEWS: Outcome.ACCEPTED}


def test_a_moved_record_is_accepted_by_its_original(desk: Desk) -> None:
    desk.import_news()
    moved = "tin-tuc/2021/10/ten-moi.md"
    (desk.docs / NEWS).rename(desk.docs / moved)
    assert accept(desk, moved) == [Accepted(moved)]
    assert desk.outcomes() == {NEWS: Outcome.ACCEPTED}


@pytest.mark.parametrize("uri", ["tin-tuc/2021/10/khong-co.md", "../x.md", "index.md"])
def test_what_is_not_there_is_refused(desk: Desk, uri: str) -> None:
    desk.docs.mkdir()
    [result] = accept(desk, uri)
    assert result.refusal


def test_a_link_leads_to_nothing_that_is_written(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path / "ngoai.md"
    outside.write_text(NEWS_TEXT.format(sha="a" * 64), "utf-8")
    path = desk.docs / NEWS
    path.parent.mkdir(parents=True)
    path.symlink_to(outside)
    [result] = accept(desk, NEWS)
    assert result.refusal
    assert "published" not in outside.read_text("utf-8")


def test_a_table_and_names_tell_what_is_wanted(desk: Desk, tmp_path: Path) -> None:
    desk.docs.mkdir()
    table = tmp_path / "review.csv"
    table.write_text("\ufeffNhận,Bản ghi\nx,a/b.md\n,c/d.md\nKhông,e/f.md\n✓,g/h.md\n", "utf-8")
    absolute = str((desk.docs / NEWS).resolve())
    given = [str(table), f"docs/{NOTICE}", absolute, NEWS]
    assert wanted_records(given, desk.docs) == ["a/b.md", "g/h.md", NOTICE, NEWS]
    with pytest.raises(ImportRefusedError, match="không phải là bản ghi"):
        wanted_records(["van-ban"], desk.docs)


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read_as_spreadsheets_save_it(tmp_path: Path, sign: str, coding: str) -> None:
    table = tmp_path / "a.csv"
    lines = [["Mức", "Nhận", "Ghi chú", "Bản ghi"], ["3", "x", "đã xem", NEWS]]
    table.write_bytes("\r\n".join(sign.join(line) for line in lines).encode(coding))
    assert read_table(table) == [EditorsRow(NEWS, "x", "đã xem")]


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("Nh\u1eadn,B\u1ea3n ghi\nx,\u0111".encode("utf-16-be"), "UTF-8"),
        (b"A,B\r\n1,2\r\n", "không có cột “Nhận”"),
        (b"\xff\xfe\xff", "UTF-8"),
    ],
)
def test_a_table_that_is_none_is_refused_in_words(tmp_path: Path, raw: bytes, told: str) -> None:
    table = tmp_path / "a.csv"
    table.write_bytes(raw)
    with pytest.raises(ImportRefusedError, match=told):
        read_table(table)


@pytest.mark.parametrize("take", ["x", "X", "1", "có", "nhận", "✓", "ok", "TRUE", "Đã duyệt", "+"])
def test_a_yes_takes(take: str) -> None:
    assert EditorsRow(NEWS, take, "").is_taken


@pytest.mark.parametrize(
    "take",
    [
        *(
            "",
            " ",
            "không",
            "KHÔNG",
            "0",
            "no",
            "chưa",
            "false",
            "-",
            "?",
            "chưa xem",
            "bỏ bài này",
        ),
        *("bỏ bài này", "không nhận", "để sau", "sai", "xem lại", "K.", "hỏi chị Mẫu"),
    ],
)
def test_a_no_takes_nothing(take: str) -> None:
    row = EditorsRow(NEWS, take, "")
    assert not row.is_taken
    assert not row.is_unclear


@pytest.mark.parametrize("take", ["tuần tới", "anh Thử", "2", "nhận nhưng đổi tiêu đề"])
def test_a_mark_of_unclear_meaning_is_refused_with_its_record(tmp_path: Path, take: str) -> None:
    table = tmp_path / "a.csv"
    table.write_text(f"Nhận,Bản ghi\n{take},{NEWS}\n", "utf-8")
    with pytest.raises(ImportRefusedError, match=f"{NEWS} ghi “{take}”"):
        wanted_records([str(table)], tmp_path)


def test_what_is_no_item_cannot_be_accepted(desk: Desk) -> None:
    body = desk.docs / "to-chuc/ban-mau.md"
    body.parent.mkdir(parents=True)
    body.write_text("---\nname: Ban Mẫu\nkind: department\n---\n", "utf-8")
    [result] = accept(desk, "to-chuc/ban-mau.md")
    assert "không có gì để nhận" in result.refusal


def test_a_secret_record_is_published_by_no_list(desk: Desk) -> None:
    one = desk.import_news()
    text = NEWS_TEXT.format(sha=one.sha256)
    text = text.replace("  sha256", f"  guesses:\n    - '{SECRECY_GUESS}'\n  sha256", 1)
    (desk.docs / NEWS).write_text(text, "utf-8")
    [result] = accept(desk, NEWS)
    assert "dấu chỉ độ mật" in result.refusal
    assert (desk.docs / NEWS).read_text("utf-8") == text


def test_an_empty_list_is_a_table_too() -> None:
    assert write_table([]).startswith("\ufeffNhận,".encode())
