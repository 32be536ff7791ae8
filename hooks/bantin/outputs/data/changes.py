"""What was added, changed, renamed, withdrawn and removed, in a file for each month.

Whoever keeps a copy of the archive reads the months since the last visit. Of a removed record only
its id is told, and that it is gone. Titles are not repeated here: who takes one back must not find
it in the past.

Source: OParl 1.1: lists by `modified_since`, and what stays of a deleted object.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from bantin.catalog.catalog import Catalog
from bantin.catalog.history import Event, Source
from bantin.outputs.data.months import DATA_URL, SCHEMA_PATH
from bantin.outputs.output import Output
from bantin.rendering.renderer import Renderer

CHANGES_URL = f"{DATA_URL}changes/"
CHANGES_PATH = f"{CHANGES_URL}index.json"


@dataclass(frozen=True, slots=True)
class MonthChanges:
    """The events of a month, "2026-11", oldest first."""

    month: str
    source: Source
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class ChangesIndex:
    """Who tells of changes, since when, and in which months, oldest first.

    Attributes:
        source: who tells.
        since: ISO moment of the first commit that is known; "" without Git.
        is_complete: nothing that happened is missing.
        months: each month with events, and their number.
    """

    source: Source
    since: str
    is_complete: bool
    months: tuple[tuple[str, int], ...]


def plan_changes(catalog: Catalog) -> Output:
    """Declare the index."""
    history = catalog.history
    view = ChangesIndex(history.source, history.since, history.is_complete, tuple(history.months()))
    return Output(CHANGES_PATH, view, render_changes)


def plan_month_changes(month: str, catalog: Catalog) -> Iterator[Output]:
    """Declare the file of a month; nothing if nothing happened in it."""
    history = catalog.history
    if events := history.in_month(month):
        view = MonthChanges(month, history.source, tuple(events))
        yield Output(_month_path(month), view, render_month_changes)


def _month_path(month: str) -> str:
    return f"{CHANGES_URL}{month}.json"


def render_changes(renderer: Renderer, view: ChangesIndex) -> bytes:
    """Return the index."""
    root = renderer.site.url
    data = {
        "schema": root + SCHEMA_PATH,
        "source": view.source,
        **({"since": view.since} if view.since else {}),
        "complete": view.is_complete,
        "months": [
            {"month": month, "size": size, "url": root + _month_path(month)}
            for month, size in view.months
        ],
    }
    return to_json(data, indent=1) + b"\n"


def render_month_changes(renderer: Renderer, view: MonthChanges) -> bytes:
    """Return the file of a month."""
    root = renderer.site.url
    data = {
        "schema": root + SCHEMA_PATH,
        "source": view.source,
        "month": view.month,
        "changes": [_values(event, root) for event in view.events],
    }
    return to_json(data) + b"\n"


def _values(event: Event, root: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "id": event.lasting_id,
        "kind": event.src_uri.partition("/")[0],
        "what": event.what,
        "when": event.when,
    }
    if event.what == "removed":
        return {**told, "deleted": True}
    told["url"] = f"{root}{event.src_uri.removesuffix('.md')}/"
    if event.notes:
        told["notes"] = [{"date": day, "note": note} for day, note in event.notes]
    return told
