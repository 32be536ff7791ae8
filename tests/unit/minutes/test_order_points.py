"""Which points of a document are orders, where they stand, and what their headings hand down."""

from __future__ import annotations

import time
from datetime import date

import pytest
from bantin.minutes.orders import Order, find_orders, read_orders
from bantin.records.models import Document
from bantin.rendering.html_ids import find_ids
from bantin.rendering.markdown import render_text

from tests.unit.samples import parse

OPENING = "Chủ tịch UBND tỉnh kết luận:\n\n"


def document(body: str, *, kind: str = "TB", title: str = "Họp về chợ", head: str = "") -> Document:
    lines = f"kind: {kind}\nnumber: 5/{kind}-VP\ntitle: {title}\ndate: 2026-03-10\nissuer: vp"
    record = parse("van-ban/2026/5.md", f"---\n{lines}\n{head}\n---\n\n{body}")
    assert isinstance(record, Document)
    return record


def orders(
    body: str, *, kind: str = "TB", title: str = "Họp về chợ", head: str = ""
) -> list[Order]:
    record = document(body, kind=kind, title=title, head=head)
    return list(find_orders(record, render_text(record.body)))


def words(body: str, **options: str) -> list[str]:
    return [one.text for one in orders(body, **options)]


# A heading, and who is told what stands below it.
HEADINGS = [
    ("Sở Xây dựng", "Sở Xây dựng", ""),
    ("Sở Xây dựng:", "Sở Xây dựng", ""),
    ("**Sở Xây dựng**", "Sở Xây dựng", ""),
    ("Đối với Sở Tài chính", "Sở Tài chính", ""),
    ("Đối với Sở Tài chính:", "Sở Tài chính", ""),
    ("Giao Sở Y tế:", "Sở Y tế", "assign"),
    ("Yêu cầu Công an tỉnh:", "Công an tỉnh", "require"),
    ("Đề nghị Tỉnh đoàn:", "Tỉnh đoàn", "propose"),
    ("Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh", ""),
    ("UBND phường Tân Mẫu", "UBND phường Tân Mẫu", ""),
    ("Trách nhiệm của Sở Nội vụ", "Sở Nội vụ", ""),
    ("SỞ XÂY DỰNG", "Sở Xây dựng", ""),
]


@pytest.mark.parametrize(("heading", "name", "kind"), HEADINGS)
@pytest.mark.parametrize("below", ["    - {}", "    a) {}", "    {}", "    + {}", "    1.1. {}"])
def test_a_heading_that_names_somebody_hands_the_name_down(
    heading: str, name: str, kind: str, below: str
) -> None:
    body = f"{OPENING}1. {heading}\n\n{below.format('Rà soát quy hoạch bến xe.')}\n\n2. Hết việc.\n"
    first, last = orders(body)
    assert first.text == "Rà soát quy hoạch bến xe."
    assert first.directive.addressees == (name,)
    assert first.directive.kind == kind or (kind == "" and first.directive.kind == "task")
    assert first.heading == heading.strip("*: ")
    assert first.handed_down == (("directive", "to") if kind else ("to",))
    assert first.depth == 1
    assert (last.number, last.heading, last.handed_down, last.depth) == ("2", "", (), 0)


@pytest.mark.parametrize(
    ("opening", "kind", "due"),
    [
        ("Chủ tịch UBND tỉnh yêu cầu:", "require", None),
        ("Để giữ trật tự, UBND tỉnh yêu cầu các sở, ngành thực hiện:", "require", None),
        ("Đề nghị các đơn vị thực hiện trước ngày 31/5/2026:", "propose", date(2026, 5, 31)),
        ("Giao các đơn vị, hoàn thành trong tháng 6 năm 2026:", "assign", date(2026, 6, 30)),
        ("Hội nghị thống nhất một số nội dung sau:", "agree", None),
        ("Chủ tịch UBND tỉnh kết luận như sau:", "task", None),
        ("Chủ tịch UBND tỉnh chỉ đạo:", "task", None),
        ("Sau khi nghe Sở Công Thương báo cáo, Chủ tịch UBND tỉnh kết luận:", "task", None),
    ],
)
def test_an_introduction_hands_down_kind_and_deadline(
    opening: str, kind: str, due: date | None
) -> None:
    body = f"{opening}\n\n1. Sở Y tế rà soát các trạm.\n\n2. Ghi nhận kết quả.\n"
    first, last = orders(body, title="Kết luận")
    assert first.directive.kind == kind
    assert first.directive.addressees == ("Sở Y tế",)
    assert (first.deadline and first.deadline.due) == due
    assert first.heading in ("", opening.rstrip(":"))
    assert last.directive.kind == "acknowledge"


