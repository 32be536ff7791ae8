"""Terms: the things that list records, and their names."""

from __future__ import annotations

import sqlite3

from bantin.catalog.taxonomies import Taxonomy, taxonomy_of
from bantin.records import folders
from bantin.records.registry import Registry


class Terms:
    """The terms of every kind of lists, looked up in the tables and in the registry."""

    def __init__(self, connection: sqlite3.Connection, registry: Registry) -> None:
        self._connection = connection
        self._registry = registry

    def names(self, taxonomy: Taxonomy) -> dict[str, str]:
        """Return slug → name of a kind's terms, by slug; {"": ""} for a kind without terms."""
        if taxonomy.is_whole:
            return {"": ""}
        known = taxonomy.records(self._registry)
        if not taxonomy.is_open:
            return {slug: record.name for slug, record in sorted(known.items())}
        # "0" is the character after "/".
        rows = self._connection.execute(
            "select timeline, name from terms where timeline >= ? and timeline < ? "
            "order by timeline",
            (f"{taxonomy.folder}/", f"{taxonomy.folder}0"),
        )
        named = ((timeline.partition("/")[2], name) for timeline, name in rows)
        return {slug: known[slug].name if slug in known else name for slug, name in named}

    def name_of(self, timeline: str) -> str | None:
        """Return the name of a listed timeline's term; None for an unknown term.

        Returns "" for a kind without terms.
        """
        taxonomy, slug = taxonomy_of(timeline), timeline.partition("/")[2]
        if taxonomy.is_whole:
            return ""
        known = taxonomy.records(self._registry).get(slug)
        if not taxonomy.is_open:
            return known.name if known else None
        found = self._connection.execute("select name from terms where timeline = ?", (timeline,))
        row = found.fetchone()
        return (known.name if known else str(row[0])) if row else None

    def is_there(self, timeline: str) -> bool:
        """True for a term that lists records. Needs no counted names, as `name_of` does."""
        taxonomy, slug = taxonomy_of(timeline), timeline.partition("/")[2]
        if taxonomy.is_whole:
            return True
        if not taxonomy.is_open:
            return slug in taxonomy.records(self._registry)
        query = "select 1 from spellings where timeline = ? limit 1"
        if taxonomy.folder == folders.PEOPLE:
            query, timeline = "select 1 from mentions where person = ? and shown limit 1", slug
        return self._connection.execute(query, (timeline,)).fetchone() is not None
