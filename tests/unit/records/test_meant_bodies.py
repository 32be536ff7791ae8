"""Which body of the archive a name in a document means, by the document's home."""

from __future__ import annotations

import pytest

from tests.unit.named_bodies import ARCHIVE, CAN_THO, SON_LA, made, meant, province

WAYS = {
    "so-tai-chinh": (
        "Sở Tài chính",
        "Sở tài chính",
        "Sở Tài Chính",
        "SỞ TÀI CHÍNH",
        "Sở Tài chính tỉnh",
        "Sở Tài chính Sơn La",
        "Sở Tài chính tỉnh Sơn La",
        "Sở  Tài chính",
        "Sở Tài chính (đầu mối)",
        "sở Tài chính",
    ),
    "so-vhttdl": (
        "Sở VHTTDL",
        "Sở VH, TT&DL",
        "Sở Văn hóa - Thể thao và Du lịch",
        "Sở Văn hoá, Thể thao và Du lịch",
        "Sở Văn hóa, Thể thao & Du lịch",
        "Sở Văn hóa, thể thao và du lịch tỉnh",
        "Sở Văn hóa – Thể thao – Du lịch",
        "Sở VHTT&DL",
        "Sở VHTTDL tỉnh Sơn La",
        "Sở Văn hóa Thể thao và Du lịch",
    ),
    "ubnd": (
        "UBND tỉnh",
        "Ủy ban nhân dân tỉnh",
        "Uỷ ban nhân dân tỉnh",
        "UBND tỉnh Sơn La",
        "UBND Tỉnh",
        "ủy ban nhân dân tỉnh Sơn La",
        "Ủy ban Nhân dân tỉnh",
        "UBND Sơn La",
        "Uỷ ban Nhân dân tỉnh Sơn La",
        "ỦY BAN NHÂN DÂN TỈNH",
    ),
    "vp": (
        "Văn phòng UBND tỉnh",
        "Văn phòng Ủy ban nhân dân tỉnh",
        "VP UBND tỉnh",
        "Văn phòng UBND tỉnh Sơn La",
        "văn phòng UBND tỉnh",
        "Văn phòng Uỷ ban nhân dân tỉnh",
        "Chánh Văn phòng UBND tỉnh",
        "Phó Chánh Văn phòng UBND tỉnh",
        "Chánh Văn phòng Ủy ban nhân dân tỉnh Sơn La",
        "Lãnh đạo Văn phòng UBND tỉnh",
    ),
    "hoi-nong-dan": ("Hội Nông dân tỉnh", "Hội Nông dân", "Hội nông dân tỉnh Sơn La"),
    "ban-atgt": ("Ban An toàn giao thông tỉnh", "Ban ATGT tỉnh", "Ban An toàn giao thông"),
    "quan-su": ("Bộ Chỉ huy Quân sự tỉnh", "Bộ CHQS tỉnh", "Bộ Chỉ huy quân sự tỉnh Sơn La"),
    "cong-an": ("Công an tỉnh", "Công an Sơn La", "CÔNG AN TỈNH"),
}
HELD = {
    "so-y-te": (
        "Giám đốc Sở Y tế",
        "Phó Giám đốc Sở Y tế",
        "đồng chí Giám đốc Sở Y tế",
        "Thủ trưởng Sở Y tế",
        "Người đứng đầu Sở Y tế",
        "Giám đốc Sở Y tế tỉnh Sơn La",
        "Quyền Giám đốc Sở Y tế",
    ),
    "ubnd": ("Chủ tịch UBND tỉnh", "Phó Chủ tịch Thường trực UBND tỉnh", "Phó Chủ tịch UBND tỉnh"),
    "hdnd": ("Chủ tịch HĐND tỉnh", "Phó Chủ tịch Hội đồng nhân dân tỉnh"),
    "thanh-tra": ("Chánh Thanh tra tỉnh", "Phó Chánh Thanh tra tỉnh"),
    "ban-atgt": ("Trưởng Ban An toàn giao thông tỉnh", "Phó Trưởng Ban ATGT tỉnh"),
    "quan-su": ("Chỉ huy trưởng Bộ CHQS tỉnh", "Phó Chỉ huy trưởng Bộ Chỉ huy Quân sự tỉnh"),
    "cong-an": ("Giám đốc Công an tỉnh",),
    "hoi-nong-dan": ("Chủ tịch Hội Nông dân tỉnh",),
}


def _pairs(ways: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(printed, stem) for stem, many in ways.items() for printed in many]


