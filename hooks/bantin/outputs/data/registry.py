"""The bodies, sections and people as JSON, and the index of all data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from bantin.catalog.timeline_names import DOCUMENTS, NEWS
from bantin.outputs.addresses import AddressBook
from bantin.outputs.data.changes import CHANGES_PATH
from bantin.outputs.data.months import (
    DATA_URL,
    SCHEMA_PATH,
    absolute,
    month_path,
    record_values,
)
from bantin.outputs.output import Output
from bantin.records import folders
from bantin.rendering.renderer import Renderer

INDEX_PATH = f"{DATA_URL}index.json"
TABLE_PATH = f"{DATA_URL}ban-tin.csv"
REGISTRIES = folders.NAMED


@dataclass(frozen=True, slots=True)
class RegistryData:
    """All bodies, sections or people: slug and values, by slug."""

    kind: str
    records: tuple[tuple[str, Mapping[str, Any]], ...]


@dataclass(frozen=True, slots=True)
class IndexData:
    """The index: each kind and month with its number of records, latest first in each kind."""

    months: tuple[tuple[str, str, int], ...]


def plan_registries(book: AddressBook) -> Iterator[Output]:
    """Declare the files of bodies, sections and people, and the index."""
    registry = book.catalog.registry
    known = {folders.BODIES: registry.bodies, folders.SECTIONS: registry.sections}
    for kind, records in known.items():
        values = ((slug, record_values(one.file.src_uri, book)) for slug, one in records.items())
        yield _registry(kind, dict(values))
    yield _registry(folders.PEOPLE, dict(_people(book)))
    months = tuple(
        (kind, month, size)
        for kind in (NEWS, DOCUMENTS)
        for month, size in book.catalog.timeline(kind).months
    )
    yield Output(INDEX_PATH, IndexData(months), render_index)


def _people(book: AddressBook) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield everyone whom records name. Most of them have no record of their own."""
    known = book.catalog.registry.people
    for slug, name in book.catalog.people_names().items():
        if slug in known:
            yield slug, record_values(known[slug].file.src_uri, book)
        else:
            yield (
                slug,
                {"id": f"{folders.PEOPLE}/{slug}", "url": folders.person_url(slug), "name": name},
            )


def _registry(kind: str, records: Mapping[str, Mapping[str, Any]]) -> Output:
    path = registry_path(kind)
    return Output(path, RegistryData(kind, tuple(sorted(records.items()))), render_registry)


def registry_path(kind: str) -> str:
    """Return the file of all bodies ("to-chuc"), sections or people."""
    return f"{DATA_URL}{kind}.json"


def render_registry(renderer: Renderer, view: RegistryData) -> bytes:
    """Return the file of one kind."""
    root = renderer.site.url
    data = {
        "schema": root + SCHEMA_PATH,
        "kind": view.kind,
        "records": {slug: absolute(values, root) for slug, values in view.records},
    }
    return to_json(data, indent=1) + b"\n"


def render_index(renderer: Renderer, view: IndexData) -> bytes:
    """Return the index of all data."""
    site = renderer.site
    data = {
        "schema": site.url + SCHEMA_PATH,
        "name": site.name,
        "url": site.url,
        "description": site.description,
        "language": "vi",
        "id_prefix": site.id_of(""),
        "table": site.url + TABLE_PATH,
        "changes": site.url + CHANGES_PATH,
        "registries": {kind: site.url + registry_path(kind) for kind in REGISTRIES},
        "months": [
            {"kind": kind, "month": month, "size": size, "url": site.url + month_path(kind, month)}
            for kind, month, size in view.months
        ],
    }
    return to_json(data, indent=1) + b"\n"
