"""Tells from neighbouring words whether a short form has the sense of the table.

Knows only short forms that many fields share.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class _Sense(NamedTuple):
    """Conditions under which a short form has the table's sense: words that must stand beside it.

    Attributes:
        before: must stand in front of it.
        after: must stand behind it.
        not_before: must not stand in front of it.
        not_after: must not stand behind it.
    """

    before: str = ""
    after: str = ""
    not_before: str = r"(?!)"
    not_after: str = r"(?!)"


_OFFICE = r"\b(?:[Pp]hòng|[Kk]hối|[Cc]huyên viên|[Tt]ổ)\s+$"
_SENSES = {
    # Cổ phần, in the name of a company.
    "CP": _Sense(not_before=r"(?i:\b(?:công ty|cty|tnhh|ngân hàng|tm|nhtm|vốn|doanh nghiệp)\s+$)"),
    # Quản lý, where no number of a road follows.
    "QL": _Sense(after=r"\s*\d"),
    # Quy hoạch.
    "QH": _Sense(
        not_before=r"(?i:\b(?:đồ án|điều chỉnh|lập|đất)\s+$)",
        not_after=r"\s+(?:chung|phân khu|sử dụng|chi tiết|xây dựng|vùng|tổng thể|đô thị|ngành|đất)",
    ),
    # Giai đoạn 2021-2025, hộ gia đình.
    "GĐ": _Sense(not_before=r"\b(?:hộ|mỗi|các)\s+$", not_after=r"\s*\d"),
    # Chi tiêu thường xuyên, where no name of a town follows.
    "TX": _Sense(after=r"\.?\s+[A-ZĐÁÂÔƯ]"),
    # Biên tập viên, unless the name of a body follows: then a standing committee.
    "BTV": _Sense(
        after=r"\s+(?:[Tt]ỉnh|[Tt]hành|[Hh]uyện|[Đđ]ảng|[Tt]hị|[Qq]uận)\s?ủy|"
        r"\s+(?:Đoàn|Hội|Công đoàn|Liên|TU|TW|Trung ương)"
    ),
    # Ban Bí thư.
    "BBT": _Sense(not_before=r"Bộ Chính trị,?\s+$", not_after=r"\s+(?:Trung ương|TW|TƯ|khóa)"),
    # Tiêu chuẩn, đo lường, chất lượng.
    "TĐC": _Sense(not_before=r"\b(?:[Cc]hi|[Tt]ổng) cục\s+$"),
    # Companies of the oil industry.
    "PV": _Sense(not_after=r"\s+(?i:gas|oil|power)\b"),
    # Codes of offices; elsewhere viễn thông, nghiên cứu.
    "VT": _Sense(before=_OFFICE),
    "VX": _Sense(before=_OFFICE),
    "NC": _Sense(before=_OFFICE),
    # Vi phạm.
    "VP": _Sense(not_after=r"\s+(?:hành chính|pháp luật|giao thông|giao)\b"),
}


def is_another_sense(short: str, before: str, after: str) -> bool:
    """True when a short form has, or may have, another sense than in the table.

    Args:
        short: as the table writes it.
        before: the text in front of it in its paragraph.
        after: the text behind it.
    """
    sense = _SENSES.get(short)
    if sense is None:
        return False
    fits = re.search(sense.before, before) and re.match(sense.after, after)
    spoilt = re.search(sense.not_before, before) or re.match(sense.not_after, after)
    return not fits or spoilt is not None
