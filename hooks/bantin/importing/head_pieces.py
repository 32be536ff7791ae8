"""Takes the lines of a document's head apart into pieces, each with what it is.

A head is set in two columns. Files flatten them, interleave them, or break their lines anywhere:
"CỘNG / HÒA XÃ HỘI …", "Hà / Nội, ngày 22 tháng 08 / năm 2017". Knows no issuer and no title.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 1 to 5.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.importing.capture import Block, BlockKind
from bantin.importing.issuers import is_body_name
from bantin.importing.kind_lines import kind_of, type_in_number
from bantin.importing.names import UPPER
from bantin.importing.secrecy import is_secrecy_mark
from bantin.importing.text_marks import (
    ADDRESS_LINE,
    MOTTO,
    NATION,
    NATION_WORDS,
    NUMBER_LINE,
    PARTY,
    SUBJECT_LINE,
    holds_nation,
)
from bantin.text.fold import exact, fold
from bantin.text.normalize import squeeze_spaces
from bantin.text.numbers import parse_number

RULE = re.compile(r"[-–—_*=.|+~•\s]+|-*o0o-*|oo+|\W*", re.IGNORECASE)
_WIDE_GAP = re.compile(r"\t+| {3,}| ?\| ?")
NUMBER = re.compile(
    r"(?P<number>\d{1,6}[a-zđ]? ?(?:/ ?(?:19|20)\d{2} ?)?[/-] ?[^\s,;]{1,60}+"
    # "3606/BHXH- CSXH"; the name of a place may follow too: "405/TB- TP Huế".
    r"(?:(?<=[A-ZĐƯ][-–]) (?!T[PX](?!\w))[A-ZĐƯ][A-ZĐƯ0-9.&]{1,20}+(?!\w))?"
    r"(?: ?[-–/] ?(?=[a-zđ0-9.&]{0,20}[A-ZĐƯ])[A-ZĐƯa-zđ0-9.&]{1,40}+-?(?!\w)){0,6})"
    r"(?: ?[-–|]? (?P<rest>.+))?"
)
_BLANK_NUMBER = re.compile(
    r"[\s._…-]*/ ?(?P<symbol>(?:\d{4}/)?[A-ZĐƯ][\w.&–/-]*)(?: (?P<rest>.+))?"
)
_SYMBOL_ALONE = re.compile(r"/ ?[A-ZĐƯ][\w.&–/-]*")
_PLACE = (
    rf"(?P<place>[{UPPER}][\w.'-]*(?: ?- ?[{UPPER}][\w.-]*)?"
    rf"(?: (?:[{UPPER}][\w.'-]*|phố|xã|tỉnh|trấn|đảo|khu|-)){{0,6}}) ?[,.;] ?"
)
# Telegrams print the hour: "Nghệ An, hồi 16 giờ 30, ngày 12 tháng 9 năm 2016".
_HOUR = (
    r"(?:(?i:(?:vào )?(?:hồi|lúc)) ?\d{1,2} ?(?i:giờ|h|g|:) ?(?:\d{1,2})?"
    r"(?:['’′]| ?(?i:phút))?,? ?)?"
)
DATE = re.compile(
    rf"(?:{_PLACE})?{_HOUR}(?i:ngày) ?(?P<day>\d{{1,2}}) ?(?i:tháng) ?(?P<month>\d{{1,2}})"
    r" ?(?i:năm) ?(?P<year>\d{4}) ?[.,]?"
)
_SHORT_DATE = re.compile(
    rf"{_PLACE}(?i:ngày) ?(?P<day>\d{{1,2}}) ?[/.-] ?(?P<month>\d{{1,2}})"
    r" ?[/.-] ?(?P<year>\d{4}) ?[.,]?"
)
BLANK_DATE = re.compile(rf"(?:{_PLACE})?(?i:ngày)[\s._…\d]*(?i:tháng)[\s._…\d]*(?i:năm)[\s._…\d]*")
_MARKS = re.compile(
    r"(?:thượng |hỏa )?khẩn|hỏa tốc(?: hẹn giờ)?|(?:tối |tuyệt )?mật|dự thảo(?: lần (?:thứ )?\d+)?"
    r"|bản (?:sao|chính|dự thảo)|sao y(?: bản chính)?|trang \d+(?:/\d+)?|mẫu(?: số)?:? \S{1,8}"
    r"|(?:tài liệu )?lưu hành nội bộ|bm ?\d\S*(?: \S{1,6})?|lần ban hành ?:.{1,12}|công báo.{0,40}"
)
_BETWEEN = " .,;-–|"
_AROUND_MARKS = " ()[]:."
_OPENERS = re.compile(
    r"căn cứ|điều \d|hôm nay|phần (?:thứ|[ivx\d])|chương [ivx\d]|mục [ivx\d]|[ivx]{1,5}[.)-] "
    r"|(?:vào )?(?:hồi|lúc) \d|vào (?:hồi|lúc) "
    r"|(?:[-–+*•] ?)?(?:thời gian|địa điểm|thành phần)(?: \w+){0,4}+ ?(?:\([^()]{0,40}\) ?)?:"
    r"|\d{1,2}[.)] ?\D|[a-zđ]\) |quyết (?:định|nghị) ?:|kính thưa"
)
# In capitals these words begin an abstract.
_LIKELY_OPENERS = re.compile(
    r"thực hiện|thi hành|xét |theo đề nghị|sau khi|trong (?:quá trình|thời)|ngày \d|từ ngày|vừa qua"
    r"|(?:chiều|sáng) (?:ngày|nay|\d)|trả lời|để (?:thực|triển|tăng|đảm|bảo|kịp)|tiếp theo"
)
_MOST_PIECES = 45
_MOST_JOINED = 4


class HeadPart(enum.Enum):
    """The parts of a head."""

    NATION = enum.auto()
    MOTTO = enum.auto()
    PARTY = enum.auto()
    NUMBER = enum.auto()
    BLANK_NUMBER = enum.auto()
    DATE = enum.auto()
    BLANK_DATE = enum.auto()
    KIND = enum.auto()
    ADDRESS = enum.auto()
    SUBJECT = enum.auto()
    MARK = enum.auto()
    RULE = enum.auto()
    OPENER = enum.auto()
    CAPITALS = enum.auto()
    OTHER = enum.auto()


# A line of these parts may be the beginning of a number, a day or "Kính gửi:".
_MAY_BREAK = frozenset({HeadPart.OTHER, HeadPart.BLANK_NUMBER, HeadPart.OPENER})
_NUMBER_OR_DAY = frozenset(
    {HeadPart.NUMBER, HeadPart.BLANK_NUMBER, HeadPart.DATE, HeadPart.BLANK_DATE}
)
_TOP = frozenset({HeadPart.NATION, HeadPart.MOTTO, HeadPart.PARTY})


@dataclass(frozen=True, slots=True)
class HeadPiece:
    """A part of a head's line, or several lines that are one part.

    Attributes:
        part: what it is.
        text: clean.
        blocks: where it stands, in order; never empty.
        column: 1 left, 2 right, 0 unknown.
        at: index of its last block among all blocks.
    """

    part: HeadPart
    text: str
    blocks: tuple[Block, ...]
    column: int
    at: int

    @property
    def where(self) -> str:
        """The place in words for an editor."""
        return self.blocks[0].where

    @property
    def is_secret(self) -> bool:
        """True for a mark of state secrecy."""
        return self.part is HeadPart.MARK and is_secrecy_mark(self.text)


def is_opener(text: str) -> bool:
    """True for a line that begins the text below a title: "Căn cứ …", "Điều 1.", "I. …"."""
    lower = exact(text)
    return _OPENERS.match(lower) is not None or ADDRESS_LINE.match(lower) is not None


def is_likely_opener(text: str) -> bool:
    """True for a line that begins the text unless it is itself the title: "Thực hiện …"."""
    return is_opener(text) or (
        not text.isupper() and _LIKELY_OPENERS.match(exact(text)) is not None
    )


def is_capitals(text: str) -> bool:
    """True for a line in capitals with words; a short lower-case word of a scan may stand in it."""
    return text.isupper() and len(re.findall(r"[^\W\d_]", text)) > 1


def read_pieces(blocks: Sequence[Block]) -> list[HeadPiece]:
    """Return the pieces from the top of a document to its type, its addressees or its text.

    The last piece is of the part KIND, ADDRESS or OPENER, where there is one. Behind KIND only the
    number and the day may stand, where they are below it.
    """
    raw = _cut(blocks)
    nation = _nation_indexes([piece.text for piece in raw])
    pieces: list[HeadPiece] = []
    at = 0
    while at < len(raw):
        piece, size = (raw[at], 1) if at in nation else _join(raw, at)
        piece = replace(piece, part=HeadPart.NATION) if at in nation else piece
        if piece.part is HeadPart.KIND and _is_page_title(piece, pieces, raw[at + size :]):
            piece = replace(piece, part=HeadPart.OTHER)
        if piece.part is HeadPart.CAPITALS and kind_of(piece.text, told_type(pieces)):
            piece = replace(piece, part=HeadPart.KIND)
        pieces.append(piece)
        at += size
        if piece.part in (HeadPart.KIND, HeadPart.ADDRESS):
            break
        if piece.part is HeadPart.OPENER and _is_text_begun(pieces, raw[at:]):
            break
    if pieces and pieces[-1].part is HeadPart.KIND:
        pieces += _below_kind(raw, at, {piece.part for piece in pieces})
    return pieces


def told_type(pieces: Sequence[HeadPiece]) -> str:
    """Return the code of the type that the number of a head tells; "" where it tells none."""
    numbers = (p.text for p in pieces if p.part in (HeadPart.NUMBER, HeadPart.BLANK_NUMBER))
    return next(filter(None, map(type_in_number, numbers)), "")


def _is_page_title(
    piece: HeadPiece, above: Sequence[HeadPiece], below: Sequence[HeadPiece]
) -> bool:
    """True for a title that a page prints above the head: "CHỈ THỊ VỀ VIỆC …"."""
    named = kind_of(piece.text)
    is_alone = named is not None and not named[1]
    if is_alone or any(one.part in _TOP or one.part in _NUMBER_OR_DAY for one in above):
        return False
    return any(one.part in _TOP or PARTY.fullmatch(fold(one.text)) for one in below)


def _is_text_begun(pieces: Sequence[HeadPiece], below: Sequence[HeadPiece]) -> bool:
    """True when a line that begins like a text does: not above the number, nor above "Kính gửi"."""
    if not any(one.part in _NUMBER_OR_DAY for one in pieces):
        return False
    return not any(ADDRESS_LINE.match(piece.text) for piece in below[:_MOST_JOINED])


def _below_kind(raw: Sequence[HeadPiece], at: int, seen: set[HeadPart]) -> Iterator[HeadPiece]:
    """Yield number and day that stand below the type; those that were seen are no part of it."""
    while at < len(raw):
        piece, size = _join(raw, at)
        at += size
        if piece.part is HeadPart.RULE:
            continue
        if piece.part not in _NUMBER_OR_DAY or piece.part in seen:
            return
        yield piece


def _cut(blocks: Sequence[Block]) -> list[HeadPiece]:
    """Cut lines at wide gaps, at "|", around nation and motto, and behind a number."""
    pieces: list[HeadPiece] = []
    for at, block in enumerate(blocks):
        if len(pieces) >= _MOST_PIECES or block.kind not in (
            BlockKind.PARAGRAPH,
            BlockKind.HEADING,
        ):
            break
        pieces += (
            HeadPiece(part, text, (block,), block.column, at)
            for text in _cut_columns(block)
            for part, text in _cut_nation(text)
        )
    return pieces


def _cut_columns(block: Block) -> Iterator[str]:
    if block.column:
        yield block.text
        return
    parts = [squeeze_spaces(part) for part in _WIDE_GAP.split(block.raw.strip())]
    words = [part for part in parts if part]
    yield from words if len(words) > 1 and "".join(words).split() else [block.text.strip(" |")]


def _cut_nation(text: str) -> Iterator[tuple[HeadPart, str]]:
    folded = fold(text)
    for part, pattern in ((HeadPart.NATION, NATION), (HeadPart.MOTTO, MOTTO)):
        match = pattern.search(folded)
        if match is None or len(folded) != len(text):
            continue
        around = [text[: match.start()].strip(_BETWEEN), text[match.end() :].strip(_BETWEEN)]
        # In a sentence they are no part of a head.
        if holds_nation(text) if part is HeadPart.NATION else all(map(_may_stand_beside, around)):
            for outside in filter(None, around):
                yield from _cut_number(outside)
            yield part, text[match.start() : match.end()]
            return
    yield from _cut_number(text)


def _may_stand_beside(text: str) -> bool:
    """True for what the motto may share its line with: a body's name, place and day."""
    return not text or is_capitals(text) or is_body_name(text) or match_date(text) is not None


