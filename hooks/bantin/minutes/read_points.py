"""What the points of a text say: each with its own words read, and what it is to those around it.

A point may be a heading, a part of another, a list of things. Knows the tree of points; not which
of them are orders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import islice

from bantin.minutes.directives import Directive, read_directive, read_heading
from bantin.minutes.headings import (
    Handed,
    heads_no_orders,
    heads_report,
    read_introduction,
    spoken,
    tells_who_speaks,
)
from bantin.minutes.name_words import VERB
from bantin.minutes.overrides import Override, read_override
from bantin.minutes.structure import TextPoint
from bantin.minutes.subjects import begins_with_somebody

# Kinds that words of their own say; a bare verb is a task.
EXPLICIT = frozenset(("assign", "propose", "require", "agree", "refuse", "acknowledge"))
# The words below which each point of a notice is a conclusion.
CONCLUDES = re.compile(
    r"(?<!\w)(?:kết luận|ý kiến chỉ đạo|chỉ đạo|ý kiến kết luận)(?!\w)", re.IGNORECASE
)
_VERB_FIRST = re.compile(rf"{VERB}(?!\w)", re.IGNORECASE)
_ISSUER = re.compile(
    r"(?:PHÓ )?(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|GIÁM ĐỐC|THỐNG ĐỐC|CHÍNH PHỦ|QUỐC HỘI"
    r"|HỘI ĐỒNG NHÂN DÂN|(?:Ủ|U)(?:Y|Ỷ) BAN NHÂN DÂN|UBND|HĐND|BAN THƯỜNG VỤ|BAN CHẤP HÀNH"
    r"|THƯỜNG TRỰC)(?!(?: UBND| ỦY BAN NHÂN DÂN)? CÁC)"
)
_ASIDE = re.compile(r"(?:riêng|đối với|về phía) ", re.IGNORECASE)
# "Để giữ an toàn, đồng ý …": the opinion follows.
_PURPOSE = re.compile(
    r"(?:Để|Nhằm) [^.;:]{1,400}?, (?=(?:cơ bản )?(?:đồng ý|thống nhất|nhất trí|chấp thuận|cho phép"
    r"|không đồng ý) (?!với nhau))"
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
NO_NAMES = Directive("", ())


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
        if point.is_sentence or self.said.given or self.own.kind in EXPLICIT:
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
        return self.point.is_introduction and CONCLUDES.search(self.point.text) is not None

    @cached_property
    def tells_who_speaks(self) -> bool:
        """True for "Chủ tịch UBND tỉnh yêu cầu các sở:"."""
        return tells_who_speaks(self.point.text)

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
        return read_heading(spoken(text)) if len(text) <= longest else NO_NAMES

    @cached_property
    def lists_things(self) -> bool:
        """True for "Giao Sở X kiểm tra các bến: - Bến A; - Bến B.": nothing below it orders."""
        point = self.point
        orders = self.own.addressees or self.own.kind in EXPLICIT
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
        orders = self.own.kind in EXPLICIT or bool(self.own.addressees)
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
