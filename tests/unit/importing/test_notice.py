from __future__ import annotations

import datetime as dt

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.document import parse_document
from bantin.importing.proposal import Context, Sure
from bantin.records.models import Document
from bantin.records.parts import Meeting, Period, PersonMention, Signer
from bantin.records.provinces import find_province
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft

from tests.unit.importing.samples import NOTICE, capture_of


def parse(text: str, province: str | None = None) -> Document:
    context = Context(Registry(), find_province(province) if province else None)
    record = parse_document(capture_of(text), context).record
    assert isinstance(record, Document)
    return record


def guesses(document: Document) -> str:
    assert document.source
    return "\n".join(document.source.guesses)


def test_every_fact_of_a_notice() -> None:
    document = parse(NOTICE)
    assert document.file.src_uri == "van-ban/2015/77-tb-vp.md"
    assert (document.kind, document.number, document.place) == ("TB", "77/TB-VP", "Bến Tre")
    assert document.date == dt.date(2015, 1, 9)
    assert document.issuer == "van-phong-ubnd-tinh-ben-tre"
    assert document.title.startswith("Kết luận của Phó Chủ tịch UBND tỉnh Lê Văn Nháp tại cuộc")
    assert document.title.endswith("quý I năm 2015")
    assert document.signer == Signer(
        authority=("KT. CHÁNH VĂN PHÒNG",),
        position="PHÓ CHÁNH VĂN PHÒNG",
        name="Võ Thị Tạm",
        signed=True,
    )
    assert document.recipients == ("Thành viên Ban VSTBPN tỉnh", "Như phần kết luận")
    assert document.filing == "VT, TH"
    assert document.bodies == (
        "ubnd-tinh-ben-tre",
        "ban-vi-su-tien-bo-phu-nu-tinh-ben-tre",
        "hoi-lien-hiep-phu-nu-tinh-ben-tre",
        "so-lao-dong-thuong-binh-va-xa-hoi-tinh-ben-tre",
    )
    assert document.people == (
        PersonMention(name="Lê Văn Nháp", positions=("Phó Chủ tịch UBND tỉnh",)),
    )
    assert document.meeting == Meeting(
        date=dt.date(2015, 1, 6),
        bodies=("ban-vi-su-tien-bo-phu-nu-tinh-ben-tre",),
        period=Period(year=2014, months=(1, 12)),
        venue="Nhà khách tỉnh",
        chairs=("Lê Văn Nháp",),
        attendees=("lãnh đạo các sở, ngành", "đại diện Hội Liên hiệp phụ nữ tỉnh"),
    )


def test_the_body_reaches_from_the_abstract_to_the_recipients() -> None:
    blocks = parse(NOTICE).body.split("\n\n")
    assert len(blocks) == 5
    assert blocks[0].startswith("Ngày 06 tháng 01 năm 2015, tại Nhà khách tỉnh")
    assert blocks[1].endswith("Phó Chủ tịch UBND tỉnh Lê Văn Nháp kết luận:")
    assert blocks[2].startswith("1. Giao Sở Lao động")
    assert blocks[3] == "2. Đề nghị Hội Liên hiệp phụ nữ tỉnh góp ý kiến."
    assert blocks[4].endswith("thực hiện./.")


def test_repairs_guesses_and_the_raw_header_are_kept() -> None:
    source = parse(NOTICE).source
    assert source is not None
    assert source.header == (
        "UBND TỈNH BẾN TRE CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "VĂN PHÒNG Độc lập - Tự do - Hạnh phúc",
        "Số: 77/TB-VP Bến Tre, ngày 09 tháng 01 năm 2015",
        "THÔNG BÁO",
    )
    repairs = "\n".join(source.repairs)
    for mended in ("“</xml”", "“ã ký)”", "U+00A0", "“Phó” và “Chủ”", "đầu hoặc cuối dòng"):
        assert mended in repairs
    assert any("VĂN PHÒNG UBND TỈNH BẾN TRE" in guess for guess in source.guesses)


def test_the_province_of_the_header_counts_more_than_the_one_given() -> None:
    assert parse(NOTICE, "Đắk Nông").bodies == parse(NOTICE).bodies
    plain = NOTICE.replace("UBND TỈNH BẾN TRE", "UBND TỈNH")
    assert parse(plain, "Đắk Nông").meeting == parse(NOTICE.replace("BẾN TRE", "ĐẮK NÔNG")).meeting


