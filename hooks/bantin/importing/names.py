"""Bodies named in running text: committees, offices, departments, people's committees.

Precision before recall: a name counts only with the place of its body ("UBND tỉnh", "Sở Nội vụ").
"các sở, ngành" and "các cấp" are nobody. Knows no record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bantin.importing.provinces import Province, find_province, province_pattern
from bantin.text.fold import exact
from bantin.text.tones import one_tone_style

UPPER = "".join(char for char in map(chr, range(0x41, 0x1EFA)) if char.isupper())
SURNAMES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Tôn|Đinh|Trương|"
    "Đoàn|Đào|Mai|Cao|Lương|Lưu|Trịnh|Hà|Tô|Tạ|Châu|Quách|La|Vương|Thái|Lâm|Tăng|Kiều|Từ|Chu|"
    "Khổng|Phùng|Triệu|Lục|Nông|Ma|Vi|Lò|Cầm|Quàng|Sùng|Giàng|Thào|Vàng|Hạ|Hứa|Đàm|Doãn|Thân|"
    "Viên|Mạc|Nghiêm|Thạch|Sơn|Danh|Điểu|Đồng|Quản|Tống|Ninh|Ông|Đậu|Bế|Lại|Bạch|Kim|Văn|Âu|Cù|"
    "Giáp|Phí|Trà"
)
_DEPARTMENTS = (
    "nội vụ|tư pháp|tài chính|kế hoạch và đầu tư|công thương|xây dựng|giao thông vận tải|y tế|"
    "nông nghiệp và (?:phát triển nông thôn|môi trường)|tài nguyên và môi trường|ngoại vụ|"
    "thông tin và truyền thông|lao động(?:,| -| –)? thương binh và xã hội|du lịch|"
    "văn hóa(?:, thể thao và du lịch| và thể thao| và thông tin)?|khoa học và công nghệ|"
    "giáo dục và đào tạo|dân tộc và tôn giáo|quy hoạch - kiến trúc|"
    "lđ ?-? ?tb ?(?:&|và|-)? ?xh|gd ?(?:&|-) ?đt|tn ?(?:&|-) ?mt|tt ?(?:&|-) ?tt|"
    "kh ?(?:&|-) ?đt|vh,? ?tt ?(?:&|-) ?dl|nn ?(?:&|-) ?ptnt"
)
_COUNCILS = "ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân"
_ASSOCIATIONS = (
    "hội (?:liên hiệp phụ nữ|lhpn|nông dân|cựu chiến binh|chữ thập đỏ|người cao tuổi)"
    "|liên đoàn lao động|lđlđ|đoàn tncs hồ chí minh|(?:ủy ban )?(?:mặt trận tổ quốc|mttq)"
    "(?: việt nam)?|ubmttq(?:vn)?|công an|bộ chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng"
    "|ban (?:quản lý|chấp hành|dân tộc|an toàn giao thông)"
)
_EXPANSIONS = (
    (re.compile(r"\([^()]*\)"), " "),
    (re.compile(r"\bvstbc?pn\b"), "vì sự tiến bộ phụ nữ"),
    (re.compile(r"\bvì sự tiến bộ của phụ nữ\b"), "vì sự tiến bộ phụ nữ"),
    (re.compile(r"\bủy ban nhân dân\b"), "ubnd"),
    (re.compile(r"\bhội đồng nhân dân\b"), "hđnd"),
    (re.compile(r"\blhpn\b"), "liên hiệp phụ nữ"),
    (re.compile(r"\blđ ?-? ?tb ?(?:&|và|-)? ?xh\b"), "lao động thương binh và xã hội"),
    (re.compile(r"[^\w]+"), " "),
)


@dataclass(frozen=True, slots=True)
class BodyName:
    """A body's name in one form for all ways to write it.

    Attributes:
        key: lower case, abbreviations expanded, without its province: "ubnd tỉnh".
        province: the province printed with it, if any.
        provincial: it serves a province, printed or not.
    """

    key: str
    province: Province | None
    provincial: bool

    def full(self, province: Province | None) -> str:
        """Return key and province as one lower-case name."""
        if province is None:
            return self.key
        if self.key.startswith("sở "):
            return f"{self.key} {province}"
        return f"{self.key} {province.name}"


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a text: `text` stands at [start, end) of it, as printed."""

    start: int
    end: int
    text: str
    name: BodyName


