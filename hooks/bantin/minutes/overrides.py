"""The editor's word on a conclusion, above the rules': an attribute list below the item.

    3. Sở Tài chính và các huyện lo kinh phí.
       {: directive="assign" to="so-tai-chinh; UBND các huyện" due="2013-12-31" }

Each key is optional; "không" says that there is none. Knows what the keys mean, not how the lines
are read: the text has them with its items.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bantin.errors import Problem
from bantin.minutes.directives import LABELS
from bantin.records.models import Document, Record
from bantin.rendering.rendered_text import ItemAttribute, RenderedText
from bantin.rendering.text_reader import ITEM_KEYS

KEYS = ITEM_KEYS
NONE = "không"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CURLY = re.compile("[“”‘’„]")
_STRAIGHT = 'viết nháy thẳng: {: to="…" due="2026-12-31" }'
_PLACE = "đặt dòng ấy ngay dưới một mục đánh số của văn bản, thụt vào bằng chữ của mục"


@dataclass(frozen=True, slots=True)
class Override:
    """What an editor has written of one item.

    Attributes:
        given: those of KEYS that are written; the others are left to the rules.
        directive: a key of LABELS, or "".
        bodies: slugs of those it is given to.
        names: the others, by name.
        due: the last day; None for none.
    """

    given: frozenset[str] = frozenset()
    directive: str = ""
    bodies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    due: date | None = None


_NOTHING = Override()


def read_override(attributes: tuple[ItemAttribute, ...]) -> Override:
    """Return what an editor has written of an item; what is wrong in it counts as not written."""
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
        due=date.fromisoformat(due) if due else None,
    )


def check_overrides(record: Record, text: RenderedText) -> list[Problem]:
    """Return a Problem for everything in a record's overrides that cannot be understood or used."""
    is_document = isinstance(record, Document)
    inside = [one for item in text.items for one in item.attributes]
    problems = [
        _problem(record, one, *fault) for one in inside if is_document and (fault := _fault(one))
    ]
    for one in text.stray if is_document else (*inside, *text.stray):
        problems.append(_problem(record, one, f"khóa {one.key} không nằm dưới mục nào", _PLACE))
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
    """Return what is wrong with a value, and what to do; None for nothing."""
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
    if one.key == "due" and not _is_day(value):
        return f"“{value}” không phải một ngày", "viết năm-tháng-ngày, ví dụ 2013-12-31"
    return None


def _is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _none(value: str) -> str:
    return "" if value == NONE else value


def unused_attributes(text: RenderedText, used: Iterable[str]) -> list[ItemAttribute]:
    """Return what is written of items that are no conclusions.

    Args:
        text: of a document.
        used: anchors of its conclusions.
    """
    anchors = frozenset(used)
    return [one for item in text.items if item.anchor not in anchors for one in item.attributes]