@pytest.mark.parametrize(
    "own",
    [
        "Giao Sở Nội vụ báo cáo trước ngày 15/4/2026.",
        "Sở Nội vụ được giao báo cáo trước ngày 15/4/2026.",
        "Giao cho Sở Nội vụ rà soát, xong trước ngày 15/4/2026.",
    ],
)
def test_what_a_point_says_itself_goes_above_its_heading(own: str) -> None:
    body = f"{OPENING}1. Yêu cầu Sở Y tế làm trước ngày 30/6/2026:\n\n    - {own}\n"
    (one,) = orders(body)
    assert (one.directive.kind, one.directive.addressees) == ("assign", ("Sở Nội vụ",))
    assert one.deadline is not None
    assert one.deadline.due == date(2026, 4, 15)
    assert one.handed_down == ()


@pytest.mark.parametrize(
    "own",
    [
        "Mặt trận tổ quốc các cấp vung tay lo liệu.",
        "Riêng UBND thị trấn Mẫu lo liệu xong sớm.",
        "Đồng ý mở chợ phiên.",
        "Không đồng ý mở chợ phiên.",
        "Ghi nhận cố gắng của bà con.",
    ],
)
def test_a_name_is_not_handed_to_points_that_tell_of_others_or_of_nobody(own: str) -> None:
    (one,) = orders(f"Chủ tịch UBND tỉnh yêu cầu các sở, ngành:\n\n1. {own}\n", title="Kết luận")
    assert "các sở, ngành" not in one.directive.addressees


def test_nobody_further_out_is_told_where_a_nearer_name_is_not_sure() -> None:
    body = "Yêu cầu các sở, ngành:\n\n1. Sở vừa vừa nhỏ nhỏ xa xa vời vợi\n\n    - Rà soát.\n"
    assert [one.directive.addressees for one in orders(body, title="Kết luận")] == [()]


