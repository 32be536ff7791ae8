"""The orders of a document beside its text: the tree that they are, and what each says."""

from __future__ import annotations

from bantin.minutes.orders import find_orders
from bantin.outputs.register.order_tree import OrderBranch, OrderTree, grow_tree
from bantin.outputs.register.orders import view_order
from bantin.records.meant_bodies import Origin
from bantin.records.models import Document
from bantin.records.registry import Registry
from bantin.rendering.markdown import render_text

from tests.unit.samples import parse

HEAD = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2026-03-10\nissuer: vp"


def tree(body: str) -> OrderTree:
    record = parse("van-ban/2026/5.md", f"---\n{HEAD}\n---\n\n{body}")
    assert isinstance(record, Document)
    orders = find_orders(record, render_text(record.body))
    registry = Registry.of([], [], [])
    views = [
        view_order(one, "Kết luận", Origin("", "", "2026-03-10", ()), registry) for one in orders
    ]
    return grow_tree(orders, views, "kết luận")


def shown(branches: tuple[OrderBranch, ...]) -> list[object]:
    found: list[object] = []
    for one in branches:
        found.append(one.heading or one.name)
        if one.below:
            found.append(shown(one.below))
    return found


def test_headings_hold_their_points_and_orders_their_parts() -> None:
    body = (
        "I. VIỆC CHUNG\n\n1. Mở chợ.\n\nII. VIỆC RIÊNG\n\n1. Sở Y tế:\n\n    a) Rà soát;\n\n"
        "    b) Báo cáo.\n\n2. Giao Sở Nội vụ lo.\n\n    - Mời thầy.\n"
    )
    found = tree(body)
    assert (found.size, found.called, found.is_long) == (5, "kết luận", False)
    assert shown(found.branches) == [
        "I. VIỆC CHUNG",
        ["Kết luận I.1"],
        "II. VIỆC RIÊNG",
        ["1. Sở Y tế", ["Kết luận II.1.a", "Kết luận II.1.b"], "Kết luận II.2", ["Mời thầy."]],
    ]
    assert [one.size for one in found.branches] == [1, 4]


def test_names_of_the_heading_right_above_are_not_told_again() -> None:
    (heading,) = tree("1. Sở Y tế\n\n    - Rà soát.\n    - Giao Sở Nội vụ báo cáo.\n").branches
    assert [one.says_names for one in heading.below] == [False, True]
    told = heading.below[0].told
    assert told is not None
    assert told.handed_down == ("nơi nhận việc",)


def test_a_dash_is_called_by_its_first_words() -> None:
    (one,) = tree(f"- Rà soát {'bến xe ' * 30}.\n").branches
    assert one.name.startswith("Rà soát bến xe")
    assert len(one.name) <= 71
    assert one.name.endswith("…")


def test_a_document_with_many_orders_shows_headings_first() -> None:
    points = "".join(f"{number}. Mở chợ số {number}.\n" for number in range(1, 17))
    assert tree(points).is_long
    assert not tree(points.replace("16. Mở chợ số 16.\n", "")).is_long
