"""Conclusions on a document's page: names that are bodies', and days that a reader understands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from bantin.catalog.decisions import decided_by, unpack_decided
from bantin.minutes.deadlines import find_deadline
from bantin.minutes.directives import Directive
from bantin.minutes.orders import Order
from bantin.outputs.register.orders import (
    AddresseeView,
    OrderView,
    point_noun,
    view_order,
    view_orders,
)
from bantin.records.meant_bodies import Origin
from bantin.records.models import Body, Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.unit.samples import parse

ORIGIN = Origin(issuer="", place="", day="2013-10-10", bodies=())
BODIES = {
    "so-y-te": "Sở Y tế tỉnh Mẫu",
    "hoi": "Hội Liên hiệp Phụ nữ tỉnh Mẫu",
    "so-noi-vu-a": "Sở Nội vụ tỉnh Mẫu",
    "so-noi-vu-b": "Sở Nội vụ tỉnh Khác",
    "vp": "Văn phòng",
}


def views(text: str) -> tuple[OrderView, ...]:
    bodies = [
        parse(f"to-chuc/{slug}.md", f"---\nname: {name}\n---\n") for slug, name in BODIES.items()
    ]
    head = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2013-10-10\nissuer: vp"
    more = "bodies: [so-y-te, hoi, so-noi-vu-a, so-noi-vu-b]"
    document = parse("van-ban/2013/5.md", f"---\n{head}\n{more}\n---\n\n{text}\n")
    assert isinstance(document, Document)
    registry = Registry.of([body for body in bodies if isinstance(body, Body)], [], [])
    packed, _ = decided_by(document, render_text(document.body))
    assert packed is not None
    return view_orders(unpack_decided(packed.content), document.kind, document.title, registry)


@pytest.mark.parametrize(
    ("printed", "url"),
    [
        ("Sở Y tế", "to-chuc/so-y-te/"),
        ("Sở Y tế tỉnh", "to-chuc/so-y-te/"),
        ("Hội Liên hiệp phụ nữ tỉnh", "to-chuc/hoi/"),
        ("Sở Nội vụ", ""),  # of which province?
        ("Sở Tư pháp", ""),
    ],
)
def test_a_name_links_to_the_one_body_of_the_record_that_it_means(printed: str, url: str) -> None:
    (view,) = views(f"1. Giao {printed} báo cáo.")
    assert view.addressees == (AddresseeView(printed, url),)


def test_a_deadline_has_its_words_and_its_last_day() -> None:
    sure, said, repeated, none = views(
        "1. Giao Sở Y tế báo cáo trong quý IV.\n2. Nộp trước ngày 5/11/2013.\n"
        "3. Báo cáo hằng quý.\n4. Ghi nhận."
    )
    assert (sure.deadline, sure.due, sure.due_text) == ("trong quý IV", "2013-12-31", "31/12/2013")
    assert (said.due, said.due_text) == ("2013-11-05", "")
    assert (repeated.deadline, repeated.due) == ("hằng quý", "")
    assert (none.directive, none.deadline, none.addressees) == ("Ghi nhận", "", ())


def order(number: str = "1", text: str = "", *helpers: str, heading: str = "") -> Order:
    deadline = find_deadline(text, day=date(2026, 3, 10))
    return Order("kl-1", number, "Việc.", Directive("task", (), helpers), deadline, heading=heading)


@pytest.mark.parametrize(
    ("kind", "title", "noun"),
    [
        ("TB", "Kết luận của Chủ tịch tại cuộc họp", "Kết luận"),
        ("TB", "Về việc họp tháng 5", "Kết luận"),
        ("BB", "Biên bản họp giao ban", "Kết luận"),
        ("KL", "Kết luận thanh tra", "Kết luận"),
        ("TB", "Ý kiến chỉ đạo của Phó Chủ tịch", "Mục"),
        ("TB", "Kết luận, chỉ đạo của Phó Chủ tịch", "Kết luận"),
        ("QĐ", "Phê duyệt kế hoạch", "Mục"),
        ("CT", "Về phòng, chống cháy rừng", "Mục"),
        ("CĐ", "Ứng phó bão số 3", "Mục"),
        ("CV", "Thực hiện kết luận thanh tra", "Mục"),
        ("KH", "Cải cách hành chính", "Mục"),
    ],
)
def test_points_are_called_conclusions_only_where_they_are(
    kind: str, title: str, noun: str
) -> None:
    assert point_noun(kind, title) == noun


@pytest.mark.parametrize(
    ("number", "label"),
    [
        ("3", "Mục 3"),
        ("1.a", "Mục 1.a"),
        ("II.2", "Mục II.2"),
        ("XI", "Mục XI"),
        ("a", "Mục a"),
        ("1.2.đ", "Mục 1.2.đ"),
        ("Điều 2", "Điều 2"),
        ("Điều 2.1", "Điều 2.1"),
        ("Khoản 3", "Khoản 3"),
        ("Thứ nhất", "Thứ nhất"),
        ("Một là", "Một là"),
        ("", ""),
    ],
)
def test_a_point_is_called_by_its_printed_number(number: str, label: str) -> None:
    registry = Registry.of([], [], [])
    assert view_order(order(number), "Mục", ORIGIN, registry).label == label


def test_conclusions_within_one_are_called_by_both_numbers() -> None:
    registry = Registry.of([], [], [])
    assert view_order(order("1.a"), "Kết luận", ORIGIN, registry).label == "Kết luận 1.a"
    assert [view.label for view in views("1. Ghi nhận.\n2. Ghi nhận.")] == [
        "Kết luận 1",
        "Kết luận 2",
    ]


@pytest.mark.parametrize(
    ("text", "recurs"),
    [
        ("hằng quý", True),
        ("hàng tháng", True),
        ("định kỳ 6 tháng", True),
        ("trong 10 ngày làm việc", False),
        ("", False),
    ],
)
def test_a_deadline_that_comes_again_is_known_from_one_without_a_day(
    text: str, recurs: bool
) -> None:
    view = view_order(order("1", text), "Mục", ORIGIN, Registry.of([], [], []))
    assert view.recurs is recurs


def test_heading_and_helpers_are_told_apart_from_those_who_must_act() -> None:
    body = parse("to-chuc/so-y-te.md", "---\nname: Sở Y tế tỉnh Mẫu\n---\n")
    assert isinstance(body, Body)
    registry = Registry.of([body], [], [])
    one = order("1", "", "Sở Y tế", "UBND các xã", heading="Sở Nội vụ")
    view = view_order(one, "Mục", replace(ORIGIN, bodies=("so-y-te",)), registry)
    assert view.heading == "Sở Nội vụ"
    assert view.addressees == ()
    assert view.helpers == (
        AddresseeView("Sở Y tế", "to-chuc/so-y-te/"),
        AddresseeView("UBND các xã", ""),
    )