def _cut_number(text: str) -> Iterator[tuple[HeadPart, str]]:
    match = NUMBER_LINE.match(text)
    found = match and (
        NUMBER.fullmatch(text[match.end() :]) or _BLANK_NUMBER.fullmatch(text[match.end() :])
    )
    if found and found["rest"]:
        # A hyphen at the end of a symbol tells that it goes on elsewhere.
        number = text[: len(text) - len(found["rest"])].rstrip(" |")
        yield HeadPart.OTHER, re.sub(r" [-–]+$", "", number)
        yield HeadPart.OTHER, found["rest"]
    else:
        yield HeadPart.OTHER, text


def _nation_indexes(texts: Sequence[str]) -> frozenset[int]:
    """Return the pieces that together are the nation's name, broken over lines or columns."""
    found: set[int] = set()
    left = NATION_WORDS
    # The end of a wrapped line may stand above its beginning, in the other column.
    for _ in range(_MOST_JOINED):
        for at, text in enumerate(texts):
            words = fold(text).strip(" .,-")
            if at not in found and words and f"{left} ".startswith(f"{words} "):
                found.add(at)
                left = left[len(words) :].lstrip()
                if not left:
                    return frozenset(found)
    return frozenset()


def _join(raw: Sequence[HeadPiece], at: int) -> tuple[HeadPiece, int]:
    """Return the piece that begins here, and the number of raw pieces it takes."""
    first = raw[at]
    if first.part is not HeadPart.OTHER:
        return first, 1
    if RULE.fullmatch(first.text):
        return replace(first, part=HeadPart.RULE), 1
    own = _part_of(first.text)
    if own is HeadPart.KIND and not first.text.isupper() and _is_cell(raw, at):
        own = HeadPart.OTHER
    group = _joinable(raw[at : at + (_MOST_JOINED if own in _MAY_BREAK else 1)])
    blank: tuple[HeadPiece, int] | None = None
    for size in range(1, len(group) + 1):
        text = " ".join(piece.text for piece in group[:size])
        part = _part_of_joined(text)
        if part is None:
            continue
        joined = HeadPiece(
            part,
            text,
            tuple(b for p in group[:size] for b in p.blocks),
            first.column,
            group[size - 1].at,
        )
        if part is HeadPart.BLANK_DATE:
            blank = joined, size
        else:
            return joined, size
    return blank or (replace(first, part=own), 1)


