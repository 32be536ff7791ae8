"""Opens tables: CSV, JSON and spreadsheets as labels and rows of words.

Knows no meaning of a column. Holds no whole CSV in memory.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bantin.errors import ImportRefusedError
from bantin.importing.reading.tables.roles import role_of_label

_MOST_COLUMNS = 500
_LONGEST_CELL = 20_000_000
_LOOKED_AT = 20
_DELIMITERS = ",;\t|"
# A day that no month can be.
_LATE_DAY = re.compile(r"\s*(?:1[3-9]|2\d|3[01])[/.-]\d{1,2}[/.-]\d{4}")
_ISO_DAY = re.compile(r"\d{4}-(?:0\d|1[0-2])-(?:0\d|1[0-2])(?!\d)")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table.

    Attributes:
        place: where it stands: "hàng 12", "trang tính “Tin”, hàng 3".
        cells: as long as the table's labels.
        doubts: what an editor must look at, in Vietnamese.
    """

    place: str
    cells: tuple[str, ...]
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        labels: of the columns, each once.
        rows: below the labels, each as long as `labels`; empty rows are passed over.
    """

    labels: tuple[str, ...]
    rows: Iterator[TableRow]


def open_csv(text: str) -> Iterator[Table]:
    """Yield the table of a CSV text.

    Raises:
        ImportRefusedError: it has no row of labels.
    """
    csv.field_size_limit(_LONGEST_CELL)
    delimiter = _delimiter_of(text)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)

    def rows() -> Iterator[tuple[str, Sequence[str]]]:
        try:
            for number, row in enumerate(lines, start=1):
                yield f"hàng {number}", row
        except csv.Error as error:
            raise ImportRefusedError(
                f"hàng {lines.line_num} của bảng CSV không đọc được (dấu nháy kép chưa đóng?); "
                "mở bằng Excel, lưu lại dạng CSV UTF-8"
            ) from error

    yield _table(rows())


def _delimiter_of(text: str) -> str:
    """Return the sign between cells: the one that the first rows have most evenly."""
    best, most = ",", 0
    for sign in _DELIMITERS:
        sample = csv.reader(io.StringIO(text[:200_000], newline=""), delimiter=sign)
        try:
            widths = [len(row) for row, _ in zip(sample, range(_LOOKED_AT), strict=False) if row]
        except csv.Error:
            continue
        usual = max(set(widths), key=widths.count, default=0)
        score = widths.count(usual) * (usual - 1)
        if score > most:
            best, most = sign, score
    return best


def open_sheets(path: Path) -> Iterator[Table]:
    """Yield the tables of a spreadsheet: each sheet that holds one.

    Raises:
        ImportRefusedError: it cannot be read.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheets = [(name, book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
    except (CalamineError, ValueError, OSError) as error:
        raise ImportRefusedError(
            "không mở được bảng tính (hỏng, hoặc có mật khẩu); mở bằng Excel hay LibreOffice, "
            "lưu lại dạng .xlsx không mật khẩu"
        ) from error
    for name, rows in sheets:
        if any(any(words_of(cell) for cell in row) for row in rows):
            table = _table(
                (f"trang tính “{name}”, hàng {number}", [words_of(cell) for cell in row])
                for number, row in enumerate(rows, start=1)
            )
            yield Table(table.labels, _without_turned_days(table.rows, _turned_columns(rows)))


def _turned_columns(rows: Sequence[Sequence[object]]) -> frozenset[int]:
    """Return the columns where a spreadsheet has taken days for months.

    Set to American dates it makes 12/03/2026 the third of December, and leaves 13/03/2026 as text.
    """
    found = set()
    for column in range(max(map(len, rows))):
        cells = [row[column] for row in rows if column < len(row)]
        is_date = any(isinstance(cell, dt.date) for cell in cells)
        if is_date and any(isinstance(cell, str) and _LATE_DAY.match(cell) for cell in cells):
            found.add(column)
    return frozenset(found)


def _without_turned_days(rows: Iterator[TableRow], columns: frozenset[int]) -> Iterator[TableRow]:
    """Leave days open that may be turned, and say so."""
    for row in rows:
        turned = [at for at in columns if at < len(row.cells) and _ISO_DAY.match(row.cells[at])]
        doubts = tuple(
            f"{row.place}: ngày “{row.cells[at]}” có thể bị bảng tính đảo ngày với tháng, nên để "
            "trống; xem bản gốc rồi điền tay"
            for at in turned
        )
        cells = tuple("" if at in turned else cell for at, cell in enumerate(row.cells))
        yield TableRow(row.place, cells, (*row.doubts, *doubts))


def words_of(value: object) -> str:
    """Return a cell's value in words: dates in ISO, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.datetime):
        return (
            value.strftime("%Y-%m-%d %H:%M") if value.time() != dt.time() else f"{value:%Y-%m-%d}"
        )
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(words_of, value)))
    if isinstance(value, Mapping):
        # {"rendered": "…"} of WordPress, {"name": "…"} of others
        for key in ("rendered", "name", "title", "value", "text", "url"):
            if isinstance(value.get(key), str):
                return words_of(value[key])
        return ""
    return str(value)


def open_json(text: str) -> Iterator[Table]:
    """Yield the table of a JSON text: a list of objects, one that holds it, or an object a line.

    Raises:
        ImportRefusedError: it is none of these.
    """
    items = _items_of(text)
    labels: dict[str, None] = {}
    for item in items:
        labels.update(dict.fromkeys(map(str, item)))
        if len(labels) > _MOST_COLUMNS:
            raise ImportRefusedError(_TOO_WIDE)
    if not labels:
        raise ImportRefusedError("tệp JSON không có mục nào; cần một danh sách bài")
    rows = (
        TableRow(f"mục {number}", tuple(words_of(item.get(label)) for label in labels))
        for number, item in enumerate(items, start=1)
    )
    yield Table(tuple(labels), (row for row in rows if any(row.cells)))


_TOO_WIDE = f"bảng có hơn {_MOST_COLUMNS} cột; bỏ bớt cột rồi xuất lại"


def _items_of(text: str) -> list[dict[str, Any]]:
    try:
        value = json.loads(text)
    except ValueError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            value = [json.loads(line) for line in lines]
        except ValueError:
            line = getattr(error, "lineno", 1)
            raise ImportRefusedError(
                f"dòng {line} không phải JSON; xuất lại tệp từ hệ thống cũ"
            ) from error
    except RecursionError as error:
        raise ImportRefusedError("tệp JSON lồng nhau quá sâu; xuất lại từ hệ thống cũ") from error
    found = _longest_list(value)
    if not found:
        raise ImportRefusedError(
            "tệp JSON không có danh sách bài nào (dạng [{“title”: …}, …]); xuất lại từ hệ thống cũ"
        )
    return found


def _longest_list(value: object, depth: int = 3) -> list[dict[str, Any]]:
    """Return the longest list of objects that a value is, or holds a few levels down."""
    if isinstance(value, list):
        return [one for one in value if isinstance(one, dict)]
    if isinstance(value, dict) and depth:
        inner = [_longest_list(one, depth - 1) for one in value.values()]
        return max(inner, key=len, default=[])
    return []


def _table(rows: Iterator[tuple[str, Sequence[str]]]) -> Table:
    """Find the labels, pass over what stands above them, and make all rows equally long."""
    above: list[tuple[str, Sequence[str]]] = []
    for place, cells in rows:
        if _is_head(cells):
            labels = _labels(cells)
            if len(labels) > _MOST_COLUMNS:
                raise ImportRefusedError(_TOO_WIDE)
            return Table(labels, _filled(rows, len(labels)))
        above.append((place, cells))
        if len(above) >= _LOOKED_AT:
            break
    raise ImportRefusedError(
        f"không thấy hàng tên cột trong {_LOOKED_AT} hàng đầu của bảng; thêm một hàng đầu với tên "
        "cột như “Tiêu đề”, “Ngày đăng”, “Nội dung”"
    )


def _is_head(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell.strip()]
    known = [role_of_label(cell) for cell in filled]
    return len(filled) >= 2 and sum(role is not None for role in known) >= max(2, len(filled) / 4)


def _labels(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the labels, each once: a second "Ngày" is "Ngày (2)", an empty one is its number."""
    labels: list[str] = []
    for number, cell in enumerate(cells, start=1):
        label = " ".join(cell.split()).lstrip("\ufeff") or f"Cột {number}"
        same = sum(one == label or one.startswith(f"{label} (") for one in labels)
        labels.append(f"{label} ({same + 1})" if same else label)
    return tuple(labels)


def _filled(rows: Iterator[tuple[str, Sequence[str]]], width: int) -> Iterator[TableRow]:
    for place, cells in rows:
        if any(cell.strip() for cell in cells):
            kept = tuple(cells[:width])
            yield TableRow(place, (*kept, *[""] * (width - len(kept))))


OpenText = Callable[[str], Iterator[Table]]
