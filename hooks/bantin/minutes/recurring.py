"""Finds what recurs: "định kỳ hằng quý", "mỗi tháng một lần", "trước ngày 20 hằng tháng".

Knows running text only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.minutes.clauses import clause_before

_COUNT = r"(?:\d{1,2}|một|hai|ba|bốn|sáu|chín|mười)"
_EVERY = re.compile(
    r"(?<!\w)(?:(?P<fixed>định\skỳ)\s)?+(?:(?:vào|trong)\s)?+"
    r"(?:(?:(?:sáng|chiều)\s)?+thứ\s(?:hai|ba|tư|năm|sáu|bảy)\s)?+"
    r"(?:(?:hằng|hàng)\s(?:ngày|tuần|tháng|quý|năm|6 tháng)"
    rf"|(?P<count>{_COUNT})\s(?:ngày|tuần|tháng|năm)(?:\s?/\s?|\s)(?:(?:một|0?1)\s)?+lần"
    rf"|(?:một|0?1)\slần\s?/\s?(?:ngày|tuần|tháng|quý|năm)"
    r"|(?P<each>mỗi\s(?:ngày|tuần|tháng|quý|năm)(?:\s(?:một|0?1)\slần)?))(?!\w)"
    rf"|(?<!\w)định\skỳ\s(?:{_COUNT}\s(?:ngày|tuần|tháng)(?:\s?/\s?lần)?|theo\s(?:tháng|quý))(?!\w)",
    re.IGNORECASE,
)
# A cheap look before the dear one.
_MAYBE = re.compile(r"h[ằà]ng |định kỳ|mỗi |lần", re.IGNORECASE)
_EACH = re.compile(
    r"\s(?:báo cáo|tổng hợp|tổ chức|họp|kiểm tra|rà soát|đánh giá)(?!\w)|,", re.IGNORECASE
)
# Behind a day: "trước ngày 15/6 và ngày 15/12 hằng năm", "trước ngày 15 của tháng cuối quý".
_TAIL = re.compile(
    r"(?:(?:,|\svà)\s(?:ngày\s)?+\d{1,2}(?:[/.-]\d{1,2})?+){0,12}+,?\s(?:của\s)?+"
    r"(?:(?:hằng|hàng|mỗi)\s(?:ngày|tuần|tháng|quý|năm)"
    r"|tháng\s(?:cuối(?:\scùng)?|đầu(?:\stiên)?|thứ\s\w+)\s(?:của\s)?+(?:(?:hằng|hàng|mỗi)\s)?+quý"
    r"|tháng\s(?:sau|tiếp theo|kế tiếp)\sliền\skề|tháng\sliền\skề"
    r"|(?<=của\s)(?:tháng|quý)(?!\s(?:\d|này|sau|tới|trước|cuối|[IV])))(?!\w)",
    re.IGNORECASE,
)
# What is only called so: "kế hoạch hằng năm", "phiên họp thường kỳ hằng tháng".
_CALLED = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|ngân sách|kinh phí|chương trình|chỉ tiêu|phiên họp|cuộc họp"
    r"|thu nhập|hội nghị|sản lượng|bình quân|tăng trưởng|lương|chế độ(?! báo cáo)"
    r"|chi thường xuyên)(?!\w)",
    re.IGNORECASE,
)
# "nhập kết quả kiểm tra hằng tháng vào ứng dụng": it tells which results.
_RESULT = re.compile(
    r"(?<!\w)(?:kết quả|dữ liệu|số liệu|thông tin|báo cáo)(?:\s\S+){1,4}\s$", re.IGNORECASE
)
_INTO = re.compile(r"\s(?:vào|lên)(?!\w)")
_DONE = re.compile(
    r"(?<!\w)(?:báo cáo|tổng hợp|kiểm tra|rà soát|đánh giá|giám sát|cập nhật|gửi)(?!\w)",
    re.IGNORECASE,
)


# "Không kiểm tra quá 01 lần/năm": a limit.
_LIMIT = re.compile(r"(?<!\w)(?:quá|tối đa)(?!\w)", re.IGNORECASE)


def find_recurring(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of words that say "again and again", in order.

    Args:
        text: NFC running text with single spaces.
    """
    if not _MAYBE.search(text):
        return
    for match in _EVERY.finditer(text):
        if match["each"] and not (match["each"].endswith("lần") or _EACH.match(text, match.end())):
            continue
        if not match["fixed"] and (
            _only_called(text, match.start()) or _tells_which(text, *match.span())
        ):
            continue
        yield match.span()


def recurring_end(text: str, at: int) -> int | None:
    """Return the end of the words behind a day that make it recur; None when it does not."""
    match = _TAIL.match(text, at)
    return match.end() if match else None


def _only_called(text: str, at: int) -> bool:
    words = clause_before(text, at)
    called = _CALLED.search(words)
    if _LIMIT.search(words):
        return True
    return called is not None and not _DONE.search(words, 0, called.start())


def _tells_which(text: str, start: int, end: int) -> bool:
    return (
        _INTO.match(text, end) is not None
        and _RESULT.search(clause_before(text, start)) is not None
    )