def _is_cell(raw: Sequence[HeadPiece], at: int) -> bool:
    """True for words beside others of their line: "Loại văn bản | Chỉ thị" heads no document."""
    around = (*raw[max(at - 1, 0) : at], *raw[at + 1 : at + 2])
    return any(piece.blocks == raw[at].blocks for piece in around)


def _joinable(group: Sequence[HeadPiece]) -> list[HeadPiece]:
    """Return the pieces, one behind the other, that may be parts of one line."""
    found = [group[0]]
    for piece in group[1:]:
        if piece.part is not HeadPart.OTHER or RULE.fullmatch(piece.text) or len(piece.text) > 60:
            break
        if {piece.column, group[0].column} == {1, 2}:
            break
        found.append(piece)
    return found


def _part_of_joined(text: str) -> HeadPart | None:
    match = NUMBER_LINE.match(text)
    if match:
        rest = text[match.end() :]
        number = NUMBER.fullmatch(rest)
        if (
            number
            and not number["rest"]
            and parse_number(clean_number(number["number"]).rstrip("-"))
        ):
            return HeadPart.NUMBER
        if _BLANK_NUMBER.fullmatch(rest):
            return HeadPart.BLANK_NUMBER
    if DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text):
        return HeadPart.DATE
    if BLANK_DATE.fullmatch(text):
        return HeadPart.BLANK_DATE
    if ADDRESS_LINE.match(text):
        return HeadPart.ADDRESS
    return None


def _part_of(text: str) -> HeadPart:
    if PARTY.fullmatch(fold(text)):
        return HeadPart.PARTY
    if NUMBER_LINE.match(text) or _SYMBOL_ALONE.fullmatch(text):
        return HeadPart.BLANK_NUMBER
    if _MARKS.fullmatch(exact(text).strip(_AROUND_MARKS)) or is_secrecy_mark(text):
        return HeadPart.MARK
    if kind_of(text) is not None:
        return HeadPart.KIND
    if SUBJECT_LINE.match(text):
        return HeadPart.SUBJECT
    if is_likely_opener(text):
        return HeadPart.OPENER
    return HeadPart.CAPITALS if is_capitals(text) else HeadPart.OTHER


def clean_number(printed: str) -> str:
    """Return a printed number without spaces, with plain hyphens."""
    return re.sub(r"\s", "", printed).replace("–", "-").rstrip(".,;")


def match_date(text: str) -> re.Match[str] | None:
    """Return the match of a line of place and day."""
    return DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text)
