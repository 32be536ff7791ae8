"""One imported record as the review list shows it: as it lies in docs/ now, beside its import."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.errors import Problem
from bantin.importing.imported_item import ImportedItem
from bantin.importing.proposal import Fact, Sure
from bantin.importing.review.doubts import NO_DOUBT, Doubt, contradicts
from bantin.importing.review.places import blocks_at, blocks_saying
from bantin.importing.review.record_words import says_the_same, words_at
from bantin.records.front_matter import FrontMatterError, split_front_matter
from bantin.records.models import Dated, Record
from bantin.records.reader import parse_record, read_record
from bantin.records.unfinished import UnfinishedDraft
from bantin.text.normalize import unify_line_ends

# A review is not about them.
_NOT_SHOWN = ("status", "source", "redirect_from", "time_verified", "featured", "changes")


class ReviewState(enum.Enum):
    """What became of a record since its import."""

    WAITING = "chờ xem lại"
    FAULTY = "có lỗi"
    GONE = "đã xóa"
    PUBLISHED = "đã đăng"
    """No part of the list."""


@dataclass(frozen=True, slots=True)
class ReviewField:
    """A field of a record.

    Attributes:
        key: of the record, dotted.
        value: now, in words; "" where there is none.
        sure: how sure the import was; None where it said nothing of this field.
        note: why it was guessed or left open.
        where: its place in the original, in words.
        imported: the value at the import where an editor has changed it since; None elsewhere.
        is_missing: a required key that the record lacks now.
        blocks: indexes of the original's blocks that it came from.
    """

    key: str
    value: str
    sure: Sure | None
    note: str = ""
    where: str = ""
    imported: str | None = None
    is_missing: bool = False
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewEntry:
    """An imported record, and what is doubtful about it.

    Attributes:
        item: of the import.
        src_uri: the record now; where it was written if it is gone.
        state: what became of it.
        title: now; the file's name where there is none.
        fields: in the record's order.
        doubt: counted.
        body: the record's text now.
        faults: what a build would refuse, in words.
    """

    item: ImportedItem
    src_uri: str
    state: ReviewState
    title: str
    fields: tuple[ReviewField, ...] = ()
    doubt: Doubt = NO_DOUBT
    body: str = ""
    faults: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The required keys that the record lacks now."""
        return tuple(field.key for field in self.fields if field.is_missing)

    @property
    def is_moved(self) -> bool:
        """True where the record lies elsewhere than the import wrote it."""
        return self.src_uri != self.item.target


def make_entry(
    item: ImportedItem, docs_dir: Path, find_moved: Callable[[str, str], str | None]
) -> ReviewEntry:
    """Return the entry of an item that was written.

    Args:
        item: as the ledger has it.
        docs_dir: folder of the records.
        find_moved: returns the record made from an original (SHA-256, part); None where there is
            none.
    """
    src_uri = item.target
    if not (docs_dir / src_uri).is_file():
        moved = find_moved(item.sha256, item.part)
        if moved is None:
            return ReviewEntry(item, src_uri, ReviewState.GONE, _title_of(item))
        src_uri = moved
    found = read_record(docs_dir, src_uri)
    if isinstance(found, UnfinishedDraft):
        return _entry(item, found.file.src_uri, found.values(), found.missing, found.file.body)
    if isinstance(found, Record):
        if not isinstance(found, Dated) or found.status != "draft":
            return ReviewEntry(item, src_uri, ReviewState.PUBLISHED, _title_of(item))
        return _entry(item, src_uri, values_of(found), (), found.body)
    return _faulty(item, docs_dir, src_uri, found)


def _entry(
    item: ImportedItem,
    src_uri: str,
    values: Mapping[str, Any],
    missing: tuple[str, ...],
    body: str,
) -> ReviewEntry:
    fields = tuple(_fields(item, values, missing, _values_at_import(item)))
    return ReviewEntry(
        item,
        src_uri,
        ReviewState.WAITING,
        words_at(values, "title") or _title_of(item),
        fields,
        _doubt_of(item, fields),
        body,
    )


