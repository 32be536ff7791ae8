"""The lasting id of a record: its first address in this archive."""

from __future__ import annotations

import pytest
from bantin.records.lasting_ids import lasting_id
from bantin.rendering.site import Site, is_authority

NEWS = "tin-tuc/2026/11/ten-moi.md"
FIRST = "tin-tuc/2026/11/ten-cu"


@pytest.mark.parametrize(
    "written",
    [
        "tin-tuc/2026/11/ten-cu/",
        "tin-tuc/2026/11/ten-cu",
        "/tin-tuc/2026/11/ten-cu/",
        " /tin-tuc/2026/11/ten-cu ",
        "tin-tuc/2026/11/ten-cu/index.html",
        "tin%2Dtuc/2026/11/ten-cu/",
    ],
)
def test_a_renamed_record_keeps_its_first_address_however_that_is_written(written: str) -> None:
    assert lasting_id(NEWS, [written]) == FIRST


@pytest.mark.parametrize(
    "old",
    [
        [],
        ["tin/hop.aspx"],
        ["xem-tin.aspx?id=123"],
        ["?p=12"],
        ["/"],
        ["tin/h%E1%BB%8Dp.aspx"],
        ["tin-tuc/hop-ban-123.html"],
        ["tin-tuc/2026/hop-ban/"],
        ["tin-tuc/2026/11/24/hop-ban/"],
        ["tin-tuc/2026/11/Hop-Ban/"],
        ["tin-tuc/2026/11/hop-ban/?trang=2"],
        ["tin-tuc/nam-2026/11/hop-ban/"],
        ["tin-tuc/٢٠٢٦/11/hop-ban/"],
        ["to-chuc/hop-ban/"],
        ["tin-tuc/"],
    ],
)
def test_an_address_of_another_system_names_no_record(old: list[str]) -> None:
    assert lasting_id(NEWS, old) == NEWS.removesuffix(".md")
    assert lasting_id(NEWS, [*old, FIRST]) == FIRST


def test_a_second_new_name_and_a_further_address_of_an_old_portal_change_nothing() -> None:
    second = "tin-tuc/2026/11/ten-hai/"
    assert lasting_id(NEWS, [FIRST, second]) == FIRST
    assert lasting_id(NEWS, [FIRST, second, "tin/hop.aspx"]) == FIRST
    assert lasting_id(NEWS, ["tin/hop.aspx", FIRST, second]) == FIRST


def test_a_date_or_a_kind_that_was_wrong_changes_nothing() -> None:
    assert lasting_id("tin-tuc/2027/01/ten-cu.md", [FIRST]) == FIRST
    assert lasting_id("van-ban/2026/9-tb.md", [FIRST]) == FIRST
    assert lasting_id(NEWS, ["van-ban/2026/9-tb"]) == "van-ban/2026/9-tb"


@pytest.mark.parametrize("folder", ["to-chuc", "chuyen-muc", "nguoi"])
def test_bodies_sections_and_people_keep_theirs_too(folder: str) -> None:
    assert lasting_id(f"{folder}/moi.md", [f"{folder}/cu/"]) == f"{folder}/cu"
    assert lasting_id(f"{folder}/moi.md", [FIRST, "co-quan/cu/"]) == f"{folder}/moi"


@pytest.mark.parametrize(
    "text", ["bantin.example,2026", "vp.lamdong.gov.vn,2026-11", "a@b.example,2026-11-30"]
)
def test_a_site_names_itself_by_a_domain_and_a_day(text: str) -> None:
    assert is_authority(text)
    assert Site("", "https://moi.example/", "", "", text).id_of(FIRST) == f"tag:{text}:{FIRST}"


@pytest.mark.parametrize(
    "text",
    [
        *("", "bantin.example", "2026", "bantin.example,26", "Bản Tin,2026"),
        *("https://x.example/,2026", "x.example,2026\n", "x.example,2026:tin"),
        *("x.example, 2026", ",2026", "-x,2026"),
    ],
)
def test_what_is_no_domain_with_a_day_is_refused(text: str) -> None:
    assert not is_authority(text)
