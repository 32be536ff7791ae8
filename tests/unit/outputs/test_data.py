"""The records as data: all of them, as they were written, by a schema that holds."""

from __future__ import annotations

import csv
import io
import json
from functools import lru_cache
from typing import Any

import pytest
from bantin.building.fingerprint import Digests, fingerprint
from bantin.outputs.addresses import AddressBook
from bantin.outputs.data.table import HEADINGS
from bantin.outputs.output import Output
from bantin.outputs.plan import CHROME_KEYS
from bantin.records.models import Record
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from jsonschema import Draft202012Validator, ValidationError

from tests.unit.in_memory import plan_outputs
from tests.unit.outputs.test_metadata import Head
from tests.unit.samples import article, body, catalog_of, document, person

ROOT = "https://x.example/"
CHROME = Chrome.parse(f"<head>{HEAD_MARK}</head>{BODY_MARK}")
RENDERER = Renderer(
    RenderSettings(Site("Bản Tin", ROOT, "Một câu"), dict.fromkeys(CHROME_KEYS, CHROME))
)
DIGESTS = Digests("", "", "", dict.fromkeys(CHROME_KEYS, ""))
OTHERS = {"tin-tuc/2021/10/anh.png": "tin-tuc/2021/10/anh.png", "gioi-thieu.md": "gioi-thieu/"}
RICH = (
    "author: M.L\nbodies: [ban]\npublisher: vp\ntags: [họp]\n"
    "photos: [{src: anh.png, caption: Ảnh}, {caption: Mất}]\nviews: 12\n"
    "people: [{name: Lê An, positions: [Trưởng ban]}]\n"
    "meeting: {date: 2021-10-05, bodies: [ban], period: {year: 2021, months: 1-9}}\n"
    "figures: [{name: Cán bộ, value: 12.5, unit: người}]\n"
    "source: {system: Cổng, url: 'https://cu.example/1', header: [thô], guesses: [đoán],"
    f" repairs: [sửa], file: goc.txt, sha256: {'a' * 64}}}"
)
RECORDS = (
    article("a", "2021-10-05 03:57", RICH, "Xem [giới thiệu](../../../gioi-thieu.md)."),
    article("b", "2021-09-04", "status: withdrawn"),
    article("nhap", "2021-10-06", "status: draft"),
    document(
        more="signer: {position: PHÓ, name: Phạm Bình}\nbodies: [ban]",
        body='1. Giao việc.\n   {: to="ban" }',
    ),
    body("hoi", "kind: association\nactive: {from: 2004-01-01}"),
    person("le-an", "Lê An", "note: Ghi chú"),
)


def plan(*records: Record, drafts_shown: bool = False) -> dict[str, Output]:
    catalog = catalog_of(*records, drafts_shown=drafts_shown)
    return {one.path: one for one in plan_outputs(AddressBook(OTHERS, catalog), [])}


@lru_cache(maxsize=1)
def planned() -> dict[str, Output]:
    return plan(*RECORDS)


def load(path: str) -> Any:
    return json.loads(planned()[path].render(RENDERER))


def files() -> list[str]:
    found = [path for path in planned() if path.startswith("api/") and path.endswith(".json")]
    return sorted(set(found) - {"api/schema.json"})


def table(outputs: dict[str, Output]) -> list[dict[str, str]]:
    text = outputs["api/ban-tin.csv"].render(RENDERER).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def follow(address: str) -> Any:
    """Return what an address with a JSON Pointer names."""
    path, _, pointer = address.removeprefix(ROOT).partition("#/")
    found = load(path)
    for step in pointer.split("/"):
        found = found[step]
    return found


def test_every_file_follows_the_schema() -> None:
    schema = load("api/schema.json")
    Draft202012Validator.check_schema(schema)
    checker = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert files() == [
        "api/changes/2013-10.json",
        "api/changes/2021-09.json",
        "api/changes/2021-10.json",
        "api/changes/index.json",
        "api/chuyen-muc.json",
        "api/index.json",
        "api/nguoi.json",
        "api/tin-tuc/2021/09.json",
        "api/tin-tuc/2021/10.json",
        "api/to-chuc.json",
        "api/van-ban/2013/10.json",
    ]
    for path in files():
        checker.validate(load(path))


@pytest.mark.parametrize(("key", "value"), [("title", None), ("khac", 1), ("date", "05/10/2021")])
def test_schema_refuses_what_no_record_says(key: str, value: object) -> None:
    data = load("api/tin-tuc/2021/10.json")
    data["records"]["a"][key] = value
    with pytest.raises(ValidationError):
        Draft202012Validator(load("api/schema.json")).validate(data)


