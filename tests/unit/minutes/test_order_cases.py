"""Three notices that were read wrong once: headings that name, names that were cut, names unread.

Each goes the whole way: text, import, record, orders.
"""

from __future__ import annotations

import pytest
from bantin.minutes.orders import Order

from tests.orders.scoring import FOLDER, read_orders

# Case → what each order says: address, who must act, who helps, last day.
Told = tuple[str, tuple[str, ...], tuple[str, ...], str]
CASES: dict[str, list[Told]] = {
    "heading-addressee": [
        ("kl-1-chu-tri-ra-soat-quy-hoach", ("Sở Xây dựng",), (), "2026-05-31"),
        ("kl-1-dinh-ky-hang-quy", ("Sở Xây dựng",), (), "recurs"),
        ("kl-2-a", ("Sở Tài chính",), (), "2026-04-15"),
        ("kl-2-b", ("Sở Tài chính",), ("Sở Xây dựng",), ""),
        ("kl-3-theo-doi-don-doc", ("Văn phòng UBND tỉnh",), (), ""),
    ],
    "addressee-wrong": [
        ("kl-1", ("Thường trực Ban An toàn giao thông tỉnh",), (), ""),
        ("kl-2", ("Bộ Ngoại giao",), (), ""),
        ("kl-3", ("Sở Văn hóa và thể thao",), (), ""),
        ("kl-4", ("các sở, ngành", "UBND huyện Mường La"), (), ""),
        ("kl-5", ("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương",), (), ""),
        ("kl-6-chu-tri-xay-dung-ke-hoach", ("Thanh tra tỉnh",), (), ""),
    ],
    "addressee-none": [
        ("kl-1", ("Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ"), (), ""),
        (
            "kl-2",
            (
                "Các Sở, ban, ngành thuộc tỉnh",
                "Công an tỉnh",
                "Bộ Chỉ huy Quân sự tỉnh",
                "Ủy ban nhân dân các xã, phường",
            ),
            (),
            "",
        ),
        ("kl-3", ("UBND phường Chiềng An",), (), ""),
        ("kl-4", ("Sở Công Thương",), (), ""),
        ("kl-5", ("UBND phường Chiềng An",), (), "2026-09-30"),
        ("kl-6-giao-so-tai-chinh-chu-tri-bao-cao", ("Sở Tài chính",), (), "2026-08-31"),
        ("kl-7", ("Thường trực Ban Vì sự tiến bộ phụ nữ tỉnh",), (), ""),
        ("kl-8", ("Thuế tỉnh", "Vườn quốc gia Hoàng Liên"), (), ""),
    ],
}


def _due(order: Order) -> str:
    if order.deadline is None:
        return ""
    return "recurs" if order.deadline.recurs else str(order.deadline.due)


@pytest.mark.parametrize("case", CASES)
def test_what_was_read_wrong_is_read_right(case: str) -> None:
    orders, missing = read_orders((FOLDER / "cases" / f"{case}.txt").read_text("utf-8"))
    assert missing == ()
    found = [
        (one.anchor, one.directive.addressees, one.directive.helpers, _due(one)) for one in orders
    ]
    assert found == CASES[case]
    assert [one.directive.kind for one in orders if not one.directive.kind] == []
