"""The archive as the other searches get it: a page each, with every word ours is given.

Knows nothing of any of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.bench.peers.records import Record, read_names, read_records
from tests.bench.search.queries import HEIRS


@dataclass(frozen=True, slots=True)
class Page:
    """One page.

    Attributes:
        url: relative to the root.
        facts: lines of what front matter holds: number, day, people, bodies and their heirs.
        body: Markdown.
    """

    url: str
    title: str
    facts: tuple[str, ...]
    body: str


def read_pages(docs: Path) -> Iterator[Page]:
    """Yield a page for every body and every record of an archive."""
    names = read_names(docs)
    for slug, body in names.bodies.items():
        yield Page(f"to-chuc/{slug}/", body.name, body.short_names, "")
    known = {slug: (body.name, *body.short_names) for slug, body in names.bodies.items()}
    for record in read_records(docs):
        yield Page(record.url, record.title, tuple(_facts(record, known)), record.body)


def _facts(record: Record, known: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield from filter(None, (record.number, record.day_text, record.day_short))
    for person in record.people:
        yield ", ".join((person.name, *person.positions))
    for slug in dict.fromkeys((*record.bodies, *record.meeting.bodies)):
        yield ", ".join((*known[slug], *filter(None, (HEIRS.get(slug),))))
    if record.summary:
        yield record.summary
