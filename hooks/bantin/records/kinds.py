"""What kinds of bodies there are, and types of official documents (`doc_types.tsv`).

Source: Decree 30/2020/NĐ-CP, Annex III; Circular 01/2011/TT-BNV for documents of 2011-2020.
Công văn and thư công have no abbreviation there; records write them CV and ThC. Kết luận stands in
neither: it is a type of the Party's documents and of inspections.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from bantin.records.refusals import refused
from bantin.text.normalize import split_lines
from bantin.text.slug import slugify

_OWN_CODES = {"Công văn": "CV", "Thư công": "ThC"}
# In the order of lists.
BODY_KIND_NAMES = {
    "peoples_committee": "Ủy ban nhân dân",
    "office": "Văn phòng",
    "department": "Sở, ban, ngành",
    "committee": "Ban, hội đồng phối hợp",
    "association": "Hội, đoàn thể",
    "party": "Cơ quan Đảng",
    "other": "Cơ quan khác",
}


@cache
def document_kinds() -> Mapping[str, str]:
    """Return code → name of the type ("TB" → "Thông báo"), in the decree's order."""
    table = resources.files("bantin.records").joinpath("doc_types.tsv").read_text("utf-8")
    kinds: dict[str, str] = {}
    for row in csv.DictReader(split_lines(table), delimiter="\t"):
        name = row["ten_loai"].removesuffix(" (cá biệt)")
        codes = (row["nd30_2020"], row["tt01_2011"], _OWN_CODES.get(name, ""))
        for code in codes:
            if code:
                kinds.setdefault(code, name)
    return MappingProxyType(kinds)


@cache
def _codes() -> Mapping[str, str]:
    """Return slug of a code or a name → code; only where one code answers to it."""
    found: dict[str, set[str]] = {}
    for code, name in document_kinds().items():
        for written in (code, name):
            found.setdefault(slugify(written), set()).add(code)
    return {slug: min(codes) for slug, codes in found.items() if len(codes) == 1}


def kind_name(code: str) -> str:
    """Return the type's name for a checked code."""
    return document_kinds()[code]


def check_kind(code: str) -> str:
    """Return `code` when it is a known type; a pydantic error in Vietnamese otherwise."""
    if code not in document_kinds():
        meant = _codes().get(slugify(code))
        hint = f"viết {meant}" if meant else f"dùng một trong: {', '.join(document_kinds())}"
        raise refused("kind", f"không có loại văn bản “{code}”", hint)
    return code
