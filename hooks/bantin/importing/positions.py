"""Positions of people as printed before and behind their names.

Knows no person and no text.
"""

from __future__ import annotations

from functools import cache

from bantin.importing.names import UPPER, body_pattern

_CHAIRS = (
    r"tổng bí thư(?:,? chủ tịch nước)?|(?:phó )?chủ tịch (?:nước|quốc hội)"
    r"|(?:phó )?thủ tướng(?: thường trực)?(?: chính phủ)?"
    r"|(?:phó )?chủ tịch(?: thường trực| tt)?|phó bí thư(?: thường trực| tt)?|(?<!tổng )bí thư|pct"
)
_MEMBERS = (
    r"tuv|uv ?\.? ?btv|uvbch|uv ?\.? ?bch|uvtv|uvt\.ư|đbqh|(?:tỉnh|thành|huyện|thị|quận"
    r"|đảng) ủy viên"
    r"|ủy viên(?: dự khuyết)?(?: (?:ban thường vụ|ban chấp hành|thường trực|thường vụ|btv|bch))?"
)
_HEADS = (
    r"(?:phó )?(?:tổng )?giám đốc|(?:phó )?chánh (?:văn phòng|thanh tra|án)|(?:phó )?chánh"
    r"|(?:phó )?trưởng (?:ban|phòng|đoàn|khoa|bộ môn|công an)(?: thường trực)?|(?:phó )?trưởng"
    r"|(?:phó )?(?:tổng )?cục trưởng|(?:phó )?chi cục trưởng|(?:phó )?vụ trưởng|thư ký"
    r"|(?:thứ|bộ) trưởng(?: thường trực)?|tổng thanh tra|(?:phó )?viện trưởng(?: thường trực)?"
    r"|(?:phó )?hiệu trưởng|(?:phó )?chủ nhiệm|(?:phó )?tư lệnh|(?:phó )?chính ủy|chính trị viên"
    r"|(?:phó )?chỉ huy trưởng|(?:phó )?tổng biên tập|đồn trưởng|đội trưởng"
)
HEAD = rf"(?i:(?:quyền |q\. ?)?(?:{_MEMBERS}|{_CHAIRS}|{_HEADS}))(?!\w)"
ADDRESS = r"(?i:đồng chí|đ/c|ông|bà)"
RANK = (
    r"(?i:(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)|đại úy|(?:pgs|gs)\.?,? ?ts\.?|ts\.|ths\.?"
    r"|bs\.?"
    r"|tiến sĩ|thạc sĩ|bác sĩ|kỹ sư|(?:phó )?giáo sư(?:,? tiến sĩ)?)(?!\w)"
)


@cache
def organ_pattern() -> str:
    """Return a regular expression for the body of a position, for text in one tone style."""
    central = (
        r"(?i:chính phủ|quốc hội|bộ chính trị|ban bí thư|(?:ban chấp hành )?"
        r"(?:trung ương|t\.ư|tư)(?: đảng)?(?! \w+ (?:tỉnh|huyện)))(?!\w)"
    )
    word = rf"[{UPPER}][^\W\d_]*(?: [^\W\d_{UPPER}]+)?"
    ministry = rf"Bộ {word}(?:(?:,| và) (?!{HEAD}){word}){{0,2}}"
    party = (
        r"(?i:(?:ban thường vụ|btv|ban chấp hành|bch)(?: đảng bộ)? (?:(?:tỉnh|thành|huyện|thị) ủy"
        r"|tỉnh|huyện|thành phố)|đoàn (?:đbqh|đại biểu quốc hội) (?:tỉnh|thành phố)"
        r"|hội lhpn (?:tỉnh|huyện|thành phố)|(?:ubnd|hđnd) tp(?:\.? ?hcm)?|văn phòng chính phủ"
        r"|sở|đảng ủy công an trung ương)"
    )
    return rf"(?:(?:{body_pattern()})(?!\w)|{party}(?!\w)|{central}|{ministry})"
