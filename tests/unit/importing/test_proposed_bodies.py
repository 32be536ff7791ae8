"""The files of bodies and sections that records need: what stands in them, and what is left out."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.importing.bodies import BodyResolver
from bantin.importing.names import find_bodies
from bantin.importing.proposal import Context
from bantin.importing.proposed_files import (
    NeededSection,
    Needs,
    ProposedFile,
    describe_files,
    needs_of,
    propose_files,
)
from bantin.importing.readers import READERS
from bantin.records.models import Body
from bantin.records.parts import Span
from bantin.records.provinces import find_province
from bantin.records.reader import parse_record
from bantin.records.registry import Registry

from tests.unit.importing.samples import NEWS, capture_of

DAY = dt.date(2020, 5, 4)


def propose(
    *printed: str, of: str = "", day: dt.date = DAY, registry: Registry | None = None
) -> dict[str, ProposedFile]:
    """Return slug → file of the bodies that a text of a day names."""
    known = registry or Registry()
    resolver = BodyResolver(known, find_province(of) if of else None, day)
    for name in printed:
        resolver.resolve(name)
    files = propose_files([Needs(resolver.needed)], known)
    for file in files:
        read = parse_record(file.target, file.text.encode())
        assert isinstance(read, Body)
        assert read.model_dump() == file.record.model_dump()
    return {file.record.slug: file for file in files}


def body(file: ProposedFile) -> Body:
    assert isinstance(file.record, Body)
    return file.record


@pytest.mark.parametrize(
    ("printed", "of", "slug", "name", "kind", "parent"),
    [
        (
            "Sở Y tế",
            "Sơn La",
            "so-y-te-tinh-son-la",
            "Sở Y tế tỉnh Sơn La",
            "department",
            "ubnd-tinh-son-la",
        ),
        (
            "UBND tỉnh",
            "Sơn La",
            "ubnd-tinh-son-la",
            "Ủy ban nhân dân tỉnh Sơn La",
            "peoples_committee",
            None,
        ),
        (
            "VP UBND tỉnh",
            "Sơn La",
            "van-phong-ubnd-tinh-son-la",
            "Văn phòng UBND tỉnh Sơn La",
            "office",
            "ubnd-tinh-son-la",
        ),
        (
            "Ban Dân vận Tỉnh ủy",
            "Sơn La",
            "ban-dan-van-tinh-uy-son-la",
            "Ban Dân vận Tỉnh ủy Sơn La",
            "party",
            "tinh-uy-son-la",
        ),
        (
            "Ban Tổ chức Thành ủy",
            "Hà Nội",
            "ban-to-chuc-thanh-uy-ha-noi",
            "Ban Tổ chức Thành ủy Hà Nội",
            "party",
            "thanh-uy-ha-noi",
        ),
        (
            "Sở TT&TT",
            "Cần Thơ",
            "so-thong-tin-va-truyen-thong-thanh-pho-can-tho",
            "Sở Thông tin và Truyền thông thành phố Cần Thơ",
            "department",
            "ubnd-thanh-pho-can-tho",
        ),
        (
            "Hội LHPN tỉnh",
            "Sơn La",
            "hoi-lien-hiep-phu-nu-tinh-son-la",
            "Hội Liên hiệp Phụ nữ tỉnh Sơn La",
            "association",
            None,
        ),
        (
            "UBND HUYỆN MƯỜNG LA",
            "Sơn La",
            "ubnd-huyen-muong-la-tinh-son-la",
            "Ủy ban nhân dân huyện Mường La, tỉnh Sơn La",
            "peoples_committee",
            None,
        ),
        (
            "Phòng Y tế huyện Mường La",
            "Sơn La",
            "phong-y-te-huyen-muong-la-tinh-son-la",
            "Phòng Y tế huyện Mường La, tỉnh Sơn La",
            "department",
            "ubnd-huyen-muong-la-tinh-son-la",
        ),
        (
            "Bộ NN&PTNT",
            "Sơn La",
            "bo-nong-nghiep-va-phat-trien-nong-thon",
            "Bộ Nông nghiệp và Phát triển nông thôn",
            "department",
            None,
        ),
        (
            "Kho bạc Nhà nước khu vực xv",
            "Sơn La",
            "kho-bac-nha-nuoc-khu-vuc-xv",
            "Kho bạc Nhà nước khu vực XV",
            "department",
            None,
        ),
        (
            "UBND tỉnh",
            "Huế",
            "ubnd-tinh-thua-thien-hue",
            "Ủy ban nhân dân tỉnh Thừa Thiên Huế",
            "peoples_committee",
            None,
        ),
    ],
)
def test_what_stands_in_a_file(
    printed: str, of: str, slug: str, name: str, kind: str, parent: str | None
) -> None:
    files = propose(printed, of=of)
    found = body(files[slug])
    assert (found.name, found.kind, found.parent) == (name, kind, parent)
    assert parent is None or parent in files


def test_ways_of_writing_are_joined_and_become_other_names() -> None:
    files = propose("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư tỉnh Sơn La", "SỞ KHĐT", of="Sơn La")
    assert set(files) == {"so-ke-hoach-va-dau-tu-tinh-son-la", "ubnd-tinh-son-la"}
    found = files["so-ke-hoach-va-dau-tu-tinh-son-la"]
    assert body(found).short_names == ("Sở KH&ĐT tỉnh Sơn La", "Sở KHĐT tỉnh Sơn La")
    assert found.printed == ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư tỉnh Sơn La", "SỞ KHĐT")


def test_a_short_name_of_two_bodies_becomes_nobodys_other_name() -> None:
    files = propose("Sở VHTT", of="Hồ Chí Minh", day=dt.date(2024, 1, 1))
    found = body(files["so-van-hoa-va-the-thao-thanh-pho-ho-chi-minh"])
    assert "Sở VHTT thành phố Hồ Chí Minh" not in found.short_names


def test_days_stand_only_where_they_are_exact_and_sure() -> None:
    files = propose(
        "UBND huyện Mường La", "Bộ GTVT", "Sở GTVT", "Sở Y tế", "UBND tỉnh", of="Sơn La"
    )
    spans = {slug: body(file).active for slug, file in files.items()}
    assert spans["ubnd-huyen-muong-la-tinh-son-la"] == Span(to=dt.date(2025, 6, 30))
    assert spans["bo-giao-thong-van-tai"] == Span(to=dt.date(2025, 2, 28))
    # Each province's council decided on the day.
    assert spans["so-giao-thong-van-tai-tinh-son-la"] is None
    assert (spans["so-y-te-tinh-son-la"], spans["ubnd-tinh-son-la"]) == (None, None)


def test_a_merged_province_ends_with_june_2025() -> None:
    files = propose("UBND tỉnh", "UBND thành phố Cần Thơ", of="Hậu Giang")
    old = body(files["ubnd-tinh-hau-giang"])
    assert (old.active, old.succeeded_by) == (
        Span(to=dt.date(2025, 6, 30)),
        "ubnd-thanh-pho-can-tho",
    )


@pytest.mark.parametrize(
    ("printed", "heir"),
    [
        (("Sở Kế hoạch và Đầu tư", "Sở Tài chính"), "so-tai-chinh-tinh-son-la"),
        # Not in the archive and not proposed.
        (("Sở Kế hoạch và Đầu tư",), None),
        # Its work went to two.
        (("Sở TT&TT", "Sở KH&CN", "Sở VHTT&DL"), None),
        (("UBND huyện Mường La", "UBND tỉnh"), None),
    ],
)
def test_a_successor_stands_only_where_it_is_one_and_there(
    printed: tuple[str, ...], heir: str | None
) -> None:
    slug = BodyResolver(Registry(), find_province("Sơn La"), DAY).resolve(printed[0])
    assert body(propose(*printed, of="Sơn La")[slug]).succeeded_by == heir


@pytest.mark.parametrize(
    ("printed", "of", "doubt"),
    [
        ("UBND tỉnh", "", "chưa rõ tỉnh"),
        ("Sở Y tế", "", "chưa rõ tỉnh"),
        ("Trung tâm Mẫu thử tỉnh", "Sơn La", "không có trong bảng các cơ quan đã biết"),
        ("Sở VHTT", "Sơn La", "có thể là Sở Văn hóa và Thể thao, Sở Văn hóa - Thông tin"),
        ("UBND huyện Mường La", "Sơn La", "hiểu là thuộc tỉnh Sơn La"),
        ("Chi cục Thủy sản và Thú cảnh tỉnh", "Sơn La", "không có trong bảng"),
    ],
)
def test_what_nobody_knows_is_marked(printed: str, of: str, doubt: str) -> None:
    files = propose(printed, of=of, day=dt.date(2006, 1, 1))
    listed = "\n".join(describe_files(tuple(files.values())))
    assert "Chưa chắc: " in listed
    assert doubt in listed


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN LA", "Chủ tịch Ủy ban nhân dân tỉnh Sơn La"),
        ("THANH TRA SỞ TÀI CHÍNH", "Thanh tra Sở Tài chính tỉnh Sơn La"),
        ("TRƯỜNG MẪU CƯ JÚT", "TRƯỜNG MẪU CƯ JÚT"),
        ("Trường Mẫu Cư Jút", "Trường Mẫu Cư Jút"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
    ],
)
def test_a_head_in_capitals_keeps_no_wrong_small_letters(printed: str, name: str) -> None:
    files = propose(printed, of="Sơn La")
    assert name in [body(file).name for file in files.values()]


def test_offices_of_the_state_are_no_bodies_in_running_text() -> None:
    assert list(find_bodies("Thủ tướng Chính phủ và Chủ tịch nước dự; Quốc hội họp")) == []


def test_a_body_without_a_province_has_none_and_no_body_above() -> None:
    found = body(propose("Sở Y tế")["so-y-te"])
    assert (found.name, found.province, found.parent) == ("Sở Y tế", None, None)


def test_bodies_of_the_archive_are_not_proposed_again() -> None:
    first = propose("Sở Y tế", "UBND huyện Mường La", of="Sơn La")
    registry = Registry.of([body(file) for file in first.values()], [], [])
    assert propose("Sở Y tế tỉnh Sơn La", "SỞ Y TẾ", of="Sơn La", registry=registry) == {}
    again = propose("Ủy ban nhân dân huyện Mường La", "UBND tỉnh", of="Sơn La", registry=registry)
    assert again == {}


def test_a_long_name_keeps_its_place_in_its_address() -> None:
    name = (
        "Ban Chỉ đạo phòng, chống tội phạm, tệ nạn xã hội và xây dựng phong trào toàn dân bảo vệ "
        "an ninh Tổ quốc tỉnh"
    )
    slugs = {next(iter(propose(name, of=of))) for of in ("Sơn La", "Bến Tre", "Hà Giang")}
    assert len(slugs) == 3


def test_a_section_keeps_the_name_that_the_portal_gave_it() -> None:
    proposal = READERS["news"](capture_of(NEWS), Context(Registry(), find_province("Bến Tre")))
    needs = needs_of(proposal, Registry())
    assert needs.sections == (NeededSection("tin-hoat-dong", "TIN HOẠT ĐỘNG"),)
    (section,) = propose_files([Needs(sections=needs.sections)], Registry())
    assert (section.target, section.record.name) == ("chuyen-muc/tin-hoat-dong.md", "Tin hoạt động")
    assert section.doubts == ()


def test_a_section_whose_name_was_not_found_is_marked() -> None:
    (section,) = propose_files([Needs(sections=(NeededSection("tin-moi", ""),))], Registry())
    assert (section.record.name, len(section.doubts)) == ("Tin moi", 1)
