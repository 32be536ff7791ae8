"""The table of kinds of lists, and what follows from an entry: records by field of work."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from bantin.catalog.catalog import Catalog
from bantin.catalog.taxonomies import TAXONOMIES
from bantin.outputs.addresses import LISTING_URIS, AddressBook
from bantin.outputs.discovery.search_entries import plan_search_page, record_entry
from bantin.outputs.listing_kinds import KINDS
from bantin.outputs.output import Output
from bantin.outputs.plan import CHROME_KEYS
from bantin.outputs.sizes import USUAL, Sizes
from bantin.records.models import Record
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.search import NamedTerm

from tests.unit.archive import SITE, SMALL
from tests.unit.in_memory import plan_outputs
from tests.unit.samples import article, catalog_of, document

CHROMES = dict.fromkeys(CHROME_KEYS, Chrome.parse(f"{HEAD_MARK}\n{BODY_MARK}"))
RENDERER = Renderer(RenderSettings(SITE, CHROMES))
HEALTH = "field: [Y tế]"


def plan(*records: Record, sizes: Sizes = USUAL) -> dict[str, Output]:
    planned = plan_outputs(AddressBook({}, catalog_of(*records)), [], sizes)
    return {output.path: output for output in planned}


def shown(outputs: dict[str, Output], path: str) -> str:
    return outputs[path].render(RENDERER).decode()


def names_of(*records: Record) -> dict[str, str]:
    return catalog_of(*records).terms.names(TAXONOMIES["linh-vuc"])


def metadata_of(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)
    assert found
    told: dict[str, Any] = json.loads(found[1])["@graph"][0]
    return told


def test_every_kind_has_both_halves_of_its_entry() -> None:
    assert list(KINDS) == list(TAXONOMIES)


@pytest.mark.parametrize("folder", KINDS)
def test_what_follows_from_an_entry(folder: str) -> None:
    """Page and feed of each term, a page of all terms, pictures, sitemap, chrome, address."""
    kind = KINDS[folder]
    more = f"bodies: [ban]\npeople: [{{name: Lê An}}]\n{HEALTH}"
    outputs = plan(article(more=more), document(more=more))
    catalog = catalog_of(article(more=more), document(more=more))
    timelines = [kind.taxonomy.timeline(slug) for slug in catalog.terms.names(kind.taxonomy)]
    assert timelines
    wanted = {f"{name}/{file}" for name in timelines for file in ("index.html", "feed.xml")}
    if kind.directory:
        wanted.add(f"{folder}/index.html")
    pictures = {f"anh-chia-se/{name}.png" for name in timelines if kind.has_pictures}
    assert wanted | pictures | {f"anh-chia-se/{folder}.png"} <= outputs.keys()
    mapped = shown(outputs, "sitemap/trang.xml")
    for path in sorted(wanted):
        if path.endswith("/index.html"):
            assert f"<loc>{SITE.url}{path.removesuffix('index.html')}</loc>" in mapped
            assert outputs[path].chrome in CHROME_KEYS
    assert f"{folder}/index.md" in LISTING_URIS


def test_two_spellings_are_one_field_under_the_name_that_most_records_give() -> None:
    first = [article(f"a{n}", f"2021-0{n}-01", "field: [y tế]") for n in (1, 2)]
    newest = article("b", "2021-09-01", "field: [Y TẾ, giáo dục]")
    assert names_of(*first, newest) == {"giao-duc": "giáo dục", "y-te": "y tế"}
    # Of equals that of the newest.
    assert names_of(first[0], newest)["y-te"] == "Y TẾ"
    outputs = plan(*first, newest)
    assert outputs["linh-vuc/y-te/index.html"].view.size == 3
    frame = outputs["linh-vuc/y-te/index.html"].view.frame
    assert (frame.title, frame.description) == ("Y tế", "Lĩnh vực y tế: tin tức và văn bản.")


def test_drafts_make_no_field_and_withdrawn_records_keep_theirs() -> None:
    assert names_of(article(more=f"{HEALTH}\nstatus: draft")) == {}
    assert names_of(article(more=f"{HEALTH}\nstatus: withdrawn")) == {"y-te": "Y tế"}


def test_field_with_many_records_has_years_and_months() -> None:
    records = [article(f"t{n}", f"2021-0{n}-01", HEALTH) for n in range(1, 5)]
    outputs = plan(*records, document(more=HEALTH), sizes=SMALL)
    of_field = {path for path in outputs if path.startswith("linh-vuc/y-te/")}
    months = {f"2021/thang-{n}" for n in range(1, 5)}
    assert {path.removesuffix("/index.html") for path in of_field if path.endswith("html")} == {
        f"linh-vuc/y-te{'/' * bool(part)}{part}" for part in ("", "2013", "2021", *months)
    }
    page = outputs["linh-vuc/y-te/2021/thang-2/index.html"].view
    assert [link.url for link in page.frame.crumbs] == [
        "",
        "linh-vuc/",
        "linh-vuc/y-te/",
        "linh-vuc/y-te/2021/",
    ]


def test_page_of_all_fields_is_in_alphabetical_order() -> None:
    [group] = plan(article(more="field: [Y tế, đất đai, dân số]"))[
        "linh-vuc/index.html"
    ].view.groups
    assert [(one.text, one.url, one.size) for one in group.links] == [
        ("Dân số", "linh-vuc/dan-so/", 1),
        ("Đất đai", "linh-vuc/dat-dai/", 1),
        ("Y tế", "linh-vuc/y-te/", 1),
    ]
    assert "Chưa có mục nào." in shown(plan(), "linh-vuc/index.html")


@pytest.mark.parametrize("record", [article, document])
def test_record_leads_to_its_fields_and_tells_machines_of_them(record: Any) -> None:
    one = record(more="field: [y tế, giáo dục]\ntags: [tiêm chủng, y tế]")
    page = shown(plan(one), f"{one.url}index.html")
    links = re.findall(r'<a href="[./]*(linh-vuc/[^"]*)">([^<]*)</a>', page)
    assert links == [
        ("linh-vuc/", "Lĩnh vực"),
        ("linh-vuc/y-te/", "y tế"),
        ("linh-vuc/giao-duc/", "giáo dục"),
    ]
    about = metadata_of(page)
    assert about["keywords"] == ["y tế", "giáo dục", "tiêm chủng"]
    assert {
        "@type": "DefinedTerm",
        "@id": SITE.id_of("linh-vuc/y-te"),
        "name": "y tế",
        "url": f"{SITE.url}linh-vuc/y-te/",
        "inDefinedTermSet": f"{SITE.url}linh-vuc/",
    } in about["about"]
    assert 'name="DC.subject" content="giáo dục"' in page


def test_record_without_a_field_says_nothing_of_fields() -> None:
    assert "linh-vuc" not in shown(plan(article()), f"{article().url}index.html")


def test_search_chooses_and_finds_by_field() -> None:
    catalog: Catalog = catalog_of(one := article(more="field: [y tế]"))
    entry = record_entry(catalog.dated(one.file.src_uri), catalog)
    assert entry.facets.terms == (NamedTerm("linh-vuc", "y-te", "Y tế"),)
    assert entry.text == "Y tế"
    form = plan_search_page().render(RENDERER).decode()
    assert '<label for="tim-linh-vuc">Lĩnh vực</label><select id="tim-linh-vuc"' in form
