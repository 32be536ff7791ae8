"""Reads the abstract of a document, below the name of its type, over as many lines as it takes.

Source: Decree 30/2020/NĐ-CP, Annex I, box 5a.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bantin.importing.capture import Block, BlockKind
from bantin.importing.head_pieces import RULE, is_capitals, is_likely_opener, is_opener
from bantin.importing.text_marks import ADDRESS_LINE
from bantin.text.fold import exact
from bantin.text.list_marks import read_mark

_MOST_LINES, _LONGEST_LINE = 7, 200
_AUTHORITY = re.compile(
    r"(?:(?:phó )?(?:chủ tịch|thủ tướng|giám đốc|cục trưởng|trưởng ban|tổng giám đốc|hiệu trưởng)"
    r"|bộ trưởng|thống đốc|tổng (?:thanh tra|kiểm toán|cục trưởng)|chánh|chi cục trưởng|viện trưởng"
    r"|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|chính phủ|quốc hội|ban (?:thường vụ|chấp hành)"
    r"|thường trực|hội đồng|trưởng phòng)\b"
)
# Below "CỦA BAN THƯỜNG VỤ TỈNH ỦY".
_SUBJECT = re.compile(r"(?:về|v/v) ", re.IGNORECASE)
# No abstract: "(Thực hiện theo Hướng dẫn số 12-HD/BTCTW)".
_ASIDE = re.compile(r"\((?:thực hiện theo|theo|mẫu|dùng cho)\b")
_LEGAL_BASIS = re.compile(
    r"(?:[-–•+*] ?)?+(?:căn cứ|xét |theo |thực hiện|thi hành|quyết (?:định|nghị)|để |trên cơ sở)"
)
# Who sends a telegram, above those it goes to: "THỦ TƯỚNG CHÍNH PHỦ điện:".
_SENDING = re.compile(r"(?:.{0,150}\b)?điện ?:")
_SENDS = re.compile(r"điện ?:?")
_GOES_ON = re.compile(
    r".*(?:[,\-–“(&]|\b(?:và|của|về|với|cho|các|tại|theo|trong|từ|đến|là|để|trên|do|năm|tháng|số"
    r"|tỉnh|huyện|xã|thành phố|địa bàn|ngày|đồng chí|tịch|viên|trưởng))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Abstract:
    """An abstract.

    Attributes:
        text: on one line; "" where there is none.
        lines: the lines it was joined from.
        where: its place; "" without one.
        begin: index of its first block.
        end: index behind its last block, and behind the rule below it.
        pieces: indexes of the head's pieces it took, where it stands within the head.
    """

    text: str
    lines: tuple[str, ...]
    where: str
    begin: int
    end: int
    pieces: frozenset[int] = frozenset()


def read_abstract(blocks: Sequence[Block], at: int, issuer: str) -> Abstract:
    """Return the abstract that begins at an index, or behind a rule there.

    Args:
        blocks: of the document.
        at: index below the name of the type.
        issuer: the issuing body as printed; a line of its name begins the text.
    """
    first = _pass_rules(blocks, at)
    if first >= len(blocks) or not _may_begin(blocks, first, issuer):
        return Abstract("", (), "", at, at)
    end = _end_of_group(blocks, first, issuer)
    if end is None:
        end = first + 1
        while end < len(blocks) and _goes_on(blocks, end, issuer):
            end += 1
    while end < len(blocks) and _goes_on_behind_blank(blocks, end):
        end += 1
    lines = tuple(block.text for block in blocks[first:end])
    # The rule below an abstract is no part of the text.
    behind = end
    while behind < len(blocks) and _is_rule(blocks[behind]):
        behind += 1
    return Abstract(" ".join(lines), lines, blocks[first].where, first, behind)


def _pass_rules(blocks: Sequence[Block], at: int) -> int:
    while at < len(blocks) and _is_rule(blocks[at]):
        at += 1
    return at


def _is_rule(block: Block) -> bool:
    return block.kind is BlockKind.PARAGRAPH and RULE.fullmatch(block.text) is not None


def _is_text(block: Block) -> bool:
    return block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)


def _may_begin(blocks: Sequence[Block], at: int, issuer: str) -> bool:
    block = blocks[at]
    return (
        _is_text(block)
        and len(block.text) <= 4 * _LONGEST_LINE
        and not is_opener(block.text)
        and not _ASIDE.match(exact(block.text))
        and not block.text.endswith((":", ";"))
        and not _is_authority(blocks, at, issuer)
        and not _is_sender(blocks, at)
    )


def _is_authority(blocks: Sequence[Block], at: int, issuer: str) -> bool:
    """True for the line of who decides: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", above "Căn cứ …"."""
    words = exact(blocks[at].text)
    if not is_capitals(blocks[at].text):
        return False
    below = next((exact(b.text) for b in blocks[at + 1 : at + 3] if not is_capitals(b.text)), "")
    return (words == exact(issuer) or _AUTHORITY.match(words) is not None) and (
        _LEGAL_BASIS.match(below) is not None
    )


def _is_sender(blocks: Sequence[Block], at: int) -> bool:
    """True for the line of who sends a telegram, with "điện:" at its end or on the next line."""
    words = exact(blocks[at].text)
    if _SENDING.fullmatch(words):
        return True
    if at + 1 >= len(blocks) or not (is_capitals(blocks[at].text) or _AUTHORITY.match(words)):
        return False
    below = blocks[at + 1].text
    if words.endswith(" điện"):
        return read_mark(below) is not None or ADDRESS_LINE.match(below) is not None
    return _SENDS.fullmatch(exact(below)) is not None


def _end_of_group(blocks: Sequence[Block], first: int, issuer: str) -> int | None:
    """Return the index of the blank line or rule below a group of lines that all are abstract."""
    for at in range(first + 1, min(first + _MOST_LINES, len(blocks))):
        block = blocks[at]
        if block.after_blank or _is_rule(block) or not _is_text(block):
            return at
        if len(block.text) > _LONGEST_LINE or is_likely_opener(block.text):
            return None
        if _is_authority(blocks, at, issuer) or read_mark(block.text) or _is_sender(blocks, at):
            return None
    return None


def _goes_on(blocks: Sequence[Block], at: int, issuer: str) -> bool:
    """True when a line without a blank line above it goes on with the abstract."""
    block, above = blocks[at], blocks[at - 1]
    if block.after_blank or not _is_text(block) or _is_rule(block) or read_mark(block.text):
        return False
    if is_likely_opener(block.text) or _is_authority(blocks, at, issuer):
        return False
    if _is_sender(blocks, at):
        return False
    if block.text[0].islower() or block.text[0] in "(“":
        return True
    if above.text.casefold().startswith("của ") and _SUBJECT.match(block.text):
        return True
    if is_capitals(above.text):
        return is_capitals(block.text) and not exact(block.text).startswith(("phần ", "chương "))
    return _GOES_ON.fullmatch(above.text) is not None and len(block.text) <= _LONGEST_LINE


def _goes_on_behind_blank(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    return (
        _is_text(block)
        and block.text[0].islower()
        and read_mark(block.text) is None
        and not is_likely_opener(block.text)
        and not blocks[at - 1].text.endswith((".", ";", ":"))
    )
