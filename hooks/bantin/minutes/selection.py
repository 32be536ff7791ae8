"""Chooses the points of a document that are orders. A heading is none: it hands down what it says.

In conclusions each point below the words "kết luận" is an order; elsewhere only what orders. Knows
the tree of points; nothing of how an order is told.

Source: tests/orders/README.md, "What is an order".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice

from bantin.minutes.directives import Directive, read_directive, read_heading
from bantin.minutes.headings import Handed, heads_no_orders, heads_report, read_introduction, spoken
from bantin.minutes.name_words import VERB
from bantin.minutes.overrides import Override, read_override
from bantin.minutes.structure import TextPoint
from bantin.minutes.subjects import begins_with_somebody

_EXPLICIT = frozenset(("assign", "propose", "require", "agree", "refuse", "acknowledge"))
# The words below which each point of a notice is a conclusion.
_CUES = (
    re.compile(r"(?<!\w)(?:kết luận|ý kiến chỉ đạo|chỉ đạo|ý kiến kết luận)(?!\w)", re.IGNORECASE),
    re.compile(
        r"(?<!\w)(?:thống nhất|quyết nghị|giao|yêu cầu|đề nghị|có ý kiến)(?!\w)", re.IGNORECASE
    ),
)
_PART_OF_CUE = re.compile(
    r"(?:phần |nội dung )?(?:ý kiến )?(?:kết luận|chỉ đạo)(?! (?:số|thanh tra|kiểm tra|điều tra))",
    re.IGNORECASE,
)
_VERB_FIRST = re.compile(rf"{VERB}(?!\w)", re.IGNORECASE)
_VERB_INSIDE = re.compile(rf"(?<!\w)(?:{VERB}|phụ trách(?! khối))(?!\w)")
_ISSUER = re.compile(
    r"(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|THỐNG ĐỐC|CHÍNH PHỦ|QUỐC HỘI"
    r"|HỘI ĐỒNG NHÂN DÂN|(?:Ủ|U)(?:Y|Ỷ) BAN NHÂN DÂN|UBND|HĐND|BAN THƯỜNG VỤ|BAN CHẤP HÀNH"
    r"|THƯỜNG TRỰC)(?!(?: UBND| ỦY BAN NHÂN DÂN)? CÁC)"
)
# "Ông Lò Văn A, Giám đốc Sở …": a person in a list.
_ASIDE = re.compile(r"(?:riêng|đối với|về phía) ", re.IGNORECASE)
_PERSON = re.compile(r"(?:các )?(?:ông|bà|đ/c|đồng chí|anh|chị)(?!\w)", re.IGNORECASE)
_DONE = re.compile(r"(?<!\w)(?:đã|vừa|vẫn còn|còn (?:một số|nhiều|chậm)|tuy nhiên|tuy vậy)(?!\w)")
_GROUNDS = re.compile(r"(?:căn cứ|xét|theo đề nghị) (?!chức năng)", re.IGNORECASE)
# How a text opens, before it orders anything.
_PREAMBLE = re.compile(
    r"(?:thực hiện|triển khai|thi hành|căn cứ|xét|theo|ngày|sau khi|tại|trên cơ sở|để"
    r"|nhằm|thời gian qua|trong thời gian|vừa qua|hiện nay|từ ngày|tham dự|dự họp|tiếp theo"
    r"|nhận được|qua|vào)(?!\w)",
    re.IGNORECASE,
)
# "Để giữ an toàn, đồng ý …": the opinion follows.
_PURPOSE = re.compile(
    r"(?:Để|Nhằm) [^.;:]{1,400}?, (?=(?:cơ bản )?(?:đồng ý|thống nhất|nhất trí|chấp thuận|cho phép"
    r"|không đồng ý) (?!với nhau))"
)
_MAKES_KNOWN = re.compile(
    r"(?:.{0,200}(?<!\w)(?:xin |trân trọng |kính )?thông báo(?!\w).{0,200}"
    r"(?<!\w)(?:biết|thực hiện|triển khai)(?!\w)|trên đây là|(?:xin )?trân trọng|cuộc họp kết thúc"
    r"|biên bản (?:được|này|kết thúc|lập)|hội nghị (?:kết thúc|bế mạc)"
    r"|(?:kế hoạch|chỉ thị|quyết định|công điện|thông báo|nghị quyết|quy định) này "
    r"(?:có hiệu lực|thay|được)|bãi bỏ|hết hiệu lực)",
    re.IGNORECASE,
)
# "Cơ quan chủ trì: …" below a task says who has it.
_DETAIL = re.compile(
    r"(?:(?:cơ quan|đơn vị|cấp) )?(?P<which>chủ trì|thực hiện|phối hợp)(?: thực hiện| chính)?\s?:\s"
    r"|thời (?:gian|hạn)(?: hoàn thành| thực hiện)?\s?:\s",
    re.IGNORECASE,
)


# Where a subject may follow; how far it is looked for.
_ASIDES = re.compile(r"(?:Căn cứ|Trên cơ sở|Để|Nhằm|Sau khi|Khi|Nếu|Trường hợp|Qua|Theo)(?!\w)")
_PAUSE = re.compile(r", ")
_FAR, _MOST_PAUSES = 300, 4
# Characters of a heading of names, and of one that ends like a sentence.
_LONGEST_NAMES, _LONGEST_ENDED_NAMES = 400, 80
_NO_NAMES = Directive("", ())


@dataclass
class ReadPoint:
    """A point and what is read from its words.

    Attributes:
        point: in the tree.
        day: of its document.
        parent: the point that it stands under; None for an outermost one.
        children: the points under it.
    """

    point: TextPoint
    day: date
    parent: ReadPoint | None = None
    children: list[ReadPoint] = field(default_factory=list)

    @cached_property
    def own(self) -> Directive:
        """What its own words order."""
        text = self.point.text
        # "Một là, rà soát …" goes on with a small letter.
        read = read_directive(text[:1].upper() + text[1:])
        purpose = None if read.kind else _PURPOSE.match(text)
        if purpose is None:
            return read
        told = text[purpose.end() :]
        return read_directive(told[:1].upper() + told[1:])

    @cached_property
    def said(self) -> Override:
        """The editor's word on it."""
        return read_override(self.point.passage.attributes)

    @cached_property
    def handed(self) -> Handed:
        """What it says for the points below it, as a heading."""
        if self._is_issuer:
            return Handed()
        return read_introduction(self.point.text, day=self.day)

    @cached_property
    def is_heading(self) -> bool:
        """True for a point that only introduces others: a name, a title, words with a colon."""
        point = self.point
        if point.passage.kind == "heading" or point.is_open or point.is_title:
            return True
        if self._bare_names.addressees:
            return True
        if point.is_sentence or self.said.given or self.own.kind in _EXPLICIT:
            return False
        # "Tổ chức thực hiện", "Dự thảo Quy định về chợ": a title, and points or sentences below it.
        return not self.own.addressees and any(
            one.point.is_marked
            or one.is_order_like
            or (not self.own.kind and one.point.is_sentence and one.point.passage.parent >= 0)
            for one in self.children
            if not one.is_detail
        )

    @cached_property
    def is_order_like(self) -> bool:
        """True where the words order something, whoever has to do it."""
        return bool(self.own.kind) or _VERB_FIRST.match(self.point.text) is not None

    @cached_property
    def opens_conclusions(self) -> bool:
        """True for "… kết luận như sau:"."""
        return self.point.is_introduction and _CUES[0].search(self.point.text) is not None

    @cached_property
    def section(self) -> str:
        """What the points below it are: "none" where nothing is ordered, "report", "" elsewhere."""
        if self.opens_conclusions:
            return ""
        if self._heads_no_orders:
            return "none"
        if self.is_heading and (self.handed.directive.kind or self.handed.directive.addressees):
            return ""
        if heads_report(self.point.text):
            return "report"
        return self.parent.section if self.parent else ""

    @cached_property
    def names_somebody(self) -> bool:
        """True where the words seem to begin with a name, also one that is not sure."""
        text = self.point.text
        aside = _ASIDE.match(text)
        if begins_with_somebody(text[aside.end() :] if aside else text):
            return True
        # "Căn cứ tình hình thực tế, chủ bến …"
        return _ASIDES.match(text) is not None and any(
            begins_with_somebody(text[pause.end() :])
            for pause in islice(_PAUSE.finditer(text, 0, _FAR), _MOST_PAUSES)
        )

    @cached_property
    def names_only(self) -> bool:
        """True for a heading that is nothing but a name: all below it is told to that body."""
        return not self._is_issuer and bool(self._bare_names.addressees)

    @cached_property
    def _bare_names(self) -> Directive:
        text = self.point.text
        # Long sentences are no names; asking them all would take a third of the time.
        longest = _LONGEST_ENDED_NAMES if self.point.is_sentence else _LONGEST_NAMES
        return read_heading(spoken(text)) if len(text) <= longest else _NO_NAMES

    @cached_property
    def lists_things(self) -> bool:
        """True for "Giao Sở X kiểm tra các bến: - Bến A; - Bến B.": nothing below it orders."""
        point = self.point
        orders = self.own.addressees or self.own.kind in _EXPLICIT
        if not (point.is_marked and orders and self.children):
            return False
        if point.is_title or self.names_only:
            return False
        if not self.own.addressees and any(one.point.number for one in self.children):
            # "Thống nhất với các nội dung, cụ thể như sau:" leads to numbered points.
            return False
        return not any(one.is_order_like or one.said.given for one in self.children)

    @cached_property
    def details(self) -> dict[str, str]:
        """What the lines below a task tell of it: "to", "with" or "due" → their words."""
        found: dict[str, str] = {}
        for child in self.children:
            if child.is_detail:
                for part in re.split(r";\s|\.\s(?=\S)", child.point.text):
                    if match := _DETAIL.match(part):
                        which = (match["which"] or "").lower()
                        key = "due" if not which else "with" if which == "phối hợp" else "to"
                        found.setdefault(key, part if key == "due" else part[match.end() :])
        return found

    @property
    def _heads_no_orders(self) -> bool:
        """True for "Thành phần dự họp" and "2. Yêu cầu"; not for "Yêu cầu:" before orders."""
        point = self.point
        if point.is_introduction and self.handed.directive.kind:
            return False
        return heads_no_orders(point.text)

    @property
    def _is_issuer(self) -> bool:
        """True for "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above what that body decides."""
        point = self.point
        return not point.mark and point.text.isupper() and _ISSUER.match(point.text) is not None

    @property
    def is_detail(self) -> bool:
        """True for "Cơ quan chủ trì: …" below a task."""
        return self.parent is not None and _DETAIL.match(self.point.text) is not None

    @cached_property
    def is_part(self) -> bool:
        """True for a paragraph in an item that only goes on with the words of the item."""
        around = self.parent
        if around is None or self.point.is_marked or self.point.is_title or self.said.given:
            return False
        is_within = self.point.passage.parent >= 0 and around.point.is_marked
        orders = self.own.kind in _EXPLICIT or bool(self.own.addressees)
        return is_within and not orders and not self.point.is_open and not around.is_heading

    @property
    def words(self) -> str:
        """Its words, and those of the paragraphs that go on with them."""
        parts = (one.point.text for one in self.children if one.is_part)
        return " ".join((self.point.text, *parts))

    def around(self) -> Iterator[ReadPoint]:
        """Yield the points that it stands under, the nearest first."""
        one = self.parent
        while one is not None:
            yield one
            one = one.parent


