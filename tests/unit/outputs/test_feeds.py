"""Feeds: of all and of each list, valid to those that read them, of the newest records only."""

from __future__ import annotations

import json
from typing import Any

import feedparser
import pytest
from bantin.building.fingerprint import Digests, fingerprint
from bantin.outputs.addresses import AddressBook
from bantin.outputs.discovery.feeds import JSON_FEED
from bantin.outputs.output import Output
from bantin.outputs.plan import CHROME_KEYS
from bantin.outputs.sizes import USUAL
from bantin.records.models import Record
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from jsonschema import Draft202012Validator

from tests.unit.in_memory import plan_outputs
from tests.unit.samples import article, catalog_of, document

SITE = Site("Bản Tin", "https://x.example/", "Một câu", "Người giữ")
RENDERER = Renderer(RenderSettings(SITE))
DIGESTS = Digests("", "", "", dict.fromkeys(CHROME_KEYS, ""))
# What JSON Feed 1.1 asks of each member that we write.
_ADDRESS = {"type": "string", "pattern": "^https://x[.]example/"}
_AUTHORS = {"type": "array", "items": {"type": "object", "required": ["name"]}}
_MOMENT = {"type": "string", "format": "date-time", "pattern": "[+]07:00$"}
JSON_FEED_SCHEMA = {
    "type": "object",
    "required": ["version", "title", "home_page_url", "feed_url", "items"],
    "properties": {
        "version": {"const": JSON_FEED},
        "home_page_url": _ADDRESS,
        "feed_url": _ADDRESS,
        "language": {"const": "vi"},
        "authors": _AUTHORS,
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["id", "url", "content_text", "date_published", "date_modified"],
                "properties": {
                    "id": {"type": "string", "pattern": "^tag:bantin[.]example,2026:"},
                    "url": _ADDRESS,
                    "content_text": {"type": "string", "minLength": 1},
                    "date_published": _MOMENT,
                    "date_modified": _MOMENT,
                    "authors": _AUTHORS,
                    "tags": {"type": "array", "items": {"type": "string"}},
                },
                "additionalProperties": {"type": "string"},
            },
        },
    },
}
PEOPLE = "people: [{name: Lê An}]"
RECORDS = (
    article("a", "2021-10-05 03:57", f"author: M.L\nbodies: [ban]\n{PEOPLE}", "Chữ & <b>thẻ</b>."),
    article("b", "2021-10-04", "status: withdrawn\nsummary: Tóm tắt.\nbodies: [ban]"),
    document(more=f"bodies: [ban]\n{PEOPLE}", body="Nội dung."),
)
FEEDS = ["", "tin-tuc/", "van-ban/", "chuyen-muc/chi-dao/", "to-chuc/ban/", "nguoi/le-an/"]


def plan(*records: Record) -> dict[str, Output]:
    return {one.path: one for one in plan_outputs(AddressBook({}, catalog_of(*records)), [])}


def atom(output: Output) -> Any:
    parsed = feedparser.parse(output.render(RENDERER))
    assert not parsed.bozo, parsed.get("bozo_exception")
    assert parsed.version == "atom10"
    return parsed


@pytest.mark.parametrize("url", FEEDS)
def test_both_feeds_of_a_list_are_valid_and_say_the_same(url: str) -> None:
    outputs = plan(*RECORDS)
    parsed = atom(outputs[f"{url}feed.xml"])
    found = json.loads(outputs[f"{url}feed.json"].render(RENDERER))
    checker = Draft202012Validator.FORMAT_CHECKER
    Draft202012Validator(JSON_FEED_SCHEMA, format_checker=checker).validate(found)
    assert found["feed_url"] == f"{SITE.url}{url}feed.json"
    assert found["home_page_url"] == parsed.feed.link == SITE.url + url
    assert parsed.feed.id == SITE.id_of(f"{url}feed")
    assert found["title"] == parsed.feed.title
    told = [(one.id, one.title, one.published, one.updated, one.summary) for one in parsed.entries]
    keys = ("id", "title", "date_published", "date_modified", "content_text")
    assert told == [tuple(item[key] for key in keys) for item in found["items"]]
    assert len(told) >= 1


def test_feed_of_a_list_holds_its_records_and_is_named_after_it() -> None:
    outputs = plan(*RECORDS)
    parsed = atom(outputs["nguoi/le-an/feed.xml"])
    assert parsed.feed.title == "Lê An – Bản Tin"
    assert [one.id.split("/")[-1] for one in parsed.entries] == ["a", "5-tb-vp"]
    assert parsed.entries[0].authors[0].name == "M.L"


def test_withdrawn_record_is_told_as_such() -> None:
    entries = atom(plan(*RECORDS)["feed.xml"]).entries
    assert [one.title for one in entries][:2] == ["Tin a", "Đã thu hồi: Tin b"]


def test_pages_of_a_list_name_its_feeds() -> None:
    outputs = plan(*(article(f"t{n:02}", f"2021-01-{n % 28 + 1:02}") for n in range(30)))
    for path in ("chuyen-muc/chi-dao/index.html", "chuyen-muc/chi-dao/2021/index.html"):
        head = RENDERER.head(outputs[path].view.frame)
        for name in ("feed.xml", "feed.json"):
            base = "../" * path.count("/")
            assert f'title="Mục chi-dao" href="{base}chuyen-muc/chi-dao/{name}"' in head
    assert "feed.xml" not in RENDERER.head(outputs["tin-tuc/2021/01/t00/index.html"].view.frame)


def test_feeds_change_with_the_records_they_hold_and_with_no_others() -> None:
    days = [f"20{10 + n // 12:02}-{n % 12 + 1:02}-01" for n in range(USUAL.feed + 5)]

    def marks(edited: int) -> dict[str, str]:
        records = (
            article(f"t{n:02}", day, "bodies: [ban]", "Sửa." if n == edited else "Chữ.")
            for n, day in enumerate(days)
        )
        return {
            path: fingerprint(output, DIGESTS)
            for path, output in plan(*records).items()
            if path.endswith(("feed.xml", "feed.json"))
        }

    before = marks(-1)

    def changed(edited: int) -> set[str]:
        after = marks(edited)
        return {path for path in before if before[path] != after[path]}

    of_lists = {
        f"{url}feed.{kind}"
        for url in ("tin-tuc/", "chuyen-muc/chi-dao/", "to-chuc/ban/")
        for kind in ("xml", "json")
    }
    newest = len(days) - 1
    assert changed(newest) == of_lists | {"feed.xml", "feed.json"}
    assert changed(newest - USUAL.term_feed) == {"feed.xml", "feed.json"}
    assert changed(newest - USUAL.feed) == set()
