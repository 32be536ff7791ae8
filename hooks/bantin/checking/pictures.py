"""Finds pictures without a useful text alternative.

Source: WCAG 2.2, 1.1.1; Circular 32/2017/TT-BTTTT asks for text alternatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.records.models import Article

# A file name from a camera or a phone does not describe the picture.
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|heic)|(?:IMG|DSC[NF]?|P)[_-]?\d+", re.IGNORECASE
)
_HINT = "tả ảnh bằng một câu cho người không nhìn thấy ảnh: ai, làm gì, ở đâu"


def check_pictures(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each picture without a useful text alternative."""
    record = manuscript.record
    if isinstance(record, Article):
        for index, photo in enumerate(record.photos):
            if photo.src and (fault := _fault_of(photo.alt)):
                path = ("photos", index, "alt")
                yield manuscript.remark_key(path, f"ảnh {photo.src} {fault}", f"ở alt: {_HINT}")
    for link in manuscript.rendered.links:
        if link.tag == "img" and (fault := _fault_of(link.alt)):
            line, column = manuscript.place_of(link)
            yield Problem(
                record.file.src_uri,
                line,
                "",
                f"ảnh {link.href} {fault}",
                f"viết trong ngoặc vuông trước đường dẫn, ![…]({link.href}): {_HINT}",
                column,
            )


def _fault_of(alt: str | None) -> str:
    if not alt or not alt.strip():
        return "không có lời tả (alt)"
    return "có lời tả chỉ là tên tệp" if _FILE_NAME.fullmatch(alt.strip()) else ""
