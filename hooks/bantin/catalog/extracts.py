"""Extracts: what the table of the whole archive shows of a record besides what lists do."""

from __future__ import annotations

from dataclasses import dataclass

from bantin.catalog.people import mentions_of
from bantin.catalog.timelines import bodies_of
from bantin.records.models import Article, Dated, Document

# Between values, and between the parts of one; no record holds a control character.
_MARK, _PART = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class Extract:
    """More of an article or document.

    Attributes:
        issuer: slug of the body that issued the document or published the news; "" for none.
        writer: who signed the document or wrote the news; "" where nobody is named.
        bodies: slugs of every body it belongs to, each once.
        people: names as written, each once.
    """

    issuer: str
    writer: str
    bodies: tuple[str, ...]
    people: tuple[str, ...]


def extract_of(record: Dated) -> Extract:
    """Return the extract of a record."""
    issuer = writer = ""
    if isinstance(record, Document):
        issuer, writer = record.issuer, record.signer.name if record.signer else ""
    elif isinstance(record, Article):
        issuer, writer = record.publisher or "", record.author or ""
    names = dict.fromkeys(mention.name for mention in mentions_of(record))
    return Extract(issuer, writer, tuple(bodies_of(record)), tuple(names))


def pack_extract(extract: Extract) -> str:
    """Return an extract as text."""
    lists = (_PART.join(extract.bodies), _PART.join(extract.people))
    return _MARK.join((extract.issuer, extract.writer, *lists))


def unpack_extract(text: str) -> Extract:
    """Return the extract that `pack_extract` made a text of."""
    issuer, writer, bodies, people = text.split(_MARK)
    return Extract(issuer, writer, _parts(bodies), _parts(people))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(_PART)) if text else ()
