"""A draft may lack required keys; it is no record then, and nothing else is forgiven it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bantin.errors import Problem
from bantin.records import folders
from bantin.records.models import Article, Document, Record, RecordFile
from bantin.records.reader import parse_record, read_records
from bantin.records.schema import file_schemas
from bantin.records.unfinished import UnfinishedDraft, make_record, required_keys
from bantin.records.writer import format_record
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.unit.records.strategies import articles, documents

NEWS, NOTICE = "tin-tuc/2021/10/a.md", "van-ban/2021/a.md"
UNDATED_NEWS, UNDATED_NOTICE = "tin-tuc/chua-ro-ngay/a.md", "van-ban/chua-ro-ngay/a.md"
WHOLE = {
    NEWS: {"title": "Tin", "date": "2021-10-05", "section": "x"},
    NOTICE: {
        "kind": "TB",
        "number": "5/TB-VP",
        "title": "Kết luận",
        "date": "2021-10-05",
        "issuer": "ban",
    },
}
LACKING = [(uri, key) for uri, values in WHOLE.items() for key in values]


def text_of(values: dict[str, str], status: str = "draft", more: str = "") -> str:
    lines = [f"{key}: {value}".rstrip() for key, value in values.items()]
    return "\n".join(["---", *lines, f"status: {status}", *filter(None, [more]), "---", "", "Bài."])


def read(uri: str, text: str) -> Record | UnfinishedDraft | list[Problem]:
    return parse_record(uri, text.encode())


def unfinished(uri: str, text: str) -> UnfinishedDraft:
    found = read(uri, text)
    assert isinstance(found, UnfinishedDraft), found
    return found


def told(uri: str, text: str) -> list[tuple[str, str]]:
    found = read(uri, text)
    assert isinstance(found, list), found
    return [(one.field, one.message) for one in found]


@pytest.mark.parametrize(("uri", "key"), LACKING)
@pytest.mark.parametrize("written", [None, "", "''", '" "', '"\\u200b"', "null", "~"])
def test_a_draft_may_lack_any_required_key(uri: str, key: str, written: str | None) -> None:
    values = {name: value for name, value in WHOLE[uri].items() if name != key}
    if written is not None:
        values[key] = written
    draft = unfinished(uri, text_of(values))
    assert draft.missing == (key,)
    assert key not in draft.values()
    assert draft.file.src_uri == uri
    assert draft.file.body == "Bài."


@pytest.mark.parametrize("status", ["published", "withdrawn", "Draft", "nháp"])
@pytest.mark.parametrize(("uri", "key"), LACKING)
def test_what_is_no_draft_may_lack_nothing(uri: str, key: str, status: str) -> None:
    absent = {name: value for name, value in WHOLE[uri].items() if name != key}
    assert (key, "thiếu khóa này") in told(uri, text_of(absent, status))
    assert (key, "để trống") in told(uri, text_of(absent | {key: ""}, status))


@pytest.mark.parametrize("folder", [folders.BODIES, folders.SECTIONS, folders.PEOPLE])
def test_only_articles_and_documents_can_be_drafts(folder: str) -> None:
    found = told(f"{folder}/a.md", "---\nstatus: draft\n---\n")
    assert ("name", "thiếu khóa này") in found


def test_all_may_be_missing_at_once() -> None:
    for uri, whole in WHOLE.items():
        draft = unfinished(uri, text_of({}))
        assert set(draft.missing) == set(whole)
        assert draft.title is None
        assert draft.day is None
        assert draft.values() == {"status": "draft"}


@pytest.mark.parametrize(
    ("more", "field", "message"),
    [
        ("views: nhiều", "views", "phải là số nguyên, không phải “nhiều”"),
        ("tilte: A", "tilte", "không có khóa này"),
        ("author: ''", "author", "để trống"),
        ("people: [{name: ''}]", "people[1].name", "để trống"),
        ("bodies: [Ban Lớn]", "bodies[1]", "“Ban Lớn” không phải là tên tệp hợp lệ"),
        ("meeting: {date: 2021-02-30}", "meeting.date", "không có ngày 2021-02-30 trong lịch"),
        (
            "figures: [{name: A, value: 1}, {name: A, value: 2}]",
            "figures[2].name",
            "chỉ tiêu “A” cùng đơn vị đã ghi ở figures[1]",
        ),
    ],
)
def test_any_other_fault_is_told_and_what_is_missing_is_not(
    more: str, field: str, message: str
) -> None:
    found = told(NEWS, text_of({"title": "Tin", "date": "2021-10-05", "section": ""}, more=more))
    assert [one[0] for one in found] == [field]
    assert message in found[0][1]


@pytest.mark.parametrize("key", ["date", "section"])
def test_a_wrong_value_is_not_a_missing_one(key: str) -> None:
    values = {"date": "mai", "section": "Mục Lớn", "title": ""}
    found = told(NEWS, text_of({**values}))
    assert {one[0] for one in found} == {"date", "section"}
    only = {name: value for name, value in values.items() if name in (key, "title")}
    assert {one[0] for one in told(NEWS, text_of(only))} == {key}


@pytest.mark.parametrize("uri", [UNDATED_NEWS, UNDATED_NOTICE])
def test_a_draft_without_a_day_has_a_folder(uri: str) -> None:
    assert unfinished(uri, text_of({"title": "A"})).belongs_in == ""


@pytest.mark.parametrize(
    ("uri", "whole", "folder"),
    [
        (UNDATED_NEWS, WHOLE[NEWS], "tin-tuc/2021/10"),
        (UNDATED_NOTICE, WHOLE[NOTICE], "van-ban/2021"),
    ],
)
def test_a_day_that_is_known_leads_out_of_that_folder(
    uri: str, whole: dict[str, str], folder: str
) -> None:
    draft = unfinished(uri, text_of(whole | {"title": ""}))
    assert draft.belongs_in == folder
    assert f"chuyển tệp sang {folder}/" in draft.tell_missing().hint
    # With every key it would get an address there.
    for status in ("draft", "published"):
        found = read(uri, text_of(whole, status))
        assert isinstance(found, list)
        assert [(one.field, one.hint) for one in found] == [("date", f"chuyển tệp sang {folder}/")]
        assert "redirect_from" not in str(found[0])


def test_elsewhere_a_known_day_and_its_folder_agree_as_ever() -> None:
    text = text_of({"title": "A", "date": "2020-01-02"})
    assert told(NEWS, text) == [("date", "ngày 2020-01-02 không thuộc thư mục 2021/10")]
    assert unfinished(NEWS, text_of({"title": "A"})).missing == ("date", "section")


def test_what_is_missing_is_told_in_words() -> None:
    problem = unfinished(
        NOTICE, text_of({"kind": "TB", "title": "A", "issuer": "x"})
    ).tell_missing()
    assert "date (ngày đăng hoặc ngày ban hành" in problem.message
    assert "number (số, ký hiệu, ví dụ 405/TB-VP.UBND)" in problem.message
    assert "issuer" not in problem.message


def test_an_editor_sees_what_to_fill_in() -> None:
    draft = unfinished(NOTICE, text_of({"kind": "TB", "title": "A", "issuer": "x"}))
    assert format_record(draft).split("\n") == [
        "---",
        "title: A",
        "# Cần điền ngày đăng hoặc ngày ban hành, ví dụ 2021-10-05",
        "date:",
        "kind: TB",
        "# Cần điền số, ký hiệu, ví dụ 405/TB-VP.UBND",
        "number:",
        "issuer: x",
        "status: draft",
        "---",
        "",
        "Bài.",
        "",
    ]


def test_what_is_filled_in_below_the_hints_is_read() -> None:
    draft = unfinished(NOTICE, text_of({"kind": "TB", "title": "A", "issuer": "x"}))
    text = format_record(draft)
    text = text.replace("\nnumber:\n", "\nnumber: 7/TB-VP\n").replace(
        "\ndate:\n", "\ndate: 2021-05-06\n"
    )
    record = read(NOTICE, text)
    assert isinstance(record, Document)
    assert record.number == "7/TB-VP"


def _file(uri: str, body: str = "Bài.") -> RecordFile:
    return RecordFile(uri, uri[:-2].removesuffix(".") + "/", "a", body, 1, "")


@given(articles | documents, st.data())
def test_a_written_draft_is_read_again(values: dict[str, Any], data: st.DataObject) -> None:
    record_type: type[Article] | type[Document] = Article if "section" in values else Document
    keys = required_keys(record_type)
    gone = data.draw(st.sets(st.sampled_from(keys), min_size=1))
    uri = f"{record_type.folder}/{folders.UNDATED}/a.md"
    kept = {key: None if key in gone else value for key, value in values.items()}
    draft = make_record(record_type, _file(uri), kept)
    assert isinstance(draft, UnfinishedDraft)
    assert set(draft.missing) == gone
    again = unfinished(uri, format_record(draft))
    assert again.missing == draft.missing
    assert again.values() == draft.values()
    assert again.values()["status"] == "draft"
    assert format_record(again) == format_record(draft)
    same = replace(again.file, body_line=1, sha256="")
    assert same == draft.file


def test_a_whole_record_is_made_whole() -> None:
    values = {"title": "A", "date": date(2021, 10, 5), "section": "x", "author": None}
    record = make_record(Article, _file(NEWS), values)
    assert isinstance(record, Article)
    assert record.status == "published"
    draft = make_record(Article, _file(NEWS), {**values, "section": None})
    assert isinstance(draft, UnfinishedDraft)
    assert draft.record_type is Article
    assert draft.title == "A"
    assert draft.day == date(2021, 10, 5)


def test_a_set_of_records_tells_drafts_apart(tmp_path: Path) -> None:
    for uri, text in {NEWS: text_of(WHOLE[NEWS]), UNDATED_NOTICE: text_of({"title": "A"})}.items():
        path = tmp_path / uri
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    found = read_records(tmp_path)
    assert [one.file.src_uri for one in found.records] == [NEWS]
    assert [one.file.src_uri for one in found.unfinished] == [UNDATED_NOTICE]
    assert found.problems == ()


def _fits(uri: str, values: dict[str, Any]) -> bool:
    schema = file_schemas()[uri.partition("/")[0]]
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema).is_valid(values)


@pytest.mark.parametrize(("uri", "key"), LACKING)
def test_editors_tools_say_the_same(uri: str, key: str) -> None:
    whole: dict[str, Any] = dict(WHOLE[uri])
    absent = {name: value for name, value in whole.items() if name != key}
    assert _fits(uri, whole)
    assert _fits(uri, whole | {"status": "draft"})
    assert not _fits(uri, whole | {"status": "draft", key: 5})
    assert not _fits(uri, absent | {"status": "draft", "khoa-la": 1})
    for lacking in (absent, absent | {key: None}, absent | {key: ""}):
        assert _fits(uri, lacking | {"status": "draft"})
        for status in ({}, {"status": "published"}, {"status": "withdrawn"}):
            assert not _fits(uri, lacking | status)
