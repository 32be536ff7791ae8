"""Which body of the archive a name means on the day of its document."""

from __future__ import annotations

from datetime import date

import pytest
from bantin.records.meant_bodies import Origin
from bantin.records.registry import Registry

from tests.unit.named_bodies import ARCHIVE, CAN_THO, SON_LA, made, meant

HEALTH = made("moi", "Sở Nông nghiệp và Môi trường tỉnh Sơn La", since=date(2025, 3, 1))
FARMING = made(
    "cu",
    "Sở Nông nghiệp và Phát triển nông thôn tỉnh Sơn La",
    until=date(2025, 2, 28),
    succeeded_by="moi",
)
LAND = made(
    "dat", "Sở Tài nguyên và Môi trường tỉnh Sơn La", until=date(2025, 2, 28), succeeded_by="moi"
)


@pytest.mark.parametrize(
    ("printed", "day", "slug"),
    [
        ("Sở Nông nghiệp và Phát triển nông thôn", "2013-10-05", "cu"),
        ("Sở NN&PTNT", "2025-02-28", "cu"),
        ("Sở NN&PTNT", "2025-03-01", "moi"),
        ("Sở Tài nguyên và Môi trường", "2025-02-28", "dat"),
        ("Sở Tài nguyên và Môi trường", "2026-01-05", "moi"),
        ("Sở TN&MT", "2026-01-05", "moi"),
        ("Giám đốc Sở TN&MT", "2026-01-05", "moi"),
        ("Sở NN&MT", "2026-01-05", "moi"),
        ("Sở Nông nghiệp và Môi trường", "2025-03-01", "moi"),
        ("Sở Nông nghiệp và Môi trường", "2013-10-05", ""),
    ],
)
def test_a_body_that_was_gone_gives_way_to_its_successor(printed: str, day: str, slug: str) -> None:
    archive = [*ARCHIVE, HEALTH, FARMING, LAND]
    assert meant(printed, day=day, archive=archive) == slug
    assert meant(printed, day=day, archive=[*ARCHIVE, FARMING, LAND]) == (
        "" if slug == "moi" else slug
    )


@pytest.mark.parametrize(
    ("day", "slug"),
    [
        ("2013-10-05", "xa-cu"),
        ("2025-06-30", "xa-cu"),
        ("2025-07-01", "xa-moi"),
        ("2026-10-05", "xa-moi"),
    ],
)
def test_of_two_bodies_of_one_name_the_one_of_the_day_is_meant(day: str, slug: str) -> None:
    """Communes were made anew in 2025, and often kept a name."""
    old = made("xa-cu", "UBND xã Thử", parent="ubnd-sl", until=date(2025, 6, 30))
    new = made("xa-moi", "UBND xã Thử", parent="ubnd-sl", since=date(2025, 7, 1))
    archive = [*ARCHIVE, old, new]
    assert meant("UBND xã Thử", day=day, archive=archive) == slug
    assert meant("Chủ tịch UBND xã Thử", day=day, archive=archive) == slug


def test_a_circle_of_successors_or_superiors_ends() -> None:
    gone = {"until": date(2020, 1, 1), "province": "Sơn La"}
    one = made("a", "Sở Ngoại vụ tỉnh Sơn La", succeeded_by="b", parent="b", **gone)
    two = made("b", "Sở Du lịch tỉnh Sơn La", succeeded_by="a", parent="a", **gone)
    archive = [*SON_LA, one, two]
    assert meant("Sở Ngoại vụ", archive=archive) == ""
    assert meant("Sở Ngoại vụ", "a", archive=archive) == "a", "the record names it"
    lost = made("c", "Sở Ngoại vụ tỉnh Sơn La", succeeded_by="khong-co", **gone)
    assert meant("Sở Ngoại vụ", archive=[*SON_LA, lost]) == ""


