"""The history of orders: what later documents say of a document's orders, by number and point.

A number stands for exactly one document of the archive, with the day, the year or the author that
the citing words name. Where that or the point is not sure, nothing is said of the point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog
from bantin.catalog.decisions import origin_of
from bantin.catalog.items import Item
from bantin.catalog.relations.relation import PageKind, PageRef, Relation, timelines_in
from bantin.catalog.relations.replacements import MANY_NUMBERED
from bantin.catalog.rows import Row
from bantin.catalog.timeline_names import NUMBERED, meeting_timeline, number_timeline
from bantin.minutes.mentions import DocumentMention
from bantin.minutes.orders import Order
from bantin.minutes.placed_mentions import PlacedMention
from bantin.minutes.reported_states import DONE, MENTIONED
from bantin.records.models import Document
from bantin.text.citations import read_citation

# What is said of one order, or of a document, by as many documents at most: the newest.
_MOST = 12
_PART = re.compile(r"[0-9]+|[^\W\d_]+")
_ROMAN = re.compile(r"[ivxlc]+")
# Words in printed numbers, "Điều 2", "Phần II", that a citation may leave out.
_WORDS = frozenset("điều phần mục khoản điểm chương".split())


@dataclass(frozen=True, slots=True)
class OrderEvent:
    """What a later document says of an order, or of a whole document.

    Attributes:
        item: the later document.
        state: DONE, CONTINUES, REPLACED or MENTIONED.
        anchor: id of the item that says it; "" outside items.
        opening: first words of the paragraph that says it.
    """

    item: Item
    state: str
    anchor: str
    opening: str


@dataclass(frozen=True, slots=True)
class OrderEvents:
    """What later documents say of a document and its orders, newest first.

    Attributes:
        of_points: anchor of an order → what is said of it.
        of_whole: what is said of the document, or of points that are not sure.
    """

    of_points: Mapping[str, tuple[OrderEvent, ...]]
    of_whole: tuple[OrderEvent, ...]


class OrderHistory(Relation[Document, OrderEvents]):
    """What later documents say of a document's orders. Shown wherever the orders are listed."""

    def shown_on(self, page: Document, catalog: Catalog) -> OrderEvents:
        """Return what later documents say of a document and its orders."""
        decided = catalog.register.decided(page.file.src_uri)
        told = list(_told_of(page, catalog)) if decided else []
        of_points: dict[str, list[OrderEvent]] = {}
        of_whole: list[OrderEvent] = []
        for item, placed in told:
            assert decided is not None
            orders = _meant_orders(placed.mention, decided.points)
            state = placed.mention.state
            if not orders and state == DONE:
                state = MENTIONED  # of a point that is not known, nothing is done
            event = OrderEvent(item, state, placed.anchor, placed.opening)
            for order in orders:
                of_points.setdefault(order.anchor, []).append(event)
            if not orders:
                of_whole.append(event)
        return OrderEvents(
            {anchor: _newest(events) for anchor, events in of_points.items()}, _newest(of_whole)
        )

    def dependents(self, row: Row, catalog: Catalog) -> Iterator[PageRef]:
        """Yield the pages that list the orders of documents whose number the record names or bears.

        Another bearer of a number makes it doubtful.
        """
        numbers = [number for number, _ in row.citing]
        for _, name in timelines_in(row, NUMBERED):
            key = name.partition("/")[2]
            if catalog.citing.is_named(key):
                numbers.append(key)
        for number in numbers:
            for item in catalog.bare_timeline(f"{NUMBERED}/{number}").latest():
                yield from _pages_of_orders(item, catalog)


def _pages_of_orders(item: Item, catalog: Catalog) -> Iterator[PageRef]:
    """Yield the pages that list a document's orders."""
    yield PageRef(PageKind.RECORD, item.src_uri)
    for span in (item.moment[:4], item.moment[:7]):
        yield PageRef(PageKind.REGISTER, span)
    for holder in catalog.register.holders_of(item.src_uri):
        yield PageRef(PageKind.TASKS, holder)
        yield PageRef(PageKind.TERM, holder)
    if meeting := meeting_timeline(catalog.dated(item.src_uri)):
        yield PageRef(PageKind.MEETING, meeting)


