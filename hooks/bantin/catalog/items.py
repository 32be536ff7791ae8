"""Items: what the catalog keeps at hand of every article and document, enough for any list.

Knows nothing of texts; the whole record is fetched where its own page is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bantin.records.models import Article, Dated, Document
from bantin.text.dates import VIETNAM

# Between the values of an item; no record holds a control character.
_MARK = "\x1f"


@dataclass(frozen=True, slots=True)
class Item:
    """An article or document in a list.

    Attributes:
        src_uri: its file below docs/.
        title: as written.
        section: slug of a news item's section; "" for documents.
        kind: code of a document's type, "TB"; "" for news.
        number: "" for news.
        moment: ISO date and time with its offset; midnight where no hour is known.
        changed: ISO date of the last change that readers are told of, or of publication.
        summary: the lead; "" where there is none.
        status: "published", "draft" or "withdrawn".
    """

    src_uri: str
    title: str
    section: str
    kind: str
    number: str
    moment: str
    changed: str
    summary: str
    status: str

    @property
    def slug(self) -> str:
        """The file's name without ".md"."""
        return self.src_uri.rpartition("/")[2].removesuffix(".md")

    @property
    def folder(self) -> str:
        """The record folder: "tin-tuc" or "van-ban"."""
        return self.src_uri.partition("/")[0]

    @property
    def url(self) -> str:
        """Address relative to the site's root."""
        return self.src_uri.removesuffix(".md") + "/"

    @property
    def day(self) -> date:
        """The date without its hour."""
        return date.fromisoformat(self.moment[:10])

    @property
    def place(self) -> tuple[int, str]:
        """What items are in order by: newest first, equal moments by file."""
        return age_of(datetime.fromisoformat(self.moment)), self.src_uri


def age_of(moment: datetime) -> int:
    """Return a number that is the smaller the newer: seconds from the moment to the epoch."""
    return -int(moment.timestamp())


def changed_at(record: Dated) -> datetime:
    """Return when a record last changed for its readers."""
    days = [change.date for change in record.changes]
    return max(
        [record.moment, *(datetime(day.year, day.month, day.day, tzinfo=VIETNAM) for day in days)]
    )


def item_of(record: Dated) -> Item:
    """Return a record as lists know it."""
    summary = record.summary if isinstance(record, Article | Document) else None
    return Item(
        src_uri=record.file.src_uri,
        title=record.title,
        section=record.section if isinstance(record, Article) else "",
        kind=record.kind if isinstance(record, Document) else "",
        number=record.number if isinstance(record, Document) else "",
        moment=record.moment.isoformat(),
        changed=changed_at(record).date().isoformat(),
        summary=summary or "",
        status=record.status,
    )


def pack_item(item: Item) -> str:
    """Return an item as text."""
    return _MARK.join(getattr(item, name) for name in Item.__slots__)


def unpack_item(text: str) -> Item:
    """Return the item that `pack_item` made a text of."""
    return Item(*text.split(_MARK))
