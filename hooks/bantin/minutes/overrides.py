"""The editor's word on a conclusion, above the rules': an attribute list below the item.

    3. Sở Tài chính và các huyện lo kinh phí.
       {: directive="assign" to="so-tai-chinh; UBND các huyện" due="2013-12-31" }

Each key is optional; "không" says that there is none. Knows how it is written, not what it means.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markdown.extensions.attr_list import get_attrs_and_remainder

from bantin.errors import Problem
from bantin.minutes.directives import LABELS
from bantin.minutes.items import Attributes, find_items
from bantin.records.models import Document

KEYS = ("directive", "to", "due")
NONE = "không"
_OURS = re.compile(rf"(?<![\w-])(?:{'|'.join(KEYS)})\s*=")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
# What an editor meets is the field, the message and the hint of a Problem.
_Fault = tuple[str, str, str]


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


def read_override(attributes: tuple[Attributes, ...]) -> Override:
    """Return what an editor has written of an item; what is wrong in it counts as not written."""
    if not attributes:
        return _NOTHING
    override, _ = _read(attributes)
    return override


def without_overrides(source: str) -> str:
    """Return a Markdown text without the lines that `read_override` reads."""
    if not _may_hold_any(source):
        return source
    ours = {one.line for item in find_items(source) for one in item.attributes if _is_ours(one)}
    return "\n".join(line for at, line in enumerate(source.split("\n")) if at not in ours)


def check_overrides(document: Document) -> list[Problem]:
    """Return a Problem for everything in a document's overrides that cannot be understood."""
    return [
        Problem(document.file.src_uri, document.file.body_line + line, field, message, hint)
        for line, (field, message, hint) in _faults(document.body)
    ]


def override_bodies(document: Document) -> list[tuple[int, str]]:
    """Return (1-based line in the file, slug) of every body that an override names."""
    if not _may_hold_any(document.body):
        return []
    return [
        (document.file.body_line + one.line, slug)
        for item in find_items(document.body)
        for one in item.attributes
        for slug in _read((one,))[0].bodies
    ]


def _may_hold_any(source: str) -> bool:
    """True unless a text surely holds no override; nearly all are told so by the first look."""
    return "{:" in source and _OURS.search(source) is not None


def _is_ours(attributes: Attributes) -> bool:
    return _OURS.search(attributes.inside) is not None


def _faults(body: str) -> Iterator[tuple[int, _Fault]]:
    if not _may_hold_any(body):
        return
    for item in find_items(body):
        for one in item.attributes:
            for fault in _read((one,))[1]:
                yield one.line, fault


def _read(attributes: tuple[Attributes, ...]) -> tuple[Override, list[_Fault]]:
    written: dict[str, str] = {}
    faults: list[_Fault] = []
    for one in filter(_is_ours, attributes):
        pairs, rest = get_attrs_and_remainder(one.inside)
        if rest.strip():
            faults.append(("", f"không hiểu “{rest.strip()}”", 'viết khóa="giá trị"'))
        for key, value in pairs:
            if key in KEYS:
                written[key] = value.strip()
            else:
                message = f"khóa lạ “{key}” trong dòng ghi chú kết luận"
                faults.append((key, message, f"chỉ dùng {', '.join(KEYS)}"))
    directive = _none(written.get("directive", ""))
    if directive and directive not in LABELS:
        kinds = ", ".join(f"{code} ({label})" for code, label in LABELS.items())
        faults.append(
            ("directive", f"không có loại việc “{directive}”", f"dùng một trong: {kinds}")
        )
        del written["directive"]
        directive = ""
    due = None
    if day := _none(written.get("due", "")):
        try:
            due = date.fromisoformat(day)
        except ValueError:
            hint = "viết năm-tháng-ngày, ví dụ 2013-12-31"
            faults.append(("due", f"“{day}” không phải một ngày", hint))
            del written["due"]
    parts = [part.strip() for part in _none(written.get("to", "")).split(";") if part.strip()]
    override = Override(
        given=frozenset(written),
        directive=directive,
        bodies=tuple(part for part in parts if _SLUG.fullmatch(part)),
        names=tuple(part for part in parts if not _SLUG.fullmatch(part)),
        due=due,
    )
    return override, faults


def _none(value: str) -> str:
    return "" if value == NONE else value
