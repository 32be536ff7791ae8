"""Points of a document: which there are, their addresses, what is left alone."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.minutes.deadlines import Deadline, find_deadline
from bantin.minutes.directives import Directive, read_directive, read_heading
from bantin.minutes.orders import Order, find_orders
from bantin.records.models import Document
from bantin.rendering.markdown import render_text

from tests.unit.samples import parse

WRITTEN = date(2013, 10, 10)


def notice(body: str, *, kind: str = "TB", title: str = "Kết luận cuộc họp") -> Document:
    head = f"kind: {kind}\nnumber: 5/{kind}-VP\ntitle: {title}\ndate: {WRITTEN}\nissuer: vp"
    record = parse("van-ban/2013/5.md", f"---\n{head}\n---\n\n{body}")
    assert isinstance(record, Document)
    return record


def conclusions_of(document: Document) -> tuple[Order, ...]:
    return find_orders(document, render_text(document.body))


def test_points_go_on_over_lines_and_paragraphs() -> None:
    body = "Mở đầu:\n\n1. Một\n   dòng nữa\ndòng lỏng\n\n    đoạn nữa\n\n2. Hai\n3. Ba\n\nKết.\n"
    points = [(one.number, one.text) for one in conclusions_of(notice(body))]
    assert points == [("1", "Một dòng nữa dòng lỏng đoạn nữa"), ("2", "Hai"), ("3", "Ba")]


def test_points_have_addresses_of_their_own_also_where_a_number_comes_again() -> None:
    body = "I. Một\n\n1. Giao Sở Y tế báo cáo.\n\nII. Hai\n\n1. Ghi nhận.\n\n2. Thống nhất.\n"
    found = [point.anchor for point in conclusions_of(notice(body))]
    assert found == ["kl-i-1", "kl-ii-1", "kl-ii-2"]
    # The addresses that the first of each number had before parts counted go on leading there.
    html = render_text(body).html
    assert [html.count(f'<span id="kl-{n}"></span>') for n in (1, 2)] == [1, 1]


@pytest.mark.parametrize(("kind", "title"), [("BC", "Kết luận"), ("TB", "Lịch nghỉ")])
def test_other_documents_state_no_conclusions(kind: str, title: str) -> None:
    body = "1. Giao Sở Y tế báo cáo."
    assert conclusions_of(notice(body))
    assert conclusions_of(notice(body, kind=kind, title=title)) == ()


def test_a_point_says_what_to_whom_and_by_when() -> None:
    (point,) = conclusions_of(notice("1. Giao Sở Y tế báo cáo trước ngày 15/11/2013."))
    assert (point.number, point.text) == ("1", "Giao Sở Y tế báo cáo trước ngày 15/11/2013.")
    assert (point.directive.kind, point.directive.addressees) == ("assign", ("Sở Y tế",))
    assert point.deadline is not None
    assert (point.deadline.text, point.deadline.due) == (
        "trước ngày 15/11/2013",
        date(2013, 11, 15),
    )


@pytest.mark.parametrize(
    "text",
    [
        "Nội dung đã báo cáo vào ngày 02/12/2012.",  # before the document
        "Cuộc họp ngày 25/12/2013 do Phó Chủ tịch chủ trì.",  # told of, not set
        "Thực hiện trong tháng 11 và tháng 12.",  # which of them is not clear
        "Kéo dài trong 6 tháng.",
        "Phát huy kết quả đạt được trong năm 2012.",  # over by then
        "Khắc phục hạn chế trong quý III.",
    ],
)
def test_no_deadline_is_read_where_none_is_set(text: str) -> None:
    assert find_deadline(text, day=WRITTEN) is None


@pytest.mark.parametrize(
    "text",
    [
        "Giao các đơn vị chưa báo cáo khẩn trương báo cáo.",
        "Giao Sở lập danh sách.",
        "Giao Câu lạc bộ Hưu trí trao quà rồi báo cáo.",  # no word known to end the name
        "Đề nghị quan tâm.",
    ],
)
def test_nobody_is_named_where_a_name_is_not_sure(text: str) -> None:
    assert read_directive(text).addressees == ()


@pytest.mark.parametrize(
    "item",
    [
        "Giao **Sở Y tế** báo cáo trước ngày **15/11/2013**.",
        "**Giao [Sở Y tế](../../to-chuc/so-y-te.md)** báo cáo *trước ngày* 15/11/2013.",
    ],
)
def test_emphasis_and_links_do_not_hide_what_is_said(item: str) -> None:
    (point,) = conclusions_of(notice(f"1. {item}"))
    assert point.directive == Directive("assign", ("Sở Y tế",))
    assert point.deadline == Deadline("trước ngày 15/11/2013", date(2013, 11, 15))


@pytest.mark.parametrize(
    ("text", "kind", "names"),
    [
        ("Sở Xây dựng", "", ("Sở Xây dựng",)),
        ("Sở Tài chính, Sở Nội vụ:", "", ("Sở Tài chính", "Sở Nội vụ")),
        ("Đối với Sở Y tế:", "", ("Sở Y tế",)),
        ("Giao Giám đốc Sở Y tế:", "assign", ("Giám đốc Sở Y tế",)),
        ("UBND các xã, phường", "", ("UBND các xã, phường",)),
        ("Sở Tài chính rà soát", "", ()),
        ("Tình hình chung", "", ()),
    ],
)
def test_a_heading_is_nothing_but_names(text: str, kind: str, names: tuple[str, ...]) -> None:
    assert read_heading(text) == Directive(kind, names)
