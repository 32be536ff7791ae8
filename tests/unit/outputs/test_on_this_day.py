"""What is recalled of a day of earlier years."""

from __future__ import annotations

import json

from tests.unit.outputs.test_planned import plan
from tests.unit.samples import article, document


def recalled(path: str, *records: object) -> dict[str, list[dict[str, str]]]:
    output = plan(*records)[path]  # type: ignore[arg-type]
    found: dict[str, list[dict[str, str]]] = json.loads(output.make(None, output.view))  # type: ignore[arg-type]
    return found


def test_a_day_lists_all_years_latest_first() -> None:
    records = [article(f"t{year}", f"{year}-10-05") for year in (2019, 2021)]
    outputs = plan(*records, document("vb", "2020-10-05"), article("khac", "2021-10-06"))
    groups = outputs["ngay-nay/10-05/index.html"].view.groups
    assert [(group.heading, len(group.cards)) for group in groups] == [
        ("Năm 2021", 1),
        ("Năm 2020", 1),
        ("Năm 2019", 1),
    ]


def test_the_home_page_is_told_one_record_of_each_year() -> None:
    records = [article(f"t{n}", f"{year}-10-05") for n, year in enumerate((2021, 2021, 2019))]
    found = recalled("ngay-nay/10.json", *records, article("khac", "2020-10-31"))
    assert {day: [one["day"] for one in told] for day, told in found.items()} == {
        "5": ["2021-10-05", "2019-10-05"],
        "31": ["2020-10-31"],
    }
    assert found["31"][0]["title"] == "Tin khac"
    assert found["31"][0]["url"] == "tin-tuc/2020/10/khac/"


def test_what_was_withdrawn_is_not_recalled() -> None:
    outputs = plan(article(day="2021-10-05", more="status: withdrawn"))
    assert [path for path in outputs if path.startswith("ngay-nay/")] == ["ngay-nay/index.html"]


def test_only_days_with_records_are_links() -> None:
    months = plan(article(day="2020-02-29"))["ngay-nay/index.html"].view.months
    assert [len(month.days) for month in months][:2] == [31, 29]
    linked = [day.url for month in months for day in month.days if day.url]
    assert linked == ["ngay-nay/02-29/"]