def _faulty(
    item: ImportedItem, docs_dir: Path, src_uri: str, problems: list[Problem]
) -> ReviewEntry:
    """Return the entry of a record that the reader refuses: its values as far as YAML tells."""
    values: Mapping[str, Any] = {}
    body = ""
    try:
        text = unify_line_ends((docs_dir / src_uri).read_text("utf-8-sig"))
        matter = split_front_matter(text)
        values, body = matter.values, matter.body
    except (OSError, UnicodeDecodeError, FrontMatterError):
        pass
    fields = tuple(_fields(item, values, (), _values_at_import(item))) if values else ()
    told = tuple(f"dòng {one.line}: {one.field} {one.message}" for one in problems)
    doubt = Doubt(1, 0, 0)
    return ReviewEntry(
        item, src_uri, ReviewState.FAULTY, _title_of(item), fields, doubt, body, told
    )


def _fields(
    item: ImportedItem,
    values: Mapping[str, Any],
    missing: tuple[str, ...],
    before: Mapping[str, Any] | None,
) -> Iterator[ReviewField]:
    told = {fact.field: fact for fact in item.facts}
    for key in missing:
        if key not in told:
            yield ReviewField(key, "", Sure.OPEN, is_missing=True)
    for key, fact in told.items():
        value = words_at(values, key)
        yield ReviewField(
            key,
            value if value or not _is_unwritten(key, fact) else fact.value,
            fact.sure,
            fact.note,
            fact.where,
            _changed_from(key, fact, value, before),
            key in missing,
            blocks_at(fact.where, item.blocks) or _blocks_named(fact, item),
        )
    roots = {key.partition(".")[0] for key in told}
    for key in values:
        if key not in roots and key not in _NOT_SHOWN and key not in missing:
            yield ReviewField(key, words_at(values, key), None)


def _blocks_named(fact: Fact, item: ImportedItem) -> tuple[int, ...]:
    """Return the blocks that say what was guessed from the text as a whole."""
    return blocks_saying(fact.value, item.blocks) if fact.sure is Sure.GUESSED else ()


def _is_unwritten(key: str, fact: Fact) -> bool:
    """True for facts that no key of the record holds in these words."""
    return key in _NOT_SHOWN or (key == "photos" and fact.value.endswith(" ảnh"))


def _values_at_import(item: ImportedItem) -> Mapping[str, Any] | None:
    """Return the record's values as the import wrote them; None where that is not known."""
    if not item.text:
        return None
    found = parse_record(item.target, item.text.encode())
    return None if isinstance(found, list) else values_of(found)


def values_of(found: Record | UnfinishedDraft) -> Mapping[str, Any]:
    """Return the values of a record's front matter, without defaults."""
    if isinstance(found, UnfinishedDraft):
        return found.values()
    return found.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _changed_from(key: str, fact: Fact, value: str, before: Mapping[str, Any] | None) -> str | None:
    """Return the value at the import where it was another; None where it is the same."""
    if before is not None:
        imported = words_at(before, key)
        return None if imported == value else imported
    # All that is left of the import is what it said.
    if _is_unwritten(key, fact):
        return None
    is_same = says_the_same(fact.value, value) if fact.value else not value
    return None if is_same else fact.value


def _doubt_of(item: ImportedItem, fields: tuple[ReviewField, ...]) -> Doubt:
    facts = {fact.field: fact for fact in item.facts}
    left = [field for field in fields if field.imported is None and field.key in facts]
    against = [field for field in left if contradicts(facts[field.key])]
    return Doubt(
        missing=sum(field.is_missing for field in fields),
        contradictions=len(against) + len(item.doubts),
        guesses=sum(field.sure is Sure.GUESSED and field not in against for field in left),
    )


def _title_of(item: ImportedItem) -> str:
    title = next((fact.value for fact in item.facts if fact.field == "title"), "")
    return title or item.file.rpartition("/")[2]


def entry_id(entry: ReviewEntry) -> str:
    """Return a short name that stays the same while its original and its place there do."""
    return hashlib.sha256(f"{entry.item.sha256} {entry.item.part}".encode()).hexdigest()[:12]
