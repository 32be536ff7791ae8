"""Conclusions on a document's page: names that are bodies', and days that a reader understands."""

from __future__ import annotations

import pytest
from bantin.catalog.decisions import decided_by, unpack_decided
from bantin.outputs.register.orders import AddresseeView, OrderView, view_orders
from bantin.records.models import Body, Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.unit.samples import parse

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
    packed = decided_by(document, render_text(document.body))
    assert packed is not None
    return view_orders(unpack_decided(packed.content), registry)


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
