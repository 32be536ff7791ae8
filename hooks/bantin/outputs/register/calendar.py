"""A calendar of last days for subscribers. Each last day is an event of a whole day.

Calendars find a changed event by its UID, and take the one with the higher SEQUENCE. So the UID is
the order's lasting id, and the SEQUENCE is the number of changes to its document.

`theme/assets/bantin/register/calendar.js` makes the same events of what a reader asked for.

Source: RFC 5545, RFC 7986. Events, not to-dos: most calendars do not show to-dos.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event, vDuration, vText

from bantin.catalog.history import Revisions
from bantin.outputs.register.entries import Entry, Point
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import VIETNAM

SUMMARY_LENGTH = 90
# How often calendars should ask again.
_REFRESH = dt.timedelta(days=1)
# A week leaves time to act, a day to finish. The whole day begins at midnight, and nobody wants an
# alarm then: these ring at 8 o'clock in the morning, 16 hours before a midnight.
_ALARMS = (
    (dt.timedelta(days=-6, hours=-16), "Còn 7 ngày"),
    (dt.timedelta(hours=-16), "Còn 1 ngày"),
)


@dataclass(frozen=True, slots=True)
class CalendarView:
    """The last days of an owner.

    Attributes:
        name: the owner.
        entries: documents with the orders that set last days.
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
        last = last_change(changed, revisions)
        for point in entry.points:
            event = _event(entry, point, site)
            event.add("dtstamp", last)
            event.add("last-modified", last)
            event.add("sequence", revisions.number)
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def last_change(changed: str, revisions: Revisions) -> dt.datetime:
    """Return the moment of a document's last change, in UTC.

    Args:
        changed: ISO day of the last change that readers were told of, or of publication.
        revisions: its changes as far as they are known.
    """
    return max(_utc(changed), _utc(revisions.last or changed))


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
    summary = f"Hạn: {_shorten(point.text)}"
    event.add("summary", summary)
    told_by = f"{card.label} {card.number} ngày {card.day_text}"
    if told.label:
        told_by += f", {told.label[0].lower()}{told.label[1:]}"
    event.add("description", f"{told_by}: {point.text}\n\nThời hạn: {told.deadline}")
    event.add("url", site.url + point.url)
    if card.withdrawn:
        # Nothing is due any more; subscribers see the event struck out, or see it no more.
        event.add("status", "CANCELLED")
        return event
    for before, left in _ALARMS:
        event.add_component(_alarm(before, f"{left}. {summary}"))
    return event


def _alarm(before: dt.timedelta, text: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", text)
    alarm.add("trigger", before)
    return alarm


def _shorten(text: str) -> str:
    if len(text) <= SUMMARY_LENGTH:
        return text
    return text[:SUMMARY_LENGTH].rpartition(" ")[0].rstrip(" ,;:-") + "…"
