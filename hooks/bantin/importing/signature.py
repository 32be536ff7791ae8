"""Reads the foot of an administrative document: recipients, filing line, signature block.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 7 and 9b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.importing.capture import Block
from bantin.importing.names import UPPER
from bantin.records.parts import Signer

RECIPIENTS = re.compile(r"Nơi nhận *(?:: *|$)", re.IGNORECASE)
_TWO_COLUMNS = re.compile(r"(?P<left>[-+•] ?.+?[;.]) (?P<right>.+)")
_AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\. ?\S")
_FILING = re.compile(r"[-+•]? ?Lưu *:? *(?P<filing>.+)")
_NAME = re.compile(rf"[{UPPER}][\w'’]*(?: [{UPPER}][\w'’]*){{1,5}}")
_DASH = re.compile(r"[-+•] ?\w")
_RULE = re.compile(r"[-–—_*=.]+")
_SIGNED = "(Đã ký)"


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a document.

    Attributes:
        recipients: without dashes and closing marks.
        filing: the text behind "Lưu:"; None without one.
        signer: None where the block is incomplete.
        guesses: assumptions, and lines that found no place, in Vietnamese.
    """

    recipients: tuple[str, ...]
    filing: str | None
    signer: Signer | None
    guesses: tuple[str, ...]


def find_foot(lines: Sequence[Block]) -> int:
    """Return the index of the foot's first line; len(lines) where there is no foot."""
    for index, line in enumerate(lines):
        if RECIPIENTS.match(line.text):
            return index
    return next(
        (
            at
            for at, line in enumerate(lines)
            if _AUTHORITY.match(line.text) and line.text.isupper()
        ),
        len(lines),
    )


def parse_foot(lines: Sequence[Block]) -> Foot:
    """Take the foot of a document apart; `lines` may be empty."""
    recipients: list[str] = []
    filing: str | None = None
    block: list[Block] = []
    for line, text in _columns(lines):
        if (block and not _DASH.match(text)) or _opens_block(text):
            block.append(replace(line, text=text))
        elif match := _FILING.fullmatch(text):
            filing = match["filing"].rstrip(" .;")
        else:
            recipients.append(text.lstrip("-+• ").rstrip(" ;.,"))
    signer, guesses = _parse_block(block)
    if not lines:
        guesses = ("Không thấy “Nơi nhận:” và phần chữ ký ở cuối văn bản",)
    return Foot(tuple(filter(None, recipients)), filing or None, signer, guesses)


def _columns(lines: Sequence[Block]) -> Iterator[tuple[Block, str]]:
    """Yield the texts of each line; recipients and signature on one line come apart."""
    for line in lines:
        text = RECIPIENTS.sub("", line.text, count=1) if line is lines[0] else line.text
        match = _TWO_COLUMNS.fullmatch(text)
        if match and (_opens_block(match["right"]) or _NAME.fullmatch(match["right"])):
            yield line, match["left"]
            yield line, match["right"]
        elif text and not _RULE.fullmatch(text):
            yield line, text


def _opens_block(text: str) -> bool:
    is_title = text.isupper() and len(text.split()) > 1 and not text.startswith(("-", "+", "•"))
    return is_title or text == _SIGNED


def _parse_block(block: Sequence[Block]) -> tuple[Signer | None, tuple[str, ...]]:
    """Return the signer, and a guess for every line without a place."""
    titles: list[str] = []
    names: list[str] = []
    signed = False
    left: list[Block] = []
    for line in block:
        if line.text == _SIGNED:
            signed = True
        elif line.text.isupper() and not signed and not names:
            titles.append(line.text)
        elif _NAME.fullmatch(line.text) and not names:
            names.append(line.text)
        else:
            left.append(line)
    guesses = [f"Dòng {line.number} “{line.text}” ở phần ký chưa xếp được vào đâu" for line in left]
    if not titles or not names:
        guesses.append("Phần ký thiếu chức vụ hoặc họ tên; điền vào signer")
        guesses += [f"Phần ký có “{words}”" for words in titles + names]
        return None, tuple(guesses)
    if not signed:
        guesses.append("Phần ký không có chữ “(Đã ký)”; xem bản này đã ký chưa")
    authority = [title for title in titles if _AUTHORITY.match(title)]
    bare = [title for title in titles if not _AUTHORITY.match(title)]
    if not bare:
        bare, authority = authority[-1:], authority[:-1]
    if len(bare) > 1:
        guesses.append(f"Chức vụ người ký: nối {len(bare)} dòng thành “{' '.join(bare)}”")
    signer = Signer(
        authority=tuple(authority), position=" ".join(bare), name=names[0], signed=signed
    )
    return signer, tuple(guesses)
