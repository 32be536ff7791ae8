"""The report of a run to the editor, in Vietnamese, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bantin.records.view_counts import LATELY_DAYS
from bantin.text.dates import count, short_date
from bantin.views.fold import Folded

TOP = 5


def describe(folded: Folded) -> Iterator[str]:
    """Yield the lines of a report."""
    yield f"Đã đọc {count(folded.lines)} dòng nhật ký."
    yield f"  {count(folded.unreadable)} dòng hỏng, bỏ qua"
    yield f"  {count(folded.asked)} lần mở trang tin, văn bản; trong đó:"
    yield f"  − {count(folded.robots)} lần của máy tìm kiếm và chương trình tự động"
    yield f"  − {count(folded.repeated)} lần đã đếm trước đây hoặc ghi ở nhiều nhật ký"
    yield f"  − {count(folded.double_clicks)} lần bấm lặp trong 30 giây"
    yield f"  = {count(folded.views)} lượt xem mới"
    if folded.by_record:
        yield ""
        yield "Nhiều lượt xem mới nhất:"
        rows = sorted(folded.by_record.items(), key=lambda row: (-row[1], row[0]))[:TOP]
        yield from (f"  {count(views):>8}  {url}" for url, views in rows)
    totals = folded.totals
    if totals.seen:
        total = sum(seen.total for seen in totals.seen.values())
        lately = sum(seen.lately for seen in totals.seen.values())
        since, until = (short_date(date.fromisoformat(day)) for day in (totals.since, totals.until))
        yield ""
        yield (
            f"Cả kho: {count(total)} lượt xem từ {since} đến {until}, "
            f"{LATELY_DAYS} ngày gần nhất {count(lately)}."
        )
    if folded.lines and not folded.asked:
        yield (
            "Không dòng nào mở trang của kho này: nhật ký có đúng của trang này không, "
            "site_url trong mkdocs.yml có đúng không?"
        )
