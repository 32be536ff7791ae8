"""The readers of captured texts, one for each form, and which of them reads a text.

Whoever adds a form adds its reader to READERS, and its marks to `recognise`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Literal

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.news import parse_news
from bantin.importing.notice import parse_notice
from bantin.importing.proposal import Context, Proposal
from bantin.importing.text_marks import NATION, NEWS_MARK, NUMBER_LINE
from bantin.text.fold import fold

Form = Literal["news", "notice"]
Reader = Callable[[Capture, Context], Proposal]

READERS: Mapping[Form, Reader] = MappingProxyType({"news": parse_news, "notice": parse_notice})
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
    marks = [line for line in capture.blocks if fold(line.text).startswith(NEWS_MARK)]
    nations = [line for line in capture.blocks if NATION.search(line.text)]
    if len(marks) + len(nations) > 1:
        where = ", ".join(map(str, sorted(line.number for line in (*marks, *nations))))
        raise ImportRefusedError(
            f"tệp có nhiều bài (xem các dòng {where}); tách mỗi bài ra một tệp. {_EXPECTED}"
        )
    if marks:
        return "news"
    if nations and any(NUMBER_LINE.match(line.text) for line in capture.blocks):
        return "notice"
    missing = "có Quốc hiệu nhưng không có dòng “Số: …”" if nations else "không nhận ra dạng bài"
    raise ImportRefusedError(f"{missing}. {_EXPECTED}")
