"""Reads an editor's word on a point, which overrides the rules: attributes below its words.

    3. Sở Tài chính và các huyện lo kinh phí.
       {: directive="assign" to="so-tai-chinh; UBND các huyện" with="so-y-te" due="2013-12-31" }

A line `{: order="không" }` says that the point is no order, and "có" that it is one. Each key is
optional; "không" means none. Knows the meaning of the keys. The RenderedText has read
the lines already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
YES = "có"
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CURLY = re.compile("[“”‘’„]")
_STRAIGHT = 'viết nháy thẳng: {: to="…" due="2026-12-31" }'
_NO_ITEM = (
    "không nằm dưới mục nào",
    "đặt dòng ấy ngay dưới một mục, một gạch đầu dòng hay một đoạn văn của văn bản, thụt vào bằng "
    "chữ của mục",
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
        helper_bodies: slugs of those who help.
        helpers: names of those who help without a slug.
        is_order: whether the point is an order; None where the editor does not say.
        due: last day of the deadline; None for none.
    """

    given: frozenset[str] = frozenset()
    directive: str = ""
    bodies: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    helper_bodies: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    is_order: bool | None = None
    due: date | None = None


_NOTHING = Override()


def read_override(attributes: tuple[ItemAttribute, ...]) -> Override:
    """Return the editor's word on an item. A faulty key counts as not written."""
    if not attributes:
        return _NOTHING
    written = {one.key: one.value.strip() for one in attributes if _fault(one) is None}
    due = _none(written.get("due", ""))
    bodies, names = _bodies_and_names(written.get("to", ""))
    helper_bodies, helpers = _bodies_and_names(written.get("with", ""))
    return Override(
        given=frozenset(written),
        directive=_none(written.get("directive", "")),
        bodies=bodies,
        names=names,
        helper_bodies=helper_bodies,
        helpers=helpers,
        is_order=written["order"] == YES if "order" in written else None,
        due=parse_day(due) if due else None,
    )


def _bodies_and_names(written: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the slugs in a list of those who are told, and the other names."""
    parts = [part.strip() for part in _none(written).split(";") if part.strip()]
    return (
        tuple(part for part in parts if _SLUG.fullmatch(part)),
        tuple(part for part in parts if not _SLUG.fullmatch(part)),
    )


def check_overrides(record: Record, text: RenderedText) -> list[Problem]:
    """Return a Problem for each key in a record's overrides that is faulty or has no item."""
    is_document = isinstance(record, Document)
    inside = [*written_keys(text)]
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
        for one in written_keys(text)
        for said in (read_override((one,)),)
        for slug in (*said.bodies, *said.helper_bodies)
    ]


def written_keys(text: RenderedText) -> Iterator[ItemAttribute]:
    """Yield the keys of numbered items, then those of bullets and paragraphs."""
    for _, told in _keyed(text):
        yield from told


def _keyed(text: RenderedText) -> Iterator[tuple[str, tuple[ItemAttribute, ...]]]:
    """Yield (anchor, keys) of numbered items, then of bullets and paragraphs."""
    yield from ((item.anchor, item.attributes) for item in text.items)
    yield from ((one.anchor, one.attributes) for one in text.keyed)


def _problem(record: Record, one: ItemAttribute, message: str, hint: str) -> Problem:
    return Problem(record.file.src_uri, record.file.body_line + one.line, one.key, message, hint)


def _fault(one: ItemAttribute) -> tuple[str, str] | None:
    """Return (message, hint) about a faulty value; None for a good one."""
    value = one.value.strip()
    if not value:
        return f"khóa {one.key} chưa có giá trị", "ghi giá trị, hoặc “không” khi không có"
    if value in ("…", "..."):
        return f"khóa {one.key} vẫn còn “{value}”", "thay bằng tên cơ quan, ngày, hoặc “không”"
    if _CURLY.search(value):
        return f"“{value}” nằm trong nháy cong", _STRAIGHT
    if value == NONE:
        return None
    if one.key == "order" and value != YES:
        return f"khóa order không nhận “{value}”", "ghi “có” hoặc “không”"
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
    """Return the attributes that change nothing.

    Args:
        text: of a document.
        used: anchors of its orders, and of what is used otherwise.
    """
    anchors = frozenset(used)
    return [one for anchor, told in _keyed(text) if anchor not in anchors for one in told]
