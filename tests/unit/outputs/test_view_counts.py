"""What the site tells of views: where a page finds its own, and what is read most."""

from __future__ import annotations

import json
from typing import Any

from bantin.outputs.data.view_counts import MOST, place_of_views, view_files
from bantin.records.models import Record
from bantin.records.view_counts import Seen, ViewTotals

from tests.unit.samples import article, catalog_of, document


def files_of(seen: dict[str, Seen], *records: Record) -> dict[str, Any]:
    totals = ViewTotals("2026-10-01", "2026-11-26", seen) if seen else ViewTotals()
    catalog = catalog_of(*records)
    return {path: json.loads(content) for path, content in view_files(catalog, totals)}


def test_a_page_finds_its_views_where_its_month_tells_them() -> None:
    one, other, notice = article("a", "2021-10-05"), article("b", "2021-10-09"), document("c")
    files = files_of({one.url: Seen(57, 5), notice.url: Seen(3, 0)}, one, other, notice)

    def views_of(record: Record, day: str) -> int | None:
        path, _, key = place_of_views(record.url, day).partition("#")
        told: dict[str, int] = files[path]["views"]
        return told.get(key)

    assert views_of(one, "2021-10-05T08:00") == 57
    assert views_of(other, "2021-10-09") is None
    assert views_of(notice, notice.day.isoformat()) == 3
    assert files["luot-xem/tin-tuc/2021/10.json"]["since"] == "2026-10-01"


def test_every_month_of_records_has_its_file_before_anybody_has_counted() -> None:
    files = files_of({}, article("a", "2021-10-05"), article("b", "2020-03-01"))
    empty = {"since": "", "views": {}}
    assert files["luot-xem/tin-tuc/2021/10.json"] == empty
    assert files["luot-xem/tin-tuc/2020/03.json"] == empty
    most = files["luot-xem/doc-nhieu.json"]
    assert most == {"since": "", "until": "", "days": 30, "lately": [], "ever": []}


def test_most_read_are_the_first_ten_of_each_count() -> None:
    records = [article(f"bai-{number:02}", "2021-10-05") for number in range(12)]
    seen = {one.url: Seen(100 + at, 12 - at) for at, one in enumerate(records)}
    most = files_of({**seen, records[11].url: Seen(111, 0)}, *records)["luot-xem/doc-nhieu.json"]
    assert len(most["ever"]) == len(most["lately"]) == MOST
    assert most["ever"][0] == [records[11].url, records[11].title, 111]
    assert [views for _, _, views in most["lately"]] == list(range(12, 2, -1))


def test_withdrawn_and_unknown_records_are_not_recommended() -> None:
    here = article("a", "2021-10-05")
    gone = article("b", "2021-10-05").model_copy(update={"status": "withdrawn"})
    seen = {here.url: Seen(1, 1), gone.url: Seen(9, 9), "tin-tuc/2021/10/khong-con/": Seen(99, 9)}
    most = files_of(seen, here, gone)["luot-xem/doc-nhieu.json"]
    assert [url for url, _, _ in most["ever"]] == [here.url]


def test_a_document_is_named_with_its_number() -> None:
    notice = document("c")
    most = files_of({notice.url: Seen(1, 1)}, notice)["luot-xem/doc-nhieu.json"]
    assert notice.number in most["ever"][0][1]
    assert notice.title in most["ever"][0][1]


def test_a_renamed_record_keeps_the_views_of_its_old_address() -> None:
    record = article("moi", "2021-10-05").model_copy(
        update={"redirect_from": ("tin-tuc/2021/10/cu/",)}
    )
    seen = {record.url: Seen(2, 1), "tin-tuc/2021/10/cu/": Seen(40, 3)}
    most = files_of(seen, record)["luot-xem/doc-nhieu.json"]
    assert [views for _, _, views in most["ever"]] == [42]
    assert [views for _, _, views in most["lately"]] == [4]
