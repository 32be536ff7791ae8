"""Marks of state secrecy on a document. Whoever bears one is published by no import.

Source: Law on Protection of State Secrets 29/2018/QH14, article 8; Circular 24/2020/TT-BCA on the
stamps of secret documents.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bantin.importing.capture import Block, BlockKind
from bantin.text.fold import exact

SECRECY_GUESS = (
    "Văn bản có dấu chỉ độ mật: để ở bản nháp; chỉ đăng khi đã giải mật, "
    "hỏi người phụ trách bảo vệ bí mật nhà nước"
)
_LONGEST = 80
_SPACED = re.compile(r"(?<!\w)(?:t ố i|t u y ệ t|m ậ t)(?!\w)")
_URGENCY = r"(?:(?:thượng |hỏa )?khẩn|hỏa tốc(?: hẹn giờ)?)"
_MARK = re.compile(
    rf"(?:{_URGENCY}[\s,/–-]*)?"
    r"(?:(?:dấu chỉ )?(?:mức )?độ mật[\s:–-]*|(?:tài liệu|bí mật nhà nước)[\s:–-]*)?"
    rf"(?:độ )?(?:tối |tuyệt )?mật(?:[\s,/–-]*{_URGENCY})?"
    r"(?:[\s,.;–-]*(?:cấm|không)(?: được)? (?:sao|phổ biến|photo).{0,30})?"
    r"|chỉ người có tên mới được bóc bì"
    r"|tài liệu thu hồi(?:[\s,:–-]*thời hạn.{0,30})?"
)
_AROUND = " ()[]{}<>*“”\"'.,:;_-–|=!"


def is_secrecy_mark(text: str) -> bool:
    """True for a line that is nothing but a mark: "MẬT", "M Ậ T", "Độ mật: Tối mật"."""
    if len(text) > _LONGEST:
        return False
    words = " ".join(exact(text).split()).strip(_AROUND)
    words = _SPACED.sub(lambda match: match[0].replace(" ", ""), words)
    return _MARK.fullmatch(words) is not None


def bears_secrecy_mark(blocks: Iterable[Block]) -> bool:
    """True where a block of text is a mark of secrecy, wherever it stands."""
    return any(
        is_secrecy_mark(line)
        for block in blocks
        if block.kind is not BlockKind.TABLE
        for line in block.text.split("\n")
    )
