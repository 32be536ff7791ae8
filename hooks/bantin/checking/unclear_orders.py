"""Hints on orders of which the machine has read no kind or no addressee, and how to say them.

They are no faults: a text may be good and yet more than the rules understand. So there is one line
for a document, and the full list is for who asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from bantin.catalog.decisions import PackedDecided, unpack_decided
from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.minutes.orders import CONCLUDING, Order, find_orders, states_orders
from bantin.minutes.unclear import unclear_keys
from bantin.records.models import Document, Record
from bantin.rendering.rendered_text import RenderedText
from bantin.text.dates import count

_WORD = re.compile(r"[^\W_]+")
# First words of a point that lead to its line. Markup may stand between them.
_SOUGHT = (8, 4, 2)
_BEGINS = 50
# Characters of a point, and of a line, that can hold its first words; those of its mark.
_BEGINNING, _MARK_LENGTH = 200, 20
_CONCLUDES = re.compile(r"(?<!\w)(?:kết luận|ý kiến chỉ đạo)(?!\w)", re.IGNORECASE)
_NUMBER_THEM = (
    "đánh số từng kết luận (1., 2., a)), hoặc ghi ngay dưới chữ của nó "
    '{: directive="assign" to="Sở Xây dựng" }; văn bản không giao việc thì ghi orders: false'
)
_COPY_THEM = "chép các kết luận vào dưới đầu bản ghi, mỗi kết luận một mục (1., 2., 3.)"
_UNSAID = {"directive": "chưa rõ loại việc", "to": "chưa rõ giao cho ai"}
_SAY = {"directive": 'directive="assign"', "to": 'to="…"'}
# So many documents are named; behind them only their number.
_NAMED = 10
_LINES = 8


def tell_unclear(record: Record, packed: PackedDecided | None) -> Iterator[Problem]:
    """Yield a hint for each unclear order of a document, with its line and how to say it.

    Args:
        record: any; only documents have orders.
        packed: its orders; None for none.
    """
    if packed is None or not packed.unclear or not isinstance(record, Document):
        return
    lines = record.body.split("\n")
    words = [f" {' '.join(_WORD.findall(line[:_BEGINNING]))} " for line in lines]
    at = 0
    for order in unpack_decided(packed.content).points:
        here = _line_of(order, words, at)
        at = at if here is None else here
        if keys := unclear_keys(order):
            yield _hint(record, order, keys, None if here is None else lines[here], at)


def check_unread_notice(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark on a notice of conclusions of which not one is read."""
    record, text = manuscript.record, manuscript.rendered
    if not isinstance(record, Document) or record.status == "withdrawn":
        return
    is_notice = record.kind in CONCLUDING and _concludes(record, text)
    if not (is_notice or record.orders) or not states_orders(record, text):
        return
    if any(order.directive.kind or order.edited for order in find_orders(record, text)):
        return
    if text.words.strip():
        yield manuscript.remark_key(
            (), "văn bản nêu kết luận mà máy không đọc được kết luận nào", _NUMBER_THEM
        )
    elif record.attachments:
        yield manuscript.remark_key(
            (), "kết luận chỉ có trong tệp đính kèm, nên sổ kết luận không có", _COPY_THEM
        )


def _concludes(document: Document, text: RenderedText) -> bool:
    """True where the title speaks of conclusions, or words that end with a colon lead to them."""
    leads = (block.words for block in text.blocks if block.text.endswith(":"))
    return any(_CONCLUDES.search(words) for words in (document.title, *leads))


def sum_up(hints: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return one line for each document, the latest years first, and one for all that are left.

    Args:
        hints: of `tell_unclear`, those of a document together.
    """
    documents = [(path, list(told)) for path, told in groupby(hints, lambda one: one.path)]
    documents.sort(key=lambda one: one[0], reverse=True)
    summed = [_sum(path, told) for path, told in documents[:_NAMED]]
    if rest := documents[_NAMED:]:
        size = sum(len(told) for _, told in rest)
        summed.append(
            Problem(
                Document.folder,
                0,
                "",
                f"còn {count(size)} mục như thế trong {count(len(rest))} văn bản khác",
                "thêm --orders để xem từng mục",
            )
        )
    return tuple(summed)


def _sum(path: str, told: Sequence[Problem]) -> Problem:
    parts = []
    for key, words in _UNSAID.items():
        if size := sum(key in one.field for one in told):
            parts.append(f"{count(size)} mục {words}")
    places = ", ".join(str(one.line) for one in told[:_LINES])
    more = ", …" if len(told) > _LINES else ""
    return Problem(
        path,
        told[0].line,
        "",
        f"{', '.join(parts)} (dòng {places}{more})",
        "thêm --orders để xem từng mục và cách ghi",
    )


def _hint(
    record: Document, order: Order, keys: tuple[str, ...], written: str | None, line: int
) -> Problem:
    begins = order.text if len(order.text) <= _BEGINS else f"{order.text[:_BEGINS].rstrip()}…"
    name = f"mục {order.number} “{begins}”" if order.number else f"“{begins}”"
    said = f"{_indent_of(written or '')}{{: {' '.join(_SAY[key] for key in keys)} }}"
    return Problem(
        record.file.src_uri,
        record.file.body_line + line,
        ", ".join(keys),
        f"{name} {', '.join(_UNSAID[key] for key in keys)}",
        f"thêm ngay dưới mục dòng “{said}”",
    )


def _line_of(order: Order, lines: Sequence[str], since: int) -> int | None:
    """Return the 0-based line on which an order begins; None where it is not found.

    Args:
        order: an order.
        lines: words of each line, a space around each word.
        since: no line before this one.
    """
    words = _WORD.findall(order.text[:_BEGINNING])[: _SOUGHT[0]]
    for size in _SOUGHT:
        sought = f" {' '.join(words[:size])} "
        for at in range(since, len(lines) if words else since):
            if 0 <= lines[at].find(sought) <= _MARK_LENGTH:
                return at
    return None


_MARK = re.compile(r"\s*(?:[-+*•–]|\(?\w{1,6}[.)])\s+")


def _indent_of(line: str) -> str:
    """Return the spaces that a line below an item needs to belong to it."""
    mark = _MARK.match(line)
    return " " * len(mark[0]) if mark else ""
