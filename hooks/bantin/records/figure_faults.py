"""Mistakes in figures that are valid one by one. Vietnamese, one line each.

Knows one record and how its front matter was written; nothing of other records.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from bantin.records.front_matter import KeyPath
from bantin.records.models import Dated, Record

Fault = tuple[KeyPath, str, str]

# YAML reads "1.250" as a number with decimals. A clerk may mean a thousand.
_GROUPED = re.compile(r"\bvalue: *(-?[1-9]\d{0,2}\.\d{3})(?![\d.])")


def figure_faults(
    record: Record, lines: Mapping[KeyPath, int], written: Sequence[str]
) -> Iterator[Fault]:
    """Yield (key, message, hint) for each figure stated twice or with a doubtful mark.

    Args:
        record: valid by itself.
        lines: 1-based line of each key.
        written: the lines of the file.
    """
    if not isinstance(record, Dated):
        return
    known: dict[str, int] = {}
    for index, figure in enumerate(record.figures):
        first = known.setdefault(figure.key, index)
        if first != index:
            yield (
                ("figures", index, "name"),
                f"chỉ tiêu “{figure.name}” cùng đơn vị đã ghi ở figures[{first + 1}]",
                "giữ lại một; nếu là hai chỉ tiêu thì đặt tên cho khác nhau",
            )
        if isinstance(figure.value, float):
            key = ("figures", index, "value")
            line = lines.get(key, 0)
            match = _GROUPED.search(written[line - 1]) if line else None
            if match and float(match[1]) == figure.value:
                yield key, *_explain(match[1])


def _explain(number: str) -> tuple[str, str]:
    shown, whole = number.replace(".", ","), number.replace(".", "")
    return (
        f"“{number}” đọc thành số lẻ {shown}; có lẽ dấu chấm để ngăn hàng nghìn",
        f"viết {whole}; nếu đúng là số lẻ {shown} thì thêm một số 0 ở cuối: {number}0",
    )
