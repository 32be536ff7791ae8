"""The page that sets a meeting's conclusions beside those on the same months of a year before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.catalog.comparisons import compare
from bantin.catalog.items import Item
from bantin.catalog.register import Task
from bantin.catalog.relations.other_years import own_reports, period_of
from bantin.catalog.timeline_names import meeting_timeline
from bantin.minutes.periods import period_label
from bantin.outputs.cards import (
    BODIES,
    HOME,
    BodyLine,
    body_line,
    comparison_url,
    same_period_view,
)
from bantin.outputs.head.share_images import image_at
from bantin.outputs.output import Output
from bantin.outputs.register.entries import Entries, Entry, Point
from bantin.records import folders
from bantin.records.models import Dated
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class PlacedPoint:
    """A conclusion, and the document that it stands in."""

    document: Link
    point: Point


@dataclass(frozen=True, slots=True)
class ComparedYear:
    """One of the two years.

    Attributes:
        name: "Năm 2021".
        period: "9 tháng đầu năm 2021".
        meeting: the page of its meeting.
        documents: those with the conclusions.
    """

    name: str
    period: str
    meeting: Link
    documents: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """The content of the page, besides its frame.

    Attributes:
        frame: head and crumbs.
        bodies: the bodies that met in the later year.
        later: the later year.
        earlier: the earlier year.
        again: (later, earlier) for each task that came again.
        new: conclusions of the later year alone.
        gone: conclusions of the earlier year alone.
    """

    frame: PageFrame
    bodies: tuple[BodyLine, ...]
    later: ComparedYear
    earlier: ComparedYear
    again: tuple[tuple[PlacedPoint, PlacedPoint], ...]
    new: tuple[PlacedPoint, ...]
    gone: tuple[PlacedPoint, ...]


def plan_comparison(
    record: Dated, meeting: Link, before: Sequence[Item], entries: Entries
) -> Iterator[Output]:
    """Declare the page; nothing where one of the years has no conclusions.

    Args:
        record: a report of the meeting, that knows its period.
        meeting: the meeting's page.
        before: the reports of the year before.
        entries: makes the entries of documents.
    """
    catalog = entries.catalog
    reports, name = own_reports(record, catalog), meeting_timeline(record)
    found, earlier = compare(reports, before, catalog), same_period_view(before, catalog)
    if found is None or name is None or earlier is None:
        return
    period = period_of(record, catalog)
    old_period = period_of(catalog.dated(before[0].src_uri), catalog)
    assert period is not None
    assert old_period is not None
    tasks = [*found.new, *found.gone, *(task for pair in found.again for task in pair)]
    placed = _placed(tasks, entries)
    label = period_label(period)
    registry = catalog.registry
    slugs = sorted(set(record.meeting.bodies)) if record.meeting else []
    first = registry.bodies[slugs[0]]
    title = f"So kết luận {label} với {earlier.label}"
    frame = PageFrame(
        url=comparison_url(name),
        title=title,
        description=f"{first.name}: {title[0].lower()}{title[1:]}: việc mới, việc nhắc lại, "
        "việc không còn nhắc.",
        nav=folders.BODIES,
        crumbs=(HOME, BODIES, Link(first.name, first.url), meeting),
        style="comparison.css",
        share=image_at(first.url, first.name),
    )
    view = ComparisonView(
        frame=frame,
        bodies=tuple(body_line(slug, registry) for slug in slugs),
        later=ComparedYear(f"Năm {period.year}", label, meeting, _documents(entries, reports)),
        earlier=ComparedYear(
            f"Năm {old_period.year}",
            earlier.label,
            Link("Cuộc họp", earlier.url),
            _documents(entries, before),
        ),
        again=tuple((placed[new], placed[old]) for new, old in found.again),
        new=tuple(placed[task] for task in found.new),
        gone=tuple(placed[task] for task in found.gone),
    )
    yield Output(frame.output_path, view, render_comparison, frame.chrome_key)


def _placed(tasks: Iterable[Task], entries: Entries) -> dict[Task, PlacedPoint]:
    found: dict[Task, PlacedPoint] = {}
    for task in tasks:
        (entry,) = entries.of([task.src_uri])
        point = entry.points[task.rank]
        # What later documents say of a point stands where the point does.
        point = replace(point, told=replace(point.told, history=()))
        found[task] = PlacedPoint(_link(entry), point)
    return found


def _documents(entries: Entries, items: Iterable[Item]) -> tuple[Link, ...]:
    shown = (item.src_uri for item in items if item.status != "withdrawn")
    return tuple(map(_link, entries.of(shown)))


def _link(entry: Entry) -> Link:
    return Link(f"{entry.card.label} số {entry.card.number}", entry.card.url)


def render_comparison(renderer: Renderer, view: ComparisonView) -> bytes:
    """Render the page."""
    return renderer.page(view.frame, "comparison.html", view)