@pytest.mark.parametrize(
    ("kind", "body", "found"),
    [
        ("QĐ", "Điều 1. Phê duyệt Đề án.\n\nĐiều 2. Giao Sở Mẫu báo cáo.\n", ["Điều 2"]),
        (
            "QĐ",
            "QUYẾT ĐỊNH:\n\nĐiều 1. Tổ chức thực hiện\n\n1. Giao Sở Y tế:\n\n    a) Rà soát;\n",
            ["Điều 1.1.a"],
        ),
        ("KL", "Kết luận:\n\n1- Giao Sở Y tế báo cáo.\n\n2- Sở Nội vụ rà soát.\n", ["1", "2"]),
        ("BB", f"{OPENING}Một là, rà soát chợ.\n\nHai là, báo cáo xã.\n", ["Một là", "Hai là"]),
        (
            "TB",
            f"{OPENING}Thứ nhất, rà soát chợ.\n\nThứ hai: báo cáo xã.\n",
            ["Thứ nhất", "Thứ hai"],
        ),
        ("CĐ", "UBND tỉnh yêu cầu:\n\n1. Sở Y tế:\n\n    - Rà soát.\n", ["1"]),
        ("CT", "## I. CÁC SỞ\n\nI. X\n\n1. Sở Y tế rà soát.\n", ["I.1"]),
        ("CV", "UBND tỉnh yêu cầu Sở Y tế rà soát./.\n", [""]),
        (
            "NQ",
            "Điều 1. Giao UBND tỉnh:\n\n1. Rà soát chợ.\n\n2. Báo cáo.\n",
            ["Điều 1.1", "Điều 1.2"],
        ),
        ("KH", "II. TỔ CHỨC\n\n1. Sở Y tế: rà soát.\n", ["II.1"]),
    ],
)
def test_every_kind_that_orders_is_read_by_its_printed_numbers(
    kind: str, body: str, found: list[str]
) -> None:
    assert [one.number for one in orders(body, kind=kind)] == found


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("TB", "Thành phần dự họp:\n\n1. Sở Công Thương\n\n    Ông Lò Văn Mẫu - Giám đốc.\n"),
        ("BB", "I. Thành phần\n\n1. Chủ tọa: Đồng chí Lò Mẫu.\n\n2. Dự họp:\n\n    - Công an xã\n"),
        ("CV", "Kính gửi:\n\n- Sở Xây dựng;\n- UBND xã Mẫu.\n"),
        ("CĐ", "CHỦ TỊCH UBND TỈNH ĐIỆN:\n\n- Giám đốc Sở Y tế;\n- Chủ tịch UBND xã Mẫu.\n"),
        ("QĐ", "Căn cứ Luật Mẫu;\n\nTheo đề nghị của Giám đốc Sở Y tế.\n"),
        ("QĐ", "Điều 1. Phê duyệt Đề án với các nội dung sau:\n\n1. Phạm vi: xã Mẫu.\n"),
        ("QĐ", "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n"),
        (
            "KH",
            "I. MỤC ĐÍCH, YÊU CẦU\n\n1. Tuyên truyền sâu rộng.\n\n2. Yêu cầu\n\n    - Đúng luật.\n",
        ),
        ("CT", "Thời gian qua, các xã đã rà soát xong.\n"),
        ("TB", "Văn phòng UBND tỉnh thông báo để các sở biết, thực hiện./.\n"),
        ("CV", "Nơi nhận:\n\n- Như trên;\n- Các sở, ngành;\n- Lưu: VT.\n"),
        ("KH", "I. TÌNH HÌNH\n\n- Sở Y tế tổ chức 3 lớp tập huấn.\n"),
    ],
)
def test_who_came_who_gets_it_grounds_purposes_and_reports_are_no_orders(
    kind: str, body: str
) -> None:
    assert words(body, kind=kind, title="Kết luận") == []
    # The same document with an order says only that one.
    assert words(
        f"{body}\n## Phần sau\n\nGiao Sở Nội vụ báo cáo.\n", kind=kind, title="Kết luận"
    ) == ["Giao Sở Nội vụ báo cáo."]


@pytest.mark.parametrize(
    "issuer",
    [
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "UBND TỈNH MẪU",
        "THỦ TƯỚNG CHÍNH PHỦ",
        "BAN THƯỜNG VỤ TỈNH ỦY",
    ],
)
def test_who_decides_is_not_told_to_do_it(issuer: str) -> None:
    body = f"{issuer}\n\nYêu cầu:\n\n1. Rà soát các chợ.\n"
    assert [one.directive.addressees for one in orders(body, kind="CT")] == [()]
    plural = "ỦY BAN NHÂN DÂN CÁC XÃ, PHƯỜNG\n\n1. Rà soát các chợ.\n"
    assert [one.directive.addressees for one in orders(plural, kind="CT")] == [
        ("Ủy ban nhân dân các xã, phường",)
    ]


@pytest.mark.parametrize(
    "line", ["Kinh phí: do ngân sách lo.", "Thời gian: từ tháng 5/2026.", "Phạm vi: toàn tỉnh."]
)
def test_lines_that_only_tell_of_the_work_are_none(line: str) -> None:
    body = f"Đề nghị các đơn vị thực hiện:\n\n1. Rà soát các chợ.\n\n2. {line}\n"
    assert words(body, kind="CV") == ["Rà soát các chợ."]