def read_points(points: Sequence[TextPoint], *, day: date) -> tuple[ReadPoint, ...]:
    """Return the points of a text with what is read from them.

    Args:
        points: of the whole text, in their order.
        day: of the document.
    """
    found = {id(point): ReadPoint(point, day) for point in points}
    for one in found.values():
        if one.point.parent is not None:
            one.parent = found[id(one.point.parent)]
            one.parent.children.append(one)
    return tuple(found.values())


def select_orders(points: Sequence[ReadPoint], *, are_conclusions: bool) -> list[ReadPoint]:
    """Return the points that are orders, in their order.

    Args:
        points: of the whole text, in their order.
        are_conclusions: each point below the words "kết luận" counts.
    """
    start = _start_of(points) if are_conclusions else 0
    return [
        one
        for at, one in enumerate(points)
        if one.said.given or at >= start
        if _is_order(one, counts=are_conclusions)
    ]


def _start_of(points: Sequence[ReadPoint]) -> int:
    """Return the index of the first point below the words that open the conclusions."""
    for cue in _CUES:
        for at, one in enumerate(points):
            # "3. Về kết luận thanh tra:" is one of the points.
            leads = one.point.is_introduction or _PART_OF_CUE.match(one.point.text)
            if leads and cue.search(one.point.text) and not heads_no_orders(one.point.text):
                return at + 1
    return 0


