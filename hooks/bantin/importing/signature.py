"""Reads the foot of an official document: recipients, filing line, signature block.

What stands behind the foot (annexes, tables) is text of the document again.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 7 and 9b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bantin.importing.capture import Block, BlockKind
from bantin.importing.foot_lines import FootRole, is_name, read_role, split_line
from bantin.importing.signers import FoundSigner, leave_open, read_signer
from bantin.importing.text_marks import RECIPIENTS
from bantin.records.parts import Signer

_FILING = re.compile(r"[-–+•*]? ?Lưu *[:;]? *(?P<filing>.+)", re.IGNORECASE)
_DASH = re.compile(r"[-–—+•*] ?(?=\S)")
_MOST_BEFORE = 8
_MOST_BETWEEN = 4
_LONGEST_TITLE = 90
_LONGEST_LIST, _SHORT_LIST = 40, 12
_LONGEST_RECIPIENT = 200


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a document.

    Attributes:
        recipients: without dashes and closing marks.
        filing: the text behind "Lưu:"; None without one.
        found: the signer, or why there is none.
        behind: what follows the foot, and is text again.
        guesses: assumptions, and lines that found no place, in Vietnamese.
        where: the place of its first line; "" without a foot.
    """

    recipients: tuple[str, ...]
    filing: str | None
    found: FoundSigner
    behind: tuple[Block, ...]
    guesses: tuple[str, ...]
    where: str = ""

    @property
    def signer(self) -> Signer | None:
        """The signer; None where the block is incomplete or several signed."""
        return self.found.signer


@dataclass
class _FootReading:
    """What was read of a foot so far."""

    recipients: list[str] = field(default_factory=list)
    filing: list[str] = field(default_factory=list)
    block: list[tuple[Block, str]] = field(default_factory=list)
    dashed: bool = False
    in_list: bool = False

    @property
    def is_signed(self) -> bool:
        """True when the signature block has a name."""
        return any(is_name(text) for _, text in self.block)


def find_foot(lines: Sequence[Block]) -> int:
    """Return the index of the foot's first line; len(lines) where there is no foot."""
    listed = next((at for at in range(len(lines)) if _opens_list(lines, at)), None)
    if listed is not None:
        # Party documents, and columns that were flattened right first: the signature stands above.
        for at in range(max(0, listed - _MOST_BEFORE), listed):
            if all(_is_of_block(line) for line in lines[at:listed]) and _begins_block(lines, at):
                return at
        return listed
    return next((at for at in range(len(lines)) if _begins_block(lines, at)), len(lines))


def parse_foot(lines: Sequence[Block]) -> Foot:
    """Take the foot of a document apart; `lines` may be empty and may go on behind the foot."""
    reading = _FootReading()
    behind: list[Block] = []
    for at, line in enumerate(lines):
        if not _is_text(line) or not (_take_line(reading, line) or not at):
            # Behind a left column its right one may still come.
            if line.column != 1 or not any(one.column == 2 for one in lines[at + 1 :]):
                behind += lines[at:]
                break
            behind.append(line)
    found = read_signer(reading.block)
    if found.signer and _signs_too(behind):
        found = leave_open(found, f"Dưới tên {found.signer.name} còn người ký nữa")
    guesses = found.guesses
    if not lines:
        guesses = ("Không thấy “Nơi nhận:” và phần chữ ký ở cuối văn bản",)
    return Foot(
        tuple(filter(None, (one.rstrip(" ;.,") for one in reading.recipients))),
        " ".join(reading.filing).rstrip(" .;") or None,
        found,
        (*found.left, *behind),
        guesses,
        lines[0].where if lines else "",
    )


def _signs_too(behind: Sequence[Block]) -> bool:
    """True where a signature of somebody else follows: "NHÀ THẦU", a name."""
    below = [line for line in behind[:_MOST_BETWEEN] if _is_text(line)]
    roles = [read_role(line.text) for line in below]
    told = [role for role in roles if role not in (FootRole.RULE, FootRole.SIGNED)]
    return (
        told[:2] == [FootRole.OTHER, FootRole.NAME]
        and below[0].text.isupper()
        and len(below[0].text) <= _LONGEST_TITLE
    )


