"""What later documents say of an order, where number and point are sure."""

from __future__ import annotations

import pytest
from bantin.catalog.relations.order_history import ORDER_HISTORY
from bantin.outputs.register.order_events import view_event
from bantin.records.models import Document, Record

from tests.unit.samples import body, catalog_of, document, parse

POINTS = "Kết luận:\n\n1. Rà soát đất công.\n\n2. Lập kế hoạch.\n\n3. Báo cáo.\n"
PARTS = "Kết luận:\n\nI. Việc chung\n\n   1. Một.\n\nII. Việc riêng\n\n   1. Hai.\n\n   2. Ba.\n"
CITED = "Thông báo số 5/TB-VP ngày 10/03/2025"


def order(text: str = POINTS, more: str = "", day: str = "2025-03-10", slug: str = "goc") -> Record:
    return document(slug, day, "5/TB-VP", more, text)


def later(
    text: str,
    *,
    slug: str = "sau",
    day: str = "2025-06-01",
    number: str = "9/BC-VP",
    more: str = "",
) -> Record:
    return document(slug, day, number, more, text)


def told(one: Record, *others: Record) -> dict[str, list[str]]:
    """Return anchor → "state in slug" for each order; "" for the document as a whole."""
    assert isinstance(one, Document)
    found = ORDER_HISTORY.shown_on(one, catalog_of(one, *others))
    events = {**found.of_points, "": found.of_whole}
    return {
        anchor: [f"{event.state} in {event.item.slug}" for event in several]
        for anchor, several in events.items()
        if several
    }


def test_order_shows_what_was_done_and_replaced_newest_first() -> None:
    reports = (
        later(f"Sở A đang thực hiện mục 2 {CITED}.", slug="t4", day="2025-04-01"),
        later(f"Sở A đã hoàn thành việc giao tại mục 2 {CITED}.", slug="t6"),
        later(f"Thông báo này thay thế mục 3 {CITED}.", slug="t7", day="2025-07-01"),
        later(f"Căn cứ {CITED};", slug="t8", day="2025-08-01"),
    )
    assert told(order(), *reports) == {
        "kl-2": ["done in t6", "continues in t4"],
        "kl-3": ["replaced in t7"],
        "": ["mentioned in t8"],
    }


@pytest.mark.parametrize(
    ("points", "anchors"),
    [
        ("mục 1, 3", ["kl-1", "kl-3"]),
        ("mục 4", [""]),
        ("mục 1, 4", [""]),
        ("điểm a mục 1", [""]),
        ("mục 1 đến mục 3", [""]),
        ("", [""]),
    ],
)
def test_point_must_be_one_order(points: str, anchors: list[str]) -> None:
    found = told(order(), later(f"Nhắc lại {points} {CITED}."))
    assert found == {anchor: ["mentioned in sau"] for anchor in anchors}


@pytest.mark.parametrize(
    ("points", "anchor"),
    [
        ("khoản 1 mục II", "kl-ii-1"),
        ("mục I, khoản 1", "kl-i-1"),
        ("mục II.2", "kl-ii-2"),
        ("mục 2", "kl-ii-2"),
        ("mục 1", ""),
        ("mục II", ""),
    ],
)
def test_parts_may_be_left_out_where_that_leaves_one_order(points: str, anchor: str) -> None:
    assert told(order(PARTS), later(f"Nhắc lại {points} {CITED}.")) == {
        anchor: ["mentioned in sau"]
    }


def test_number_that_comes_twice_in_a_text_is_not_sure() -> None:
    twice = order(f"{POINTS}\nVề việc khác:\n\n- Lời dẫn\n\n1. Việc lại từ đầu.\n")
    found = told(twice, later(f"Đã hoàn thành mục 1 {CITED}."))
    assert found == {"": ["mentioned in sau"]}


def issued(
    issuer: str, number: str, day: str, text: str, slug: str = "goc", kind: str = "TB"
) -> Record:
    head = f"kind: {kind}\nnumber: {number}\ntitle: Kết luận\ndate: {day}\nissuer: {issuer}"
    return parse(f"van-ban/{day[:4]}/{slug}.md", f"---\n{head}\n---\n\n{text}\n")


BODIES = (
    body("vpub", "short_names: [Văn phòng UBND tỉnh]\nparent: ub"),
    body("ub", "short_names: [UBND tỉnh]"),
    body("so-y-te", "short_names: [Sở Y tế]"),
)


