"""Finds the end of a name that no table has, by its shape: capitals, known small words, a level.

What follows must tell that the name is over: a verb, a comma, the end of a sentence.
"""

from __future__ import annotations

import re

from bantin.minutes.name_heads import begins_name
from bantin.minutes.name_places import read_tail
from bantin.minutes.name_words import LINKS, NOUNS_NEXT, VERB, VERB_NEXT, name_syllables

_WORD = re.compile(r"\s+([^\s,;.:()/–-]+)")
_OVER = re.compile(
    r"\s*(?:$|[.;:)(,]|\.\.\.|…)|\s+[–-]\s|\s+(?:là|theo|để|nhằm|trên cơ sở|trước ngày|đã|sẽ|"
    r"và|cùng|đang|vừa|trong (?:tháng|quý|năm|thời gian|quá trình|tuần)|"
    r"tại (?:cuộc|hội|phiên)|khi|kể từ)\s"
)
_DASH = re.compile(rf"\s[–-]\s(?!(?i:{VERB})(?!\w))(?=[^\W\d_])")
# Inside a name: "Phòng, chống", "Văn hóa, Thể thao". Elsewhere a comma ends the name.
_COMMA = re.compile(
    r",\s(?=(?:[Cc]hống|[Tt]hể thao|[Tt]ruyền|[Dd]u lịch|[Tt]hông tin|[Cc]ông nghệ|[Mm]ôi trường|"
    r"[Kk]hoa học|[Gg]ia đình|[Hh]ạ tầng|[Tt]rẻ em|[Gg]iáo dục|[Đđ]ào tạo|gian lận|tệ nạn|"
    r"[Kk]ỹ thuật)(?!\w))"
)
_AND = re.compile(r"\s+và(?=\s)")
_NUMBER = re.compile(r"\s+(?:số\s+)?\d{1,3}(?![\w/.,%])")


def is_ended(text: str, at: int) -> bool:
    """Tell whether a name that goes to an offset is over there."""
    return bool(VERB_NEXT.match(text, at) or _OVER.match(text, at))


def end_by_shape(text: str, at: int) -> int | None:
    """Return the offset at which the level or the end of a name stands; None when not sure.

    Args:
        text: NFC running text with single spaces.
        at: offset behind the first words of the name.
    """
    last = ""
    while True:
        if nouns := NOUNS_NEXT.match(text, at):
            at, last = nouns.end(), ""
            continue
        if VERB_NEXT.match(text, at):
            break
        if joint := _COMMA.match(text, at) or _DASH.match(text, at):
            if begins_name(text, joint.end()):
                break
            at = joint.end() - 1
            continue
        if (joint := _AND.match(text, at)) and begins_name(text, joint.end() + 1):
            break
        if read_tail(text, at) is not None and not _is_capital(text, at):
            return at if last not in LINKS or last == "của" else None
        word = _WORD.match(text, at)
        if word is None or (_OVER.match(text, at) and not joint):
            break
        if not _is_part(word[1]) and not _NUMBER.match(text, at):
            return None
        at, last = word.end(), word[1]
    if last in LINKS or not is_ended(text, at):
        return None
    return at


def _is_capital(text: str, at: int) -> bool:
    return text[at + 1 : at + 2].isupper()


def _is_part(word: str) -> bool:
    return word[0].isupper() or word in name_syllables()
