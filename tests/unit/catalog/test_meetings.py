"""Meetings: which there were, and which of them have a page."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.catalog.catalog import Catalog
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import meeting_url
from bantin.outputs.pages.meetings import MeetingView, plan_meeting, plan_meetings
from bantin.outputs.register.entries import Entries
from bantin.outputs.sizes import USUAL
from bantin.records.models import Record
from bantin.records.parts import Period

from tests.unit.in_memory import plan_outputs
from tests.unit.samples import article, catalog_of, document

PERIOD = ", period: {year: 2021, months: 1-9}"
NAME = "hop/2021-10-05/ban"


def news(slug: str, day: str = "2021-10-05", more: str = "", bodies: str = "[ban]") -> Record:
    return article(slug, "2021-10-06", f"meeting: {{date: {day}, bodies: {bodies}{more}}}")


@pytest.mark.parametrize(
    ("records", "has_page"),
    [
        ([news("a")], False),
        ([news("a"), news("b")], True),
        ([news("a"), news("b", "2021-10-04"), news("c", bodies="[vp]")], False),
        ([news("a", more=PERIOD)], True),
    ],
)
def test_a_meeting_has_a_page_where_that_says_more_than_its_record(
    records: list[Record], has_page: bool
) -> None:
    catalog = catalog_of(*records)
    assert catalog.meetings.has_page(NAME) is has_page
    assert (NAME in catalog.meetings.with_pages()) is has_page
    assert bool(list(plan_meeting(NAME, catalog, Entries(catalog)))) is has_page


def test_a_notice_of_conclusions_gives_its_meeting_a_page() -> None:
    meeting = "meeting: {date: 2021-10-05, bodies: [ban]}"
    notice = document("1-tb", "2021-10-08", "1/TB", meeting, "Kết luận:\n\n1. Ghi nhận.")
    (page,) = plan_meeting(NAME, catalog := catalog_of(notice), Entries(catalog))
    assert [entry.points[0].text for entry in page.view.entries] == ["Ghi nhận."]


def view(catalog: Catalog) -> MeetingView:
    (page,) = plan_meeting(NAME, catalog, Entries(catalog))
    assert isinstance(page.view, MeetingView)
    return page.view


def test_a_page_gathers_what_its_records_say_each_thing_once() -> None:
    told = PERIOD + ", venue: Hội trường, chairs: [Lê An], attendees: [Thành viên Ban]"
    more = ", venue: hội trường, chairs: [Lê An, Trần Hòa], attendees: [Báo chí]"
    found = view(catalog_of(news("a", more=told), news("b", more=more)))
    assert found.venues == ("Hội trường",)
    assert [chair.text for chair in found.chairs] == ["Lê An", "Trần Hòa"]
    assert found.attendees == ("Thành viên Ban", "Báo chí")
    assert found.period == "9 tháng đầu năm 2021"
    assert [card.title for card in found.records] == ["Tin a", "Tin b"]


def test_a_page_leads_to_the_meeting_on_the_same_months_of_the_year_before() -> None:
    before = article(
        "truoc",
        "2020-10-02",
        "meeting: {date: 2020-10-01, bodies: [ban], period: {year: 2020, months: 1-9}}",
    )
    found = view(catalog_of(news("a", more=PERIOD), before))
    assert found.before is not None
    assert found.before.url == "cuoc-hop/2020/10-01-ban/"
    assert found.after is None


def test_a_body_has_its_meetings_latest_first_whoever_met_with_it() -> None:
    joint = news("c", "2021-11-01", bodies="[vp, ban]")
    held = catalog_of(news("a", more=PERIOD), news("b"), joint).meetings.of_body("ban")
    assert [(one.meeting, one.day) for one in held] == [
        ("hop/2021-11-01/ban+vp", dt.date(2021, 11, 1)),
        (NAME, dt.date(2021, 10, 5)),
    ]
    assert [one.period for one in held] == [None, Period(year=2021, months=(1, 9))]
    assert [one.has_page for one in held] == [False, True]


def test_all_meetings_have_a_page_where_the_body_s_own_cannot_hold_them() -> None:
    few = [news(f"tin-{n}", f"2021-0{n}-01") for n in range(1, 7)]
    assert list(plan_meetings("ban", catalog_of(*few), USUAL)) == []
    (page,) = plan_meetings("ban", catalog_of(*few, news("tin-7", "2020-07-01")), USUAL)
    assert [(year, len(lines)) for year, lines in page.view.years] == [(2021, 6), (2020, 1)]


def test_reports_stand_by_year_and_months() -> None:
    def report(day: str, year: int, months: str) -> Record:
        period = f", period: {{year: {year}, months: {months}}}"
        return news(f"tin-{day}", day, period)

    catalog = catalog_of(
        report("2021-01-15", 2020, "1-12"),
        report("2020-10-05", 2020, "1-9"),
        report("2021-10-05", 2021, "1-9"),
        report("2021-10-09", 2021, "1-9"),
        news("khac"),
    )
    body = {one.path: one for one in plan_outputs(AddressBook({}, catalog), [])}
    table = body["to-chuc/ban/index.html"].view.meetings.periods
    assert table.spans == ("9 tháng đầu năm", "cả năm")
    days = [
        (year, [[one.day_text for one in cell] for cell in cells]) for year, cells in table.rows
    ]
    assert days == [
        (2021, [["09/10/2021", "05/10/2021"], []]),
        (2020, [["05/10/2020"], ["15/01/2021"]]),
    ]


def test_addresses_tell_meetings_apart_however_many_met() -> None:
    assert meeting_url("hop/2013-10-08/ban-a+ban-b") == "cuoc-hop/2013/10-08-ban-a--ban-b/"
    many = "+".join(f"ban-{number:03}" for number in range(60))
    one, other = meeting_url(f"hop/2013-10-08/{many}"), meeting_url(f"hop/2013-10-08/{many}+vp")
    assert one != other
    assert max(map(len, one.split("/"))) < 200
