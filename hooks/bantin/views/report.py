"""The report of a run to the editor, in Vietnamese, as plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bantin.errors import printable, shorten
from bantin.records.view_counts import LATELY_DAYS
from bantin.text.dates import count, short_date
from bantin.views.count_logs import LogCounts

TOP = 5
_LONGEST_HOSTS = 200


def describe(counts: LogCounts) -> Iterator[str]:
    """Yield the lines of a report."""
    yield f"Đã đọc {count(counts.lines)} dòng nhật ký."
    if counts.damaged:
        months = ", ".join(f"{month[5:]}/{month[:4]}" for month in counts.damaged)
        yield (
            f"  Cảnh báo: sổ của máy đếm về tháng {months} bị hỏng, đã cất riêng (tệp .hong) và "
            "lập lại; số đã đếm trong docs/ vẫn còn."
        )
    yield f"  {count(counts.unreadable)} dòng hỏng, bỏ qua"
    if counts.ahead:
        yield f"  {count(counts.ahead)} dòng ghi ngày chưa tới, không đếm"
        yield "    (đồng hồ của máy chủ ấy có đúng không?)"
    if counts.elsewhere:
        most = sorted(counts.elsewhere, key=lambda host: -counts.elsewhere[host])[:TOP]
        hosts = shorten(printable(", ".join(most)), _LONGEST_HOSTS)
        lines = count(sum(counts.elsewhere.values()))
        yield f"  {lines} dòng của tên miền khác, không đếm: {hosts}"
        yield "    (nếu cũng là của trang này: thêm --host TÊN_MIỀN)"
    yield f"  {count(counts.asked)} lần mở trang tin, văn bản; trong đó:"
    yield f"  − {count(counts.robots)} lần của máy tìm kiếm và chương trình tự động"
    yield f"  − {count(counts.repeated)} lần đã đếm trước đây hoặc ghi ở nhiều nhật ký"
    yield f"  − {count(counts.double_clicks)} lần bấm lặp trong 30 giây"
    yield f"  = {count(counts.views)} lượt xem mới"
    if counts.by_record:
        yield ""
        yield "Nhiều lượt xem mới nhất:"
        rows = sorted(counts.by_record.items(), key=lambda row: (-row[1], row[0]))[:TOP]
        yield from (f"  {count(views):>8}  {url}" for url, views in rows)
    totals = counts.totals
    if totals.seen:
        total = sum(seen.total for seen in totals.seen.values())
        lately = sum(seen.lately for seen in totals.seen.values())
        since, until = (short_date(date.fromisoformat(day)) for day in (totals.since, totals.until))
        yield ""
        yield (
            f"Cả kho: {count(total)} lượt xem từ {since} đến {until}, "
            f"{LATELY_DAYS} ngày gần nhất {count(lately)}."
        )
    if counts.behind:
        yield (
            f"{count(counts.behind)} lần mở đến qua máy chủ trung gian; sau mỗi máy ấy đang "
            "tính là một người đọc. Nếu máy ấy là của cơ quan: thêm --proxy ĐỊA_CHỈ của nó."
        )
    if counts.lines and not counts.asked:
        yield (
            "Không dòng nào mở trang của kho này: nhật ký có đúng của trang này không, "
            "site_url trong mkdocs.yml có đúng không?"
        )