def _is_text(line: Block) -> bool:
    return line.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)


def _take_line(reading: _FootReading, line: Block) -> bool:
    """Take all parts of a line; return False where one of them is no part of a foot."""
    return all(_take(reading, line, text, role) for text, role in _parts(line))


def _opens_list(lines: Sequence[Block], at: int) -> bool:
    """True for the "Nơi nhận:" of a foot: a filing line or a signature follows, or the end."""
    line = lines[at]
    if line.kind is not BlockKind.PARAGRAPH or not RECIPIENTS.match(line.text):
        return False
    below = lines[at + 1 : at + _LONGEST_LIST]
    parts = [text for one in (line, *below) if _is_text(one) for text in split_line(one)]
    return len(below) < _SHORT_LIST or any(
        _FILING.fullmatch(text) or read_role(text) is FootRole.AUTHORITY for text in parts
    )


def _is_of_block(line: Block) -> bool:
    return read_role(line.text) in (
        FootRole.AUTHORITY,
        FootRole.POSITION,
        FootRole.SIGNED,
        FootRole.NAME,
        FootRole.RULE,
    )


def _begins_block(lines: Sequence[Block], at: int) -> bool:
    """True where a signature block begins: an authority, or a position above a name."""
    role = read_role(lines[at].text)
    if role is FootRole.AUTHORITY:
        return lines[at].text.isupper()
    if role is not FootRole.POSITION or not lines[at].text.isupper():
        return False
    for line in lines[at + 1 : at + 5]:
        below = read_role(line.text)
        if below in (FootRole.NAME, FootRole.SIGNED):
            return True
        if below not in (FootRole.POSITION, FootRole.RULE):
            return False
    return False


def _parts(line: Block) -> Iterator[tuple[str, FootRole]]:
    """Yield the parts of a line, each with its role."""
    for text in split_line(line):
        words = RECIPIENTS.sub("", text, count=1)
        if words != text:
            yield "", FootRole.LIST
            if not words:
                continue
        yield words, read_role(words)


def _take(reading: _FootReading, line: Block, text: str, role: FootRole) -> bool:
    """Take one part of a line; return False where the foot has ended."""
    if role is FootRole.LIST:
        if reading.recipients or reading.filing:
            return False
        reading.in_list = True
        return True
    if role in (FootRole.RULE, FootRole.STAMP):
        return True
    if role is FootRole.ANNEX:
        return False
    is_dashed = _DASH.match(text) is not None and line.column != 2
    if is_dashed or _FILING.fullmatch(text):
        return _take_recipient(reading, text)
    if role in (FootRole.AUTHORITY, FootRole.POSITION, FootRole.SIGNED) or line.column == 2:
        reading.block.append((line, text))
        return True
    if role is FootRole.NAME and reading.block:
        reading.block.append((line, text))
        return True
    return _take_other(reading, line, text)


def _take_recipient(reading: _FootReading, text: str) -> bool:
    if reading.is_signed and (reading.filing or not reading.in_list):
        return False
    if match := _FILING.fullmatch(text):
        reading.filing.append(match["filing"])
        return True
    if reading.filing and reading.is_signed:
        return False
    reading.dashed = reading.dashed or _DASH.match(text) is not None
    reading.recipients.append(_DASH.sub("", text, count=1))
    return True


def _take_other(reading: _FootReading, line: Block, text: str) -> bool:
    """Take a line without a dash: a wrapped recipient, or one of a list without dashes."""
    if reading.is_signed:
        return False
    if reading.block:
        # Without a printed name the block ends where sentences begin.
        is_short = len(text) <= _LONGEST_TITLE and not text.endswith((".", ";", ":", ","))
        if is_short:
            reading.block.append((line, text))
        return is_short
    if not reading.in_list or len(text) > _LONGEST_RECIPIENT:
        return False
    if reading.filing:
        if text.isupper() and len(text.split()) > 1 and line.column != 1:
            reading.block.append((line, text))
        elif reading.filing[-1].endswith(".") or line.after_blank or text.isupper():
            return False
        else:
            reading.filing.append(text)
    elif reading.dashed and reading.recipients:
        reading.recipients[-1] += f" {text}"
    else:
        reading.recipients.append(text)
    return True
