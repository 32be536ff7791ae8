"""Lists of names as telegrams, letters and resolutions print them; each kind with its siblings."""

from __future__ import annotations

import pytest
from bantin.minutes.directives import read_directive

# What stands before the verb; the names that it means. "=" is the name as printed.
SUBJECTS = {
    # Departments listed behind the word for a group.
    "Giám đốc các sở, ngành: Y tế; Xây dựng; Nội vụ": (
        "Giám đốc Sở Y tế|Giám đốc Sở Xây dựng|Giám đốc Sở Nội vụ"
    ),
    "Giám đốc các sở, ngành: Công Thương, Tài chính; Công an tỉnh": (
        "Giám đốc Sở Công Thương|Giám đốc Sở Tài chính|Công an tỉnh"
    ),
    "Giám đốc các Sở, ban, ngành: Khoa học và Công nghệ, Y tế": (
        "Giám đốc Sở Khoa học và Công nghệ|Giám đốc Sở Y tế"
    ),
    "Thủ trưởng các sở, ngành: Tư pháp; Nội vụ": "Thủ trưởng Sở Tư pháp|Thủ trưởng Sở Nội vụ",
    "Các sở, ngành: Nông nghiệp và Môi trường; Y tế; Công an tỉnh": (
        "Sở Nông nghiệp và Môi trường|Sở Y tế|Công an tỉnh"
    ),
    "Các sở, ban, ngành: Xây dựng, Tài chính, Thuế tỉnh": "Sở Xây dựng|Sở Tài chính|Thuế tỉnh",
    "Các sở, ngành: Nội vụ và Tư pháp": "Sở Nội vụ|Sở Tư pháp",
    "Các sở, ngành: Sở Nội vụ, Công an tỉnh": "Sở Nội vụ|Công an tỉnh",
    "Các cơ quan: Sở Y tế, Công an tỉnh, UBND xã Nà Lang": ("Sở Y tế|Công an tỉnh|UBND xã Nà Lang"),
    "Các đơn vị: Sở Xây dựng; Điện lực Nà Lang": "Sở Xây dựng|Điện lực Nà Lang",
    "Các bộ, ngành: Tài chính, Y tế": "Bộ Tài chính|Bộ Y tế",
    "Bộ trưởng các bộ, ngành: Xây dựng; Nội vụ": "Bộ trưởng Bộ Xây dựng|Bộ trưởng Bộ Nội vụ",
    # Places whose level has a capital, or another one.
    "UBND thành phố Hà Nội, Thành phố Hồ Chí Minh": (
        "UBND thành phố Hà Nội|UBND Thành phố Hồ Chí Minh"
    ),
    "UBND tỉnh Sơn Lĩnh, Thành phố Đà Nẵng": "UBND tỉnh Sơn Lĩnh|UBND Thành phố Đà Nẵng",
    "UBND các tỉnh Sơn Lĩnh, Lâm Khê và Thành phố Huế": (
        "UBND tỉnh Sơn Lĩnh|UBND tỉnh Lâm Khê|UBND Thành phố Huế"
    ),
    "Công an phường Bến Lội, Xã Nà Lang": "Công an phường Bến Lội|Công an Xã Nà Lang",
    "UBND xã Nà Lang và Phường Bến Lội": "UBND xã Nà Lang|UBND Phường Bến Lội",
    "UBND xã Nà Lang, Xã Khe Mo": "UBND xã Nà Lang|UBND Xã Khe Mo",
    "Chủ tịch UBND phường Bến Lội, Đặc khu Hòn Mây": (
        "Chủ tịch UBND phường Bến Lội|Chủ tịch UBND Đặc khu Hòn Mây"
    ),
    "UBND các xã Nà Lang, Khe Mo, Phường Bến Lội": (
        "UBND xã Nà Lang|UBND xã Khe Mo|UBND Phường Bến Lội"
    ),
    "Xã Nà Lang, Phường Bến Lội": "=|=",
    "UBND tỉnh Lâm Khê, TP. Đà Nẵng": "UBND tỉnh Lâm Khê|UBND TP. Đà Nẵng",
    # Party committees of several bodies.
    "Các đảng uỷ Sở Tài chính, Sở Nội vụ": "Đảng uỷ Sở Tài chính|Đảng uỷ Sở Nội vụ",
    "Các Đảng ủy Sở Y tế, Sở Xây dựng": "Đảng ủy Sở Y tế|Đảng ủy Sở Xây dựng",
    "các đảng ủy Bộ Y tế, Bộ Xây dựng": "Đảng ủy Bộ Y tế|Đảng ủy Bộ Xây dựng",
    "Các chi bộ Sở Tư pháp, Sở Nội vụ": "Chi bộ Sở Tư pháp|Chi bộ Sở Nội vụ",
    "Các Đảng ủy UBND tỉnh, Công an tỉnh": "Đảng ủy UBND tỉnh|Đảng ủy Công an tỉnh",
    "Đảng ủy Sở Y tế, Sở Xây dựng": "=|=",  # the second may be meant itself
    # Some of many, by their number.
    "UBND 05 xã vùng cao": "=",
    "UBND 12 xã ven hồ": "=",
    "UBND 03 phường": "=",
    "Chủ tịch UBND 36 phường, xã": "=",
    "Chủ tịch UBND 18 xã, phường, đặc khu": "=",
    "Công an 04 xã biên giới": "=",
    "Đảng ủy 07 xã": "=",
    "UBND 9 xã, phường trên địa bàn": "=",
    "Trạm Y tế 6 xã": "=",
    "UBND 102 xã, phường": "=",
    "Bí thư Đảng ủy 15 xã, phường": "=",
    # Some of many, by where they lie.
    "UBND các xã dọc sông": "=",
    "UBND các xã dọc sông Nậm Khe": "=",
    "UBND các xã, phường dọc tuyến đường tỉnh": "=",
    "UBND các xã ven hồ Nậm Khe": "=",
    "UBND các xã thuộc lưu vực sông Nậm Khe": "=",
    "UBND các xã, phường ven biển": "=",
    "UBND các xã vùng lòng hồ": "=",
    "UBND các xã hạ lưu hồ Nậm Khe": "=",
    "Chủ tịch UBND các xã dọc suối Khe Mo": "=",
    "UBND các xã khu vực biên giới": "=",
    "UBND các xã có nghệ nhân": "=",
    "UBND các xã, phường có chợ đêm": "=",
    "UBND các xã có bến thuyền": "=",
    # Of a people's council.
    "Thường trực HĐND tỉnh, các Ban HĐND tỉnh và đại biểu HĐND tỉnh": (
        "Thường trực HĐND tỉnh|các Ban HĐND tỉnh|đại biểu HĐND tỉnh"
    ),
    "Thường trực Hội đồng nhân dân tỉnh, các Ban Hội đồng nhân dân tỉnh": "=|=",
    "Các Ban của HĐND tỉnh, các Tổ đại biểu HĐND tỉnh": "=|=",
    "Các Ban HĐND xã": "=",
    "Các Ban HĐND, các Tổ đại biểu HĐND và các đại biểu HĐND xã Nà Lang": (
        "Các Ban HĐND|các Tổ đại biểu HĐND|các đại biểu HĐND xã Nà Lang"
    ),
    "Đại biểu HĐND tỉnh": "=",
    "Các Tổ đại biểu HĐND phường Bến Lội": "=",
    "các đại biểu Hội đồng nhân dân các cấp": "=",
    "Ban Pháp chế HĐND tỉnh, Tổ đại biểu HĐND tỉnh": "=|=",
    "Các Ban Hội đồng nhân dân phường": "=",
    "Đại biểu Hội đồng nhân dân tỉnh, Thường trực HĐND các xã": "=|=",
    # Of a province, and those who inspect.
    "Bảo tàng tỉnh": "=",
    "Bảo tàng tỉnh Sơn Lĩnh": "=",
    "Thư viện tỉnh": "=",
    "Bảo tàng thành phố": "=",
    "Thanh tra các sở, ngành, địa phương": "=",
    "Thanh tra các sở": "=",
    "Thanh tra tỉnh, Thanh tra các sở, ngành": "Thanh tra tỉnh|Thanh tra các sở, ngành",
    "Thanh tra Chính phủ, Thanh tra các bộ": "=|=",
    "Chánh Thanh tra các sở, ngành": "=",
    "Văn phòng các sở, ngành": "=",
    "Công đoàn các sở, ngành": "=",
    # A group that manages something.
    "các đơn vị quản lý hồ chứa thủy điện, thủy lợi": "=",
    "các sở, UBND các xã, các đơn vị quản lý hồ chứa nước và các đơn vị có liên quan": (
        "các sở|UBND các xã|các đơn vị quản lý hồ chứa nước|các đơn vị có liên quan"
    ),
    "các đơn vị quản lý công trình thủy lợi": "=",
    "các đơn vị quản lý vận hành hồ chứa thủy điện": "=",
    "các chủ hồ chứa thủy lợi, thủy điện": "=",
    "UBND các xã, các đơn vị vận hành hồ chứa": "UBND các xã|các đơn vị vận hành hồ chứa",
    "các đơn vị khai thác công trình thủy lợi": "=",
    "các sở, các đơn vị quản lý bến thủy nội địa": "các sở|các đơn vị quản lý bến thủy nội địa",
    "các doanh nghiệp khai thác khoáng sản": "=",
    "các đơn vị quản lý đê điều và UBND các xã": "các đơn vị quản lý đê điều|UBND các xã",
}


