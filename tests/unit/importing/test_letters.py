"""Official letters (công văn): title from "V/v", addressees kept in the text, kind CV."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.importing.document import parse_document
from bantin.importing.proposal import Context, Proposal, Sure
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.samples import capture_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DAY = "Ví Dụ, ngày 10 tháng 3 năm 2026"
BODY = """Kính gửi:
- Các bản thuộc xã;
- Trạm thử nghiệm.

Chủ tịch UBND xã có ý kiến như sau:

1. Các bản gửi danh sách trước ngày 20/3/2026.

2. Trạm thử nghiệm tổng hợp./.

Nơi nhận:
- Như trên;
- Lưu: VT, KT.

KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Thử"""
HEADS = {
    "subject above the day": f"{NATION}\n\nSố: 12/UBND-KT\nV/v sửa cầu treo\n\n{DAY}",
    "subject below the day": f"{NATION}\n\nSố: 12/UBND-KT\n{DAY}\nV/v sửa cầu treo",
    "subject over two lines": f"{NATION}\nSố: 12/UBND-KT\nV/v sửa cầu\ntreo\n{DAY}",
    "day on the number's line": f"{NATION}\nSố: 12/UBND-KT {DAY}\nV/v sửa cầu treo",
    "colon": f"{NATION}\nSố: 12/UBND-KT\nV/v: sửa cầu treo\n{DAY}",
    "colon on the next line": f"{NATION}\nSố: 12/UBND-KT\nV/v\n: sửa cầu treo\n{DAY}",
    "nation last": f"Số: 12/UBND-KT\nV/v sửa cầu treo\n{NATION}\n{DAY}",
    "nation last, over a blank": f"Số: 12/UBND-KT\n\nV/v sửa cầu\n\ntreo\n\n{NATION}\n\n{DAY}",
    "wide gaps": f"{NATION}\n  Số: 12/UBND-KT          {DAY}\n  V/v sửa cầu treo",
    "subject beside the day": f"{NATION}\nSố: 12/UBND-KT\nV/v sửa cầu        {DAY}\ntreo",
    "bars": f"|\n{NATION}\n|\nSố: 12/UBND-KT\nV/v sửa cầu\ntreo\n|\nVí\nDụ, ngày 10\n"
    "tháng 3 năm 2026\n|",
    "with spaces": f"{NATION}\nSố : 12 /UBND-KT\nV / v sửa cầu treo\n{DAY}",
}


def propose(text: str) -> Proposal:
    return parse_document(capture_of(text), Context(Registry(), None))


def document_of(text: str) -> Document:
    record = propose(text).record
    assert isinstance(record, Document)
    return record


@pytest.mark.parametrize("layout", HEADS)
def test_every_layout_of_a_letter_is_read(layout: str) -> None:
    record = propose(f"UBND XÃ VÍ DỤ\n{HEADS[layout]}\n\n{BODY}").record
    assert isinstance(record, Document)
    assert (record.kind, record.number, record.title) == ("CV", "12/UBND-KT", "Sửa cầu treo")
    assert (record.date, record.place) == (dt.date(2026, 3, 10), "Ví Dụ")
    assert record.issuer == "ubnd-xa-vi-du"
    assert record.body.startswith("Kính gửi:\n\n- Các bản thuộc xã;\n- Trạm thử nghiệm.\n\n")
    assert "\n\n1. Các bản gửi danh sách trước ngày 20/3/2026.\n\n2. Trạm" in record.body
    assert record.recipients == ("Như trên",)


@pytest.mark.parametrize(
    "address",
    [
        "Kính gửi: Các bản thuộc xã.",
        "Kính gửi : Ông Lò Văn Thử",
        "Kính\ngửi: Các bản thuộc xã.",
        "KÍNH GỬI: CÁC BẢN",
        "Kính gửi:\n+ Các bản;\n+ Trạm.",
    ],
)
def test_addressees_stay_in_the_text_and_are_told(address: str) -> None:
    proposal = propose(f"UBND XÃ VÍ DỤ\n{HEADS['colon']}\n\n{address}\n\nXã đề nghị sửa cầu.")
    words = proposal.record.body.replace("\\", "").split()
    assert words[: len(address.split())] == address.split()
    assert proposal.record.source
    if "\ngửi" not in address:
        assert any("nơi gửi tới" in guess for guess in proposal.record.source.guesses)


def test_a_letter_without_a_subject_leaves_its_title_open() -> None:
    draft = propose(f"UBND XÃ VÍ DỤ\n{NATION}\nSố: 12/UBND-KT\n{DAY}\n\n{BODY}").record
    assert isinstance(draft, UnfinishedDraft)
    assert draft.missing == ("title",)


def test_a_blank_number_and_day_are_told_with_what_is_printed() -> None:
    day = "Ví Dụ, ngày    tháng 3 năm 2026"
    text = f"UBND XÃ VÍ DỤ\n{NATION}\nSố:    /UBND-KT\nV/v sửa cầu\n{day}\n\n{BODY}"
    proposal = propose(text)
    assert isinstance(proposal.record, UnfinishedDraft)
    assert proposal.record.missing == ("date", "number")
    notes = {fact.field: fact.note for fact in proposal.facts}
    assert "/UBND-KT" in notes["number"]
    assert "ngày tháng 3 năm 2026" in notes["date"]


@pytest.mark.parametrize("symbol", ["CT", "CĐ", "TB", "HĐ", "QĐ"])
def test_a_symbol_that_may_name_a_type_is_told(symbol: str) -> None:
    """CT is a directive and a tax office, CĐ a telegram and a union."""
    head = HEADS["colon"].replace("12/UBND-KT", f"12/{symbol}-KT")
    proposal = propose(f"UBND XÃ VÍ DỤ\n{head}\n\n{BODY}")
    assert isinstance(proposal.record, Document)
    assert proposal.record.kind == "CV"
    kind = next(fact for fact in proposal.facts if fact.field == "kind")
    assert kind.sure is Sure.GUESSED
    assert f"ký hiệu ghi {symbol}" in kind.note


@pytest.mark.parametrize("subject", ["Về sửa cầu treo", "Về sửa cầu\ntreo", "Về sửa cầu\n\ntreo"])
def test_a_subject_may_begin_without_its_mark(subject: str) -> None:
    text = f"UBND XÃ VÍ DỤ\n{NATION}\nSố: 12/UBND-KT\n{DAY}\n\n{subject}\n\nKHẨN\n\n{BODY}"
    proposal = propose(text)
    assert proposal.record.title == "Về sửa cầu treo"
    assert next(fact for fact in proposal.facts if fact.field == "kind").sure is Sure.GUESSED


def test_a_subject_may_hold_a_line_that_begins_with_a_day() -> None:
    text = f"UBND XÃ VÍ DỤ\n{NATION}\nSố: 12/UBND-KT\n{DAY}\nV/v nghỉ làm\nNgày 26/3/2026\n\n{BODY}"
    assert propose(text).record.title == "Nghỉ làm Ngày 26/3/2026"


def test_a_subject_in_the_text_is_no_title() -> None:
    text = f"UBND XÃ VÍ DỤ\n{HEADS['colon']}\n\n{BODY}".replace(
        "Chủ tịch UBND xã có", "Nhận được công văn số 5/UBND-VX\nV/v khác của bản, xã có"
    )
    assert propose(text).record.title == "Sửa cầu treo"