@pytest.mark.parametrize(("printed", "stem"), [*_pairs(WAYS), *_pairs(HELD)])
def test_a_name_means_the_body_of_the_document_s_province(printed: str, stem: str) -> None:
    """Also where the record does not list it, and however the name is written."""
    assert meant(printed) == f"{stem}-sl"
    for issuer in ("ubnd-sl", "so-y-te-sl", "tong-hop-so-y-te-sl"):
        assert meant(printed, issuer) == f"{stem}-sl"


@pytest.mark.parametrize(("printed", "stem"), [*_pairs(WAYS), *_pairs(HELD)])
def test_a_name_never_means_another_province_s_body(printed: str, stem: str) -> None:
    """Nor where that body stands in the record, and the own one is not in the archive."""
    without = [one for one in ARCHIVE if not one.slug.endswith("-sl") or one.slug == "lai"]
    home = made("lai", "Tỉnh Đoàn Lai Châu", province="Lai Châu")
    elsewhere = [*without, *SON_LA, home]
    if "Sơn La" in printed:
        assert meant(printed, "lai", archive=elsewhere) == f"{stem}-sl"
        assert meant(printed, "vp-ct") == f"{stem}-sl"
    else:
        listed = (f"{stem}-sl",)
        assert meant(printed, "lai", archive=elsewhere) == ""
        assert meant(printed, "lai", bodies=listed, archive=elsewhere) == ""
        assert meant(printed, "vp-ct") in ("", f"{stem}-ct")
        assert meant(printed, "bo-xay-dung") == meant(printed, "khong-co") == ""


@pytest.mark.parametrize(
    ("printed", "slug"),
    [
        ("UBND thành phố", "ubnd-ct"),
        ("UBND TP", "ubnd-ct"),
        ("UBND TP. Cần Thơ", "ubnd-ct"),
        ("Công an thành phố", "cong-an-ct"),
        ("Hội Nông dân", "hoi-nong-dan-ct"),
        ("Hội Nông dân tỉnh", ""),
        ("UBND tỉnh", ""),
        ("Sở Y tế thành phố", "so-y-te-ct"),
        ("Chủ tịch UBND thành phố", "ubnd-ct"),
        ("Thanh tra thành phố", "thanh-tra-ct"),
    ],
)
def test_a_city_s_bodies_are_called_by_its_level(printed: str, slug: str) -> None:
    assert meant(printed, "vp-ct") == slug
    city_of_a_province = meant(printed, "vp-sl")
    assert city_of_a_province in ("", "hoi-nong-dan-sl", "ubnd-sl") or "Cần Thơ" in printed


@pytest.mark.parametrize(
    "printed",
    [
        "các sở, ngành",
        "các Sở, ban, ngành tỉnh",
        "UBND các huyện",
        "UBND các xã, phường",
        "các đơn vị liên quan",
        "Thủ trưởng các sở, ngành",
        "Chủ tịch UBND các xã, phường",
        "các sở, ngành, địa phương",
        "Sở",
        "Ủy ban nhân dân",
        "UBND",
        "Giám đốc các Sở",
        "Các cơ quan báo chí",
        "thành viên Ban An toàn giao thông tỉnh",
        "Thường trực Ban An toàn giao thông tỉnh",
        "Thường trực HĐND tỉnh",
        "Đảng ủy UBND tỉnh",
        "Ban Pháp chế HĐND tỉnh",
        "Thanh tra Sở Y tế",
        "Phó Chủ tịch UBND tỉnh Lò Văn Thử",
        "Công an",
        "Thanh tra",
        "Ban An toàn",
        "Sở Y",
        "nguyên Giám đốc Sở Y tế",
        "Cơ quan thường trực Ban An toàn giao thông tỉnh",
        "Phòng Tổng hợp",
    ],
)
def test_groups_parts_and_cut_names_mean_nobody(printed: str) -> None:
    assert meant(printed) == ""


