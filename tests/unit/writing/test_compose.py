"""Whatever is written is what the build reads, and every key is there, explained."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from bantin.errors import ProblemsError
from bantin.records.models import RECORD_TYPES, Article, Record
from bantin.records.reader import parse_record
from bantin.writing.compose import Draft, compose
from bantin.writing.draft import compose_checked
from bantin.writing.guide import EXAMPLES, explain

PLACES = {
    "tin-tuc": "tin-tuc/2021/10/a.md",
    "van-ban": "van-ban/2021/a.md",
    "to-chuc": "to-chuc/a.md",
    "chuyen-muc": "chuyen-muc/a.md",
    "nguoi": "nguoi/a.md",
}
VALUES = {
    "tin-tuc": {"title": "A: b # c", "date": "2021-10-05 08:00", "section": "x"},
    "van-ban": {
        "kind": "TB",
        "number": "1/TB-VP",
        "title": "- [x] *y",
        "date": "2021-10-05",
        "issuer": "vp",
    },
    "to-chuc": {"name": "Ban {A}"},
    "chuyen-muc": {"name": "yes"},
    "nguoi": {"name": "Lê Văn Mẫu"},
}


def draft_of(kind: type[Record], **more: object) -> Draft:
    return Draft(kind, PLACES[kind.folder], {**VALUES[kind.folder], **more}, body="ban-mau")


def read(draft: Draft, text: str) -> Record:
    found = parse_record(draft.src_uri, text.encode())
    assert isinstance(found, Record), [str(problem) for problem in found]
    return found


def uncomment(text: str, key: str = r"\w+") -> str:
    """Delete the mark before a key and what is below it, as an editor does."""
    marked = rf"^#(?={key}:)[^\n]*(?:\n#(?= {{2}})[^\n]*)*"
    return re.sub(marked, lambda one: re.sub(r"^#", "", one[0], flags=re.M), text, flags=re.M)


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_what_was_answered_is_what_the_build_reads(kind: type[Record]) -> None:
    draft = draft_of(kind)
    record = read(draft, compose(draft, day="2021-10-05"))
    assert record.model_dump(mode="json", exclude_defaults=True) == draft.values


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_key_is_there_and_explained(kind: type[Record]) -> None:
    keys = [name for name in kind.model_fields if name != "file"]
    assert sorted(EXAMPLES[kind]) == sorted(keys)
    text = compose(draft_of(kind), day="2021-10-05")
    for key in keys:
        assert explain(kind, key)
        above = rf"^# {re.escape(explain(kind, key))}\n#?{key}:"
        assert len(re.findall(above, text, flags=re.M)) == 1, key


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_each_key_counts_once_its_mark_is_deleted(kind: type[Record]) -> None:
    draft = draft_of(kind)
    text = compose(draft, day="2021-10-05")
    for key in EXAMPLES[kind]:
        if key not in draft.values:
            opened = uncomment(text, key)
            assert opened != text, key
            assert key in read(draft, opened).model_fields_set
    assert read(draft, uncomment(text)).model_fields_set >= set(EXAMPLES[kind])


def test_the_keys_of_a_meeting_count_once_their_marks_are_deleted() -> None:
    draft = draft_of(Article, meeting={"date": "2021-10-04", "bodies": ["ban-mau"]})
    text = compose(draft, day="2021-10-05")
    before, mark, meeting = text.partition("\nmeeting:")
    meeting, end, after = meeting.partition("\n#\n")
    record = read(draft, before + mark + meeting.replace("\n#  ", "\n  ") + end + after)
    assert isinstance(record, Article)
    assert record.meeting
    assert record.meeting.date == dt.date(2021, 10, 4)
    assert record.meeting.chairs == ("Họ và tên",)
    assert record.meeting.period


def test_what_the_build_would_refuse_is_not_written() -> None:
    draft = draft_of(Article, date="2021-11-05")  # in October's folder
    with pytest.raises(ProblemsError, match="không thuộc thư mục"):
        compose_checked(draft, day=dt.date(2021, 10, 5))
