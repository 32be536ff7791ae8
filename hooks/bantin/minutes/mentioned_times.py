"""Tells times that are only mentioned from those by which something is due.

"Nhiệm vụ trong tháng 4", "đối với hồ sơ nộp trước ngày …", "có hiệu lực đến hết ngày …".
Knows running text only.
"""

from __future__ import annotations

import re

from bantin.minutes.clauses import clause_before, clause_behind, is_quoted
from bantin.minutes.named_times import NamedTime

_DONE = re.compile(
    r"(?<!\w)(?:hoàn thành|hoàn tất|xong|dứt điểm|ban hành|trình|báo cáo|gửi|nộp|bàn giao|khởi công"
    r"|khánh thành|đưa vào|phê duyệt|công bố|thành lập|kiện toàn|nghiệm thu|quyết toán|thông qua"
    r"|tham mưu|chấm dứt|xóa|cung cấp|trả lời)(?!\w)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)(?:tổ chức|họp|hội nghị|hội thảo|hội thi|lễ|khai mạc|bế mạc|diễn ra|đại hội|sự kiện"
    r"|làm việc|tiếp công dân|chuyến)(?!\w)",
    re.IGNORECASE,
)
# What is only named for a span: "nhiệm vụ trong tháng 4", "dự toán trong năm 2026".
_WHAT_FOR = re.compile(
    r"(?<!\w)(?P<what>nhiệm vụ|dự toán|ngân sách|kinh phí|vốn|chỉ tiêu|mục tiêu|hoạt động|sự kiện"
    r"|công tác|phong trào|kế hoạch|chương trình|lịch|tình hình|kết quả|tỷ lệ|an ninh|trật tự)"
    r"(?P<more>(?:\s\S+){0,4})\s?$",
    re.IGNORECASE,
)
_NARROW = ("nhiệm vụ", "dự toán", "ngân sách", "kinh phí", "vốn", "chỉ tiêu", "mục tiêu", "lịch")
_LOOKS_BACK = re.compile(r"(?:ghi nhận|biểu dương|đánh giá|hoan nghênh)(?!\w)", re.IGNORECASE)
_TOLD = re.compile(r"(?<!\w)(?:đã|đang)(?!\w)", re.IGNORECASE)
_OF = re.compile(r"\s(?:của (?!năm)|còn|chưa|vẫn|vừa qua)", re.IGNORECASE)
# "Không tổ chức lễ hội trước ngày 30/4": a ban, and nothing is due.
_BANNED = re.compile(r"(?<!\w)(?:không|cấm)\s", re.IGNORECASE)
# "Đối với hồ sơ nộp trước ngày 01/7/2020 thì …", "Trường hợp xin nghỉ trước ngày …": a condition.
_IF = re.compile(r"(?<!\w)(?:đối với|nếu|trường hợp|khi)\s", re.IGNORECASE)
_IF_NOT = re.compile(r"(?<!\w)(?:nếu|trường hợp)\s", re.IGNORECASE)
_AS_FOR = re.compile(r"\s?(?:riêng )?đối với\s", re.IGNORECASE)
_THEN = re.compile(r"(?<!\w)thì(?!\w)", re.IGNORECASE)
_COMMA = re.compile(r"\s?[,:]")
_REPORTED = re.compile(r"(?:đã|vừa|từ)\s(?:\S+\s){0,4}$", re.IGNORECASE)
_REPORTED_DONE = re.compile(r"(?:đã|vừa)\s(?:\S+\s){0,1}$", re.IGNORECASE)
# "từ ngày 15/3 đến hết ngày 30/4", "có hiệu lực đến hết ngày …": how long something lasts.
_LASTS = re.compile(
    r"(?<!\w)(?:từ (?:nay|ngày|tháng|quý|năm|đầu|\d)|tính|hiệu lực|giá trị|áp dụng|gia hạn"
    r"|miễn|giảm|thí điểm|kéo dài|nhiệm kỳ|tạm dừng|tạm ngừng|duy trì|lưu hành|được nghỉ"
    r"|cho phép)(?!\w)",
    re.IGNORECASE,
)
_TARGET = re.compile(
    r"(?<!\w)(?:phấn đấu|bảo đảm|đảm bảo|hoàn thành|hoàn tất|xong)(?!\w)", re.IGNORECASE
)


def is_only_mentioned(text: str, match: re.Match[str], time: NamedTime) -> bool:
    """True where nothing is due at a time that stands behind a cue.

    Args:
        text: NFC running text with single spaces.
        match: the cue, a match of CUE.
        time: the time that begins where the cue ends.
    """
    start, end = match.start(), time.end
    clause, behind = clause_before(text, start), clause_behind(text, end)
    if is_quoted(text, start) or _BANNED.search(clause) or _is_condition(text, start, end):
        return True
    if (_REPORTED_DONE if match["done"] else _REPORTED).search(clause):
        return True
    if match["label"]:
        return False
    if match["done"]:
        return False
    if match["until"]:
        return _lasts(text, match)
    if match["at"]:
        return not _DONE.search(clause) or _EVENT.search(clause) is not None
    if match["within"] and time.unit != "day":
        return _is_time_of_work(text, clause, behind, time)
    return False


def _is_condition(text: str, start: int, end: int) -> bool:
    clause = clause_before(text, start)
    sentence = clause_before(text, start, marks=";.:")
    if _IF_NOT.search(clause) or (_AS_FOR.match(clause) and _COMMA.match(text, end)):
        return True
    return _IF.search(sentence) is not None and _THEN.search(clause_behind(text, end)) is not None


def _lasts(text: str, match: re.Match[str]) -> bool:
    """True for "đến hết ngày …" that ends how long something holds, and sets no work."""
    before = clause_before(text, match.start(), marks=";.,")
    told = _LASTS.search(before)
    if told:
        return not _TARGET.search(before, told.end())
    only_until = not match["cue"].lower().endswith("hết")
    return only_until and not _TARGET.search(before)


def _is_time_of_work(text: str, clause: str, behind: str, time: NamedTime) -> bool:
    """True for "nhiệm vụ trong tháng 4": the span in which work goes on, and nothing is due."""
    opening = text[:40]
    if _LOOKS_BACK.match(opening) or _TOLD.search(behind[:80]) or _OF.match(behind):
        return True
    what = _WHAT_FOR.search(clause[-80:])
    done = _DONE.search(clause)
    if what:
        close = what["what"].lower() in _NARROW and len(what["more"].split()) <= 2
        if close or not done:
            return True
    if time.unit != "year":
        return False
    ahead = not clause.strip() and _DONE.search(behind[:60])
    return not (done or ahead)