@pytest.mark.parametrize(
    ("printed", "issuer", "slug"),
    [
        ("UBND phường Chiềng Thử", "vp-sl", "ubnd-chieng-thu"),
        ("Ủy ban nhân dân phường Chiềng Thử", "vp-sl", "ubnd-chieng-thu"),
        ("UBND P. Chiềng Thử", "vp-sl", ""),
        ("Chủ tịch UBND phường Chiềng Thử", "so-y-te-sl", "ubnd-chieng-thu"),
        ("UBND xã Mường Giả", "ubnd-sl", "ubnd-muong-gia"),
        ("UBND xã Mường Giả, tỉnh Sơn La", "bo-y-te", "ubnd-muong-gia"),
        ("UBND xã Mường Giả", "vp-ct", ""),
        ("UBND xã Chiềng Thử", "vp-sl", ""),
        ("UBND xã Bình Thử", "vp-sl", ""),
        ("UBND xã Bình Thử", "vp-ct", "ubnd-binh-thu"),
        ("UBND phường", "ubnd-chieng-thu", "ubnd-chieng-thu"),
        ("Chủ tịch UBND phường", "phong-kinh-te-chieng-thu", "ubnd-chieng-thu"),
        ("UBND phường", "ubnd-muong-gia", ""),
        ("UBND phường", "vp-sl", ""),
        ("Phòng Kinh tế", "ubnd-chieng-thu", "phong-kinh-te-chieng-thu"),
        ("Trưởng phòng Kinh tế", "ubnd-muong-gia", "phong-kinh-te-muong-gia"),
        ("Phòng Kinh tế", "vp-sl", ""),
        ("Phòng Kinh tế phường Chiềng Thử", "vp-sl", "phong-kinh-te-chieng-thu"),
        ("Phòng Văn hóa - Xã hội", "ubnd-muong-gia", "phong-vhxh-muong-gia"),
        ("Phòng Văn hóa, Xã hội", "ubnd-chieng-thu", "phong-vhxh-chieng-thu"),
        ("Phòng Văn hóa - Xã hội", "vp-sl", ""),
        ("UBND tỉnh", "ubnd-chieng-thu", "ubnd-sl"),
        ("Sở Y tế", "phong-vhxh-chieng-thu", "so-y-te-sl"),
        ("Phòng Tổng hợp", "so-y-te-sl", "tong-hop-so-y-te-sl"),
        ("Phòng Tổng hợp", "so-tai-chinh-sl", ""),
    ],
)
def test_bodies_of_communes_and_units_of_offices(printed: str, issuer: str, slug: str) -> None:
    assert meant(printed, issuer) == slug


@pytest.mark.parametrize(
    "place",
    [
        "phường Đất Thử",
        "xã Đất Thử",
        "xã Xã Thử",
        "thị trấn Đất Thử",
        "thị xã Đất Thử",
        "đặc khu Đất Thử",
        "huyện Đất Thử",
        "quận Đất Thử",
        "thành phố Đất Thử",
        "thành phố Sơn La",
    ],
)
def test_the_level_alone_means_the_place_that_speaks(place: str) -> None:
    level = place.removesuffix(" Đất Thử").removesuffix(" Xã Thử").removesuffix(" Sơn La")
    own = made("own", f"UBND {place}", parent="ubnd-sl")
    council = made("council", f"HĐND {place}", parent="ubnd-sl")
    archive = [*province("Sơn La", "sl"), *CAN_THO, own, council]
    for printed in (f"UBND {level}", f"Chủ tịch UBND {level}", f"Ủy ban nhân dân {level}"):
        assert meant(printed, "council", archive=archive) == "own"
        assert meant(printed, "own", archive=archive) == "own"
        assert meant(printed, "vp-sl", archive=archive) == ""
    assert meant(f"HĐND {level}", "own", archive=archive) == "council"
    assert meant(f"UBND {place}", "own", archive=archive) == "own"
    assert meant("UBND tỉnh", "own", archive=archive) == "ubnd-sl"


def test_a_word_that_ends_like_a_level_is_none() -> None:
    union = made("lm", "Liên minh Hợp tác xã", province="Sơn La")
    for issuer in ("vp-sl", "ubnd-muong-gia", "ubnd-chieng-thu"):
        assert meant("Liên minh Hợp tác xã", issuer, archive=[*ARCHIVE, union]) == "lm"
    town = [made("td", "UBND thành phố Thủ Thử", parent="ubnd-ct"), *CAN_THO]
    assert meant("UBND thành phố", "td", archive=town) == "td"
    office = made("vp-td", "HĐND thành phố Thủ Thử", parent="ubnd-ct")
    assert meant("UBND thành phố", "vp-td", archive=[office, *CAN_THO]) == "", "of which city?"


@pytest.mark.parametrize("printed", ["Bộ Y tế", "Bộ trưởng Bộ Y tế", "Bộ y tế", "Lãnh đạo Bộ Y tế"])
@pytest.mark.parametrize("issuer", ["vp-sl", "vp-ct", "bo-xay-dung", "ubnd-binh-thu", "khong-co"])
def test_a_body_of_the_state_is_the_same_everywhere(printed: str, issuer: str) -> None:
    assert meant(printed, issuer) == "bo-y-te"


