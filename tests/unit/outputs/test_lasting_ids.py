"""Who follows the archive meets a record under one id, whatever its address, host or title is."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable

import feedparser
import pytest
from bantin.outputs.addresses import AddressBook
from bantin.outputs.plan import CHROME_KEYS
from bantin.records.models import Record
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from icalendar import Calendar

from tests.unit.in_memory import plan_outputs
from tests.unit.outputs.test_metadata import Head
from tests.unit.samples import article, body, catalog_of, document, person

Files = dict[str, bytes]
CHROME = Chrome.parse(f"<head>{HEAD_MARK}</head>{BODY_MARK}")
ITEMS = 'Kết luận:\n\n1. Giao việc.\n   {: to="so" due="2014-01-31" }'
MENTION = "bodies: [so]\npeople: [{name: Lê An, id: an}]\n"
TAG = "tag:bantin.example,2026:"


def files_of(root: str, *records: Record) -> Files:
    """Return path → content of every file of a site at an address."""
    chromes = dict.fromkeys(CHROME_KEYS, CHROME)
    renderer = Renderer(RenderSettings(Site("Bản Tin", root, "Một câu"), chromes))
    outputs = plan_outputs(AddressBook({}, catalog_of(*records)), [])
    wanted = (".json", ".csv", ".ics", ".xml", "index.html")
    return {one.path: one.render(renderer) for one in outputs if one.path.endswith(wanted)}


def archive(slugs: str, old: Callable[[str], str], title: str = "") -> tuple[Record, ...]:
    """Return records named after a word; `old` tells their old addresses by folder and month."""
    return (
        article(slugs, more=f"{MENTION}{old('tin-tuc/2021/10')}"),
        document(slugs, more=f"bodies: [so]\n{old('van-ban/2013')}", body=ITEMS),
        document("9-tb", "2014-01-02", "9/TB-VP", "replaces: [5/TB-VP năm 2013]"),
        body("so", old("to-chuc").replace("/cu/", "/so-cu/")),
        person("an", "Lê An", f"note: {title or 'A'}\n{old('nguoi').replace('/cu/', '/an-cu/')}"),
    )


def before() -> Files:
    return files_of("https://x.example/", *archive("cu", lambda _: ""))


def renamed(root: str = "https://x.example/") -> Files:
    def old(folder: str) -> str:
        # The portal's own address comes first, as from an import, and one more name lies between.
        return f"redirect_from: [tin/{folder[:3]}.aspx, {folder}/cu/, {folder}/giua/]"

    return files_of(root, *archive("moi", old, title="Khác"))


def feed_ids(files: Files) -> set[str]:
    atom = {entry.id for entry in feedparser.parse(files["feed.xml"]).entries}
    parsed = {item["id"] for item in json.loads(files["feed.json"])["items"]}
    assert atom == parsed
    return atom


def calendar_ids(files: Files) -> set[str]:
    calendar = Calendar.from_ical(files["to-chuc/so/duoc-giao/thoi-han.ics"])
    return {str(event["uid"]) for event in calendar.events}


def data_ids(files: Files) -> set[str]:
    wanted = ("api/tin-tuc/2021/10.json", "api/van-ban/2013/10.json", "api/nguoi.json")
    months = [json.loads(files[path])["records"] for path in (*wanted, "api/to-chuc.json")]
    return {record["id"] for records in months for record in records.values()}


def table_ids(files: Files) -> set[str]:
    text = files["api/ban-tin.csv"].decode("utf-8-sig")
    return {line["Mã"] for line in csv.DictReader(io.StringIO(text, newline=""))}


def register_ids(files: Files) -> set[str]:
    found = {one["id"] for one in json.loads(files["ket-luan/2013/10/ket-luan.json"])["documents"]}
    for path in ("ket-luan/2013/ket-luan-2013.csv", "to-chuc/so/duoc-giao/duoc-giao.csv"):
        text = files[path].decode("utf-8-sig")
        found |= {line["Mã"] for line in csv.DictReader(io.StringIO(text, newline=""))}
    return found


def linked_ids(files: Files) -> set[str]:
    """Return the ids of all records in the metadata of pages."""
    pages = [content.decode() for path, content in files.items() if path.endswith("index.html")]
    data = json.dumps([Head(page.partition("</head>")[0]).data for page in pages])
    found = set(re.findall(r'"@id": "([^"]*)"', data))
    kinds = ("tin-tuc/", "van-ban/", "to-chuc/", "nguoi/")
    return {one for one in found if one.startswith(tuple(f"{TAG}{kind}" for kind in kinds))}


KINDS = [feed_ids, calendar_ids, data_ids, table_ids, register_ids, linked_ids]


@pytest.mark.parametrize("ids", KINDS)
def test_ids_stay_when_host_and_scheme_change(ids: Callable[[Files], set[str]]) -> None:
    moved = files_of("http://kho.moi.example/tin/", *archive("cu", lambda _: ""))
    assert ids(moved) == ids(before())


@pytest.mark.parametrize("ids", KINDS)
def test_ids_stay_when_records_are_renamed_twice(ids: Callable[[Files], set[str]]) -> None:
    # Body and person stand at their second names here, so that their lists stay where they are.
    found = {one.replace("to-chuc/so-cu", "to-chuc/so") for one in ids(renamed())}
    assert {one.replace("nguoi/an-cu", "nguoi/an") for one in found} == ids(before())
    assert not any("moi" in one or "giua" in one for one in found)


def test_ids_are_those_of_first_addresses() -> None:
    files = renamed("https://moi.example/")
    assert feed_ids(files) == {
        f"{TAG}{one}" for one in ("tin-tuc/2021/10/cu", "van-ban/2013/cu")
    } | {f"{TAG}van-ban/2014/9-tb"}
    assert calendar_ids(files) == {f"{TAG}van-ban/2013/cu#kl-1"}
    assert register_ids(files) == {"van-ban/2013/cu", "van-ban/2013/cu#kl-1"}
    assert {"to-chuc/so-cu", "nguoi/an-cu", "tin-tuc/2021/10/cu"} <= data_ids(files)
    assert json.loads(files["api/index.json"])["id_prefix"] == TAG


def test_addresses_stay_addresses() -> None:
    root = "https://moi.example/"
    files = renamed(root)
    entries = feedparser.parse(files["feed.xml"]).entries
    assert f"{root}tin-tuc/2021/10/moi/" in {entry.link for entry in entries}
    (event,) = Calendar.from_ical(files["to-chuc/so/duoc-giao/thoi-han.ics"]).events
    assert event["url"] == f"{root}van-ban/2013/moi/#kl-1"
    assert f"{root}tin-tuc/2021/10/moi/".encode() in files["sitemap/tin-tuc-2021.xml"]


def test_a_person_and_a_body_are_one_thing_on_every_page() -> None:
    # Their pages, the pages of records, of the meeting and of the signer name them alike.
    assert not linked_ids(renamed()) & {f"{TAG}to-chuc/so", f"{TAG}nguoi/an"}
