"""Reads the head of an administrative document, its two columns flattened into one.

Source: Decree 30/2020/NĐ-CP, Annex I, boxes 1 to 5a.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from bantin.errors import ImportRefusedError
from bantin.importing.capture import Block
from bantin.importing.names import parse_body_name
from bantin.importing.proposal import make_day
from bantin.importing.provinces import Province
from bantin.importing.text_marks import NATION, NUMBER_LINE
from bantin.records.kinds import document_kinds
from bantin.text.fold import exact
from bantin.text.numbers import parse_number

_MOTTO = re.compile(r"độc lập *[-–—] *tự do *[-–—] *hạnh phúc", re.IGNORECASE)
_RULE = re.compile(r"[-–—_*=.\s]+")
_NUMBER = re.compile(
    r"(?P<number>\d+ ?(?:/ ?(?:19|20)\d{2} ?)?[/-] ?\S+(?: ?[-/] ?[A-ZĐƯ0-9.&]+(?!\w))*)"
    r"(?: ?[-–|]? (?P<rest>.+))?"
)
_PLACE = re.compile(
    r"(?P<place>\D{2,40}?), *ngày +(?P<day>\d{1,2}) +tháng +(?P<month>\d{1,2})"
    r" +năm +(?P<year>\d{4})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The head of a document.

    Attributes:
        superior: the body above the issuing one, as printed; "" where none is printed.
        issuer: the issuing body as printed: "VĂN PHÒNG".
        number: number and symbol as printed, without spaces.
        place: of issue.
        day: of issue.
        kind: code of the type.
        title: the abstract.
        header: the lines above the abstract, raw.
        size: number of lines of the heading, the abstract included.
        guesses: the assumptions, in Vietnamese.
    """

    superior: str
    issuer: str
    number: str
    place: str
    day: dt.date
    kind: str
    title: str
    header: tuple[str, ...]
    size: int
    guesses: tuple[str, ...]

    @property
    def issuer_name(self) -> str:
        """The issuing body's full name, still in capitals: "VĂN PHÒNG UBND TỈNH HẬU GIANG"."""
        if not self.superior or self.province_of(self.issuer):
            return self.issuer
        if exact(self.issuer).startswith("văn phòng"):
            return f"{self.issuer} {self.superior}"
        province = self.province_of(self.superior)
        return f"{self.issuer} {province}" if province else self.issuer

    @property
    def province(self) -> Province | None:
        """The province that the head names."""
        return self.province_of(self.issuer) or self.province_of(self.superior)

    @staticmethod
    def province_of(name: str) -> Province | None:
        """Return the province in a body's name."""
        return parse_body_name(name).province if name else None


def parse_heading(lines: Sequence[Block]) -> Heading:
    """Take the head of a document apart.

    Raises:
        ImportRefusedError: a part is missing; the message says which and how it should look.
    """
    guesses: list[str] = []
    at = next((i for i, line in enumerate(lines) if NUMBER_LINE.match(line.text)), None)
    if at is None:
        raise ImportRefusedError("phần đầu văn bản không có dòng “Số: …”")
    superior, issuer = _split_bodies(lines[:at], guesses)
    number, place, day, below = _parse_number_line(lines, at, guesses)
    kind, kind_at = _find_kind(lines, below)
    _check_kind(kind, number, guesses)
    title, end = _read_abstract(lines, kind_at + 1, guesses)
    return Heading(
        superior=superior,
        issuer=issuer,
        number=number,
        place=place,
        day=day,
        kind=kind,
        title=title,
        header=tuple(line.raw for line in lines[: kind_at + 1]),
        size=end,
        guesses=tuple(guesses),
    )


def _split_bodies(lines: Sequence[Block], guesses: list[str]) -> tuple[str, str]:
    """Return (superior, issuing body): the rest of the head without nation and motto."""
    left = []
    for line in lines:
        words = _MOTTO.sub("", NATION.sub("", line.text)).strip()
        if not words or _RULE.fullmatch(words):
            continue
        if words.isupper():
            left.append(words)
        else:
            guesses.append(f"Dòng {line.number} “{words}” trên phần đầu văn bản không dùng đến")
    if not left:
        raise ImportRefusedError(
            "phần đầu văn bản không có tên cơ quan ban hành (bên trái Quốc hiệu, trên dòng “Số: …”)"
        )
    if len(left) == 1:
        return "", left[0]
    if len(left) > 2:
        issuer = " ".join(left[1:])
        guesses.append(f"Cơ quan ban hành: nối nhiều dòng thành “{issuer}”, cấp trên “{left[0]}”")
        return left[0], issuer
    return left[0], left[1]


def _parse_number_line(
    lines: Sequence[Block], at: int, guesses: list[str]
) -> tuple[str, str, dt.date, int]:
    """Return number, place, day, and the index below them; the date may have its own line."""
    where = f"dòng {lines[at].number}"
    match = _NUMBER.fullmatch(lines[at].text[_prefix(lines[at].text) :])
    number = re.sub(r"\s", "", match["number"]) if match else ""
    if match is None or parse_number(number) is None:
        raise ImportRefusedError(
            f"{where}: không đọc được số, ký hiệu trong “{lines[at].text}”; cần như “Số: 405/TB-VP”"
        )
    if number != match["number"]:
        guesses.append(f"Số, ký hiệu: bỏ khoảng trắng trong “{match['number']}”")
    rest, below = match["rest"], at + 1
    if rest is None and below < len(lines):
        rest, below = lines[below].text, below + 1
    place = _PLACE.fullmatch(rest or "")
    if place is None:
        raise ImportRefusedError(
            f"{where}: không đọc được địa danh, ngày ban hành; cần như "
            "“Hậu Giang, ngày 10 tháng 10 năm 2013”"
        )
    day = make_day(place["year"], place["month"], place["day"], where)
    return number, place["place"].strip(), day, below


def _prefix(text: str) -> int:
    match = NUMBER_LINE.match(text)
    return match.end() if match else 0


def _find_kind(lines: Sequence[Block], at: int) -> tuple[str, int]:
    """Return (code, index of its line) of the type, one of the next lines below the number."""
    names = {exact(name): code for code, name in reversed(list(document_kinds().items()))}
    for index in range(at, min(at + 3, len(lines))):
        if code := names.get(exact(lines[index].text)):
            return code, index
    raise ImportRefusedError(
        "dưới dòng “Số: …” không có tên loại văn bản đứng riêng một dòng (THÔNG BÁO, QUYẾT ĐỊNH…); "
        "công văn không có tên loại thì chưa nhập được bằng lệnh này"
    )


def _check_kind(kind: str, number: str, guesses: list[str]) -> None:
    parsed = parse_number(number)
    symbol = re.split("[-/]", parsed.symbol)[0] if parsed else ""
    if symbol != kind and symbol in document_kinds():
        guesses.append(f"Loại văn bản ghi {document_kinds()[kind]} nhưng ký hiệu ghi {symbol}")


def _read_abstract(lines: Sequence[Block], at: int, guesses: list[str]) -> tuple[str, int]:
    """Return the abstract and the index below it. A lower-case line right below continues it."""
    if at >= len(lines):
        raise ImportRefusedError("dưới tên loại văn bản không có trích yếu")
    words = [lines[at].text]
    end = at + 1
    while end < len(lines) and not lines[end].after_blank and lines[end].text[0].islower():
        words.append(lines[end].text)
        end += 1
    if len(words) > 1:
        guesses.append(f"Trích yếu: nối {len(words)} dòng liền nhau thành một")
    return " ".join(words), end
