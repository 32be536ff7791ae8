"""Messages to an editor about a value that does not fit its model. Vietnamese, one line each."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from bantin.errors import Problem
from bantin.records.foreign_keys import (
    ForeignKey,
    hint_for,
    is_yes,
    name_within,
    state_meant,
)
from bantin.records.front_matter import KeyPath, key_name, nearest_line
from bantin.records.kinds import BODY_KIND_NAMES
from bantin.records.refusals import shown
from bantin.text.slug import slugify

_MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("thiếu khóa này", "thêm dòng “{key}: …” vào phần đầu"),
    "string_type": ("phải là chữ, không phải {input}", 'đặt giá trị trong dấu nháy kép "…"'),
    "int_type": ("phải là số nguyên, không phải {input}", "viết số không có dấu chấm, ví dụ 18486"),
    "float_type": ("phải là số, không phải {input}", "viết số, ví dụ 12.5"),
    "bool_type": ("phải là true hoặc false, không phải {input}", "viết true hoặc false"),
    "tuple_type": ("phải là danh sách", "viết mỗi mục một dòng, mở đầu bằng “- ”"),
    "model_type": ("phải gồm các dòng “khóa: giá trị” thụt vào", "xem mẫu trong hướng dẫn"),
    "literal_error": ("giá trị {input} không được dùng ở đây", "dùng một trong: {expected}"),
    "greater_than_equal": ("số {input} quá nhỏ", "nhỏ nhất là {ge}"),
    "less_than_equal": ("số {input} quá lớn", "lớn nhất là {le}"),
    "string_pattern_mismatch": ("giá trị {input} không đúng dạng", "chép lại cho đúng"),
}
_FALLBACK = ("giá trị {input} không hợp lệ", "xem mẫu trong hướng dẫn")


def describe_errors(
    error: ValidationError, *, path: str, lines: Mapping[KeyPath, int], keys: Iterable[str]
) -> Iterator[Problem]:
    """Yield a Problem for each thing pydantic found.

    Args:
        error: what pydantic raised.
        path: the file.
        lines: line of each key, as `split_front_matter` gives them.
        keys: the keys the record may have at its top level, for "did you mean".
    """
    known = sorted(keys)
    given = [str(path[0]) for path in lines if len(path) == 1]
    told: set[tuple[str, int]] = set()
    for item in error.errors():
        where = tuple(part for part in item["loc"] if _is_key(part))
        line = nearest_line(where, lines)
        name = key_name(where)
        if (name, line) in told:  # the arms of a union each complain
            continue
        told.add((name, line))
        message, hint = _explain(item, where, known, given)
        yield Problem(path, line, name, message, hint)


def _is_key(part: str | int) -> bool:
    # Arms of `int | float` show up in the location as their type's name.
    return part not in ("int", "float", "str")


def _explain(item: Any, where: KeyPath, known: list[str], given: list[str]) -> tuple[str, str]:
    context = item.get("ctx", {})
    if "hint" in context and item["input"] is not None:
        return context["message"], context["hint"]
    if item["type"] == "extra_forbidden":
        if len(where) > 1:
            part = next(str(one) for one in reversed(where[:-1]) if isinstance(one, str))
            ours = name_within(part, str(where[-1]))
            hint = f"đổi tên khóa này thành “{ours}”" if ours else "xóa dòng này"
            return "không có khóa này", hint
        return explain_unknown_key(ForeignKey(str(where[0]), item["input"], known, given))
    if item["input"] is None:
        return "để trống", "điền giá trị hoặc xóa hẳn dòng này"
    message, hint = _MESSAGES.get(item["type"], _FALLBACK)
    if meant := _meant(item, where):
        hint = f"viết “{where[-1]}: {meant}”"
    values = {
        "key": where[-1] if where else "",
        "input": _show(item["input"]),
        "expected": "",
        **context,
    }
    values["expected"] = str(values["expected"]).replace("'", "").replace(" or ", ", ")
    return message.format_map(values), hint.format_map(values)


def _meant(item: Any, where: KeyPath) -> str:
    """Return the value that an editor means by another word for it; "" where that is not sure."""
    written = item["input"]
    if item["type"] == "bool_type" and (answer := is_yes(written)) is not None:
        return "true" if answer else "false"
    if item["type"] != "literal_error" or not isinstance(written, str):
        return ""
    if where[-1] == "status":
        return state_meant(written)
    names = {slugify(name): code for code, name in BODY_KIND_NAMES.items()}
    names |= {slugify(code): code for code in BODY_KIND_NAMES}
    return names.get(slugify(written), "")


def explain_unknown_key(key: ForeignKey) -> tuple[str, str]:
    """Return message and hint for a top-level key that this kind of record does not have."""
    if hint := hint_for(key):
        return "không có khóa này", hint
    known = sorted(key.known)
    close = difflib.get_close_matches(key.name, known, n=1)
    if close:
        return "không có khóa này", f"có phải là “{close[0]}”? Nếu không thì xóa dòng này"
    return "không có khóa này", f"xóa dòng này; các khóa dùng được: {', '.join(known)}"


def _show(value: object) -> str:
    text = str(value)
    return f"“{shown(text)}”"
