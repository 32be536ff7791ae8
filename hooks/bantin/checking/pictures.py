"""Pictures that say nothing to who cannot see them.

Source: WCAG 2.2, 1.1.1; Circular 32/2017/TT-BTTTT asks for text alternatives.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from functools import cache

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.minutes.overrides import without_overrides
from bantin.records.models import Article, Document
from bantin.rendering.markdown import MarkdownConverter

_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"\balt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_SRC = re.compile(r"\bsrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
# What a camera or a phone calls a picture tells nobody what is to be seen.
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|heic)|(?:IMG|DSC[NF]?|P)[_-]?\d+", re.IGNORECASE
)
_HINT = "tả ảnh bằng một câu cho người không nhìn thấy ảnh: ai, làm gì, ở đâu"


def check_pictures(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each picture without a text that stands for it."""
    record = manuscript.record
    if isinstance(record, Article):
        for index, photo in enumerate(record.photos):
            if photo.src and (fault := _fault_of(photo.alt)):
                path = ("photos", index, "alt")
                yield manuscript.remark_key(path, f"ảnh {photo.src} {fault}", f"ở alt: {_HINT}")
    body = record.body
    if "![" not in body and "<img" not in body.lower():
        return
    source = without_overrides(body) if isinstance(record, Document) else body
    for match in _IMAGE.finditer(_converter().convert_raw(source)):
        alt, src = (_value(pattern, match[0]) for pattern in (_ALT, _SRC))
        if fault := _fault_of(alt):
            at = body.find(src) if src else -1
            yield manuscript.remark(
                manuscript.body,
                max(at, 0),
                f"ảnh {src or ''} {fault}".replace("  ", " "),
                f"viết trong ngoặc vuông trước đường dẫn, ![…]({src}): {_HINT}",
            )


@cache
def _converter() -> MarkdownConverter:
    return MarkdownConverter()


def _value(pattern: re.Pattern[str], tag: str) -> str | None:
    match = pattern.search(tag)
    return html.unescape(match[1] or match[2] or "") if match else None


def _fault_of(alt: str | None) -> str:
    if not alt or not alt.strip():
        return "không có lời tả (alt)"
    return "có lời tả chỉ là tên tệp" if _FILE_NAME.fullmatch(alt.strip()) else ""
