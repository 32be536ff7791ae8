"""What heads tell machines: JSON-LD that a reader of RDF understands, Dublin Core, Open Graph."""

from __future__ import annotations

import json
from functools import lru_cache
from html.parser import HTMLParser
from typing import Any

import pytest
from bantin.outputs.addresses import AddressBook
from bantin.records.models import Record
from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from rdflib import RDF, SDO, Graph, Literal, URIRef

from tests.unit.in_memory import plan_outputs
from tests.unit.samples import article, body, catalog_of, document, person

SITE = Site("Bản Tin", "https://x.example/", "Một câu.", "Văn phòng")
ROOT = "https://x.example/"
TAG = "tag:bantin.example,2026:"
# In schema.org since 2023; later than the list that rdflib ships.
NEWER_TERMS = {"legislationDateOfApplicability"}
EVIL = "Tin </script><script>alert(1)</script> & 'x' \"y\" <!--"
RECORDS = (
    article(
        more="author: M.L\nbodies: [uy-ban]\npublisher: vp\ntags: [phụ nữ, họp]\nfield: [y tế]\n"
        "summary: Tóm tắt.\nphotos: [{src: anh.png, caption: Ảnh họp}]\n"
        "people: [{name: Lê An, positions: [Trưởng ban], former: [Phó ban]}]\n"
        "meeting: {date: 2021-10-05, bodies: [uy-ban], period: {year: 2021, months: 1-9},"
        " venue: Hội trường, chairs: [Lê An]}\n"
        "changes: [{date: 2021-10-09, note: sửa}]\nsource: {url: 'https://cu.example/1'}"
    ),
    article("gio-ngo", "2021-10-06 03:57", "time_verified: false"),
    article("rut", "2021-10-07 08:00", "status: withdrawn"),
    document(more="effective: 2013-11-01\nreplaces: [4/TB-VP]\nbodies: [uy-ban]"),
    document("9-tb-vp", "2014-01-02", "9/TB-VP", "replaces: [5/TB-VP năm 2013]"),
    body("uy-ban", "kind: committee\nparent: vp\nprovince: Đắk Nông\nactive: {from: 2004-01-01}"),
    body("hoi", "kind: association"),
    person("le-an", "Lê An", "note: Trưởng ban năm 2021"),
)