@pytest.mark.parametrize(("printed", "names"), SUBJECTS.items())
@pytest.mark.parametrize("order", ["Giao {} rà soát các điểm ngập.", "{} rà soát các điểm ngập."])
def test_a_list_is_read_whole(order: str, printed: str, names: str) -> None:
    if names == "=|=":
        names = printed.replace(", ", "|").replace(" và ", "|")
    read = read_directive(order.format(printed))
    assert "|".join(read.addressees) == (printed if names == "=" else names)


@pytest.mark.parametrize("asked", ["Giao", "Yêu cầu", "Đề nghị"])
@pytest.mark.parametrize(
    "named",
    [
        "các địa phương, đơn vị được giao nhiệm vụ",
        "các đơn vị được giao vốn",
        "các cơ quan, đơn vị được phân công nhiệm vụ",
        "các xã được giao chỉ tiêu",
        "các chủ đầu tư được giao dự toán",
    ],
)
def test_the_words_that_tell_which_belong_to_the_name(asked: str, named: str) -> None:
    """Without a word of the chair before it, "được giao nhiệm vụ" is what the point says."""
    assert read_directive(f"{asked} {named} rà soát bến.").addressees == (named,)
    assert read_directive(f"{named.capitalize()} rà soát bến.").addressees == ()


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Hội Vận tải thủy và các chủ bến ký cam kết an toàn.", "Hội Vận tải thủy|các chủ bến"),
        ("Giao Hội Làm vườn và các chủ trại ghi nhật ký.", "Hội Làm vườn|các chủ trại"),
        ("Giao Hội Nghề cá và các chủ tàu ký biên bản.", "Hội Nghề cá|các chủ tàu"),
        ("Hiệp hội Du lịch Nà Lang ký cam kết giữ giá.", "Hiệp hội Du lịch Nà Lang"),
        ("Giao Ban Quản lý chợ Nà Lang ghi sổ hằng ngày.", "Ban Quản lý chợ Nà Lang"),
        ("Yêu cầu các chủ bến ký cam kết.", "các chủ bến"),
        ("Yêu cầu các chủ hộ kinh doanh ký cam kết.", "các chủ hộ kinh doanh"),
        ("Hội Nông dân tỉnh ký chương trình.", "Hội Nông dân tỉnh"),
        ("Công ty Cổ phần Bến thuyền Nà Lang ký hợp đồng.", "Công ty Cổ phần Bến thuyền Nà Lang"),
        ("Giao Hội Chăn nuôi và các chủ trại chép lại sổ.", "Hội Chăn nuôi|các chủ trại"),
        ("Giao Hội Vận tải thủy và các chủ bến neo thuyền.", "Hội Vận tải thủy|các chủ bến"),
    ],
)
def test_a_verb_is_no_part_of_a_name(text: str, names: str) -> None:
    """What is not sure may be left out, and no verb may hang on a name."""
    read = read_directive(text)
    assert "|".join(read.addressees) in (names, names.partition("|")[0], "")
