"""Broken lines, introductions, purposes, and paragraphs below a topic: what is an order of them."""

from __future__ import annotations

import pytest

from tests.unit.minutes.test_order_points import orders, words

TOLD = "Chủ tịch UBND tỉnh yêu cầu:\n\n"
BROKEN = [
    ["phối hợp chia sẻ số liệu đàn ong"],
    ["phối hợp chia sẻ số liệu đàn ong", "toàn vùng."],
    ["đồng thời giao Sở Y tế lập sổ."],
    ["trình UBND tỉnh trước ngày 20/4/2026."],
    ["và báo cáo Sở Tài chính;", "hoàn thành trong tháng 4."],
    ["biên chế."],
    ["đề nghị các xã cùng làm."],
    ["rà soát kho cũ, kho mới"],
    ["tỉnh, các xã vùng cao", "thực hiện."],
    ["đánh giá lại đàn ong."],
]


@pytest.mark.parametrize("lines", BROKEN)
@pytest.mark.parametrize("mark", ["a)", "-", "+", "1.1."])
@pytest.mark.parametrize("end", [";", ""])
def test_a_line_with_a_small_letter_goes_on_with_the_point_above(
    lines: list[str], mark: str, end: str
) -> None:
    rest = "".join(f"    {line}\n\n" for line in lines)
    last = {"a)": "b)", "1.1.": "1.2."}.get(mark, mark)
    body = f"{TOLD}1. Sở Nội vụ:\n\n    {mark} Số hóa hồ sơ{end}\n\n{rest}    {last} Lập sổ.\n"
    found = [one.text for one in orders(body, kind="CĐ")]
    assert found == [" ".join([f"Số hóa hồ sơ{end}", *lines]), "Lập sổ."]


@pytest.mark.parametrize("lines", BROKEN)
def test_a_line_with_a_small_letter_goes_on_with_the_paragraph_above(lines: list[str]) -> None:
    body = "\n\n".join(["Giao Sở Nội vụ số hóa hồ sơ;", *lines, "Giao Sở Y tế lập sổ."])
    assert words(f"{TOLD}{body}\n", kind="CĐ") == [
        " ".join(["Giao Sở Nội vụ số hóa hồ sơ;", *lines]),
        "Giao Sở Y tế lập sổ.",
    ]


def test_a_day_in_a_broken_line_is_the_points_own() -> None:
    body = (
        f"{TOLD}1. Sở Nội vụ:\n\n    a) Lập sổ;\n\n    nộp trước ngày 20/4/2026.\n\n    b) Họp.\n"
    )
    first, last = orders(body, kind="CĐ")
    assert first.deadline
    assert str(first.deadline.due) == "2026-04-20"
    assert last.deadline is None


def test_lines_below_a_colon_that_all_begin_small_are_a_list() -> None:
    body = f"{TOLD}1. Sở Nội vụ:\n\n    rà soát kho;\n\n    lập sổ.\n"
    assert words(body, kind="CĐ") == ["rà soát kho;", "lập sổ."]


@pytest.mark.parametrize(
    "line", ["phối hợp chia sẻ số liệu.", "giao Sở Y tế lập sổ.", "rà soát kho."]
)
def test_a_small_line_behind_a_whole_sentence_begins_no_order(line: str) -> None:
    body = f"{TOLD}1. Sở Nội vụ lập sổ:\n\n    - Sổ xanh.\n\n{line}\n\nGiao Sở Y tế họp.\n"
    assert line not in words(body, kind="CĐ")


@pytest.mark.parametrize(
    ("opening", "kind", "name"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu các đơn vị:", "require", "các đơn vị"),
        ("UBND tỉnh yêu cầu các sở, ngành:", "require", "các sở, ngành"),
        ("Văn phòng UBND tỉnh đề nghị các cơ quan, đơn vị:", "propose", "các cơ quan, đơn vị"),
        ("Thủ tướng Chính phủ giao Bộ Y tế:", "assign", "Bộ Y tế"),
        ("Để giữ đê, UBND xã Khe Ong yêu cầu các thôn:", "require", "các thôn"),
        ("Ban Thường vụ Tỉnh ủy giao Ban Tổ chức Tỉnh ủy:", "assign", "Ban Tổ chức Tỉnh ủy"),
        ("Sở Y tế đề nghị UBND các xã:", "propose", "UBND các xã"),
        ("Chủ tịch UBND tỉnh phân công Sở Nội vụ:", "assign", "Sở Nội vụ"),
        ("Giám đốc Sở Y tế yêu cầu các bệnh viện:", "require", "các bệnh viện"),
        ("Trước tình hình trên, UBND tỉnh yêu cầu Công an tỉnh:", "require", "Công an tỉnh"),
    ],
)
def test_an_introduction_that_names_who_speaks_is_no_heading(
    opening: str, kind: str, name: str
) -> None:
    for one in orders(f"{opening}\n\n- Rà soát kho.\n- Lập sổ.\n", kind="CĐ"):
        assert (one.heading, one.path, one.depth) == ("", (), 0)
        assert (one.directive.kind, one.directive.addressees) == (kind, (name,))


@pytest.mark.parametrize(
    "opening", ["Giao Sở Y tế:", "Yêu cầu Sở Y tế:", "Đối với Sở Y tế:", "Sở Y tế:"]
)
def test_words_that_only_name_who_must_act_are_a_heading(opening: str) -> None:
    body = f"{TOLD}1. Họp.\n\n{opening}\n\n- Rà soát kho.\n"
    assert orders(body, kind="CĐ")[-1].heading == opening.rstrip(":")


