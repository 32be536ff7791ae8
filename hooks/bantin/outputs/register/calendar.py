"""A calendar of last days for subscribers. Each last day is an event of a whole day.

Calendars find a changed event by its UID, and take the one with the higher SEQUENCE. So the UID is
the conclusion's lasting id, and the SEQUENCE is the number of changes to its document.

Source: RFC 5545, RFC 7986. Events, not to-dos: most calendars do not show to-dos.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import Calendar, Event, vDuration, vText

from bantin.catalog.history import Revisions
from bantin.outputs.register.entries import Entry, Point
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import VIETNAM

SUMMARY_LENGTH = 90
# How often calendars should ask again.
_REFRESH = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The last days of an owner.

    Attributes:
        name: the owner.
        entries: documents with the conclusions that set last days.
        changed: ISO day of the last change that readers were told of, for each document.
        revisions: how often each document was changed.
    """

    name: str
    entries: tuple[Entry, ...]
    changed: tuple[str, ...]
    revisions: tuple[Revisions, ...]


def render_calendar(renderer: Renderer, view: CalendarView) -> bytes:
    """Return the calendar. The same data give the same bytes."""
    site = renderer.site
    calendar = Calendar()
    calendar.add("prodid", _line(f"-//{site.name}//bantin//VI"))
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _line(f"Thời hạn: {view.name}"))
    calendar.add("refresh-interval", _REFRESH, parameters={"VALUE": "DURATION"})
    # Outlook and others know only this name.
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    for entry, changed, revisions in zip(view.entries, view.changed, view.revisions, strict=True):
        # The time of the last change, and not of the build: the same data give the same bytes.
        last = max(_utc(changed), _utc(revisions.last or changed))
        for point in entry.points:
            event = _event(entry, point, site)
            event.add("dtstamp", last)
            event.add("last-modified", last)
            event.add("sequence", revisions.number)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _line(text: str) -> vText:
    """Return a text that breaks no line. The library does not escape all properties by itself."""
    return vText(" ".join(text.split()))


def _utc(written: str) -> dt.datetime:
    """Return a moment from an ISO day, which begins in Vietnam, or from an ISO moment."""
    moment = dt.datetime.fromisoformat(written)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=VIETNAM)
    # In the first and the last year, other zones may have no such moment.
    return moment.astimezone(dt.UTC) if 1 < moment.year < 9999 else moment.replace(tzinfo=dt.UTC)


def _event(entry: Entry, point: Point, site: Site) -> Event:
    card, told = entry.card, point.told
    due = dt.date.fromisoformat(told.due)
    event = Event()
    event.add("uid", site.id_of(entry.id_of(point)))
    event.add("created", _utc(card.day))
    event.add("dtstart", due)
    # An event without an end lasts its whole day, and no day follows the last one.
    if due < dt.date.max:
        event.add("dtend", due + dt.timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", f"Hạn: {_shorten(point.text)}")
    told_by = f"{card.label} {card.number} ngày {card.day_text}, kết luận {told.number}"
    event.add("description", f"{told_by}: {point.text}\n\nThời hạn: {told.deadline}")
    event.add("url", site.url + point.url)
    return event


def _shorten(text: str) -> str:
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rpartition(" ")[0].rstrip(" ,;:-") + "…"
