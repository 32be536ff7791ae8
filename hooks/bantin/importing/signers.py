"""Reads the signature block of a document: on whose behalf, in which position, who.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 7a and 7b.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bantin.importing.capture import Block
from bantin.importing.foot_lines import AUTHORITY, FootRole, bare_name, is_name, read_role
from bantin.records.parts import Signer
from bantin.text.fold import exact

_RECORDER = re.compile(r"(?<!tổng )\bthư ký\b|\bngười (?:ghi|lập) biên bản\b|\bngười ghi chép\b")
_SIDE = re.compile(r"\bđại diện\b")
_FOR_ANOTHER = re.compile(r"(?:KT|TL|TUQ)\. ?|(?:K/T|T/L|T/UQ)[. ] ?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FoundSigner:
    """The signer of a document.

    Attributes:
        signer: None where the block is incomplete, or several signed.
        note: why there is none; "" with one.
        where: its place; "" without one.
        guesses: assumptions, and lines that found no place, in Vietnamese.
        left: these lines; they are text again.
    """

    signer: Signer | None
    note: str
    where: str
    guesses: tuple[str, ...]
    left: tuple[Block, ...] = ()


def read_signer(block: Sequence[tuple[Block, str]]) -> FoundSigner:
    """Return the signer of a signature block, line by line; it may be empty."""
    titles: list[str] = []
    names: list[tuple[Block, str]] = []
    left: list[tuple[Block, str]] = []
    signed = False
    for line, text in block:
        role = read_role(text)
        if role is FootRole.SIGNED:
            signed = signed or "ã ký" in text.lower()
        elif is_name(text) and titles:
            names.append((line, text))
        elif role in (FootRole.AUTHORITY, FootRole.POSITION) or (text.isupper() and not names):
            titles.append(text)
        else:
            left.append((line, text))
    guesses = [
        f"{line.where.capitalize()} “{text}” ở phần ký chưa xếp được vào đâu" for line, text in left
    ]
    lines = tuple(replace(line, text=text) for line, text in left)
    if len(names) > 1:
        told = "; ".join(text for _, text in block)
        note = f"Phần ký có {len(names)} người ({told}); chọn người ký rồi điền vào signer"
        return FoundSigner(None, note, "", (*guesses, note), lines)
    if names and (note := _tell_others(titles)):
        told = "; ".join(text for _, text in block)
        note = f"{note} ({told}); xem ai là người ký rồi điền vào signer"
        return FoundSigner(None, note, "", (*guesses, note), lines)
    if not titles or not names:
        note = "Phần ký thiếu chức vụ hoặc họ tên; điền vào signer"
        words = [*titles, *(text for _, text in names)]
        return FoundSigner(
            None, note, "", (*guesses, note, *(f"Phần ký có “{word}”" for word in words)), lines
        )
    line, printed = names[0]
    if not signed:
        guesses.append("Phần ký không có chữ “(Đã ký)”; xem bản này đã ký chưa")
    authority, position = _split_titles(titles, guesses)
    name = bare_name(printed)
    if name.isupper():
        name = name.title()
    if name != printed:
        guesses.append(f"Họ tên người ký: “{printed}” ghi thành “{name}”")
    signer = Signer(authority=tuple(authority), position=position, name=name, signed=signed)
    return FoundSigner(signer, "", line.where, tuple(guesses), lines)


def leave_open(found: FoundSigner, reason: str) -> FoundSigner:
    """Return a signature block without a signer: an editor chooses."""
    note = f"{reason}; chọn người ký rồi điền vào signer"
    return replace(found, signer=None, note=note, where="", guesses=(*found.guesses, note))


def _tell_others(titles: Sequence[str]) -> str:
    """Return what tells that the printed name need not be the one who answers for the text.

    A secretary takes minutes down; who chaired the meeting, or another side, signs them too.
    """
    words = " / ".join(exact(title) for title in titles)
    if _RECORDER.search(words) and not any(_FOR_ANOTHER.match(title) for title in titles):
        return "Phần ký có người ghi biên bản"
    if len(_SIDE.findall(words)) > 1:
        return "Phần ký có đại diện của nhiều bên"
    return ""


def _split_titles(titles: Sequence[str], guesses: list[str]) -> tuple[list[str], str]:
    """Return authorities and the position; lines of one title are joined."""
    authority: list[str] = []
    bare: list[str] = []
    for at, title in enumerate(titles):
        if AUTHORITY.match(title) or (_SIDE.match(exact(title)) and at + 1 < len(titles)):
            authority.append(title)
        elif (
            authority
            and not bare
            and read_role(title) is not FootRole.POSITION
            and _has_position(titles)
        ):
            authority[-1] += f" {title}"
        else:
            bare.append(title)
    if not bare:
        bare, authority = authority[-1:], authority[:-1]
    if len(bare) > 1:
        guesses.append(f"Chức vụ người ký: nối {len(bare)} dòng thành “{' '.join(bare)}”")
    return authority, " ".join(bare)


def _has_position(titles: Sequence[str]) -> bool:
    return any(read_role(title) is FootRole.POSITION for title in titles)
