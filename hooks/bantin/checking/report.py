"""What a check tells the editor, in Vietnamese, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.checking.check import Findings
from bantin.text.dates import count


def describe(findings: Findings) -> Iterator[str]:
    """Yield the lines of a report: what must be mended, what had better be, how much of each."""
    if findings.problems:
        yield "LỖI – phải sửa thì trang mới dựng được:"
        yield ""
        yield from map(str, findings.problems)
        yield ""
    if findings.warnings:
        yield "CẢNH BÁO – trang vẫn dựng được, nhưng nên xem lại:"
        yield ""
        yield from map(str, findings.warnings)
        yield ""
    yield (
        f"Đã kiểm tra {count(findings.size)} bản ghi: "
        f"{count(len(findings.problems)) if findings.problems else 'không có'} lỗi, "
        f"{count(len(findings.warnings)) if findings.warnings else 'không có'} cảnh báo."
    )