def parse_body_name(text: str) -> BodyName:
    """Return the one form of a body's name, printed in any known way."""
    key = exact(text)
    for pattern, replacement in _EXPANSIONS:
        key = pattern.sub(replacement, key)
    words = key.split()
    province, rest = _split_province(words)
    if rest[-1:] in (["tỉnh"], ["phố"]) and rest[0] == "sở":
        rest = rest[: -1 if rest[-1] == "tỉnh" else -2]
    key = " ".join(rest)
    provincial = (
        province is not None
        or key.endswith((" tỉnh", " thành phố", "tỉnh ủy", "thành ủy"))
        or key.startswith("sở ")
    )
    return BodyName(key, province, provincial)


def find_bodies(text: str) -> Iterator[BodyMention]:
    """Yield the bodies named in `text` (NFC, single spaces), in order, without overlaps."""
    for match in re.finditer(rf"(?<!\w)(?:{body_pattern()})(?!\w)", one_tone_style(text)):
        printed = text[match.start() : match.end()]
        yield BodyMention(match.start(), match.end(), printed, parse_body_name(printed))


@cache
def body_pattern() -> str:
    """Return a regular expression for a body's name, for text in one tone style."""
    aside = r"(?: \([^()]{1,20}\))?"
    provincial = rf"(?i:(?:tỉnh|thành phố)(?: (?:{province_pattern()}))?)(?!\w)"
    surname = rf"(?!(?:{SURNAMES}) [{UPPER}])"
    local = (
        rf"(?i:huyện|thị xã|quận|phường|xã|thị trấn|thành phố) [{UPPER}]\w*"
        rf"(?: {surname}[{UPPER}]\w*){{0,2}}"
    )
    place = rf"{aside} (?:{local}|{provincial})"
    party = rf"(?i:(?:tỉnh|thành) ủy)(?!\w| viên)(?i: (?:{province_pattern()})(?!\w))?"
    return "|".join(
        (
            rf"(?i:văn phòng(?: đoàn (?:đbqh|đại biểu quốc hội) và)? (?:{_COUNCILS})){place}",
            rf"(?i:văn phòng|ban (?:tổ chức|tuyên giáo(?: và dân vận)?|dân vận|nội chính)) {party}",
            rf"(?i:ban cán sự đảng (?:{_COUNCILS})){place}",
            rf"(?i:ban (?:vì sự tiến bộ(?: của)? phụ nữ|vstbc?pn)){place}",
            rf"(?i:{_COUNCILS}){place}",
            rf"(?:Sở|SỞ) (?i:{_DEPARTMENTS})(?!\w)(?: {provincial})?",
            rf"(?i:{_ASSOCIATIONS}){place}",
            rf"(?:Ban|BAN) (?i:chỉ đạo) [^.,;:()]{{1,80}}? {provincial}",
            rf"(?i:(?:huyện|thành|thị) ủy) (?!(?i:{province_pattern()})(?!\w))[{UPPER}]\w*"
            rf"(?: {surname}[{UPPER}]\w*){{0,2}}",
            party,
        )
    )


def _split_province(words: list[str]) -> tuple[Province | None, list[str]]:
    """Take a province off the end of a name, unless it is the name of a lower place."""
    for size in range(min(5, len(words) - 1), 0, -1):
        if words[-size] in ("tỉnh", "thành", "phố"):  # the level stays with the stem
            continue
        province = find_province(" ".join(words[-size:]))
        rest = words[:-size]
        if province and rest[-1] not in ("huyện", "xã", "quận", "phường", "trấn"):
            if rest[-1] == "phố" and province.level != "thành phố":
                continue
            return province, rest
    return None, words
