"""The page of a body's tasks: groups that stay true whichever day it is read."""

from __future__ import annotations

import re

import pytest
from bantin.outputs.register.entries import Entries
from bantin.outputs.register.tasks import TaskGroup, TasksView, plan_tasks
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.models import Record

from tests.unit.archive import RENDERER, SITE
from tests.unit.samples import catalog_of, document


def notice(slug: str, day: str, *points: str, more: str = "") -> Record:
    lines = "\n\n".join(
        f'{number}. {point}\n   {{: to="ban" }}' for number, point in enumerate(points, 1)
    )
    return document(slug, day, f"{slug}/TB-VP", more, f"Kết luận:\n\n{lines}\n")


def view_of(*records: Record, sizes: Sizes = USUAL) -> TasksView:
    catalog = catalog_of(*records)
    page, *_ = plan_tasks("ban", catalog, Entries(catalog), sizes)
    assert isinstance(page.view, TasksView)
    return page.view


def group_of(view: TasksView, anchor: str) -> TaskGroup | None:
    return next((group for group in view.groups if group.anchor == anchor), None)


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("Báo cáo trước ngày 5/11/2013.", "co-han"),
        ("Báo cáo trong quý IV.", "co-han"),
        ("Báo cáo định kỳ hằng quý.", "dinh-ky"),
        ("Báo cáo hàng tháng.", "dinh-ky"),
        ("Báo cáo trong 10 ngày làm việc.", "chua_ro_ngay"),
        ("Rà soát hồ sơ.", "khong-han"),
    ],
)
def test_a_task_stands_with_those_of_its_kind_of_deadline(words: str, anchor: str) -> None:
    view = view_of(notice("5", "2013-10-10", words))
    assert [(group.anchor, group.size) for group in view.groups] == [(anchor, 1)]


def test_a_withdrawn_document_makes_nothing_due() -> None:
    more = "status: withdrawn\nchanges: [{date: 2013-10-12, note: Thu hồi.}]"
    view = view_of(notice("5", "2013-10-10", "Báo cáo trước ngày 5/11/2013.", more=more))
    assert [group.anchor for group in view.groups] == ["da_thu_hoi"]


def later(state: str, day: str, slug: str) -> Record:
    text = f"{state} kết luận số 1 tại Thông báo số 5/TB-VP ngày 10/10/2013."
    return document(slug, day, f"{slug}/BC-VP", "", text)


def test_what_a_later_document_reports_done_is_not_due_until_it_is_asked_for_again() -> None:
    first = notice("5", "2013-10-10", "Báo cáo trước ngày 5/11/2013.")
    done = later("Đã hoàn thành", "2013-11-20", "8")
    assert [group.anchor for group in view_of(first, done).groups] == ["da_xong"]
    again = later("Tiếp tục thực hiện", "2013-12-20", "9")
    assert [group.anchor for group in view_of(first, done, again).groups] == ["co-han"]


def test_dated_tasks_stand_by_their_days_and_those_of_a_day_together() -> None:
    view = view_of(
        notice(
            "5",
            "2013-10-10",
            "Một trước ngày 5/11/2013.",
            "Hai trước ngày 9/12/2013.",
            "Ba trước ngày 5/11/2013.",
        ),
        notice("6", "2013-10-20", "Bốn trước ngày 20/11/2013."),
    )
    group = group_of(view, "co-han")
    assert group is not None
    assert [(one.points[0].told.due, len(one.points)) for one in group.entries] == [
        ("2013-12-09", 1),
        ("2013-11-20", 1),
        ("2013-11-05", 2),
    ]


def test_a_page_holds_the_latest_days_and_says_how_many_there_are() -> None:
    days = [f"Việc trước ngày {day}/11/2013." for day in range(1, 7)]
    view = view_of(
        notice("5", "2013-10-10", *days, "Một.", "Hai."), sizes=Sizes(tasks=2, undated_tasks=1)
    )
    dated, undated = group_of(view, "co-han"), group_of(view, "khong-han")
    assert dated is not None
    assert undated is not None
    assert (dated.size, dated.shown, undated.size, undated.shown) == (6, 2, 2, 1)
    assert [one.points[0].told.due for one in dated.entries] == ["2013-11-06", "2013-11-05"]
    html = page_of(notice("5", "2013-10-10", *days), Sizes(tasks=2))
    assert "2 trong 6 việc" in html
    assert "data-cut" in html


def page_of(record: Record, sizes: Sizes = USUAL) -> str:
    catalog = catalog_of(record)
    page, *_ = plan_tasks("ban", catalog, Entries(catalog), sizes)
    return page.render(RENDERER).decode()


def test_no_word_of_the_built_page_is_false_tomorrow() -> None:
    html = page_of(notice("5", "2013-10-10", "Một trước ngày 5/11/2013.", "Hai."))
    assert not re.search(r"[Qq]uá hạn|còn \d+ ngày|quá \d+ ngày|ngày tới|hôm nay", html)
    assert "không biết việc đã làm xong hay chưa" in html


def test_calendars_of_phones_and_google_are_given_the_absolute_address() -> None:
    html = page_of(notice("5", "2013-10-10", "Một trước ngày 5/11/2013."))
    host = SITE.url.partition(":")[2]
    assert f'href="webcal:{host}to-chuc/ban/duoc-giao/thoi-han.ics"' in html
    assert 'href="https://calendar.google.com/calendar/render?cid=webcal%3A//' in html