def test_page_of_each_record_names_where_its_data_are() -> None:
    pages = [p for p in planned() if p.startswith(("tin-tuc/", "van-ban/")) and p.count("/") > 2]
    seen = set()
    for path in pages:
        html = planned()[path].render(RENDERER).decode()
        links = Head(html.partition("</head>")[0]).links
        found = [one["href"] for one in links if one.get("type") == "application/json"]
        for href in found:
            data = follow(href.removeprefix("../" * path.count("/")))
            assert data["url"] == ROOT + path.removesuffix("index.html")
            seen.add(data["id"])
    assert seen == {"tin-tuc/2021/10/a", "tin-tuc/2021/09/b", "van-ban/2013/5-tb-vp"}


def test_record_is_told_as_it_was_written_with_absolute_addresses() -> None:
    data = load("api/tin-tuc/2021/10.json")["records"]["a"]
    assert data["date"] == "2021-10-05 03:57"
    assert data["bodies"] == ["ban"]
    assert data["figures"] == [{"name": "Cán bộ", "value": 12.5, "unit": "người"}]
    assert data["photos"][0]["url"] == f"{ROOT}tin-tuc/2021/10/anh.png"
    assert "url" not in data["photos"][1]
    assert data["html"] == f'<p>Xem <a href="{ROOT}gioi-thieu/">giới thiệu</a>.</p>'


def test_what_is_for_editors_is_not_told() -> None:
    content = b"".join(one.render(RENDERER) for path, one in planned().items() if "api/" in path)
    assert load("api/tin-tuc/2021/10.json")["records"]["a"]["source"].keys() == {
        "system",
        "url",
        "sha256",
    }
    for secret in ("goc.txt", "đoán", "nhap", "{: to="):
        assert secret not in content.decode(), secret


def test_drafts_are_among_the_data_of_a_preview_only() -> None:
    shown = plan(*RECORDS, drafts_shown=True)["api/tin-tuc/2021/10.json"]
    assert json.loads(shown.render(RENDERER))["records"].keys() == {"nhap", "a"}


def test_index_leads_to_every_file_and_counts_it() -> None:
    index = load("api/index.json")
    for month in index["months"]:
        assert len(follow(f"{month['url']}#/records")) == month["size"]
    changes = load(index["changes"].removeprefix(ROOT))
    for month in changes["months"]:
        assert len(follow(f"{month['url']}#/changes")) == month["size"]
    named = {*index["registries"].values(), *(one["url"] for one in index["months"])}
    named |= {index["changes"], *(one["url"] for one in changes["months"])}
    assert named == {ROOT + path for path in files()} - {f"{ROOT}api/index.json"}
    assert index["table"] == f"{ROOT}api/ban-tin.csv"


def test_everyone_who_is_named_is_among_the_people() -> None:
    people = load("api/nguoi.json")["records"]
    assert people["le-an"]["note"] == "Ghi chú"
    assert people["pham-binh"]["name"] == "Phạm Bình"


def test_table_has_a_line_for_each_record() -> None:
    lines = table(planned())
    assert [line["Địa chỉ"] for line in lines] == [
        f"{ROOT}tin-tuc/2021/09/b/",
        f"{ROOT}tin-tuc/2021/10/a/",
        f"{ROOT}van-ban/2013/5-tb-vp/",
    ]
    assert tuple(lines[0]) == HEADINGS
    news, notice = lines[1], lines[2]
    assert lines[0]["Trạng thái"] == "Đã thu hồi"
    assert news["Cơ quan ban hành hoặc đăng tin"] == "Cơ quan vp"
    assert news["Mã cơ quan"] == "ban vp"
    assert news["Tác giả hoặc người ký"] == "M.L"
    assert notice["Cơ quan liên quan"] == "Cơ quan vp; Cơ quan ban"
    assert notice["Người được nêu tên"] == "Phạm Bình"
    assert notice["Chuyên mục hoặc loại văn bản"] == "Thông báo"


def test_no_cell_of_the_table_is_a_formula() -> None:
    (line,) = table(plan(article("a", more='summary: "=1+1"')))
    assert line["Tóm tắt"] == "'=1+1"


@pytest.mark.parametrize(
    ("more", "text", "paths"),
    [
        ("", "Sửa.", {"api/tin-tuc/2021/10.json"}),
        ("author: K.V", "", {"api/tin-tuc/2021/10.json", "api/ban-tin.csv"}),
    ],
)
def test_an_edit_changes_the_data_that_show_it(more: str, text: str, paths: set[str]) -> None:
    others = (article("cu", "2020-01-01"), article("khac", "2021-10-09"), document())

    def marks(more: str, text: str) -> dict[str, str]:
        outputs = plan(*others, article("a", more=more, body=text))
        return {p: fingerprint(o, DIGESTS) for p, o in outputs.items() if p.startswith("api/")}

    before, after = marks("", ""), marks(more, text)
    assert {path for path in before if before[path] != after[path]} == paths
