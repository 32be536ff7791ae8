"""The one judgement of characters: those that no text of an editor may hold, and how it is told.

Knows a text and nothing of YAML, records or files. `checking/typography` remarks on characters that
are allowed and only hide words from a search.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

# Python takes these for line ends, and so does YAML for some. An editor's program does not.
BREAKS = "\x0b-\x0d\x85\u2028\u2029"
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# These turn the order of what is shown. The first two do so whatever the script.
_OVERRIDES = "\u202d\u202e"
_TURNS = f"\u202a-\u202c\u2066-\u2069{_OVERRIDES}"
_SURROGATES = "\ud800-\udfff"
_NO_CHARACTERS = "\ufdd0-\ufdef\ufffe\uffff"
_NO_CHARACTERS_BEYOND = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000)
)
# They show nothing, and nothing of the kind is written in Vietnamese. Zero-width spaces, joiners,
# soft hyphens, direction marks and byte-order marks are not here: they come with pasted text.
_HIDDEN = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2061-\u2065\u206a-\u206f\u3164\uffa0\ufff0-\ufffb"
)
_HIDDEN_BEYOND = (
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
)
# One chooses the form of the character before it, as in many emoji.
_SELECTORS = "\ufe00-\ufe0f"
_SELECTORS_BEYOND = "\U000e0100-\U000e01ef"
_SUSPECT = re.compile(
    f"[{BREAKS}{_CONTROLS}{_TURNS}{_SURROGATES}{_NO_CHARACTERS}{_NO_CHARACTERS_BEYOND}{_HIDDEN}"
    f"{_HIDDEN_BEYOND}{_SELECTORS}{_SELECTORS_BEYOND}]"
)
# A first look: most texts hold nothing else. It takes a tenth of the time.
_USUAL = re.compile("[\t\n -~\u00a0-\u02ff\u1ea0-\u1ef9\u2010-\u2027]*+")
_SELECTOR = re.compile(f"[{_SELECTORS}{_SELECTORS_BEYOND}]")
_TURN = re.compile(f"[{_TURNS}]")
# The flags of England, Scotland and Wales.
_FLAG = re.compile("\U0001f3f4[\U000e0061-\U000e007a]+\U000e007f")
_KINDS = (
    (BREAKS, "có ký tự ngắt dòng lạ {code}"),
    (_CONTROLS, "có ký tự điều khiển vô hình {code}"),
    (_TURNS, "có ký tự đổi chiều chữ {code}, chữ hiện ra khác chữ trong tệp"),
    (
        _SURROGATES + _NO_CHARACTERS + _NO_CHARACTERS_BEYOND,
        "có mã {code} không phải là ký tự nào",
    ),
    ("", "có ký tự vô hình {code}"),
)
_MESSAGES = tuple((re.compile(f"[{chars}]" if chars else ""), told) for chars, told in _KINDS)
_BREAK = re.compile(f"[{BREAKS}]")
_BY_HAND = "xóa ký tự ấy ở cột {column}, rồi gõ Enter hoặc dấu cách nếu cần"
_BY_MACHINE = "chạy scripts/check.py --fix, hoặc xóa ký tự ấy ở cột {column}"
# So many lines are told of. A file of another kind may have thousands.
_MOST_LINES = 10

NFD_MESSAGE = "chữ có dấu ở dạng tổ hợp (NFD), máy tìm kiếm không thấy"


@dataclass(frozen=True, slots=True)
class Misfit:
    """What one line holds that no text may hold.

    Attributes:
        line: 1-based.
        column: 1-based, of the first such character.
        message: in Vietnamese.
        hint: what to do.
    """

    line: int
    column: int
    message: str
    hint: str


def find_refused(text: str) -> Iterator[int]:
    """Yield the offset of each character that may not stand where it stands."""
    if not _has_suspects(text):
        return
    flags = {at for flag in _FLAG.finditer(text) for at in range(*flag.span())}
    line_end, turns_allowed = -1, False
    for match in _SUSPECT.finditer(text):
        at, char = match.start(), match[0]
        if at in flags or (_SELECTOR.match(char) and _has_a_form_to_choose(text, at)):
            continue
        if _TURN.match(char) and char not in _OVERRIDES:
            if at > line_end:
                start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
                line_end = end if end >= 0 else len(text)
                turns_allowed = is_right_to_left(text[start:line_end])
            if turns_allowed:
                continue
        yield at


def name_refused(text: str) -> str:
    """Return what is wrong with the characters of a text, in Vietnamese; "" for nothing.

    Made for a value after its decoding. A text in NFD counts as wrong too.
    """
    for at in find_refused(text):
        return _tell(text[at])
    return "" if unicodedata.is_normalized("NFC", text) else NFD_MESSAGE


def without_refused(text: str) -> str:
    """Return the text without the characters that may not stand in it; a space for line breaks."""
    refused = set(find_refused(text))
    if not refused:
        return text
    kept = (
        char if at not in refused else " " if _BREAK.match(char) else ""
        for at, char in enumerate(text)
    )
    return "".join(kept)


def without_mendable(text: str) -> tuple[str, int]:
    """Return the text without refused characters that stand for nothing, and their number.

    Line breaks stay: an editor has to say what they should be.
    """
    gone = {at for at in find_refused(text) if not _BREAK.match(text[at])}
    if not gone:
        return text, 0
    return "".join(char for at, char in enumerate(text) if at not in gone), len(gone)


def judge_lines(text: str) -> list[Misfit]:
    """Return what is wrong with the characters of a text, a line at a time; ten lines at most.

    Only a line feed ends a line.
    """
    if not _has_suspects(text):
        return []
    found: list[Misfit] = []
    more = 0
    for number, line in enumerate(text.split("\n"), 1):
        at = next(find_refused(line), None)
        if at is None:
            continue
        if len(found) == _MOST_LINES:
            more += 1
            continue
        hint = _BY_HAND if _BREAK.match(line[at]) else _BY_MACHINE
        found.append(Misfit(number, at + 1, _tell(line[at]), hint.format(column=at + 1)))
    if more:
        last = found[-1]
        told = f"{last.message}, và {more} dòng nữa trong tệp có ký tự như vậy"
        found[-1] = Misfit(last.line, last.column, told, last.hint)
    return found


def _has_suspects(text: str) -> bool:
    return not _USUAL.fullmatch(text) and bool(_SUSPECT.search(text))


def _has_a_form_to_choose(text: str, at: int) -> bool:
    before = text[at - 1 : at].strip() if at else ""
    return bool(before) and not _SELECTOR.match(before)


def is_right_to_left(text: str) -> bool:
    """True when a text holds letters that are written from the right, such as Arabic ones."""
    # Some marks count as written from the right, but they are no letters.
    return any(
        char > "\u0590" and char.isalpha() and unicodedata.bidirectional(char) in ("R", "AL")
        for char in text
    )


def _tell(char: str) -> str:
    return next(
        told.format(code=f"U+{ord(char):04X}") for sign, told in _MESSAGES if sign.match(char)
    )
