"""Turns an editor's typing into plain values of front matter, or refuses it with the reason.

Accepts a clerk's ways to write (5/10/2021, a body's name instead of its slug). The build's own
reader accepts the values.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from bantin.errors import AnswerError
from bantin.records.characters import without_refused
from bantin.records.dates import Day, Moment
from bantin.records.fields import Name, Subjects
from bantin.records.parts import Period
from bantin.records.portable_names import is_reserved
from bantin.text.fold import fold
from bantin.text.normalize import nfc, squeeze_spaces, strip_invisible
from bantin.text.slug import is_slug

_LOCAL = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?=$|\s)")
_PERIOD = re.compile(r"(\d{1,2}(?:-\d{1,2})?)/(\d{4})")
_MOMENT: TypeAdapter[dt.date | dt.datetime] = TypeAdapter(Moment)
_DAY: TypeAdapter[dt.date] = TypeAdapter(Day)
_NAME: TypeAdapter[str] = TypeAdapter(Name)
_FIELDS: TypeAdapter[tuple[str, ...]] = TypeAdapter(Subjects)
_PERIOD_TYPE = TypeAdapter(Period)
_Value = TypeVar("_Value")
# So many names are listed when an answer fits several.
_NEAR = 8


def clean(written: str) -> str:
    """Return one line of NFC text: single spaces, nothing invisible, no control characters."""
    text = strip_invisible(nfc(without_refused(written)))
    text = "".join(mark if mark.isprintable() else " " for mark in text)
    return squeeze_spaces(text)


def parse_text(written: str) -> str:
    """Return a line of text.

    Raises:
        AnswerError: it holds no words.
    """
    if not written:
        raise AnswerError("chưa ghi gì; cần vài chữ")
    return written


def parse_name(written: str) -> str:
    """Return a person's name.

    Raises:
        AnswerError: it holds no letters.
    """
    return _validated(_NAME, written)


def parse_fields(written: str) -> tuple[str, ...]:
    """Return fields of work that stand between semicolons.

    Raises:
        AnswerError: one of them is no name, one stands twice, or there are too many.
    """
    parts = (part.strip() for part in written.split(";"))
    return _validated(_FIELDS, tuple(part for part in parts if part))


def parse_moment(written: str) -> dt.date | dt.datetime:
    """Return a day, with its hour where one is written.

    Raises:
        AnswerError: no such day or hour, or written in an unknown way.
    """
    return _validated(_MOMENT, _iso(written))


def parse_day(written: str) -> dt.date:
    """Return a day.

    Raises:
        AnswerError: no such day, or written in an unknown way.
    """
    return _validated(_DAY, _iso(written))


def parse_period(written: str) -> Period:
    """Return a reporting period written "1-9/2021".

    Raises:
        AnswerError: it is not written so, or there are no such months.
    """
    match = _PERIOD.fullmatch(written.replace(" ", ""))
    if match is None:
        raise AnswerError(
            f"“{written}” không phải là kỳ báo cáo; viết tháng đầu-tháng cuối/năm, ví dụ 1-9/2021 "
            "cho 9 tháng đầu năm 2021"
        )
    return _validated(_PERIOD_TYPE, {"months": match[1], "year": int(match[2])})


def parse_slug(written: str) -> str:
    """Return the name of a file without its ending.

    Raises:
        AnswerError: it has other than plain small letters, digits and single hyphens.
    """
    slug = written.removesuffix(".md")
    if not is_slug(slug):
        raise AnswerError(
            f"“{written}” không dùng làm tên tệp được; chỉ dùng chữ thường không dấu, chữ số và "
            "gạch nối, ví dụ ban-hop-quy-bon"
        )
    if is_reserved(slug):
        raise AnswerError(f"Windows không cho đặt tên “{slug}”; chọn tên khác, ví dụ {slug}-1")
    if slug == "index":
        raise AnswerError("tên tệp index dành cho trang danh sách; chọn tên khác")
    return slug


def choose(written: str, choices: Mapping[str, Sequence[str]], what: str) -> str:
    """Return the key that an answer means: its number in the list, itself, or (part of) its name.

    Args:
        written: the answer.
        choices: key → its names, in the order listed; the first is number 1.
        what: the kind of choice, in Vietnamese, small letters.

    Raises:
        AnswerError: nothing or more than one thing answers to it.
    """
    if not choices:
        raise AnswerError(f"trong docs/ chưa có {what} nào; hãy tạo trước")
    if written in choices:
        return written
    if written.isdecimal():
        if 1 <= int(written) <= len(choices):
            return list(choices)[int(written) - 1]
        raise AnswerError(f"không có số {written}; chọn từ 1 đến {len(choices)}")
    sought = fold(written)
    named = {key: [fold(name) for name in (key, *names)] for key, names in choices.items()}
    found = [key for key, names in named.items() if sought in names]
    found = found or [key for key, names in named.items() if any(sought in one for one in names)]
    if sought and len(found) == 1:
        return found[0]
    if sought and found:
        near = "; ".join(found[:_NEAR]) + ("; …" if len(found) > _NEAR else "")
        raise AnswerError(f"“{written}” có thể là nhiều {what}: {near}; ghi rõ hơn")
    raise AnswerError(f"không có {what} “{written}”; ghi số thứ tự, tên tệp hoặc tên có trong kho")


def _iso(written: str) -> str:
    """Turn a clerk's date around: 5/10/2021 15:00 is 2021-10-05 15:00."""
    return _LOCAL.sub(lambda match: f"{match[3]}-{match[2]:0>2}-{match[1]:0>2}", written, count=1)


def _validated(adapter: TypeAdapter[_Value], value: object) -> _Value:
    try:
        return adapter.validate_python(value)
    except ValidationError as error:
        told = error.errors()[0].get("ctx", {})
        message = told.get("message") or f"“{value}” không dùng được"
        raise AnswerError(f"{message}; {told.get('hint', 'kiểm tra lại')}") from error