def _is_order(one: ReadPoint, *, counts: bool) -> bool:
    """True for an order. `counts` says that each point is one that is no heading."""
    point, said = one.point, one.said
    if said.is_order is not None:
        return said.is_order
    if said.directive:
        return True
    if one.is_heading:
        return one.lists_things or bool(said.given and not one.children)
    if said.given:
        return True
    section = one.parent.section if one.parent else ""
    if section == "none" or one.is_part or one.is_detail or _is_apart(one):
        return False
    if (
        not point.is_marked
        and point.text[:1].islower()
        and not (one.parent and one.parent.is_heading)
    ):
        # It goes on with words that stand somewhere above.
        return False
    if one.own.kind in _EXPLICIT:
        return True
    if section == "report" or _MAKES_KNOWN.match(point.text):
        return False
    if not point.is_marked:
        return _paragraph_orders(one, counts=counts)
    return (counts and not _is_thing(one)) or _orders_somebody(one)


def _is_apart(one: ReadPoint) -> bool:
    """True for what is never an order: people in a list, legal grounds, things in a list."""
    text = one.point.text
    if one.parent is not None and one.parent.lists_things:
        return True
    if _GROUNDS.match(text) and not (text.endswith(".") and (one.own.kind or _is_told(one))):
        return True
    label, colon, _ = text.partition(":")
    # "Kinh phí: từ ngân sách.", "Thành phần tham dự"
    if (colon or not one.point.is_sentence) and heads_no_orders(label):
        return one.own.kind not in _EXPLICIT
    if _PERSON.match(text) is None or one.own.kind:
        return False
    return _VERB_INSIDE.search(text) is None


