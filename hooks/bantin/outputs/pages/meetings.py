"""The page of a meeting: its facts, records and conclusions; and the meetings of a body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bantin.catalog.catalog import Catalog
from bantin.catalog.meetings import HeldMeeting
from bantin.catalog.people import slug_named
from bantin.catalog.relations.meetings import BODY_MEETINGS, MEETING_RECORDS
from bantin.catalog.relations.other_years import OTHER_YEARS
from bantin.catalog.timeline_names import joined_bodies
from bantin.minutes.periods import period_label, span_label
from bantin.outputs.cards import (
    BODIES,
    HOME,
    BodyLine,
    Card,
    SamePeriod,
    body_line,
    cards_of,
    meeting_url,
    person_link,
    same_period_view,
    year_before_view,
)
from bantin.outputs.head.schema_org import body_node, drop_empty, place_node, thing
from bantin.outputs.head.share_images import image_at
from bantin.outputs.output import Output
from bantin.outputs.pages.comparisons import plan_comparison
from bantin.outputs.register.entries import Entries, Entry
from bantin.outputs.sizes import Sizes
from bantin.records import folders
from bantin.records.models import Dated, Document
from bantin.records.registry import Registry
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.metadata import Metadata
from bantin.rendering.renderer import Renderer
from bantin.rendering.site import Site
from bantin.text.dates import long_date, short_date


@dataclass(frozen=True, slots=True)
class MeetingView:
    """The content of a meeting's page, besides its frame.

    Attributes:
        frame: head and crumbs.
        day: ISO date.
        day_text: "Thứ Ba, ngày 8 tháng 10 năm 2013".
        period: the months it reviewed; "" where no record says.
        venues: as the records write them, each once.
        chairs: everyone in the chair, each once.
        attendees: as the records write them, each once.
        bodies: the bodies that met.
        entries: the documents with its conclusions.
        records: all its articles and documents, newest first.
        before: reports on the same months of the nearest year before.
        after: reports on the same months of the nearest year after.
    """

    frame: PageFrame
    day: str
    day_text: str
    period: str
    venues: tuple[str, ...]
    chairs: tuple[Link, ...]
    attendees: tuple[str, ...]
    bodies: tuple[BodyLine, ...]
    entries: tuple[Entry, ...]
    records: tuple[Card, ...]
    before: SamePeriod | None
    after: SamePeriod | None


def plan_meeting(meeting: str, catalog: Catalog, entries: Entries) -> Iterator[Output]:
    """Declare a meeting's page and its comparison with a year before, by its timeline's name.

    Nothing for a meeting without a page.
    """
    items = MEETING_RECORDS.shown_on(meeting, catalog)
    if not items or not catalog.meetings.has_page(meeting):
        return
    records = [catalog.dated(item.src_uri) for item in items]
    # Documents first: they are the meeting's own words, news only reports on it.
    records.sort(key=lambda record: not isinstance(record, Document))
    told = [record.meeting for record in records if record.meeting]
    about = next((record for record in records if record.meeting and record.meeting.period), None)
    before, after = OTHER_YEARS.shown_on(about, catalog) if about else ((), ())
    slugs = joined_bodies(meeting)
    day = told[0].date
    names = ", ".join(catalog.registry.bodies[slug].name for slug in slugs)
    title = f"Cuộc họp ngày {short_date(day)}: {names}"
    first = catalog.registry.bodies[slugs[0]]
    frame = PageFrame(
        url=meeting_url(meeting),
        title=title,
        description=f"{title}: {len(records)} tin và văn bản, các kết luận, cùng kỳ các năm.",
        nav=folders.BODIES,
        crumbs=(HOME, BODIES, Link(first.name, first.url)),
        share=image_at(first.url, first.name),
    )
    view = MeetingView(
        frame=frame,
        day=day.isoformat(),
        day_text=long_date(day),
        period=_period(about),
        venues=_each_once(one.venue for one in told if one.venue),
        chairs=_chairs(records, catalog.registry),
        attendees=_each_once(name for one in told for name in one.attendees),
        bodies=tuple(body_line(slug, catalog.registry) for slug in slugs),
        entries=entries.of(record.file.src_uri for record in records),
        records=cards_of(items, catalog.registry),
        before=year_before_view(about, before, catalog) if about else None,
        after=same_period_view(after, catalog),
    )
    yield Output(frame.output_path, view, render_meeting, frame.chrome_key)
    if about and before:
        yield from plan_comparison(about, Link(title, frame.url), before, entries)


def _period(record: Dated | None) -> str:
    period = record.meeting.period if record and record.meeting else None
    return period_label(period) if period else ""


def _chairs(records: Iterable[Dated], registry: Registry) -> tuple[Link, ...]:
    by_url: dict[str, Link] = {}
    for record in records:
        for name in record.meeting.chairs if record.meeting else ():
            link = person_link(name, slug_named(record, name), registry)
            by_url.setdefault(link.url, link)
    return tuple(by_url.values())


def _each_once(texts: Iterable[str]) -> tuple[str, ...]:
    by_key: dict[str, str] = {}
    for text in texts:
        by_key.setdefault(text.casefold(), text)
    return tuple(by_key.values())


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting in a list: its day, its period or subject, and the address of its page."""

    day: str
    day_text: str
    text: str
    url: str


