"""What abbreviations stand for, from the table and from the names of bodies."""

from __future__ import annotations

import pytest
from bantin.records.abbreviations import KnownAbbreviations, gather_abbreviations, read_names
from bantin.records.models import Body

from tests.unit.samples import parse


def body(slug: str, name: str, *short_names: str) -> Body:
    listed = "".join(f"  - {one}\n" for one in short_names)
    more = f"short_names:\n{listed}" if short_names else ""
    record = parse(f"to-chuc/{slug}.md", f"---\nname: {name}\n{more}---\n")
    assert isinstance(record, Body)
    return record


def abbreviations(*bodies: Body) -> KnownAbbreviations:
    return gather_abbreviations(bodies)


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (
            ("Ban Vì sự tiến bộ của phụ nữ tỉnh X", "Ban VSTBCPN tỉnh X"),
            {"VSTBCPN": "Vì sự tiến bộ của phụ nữ"},
        ),
        (
            ("Ban Vì sự tiến bộ của phụ nữ tỉnh X", "Ban VSTBPN tỉnh X"),
            {"VSTBPN": "Vì sự tiến bộ của phụ nữ"},
        ),
        (
            (
                "Ban Vì sự tiến bộ của phụ nữ tỉnh X",
                "Ban VSTBPN tỉnh X",
                "Ban Vì sự tiến bộ phụ nữ tỉnh X",
            ),
            {"VSTBPN": "Vì sự tiến bộ phụ nữ"},
        ),
        (
            ("Sở Lao động - Thương binh và Xã hội", "Sở LĐTBXH", "Sở LĐ-TB&XH"),
            {
                "LĐTBXH": "Lao động - Thương binh và Xã hội",
                "LĐ-TB&XH": "Lao động - Thương binh và Xã hội",
            },
        ),
        (
            ("Văn phòng UBND tỉnh X", "Văn phòng Ủy ban nhân dân tỉnh X", "VP UBND tỉnh X"),
            {"UBND": "Ủy ban nhân dân", "VP": "Văn phòng"},
        ),
        (("Hội Mẫu Xanh", "HMX"), {"HMX": "Hội Mẫu Xanh"}),
        (("Đội Đua Mẫu", "ĐĐM", "DDM"), {"ĐĐM": "Đội Đua Mẫu"}),
        (("Ban Mẫu tỉnh X", "Ban BM tỉnh X", "Ban BM tỉnh Y", "Ban M"), {}),
        (("Ban Vừa Im", "Ban VI"), {}),
        (("Ban Xanh và Mát", "Ban XVM", "Ban XM"), {"XVM": "Xanh và Mát", "XM": "Xanh và Mát"}),
        # Two ways to read it: neither counts.
        (("Ban Ba Bé", "Ban Bà Bơi", "Ban BB"), {}),
    ],
)
def test_short_names_are_held_against_those_written_out(
    names: tuple[str, ...], found: dict[str, str]
) -> None:
    assert read_names(body("a", *names)) == found


def test_table_and_bodies_are_one_lexicon() -> None:
    found = abbreviations(body("a", "Hội Mẫu Xanh", "HMX"))
    assert found.expand("UBND", ["a"]) == "Ủy ban nhân dân"
    assert found.expand("HMX", []) == "Hội Mẫu Xanh"
    assert found.expand("KHONGCO", ["a"]) is None


def test_where_two_bodies_differ_the_own_one_counts_and_else_none() -> None:
    found = abbreviations(body("a", "Hội Mẫu Xanh", "HMX"), body("b", "Hãng Mây Xa", "HMX"))
    assert found.expand("HMX", ["a"]) == "Hội Mẫu Xanh"
    assert found.expand("HMX", ["khac", "b"]) == "Hãng Mây Xa"
    assert found.expand("HMX", []) is None
    assert found.expand("HMX", ["a", "b"]) is None
    assert set(found.ambiguous["HMX"]) == {"Hội Mẫu Xanh", "Hãng Mây Xa"}


def test_a_body_that_differs_from_the_table_counts_in_its_own_records_only() -> None:
    found = abbreviations(body("a", "Hãng Cổ Phần", "CP"))
    assert found.expand("CP", []) == "Chính phủ"
    found = abbreviations(body("a", "Công ty Cổ phần Mẫu", "Công ty CP Mẫu"))
    assert found.expand("CP", ["a"]) == "Cổ phần"
    assert found.expand("CP", []) is None


def test_ways_to_write_one_name_are_no_difference() -> None:
    found = abbreviations(body("a", "Sở Lao động, Thương binh và Xã hội", "Sở LĐTBXH"))
    assert found.expand("LĐTBXH", ["a"]) == "Lao động, Thương binh và Xã hội"
    assert found.expand("LĐTBXH", []) == "Lao động - Thương binh và Xã hội"


def test_what_the_table_calls_ambiguous_no_body_makes_certain() -> None:
    found = abbreviations(body("a", "Ban Tổ chức Tỉnh ủy", "BTC Tỉnh ủy"))
    assert found.expand("BTC", ["a"]) is None
    assert "BTC" in found.ambiguous
    assert "BTC" not in found.shorts


def test_senses_that_differ_in_case_only_are_not_called_several() -> None:
    assert abbreviations().expand("BHXH", []) is None
    assert "BHXH" not in abbreviations().ambiguous
