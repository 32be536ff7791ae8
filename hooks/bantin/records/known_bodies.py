"""The bodies that every province and the state have, with all ways to write their names.

Knows names, levels and days. Knows no record of an archive, and no text.

Source: the column "source" of `known_bodies.tsv` names the act, or says "pub" for names seen in
public texts, "sample" for those of two real items, "gk" for general knowledge. The column "sure"
covers name and days. An unknown day is empty; so is a successor that is not one alone.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, cast

from bantin.records.models import BodyKind
from bantin.text.fold import exact
from bantin.text.normalize import split_lines

Place = Literal[
    "nation", "letterhead", "province", "province+", "province?", "district", "commune", "name",
    "region", "area",
]  # fmt: skip
"""What stands behind the name of a body.

nation: nothing. letterhead: nothing, and running text that uses the word means no body.
province: its province, or "tỉnh". province+: the same, with the word "tỉnh" or "thành phố".
province?: the name is enough. district, commune: the named district or commune.
name: a proper name alone ("Huyện ủy Cư Jút"). region: the number of a region of the country.
area: a number within a province.
"""

_DAY = re.compile(r"(?:(?:(\d\d)/)?(\d\d)/)?(\d{4})")
_WORD = re.compile(r"[^\W_]+")
_LEFT_OUT = frozenset(("và", "của"))
# Words that stand for others in any name; both sides of a comparison are written out.
ABBREVIATED: Mapping[str, str] = MappingProxyType(
    {
        "ubnd": "ủy ban nhân dân",
        "hđnd": "hội đồng nhân dân",
        "mttq": "mặt trận tổ quốc",
        "lhpn": "liên hiệp phụ nữ",
        "ccb": "cựu chiến binh",
        "ctđ": "chữ thập đỏ",
        "chqs": "chỉ huy quân sự",
        "bđbp": "bộ đội biên phòng",
        "atgt": "an toàn giao thông",
        "đbqh": "đại biểu quốc hội",
        "lđlđ": "liên đoàn lao động",
        "bhxh": "bảo hiểm xã hội",
        "kbnn": "kho bạc nhà nước",
        "nhnn": "ngân hàng nhà nước",
        "nhcsxh": "ngân hàng chính sách xã hội",
        "tand": "tòa án nhân dân",
        "vksnd": "viện kiểm sát nhân dân",
        "thads": "thi hành án dân sự",
        "qltt": "quản lý thị trường",
        "htx": "hợp tác xã",
        "bql": "ban quản lý",
        "bcđ": "ban chỉ đạo",
        "qlda": "quản lý dự án",
        "kcn": "khu công nghiệp",
        "kkt": "khu kinh tế",
        "ptnt": "phát triển nông thôn",
        "vp": "văn phòng",
        "tncs": "thanh niên cộng sản",
        "hcm": "hồ chí minh",
        "tphcm": "thành phố hồ chí minh",
        "ptth": "phát thanh truyền hình",
        "ubmttq": "ủy ban mặt trận tổ quốc",
        "ubmttqvn": "ủy ban mặt trận tổ quốc việt nam",
        "mttqvn": "mặt trận tổ quốc việt nam",
        "vstbpn": "vì sự tiến bộ phụ nữ",
        "vstbcpn": "vì sự tiến bộ phụ nữ",
    }
)


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A kind of body that every place of its level has, or the one body of the state.

    Attributes:
        id: unique in the table.
        name: in full, without its place.
        place: what stands behind the name.
        kind: of its record.
        parent: id of the body above it in the same place; "" where there is none for sure.
        since: first day, as exact as known: "2025-03-01", "2025-03", "2025"; "" unknown or open.
        until: the day on which it was gone, likewise.
        successor: id of the one body that took it over; "" where there is none or are several.
        ways: other ways to write the name, without the place.
        sure: name and days are sure.
    """

    id: str
    name: str
    place: Place
    kind: BodyKind
    parent: str
    since: str
    until: str
    successor: str
    ways: tuple[str, ...]
    sure: bool

    def existed(self, day: dt.date) -> bool:
        """Tell whether it may have existed on a day. Within an inexact span it may."""
        printed = day.isoformat()
        if self.until == printed:  # a whole day is the first one without it
            return False
        return self.since <= printed and printed[: len(self.until)] <= self.until

    @property
    def turns(self) -> tuple[str, ...]:
        """Texts that part the ISO days on which `existed` differs."""
        gone = self.until if len(self.until) == len("2025-03-01") else f"{self.until}~"
        return tuple(turn for turn in (self.since, gone if self.until else "") if turn)