class Head(HTMLParser):
    """Collects metas by name or property, links by rel, and the JSON-LD of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.metas: dict[str, list[str]] = {}
        self.links: list[dict[str, str]] = []
        self.data: list[dict[str, Any]] = []
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = values.get("property") or values.get("name", "")
            self.metas.setdefault(name, []).append(values.get("content", ""))
        if tag == "link":
            self.links.append(values)
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(json.loads(data))
            self._in_data = False

    @property
    def main(self) -> dict[str, Any]:
        """The first thing: what the page is about."""
        node: dict[str, Any] = self.data[0]["@graph"][0]
        return node


def heads_of(*records: Record) -> dict[str, Head]:
    book = AddressBook({"tin-tuc/2021/10/anh.png": "tin-tuc/2021/10/anh.png"}, catalog_of(*records))
    outputs = [one for one in plan_outputs(book, []) if one.chrome is not None]
    chrome = Chrome.parse(f"<head>{HEAD_MARK}</head>{BODY_MARK}")
    chromes = {one.chrome: chrome for one in outputs if one.chrome is not None}
    renderer = Renderer(RenderSettings(SITE, chromes))
    return {
        one.path.removesuffix("index.html"): Head(
            one.render(renderer).decode().partition("</head>")[0]
        )
        for one in outputs
    }


@lru_cache(maxsize=1)
def heads() -> dict[str, Head]:
    return heads_of(*RECORDS)


def graph_of(head: Head) -> Graph:
    """Read the JSON-LD as RDF; the context, which would be fetched, is its vocabulary."""
    (data,) = head.data
    local = {**data, "@context": {"@vocab": str(SDO)}}
    return Graph().parse(data=json.dumps(local), format="json-ld")


def test_every_page_has_one_block_of_terms_that_schema_org_knows() -> None:
    unknown = set()
    for url, head in heads().items():
        graph = graph_of(head)
        assert len(graph) > 3, url
        terms = {*graph.predicates(), *graph.objects(None, RDF.type)} - {RDF.type}
        for term in terms:
            assert isinstance(term, URIRef)
            if term not in SDO and term.removeprefix(str(SDO)) not in NEWER_TERMS:
                unknown.add((url, term))
    assert unknown == set()
    assert len(heads()) > 20


def test_every_page_has_its_canonical_address_and_what_circular_24_asks() -> None:
    for url, head in heads().items():
        canonical = [link["href"] for link in head.links if link["rel"] == "canonical"]
        assert canonical == head.metas["og:url"] == head.metas["DC.identifier"][:1] == [ROOT + url]
        for name in ("DC.title", "DC.creator", "DC.publisher", "DC.language", "og:title"):
            assert all(head.metas[name]), (url, name)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("tin-tuc/2021/10/hop-ban/", "NewsArticle"),
        ("van-ban/2013/5-tb-vp/", "Legislation"),
        ("to-chuc/uy-ban/", "GovernmentOrganization"),
        ("to-chuc/hoi/", "Organization"),
        ("nguoi/le-an/", "ProfilePage"),
        ("cuoc-hop/2021/10-05-uy-ban/", "Event"),
        ("chuyen-muc/chi-dao/", "CollectionPage"),
        ("tin-tuc/2021/10/", "CollectionPage"),
        ("tim-kiem/", "WebPage"),
    ],
)
def test_page_says_what_it_is_about_and_the_way_to_it(url: str, kind: str) -> None:
    head = heads()[url]
    assert head.main["@type"] == kind
    trail = next(one for one in head.data[0]["@graph"] if one["@type"] == "BreadcrumbList")
    steps = trail["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0]["item"] == ROOT
    assert steps[-1]["name"] == head.metas["og:title"][0]


def test_article_tells_author_dates_photo_bodies_people_and_meeting() -> None:
    head = heads()["tin-tuc/2021/10/hop-ban/"]
    node = head.main
    assert node["author"] == {"@type": "Person", "name": "M.L"}
    assert node["publisher"]["@id"] == f"{TAG}to-chuc/vp"
    assert (node["datePublished"], node["dateModified"]) == ("2021-10-05", "2021-10-09")
    assert node["image"] == f"{ROOT}tin-tuc/2021/10/anh.png"
    assert node["keywords"] == ["y tế", "phụ nữ", "họp"]
    assert node["isBasedOn"] == "https://cu.example/1"
    assert node["mentions"][0]["jobTitle"] == ["Trưởng ban"]
    event = next(one for one in node["about"] if one["@type"] == "Event")
    assert event["startDate"] == "2021-10-05"
    assert event["location"]["name"] == "Hội trường"
    assert {one["@id"] for one in event["organizer"]} <= {one["@id"] for one in node["about"]}
    assert head.metas["og:image"] == [f"{ROOT}tin-tuc/2021/10/anh.png"]
    assert head.metas["og:image:alt"] == ["Ảnh họp"]
    assert "og:image:width" not in head.metas
    assert head.metas["article:tag"] == ["y tế", "phụ nữ", "họp"]
    assert head.metas["DC.creator"] == ["M.L"]
    assert head.metas["DC.source"] == ["https://cu.example/1"]


def test_the_same_body_is_one_thing_on_all_pages() -> None:
    graph = Graph()
    for url in ("tin-tuc/2021/10/hop-ban/", "to-chuc/uy-ban/", "cuoc-hop/2021/10-05-uy-ban/"):
        graph += graph_of(heads()[url])
    ban = URIRef(f"{TAG}to-chuc/uy-ban")
    assert set(graph.objects(ban, SDO.name)) == {Literal("Cơ quan uy-ban")}
    assert set(graph.objects(ban, SDO.parentOrganization)) == {URIRef(f"{TAG}to-chuc/vp")}
    article_of_it = set(graph.subjects(SDO.about, ban))
    assert article_of_it == {URIRef(f"{TAG}tin-tuc/2021/10/hop-ban")}


def test_an_hour_that_nobody_has_verified_is_left_out() -> None:
    head = heads()["tin-tuc/2021/10/gio-ngo/"]
    assert head.main["datePublished"] == "2021-10-06"
    assert head.metas["article:published_time"] == ["2021-10-06"]
    assert heads()["tin-tuc/2021/10/rut/"].main["datePublished"] == "2021-10-07T08:00:00+07:00"


def test_document_tells_number_issuer_and_whether_it_is_known_to_be_over() -> None:
    old, new = (heads()[f"van-ban/{url}/"] for url in ("2013/5-tb-vp", "2014/9-tb-vp"))
    assert old.main["legislationIdentifier"] == "5/TB-VP"
    assert old.main["legislationPassedBy"]["@id"] == f"{TAG}to-chuc/vp"
    assert old.main["legislationDateOfApplicability"] == "2013-11-01"
    assert old.main["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "legislationLegalForce" not in new.main
    assert new.main["legislationChanges"][0]["@id"] == f"{TAG}van-ban/2013/5-tb-vp"
    assert old.main["legislationChanges"] == [{"@type": "Legislation", "name": "4/TB-VP"}]
    assert old.metas["DC.identifier"] == [f"{ROOT}van-ban/2013/5-tb-vp/", "5/TB-VP"]
    assert old.metas["DCTERMS.isReplacedBy"]
    assert old.metas["DCTERMS.valid"] == ["2013-11-01"]


def test_withdrawn_article_says_so() -> None:
    assert heads()["tin-tuc/2021/10/rut/"].main["creativeWorkStatus"] == "Đã thu hồi"
    assert "creativeWorkStatus" not in heads()["tin-tuc/2021/10/hop-ban/"].main


def test_body_tells_since_when_and_for_what_place() -> None:
    node = heads()["to-chuc/uy-ban/"].main
    assert node["foundingDate"] == "2004-01-01"
    assert node["areaServed"] == {"@type": "AdministrativeArea", "name": "Đắk Nông"}
    assert "dissolutionDate" not in node


def test_what_a_title_holds_neither_ends_the_block_nor_is_lost() -> None:
    record = article("xau", more=f"summary: {json.dumps(EVIL)}\ntags: [{json.dumps(EVIL)}]")
    (head,) = (head for url, head in heads_of(record).items() if url.endswith("xau/"))
    assert head.main["keywords"] == [EVIL]
    assert head.metas["og:description"] == [EVIL]
