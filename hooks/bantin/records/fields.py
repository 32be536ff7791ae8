"""The small values of front matter: slugs, names, numbers, spans of months; `dates` has the days.

Knows no record; each type says how it is written in YAML and in JSON Schema.
"""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic import Field as PydanticField

from bantin.records.old_addresses import check_old_address
from bantin.records.portable_names import is_reserved
from bantin.records.refusals import refused, shown
from bantin.records.yaml_values import COMMENT_HINT, CutText, quote_hint
from bantin.text.normalize import INVISIBLE, strip_invisible
from bantin.text.slug import is_slug, slugify

_PLAIN = re.compile(r"[A-Za-z0-9]")
_PRINTED_NUMBER = re.compile(
    r"(-?(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?))\s*(%|[^\W\d].*)?"
)
# With more, a list of records by field tells nobody anything.
_MOST_SUBJECTS = 5
_LONGEST_SUBJECT = 60
_LONGEST_DEVICE = len("com1")
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_MONTHS = re.compile(r"(\d{1,2})(?:-(\d{1,2}))?")


class Model(BaseModel):
    """Base of every model: immutable, unknown keys refused, no silent conversions."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, allow_inf_nan=False)


def _check_number(value: Any) -> Any:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    written = str(value).strip()
    hint = "viết số trần, không dấu ngăn hàng nghìn, không dấu nháy, ví dụ 1250 hoặc 12.5"
    if match := _PRINTED_NUMBER.fullmatch(written):
        number, unit = match.groups()
        if "," in number or number.count(".") > 1 or _THOUSANDS.fullmatch(number):
            number = number.replace(".", "").replace(",", ".")
        hint = f"viết {number}, không dấu nháy: không ngăn hàng nghìn, số lẻ sau dấu chấm"
        if unit:
            hint = f"viết value: {number}, rồi ghi “{unit}” vào unit"
    raise refused("number", f"phải là số, không phải “{shown(written)}”", hint)


def _check_slug(value: str) -> str:
    if not is_slug(value):
        raise refused(
            "slug",
            f"“{value}” không phải là tên tệp hợp lệ",
            "chỉ dùng chữ thường không dấu, chữ số và gạch nối, ví dụ ubnd-tinh-lam-dong",
        )
    return value


def _check_whole(value: Any) -> Any:
    if isinstance(value, CutText):
        raise refused(
            "whole",
            f"chữ từ dấu # trở đi bị bỏ: “{shown(value.comment)}”",
            f"{quote_hint(value.written)}; {COMMENT_HINT}",
        )
    return value


def _check_text(value: str) -> str:
    stripped = value.strip()
    # A text that begins with a visible character needs no second look.
    if not stripped or (ord(stripped[0]) in INVISIBLE and not strip_invisible(stripped).strip()):
        raise refused("text", "để trống", "điền nội dung hoặc xóa hẳn dòng này")
    return stripped


def _check_line(value: str) -> str:
    if "\n" in value or "\t" in value:
        what = "có chỗ xuống dòng" if "\n" in value else "có phím Tab ở giữa"
        raise refused(
            "line",
            f"{what}, mà khóa này chỉ có một dòng chữ",
            "viết cả giá trị trên một dòng, chữ cách chữ bằng dấu cách",
        )
    return value


def _is_reserved_slug(value: str) -> bool:
    # Only short names make such a slug.
    return len(value) <= _LONGEST_DEVICE and is_reserved(slugify(value))


def _check_name(value: str) -> str:
    # Any plain letter or digit makes a slug. Few names have none; only they need `slugify`.
    if not _PLAIN.search(value) and not slugify(value):
        raise refused("name", f"“{value}” không phải là họ tên", "viết họ tên bằng chữ")
    if _is_reserved_slug(value):
        raise refused("name", f"“{value}” không thể là họ tên", "viết đủ cả họ và tên")
    return value


def _check_subject(value: str) -> str:
    name = " ".join(value.split())
    if not slugify(name) or len(name) > _LONGEST_SUBJECT or _is_reserved_slug(name):
        raise refused(
            "subject",
            f"“{shown(name)}” không phải là tên lĩnh vực",
            "viết tên ngắn, ví dụ giáo dục, y tế",
        )
    return name


def _check_subjects(values: tuple[str, ...]) -> tuple[str, ...]:
    by_slug: dict[str, str] = {}
    for name in values:
        if first := by_slug.get(slugify(name)):
            raise refused("subjects", f"“{first}” và “{name}” là một lĩnh vực", "xóa một dòng")
        by_slug[slugify(name)] = name
    if len(values) > _MOST_SUBJECTS:
        raise refused(
            "subjects",
            f"{len(values)} lĩnh vực là nhiều quá",
            f"chỉ giữ những lĩnh vực chính, nhiều nhất {_MOST_SUBJECTS}",
        )
    return values


def _parse_months(value: Any) -> tuple[int, int]:
    written = f"{value[0]}-{value[1]}" if isinstance(value, tuple) and len(value) == 2 else value
    match = _MONTHS.fullmatch(str(written))
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last <= 12:
        raise refused(
            "months",
            f"“{written}” không phải là khoảng tháng",
            "viết tháng đầu-tháng cuối, ví dụ 1-9 cho 9 tháng đầu năm, 10-12 cho quý IV",
        )
    return first, last


def _write_months(value: tuple[int, int]) -> str:
    return f"{value[0]}-{value[1]}" if value[0] != value[1] else str(value[0])


# Any text, also an empty one.
Words = Annotated[str, BeforeValidator(_check_whole)]
# Sentences, in one or several lines.
Text = Annotated[Words, AfterValidator(_check_text)]
Line = Annotated[Text, AfterValidator(_check_line)]
# It names a person's page.
Name = Annotated[Line, AfterValidator(_check_name)]
# Fields of work: a name makes the slug of its lists, so that two spellings are one field.
Subject = Annotated[Line, AfterValidator(_check_subject)]
Subjects = Annotated[tuple[Subject, ...], AfterValidator(_check_subjects)]
Slug = Annotated[str, AfterValidator(_check_slug)]
# It cannot hold "#", so that what stands behind that sign is a comment.
OldAddress = Annotated[str, AfterValidator(_check_text), AfterValidator(check_old_address)]
Number = Annotated[int | float, BeforeValidator(_check_number)]
Count = Annotated[int, PydanticField(ge=0)]
Months = Annotated[
    tuple[int, int],
    BeforeValidator(_parse_months),
    PlainSerializer(_write_months, when_used="always"),
    WithJsonSchema({"type": ["string", "integer"], "pattern": r"^\d{1,2}(-\d{1,2})?$"}),
]
