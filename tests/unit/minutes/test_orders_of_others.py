"""Names are not handed to a point with a subject of its own; a dash heads the plus signs below."""

from __future__ import annotations

import pytest

from tests.unit.minutes.test_order_points import orders

TOLD = "Chủ tịch UBND tỉnh yêu cầu các sở, ngành thực hiện các nhiệm vụ sau:\n\n"

STRANGERS = [
    "Các tập đoàn, hợp tác xã nuôi ong: xây dựng phương án dự trữ mật.",
    "Các vựa ong rừng: bổ sung thùng đỡ tổ.",
    "Chủ bến đò ngang ký cam kết an toàn;",
    "Hộ nuôi ong ven rừng chuyển đàn lên đồi",
    "Toàn thể đoàn viên tham gia dọn đường.",
    "Nhân dân hai bên suối: di dời vật nuôi.",
    "Người nuôi ong đăng ký số đàn",
    "Bệnh viện huyện cũ bố trí giường;",
    "18 trạm bơm vùng thấp: trực ca đêm.",
    "Lực lượng giữ rừng tuần tra theo ca",
    "Những thôn dưới đập: chuẩn bị thuyền.",
    "Cán bộ kho lạnh kiểm kê hằng ngày.",
    "Tổ hợp tác nuôi cá lồng: gia cố phao.",
]


@pytest.mark.parametrize("words", STRANGERS)
@pytest.mark.parametrize(
    "above", [f"{TOLD}1. Họp bàn việc này.\n\n2. ", f"{TOLD}1. Sở Xây dựng\n\n    - "]
)
def test_a_point_that_names_somebody_unknown_is_nobody_elses(above: str, words: str) -> None:
    last = orders(f"{above}{words}\n", kind="CĐ")[-1]
    assert last.text == words
    assert last.directive.addressees == ()
    assert "to" not in last.handed_down


@pytest.mark.parametrize(
    "words",
    [
        "Giao các Phó Chủ tịch phụ trách theo dõi việc dọn suối.",
        "Giao các Phó Thủ tướng theo lĩnh vực đôn đốc việc này.",
        "Giao người đứng đầu từng kho kiểm đếm.",
        "Giao cho đồng chí Lò Văn Suối trực máy.",
        "Phân công đồng chí Vàng Thị Khe lo hậu cần.",
        "Phân công ông Quàng Văn Lũng giữ chìa khóa kho.",
        "Giao trách nhiệm cho chủ thuyền kiểm tra phao.",
        "Yêu cầu chủ bến sửa cầu tàu.",
        "Yêu cầu những nhà vườn ven đường cắt cành khô.",
        "Đề nghị bà con vùng thấp gặt sớm.",
        "Đề nghị quán ăn ven hồ thu dọn ghế.",
    ],
)
def test_who_is_given_work_is_meant_though_nobody_knows_the_name(words: str) -> None:
    last = orders(f"{TOLD}1. Họp bàn việc này.\n\n2. {words}\n", kind="CĐ")[-1]
    assert (last.text, last.directive.addressees) == (words, ())


@pytest.mark.parametrize(
    "words",
    [
        "Rà soát hồ chứa.",
        "Thống kê thiệt hại trước ngày 20/3/2026.",
        "Tổ chức trực ban",
        "Ban hành nội quy bến.",
        "Phòng, chống sạt lở bờ suối.",
        "Trường hợp nước lên nhanh, di dời kho.",
        "Phân công cán bộ trực ca đêm.",
        "Giao chỉ tiêu trồng rừng cho từng đội.",
        "Yêu cầu chủ bến sửa cầu tàu.",
        "Không để người dân qua đập tràn.",
    ],
)
def test_what_a_named_body_does_is_still_its_own(words: str) -> None:
    last = orders(f"{TOLD}1. Sở Xây dựng\n\n    - {words}\n", kind="CĐ")[-1]
    assert (last.text, last.directive.addressees) == (words, ("Sở Xây dựng",))


@pytest.mark.parametrize(
    "heading",
    [
        "Các nhà máy nước:",
        "Chủ các bến đò ngang:",
        "Hộ nuôi ong:",
        "Giao các chủ nhiệm hợp tác:",
        "Đề nghị bà con vùng thấp:",
        "Doanh nghiệp làm muối tập trung các việc sau:",
        "Các bà con nuôi cá:",
        "Nhân dân ven suối",
        "Lực lượng giữ rừng",
        "Toàn thể hội viên:",
    ],
)
def test_below_a_heading_of_somebody_unknown_nobody_else_is_told(heading: str) -> None:
    body = f"{TOLD}1. Sở Xây dựng\n\n    a) {heading}\n\n        - Rà soát kho.\n        - Lưu sổ."
    first, last = orders(body, kind="CĐ")
    assert (first.text, last.text) == ("Rà soát kho.", "Lưu sổ.")
    assert first.directive.addressees == last.directive.addressees == ()


@pytest.mark.parametrize(
    ("dash", "names"),
    [
        ("Công an tỉnh:", ("Công an tỉnh",)),
        ("Sở Y tế", ("Sở Y tế",)),
        ("Giao Sở Nội vụ:", ("Sở Nội vụ",)),
        ("Yêu cầu Tỉnh đoàn:", ("Tỉnh đoàn",)),
        ("Đối với Sở Tư pháp:", ("Sở Tư pháp",)),
        ("UBND xã Khe Ong:", ("UBND xã Khe Ong",)),
        ("Sở Tài chính (cơ quan thường trực):", ("Sở Tài chính",)),
        ("Sở Y tế, Sở Nội vụ:", ("Sở Y tế", "Sở Nội vụ")),
        ("Sở Công Thương chủ trì các việc sau:", ("Sở Công Thương",)),
        ("Đối với bến cũ:", ("Sở Xây dựng",)),
        ("Chỉ đạo Ban Quản lý bến:", ("Sở Xây dựng",)),
        ("Các bà con nuôi cá:", ()),
        ("Chủ thuyền:", ()),
    ],
)
@pytest.mark.parametrize("plus", ["\\+", "\\*", "•"])
def test_a_dash_heads_the_points_of_another_sign_below_it(
    dash: str, names: tuple[str, ...], plus: str
) -> None:
    body = (
        f"{TOLD}1. Sở Xây dựng:\n\n    - Rà soát bến.\n    - {dash}\n\n"
        f"    {plus} Lập sổ trực.\n\n    {plus} Kiểm tra phao.\n\n2. Họp bàn việc này.\n"
    )
    first, *below, last = orders(body, kind="CĐ")
    assert first.directive.addressees == ("Sở Xây dựng",)
    assert [one.text for one in below] == ["Lập sổ trực.", "Kiểm tra phao."]
    assert [one.directive.addressees for one in below] == [names, names]
    assert {one.heading for one in below} == {dash.rstrip(":")}
    assert last.heading == ""


def test_a_dash_behind_plus_signs_stands_beside_the_dash_above_them() -> None:
    body = (
        f"{TOLD}\\- Công an tỉnh:\n\n\\+ Lập sổ trực.\n\n\\- Sở Y tế:\n\n\\+ Cử kíp trực.\n\n"
        "\\- Rà soát kho.\n"
    )
    told = [(one.text, one.directive.addressees) for one in orders(body, kind="CĐ")]
    assert told == [
        ("Lập sổ trực.", ("Công an tỉnh",)),
        ("Cử kíp trực.", ("Sở Y tế",)),
        ("Rà soát kho.", ("các sở, ngành",)),
    ]
