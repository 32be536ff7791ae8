"""Finds keys that do nothing where they stand.

Whoever wrote them expects something of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem
from bantin.records.front_matter import KeyPath
from bantin.records.models import Article, Dated


def check_idle_keys(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each key without effect."""
    record = manuscript.record
    if isinstance(record, Dated):
        for path, message, hint in _idle(record):
            yield manuscript.remark_key(path, message, hint)


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
