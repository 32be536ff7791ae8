from __future__ import annotations

import pytest
from bantin.importing.bodies import BodyResolver
from bantin.importing.names import find_bodies
from bantin.records.body_names import parse_body_name
from bantin.records.models import Body, RecordFile
from bantin.records.provinces import Province, find_province
from bantin.records.registry import Registry

DAK_NONG = Province("Đắk Nông", "tỉnh")


def body(slug: str, name: str, *short_names: str, province: str | None = None) -> Body:
    file = RecordFile(f"to-chuc/{slug}.md", f"to-chuc/{slug}/", slug, "", 1, "")
    return Body(file=file, name=name, short_names=short_names, province=province)


REGISTRY = Registry.of(
    [
        body("ubnd-tinh-dak-nong", "UBND tỉnh Đắk Nông", province="Đắk Nông"),
        body("ubnd-tinh-hau-giang", "Ủy ban nhân dân tỉnh Hậu Giang", "UBND tỉnh"),
        body("ban-vstbpn-tinh-dak-nong", "Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông"),
        body("ban-vstbpn-tinh-hau-giang", "Ban VSTBPN tỉnh Hậu Giang"),
        body("so-noi-vu", "Sở Nội vụ", province="Đắk Nông"),
    ],
    [],
    [],
)


@pytest.mark.parametrize("name", ["Đắk Nông", "tỉnh Đăk Nông", "DAK NONG", "Tỉnh Đắc Nông"])
def test_a_province_has_many_spellings(name: str) -> None:
    assert find_province(name) == DAK_NONG


def test_a_city_keeps_its_level_and_nonsense_is_no_province() -> None:
    assert find_province("Cần Thơ") == Province("Cần Thơ", "thành phố")
    assert find_province("Cư Jút") is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "họp Ban vì sự tiến bộ của phụ nữ (VSTBCPN) tỉnh để nghe",
            ["ban vì sự tiến bộ phụ nữ tỉnh"],
        ),
        ("Trưởng ban Vì sự tiến bộ phụ nữ tỉnh", ["ban vì sự tiến bộ phụ nữ tỉnh"]),
        ("Uỷ ban nhân dân tỉnh và HĐND tỉnh", ["ubnd tỉnh", "hđnd tỉnh"]),
        ("Sở Lao động, Thương binh và Xã hội", ["sở lao động thương binh và xã hội"]),
        ("Sở LĐTBXH, Sở Nội vụ tỉnh", ["sở lao động thương binh và xã hội", "sở nội vụ"]),
        ("Ban Cán sự Đảng UBND tỉnh", ["ban cán sự đảng ubnd tỉnh"]),
        ("Văn phòng UBND tỉnh", ["văn phòng ubnd tỉnh"]),
        ("UBND huyện Cư Jút Nguyễn Văn An", ["ubnd huyện cư jút"]),
        ("Thường trực Tỉnh ủy, đồng chí Tỉnh ủy viên", ["tỉnh ủy"]),
        ("Hội LHPN tỉnh", ["hội liên hiệp phụ nữ tỉnh"]),
        ("Các sở, ngành; Ban vì sự tiến bộ của phụ nữ các cấp; các sở Nội vụ", []),
        ("bộ máy UBND gọn nhẹ", []),
    ],
)
def test_bodies_in_running_text(text: str, names: list[str]) -> None:
    assert [found.name.key for found in find_bodies(text)] == names


def test_the_printed_words_are_kept() -> None:
    text = "Nay Uỷ ban nhân dân tỉnh Thanh Hoá họp"
    found = next(find_bodies(text))
    assert text[found.start : found.end] == found.text == "Uỷ ban nhân dân tỉnh Thanh Hoá"
    assert found.name.province == Province("Thanh Hóa", "tỉnh")


def test_ways_to_write_one_body_are_equal() -> None:
    ways = ["Ban VSTBCPN tỉnh", "Ban VSTBPN tỉnh", "Ban Vì sự tiến bộ của phụ nữ tỉnh"]
    assert len({parse_body_name(way) for way in ways}) == 1


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("UBND tỉnh", "ubnd-tinh-dak-nong"),
        ("UBND TỈNH HẬU GIANG", "ubnd-tinh-hau-giang"),
        ("Ban VSTBCPN tỉnh", "ban-vstbpn-tinh-dak-nong"),
        ("Ban Vì sự tiến bộ phụ nữ tỉnh Hậu Giang", "ban-vstbpn-tinh-hau-giang"),
        ("Sở Nội vụ", "so-noi-vu"),
        ("Sở Y tế", "so-y-te-tinh-dak-nong"),
        ("Tỉnh ủy", "tinh-uy-dak-nong"),
        ("UBND tỉnh Cà Mau", "ubnd-tinh-ca-mau"),
        ("UBND huyện Cư Jút", "ubnd-huyen-cu-jut-tinh-dak-nong"),
    ],
)
def test_a_known_province_settles_the_slug(printed: str, slug: str) -> None:
    resolver = BodyResolver(REGISTRY, DAK_NONG)
    assert resolver.resolve(printed) == slug
    assert resolver.guesses == ()


