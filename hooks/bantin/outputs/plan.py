"""Everything the archive's part of the site holds, by subject.

A subject is what outputs are planned by: a record ("tin-tuc/2021/10/hop-ban.md"), a place in a
timeline (the address of its page, "to-chuc/ban-mau/2021/"), or one of the few things that there is
one of ("@feed"). Where a subject is no more, nothing is planned for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.catalog.catalog import Catalog
from bantin.catalog.timelines import (
    DOCUMENTS,
    NEWS,
    body_timeline,
    person_timeline,
    section_timeline,
)
from bantin.outputs.addresses import AddressBook
from bantin.outputs.articles import plan_article
from bantin.outputs.bodies import plan_body
from bantin.outputs.directories import DIRECTORY_URLS, plan_directories
from bantin.outputs.documents import plan_document
from bantin.outputs.feeds import plan_feeds
from bantin.outputs.listings import plan_first_page, plan_month, plan_year, term_of
from bantin.outputs.output import Output
from bantin.outputs.people import plan_person
from bantin.outputs.redirects import plan_redirects
from bantin.outputs.schemas import plan_schemas
from bantin.outputs.searching import plan_search_page
from bantin.outputs.sitemap import plan_index, plan_part
from bantin.outputs.slots import Slot, has_slot, slots_of
from bantin.records.models import Article, Dated, Document
from bantin.rendering.chrome import ChromeKey

FEED = "@feed"
DIRECTORIES = "@directories"
SEARCH_PAGE = "@search-page"
SCHEMAS = "@schemas"
SITEMAP = "@sitemap"
# What any record that comes or goes may touch, and any that lists then show otherwise.
COMMON = frozenset({FEED, DIRECTORIES, SITEMAP})
SINGLE = (*sorted(COMMON), SEARCH_PAGE, SCHEMAS)
# Wherever a page can lie: how deep, under which entry of the navigation.
CHROME_KEYS = (
    *(ChromeKey(depth, nav) for nav in ("tin-tuc", "to-chuc") for depth in (1, 2, 3, 4)),
    *(ChromeKey(depth, "van-ban") for depth in (1, 2, 3)),
    ChromeKey(1, ""),
)


def part_subject(part: str) -> str:
    """Return the subject of a part of the sitemap, such as "tin-tuc-2021"."""
    return f"{SITEMAP}/{part}"


class Planner:
    """Plans the outputs of any subject of one archive."""

    def __init__(self, book: AddressBook, page_urls: Iterable[str]) -> None:
        """Plan for the archive of a book.

        Args:
            book: where links lead; its catalog holds the records.
            page_urls: addresses of the engine's own pages, for the sitemap.
        """
        self.catalog: Catalog = book.catalog
        self._book = book
        self._page_urls = tuple(page_urls)

    def subjects(self) -> Iterator[str]:
        """Yield every subject that there is, each once."""
        yield from self.catalog.shown_uris()
        yield from self.catalog.registry_uris()
        yield from (slot.url for slot in self._slots())
        yield from SINGLE
        yield from (part_subject(name) for name, _, _ in self.catalog.parts())

    def plan(self, subject: str) -> list[Output]:
        """Return the outputs of a subject, each with a name of its own; [] where it is no more."""
        if subject.endswith(".md"):
            return list(self._record(subject))
        if subject.startswith("@"):
            return list(self._single(subject))
        return list(self._slot(Slot.parse(subject)))

    def _slots(self) -> Iterator[Slot]:
        registry = self.catalog.registry
        for name in (
            NEWS,
            DOCUMENTS,
            *map(section_timeline, sorted(registry.sections)),
            *map(body_timeline, sorted(registry.bodies)),
            *map(person_timeline, self.catalog.people_names()),
        ):
            yield from slots_of(self.catalog.timeline(name))

    def _record(self, src_uri: str) -> Iterator[Output]:
        record = self.catalog.find(src_uri)
        if record is None:
            return
        is_draft = isinstance(record, Dated) and record.status == "draft"
        if is_draft and not self.catalog.is_shown(src_uri):
            return
        if isinstance(record, Article):
            yield plan_article(record, self.catalog, self._book)
        elif isinstance(record, Document):
            yield plan_document(record, self.catalog, self._book)
        yield from plan_redirects(record)

    def _slot(self, slot: Slot) -> Iterator[Output]:
        catalog, registry = self.catalog, self.catalog.registry
        folder, _, slug = slot.timeline.partition("/")
        known = {"chuyen-muc": registry.sections, "to-chuc": registry.bodies}
        if folder == "nguoi":
            if not catalog.is_named(slug):
                return
        elif folder in known and slug not in known[folder]:
            return
        term = term_of(slot.timeline, catalog)
        if slot.year:
            if not has_slot(term.timeline, slot):
                return
            if slot.month:
                yield plan_month(term, slot.year, slot.month, registry)
            else:
                yield plan_year(term, slot.year, registry)
        elif folder == "to-chuc":
            yield from plan_body(term, registry.bodies[slug], catalog, self._book)
        elif folder == "nguoi":
            yield plan_person(term, catalog.person(slug), catalog)
        else:
            yield plan_first_page(term, registry)

    def _single(self, subject: str) -> Iterator[Output]:
        if subject == FEED:
            yield from plan_feeds(self.catalog)
        elif subject == DIRECTORIES:
            yield from plan_directories(self.catalog)
        elif subject == SEARCH_PAGE:
            yield plan_search_page()
        elif subject == SCHEMAS:
            yield from plan_schemas()
        elif subject == SITEMAP:
            others = (*self._page_urls, *DIRECTORY_URLS, *(slot.url for slot in self._slots()))
            yield from plan_index(self.catalog, others)
        else:
            yield from plan_part(subject.removeprefix(part_subject("")), self.catalog)


def plan_outputs(book: AddressBook, page_urls: Iterable[str]) -> list[Output]:
    """Declare every output of an archive at once; for a small one, and tests."""
    planner = Planner(book, page_urls)
    return [output for subject in planner.subjects() for output in planner.plan(subject)]
