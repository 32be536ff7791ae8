"""Reads number, place and day of a document off the pieces of its head; collects its facts.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 3 and 4.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bantin.importing.head_pieces import NUMBER, HeadPart, HeadPiece, clean_number, match_date
from bantin.importing.proposal import LATEST_YEAR, OLDEST_YEAR, Fact, Sure
from bantin.importing.text_marks import NUMBER_LINE
from bantin.text.numbers import parse_number


@dataclass
class HeadReading:
    """What was read of a head so far."""

    facts: dict[str, Fact] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)

    def tell(self, name: str, value: str, sure: Sure, where: str, note: str = "") -> None:
        self.facts[name] = Fact(name, value, sure, where, note)
        if note:
            self.guesses.append(note)

    def leave_open(self, name: str, note: str) -> None:
        self.facts[name] = Fact(name, "", Sure.OPEN, "", note)


def read_number(pieces: Sequence[HeadPiece], reading: HeadReading) -> str:
    """Return number and symbol; "" where they are blank or damaged."""
    for at, piece in enumerate(pieces):
        if piece.part is HeadPart.NUMBER:
            match = NUMBER_LINE.match(piece.text)
            printed = NUMBER.fullmatch(piece.text[match.end() if match else 0 :])
            number = clean_number(printed["number"]) if printed else ""
            if number.endswith("-"):
                number += _rest_of_symbol(pieces[at + 1 :], reading)
            if parse_number(number) is None:
                break
            note = ""
            if printed and number != printed["number"]:
                note = f"Số, ký hiệu: bỏ khoảng trắng trong “{printed['number']}”"
            reading.tell("number", number, Sure.READ, piece.where, note)
            return number
    blank = [piece.text for piece in pieces if piece.part is HeadPart.BLANK_NUMBER]
    reading.leave_open(
        "number",
        f"không đọc được số, ký hiệu: số để trống hoặc hỏng ở “{' '.join(blank)}”"
        if blank
        else "phần đầu văn bản không có dòng “Số: …”",
    )
    return ""


def _rest_of_symbol(pieces: Sequence[HeadPiece], reading: HeadReading) -> str:
    """Return the end of a symbol that broke at its hyphen, off one of the next lines."""
    for piece in pieces[:3]:
        if piece.part is HeadPart.CAPITALS and re.fullmatch(r"[A-ZĐƯ0-9.]{1,12}", piece.text):
            reading.guesses.append(f"Số, ký hiệu: nối phần “{piece.text}” ở {piece.where}")
            return piece.text
    return ""


def read_date(pieces: Sequence[HeadPiece], reading: HeadReading) -> tuple[str, dt.date | None]:
    """Return place and day; "" and None where they are open."""
    for piece in pieces:
        match = match_date(piece.text) if piece.part is HeadPart.DATE else None
        if match is None:
            continue
        place = (match["place"] or "").strip() if "place" in match.groupdict() else ""
        if place:
            reading.tell("place", place, Sure.READ, piece.where)
        else:
            reading.leave_open("place", "dòng ngày ban hành không ghi địa danh")
        day = _day(match)
        if day is None:
            printed = f"{match['day']}/{match['month']}/{match['year']}"
            reading.leave_open("date", f"ngày ban hành {printed} không phải là một ngày có thật")
            return place, None
        reading.tell("date", f"{day:%d/%m/%Y}", Sure.READ, piece.where)
        return place, day
    blank = next((piece for piece in pieces if piece.part is HeadPart.BLANK_DATE), None)
    place = ""
    if blank:
        place = blank.text.partition(",")[0].strip()
        place = "" if place.lower().startswith("ngày") else place
        reading.leave_open("date", f"ngày ban hành để trống: “{blank.text}”")
    else:
        reading.leave_open("date", "không thấy ngày ban hành (“…, ngày … tháng … năm …”)")
    if place and blank:
        reading.tell("place", place, Sure.READ, blank.where)
    else:
        reading.leave_open("place", "không thấy địa danh")
    return place, None


def _day(match: re.Match[str]) -> dt.date | None:
    try:
        found = dt.date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    return found if OLDEST_YEAR <= found.year <= LATEST_YEAR else None
