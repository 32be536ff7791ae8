"""Citing: which documents name which numbers in their text, and what they say of them.

Holds a table of the catalog, and queries on it. Relations find the documents that are meant.
"""

from __future__ import annotations

import sqlite3

from pydantic import TypeAdapter

from bantin.minutes.placed_mentions import PlacedMention, place_mentions
from bantin.records.models import Document
from bantin.rendering.rendered_text import RenderedText
from bantin.text.citations import read_citation

# `cited` is the key of a number: equal for all ways to write it.
SCHEMA = """
create table citing (
    cited text not null,
    src_uri text not null,
    content text not null,
    primary key (cited, src_uri)
) without rowid;
"""
INDEXES = {"citing_by_record": "citing (src_uri)"}
TABLES = ("citing",)

_CONTENT = TypeAdapter(tuple[PlacedMention, ...])


class Citing:
    """Reads the table. The cost of an answer is that of its size."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def naming(self, number: str) -> list[tuple[str, tuple[PlacedMention, ...]]]:
        """Return (src_uri, mentions) of the published documents that name a number, by src_uri."""
        rows = self._connection.execute(
            "select src_uri, content from citing where cited = ? order by src_uri",
            (key_of(number),),
        )
        return [(uri, _CONTENT.validate_json(content)) for uri, content in rows]

    def is_named(self, number: str) -> bool:
        """True when a published document names a number."""
        found = self._connection.execute(
            "select 1 from citing where cited = ? limit 1", (key_of(number),)
        )
        return found.fetchone() is not None


def key_of(number: str) -> str:
    """Return the key of a number; "" for one without a symbol, which nothing can mean for sure."""
    citation = read_citation(number)
    return citation.key if citation else ""


def cited_by(document: Document, text: RenderedText) -> tuple[tuple[str, str], ...]:
    """Return (key, content) of each number that a document names, by key; without its own."""
    by_key: dict[str, list[PlacedMention]] = {}
    for one in place_mentions(text):
        by_key.setdefault(key_of(one.mention.number), []).append(one)
    for own in ("", key_of(document.number)):
        by_key.pop(own, None)
    return tuple(
        (key, _CONTENT.dump_json(tuple(found)).decode()) for key, found in sorted(by_key.items())
    )
