"""What the build keeps of a record is the whole record, but for its Markdown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bantin.records.codec import decode_record, encode_record
from bantin.records.models import Record
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.records.strategies import records
from tests.unit.samples import article, body, document, person, section

RICH = article(
    more="""\
meeting: {date: 2021-10-05, period: {year: 2021, months: 1-9}}
figures: [{name: A, value: 12.0}, {name: B, value: 12}]
source: {captured: "1807-02-03 04:05", header: [""]}
photos: [{alt: ""}]""",
    body="Một\n\n---\n\nhai",
)


@settings(max_examples=120)
@given(records)
@example(RICH)
@example(body("a", "active: {from: 2001-01-01}"))
@example(document(number="405 /TB-VP"))
@example(section())
@example(person("a", "Đ"))
def test_record_comes_back_whole(record: Record) -> None:
    record = record.model_copy(update={"file": replace(record.file, body="")})
    again = decode_record(encode_record(record))
    assert again == record
    assert type(again) is type(record)
    assert again.file == record.file
    # Equality takes 12 for 12.0, and one zone for another of the same hours.
    assert repr(again) == repr(record)
    assert again.model_dump() == record.model_dump()


def test_defaults_take_no_place() -> None:
    assert b"time_verified" not in encode_record(article())
    assert b"time_verified" in encode_record(article(more="time_verified: false"))


def test_equal_records_give_equal_bytes() -> None:
    said = article(more="status: published").model_copy(update={"file": article().file})
    assert said == article()
    assert encode_record(said) == encode_record(article())


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n",
        b"null\n",
        b"tin-tuc/",
        b'{"file":{"src_uri":"khac/a.md"}}\n',
        b'{"file":{"src_uri":"nguoi/a.md"}}\n',
        encode_record(article())[:-3],
        encode_record(RICH)[:-1],
        encode_record(RICH) + b"{}",
        encode_record(article())[1:],
        encode_record(article()).replace(b"2021-10-05", b"2021-10-35"),
        encode_record(article()).replace(b'"section"', b'"sectiom"'),
        encode_record(article()).replace(b"chi-dao", b"../chi-dao"),
        encode_record(article()).replace(b"tin-tuc/", b"van-ban/"),
        encode_record(RICH).replace(b"meeting", b"meetin\xff"),
    ],
)
def test_damaged_content_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - pydantic's own error is one
        decode_record(content)


@settings(max_examples=100)
@given(st.integers(0, 400), st.binary(max_size=3))
def test_damage_is_refused_or_gives_a_sound_record(at: int, noise: bytes) -> None:
    content = encode_record(RICH)
    try:
        found = decode_record(content[:at] + noise + content[at + len(noise) :])
    except ValueError:
        return
    assert isinstance(found, Record)
    assert isinstance(found.body, str)


def test_record_outside_its_folder_is_not_taken_for_another_kind() -> None:
    stray = article()
    stray = stray.model_copy(update={"file": replace(stray.file, src_uri="to-chuc/a.md")})
    with pytest.raises(ValueError, match="no place of kind Article"):
        encode_record(stray)
