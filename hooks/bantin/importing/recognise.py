"""Recognises a captured text: a news item of the portal, or an administrative notice."""

from __future__ import annotations

import re
from typing import Literal

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.text.fold import fold

Form = Literal["news", "notice"]

NEWS_MARK = "cms-publish-date"
NATION = re.compile(r"cộng h(?:òa|oà) xã hội chủ nghĩa việt nam", re.IGNORECASE)
NUMBER_LINE = re.compile(r"Số *(?:: *|(?=\d))", re.IGNORECASE)
_EXPECTED = (
    "Nhập được hai dạng: bản tin (dòng chuyên mục, tiêu đề, rồi dòng "
    "“cms-publish-date ngày/tháng/năm | giờ | cms-view-count: số”), hoặc thông báo hành chính "
    "(Quốc hiệu, dòng “Số: …”, tên loại như THÔNG BÁO)"
)


def recognise(capture: Capture) -> Form:
    """Return the form of a captured text.

    Raises:
        ImportRefusedError: it is neither, or both, or two of one.
    """
    marks = [line for line in capture.lines if fold(line.text).startswith(NEWS_MARK)]
    nations = [line for line in capture.lines if NATION.search(line.text)]
    if len(marks) + len(nations) > 1:
        where = ", ".join(map(str, sorted(line.number for line in (*marks, *nations))))
        raise ImportRefusedError(
            f"tệp có nhiều bài (xem các dòng {where}); tách mỗi bài ra một tệp. {_EXPECTED}"
        )
    if marks:
        return "news"
    if nations and any(NUMBER_LINE.match(line.text) for line in capture.lines):
        return "notice"
    missing = "có Quốc hiệu nhưng không có dòng “Số: …”" if nations else "không nhận ra dạng bài"
    raise ImportRefusedError(f"{missing}. {_EXPECTED}")
