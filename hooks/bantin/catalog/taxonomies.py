"""Taxonomies: the kinds of lists, and the terms under which each lists a record.

A term is one section, one body, one person. Its records are a timeline, named "folder/slug". A kind
without terms is a single list, named by its folder. To add a kind, add an entry here, and one with
the same folder in `bantin.outputs.listing_kinds`. That entry holds the look of its lists: the
catalog knows no words of pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bantin.catalog.people import mentions_of, person_slug
from bantin.catalog.timeline_names import DOCUMENTS, NEWS, bodies_of
from bantin.records import folders
from bantin.records.models import Article, Body, Dated, Document, Person, Section
from bantin.records.registry import Registry
from bantin.text.slug import slugify


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A kind of lists.

    Attributes:
        folder: folder of its lists.
        classify: slugs of a record's terms → the term's name as the record writes it; "" where the
            name comes from elsewhere. Slug "" stands for the whole folder.
        records: the records that name its terms, by slug.
        is_open: records name terms freely, and a term exists as long as a record names it.
            Otherwise the terms are those with a record.
        is_whole: it has no terms, only one list.
        years_always: years always have pages, however few records there are; with `months_always`
            months too.
    """

    folder: str
    classify: Callable[[Dated], Mapping[str, str]]
    records: Callable[[Registry], Mapping[str, Body | Section | Person]] = lambda _: {}
    is_open: bool = False
    is_whole: bool = False
    years_always: bool = False
    months_always: bool = False

    def timeline(self, slug: str) -> str:
        """Return the name of a term's timeline."""
        return f"{self.folder}/{slug}" if slug else self.folder


def _whole(record_type: type[Dated]) -> Callable[[Dated], Mapping[str, str]]:
    return lambda record: {"": ""} if isinstance(record, record_type) else {}


def _section(record: Dated) -> Mapping[str, str]:
    return {record.section: ""} if isinstance(record, Article) else {}


def _bodies(record: Dated) -> Mapping[str, str]:
    return dict.fromkeys(bodies_of(record), "")


def _people(record: Dated) -> Mapping[str, str]:
    # The table of mentions has the people's names.
    return {person_slug(mention): "" for mention in mentions_of(record)}


def _fields(record: Dated) -> Mapping[str, str]:
    return {slugify(name): name for name in record.field}


_ALL = (
    Taxonomy(NEWS, _whole(Article), is_whole=True, years_always=True, months_always=True),
    Taxonomy(DOCUMENTS, _whole(Document), is_whole=True, years_always=True),
    Taxonomy(folders.SECTIONS, _section, lambda registry: registry.sections),
    Taxonomy(folders.BODIES, _bodies, lambda registry: registry.bodies),
    Taxonomy(folders.PEOPLE, _people, lambda registry: registry.people, is_open=True),
    Taxonomy(folders.FIELDS, _fields, is_open=True),
)
TAXONOMIES: Mapping[str, Taxonomy] = MappingProxyType({one.folder: one for one in _ALL})


def is_listed(timeline: str) -> bool:
    """True when a timeline has listing pages. A meeting's timeline has none."""
    return timeline.partition("/")[0] in TAXONOMIES


def taxonomy_of(timeline: str) -> Taxonomy:
    """Return the kind of a listed timeline."""
    return TAXONOMIES[timeline.partition("/")[0]]


def listed_timelines(record: Dated) -> dict[str, str]:
    """Return a record's listed timelines → the term's name as the record writes it.

    The name is "" where the record writes none.
    """
    return {
        one.timeline(slug): name
        for one in TAXONOMIES.values()
        for slug, name in one.classify(record).items()
    }
