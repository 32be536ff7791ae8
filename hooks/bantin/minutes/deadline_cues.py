"""The words before a time by which something is due: "chậm nhất", "trước 15h00", "Thời hạn:".

Knows running text only.
"""

from __future__ import annotations

import re

# As the hour of a telegram: "15h00", "15 giờ 30 phút", "17:00", "10 giờ sáng".
_HOUR = (
    r"\d{1,2}(?:\s?(?:giờ|h|g)(?:\s?\d{2}(?!\s?[/.]))?|:\d{2})(?:\s?(?:phút|['’′]))?+"
    r"(?:\s(?:sáng|trưa|chiều|tối|đêm))?+"
)
_ABOUT = (
    r"(?:hoàn thành|thực hiện|báo cáo|gửi|nộp|trình|cuối cùng|cuối|chót"
    r"|hồ sơ|kết quả|ý kiến)"
)
# Its groups: `cue` for all of them, `done` for a word before it that says what is due, and `hour`.
# `at`, `until`, `within`, `bare` are weak: they stand before times of other kinds as well.
CUE = re.compile(
    r"(?<!\w)(?:(?P<done>hoàn thành|xong)\s)?(?P<cue>"
    r"(?:chậm|muộn) nhất(?: là)?+(?: (?:trước|vào|đến(?: hết)?|hết|trong))?+"
    r"|không (?:quá|chậm hơn|muộn hơn)|trước|(?P<at>vào)|(?P<until>(?:cho )?đến(?: hết)?|hết)"
    r"|(?:ngay )?(?P<within>trong)|(?P<bare>hoàn thành|xong)(?: vào)?+"
    rf"|(?P<label>(?:thời hạn|thời gian|hạn|tiến độ)(?:(?: {_ABOUT}){{1,3}}+(?: là|:)?+|(?: là|:))"
    r"(?: (?:trước|trong|đến hết|chậm nhất(?: là)?|vào|(?P<from>từ)))?+))\s"
    rf"(?P<hour>{_HOUR}(?:,? |$))?+",
    re.IGNORECASE,
)
