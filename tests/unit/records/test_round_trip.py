"""A record written by `format_record` and read by `parse_record` is the same record."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from bantin.records.models import Article, Document, Record, RecordFile
from bantin.records.parts import Meeting, Period, PersonMention, Signer
from bantin.records.reader import parse_record
from bantin.records.writer import format_record
from bantin.text.dates import VIETNAM
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI, parse

# As an editor's text can be: no control characters, and in normal form.
words = st.text("aăâđêôơư ÁẾỬ:#-'\"*&!|>%@`{}[],?0189…", min_size=1, max_size=25).filter(str.strip)
names = st.text("AĐàếưn ", min_size=1, max_size=15).filter(str.strip)
slugs = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
days = st.dates(date(1945, 1, 1), date(2200, 12, 31))
moments = days | st.datetimes(datetime(1945, 1, 1), datetime(2200, 1, 1)).map(
    lambda moment: moment.replace(microsecond=0, tzinfo=VIETNAM)
)
bodies_text = st.text("aăĐ\n #-*:|", max_size=60).map(str.strip)


def tuples(of: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=3).map(tuple)


def stripped(of: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return of.map(str.strip)


people = st.builds(
    PersonMention,
    name=stripped(names),
    positions=tuples(stripped(words)),
    former=tuples(stripped(words)),
    id=st.none() | slugs,
)
months = st.tuples(st.integers(1, 12), st.integers(1, 12)).map(sorted).map(tuple)
meetings = st.builds(
    Meeting,
    date=days,
    bodies=tuples(slugs),
    period=st.none() | st.builds(Period, year=st.integers(1945, 2200), months=months),
    venue=st.none() | stripped(words),
    chairs=tuples(stripped(names)),
    attendees=tuples(stripped(words)),
)
common: dict[str, st.SearchStrategy[Any]] = {
    "title": stripped(words),
    "people": tuples(people),
    "meeting": st.none() | meetings,
    "tags": tuples(stripped(words)),
    "status": st.sampled_from(["draft", "published", "withdrawn"]),
    "summary": st.none() | stripped(words),
    "bodies": tuples(slugs),
}
articles = st.fixed_dictionaries(
    common
    | {
        "date": moments,
        "section": slugs,
        "time_verified": st.booleans(),
        "author": st.none() | stripped(words),
        "views": st.none() | st.integers(0, 10**9),
        "featured": st.booleans(),
    }
)
documents = st.fixed_dictionaries(
    common
    | {
        "date": days,
        "kind": st.sampled_from(["TB", "QĐ", "CV"]),
        "number": st.sampled_from(["405/TB-VP.UBND", "12/UBND-VX", "30/2020/NĐ-CP", "18-KL/TW"]),
        "issuer": slugs,
        "signer": st.none()
        | st.builds(
            Signer,
            authority=tuples(stripped(words)),
            position=stripped(words),
            name=stripped(names),
            signed=st.booleans(),
        ),
        "recipients": tuples(stripped(words)),
        "effective": st.none() | days,
    }
)


def make(record_type: type[Record], values: dict[str, Any], body: str) -> Record:
    day = values["date"]
    folder = f"{day:%Y/%m}" if record_type is Article else f"{day:%Y}"
    uri = f"{record_type.folder}/{folder}/thu.md"
    return record_type.model_validate(
        {**values, "file": RecordFile(uri, uri[:-3] + "/", "thu", body, 0, "")}
    )


def check_round_trip(record: Record) -> None:
    again = parse_record(record.file.src_uri, format_record(record).encode())
    assert isinstance(again, Record), again
    assert again.model_dump() == record.model_dump()
    assert again.body == record.body


@settings(max_examples=60)
@given(articles, bodies_text)
def test_article_reads_back_the_same(values: dict[str, Any], body: str) -> None:
    check_round_trip(make(Article, values, body))


@settings(max_examples=60)
@given(documents, bodies_text)
def test_document_reads_back_the_same(values: dict[str, Any], body: str) -> None:
    check_round_trip(make(Document, values, body))


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
