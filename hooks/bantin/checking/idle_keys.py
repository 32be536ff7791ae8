"""Finds keys that do nothing where they stand, and a notice of conclusions without any.

Whoever wrote them expects something of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.minutes.conclusions import states_conclusions
from bantin.records.front_matter import KeyPath
from bantin.records.models import Article, Dated, Document


def check_idle_keys(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each key without effect."""
    record = manuscript.record
    if isinstance(record, Dated):
        for path, message, hint in _idle(record):
            yield manuscript.remark_key(path, message, hint)
    if isinstance(record, Document) and _lacks_conclusions(manuscript, record):
        yield manuscript.remark_key(
            (),
            "thông báo kết luận không có kết luận nào: sổ theo dõi sẽ không có mục của văn bản này",
            "viết mỗi kết luận thành một mục đánh số ở đầu dòng: 1. …, 2. …",
        )


def _idle(record: Dated) -> Iterator[tuple[KeyPath, str, str]]:
    if isinstance(record, Article):
        if record.views_as_of and record.views is None:
            yield ("views_as_of",), "không có tác dụng khi chưa có views", "thêm views, hoặc xóa"
        if not record.time_verified and record.time is None:
            yield (
                ("time_verified",),
                "không có tác dụng khi date không có giờ",
                "thêm giờ vào date, hoặc xóa dòng này",
            )
        for index, photo in enumerate(record.photos):
            if not (photo.src or photo.alt or photo.caption):
                yield (
                    ("photos", index),
                    "ảnh không có tệp, mô tả hay chú thích nên không hiện gì",
                    "thêm src hoặc caption, hoặc xóa mục này",
                )
    source = record.source
    if source and source.system and source.model_fields_set == {"system"}:
        yield (
            ("source", "system"),
            "không hiện trên trang khi chưa có url",
            "thêm url (địa chỉ gốc) vào source, hoặc xóa source",
        )


def _lacks_conclusions(manuscript: Manuscript, record: Document) -> bool:
    """True for a finished notice that is called one of conclusions, and has text but no points."""
    rendered = manuscript.rendered
    return (
        record.status == "published"
        and "kết luận" in record.title.lower()
        and bool(rendered.html.strip())
        and states_conclusions(record, rendered)
        and not rendered.points
    )