@cache
def load_known_bodies() -> Mapping[str, KnownBody]:
    """Return id → body, in the order of the table."""
    table = resources.files("bantin.records").joinpath("known_bodies.tsv").read_text("utf-8")
    reader = csv.DictReader(split_lines(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    return MappingProxyType(
        {
            row["id"]: KnownBody(
                row["id"],
                row["name"],
                cast(Place, row["place"]),
                cast(BodyKind, row["kind"]),
                row["parent"],
                _day(row["from"]),
                _day(row["to"]),
                row["successor"],
                tuple(filter(None, row["ways"].split(";"))),
                row["sure"] == "high",
            )
            for row in reader
        }
    )


def spell_out(text: str) -> tuple[tuple[str, int], ...]:
    """Return the words that tell bodies apart, each with its offset; abbreviations written out.

    Words are in lower case. "và", "&", "-" and "," join the parts of names and are left out, so all
    of them are equal.
    """
    words: list[tuple[str, int]] = []
    for match in _WORD.finditer(text):
        word = exact(match[0])
        if word not in _LEFT_OUT:
            words.extend((one, match.start()) for one in ABBREVIATED.get(word, word).split())
    return tuple(words)


@cache
def bodies_by_name() -> Mapping[tuple[str, ...], tuple[KnownBody, ...]]:
    """Return spelt-out name → the bodies that are called so. Different levels share names."""
    found: dict[tuple[str, ...], dict[str, KnownBody]] = defaultdict(dict)
    for body in load_known_bodies().values():
        for way in all_ways(body):
            found[tuple(word for word, _ in spell_out(way))][body.id] = body
    return MappingProxyType({name: tuple(bodies.values()) for name, bodies in found.items()})


@cache
def all_ways(body: KnownBody) -> tuple[str, ...]:
    """Return the name, the ways of the table, and those with shortened parts: "Sở NN và PTNT"."""
    ways = dict.fromkeys((body.name, *body.ways))
    if body.id.startswith(("so-", "bo-", "phong-")):
        ways |= dict.fromkeys(_shortened(body.name))
    if "Tỉnh ủy" in body.name or body.name == "Tỉnh đoàn":
        ways |= dict.fromkeys([way.replace("Tỉnh", "Thành") for way in ways])
    return tuple(ways)


def _shortened(name: str) -> list[str]:
    """Return the ways to shorten the parts of "Sở A - B và C" to their initials."""
    head, _, tail = name.partition(" ")
    parts = re.split(r" và |, | - ", tail)
    if len(parts) < 2:
        return []
    short = ["".join(word[0] for word in part.split()).upper() for part in parts]
    ways = [f"{head} {' và '.join(short)}", f"{head} {''.join(short)}"]
    for at in range(1, len(parts)):
        ways.append(f"{head} {' và '.join([*parts[:at], *short[at:]])}")
        ways.append(f"{head} {' và '.join([*short[:at], *parts[at:]])}")
        ways.append(f"{head} {''.join(short[:at])} và {''.join(short[at:])}")
        if at > 1 or len(parts) > 2:
            ways.append(f"{head} {' và '.join([*parts[:at], ''.join(short[at:])])}")
    return ways


def _day(printed: str) -> str:
    """Return "01/03/2025" as "2025-03-01", "03/2025" as "2025-03"."""
    match = _DAY.fullmatch(printed)
    return "-".join(filter(None, match.group(3, 2, 1))) if match else ""