def _told_of(page: Document, catalog: Catalog) -> Iterator[tuple[Item, PlacedMention]]:
    """Yield the mentions that mean a document, with the documents that hold them."""
    naming = catalog.citing.naming(page.number)
    name = number_timeline(NUMBERED, page.number)
    bearers = catalog.bare_timeline(name).latest(MANY_NUMBERED + 1) if naming and name else ()
    if len(bearers) > MANY_NUMBERED:
        return
    for uri, mentions in naming:
        item = catalog.item(uri)
        if item.status == "withdrawn" or uri == page.file.src_uri:
            continue
        citing = catalog.known(uri)
        assert isinstance(citing, Document)
        for placed in mentions:
            meant = _meant(placed.mention, citing, bearers, catalog)
            if meant and meant.src_uri == page.file.src_uri:
                yield item, placed


def _meant(
    mention: DocumentMention, citing: Document, bearers: Sequence[Item], catalog: Catalog
) -> Item | None:
    """Return the one document that a mention means for sure; None for none."""
    citation = read_citation(mention.number)
    assert citation is not None
    found = [
        item
        for item in bearers
        if item.src_uri != citing.file.src_uri
        and item.day <= citing.day
        and citation.can_mean(item.number, year=item.day.year)
        and mention.day in (None, item.day)
        and mention.year in (None, item.day.year)
        and _can_be_by(mention.author, citing, item, catalog)
    ]
    own = [item for item in found if _issuer(item, catalog) == citing.issuer]
    likely = found if len(found) == 1 or mention.author else own
    if len(likely) != 1:
        return None
    # A number alone may be that of a document which the archive does not hold.
    is_sure = mention.day is not None or mention.author or likely == own
    return likely[0] if is_sure else None


def _can_be_by(author: str, citing: Document, item: Item, catalog: Catalog) -> bool:
    """True when a printed author is a document's issuer or stands above it, or none is printed."""
    if not author:
        return True
    registry, issuer = catalog.registry, _issuer(item, catalog)
    whose = {issuer, *(body.slug for body in registry.ancestors(issuer))}
    # Names mean what they did when the document was issued.
    origin = replace(origin_of(citing), day=item.day.isoformat())
    # "Sở Y tế, các xã": only the archive tells whether the comma is one of a name.
    names = dict.fromkeys((author, author.partition(",")[0]))
    return any(registry.meanings.meant(name, origin) in whose for name in names)


def _issuer(item: Item, catalog: Catalog) -> str:
    document = catalog.known(item.src_uri)
    assert isinstance(document, Document)
    return document.issuer


def _meant_orders(mention: DocumentMention, orders: Iterable[Order]) -> list[Order]:
    """Return the orders that a mention's points are; [] where a point is not exactly one order."""
    found = []
    for point in mention.points:
        path = tuple(part.lower() for part in point)
        meant = [order for order in orders if _is_at(order, path)]
        if len(meant) != 1:
            return []
        found += meant
    return found


def _is_at(order: Order, path: tuple[str, ...]) -> bool:
    """True when an order has a printed path. Roman parts around it may be left out."""
    for own in _paths(order):
        around = own[: len(own) - len(path)]
        if own[len(around) :] == path and all(map(_ROMAN.fullmatch, around)):
            return True
    return False


def _paths(order: Order) -> Iterator[tuple[str, ...]]:
    """Yield the path of an order by its printed number, and by its address."""
    address = re.sub(r"_\d+$", "", order.anchor).partition("-")[2].split("-")
    yield tuple("đ" if part == "dd" else part for part in address)
    parts = _PART.findall(order.number.lower())
    yield tuple(part for part in parts if part not in _WORDS)


def _newest(events: Iterable[OrderEvent]) -> tuple[OrderEvent, ...]:
    """Return the newest events, each once: of equal ones in a document the first."""
    once = {(event.item.src_uri, event.state): event for event in reversed(list(events))}
    return tuple(sorted(once.values(), key=lambda event: (event.item.place, event.anchor))[:_MOST])


ORDER_HISTORY = OrderHistory()
