"""The values of a record as it lies in docs/, in words to compare with those of the import."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from bantin.text.fold import exact
from bantin.text.slug import slugify

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?.*")
_PRINTED_DAY = re.compile(r"(?:(\d\d:\d\d)[ ,]*)?(\d{1,2})/(\d{1,2})/(\d{4})(?:[ ,]*(\d\d:\d\d))?")
_NAMES = ("name", "title", "caption", "src")
_GROUPS = re.compile(r"(?<=\d)\.(?=\d{3})")
_WORD = re.compile(r"\w+")


def words_at(values: Mapping[str, Any], field: str) -> str:
    """Return a field of front matter in words; "" where the record has none.

    Args:
        values: as `model_dump(mode="json")` gives them.
        field: key, dotted for nested keys: "meeting.date".
    """
    value: Any = values
    for key in field.split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    return _told(value)


def says_the_same(imported: str, present: str) -> bool:
    """True where two ways to write a value mean one: other signs between words, or a cut text."""
    if imported.endswith("…"):
        cut = _bare(imported)
        return _bare(present)[: len(cut)] == cut
    if slugify(imported) == present or _GROUPS.sub("", imported) == present:  # a name; "1.207"
        return True
    return _bare(imported) == _bare(present) or _same_moment(imported, present)


def _told(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Mapping):
        name = next((value[key] for key in _NAMES if value.get(key)), None)
        parts = [name] if name else value.values()
        return ", ".join(filter(None, map(_told, parts)))
    if isinstance(value, list | tuple):
        return "; ".join(filter(None, map(_told, value)))
    text = str(value)
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    year, month, day, time = match.groups()
    return f"{day}/{month}/{year}" + (f" {time}" if time else "")


def _bare(text: str) -> list[str]:
    return _WORD.findall(exact(text))


def _same_moment(one: str, other: str) -> bool:
    moments = [_PRINTED_DAY.fullmatch(text.strip()) for text in (one, other)]
    return all(moments) and len({tuple(_parts(match)) for match in moments if match}) == 1


def _parts(match: re.Match[str]) -> Iterable[str]:
    before, day, month, year, behind = match.groups()
    return year, month.zfill(2), day.zfill(2), before or behind or ""
