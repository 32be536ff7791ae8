"""Joins the lines of an issuing body's name, and parts it from the body above it.

"ỦY BAN NHÂN DÂN / TỈNH SƠN LA" is one name; "UBND TỈNH SƠN LA / SỞ XÂY DỰNG" are two.

Source: Decree 30/2020/NĐ-CP, Annex I, box 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bantin.text.fold import exact

_PLACE = re.compile(
    r"(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|tx\.?|xã|phường|thị trấn|đặc khu) (?!ủy\b|đoàn\b)\S"
    r"|tp\.\S"
)
_GOES_ON = re.compile(r"(?:và|của|với|thuộc|phòng chống|-|–|&|,|\() ?")
_UNFINISHED = re.compile(r".*(?:\b(?:và|của|về|với|cho|thuộc|các|trực thuộc|phòng,)|[-–&,(])")
_HEADS = re.compile(
    r"(?:sở|ban|bộ|cục|chi cục|tổng cục|văn phòng|phòng|ủy ban|ubnd|hội|hđnd|đoàn|trung tâm"
    r"|trường|viện|công an|tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng (?:ủy|bộ)|chi bộ"
    r"|thanh tra|tòa án|tổng|liên đoàn|liên hiệp|liên minh|công ty|bệnh viện|kho bạc|ngân hàng"
    r"|bảo hiểm"
    r"|thủ tướng|chính phủ|chủ tịch|quốc hội|tổ|vụ|nhà|đài|báo|hải quan|thuế|công đoàn|thường trực"
    r"|bcđ|bql|hiệp hội|hạt|tập đoàn|học viện|quỹ|ubmttq|mặt trận|tỉnh đoàn|thành đoàn|xã đoàn"
    r"|bưu điện|thư viện|bảo tàng|điện lực|mttq|đội|trạm|vườn|khu)\b"
)
_PARTY_BODY = re.compile(r"(?:tỉnh|thành|huyện|thị|quận|đảng) ủy\b|ban chấp hành đảng bộ\b")
_OFFICE_OF_PARTY = re.compile(r"văn phòng|ban|ủy ban kiểm tra")
# Every party committee and every union has one.
_ORGAN = re.compile(r"(?:ban )?(?:thường (?:vụ|trực)|chấp hành)")
_LOCAL = re.compile(
    r"\b(?:huyện|quận|thị xã|xã|phường|thị trấn|đặc khu|tx\.?|thành phố|tp\.?) (?!ủy\b)\S.*"
)
_JOINED = re.compile(
    r"[-–] ?(?:bộ|sở|tổng cục|ủy ban|liên đoàn|tòa án|viện kiểm sát|thanh tra|kho bạc|ngân hàng)\b"
)
# One of them never stands above another.
_PEERS = frozenset({"bộ", "sở"})
_COMMITTEE = re.compile(r"ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân")
_NAMELESS = re.compile(
    r"(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân|sở|ban|cục|văn phòng"
    r"|đảng (?:ủy|bộ)|chi (?:ủy|bộ))"
)


@dataclass(frozen=True, slots=True)
class IssuerName:
    """The bodies of a head as printed, each on one line.

    Attributes:
        superior: the body right above the issuing one; "" where none is printed.
        issuer: the issuing body; "" where none was found.
        above: further bodies above, the highest first.
        guesses: in Vietnamese.
    """

    superior: str
    issuer: str
    above: tuple[str, ...] = ()
    guesses: tuple[str, ...] = ()


def join_issuer(lines: Sequence[str]) -> IssuerName:
    """Return the bodies that the lines of a head's left column name; `lines` may be empty."""
    names: list[str] = []
    guesses: list[str] = []
    unsure = False
    for line in lines:
        goes_on, sure = _continues(names[-1] if names else "", line)
        if goes_on:
            guesses.append(f"Cơ quan ban hành: nối “{names[-1]}” và “{line}” thành một tên")
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
        unsure = unsure or not sure
    if unsure:
        guesses.append("Cơ quan ban hành: có dòng không rõ là tên riêng hay phần nối của tên trên")
    if not names:
        return IssuerName("", "")
    superior = names[-2] if len(names) > 1 else ""
    return IssuerName(superior, names[-1], tuple(names[:-2]), tuple(guesses))


def full_issuer_name(name: IssuerName) -> str:
    """Return the issuing body's name with the place or body it belongs to, still in capitals."""
    issuer, superior = exact(name.issuer), exact(name.superior)
    if not superior:
        return name.issuer
    if issuer == "văn phòng" or _ORGAN.fullmatch(issuer):
        return f"{name.issuer} {name.superior}"
    if _PARTY_BODY.match(superior) and _OFFICE_OF_PARTY.match(issuer):
        return f"{name.issuer} {name.superior}"
    local = _LOCAL.search(superior)
    if local and _COMMITTEE.match(superior) and not _names_place(issuer):
        return f"{name.issuer} {name.superior[local.start() :]}"
    return name.issuer


def is_nameless(text: str) -> bool:
    """True for a name without the place or field that would say which body it is."""
    return _NAMELESS.fullmatch(exact(text)) is not None


def is_joint(name: IssuerName) -> bool:
    """True where several bodies of one level issue a document together."""
    issuer = exact(name.issuer)
    peers = {exact(one).partition(" ")[0] for one in (name.superior, name.issuer)}
    return _JOINED.search(issuer) is not None or (len(peers) == 1 and peers <= _PEERS)


def is_body_name(text: str) -> bool:
    """True for a line that begins like the name of a body."""
    return _HEADS.match(exact(text)) is not None


def _names_place(text: str) -> bool:
    return (
        re.search(r"\b(?:tỉnh|thành phố|tp|huyện|quận|xã(?! hội)|phường|thị trấn|đặc khu)\b", text)
        is not None
    )


def _continues(before: str, line: str) -> tuple[bool, bool]:
    """Return whether a line goes on with the name above it, and whether that is sure."""
    if not before:
        return False, True
    above, words = exact(before), exact(line)
    if (len(above.split()) == 1 and above not in ("ubnd", "hđnd")) or above == "văn phòng":
        return True, True
    if _GOES_ON.match(words) or _UNFINISHED.fullmatch(above) or above.endswith("ủy ban nhân"):
        return True, True
    if _PLACE.match(words):
        return not _names_place(above), True
    if _HEADS.match(words):
        return False, True
    return not _names_place(above), False
