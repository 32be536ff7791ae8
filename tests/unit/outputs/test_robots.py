"""The sitemaps to those that read them, robots.txt and llms.txt."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree

import pytest
from bantin.building.fingerprint import Digests, fingerprint
from bantin.outputs.addresses import AddressBook
from bantin.outputs.output import Output
from bantin.outputs.plan import CHROME_KEYS
from bantin.records.models import Record
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site

from tests.unit.in_memory import plan_outputs
from tests.unit.samples import article, catalog_of, document, section

ROOT = "https://x.example/kho/"
RENDERER = Renderer(RenderSettings(Site("Bản Tin", ROOT, "Một câu")))
DIGESTS = Digests("", "", "", dict.fromkeys(CHROME_KEYS, ""))
NEWS = "sitemap-tin-moi.xml"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
OF_NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def plan(*records: Record, own: Mapping[str, str] | None = None) -> dict[str, Output]:
    outputs = plan_outputs(AddressBook(own or {}, catalog_of(*records)), ["", "gioi-thieu/"])
    return {one.path: one for one in outputs}


def text_of(output: Output) -> str:
    return output.render(RENDERER).decode()


def news_of(*records: Record) -> list[tuple[str, str]]:
    """Return (slug, when it was published) of what the news sitemap lists."""
    entries = plan(*records)[NEWS].view.entries
    return [(one.url.split("/")[-2], one.published) for one in entries]


def test_news_sitemap_has_the_elements_that_its_schema_asks_for_in_their_order() -> None:
    title = "Một & <hai>"
    record = article("a", "2021-10-05 03:57").model_copy(update={"title": title})
    root = ElementTree.fromstring(text_of(plan(record)[NEWS]))
    assert root.tag == f"{MAP}urlset"
    assert [(node.tag, (node.text or "").strip()) for node in root.iter()][1:] == [
        (f"{MAP}url", ""),
        (f"{MAP}loc", f"{ROOT}tin-tuc/2021/10/a/"),
        (f"{OF_NEWS}news", ""),
        (f"{OF_NEWS}publication", ""),
        (f"{OF_NEWS}name", "Bản Tin"),
        (f"{OF_NEWS}language", "vi"),
        (f"{OF_NEWS}publication_date", "2021-10-05T03:57:00+07:00"),
        (f"{OF_NEWS}title", title),
    ]


def test_news_sitemap_holds_the_two_days_that_end_with_the_newest_article() -> None:
    assert news_of(
        article("moi", "2021-10-05 10:00"),
        article("vua", "2021-10-03 10:00"),
        article("cu", "2021-10-03 09:59"),
        document(day="2021-10-05"),
    ) == [("moi", "2021-10-05T10:00:00+07:00"), ("vua", "2021-10-03T10:00:00+07:00")]


def test_news_sitemap_says_no_hour_that_is_not_sure_and_nothing_withdrawn() -> None:
    assert news_of(
        article("ngay", "2021-10-05"),
        article("ngo", "2021-10-04 03:57", "time_verified: false"),
        article("rut", "2021-10-05 08:00", "status: withdrawn"),
    ) == [("ngay", "2021-10-05"), ("ngo", "2021-10-04")]


@pytest.mark.parametrize("records", [(), (document(),), (article("a", more="status: withdrawn"),)])
def test_without_news_there_is_no_news_sitemap_and_nobody_is_led_to_it(
    records: tuple[Record, ...],
) -> None:
    outputs = plan(*records)
    assert NEWS not in outputs
    assert "Sitemap: https://x.example/kho/sitemap.xml\n" in text_of(outputs["robots.txt"])
    assert NEWS not in text_of(outputs["robots.txt"])


def test_every_part_of_the_sitemap_has_the_elements_that_its_schema_asks_for() -> None:
    outputs = plan(article(), document())
    parts = [path for path in outputs if path.startswith("sitemap/")]
    assert len(parts) == 3
    for path in parts:
        root = ElementTree.fromstring(text_of(outputs[path]))
        assert root.tag == f"{MAP}urlset"
        assert len(root) >= 1
        for node in root:
            assert node.tag == f"{MAP}url"
            assert [one.tag for one in node] in ([f"{MAP}loc"], [f"{MAP}loc", f"{MAP}lastmod"])
            assert (node[0].text or "").startswith(ROOT)


def test_robots_may_read_all_but_answers_to_questions() -> None:
    parser = RobotFileParser()
    parser.parse(text_of(plan(article())["robots.txt"]).splitlines())
    for url in ("", "tin-tuc/2021/10/hop-ban/", "tim-kiem/", "api/ban-tin.csv"):
        assert parser.can_fetch("bot", ROOT + url), url
    assert not parser.can_fetch("bot", f"{ROOT}tim-kiem/?q=a")
    assert parser.site_maps() == [f"{ROOT}sitemap.xml", ROOT + NEWS]


def test_llms_txt_leads_to_lists_sections_and_data() -> None:
    outputs = plan(section("y-te", "description: Tin y tế."))
    text = text_of(outputs["llms.txt"])
    assert text.startswith("# Bản Tin\n\n> Một câu\n")
    assert f"- [Mục y-te]({ROOT}chuyen-muc/y-te/): Tin y tế.\n" in text
    named = [line.partition("](")[2].partition(")")[0] for line in text.splitlines()]
    for url in filter(None, named):
        path = url.removeprefix(ROOT)
        assert (f"{path}index.html" if path.endswith("/") else path) in outputs, url


@pytest.mark.parametrize("name", ["robots.txt", "llms.txt"])
def test_a_file_of_the_editors_own_takes_the_place_of_ours(name: str) -> None:
    outputs = plan(article(), own={name: name})
    assert name not in outputs
    assert {"robots.txt", "llms.txt"} - {name} <= set(outputs)


def test_older_news_leaves_all_three_as_they_are() -> None:
    paths = (NEWS, "robots.txt", "llms.txt")

    def marks(*records: Record) -> list[str]:
        return [fingerprint(plan(*records)[path], DIGESTS) for path in paths]

    newest = article("moi", "2021-10-05")
    assert marks(newest) == marks(newest, article("cu", "2020-01-01"))
