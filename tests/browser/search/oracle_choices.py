"""What choosing among results must keep, count and put first: a look at every one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bantin.search import SearchEntry
from bantin.text.fold import fold


@dataclass(frozen=True)
class Wanted:
    """What results are chosen by: slugs, years, and whether they must have something."""

    kind: str = ""
    section: str = ""
    body: str = ""
    period: str = ""
    since: int | None = None
    until: int | None = None
    conclusions: bool = False
    files: bool = False
    order: str = ""


# By choice, value → how many results there would be with it.
Counts = dict[str, dict[object, int]]


def choose(entries: Sequence[SearchEntry], wanted: Wanted) -> list[SearchEntry]:
    """Return those that fit, newest, oldest or most read first where that is asked for."""
    fitting = [entry for entry in entries if not misses(entry, wanted)]
    fitting.sort(key=lambda entry: entry.day, reverse=wanted.order != "cu")
    if wanted.order == "xem":
        fitting.sort(key=lambda entry: -entry.facets.views)
    return fitting


def misses(entry: SearchEntry, wanted: Wanted) -> set[str]:
    """Return the choices that keep an entry out."""
    facets, year = entry.facets, int(entry.day[:4] or 0)
    kept_out = {
        "kind": wanted.kind not in ("", slug(entry.kind)),
        "section": wanted.section not in ("", facets.section),
        "body": wanted.body not in ("", *facets.bodies),
        "period": wanted.period not in ("", facets.period),
        "from": wanted.since is not None and year < wanted.since,
        "to": wanted.until is not None and not 0 < year <= wanted.until,
        "conclusions": wanted.conclusions and not facets.has_conclusions,
        "files": wanted.files and not facets.has_files,
    }
    return {choice for choice, is_out in kept_out.items() if is_out}


def count(entries: Sequence[SearchEntry], wanted: Wanted) -> Counts:
    """Count what each value of a choice would give beside all other choices."""
    choices = ("kind", "section", "body", "period", "from", "to", "conclusions", "files")
    counts: Counts = {}
    for choice in choices:
        open_to = [entry for entry in entries if misses(entry, wanted) <= {choice}]
        values = [value for entry in open_to for value in values_of(entry, choice)]
        counts[choice] = {value: values.count(value) for value in values}
        # Beside every month between the first and the last: what is left from, or up to, it.
        if choice in ("from", "to"):
            months = range(min(values, default=0), max(values, default=-1) + 1)
        if choice == "from":
            counts[choice] = {month: sum(one >= month for one in values) for month in months}
        if choice == "to":
            counts[choice] = {month: sum(one <= month for one in values) for month in months}
    # What is chosen is told of even where it gives nothing.
    for choice in ("kind", "section", "body", "period"):
        if chosen := getattr(wanted, choice):
            counts[choice].setdefault(chosen, 0)
    return counts


def values_of(entry: SearchEntry, choice: str) -> list[Any]:
    facets = entry.facets
    return {
        "kind": [slug(entry.kind)],
        "section": [facets.section] if facets.section else [],
        "body": [*facets.bodies],
        "period": [facets.period] if facets.period else [],
        "from": [month_of(entry.day)] if entry.day else [],
        "to": [month_of(entry.day)] if entry.day else [],
        "conclusions": [True] * facets.has_conclusions,
        "files": [True] * facets.has_files,
    }[choice]


def month_of(day: str) -> int:
    year, month, _ = map(int, day.split("-"))
    return year * 12 + month - 1


def slug(kind: str) -> str:
    return fold(kind).replace(" ", "-")
