"""Names of writers as news prints them: "NGUYỄN HOA", "Trang Lê", "T.H", "Tin, ảnh: Lan Chi".

Knows one line and nothing around it.
"""

from __future__ import annotations

import re
import unicodedata

from bantin.importing.names import SURNAMES, UPPER
from bantin.importing.news_words import is_section
from bantin.records.provinces import find_province

_INITIALS = re.compile(
    rf"[{UPPER}]{{1,3}}(?:[. -]{{1,2}}[{UPPER}]{{1,3}}){{0,3}}\.?|[{UPPER}]{{2,4}}"
    rf"|[{UPPER}]\w{{0,2}}\.[{UPPER}]\w{{1,6}}"
)
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_CREDIT = re.compile(
    r"(?:Tin|Bài|Ảnh|Thực hiện|Clip|Video|Đồ họa)(?:,? ?(?:và |-|/)? ?(?:bài|ảnh|clip|video))*"
    r" ?: ?[^.:]{2,60}(?:\.[^.:]{1,20}){0,3}",
    re.IGNORECASE,
)
_SYLLABLE = rf"[{UPPER}][^\W\d_]{{0,7}}(?:['’][^\W\d_]{{1,5}})?"
_NAME = rf"{_SYLLABLE}(?: {_SYLLABLE}){{1,3}}"
_AGENCY = r"(?: ?\((?:[^()]{2,30})\)| ?/ ?(?:TTXVN|VNA|VOV|VGP))?"
_NAMES = re.compile(rf"{_NAME}(?: ?(?:[-–,/]|và) ?{_NAME}){{0,3}}{_AGENCY}")
_SURNAMED = re.compile(rf"(?:{SURNAMES})(?!\w).*", re.IGNORECASE)
_NO_WRITER = re.compile(
    r"(?:tuv|ubnd|hđnd|đbqh"
    r"|sggpo?|ldo|tpo|vov|ttxvn|btno|bnews|tp\.? ?hcm|hcm|stt|tt|kt|tm|tl|hết|việt nam|hà nội)"
    r"|ký tên|(?:thư ký|chủ (?:trì|tọa|toạ|tịch|hộ|nhiệm)|bí thư|giám đốc|kế toán|đại diện"
    r"|lãnh đạo|(?:hiệu|thủ|cục|vụ|viện|tổ|thôn|đội) trưởng)(?: .*)?"
    r"|(?:theo|báo|đài|nguồn|ban|sở|ubnd|hđnd|phòng|trung tâm|cổng|công an|văn phòng|ảnh|ủy ban|"
    r"trưởng|phó|quyền|người|bên|thông tấn|tạp chí|huyện|tỉnh|phường|trân trọng|"
    r"trường (?:thpt|thcs|tiểu|mầm|đại|cao)) .*",
    re.IGNORECASE,
)


def is_initials(text: str) -> bool:
    """Whether a line is a writer's initials."""
    if any(map(_is_word, re.split(r"[. -]+", text))):
        return False  # "THƯ KÝ" are words
    return _INITIALS.fullmatch(text) is not None and _NO_WRITER.fullmatch(text) is None


def _is_word(part: str) -> bool:
    toned = _TONE.search(unicodedata.normalize("NFD", part)) is not None
    return len(part) > 1 and part.isupper() and toned


def is_credit(text: str) -> bool:
    """Whether a line says who wrote or photographed: "Tin, ảnh: Lan Chi"."""
    return _CREDIT.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a line is nothing but names of people, as far as its shape tells."""
    return (
        _NAMES.fullmatch(text) is not None
        and _NO_WRITER.fullmatch(text) is None
        and find_province(text) is None
        and not is_section(text)
    )


def has_surname(text: str) -> bool:
    """Whether a line begins with a family name, in any case of letters."""
    return _SURNAMED.fullmatch(text) is not None
