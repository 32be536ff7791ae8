"""What the site will hold, and that one new record changes little of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from bantin.building.fingerprint import Digests, fingerprint
from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.outputs.sizes import USUAL
from bantin.records.models import Record
from bantin.records.schema import file_schemas
from bantin.rendering.chrome import ChromeKey
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from bantin.search import SearchEntry

from tests.unit.in_memory import plan_outputs, search_entries
from tests.unit.samples import article, body, catalog_of, document

SITE = Site("Bản Tin", "https://x.example/", "Một câu", "Người giữ")
CHROMES = {
    ChromeKey(depth, nav): ""
    for depth in range(6)
    for nav in ("", "tin-tuc", "van-ban", "ket-luan", "to-chuc")
}
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def plan(*records: Record) -> dict[str, Output]:
    outputs = plan_outputs(AddressBook({}, catalog_of(*records)), ["", "gioi-thieu/"])
    by_path = {output.path: output for output in outputs}
    assert len(by_path) == len(outputs), "paths are unique"
    return by_path


def entries_of(*records: Record) -> dict[str, SearchEntry]:
    """Return what search finds, by address."""
    entries = list(search_entries(catalog_of(*records)))
    by_url = {entry.url: entry for entry in entries}
    assert len(by_url) == len(entries), "addresses are unique"
    return by_url


def marks(outputs: dict[str, Output], *, site: str = "") -> dict[str, str]:
    digests = Digests("", "", site, CHROMES)
    return {path: fingerprint(output, digests) for path, output in outputs.items()}


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> set[str]:
    return {name for name in {**before, **after} if before.get(name) != after.get(name)}


def xml_of(output: Output) -> ElementTree.Element:
    return ElementTree.fromstring(output.render(Renderer(RenderSettings(SITE))))


def many(count: int, *, year: int = 2020, more: str = "") -> list[Record]:
    days = [date(year, 1, 1) + timedelta(days=number % 360) for number in range(count)]
    return [article(f"t{n:03}", day.isoformat(), more) for n, day in enumerate(days)]


def test_every_kind_of_page_is_there() -> None:
    outputs = plan(
        article(more="bodies: [ban]\npeople: [{name: Lê An}]\nredirect_from: [cu]"), document()
    )
    pages = """tin-tuc tin-tuc/2021 tin-tuc/2021/10 tin-tuc/2021/10/hop-ban van-ban van-ban/2013
        van-ban/2013/5-tb-vp to-chuc to-chuc/ban to-chuc/vp chuyen-muc chuyen-muc/chi-dao nguoi
        nguoi/le-an tim-kiem cu""".split()
    assert {f"{page}/index.html" for page in pages} <= set(outputs)
    assert {"feed.xml", "sitemap.xml", "schema/tin-tuc.json"} <= set(outputs)


def test_empty_archive_has_its_listings_and_a_feed() -> None:
    outputs = plan()
    assert {"tin-tuc/index.html", "van-ban/index.html", "nguoi/index.html"} <= set(outputs)
    feed = xml_of(outputs["feed.xml"])
    assert feed.findall(f"{ATOM}entry") == []
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize(
    ("count", "has_months"), [(USUAL.whole_year, False), (USUAL.whole_year + 1, True)]
)
def test_section_year_has_months_only_where_it_holds_many(count: int, has_months: bool) -> None:
    outputs = plan(*many(count))
    assert ("chuyen-muc/chi-dao/2020/thang-1/index.html" in outputs) is has_months
    view = outputs["chuyen-muc/chi-dao/2020/index.html"].view
    assert view.partial is has_months
    assert sum(len(group.cards) for group in view.groups) == (USUAL.latest if has_months else count)


@pytest.mark.parametrize(("count", "has_years"), [(USUAL.latest, False), (USUAL.latest + 1, True)])
def test_section_has_years_only_where_its_page_cannot_hold_all(count: int, has_years: bool) -> None:
    outputs = plan(*many(count))
    assert ("chuyen-muc/chi-dao/2020/index.html" in outputs) is has_years
    assert bool(outputs["chuyen-muc/chi-dao/index.html"].view.links) is has_years
    assert "tin-tuc/2020/01/index.html" in outputs


def test_month_page_holds_all_of_its_month() -> None:
    outputs = plan(*many(400))
    view = outputs["tin-tuc/2020/01/index.html"].view
    assert sum(len(group.cards) for group in view.groups) == view.size > 31


def test_one_new_article_changes_a_handful_of_outputs() -> None:
    old = many(300, more="bodies: [ban]")
    new = article("moi", "2020-02-10", "bodies: [ban]")
    touched = changed(marks(plan(*old)), marks(plan(*old, new)))
    own = {"tin-tuc/2020/02/moi/index.html"}
    neighbours = {name for name in touched if name.startswith("tin-tuc/2020/02/t")}
    listings = {
        "tin-tuc/2020/02/index.html",
        "tin-tuc/2020/index.html",
        "tin-tuc/index.html",
        "chuyen-muc/index.html",
        "chuyen-muc/chi-dao/index.html",
        "chuyen-muc/chi-dao/2020/index.html",
        "chuyen-muc/chi-dao/2020/thang-2/index.html",
        "to-chuc/index.html",
        "to-chuc/ban/index.html",
        "to-chuc/ban/2020/index.html",
        "to-chuc/ban/2020/thang-2/index.html",
        "sitemap/tin-tuc-2020.xml",
        "api/index.json",
        "api/tin-tuc/2020/02.json",
        "api/ban-tin.csv",
        "api/changes/index.json",
        "api/changes/2020-02.json",
        "ngay-nay/02.json",
        "ngay-nay/02-10/index.html",
    }
    # All is older than what feeds hold.
    assert touched == own | neighbours | listings
    assert 2 <= len(neighbours) <= 5
    assert changed(entries_of(*old), entries_of(*old, new)) == {new.url}


def test_edited_text_changes_its_page_and_search_only() -> None:
    first, second = (
        [*many(20, year=2021), article("a", "2020-01-05", "summary: S", text)]
        for text in ("Một.", "Hai.")
    )
    touched = changed(marks(plan(*first)), marks(plan(*second)))
    assert touched == {"tin-tuc/2020/01/a/index.html", "api/tin-tuc/2020/01.json"}
    assert changed(entries_of(*first), entries_of(*second)) == {"tin-tuc/2020/01/a/"}


def test_new_short_name_of_a_body_changes_its_page_and_search_only() -> None:
    records = [article("a", more="bodies: [x]"), article("b", "2021-10-06"), body("x")]
    renamed = [*records[:2], body("x", "short_names: [X]")]
    touched = changed(marks(plan(*records)), marks(plan(*renamed)))
    assert touched == {"to-chuc/x/index.html", "api/to-chuc.json"}
    found = changed(entries_of(*records), entries_of(*renamed))
    assert found == {"to-chuc/x/", "tin-tuc/2021/10/a/"}


def test_fingerprint_knows_site_chrome_and_code() -> None:
    output = plan(article())["tin-tuc/index.html"]
    base = Digests("máy", "khuôn", "trang", {output.chrome: "khung"})  # type: ignore[dict-item]
    others = [
        Digests("máy 2", "khuôn", "trang", base.chromes),
        Digests("máy", "khuôn 2", "trang", base.chromes),
        Digests("máy", "khuôn", "trang 2", base.chromes),
        Digests("máy", "khuôn", "trang", {output.chrome: "khung 2"}),  # type: ignore[dict-item]
    ]
    assert len({fingerprint(output, digests) for digests in (base, *others)}) == 5


def test_feed_holds_the_latest_with_absolute_addresses_and_times() -> None:
    newest = article("moi", "2021-10-05 03:57", 'author: M.L\nsummary: "Một & <hai>"')
    feed = xml_of(plan(*many(USUAL.feed + 5), newest)["feed.xml"])
    entries = feed.findall(f"{ATOM}entry")
    assert len(entries) == USUAL.feed
    first = entries[0]
    assert first.findtext(f"{ATOM}id") == SITE.id_of("tin-tuc/2021/10/moi")
    assert first.findtext(f"{ATOM}published") == "2021-10-05T03:57:00+07:00"
    assert first.findtext(f"{ATOM}summary") == "Một & <hai>"
    assert first.findtext(f"{ATOM}author/{ATOM}name") == "M.L"
    assert feed.findtext(f"{ATOM}updated") == "2021-10-05T03:57:00+07:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Người giữ"


def test_feed_mixes_news_and_documents_newest_first() -> None:
    outputs = plan(
        article("cu", "2013-10-09"),
        document(day="2013-10-10"),
        article("cung-ngay", "2013-10-10"),
        article("moi", "2013-10-10 08:00"),
    )
    found = [entry.url.split("/")[-2] for entry in outputs["feed.xml"].view.entries]
    assert found == ["moi", "cung-ngay", "5-tb-vp", "cu"]


def test_sitemap_lists_every_page_once_with_the_day_it_changed() -> None:
    more = "changes: [{date: 2022-01-02, note: sửa}]"
    outputs = plan(article(more=more), document())
    index = xml_of(outputs["sitemap.xml"])
    parts = [node.text or "" for node in index.iter(f"{MAP}loc")]
    found: dict[str, str | None] = {}
    for part in parts:
        for node in xml_of(outputs[part.removeprefix(SITE.url)]):
            found[node.findtext(f"{MAP}loc") or ""] = node.findtext(f"{MAP}lastmod")
    assert found["https://x.example/tin-tuc/2021/10/hop-ban/"] == "2022-01-02"
    assert found["https://x.example/van-ban/2013/5-tb-vp/"] == "2013-10-10"
    assert found["https://x.example/gioi-thieu/"] is None
    urls = {name.removesuffix("index.html") for name in outputs if name.endswith("index.html")}
    # A search page without its question is nothing to find.
    wanted = urls - {"tim-kiem/"} | {"", "gioi-thieu/"}
    assert set(found) == {SITE.url + url for url in wanted}
    lastmod = {n.findtext(f"{MAP}loc"): n.findtext(f"{MAP}lastmod") for n in index}
    assert lastmod["https://x.example/sitemap/tin-tuc-2021.xml"] == "2022-01-02"


def test_every_kind_of_record_has_its_schema_in_the_site() -> None:
    outputs = plan()
    for folder, schema in file_schemas().items():
        content = outputs[f"schema/{folder}.json"].render(Renderer(RenderSettings(SITE)))
        assert json.loads(content) == schema


def test_records_of_a_dissolved_body_are_found_under_its_successor_too() -> None:
    entries = entries_of(
        body("cu", "succeeded_by: moi"), body("moi"), article("a", more="bodies: [cu]")
    )
    assert {"Cơ quan cu", "Cơ quan moi"} <= set(entries["tin-tuc/2021/10/a/"].names)
    assert entries["to-chuc/cu/"].summary == "Kế tục: Cơ quan moi"
    assert entries["to-chuc/moi/"].summary == ""
