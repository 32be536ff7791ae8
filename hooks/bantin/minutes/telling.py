"""Reads one clause of an order: who is told, by which verb: "giao Sở A …", "Sở B chủ trì …".

Knows how clauses begin. Which clauses of a text count is not decided here.
Source: facts on documents, the openers of conclusions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from bantin.minutes.addressees import Named, read_names
from bantin.minutes.name_heads import begins_name
from bantin.minutes.name_words import VERB, VERBS, one_of
from bantin.text.capitals import SURNAMES, UPPER

OPENING = re.compile(
    r"(?:(?:kính|trân trọng|kính mong)\s+)?(?:"
    r"(?P<refuse>(?:không|chưa)\s+(?:đồng ý|thống nhất|nhất trí|chấp thuận|cho phép|"
    r"thông qua))(?!\w)"
    r"|(?P<agree>(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí|chấp thuận|cho phép))(?!\w)"
    r"|(?P<assign>giao|phân công)(?!\w)"
    r"(?!\s+(?-i:thông|dịch|ban|lưu|thừa|hữu|nhận|mùa|cắt|tiếp|ước|lao động)(?!\w))"
    r"|(?P<propose>đề nghị)(?!\w)(?!\s+(?:của|này|trên|tại|nêu)(?!\w))"
    r"|(?P<require>yêu cầu)(?!\w)(?!\s+(?:của|này|trên|đặt ra|chung|kỹ thuật|nhiệm vụ)(?!\w))"
    r"|(?P<acknowledge>ghi nhận|biểu dương|đánh giá cao|hoan nghênh)(?!\w))",
    re.IGNORECASE,
)
# The verbs by which one gives another work, and those that tell what is thought of a matter.
GIVING = frozenset({"assign", "propose", "require"})
OPINIONS = frozenset({"agree", "refuse", "acknowledge"})
# Verbs that only a name before them makes an order, and times that may stand between.
_ALSO = (
    r"đăng|phát(?! (?:biểu|hiện|sinh))|dọn|lắp|treo|trồng|che chắn|neo|quản lý|thường trực|mua|"
    r"bán|chi|ký|trả|khám|dạy|xét|đón|đưa|giảm|miễn|hoàn trả|giãn|khoanh|giữ|đặt|giúp|bảo tồn|"
    r"bảo trì|sáp nhập|thay|thu(?! được)|trích|lo|đóng|kẻ|sơn|vá|phân|tính|nhập|xuất|cắm|dựng|"
    r"viết|soạn|kéo|rải|chụp|quay(?! về)|ghi(?! nhận)|chép|phụ trách(?! khối)|"
    r"không (?:để|được|kiểm tra|tổ chức|cấp|giải quyết|xem xét|bố trí|"
    r"ban hành|tăng|thu|mua|nhận|tiếp nhận|cho|sử dụng)|"
    r"trước(?= ngày| \d)|chậm nhất|hằng|hàng (?:tháng|quý|tuần|năm)|định kỳ"
)
# The words after the opening names tell the kind of the directive.
_SAID = re.compile(
    r"(?:,?\s+(?:theo|căn cứ|trên cơ sở|trong phạm vi) (?:chức năng|nhiệm vụ|thẩm quyền|lĩnh vực|"
    r"phạm vi|quyền hạn|trách nhiệm|quản lý)"
    r"(?:(?:,| và) (?:nhiệm vụ|thẩm quyền|quyền hạn|trách nhiệm))*+"
    r"(?: (?:được (?:giao|phân công)|của (?:mình|ngành)|quản lý|phụ trách))*+,?)?+,?\s+"
    r"(?:(?P<assign>được giao|được phân công|(?:có|chịu) trách nhiệm)"
    r"|(?P<propose>được đề nghị)|(?P<require>được yêu cầu)"
    rf"|(?P<help>(?:chủ động |tích cực )?phối hợp)(?! (?:với|cùng|chặt|tốt)(?!\w))"
    rf"|(?P<task>(?!đạt(?!\w)|thông báo(?!\w)[^.]{{0,300}} biết(?!\w)){VERB}|{_ALSO}))(?!\w)"
)
# Verbs that begin an order when nobody is named; many of the others begin reports or titles.
_NO_TASKS = (
    "báo cáo, căn cứ, cần, cho, cùng, được đề nghị, được giao, được phân công, được yêu cầu, giao, "
    "lãnh đạo, làm, mỗi, phải, quyết định, tăng, thông báo, thông tin, tuyển sinh, yêu cầu, "
    "đề nghị, chịu trách nhiệm, có trách nhiệm, thống nhất, tư vấn, xây dựng cơ bản"
)
_TASKS = [verb for verb in VERBS if verb not in _NO_TASKS.split(", ")]
_TASK = re.compile(
    rf"(?:{one_of((*_TASKS, *map(str.capitalize, _TASKS)))}|[Cc]ử|[Tt]rực|[Tt]rình|[Ll]ập|[Cc]ấp)"
    rf"(?!\w)|[Bb]áo cáo(?= (?:[{UPPER}]|kết quả|về))"
)
_RESPONSIBLE = re.compile(r"(?:chịu|có) trách nhiệm(?!\w)", re.IGNORECASE)
_TO = re.compile(r"(?:\s+(?:trách nhiệm|nhiệm vụ))?(?:\s+cho)?:?\s+")
# "Thống nhất giao Sở A …", "Đồng ý để Hội B …". Without these words, a matter is agreed to.
_LET = re.compile(
    r"(?:\s+(?:về\s+)?(?:chủ trương|việc))?\s+(?P<verb>giao|phân công|cử|để|cho)"
    r"(?:\s+(?:cho|phép))?\s+"
)
_PERSON = rf"(?:,? (?:{SURNAMES})(?: [{UPPER}][\w'’]*){{1,4}})?"
_SPEAKS = re.compile(rf"{_PERSON}\s+(?:có ý kiến |kết luận,? |cũng )?(?=(?i:{OPENING.pattern}))")
# Those whose words are orders; others say "đề nghị", "thống nhất" as a part of their task.
_GIVER = re.compile(
    r"(?:Phó )?(?:Chủ tịch|Bí thư|Thủ tướng|Trưởng [Bb]an|Trưởng [Đđ]oàn|Bộ trưởng|Chủ nhiệm)|UBND|"
    r"[ỦU][ỷyỶY] ban [Nn]hân dân|HĐND|Hội đồng|Thường trực|Ban Thường vụ|Ban Bí thư|Bộ Chính trị|"
    r"Tỉnh ủy|Thành ủy|Chính phủ|Quốc hội|Ban Chỉ đạo|Văn phòng"
)
_FIRST = re.compile(r"(?:[Rr]iêng|[Đđ]ồng thời|[Nn]goài ra|[Tt]rước mắt|[Tt]uy nhiên),? ")
_MEETING = re.compile(r"(?:Hội nghị|Cuộc họp|Phiên họp|Chủ tọa|Chủ tọa cuộc họp)(?: đã)? ")
# The letters with which these begin.
_FIRST_LETTERS, _MEETING_LETTERS = frozenset("RrĐđNnTt"), frozenset("HPC")
_OPENING_LETTERS = frozenset("ktcđngpybhKTCĐNGPYBH")
# Those above a province. Who asks them for something has a task.
_ABOVE = re.compile(
    r"Bộ(?! Chỉ huy)|Trung ương|Chính phủ|Thủ tướng|Quốc hội|Ngân hàng Nhà nước|UBND tỉnh|Tỉnh ủy|"
    r"Thường trực (?:Tỉnh ủy|HĐND tỉnh)|HĐND tỉnh|các [Bb]ộ|Ủy ban nhân dân tỉnh|Chủ tịch UBND tỉnh"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What one clause says.

    Attributes:
        kind: a key of LABELS, "help" where the named only help; "" where it is no order.
        names: those who are told, as printed; () when none is sure.
        verb: what the named must do, in its first words; "" where it is not looked at.
        end: offset behind the names; 0 without names.
        is_opened: it begins with the word of the one who speaks, "giao", "đồng ý".
    """

    kind: str
    names: tuple[str, ...]
    verb: str = ""
    end: int = 0
    is_opened: bool = False


