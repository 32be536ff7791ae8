"""Reads the line that names a document's type, and words of its abstract on the same line.

"BIÊN BẢN HỌP", "THÔNG BÁO KẾT LUẬN", "KẾT LUẬN CỦA BAN THƯỜNG VỤ TỈNH ỦY", "CÔNG ĐIỆN KHẨN".
Knows one line at a time.

Source: Decree 30/2020/NĐ-CP, Annex I, box 5a; Party documents by their own rules of form.
"""

from __future__ import annotations

import re

from bantin.importing.text_marks import kinds_by_name, squeeze
from bantin.records.kinds import document_kinds
from bantin.text.fold import exact

_LONGEST = 250
_URGENT = re.compile(r"(?:thượng |hỏa )?khẩn|hỏa tốc|khẩn cấp")
# What may stand on the line of a type. A line of an issuing body can begin with such a name too:
# "KẾ HOẠCH VÀ ĐẦU TƯ", "DỰ ÁN ĐẦU TƯ XÂY DỰNG".
_OF = r"(?:của|về|v/v)\b"
_GOES_ON = {
    "BB": re.compile(
        rf"{_OF}|(?:(?:cuộc |phiên |kỳ |buổi )?họp|hội (?:nghị|ý|thảo)|(?:buổi )?làm việc"
        r"|giao ban|sinh hoạt|kiểm tra|thanh tra|giám sát|thẩm định|nghiệm thu|xác minh"
        r"|đối thoại|tiếp công dân|(?:sơ|tổng) kết|đại hội|phiên|bàn giao|thống nhất|ghi nhận"
        r"|xét duyệt|lấy ý kiến)\b"
    ),
    "KL": re.compile(
        rf"{_OF}|(?:(?:cuộc |phiên |kỳ |buổi )?họp|hội nghị|thanh tra|kiểm tra|giám sát|tại"
        r"|buổi làm việc|nội dung tố cáo)\b"
    ),
    "TB": re.compile(rf"{_OF}|(?:nội dung )?(?:ý kiến )?(?:kết luận|chỉ đạo)\b"),
    "CĐ": re.compile(rf"{_OF}|{_URGENT.pattern}"),
    "CT": re.compile(_OF),
    "NQ": re.compile(rf"{_OF}|(?:chuyên đề|kỳ họp|phiên họp)\b"),
    "KH": re.compile(_OF),
    "QĐ": re.compile(_OF),
}
# Alone they say nothing of what a document is about.
_PLAIN = re.compile(
    r"(?:(?:cuộc |phiên |kỳ |buổi )?họp|hội nghị|(?:buổi )?làm việc|giao ban|kiểm tra|thanh tra"
    r"|giám sát|thẩm định|nghiệm thu|xác minh|đối thoại|sinh hoạt|bàn giao|xét duyệt|lấy ý kiến"
    r"|nội dung tố cáo|ý kiến|kết luận|ý kiến kết luận|ý kiến chỉ đạo|chuyên đề)"
)
# First words of an abstract that are no names, with the capital letter of a line's beginning.
_COMMON = re.compile(
    r"(?:Về|Của|Xét|Xem|Bàn|Tại|Việc|Công tác|Giao ban|Đánh giá|Triển khai|Thẩm định|Tổng kết"
    r"|Sơ kết|Rà soát|Kiểm tra|Nghiệm thu|Bình xét|Lấy ý kiến|Thống nhất|Góp ý|Kiểm điểm|Thông qua"
    r"|Giải quyết|Chi bộ|Liên tịch|Thường kỳ|Định kỳ|Đột xuất|Thường niên|Xác minh|Bàn giao)\b"
)
_SUBJECT = re.compile(r"\(? ?(?:v ?/ ?v\b *[:.]? *|về việc ?: ?)", re.IGNORECASE)
_TYPE_IN_NUMBER = re.compile(r"[/-] ?(?P<type>[A-ZĐ][A-Za-zĐđ]{0,3})(?= ?[/–-])")


def kind_of(text: str, told: str = "") -> tuple[str, str] | None:
    """Return (code, what stands behind the name) of the type that a line in capitals names.

    Args:
        text: one line, clean.
        told: code of the type that the document's number tells; "" where it tells none.

    Returns:
        The code is "" for a type that records do not know. None where the line names no type.
    """
    known = kinds_by_name().get(squeeze(text))
    if known is not None and (text.isupper() or exact(text) == known[1]):
        return known[0], ""
    if len(text) > _LONGEST or text.endswith(("?", "!")):
        return None
    words = exact(text)
    for code in dict.fromkeys((told, *_GOES_ON) if told else _GOES_ON):
        name = exact(document_kinds()[code])
        at = len(name) + 1
        if not words.startswith(f"{name} ") or len(words) != len(text) or not text[:at].isupper():
            continue
        goes_on = _GOES_ON.get(code)
        if (goes_on and goes_on.match(words, at)) or (code == told and text.isupper()):
            return code, text[at:].strip()
    return None


def type_in_number(printed: str) -> str:
    """Return the code of the type within a number: "KH" of "12/KH-UBND"; "" without one."""
    codes = (match["type"] for match in _TYPE_IN_NUMBER.finditer(printed))
    return next((code for code in codes if code in document_kinds()), "")


def is_urgency(rest: str) -> bool:
    """True where the words behind a type's name only say how urgent it is."""
    return _URGENT.fullmatch(exact(rest)) is not None


def join_title(rest: str, below: str) -> str:
    """Return the abstract of a document that has words of it on the line of its type.

    Args:
        rest: the words behind the type's name; "" for none.
        below: the abstract on the lines below; "" without one.
    """
    if not rest or is_urgency(rest):
        return below
    is_plain = _PLAIN.fullmatch(exact(rest)) is not None
    if not below:
        return "" if is_plain else rest
    if below.isupper() or not is_plain:
        return f"{rest} {below}"
    subject = _SUBJECT.match(below)
    if subject:
        told = below[subject.end() :]
        told = told.removesuffix(")") if below[0] == "(" else told
        below = f"về việc {_lower_first(told)}"
    elif _COMMON.match(below):
        below = _lower_first(below)
    return f"{rest.capitalize()} {below}"


def _lower_first(text: str) -> str:
    """Return words within a sentence; the first letter of a name or an abbreviation stays."""
    words = text.split(maxsplit=2)
    is_name = len(words) > 1 and words[1][0].isupper()
    return text if is_name or not text[1:2].islower() else text[0].lower() + text[1:]
