"""What only the whole archive can show to be wrong: unknown names, identities taken twice.

Each Problem names the line of the key it is about; the file is read again for that, once wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from bantin.catalog.people import person_slug, slug_named
from bantin.errors import Problem
from bantin.records.front_matter import KeyPath, key_name
from bantin.records.models import Article, Body, Dated, Document, Record
from bantin.records.reader import RecordSet, find_line
from bantin.records.registry import Registry, suggest
from bantin.text.fold import exact


def check_references(records: RecordSet, docs_dir: Path) -> list[Problem]:
    """Return a Problem for every reference that leads nowhere and every identity taken twice.

    Args:
        records: all records, drafts too.
        docs_dir: where they were read from, to find lines.
    """
    registry = records.registry()
    unreadable = {problem.path for problem in records.problems}
    problems: list[Problem] = []

    def tell(record: Record, key: KeyPath, message: str, hint: str) -> None:
        line = find_line(docs_dir, record.file.src_uri, key)
        problems.append(Problem(record.file.src_uri, line, key_name(key), message, hint))

    for record in records.records:
        for key, folder, slug in _references(record):
            known = _known(registry, folder)
            target = f"{folder}/{slug}.md"
            # A target that could not be read is told of already.
            if slug not in known and target not in unreadable:
                tell(record, key, f"không có {target}", suggest(slug, known))
    for record, other in _identity_clashes(records.documents):
        tell(
            record,
            ("number",),
            f"số {record.number} năm {record.day.year} của {record.issuer} đã có ở "
            f"{other.file.src_uri}",
            "xem hai tệp có phải một văn bản; nếu phải thì xóa một, nếu không thì sửa số hoặc ngày",
        )
    for record, key, name, known_name, known_in in _name_clashes(records):
        tell(
            record,
            key,
            f"“{name}” và “{known_name}” (trong {known_in}) chỉ khác dấu, sẽ thành một người",
            "viết tên cho giống nhau; nếu là hai người thì tạo tệp trong nguoi/ cho một người "
            "và ghi tên tệp ấy vào id",
        )
    return problems


def _known(registry: Registry, folder: str) -> Iterable[str]:
    return {
        "to-chuc": registry.bodies,
        "chuyen-muc": registry.sections,
        "nguoi": registry.people,
    }[folder]


def _references(record: Record) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield (key, folder, slug) for every record that `record` refers to by name."""
    if isinstance(record, Body):
        if record.parent:
            yield ("parent",), "to-chuc", record.parent
        if record.succeeded_by:
            yield ("succeeded_by",), "to-chuc", record.succeeded_by
    if isinstance(record, Article):
        yield ("section",), "chuyen-muc", record.section
        if record.publisher:
            yield ("publisher",), "to-chuc", record.publisher
    if isinstance(record, Document):
        yield ("issuer",), "to-chuc", record.issuer
    if isinstance(record, Article | Document):
        for index, slug in enumerate(record.bodies):
            yield ("bodies", index), "to-chuc", slug
    if isinstance(record, Dated):
        for index, mention in enumerate(record.people):
            if mention.id:
                yield ("people", index, "id"), "nguoi", person_slug(mention)
        if record.meeting:
            for index, slug in enumerate(record.meeting.bodies):
                yield ("meeting", "bodies", index), "to-chuc", slug


def _identity_clashes(documents: Iterable[Document]) -> Iterator[tuple[Document, Document]]:
    first: dict[tuple[str, int, str], Document] = {}
    for document in documents:
        other = first.setdefault(document.identity, document)
        if other is not document:
            yield document, other


def _name_clashes(records: RecordSet) -> Iterator[tuple[Dated, KeyPath, str, str, str]]:
    """Yield each name that another one, spelled with other marks, would share a page with."""
    first: dict[str, tuple[str, str]] = {
        slug: (person.name, person.file.src_uri)
        for slug, person in records.registry().people.items()
    }
    for item in (*records.articles, *records.documents):
        for key, name in _names(item):
            slug = slug_named(item, name)
            known_name, known_in = first.setdefault(slug, (name, item.file.src_uri))
            is_told_apart = any(mention.id == slug for mention in item.people)
            if exact(known_name) != exact(name) and not is_told_apart:
                yield item, key, name, known_name, known_in


def _names(item: Dated) -> Iterator[tuple[KeyPath, str]]:
    for index, mention in enumerate(item.people):
        yield ("people", index, "name"), mention.name
    if isinstance(item, Document) and item.signer:
        yield ("signer", "name"), item.signer.name
    if item.meeting:
        for index, name in enumerate(item.meeting.chairs):
            yield ("meeting", "chairs", index), name
