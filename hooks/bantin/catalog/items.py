"""Items: short forms of articles and documents, enough for any list.

Knows no texts. The page of a record reads the whole record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bantin.records.models import Article, Dated, Document
from bantin.text.dates import VIETNAM

# Separator of values. No record holds a control character.
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
        moment: ISO date and time with its offset; midnight where the hour is not known.
        changed: ISO date of the last change told to readers, or else of publication.
        summary: the lead; "" for none.
        status: "published", "draft" or "withdrawn".
        lasting_id: what feeds, calendars and data call it.
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
    lasting_id: str

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
        """The sort key of items: newest first, equal moments by file."""
        return age_of(datetime.fromisoformat(self.moment)), self.src_uri


def age_of(moment: datetime) -> int:
    """Return the seconds from the moment to the epoch: newer moments give smaller numbers."""
    return -int(moment.timestamp())


def changed_at(record: Dated) -> datetime:
    """Return the time of a record's last change for its readers."""
    days = [change.date for change in record.changes]
    return max(
        [record.moment, *(datetime(day.year, day.month, day.day, tzinfo=VIETNAM) for day in days)]
    )


def item_of(record: Dated) -> Item:
    """Return the item of a record."""
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
        lasting_id=record.lasting_id,
    )


def pack_item(item: Item) -> str:
    """Return an item as text."""
    return _MARK.join(getattr(item, name) for name in Item.__slots__)


def unpack_item(text: str) -> Item:
    """Return the item in a text of `pack_item`."""
    return Item(*text.split(_MARK))
