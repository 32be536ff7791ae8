"""Says what a line of a document's foot is: an authority, a position, a name, a stamp.

Knows one line at a time.

Source: Decree 30/2020/NĐ-CP, Annex I, box 7.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator

from bantin.importing.capture import Block
from bantin.importing.names import SURNAMES, UPPER
from bantin.records.provinces import find_province
from bantin.text.fold import exact
from bantin.text.normalize import squeeze_spaces

AUTHORITY = re.compile(
    r"(?:(?:TM|KT|TL|TUQ|Q)\. ?|(?:T/M|K/T|T/L|T/UQ|TU/Q)[. ] ?)(?=\w)", re.IGNORECASE
)
_POSITION = re.compile(
    r"(?:quyền |q\. ?)?(?:phó |nguyên )?(?:chủ tịch|chủ nhiệm|thủ tướng|bộ trưởng|thứ trưởng"
    r"|giám đốc|tổng (?:giám đốc|cục trưởng|thanh tra|biên tập|kiểm toán|thư ký)|cục trưởng"
    r"|vụ trưởng|chi cục trưởng|chánh (?:văn phòng|thanh tra|án)|bí thư|viện trưởng|hiệu trưởng"
    r"|trưởng (?:ban|phòng|đoàn|trạm|khoa|đài|công an)|thống đốc|chỉ huy trưởng|tư lệnh"
    r"|hạt trưởng|tổ trưởng|chủ (?:tọa|toạ|trì)|thư ký|người (?:ghi biên bản|lập)|ủy viên|văn phòng"
    r"|thường trực|chính ủy|trưởng \w+|đại diện)\b"
)
_SIGNED = re.compile(r"\(? ?(?:đã ký|ký tên|ký)\b[^()]{0,40}\)?[.]?", re.IGNORECASE)
_STAMP = re.compile(
    r"(?:người ký|ký bởi|thời gian ký|ngày ký|cơ quan|tổ chức|e-?mail|signature|signed by"
    r"|chữ ký số) ?:.*",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"(?:(?:GS|PGS|TS|TSKH|ThS|Ths|Th\.S|BS|BSCK ?[I1]{1,2}|Bs|Bác sĩ|KS|Ks|CN|LS|DS|NGƯT|NGND"
    r"|TTƯT)[.,]? ?[./]? ?(?=[^a-z]))+|(?:Thượng|Trung|Thiếu|Đại) (?:tướng|tá|úy) ",
)
_NAME = re.compile(rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{1,5}}")
_SURNAMED = re.compile(rf"(?:{SURNAMES}) ", re.IGNORECASE)
_ANNEX = re.compile(r"phụ (?:lục|biểu)\b|danh (?:sách|mục)\b|mẫu (?:số )?\d|biểu (?:số|mẫu)\b")
_NO_NAME = re.compile(r"văn bản|nơi nhận|kính gửi")
_WIDE_GAP = re.compile(r"\t+| {4,}| ?\| ?")
_RULE = re.compile(r"\W*")
_TWO_COLUMNS = re.compile(r"(?P<left>[-–+•] ?[^;]{1,200}?[;.]|[^;]{3,200}?;) (?P<right>[^;]+)")


class FootRole(enum.Enum):
    """What a line of a foot is."""

    LIST = enum.auto()
    AUTHORITY = enum.auto()
    POSITION = enum.auto()
    SIGNED = enum.auto()
    STAMP = enum.auto()
    NAME = enum.auto()
    RULE = enum.auto()
    ANNEX = enum.auto()
    OTHER = enum.auto()


def read_role(text: str) -> FootRole:
    """Return what a line, or one part of it, is."""
    if _RULE.fullmatch(text):
        return FootRole.RULE
    if _ANNEX.match(exact(text)):
        return FootRole.ANNEX
    if AUTHORITY.match(text) and len(text) <= 90:
        return FootRole.AUTHORITY
    if _SIGNED.fullmatch(text):
        return FootRole.SIGNED
    if _STAMP.fullmatch(text):
        return FootRole.STAMP
    if (
        text[0].isupper()
        and len(text) <= 90
        and _POSITION.match(exact(text))
        and text[-1] not in ";:."
    ):
        return FootRole.POSITION
    if is_name(text):
        return FootRole.NAME
    return FootRole.OTHER


def is_name(text: str) -> bool:
    """True for a person's name, with or without academic titles."""
    name = bare_name(text)
    if (
        _POSITION.match(exact(name))
        or _ANNEX.match(exact(name))
        or _NO_NAME.match(exact(name))
        or find_province(name)
    ):
        return False
    if name.isupper():
        return len(name.split()) in (2, 3, 4, 5) and _SURNAMED.match(name) is not None
    return _NAME.fullmatch(name) is not None


def bare_name(text: str) -> str:
    """Return a name without academic titles and ranks."""
    return _TITLES.sub("", text, count=1).strip() if _TITLES.match(text) else text


def split_line(line: Block) -> Iterator[str]:
    """Yield the texts of the columns that a line holds."""
    if line.column:
        yield line.text
        return
    parts = [squeeze_spaces(part) for part in _WIDE_GAP.split(line.raw.strip())]
    parts = [part for part in parts if part]
    if len(parts) < 2 or " ".join(parts) != squeeze_spaces(line.text.replace("|", " ")):
        parts = [line.text.strip(" |")]
    for part in filter(None, parts):
        match = _TWO_COLUMNS.fullmatch(part)
        if match and _opens_block(match["right"]):
            yield match["left"]
            yield match["right"]
        else:
            yield part


def _opens_block(text: str) -> bool:
    role = read_role(text)
    if role in (FootRole.AUTHORITY, FootRole.POSITION):
        return text.isupper()
    return role is FootRole.SIGNED or (role is FootRole.NAME and _SURNAMED.match(text) is not None)
