"""What the commands of the review list tell an editor, in Vietnamese, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from bantin.importing.review.accept import Accepted
from bantin.importing.review.write_review import PAGE, TABLE, ReviewTotals
from bantin.text.dates import count


def describe_review(totals: ReviewTotals, store: Path) -> Iterator[str]:
    """Yield where the list lies, and how long it is."""
    if not totals.waiting:
        yield "Không còn bản ghi nào chờ xem lại."
        return
    lacking = f", {count(totals.lacking)} còn thiếu khóa bắt buộc" if totals.lacking else ""
    gone = f", {count(totals.gone)} đã bị xóa khỏi docs/" if totals.gone else ""
    yield f"Chờ xem lại: {count(totals.waiting)} bản ghi{lacking}{gone}."
    yield f"  Mở bằng trình duyệt: {store / PAGE}"
    yield f"  Hoặc bằng chương trình bảng tính: {store / TABLE}"
    yield (
        "Xem xong thì đánh dấu cột “Nhận” rồi chạy: python3 scripts/import_files.py --accept "
        f'"{store / TABLE}"'
    )


def describe_accepted(results: Sequence[Accepted]) -> Iterator[str]:
    """Yield what was refused and why, and the number of accepted records."""
    refused = [one for one in results if one.refusal]
    for one in refused:
        yield f"{one.src_uri}: CHƯA NHẬN, {one.refusal}."
    before = sum(one.was_published for one in results)
    taken = len(results) - len(refused) - before
    already = f", {count(before)} đã đăng từ trước" if before else ""
    left = f", {count(len(refused))} chưa nhận được" if refused else ""
    yield f"Đã nhận {count(taken)} bản ghi{already}{left}."
    if not results:
        yield f"Không có bản ghi nào được đánh dấu: ghi “x” vào cột “Nhận” của {TABLE}."
    elif taken:
        yield "Việc tiếp theo: chạy python3 scripts/check.py, rồi đăng như mọi khi."
