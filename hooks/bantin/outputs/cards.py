"""Cards of records in lists, and other short lines that several pages share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bantin.catalog.catalog import Catalog
from bantin.catalog.comparisons import are_comparable
from bantin.catalog.items import Item
from bantin.catalog.people import mentions_of, person_slug, slug_named
from bantin.catalog.relations.meetings import MEETING_RECORDS
from bantin.catalog.relations.other_years import OTHER_YEARS, own_reports, period_of
from bantin.catalog.timeline_names import meeting_timeline
from bantin.minutes.periods import period_label
from bantin.records import folders
from bantin.records.kinds import kind_name
from bantin.records.models import Body, Dated
from bantin.records.parts import PersonMention
from bantin.records.registry import Registry
from bantin.rendering.frame import Link
from bantin.text.dates import long_date, short_date
from bantin.text.fold import exact

HOME = Link("Trang chủ", "")
NEWS = Link("Tin tức", f"{folders.NEWS}/")
DOCUMENTS = Link("Văn bản", f"{folders.DOCUMENTS}/")
BODIES = Link("Cơ quan", f"{folders.BODIES}/")
SECTIONS = Link("Chuyên mục", f"{folders.SECTIONS}/")
PEOPLE = Link("Người", f"{folders.PEOPLE}/")
REGISTER = Link("Kết luận", f"{folders.REGISTER}/")
REGISTER_TITLE = "Sổ theo dõi kết luận, chỉ đạo"
DESCRIPTION_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Card:
    """A record in a list.

    Attributes:
        url: relative to the root.
        title: its title.
        label: section of a news item, type of a document.
        number: "" for news.
        day: ISO date, for machines.
        day_text: "05/10/2021".
        summary: the lead; "" for none.
        withdrawn: the record was withdrawn.
    """

    url: str
    title: str
    label: str
    number: str
    day: str
    day_text: str
    summary: str
    withdrawn: bool


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person with the positions that one record gives."""

    name: str
    url: str
    positions: tuple[str, ...]
    former: tuple[str, ...]
    lasting_id: str = ""

    @property
    def link(self) -> Link:
        """The link to the person's page."""
        return Link(self.name, self.url, self.lasting_id)


@dataclass(frozen=True, slots=True)
class Handover:
    """A position that passed from one person to another."""

    position: str
    before: Link
    now: Link


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A body. `successors` lead to the one that exists today, nearest first."""

    name: str
    url: str
    ended: str
    successors: tuple[Link, ...]
    lasting_id: str = ""

    @property
    def link(self) -> Link:
        """The link to the body's page."""
        return Link(self.name, self.url, self.lasting_id)


@dataclass(frozen=True, slots=True)
class MeetingBlock:
    """A meeting as one record describes it, and the meeting's other records.

    Attributes:
        url: address of its page; "" where it has none.
        day: ISO date.
        day_text: "Thứ Ba, ngày 8 tháng 10 năm 2013".
        period: the months it reviewed; "" where no record says.
        is_period_lent: another record of the meeting names the period, and this one does not.
        venue: as written; "" for none.
        chairs: those in the chair.
        attendees: as written.
        bodies: those that met.
        records: its other records, newest first.
        before: reports on the same months of the nearest year before.
        after: reports on the same months of the nearest year after.
    """

    url: str
    day: str
    day_text: str
    period: str
    is_period_lent: bool
    venue: str
    chairs: tuple[Link, ...]
    attendees: tuple[str, ...]
    bodies: tuple[BodyLine, ...]
    records: tuple[Card, ...]
    before: SamePeriod | None
    after: SamePeriod | None


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """Reports on the same months of another year.

    Attributes:
        label: "9 tháng đầu năm 2020".
        url: page of their meeting.
        records: newest first.
        comparison: page that sets these conclusions beside those of the page's own meeting; ""
            for none.
    """

    label: str
    url: str
    records: tuple[Card, ...]
    comparison: str = ""


def label_of(item: Item, registry: Registry) -> str:
    """Return the kind of a record, in a reader's words."""
    return kind_name(item.kind) if item.kind else registry.sections[item.section].name


def card_of(item: Item, registry: Registry) -> Card:
    """Return the card of a record."""
    return _card(item, label_of(item, registry))


# A record stands in about a dozen lists, which are made soon after each other.
@lru_cache(maxsize=16_384)
def _card(item: Item, label: str) -> Card:
    return Card(
        url=item.url,
        title=item.title,
        label=label,
        number=item.number,
        day=item.moment[:10],
        day_text=short_date(item.day),
        summary=item.summary,
        withdrawn=item.status == "withdrawn",
    )


def cards_of(items: Iterable[Item], registry: Registry) -> tuple[Card, ...]:
    """Return the cards of records, in the given order."""
    return tuple(card_of(item, registry) for item in items)


def body_line(slug: str, registry: Registry) -> BodyLine:
    """Return a body and the chain of its successors."""
    body = registry.bodies[slug]
    ended = body.active.to if body.active else None
    return BodyLine(
        name=body.name,
        url=body.url,
        ended=short_date(ended) if ended else "",
        successors=tuple(map(body_link, registry.successors(slug))),
        lasting_id=body.lasting_id,
    )