def _is_told(one: ReadPoint) -> bool:
    """True for an item right below a heading that names somebody."""
    around = one.parent
    return bool(one.point.number) and around is not None and around.names_only


def _is_thing(one: ReadPoint) -> bool:
    """True for a dash that orders nothing below a sentence that does: one of several things."""
    around = one.parent
    return (
        one.point.passage.kind == "bullet"
        and not one.is_order_like
        and around is not None
        and not around.is_heading
    )


def _orders_somebody(one: ReadPoint) -> bool:
    """True where somebody is told to do something, by the words or by the headings."""
    if (one.own.kind and one.own.addressees) or "to" in one.details:
        return True
    for around in one.around():
        given = around.handed.directive if around.is_heading else _NO_NAMES
        if given.kind or given.addressees:
            # What is agreed to may be a list of things.
            return one.is_order_like or bool(given.addressees) or given.kind != "agree"
    return False


def _paragraph_orders(one: ReadPoint, *, counts: bool) -> bool:
    text = one.point.text
    around = one.parent
    is_told = around is not None and around.is_heading and around.handed.directive.addressees
    if is_told and one.own.kind:
        return True
    if _DONE.search(text.partition(". ")[0].lower()):
        return False
    if is_told or (one.own.kind and one.own.addressees):
        return True
    if around is not None and around.is_heading and around.point.number and one.is_order_like:
        # "1. Về gian hàng:" / "Lập danh sách …"
        return not _PREAMBLE.match(text) and (counts or _orders_somebody(one))
    return counts and one.is_order_like and not _PREAMBLE.match(text)
