"""The catalog: all records, the published ones in order of time, and what they share.

Reads the tables. Every answer is a look-up, and costs as much as its size. `relations` says which
other records a page shows.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, TypeVar

from bantin.catalog.citing import Citing
from bantin.catalog.export_lines import ExportLine, unpack_export_line
from bantin.catalog.history import History
from bantin.catalog.items import Item, age_of, unpack_item
from bantin.catalog.meetings import Meetings
from bantin.catalog.members import Members, Place, StoredMembers
from bantin.catalog.people import PersonEntry, Role
from bantin.catalog.register import Register
from bantin.catalog.taxonomies import TAXONOMIES
from bantin.catalog.terms import Terms
from bantin.catalog.timeline import Timeline
from bantin.catalog.timeline_names import person_timeline
from bantin.records import folders
from bantin.records.codec import decode_record, decode_values
from bantin.records.docs_names import is_record_uri
from bantin.records.models import Body, Dated, Person, Record, Section
from bantin.records.registry import Registry
from bantin.rendering.rendered_text import RenderedText, unpack_text

_T = TypeVar("_T")
_K = TypeVar("_K", bound=Hashable)
# A build asks these of each picture and attachment. Thousands of records may show one file, so the
# first answer is enough.
_REFERRED = (
    "select 1 from targets where target = ?1 union all "
    "select 1 from unfinished_targets where target = ?1 limit 1"
)
_REFERRED_BY_SHOWN = (
    "select 1 from targets where target = ? and not exists "
    "(select 1 from drafts where drafts.src_uri = targets.src_uri) limit 1"
)


class Catalog:
    """All records that were read, in a database with the catalog's tables.

    Drafts are among the records. They stand in timelines only in a preview. The catalog keeps some
    answers: after a change of the tables, make a new one.
    """

    def __init__(self, connection: sqlite3.Connection, members: Members | None = None) -> None:
        """Read a database.

        Args:
            connection: to a database with the catalog's tables.
            members: answers for the timelines; by default from the tables.
        """
        self.connection = connection
        self._members = members or StoredMembers(connection)
        self._timelines: dict[str, Timeline] = {}
        self.register = Register(connection)
        self.meetings = Meetings(connection)
        self.citing = Citing(connection)
        self.history = History(connection)

    @cached_property
    def registry(self) -> Registry:
        """Bodies, sections and people by slug."""
        found = [
            *self._records(f"{folders.BODIES}/"),
            *self._records(f"{folders.SECTIONS}/"),
            *self._records(f"{folders.PEOPLE}/"),
        ]
        return Registry.of(
            [record for record in found if isinstance(record, Body)],
            [record for record in found if isinstance(record, Section)],
            [record for record in found if isinstance(record, Person)],
        )

    @cached_property
    def terms(self) -> Terms:
        """The terms that list records."""
        return Terms(self.connection, self.registry)

    def _records(self, prefix: str) -> list[Record]:
        rows = self.connection.execute(
            "select content from records where src_uri >= ? and src_uri < ? order by src_uri",
            (prefix, _after(prefix)),
        )
        return [decode_record(content) for (content,) in rows]

    def find(self, src_uri: str) -> Record | None:
        """Return a whole record; None for no such file."""
        row = self.connection.execute(
            "select content from records where src_uri = ?", (src_uri,)
        ).fetchone()
        return decode_record(row[0]) if row else None

    def written(self, src_uri: str) -> dict[str, Any]:
        """Return the values of a record as its editor wrote them. The record must exist."""
        row = self.connection.execute(
            "select content from records where src_uri = ?", (src_uri,)
        ).fetchone()
        return decode_values(row[0])

    def text_of(self, src_uri: str) -> RenderedText:
        """Return the text of a record. The record must exist."""
        row = self.connection.execute(
            "select text from texts where src_uri = ?", (src_uri,)
        ).fetchone()
        return unpack_text(row[0])

    def known(self, src_uri: str) -> Record:
        """Return a whole record. The record must exist."""
        record = self.find(src_uri)
        assert record is not None
        return record

    def dated(self, src_uri: str) -> Dated:
        """Return an article or document. It must exist."""
        record = self.known(src_uri)
        assert isinstance(record, Dated)
        return record

    def has(self, src_uri: str) -> bool:
        """True when a record exists, be it a draft."""
        found = self.connection.execute("select 1 from records where src_uri = ?", (src_uri,))
        return found.fetchone() is not None

    def is_draft(self, src_uri: str) -> bool:
        """True for a draft, also for an unfinished one."""
        found = self.connection.execute("select 1 from drafts where src_uri = ?", (src_uri,))
        return found.fetchone() is not None or self.is_unfinished(src_uri)

    def is_unfinished(self, src_uri: str) -> bool:
        """True for a draft that lacks required keys. It is no record yet."""
        found = self.connection.execute("select 1 from unfinished where src_uri = ?", (src_uri,))
        return found.fetchone() is not None

    def unfinished(self) -> list[tuple[str, tuple[str, ...]]]:
        """Return (src_uri, missing keys) of all unfinished drafts, by src_uri."""
        rows = self.connection.execute("select src_uri, missing from unfinished order by src_uri")
        return [(uri, tuple(missing.split())) for uri, missing in rows]

    def is_shown(self, src_uri: str) -> bool:
        """True when a record is published: always, but for drafts outside a preview."""
        if folders.lies_in(src_uri, *folders.DATED):
            found = self.connection.execute("select 1 from items where src_uri = ?", (src_uri,))
            return found.fetchone() is not None
        return self.has(src_uri)

    def timeline(self, name: str) -> Timeline:
        """Return a listed timeline; an empty one for an unknown name."""
        found = self._timelines.get(name)
        if found is None:
            months = self.connection.execute(
                "select month, size from months where timeline = ? order by month desc", (name,)
            )
            found = Timeline(name, tuple(months.fetchall()), self._members)
            self._timelines[name] = found
        return found

    def timeline_sizes(self, prefix: str) -> dict[str, int]:
        """Return name → number of records, for timelines whose names have the prefix, by name."""
        rows = self.connection.execute(
            "select timeline, sum(size) from months where timeline >= ? and timeline < ? "
            "group by timeline",
            (prefix, _after(prefix)),
        )
        return dict(rows.fetchall())

    def registry_uris(self) -> list[str]:
        """Return the src_uri of every body's, section's and person's record, by kind and slug."""
        registry = self.registry
        kinds = (registry.bodies, registry.sections, registry.people)
        return [record.file.src_uri for kind in kinds for _, record in sorted(kind.items())]

    def is_named(self, slug: str) -> bool:
        """True when a published record names the person."""
        return self.terms.name_of(person_timeline(slug)) is not None

    def shown_uris(self) -> list[str]:
        """Return the src_uri of every published article and document, sorted."""
        rows = self.connection.execute("select src_uri from items order by src_uri")
        return [uri for (uri,) in rows]

    def redirects(self, among: Collection[str] | None = None) -> list[str]:
        """Return old addresses of published records, sorted: all, or those among the given ones."""
        if among is None:
            rows = self.connection.execute("select distinct address from redirects order by 1")
            return [address for (address,) in rows]
        return [address for address in sorted(among) if self.redirecting(address)]

    def redirects_below(self, prefix: str) -> list[str]:
        """Return old addresses of published records that begin with a folder, "x/", sorted."""
        rows = self.connection.execute(
            "select distinct address from redirects where address >= ? and address < ? order by 1",
            (prefix, _after(prefix)),
        )
        return [address for (address,) in rows]

    def record_at(self, address: str) -> str | None:
        """Return the src_uri of the record that is published at an address; None for none."""
        uri = f"{address.removesuffix('/')}.md"
        return uri if is_record_uri(uri) and self.is_shown(uri) else None

    def redirecting(self, address: str) -> list[str]:
        """Return the src_uri of the published records that once had an address, sorted."""
        rows = self.connection.execute(
            "select distinct src_uri from redirects where address = ? order by src_uri", (address,)
        )
        return [uri for (uri,) in rows]

    def linking(self, target: str) -> list[str]:
        """Return the src_uri of every record that links or refers to a file, in no order."""
        rows = self.connection.execute("select src_uri from targets where target = ?", (target,))
        return [uri for (uri,) in rows]

    def is_referred(self, target: str, *, by_drafts: bool = False) -> bool:
        """True when a record links or refers to a file.

        Args:
            target: src_uri of the file.
            by_drafts: drafts count too.
        """
        found = self.connection.execute(_REFERRED if by_drafts else _REFERRED_BY_SHOWN, (target,))
        return found.fetchone() is not None

    def old_addresses(self) -> list[tuple[str, str]]:
        """Return (old address, src_uri) of published records, by address; each address once."""
        return self.connection.execute(
            "select address, min(src_uri) from redirects group by address order by address"
        ).fetchall()

    def parts(self) -> list[tuple[str, int, str]]:
        """Return (kind and year, number of records, latest day of a change), by kind and year.

        A kind and year is a text like "tin-tuc-2021".
        """
        rows = self.connection.execute(
            "select part, count(*), max(changed) from items group by part order by part"
        )
        return rows.fetchall()

    def changed_in(self, part: str) -> list[tuple[str, str]]:
        """Return (src_uri, day of last change) of a part's records, in no order."""
        rows = self.connection.execute("select src_uri, changed from items where part = ?", (part,))
        return rows.fetchall()

    def people_names(self) -> dict[str, str]:
        """Return slug → name of everyone whom a published record names, by slug."""
        return self.terms.names(TAXONOMIES[folders.PEOPLE])

    def person_name(self, slug: str) -> str:
        """Return the name of a person. A published record must name the person."""
        name = self.terms.name_of(person_timeline(slug))
        assert name is not None
        return name

    def person(self, slug: str) -> PersonEntry:
        """Return the entry of a person. A published record must name the person."""
        record = self.registry.people.get(slug)
        roles = self.connection.execute(
            "select position, former, src_uri from mentions "
            "where person = ? and shown and position != '' order by age, src_uri, rank",
            (slug,),
        )
        return PersonEntry(
            slug=slug,
            name=self.person_name(slug),
            note=(record.note or "") if record else "",
            roles=tuple(Role(position, bool(former), uri) for position, former, uri in roles),
        )

    def months_in(self, timeline: str) -> list[tuple[str, str]]:
        """Return (src_uri, month) of a timeline's records, in no order; a month is "2013-10"."""
        rows = self.connection.execute(
            "select src_uri, month from members where timeline = ?", (timeline,)
        )
        return rows.fetchall()

    def item(self, src_uri: str) -> Item:
        """Return the item of a published article or document."""
        return self._members.item(src_uri)

    def most_viewed(self, limit: int) -> list[tuple[Item, int]]:
        """Return the most viewed articles and their views; of equals the latest file first."""
        rows = self.connection.execute(
            "select item, views from items where views is not null "
            "order by views desc, src_uri desc limit ?",
            (limit,),
        )
        return [(unpack_item(item), views) for item, views in rows]

    def export_lines(self) -> Iterator[ExportLine]:
        """Yield the export line of every published article and document, by src_uri."""
        rows = self.connection.execute("select line from export_lines order by src_uri")
        for (packed,) in rows:
            yield unpack_export_line(packed)

    def bare_timeline(self, name: str) -> Timeline:
        """Return a timeline without its months, to ask only for records."""
        return Timeline(name, (), self._members)


def place_of(record: Dated) -> Place:
    """Return the place of a record in its timelines."""
    return age_of(record.moment), record.file.src_uri


def _after(prefix: str) -> str:
    """Return the first text after all texts with a prefix."""
    return prefix[:-1] + chr(ord(prefix[-1]) + 1)


def group(
    items: Iterable[_T], keys_of: Callable[[_T], Iterable[_K]]
) -> Mapping[_K, tuple[_T, ...]]:
    """Group items under each of their keys. Items keep their order; keys come as they appear."""
    groups: dict[_K, list[_T]] = {}
    for item in items:
        for key in keys_of(item):
            groups.setdefault(key, []).append(item)
    return MappingProxyType({key: tuple(members) for key, members in groups.items()})