def body_link(body: Body) -> Link:
    """Return the link to a body's page."""
    return Link(body.name, body.url, body.lasting_id)


def person_link(name: str, slug: str, registry: Registry) -> Link:
    """Return the link to a person's page. Most people have no record of their own."""
    known = registry.people.get(slug)
    return Link(name, folders.person_url(slug), known.lasting_id if known else "")


def person_lines(item: Dated, registry: Registry) -> tuple[PersonLine, ...]:
    """Return everyone whom a record names, each once, with all the positions it gives them."""
    lines: dict[str, PersonLine] = {}
    for mention in mentions_of(item):
        slug = person_slug(mention)
        known = lines.get(slug)
        link = person_link(known.name if known else mention.name, slug, registry)
        lines[slug] = PersonLine(
            name=link.text,
            url=link.url,
            positions=_merge(known.positions if known else (), mention.positions),
            former=_merge(known.former if known else (), mention.former),
            lasting_id=link.lasting_id,
        )
    return tuple(lines.values())


def handovers(item: Dated) -> tuple[Handover, ...]:
    """Return every position that a record gives to one person, and as former to another."""
    # Only the editor's list of people names former positions.
    if not any(mention.former for mention in item.people):
        return ()
    mentions = list(mentions_of(item))
    former = [
        (exact(position.removeprefix("nguyên ")), mention)
        for mention in mentions
        for position in mention.former
    ]
    return tuple(
        Handover(position, _person_link(before), _person_link(now))
        for now in mentions
        for position in now.positions
        for given_up, before in former
        if given_up == exact(position) and person_slug(before) != person_slug(now)
    )


def _person_link(mention: PersonMention) -> Link:
    return Link(mention.name, folders.person_url(person_slug(mention)))


def _merge(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    have = {position.casefold() for position in known}
    return known + tuple(position for position in more if position.casefold() not in have)


def meeting_block(item: Dated, catalog: Catalog) -> MeetingBlock | None:
    """Return the meeting of a record with its other records; None where it names no meeting."""
    meeting = item.meeting
    if meeting is None:
        return None
    before, after = OTHER_YEARS.shown_on(item, catalog)
    period = period_of(item, catalog)
    name = meeting_timeline(item)
    told = MEETING_RECORDS.shown_on(name, catalog) if name else ()
    others = tuple(other for other in told if other.src_uri != item.file.src_uri)
    has_page = name is not None and (bool(others) or catalog.meetings.keeps(item))
    return MeetingBlock(
        url=meeting_url(name) if name and has_page else "",
        day=meeting.date.isoformat(),
        day_text=long_date(meeting.date),
        period=period_label(period) if period else "",
        is_period_lent=period is not None and meeting.period is None,
        venue=meeting.venue or "",
        chairs=tuple(
            person_link(name, slug_named(item, name), catalog.registry) for name in meeting.chairs
        ),
        attendees=meeting.attendees,
        bodies=tuple(body_line(slug, catalog.registry) for slug in meeting.bodies),
        records=cards_of(others, catalog.registry),
        before=year_before_view(item, before, catalog),
        after=same_period_view(after, catalog),
    )


def year_before_view(record: Dated, items: Sequence[Item], catalog: Catalog) -> SamePeriod | None:
    """Return the reports on the same months of the year before a record's; None for none."""
    view, name = same_period_view(items, catalog), meeting_timeline(record)
    if view and name and are_comparable(own_reports(record, catalog), items, catalog):
        return replace(view, comparison=comparison_url(name))
    return view


def same_period_view(items: Sequence[Item], catalog: Catalog) -> SamePeriod | None:
    """Return the reports on the same months of another year; None for none."""
    if not items:
        return None
    record = catalog.dated(items[0].src_uri)
    name, period = meeting_timeline(record), period_of(record, catalog)
    assert name is not None
    assert period is not None
    # A meeting with a report on a period has a page.
    return SamePeriod(period_label(period), meeting_url(name), cards_of(items, catalog.registry))


def meeting_url(meeting: str) -> str:
    """Return the address of a meeting's page by the name of its timeline.

    "hop/2013-10-08/ban-a+ban-b" gives "cuoc-hop/2013/10-08-ban-a--ban-b/". If very many bodies met,
    a digest stands for the last of them: file systems allow 255 bytes.
    """
    _, day, joined = meeting.split("/")
    slugs = joined.replace("+", "--")
    if len(slugs) > 150:
        digest = hashlib.blake2b(slugs.encode(), digest_size=6).hexdigest()
        slugs = f"{slugs[:120].rstrip('-')}--{digest}"
    return f"{folders.MEETINGS}/{day[:4]}/{day[5:]}-{slugs}/"


def comparison_url(meeting: str) -> str:
    """Return the address of the page that compares a meeting's conclusions with a year before."""
    return f"{meeting_url(meeting)}{folders.COMPARISON}/"


def describe(text: str) -> str:
    """Return the first words of a text as a page's description, cut between words."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rpartition(" ")[0].rstrip(" ,;:-") + "…"
