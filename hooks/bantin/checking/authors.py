"""Compares the initials that sign news with the people who have them (`initials` in nguoi/).

Without such a register it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.errors import Problem
from bantin.records import folders
from bantin.records.models import Article, Record
from bantin.records.reader import find_line
from bantin.records.registry import Registry
from bantin.text.short_forms import CAPITALS, is_syllable

# "M.L", "N.T.H", "NTH"; "Hà" and "Lê Mẫu" are names.
_DOTTED = re.compile(rf"[{CAPITALS}](?:\.\s?[{CAPITALS}]){{1,3}}\.?")
_JOINED = re.compile(rf"[{CAPITALS}]{{2,4}}")
# White space is gone through once: from its beginning, or from its end.
_BETWEEN = re.compile(r"(?:(?<!\s)\s*+|(?=\S))(?:[,;/&+]|(?<=\s)[–-]\s|(?<=\s)và\s)\s*")


def initials_in(author: str) -> list[str]:
    """Return the initials in an author line, without names."""
    return [one for one in _BETWEEN.split(author.strip()) if _are_initials(one)]


def signatures_of(record: Record) -> tuple[str, ...]:
    """Return the initials that sign a news item, each once."""
    if not isinstance(record, Article) or not record.author:
        return ()
    return tuple(dict.fromkeys(initials_in(record.author)))


def check_authors(catalog: Catalog, docs_dir: Path) -> Iterator[Problem]:
    """Yield a remark for initials that nobody has, or that two people share.

    Args:
        catalog: over the tables of a `LastCheck`. `signatures` holds the results of
            `signatures_of`.
        docs_dir: folder of the records, for finding lines.
    """
    owners = _owners(catalog.registry)
    if not owners:
        return
    for people in owners.values():
        for uri, index, written in people[1:]:
            first, _, _ = people[0]
            if uri != first:
                yield Problem(
                    uri,
                    find_line(docs_dir, uri, ("initials", index)),
                    f"initials[{index + 1}]",
                    f"chữ ký “{written}” đã là của {first}",
                    "chọn chữ ký khác cho một trong hai người",
                )
    rows = catalog.connection.execute("select signature, src_uri from signatures order by 1, 2")
    for signature, uri in rows.fetchall():
        if _key(signature) not in owners:
            yield Problem(
                uri,
                find_line(docs_dir, uri, ("author",)),
                "author",
                f"chữ ký “{signature}” không có ở người nào trong {folders.PEOPLE}/",
                "xem lại chữ ký, hoặc ghi vào initials của người ấy",
            )


def _owners(registry: Registry) -> dict[str, list[tuple[str, int, str]]]:
    """Return key of initials → (src_uri, index in that person's initials, as written)."""
    owners: dict[str, list[tuple[str, int, str]]] = {}
    for _, person in sorted(registry.people.items()):
        for index, written in enumerate(person.initials):
            owners.setdefault(_key(written), []).append((person.file.src_uri, index, written))
    return owners


def _key(written: str) -> str:
    """Return the same key for "M.L", "M. L." and "ML"."""
    return re.sub(r"[.\s]", "", written).upper()


def _are_initials(word: str) -> bool:
    if _DOTTED.fullmatch(word):
        return True
    return bool(_JOINED.fullmatch(word)) and not is_syllable(word)
