"""Finds records that mix the two ways to place a tone mark: `hoá` beside `hóa`.

Skips names: an editor may not choose the spelling of a person or place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bantin.checking.manuscript import Manuscript, Passage
from bantin.errors import Problem
from bantin.text.tones import find_tones

_WORD_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]+)[ \n]+$")
_WORD_AFTER = re.compile(r"[ \n]+([^\W\d_]+)")
_WORD = re.compile(r"[^\W\d_]+")


def check_tones(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield one remark for a record that mixes the two ways, at the first use of the rarer one."""
    old: list[tuple[Passage, int, str]] = []
    new: list[tuple[Passage, int, str]] = []
    for passage in manuscript.passages:
        if not passage.is_prose:
            continue
        text = passage.words
        for found in find_tones(text):
            start, end = _word_at(text, found.start)
            if not _is_name(text, start, end):
                (old if found.is_old else new).append((passage, start, text[start:end]))
    if not old or not new:
        return
    fewer, more = (old, new) if len(old) <= len(new) else (new, old)
    passage, start, word = fewer[0]
    yield manuscript.remark(
        passage,
        start,
        f"bỏ dấu hai kiểu trong một bài: “{word}” ({_times(fewer)}) và “{more[0][2]}” "
        f"({_times(more)})",
        "chọn một kiểu cho cả bài",
    )


def _times(found: list[tuple[Passage, int, str]]) -> str:
    return f"{len(found)} chỗ"


def _word_at(text: str, at: int) -> tuple[int, int]:
    start = at
    while start and text[start - 1].isalpha():
        start -= 1
    match = _WORD.match(text, start)
    assert match is not None
    return start, match.end()


def _is_name(text: str, start: int, end: int) -> bool:
    """True for a capitalised word beside another one: "Hoà Bình", "Thuý Hằng"."""
    if not text[start].isupper():
        return False
    before = _WORD_BEFORE.search(text[max(0, start - 20) : start])
    after = _WORD_AFTER.match(text, end)
    return bool((before and before[1][0].isupper()) or (after and after[1][0].isupper()))