NO_CLAUSE = Clause("", ())
_NOBODY = Named((), 0)


def read_clause(text: str, at: int = 0) -> Clause:
    """Read the clause that begins at an offset; its kind is "" where it is no order."""
    # A look at one letter costs less than asking a pattern.
    if text[at : at + 1] in _FIRST_LETTERS and (first := _FIRST.match(text, at)):
        at = first.end()
    if text[at : at + 1] in _MEETING_LETTERS and (meeting := _MEETING.match(text, at)):
        at = meeting.end()
    if text[at : at + 1] in _OPENING_LETTERS and (opening := OPENING.match(text, at)):
        return _opened(text, opening)
    subject = read_names(text, at)
    if subject is not None and subject.names:
        return _of_subject(text, subject.names, subject.end)
    if _RESPONSIBLE.match(text, at):
        return Clause("assign", ())
    return Clause("task", ()) if _TASK.match(text, at) else NO_CLAUSE


def _opened(text: str, opening: re.Match[str]) -> Clause:
    kind, at = opening.lastgroup or "", opening.end()
    if kind in GIVING:
        named = _named_at(text, _TO.match(text, at))
        return Clause(kind, named.names, end=named.end, is_opened=True)
    let = _LET.match(text, at) if kind == "agree" else None
    if let is None and opening[0].endswith("phép"):
        let = _TO.match(text, at)
    named = _named_at(text, let)
    if let and named.names and let.groupdict().get("verb") in ("giao", "phân công"):
        kind = "assign"
    return Clause(kind, named.names, end=named.end, is_opened=True)


def _named_at(text: str, before: re.Match[str] | None) -> Named:
    named = read_names(text, before.end()) if before else None
    return named or _NOBODY


def _of_subject(text: str, names: tuple[str, ...], at: int) -> Clause:
    """Read a clause that begins with names: they have the task, or they give it to others."""
    if speaks := _SPEAKS.match(text, at):
        told = read_clause(text, speaks.end())
        is_giver = bool(_GIVER.match(names[0]))
        if told.names and not (
            told.kind == "propose" and not is_giver and _ABOVE.match(told.names[0])
        ):
            return told
        if is_giver:
            return Clause(told.kind, (), is_opened=True)
        if told.kind in ("propose", "require") and not told.names:
            return Clause("", (), end=at)
        return Clause("task", names, end=at)
    said = _SAID.match(text, at)
    if said and said["help"] and begins_name(text, said.end() + 1):
        return Clause("task", names, said["help"], end=at)
    if said is None:
        return Clause("", (), end=at)  # it may only report on them
    return Clause(said.lastgroup or "", names, said[said.lastgroup or 0], end=at)
