"""Reads the head of an official document, however its two columns were flattened.

What is not there, or was left blank for a hand to fill in, stays open and is told.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 1 to 5.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bantin.importing.abstracts import Abstract, read_abstract
from bantin.importing.capture import Block
from bantin.importing.head_facts import HeadReading, read_date, read_number
from bantin.importing.head_kinds import read_kind, read_subject
from bantin.importing.head_pieces import HeadPart, HeadPiece, read_pieces, told_type
from bantin.importing.issuers import IssuerName, full_issuer_name, is_body_name, join_issuer
from bantin.importing.kind_lines import join_title, kind_of
from bantin.importing.minutes_day import find_minutes_day
from bantin.importing.proposal import Fact, Sure
from bantin.records.body_names import parse_body_name
from bantin.records.provinces import Province


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


def parse_heading(blocks: Sequence[Block]) -> Heading:
    """Take the head of a document apart; `blocks` is never empty."""
    reading = HeadReading()
    pieces = read_pieces(blocks)
    is_addressed = bool(pieces) and pieces[-1].part is HeadPart.ADDRESS
    pieces = _without_text(pieces)
    number = read_number(pieces, reading)
    place, day = read_date(pieces, reading)
    kind_at = next((at for at, piece in enumerate(pieces) if piece.part is HeadPart.KIND), None)
    names, used = _issuer_pieces(pieces, kind_at)
    body = join_issuer([piece.text for piece in names])
    reading.guesses += body.guesses
    abstract, end = _read_title(blocks, pieces, kind_at, body)
    kind = read_kind(pieces, kind_at, abstract, reading, is_addressed=is_addressed)
    if kind_at is not None:
        abstract = _with_kind_line(abstract, pieces, kind_at, kind)
    _tell_title(abstract, reading)
    if day is None and kind == "BB":
        day = _read_minutes_day(blocks[end:], reading)
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
) -> tuple[Abstract, int]:
    """Return the abstract and the number of blocks of the whole head."""
    if kind_at is not None:
        abstract = read_abstract(blocks, pieces[-1].at + 1, body.issuer)
        return abstract, abstract.end
    return read_subject(pieces), pieces[-1].at + 1 if pieces else 0


def _tell_title(abstract: Abstract, reading: HeadReading) -> None:
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


def _read_minutes_day(below: Sequence[Block], reading: HeadReading) -> dt.date | None:
    """Return the day on which minutes were taken down; None where their opening tells none."""
    told = find_minutes_day(below)
    if told is None:
        return None
    day = told.found.value
    note = f"Ngày ban hành: biên bản không ghi ở phần đầu, lấy ngày họp “{told.found.text}”"
    reading.tell("date", f"{day:%d/%m/%Y}", Sure.GUESSED, told.line.where, note)
    return day


def _with_kind_line(
    abstract: Abstract, pieces: Sequence[HeadPiece], kind_at: int, kind: str
) -> Abstract:
    """Return the abstract with its words on the line of the type: "BIÊN BẢN HỌP"."""
    piece = pieces[kind_at]
    code, rest = kind_of(piece.text, told_type(pieces)) or ("", "")
    if rest and kind != code:
        rest = piece.text  # Its name is part of the abstract of another type.
    text = join_title(rest, abstract.text)
    if text == abstract.text:
        return abstract
    lines = (rest, *abstract.lines) if text else ()
    return replace(abstract, text=text, lines=lines, where=piece.where if text else "")


def _tell_rest(
    pieces: Sequence[HeadPiece], used: set[int], number: str, reading: HeadReading
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
