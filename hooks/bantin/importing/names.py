"""Bodies named in running text: committees, offices, departments, people's committees.

Precision before recall: a name counts only with the place of its body ("UBND tỉnh", "Sở Nội vụ").
"các sở, ngành" and "các cấp" are nobody. Knows no record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bantin.importing.body_lists import find_listed
from bantin.importing.body_patterns import SURNAMES as SURNAMES
from bantin.importing.body_patterns import UPPER as UPPER
from bantin.importing.body_patterns import body_pattern as body_pattern
from bantin.records.body_names import BodyName, parse_body_name
from bantin.text.tones import one_tone_style

_REACH = 60
_HOLDER = re.compile(
    r"(?:bí thư|chủ tịch|trưởng|chủ nhiệm|giám đốc|chỉ huy trưởng|thư ký|pct|ủy viên)"
    r"(?: thường trực| tt)? $",
    re.IGNORECASE,
)
_LOWER_LEVEL = r"(?i:xã|phường|thị trấn|huyện|quận|đặc khu)"
_PERSON = re.compile(rf"{_LOWER_LEVEL} (?:{SURNAMES})(?: [{UPPER}][^\W\d_]*){{2,4}}")
_SURNAME = re.compile(rf"{_LOWER_LEVEL} (?:{SURNAMES})$")
_GOES_ON = re.compile(rf" [{UPPER}][^\W\d_]*")


@dataclass(frozen=True, slots=True)
class BodyMention:
    """A body named in a text at [start, end).

    Attributes:
        start: offset.
        end: offset behind it.
        text: as printed; within a list the head of the list stands before it.
        name: its one form.
    """

    start: int
    end: int
    text: str
    name: BodyName


def find_bodies(text: str) -> Iterator[BodyMention]:
    """Yield the bodies named in `text` (NFC, single spaces), in order, without overlaps."""
    even = one_tone_style(text)
    found = [(start, end, head + text[start:end]) for start, end, head in find_listed(even)]
    taken = [(start, end) for start, end, _ in found]
    for match in _finder().finditer(even):
        start, end = match.span()
        if _is_of_person(even, start, end):
            continue
        if not any(start < last and first < end for first, last in taken):
            found.append((start, end, text[start:end]))
    for start, end, printed in sorted(found):
        yield BodyMention(start, end, printed, parse_body_name(printed))


def _is_of_person(even: str, start: int, end: int) -> bool:
    """True where a person's name may stand in the place of a commune's.

    "Chủ tịch UBND xã Trần Văn Nháp": nobody can tell whether that is a commune; it is left open.
    """
    before = even[max(0, start - _REACH) : start]
    if _HOLDER.search(before) is None:
        return False
    return _PERSON.search(even, start, end) is not None or (
        _SURNAME.search(even, start, end) is not None and _GOES_ON.match(even, end) is not None
    )


@cache
def _finder() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{body_pattern()})(?!\w)")
