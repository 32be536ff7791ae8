"""What a text orders and the machine did not read is told, with a remedy that works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from bantin.building.reading import full_row
from bantin.checking.all_checks import Compared, remark_on
from bantin.checking.manuscript import Manuscript
from bantin.checking.unclear_orders import check_unread_notice, sum_up, tell_unclear
from bantin.errors import Problem
from bantin.minutes.orders import find_orders
from bantin.minutes.overrides import check_overrides
from bantin.minutes.unclear import unclear_keys
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.unit.checking.manuscripts import document, manuscript, read_manuscript, told
from tests.unit.samples import parse

HEAD = "kind: TB\nnumber: 5/TB-VP\ntitle: {}\ndate: 2026-03-10\nissuer: vp"
NOTICE = """Chủ tịch UBND tỉnh kết luận:

1. Giao Sở Xây dựng rà soát quy hoạch bến xe.

2. Khẩn trương rà soát các bến xe trên địa bàn, nhất là những bến
   đang xuống cấp.

3. Rà soát, sửa chữa **biển báo**, vạch sơn.

4. Sở Y tế
    - Khám sức khỏe cho lái xe.

5. Đối với các điểm đen:

    a) Tăng cường tuần tra.

    b) Chấn chỉnh xe dù.

6. Ghi nhận kết quả đã đạt được.

