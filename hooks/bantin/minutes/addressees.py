"""Reads the offices that an order names: "Sở Nội vụ, Sở Tư pháp và UBND các huyện", as printed.

Knows how names of offices begin, go on and end, and which words may follow. If the end of a name is
not sure, that name and those beside it are dropped.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Beginnings of the names of bodies and office holders. A proper name begins with a capital. Only a
# name for many begins without one.
_HEAD = re.compile(
    r"(?:Hội đồng (?:nhân dân|phối hợp(?: phổ biến)?|tư vấn|thẩm định|đánh giá|xét duyệt)|"
    r"Thường trực|Văn phòng|Sở(?! hữu)|Ban(?! hành)|Bộ(?! máy)|Hội(?! nghị| thảo| thi| đồng)|"
    r"UBND|HĐND|UBMTTQ(?:VN)?|Ủy ban|Uỷ ban|Mặt trận|Công an|Cục|Chi cục|Đài|Báo(?! cáo)|"
    r"Trường(?! hợp)|Trung tâm|Phòng(?! chống)|Liên đoàn|Tỉnh đoàn|Huyện đoàn|Đoàn(?! kết)|"
    r"Tổ(?! chức)|Viện(?! trợ)|Kho bạc|Ngân hàng|Bảo hiểm xã hội|Bệnh viện|Cơ quan|[Tt]hành viên|"
    r"Trưởng [Bb]an|Phó Trưởng [Bb]an|Chủ tịch|Phó Chủ tịch|Giám đốc|Chánh Văn phòng|"
    r"[Tt]hủ trưởng|Người đứng đầu|Công ty|Chi nhánh|Thanh tra|Đảng ủy|Huyện ủy|Thành ủy|"
    r"[Cc]ác (?:sở|ban|cơ quan|đơn vị|địa phương|ngành|thành viên|huyện|xã|đoàn thể|tổ chức|cấp|"
    r"chủ đầu tư|doanh nghiệp|hội))(?!\w)"
)
# Names known in full, with a level that may follow: the departments of a province, before and after
# 2025.
_KNOWN = re.compile(
    r"Sở (?:Nội vụ|Tư pháp|Tài chính|Kế hoạch và Đầu tư|Công [Tt]hương|"
    r"Nông nghiệp và (?:Phát triển nông thôn|Môi trường)|Giao thông [Vv]ận tải|Xây dựng|"
    r"Tài nguyên và Môi trường|Thông tin và Truyền thông|"
    r"Lao động(?:,| [-–])? ?Thương binh và Xã hội|Du lịch|"
    r"Văn hóa(?:, Thể thao và Du lịch| và Thể thao)?|"
    r"Khoa học và Công nghệ|Giáo dục và Đào tạo|Y tế|Ngoại vụ|Dân tộc và Tôn giáo)"
    r"(?: tỉnh| thành phố)?(?!\w)"
)
# The words that follow the names in an order. In names, words of the first list have a capital.
# Words of the second list count only before or after certain words.
_VERBS = (
    "bám sát, ban hành, bàn giao, báo cáo, bảo đảm, biên soạn, bố trí, bổ sung, căn cứ, cân "
    "đối, cần, cập nhật, chấn chỉnh, chỉ đạo, chịu trách nhiệm, chủ động, chủ trì, chuẩn bị, "
    "có kế hoạch, có trách nhiệm, có văn bản, công bố, công khai, củng cố, cùng, dự thảo, duy "
    "trì, đánh giá, đảm bảo, đăng cai, đăng ký, đẩy mạnh, đề nghị, đề xuất, điều chỉnh, đối "
    "chiếu, đôn đốc, đưa, được đề nghị, được giao, được phân công, được yêu cầu, gia hạn, "
    "giải quyết, giám sát, giao, gửi, hoàn chỉnh, hoàn thành, hoàn thiện, hỗ trợ, hướng dẫn, "
    "khảo sát, khắc phục, khẩn trương, kiểm kê, kiểm tra, kiện toàn, kịp thời, ký kết, làm "
    "rõ, lồng ghép, lựa chọn, mỗi, mở, mời, nắm, nâng cao, nghiêm túc, nghiên cứu, nhân rộng, "
    "nộp, phải, phát huy, phân công, phổ biến, phối hợp, quan tâm, quán triệt, rà soát, sắp "
    "xếp, soạn thảo, sớm, sử dụng, tạo điều kiện, tăng cường, tập trung, tham gia, tham mưu, "
    "thành lập, thẩm định, theo dõi, thông báo, thống kê, thống nhất, thực hiện, thường "
    "xuyên, tích cực, tiếp nhận, tiếp tục, tổ chức, tổng hợp, trả lời, triển khai, trình, "
    "trực tiếp, tuyên truyền, vận động, vận hành, xác minh, xây dựng, xem xét, xử lý, yêu cầu"
).split(", ")
_VERBS_BUT = (
    r"cử(?<!bầu cử)|làm(?<!việc làm)|trực(?<!thường trực)|"
    r"lập(?=\s+(?:phương án|kế hoạch|danh sách|hồ sơ|tờ trình|dự toán|báo cáo|đoàn|tổ))"
)
VERB = rf"(?:{'|'.join(_VERBS)}|{_VERBS_BUT})"
_VERB_NEXT = re.compile(rf"\s+{VERB}(?!\w)")
_SEPARATOR = re.compile(rf"(?:\s*[,;]\s*(?:và\s+)?|\s+(?:và|cùng)\s+)(?={_HEAD.pattern})")
# Beside the name: "(đơn vị đầu mối)", "– cơ quan đầu mối –", "là cơ quan thường trực".
_ASIDE = re.compile(r"\s*(?:\([^)]*\)|(?:,\s*)?[–-]\s[^–-]{1,60}\s[–-](?=\s))")
_EXPLAINED = re.compile(r"\s+là\s")
_WORD = re.compile(r"\s*(,|[–-]|[^\s,;.:()]+)")
# Words without a capital that a name may contain in any number.
_COMMON = frozenset(
    "và của các tỉnh huyện xã thị thành phố phường cấp sở ban ngành địa phương đơn vị cơ quan đoàn "
    "thể viên có liên trực thuộc phụ trách khối quản lý thường vụ đảng ủy tổ chức doanh nghiệp chủ "
    "đầu tư nông thôn dự án trên bàn thư ký giúp việc , – -".split()
)
# Levels. After one of these, no word without a capital may follow but those of _COMMON.
_LEVELS = frozenset("tỉnh huyện xã phố phường".split())
# "Các đơn vị chưa báo cáo": a clause picks some of them, and its end cannot be found.
_WHICH = frozenset("chưa không đã đang còn nào khi nếu theo nêu được".split())
# Most syllables without a capital in a row in a proper name: "Giao thông vận tải".
_MOST_SMALL = 3
# Names that do not tell who is meant.
_NOBODY = frozenset(
    "Ban,Báo,Bộ,Cục,Hội,Phòng,Sở,Tổ,Viện,Đài,Đoàn,Trường,Văn phòng,Cơ quan,Trung tâm,Công ty,"
    "Ủy ban,Các ban,các ban,Chi nhánh".split(",")
)


@dataclass(frozen=True, slots=True)
class Named:
    """Names that follow each other.

    Attributes:
        names: as printed, each once; () when one of them is not sure.
        end: offset after the last one.
    """

    names: tuple[str, ...]
    end: int


def read_names(text: str, at: int = 0) -> Named | None:
    """Return the names from an offset on; None when no name begins there.

    Args:
        text: NFC running text with single spaces.
        at: offset at which the first name should begin.
    """
    if _HEAD.match(text, at) is None:
        return None
    names: dict[str, None] = {}
    while True:
        end = _end_of_name(text, at)
        if end is None or text[at:end] in _NOBODY:
            return Named((), at)
        names[text[at:end]] = None
        aside = _ASIDE.match(text, end)
        after = aside.end() if aside else end
        separator = _SEPARATOR.match(text, after)
        if separator is None:
            return Named(tuple(names), after)
        at = separator.end()


def _end_of_name(text: str, start: int) -> int | None:
    """Return the offset after a name; None when it is not sure."""
    if known := _KNOWN.match(text, start):
        return known.end()
    head = _HEAD.match(text, start)
    assert head is not None
    at, small, is_closed = head.end(), 0, False
    while True:
        if (
            _VERB_NEXT.match(text, at)
            or _ASIDE.match(text, at)
            or _EXPLAINED.match(text, at)
            or _SEPARATOR.match(text, at)
        ):
            return len(text[:at].rstrip(" ,"))
        word = _WORD.match(text, at)
        if word is None or word[1] in _WHICH:
            return None
        if word[1] not in _COMMON:
            small = 0 if word[1][0].isupper() else small + 1
            if small > _MOST_SMALL or (small and is_closed):
                return None
        is_closed = word[1] in _LEVELS
        at = word.end()
