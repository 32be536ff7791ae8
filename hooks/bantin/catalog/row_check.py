"""Checks that every packed row of the catalog's tables can be read again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

from bantin.catalog.decisions import unpack_decided, unpack_given
from bantin.catalog.export_lines import ExportReferences, unpack_export_line
from bantin.catalog.items import unpack_item
from bantin.errors import StoreError
from bantin.records.codec import decode_record
from bantin.records.models import Record
from bantin.rendering.rendered_text import unpack_text

# What reading a damaged text or number can raise.
UNREADABLE = (ValueError, TypeError, LookupError, AttributeError)


def _read_export_line(packed: str) -> None:
    ExportReferences.parse(unpack_export_line(packed).refers_to)


_PACKED: tuple[tuple[str, str, Callable[[Any], object]], ...] = (
    ("records", "content", decode_record),
    ("texts", "text", unpack_text),
    ("items", "item", unpack_item),
    ("export_lines", "line", _read_export_line),
    ("decided", "content", unpack_decided),
    ("decided", "given", unpack_given),
)


def check_rows(connection: sqlite3.Connection) -> None:
    """Read every packed row. Takes some seconds for 50,000 records.

    Raises:
        StoreError: a row cannot be read, belongs to another record, or is missing.
    """
    for table, column, read in _PACKED:
        rows = connection.execute(f"select src_uri, {column} from {table}")
        for src_uri, packed in rows:
            try:
                value = read(packed)
                if isinstance(value, Record) and value.file.src_uri != src_uri:
                    raise ValueError(f"the row of {value.file.src_uri}")
            except UNREADABLE as error:
                raise StoreError(f"bị hỏng (dòng {src_uri} của bảng {table})") from error
    for table, other in (("records", "texts"), ("texts", "records"), ("items", "records")):
        lost = connection.execute(
            f"select src_uri from {table} where src_uri not in (select src_uri from {other})"
        ).fetchone()
        if lost:
            raise StoreError(f"bị hỏng (bảng {other} thiếu dòng {lost[0]})")