@pytest.mark.parametrize(
    ("head", "issuer"),
    [
        ("SỞ NỘI VỤ", "so-noi-vu-tinh-ben-tre"),
        ("BAN VÌ SỰ TIẾN BỘ CỦA PHỤ NỮ", "ban-vi-su-tien-bo-phu-nu-tinh-ben-tre"),
    ],
)
def test_an_issuer_below_the_province_takes_its_name(head: str, issuer: str) -> None:
    assert parse(NOTICE.replace("VĂN PHÒNG Độc", f"{head} Độc")).issuer == issuer


def test_a_header_on_lines_of_its_own_is_read_too() -> None:
    text = (
        NOTICE.replace("BẾN TRE CỘNG", "BẾN TRE\nCỘNG")
        .replace("VĂN PHÒNG Độc lập - Tự do - Hạnh phúc", "VĂN PHÒNG\nĐộc lập – Tự do – Hạnh phúc")
        .replace("77/TB-VP Bến", "77 /TB-VP\n-------\nBến")
        .replace("-------\n", "")
    )
    document = parse(text)
    assert (document.issuer, document.number) == ("van-phong-ubnd-tinh-ben-tre", "77/TB-VP")
    assert "bỏ khoảng trắng trong “77 /TB-VP”" in guesses(document)


def test_a_body_that_issues_for_itself_has_no_superior() -> None:
    text = NOTICE.replace("VĂN PHÒNG Độc lập", "Độc lập")
    assert parse(text).issuer == "ubnd-tinh-ben-tre"


def test_a_stack_of_authorities_keeps_its_order() -> None:
    signer = parse(NOTICE.replace("KT. CHÁNH", "TL. CHỦ TỊCH\n\nKT. CHÁNH")).signer
    assert signer is not None
    assert signer.authority == ("TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG")


def test_an_acting_head_signs_in_that_position() -> None:
    signer = parse(NOTICE.replace("KT. CHÁNH VĂN PHÒNG\n\nPHÓ", "Q.")).signer
    assert signer is not None
    assert (signer.authority, signer.position) == ((), "Q. CHÁNH VĂN PHÒNG")


def test_an_unsigned_copy_is_told() -> None:
    document = parse(NOTICE.replace("ã ký)", ""))
    assert document.signer is not None
    assert not document.signer.signed
    assert "(Đã ký)" in guesses(document)


def test_a_foot_in_two_columns_is_parted() -> None:
    foot = "- Thành viên; KT. CHÁNH VĂN PHÒNG\n- Lưu: VT. PHÓ CHÁNH VĂN PHÒNG\n(Đã ký)\nVõ Thị Tạm"
    document = parse(NOTICE.partition("- Thành")[0] + foot)
    assert document.signer == parse(NOTICE).signer
    assert (document.recipients, document.filing) == (("Thành viên",), "VT")


def test_what_has_no_place_in_the_foot_is_told() -> None:
    assert "“Trang 2/2”" in guesses(parse(f"{NOTICE}\nTrang 2/2"))


def test_a_notice_without_a_foot_is_all_body() -> None:
    document = parse(NOTICE.partition("Nơi nhận")[0])
    assert document.signer is None
    assert "Nơi nhận" in guesses(document)


@pytest.mark.parametrize(
    ("old", "new", "key", "why"),
    [
        ("THÔNG BÁO\n", "", "title", "không thấy trích yếu"),
        ("77/TB-VP", "…/TB-VP", "number", "số để trống"),
        ("ngày 09 tháng 01 năm 2015", "2015", "date", "không thấy ngày ban hành"),
        ("ngày 09 tháng 01 năm 2015", "ngày 31 tháng 02 năm 2015", "date", "31/02/2015"),
        ("UBND TỈNH BẾN TRE CỘNG", "CỘNG", "issuer", "tên cơ quan ban hành"),
    ],
)
def test_what_cannot_be_read_stays_open_in_a_draft(old: str, new: str, key: str, why: str) -> None:
    text = NOTICE.replace(old, new, 1)
    if key == "issuer":
        text = text.replace("VĂN PHÒNG Độc", "Độc")
    proposal = parse_document(capture_of(text), Context(Registry(), None))
    draft = proposal.record
    assert isinstance(draft, UnfinishedDraft)
    assert draft.missing == (key,)
    assert draft.stand_in.source
    assert any(why in guess for guess in draft.stand_in.source.guesses)
    (fact,) = [fact for fact in proposal.facts if fact.field == key]
    assert (fact.sure, fact.value) == (Sure.OPEN, "")
    assert why in fact.note
    folder = "van-ban/chua-ro-ngay/" if key == "date" else "van-ban/2015/"
    assert draft.file.src_uri.startswith(folder)


def test_a_head_without_text_is_refused() -> None:
    with pytest.raises(ImportRefusedError, match="không có nội dung"):
        parse(NOTICE.replace(NOTICE.partition("quý I năm 2015")[2], ""))