@pytest.mark.parametrize(
    ("point", "kind"),
    [
        ("Để giữ an toàn cho đập Khe Ong, đồng ý bổ sung cửa xả.", "agree"),
        ("Nhằm kịp mùa hoa, thống nhất mở chợ mật sớm.", "agree"),
        ("Để bảo đảm nước tưới, vệ sinh làng bản, nhất trí xây bể mới.", "agree"),
        ("Để giữ rừng, không đồng ý mở đường qua đồi ong.", "refuse"),
        ("Nhằm giảm chờ đợi, chấp thuận thêm một chuyến đò.", "agree"),
        ("Để kịp ngày hội, cho phép dựng rạp tạm.", "agree"),
        ("Để bảo đảm tiến độ, cơ bản đồng ý phương án hai.", "agree"),
        ("Nhằm giữ đàn ong, đồng ý về chủ trương lập vườn hoa.", "agree"),
        ("Để thuận tiện cho bà con, nhất trí dời chợ ra bến.", "agree"),
        ("Để tránh trùng lịch, thống nhất lùi ngày hội.", "agree"),
    ],
)
def test_an_opinion_may_stand_behind_its_purpose(point: str, kind: str) -> None:
    (one,) = orders(f"UBND tỉnh có ý kiến như sau:\n\n1. {point}\n", kind="CV")
    assert (one.text, one.directive.kind) == (point, kind)


LETTER = "Văn phòng UBND tỉnh đề nghị các sở, ngành phối hợp, nội dung như sau:\n\n"


@pytest.mark.parametrize(
    "paragraph",
    [
        "Lập danh sách gian hàng trước ngày 20/4/2026.",
        "Bố trí thuyền tại bến.",
        "Chỉ đạo các đội trực đêm.",
        "Rà soát ghế, bàn.",
        "Chuẩn bị nước uống.",
        "Tổ chức đón khách.",
        "Kiểm tra đèn.",
        "Báo cáo số khách.",
        "Phân công người trực.",
        "Tuyên truyền trên loa.",
    ],
)
@pytest.mark.parametrize("topic", ["Về gian hàng:", "Về lĩnh vực bến bãi", "Công tác hậu cần:"])
def test_a_paragraph_that_begins_with_a_verb_is_told_below_a_topic(
    topic: str, paragraph: str
) -> None:
    found = orders(f"{LETTER}1. {topic}\n\n    {paragraph}\n\n2. Họp bàn việc này.\n", kind="CV")
    assert paragraph in [one.text for one in found]


@pytest.mark.parametrize(
    "paragraph",
    ["Thực hiện Công văn số 5, bến đã đông khách.", "Gian hàng cũ còn đẹp.", "Hiện nay đã mở."],
)
def test_a_paragraph_that_tells_how_things_are_is_none_below_a_topic(paragraph: str) -> None:
    found = words(f"{LETTER}1. Về gian hàng:\n\n    {paragraph}\n\n2. Họp bàn.\n", kind="CV")
    assert paragraph not in found


@pytest.mark.parametrize(
    ("point", "names"),
    [
        ("Căn cứ tình hình thực tế, chủ các vườn lập sổ kho.", ()),
        ("Căn cứ mực nước, chủ bến đò dừng chở khách.", ()),
        ("Căn cứ chức năng được giao, rà soát kho.", ("Sở Nội vụ",)),
        ("Trên cơ sở sổ kho, các vựa: bổ sung thùng.", ()),
        ("Để giữ đê, hộ ven suối dời chuồng.", ()),
        ("Nếu nước lên, chủ thuyền kéo thuyền lên bãi.", ()),
        ("Khi có lũ, nhân dân không qua đập tràn.", ()),
        ("Trường hợp mất điện, tổ trực dùng đèn dầu.", ()),
        ("Theo lịch tưới, các trạm bơm vận hành.", ()),
        ("Sau khi nhận sổ, cán bộ kho kiểm đếm.", ()),
    ],
)
def test_grounds_before_a_task_hide_neither_the_task_nor_its_subject(
    point: str, names: tuple[str, ...]
) -> None:
    body = f"{TOLD}1. Sở Nội vụ:\n\n    a) Lập sổ.\n\n    b) {point}\n"
    last = orders(body, kind="CĐ")[-1]
    assert (last.text, last.directive.addressees) == (point, names)


@pytest.mark.parametrize(
    "opening",
    [
        "HĐND tỉnh thống nhất với nội dung trả lời, cụ thể như sau:",
        "HĐND tỉnh cơ bản thống nhất với các giải pháp sau đây:",
        "Thống nhất với nội dung tờ trình, cụ thể như sau:",
        "Nhất trí với báo cáo, cụ thể:",
        "Đồng ý với các ý kiến sau:",
        "Thống nhất một số nội dung sau:",
        "Ghi nhận các ý kiến như sau:",
        "Đánh giá cao các kết quả sau:",
        "Chấp thuận nội dung kỳ họp, gồm:",
        "Hội đồng nhân dân xã thống nhất như sau:",
    ],
)
def test_an_article_that_leads_to_numbered_points_is_no_order(opening: str) -> None:
    body = f"QUYẾT NGHỊ:\n\nĐiều 1. {opening}\n\n1. Bến cũ đông khách.\n\n2. Kho mới còn trống.\n"
    assert opening not in words(body, kind="NQ")
