"""Beginnings of the names of bodies, of those who hold an office, and of groups of them.

A proper name begins with a capital. Only a name for many begins without one.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from bantin.minutes.known_names import find_known, first_words
from bantin.text.fold import exact

# Bodies that no table need know.
HEAD = re.compile(
    r"(?:Hội đồng(?! ý)|Thường trực|Cơ quan|Văn phòng|Sở(?! hữu)|"
    r"Ban(?! hành| đầu| đêm| ngày)|Tiểu ban|Bộ(?! máy| phận| mặt)|"
    r"Hội(?! nghị| thảo| thi| họp| đàm| chợ| nhập)|Hiệp hội|Liên minh|Liên hiệp|Liên đoàn|"
    r"UBND|HĐND|UBMTTQ(?:VN)?|UB MTTQ|MTTQ|Ủy ban|Uỷ ban|Mặt trận|Công an|Cảnh sát|Đội|Đồn|"
    r"Cục|Tổng cục|Chi cục|Hạt Kiểm lâm|Hạt kiểm lâm|Đài|Báo(?! cáo)|Tạp chí|Nhà xuất bản|"
    r"Trường(?! hợp)|Đại học|Học viện|Trung tâm|Trạm|Phòng(?! chống|, chống| ngừa| cháy)|"
    r"Tỉnh đoàn|Thành đoàn|Huyện đoàn|Đoàn(?! kết)|Công đoàn|Câu lạc bộ|"
    r"Tổ(?! chức| quốc)|Viện(?! trợ| phí)|Kho bạc|Ngân hàng|Điện lực|Agribank|VNPT|Viettel|"
    r"Bảo hiểm xã hội|BHXH|Quỹ|Bệnh viện|Bảo tàng|Thư viện|Nhà hát|Nhà văn hóa|Vườn quốc gia|"
    r"Khu (?:bảo tồn|dự trữ|du lịch|di tích)|Cảng vụ|Tổng công ty|Tập đoàn|Công ty|Xí nghiệp|"
    r"Nhà máy|Hợp tác xã|Liên hiệp hợp tác xã|Chi nhánh|Doanh nghiệp|Thanh tra|Tòa án|Toà án|"
    r"Viện kiểm sát|Viện Kiểm sát|Lữ đoàn|Trung đoàn|Sư đoàn|Bộ Tư lệnh|Đảng ủy|Đảng uỷ|"
    r"Huyện ủy|Thành ủy|Tỉnh ủy|Thị ủy|Chi bộ|Đảng bộ|BQL|Ban QLDA|BCĐ|BCH)(?!\w)"
)
# A place that stands for its authority.
PLACE = re.compile(r"(?:Đặc khu|Thành phố|Tỉnh|Huyện|Thị xã|Phường|Xã|Thị trấn|TP\.?)(?= [^\W\d_])")
# Those who hold an office, or a part of a body, before its name.
HOLDER = re.compile(
    r"(?:(?:[Cc]ác )?(?:[Đđ]ồng chí|đ/c|[Ôô]ng|[Bb]à) )?"
    r"(?:[Cc]ác )?(?:Phó )?(?:[Cc]hủ tịch|Bí thư|(?:Tổng )?[Gg]iám đốc|"
    r"Chánh(?: (?:Thanh tra|Văn phòng)(?= các ))?|"
    r"(?:Chi cục|Cục|Tổng cục|Vụ|Viện|Hạt|Đội|Tổ|Trạm|Đoàn) trưởng|"
    r"Hiệu trưởng|Bộ trưởng|Thứ trưởng|[Tt]hủ trưởng|"
    r"[Nn]gười đứng đầu|"
    r"[Ll]ãnh đạo(?= (?:các|UBND|HĐND|Sở|Ban|Ủy ban|sở|đơn vị|cơ quan|Công an) )|"
    r"Chủ nhiệm|Chỉ huy trưởng|Chính ủy|Tổng [Bb]iên tập|"
    r"Thống đốc|Tổng Thanh tra|Trưởng(?= (?:Ban|Công an|Phòng|Đoàn|Thôn|Trạm|[Pp]hòng))|"
    r"Trưởng(?= (?:các|thôn|bản) )|Thường trực|Cơ quan [Tt]hường trực(?: của)?|"
    r"(?:[Cc]ác )?(?:[Tt]hành viên|[Ủủ]y viên)|Văn phòng|Thanh tra|Đoàn Thanh niên|Công đoàn|"
    r"Tập thể [Ll]ãnh đạo|Ban [Tt]hường (?:vụ|trực)|Ban [Gg]iám đốc|Tổ [Tt]hư ký|Tổ giúp việc)"
    r"(?: (?:[Tt]hường trực|phụ trách))?(?= |(?:,| và) (?:Thủ trưởng|Giám đốc|Trưởng|Chủ tịch) )"
)
# "Giám đốc, Thủ trưởng các sở".
HOLDER_TOO = re.compile(
    r"(?:,| và) (?:Thủ trưởng|Giám đốc|Trưởng|Chủ tịch|Chánh)(?= (?:các|cơ quan) )"
)
# Holders who are told by their position alone.
ALONE = re.compile(
    r"(?:Phó )?Trưởng [Bb]an(?: [Tt]hường trực)?(?: các cấp)?(?!\w| phụ trách)|"
    r"Phó Thủ tướng(?: Chính phủ)?|Thủ tướng(?: Chính phủ)?"
)
# "Các đơn vị quản lý hồ chứa thủy điện, thủy lợi"; in "… quản lý hồ chứa." it is a verb.
_MANAGING = (
    r"(?:(?:quản lý|quản trị)(?:(?:,| và)? (?:vận hành|khai thác))?|vận hành|khai thác) "
    r"(?:hồ(?: chứa)?|đập|công trình|bến(?: xe| thủy(?: nội địa)?)?|đê điều|rừng|chợ|"
    r"đường (?:bộ|sắt)|lưới điện|cảng|khoáng sản|nhà máy)"
    r"(?:(?:,| và)? (?:thủy (?:lợi|điện)|nước(?: sạch)?|đê điều))*+(?! ?[.;])"
)
# Names for many: each noun may stand behind "các", or go on a list of such nouns.
_NOUNS = (
    rf"(?:(?:đơn vị|doanh nghiệp) {_MANAGING}|"
    r"sở|ban (?:quản lý dự án|QLDA)(?: (?:chuyên ngành|khu vực))?(?:, khu vực)?|"
    r"ban(?: ngành)?(?! hành)|bộ(?! phận)|ngành|phòng(?!,? chống| ngừa)|"
    r"cơ quan(?: (?:ngang [Bb]ộ|thuộc Chính phủ|chuyên môn|chức năng|báo chí|truyền thông|tham mưu|"
    r"trung ương|nhà nước|thông tấn|"
    r"tư pháp|khối Đảng|đảng))?|"
    r"đơn vị(?: (?:sự nghiệp(?: công lập)?|tư vấn(?: (?:thiết kế|giám sát))?|thi công|quản lý "
    r"(?:đường bộ|hồ chứa|hồ|rừng|chợ|nhà nước|vận hành)|vận hành|chủ rừng|trường học|"
    r"lực lượng vũ trang|quân đội|viễn thông|đầu mối|vận tải|kinh doanh vận tải))?|"
    r"địa phương|đoàn thể(?: chính trị[ -]+xã hội)?|tổ chức(?= (?:chính trị|tín dụng|xã hội|hành "
    r"nghề|đoàn thể|đảng|có liên|liên quan|trên địa)|,| và (?:cá nhân|đoàn thể|doanh nghiệp))"
    r"(?: (?:chính trị[ -]+xã hội|tín dụng|xã hội(?: nghề nghiệp)?|hành nghề \w+ \w+|đảng))?|"
    r"cá nhân|đảng (?:ủy|uỷ|bộ)|chi bộ|"
    r"hội(?: quần chúng| đoàn thể| đặc thù)?(?! nghị| thảo| thi| đồng)|xã(?! hội)|phường|"
    r"thị trấn|thị xã|thành phố|huyện|quận|tỉnh|đặc khu|thôn|bản|khu phố|"
    r"tổ dân phố|cấp(?: ủy| uỷ)?(?: đảng)?|"
    r"chính quyền|chủ đầu tư|chủ rừng|"
    r"chủ hồ(?: chứa)?(?:(?:,| và)? (?:thủy điện|thủy lợi))*|"
    r"chủ (?:bến|tàu(?: cá| thuyền)?|thuyền|xe|phương tiện|trại|vườn|hộ(?: kinh doanh)?)|"
    r"nhà thầu(?: (?:thi công|xây lắp|tư vấn))?|nhà đầu tư(?: (?:hạ tầng|thứ cấp))?|"
    r"doanh nghiệp(?: viễn thông| vận tải| bưu chính)?|"
    r"hợp tác xã|trường(?! hợp)(?: (?:học|đại học|cao đẳng|phổ thông|mầm non|tiểu học|"
    r"trung học(?: (?:cơ sở|phổ thông))?|công lập))*|trưởng (?:thôn|bản|phòng|khu phố)|"
    r"cơ sở (?:giáo dục|y tế|khám(?: bệnh)?,? chữa bệnh|kinh doanh|sản xuất|đào tạo|"
    r"sản xuất(?:,| -) kinh doanh|lưu trú)(?: nghề nghiệp)?|lực lượng(?: (?:chức năng|vũ trang))?|"
    r"thành viên|tiểu ban|chi cục|trung tâm(?: y tế)?|bệnh viện|"
    r"trạm y tế|ngân hàng(?: thương mại)?|"
    r"công ty|[Tt]ổ (?:công tác|giúp việc)|đội|khối|bên(?= liên quan)|"
    r"phó chủ tịch|ủy viên)"
)
# Nouns that mean somebody also without "các" before them.
_SINGLE = (
    r"(?:[Cc]ấp [ủu][ỷy]|[Cc]hủ đầu tư(?: các dự án)?|"
    r"[Cc]ơ quan báo chí|[Nn]hà thầu(?: thi công)?|[Đđ]ơn vị (?:tư vấn|thi công|"
    r"đầu mối|chủ trì|quản lý (?:đường bộ|hồ chứa))|[Cc]hủ rừng|"
    r"Sở, (?=ban|ngành)|[Cc]ơ quan (?:thuộc Chính phủ|ngang [Bb]ộ)|[Ll]ực lượng vũ trang|"
    r"[Tt]ổ chức đảng|[Cc]ơ quan [Tt]hường trực|[Cc]ơ quan (?:chuyên môn|chủ trì|soạn thảo)|"
    r"[Cc]hính quyền (?:địa phương|các cấp|cơ sở)|[Tt]hường trực Ban|[Cc]ơ quan, đơn vị)"
)
# What a people's council has; each is named by itself.
_OF_COUNCIL = (
    r"(?:[Cc]ác [Bb]an(?: của)? (?:HĐND|Hội đồng nhân dân)|(?:[Cc]ác )?(?:[Tt]ổ [Đđ]ại biểu"
    r"(?: (?:HĐND|Hội đồng nhân dân))?|[Đđ]ại biểu (?:HĐND|Hội đồng nhân dân)))(?!\w)"
)
_MANY = rf"(?:[Cc]ác|[Mm]ỗi|[Mm]ột số|[Tt]ất cả các|[Tt]oàn bộ các) (?i:{_NOUNS})"
_MORE = rf"(?:(?:, | và |/|,| - | (?=ban,? ngành|ngành|đoàn thể))(?i:{_NOUNS})(?!\w))*"
_AFTER = r"(?: các cấp| (?:cấp|các) (?:tỉnh|huyện|xã)(?! hội))?"
GROUP = re.compile(rf"{_OF_COUNCIL}|(?:{_MANY}|{_SINGLE})(?!\w){_MORE}{_AFTER}")


# The first words of all that stands above, in lower case.
_FIRST_WORDS = (
    "agribank ban doanh bà báo bí bch bcđ bệnh bhxh bql bảo bộ chi chánh chính chủ câu cơ các công "
    "cảng cảnh cấp chỉ cục giám hiệp hiệu huyện hạt hđnd học hội hợp khu kho liên lãnh lữ lực mttq "
    "mặt mỗi một ngân người nhà nhà ông phó phòng phường quận quỹ sư sở thanh thành thư thường "
    "thị thống thứ thủ tiểu toà toàn tp trung trưởng trường trạm tòa tạp tất tập tổ tổng tỉnh ub "
    "ubmttq ubmttqvn ubnd viettel viện vnpt vườn vụ văn xí xã đ đài đô đơn đoàn đại đảng đặc điện "
    "đội đồn đồng ủy"
)
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _starts() -> frozenset[str]:
    return frozenset(_FIRST_WORDS.split()) | first_words()


def may_begin(text: str, at: int) -> bool:
    """Tell, at little cost, whether the word at an offset begins any name."""
    word = _WORD.match(text, at)
    return word is not None and exact_word(word[0]) in _starts()


@lru_cache(maxsize=4_096)
def exact_word(word: str) -> str:
    """Return a word in lower case and one tone style."""
    return exact(word)


def begins_name(text: str, at: int) -> bool:
    """Tell whether the name of somebody may begin at an offset."""
    if not may_begin(text, at):
        return False
    if HEAD.match(text, at) or HOLDER.match(text, at) or GROUP.match(text, at):
        return True
    if PLACE.match(text, at) or ALONE.match(text, at):
        return True
    return text[at : at + 1].isupper() and find_known(text, at) is not None
