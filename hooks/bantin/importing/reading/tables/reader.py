"""Reads a table into captures, one a row, once an editor has confirmed its columns."""

from __future__ import annotations

import hashlib
import html
import itertools
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from bantin.importing.capture import Capture
from bantin.importing.reading.capture_builder import CaptureBuilder
from bantin.importing.reading.decoding import decode_text
from bantin.importing.reading.given_file import hold_name, read_bytes
from bantin.importing.reading.html.page_blocks import BlockWalker
from bantin.importing.reading.html.saved_page import read_beside
from bantin.importing.reading.html.tree import parse_page
from bantin.importing.reading.tables.columns import (
    Columns,
    UnconfirmedColumnsError,
    draft_columns,
    format_columns,
    key_of,
    parse_columns,
)
from bantin.importing.reading.tables.roles import ColumnRole
from bantin.importing.reading.tables.rows import Table, TableRow, open_csv, open_json, open_sheets

# Rows that are looked at for a draft.
_LOOKED_AT = 50
_MOST_BYTES = 200_000_000
_TOO_LARGE = "bảng lớn hơn 200 MB; xuất thành nhiều tệp nhỏ hơn"
_HTML = re.compile(r"<(?:p|br|div|span|table|ul|ol|h[1-6]|img|strong|b|i|em|a)\b[^<>]*>", re.I)
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,500})?/?>", re.I)
_SEVERAL = re.compile(r"[;\n|]")
# Where a column of a name stands in words for an editor.
_PLACE = "cột “{label}”, {row}"


def read_table(
    path: Path, file_format: str, columns_of: Callable[[str], str | None]
) -> Iterator[Capture]:
    """Yield an item for each row of a file's tables.

    Args:
        path: of the file.
        file_format: "csv", "json", "xlsx", "xls" or "ods".
        columns_of: gives the text of the file of columns for a key; None where there is none.

    Raises:
        UnconfirmedColumnsError: an editor must look at the columns first.
        ImportRefusedError: it is no table that can be read.
    """
    name = hold_name(path.name)
    raw = read_bytes(path, _MOST_BYTES, _TOO_LARGE)
    repairs: list[str] = []
    doubts: list[str] = []
    sha256 = hashlib.sha256(raw).hexdigest()
    parts: set[str] = set()
    for table in _open(path, raw, file_format, repairs, doubts):
        columns, rows = _confirmed(table, columns_of)
        for row in rows:
            items = dict(zip(table.labels, row.cells, strict=True))
            part = _part_of(items, columns, row)
            is_again = part in parts
            if is_again:
                part = f"{part}, {row.place}"
            parts.add(part)
            builder = CaptureBuilder(name, sha256, file_format=file_format, part=part)
            if is_again:
                builder.doubt(f"{row.place}: mã số trùng với một hàng ở trên")
            for told in repairs:
                builder.repair(told)
            for told in doubts:
                builder.doubt(told)
            for told in row.doubts:
                builder.doubt(told)
            _add_row(builder, items, columns, row.place, path)
            if not builder.is_empty:
                yield builder.build()


def _open(
    path: Path, raw: bytes, file_format: str, repairs: list[str], doubts: list[str]
) -> Iterator[Table]:
    if file_format in ("csv", "json"):
        text = decode_text(raw, "", repairs, doubts, guess=False)
        return open_csv(text) if file_format == "csv" else open_json(text)
    return open_sheets(path)


def _confirmed(
    table: Table, columns_of: Callable[[str], str | None]
) -> tuple[Columns, Iterator[TableRow]]:
    """Return the confirmed columns of a table, and all its rows."""
    key = key_of(table.labels)
    written = columns_of(key)
    if written is not None:
        columns = parse_columns(written, table.labels, f"{key}.yml")
        if columns.is_confirmed:
            return columns, table.rows
        raise UnconfirmedColumnsError(key, "")
    first = list(itertools.islice(table.rows, _LOOKED_AT))
    columns = draft_columns(table.labels, (row.cells for row in first))
    examples = {
        label: next((row.cells[at] for row in first if row.cells[at].strip()), "")
        for at, label in enumerate(table.labels)
    }
    raise UnconfirmedColumnsError(key, format_columns(columns, examples))


def _part_of(items: Mapping[str, str], columns: Columns, row: TableRow) -> str:
    """Return the item's number in the old system, or else its row."""
    numbers = [items[label].strip() for label in columns.of(ColumnRole.ITEM)]
    return f"bài {numbers[0]}" if any(numbers) else row.place


def _add_row(
    builder: CaptureBuilder,
    items: Mapping[str, str],
    columns: Columns,
    place: str,
    path: Path,
) -> None:
    for label, role in columns.roles.items():
        cell, where = items[label], _PLACE.format(label=label, row=place)
        if not cell.strip():
            continue
        if role.field is not None:
            builder.field(role.field, _plain(cell), where)
        elif role is ColumnRole.BODY:
            _add_body(builder, cell, path)
        elif role is ColumnRole.FILE:
            for address in filter(None, map(str.strip, _SEVERAL.split(cell))):
                builder.link(address, address.rpartition("/")[2])
        elif role is ColumnRole.PICTURE:
            for address in filter(None, map(str.strip, _SEVERAL.split(cell))):
                ending = Path(address.partition("?")[0]).suffix.lower()
                builder.picture(b"", ending or ".jpg", address=address)
    if builder.is_empty:
        builder.doubt(f"{place}: không có nội dung; chỉ có các mục ở những cột khác")
        short = (
            items[label]
            for role in (ColumnRole.SUMMARY, ColumnRole.TITLE)
            for label in columns.of(role)
        )
        builder.paragraph(_plain(next(filter(str.strip, short), "")))


def _add_body(builder: CaptureBuilder, cell: str, path: Path) -> None:
    if _HTML.search(cell):
        tree = parse_page(f"<body>{cell}</body>")
        walker = BlockWalker(open_file=partial(read_beside, path.parent), dropped=())
        if tree.body is not None:
            walker.read(tree.body)
        walker.write(builder, (), guess_bold=True)
        return
    for number, line in enumerate(cell.replace("\r\n", "\n").split("\n")):
        builder.paragraph(line, after_blank=number == 0)


def _plain(cell: str) -> str:
    """Return the words of a cell that may hold a little HTML, as titles of databases do."""
    if "<" in cell and _TAG.search(cell):
        cell = _TAG.sub(" ", cell)
    return html.unescape(cell)
