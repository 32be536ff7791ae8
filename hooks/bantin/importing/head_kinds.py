"""Reads the type of a document off its head, and what a letter's "V/v …" says.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 5a and 5b, and Annex III.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bantin.importing.abstracts import Abstract
from bantin.importing.head_facts import HeadReading
from bantin.importing.head_pieces import HeadPart, HeadPiece, told_type
from bantin.importing.kind_lines import is_urgency, kind_of
from bantin.importing.proposal import Sure
from bantin.importing.text_marks import SUBJECT_LINE
from bantin.records.kinds import document_kinds
from bantin.text.numbers import parse_number

_LETTER = "CV"
# Others are also names of bodies: CT is a directive and a tax office, CĐ a telegram and a union.
_PLAIN_SYMBOLS = frozenset({"QĐ", "NQ", "TB", "KH", "BC", "TTr", "CTr", "GM", "BB"})


def read_subject(pieces: Sequence[HeadPiece]) -> Abstract:
    """Return what "V/v …" says, over as many lines as it takes."""
    for at, piece in enumerate(pieces):
        is_subject = piece.part is HeadPart.SUBJECT or (
            piece.part is HeadPart.OTHER
            and piece.text.startswith("Về ")
            and any(p.part in (HeadPart.NUMBER, HeadPart.BLANK_NUMBER) for p in pieces[:at])
        )
        if not is_subject:
            continue
        words = [SUBJECT_LINE.sub("", piece.text)]
        used = {at}
        line = piece.blocks[-1]
        for index in range(at + 1, len(pieces)):
            other = pieces[index]
            if (
                other.part in (HeadPart.OTHER, HeadPart.CAPITALS, HeadPart.OPENER)
                and other.column != 2
            ):
                words.append(other.text)
                used.add(index)
                line = other.blocks[-1]
            elif line not in other.blocks:
                break
        text = " ".join(filter(None, words)).removeprefix(": ").strip()
        text = text[:1].upper() + text[1:]
        return Abstract(text, tuple(words), piece.where, 0, 0, frozenset(used))
    return Abstract("", (), "", 0, 0)


def read_kind(
    pieces: Sequence[HeadPiece],
    kind_at: int | None,
    abstract: Abstract,
    reading: HeadReading,
    *,
    is_addressed: bool,
) -> str:
    """Return the type's code, and tell how it was found."""
    number = reading.facts["number"]
    parsed = parse_number(number.value) if number.value else None
    symbol = re.split("[-/]", parsed.symbol)[0] if parsed else ""
    known = document_kinds()
    by_symbol = next((code for code in known if code == symbol), "")
    if kind_at is not None:
        piece = pieces[kind_at]
        code, rest = kind_of(piece.text, told_type(pieces)) or ("", "")
        if is_urgency(rest):
            reading.guesses.append(f"Dấu chỉ “{rest}” ở phần đầu văn bản ({piece.where})")
        if not code:
            reading.leave_open(
                "kind", f"loại văn bản “{piece.text}” chưa có trong danh mục loại văn bản"
            )
            return ""
        note = ""
        if rest and by_symbol in _PLAIN_SYMBOLS and known[by_symbol] != known[code]:
            # Below a name that was lost: "KẾT LUẬN CỦA CHỦ TỊCH …" of a notice.
            note = f"Loại văn bản: có dòng “{piece.text}” nhưng ký hiệu ghi {by_symbol}"
            reading.tell("kind", by_symbol, Sure.GUESSED, number.where, note)
            return by_symbol
        if by_symbol and known[by_symbol] != known[code]:
            note = f"Loại văn bản ghi {known[code]} nhưng ký hiệu ghi {symbol}"
        reading.tell("kind", code, Sure.GUESSED if note else Sure.READ, piece.where, note)
        return code
    has_subject = any(piece.part is HeadPart.SUBJECT for piece in pieces)
    if has_subject or is_addressed:
        note = "" if has_subject and number.value else "Không có tên loại: hiểu là công văn"
        if by_symbol and not note:
            note = f"Loại văn bản: có dòng “V/v” nên hiểu là công văn, nhưng ký hiệu ghi {symbol}"
        where = abstract.where or number.where
        reading.tell("kind", _LETTER, Sure.GUESSED if note else Sure.READ, where, note)
        return _LETTER
    if by_symbol in _PLAIN_SYMBOLS:
        reading.tell(
            "kind",
            by_symbol,
            Sure.GUESSED,
            number.where,
            f"Loại văn bản: không có tên loại, hiểu là {known[by_symbol]} theo ký hiệu {symbol}",
        )
        return by_symbol
    reading.leave_open("kind", "không thấy tên loại văn bản (THÔNG BÁO, QUYẾT ĐỊNH…)")
    return ""
