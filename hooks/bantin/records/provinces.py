"""Names of provinces, old and new, in the spellings people use (`provinces_63_34.tsv`).

Never uses codes: since July 2025 several codes mean another province.
"""

from __future__ import annotations

import csv
import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from bantin.text.fold import fold
from bantin.text.normalize import split_lines

_SPELLINGS = {
    "Đắk Nông": ("Đăk Nông", "Đắc Nông", "Dak Nong", "Đak Nông"),
    "Đắk Lắk": ("Đăk Lăk", "Đắc Lắc", "Dak Lak", "Đak Lak", "Đăk Lắk"),
    "Bắc Kạn": ("Bắc Cạn",),
    "Kon Tum": ("Kontum",),
    "Huế": ("Thừa Thiên Huế", "Thừa Thiên - Huế", "Thừa Thiên – Huế"),
    "Bà Rịa - Vũng Tàu": ("Bà Rịa – Vũng Tàu", "Bà Rịa-Vũng Tàu"),
}
# Provinces that became cities. Source: NQ175/2024/QH15 (Huế), NQ22/2003/QH11 (Cần Thơ); Đồng Nai as
# in the facts on bodies.
_CITY_SINCE = {
    "Huế": dt.date(2025, 1, 1),
    "Cần Thơ": dt.date(2004, 1, 1),
    "Đồng Nai": dt.date(2026, 4, 30),
}
_LEVEL = re.compile(r"^(?:tỉnh|thành phố|tp\.?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Province:
    """A province or centrally governed city.

    Attributes:
        name: without "tỉnh" or "thành phố", in the spelling of the national list.
        level: "tỉnh" or "thành phố".
    """

    name: str
    level: str

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels that it has had, the first one being `level`."""
        other = {"tỉnh": "thành phố", "thành phố": "tỉnh"}[self.level]
        return (self.level, other) if self.name in _CITY_SINCE else (self.level,)

    def on(self, day: dt.date | None) -> Province:
        """Return it with the level of a day; without a day as the national list has it."""
        since = _CITY_SINCE.get(self.name)
        if since is None or day is None:
            return self
        return Province(self.name, "thành phố" if day >= since else "tỉnh")

    def name_at(self, level: str) -> str:
        """Return the name it had at a level: Huế was called Thừa Thiên Huế as a province."""
        return "Thừa Thiên Huế" if (self.name, level) == ("Huế", "tỉnh") else self.name

    def __str__(self) -> str:
        return f"{self.level} {self.name}"


def turning_days() -> tuple[str, ...]:
    """Return the days on which provinces became cities, ISO."""
    return tuple(day.isoformat() for day in _CITY_SINCE.values())


def is_lasting_province(name: str) -> bool:
    """True for the name of a province that had one level on all days."""
    return name not in _CITY_SINCE


def find_province(name: str) -> Province | None:
    """Return the province of a name, with or without "tỉnh"; None when there is none."""
    return _by_key().get(_key(_LEVEL.sub("", name.strip())))


def province_of_portal(address: str) -> Province | None:
    """Return the province of a state portal, named in its host: "https://snv.sonla.gov.vn/x"."""
    host = re.match(r"(?:https?:)?//([\w.-]+)", address, re.IGNORECASE)
    labels = host[1].lower().split(".") if host else []
    if labels[-2:] != ["gov", "vn"]:
        return None
    found = [_by_key().get(_key(label.removesuffix("city"))) for label in labels[:-2]]
    return next((one for one in found if one), None)


def merged_into(province: Province) -> Province | None:
    """Return the province that one became part of in July 2025; None where its name lives on."""
    return _merged().get(province.name)


@cache
def province_pattern() -> str:
    """Return a regular expression for every name and spelling, longest first."""
    names = {name for known in _by_key().values() for name in _all_names(known.name)}
    return "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    table = resources.files("bantin.records").joinpath("provinces_63_34.tsv").read_text("utf-8")
    return tuple(csv.DictReader(split_lines(table), delimiter="\t"))


@cache
def _merged() -> dict[str, Province]:
    pairs = [(find_province(row["old_name"]), find_province(row["new_name"])) for row in _rows()]
    return {old.name: new for old, new in pairs if old and new and old.name != new.name}


@cache
def _by_key() -> dict[str, Province]:
    provinces: dict[str, Province] = {}
    for row in _rows():
        for full in (row["old_name"], row["new_name"]):
            level, name = _LEVEL.match(full), _LEVEL.sub("", full)
            province = Province(name, (level[0] if level else "tỉnh").strip().lower())
            for spelling in _all_names(name):
                provinces.setdefault(_key(spelling), province)
    return provinces


def _all_names(name: str) -> tuple[str, ...]:
    return name, *_SPELLINGS.get(name, ())


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", fold(name))
