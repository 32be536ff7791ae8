"""Names that are honoured, not present: anniversaries, movements, schools, streets, awards.

Knows no record and no meeting.
"""

from __future__ import annotations

import re

from bantin.importing.family_names import FAMILY_NAMES
from bantin.records.provinces import find_province

# Characters of the words before a name. An expression is never tried on more.
_REACH = 60
_LONGEST_NAME = 5
_TITLES = (
    r"(?:(?:các )?(?:đồng chí|cố|nguyên|bác|cụ|ông|bà|anh hùng|liệt sĩ|liệt sỹ|danh nhân|nhà \w+|"
    r"lãnh tụ|chủ tịch|tổng bí thư|đại tướng|thượng tướng|trung tướng|thiếu tướng|vua"
    r"|vĩ đại),? ?){0,4}"
)
_HONOURED = re.compile(
    r"(?<!\w)(?:ngày sinh|ngày mất|năm sinh|sinh nhật|tưởng niệm|tưởng nhớ|kính viếng|viếng"
    r"|tượng đài|tượng|nhà lưu niệm|khu lưu niệm|nhà tưởng niệm|khu tưởng niệm|đền thờ|đền"
    r"|khu di tích"
    r"|di tích|bảo tàng|lăng|mộ|phần mộ|quảng trường|công viên|đường|phố|đại lộ|cầu|ngã tư"
    r"|trường(?: (?:thpt|thcs|tiểu học|mầm non|mẫu giáo|ptdtnt|đại học|cao đẳng|chính trị|cấp \d"
    r"|th|"
    r"mn|chuyên|sĩ quan|quân sự|trung học|ptdtbt))*(?: và (?:thcs|thpt))?|thpt|thcs|tiểu học"
    r"|học viện"
    r"|giải thưởng|giải|cúp|học bổng|quỹ|huân chương|huy chương|danh hiệu|phong trào|cuộc vận động"
    r"|cuộc thi|tư tưởng|đạo đức|phong cách|tấm gương|gương|di chúc|di huấn|lời dạy|lời kêu gọi"
    r"|lời thề"
    r"|lời căn dặn|thư|cuộc đời|sự nghiệp|thân thế|công lao|công ơn|chân dung|hình ảnh|quê hương"
    r"|học trò (?:xuất sắc|lỗi lạc|tiêu biểu)|theo chân|mang tên|cố|lãnh tụ|đứng đầu là"
    r"|của đảng(?: ta)?"
    r" và|lữ đoàn|nông trường|tàu|kho|bến|cảng|sân bay|rạp|nhà hát|bệnh viện|chợ|hồ|sông|núi|đảo"
    r"|chùa"
    r"|đội tntp|đội thiếu niên tiền phong|đoàn tncs|đoàn thanh niên cộng sản|thanh niên cộng sản)"
    rf" (?:của |về |mang tên )?[“\"]?{_TITLES}$",
    re.IGNORECASE,
)
_YEARS = re.compile(r" ?\((?:\d{1,2}[/.-]\d{1,2}[/.-])?\d{4} ?[-–] ?(?:\d{1,2}[/.-]|\d{4})")
_PLACE = re.compile(
    r"(?<!\w)(?:tỉnh|thành phố|tp\.?|thị xã|tx\.?|huyện|quận|phường|xã|thị trấn|tt\.?|thôn|bản"
    r"|ấp|buôn|"
    r"làng|khối|khu|vùng|sông|núi|hồ|đảo|biển|đèo|cầu|chùa|quốc lộ|dân tộc) ?$",
    re.IGNORECASE,
)
_LONE_PLACE = re.compile(
    r"(?:tỉnh|huyện|xã|phường|quận|thị trấn|thị xã|thành phố) (?P<place>[^\W\d_]+) ?$"
)
_FAMILY_NAME = re.compile(rf"(?:{FAMILY_NAMES})")
_NOBODY = frozenset({"Hồ Chí Minh", "Nguyễn Ái Quốc", "Hồ Chủ tịch", "Hồ Gươm", "Hồ Tây"})
_NO_NAME = re.compile(
    r"(?:Rịa|Nà|Đen|Chúa|Mẹ|Trưng|Điểm|Chiểu|Hoàng Mười|Đốc|Táo|Lãnh)(?!\w)", re.IGNORECASE
)
_MRS_OR_MR = re.compile(r"(?:ông|bà) $", re.IGNORECASE)


def is_honoured(text: str, start: int, end: int) -> bool:
    """Whether the name at text[start:end] is remembered there, or names something.

    Args:
        text: one paragraph.
        start: where its positions or the name begin.
        end: where the name ends.
    """
    before = text[max(0, start - _REACH) : start]
    return _HONOURED.search(before) is not None or _YEARS.match(text, end) is not None


def is_place(text: str, start: int, name: str, *, addressed: bool) -> bool:
    """Whether a name is that of a place.

    Args:
        text: one paragraph; the name stands at `start`.
        start: offset of the name.
        name: as printed.
        addressed: "đồng chí", "ông" or "bà" stands right before it.
    """
    before = text[max(0, start - _REACH) : start]
    if name in _NOBODY or (_NO_NAME.match(name) and _MRS_OR_MR.search(before)):
        return True
    if addressed:
        return False
    if find_province(name):
        return True
    return len(name.split()) < 3 and _LONE_PLACE.search(before) is not None


def begin_of_name(text: str, start: int) -> int:
    """Return where a name behind a position begins.

    No place has one syllable that is a family name: "Chủ tịch HĐND thành phố Lương Trần Văn Nháp"
    names a person of four syllables.
    """
    before = _LONE_PLACE.search(text[max(0, start - _REACH) : start])
    if before is None or _FAMILY_NAME.fullmatch(before["place"]) is None:
        return start
    return start - (before.end() - before.start("place"))


def end_of_name(text: str, start: int, end: int) -> int:
    """Return where a name ends: of five syllables the last two may be a province's, of a table."""
    syllables = text[start:end].split(" ")
    place = " ".join(syllables[-2:])
    if len(syllables) < _LONGEST_NAME or find_province(place) is None:
        return end
    return end - len(place) - 1


def follows_place_word(text: str, start: int) -> bool:
    """Whether "huyện", "sông", "làng" or the like stands right before an offset."""
    return _PLACE.search(text[max(0, start - _REACH) : start]) is not None