def test_a_paragraph_below_a_name_may_speak_of_what_was_done() -> None:
    body = "1. Đối với UBND các xã\n\n    Lập danh sách người dân đã di dời.\n"
    assert words(f"Yêu cầu:\n\n{body}", kind="CV") == ["Lập danh sách người dân đã di dời."]


def test_a_point_before_the_words_that_open_the_conclusions_is_none() -> None:
    body = "1. Sở Y tế báo cáo kết quả.\n\nChủ tịch UBND tỉnh kết luận:\n\n1. Mở chợ.\n"
    assert words(body) == ["Mở chợ."]


@pytest.mark.parametrize(
    "title", ["Kết luận của Chủ tịch", "Ý kiến chỉ đạo của Chủ tịch UBND tỉnh"]
)
def test_a_title_alone_may_say_that_a_notice_states_conclusions(title: str) -> None:
    assert words("1. Mở chợ.\n\n2. Đóng bến.\n", title=title) == ["Mở chợ.", "Đóng bến."]
    assert words("1. Mở chợ.\n\n2. Đóng bến.\n", title="Lịch nghỉ") == []


def test_a_sentence_that_orders_and_then_lists_parts_is_one_and_so_are_they() -> None:
    parts = "    a) Mời thầy;\n\n    b) Chọn chỗ.\n"
    found = orders(f"{OPENING}1. Giao Sở Y tế mở lớp trước ngày 30/4/2026.\n\n{parts}")
    assert [one.number for one in found] == ["1", "1.a", "1.b"]
    assert {one.directive.addressees for one in found} == {("Sở Y tế",)}
    assert {one.deadline and one.deadline.due for one in found} == {date(2026, 4, 30)}
    assert [one.handed_down for one in found][1:] == [("directive", "to", "due")] * 2


@pytest.mark.parametrize(
    "things", ["- Bến A;\n- Bến B.", "- Đường số 1;\n- Đường số 2;", "a) Bến A;\nb) Bến B."]
)
def test_things_below_an_order_are_none(things: str) -> None:
    body = f"{OPENING}1. Giao Sở Xây dựng kiểm tra các nơi:\n\n{things}\n"
    assert words(body) == ["Giao Sở Xây dựng kiểm tra các nơi:"]


def test_lines_that_tell_who_and_when_complete_the_task_above() -> None:
    body = (
        "III. NHIỆM VỤ\n\n1. Rà soát sổ hộ tịch\n\n    - Cơ quan chủ trì: Sở Tư pháp.\n"
        "    - Cơ quan phối hợp: Công an tỉnh.\n    - Thời gian: trước ngày 30/4/2026.\n"
    )
    (one,) = orders(body, kind="KH")
    assert (one.text, one.directive.addressees) == ("Rà soát sổ hộ tịch", ("Sở Tư pháp",))
    assert one.directive.helpers == ("Công an tỉnh",)
    assert one.deadline is not None
    assert one.deadline.due == date(2026, 4, 30)


@pytest.mark.parametrize(
    ("body", "anchors"),
    [
        ("1. Sở Y tế:\n\n    a) Rà soát;\n", ["kl-1-a"]),
        (
            "1. Sở Y tế\n\n    - Chủ trì rà soát quy hoạch bến xe.\n",
            ["kl-1-chu-tri-ra-soat-quy-hoach"],
        ),
        ("II. X\n\n1. Mở chợ.\n", ["kl-ii-1"]),
        ("Điều 2. Giao Sở Y tế lo.\n\nĐiều 3. Giao Sở Y tế rà soát.\n", ["kl-dieu-2", "kl-dieu-3"]),
        ("Điều 2.\n\nGiao Sở Y tế lo thuốc men.\n", ["kl-dieu-2-giao-so-y-te-lo-thuoc"]),
        ("1- Mở chợ.\n\nMột là, mở chợ.\n", ["kl-1", "kl-1-mot-la"]),
        ("Giao Sở Y tế rà soát các trạm.\n", ["kl-giao-so-y-te-ra-soat"]),
        (
            "- Giao Sở Y tế lo.\n- Giao Sở Y tế lo.\n",
            ["kl-giao-so-y-te-lo", "kl-giao-so-y-te-lo_2"],
        ),
    ],
)
def test_orders_have_addresses_on_the_page(body: str, anchors: list[str]) -> None:
    record = document(OPENING + body)
    found, text = read_orders(record, render_text(record.body))
    assert [one.anchor for one in found] == anchors
    assert set(anchors) <= set(find_ids(text.html))
    assert len(set(find_ids(text.html))) == len(find_ids(text.html))
    # Reading the text that has them finds the same.
    assert read_orders(record, text) == (found, text)


