"""Unfinished drafts: records that lack required keys and say `status: draft`.

Nothing of them reaches readers. The rest of their values is as sound as a record's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

from bantin.errors import Problem
from bantin.records import folders
from bantin.records.models import Article, Document, Record, RecordFile
from bantin.text.normalize import strip_invisible

_DraftT = TypeVar("_DraftT", Article, Document)
# They fit the models, and nobody sees them.
_STAND_INS: Mapping[str, Any] = MappingProxyType(
    {
        "title": "?",
        "date": dt.date(1945, 9, 2),
        "section": "x",
        "kind": "TB",
        "number": "0/TB",
        "issuer": "x",
    }
)
_LABELS = MappingProxyType(
    {
        "title": "tiêu đề; với văn bản là trích yếu",
        "date": "ngày đăng hoặc ngày ban hành, ví dụ 2021-10-05",
        "section": f"chuyên mục: tên tệp trong {folders.SECTIONS}/",
        "kind": "loại văn bản, ví dụ TB, QĐ, KH",
        "number": "số, ký hiệu, ví dụ 405/TB-VP.UBND",
        "issuer": f"cơ quan ban hành: tên tệp trong {folders.BODIES}/",
    }
)


@dataclass(frozen=True, slots=True)
class UnfinishedDraft:
    """A draft that lacks required keys, and is sound otherwise.

    Attributes:
        stand_in: the record with invented values under the missing keys. Only for reading and
            checking its other values and its text; never shown, never stored.
        missing: the required keys that are absent or empty, in the record's order; at least one.
    """

    stand_in: Article | Document
    missing: tuple[str, ...]

    @property
    def file(self) -> RecordFile:
        """Where it was read from, and its text."""
        return self.stand_in.file

    @property
    def record_type(self) -> type[Article] | type[Document]:
        """The kind of record that it will be."""
        return type(self.stand_in)

    @property
    def title(self) -> str | None:
        """The title; None while nobody knows it."""
        return None if "title" in self.missing else self.stand_in.title

    @property
    def day(self) -> dt.date | None:
        """The day without its hour; None while nobody knows it."""
        return None if "date" in self.missing else self.stand_in.day

    @property
    def belongs_in(self) -> str:
        """The folder that its day puts it in; "" where it lies there, or no day is known."""
        own = self.stand_in.own_folder
        return "" if self.day is None or self.file.src_uri.startswith(f"{own}/") else own

    def values(self) -> dict[str, Any]:
        """Return the known values as `model_dump` gives them for a file, without defaults."""
        values = self.stand_in.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return {key: value for key, value in values.items() if key not in self.missing}

    def tell_missing(self, line: int = 0) -> Problem:
        """Return what it still lacks, as a Problem of the whole draft at a line of its file."""
        told = "; ".join(f"{key} ({label_of(key)})" for key in self.missing)
        hint = "điền vào phần đầu; đủ các khóa ấy thì bài mới xem thử và đăng được"
        if self.belongs_in:
            hint = f"đã rõ ngày nên chuyển tệp sang {self.belongs_in}/; còn lại thì {hint}"
        return Problem(self.file.src_uri, line, "", f"bản nháp còn thiếu {told}", hint)


def make_record(
    record_type: type[_DraftT], file: RecordFile, values: Mapping[str, Any]
) -> _DraftT | UnfinishedDraft:
    """Return a record; an unfinished draft where required keys are absent, None or empty.

    Args:
        record_type: the kind of record.
        file: its place and text.
        values: by key, as the model takes them.

    Raises:
        ValidationError: any other fault in the values.
    """
    missing = missing_keys(record_type, values)
    if not missing:
        return record_type.model_validate({**values, "file": file})
    whole = with_stand_ins({**values, "status": "draft"}, missing)
    return UnfinishedDraft(record_type.model_validate({**whole, "file": file}), missing)


def missing_keys(record_type: type[Record], values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the required keys that are absent or empty in front matter, in the record's order."""
    return tuple(key for key in required_keys(record_type) if _is_empty(values.get(key)))


def with_stand_ins(values: Mapping[str, Any], missing: tuple[str, ...]) -> dict[str, Any]:
    """Return front matter with invented values under missing keys."""
    return {**values, **{key: _STAND_INS[key] for key in missing}}


@cache
def required_keys(record_type: type[Record]) -> tuple[str, ...]:
    """Return the keys that an article or a document must have; of another kind, none."""
    if not issubclass(record_type, Article | Document):
        return ()
    fields = record_type.model_fields.items()
    return tuple(key for key, field in fields if field.is_required() and key != "file")


def is_undated(src_uri: str) -> bool:
    """True in the folders of drafts whose day nobody knows yet."""
    return src_uri.split("/")[1:2] == [folders.UNDATED]


def label_of(key: str) -> str:
    """Return what a required key is, in Vietnamese."""
    return _LABELS[key]


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not strip_invisible(value).strip())
