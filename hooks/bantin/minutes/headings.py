"""Reads what a heading or an introduction says for the points below it: kind, addressees, deadline.

"1. Sở Xây dựng", "Giao Sở X:", "Để …, Chủ tịch UBND tỉnh yêu cầu các sở thực hiện trước ngày …:".
Knows words only. In doubt it hands down nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from bantin.minutes.deadlines import Deadline, find_deadline
from bantin.minutes.directives import Directive, read_directive, read_heading
from bantin.minutes.subjects import begins_with_somebody, gives_to_another
from bantin.text.abbreviations import usual_case

# Words of an order within an introduction. Some of them are nouns where other words stand beside.
_ORDERS = re.compile(
    r"(?<!\w)(?<!theo )(?<!các )(?<!những )(?<!được )(?<!một số )(?<!đúng )(?<!đáp ứng )(?<!ngoại )"
    r"(?<!bàn )(?<!chuyển )(?<!mục đích, )(?<!và )(?<!đối với )(?<!về )(?<!xét )"
    r"(?:yêu cầu|đề nghị|giao|phân công|thống nhất|đồng ý|nhất trí)"
    r"(?! (?:sau|trên|này|nêu|về|của|đặt|tại|kết luận|thông|dịch|lưu|với|giữa|(?-i:ban)))(?!\w)",
    re.IGNORECASE,
)
_KINDS = {
    "yêu cầu": "require",
    "đề nghị": "propose",
    "giao": "assign",
    "phân công": "assign",
    "thống nhất": "agree",
    "đồng ý": "agree",
    "nhất trí": "agree",
}
_DUTY = re.compile(r"^(?:trách nhiệm|nhiệm vụ) của\s+", re.IGNORECASE)
# The kinds that an introduction says for points that say none.
_HANDED_KINDS = frozenset(("assign", "propose", "require", "agree"))
# "SỞ XÂY DỰNG": in a sentence both words have a capital.
_OFFICE = re.compile(r"(?:(?<=^)|(?<=, )|(?<=; )|(?<= và ))(?:sở|bộ) \w", re.IGNORECASE)
# Who speaks, reports or discusses is not told to do what stands below.
_SPEAKS = re.compile(
    r"(?<!\w)(?:kết luận|chỉ đạo|chỉ thị|ý kiến|phát biểu|nhấn mạnh|quyết định|quyết nghị|điện"
    r"|thông báo|báo cáo|trình bày|nêu|cho biết|cho rằng|đánh giá|nhận định|nhận xét|ghi nhận"
    r"|giải trình|thảo luận|góp ý|kiến nghị|đề xuất|cam kết|trao đổi|hỏi|trả lời)"
    r"(?: như sau| sau đây|,.{0,40})?$",
    re.IGNORECASE,
)
# What stands below these is never ordered: who came, legal grounds, purposes, what was discussed.
_NO_ORDERS = re.compile(
    r"(?:kính gửi|nơi nhận|thành phần|tham dự|tham gia(?: cuộc họp)?$|dự (?:họp|và)|đại biểu"
    r"|khách mời|có mặt"
    r"|vắng mặt|chủ tọa|chủ trì(?: cuộc họp| hội nghị)?$|thư ký|đại diện|căn cứ|mục đích"
    r"|yêu cầu$|mục tiêu|quan điểm|nguyên tắc|phạm vi|đối tượng|kinh phí|nguồn (?:vốn|kinh phí)"
    r"|thời gian|địa điểm|nội dung (?:báo cáo|thảo luận|trình bày|cuộc họp$)|diễn biến"
    r"|ý kiến (?:thảo luận|phát biểu|tham gia|của (?:các|đại biểu))|(?:phần )?thảo luận"
    r"|báo cáo (?:của|tình hình|kết quả|tóm tắt)|phụ lục|tài liệu|hiệu lực|điều khoản thi hành$"
    r"|sự cần thiết|cơ sở pháp lý|phương thức|hồ sơ)(?!\w)"
)
_REPORTS = re.compile(
    r"(?:(?:về )?(?:đánh giá|kết quả|tình hình|thực trạng|tồn tại|hạn chế|khó khăn|nguyên nhân"
    r"|ưu điểm|khuyết điểm|nhận định|những (?:kết quả|tồn tại|hạn chế|khó khăn)|mặt được))(?!\w)"
)


_NO_DIRECTIVE = Directive("", ())


@dataclass(frozen=True, slots=True)
class Handed:
    """What points get from a heading, where they do not say it themselves.

    Attributes:
        directive: kind, "" for none; names; helpers.
        deadline: None for none.
        stops: it seems to name somebody, and the names are not sure. Then nobody named further out
            is meant.
    """

    directive: Directive = _NO_DIRECTIVE
    deadline: Deadline | None = None
    stops: bool = False


def read_introduction(text: str, *, day: date) -> Handed:
    """Return what a heading or an introduction says for the points below it.

    Args:
        text: its words on one line, without its mark.
        day: of the document.
    """
    words = _DUTY.sub("", spoken(text.rstrip(" :;.,")))
    deadline = find_deadline(words, day=day)
    named = read_heading(words)
    if named.addressees:
        return Handed(named, deadline)
    given, is_anothers = _given(words), gives_to_another(words, is_told=False)
    if given is not None:
        kind = given.kind if given.kind in _HANDED_KINDS else ""
        return Handed(Directive(kind, given.addressees, given.helpers), deadline, is_anothers)
    return Handed(deadline=deadline, stops=is_anothers or begins_with_somebody(words))


def _given(words: str) -> Directive | None:
    """Return the directive in the words of an introduction; None without one."""
    found = [*_ORDERS.finditer(words)]
    if found:
        read = read_directive(words[found[-1].start() :])
        return replace(read, kind=read.kind or _KINDS[found[-1][0].lower()])
    read = read_directive(words)
    return read if read.addressees and not _SPEAKS.search(words) else None


def tells_who_speaks(text: str) -> bool:
    """True for "Chủ tịch UBND tỉnh yêu cầu các sở:", not for "Giao Sở X:"."""
    first = _ORDERS.search(text)
    return first is not None and first.start() > 0


def spoken(text: str) -> str:
    """Return words in capitals as they are written in a sentence; other words as they are."""
    if not text.isupper():
        return text
    return _OFFICE.sub(lambda match: match[0].title(), usual_case(text))


def heads_no_orders(text: str) -> bool:
    """True for a heading of what is never ordered: who came, legal grounds, purposes."""
    words = text.lower().rstrip(" :;.,")
    return _NO_ORDERS.match(words) is not None or words.endswith(" điện")


def heads_report(text: str) -> bool:
    """True for a heading of what was done."""
    return _REPORTS.match(text.lower()) is not None
