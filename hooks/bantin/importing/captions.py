"""Tells captions of pictures from sub-headings and paragraphs.

A caption tells of a picture: a credit, a scene, somebody seen doing something.
"""

from __future__ import annotations

import re

from bantin.importing.family_names import FAMILY_NAMES
from bantin.importing.names import UPPER
from bantin.importing.people import find_people

SENTENCE_MARKS = (".", "!", "?", "…", ":", ";", '."', ".”", "/.", ")")
_LONGEST, _LONGEST_SCENE = 60, 25
_CREDIT = re.compile(
    r"(?:^|[.!…)”\"] ?|[ ]\(?)(?:Ảnh(?: minh họa| tư liệu| chụp)?|Nguồn ảnh|Ảnh và chú thích)"
    r" ?(?:: ?[^.]{1,40}(?:\.[^.\s]{1,20}){0,3}|minh họa)\.?\)?$"
)
_EVENT = (
    r"(?:buổi|cuộc|hội nghị|lễ|phiên|kỳ họp|đại hội|chương trình|hội thảo|tọa đàm|hội thi|diễn đàn|"
    r"ngày hội|khóa|lớp|đêm|trận|họp|giao ban|festival|giải)"
)
_NO_MORE = (
    r"(?:(?! (?:đã|được|cho|nhất trí|thống nhất|thảo luận|biểu quyết|tập trung|bày tỏ|đều|cũng|sẽ|"
    r"đánh giá|đóng góp|kiến nghị|đề nghị|nghe) )[^,.;]){0,160}"
)
_SCENE = re.compile(
    rf"(?:quang cảnh|toàn cảnh|khung cảnh) (?:tại |của )?(?:các )?{_EVENT}(?!\w).*"
    r"|một góc (?!nhìn).*|ảnh minh họa.*|trong ảnh.*|hình ảnh (?:tại|về|buổi|lễ) .*"
    rf"|(?:các )?đại biểu (?:tham )?(?:dự|gia) {_EVENT}(?!\w){_NO_MORE}"
    rf"|đại diện [^.;]{{0,120}} tham dự {_EVENT}(?!\w){_NO_MORE}"
    r"|đoàn chủ tịch(?: [^,.;]{1,40})?|chủ tọa(?: [^,.;]{1,40})?|biểu quyết [^.;]{0,120}",
    re.IGNORECASE,
)
_SPOKE = re.compile(
    r"[^.!?…]* (?:phát biểu|trình bày|báo cáo|kết luận|điều hành|khai mạc|bế mạc)"
    r"(?: (?:ý kiến|chỉ đạo|khai mạc|bế mạc|kết luận|tham luận|báo cáo|thảo luận|chào mừng))*"
    rf"(?: (?:tại|trong|với) (?:\w+ )?{_EVENT}(?!\w)[^,.;]{{0,120}})?\.?",
    re.IGNORECASE,
)
_GROUP = re.compile(
    r"(?:(?:các|những|đông đảo|một số) )?(?:(?:đồng chí|ông|bà) )?(?:lãnh đạo|đại biểu|đại diện|"
    r"người dân|bà con|nhân dân|học sinh|sinh viên|các cháu|các em|em|nông dân|ngư dân|cán bộ|"
    r"chiến sĩ|chiến sỹ|đoàn viên|hội viên|thanh niên|phụ nữ|công nhân|giáo viên|y bác sĩ|y, bác sĩ"
    r"|bác sĩ|đoàn công tác|đoàn|ban tổ chức|ban giám khảo|thường trực|đồng chí|thí sinh|du khách|"
    r"lực lượng|nhà báo|phóng viên|khách|nghệ nhân|các đội|vận động viên|gia đình|mô hình|vườn|"
    r"sản phẩm|cháu)(?!\w)",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?<!\w)(?:phát biểu|trao|tặng|nhận|tham quan|chụp ảnh|kiểm tra|thăm|dự|tham gia|xem|chăm sóc|"
    r"thu hoạch|bàn giao|ký kết|ký|cắt băng|chúc mừng|trình bày|điều hành|biểu diễn|thảo luận|"
    r"dâng hương|dâng hoa|biểu quyết|khen thưởng|hướng dẫn|động viên|tuyên truyền|làm việc|chủ trì|"
    r"tiếp|đón|giới thiệu|vận chuyển|dọn dẹp|ra quân|gói|nghe|hỏi thăm|khảo sát|tưởng niệm|khai mạc"
    r"|bế mạc|đánh trống|trồng|khởi công|khánh thành|gắn biển|thi đấu|viếng)(?!\w)",
    re.IGNORECASE,
)
_RANKED = re.compile(
    r"(?:đại|thượng|trung|thiếu) (?:tướng|tá|úy)(?!\w)|(?:ông|bà|anh|chị|cô|thầy|đồng chí|đ/c|em"
    r"|cụ)"
    rf" (?-i:[{UPPER}])",
    re.IGNORECASE,
)
_SURNAMED = re.compile(rf"(?<!\w)(?:{FAMILY_NAMES})(?: [{UPPER}]\w+){{1,3}}")


def is_sure_caption(text: str) -> bool:
    """Whether a line of any kind is a caption by its words alone."""
    if len(text.split()) > _LONGEST:
        return False
    if _CREDIT.search(text):
        return True
    if len(text.split()) > _LONGEST_SCENE:
        return False
    if _SCENE.fullmatch(text.rstrip(".")) and not re.search(r"[.;!?]", text.rstrip(".")):
        return True
    return _SPOKE.fullmatch(text) is not None and _names_somebody_first(text)


def is_caption(text: str) -> bool:
    """Whether a line without a closing mark between two paragraphs tells of a picture."""
    if is_sure_caption(text):
        return True
    if len(text.split()) > _LONGEST or not _DOING.search(text):
        return False
    return _names_somebody_first(text) or _GROUP.match(text) is not None


def _names_somebody_first(text: str) -> bool:
    """Whether a person stands before what is done."""
    if _RANKED.match(text):
        return True
    doing = _DOING.search(text)
    end = doing.start() if doing else len(text)
    if any(person.start < end for person in find_people(text)):
        return True
    surnamed = _SURNAMED.search(text)
    return surnamed is not None and surnamed.start() < end
