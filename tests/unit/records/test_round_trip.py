"""A record written by `format_record` and read by `parse_record` is the same record."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from bantin.records.models import Article, Record
from bantin.records.reader import parse_record
from bantin.records.writer import format_record
from bantin.text.dates import VIETNAM
from hypothesis import given, settings

from tests.unit.records.strategies import records
from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI, article, parse


@pytest.mark.parametrize("value", [1.125, -18.486, 0.753, 1250.125, 1.25])
def test_figure_with_any_decimals_is_no_doubtful_one_once_we_have_written_it(value: float) -> None:
    record = article(more="figures: [{name: A, value: 1}]")
    assert isinstance(record, Article)
    figures = (record.figures[0].model_copy(update={"value": value}),)
    changed = record.model_copy(update={"figures": figures})
    read = parse_record(changed.file.src_uri, format_record(changed).encode())
    assert isinstance(read, Article)
    assert read.figures == figures


def check_round_trip(record: Record) -> None:
    again = parse_record(record.file.src_uri, format_record(record).encode())
    assert isinstance(again, Record), again
    assert again.model_dump() == record.model_dump()
    assert again.body == record.body


@settings(max_examples=80)
@given(records)
def test_record_reads_back_the_same(record: Record) -> None:
    check_round_trip(record)


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2021-10-05", date(2021, 10, 5)),
        ("2021-10-05 03:57", datetime(2021, 10, 5, 3, 57, tzinfo=VIETNAM)),
        ("2021-10-05T03:57:09", datetime(2021, 10, 5, 3, 57, 9, tzinfo=VIETNAM)),
        ("2021-10-05 03:57:09+07:00", datetime(2021, 10, 5, 3, 57, 9, tzinfo=VIETNAM)),
    ],
)
def test_moment_may_be_written_in_several_ways(written: str, moment: date) -> None:
    record = parse(ARTICLE_URI, f"---\ntitle: A\ndate: {written}\nsection: b\n---\n")
    assert isinstance(record, Article)
    assert record.date == moment
    assert type(record.date) is type(moment)


@pytest.mark.parametrize(
    ("written", "months"), [("1-9", (1, 9)), ("10-12", (10, 12)), ("9", (9, 9)), ("[1, 9]", (1, 9))]
)
def test_months_may_be_a_span_or_one_month(written: str, months: tuple[int, int]) -> None:
    head = f"meeting:\n  date: 2021-10-05\n  period: {{year: 2021, months: {written}}}"
    text = f"---\ntitle: A\ndate: 2021-10-05\nsection: b\n{head}\n---\n"
    record = parse(ARTICLE_URI, text)
    assert isinstance(record, Article)
    assert record.meeting is not None
    assert record.meeting.period is not None
    assert record.meeting.period.months == months


def test_written_record_leaves_defaults_out_and_keeps_its_order() -> None:
    head = "kind: TB\nnumber: 5/TB-VP\nissuer: vp\ntags:\n  - A\ntitle: B\ndate: 2013-10-10"
    text = format_record(parse(DOCUMENT_URI, f"---\n{head}\nstatus: published\n---\n\nC\n"))
    keys = [line.partition(":")[0] for line in text.splitlines() if ":" in line]
    assert keys[-1] == "tags"
    assert set(keys) == {"kind", "number", "issuer", "title", "date", "tags"}
    assert text.endswith("---\n\nC\n")