def test_a_dash_inserted_above_changes_no_address() -> None:
    below = "    - Rà soát giá đất.\n    - Chủ trì, phối hợp với Sở Y tế mở lớp.\n"
    old = orders(f"{OPENING}1. Sở Tài chính\n\n{below}")
    new = orders(f"{OPENING}1. Sở Tài chính\n\n    - Cân đối vốn.\n{below}")
    assert [one.anchor for one in new][1:] == [one.anchor for one in old]
    assert len({one.anchor for one in new}) == 3


def test_dashes_that_begin_alike_have_addresses_of_their_own_whichever_comes_first() -> None:
    one, two = "Rà soát giá đất nhà A ở phường Mẫu.", "Rà soát giá đất nhà B ở phường Mẫu."
    here, there = (
        orders(f"{OPENING}- {first}\n- {last}\n") for first, last in ((one, two), (two, one))
    )
    assert {(one.text, one.anchor) for one in here} == {(one.text, one.anchor) for one in there}
    assert len({one.anchor for one in here}) == 2


def test_a_paragraph_of_an_item_goes_on_with_its_words_or_orders_itself() -> None:
    more = "    Kinh phí từ ngân sách.\n\n    Yêu cầu Sở Nội vụ báo cáo.\n"
    assert words(f"{OPENING}1. Giao Sở Y tế lo.\n\n{more}") == [
        "Giao Sở Y tế lo. Kinh phí từ ngân sách.",
        "Yêu cầu Sở Nội vụ báo cáo.",
    ]


def test_closing_words_stand_under_no_heading() -> None:
    body = f"{OPENING}II. VIỆC KHÁC\n\n1. Mở chợ.\n\nYêu cầu các sở nghiêm túc thực hiện./.\n"
    assert [(one.heading, one.depth) for one in orders(body)] == [("VIỆC KHÁC", 1), ("", 0)]


@pytest.mark.parametrize(
    ("kind", "told", "count"),
    [("TB", "", 1), ("TB", "orders: false", 0), ("BC", "", 0), ("BC", "orders: true", 1)],
)
def test_an_editor_says_whether_a_document_orders(kind: str, told: str, count: int) -> None:
    assert len(orders(f"{OPENING}1. Giao Sở Y tế lo.\n", kind=kind, head=told)) == count


@pytest.mark.parametrize(
    "body",
    [
        "".join(f"{number}. Giao Sở Y tế lo việc {number}.\n\n" for number in range(1, 900)),
        "Yêu cầu:\n\n" + "Rà soát các chợ.\n\n" * 4_000,
        "1. Sở Y tế\n\n" + "    - Rà soát các chợ.\n" * 3_000,
        "1. Sở Y tế\n\n" + "    Lo xong sớm.\n\n" * 2_000,
        "Yêu cầu Sở Y tế: " * 3_000,
        "Điều 1. Giao Sở Y tế lo.\n\n" * 2_000,
        "**Sở Y tế**\n\n" * 4_000,
    ],
)
def test_a_long_document_takes_no_minutes_to_read(body: str) -> None:
    record = document(OPENING + body)
    text = render_text(record.body)
    began = time.process_time()
    found, written = read_orders(record, text)
    assert time.process_time() - began < 8
    assert len({one.anchor for one in found}) == len(found)
    assert {one.anchor for one in found} <= set(written.ids)