def test_a_name_of_two_bodies_is_never_guessed() -> None:
    resolver = BodyResolver(REGISTRY, None)
    assert resolver.resolve("UBND tỉnh") == "ubnd-tinh"
    assert "ubnd-tinh-dak-nong, ubnd-tinh-hau-giang" in resolver.guesses[0]


def test_the_only_body_of_a_name_is_not_assumed() -> None:
    """Another province's body is never the one meant because the archive has no other."""
    resolver = BodyResolver(REGISTRY, None)
    assert resolver.resolve("Sở Nội vụ") == "so-noi-vu-chua-ro-tinh"
    assert "“Sở Nội vụ” có thể là so-noi-vu; tạm ghi" in resolver.guesses[0]


def test_an_unknown_body_of_no_known_province_is_told_once() -> None:
    resolver = BodyResolver(Registry(), None)
    texts = ["Ban VSTBPN tỉnh", "Ban Vì sự tiến bộ của phụ nữ tỉnh"]
    assert resolver.resolve_all(texts) == ("ban-vi-su-tien-bo-phu-nu-tinh",)
    assert len(resolver.guesses) == 1
    assert "--province" in resolver.guesses[0]


@pytest.mark.parametrize(
    "text",
    [
        "lớp tập huấn cho cán bộ Tư pháp, hộ tịch",
        "Đảng bộ Công an đã họp",
        "toàn bộ Quốc phòng toàn dân",
        "nội bộ Tài chính của thôn",
        "các cơ sở Y tế tư nhân",
        "trụ sở Công Thương cũ",
        "Cơ sở Giáo dục và Đào tạo ngoài giờ",
        "Tiểu ban Chỉ đạo chợ phiên của tỉnh",
        "tập đoàn Thanh niên Mây",
        "Bảo hiểm xã hội tỉnh, thành phố trực thuộc Trung ương",
        "Bảo hiểm xã hội các tỉnh, thành phố",
        "Cục Hải quan các tỉnh, thành phố",
        "Cục Thuế tỉnh, thành phố",
        "Cục Thuế các tỉnh",
    ],
)
def test_words_within_other_words_and_all_provinces_are_no_body(text: str) -> None:
    assert [mention.text for mention in find_bodies(text)] == []


@pytest.mark.parametrize(
    ("text", "key", "province"),
    [
        ("làm việc với UBND TP. Hồ Chí minh", "ubnd thành phố", "Hồ Chí Minh"),
        ("UBND thành phố Hồ chí Minh", "ubnd thành phố", "Hồ Chí Minh"),
        ("UBND TP Đà nẵng", "ubnd thành phố", "Đà Nẵng"),
        ("HĐND tỉnh Hòa bình", "hđnd tỉnh", "Hòa Bình"),
        ("UBND tỉnh Thừa Thiên huế", "ubnd tỉnh", "Huế"),
        ("Sở Y tế Hà nội", "sở y tế", "Hà Nội"),
        ("Sở Y tế tỉnh SƠN La", "sở y tế", "Sơn La"),
        ("Công an tỉnh Bắc ninh", "công an tỉnh", "Bắc Ninh"),
    ],
)
def test_typists_miss_capitals_in_provinces(text: str, key: str, province: str) -> None:
    (found,) = find_bodies(text)
    assert found.name.province
    assert (found.name.key, found.name.province.name) == (key, province)


def test_a_body_behind_such_a_word_is_found() -> None:
    found = [mention.text for mention in find_bodies("cán bộ Bộ Tư pháp và cơ sở của Sở Y tế")]
    assert found == ["Bộ Tư pháp", "Sở Y tế"]


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Đảng ủy xã Lê Thử Năm phát biểu",
        "Chủ tịch UBND xã Trần Giả Sáu kết luận",
        "Phó Chủ tịch Thường trực UBND huyện Nguyễn Thị Nháp dự",
        "Phó Chủ tịch UBND phường Hoàng Văn Ví Dụ",
        "Chủ tịch HĐND thị trấn Phạm Mẫu Bảy",
        "Bí thư Đảng ủy phường Vũ Thị Mẫu Tám",
        "Chủ tịch UBND quận Đặng Giả Chín",
    ],
)
def test_who_holds_a_post_is_no_commune(text: str) -> None:
    assert not list(find_bodies(text))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Chủ tịch UBND xã Lê Lợi dự", "UBND xã Lê Lợi"),
        ("cán bộ UBND phường Nguyễn Thái Bình", "UBND phường Nguyễn"),
        ("Chủ tịch UBND huyện Cư Jút Lê Văn Nháp", "UBND huyện Cư Jút"),
        ("Chủ tịch UBND huyện Kim Bảng Nguyễn Văn Nháp", "UBND huyện Kim Bảng"),
        ("Chủ tịch UBND xã Tân Mẫu Thượng", "UBND xã Tân Mẫu Thượng"),
    ],
)
def test_communes_stay_bodies(text: str, printed: str) -> None:
    assert next(body.text for body in find_bodies(text)).startswith(printed)


def test_a_sentence_ends_a_body() -> None:
    assert not list(find_bodies("ông Y Thử, Phó Chủ tịch UBND xã. Tổng số hộ: 120."))
    assert [b.text for b in find_bodies("UBND TX. Mẫu Sơn họp")] == ["UBND TX. Mẫu Sơn"]
