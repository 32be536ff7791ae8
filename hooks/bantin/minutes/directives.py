"""Reads the kind of a point and whom it is given to: "Giao Sở Tài chính …", "Sở Y tế được giao …".

Knows running text only. In doubt it returns nothing.
Source: facts on documents, the openers of conclusions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from bantin.minutes.addressees import read_names
from bantin.minutes.clauses import clause_before
from bantin.minutes.name_heads import GROUP, HEAD
from bantin.minutes.telling import NO_CLAUSE, OPINIONS, Clause, read_clause

LABELS: Mapping[str, str] = MappingProxyType(
    {
        "assign": "Giao việc",
        "propose": "Đề nghị",
        "require": "Yêu cầu",
        "agree": "Thống nhất",
        "refuse": "Không đồng ý",
        "acknowledge": "Ghi nhận",
        "task": "Nhiệm vụ",
    }
)
# Characters before the order of a long point that are looked at.
_FAR = 600
# "Trong thời gian …, giao …", "Đối với …: …". A list of names may stand before the comma too.
_LEAD_IN = re.compile(
    r"(?:Đối với|Về|Riêng|Trong|Trước|Để|Nhằm|Căn cứ|Trên cơ sở|Sau|Từ|Đến|Đồng thời|Ngoài ra|"
    r"Bên cạnh|Định kỳ|Chậm nhất|"
    r"Hằng|Hàng|Khi|Với|Cùng với|Nếu|Trường hợp|Do đó|Vì vậy|Thời gian tới|Việc|"
    r"Theo|Phát huy|Tiếp thu|Thực hiện|Triển khai|Ngay|Quá trình|Những|Các|Mọi)(?!\w)"
)
# What was done until now: no order follows.
_LOOKS_BACK = re.compile(
    r"(?:Đến (?:nay|thời điểm)|Trước đó|Trong (?:\d+ tháng đầu|thời gian (?:qua|vừa)|"
    r"năm (?:qua|vừa))|Từ đầu năm|Sau khi nghe)(?!\w)|[^.;]{1,200}, [^,.;]{1,80} (?:đã|đang|vừa) "
)
_PAUSE = re.compile(r"[,:] (?:thì )?")
# "Các nhóm … hướng dẫn các hộ, chủ đầu tư …": the rest of a list that is an object.
_MANY = re.compile(r"(?:Các|Những|Mọi)(?!\w)")
_GOES_ON = re.compile(r"(?:cơ quan|chủ|cấp|đơn vị|nhà|lực lượng|tổ chức|chính quyền) ")
_MATTER = re.compile(r"(?:Về|Đối với|Riêng|Việc)(?!\w)")
_CONDITION = re.compile(r"(?:Nếu|Trường hợp|Khi|Định kỳ|Hằng|Trước ngày|Chậm nhất)(?!\w)")
# "… chịu trách nhiệm trước Chủ tịch UBND tỉnh": those who are told already, in other words.
_ANSWERS = re.compile(
    r",? chịu (?:hoàn toàn )?trách nhiệm (?:hoàn toàn |toàn diện )?trước (?!ngày)"
)
# Where later clauses begin.
_BREAK = re.compile(
    r"[.;] (?:(?:[Đđ]ồng thời|[Tt]uy nhiên|[Vv]ì vậy|[Dd]o đó|[Tt]heo đó|[Tt]rước mắt),? )?"
)
_GIVEN_LATER = re.compile(r"[,.;:] (?:đồng thời,? )?(?=(?i:giao|yêu cầu|đề nghị|phân công)(?!\w))")
# "Kiểm tra bến; đề nghị Công an tỉnh …": who checks asks others, as a part of the work.
_ASKS = re.compile(r"[,;:] (?:đồng thời,? )?(?i:yêu cầu|đề nghị)(?!\w)")
# Looked for before the pattern: that costs a tenth.
_GIVING_WORDS = ("iao", "êu cầu", "ề nghị", "hân công")
# A sentence behind a report is an order where one of these follows the names.
_URGENT = frozenset(
    "chủ trì,chủ động,khẩn trương,tập trung,nghiêm túc,tăng cường,tiếp tục,có trách nhiệm,"
    "chịu trách nhiệm,phải,cần,rà soát,kịp thời".split(",")
)
_WITH = re.compile(
    r"(?<!đã )(?<!chưa )(?<!không )(?<!chế )(?<!trình )(?<!việc )(?<!tác )phối hợp"
    r"(?: (?:chặt chẽ|đồng bộ|thường xuyên|kịp thời|tốt|hiệu quả|tích cực))*+"
    r"(?:,? (?:cùng )?với| cùng)? "
    r"|, cùng(?: với)? ",
    re.IGNORECASE,
)
# What one does to others; not "Ban Chỉ đạo", "theo chỉ đạo của", "chỉ đạo quyết liệt".
_DIRECTS = re.compile(
    r"(?<!\w)(?<!Ban )(?<!ban )(?<!sự )(?<!theo )(?<!ý kiến )(?<!văn bản )"
    r"(?:chỉ đạo|đôn đốc|hướng dẫn|vận động|nhắc nhở)"
    r"(?! (?:của|tại|về|quyết liệt|chặt chẽ|sát sao|tốt|thường xuyên|kịp thời|phối hợp)(?!\w)) \w",
    re.IGNORECASE,
)
# "chỉ đạo Sở A phối hợp với Sở B …; phối hợp với Sở C …": Sở A works with Sở C too.
_STILL = re.compile(r"(?<=;)\s(?:chủ động |tích cực |đồng thời,? )?+$")
_HEADING = re.compile(
    r"(?:đối với|về phía|riêng(?: đối với)?|trách nhiệm của|nhiệm vụ của|"
    r"(?P<assign>giao|phân công)(?: (?:trách nhiệm|nhiệm vụ))?(?: cho)?|(?P<propose>đề nghị)|"
    r"(?P<require>yêu cầu))\s+(?!thông )",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:,?\s+(?:(?P<assign>(?:có|chịu) trách nhiệm)|chủ trì"
    r"|thực hiện(?: các nhiệm vụ)?(?: sau)?))?$"
)


@dataclass(frozen=True, slots=True)
class Directive:
    """The kind and addressees of an item.

    Attributes:
        kind: a key of LABELS; "" when the wording does not tell.
        addressees: the names as printed, each once; () when none is sure.
        helpers: names of those who only help, "phối hợp với Sở Y tế"; never one of `addressees`.
    """

    kind: str
    addressees: tuple[str, ...]
    helpers: tuple[str, ...] = ()


NOTHING = Directive("", ())


def read_directive(text: str) -> Directive:
    """Read the kind of a point, who must act and who helps.

    Args:
        text: NFC running text with single spaces.
    """
    first = _first_clause(text)
    kind, leads, helpers = first.kind, dict.fromkeys(first.names), dict[str, None]()
    for clause in _later_clauses(text, first):
        if clause.kind == "help":
            helpers |= dict.fromkeys(clause.names)
        else:
            leads |= dict.fromkeys(clause.names)
            if clause.is_opened and (not kind or kind in OPINIONS or not first.names):
                kind = clause.kind
            kind = kind or clause.kind
    if kind == "help":
        kind = "task"
    if not kind or (kind in OPINIONS and not leads):
        return Directive(kind, ())
    if "hối hợp" in text or ", cùng" in text:
        helpers |= dict.fromkeys(_helpers(text))
    return Directive(kind, tuple(leads), tuple(name for name in helpers if name not in leads))


def read_heading(text: str) -> Directive:
    """Read a heading that is nothing but names: "Sở Xây dựng", "Đối với Sở Y tế:", "Giao Sở X:".

    Args:
        text: NFC running text with single spaces, without the mark of its point.

    Returns:
        Its names as `addressees`, and the kind that it says for the points below it ("" for a bare
        name); neither where other words stand in it.
    """
    words = text.rstrip(" :;.,")
    if len(words) > _FAR:
        return NOTHING
    at, kind = 0, ""
    if said := _HEADING.match(words):
        at, kind = said.end(), said.lastgroup or ""
    named = read_names(words, at)
    trailing = _TRAILING.match(words, named.end) if named and named.names else None
    if named is None or trailing is None:
        return NOTHING
    return Directive(kind or trailing.lastgroup or "", named.names)


def _first_clause(text: str) -> Clause:
    """Return the clause that the text begins with, or that follows its first pause."""
    first = read_clause(text)
    if first.kind and (first.names or first.is_opened):
        return first
    # "Thực hiện Chỉ thị số 5, các xã rà soát …" begins with a verb too.
    if first.kind:
        lead_in = _LEAD_IN.match(text)
        told = next(_behind_pauses(text), NO_CLAUSE) if lead_in else NO_CLAUSE
        return told if told.names else NO_CLAUSE if lead_in and _LOOKS_BACK.match(text) else first
    before, colon, after = text[:_FAR].partition(": ")
    heading = read_heading(before) if colon else NOTHING
    # "UBND các phường: A, B" is no heading.
    named = read_names(text) if heading.addressees else None
    if heading.addressees and (named is None or named.end <= len(before)):
        own = read_clause(after)
        return Clause(own.kind or heading.kind or "task", own.names or heading.addressees)
    if _LEAD_IN.match(text) is None:
        return NO_CLAUSE
    return next(_behind_pauses(text), NO_CLAUSE)


def _behind_pauses(text: str) -> Iterator[Clause]:
    """Yield the orders behind "Trong thời gian …," and its like, within the first sentence."""
    end = min((at for at in (text.find(". "), text.find("; ")) if at >= 0), default=_FAR)
    if _LOOKS_BACK.match(text):
        return
    is_condition, is_matter = bool(_CONDITION.match(text)), bool(_MATTER.match(text))
    for pause in _PAUSE.finditer(text, 0, min(end, _FAR)):
        at = pause.end()
        if is_condition and " thì " in text[at:end]:
            continue
        clause = read_clause(text[: end + 1], at)
        is_colon = text[pause.start()] == ":"
        is_opinion = clause.kind in OPINIONS and not clause.names
        if not clause.kind or (is_opinion and not is_matter and not is_colon):
            continue
        if not is_colon and _GOES_ON.match(text, at) and _MANY.match(text):
            yield Clause("task", ())
            return
        is_told = clause.is_opened or is_colon
        if not is_told and not clause.names and not is_condition:
            continue
        if is_told or not _is_in_list(text, pause.start()):
            yield clause


def _is_in_list(text: str, comma: int) -> bool:
    """Tell whether a list of names goes on behind a comma: "của Sở A, Sở B"."""
    if (many := text.rfind("các ", 0, comma)) >= 0:
        group = GROUP.match(text, many)
        if group and group.end() >= comma:
            return True
    for head in HEAD.finditer(text, 0, comma):
        named = read_names(text, head.start())
        if named and named.end >= comma:
            return True
    return False


def _later_clauses(text: str, first: Clause) -> Iterator[Clause]:
    """Yield the clauses behind the first one that give somebody work too."""
    if not first.names and any(word in text for word in _GIVING_WORDS):
        is_begun = first.kind == "task"
        given = [
            read_clause(text, later.end())
            for later in _GIVEN_LATER.finditer(text)
            if not (is_begun and _ASKS.match(text, later.start()))
        ]
        if any(clause.names for clause in given):
            yield from (clause for clause in given if clause.names)
            return
    if not first.names and first.kind == "task":
        return  # the heading's body goes on
    end = first.end
    for later in _BREAK.finditer(text):
        if later.start() < end:
            continue
        clause = read_clause(text, later.end())
        end = clause.end
        if not clause.names or (first.names and _ANSWERS.match(text, clause.end)):
            continue
        if clause.is_opened:
            if text[later.start()] == "." or clause.kind == "assign":
                yield clause
        elif first.names or first.kind in ("agree", "refuse"):
            yield clause if first.names else replace(clause, kind="assign", is_opened=True)
        elif clause.verb in _URGENT:
            yield clause


def _helpers(text: str) -> Iterator[str]:
    """Yield the names behind "phối hợp với"."""
    end = others = 0
    for begun in _WITH.finditer(text):
        if begun.start() < end:
            continue
        at = begun.start()
        goes_on = others and _STILL.search(text, max(others, at - 30), at) is not None
        if (goes_on and ". " not in text[others:at]) or _is_of_others(text, at):
            others = begun.end()
            continue
        others = 0
        named = read_names(text, begun.end())
        if named:
            yield from named.names
            end = named.end


def _is_of_others(text: str, at: int) -> bool:
    """Tell whether those work together whom the one told directs: "chỉ đạo các xã phối hợp với"."""
    clause = clause_before(text, at)
    if not clause.strip() and text.endswith("chủ trì,", 0, at - 1):
        clause = clause_before(text, at - len(" chủ trì, "))
    return _DIRECTS.search(clause) is not None
