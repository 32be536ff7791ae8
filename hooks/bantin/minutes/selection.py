"""Chooses the points of a document that are orders. A heading is none: it hands down what it says.

In conclusions each point below the words "kết luận" is an order; elsewhere only what orders. Knows
the tree of points; nothing of how an order is told.

Source: tests/orders/README.md, "What is an order".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bantin.minutes.headings import heads_no_orders
from bantin.minutes.name_words import VERB
from bantin.minutes.read_points import CONCLUDES, EXPLICIT, NO_NAMES, ReadPoint

# The words below which each point of a notice is a conclusion.
_CUES = (
    CONCLUDES,
    re.compile(
        r"(?<!\w)(?:thống nhất|quyết nghị|giao|yêu cầu|đề nghị|có ý kiến)(?!\w)", re.IGNORECASE
    ),
)
_PART_OF_CUE = re.compile(
    r"(?:phần |nội dung )?(?:ý kiến )?(?:kết luận|chỉ đạo)(?! (?:số|thanh tra|kiểm tra|điều tra))",
    re.IGNORECASE,
)
_VERB_INSIDE = re.compile(rf"(?<!\w)(?:{VERB}|phụ trách(?! khối))(?!\w)")
# "Ông Lò Văn A, Giám đốc Sở …": a person in a list.
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
_MAKES_KNOWN = re.compile(
    r"(?:.{0,200}(?<!\w)(?:xin |trân trọng |kính )?thông báo(?!\w).{0,200}"
    r"(?<!\w)(?:biết|thực hiện|triển khai)(?!\w)|trên đây là|(?:xin )?trân trọng|cuộc họp kết thúc"
    r"|biên bản (?:được|này|kết thúc|lập)|hội nghị (?:kết thúc|bế mạc)"
    r"|(?:kế hoạch|chỉ thị|quyết định|công điện|thông báo|nghị quyết|quy định) này "
    r"(?:có hiệu lực|thay|được)|bãi bỏ|hết hiệu lực)",
    re.IGNORECASE,
)


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
    if one.own.kind in EXPLICIT:
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
        return one.own.kind not in EXPLICIT
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
        given = around.handed.directive if around.is_heading else NO_NAMES
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