@pytest.mark.parametrize(
    ("cited", "is_known"),
    [
        ("Thông báo số 5/TB-VP ngày 10/03/2025", True),
        ("Thông báo số 05/TB-VP ngày 10 tháng 3 năm 2025", True),
        ("Thông báo số 5/TB-VP ngày 10/03/2025 của Văn phòng UBND tỉnh", True),
        ("Thông báo số 5/TB-VP ngày 10/03/2025 của UBND tỉnh", True),
        ("Thông báo số 5/TB-VP ngày 10/03/2025 của Chủ tịch UBND tỉnh", True),
        ("Thông báo số 5/TB-VP của Văn phòng UBND tỉnh", True),
        # The archive may not hold the one that is meant.
        ("Thông báo số 5/TB-VP", False),
        ("Thông báo số 5/TB-VP năm 2025", False),
        ("Thông báo số 5/TB-VP ngày 11/03/2025", False),
        ("Thông báo số 5/TB-VP năm 2024 của Văn phòng UBND tỉnh", False),
        ("Thông báo số 5/TB-VP ngày 10/03/2025 của Sở Y tế", False),
        ("Thông báo số 5/TB-VP ngày 10/03/2025 của Văn phòng UBND huyện Mẫu", False),
        ("Thông báo số 5/TB-SYT ngày 10/03/2025", False),
        ("Thông báo số 6/TB-VP ngày 10/03/2025", False),
        ("Thông báo số 5", False),
    ],
)
def test_document_must_agree_with_all_that_the_words_say(cited: str, is_known: bool) -> None:
    one = issued("vpub", "5/TB-VP", "2025-03-10", POINTS)
    text = f"Đã làm xong mục 1 {cited}."
    report = issued("so-y-te", "9/BC-SYT", "2025-06-01", text, slug="sau", kind="BC")
    found = told(one, report, *BODIES)
    assert found == ({"kl-1": ["done in sau"]} if is_known else {})


def test_own_number_needs_no_day() -> None:
    one = issued("vpub", "5/TB-VP", "2025-03-10", POINTS)
    report = issued("vpub", "8/TB-VP", "2025-06-01", "Thay thế mục 1 Thông báo số 5/TB-VP.", "sau")
    assert told(one, report, *BODIES) == {"kl-1": ["replaced in sau"]}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ([issued("so-y-te", "5/TB-VP", "2025-03-10", "", "kia")], {}),
        ([issued("so-y-te", "5/TB-VP", "2025-03-11", "", "kia")], {"kl-1": ["done in sau"]}),
        ([issued("vpub", "5/TB-VP", "2024-03-10", "", "kia")], {"kl-1": ["done in sau"]}),
    ],
    ids=["same number and day", "another day", "another year"],
)
def test_number_must_be_of_one_document(
    others: list[Record], expected: dict[str, list[str]]
) -> None:
    one = issued("vpub", "5/TB-VP", "2025-03-10", POINTS)
    report = issued("ban", "9/BC", "2025-06-01", f"Đã làm xong mục 1 {CITED}.", "sau", "BC")
    assert told(one, report, *others, *BODIES) == expected


@pytest.mark.parametrize(
    "report",
    [
        later(f"Đã làm xong mục 1 {CITED}.", day="2025-03-01"),
        later(f"Đã làm xong mục 1 {CITED}.", more="status: withdrawn"),
        later(f"Đã làm xong mục 1 {CITED}.", more="status: draft"),
        later("Đã làm xong mục 1."),
    ],
    ids=["earlier", "withdrawn", "draft", "no number"],
)
def test_only_later_published_documents_speak_of_it(report: Record) -> None:
    assert told(order(), report) == {}


def test_document_without_orders_has_no_history() -> None:
    assert told(order("Không có mục nào."), later(f"Căn cứ {CITED}.")) == {}


def test_text_says_nothing_of_its_own_document() -> None:
    assert told(order(f"Đã làm xong mục 1 {CITED}.\n\n{POINTS}")) == {}


def test_event_leads_to_the_very_paragraph() -> None:
    one = order()
    reports = (
        later(f"Báo cáo:\n\n1. Đã làm xong mục 1 {CITED}.\n", slug="a"),
        later(f"Sở A - đơn vị chủ trì - đã làm xong mục 2 {CITED}.", slug="b"),
    )
    assert isinstance(one, Document)
    found = ORDER_HISTORY.shown_on(one, catalog_of(one, *reports)).of_points
    views = [view_event(found[anchor][0]) for anchor in ("kl-1", "kl-2")]
    assert views[0].said == "Báo hoàn thành trong"
    assert views[0].document.text == "Thông báo số 9/BC-VP ngày 01/06/2025"
    assert [view.document.url for view in views] == [
        "van-ban/2025/a/#kl-1",
        "van-ban/2025/b/#:~:text=S%E1%BB%9F%20A%20%2D%20%C4%91%C6%A1n%20v%E1%BB%8B%20ch%E1%BB%A7"
        "%20tr%C3%AC%20%2D",
    ]


def test_of_many_documents_the_newest_are_shown() -> None:
    reports = [
        later(f"Nhắc mục 1 {CITED}. Nhắc mục 1 {CITED}.", slug=f"n{n:02}", day=f"2025-06-{n:02}")
        for n in range(1, 16)
    ]
    found = told(order(), *reports)["kl-1"]
    assert found == [f"mentioned in n{n:02}" for n in range(15, 3, -1)]
