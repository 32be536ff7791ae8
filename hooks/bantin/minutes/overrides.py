"""Reads an editor's word on a conclusion, which overrides the rules: attributes below the item.

    3. Sở Tài chính và các huyện lo kinh phí.
       {: directive="assign" to="so-tai-chinh; UBND các huyện" due="2013-12-31" }

Each key is optional; "không" means none. Knows the meaning of the keys. The RenderedText has read
the lines already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from pydantic_core import PydanticCustomError

from bantin.errors import Problem
from bantin.minutes.directives import LABELS
from bantin.records.dates import parse_day
from bantin.records.models import Document, Record
from bantin.rendering.rendered_text import ItemAttribute, RenderedText
from bantin.rendering.text_reader import ITEM_KEYS

KEYS = ITEM_KEYS
NONE = "không"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CURLY = re.compile("[“”‘’„]")
_STRAIGHT = 'viết nháy thẳng: {: to="…" due="2026-12-31" }'
_NO_ITEM = (
    "không nằm dưới mục nào",
    "đặt dòng ấy ngay dưới một mục đánh số của văn bản, thụt vào bằng chữ của mục",
)
_NO_DOCUMENT = (
    "chỉ dùng được trong văn bản (thông báo, biên bản)",
    "bỏ dòng ấy; bản tin dẫn tới văn bản nêu kết luận",
)


@dataclass(frozen=True, slots=True)
class Override:
    """The editor's word on one item.

    Attributes:
        given: the keys that are written; the rules decide the others.
        directive: a key of LABELS, or "".
        bodies: slugs of addressees.
        names: names of the addressees without a slug.
        due: last day of the deadline; None for none.
    """

    given: frozenset[str] = frozenset()
    directive: str = ""
    bodies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    due: date | None = None


_NOTHING = Override()


def read_override(attributes: tuple[ItemAttribute, ...]) -> Override:
    """Return the editor's word on an item. A faulty key counts as not written."""
    if not attributes:
        return _NOTHING
    written = {one.key: one.value.strip() for one in attributes if _fault(one) is None}
    due = _none(written.get("due", ""))
    parts = [part.strip() for part in _none(written.get("to", "")).split(";") if part.strip()]
    return Override(
        given=frozenset(written),
        directive=_none(written.get("directive", "")),
        bodies=tuple(part for part in parts if _SLUG.fullmatch(part)),
        names=tuple(part for part in parts if not _SLUG.fullmatch(part)),
        due=parse_day(due) if due else None,
    )


def check_overrides(record: Record, text: RenderedText) -> list[Problem]:
    """Return a Problem for each key in a record's overrides that is faulty or has no item."""
    is_document = isinstance(record, Document)
    inside = [one for item in text.items for one in item.attributes]
    problems = [
        _problem(record, one, *fault) for one in inside if is_document and (fault := _fault(one))
    ]
    for one in text.stray if is_document else (*inside, *text.stray):
        told = _NO_ITEM if is_document else _NO_DOCUMENT
        problems.append(_problem(record, one, f"khóa {one.key} {told[0]}", told[1]))
    return sorted(problems, key=lambda problem: problem.line)


def override_bodies(document: Document, text: RenderedText) -> list[tuple[int, str]]:
    """Return (1-based line in the file, slug) of every body that an override names."""
    return [
        (document.file.body_line + one.line, slug)
        for item in text.items
        for one in item.attributes
        if one.key == "to"
        for slug in read_override((one,)).bodies
    ]


def _problem(record: Record, one: ItemAttribute, message: str, hint: str) -> Problem:
    return Problem(record.file.src_uri, record.file.body_line + one.line, one.key, message, hint)


def _fault(one: ItemAttribute) -> tuple[str, str] | None:
    """Return (message, hint) about a faulty value; None for a good one."""
    value = one.value.strip()
    if not value:
        return f"khóa {one.key} chưa có giá trị", "ghi giá trị, hoặc “không” khi không có"
    if _CURLY.search(value):
        return f"“{value}” nằm trong nháy cong", _STRAIGHT
    if value == NONE:
        return None
    if one.key == "directive" and value not in LABELS:
        kinds = ", ".join(f"{code} ({label})" for code, label in LABELS.items())
        return f"không có loại việc “{value}”", f"dùng một trong: {kinds}"
    if one.key == "due":
        return _fault_of_day(value)
    return None


def _fault_of_day(value: str) -> tuple[str, str] | None:
    try:
        parse_day(value)
    except PydanticCustomError as error:
        told = error.context or {}
        return told["message"], told["hint"]
    return None


def _none(value: str) -> str:
    return "" if value == NONE else value


def unused_attributes(text: RenderedText, used: Iterable[str]) -> list[ItemAttribute]:
    """Return the attributes of items that are no conclusions.

    Args:
        text: of a document.
        used: anchors of its conclusions.
    """
    anchors = frozenset(used)
    return [one for item in text.items if item.anchor not in anchors for one in item.attributes]
