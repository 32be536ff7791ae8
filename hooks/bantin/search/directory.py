"""The directory: the file that every query and every update reads first."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Self

from bantin.search.abbreviation_forms import Forms, forms_of
from bantin.search.columns import ColumnBlock
from bantin.search.files import SEARCH_FOLDER
from bantin.search.limits import Limits
from bantin.search.parts import PartTree, Row
from bantin.search.postings import SECTIONS
from bantin.search.shelves import PackShelf
from bantin.search.terms import key_of
from bantin.text.abbreviations import load_abbreviations

DIRECTORY_PATH = f"{SEARCH_FOLDER}/muc-luc.json"
# Raise this whenever the same entries give other bytes.
_VERSION = 4


@dataclass(frozen=True, slots=True)
class IndexSection:
    """The way to the parts of one section.

    Attributes:
        depth: number of branches between the directory and a part.
        rows: first key and name of the highest parts or branches, keys rising.
    """

    depth: int
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, tree: PartTree) -> Self:
        return cls(tree.depth, tree.top)


@dataclass(frozen=True, slots=True)
class Directory:
    """The content of the directory.

    Attributes:
        count: entries in the index.
        abbreviations: short and long forms, as exact syllables; the index may hold either.
        sections: name → section, for all of `SECTIONS`.
        columns: the blocks of columns, lowest first.
        shelves: files with the versions of packs, numbers rising.
    """

    count: int
    abbreviations: Sequence[Sequence[str]]
    sections: Mapping[str, IndexSection]
    columns: Sequence[ColumnBlock]
    shelves: Sequence[PackShelf]

    def dump(self, limits: Limits) -> bytes:
        """Return the file."""
        parts: dict[str, object] = {
            "format": format_of(limits),
            "count": self.count,
            "abbreviations": self.abbreviations,
        }
        for name in SECTIONS:
            section = self.sections[name]
            rows = [text for row in section.rows for text in row]
            parts[name] = {"depth": section.depth, "rows": rows}
        blocks = ((block.low, *block.files) for block in self.columns)
        parts["columns"] = [part for block in blocks for part in block]
        parts["shelves"] = [part for one in self.shelves for part in (one.number, one.name)]
        return json.dumps(parts, ensure_ascii=False, indent=0).encode()

    @classmethod
    def parse(cls, content: bytes, limits: Limits) -> Self:
        """Read what `dump` wrote.

        Raises:
            ValueError, KeyError, TypeError: the content is no directory, has another version, or
                was made with other limits.
        """
        parts = json.loads(content)
        if parts["format"] != format_of(limits):
            raise ValueError(f"format {parts['format']}, not {format_of(limits)}")
        sections = {}
        for name in SECTIONS:
            rows = parts[name]["rows"]
            pairs = tuple(zip(rows[::2], rows[1::2], strict=True))
            sections[name] = IndexSection(parts[name]["depth"], pairs)
        flat = parts["columns"]
        blocks = zip(*(flat[at::4] for at in range(4)), strict=True)
        columns = tuple(ColumnBlock(*block) for block in blocks)
        on_shelves = parts["shelves"]
        shelves = tuple(map(PackShelf, on_shelves[::2], on_shelves[1::2]))
        return cls(parts["count"], parts["abbreviations"], sections, columns, shelves)


@cache
def format_of(limits: Limits) -> str:
    """Return the version, limits and table that an index must share to be continued."""
    made_with = repr((_VERSION, limits, sorted(load_abbreviations().items())))
    return f"{_VERSION}-{hashlib.blake2b(made_with.encode(), digest_size=4).hexdigest()}"


def useful_abbreviations(holds: Callable[[str], bool]) -> list[list[str]]:
    """Return short and long forms, as exact syllables. The index may hold either.

    Args:
        holds: returns whether a key is in the index; called only with `abbreviation_keys`.
    """
    return [
        [" ".join(form) for form in forms]
        for forms in _abbreviations()
        if any(all(holds(key_of(word)) for word in form) for form in forms)
    ]


@cache
def abbreviation_keys() -> frozenset[str]:
    """Return every key that decides whether an abbreviation is useful."""
    return frozenset(key_of(word) for forms in _abbreviations() for form in forms for word in form)


@cache
def _abbreviations() -> tuple[Forms, ...]:
    return forms_of(load_abbreviations().items())
