"""Tells times that are only mentioned from those by which something is due.

"Nhiệm vụ trong tháng 4", "đối với hồ sơ nộp trước ngày …", "có hiệu lực đến hết ngày …".
Knows running text only.
"""

from __future__ import annotations

import re

from bantin.minutes.clauses import clause_before, clause_behind, is_quoted
from bantin.minutes.named_times import NamedTime

# "Trình UBND tỉnh", and neither "chương trình" nor "công trình".
_BRING = (
    r"(?<!chương )(?<!công )(?<!quá )(?<!lộ )(?<!quy )(?<!tờ )(?<!giáo )(?<!tiến )(?<!giải )trình"
)
_DONE = re.compile(
    rf"(?<!\w)(?:hoàn thành|hoàn tất|xong|dứt điểm|ban hành|{_BRING}|báo cáo|gửi|nộp|bàn giao"
    r"|ký|khởi công|khánh thành|đưa vào|phê duyệt|công bố|thành lập|kiện toàn|nghiệm thu|quyết toán"
    r"|thông qua|tham mưu|chấm dứt|xóa|cung cấp|trả lời)(?!\w)",
    re.IGNORECASE,
)
# In small letters: "Sở Xây dựng" builds nothing.
_MAKES = re.compile(
    r"(?<!\w)(?:xây dựng|lập|soạn|hoàn thiện|hoàn chỉnh|tổ chức|triển khai|rà soát|kiểm tra)(?!\w)"
)
_ALL_DONE = re.compile(r"(?<!\w)(?:hoàn thành|hoàn tất|xong|dứt điểm)(?!\w)", re.IGNORECASE)
# Work that is over some time: "mở 4 lớp trong năm 2026".
_ACTS = re.compile(
    r"(?<!\w)(?:mở|(?<!trình )(?<!liệu )(?<!tư )xây dựng|lập|sửa chữa|nâng cấp"
    r"|cải tạo|lắp đặt|tuyển dụng|đào tạo|tập huấn|cấp|mua sắm|trồng|di dời|chi trả|sắp xếp"
    r"|khắc phục|giải quyết|xử lý|rà soát|thẩm định)(?!\w)"
)
# What may stand before "hoàn thành tháng 5/2026", where no other word says by when.
_BEFORE_DONE = ("", "phải", "phấn đấu", "cần", "để", "và")
_EXPECTED = re.compile(r"(?<!\w)(?:dự kiến|ước)(?!\w)", re.IGNORECASE)
_EVENT = re.compile(
    r"(?<!\w)(?:tổ chức|họp|hội nghị|hội thảo|hội thi|lễ|khai mạc|bế mạc|diễn ra|đại hội|sự kiện"
    r"|làm việc|tiếp công dân|chuyến)(?!\w)",
    re.IGNORECASE,
)
# Whoever is to hold something on a day is bound to that day. "Lễ … được tổ chức" tells of it only.
_HOLDS = re.compile(r"(?<!\w)(?<!được )(?:tổ chức|họp|đón)(?!\w)", re.IGNORECASE)
# What is only named for a span: "nhiệm vụ trong tháng 4", "dự toán trong năm 2026".
_WHAT_FOR = re.compile(
    r"(?<!\w)(?P<what>nhiệm vụ|dự toán|ngân sách|kinh phí|vốn|chỉ tiêu|mục tiêu|hoạt động|sự kiện"
    r"|công tác|phong trào|kế hoạch|chương trình|(?<!du )lịch|tình hình|kết quả"
    r"|tỷ lệ|an ninh|trật tự)(?P<more>(?:\s\S+){0,4})\s?$",
    re.IGNORECASE,
)
_NARROW = ("nhiệm vụ", "dự toán", "ngân sách", "kinh phí", "vốn", "chỉ tiêu", "mục tiêu", "lịch")
_LOOKS_BACK = re.compile(r"(?:ghi nhận|biểu dương|đánh giá|hoan nghênh)(?!\w)", re.IGNORECASE)
_TOLD = re.compile(r"(?<!\w)(?:đã|đang|chưa|mới)(?!\w)", re.IGNORECASE)
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
# "các hợp đồng hết hạn trước ngày …": it tells of which things, not of when.
_SUCH = re.compile(
    r"(?<!\w)(?:các|những|số)\s(?:(?!để|trình)\S+\s){1,3}(?:được\s)?(?:hết hạn|hết hiệu lực|đến hạn"
    r"|cấp|ký|sinh|phát sinh|tồn đọng|tiếp nhận|tuyển dụng|phê duyệt|ban hành|thành lập"
    r"|hình thành)\s$",
    re.IGNORECASE,
)
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
    if (_REPORTED_DONE if match["done"] else _REPORTED).search(clause) or _SUCH.search(clause):
        return True
    if match["label"]:
        # "Thời gian: 8h00 ngày 15/3/2026" is when people meet.
        return time.unit == "day" and match["label"].lower().endswith(("thời gian:", "gian là"))
    if (match["at"] or match["within"] or match["until"]) and _EXPECTED.search(clause):
        return True
    if match["done"]:
        return False
    if match["bare"]:
        return time.unit == "year" or clause.strip().lower() not in _BEFORE_DONE
    if match["until"]:
        return _lasts(text, match, behind)
    if match["at"]:
        if time.unit == "day" and _HOLDS.search(clause):
            return False
        wanted = time.unit == "part" or _DONE.search(clause)
        return not wanted or _EVENT.search(clause) is not None
    if match["within"] and time.unit != "day":
        return _is_time_of_work(text, clause, behind, time)
    return False


def _is_condition(text: str, start: int, end: int) -> bool:
    clause = clause_before(text, start)
    sentence = clause_before(text, start, marks=";.:")
    if _IF_NOT.search(clause) or (_AS_FOR.match(clause) and _COMMA.match(text, end)):
        return True
    return _IF.search(sentence) is not None and _THEN.search(clause_behind(text, end)) is not None


def _lasts(text: str, match: re.Match[str], behind: str) -> bool:
    """True for "đến hết ngày …" that ends how long something holds, and sets no work."""
    before = clause_before(text, match.start(), marks=";.,")
    told = _LASTS.search(before)
    if _TARGET.search(before, told.end() if told else 0):
        return False
    if _TARGET.search(behind[:40]) and not _TOLD.search(behind[:80]):
        return False
    return told is not None or not match["cue"].lower().endswith("hết")


def _is_time_of_work(text: str, clause: str, behind: str, time: NamedTime) -> bool:
    """True for "nhiệm vụ trong tháng 4": the span in which work goes on, and nothing is due."""
    opening = text[:40]
    if _LOOKS_BACK.match(opening) or _TOLD.search(behind[:80]) or _OF.match(behind):
        return True
    work = clause.lstrip()[:1].lower() + clause.lstrip()[1:]
    what = _WHAT_FOR.search(clause[-80:])
    done = _DONE.search(clause)
    if what:
        close = what["what"].lower() in _NARROW and len(what["more"].split()) <= 2
        makes = _ALL_DONE if time.unit == "year" else _MAKES
        if close or not (makes.search(work) or (done and time.unit != "year")):
            return True
    if time.unit != "year":
        return False
    ahead = not clause.strip() and _DONE.search(behind[:60])
    return not (done or ahead or _ACTS.search(work))
