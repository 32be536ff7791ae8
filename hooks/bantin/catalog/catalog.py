"""The catalog: all published records, newest first, and what they share.

Built once from validated records; everything asked of it afterwards is a look-up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bantin.catalog.meetings import MeetingKey, meeting_key
from bantin.catalog.people import PersonEntry, gather_people
from bantin.records.models import Article, Dated, Document
from bantin.records.reader import RecordSet
from bantin.records.registry import Registry

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)


@dataclass(frozen=True)
class Catalog:
    """All records that the site shows.

    Attributes:
        items: articles and documents, newest first; equal moments by src_uri.
        registry: bodies, sections and people by slug.
    """

    items: tuple[Dated, ...]
    registry: Registry

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """News, newest first."""
        return tuple(item for item in self.items if isinstance(item, Article))

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """Official documents, newest first."""
        return tuple(item for item in self.items if isinstance(item, Document))

    @cached_property
    def by_section(self) -> Mapping[str, tuple[Article, ...]]:
        """Section slug → its articles, newest first."""
        return group(self.articles, lambda article: [article.section])

    @cached_property
    def by_body(self) -> Mapping[str, tuple[Dated, ...]]:
        """Body slug → what concerns it or comes from it, newest first."""
        return group(self.items, bodies_of)

    @cached_property
    def by_meeting(self) -> Mapping[MeetingKey, tuple[Dated, ...]]:
        """Meeting → its records, newest first."""
        return group(self.items, lambda item: [key] if (key := meeting_key(item)) else [])

    @cached_property
    def people(self) -> Mapping[str, PersonEntry]:
        """Person slug → who they are and where they are named."""
        return gather_people(self.items, self.registry)

    def same_meeting(self, item: Dated) -> tuple[Dated, ...]:
        """Return the other records of an item's meeting, newest first."""
        key = meeting_key(item)
        return (
            tuple(other for other in self.by_meeting.get(key, ()) if other is not item)
            if key
            else ()
        )

    def section_neighbours(self, article: Article) -> tuple[Article | None, Article | None]:
        """Return the next newer and the next older article of an article's section."""
        timeline = self.by_section[article.section]
        at = self._section_positions[article.file.src_uri]
        newer = timeline[at - 1] if at > 0 else None
        older = timeline[at + 1] if at + 1 < len(timeline) else None
        return newer, older

    def near_in_body(self, item: Dated, *, newer: int = 2, older: int = 3) -> tuple[Dated, ...]:
        """Return an item's neighbours in the timelines of its bodies, newest first.

        Neighbours, not "the latest": a new record then changes the pages of its neighbours only.
        """
        near: set[int] = set()
        for slug in bodies_of(item):
            timeline, at = self.by_body[slug], self._body_positions[slug, item.file.src_uri]
            for other in (*timeline[max(0, at - newer) : at], *timeline[at + 1 : at + 1 + older]):
                near.add(self._ranks[other.file.src_uri])
        own = self._ranks[item.file.src_uri]
        before = sorted(rank for rank in near if rank < own)[-newer:]
        after = sorted(rank for rank in near if rank > own)[:older]
        return tuple(self.items[rank] for rank in before + after)

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {item.file.src_uri: rank for rank, item in enumerate(self.items)}

    @cached_property
    def _section_positions(self) -> Mapping[str, int]:
        return {
            article.file.src_uri: at
            for timeline in self.by_section.values()
            for at, article in enumerate(timeline)
        }

    @cached_property
    def _body_positions(self) -> Mapping[tuple[str, str], int]:
        return {
            (slug, item.file.src_uri): at
            for slug, timeline in self.by_body.items()
            for at, item in enumerate(timeline)
        }


def build_catalog(records: RecordSet) -> Catalog:
    """Put records in order.

    Args:
        records: those that are shown, read without Problems.
    """
    dated = (*records.articles, *records.documents)
    by_address = sorted(dated, key=lambda item: item.file.src_uri)
    newest_first = sorted(by_address, key=lambda item: item.moment, reverse=True)
    return Catalog(tuple(newest_first), records.registry())


def bodies_of(item: Dated) -> list[str]:
    """Return the slugs of every body a record belongs to, in order, each once."""
    slugs: list[str] = []
    if isinstance(item, Document):
        slugs += [item.issuer, *item.bodies]
    elif isinstance(item, Article):
        slugs += item.bodies
        if item.publisher:
            slugs.append(item.publisher)
    if item.meeting:
        slugs += item.meeting.bodies
    return list(dict.fromkeys(slugs))


def group(
    items: Iterable[_T], keys_of: Callable[[_T], Iterable[_K]]
) -> Mapping[_K, tuple[_T, ...]]:
    """Group items under each of their keys; order is kept, keys come in order of appearance."""
    groups: defaultdict[_K, list[_T]] = defaultdict(list)
    for item in items:
        for key in keys_of(item):
            groups[key].append(item)
    return MappingProxyType({key: tuple(members) for key, members in groups.items()})