@pytest.mark.parametrize(
    ("said", "name", "slug"),
    [
        ("Đắk Nông", "Sở Y tế tỉnh Đắk Nông", "ay"),
        ("Đăk Nông", "Sở Y tế tỉnh Đắc Nông", "ay"),
        ("Lâm Đồng", "Sở Y tế tỉnh Đắk Nông", "ay"),  # the province of today
        (None, "Sở Y tế tỉnh Đắk Nông", "ay"),
        (None, "Sở Y tế Đắk Nông", "ay"),
        ("Lâm Đồng", "Sở Y tế tỉnh Lâm Đồng", ""),
        ("Lâm Đồng", "Sở Y tế", ""),
    ],
)
def test_provinces_of_before_2025_keep_their_bodies(said: str | None, name: str, slug: str) -> None:
    office = made("vp", "Văn phòng UBND tỉnh Đắk Nông", province="Đắk Nông")
    archive = [office, made("ay", name, province=said), *CAN_THO]
    assert meant("Sở Y tế", "vp", day="2013-10-05", archive=archive) == slug


@pytest.mark.parametrize(
    ("day", "slug"), [("2024-10-05", "cuc-sl"), ("2026-10-05", "cuc"), ("2020-01-01", "cuc-sl")]
)
def test_a_name_that_came_to_mean_another_level_is_read_by_the_day(day: str, slug: str) -> None:
    of_all = made("cuc", "Cục Thuế")
    own = made("cuc-sl", "Cục Thuế tỉnh Sơn La", province="Sơn La")
    assert meant("Cục Thuế", day=day, archive=[*ARCHIVE, of_all, own]) == slug


def test_what_is_yet_to_come_has_no_successor() -> None:
    later = made("a", "Sở Du lịch tỉnh Sơn La", since=date(2025, 3, 1), succeeded_by="so-y-te-sl")
    assert meant("Sở Du lịch", day="2013-10-05", archive=[*ARCHIVE, later]) == ""
    assert meant("Sở Du lịch", day="2026-10-05", archive=[*ARCHIVE, later]) == "a"


def test_a_body_of_the_day_goes_before_the_successor_of_another() -> None:
    gone = made("a", "Sở Du lịch tỉnh Sơn La", until=date(2016, 1, 1), succeeded_by="so-vhttdl-sl")
    anew = made("b", "Sở Du lịch tỉnh Sơn La", since=date(2020, 1, 1), province="Sơn La")
    archive = [*ARCHIVE, gone, anew]
    days = ("2015-10-05", "2018-10-05", "2026-10-05")
    found = [meant("Sở Du lịch", day=day, archive=archive) for day in days]
    assert found == ["a", "so-vhttdl-sl", "b"]


def test_what_was_found_for_one_document_is_not_kept_for_others() -> None:
    gone = made("a", "Sở Du lịch tỉnh Sơn La", until=date(2016, 1, 1), succeeded_by="b")
    heir = made("b", "Sở Du lịch và Giả định tỉnh Sơn La", province="Sơn La")
    nowhere = made("vp", "Văn phòng UBND tỉnh")
    more = [
        made("hue", "UBND thành phố Huế"),
        made("cuc", "Cục Thuế"),
        made("cuc-sl", "hue", "Cục Thuế tỉnh Sơn La", province="Sơn La"),
    ]
    registry = Registry.of([*ARCHIVE, *more, gone, heir, nowhere], [], [])
    days = (
        "2003-12-31",
        "2004-01-01",
        "2015-12-31",
        "2016-01-01",
        "2016-01-02",
        "2024-12-31",
        "2025-02-28",
        "2025-03-01",
        "2026-04-30",
    )
    asked = [
        (printed, Origin(issuer, place, day, (issuer, *bodies)))
        for printed in (
            "Sở Du lịch",
            "Sở Y tế",
            "UBND thành phố Huế",
            "Cục Thuế",
            "UBND thành phố",
            "Phòng Kinh tế",
        )
        for issuer in ("vp-sl", "vp-ct", "ubnd-muong-gia", "vp", "khong-co")
        for place in ("", "Sơn La")
        for bodies in ((), ("so-y-te-ct",))
        for day in (*days, *reversed(days))
    ]
    fresh = [Registry.of(registry.bodies.values(), [], []).meanings.meant(*one) for one in asked]
    assert [registry.meanings.meant(*one) for one in asked] == fresh
    assert {
        "a",
        "b",
        "cuc",
        "cuc-sl",
        "so-y-te-sl",
        "so-y-te-ct",
        "ubnd-ct",
        "phong-kinh-te-muong-gia",
    } < {*fresh}