7. Chất lượng phục vụ chưa đều.
"""


def notice(body: str, title: str = "Kết luận của Chủ tịch UBND tỉnh") -> Document:
    record = parse("van-ban/2026/5-tb.md", f"---\n{HEAD.format(title)}\n---\n\n{body}\n")
    assert isinstance(record, Document)
    return record


def hints(record: Document) -> list[Problem]:
    return list(tell_unclear(record, full_row(record, render_text(record.body)).decided))


def line_of(record: Document, hint: Problem) -> str:
    return record.body.split("\n")[hint.line - record.file.body_line]


def follow(record: Document, found: Iterable[Problem]) -> Document:
    """Do as the hints say: each line below the words of its item, the dots replaced."""
    lines = record.body.split("\n")
    for hint in sorted(found, reverse=True):
        said = re.search(r"“( *\{:.*\})”", hint.hint)
        assert said, hint
        at = hint.line - record.file.body_line + 1
        while at < len(lines) and lines[at].strip() and not re.match(r"\s*[-*\d]", lines[at]):
            at += 1
        lines.insert(at, said[1].replace("…", "Sở Nội vụ"))
    return replace_body(record, "\n".join(lines))


def replace_body(record: Document, body: str) -> Document:
    return notice(body, record.title)


def test_each_unclear_order_is_told_with_its_line_and_its_first_words() -> None:
    record = notice(NOTICE)
    found = hints(record)
    assert [(line_of(record, one).split()[0], one.field) for one in found] == [
        ("2.", "to"),
        ("3.", "to"),
        ("a)", "to"),
        ("b)", "to"),
        ("7.", "directive, to"),
    ]
    assert found[0].message.startswith("mục 2 “Khẩn trương rà soát các bến xe trên địa bàn")
    assert found[2].message == "mục 5.a “Tăng cường tuần tra.” chưa rõ giao cho ai"
    assert found[4].message.endswith("chưa rõ loại việc, chưa rõ giao cho ai")


BODIES = [
    NOTICE,
    "1. Khẩn trương rà soát.\n2. Tăng cường kiểm tra.",
    "1. Khẩn trương rà soát.\n\n2. Tăng cường kiểm tra.",
    "10. Khẩn trương rà soát bến xe.",
    "1. Tổ chức thực hiện:\n    - Khẩn trương rà soát.\n    - Tăng cường kiểm tra.",
    "- Khẩn trương rà soát bến xe.\n- Tăng cường kiểm tra.",
    "II. NHIỆM VỤ\n\n1. Khẩn trương rà soát.\n\n    a) Tăng cường kiểm tra.",
    "1. Khẩn trương [rà soát](https://vd.vn) bến *xe*.",
    "1. Khẩn trương rà soát bến xe.\n1. Khẩn trương rà soát bến tàu.",
    "Khẩn trương rà soát bến xe.\n\nTăng cường kiểm tra bến tàu.",
    "Một là, khẩn trương rà soát bến xe.\n\nHai là, tăng cường kiểm tra.",
    "1. Khẩn trương rà soát bến xe.\n\n    Việc này rất gấp.\n\n2. Tăng cường kiểm tra.",
    "* Khẩn trương rà soát bến xe\n  và bến tàu.\n* Tăng cường kiểm tra.",
    "1) Khẩn trương rà soát.\n2) Tăng cường kiểm tra.",
]


@pytest.mark.parametrize("body", BODIES)
def test_the_remedy_works_as_it_is_told(body: str) -> None:
    if not body.startswith("Chủ tịch"):
        body = f"Chủ tịch UBND tỉnh kết luận:\n\n{body}"
    record = notice(body)
    found = hints(record)
    assert found
    mended = follow(record, found)
    text = render_text(mended.body)
    assert check_overrides(mended, text) == []
    assert hints(mended) == []
    assert sum("to" in one.edited for one in find_orders(mended, text)) == sum(
        "to" in one.field for one in found
    )


def test_dots_that_nobody_replaced_are_an_error() -> None:
    record = notice('1. Khẩn trương rà soát.\n   {: to="…" }')
    (fault,) = check_overrides(record, render_text(record.body))
    assert (fault.field, fault.message) == ("to", "khóa to vẫn còn “…”")


@pytest.mark.parametrize(
    "said",
    ['to="không"', 'to="Sở Y tế"', 'to="so-y-te"', 'order="không"', 'directive="acknowledge"'],
)
def test_an_editors_word_is_an_answer(said: str) -> None:
    body = "Chủ tịch UBND tỉnh kết luận:\n\n1. Khẩn trương rà soát.\n"
    assert len(hints(notice(body))) == 1
    assert hints(notice(f"{body}   {{: {said} }}")) == []


def test_nobody_is_asked_about_what_is_withdrawn_or_orders_nothing() -> None:
    head = HEAD.format("Kết luận")
    body = "1. Khẩn trương rà soát."
    for more in ("status: withdrawn", "orders: false"):
        record = parse("van-ban/2026/5-tb.md", f"---\n{head}\n{more}\n---\n\n{body}\n")
        assert isinstance(record, Document)
        assert hints(record) == []
    calendar = manuscript("van-ban/2026/5-tb.md", HEAD.format("Lịch nghỉ"), body)
    assert told(check_unread_notice, calendar) == []


def test_documents_are_summed_up_the_latest_first_and_never_flood() -> None:
    many = [
        Problem(f"van-ban/{year}/a.md", line, "to", "mục", "thêm")
        for year in range(2001, 2031)
        for line in range(3, 15)
    ]
    summed = sum_up(many)
    assert len(summed) == 11
    assert (summed[0].path, summed[0].line) == ("van-ban/2030/a.md", 3)
    assert summed[0].message == "12 mục chưa rõ giao cho ai (dòng 3, 4, 5, 6, 7, 8, 9, 10, …)"
    assert summed[-1].message == "còn 240 mục như thế trong 20 văn bản khác"
    assert sum_up([]) == ()


def test_kinds_and_addressees_that_lack_are_counted_apart() -> None:
    (one,) = sum_up(hints(notice(NOTICE)))
    assert "1 mục chưa rõ loại việc, 5 mục chưa rõ giao cho ai (dòng " in one.message


@pytest.mark.parametrize(
    ("more", "body", "message"),
    [
        ("filing: VT", "Việc đã xong.", "máy không đọc được kết luận nào"),
        ("attachments:\n  - src: a.pdf\n    title: Bản gốc", "", "chỉ có trong tệp đính kèm"),
    ],
)
def test_a_notice_of_conclusions_without_one_is_told_of(more: str, body: str, message: str) -> None:
    ((line, _, remark),) = told(check_unread_notice, document(more, body))
    assert (line, message in remark) == (1, True)


@pytest.mark.parametrize("body", ["1. Giao Sở Y tế báo cáo.", "1. Ghi nhận kết quả."])
def test_one_order_that_is_read_is_enough(body: str) -> None:
    assert told(check_unread_notice, document("filing: VT", body)) == []


def _remarks_on_reading(kind: str, title: str, body: str) -> list[str]:
    head = HEAD.format(title).replace("TB", kind)
    source = f"---\n{head}\n---\n\n{body}\n"
    record = parse("van-ban/2026/5.md", source)
    assert isinstance(record, Document)
    text = render_text(record.body)
    found = remark_on(Manuscript(record, source, text), Compared.of(Registry()))
    return [one.message for one in found if "không đọc được" in one.message]


@pytest.mark.parametrize(
    ("kind", "title", "body"),
    [
        ("CV", "trả lời kiến nghị", "Kính gửi: Hợp tác xã.\n\nĐường đã mở từ năm 2020."),
        ("QĐ", "Về việc công nhận xã", "Điều 1. Công nhận xã Mẫu đạt chuẩn."),
        ("NQ", "Về dự toán", "Điều 1. Dự toán thu là 12 tỷ đồng."),
        ("KH", "Tổ chức lễ hội", "Lễ hội gồm ba phần."),
        ("CT", "Về phòng cháy", "Mùa khô kéo dài."),
        ("CĐ", "Về bão số 3", "Bão đang tới gần."),
        ("TB", "Lịch tiếp công dân", "Theo kết luận thanh tra, lịch đã đổi."),
    ],
)
def test_nothing_is_said_of_conclusions_where_none_are_meant(
    kind: str, title: str, body: str
) -> None:
    assert _remarks_on_reading(kind, title, body) == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Kết luận cuộc họp", "Năm ấy dài lắm."),
        ("Cuộc họp tháng 3", "Chủ tịch UBND xã kết luận như sau:\n\nNăm ấy dài lắm."),
    ],
)
def test_a_notice_without_a_readable_conclusion_is_told_of_once(title: str, body: str) -> None:
    assert len(_remarks_on_reading("TB", title, body)) == 1


def test_an_order_for_nobody_is_clear() -> None:
    (order,) = find_orders(
        notice("1. Giao Sở Y tế báo cáo."), render_text("1. Giao Sở Y tế báo cáo.")
    )
    assert unclear_keys(order) == ()
    nobodys = replace(order, directive=replace(order.directive, kind="agree", addressees=()))
    assert unclear_keys(nobodys) == ()
    assert unclear_keys(replace(nobodys, directive=replace(order.directive, kind=""))) == (
        "directive",
    )


def test_only_documents_have_orders() -> None:
    record = notice("1. Khẩn trương rà soát.")
    assert list(tell_unclear(record, None)) == []
    assert read_manuscript(record).record is record
