"""Every article and document as JSON, in a file for each kind and month.

Not a file for each record: 50,000 more files would cost every build more than all that they say. A
record is addressed within its month's file, by JSON Pointer: `…/2021/10.json#/records/<slug>`. The
values are those that the editor wrote, by the same names, so that the schema of front matter holds.

Source: RFC 6901 (JSON Pointer).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import to_json

from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.records import folders
from bantin.records.lasting_ids import lasting_id
from bantin.rendering.linked_text import LinkedText
from bantin.rendering.renderer import Renderer

DATA_URL = f"{folders.DATA}/"
SCHEMA_PATH = f"{DATA_URL}schema.json"
# How a text came here is for editors: what was mended and guessed, the name of a file of theirs.
PRIVATE = frozenset({"file", "header", "repairs", "guesses"})
# The parts of a record that are files of the site.
FILES = ("photos", "attachments")


@dataclass(frozen=True, slots=True)
class MonthData:
    """The records of a month: slug and values of each, newest first; addresses are relative."""

    path: str
    kind: str
    month: str
    records: tuple[tuple[str, Mapping[str, Any]], ...]


def month_path(kind: str, month: str) -> str:
    """Return the file of a kind's month: "api/tin-tuc/2021/10.json"."""
    return f"{DATA_URL}{kind}/{month[:4]}/{month[5:7]}.json"


def pointer_to(url: str, day: str) -> str:
    """Return where the data of the record at an address are, relative to the root.

    Args:
        url: "tin-tuc/2021/10/hop-ban/".
        day: ISO date of the record; what follows the date does not count.
    """
    kind, *_, slug = url.removesuffix("/").split("/")
    return f"{month_path(kind, day)}#/records/{slug}"


def plan_month(kind: str, month: str, book: AddressBook) -> Iterator[Output]:
    """Declare the file of a month ("2021-10"); nothing where it holds no record."""
    items = book.catalog.timeline(kind).in_month(int(month[:4]), int(month[5:]))
    if items:
        records = tuple((item.slug, record_values(item.src_uri, book)) for item in items)
        path = month_path(kind, month)
        yield Output(path, MonthData(path, kind, month, records), render_month)


def record_values(src_uri: str, book: AddressBook) -> dict[str, Any]:
    """Return what the data say of a record; addresses are relative to the root."""
    values = book.catalog.written(src_uri)
    told: dict[str, Any] = {
        "id": lasting_id(src_uri, values.get("redirect_from", ())),
        "url": f"{src_uri.removesuffix('.md')}/",
        **values,
    }
    if "source" in told:
        told["source"] = {key: one for key, one in told["source"].items() if key not in PRIVATE}
    for name in FILES:
        if name in told:
            told[name] = [_with_url(part, src_uri, book) for part in told[name]]
    told["html"] = book.link(src_uri, book.catalog.text_of(src_uri))
    return told


def _with_url(part: Mapping[str, Any], src_uri: str, book: AddressBook) -> Mapping[str, Any]:
    url = book.resolve_file(src_uri, part["src"]) if part.get("src") else None
    return {**part, "url": url} if url else part


def absolute(values: Mapping[str, Any], root: str) -> dict[str, Any]:
    """Return what `record_values` gave with its addresses made absolute."""
    told = {**values, "url": root + values["url"]}
    for name in FILES:
        if name in told:
            told[name] = [
                {**part, "url": root + part["url"]} if "url" in part else part
                for part in told[name]
            ]
    if "html" in told:
        text: LinkedText = told["html"]
        told["html"] = text.to_html(root)
    return told


def render_month(renderer: Renderer, view: MonthData) -> bytes:
    """Return the file of a month."""
    root = renderer.site.url
    data = {
        "schema": root + SCHEMA_PATH,
        "kind": view.kind,
        "month": view.month,
        "records": {slug: absolute(values, root) for slug, values in view.records},
    }
    return to_json(data) + b"\n"
