"""Who chaired, as people write it; all names and events are made up."""

from __future__ import annotations

import pytest
from bantin.importing.chairs import find_chairs


@pytest.mark.parametrize(
    ("text", "chairs"),
    [
        ("Đồng chí Bùi Thị Mẫu, Chủ tịch UBND tỉnh chủ trì cuộc họp.", ["Bùi Thị Mẫu"]),
        ("Đồng chí Bùi Thị Mẫu - Chủ tịch UBND tỉnh chủ trì hội nghị.", ["Bùi Thị Mẫu"]),
        ("Đồng chí Bùi Thị Mẫu, Quyền Chủ tịch UBND tỉnh, chủ trì phiên họp.", ["Bùi Thị Mẫu"]),
        ("Đồng chí Bùi Thị Mẫu, Bí thư Tỉnh ủy dự và chủ trì hội nghị.", ["Bùi Thị Mẫu"]),
        ("Chủ tịch UBND tỉnh Cao Văn Thử đã chủ trì phiên họp lần thứ 31.", ["Cao Văn Thử"]),
        ("Phó Thủ tướng Chính phủ Cao Văn Thử chủ trì cuộc họp.", ["Cao Văn Thử"]),
        ("Thượng tướng Cao Văn Thử, Thứ trưởng Bộ Công an chủ trì Hội nghị…", ["Cao Văn Thử"]),
        ("Cao Văn Thử, Giám đốc Sở Nội vụ, chủ trì buổi làm việc.", ["Cao Văn Thử"]),
        ("Ông Cao Văn Thử, Giám đốc Sở Giao thông vận tải chủ trì họp.", ["Cao Văn Thử"]),
        (
            "Đồng chí Cao Văn Thử, Trưởng ban Tổ chức Tỉnh ủy, Phó Trưởng Ban chỉ đạo phòng, chống "
            "lụt bão tỉnh chủ trì Hội nghị.",
            ["Cao Văn Thử"],
        ),
        (
            "Họp xóm, dưới sự chủ trì của đồng chí Cao Văn Thử - Chủ tịch UBND tỉnh.",
            ["Cao Văn Thử"],
        ),
        ("Dưới sự chủ trì của Chủ tịch Quốc hội Cao Văn Thử, phiên họp bắt đầu.", ["Cao Văn Thử"]),
        ("Hội nghị do đồng chí Cao Văn Thử, Giám đốc Sở Y tế chủ trì.", ["Cao Văn Thử"]),
        (
            "Chủ trì hội nghị có ông Cao Văn Thử, Bí thư Tỉnh ủy; bà Bùi Thị Mẫu, Phó Bí thư Tỉnh "
            "ủy.",
            ["Cao Văn Thử", "Bùi Thị Mẫu"],
        ),
        ("Chủ trì cuộc họp là đồng chí Cao Văn Thử.", ["Cao Văn Thử"]),
        (
            "Các đồng chí: Cao Văn Thử, UV BTV Tỉnh ủy, Phó Chủ tịch TT HĐND tỉnh; Bùi Thị Mẫu, "
            "Phó Chủ tịch HĐND tỉnh chủ trì hội nghị.",
            ["Cao Văn Thử", "Bùi Thị Mẫu"],
        ),
        (
            "Các đồng chí: Cao Văn Thử –Trưởng ban Tuyên giáo Thành ủy, Bùi Hải Mẫu – Giám đốc Sở "
            "Thông tin và Truyền thông, đồng chủ trì hội nghị.",
            ["Cao Văn Thử", "Bùi Hải Mẫu"],
        ),
        (
            "Đồng chí Bùi Thị Mẫu, Giám đốc Sở Nội vụ cùng các đồng chí Phó Giám đốc Sở Cao Văn "
            "Thử, Lò Văn Nháp chủ trì hội nghị.",
            ["Bùi Thị Mẫu", "Cao Văn Thử", "Lò Văn Nháp"],
        ),
        (
            "Bí thư Thành ủy, Chủ tịch HĐND thành phố Lương Văn Thử; Phó Bí thư Thành ủy Bùi Thị "
            "Mẫu đồng chủ trì Hội nghị.",
            ["Lương Văn Thử", "Bùi Thị Mẫu"],
        ),
        (
            "Tham dự có đồng chí Lò Văn Nháp- Viện trưởng, chủ trì Hội nghị, các đồng chí Phó Viện "
            "trưởng.",
            ["Lò Văn Nháp"],
        ),
        (
            "Sau khi nghe báo cáo, đồng chí Cao Văn Thử - Phó Bí thư Tỉnh ủy, Chủ tịch Ủy ban nhân "
            "dân tỉnh kết luận:",
            ["Cao Văn Thử"],
        ),
        ("Phó Thủ tướng Chính phủ Cao Văn Thử kết luận như sau:", ["Cao Văn Thử"]),
    ],
)
def test_a_chair_is_read_in_the_ways_people_write_it(text: str, chairs: list[str]) -> None:
    assert list(find_chairs("", [text])) == chairs


def test_a_title_of_a_conclusion_names_who_gave_it() -> None:
    title = "Kết luận của Phó Chủ tịch UBND tỉnh Cao Văn Thử tại cuộc họp về bến xe"
    assert find_chairs(title, ["Ngày 5/3, UBND tỉnh họp về bến xe."]) == ("Cao Văn Thử",)


@pytest.mark.parametrize(
    "text",
    [
        "Đồng chí Cao Văn Thử giao Sở Xây dựng chủ trì, phối hợp với các huyện.",
        "Đồng chí Cao Văn Thử yêu cầu Sở Xây dựng chủ trì cuộc họp tới.",
        "Thủ tướng giao Bộ Xây dựng chủ trì, trình Chính phủ.",
        "Đồng chí Cao Văn Thử, Giám đốc Sở Nội vụ được giao chủ trì tham mưu đề án.",
        "Tuần tới, đồng chí Cao Văn Thử sẽ chủ trì hội nghị.",
        "Ông Cao Văn Thử cho biết Ủy ban chủ trì nhưng các sở trả lời.",
        "Đồng chí Cao Văn Thử dự; lãnh đạo Sở Y tế chủ trì hội nghị.",
        "Tại điểm cầu tỉnh, đồng chí Cao Văn Thử chủ trì điểm cầu.",
        "Đồng chí Cao Văn Thử, Giám đốc Sở Y tế phát biểu; hội nghị do Văn phòng chủ trì.",
        "Phát biểu kết luận, đồng chí Cao Văn Thử cảm ơn các hộ.",
        "Hội nghị kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh do xã chủ trì.",
        "Bí thư Tỉnh ủy Lâm Đồng chủ trì hội nghị.",
    ],
)
def test_no_chair_where_it_is_not_sure(text: str) -> None:
    assert find_chairs("", [text]) == ()


def test_the_first_sentence_that_names_a_chair_decides() -> None:
    paragraphs = [
        "Phó Thủ tướng Cao Văn Thử chủ trì hội nghị trực tuyến. Cùng dự có đồng chí Lò Văn Nháp.",
        "Tại tỉnh, đồng chí Bùi Thị Mẫu, Giám đốc Sở Y tế chủ trì hội nghị.",
    ]
    assert find_chairs("", paragraphs) == ("Cao Văn Thử",)
