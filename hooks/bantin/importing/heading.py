"""Reads the head of an official document, however its two columns were flattened.

What is not there, or was left blank for a hand to fill in, stays open and is told.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 1 to 5.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from bantin.importing.abstracts import Abstract, read_abstract
from bantin.importing.capture import Block
from bantin.importing.head_pieces import (
    NUMBER,
    HeadPart,
    HeadPiece,
    clean_number,
    kind_of,
    match_date,
    read_pieces,
)
from bantin.importing.issuers import IssuerName, full_issuer_name, is_body_name, join_issuer
from bantin.importing.names import parse_body_name
from bantin.importing.proposal import LATEST_YEAR, OLDEST_YEAR, Fact, Sure
from bantin.importing.provinces import Province
from bantin.importing.text_marks import NUMBER_LINE, SUBJECT_LINE
from bantin.records.kinds import document_kinds
from bantin.text.numbers import parse_number

_LETTER = "CV"


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a document; a part that was not found is empty.

    Attributes:
        body: names of the issuing body and of the one above it, as printed.
        number: number and symbol as printed, without spaces; "" where open.
        place: of issue; "" where open.
        day: of issue; None where open.
        kind: code of the type; "" where open.
        title: the abstract; "" where open.
        header: the lines of the head without an abstract at its end, raw.
        size: number of blocks of the heading, the abstract included.
        is_secret: it bears a mark of state secrecy.
        facts: of kind, number, date, place and title.
        guesses: the assumptions, in Vietnamese.
        issuer_where: place of the issuing body's name; "" where open.
    """

    body: IssuerName
    number: str
    place: str
    day: dt.date | None
    kind: str
    title: str
    header: tuple[str, ...]
    size: int
    is_secret: bool
    facts: tuple[Fact, ...]
    guesses: tuple[str, ...]
    issuer_where: str = ""

    @property
    def issuer_name(self) -> str:
        """The issuing body's full name, still in capitals: "VĂN PHÒNG UBND TỈNH HẬU GIANG"."""
        name = full_issuer_name(self.body)
        province = self.province_of(self.body.superior)
        if name != self.body.issuer or self.province_of(name) or province is None:
            return name
        return f"{name} {province}"

    @property
    def province(self) -> Province | None:
        """The province that the head names."""
        names = (self.body.issuer, self.body.superior, *self.body.above)
        return next((found for name in names if (found := self.province_of(name))), None)

    @staticmethod
    def province_of(name: str) -> Province | None:
        """Return the province in a body's name."""
        return parse_body_name(name).province if name else None


@dataclass
class _HeadReading:
    """What was read so far."""

    facts: dict[str, Fact] = field(default_factory=dict)
    guesses: list[str] = field(default_factory=list)

    def tell(self, name: str, value: str, sure: Sure, where: str, note: str = "") -> None:
        self.facts[name] = Fact(name, value, sure, where, note)
        if note:
            self.guesses.append(note)

    def leave_open(self, name: str, note: str) -> None:
        self.facts[name] = Fact(name, "", Sure.OPEN, "", note)


def parse_heading(blocks: Sequence[Block]) -> Heading:
    """Take the head of a document apart; `blocks` is never empty."""
    reading = _HeadReading()
    pieces = read_pieces(blocks)
    is_addressed = bool(pieces) and pieces[-1].part is HeadPart.ADDRESS
    pieces = _without_text(pieces)
    number = _read_number(pieces, reading)
    place, day = _read_date(pieces, reading)
    kind_at = next((at for at, piece in enumerate(pieces) if piece.part is HeadPart.KIND), None)
    names, used = _issuer_pieces(pieces, kind_at)
    body = join_issuer([piece.text for piece in names])
    reading.guesses += body.guesses
    abstract, end = _read_title(blocks, pieces, kind_at, body, reading)
    kind = _read_kind(pieces, kind_at, abstract, reading, is_addressed=is_addressed)
    used |= abstract.pieces
    secret = _tell_rest(pieces, used, number, reading)
    header_end = abstract.begin if kind_at is not None else end
    return Heading(
        body=body,
        number=number,
        place=place,
        day=day,
        kind=kind,
        title=abstract.text,
        header=tuple(block.raw for block in blocks[:header_end]),
        size=end,
        is_secret=secret,
        facts=tuple(reading.facts.values()),
        guesses=tuple(dict.fromkeys(reading.guesses)),
        issuer_where=names[-1].where if names else "",
    )


def _without_text(pieces: list[HeadPiece]) -> list[HeadPiece]:
    """Leave out the text below a head that names no type: it goes to the last part of a head."""
    if any(piece.part is HeadPart.KIND for piece in pieces):
        return pieces
    subject = [at for at, piece in enumerate(pieces) if piece.part is HeadPart.SUBJECT]
    parts = [
        at
        for at, piece in enumerate(pieces)
        if piece.part
        not in (HeadPart.OTHER, HeadPart.CAPITALS, HeadPart.RULE, HeadPart.OPENER, HeadPart.ADDRESS)
    ]
    if pieces and pieces[-1].part is HeadPart.ADDRESS:
        return pieces[:-1]
    if subject and pieces[-1].part is HeadPart.OPENER:
        return pieces[:-1]
    return pieces[: parts[-1] + 1] if parts else []


def _read_number(pieces: Sequence[HeadPiece], reading: _HeadReading) -> str:
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


