"""The same months of the year before and the year after, by the same bodies."""

from __future__ import annotations

import pytest
from bantin.catalog.catalog import Catalog
from bantin.catalog.members import LoadedMembers
from bantin.catalog.relations.other_years import OTHER_YEARS
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


@pytest.mark.parametrize("in_memory", [False, True])
def test_nearest_years_are_found_with_all_their_reports(in_memory: bool) -> None:
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
    if in_memory:
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
    before = report("truoc", "2020-10-05", 2020, bodies="[vp, ban]")
    this = report("nay", "2021-10-05", 2021, bodies="[ban, vp]")
    assert around(catalog_of(before, this), this) == (["truoc"], [])


def test_many_reports_of_its_own_year_hide_no_other_year() -> None:
    this = [report(f"nay-{n}", f"2021-10-0{n}", 2021) for n in range(1, 9)]
    before = report("truoc", "2020-10-05", 2020)
    assert around(catalog_of(before, *this), this[-1]) == (["truoc"], [])


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


# Each body, and the one that succeeded it: "c" after "b" after "a"; "moi" after "cu" and "cu-khac".
HEIRS = {"a": "b", "b": "c", "c": "", "cu": "moi", "cu-khac": "moi", "moi": "", "nua": "", "la": ""}
REGISTRY = [body(slug, f"succeeded_by: {heir}" if heir else "") for slug, heir in HEIRS.items()]


@pytest.mark.parametrize(
    ("earlier", "later", "same"),
    [
        ("[a]", "[b]", True),
        ("[a]", "[c]", True),
        ("[cu]", "[moi]", True),
        ("[cu-khac]", "[moi]", True),
        ("[cu, cu-khac]", "[moi]", True),
        ("[cu, nua]", "[moi, nua]", True),
        ("[nua, a]", "[c, nua]", True),
        ("[a, cu]", "[b, moi]", True),
        ("[cu, cu-khac, nua]", "[nua, moi]", True),
        ("[cu]", "[cu-khac]", False),
        ("[la]", "[moi]", False),
        ("[cu]", "[moi, nua]", False),
        ("[cu, nua]", "[moi]", False),
        ("[cu, la]", "[moi, nua]", False),
        ("[a, cu]", "[cu, c, la]", False),
        # The one body went on in its successor, the other came from its predecessor.
        ("[a, moi]", "[b, cu]", False),
    ],
)
def test_meetings_go_on_where_all_bodies_do(earlier: str, later: str, same: bool) -> None:
    old = report("truoc", "2024-10-05", 2024, bodies=earlier)
    new = report("sau", "2025-10-05", 2025, bodies=later)
    catalog = catalog_of(*REGISTRY, old, new)
    assert around(catalog, new) == (["truoc"] if same else [], [])
    assert around(catalog, old) == ([], ["sau"] if same else [])


def test_of_several_bodies_before_the_nearest_year_counts() -> None:
    reports = [
        report("cu-2022", "2022-10-05", 2022, bodies="[cu]"),
        report("khac-2023", "2023-10-06", 2023, bodies="[cu-khac]"),
        report("moi-2025", "2025-10-05", 2025, bodies="[moi]"),
    ]
    catalog = catalog_of(*REGISTRY, *reports)
    assert around(catalog, reports[2]) == (["khac-2023"], [])
    assert around(catalog, reports[0]) == ([], ["moi-2025"])
    assert around(catalog, reports[1]) == ([], ["moi-2025"])


def held(day: str, period: str = "", more: str = "") -> str:
    told = f", period: {{year: {period}, months: 1-9}}" if period else ""
    return f"meeting: {{date: {day}, bodies: [ban]{told}}}\n{more}"


def notice_of(day: str, number: str) -> Record:
    """Return a notice of conclusions that does not say which months its meeting reviewed."""
    return document(f"tb-{number}", day, f"{number}/TB", held(day), "Kết luận:\n\n1. Ghi nhận.")


def test_notice_has_the_period_that_the_news_of_its_meeting_names() -> None:
    notice = notice_of("2021-10-05", "9")
    news = article("tin", "2021-10-05", held("2021-10-05", "2021"))
    before = report("truoc", "2020-10-05", 2020)
    catalog = catalog_of(notice, news, before)
    assert around(catalog, notice) == (["truoc"], [])
    assert around(catalog, before) == ([], ["tin", "tb-9"])
    assert isinstance(notice, Dated)
    block = meeting_block(notice, catalog)
    assert block is not None
    assert (block.period, block.is_period_lent) == ("9 tháng đầu năm 2021", True)
    assert isinstance(news, Dated)
    own = meeting_block(news, catalog)
    assert own is not None
    assert not own.is_period_lent


def test_both_years_notices_borrow_and_find_each_other_across_a_merger() -> None:
    records = [
        *REGISTRY,
        *(
            one
            for slug, day, year in (("cu", "2024-10-05", 2024), ("moi", "2025-10-07", 2025))
            for one in (
                report(f"tin-{year}", day, year, bodies=f"[{slug}]"),
                document(f"tb-{year}", day, "7/TB", f"meeting: {{date: {day}, bodies: [{slug}]}}"),
            )
        ),
    ]
    catalog = catalog_of(*records)
    notices = [one for one in records if one.file.src_uri.startswith("van-ban/")]
    assert around(catalog, notices[0]) == ([], ["tin-2025", "tb-2025"])
    assert around(catalog, notices[1]) == (["tin-2024", "tb-2024"], [])


@pytest.mark.parametrize(
    "lenders",
    [
        [],
        [article("khac-ngay", "2021-10-06", held("2021-10-06", "2021"))],
        [article("rut", "2021-10-05", held("2021-10-05", "2021", "status: withdrawn"))],
        [
            article("mot", "2021-10-05", held("2021-10-05", "2021")),
            article("hai", "2021-10-05", held("2021-10-05", "2020")),
        ],
    ],
    ids=["nobody", "another meeting", "withdrawn", "at odds"],
)
def test_notice_borrows_no_doubtful_period(lenders: list[Record]) -> None:
    notice = notice_of("2021-10-05", "9")
    catalog = catalog_of(notice, *lenders, report("truoc", "2019-10-05", 2019))
    assert around(catalog, notice) == ([], [])
