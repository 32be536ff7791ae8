"""Documents as a whole: facts with how sure they are, named fields, annexes, secrecy."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from bantin.importing.capture import Block, BlockKind, Capture, FieldName, FoundField
from bantin.importing.document import parse_document
from bantin.importing.proposal import Context, Fact, Proposal, Sure
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.samples import NOTICE, capture_of

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
DECISION = f"""ỦY BAN NHÂN DÂN
XÃ VÍ DỤ
{NATION}

Số: 7/QĐ-UBND

Ví Dụ, ngày 10 tháng 3 năm 2026

QUYẾT ĐỊNH

Về việc sửa cầu treo

CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ

Căn cứ Luật Thử nghiệm;

QUYẾT ĐỊNH:

Điều 1. Sửa cầu treo:

1. Thay ván.

2. Sơn lại.

Điều 2. Quyết định này có hiệu lực từ ngày ký./.

Nơi nhận:

- Như Điều 2;

- Lưu: VT.

CHỦ TỊCH

(Đã ký)

Lò Văn Thử"""


def propose(capture: Capture | str) -> Proposal:
    capture = capture_of(capture) if isinstance(capture, str) else capture
    return parse_document(capture, Context(Registry(), None))


def document_of(capture: Capture | str) -> Document:
    record = propose(capture).record
    assert isinstance(record, Document)
    return record


def fact_of(proposal: Proposal, name: str) -> Fact:
    (fact,) = [fact for fact in proposal.facts if fact.field == name]
    return fact


def guesses(capture: Capture | str) -> str:
    source = document_of(capture).source
    assert source
    return "\n".join(source.guesses)


def with_fields(text: str, **texts: str) -> Capture:
    fields = tuple(
        FoundField(FieldName[name], value, f"hàng “{name}”") for name, value in texts.items()
    )
    return replace(capture_of(text), fields=fields)


def test_a_decision_is_read() -> None:
    document = document_of(DECISION)
    assert (document.kind, document.number) == ("QĐ", "7/QĐ-UBND")
    assert document.title == "Về việc sửa cầu treo"
    assert document.issuer == "ubnd-xa-vi-du"
    blocks = document.body.split("\n\n")
    assert blocks[0] == "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ"
    assert blocks[2:7] == [
        "QUYẾT ĐỊNH:",
        "Điều 1. Sửa cầu treo:",
        "1. Thay ván.",
        "2. Sơn lại.",
        "Điều 2. Quyết định này có hiệu lực từ ngày ký./.",
    ]


def test_every_field_is_told_once_with_its_place() -> None:
    proposal = propose(DECISION)
    names = [fact.field for fact in proposal.facts]
    assert len(names) == len(set(names))
    assert {"title", "date", "kind", "number", "place", "issuer", "recipients", "filing"} < {*names}
    assert {"signer.position", "signer.name"} < {*names}
    for fact in proposal.facts:
        assert (fact.sure is Sure.OPEN) is (fact.value == "")
        if fact.sure is Sure.READ:
            assert fact.where
    assert fact_of(proposal, "number").where == "dòng 6"
    assert fact_of(proposal, "issuer").sure is Sure.GUESSED


def test_a_missing_foot_leaves_its_facts_open() -> None:
    proposal = propose(DECISION.partition("Nơi nhận")[0])
    for name in ("signer.name", "signer.position", "recipients"):
        assert fact_of(proposal, name).sure is Sure.OPEN


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT"])
def test_a_secret_document_is_a_draft_with_a_doubt(mark: str) -> None:
    text = DECISION.replace("Số: 7", f"{mark}\nSố: 7")
    assert document_of(text).status == "draft"
    assert "giải mật" in guesses(text)
    assert document_of(DECISION).status == "published"


@pytest.mark.parametrize(
    "annex",
    [
        "PHỤ LỤC\nDanh sách cầu treo\n1. Cầu Một\n2. Cầu Hai",
        f"Dự thảo kèm theo\nUBND XÃ KHÁC\n{NATION}\nSố: 9/TB-UBND\nTHÔNG BÁO\nVề việc khác",
        f"{NATION}\nĐƠN ĐỀ NGHỊ\nKính gửi: UBND xã",
    ],
)
def test_annexes_stay_in_the_text_and_are_told(annex: str) -> None:
    text = f"{DECISION}\n\n{annex}"
    document = document_of(text)
    assert (document.number, document.title) == ("7/QĐ-UBND", "Về việc sửa cầu treo")
    assert document.body.endswith(annex.rsplit("\n", 1)[-1].partition(". ")[2] or annex[-9:])
    assert "Sau phần ký còn" in guesses(text)
    assert ("lại có Quốc hiệu" in guesses(text)) is ("CỘNG HÒA" in annex)


def test_the_nation_named_in_a_sentence_is_no_second_head() -> None:
    text = DECISION.replace("Sơn lại.", "Sơn cờ nước Cộng hòa xã hội chủ nghĩa Việt Nam.")
    assert "lại có Quốc hiệu" not in guesses(text)


def test_a_table_behind_the_foot_stays_in_order() -> None:
    capture = capture_of(DECISION)
    table = Block(90, "", "Cầu Một", False, BlockKind.TABLE, rows=(("Cầu",), ("Một",)))
    note = Block(91, "Ghi chú.", "Ghi chú.", False)
    body = document_of(replace(capture, blocks=(*capture.blocks, table, note))).body
    assert body.endswith("| Cầu |\n| --- |\n| Một |\n\nGhi chú.")


def test_named_fields_win_and_contradictions_are_told() -> None:
    capture = with_fields(DECISION, NUMBER="8/QĐ-UBND", DATE="2026-03-11", TITLE="Sửa cầu")
    proposal = propose(capture)
    record = proposal.record
    assert isinstance(record, Document)
    assert (record.number, record.date, record.title) == (
        "8/QĐ-UBND",
        dt.date(2026, 3, 11),
        "Sửa cầu",
    )
    for name, printed in (("number", "7/QĐ-UBND"), ("date", "10/03/2026"), ("title", "treo")):
        fact = fact_of(proposal, name)
        assert fact.sure is Sure.GUESSED
        assert printed in fact.note
        assert fact.where.startswith("hàng")


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("NUMBER", "Số: 7 / QĐ-UBND", "7/QĐ-UBND"),
        ("NUMBER", "không số", None),
        ("NUMBER", "7/QĐ-UBND", "7/QĐ-UBND"),
        ("KIND", "Quyết định", "QĐ"),
        ("KIND", "QUYẾT ĐỊNH", "QĐ"),
        ("DATE", "10/03/2026", "10/03/2026"),
        ("DATE", "2026-03-10T08:00:00+07:00", "10/03/2026"),
        ("DATE", "ngày 10 tháng 3 năm 2026", "10/03/2026"),
        ("DATE", "hôm kia", None),
        ("DATE", "31/02/2026", None),
    ],
)
def test_named_fields_that_agree_are_read_and_others_told(
    name: str, text: str, value: str | None
) -> None:
    proposal = propose(with_fields(DECISION, **{name: text}))
    fact = fact_of(proposal, name.lower())
    if value is None:
        assert fact.where.startswith("dòng")
        assert f"Không hiểu “{text}”" in guesses(with_fields(DECISION, **{name: text}))
    else:
        assert (fact.value, fact.sure) == (value, Sure.READ)
        assert fact.where.startswith("hàng")


def test_a_text_without_a_head_is_read_by_its_named_fields() -> None:
    capture = with_fields(
        "Các bản sửa cầu treo.\n\nHết.",
        KIND="Thông báo",
        NUMBER="9/TB-UBND",
        DATE="01/04/2026",
        TITLE="Về cầu treo",
        ISSUER="UBND xã Ví Dụ",
        EFFECTIVE="05/04/2026",
        SIGNER="Lò Văn Thử",
    )
    document = document_of(capture)
    assert (document.kind, document.number, document.issuer) == ("TB", "9/TB-UBND", "ubnd-xa-vi-du")
    assert document.effective == dt.date(2026, 4, 5)
    assert document.body == "Các bản sửa cầu treo.\n\nHết."
    assert document.signer is None
    assert "Lò Văn Thử" in fact_of(propose(capture), "signer.name").note


def test_a_named_signer_who_is_another_is_told() -> None:
    proposal = propose(with_fields(DECISION, SIGNER="Hà Thị Mẫu"))
    assert fact_of(proposal, "signer.name").sure is Sure.GUESSED
    assert "Hà Thị Mẫu" in fact_of(proposal, "signer.name").note


@pytest.mark.parametrize("issuer", ["ỦY BAN NHÂN DÂN", "UBND", "SỞ", "VĂN PHÒNG"])
def test_a_name_that_says_no_body_is_no_issuer(issuer: str) -> None:
    text = DECISION.replace("ỦY BAN NHÂN DÂN\nXÃ VÍ DỤ", issuer)
    proposal = propose(text)
    assert isinstance(proposal.record, UnfinishedDraft)
    assert proposal.record.missing == ("issuer",)
    assert "không nói rõ" in fact_of(proposal, "issuer").note


@pytest.mark.parametrize(
    ("issuer", "joint"),
    [
        ("BỘ THỬ - BỘ VÍ DỤ", True),
        ("BỘ VĂN HÓA - THÔNG TIN-BỘ Y TẾ", True),
        ("SỞ NỘI VỤ\nSỞ TÀI CHÍNH", True),
        ("LIÊN ĐOÀN LAO ĐỘNG XÃ THỬ – SỞ NỘI VỤ", True),
        ("SỞ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", False),
        ("UBND TỈNH SƠN LA\nHỘI ĐỒNG THI ĐUA - KHEN THƯỞNG", False),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", False),
    ],
)
def test_of_several_issuing_bodies_none_is_chosen(issuer: str, joint: bool) -> None:
    proposal = propose(DECISION.replace("ỦY BAN NHÂN DÂN\nXÃ VÍ DỤ", issuer))
    fact = fact_of(proposal, "issuer")
    assert (fact.sure is Sure.OPEN) is joint
    assert ("liên tịch" in fact.note) is joint


def test_text_in_the_left_column_of_a_head_goes_below_it() -> None:
    left = ["UBND XÃ VÍ DỤ", "Số: 12/UBND-KT", "V/v sửa cầu", "Kính gửi:", "- Các bản;", "1. Mục:"]
    right = [*NATION.split("\n"), "Ví Dụ, ngày 10 tháng 3 năm 2026"]
    lines = [*((text, 1) for text in left), *((text, 2) for text in right), ("- Sửa cầu.", 0)]
    blocks = tuple(Block(n, text, text, n == 1, column=c) for n, (text, c) in enumerate(lines, 1))
    document = document_of(replace(capture_of("x"), blocks=blocks))
    assert (document.kind, document.title, document.place) == ("CV", "Sửa cầu", "Ví Dụ")
    assert document.body == "Kính gửi:\n\n- Các bản;\n\n1. Mục:\n\n    - Sửa cầu."


def test_doubts_of_the_reader_of_the_file_are_told() -> None:
    capture = replace(capture_of(NOTICE), doubts=("Dấu ghi 05, chữ in ghi 04",))
    assert "Dấu ghi 05, chữ in ghi 04" in guesses(capture)
