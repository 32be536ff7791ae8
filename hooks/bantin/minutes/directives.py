"""Reads the kind of an item and its addressees: "Giao Sở Tài chính …", "Sở Y tế được giao …".

Knows running text only. In doubt it returns nothing.
Source: facts on documents, the openers of conclusions.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bantin.minutes.addressees import VERB, read_names

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
_OPENING = re.compile(
    r"(?P<refuse>(?:không|chưa)\s+(?:đồng ý|thống nhất|nhất trí|chấp thuận))(?!\w)"
    r"|(?P<agree>(?:cơ bản\s+)?(?:thống nhất|đồng ý|nhất trí|chấp thuận))(?!\w)"
    r"|(?P<assign>giao|phân công)(?!\w)"
    r"|(?P<propose>đề nghị)(?!\w)"
    r"|(?P<require>yêu cầu)(?!\w)"
    r"|(?P<acknowledge>ghi nhận|biểu dương|đánh giá cao|hoan nghênh)(?!\w)",
    re.IGNORECASE,
)
# The words after the opening names tell the kind of the directive.
_SAID = re.compile(
    r"\s+(?:(?P<assign>được giao|được phân công|có trách nhiệm|chịu trách nhiệm)"
    rf"|(?P<propose>được đề nghị)|(?P<require>được yêu cầu)|(?P<task>{VERB}))(?!\w)"
)
_TASK = re.compile(
    r"(?:chủ động|khẩn trương|tiếp tục|tăng cường|đẩy mạnh|rà soát|tham mưu|theo dõi|đôn đốc|"
    r"tập trung|triển khai|tổ chức|xây dựng|chuẩn bị|nâng cao|kiện toàn|thực hiện|hoàn thành|"
    r"chấn chỉnh|nhân rộng|quan tâm|duy trì|bố trí|sớm|kịp thời|chủ trì|phối hợp)(?!\w)",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"(?:đối với|về phía|(?P<assign>giao|phân công)(?:\s+cho)?|(?P<propose>đề nghị)"
    r"|(?P<require>yêu cầu))\s+",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:\s+cho)?\s+")
# "Thống nhất giao Sở A …", "Đồng ý để Hội B …". Without these words, a matter is agreed to.
_LET = re.compile(r"(?<!\s)\s+(?:giao|phân công|cử|để|cho)(?:\s+cho)?\s+")


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


def read_directive(text: str) -> Directive:
    """Read the kind and addressees of an item from its first words.

    Args:
        text: NFC running text with single spaces.
    """
    if opening := _OPENING.match(text):
        kind = opening.lastgroup or ""
        return Directive(kind, _names_behind(text, opening.end(), kind))
    subject = read_names(text)
    if subject is not None and subject.names:
        said = _SAID.match(text, subject.end)
        # Somebody is named, but the item may only report on them.
        return Directive(said.lastgroup or "", subject.names) if said else Directive("", ())
    if _TASK.match(text):
        return Directive("task", ())
    # "Đối với Sở Tài chính: rà soát …".
    before, colon, after = text.partition(": ")
    heading = read_heading(before) if colon else None
    if heading is None or not heading.addressees:
        return Directive("", ())
    own = read_directive(after)
    return Directive(own.kind or heading.kind, own.addressees or heading.addressees)


def read_heading(text: str) -> Directive:
    """Read a heading that is nothing but names: "Sở Xây dựng", "Đối với Sở Y tế:", "Giao Sở X:".

    Args:
        text: NFC running text with single spaces, without the mark of its point.

    Returns:
        Its names as `addressees`, and the kind that it says for the points below it ("" for a bare
        name); neither where other words stand in it.
    """
    words = text.rstrip(" :;.,")
    at, kind = 0, ""
    if said := _HEADING.match(words):
        at, kind = said.end(), said.lastgroup or ""
    # A verb ends the last name as it would in a sentence.
    named = read_names(f"{words} thực hiện", at)
    if named is None or named.end != len(words):
        return Directive("", ())
    return Directive(kind, named.names)


def _names_behind(text: str, at: int, kind: str) -> tuple[str, ...]:
    """Return the names right after an opening."""
    if kind in ("refuse", "acknowledge"):
        return ()
    given = (_LET if kind == "agree" else _TO).match(text, at)
    named = read_names(text, given.end()) if given else None
    return named.names if named else ()
