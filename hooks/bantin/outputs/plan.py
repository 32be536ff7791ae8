"""Plans all outputs of the archive, by subject.

A subject that no longer exists has no outputs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.timeline_names import DOCUMENTS, NEWS
from bantin.outputs.addresses import AddressBook
from bantin.outputs.cards import BODIES, PEOPLE
from bantin.outputs.data.changes import plan_changes, plan_month_changes
from bantin.outputs.data.months import plan_month as plan_data_month
from bantin.outputs.data.page import PAGE_URL as DATA_URL
from bantin.outputs.data.page import plan_data_page
from bantin.outputs.data.record_schemas import plan_schemas
from bantin.outputs.data.registry import plan_registries
from bantin.outputs.data.table import plan_table
from bantin.outputs.discovery.feeds import Feeds
from bantin.outputs.discovery.news_sitemap import has_news, plan_news_sitemap
from bantin.outputs.discovery.robots import plan_robots
from bantin.outputs.discovery.search_abbreviations import plan_abbreviations
from bantin.outputs.discovery.search_entries import plan_search_page
from bantin.outputs.discovery.search_names import plan_names
from bantin.outputs.discovery.sitemap import plan_part, plan_sitemap
from bantin.outputs.head.share_images import image_at, plan_image, plan_kind_images
from bantin.outputs.hosting.files import plan_headers, plan_old_addresses
from bantin.outputs.hosting.redirects import plan_redirects
from bantin.outputs.listing_kinds import KINDS, kind_of
from bantin.outputs.listings.directories import DIRECTORY_URLS, plan_directories
from bantin.outputs.listings.listing_pages import plan_first_page, plan_month, plan_year, term_of
from bantin.outputs.listings.on_this_day import (
    day_urls,
    days_with_records,
    plan_day,
    plan_days,
    plan_month_days,
)
from bantin.outputs.listings.slots import Slot, has_slot, slots_of
from bantin.outputs.output import Output
from bantin.outputs.pages.articles import plan_article
from bantin.outputs.pages.bodies import plan_body
from bantin.outputs.pages.components import PAGE_URL as COMPONENTS_URL
from bantin.outputs.pages.components import plan_components
from bantin.outputs.pages.documents import plan_document
from bantin.outputs.pages.meetings import meeting_urls, plan_meeting, plan_meetings
from bantin.outputs.pages.people import plan_person
from bantin.outputs.register.entries import Entries
from bantin.outputs.register.files import plan_holder_months, plan_index
from bantin.outputs.register.pages import (
    plan_register,
    plan_register_month,
    plan_register_year,
    register_urls,
)
from bantin.outputs.register.tasks import plan_tasks, tasks_url
from bantin.outputs.sizes import USUAL, Sizes
from bantin.outputs.subjects import (
    CHANGES,
    DATA,
    DAYS,
    DIRECTORIES,
    FEED,
    MEETING,
    MEETINGS,
    OLD_ADDRESSES,
    REGISTER,
    SCHEMAS,
    SEARCH_PAGE,
    SERVERS,
    SINGLE,
    SITEMAP,
    TASKS,
    changes_subject,
    data_subject,
    day_subject,
    meeting_subject,
    meetings_subject,
    part_subject,
    register_subject,
    tasks_subject,
)
from bantin.records import folders
from bantin.records.models import Article, Dated, Document
from bantin.rendering.chrome import ChromeKey

# All combinations of a page's depth and its entry of the navigation.
CHROME_KEYS = (
    *dict.fromkeys(
        ChromeKey(depth, kind.nav) for kind in KINDS.values() for depth in range(1, kind.depth + 1)
    ),
    *(ChromeKey(depth, folders.REGISTER) for depth in (1, 2, 3)),
    ChromeKey(1, ""),
)


class Planner:
    """Plans the outputs of any subject of one archive."""

    def __init__(self, book: AddressBook, page_urls: Iterable[str], sizes: Sizes = USUAL) -> None:
        """Plan for the archive of a book.

        Args:
            book: resolves links; its catalog holds the records.
            page_urls: addresses of the engine's own pages, for the sitemap.
            sizes: limits of pages, feeds and files.
        """
        self._sizes = sizes
        self.catalog: Catalog = book.catalog
        self._book = book
        self._entries = Entries(book.catalog)
        self._feeds = Feeds(book.catalog, sizes)
        self._page_urls = tuple(page_urls)

    def subjects(self) -> Iterator[str]:
        """Yield every subject of the archive, each once."""
        yield from self.catalog.shown_uris()
        yield from self.catalog.registry_uris()
        yield from (slot.url for slot in self._slots())
        yield from SINGLE
        yield from (part_subject(name) for name, _, _ in self.catalog.parts())
        yield from self._years()
        for folder in (folders.BODIES, folders.PEOPLE):
            holders = self.catalog.register.holders(folder)
            yield from (tasks_subject(f"{folder}/{slug}") for slug in holders)
        yield from map(meetings_subject, self.catalog.meetings.sizes())
        for kind in (NEWS, DOCUMENTS):
            for month, _ in self.catalog.timeline(kind).months:
                yield data_subject(kind, month)
        yield from (changes_subject(month) for month, _ in self.catalog.history.months())
        days = days_with_records(self.catalog)
        yield from map(day_subject, sorted({*days, *(day[:2] for day in days)}))

    def plan(self, subject: str) -> list[Output]:
        """Return the outputs of a subject, with unique paths; [] if it no longer exists."""
        if subject.endswith(".md"):
            return list(self._record(subject))
        if subject.startswith("@"):
            return list(self._single(subject))
        return list(self._slot(Slot.parse(subject)))

    def _years(self) -> Iterator[str]:
        """Yield the register and the meetings year by year: both show the same entries."""
        months = [month.month for month in self.catalog.register.months()]
        years = group(months, lambda month: [month[:4]])
        # The year is in the name of a meeting's timeline, "hop/2013-10-08/ban".
        met = group(self.catalog.meetings.with_pages(), lambda meeting: [meeting.split("/")[1][:4]])
        for year in sorted({*years, *met}):
            if year in years:
                yield register_subject(year)
                yield from map(register_subject, years[year])
            yield from map(meeting_subject, met.get(year, ()))

    def _slots(self) -> Iterator[Slot]:
        for kind in KINDS.values():
            for slug in self.catalog.terms.names(kind.taxonomy):
                timeline = self.catalog.timeline(kind.taxonomy.timeline(slug))
                yield from slots_of(timeline, self._sizes)

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
        if catalog.terms.name_of(slot.timeline) is None:
            return
        term, kind = term_of(slot.timeline, catalog), kind_of(slot.timeline)
        if slot.year:
            if not has_slot(term.timeline, slot, self._sizes):
                return
            if slot.month:
                yield plan_month(term, slot.year, slot.month, registry, self._sizes)
            else:
                yield plan_year(term, slot.year, registry, self._sizes)
            return
        yield from self._feeds.of_term(term)
        if kind.has_pictures:
            yield plan_image(kind.folder, image_at(term.frame.url, term.frame.title))
        slug = slot.timeline.partition("/")[2]
        if kind.link == BODIES:
            body = registry.bodies[slug]
            yield from plan_body(term, body, self._book, self._entries, self._sizes)
        elif kind.link == PEOPLE:
            yield plan_person(term, catalog.person(slug), catalog, self._sizes)
        else:
            yield plan_first_page(term, registry, self._sizes)

    def _single(self, subject: str) -> Iterator[Output]:
        kind, _, which = subject.partition("/")
        catalog = self.catalog
        if kind == FEED:
            yield from self._feeds.of_all()
            # Like a feed, it shows a fact that no list shows: whether an hour is verified.
            yield from plan_news_sitemap(catalog, self._sizes)
        elif kind == DIRECTORIES:
            yield from plan_directories(catalog)
        elif kind == SEARCH_PAGE:
            yield plan_search_page()
            yield plan_abbreviations(catalog.registry.abbreviations)
            yield plan_names(catalog.registry)
        elif kind == SCHEMAS:
            yield from plan_schemas()
            yield from plan_data_page()
            yield from plan_kind_images()
            yield from plan_components()
        elif kind == SERVERS:
            yield from plan_headers()
        elif kind == OLD_ADDRESSES:
            yield from plan_old_addresses(catalog)
        elif kind == SITEMAP:
            yield from plan_part(which, catalog, self._sizes) if which else self._sitemap()
        elif kind == REGISTER:
            yield from self._register(which)
        elif kind == TASKS:
            yield from self._tasks(*which.split("/"))
        elif kind == DATA:
            yield from self._data(*which.split("/")) if which else self._data()
        elif kind == CHANGES:
            yield from plan_month_changes(which, catalog) if which else (plan_changes(catalog),)
        elif kind == DAYS:
            yield from self._days(which)
        elif kind == MEETING:
            yield from plan_meeting(which, catalog, self._entries)
        elif kind == MEETINGS:
            yield from plan_meetings(which, catalog, self._sizes)

    def _sitemap(self) -> Iterator[Output]:
        others = (
            *self._page_urls,
            *DIRECTORY_URLS,
            COMPONENTS_URL,
            DATA_URL,
            *(slot.url for slot in self._slots()),
            *register_urls(self.catalog),
            *map(tasks_url, self.catalog.register.holders(folders.BODIES)),
            *meeting_urls(self.catalog, self._sizes),
            *day_urls(self.catalog),
        )
        yield from plan_sitemap(self.catalog, others, self._sizes)
        yield from plan_robots(self.catalog, self._book.others, has_news=has_news(self.catalog))

    def _register(self, span: str) -> Iterator[Output]:
        if not span:
            yield plan_register(self.catalog, self._entries, self._sizes)
            yield plan_index(self.catalog)
        elif "-" in span:
            yield from plan_register_month(span, self.catalog, self._entries)
        else:
            yield from plan_register_year(span, self.catalog, self._entries, self._sizes)

    def _days(self, which: str) -> Iterator[Output]:
        if not which:
            yield plan_days(self.catalog)
        elif "-" in which:
            yield from plan_day(which, self.catalog)
        else:
            yield from plan_month_days(which, self.catalog, self._sizes)

    def _data(self, kind: str = "", month: str = "") -> Iterator[Output]:
        if kind:
            yield from plan_data_month(kind, month, self._book)
            return
        yield from plan_registries(self._book)
        yield plan_table(self.catalog)

    def _tasks(self, folder: str, slug: str) -> Iterator[Output]:
        if self.catalog.register.tasks(f"{folder}/{slug}", 1):
            yield plan_holder_months(folder, slug, self.catalog)
        if folder == folders.BODIES:
            yield from plan_tasks(slug, self.catalog, self._entries, self._sizes)
