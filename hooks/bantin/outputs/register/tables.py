"""The register as data: JSON for programs and the register's own page, CSV for spreadsheets."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bantin.outputs.data.spreadsheet import csv_bytes
from bantin.outputs.register.entries import Entry, Point
from bantin.outputs.register.orders import AddresseeView
from bantin.text.cells import text_cell

HEADINGS = (
    "Ngày ban hành",
    "Số, ký hiệu",
    "Trích yếu",
    "Mục số",
    "Thuộc mục",
    "Nội dung",
    "Loại việc",
    "Giao cho",
    "Phối hợp",
    "Thời hạn",
    "Hạn chót",
    "Người kết luận",
    "Biên tập viên ghi",
    "Địa chỉ",
    "Mã",
)


def to_json(value: Any) -> bytes:
    """Return a value as compact JSON in UTF-8, with a final line feed."""
    return (json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def entry_values(entry: Entry) -> dict[str, Any]:
    """Return a document and its conclusions in the shape of the JSON files."""
    card = entry.card
    return {
        "id": entry.lasting_id,
        "url": card.url,
        "label": card.label,
        "number": card.number,
        "title": card.title,
        "date": card.day,
        "withdrawn": card.withdrawn,
        "chairs": [{"name": chair.text, "url": chair.url} for chair in entry.chairs],
        "conclusions": [_point_values(point) for point in entry.points],
    }


def _point_values(point: Point) -> dict[str, Any]:
    told = point.told
    # Most points have none of these, and readers fetch thousands.
    rare = {
        "heading": told.heading,
        "helpers": _named(told.helpers),
        "recurs": told.recurs,
        "history": [
            {"said": event.said, "name": event.document.text, "url": event.document.url}
            for event in told.history
        ],
    }
    return {
        "anchor": told.anchor,
        "number": told.number,
        "label": told.label,
        "text": point.text,
        "kind": point.kind,
        "addressees": _named(told.addressees),
        "deadline": told.deadline,
        "due": told.due,
        "edited": list(told.edited),
        **{key: value for key, value in rare.items() if value},
    }


def _named(found: Iterable[AddresseeView]) -> list[dict[str, str]]:
    return [{"name": one.name, "url": one.url} for one in found]


def to_csv(entries: Iterable[Entry], site_url: str) -> bytes:
    """Return a CSV file with a heading line and a line for each conclusion.

    Args:
        entries: documents in order.
        site_url: absolute, ends with "/".
    """
    lines = (_line(entry, point, site_url) for entry in entries for point in entry.points)
    return csv_bytes(HEADINGS, ([text_cell(value) for value in line] for line in lines))


def _line(entry: Entry, point: Point, site_url: str) -> tuple[str, ...]:
    card, told = entry.card, point.told
    return (
        card.day,
        card.number,
        card.title,
        told.number,
        told.heading,
        point.text,
        told.directive,
        "; ".join(one.name for one in told.addressees),
        "; ".join(one.name for one in told.helpers),
        told.deadline,
        told.due,
        "; ".join(chair.text for chair in entry.chairs),
        "; ".join(told.edited),
        site_url + point.url,
        entry.id_of(point),
    )
