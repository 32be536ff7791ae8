"""A calendar of last days: whole lines whatever names hold, and every day that a date can be."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from bantin.catalog.history import Revisions
from bantin.outputs.register.calendar import CalendarView, render_calendar
from bantin.outputs.register.entries import Entries, Entry
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from icalendar import Calendar

from tests.unit.samples import catalog_of, document

ITEMS = 'Kết luận:\n\n1. Báo cáo.\n   {: to="ban" due="2014-01-31" }'
NEVER = Revisions(0, "")


def entry(due: str = "2014-01-31", day: str = "2013-10-10") -> Entry:
    """Return a document's entry with one conclusion, on days that no reader need accept."""
    notice = document(body=ITEMS)
    (found,) = Entries(catalog_of(notice)).of([notice.file.src_uri])
    (point,) = found.points
    point = replace(point, told=replace(point.told, due=due))
    return replace(found, points=(point,), card=replace(found.card, day=day))


def rendered(
    one: Entry,
    *,
    name: str = "Ban",
    site: str = "Bản Tin",
    changed: str = "2013-10-10",
    revisions: Revisions = NEVER,
) -> bytes:
    renderer = Renderer(RenderSettings(Site(site, "https://x.example/", "")))
    return render_calendar(renderer, CalendarView(name, (one,), (changed,), (revisions,)))


BREAKS = ["\r\n", "\n", "\r", "\n\n", "\v", "\f", "\x1c", "\x1e", "\x85", "\u2028", "\u2029", "\t"]


@pytest.mark.parametrize("sign", BREAKS)
def test_a_name_with_a_line_break_breaks_no_line(sign: str) -> None:
    content = rendered(entry(), name=f"Ban X{sign}tỉnh", site=f"Bản{sign}Tin")
    found = Calendar.from_ical(content)
    assert found["x-wr-calname"] == "Thời hạn: Ban X tỉnh"
    assert found["prodid"] == "-//Bản Tin//bantin//VI"
    lines = content.decode().split("\r\n")
    assert not [line for line in lines if sign in line]
    assert "\n" not in "".join(lines)


@pytest.mark.parametrize("name", ["Ban A, B", "Ban; X", "C:\\Ban", 'Ban "X"', "Ban" * 60])
def test_a_name_with_signs_of_calendars_is_read_as_it_was_written(name: str) -> None:
    told = str(Calendar.from_ical(rendered(entry(), name=name))["x-wr-calname"])
    # The library leaves names of its own to others. Their values are TEXT, as of all such names.
    for sign in (",", ";", "\\"):
        told = told.replace(f"\\{sign}", sign)
    assert told == f"Thời hạn: {name}"


@pytest.mark.parametrize("due", ["9999-12-31", "9999-12-30", "0001-01-01", "2024-02-29"])
def test_every_last_day_is_a_whole_day(due: str) -> None:
    (event,) = Calendar.from_ical(rendered(entry(due))).events
    day = dt.date.fromisoformat(due)
    assert event["dtstart"].dt == day
    # The library gives an event without an end its own day, as calendars do.
    assert ("dtend" not in event) is (day == dt.date.max)


@pytest.mark.parametrize("day", ["0001-01-01", "0002-01-01", "9998-12-31", "9999-12-31"])
def test_days_at_the_ends_of_time_have_a_moment(day: str) -> None:
    (event,) = Calendar.from_ical(rendered(entry(day=day), changed=day)).events
    assert abs(event["dtstamp"].dt.date() - dt.date.fromisoformat(day)) <= dt.timedelta(days=1)


@pytest.mark.parametrize(
    ("changed", "last", "stamp"),
    [
        ("2013-10-10", "", "2013-10-09T17:00:00+00:00"),
        ("2013-11-20", "", "2013-11-19T17:00:00+00:00"),
        ("2013-11-20", "2013-11-25T08:30:00+07:00", "2013-11-25T01:30:00+00:00"),
        # Readers were told of a later day than that of the commit.
        ("2013-11-20", "2013-11-01T08:30:00+07:00", "2013-11-19T17:00:00+00:00"),
    ],
)
def test_the_stamp_is_that_of_the_last_change_and_not_of_the_build(
    changed: str, last: str, stamp: str
) -> None:
    content = rendered(entry(), changed=changed, revisions=Revisions(3, last))
    (event,) = Calendar.from_ical(content).events
    assert event["sequence"] == 3
    for name in ("dtstamp", "last-modified"):
        assert event[name].dt.isoformat() == stamp
    assert event["created"].dt.isoformat() == "2013-10-09T17:00:00+00:00"


def test_alarms_ring_in_the_morning_a_week_and_a_day_before() -> None:
    (event,) = Calendar.from_ical(rendered(entry())).events
    alarms = event.walk("VALARM")
    midnight = dt.datetime.combine(event["dtstart"].dt, dt.time())
    assert [str(midnight + one["trigger"].dt) for one in alarms] == [
        "2014-01-24 08:00:00",
        "2014-01-30 08:00:00",
    ]
    assert {one["action"] for one in alarms} == {"DISPLAY"}
    assert [one["description"] for one in alarms] == [
        "Còn 7 ngày. Hạn: Báo cáo.",
        "Còn 1 ngày. Hạn: Báo cáo.",
    ]


def test_a_withdrawn_document_cancels_its_events_and_rings_no_more() -> None:
    one = entry()
    one = replace(one, card=replace(one.card, withdrawn=True))
    (event,) = Calendar.from_ical(rendered(one)).events
    assert event["status"] == "CANCELLED"
    assert event.walk("VALARM") == []


def uids(items: str) -> dict[str, str]:
    """Return number of a point → UID of its event, for a text."""
    notice = document(body=f"Kết luận:\n\n{items}")
    (found,) = Entries(catalog_of(notice)).of([notice.file.src_uri])
    points = [replace(point, told=replace(point.told, due="2014-01-31")) for point in found.points]
    events = Calendar.from_ical(rendered(replace(found, points=tuple(points)))).events
    return {
        point.told.number: str(event["uid"]) for point, event in zip(points, events, strict=True)
    }


@pytest.mark.parametrize(
    "more",
    [
        "1. Báo cáo.\n\n2. Rà soát.\n\n3. Kiểm tra.",
        "1. Báo cáo.\n\n2. Rà soát các việc sau.\n\n   a) Việc một.\n\n   b) Việc hai.",
        "1. Báo cáo lại.\n\n2. Rà soát.",
        "Chú ý.\n\n1. Báo cáo.\n\n2. Rà soát.\n\nĐề nghị các đơn vị thực hiện.",
    ],
)
def test_ids_stay_when_other_points_are_added_or_words_mended(more: str) -> None:
    before, after = uids("1. Báo cáo.\n\n2. Rà soát."), uids(more)
    assert set(before) == {"1", "2"}
    assert {number: after[number] for number in before} == before
    assert len(set(after.values())) == len(after)