@dataclass(frozen=True, slots=True)
class PeriodTable:
    """Reports by year and period.

    Attributes:
        spans: the columns: "quý I", "9 tháng đầu năm".
        rows: each year and, for each column, its meetings.
    """

    spans: tuple[str, ...]
    rows: tuple[tuple[int, tuple[tuple[MeetingLine, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class MeetingsBlock:
    """A body's meetings.

    Attributes:
        size: number of all its meetings.
        url: page with all of them; "" where this block shows all.
        lines: the latest meetings.
        periods: meetings that report on a period; None for none.
    """

    size: int
    url: str
    lines: tuple[MeetingLine, ...]
    periods: PeriodTable | None


@dataclass(frozen=True, slots=True)
class MeetingsView:
    """The page with all meetings of a body, by year."""

    frame: PageFrame
    line: BodyLine
    block: MeetingsBlock
    years: tuple[tuple[int, tuple[MeetingLine, ...]], ...]


def meetings_url(slug: str) -> str:
    """Return the address of the page with all meetings of a body."""
    return f"{folders.BODIES}/{slug}/{folders.MEETINGS}/"


def meetings_block(slug: str, catalog: Catalog, sizes: Sizes) -> MeetingsBlock | None:
    """Return the meetings on a body's own page; None where it never met."""
    held = BODY_MEETINGS.shown_on(slug, catalog)
    if not held:
        return None
    has_more = len(held) > sizes.body_meetings
    return MeetingsBlock(
        size=len(held),
        url=meetings_url(slug) if has_more else "",
        lines=tuple(_line(one, catalog) for one in held[: sizes.body_meetings]),
        periods=_period_table(held, catalog, sizes.body_period_years),
    )


def plan_meetings(slug: str, catalog: Catalog, sizes: Sizes) -> Iterator[Output]:
    """Declare the page with all meetings of a body; nothing if its own page shows them all."""
    held = BODY_MEETINGS.shown_on(slug, catalog)
    if len(held) <= sizes.body_meetings:
        return
    body = catalog.registry.bodies[slug]
    frame = PageFrame(
        url=meetings_url(slug),
        title=f"{body.name}: các cuộc họp",
        description=f"{len(held)} cuộc họp của {body.name}, theo năm và theo kỳ báo cáo.",
        nav=folders.BODIES,
        crumbs=(HOME, BODIES, Link(body.name, body.url)),
        share=image_at(body.url, body.name),
    )
    years: dict[int, list[MeetingLine]] = {}
    for one in held:
        years.setdefault(one.day.year, []).append(_line(one, catalog))
    table = _period_table(held, catalog, len(held))
    view = MeetingsView(
        frame=frame,
        line=body_line(slug, catalog.registry),
        block=MeetingsBlock(len(held), "", (), table),
        years=tuple((year, tuple(lines)) for year, lines in years.items()),
    )
    yield Output(frame.output_path, view, render_meetings, frame.chrome_key)


def meeting_urls(catalog: Catalog, sizes: Sizes) -> Iterator[str]:
    """Yield the address of every page about meetings."""
    yield from map(meeting_url, catalog.meetings.with_pages())
    for slug, size in catalog.meetings.sizes().items():
        if size > sizes.body_meetings:
            yield meetings_url(slug)


def _line(one: HeldMeeting, catalog: Catalog) -> MeetingLine:
    first = BODY_MEETINGS.newest_record(one, catalog)
    url = meeting_url(one.meeting) if one.has_page else first.url
    text = period_label(one.period) if one.period else first.title
    return MeetingLine(one.day.isoformat(), short_date(one.day), text, url)


def _period_table(
    held: Sequence[HeldMeeting], catalog: Catalog, years_at_most: int
) -> PeriodTable | None:
    cells: dict[int, dict[tuple[int, int], list[MeetingLine]]] = {}
    for one in held:
        if one.period:
            row = cells.setdefault(one.period.year, {})
            row.setdefault(one.period.months, []).append(_line(one, catalog))
    years = sorted(cells, reverse=True)[:years_at_most]
    months = sorted({span for year in years for span in cells[year]}, key=lambda span: span[::-1])
    if not years:
        return None
    return PeriodTable(
        spans=tuple(span_label(span) for span in months),
        rows=tuple(
            (year, tuple(tuple(cells[year].get(span, ())) for span in months)) for year in years
        ),
    )


def render_meeting(renderer: Renderer, view: MeetingView) -> bytes:
    """Render a meeting's page."""
    return renderer.page(view.frame, "meeting.html", view, _describe(view, renderer.site))


def render_meetings(renderer: Renderer, view: MeetingsView) -> bytes:
    """Render the page with all meetings of a body."""
    return renderer.page(view.frame, "meetings.html", view)


def _describe(view: MeetingView, site: Site) -> Metadata:
    """Return the metadata of a meeting's page."""
    frame = view.frame
    chairs = [thing("Person", chair, site) for chair in view.chairs]
    node = thing(
        "Event",
        Link(frame.title, frame.url),
        site,
        startDate=view.day,
        location=[place_node(venue) for venue in view.venues],
        organizer=[body_node(line, site) for line in view.bodies],
        attendee=chairs,
        subjectOf=[
            drop_empty({"@type": "CreativeWork", "name": card.title, "url": site.url + card.url})
            for card in view.records
        ],
        mainEntityOfPage=site.url + frame.url,
    )
    return Metadata(node)
