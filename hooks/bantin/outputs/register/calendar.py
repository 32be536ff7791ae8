"""A calendar of last days for subscribers. Each last day is an event of a whole day.

Source: RFC 5545. Events, not to-dos: most calendars do not show to-dos.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import Calendar, Event

from bantin.outputs.register.entries import Entry, Point
from bantin.rendering.renderer import Renderer
from bantin.text.dates import VIETNAM

SUMMARY_LENGTH = 90


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The owner of the last days, and the documents with the conclusions that set them."""

    name: str
    entries: tuple[Entry, ...]


def render_calendar(renderer: Renderer, view: CalendarView) -> bytes:
    """Return the calendar. The same data give the same bytes."""
    site = renderer.site
    calendar = Calendar()
    calendar.add("prodid", f"-//{site.name}//bantin//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Thời hạn: {view.name}")
    for entry in view.entries:
        for point in entry.points:
            calendar.add_component(_event(entry, point, site.url))
    return bytes(calendar.to_ical())


def _event(entry: Entry, point: Point, site_url: str) -> Event:
    card, told = entry.card, point.told
    due = dt.date.fromisoformat(told.due)
    event = Event()
    event.add("uid", site_url + point.url)
    # The time the event was made: the document's day, not now. Nothing changed since.
    issued = dt.datetime.fromisoformat(card.day).replace(tzinfo=VIETNAM)
    event.add("dtstamp", issued.astimezone(dt.UTC))
    event.add("dtstart", due)
    event.add("dtend", due + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"Hạn: {_shorten(point.text)}")
    told_by = f"{card.label} {card.number} ngày {card.day_text}, kết luận {told.number}"
    event.add("description", f"{told_by}: {point.text}\n\nThời hạn: {told.deadline}")
    event.add("url", site_url + point.url)
    return event


def _shorten(text: str) -> str:
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rpartition(" ")[0].rstrip(" ,;:-") + "…"
