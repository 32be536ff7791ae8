"""Reads what a sentence says of the order that it names: done, goes on, replaced, or only named.

Knows the words around the order's number. In doubt an order is only named.
"""

from __future__ import annotations

import re

DONE, CONTINUES, REPLACED, MENTIONED = "done", "continues", "replaced", "mentioned"

# Words between what is said and the order: "việc được giao tại", "các nội dung yêu cầu tại".
_FILLER = (
    r"(?: (?:toàn bộ|tất cả|đầy đủ|các|những|hai|ba|việc|công việc|nhiệm vụ|nội dung|yêu cầu|"
    r"ý kiến|chỉ đạo|kết luận|được|giao|nêu|ghi|quy định|tại|theo|ở|trong|của|cho|thực hiện)){0,9}"
)
_DONE_BEFORE = re.compile(
    r"(?<!\w)đã (?:hoàn thành|(?:thực hiện|làm|giải quyết|xử lý|triển khai) xong)"
    rf"{_FILLER} ?$",
    re.IGNORECASE,
)
# An author whose name was not read may come first.
_BY = r"(?: của [^,.;()]{1,60}?)? ?"
_DONE_BEHIND = re.compile(
    rf"{_BY}(?:, ?[^,.;]{{1,60}}?)? ?(?<!\w)(?:đến nay,? )?đã (?:được )?hoàn thành"
    r"(?= ?(?:$|[,(])| (?:và|trong|vào|trước|từ|xong|đúng|ngày)(?!\w))",
    re.IGNORECASE,
)
# Whoever speaks so does not say for sure that all of it is done.
_NOT_DONE = re.compile(
    r"(?<!\w)(?:chưa|nếu|khi|trường hợp|đề nghị|phải|cần|phấn đấu|dự kiến|sẽ|bảo đảm|đảm bảo|để|"
    r"không (?:hoàn|thực|đạt)|hay|một phần|phần lớn|bước đầu|cơ bản|riêng|trừ|nhưng|tuy|song|"
    r"còn|chậm|một số|nhiều|hầu hết|gần|phần trăm)(?!\w)|\d ?%|(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"^(?:yêu cầu|giao|đôn đốc|nhắc)(?!\w)", re.IGNORECASE)
_CONTINUES = re.compile(
    r"(?<!\w)(?:tiếp tục|đang) (?:(?:chỉ đạo|tổ chức) )?"
    r"(?:triển khai(?: thực hiện)?|thực hiện|chấp hành)"
    r"(?:,? (?:nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả|quyết liệt|đầy đủ|kịp thời)){0,3}"
    rf"{_FILLER} ?$",
    re.IGNORECASE,
)
_NOT_CONTINUED = re.compile(r"(?<!\w)(?:không|chưa|nếu|dừng|thôi|ngừng|khi)(?!\w)", re.IGNORECASE)
_REPLACED_BEFORE = re.compile(
    r"(?:^\W*|(?<!\w)(?:nay|này(?: có hiệu lực [^,.;]{1,60})?,?(?: và)?) )"
    rf"thay thế{_FILLER} ?$",
    re.IGNORECASE,
)
_REPLACED_BEHIND = re.compile(
    rf"{_BY} ?được thay thế(?: (?:bằng|bởi|như)(?!\w)| ?[:,]| ?$)", re.IGNORECASE
)
_NOT_REPLACED = re.compile(
    r"(?<!\w)(?:không|chưa|nếu|đề xuất|đề nghị|kiến nghị|nghiên cứu|xem xét|dự thảo|dự kiến|sẽ)"
    r"(?!\w)",
    re.IGNORECASE,
)


def read_state(before: str, behind: str, *, has_points: bool) -> str:
    """Return DONE, CONTINUES, REPLACED or MENTIONED.

    Only points are ever done: whoever has done all that a document gave him has done his own part.

    Args:
        before: the clause up to the words that name the order. It names no other document.
        behind: the rest of the clause.
        has_points: the words name points of the document.
    """
    before = before.strip()
    both = f"{before}\n{behind}"
    is_replaced = _REPLACED_BEFORE.search(before) or _REPLACED_BEHIND.match(behind)
    if is_replaced and not _NOT_REPLACED.search(both):
        return REPLACED
    if _CONTINUES.search(before) and not _NOT_CONTINUED.search(both):
        return CONTINUES
    if not has_points or _NOT_DONE.search(both):
        return MENTIONED
    if _DONE_BEFORE.search(before) or (_DONE_BEHIND.match(behind) and not _ORDERED.match(before)):
        return DONE
    return MENTIONED
