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
    r"\s*(?:$|[.;:)(,]|\.\.\.|…)|\s+[–-]\s|\s+(?:là|"
    r"theo(?! (?:Quyết định|Thông báo|Kế hoạch))|để|nhằm|trên cơ sở|trước ngày|đã|sẽ|"
    r"và|cùng|đang|như:?|trong (?:tháng|quý|năm|thời gian|quá trình|tuần)|"
    r"tại (?:cuộc|hội|phiên)|khi|kể từ)\s"
    r"|\s+trong phạm vi (?:chức năng|nhiệm vụ|quyền hạn|thẩm quyền|trách nhiệm|quản lý)(?!\w)"
)
_DASH = re.compile(rf"\s[–-]\s(?!(?i:{VERB})(?!\w))(?=[^\W\d_])")
# Inside a name: "Phòng, chống", "Văn hóa, Thể thao". Elsewhere a comma ends the name.
_COMMA = re.compile(
    r",\s(?=(?:[Cc]hống|[Tt]hể thao|[Tt]ruyền|[Dd]u lịch|[Tt]hông tin|[Cc]ông nghệ|[Mm]ôi trường|"
    r"[Kk]hoa học|[Gg]ia đình|[Hh]ạ tầng|[Tt]rẻ em|[Gg]iáo dục|[Đđ]ào tạo|gian lận|tệ nạn|"
    r"[Kk]ỹ thuật|[Kk]hu (?:kinh tế|công nghiệp|chế xuất))(?!\w))"
)
_AND = re.compile(r"\s+và\s")
# Verbs that stand in names too: "ký túc xá", "đăng ký đất đai".
_ACT = re.compile(r"\s+(?:ký(?! (?:túc|sinh|ức))|ghi(?! nhớ)|chép|neo|dọn)(?!\w)")
_BEFORE_ACT = frozenset(("đăng", "Đăng", "chữ", "Chữ", "thư", "Thư"))
_NUMBER = re.compile(r"\s+(?:số\s+)?\d{1,3}(?![\w/.,%])")


# "UBND các xã bị …": a clause picks some of them, and its end cannot be found.
_WHICH = re.compile(
    r" (?:bị|có|nơi|chưa|không|đã|đang|còn|được|từ|nào|nằm|giáp|thuộc|trực|gần|xung|lân|ven|dọc|"
    r"vùng|mới|trọng|khó|đặc|phía|trên|trong|ở|tại|hoặc|miền|khu|loại|nông|ngoài|làm|"
    r"tham gia)(?!\w)"
)


def is_picked(text: str, at: int) -> bool:
    """Tell whether words behind a name for many pick some of them."""
    return not is_ended(text, at) and _WHICH.match(text, at) is not None


def is_ended(text: str, at: int) -> bool:
    """Tell whether a name that goes to an offset is over there."""
    return bool(VERB_NEXT.match(text, at) or _OVER.match(text, at))


def end_by_shape(text: str, at: int) -> int | None:
    """Return the offset at which the level or the end of a name stands; None when not sure.

    Args:
        text: NFC running text with single spaces.
        at: offset behind the first words of the name.
    """
    last, capitals, is_doubtful = "", 0, False
    while True:
        if nouns := NOUNS_NEXT.match(text, at):
            at, last, capitals = nouns.end(), "", 0
            continue
        if VERB_NEXT.match(text, at):
            break
        if _ACT.match(text, at) and last not in _BEFORE_ACT:
            break
        joint = _COMMA.match(text, at) or _DASH.match(text, at) or _AND.match(text, at)
        if joint:
            if begins_name(text, joint.end()) or text.startswith("các ", joint.end()):
                break
            at, last, capitals = joint.end() - 1, "và", 0
            continue
        if _OVER.match(text, at) or text.startswith(" không ", at):
            break
        if read_tail(text, at) is not None and not text[at + 1].isupper():
            return at if last not in LINKS or last == "của" else None
        word = _WORD.match(text, at)
        if word is None:
            return None
        if not (_is_part(word[1]) or _NUMBER.match(text, at)):
            # "Công ty Nậm Pàn …": a place or a brand has only capitals, and ends here.
            return at if capitals > 1 else None
        # "Công ty Nậm Pàn cấp nước …" may be a name or a sentence.
        is_doubtful = is_doubtful or (capitals > 1 and word[1].islower())
        capitals = capitals + 1 if word[1].istitle() else 0
        at, last = word.end(), word[1]
    return None if is_doubtful or last in LINKS else at


def _is_part(word: str) -> bool:
    return word[0].isupper() or word in name_syllables()
