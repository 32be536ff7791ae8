"""What a timeline answers is what a plain sorted list would."""

from __future__ import annotations

from collections.abc import Sequence

from bantin.catalog.catalog import Catalog
from bantin.catalog.items import Item, item_of
from bantin.catalog.members import LoadedMembers
from bantin.catalog.timeline import Timeline
from bantin.catalog.timeline_names import NEWS
from bantin.records.models import Dated
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.samples import article, catalog_of, document

# Around the turn of years and months, on one day, at one moment; and long before the epoch.
MOMENTS = """1945-09-02 1969-12-31 2020-01-31 2020-02-29 2020-03-01 2020-12-31 2021-01-01
    2021-12-01""".split()
HOURS = ("", " 00:00", " 00:01", " 06:59", " 07:00", " 23:59")
moments = st.builds(str.__add__, st.sampled_from(MOMENTS), st.sampled_from(HOURS))
archives = st.lists(moments, max_size=12)


def news_of(written: Sequence[str], *, held: bool) -> tuple[Catalog, Timeline, list[Item]]:
    """Return an archive of articles, their timeline, and the list that it must be.

    Args:
        written: the moment of each article.
        held: the order of the timelines is held in memory.
    """
    records = [article(f"t{number}", moment) for number, moment in enumerate(written)]
    # A notice on the same days: what is counted through must not be mixed up.
    connection = catalog_of(*records, document("t", "2020-12-31")).connection
    catalog = Catalog(connection, LoadedMembers(connection) if held else None)
    dated = [record for record in records if isinstance(record, Dated)]
    newest_first = sorted(dated, key=lambda record: record.file.src_uri)
    newest_first.sort(key=lambda record: record.moment, reverse=True)
    return catalog, catalog.timeline(NEWS), [item_of(record) for record in newest_first]


@given(st.booleans(), archives, st.integers(0, 13))
def test_latest_are_the_first_of_all(held: bool, written: Sequence[str], limit: int) -> None:
    _, timeline, wanted = news_of(written, held=held)
    assert list(timeline.latest()) == wanted
    assert list(timeline.latest(limit)) == wanted[:limit]
    assert timeline.size == len(wanted)


@given(st.booleans(), archives, st.integers(0, 4))
def test_years_and_months_divide_all(held: bool, written: Sequence[str], limit: int) -> None:
    _, timeline, wanted = news_of(written, held=held)
    years = {item.day.year: 0 for item in wanted}
    assert list(timeline.years) == list(years)
    for year in (*years, 1999):
        in_year = [item for item in wanted if item.day.year == year]
        assert list(timeline.in_year(year)) == in_year
        assert list(timeline.in_year(year, limit)) == in_year[:limit]
        assert timeline.years.get(year, 0) == len(in_year)
        by_month = {item.day.month: 0 for item in in_year}
        assert list(timeline.months_of(year)) == list(by_month)
        for month in range(1, 13):
            in_month = [item for item in in_year if item.day.month == month]
            assert list(timeline.in_month(year, month)) == in_month
            assert timeline.months_of(year).get(month, 0) == len(in_month)


@given(st.booleans(), archives, st.integers(0, 4), st.integers(0, 4), moments)
def test_neighbours_are_those_beside_a_place(
    held: bool, written: Sequence[str], above: int, below: int, elsewhere: str
) -> None:
    catalog, timeline, wanted = news_of(written, held=held)
    stranger = article("zz", elsewhere)
    assert isinstance(stranger, Dated)
    for item in (*wanted, item_of(stranger)):
        newer = [other for other in wanted if other.place < item.place]
        older = [other for other in wanted if other.place > item.place]
        beside = (tuple(newer[max(len(newer) - above, 0) :]), tuple(older[:below]))
        for one in (timeline, catalog.bare_timeline(NEWS)):
            assert one.around(item.place, newer=above, older=below) == beside
