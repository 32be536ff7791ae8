"""Lines of a laid-out text with their places, and what their first and last characters tell.

Knows no format: places are counted in characters, also those of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bantin.text.list_marks import read_mark
from bantin.text.normalize import squeeze_spaces

_GAP, _NARROW_GAP = re.compile(r" {3,}"), re.compile(r" {2,}")
_TAB_STOP = 8
_ENDED = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_WORD_MARK = re.compile(
    r"(?:(?:Điều|Khoản|Mục|Chương|Phần|Phụ lục) ++[0-9IVXA-Z]++ *+(?:[.:]|$)"
    r"|(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám) là *[,:]"
    r"|(?:Thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám)) *[,:]"
    r"|(?:Căn cứ|Xét đề nghị|Theo đề nghị|Kính gửi|Nơi nhận|Nơi gửi)\b)"
)
_HYPHEN = re.compile(r"[^\W_][-/]$")
# Between two rows of a table no sentence runs on.
_DRAWN = re.compile(r"[|│┃]|[-–—_=*.+]{3,}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a line between wide gaps.

    Attributes:
        text: its words, single spaces.
        left: where it begins, in characters.
        right: where it ends.
    """

    text: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half way between its ends."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line with words.

    Attributes:
        number: 1-based, unique and rising.
        pieces: from left to right, never empty.
        after_blank: an empty line or a wider gap stands above.
        page: 1-based; 0 where unknown.
        column: 1 left, 2 right, in a head or foot of two columns; 0 elsewhere.
        is_bold: all of it is set bold; False where unknown.
        after_page: a page ended above, and what stood between the pages is taken out.
        finer: the same words, parted at narrower gaps too, for lines of two columns.
        raw: the line as captured; "" where the format has none.
        size: of its largest font, in points; 0 where unknown.
        base: the line's height above the foot of its page, in points; 0 where unknown.
        is_in_margin: it stands above or below the area for text; None where unknown.
    """

    number: int
    pieces: tuple[Stretch, ...]
    after_blank: bool
    page: int = 0
    column: int = 0
    is_bold: bool = False
    after_page: bool = False
    finer: tuple[Stretch, ...] = ()
    raw: str = ""
    size: float = 0.0
    base: float = 0.0
    is_in_margin: bool | None = None

    @property
    def text(self) -> str:
        """All its words."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def begins_low(self) -> bool:
        """Its first character is a small letter and no mark of a list."""
        return self.text[:1].islower() and not self.has_mark

    @property
    def begins_with_number(self) -> bool:
        """Its first character is a digit, and no mark of a list."""
        return self.text[:1].isdigit() and not self.has_mark

    @property
    def ends_with_hyphen(self) -> bool:
        """A hyphen ends it that belongs to the word before."""
        return bool(_HYPHEN.search(self.text))

    @property
    def is_ended(self) -> bool:
        """A sentence or an item of a list ends with it."""
        return bool(_ENDED.search(self.text))

    @property
    def has_mark(self) -> bool:
        """It begins with the mark of an item or an article."""
        return read_mark(self.text) is not None or bool(_WORD_MARK.match(self.text))

    @property
    def is_drawn(self) -> bool:
        """It is a rule, or a row of a table drawn with signs or spaces."""
        return len(self.pieces) > 2 or bool(_DRAWN.match(self.text)) or "|" in self.text

    @property
    def has_column_gap(self) -> bool:
        """Wide gaps stand between its words."""
        return len(self.pieces) > 1

    @property
    def text_left(self) -> float:
        """Where the words behind its mark begin; its left end without a mark."""
        mark = read_mark(self.text)
        return self.left + (mark.offset if mark else 0)

    @property
    def first_word(self) -> str:
        """The word that did not fit into the line above."""
        return self.text.partition(" ")[0]


def measure_line(number: int, raw: str, *, after_blank: bool, page: int = 0) -> Line:
    """Return a line of a text, measured by its characters; it must hold words."""
    flat = raw.replace("\u00a0", " ").expandtabs(_TAB_STOP).rstrip(" ")
    pieces, finer = _part(flat, _GAP), _part(flat, _NARROW_GAP)
    return Line(number, pieces, after_blank, page, finer=finer, raw=raw)


def _part(flat: str, gaps: re.Pattern[str]) -> tuple[Stretch, ...]:
    pieces, at = [], len(flat) - len(flat.lstrip(" "))
    for gap in [*gaps.finditer(flat, at), None]:
        end = gap.start() if gap else len(flat)
        pieces.append(Stretch(squeeze_spaces(flat[at:end]), at, end))
        at = gap.end() if gap else end
    return tuple(pieces)


def join_words(texts: Sequence[str]) -> str:
    """Join wrapped lines. A hyphen or slash that ends a line stays, and no space follows it."""
    joined = ""
    for text in texts:
        touches = _HYPHEN.search(joined[-2:]) and text[:1].isalnum()
        joined += text if not joined or touches else f" {text}"
    return joined


def name_places(lines: Sequence[Line]) -> str:
    """Return "Dòng 3–5, 9", or "Trang 1–2" where lines have no number that an editor could see."""
    in_pages = all(not line.raw for line in lines)
    numbers = sorted({line.page if in_pages else line.number for line in lines})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    named = ", ".join(f"{run[0]}–{run[-1]}" if run[1:] else str(run[0]) for run in runs)
    return f"{'Trang' if in_pages else 'Dòng'} {named}"
