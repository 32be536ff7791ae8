"""Faults that only the whole archive shows: unknown names, and identities used twice.

Each Problem names the line of its key. Only a faulty file is read again for the line.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.catalog.lineage import LONGEST_CHAIN, faults_of_chains, name_circle
from bantin.catalog.people import person_slug, slug_named
from bantin.catalog.recheck_scope import (
    RecheckScope,
    people_of_many_names,
    shared_identities,
    suspect_records,
)
from bantin.catalog.replacement_circles import find_circles
from bantin.errors import Problem
from bantin.minutes.overrides import override_bodies
from bantin.records import folders
from bantin.records.front_matter import KeyPath, key_name
from bantin.records.models import Article, Body, Dated, Document, Record
from bantin.records.reader import find_line
from bantin.records.registry import Registry, suggest
from bantin.rendering.rendered_text import RenderedText
from bantin.text.fold import exact

# Key, what a circle is called, what a chain without end is called, how to shorten it.
_CHAINS = (
    (
        "parent",
        "cơ quan cấp trên đi vòng",
        f"có hơn {LONGEST_CHAIN} bậc cấp trên nối nhau qua parent",
        "ghi vào parent cơ quan cấp trên gần nhất có thật, bỏ các bậc thừa",
    ),
    (
        "succeeded_by",
        "cơ quan kế tục đi vòng",
        f"có hơn {LONGEST_CHAIN} cơ quan kế tục nối nhau qua succeeded_by",
        "ghi thẳng vào succeeded_by cơ quan đang hoạt động",
    ),
)
_CIRCLE_HINT = "sửa hoặc bỏ khóa ấy ở một trong các tệp này"
_REPLACES_HINT = (
    "bỏ replaces hoặc replaced_by ở tệp ghi sai; nếu là văn bản cùng số của năm khác thì ghi thêm "
    "năm, ví dụ 12/QĐ-UBND năm 2019"
)
_REFERRED = tuple(f"{folder}/" for folder in folders.NAMED)


def check_references(
    catalog: Catalog,
    docs_dir: Path,
    *,
    scope: RecheckScope | None = None,
    unreadable: Collection[str] = (),
) -> list[Problem]:
    """Return a Problem for every reference that leads nowhere and every identity used twice.

    Args:
        catalog: all records with drafts.
        docs_dir: folder of the records, for finding lines.
        scope: the part to check; None for the whole archive.
        unreadable: src_uri of existing files that gave no record.
    """
    registry = catalog.registry
    problems: list[Problem] = []

    def tell(record: Record, key: KeyPath, message: str, hint: str) -> None:
        line = find_line(docs_dir, record.file.src_uri, key)
        problems.append(Problem(record.file.src_uri, line, key_name(key), message, hint))

    def is_known(target: str) -> bool:
        return not target.startswith(_REFERRED) or catalog.has(target)

    for uri in suspect_records(catalog, scope, is_known):
        record = catalog.known(uri)
        for key, folder, slug in _references(record):
            known = _known(registry, folder)
            target = f"{folder}/{slug}.md"
            # Another Problem already tells of an unreadable target.
            if slug not in known and target not in unreadable:
                tell(record, key, f"không có {target}", suggest(slug, known))
        for line, slug in (
            override_bodies(record, catalog.text_of(uri)) if isinstance(record, Document) else ()
        ):
            target = f"{folders.BODIES}/{slug}.md"
            if slug not in registry.bodies and target not in unreadable:
                hint = suggest(slug, registry.bodies)
                problems.append(Problem(uri, line, "to", f"không có {target}", hint))
    for one, own_key, message, hint in (*_chains(registry), *_circles(catalog)):
        tell(one, (own_key,), message, hint)
    for uris in shared_identities(catalog, scope):
        for document in map(catalog.known, uris[1:]):
            assert isinstance(document, Document)
            tell(
                document,
                ("number",),
                f"số {document.number} năm {document.day.year} của {document.issuer} "
                f"đã có ở {uris[0]}",
                "xem hai tệp có phải một văn bản; nếu phải thì xóa một, "
                "nếu không thì sửa số hoặc ngày",
            )
    for slug in people_of_many_names(catalog, scope):
        for named, key, name, known_name, known_in in _name_clashes(catalog, slug):
            tell(
                named,
                key,
                f"“{name}” và “{known_name}” (trong {known_in}) chỉ khác dấu, sẽ thành một người",
                "viết tên cho giống nhau; nếu là hai người thì tạo tệp trong "
                f"{folders.PEOPLE}/ cho một người và ghi tên tệp ấy vào id",
            )
    return problems


def _chains(registry: Registry) -> Iterator[tuple[Record, str, str, str]]:
    """Yield (record, key, message, hint) for each body in a circle or in a chain without end."""
    for key, circle, chain, hint in _CHAINS:
        for fault in faults_of_chains(registry.bodies, key):
            body = registry.bodies[fault.slug]
            if fault.circle:
                yield body, key, f"{circle}: {fault.circle}", _CIRCLE_HINT
            else:
                yield body, key, chain, hint


def _circles(catalog: Catalog) -> Iterator[tuple[Record, str, str, str]]:
    """Yield (record, key, message, hint) for each document in a circle of replacements."""
    for document, uris in find_circles(catalog):
        own = document.file.src_uri
        named = name_circle((own, *(uri for uri in uris if uri != own)), len(uris))
        key = "replaces" if document.replaces else "replaced_by"
        yield document, key, f"các văn bản thay thế nhau thành vòng: {named}", _REPLACES_HINT


def reference_targets(record: Record, text: RenderedText) -> Iterator[str]:
    """Yield the src_uri of every record that a record refers to by name, also in its text."""
    for _, folder, slug in _references(record):
        yield f"{folder}/{slug}.md"
    if isinstance(record, Document):
        yield from (f"{folders.BODIES}/{slug}.md" for _, slug in override_bodies(record, text))


def _known(registry: Registry, folder: str) -> Iterable[str]:
    return {
        folders.BODIES: registry.bodies,
        folders.SECTIONS: registry.sections,
        folders.PEOPLE: registry.people,
    }[folder]


def _references(record: Record) -> Iterator[tuple[KeyPath, str, str]]:
    """Yield (key, folder, slug) for every record that `record` refers to by name."""
    if isinstance(record, Body):
        if record.parent:
            yield ("parent",), folders.BODIES, record.parent
        if record.succeeded_by:
            yield ("succeeded_by",), folders.BODIES, record.succeeded_by
    if isinstance(record, Article):
        yield ("section",), folders.SECTIONS, record.section
        if record.publisher:
            yield ("publisher",), folders.BODIES, record.publisher
    if isinstance(record, Document):
        yield ("issuer",), folders.BODIES, record.issuer
    if isinstance(record, Article | Document):
        for index, slug in enumerate(record.bodies):
            yield ("bodies", index), folders.BODIES, slug
    if isinstance(record, Dated):
        for index, mention in enumerate(record.people):
            if mention.id:
                yield ("people", index, "id"), folders.PEOPLE, person_slug(mention)
        if record.meeting:
            for index, slug in enumerate(record.meeting.bodies):
                yield ("meeting", "bodies", index), folders.BODIES, slug


def _name_clashes(catalog: Catalog, slug: str) -> Iterator[tuple[Dated, KeyPath, str, str, str]]:
    """Yield each name that shares a page with a differently marked spelling of it.

    The right spelling is that of the person's own record, or else the first by file.
    """
    person = catalog.registry.people.get(slug)
    first = (person.name, person.file.src_uri) if person else None
    rows = catalog.connection.execute(
        "select distinct src_uri from mentions where person = ? order by src_uri", (slug,)
    )
    for (uri,) in rows.fetchall():
        record = catalog.dated(uri)
        for key, name in _names(record):
            if slug_named(record, name) != slug:
                continue
            first = first or (name, uri)
            is_told_apart = any(mention.id == slug for mention in record.people)
            if exact(first[0]) != exact(name) and not is_told_apart:
                yield record, key, name, *first


def _names(item: Dated) -> Iterator[tuple[KeyPath, str]]:
    for index, mention in enumerate(item.people):
        yield ("people", index, "name"), mention.name
    if isinstance(item, Document) and item.signer:
        yield ("signer", "name"), item.signer.name
    if item.meeting:
        for index, name in enumerate(item.meeting.chairs):
            yield ("meeting", "chairs", index), name
