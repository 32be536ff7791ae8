"""Reads what a sentence says of the order that it names: done, goes on, replaced, or only named.

Knows the words around the order's number. In doubt an order is only named.
"""

from __future__ import annotations

import re

DONE, CONTINUES, REPLACED, MENTIONED = "done", "continues", "replaced", "mentioned"

# Words between what is said and the order: "việc được giao tại", "các nội dung yêu cầu tại".
_FILLER = (
    r"(?:\s+(?:toàn bộ|tất cả|đầy đủ|các|những|hai|ba|việc|công việc|nhiệm vụ|nội dung|yêu cầu|"
    r"ý kiến|chỉ đạo|kết luận|được|giao|nêu|ghi|quy định|tại|theo|ở|trong|của|cho|thực hiện)){0,9}"
)
_DONE_BEFORE = re.compile(
    r"(?<!\w)đã\s+(?:hoàn thành|(?:thực hiện|làm|giải quyết|xử lý|triển khai)\s+xong)"
    rf"{_FILLER}\s*$",
    re.IGNORECASE,
)
# An author whose name was not read may come first.
_BY = r"(?:\s+của\s+[^,.;()]{1,60}?)?\s*"
_DONE_BEHIND = re.compile(
    rf"{_BY}(?:,\s*[^,.;]{{1,60}}?)?\s*(?<!\w)(?:đến nay,?\s+)?đã\s+(?:được\s+)?hoàn thành"
    r"(?=\s*(?:$|[,(])|\s+(?:và|trong|vào|trước|từ|xong|đúng|ngày)(?!\w))",
    re.IGNORECASE,
)
# Whoever speaks so does not say for sure that all of it is done.
_NOT_DONE = re.compile(
    r"(?<!\w)(?:chưa|nếu|khi|trường hợp|đề nghị|phải|cần|phấn đấu|dự kiến|sẽ|bảo đảm|đảm bảo|để|"
    r"không\s+(?:hoàn|thực|đạt)|hay|một phần|phần lớn|bước đầu|cơ bản|riêng|trừ|nhưng|tuy|song|"
    r"còn|chậm|một số|nhiều|hầu hết|gần|phần trăm)(?!\w)|\d\s*%|(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])",
    re.IGNORECASE,
)
_ORDERED = re.compile(r"^(?:yêu cầu|giao|đôn đốc|nhắc)(?!\w)", re.IGNORECASE)
_CONTINUES = re.compile(
    r"(?<!\w)(?:tiếp tục|đang)\s+(?:(?:chỉ đạo|tổ chức)\s+)?"
    r"(?:triển khai(?:\s+thực hiện)?|thực hiện|chấp hành)"
    r"(?:,?\s+(?:nghiêm túc|nghiêm|tốt|có hiệu quả|hiệu quả|quyết liệt|đầy đủ|kịp thời)){0,3}"
    rf"{_FILLER}\s*$",
    re.IGNORECASE,
)
_NOT_CONTINUED = re.compile(r"(?<!\w)(?:không|chưa|nếu|dừng|thôi|ngừng|khi)(?!\w)", re.IGNORECASE)
_REPLACED_BEFORE = re.compile(
    r"(?:^\W*|(?<!\w)(?:nay|này(?:\s+có hiệu lực\s+[^,.;]{1,40})?(?:\s+và)?)\s+)"
    rf"thay thế{_FILLER}\s*$",
    re.IGNORECASE,
)
_REPLACED_BEHIND = re.compile(
    rf"{_BY}\s*được thay thế(?:\s+(?:bằng|bởi|như)(?!\w)|\s*[:,]|\s*$)", re.IGNORECASE
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