def _rest_of_symbol(pieces: Sequence[HeadPiece], reading: _HeadReading) -> str:
    """Return the end of a symbol that broke at its hyphen, off one of the next lines."""
    for piece in pieces[:3]:
        if piece.part is HeadPart.CAPITALS and re.fullmatch(r"[A-ZĐƯ0-9.]{1,12}", piece.text):
            reading.guesses.append(f"Số, ký hiệu: nối phần “{piece.text}” ở {piece.where}")
            return piece.text
    return ""


def _read_date(pieces: Sequence[HeadPiece], reading: _HeadReading) -> tuple[str, dt.date | None]:
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


def _issuer_pieces(
    pieces: Sequence[HeadPiece], kind_at: int | None
) -> tuple[list[HeadPiece], set[int]]:
    """Return the pieces that name the issuing body, and their indexes."""
    end = len(pieces) if kind_at is None else kind_at
    number = next(
        (at for at, p in enumerate(pieces) if p.part in (HeadPart.NUMBER, HeadPart.BLANK_NUMBER)),
        end,
    )
    for part, first, last in (
        (HeadPart.CAPITALS, 0, min(number, end)),
        (HeadPart.CAPITALS, number, end),
        (HeadPart.OTHER, 0, min(number, end)),
    ):
        found = [
            at
            for at in range(first, last)
            if pieces[at].part is part
            and pieces[at].column != 2
            and (part is HeadPart.CAPITALS or is_body_name(pieces[at].text))
        ]
        if part is HeadPart.CAPITALS and not first and len(found) > 1:
            found = _nearest(pieces, found)
        if found:
            return [pieces[at] for at in found], set(found)
    return [], set()


def _nearest(pieces: Sequence[HeadPiece], found: list[int]) -> list[int]:
    """Leave out capitals that stand far above the head: a page's own title."""
    known = (
        HeadPart.NATION,
        HeadPart.MOTTO,
        HeadPart.PARTY,
        HeadPart.RULE,
        HeadPart.CAPITALS,
        HeadPart.MARK,
    )
    first = found[-1]
    while first and pieces[first - 1].part in known:
        first -= 1
    return [at for at in found if at >= first]


def _read_title(
    blocks: Sequence[Block],
    pieces: Sequence[HeadPiece],
    kind_at: int | None,
    body: IssuerName,
    reading: _HeadReading,
) -> tuple[Abstract, int]:
    """Return the abstract and the number of blocks of the whole head."""
    if kind_at is not None:
        abstract = read_abstract(blocks, pieces[-1].at + 1, body.issuer)
        end = abstract.end
    else:
        abstract = _read_subject(pieces)
        end = pieces[-1].at + 1 if pieces else 0
    if abstract.text:
        sure = Sure.READ if len(abstract.lines) < 2 else Sure.GUESSED
        note = (
            f"Trích yếu: nối {len(abstract.lines)} dòng liền nhau thành một"
            if sure is Sure.GUESSED
            else ""
        )
        reading.tell("title", abstract.text, sure, abstract.where, note)
    else:
        reading.leave_open("title", "không thấy trích yếu")
    return abstract, end


def _read_subject(pieces: Sequence[HeadPiece]) -> Abstract:
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


def _read_kind(
    pieces: Sequence[HeadPiece],
    kind_at: int | None,
    abstract: Abstract,
    reading: _HeadReading,
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
        named = kind_of(piece.text)
        code = named[0] if named else ""
        if not code:
            reading.leave_open(
                "kind", f"loại văn bản “{piece.text}” chưa có trong danh mục loại văn bản"
            )
            return ""
        note = ""
        if by_symbol and known[by_symbol] != known[code]:
            note = f"Loại văn bản ghi {known[code]} nhưng ký hiệu ghi {symbol}"
        reading.tell("kind", code, Sure.GUESSED if note else Sure.READ, piece.where, note)
        return code
    if by_symbol:
        reading.tell(
            "kind",
            by_symbol,
            Sure.GUESSED,
            number.where,
            f"Loại văn bản: không có tên loại, hiểu là {known[by_symbol]} theo ký hiệu {symbol}",
        )
        return by_symbol
    if abstract.text or is_addressed or number.value:
        is_letter = bool(abstract.text and number.value)
        reading.tell(
            "kind",
            _LETTER,
            Sure.READ if is_letter else Sure.GUESSED,
            abstract.where or number.where,
            "" if is_letter else "Không có tên loại: hiểu là công văn",
        )
        return _LETTER
    reading.leave_open("kind", "không thấy tên loại văn bản (THÔNG BÁO, QUYẾT ĐỊNH…)")
    return ""


def _tell_rest(
    pieces: Sequence[HeadPiece], used: set[int], number: str, reading: _HeadReading
) -> bool:
    """Tell what the head holds besides its parts; return True where it is secret."""
    secret = False
    for at, piece in enumerate(pieces):
        if piece.part is HeadPart.MARK:
            secret = secret or piece.is_secret
            reading.guesses.append(f"Dấu chỉ “{piece.text}” ở phần đầu văn bản ({piece.where})")
        elif (
            piece.part in (HeadPart.OTHER, HeadPart.CAPITALS)
            and at not in used
            and not number.endswith(f"-{piece.text}")
        ):
            reading.guesses.append(
                f"{piece.where.capitalize()} “{piece.text}” trên phần đầu văn bản không dùng đến"
            )
    return secret
