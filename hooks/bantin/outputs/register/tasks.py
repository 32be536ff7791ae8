"""The tasks of a body: its page, the same as CSV, and a calendar of the last days.

Only the reader's browser knows which day it is. The page groups tasks by what is true on every day;
its script then tells which ones are due.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog
from bantin.catalog.register import Task
from bantin.catalog.relations.predecessors import PREDECESSOR_TASKS
from bantin.catalog.relations.tasks import HOLDER_TASKS
from bantin.catalog.timeline_names import body_timeline
from bantin.outputs.cards import BODIES, HOME, BodyLine, body_line
from bantin.outputs.head.share_images import image_at
from bantin.outputs.output import Output
from bantin.outputs.register.calendar import CalendarView, render_calendar
from bantin.outputs.register.entries import Entries, Entry, Point
from bantin.outputs.register.files import EntriesView, render_csv
from bantin.outputs.register.order_states import DATED, STATES, state_of
from bantin.outputs.sizes import Sizes
from bantin.records import folders
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class TaskGroup:
    """The tasks of a body that have the same kind of deadline.

    Attributes:
        anchor: id of the group on the page.
        title: its heading.
        size: number of its tasks; at least one.
        shown: number of tasks on the page.
        entries: documents with these tasks only. Those with a last day stand by that day, the
            latest first, and all tasks of an entry have the same; others stand newest first.
    """

    anchor: str
    title: str
    size: int
    shown: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class TasksView:
    """The page of a body's tasks: the orders addressed to it.

    Attributes:
        frame: head and crumbs.
        line: the body.
        size: number of its tasks; at least one.
        groups: the tasks.
        csv: file with all tasks, relative to the root.
        calendar: file with the tasks that have a last day; "" where none has one.
        query: query of the register's form that finds all tasks.
        before: the task pages of the bodies that it followed.
    """

    frame: PageFrame
    line: BodyLine
    size: int
    groups: tuple[TaskGroup, ...]
    csv: str
    calendar: str
    query: str
    before: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TasksBlock:
    """A body's tasks on its own page: their number, the newest, a link to all of them."""

    size: int
    url: str
    entries: tuple[Entry, ...]


def tasks_block(slug: str, catalog: Catalog, entries: Entries, sizes: Sizes) -> TasksBlock | None:
    """Return the tasks on a body's own page; None for a body without tasks."""
    held = HOLDER_TASKS.shown_on(body_timeline(slug), catalog)
    newest = held.newest(sizes.body_tasks)
    if not newest:
        return None
    size = sum(held.months().values())
    return TasksBlock(size, tasks_url(slug), entries.with_tasks(newest))


def tasks_url(slug: str) -> str:
    """Return the address of a body's page of tasks."""
    return f"{folders.BODIES}/{slug}/{folders.TASKS}/"


def plan_tasks(slug: str, catalog: Catalog, entries: Entries, sizes: Sizes) -> Iterator[Output]:
    """Declare a body's page of tasks, CSV and calendar; nothing for a body without tasks."""
    held = HOLDER_TASKS.shown_on(body_timeline(slug), catalog)
    tasks = held.newest()
    if not tasks:
        return
    body, url = catalog.registry.bodies[slug], tasks_url(slug)
    due, found = held.due(sizes.task_days), entries.with_tasks(tasks)
    csv_path, calendar_path = f"{url}duoc-giao.csv", f"{url}thoi-han.ics"
    frame = PageFrame(
        url=url,
        title=f"{body.name}: việc được giao",
        description=f"Việc giao cho {body.name} trong các kết luận, chỉ đạo; xếp theo thời hạn.",
        nav=folders.BODIES,
        crumbs=(HOME, BODIES, Link(body.name, body.url)),
        share=image_at(body.url, body.name),
    )
    view = TasksView(
        frame=frame,
        line=body_line(slug, catalog.registry),
        size=len(tasks),
        groups=tuple(_groups(found, sizes)),
        csv=csv_path,
        calendar=calendar_path if due else "",
        query=f"co-quan={slug}",
        before=_before(slug, catalog),
    )
    yield Output(frame.output_path, view, render_tasks, frame.chrome_key)
    yield Output(csv_path, EntriesView(found), render_csv)
    if due:
        calendar = _calendar(body.name, due, catalog, entries)
        yield Output(calendar_path, calendar, render_calendar)


def _groups(found: Iterable[Entry], sizes: Sizes) -> Iterator[TaskGroup]:
    """Yield the groups that hold tasks, in the order of their titles."""
    groups: dict[str, list[Entry]] = {anchor: [] for anchor in STATES}
    for entry in found:
        places: dict[tuple[str, str], list[Point]] = {}
        for point in entry.points:
            state = state_of(entry, point)
            day = point.told.due if state == DATED else ""
            places.setdefault((state, day), []).append(point)
        for (anchor, _), points in places.items():
            groups[anchor].append(replace(entry, points=tuple(points)))
    groups[DATED].sort(key=_due_day, reverse=True)
    for anchor, title in STATES.items():
        if all_of_it := groups[anchor]:
            limit = sizes.tasks if anchor == DATED else sizes.undated_tasks
            shown = tuple(_first(all_of_it, limit))
            yield TaskGroup(anchor, title, _size(all_of_it), _size(shown), shown)


def _due_day(entry: Entry) -> str:
    return entry.points[0].told.due


def _size(entries: Iterable[Entry]) -> int:
    return sum(len(entry.points) for entry in entries)


def _first(entries: Sequence[Entry], limit: int) -> Iterator[Entry]:
    """Yield entries as long as they hold no more tasks than the limit."""
    left = limit
    for entry in entries:
        if left <= 0:
            return
        yield replace(entry, points=entry.points[:left])
        left -= len(entry.points)


def _calendar(name: str, due: Iterable[Task], catalog: Catalog, entries: Entries) -> CalendarView:
    tasks = tuple(due)
    documents = [catalog.item(uri) for uri in dict.fromkeys(task.src_uri for task in tasks)]
    revisions = (catalog.history.revisions(one.src_uri, one.lasting_id) for one in documents)
    return CalendarView(
        name=name,
        entries=entries.with_tasks(tasks),
        changed=tuple(one.changed for one in documents),
        revisions=tuple(revisions),
    )


def _before(slug: str, catalog: Catalog) -> tuple[Link, ...]:
    return tuple(
        Link(body.name, tasks_url(body.slug)) for body in PREDECESSOR_TASKS.shown_on(slug, catalog)
    )


def render_tasks(renderer: Renderer, view: TasksView) -> bytes:
    """Render a body's page of tasks."""
    return renderer.page(view.frame, "tasks.html", view)
