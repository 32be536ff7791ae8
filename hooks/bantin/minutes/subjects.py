"""Tells whether a point begins with somebody who must act, also where the name is not known.

Such a point has a subject of its own: nobody named around it is meant. Knows words only.
"""

from __future__ import annotations

import re

from bantin.minutes.addressees import read_names
from bantin.minutes.name_heads import begins_name
from bantin.minutes.name_words import VERB

# What people and bodies are called by. Some of these words begin other words too.
_WHO = (
    "tập đoàn, tổng công ty, công ty, doanh nghiệp, hợp tác xã, tổ hợp tác, "
    "tổ(?! chức| hợp| tiên), "
    "tổ chức (?:chính trị|xã hội|tín dụng|đảng|kinh tế), hộ(?! tịch| chiếu| khẩu| đê), "
    "chủ (?:các |những )?(?:bến|rừng|đầu tư|hồ|đập|tàu|thuyền|xe|hộ|nhà|đất|trại|cơ sở|"
    "doanh nghiệp|phương tiện|công trình|dự án|vườn|ao|lò|quán|chợ|tịch|nhiệm), "
    "người(?! có công), nhân dân, bà con, cư dân, cử tri, tiểu thương, ngư dân, nông dân, "
    "đồng bào, "
    "cán bộ, công chức, viên chức, đảng viên, đoàn viên, hội viên, thành viên, chiến (?:sĩ|sỹ), "
    "học sinh, sinh viên, giáo viên, phụ huynh, thuyền viên, lái xe, tài xế, nhân viên, công nhân, "
    "nhà (?:máy|trường|thầu|đầu tư|xe|vườn|hàng|cung cấp|hát), xí nghiệp, lâm trường, nông trường, "
    "cơ sở(?! vật chất| dữ liệu| hạ tầng| pháp lý), trường(?! hợp| dữ liệu| thông tin), bệnh viện, "
    "trạm, trung tâm, ban(?! hành| đầu| đêm| ngày), đội(?! ngũ), "
    "phòng(?!,? chống| ngừa| cháy| thủ), "
    "chi cục, cục, viện(?! trợ), hội(?! nghị| thảo| họp| nhập| đàm| chợ), hiệp hội, liên đoàn, "
    "liên minh, câu lạc bộ, đơn vị, cơ quan, lực lượng, bộ đội, công an, dân quân, kiểm lâm, "
    "ngân hàng, bảo tàng, thư viện, tòa án, viện kiểm sát, thường trực(?! 24), đồng chí, đ/c, ông, "
    "bà, thủ trưởng, giám đốc, (?:phó|cục|vụ|chi cục) trưởng, trưởng, phó, bí thư, bộ trưởng, "
    "bộ (?:chỉ huy|tư lệnh|tổng), tư lệnh, quân (?:khu|chủng|đoàn), cảng, hạt, đồn, mặt trận, "
    "đoàn(?! kết), thôn, xóm, chi (?:bộ|hội|đoàn|nhánh), đảng (?:ủy|uỷ|bộ|đoàn), cấp (?:ủy|uỷ), "
    "địa phương, đại diện, đại biểu, hội đồng, (?:ủy|uỷ) ban, chính quyền, (?:tỉnh|thành) (?:ủy|uỷ)"
).split(", ")
_VERB = re.compile(rf"{VERB}(?!\w)", re.IGNORECASE)
_MANY = r"(?:(?:tất cả|toàn thể|một số|từng|mỗi|mọi|những|các|\d{1,4}) )*+"
_SOMEBODY = re.compile(rf"{_MANY}(?:{'|'.join(_WHO)})(?!\w)", re.IGNORECASE)
# "Các nội dung khác: giao Sở X" is about things, yet nobody can be sure of it.
_MANY_DO = re.compile(rf"(?:Các|Những|Mọi|Toàn thể) [^.;:]{{1,200}}: {VERB}(?!\w)", re.IGNORECASE)
_THINGS = (
    "(?:(?:các|những|một số|từng) )?(?:chỉ tiêu|kế hoạch|dự toán|đất|rừng|vốn|kinh phí|khoán|quyền"
    "|ban|trả|nhận|thông|lưu|dịch|việc|nhiệm vụ|nội dung|công việc|mốc|hồ sơ|biên chế|mặt bằng"
    "|thầu|cụ thể|rõ|quý|sau|này)"
)
# "Giao chỉ tiêu cho các xã" is what a body does.
_GIVES = re.compile(
    r"(?:giao|phân công)(?: (?:trách nhiệm|nhiệm vụ))?(?: cho)? "
    rf"(?P<to>(?:các )?(?-i:[^\W\d_a-zđ])|(?:các )?(?:đồng chí|ông|bà|đ/c) )?(?!{_THINGS})",
    re.IGNORECASE,
)
_ASKS = re.compile(rf"(?:yêu cầu|đề nghị) (?!{VERB}(?!\w)|{_THINGS})", re.IGNORECASE)


def begins_with_somebody(text: str) -> bool:
    """True for "Các tập đoàn: xây dựng …", "Chủ bến ký cam kết", and for any known name.

    Args:
        text: of a point on one line, without its mark.
    """
    if _SOMEBODY.match(text) or _MANY_DO.match(text) or read_names(text) is not None:
        return True
    # "Thống kê thiệt hại …" begins like a name.
    return _VERB.match(text) is None and begins_name(text, 0)


def gives_to_another(text: str, *, is_told: bool) -> bool:
    """True for "Giao các Phó Thủ tướng …", "Yêu cầu chủ bến …", whoever is named.

    Args:
        text: of a point on one line, without its mark.
        is_told: it stands below a bare name. Then a body may ask others or send its own people.
    """
    gives = _GIVES.match(text)
    if gives is not None:
        return not is_told or gives["to"] is not None
    return not is_told and _ASKS.match(text) is not None
