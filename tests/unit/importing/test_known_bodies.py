"""The table of known bodies, and the ways to write their names."""

from __future__ import annotations

import datetime as dt

import pytest
from bantin.records.known_bodies import all_ways, bodies_by_name, load_known_bodies, spell_out
from bantin.records.models import Body


def ids(name: str) -> list[str]:
    words = tuple(word for word, _ in spell_out(name))
    return [body.id for body in bodies_by_name().get(words, ())]


def test_every_row_is_sound() -> None:
    known = load_known_bodies()
    assert len(known) > 350
    kinds = Body.model_fields["kind"].annotation
    for body in known.values():
        assert body.name == " ".join(body.name.split())
        assert body.kind in kinds.__args__  # type: ignore[union-attr]
        for other in (body.parent, body.successor):
            assert not other or other in known, body.id
        assert not body.until or not body.since or body.since < body.until, body.id


def test_no_two_bodies_of_one_place_share_a_full_name() -> None:
    """Shortened names may: "Sở VHTT" was two bodies. Full names tell bodies apart."""
    for body in load_known_bodies().values():
        words = tuple(word for word, _ in spell_out(body.name))
        others = [o.id for o in bodies_by_name()[words] if o.place == body.place]
        assert others == [body.id]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Sở TT&TT", "so-thong-tin-va-truyen-thong"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "so-thong-tin-va-truyen-thong"),
        ("Sở KH & ĐT", "so-ke-hoach-va-dau-tu"),
        ("Sở Kế hoạch - Đầu tư", "so-ke-hoach-va-dau-tu"),
        ("Sở NN và PTNT", "so-nn-ptnt"),
        ("Sở Nông nghiệp\u00a0& PTNT", "so-nn-ptnt"),
        ("Sở LĐ – TB và XH", "so-ldtbxh"),
        ("Sở Lao động, Thương binh và Xã hội", "so-ldtbxh"),
        ("Sở VHTT&DL", "so-vhttdl"),
        ("Sở Văn hoá, Thể thao & Du lịch", "so-vhttdl"),
        ("Bộ NN-MT", "bo-nong-nghiep-va-moi-truong"),
        ("Ban VSTBCPN", "ban-vstbpn-tinh"),
        ("Ban Vì sự tiến bộ phụ nữ", "ban-vstbpn-tinh"),
        ("VP UBND", "van-phong-ubnd-tinh"),
        ("Uỷ ban MTTQ Việt Nam", "ubmttq-tinh"),
        ("UBMTTQ", "ubmttq-tinh"),
        ("Đài PTTH", "dai-ptth"),
        ("Ban Tuyên giáo Thành uỷ", "ban-tuyen-giao-tinh-uy"),
    ],
)
def test_ways_to_write_one_body_are_equal(written: str, meant: str) -> None:
    assert meant in ids(written)


@pytest.mark.parametrize("shared", ["Sở VHTT", "Sở VH&TT"])
def test_a_short_name_of_two_bodies_keeps_both(shared: str) -> None:
    assert ids(shared) == ["so-van-hoa-va-the-thao", "so-van-hoa-thong-tin"]


@pytest.mark.parametrize("nobody", ["Bộ luật", "Sở hữu", "STC", "BTC", "Ban", "các sở, ngành"])
def test_what_is_no_name_has_no_body(nobody: str) -> None:
    assert ids(nobody) == []


def test_names_of_one_or_two_letters_are_no_ways() -> None:
    ways = [way for body in load_known_bodies().values() for way in all_ways(body)]
    assert [way for way in ways if len(way) < 3] == []


@pytest.mark.parametrize(
    ("body", "day", "expected"),
    [
        ("ubnd-huyen", dt.date(2025, 6, 30), True),
        ("ubnd-huyen", dt.date(2025, 7, 1), False),
        ("bo-ke-hoach-va-dau-tu", dt.date(2025, 2, 28), True),
        ("bo-ke-hoach-va-dau-tu", dt.date(2025, 3, 1), False),
        # The month is known and not the day: within it both may have existed.
        ("so-ke-hoach-va-dau-tu", dt.date(2025, 3, 20), True),
        ("so-ke-hoach-va-dau-tu", dt.date(2025, 4, 1), False),
        ("so-nn-mt", dt.date(2025, 2, 28), False),
        ("so-nn-mt", dt.date(2025, 3, 1), True),
        ("so-van-hoa-thong-tin", dt.date(2008, 12, 31), True),
        ("so-van-hoa-thong-tin", dt.date(2009, 1, 1), False),
        ("so-y-te", dt.date(1990, 1, 1), True),
    ],
)
def test_a_span_tells_who_existed_on_a_day(body: str, day: dt.date, expected: bool) -> None:
    assert load_known_bodies()[body].existed(day) is expected


def test_a_successor_stands_only_where_there_is_one() -> None:
    known = load_known_bodies()
    assert known["so-ke-hoach-va-dau-tu"].successor == "so-tai-chinh"
    assert known["so-thong-tin-va-truyen-thong"].successor == ""
    assert known["ubnd-huyen"].successor == ""
