"""The same months of the year before and the year after, by the same bodies."""

from __future__ import annotations

import pytest
from bantin.catalog.catalog import Catalog
from bantin.catalog.members import LoadedMembers
from bantin.catalog.relations.other_years import OTHER_YEARS
from bantin.catalog.timeline_names import period_timeline
from bantin.outputs.cards import meeting_block
from bantin.records.models import Dated, Record

from tests.unit.samples import article, body, catalog_of, document


def report(slug: str, day: str, year: int, months: str = "1-9", bodies: str = "[ban]") -> Record:
    period = f"{{year: {year}, months: {months}}}"
    return article(slug, day, f"meeting: {{date: {day}, bodies: {bodies}, period: {period}}}")


def around(catalog: Catalog, record: Record) -> tuple[list[str], list[str]]:
    assert isinstance(record, Dated)
    before, after = OTHER_YEARS.shown_on(record, catalog)
    return [item.slug for item in before], [item.slug for item in after]


@pytest.mark.parametrize("held", [False, True])
def test_nearest_years_are_found_with_all_their_reports(held: bool) -> None:
    reports = [
        report("tin-2018", "2018-10-05", 2018),
        report("tin-2020", "2020-10-05", 2020),
        report("tin-2020-them", "2020-10-09", 2020),
        report("tin-2021", "2021-10-05", 2021),
        report("tin-2023", "2023-10-05", 2023),
        report("tin-2024", "2024-10-05", 2024),
    ]
    meeting = "meeting: {date: 2020-10-05, bodies: [ban], period: {year: 2020, months: 1-9}}"
    notice = document("tb-2020", "2020-10-12", "9/TB", meeting)
    catalog = catalog_of(*reports, notice)
    if held:
        catalog = Catalog(catalog.connection, LoadedMembers(catalog.connection))
    assert around(catalog, reports[3]) == (
        ["tb-2020", "tin-2020-them", "tin-2020"],
        ["tin-2023"],
    )
    assert around(catalog, notice) == (["tin-2018"], ["tin-2021"])
    assert around(catalog, reports[0]) == ([], ["tb-2020", "tin-2020-them", "tin-2020"])


def test_late_report_on_an_earlier_year_counts_by_the_year_it_is_about() -> None:
    late = report("muon", "2022-02-01", 2020)
    this = report("tin-2021", "2021-10-05", 2021)
    catalog = catalog_of(late, this)
    assert around(catalog, this) == (["muon"], [])
    assert around(catalog, late) == ([], ["tin-2021"])


def test_other_months_and_other_bodies_are_not_the_same() -> None:
    this = report("tin-2021", "2021-10-05", 2021)
    others = [
        report("quy-ba", "2020-10-05", 2020, "7-9"),
        report("hai-ben", "2020-10-06", 2020, bodies="[ban, vp]"),
        article("khong-ky", "2020-10-07", "meeting: {date: 2020-10-07, bodies: [ban]}"),
    ]
    assert around(catalog_of(this, *others), this) == ([], [])


def test_bodies_in_another_order_are_the_same() -> None:
    names = {
        period_timeline(one)
        for bodies in ("[ban, vp]", "[vp, ban]")
        if isinstance(one := report("a", "2021-10-05", 2021, bodies=bodies), Dated)
    }
    assert len(names) == 1


def test_a_meeting_shows_both_years_with_their_names() -> None:
    reports = [report(f"tin-{year}", f"{year}-10-05", year) for year in (2020, 2021, 2022)]
    catalog = catalog_of(*reports)
    assert isinstance(reports[1], Dated)
    block = meeting_block(reports[1], catalog)
    assert block is not None
    assert block.before is not None
    assert block.after is not None
    assert (block.before.label, block.after.label) == (
        "9 tháng đầu năm 2020",
        "9 tháng đầu năm 2022",
    )
    assert [card.title for card in block.before.records] == ["Tin tin-2020"]


def test_reports_of_the_body_before_and_of_the_one_after_go_on_in_one_row() -> None:
    bodies = [
        body("cu", "succeeded_by: moi"),
        body("cu-khac", "succeeded_by: moi"),
        body("moi"),
        body("la"),
    ]
    old = report("cu-2024", "2024-10-05", 2024, bodies="[cu]")
    other = report("khac-2024", "2024-10-06", 2024, bodies="[cu-khac]")
    new = report("moi-2025", "2025-10-05", 2025, bodies="[moi]")
    strange = report("la-2024", "2024-10-07", 2024, bodies="[la]")
    catalog = catalog_of(*bodies, old, other, new, strange)
    assert around(catalog, new) == (["khac-2024", "cu-2024"], [])
    assert around(catalog, old) == ([], ["moi-2025"])
