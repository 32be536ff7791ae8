"""What the columns of a table are: drafted by looking, confirmed by an editor in a small file.

The file of columns is YAML. One file serves all tables with the same columns.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

from bantin.errors import ImportRefusedError
from bantin.importing.reading.tables.roles import MEANINGS, ColumnRole, role_of_label
from bantin.records.characters import without_mendable

_CONFIRMED, _COLUMNS = "xac-nhan", "cot"
_YES = (True, "có", "co", "yes", "đúng")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?|\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.{0,16}")
_NUMBER = re.compile(r"\d{1,10}")
_DOCUMENT_NUMBER = re.compile(r"\d{1,6}\s*/(?:\d{4}/)?[A-ZĐƯ][\w.Đđ-]{1,30}")
_ADDRESS = re.compile(r"https?://\S{4,500}")
_PICTURE = re.compile(r"\S(?:.{0,300})\.(?:jpe?g|png|gif|webp|bmp)", re.IGNORECASE)
_FILE = re.compile(r"\S(?:.{0,300})\.(?:pdf|docx?|xlsx?|rtf|odt|zip|rar)", re.IGNORECASE)
_MOST_OF = 0.8
_LENGTH_OF_A_TEXT = 200
_EXAMPLE_SIGNS = 60
# Two columns may give one of these.
_MANY = {ColumnRole.PASSED_OVER, ColumnRole.PICTURE, ColumnRole.FILE, ColumnRole.TAGS}
_HEAD = """\
# Cột nào của bảng là gì. Máy đoán bằng cách nhìn tên cột và các hàng đầu; hãy xem từng dòng, sửa
# cho đúng, rồi đổi “{confirmed}: không” thành “{confirmed}: có” và chạy lại lệnh nhập.
# Mọi bảng có đúng các cột này đều dùng chung tệp này. Có thể ghi:
{words}
{confirmed}: không
{columns}:
"""


@dataclass(frozen=True, slots=True)
class Columns:
    """The roles of a table's columns.

    Attributes:
        roles: by label, in the table's order.
        is_confirmed: an editor has said that they are right.
    """

    roles: Mapping[str, ColumnRole]
    is_confirmed: bool = False

    def of(self, role: ColumnRole) -> tuple[str, ...]:
        """Return the labels of the columns that have a role."""
        return tuple(label for label, its in self.roles.items() if its is role)


@dataclass(slots=True)
class _SeenColumn:
    """The cells of a column that were looked at."""

    label: str
    cells: list[str] = field(default_factory=list)

    def mostly(self, pattern: re.Pattern[str]) -> bool:
        fits = sum(bool(pattern.fullmatch(cell)) for cell in self.cells)
        return bool(self.cells) and fits >= _MOST_OF * len(self.cells)

    @property
    def length(self) -> float:
        return sum(map(len, self.cells)) / len(self.cells) if self.cells else 0.0


class UnconfirmedColumnsError(ImportRefusedError):
    """Nobody has confirmed yet what the columns of a table are.

    Attributes:
        key: name of the file of columns, without ending.
        draft: text of that file; "" where one lies there already.
    """

    def __init__(self, key: str, draft: str) -> None:
        self.key, self.draft = key, draft
        super().__init__(
            "chưa ai xác nhận các cột của bảng này; mở tệp cột, xem từng cột là gì, ghi "
            "“xac-nhan: có” rồi chạy lại lệnh nhập"
        )


def key_of(labels: Sequence[str]) -> str:
    """Return the name of the file of columns for a table with these labels, without ending."""
    told = json.dumps(list(labels), ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def draft_columns(labels: Sequence[str], rows: Iterable[Sequence[str]]) -> Columns:
    """Guess what columns are, by label first, then by what stands in them.

    Args:
        labels: of all columns, each once.
        rows: some rows, each as long as `labels`.
    """
    seen = [_SeenColumn(label) for label in labels]
    for row in rows:
        for column, cell in zip(seen, row, strict=True):
            if cell.strip():
                column.cells.append(cell.strip())
    roles: dict[str, ColumnRole] = {}
    for column in seen:
        role = role_of_label(column.label)
        if role and _can_be(column, role) and (role in _MANY or role not in roles.values()):
            roles[column.label] = role
    rest = [column for column in seen if column.label not in roles]
    for column in rest:
        role = _role_of_cells(column)
        if role and role not in roles.values():
            roles[column.label] = role
    unknown = [column for column in rest if column.label not in roles]
    longest = max(unknown, key=lambda column: column.length, default=None)
    if ColumnRole.BODY not in roles.values() and longest and longest.length > _LENGTH_OF_A_TEXT:
        roles[longest.label] = ColumnRole.BODY
    return Columns({label: roles.get(label, ColumnRole.PASSED_OVER) for label in labels})


def _can_be(column: _SeenColumn, role: ColumnRole) -> bool:
    """Tell whether the cells do not contradict the label."""
    if not column.cells:
        return role is not ColumnRole.BODY
    if role is ColumnRole.VIEWS:
        return column.mostly(re.compile(r"[\d.,]{1,15}"))
    if role is ColumnRole.DATE:
        return any(any(sign.isdigit() for sign in cell) for cell in column.cells)
    return True


def _role_of_cells(column: _SeenColumn) -> ColumnRole | None:
    for role, pattern in (
        (ColumnRole.DATE, _DATE),
        (ColumnRole.NUMBER, _DOCUMENT_NUMBER),
        (ColumnRole.URL, _ADDRESS),
        (ColumnRole.PICTURE, _PICTURE),
        (ColumnRole.FILE, _FILE),
    ):
        if column.mostly(pattern):
            return role
    is_counted = column.mostly(_NUMBER) and len(set(column.cells)) == len(column.cells)
    return ColumnRole.ITEM if is_counted and len(column.cells) > 1 else None


def format_columns(columns: Columns, examples: Mapping[str, str]) -> str:
    """Return the file of columns for an editor to look at.

    Args:
        columns: the draft.
        examples: a cell of each column, by label.
    """
    words = "\n".join(f"#   {role.value:<13} {meaning}" for role, meaning in MEANINGS.items())
    lines = [_HEAD.format(confirmed=_CONFIRMED, columns=_COLUMNS, words=words)]
    for label, role in columns.roles.items():
        example = " ".join(without_mendable(examples.get(label, ""))[0].split())
        if len(example) > _EXAMPLE_SIGNS:
            example = f"{example[:_EXAMPLE_SIGNS]}…"
        told = f"  # ví dụ: {example}" if example else "  # cột trống"
        lines.append(f"  {json.dumps(label, ensure_ascii=False)}: {role.value}{told}\n")
    return "".join(lines)


def confirmed(text: str) -> str:
    """Return the text of a file of columns with the note that an editor has confirmed it."""
    return re.sub(rf"^{_CONFIRMED}:.*$", f"{_CONFIRMED}: có", text, count=1, flags=re.MULTILINE)


def parse_columns(text: str, labels: Sequence[str], name: str) -> Columns:
    """Read a file of columns.

    Args:
        text: of the file.
        labels: of the table.
        name: of the file, for messages.

    Raises:
        ImportRefusedError: it is not as it must be; the message tells all faults.
    """
    try:
        values = yaml.safe_load(text)
    except (yaml.YAMLError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f", dòng {mark.line + 1}" if mark else ""
        raise ImportRefusedError(
            f'không đọc được tệp cột {name}{line}; viết mỗi cột một dòng như “  "Tiêu đề": tieu-de”'
        ) from error
    roles = values.get(_COLUMNS) if isinstance(values, dict) else None
    if not isinstance(roles, dict):
        raise ImportRefusedError(f"tệp cột {name} không có mục “{_COLUMNS}:”; xóa tệp rồi chạy lại")
    by_word = {role.value: role for role in ColumnRole}
    told = {str(label): str(word).strip() for label, word in roles.items()}
    faults = [
        f"cột “{label}” ghi “{word}”, không có loại cột ấy"
        for label, word in told.items()
        if word not in by_word
    ]
    faults += [f"thiếu cột “{label}”" for label in labels if label not in told]
    faults += [f"bảng không có cột “{label}”" for label in told if label not in labels]
    chosen = {label: by_word[told[label]] for label in labels if told.get(label) in by_word}
    for role in ColumnRole:
        same = [label for label, its in chosen.items() if its is role]
        if len(same) > 1 and role not in _MANY:
            faults.append(f"hai cột cùng là “{role.value}”: {', '.join(same)}")
    if not faults and not {ColumnRole.TITLE, ColumnRole.BODY} & set(chosen.values()):
        faults.append(f"không cột nào là “{ColumnRole.TITLE.value}” hoặc “{ColumnRole.BODY.value}”")
    if faults:
        raise ImportRefusedError(f"tệp cột {name}: {'; '.join(faults)}; sửa tệp ấy rồi chạy lại")
    return Columns(chosen, values.get(_CONFIRMED) in _YES)
