"""Whose body a name is: by the province beside it, the letterhead's, and the day; never assumed."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.importing.bodies import BodyResolver
from bantin.importing.names import find_bodies
from bantin.records.body_names import parse_body_name, place_province
from bantin.records.models import Body, RecordFile
from bantin.records.provinces import Province, find_province, province_of_portal
from bantin.records.registry import Registry


def province(name: str) -> Province:
    found = find_province(name)
    assert found
    return found


def body(slug: str, name: str, *short_names: str, of: str | None = None) -> Body:
    file = RecordFile(f"to-chuc/{slug}.md", f"to-chuc/{slug}/", slug, "", 1, "")
    return Body(file=file, name=name, short_names=short_names, province=of)


def archive(*bodies: Body) -> Registry:
    return Registry.of(bodies, [], [])


def keys(text: str) -> list[str]:
    return [found.name.key for found in find_bodies(text)]


@pytest.mark.parametrize(
    "printed",
    [
        "UBND tỉnh",
        "Ủy ban nhân dân tỉnh",
        "Sở Y tế",
        "Công an tỉnh",
        "Thanh tra tỉnh",
        "Tỉnh ủy",
        "Hội Nông dân tỉnh",
        "Ban An toàn giao thông tỉnh",
        "Văn phòng UBND tỉnh",
        "Sở NN&PTNT",
    ],
)
def test_another_provinces_body_is_never_assumed(printed: str) -> None:
    """The archive has one such body, of Sơn La; the text says no province, or another."""
    own = BodyResolver(Registry(), province("Sơn La"))
    slug = own.resolve(printed)
    name = {"Sở": f"{printed} tỉnh Sơn La"}.get(printed.split()[0], f"{printed} Sơn La")
    known = archive(body(slug, name, of="Sơn La"))
    assert BodyResolver(known, province("Sơn La")).resolve(printed) == slug
    unknown = BodyResolver(known, None)
    assert unknown.resolve(printed) != slug
    assert f"“{printed}” có thể là {slug}" in unknown.guesses[0]
    other = BodyResolver(known, province("Bến Tre"))
    assert other.resolve(printed).endswith("ben-tre")
    assert other.guesses == ()


@pytest.mark.parametrize(
    "ways",
    [
        ("UBND tỉnh Sơn La", "Ủy ban nhân dân tỉnh", "UỶ BAN NHÂN DÂN TỈNH SƠN LA", "UBND tỉnh"),
        ("Sở Y tế", "Sở Y tế tỉnh", "Sở Y tế tỉnh Sơn La", "Sở Y tế Sơn La", "SỞ Y TẾ"),
        ("Sở KH&ĐT", "Sở Kế hoạch và Đầu tư", "Sở KH - ĐT", "SỞ KẾ HOẠCH VÀ ĐẦU TƯ", "Sở KHĐT"),
        ("Sở NN và PTNT", "Sở Nông nghiệp & PTNT", "SỞ NÔNG NGHIỆP VÀ PTNT"),
        ("Sở VHTT&DL", "Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa - Thể thao và du lịch"),
        ("Ban VSTBPN tỉnh", "Ban vì sự tiến bộ của phụ nữ (VSTBCPN) tỉnh"),
        ("Hội LHPN tỉnh", "Hội Liên hiệp phụ nữ tỉnh", "Hội Liên hiệp Phụ nữ tỉnh Sơn La"),
        ("Tỉnh ủy", "Tỉnh uỷ", "TỈNH ỦY SƠN LA", "Tỉnh ủy Sơn La"),
        ("Bộ CHQS tỉnh", "Bộ Chỉ huy Quân sự tỉnh", "Bộ chỉ huy quân sự tỉnh Sơn La"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "UBMTTQ tỉnh", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh"),
        ("UBND huyện Mường La", "Ủy ban nhân dân huyện Mường La", "UBND HUYỆN MƯỜNG LA"),
        ("Công\u00a0an tỉnh", "CÔNG AN TỈNH SƠN LA", "Công an tỉnh Sơn La"),
    ],
)  # fmt: skip
def test_all_ways_to_write_a_body_lead_to_one(ways: tuple[str, ...]) -> None:
    resolver = BodyResolver(Registry(), province("Sơn La"), dt.date(2020, 5, 1))
    assert len({resolver.resolve(way) for way in ways}) == 1
    assert resolver.guesses == ()


@pytest.mark.parametrize(
    ("city", "printed", "slug"),
    [
        ("Hồ Chí Minh", "UBND TP.HCM", "ubnd-thanh-pho-ho-chi-minh"),
        ("Hồ Chí Minh", "UBND TP. Hồ Chí Minh", "ubnd-thanh-pho-ho-chi-minh"),
        ("Hồ Chí Minh", "UBND T.P Hồ Chí Minh", "ubnd-thanh-pho-ho-chi-minh"),
        ("Hồ Chí Minh", "UBND Thành phố", "ubnd-thanh-pho-ho-chi-minh"),
        ("Cần Thơ", "Sở Y tế TP Cần Thơ", "so-y-te-thanh-pho-can-tho"),
        ("Cần Thơ", "Sở Y tế thành phố", "so-y-te-thanh-pho-can-tho"),
        ("Đà Nẵng", "Ban Tổ chức Thành ủy", "ban-to-chuc-thanh-uy-da-nang"),
        ("Hà Nội", "Thành ủy Hà Nội", "thanh-uy-ha-noi"),
        ("Hải Phòng", "Công an thành phố", "cong-an-thanh-pho-hai-phong"),
    ],
)
def test_a_city_is_written_in_many_ways(city: str, printed: str, slug: str) -> None:
    assert BodyResolver(Registry(), province(city)).resolve(printed) == slug


@pytest.mark.parametrize("printed", ["UBND thành phố", "Công an thành phố", "Ban Dân vận Thành ủy"])
def test_a_city_within_a_province_is_not_the_province(printed: str) -> None:
    resolver = BodyResolver(Registry(), province("Sơn La"))
    assert not resolver.resolve(printed).endswith("son-la")
    assert "--province" in resolver.guesses[0]


@pytest.mark.parametrize(
    ("printed", "day", "slug"),
    [
        ("Sở VHTT", dt.date(2020, 1, 1), "so-van-hoa-va-the-thao-tinh-thua-thien-hue"),
        ("Cục Thuế", dt.date(2026, 1, 1), "cuc-thue"),
        ("UBND tỉnh Thừa Thiên Huế", dt.date(2020, 1, 1), "ubnd-tinh-thua-thien-hue"),
        ("UBND thành phố Huế", dt.date(2026, 1, 1), "ubnd-thanh-pho-hue"),
        # An old name on a late day is still the old body.
        ("Sở Công nghiệp tỉnh Sơn La", dt.date(2026, 1, 1), "so-cong-nghiep-tinh-son-la"),
        ("Bộ Giao thông vận tải", dt.date(2026, 1, 1), "bo-giao-thong-van-tai"),
        ("UBND huyện Mường La", dt.date(2026, 1, 1), "ubnd-huyen-muong-la-thanh-pho-hue"),
    ],
)  # fmt: skip
def test_the_day_parts_bodies_of_one_name(printed: str, day: dt.date, slug: str) -> None:
    assert BodyResolver(Registry(), province("Huế"), day).resolve(printed) == slug


def test_a_short_name_of_two_bodies_is_left_open_without_a_day() -> None:
    resolver = BodyResolver(Registry(), province("Sơn La"))
    resolver.resolve("Sở VHTT")
    assert "Sở Văn hóa và Thể thao, Sở Văn hóa - Thông tin" in resolver.guesses[0]


def test_a_body_of_each_province_before_it_was_one_of_the_state() -> None:
    resolver = BodyResolver(Registry(), province("Sơn La"), dt.date(2015, 4, 1))
    assert resolver.resolve("Cục Thuế") == "cuc-thue-tinh-son-la"


def test_an_address_of_another_body_is_never_taken() -> None:
    old = Body(
        file=RecordFile("to-chuc/y-te.md", "to-chuc/y-te/", "y-te", "", 1, ""),
        name="Sở Y tế tỉnh Bến Tre",
        province="Bến Tre",
        redirect_from=("to-chuc/so-noi-vu-tinh-son-la/",),
    )
    known = archive(body("so-y-te-tinh-son-la", "Trung tâm Một"), old)
    resolver = BodyResolver(known, province("Sơn La"))
    assert resolver.resolve("Sở Y tế") == "so-y-te-tinh-son-la-tinh-son-la"
    assert resolver.resolve("Sở Nội vụ") == "so-noi-vu-tinh-son-la-tinh-son-la"


def test_a_body_whose_province_nobody_wrote_is_taken_and_told() -> None:
    resolver = BodyResolver(archive(body("so-noi-vu", "Sở Nội vụ")), province("Sơn La"))
    assert resolver.resolve("Sở Nội vụ") == "so-noi-vu"
    assert "to-chuc/so-noi-vu.md chưa ghi tỉnh nào" in resolver.guesses[0]


def test_a_body_whose_province_nobody_wrote_is_not_taken_among_several_provinces() -> None:
    known = archive(body("so-noi-vu", "Sở Nội vụ"), body("mau", "Hội Mẫu", of="Bến Tre"))
    resolver = BodyResolver(known, province("Sơn La"))
    assert resolver.resolve("Sở Nội vụ") == "so-noi-vu-tinh-son-la"
    open_one = BodyResolver(known, None)
    assert open_one.resolve("Sở Nội vụ") == "so-noi-vu"
    assert "không nói rõ tỉnh nào" in open_one.guesses[0]


def test_districts_of_two_provinces_may_share_a_name() -> None:
    known = archive(body("ubnd-huyen-chau-thanh", "UBND huyện Châu Thành", of="Bến Tre"))
    assert (
        BodyResolver(known, province("Bến Tre")).resolve("UBND huyện Châu Thành")
        == "ubnd-huyen-chau-thanh"
    )
    other = BodyResolver(known, province("Tiền Giang")).resolve("UBND huyện Châu Thành")
    assert other == "ubnd-huyen-chau-thanh-tinh-tien-giang"
    printed = BodyResolver(known, province("Bến Tre"))
    assert printed.resolve("UBND huyện Châu Thành, tỉnh Tiền Giang") == other


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Giao các Sở: Tài chính, Xây dựng, Văn hóa, Thể thao và Du lịch hướng dẫn.",
            ["sở tài chính", "sở xây dựng", "sở văn hóa thể thao và du lịch"],
        ),
        (
            "Các Sở: Văn hóa và Thể thao, Du lịch; Công an tỉnh",
            ["sở văn hóa và thể thao", "sở du lịch", "công an tỉnh"],
        ),
        ("các sở Tư pháp, Nội vụ và Y tế", ["sở tư pháp", "sở nội vụ", "sở y tế"]),
        ("Các Bộ: TNMT, XD, KH&CN", ["bộ tài nguyên và môi trường", "bộ khoa học và công nghệ"]),
        ("UBND các tỉnh: Bến Tre, Cà Mau;", ["ubnd tỉnh", "ubnd tỉnh"]),
        ("UBND các xã: Tân Một, Tân Hai", ["ubnd xã tân một", "ubnd xã tân hai"]),
        ("Thường trực Ban An toàn giao thông tỉnh", ["ban an toàn giao thông tỉnh"]),
        ("Bộ Ngoại giao khẩn trương", ["bộ ngoại giao"]),
        ("Giao Sở Văn hóa và thể thao chủ trì", ["sở văn hóa và thể thao"]),
        ("Thanh tra tỉnh - Chủ trì", ["thanh tra tỉnh"]),
        ("Đảng ủy UBND tỉnh", ["đảng ủy ubnd tỉnh"]),
        ("UBMTTQ tỉnh", ["ủy ban mặt trận tổ quốc việt nam tỉnh"]),
        ("Đài PTTH tỉnh", ["đài phát thanh và truyền hình tỉnh"]),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", ["văn phòng đoàn đại biểu quốc hội và hđnd tỉnh"]),
        ("Kho bạc Nhà nước khu vực XV", ["kho bạc nhà nước khu vực xv"]),
        ("Tòa án nhân dân khu vực 4 - Sơn La", ["tòa án nhân dân khu vực 4"]),
        ("Công an phường Chiềng An, Thuế tỉnh", ["công an phường chiềng an", "thuế tỉnh"]),
        ("Báo và Phát thanh, Truyền hình Thanh Hóa", ["báo và phát thanh truyền hình tỉnh"]),
    ],
)
def test_names_in_lists_and_the_longest_name_first(text: str, names: list[str]) -> None:
    assert keys(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "các sở, ban, ngành; các cấp ủy, chính quyền địa phương",
        "Các Sở, ban, ngành thuộc tỉnh; cấp ủy các cấp",
        "UBND các huyện, thị xã, thành phố",
        "Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",
        "Bộ phận Một cửa, Bộ luật Lao động, bộ máy gọn nhẹ",
        "sở hữu đất đai, ban hành văn bản, cục bộ, hội nghị",
        "thuế tỉnh tăng, thống kê tỉnh hình, thi hành án dân sự",
        "đồng chí Tỉnh ủy viên, Ủy viên Ban Thường vụ Tỉnh ủy",
        "công an xã nắm tình hình; hội nông dân các cấp",
        "Quyết định số 12/QĐ-UBND, Công văn số 3/STC-NS",
        "STC, SNV, BTC và TC",
        "Trưởng ban, Phó Trưởng ban, Ban, Sở, Hội",
        "các huyện ủy, thành ủy",
        "các Ban Dân tộc tỉnh",
    ],
)
def test_groups_and_lookalikes_are_nobody(text: str) -> None:
    assert keys(text) == []


def test_bo_chinh_tri_is_no_ministry() -> None:
    assert [one.kind for one in parse_body_name("Bộ Chính trị").known] == ["party"]
    assert [one.kind for one in parse_body_name("Bộ Chính sách").known] == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://sonla.gov.vn/tin-tuc/1", "Sơn La"),
        ("http://snv.hau-giang.gov.vn", "Hậu Giang"),
        ("//www.baria-vungtau.gov.vn/x", "Bà Rịa - Vũng Tàu"),
        ("https://hochiminhcity.gov.vn", "Hồ Chí Minh"),
        ("https://thuathienhue.gov.vn/", "Huế"),
        ("https://chinhphu.vn/sonla.gov.vn", None),
        ("https://baosonla.vn", None),
        ("https://sonla.example", None),
        ("sonla.gov.vn", None),
    ],
)
def test_a_portal_tells_its_province_by_its_host(address: str, expected: str | None) -> None:
    found = province_of_portal(address)
    assert (found.name if found else None) == expected


@pytest.mark.parametrize(
    ("issuer", "place", "expected"),
    [
        ("SỞ Y TẾ", "Sơn La", "Sơn La"),
        ("UBND TỈNH", "Sơn La", "Sơn La"),
        ("SỞ Y TẾ", "TP. Hồ Chí Minh", "Hồ Chí Minh"),
        # A ministry in Hà Nội is not Hà Nội's; a province issues in no city of another level.
        ("BỘ Y TẾ", "Hà Nội", None),
        ("UBND TỈNH", "Hà Nội", None),
        ("SỞ Y TẾ TỈNH BẾN TRE", "Sơn La", None),
        ("UBND HUYỆN MƯỜNG LA", "Mường La", None),
        ("CÔNG TY MẪU", "Sơn La", None),
    ],
)
def test_a_bare_letterhead_is_that_of_its_place(
    issuer: str, place: str, expected: str | None
) -> None:
    found = place_province(issuer, place)
    assert (found.name if found else None) == expected
