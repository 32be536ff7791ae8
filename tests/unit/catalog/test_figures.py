"""The same figure a year before, and all that the reports of a body state."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bantin.catalog.catalog import Catalog
from bantin.catalog.figures import series_of
from bantin.catalog.members import LoadedMembers
from bantin.catalog.relations.year_before import YEAR_BEFORE
from bantin.catalog.rows import row_of
from bantin.records.models import Dated, Record
from bantin.rendering.rendered_text import NO_TEXT
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.samples import article, catalog_of, document

OFFICIALS = "{name: Cán bộ nữ, value: %s, unit: người}"


def stating(value: object, figure: str = OFFICIALS) -> str:
    return f"figures: [{figure % value}]"


def report(
    slug: str, day: str, year: int, value: object, *, months: str = "1-9", bodies: str = "[ban]"
) -> Record:
    """Return an article on a meeting that looks back on some months and states one figure."""
    period = f"{{year: {year}, months: {months}}}"
    meeting = f"meeting: {{date: {day}, bodies: {bodies}, period: {period}}}"
    return article(slug, day, f"{meeting}\n{stating(value)}")


def before(catalog: Catalog, record: Record) -> tuple[str, int | float] | None:
    assert isinstance(record, Dated)
    [found] = YEAR_BEFORE.shown_on(record, catalog)
    return (found.record.slug, found.figure.value) if found else None


@pytest.mark.parametrize("held", [False, True])
def test_same_months_of_the_year_before_count_and_of_several_reports_the_latest(held: bool) -> None:
    this = report("a-2021", "2021-10-05", 2021, 681)
    others = [
        report("a-2019", "2019-10-05", 2019, 600),
        report("a-2020", "2020-10-05", 2020, 650),
        report("a-2020-sua", "2020-10-20", 2020, 655),
        report("nua-nam", "2020-10-21", 2020, 1, months="1-6"),
        report("hai-ben", "2020-10-22", 2020, 2, bodies="[ban, vp]"),
    ]
    catalog = catalog_of(this, *others)
    if held:
        catalog = Catalog(catalog.connection, LoadedMembers(catalog.connection))
    assert before(catalog, this) == ("a-2020-sua", 655)
    assert before(catalog, others[1]) == ("a-2019", 600)
    assert before(catalog, others[0]) is None


def test_a_gap_of_a_year_is_no_year_before() -> None:
    this = report("a-2021", "2021-10-05", 2021, 681)
    assert before(catalog_of(this, report("a-2019", "2019-10-05", 2019, 600)), this) is None


def test_late_report_counts_for_the_year_it_is_about() -> None:
    this = report("a-2021", "2021-10-05", 2021, 681)
    late = report("muon", "2022-01-05", 2020, 640)
    assert before(catalog_of(this, late), this) == ("muon", 640)


@pytest.mark.parametrize(
    ("day", "is_found"),
    [
        ("2020-09-03", False),
        ("2020-09-04", True),
        ("2020-10-05", True),
        ("2020-11-05", True),
        ("2020-11-06", False),
        ("2021-10-05", False),
    ],
)
def test_without_a_period_a_record_eleven_to_thirteen_months_before_counts(
    day: str, is_found: bool
) -> None:
    this = article("nay", "2021-10-05", f"bodies: [ban]\n{stating(681)}")
    other = article("kia", day, f"bodies: [ban]\n{stating(650)}")
    assert before(catalog_of(this, other), this) == (("kia", 650) if is_found else None)


def test_without_a_period_the_nearest_to_a_year_before_counts() -> None:
    this = article("nay", "2021-10-05", f"bodies: [ban]\n{stating(681)}")
    others = [
        article(f"kia-{day}", day, f"bodies: [ban]\n{stating(value)}")
        for value, day in enumerate(("2020-09-10", "2020-10-01", "2020-10-25"))
    ]
    assert before(catalog_of(this, *others), this) == ("kia-2020-10-01", 1)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 4) | st.integers(364, 369) | st.integers(330, 400), max_size=12))
def test_who_shows_a_record_is_among_those_it_touches_and_few_others(days: list[int]) -> None:
    records = [
        article(
            f"t{number}",
            (date(2020, 1, 1) + timedelta(days=day)).isoformat(),
            f"bodies: [ban]\n{stating(number)}",
        )
        for number, day in enumerate(days)
    ]
    catalog = catalog_of(*records)
    shown: dict[str, set[str]] = {}
    for record in records:
        if found := before(catalog, record):
            shown.setdefault(found[0], set()).add(record.slug)
    for record in records:
        row = row_of(record, NO_TEXT, ())
        touched = {catalog.item(page.name).slug for page in YEAR_BEFORE.dependents(row, catalog)}
        assert shown.get(record.slug, set()) <= touched


@pytest.mark.parametrize(
    ("figure", "is_same"),
    [
        (OFFICIALS, True),
        ("{name: cán  bộ NỮ, value: %s, unit: Người}", True),
        ("{name: Cán bộ nữ, value: %s}", False),
        ("{name: Cán bộ nữ, value: %s, unit: lượt}", False),
        ("{name: Cán bộ nụ, value: %s, unit: người}", False),
    ],
)
def test_a_figure_is_the_same_by_name_and_unit_with_their_marks(figure: str, is_same: bool) -> None:
    this = article("nay", "2021-10-05", f"bodies: [ban]\n{stating(681)}")
    other = article("kia", "2020-10-05", f"bodies: [ban]\n{stating(650, figure)}")
    assert (before(catalog_of(this, other), this) is not None) is is_same


def test_what_is_withdrawn_or_a_draft_is_not_compared_with() -> None:
    this = article("nay", "2021-10-05", f"bodies: [ban]\n{stating(681)}")
    for status in ("withdrawn", "draft"):
        other = article("kia", "2020-10-05", f"bodies: [ban]\n{stating(650)}\nstatus: {status}")
        catalog = catalog_of(this, other)
        assert before(catalog, this) is None
        assert [len(found) for found in series_of("ban", catalog)] == [1]


def test_record_of_no_body_is_compared_with_nothing() -> None:
    this = article("nay", "2021-10-05", stating(681))
    assert before(catalog_of(this, article("kia", "2020-10-05", stating(650))), this) is None


def test_figures_belong_to_those_who_met_else_to_all_bodies() -> None:
    meeting = "meeting: {date: 2021-10-05, bodies: [ban]}"
    met = article("hop", "2021-10-05", f"bodies: [vp]\n{meeting}\n{stating(1)}")
    issued = document(more=stating(2))
    catalog = catalog_of(met, issued)
    values = {
        body: [one.figure.value for found in series_of(body, catalog) for one in found]
        for body in ("ban", "vp")
    }
    assert values == {"ban": [1], "vp": [2]}


def test_series_with_most_reports_come_first_each_newest_first() -> None:
    rare = "{name: An toàn, value: 1}"
    records = [
        article(f"t{year}", f"{year}-10-05", f"bodies: [ban]\n{stating(year)}")
        for year in (2019, 2020, 2021)
    ]
    other = article("khac", "2022-01-01", f"bodies: [ban]\nfigures: [{rare}]")
    series = series_of("ban", catalog_of(*records, other))
    assert [[one.figure.value for one in found] for found in series] == [[2021, 2020, 2019], [1]]