@pytest.mark.parametrize(
    ("place", "slug"),
    [("Sơn La", "so-y-te-sl"), ("sơn la", "so-y-te-sl"), ("Cần Thơ", "so-y-te-ct"), ("Hà Nội", "")],
)
def test_the_place_of_issue_tells_the_province_where_the_issuer_does_not(
    place: str, slug: str
) -> None:
    bare = made("vp", "Văn phòng UBND tỉnh" if slug != "so-y-te-ct" else "Sở Tư pháp")
    assert meant("Sở Y tế", "vp", place=place, archive=[*ARCHIVE, bare]) == slug
    assert meant("Sở Y tế", "bo-xay-dung", place=place) == ""
    assert meant("Sở Y tế", "vp-sl", place="Hà Nội") == "so-y-te-sl"


def test_a_name_of_two_bodies_means_neither_but_for_the_one_that_the_record_names() -> None:
    twins = [made(slug, "Sở Du lịch tỉnh Sơn La", province="Sơn La") for slug in ("m", "n")]
    archive = [*SON_LA, *twins]
    assert meant("Sở Du lịch", archive=archive) == ""
    assert meant("Sở Du lịch", bodies=("n",), archive=archive) == "n"
    assert meant("Sở Du lịch", bodies=("m", "n"), archive=archive) == ""


def test_an_archive_of_one_province_may_leave_its_name_out() -> None:
    bare = made("so-y-te", "Sở Y tế")
    office = made("vp", "Văn phòng UBND tỉnh Sơn La", province="Sơn La")
    assert meant("Sở Y tế", "vp", archive=[office, bare]) == "so-y-te"
    assert meant("Sở Y tế", "vp", archive=[office, bare, *CAN_THO]) == ""
    assert (
        meant("Sở Y tế", "vp", bodies=("so-y-te",), archive=[office, bare, *CAN_THO]) == "so-y-te"
    )
    nowhere = made("vp", "Văn phòng UBND tỉnh")
    assert meant("Sở Y tế", "vp", archive=[nowhere, bare]) == "so-y-te"


@pytest.mark.parametrize(
    ("short", "printed", "slug"),
    [
        ("Thường trực Ban ATGT tỉnh", "Thường trực Ban An toàn giao thông tỉnh", "ban"),
        ("Cơ quan thường trực BATGT", "Cơ quan thường trực BATGT", "ban"),
        ("TT", "TT", ""),
        ("VP", "VP", ""),
        ("BAT", "BAT", "ban"),
    ],
)
def test_a_short_name_of_the_record_counts_like_its_name(
    short: str, printed: str, slug: str
) -> None:
    ban = made("ban", "Ban An toàn giao thông tỉnh Sơn La", short, province="Sơn La")
    assert meant(printed, "ban", archive=[ban]) == slug


def test_bodies_of_invented_provinces_are_told_apart_too() -> None:
    mau = made("mau", "Ban Thử nghiệm tỉnh Mẫu")
    khac = made("khac", "Ban Thử nghiệm tỉnh Khác Lạ", province="Khác Lạ")
    office = made("vp", "Văn phòng", province="Khác Lạ")
    archive = [mau, khac, office]
    assert meant("Ban Thử nghiệm tỉnh", "vp", archive=archive) == "khac"
    assert meant("Ban Thử nghiệm", "vp", archive=archive) == "khac"
    assert meant("Ban Thử nghiệm tỉnh Mẫu", "vp", archive=archive) == "mau"
    assert meant("Ban Thử nghiệm tỉnh", "vp", bodies=("mau",), archive=[mau, office]) == ""


@pytest.mark.parametrize(
    ("issuer", "slug"),
    [
        ("ubnd-muong-gia", "tt"),
        ("phong-kinh-te-muong-gia", "tt"),
        ("vp-sl", ""),
        ("ubnd-binh-thu", ""),
    ],
)
def test_a_commune_s_body_without_the_commune_in_its_name_is_its_own(
    issuer: str, slug: str
) -> None:
    centre = made("tt", "Trung tâm Dịch vụ tổng hợp", parent="ubnd-muong-gia")
    assert meant("Trung tâm Dịch vụ tổng hợp", issuer, archive=[*ARCHIVE, centre]) == slug


@pytest.mark.parametrize("issuer", ["bo-y-te", "bo-xay-dung"])
def test_a_ministry_in_the_capital_is_not_the_capital_s(issuer: str) -> None:
    archive = [*ARCHIVE, *province("Hà Nội", "hn", "thành phố")]
    for printed in ("Sở Y tế", "UBND thành phố", "Hội Nông dân", "Công an thành phố"):
        assert meant(printed, issuer, archive=archive) == ""
        assert meant(printed, issuer, place="Hà Nội", archive=archive) == ""
        assert meant(printed, "vp-hn", archive=archive).endswith("-hn")
