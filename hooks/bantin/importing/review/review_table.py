"""The review list as a table for spreadsheets: written for editors, and read again as they left it.

Source: RFC 4180. UTF-8 with a BOM; no cell can be run as a formula.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bantin.errors import ImportRefusedError
from bantin.importing.proposal import Sure
from bantin.importing.review.entries import ReviewEntry, ReviewField
from bantin.importing.review.labels import field_label, field_order, sure_label
from bantin.text.cells import text_cell
from bantin.text.slug import slugify
from bantin.unforeseen import reason_of

TAKE = "Nhận"
NOTE = "Ghi chú"
RECORD = "Bản ghi"
_HEAD = (
    *(TAKE, NOTE, "Mức nghi ngờ", RECORD, "Tiêu đề", "Tình trạng", "Còn thiếu"),
    *("Mâu thuẫn, cần xem", "Đã sửa khi nhập", "Tệp gốc", "Chỗ trong tệp gốc", "Định dạng"),
)
_YES = frozenset(
    "x xx v 1 co c nhan da-nhan ok oke okay y yes true dung dong-y duyet da-duyet dang roi".split()
)
_YES_SIGNS = frozenset("✓✔☑✅√+")
_NO = re.compile(r"(?:khong|k|no|n|0|false|chua|bo|sai|hoi|de|cho|xem|sua|can|huy|xoa)(?:-.*)?")


@dataclass(frozen=True, slots=True)
class EditorsRow:
    """What an editor wrote beside a record.

    Attributes:
        src_uri: the record.
        take: the cell under "Nhận", as written.
        note: the cell under "Ghi chú".
    """

    src_uri: str
    take: str
    note: str

    @property
    def is_taken(self) -> bool:
        """True where a yes stands under "Nhận"."""
        return slugify(self.take) in _YES or self.take.strip() in _YES_SIGNS

    @property
    def is_unclear(self) -> bool:
        """True where neither a yes nor a no stands under "Nhận"."""
        word = slugify(self.take)
        return bool(word) and not self.is_taken and _NO.fullmatch(word) is None


def write_table(entries: Sequence[ReviewEntry], written: Iterable[EditorsRow] = ()) -> bytes:
    """Return the file: a heading line and a line for each record.

    Args:
        entries: in the order of the list.
        written: what an editor wrote in an earlier table; kept for records that still wait.
    """
    keys = sorted({field.key for one in entries for field in one.fields}, key=field_order)
    kept = {row.src_uri: row for row in written}
    text = io.StringIO()
    writer = csv.writer(text)
    columns = [column for key in keys for column in _columns(key)]
    writer.writerow([*_HEAD, *columns])
    for entry in entries:
        row = kept.get(entry.src_uri)
        cells = [*_head_cells(entry, row), *_field_cells(entry, keys)]
        writer.writerow([text_cell(cell) for cell in cells])
    return text.getvalue().encode("utf-8-sig", "replace")


def read_table(path: Path) -> list[EditorsRow]:
    """Return the rows of a table that an editor has saved, with commas, semicolons or tabs.

    Raises:
        ImportRefusedError: it cannot be read, or has not the columns.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ImportRefusedError(f"không đọc được {path} ({reason_of(error)})") from error
    coding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError as error:
        raise ImportRefusedError(
            f"{path} không phải mã UTF-8; trong chương trình bảng tính, lưu lại với kiểu "
            "“CSV UTF-8”"
        ) from error
    head = text.partition("\n")[0]
    sign = max(",;\t", key=head.count)
    try:
        lines = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as error:
        raise ImportRefusedError(f"{path} không đọc được như một bảng CSV") from error
    return list(_rows(lines, path))


def _rows(lines: Sequence[dict[str | None, str | None]], path: Path) -> Iterator[EditorsRow]:
    if lines and not {TAKE, RECORD} <= lines[0].keys():
        raise ImportRefusedError(
            f"{path} không có cột “{TAKE}” và “{RECORD}”; dùng tệp review.csv mà máy đã ghi, "
            "giữ nguyên dòng đầu"
        )
    for line in lines:
        if uri := (line[RECORD] or "").strip():
            yield EditorsRow(uri, (line[TAKE] or "").strip(), (line.get(NOTE) or "").strip())


def _columns(key: str) -> Iterator[str]:
    label = field_label(key)
    name = key if label == key else f"{label} ({key})"
    yield name
    yield f"{name}: độ chắc"


def _head_cells(entry: ReviewEntry, row: EditorsRow | None) -> list[str]:
    item = entry.item
    state = entry.state.value
    if entry.is_moved:
        state += f", đã chuyển từ {item.target}"
    return [
        row.take if row else "",
        row.note if row else "",
        str(entry.doubt.score),
        entry.src_uri,
        entry.title,
        "; ".join([state, *entry.faults]),
        ", ".join(entry.missing),
        "; ".join(item.doubts),
        "; ".join(item.repairs),
        item.file,
        item.part,
        item.format,
    ]


def _field_cells(entry: ReviewEntry, keys: Sequence[str]) -> Iterator[str]:
    fields = {field.key: field for field in entry.fields}
    for key in keys:
        field = fields.get(key)
        yield field.value if field else ""
        yield sure_cell(field) if field else ""


def sure_cell(field: ReviewField) -> str:
    """Return how sure a field is and why, in a line."""
    if field.imported is not None:
        before = f"“{field.imported}”" if field.imported else "để trống"
        return f"biên tập viên đã sửa; lúc nhập: {before}"
    told = "CÒN THIẾU" if field.is_missing else sure_label(field.sure)
    place = f"ở {field.where}" if field.where and field.sure is not Sure.OPEN else ""
    return "; ".join(filter(None, (told, field.note, place)))
