"""What records, bodies and people are chosen by in search."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from bantin.outputs.discovery.search_entries import find_entry
from bantin.outputs.discovery.search_names import plan_names
from bantin.records.models import Record
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from bantin.search import CHAIRS, NAMED, SIGNS, Facets, NamedTerm, Participant

from tests.unit.in_memory import build_catalog
from tests.unit.samples import article, body, document, person, record_set

CONCLUSIONS = """Phó Chủ tịch Ủy ban nhân dân tỉnh kết luận như sau:

1. Giao Sở Thử nghiệm báo cáo trước ngày 30/10/2013.

2. Giao Văn phòng theo dõi, đôn đốc việc thực hiện.
"""


def facets(url: str, *records: Record) -> Facets:
    entry = find_entry(build_catalog(record_set(*records)), url)
    assert entry is not None
    return entry.facets


def names(*records: Record) -> dict[str, Any]:
    registry = build_catalog(record_set(*records)).registry
    renderer = Renderer(RenderSettings(Site("Bản Tin", "http://localhost/", "")))
    found: dict[str, Any] = json.loads(plan_names(registry).render(renderer))
    return found


def test_article_has_section_views_and_files() -> None:
    more = "views: 1234\nattachments:\n  - {src: hinh/bang.pdf, title: Bảng thử}"
    found = facets("tin-tuc/2021/10/hop-ban/", article(more=more))
    assert found == Facets(section="chi-dao", has_files=True, views=1234)


def test_record_has_the_bodies_it_concerns_and_no_others() -> None:
    """Kin of theirs stand in the file of names, so that a row tells nothing of the registry."""
    records = (body("cu", "succeeded_by: moi\nparent: vp"), body("moi"))
    tale = article(more="bodies: [cu]\nmeeting: {date: 2021-10-05, bodies: [ban, cu]}")
    assert facets("tin-tuc/2021/10/hop-ban/", *records, tale).bodies == ("cu", "ban")
    assert facets("to-chuc/cu/", *records).bodies == ("cu",)


def test_document_tells_whether_it_states_conclusions() -> None:
    url = "van-ban/2013/5-tb-vp/"
    assert facets(url, document(body=CONCLUSIONS)).has_conclusions
    plain = facets(url, document(body="Nội dung thử."))
    assert plain == Facets(bodies=("vp",))


@pytest.mark.parametrize(
    ("months", "slug"), [("1-9", "1-9"), ("1-12", "1-12"), ("4-6", "4-6"), ("2-2", "2-2")]
)
def test_record_has_the_period_of_its_meeting(months: str, slug: str) -> None:
    more = f"meeting: {{date: 2013-10-08, period: {{year: 2013, months: {months}}}}}"
    assert facets("tin-tuc/2021/10/hop-ban/", article(more=more)).period == slug
    assert slug in dict(names()["periods"])


def test_each_person_has_the_roles_that_the_record_gives() -> None:
    more = """signer: {position: PHÓ CHÁNH VĂN PHÒNG, name: Lê Bình}
people:
  - {name: Trần An, id: tran-an-2}
  - {name: Võ Hòa}
meeting: {date: 2013-10-08, chairs: [Trần An, Lê Bình]}"""
    namesake = person("tran-an-2", "Trần An", "note: Sở Thử nghiệm")
    found = facets("van-ban/2013/5-tb-vp/", namesake, document(more=more)).people
    assert found == (
        Participant("tran-an-2", "Trần An", CHAIRS),
        Participant("vo-hoa", "Võ Hòa", NAMED),
        Participant("le-binh", "Lê Bình", CHAIRS | SIGNS),
    )
    own = facets("nguoi/vo-hoa/", namesake, document(more=more))
    assert own == Facets(people=(Participant("vo-hoa", "Võ Hòa", 0),))
    assert names(namesake)["people"] == {"tran-an-2": "Trần An (Sở Thử nghiệm)"}


def test_file_of_names_tells_who_stands_above_a_body_and_who_took_over() -> None:
    records = (body("tinh"), body("so", "parent: tinh\nsucceeded_by: so-moi"), body("so-moi"))
    told = names(*records)
    assert told["bodies"] == {
        "ban": ["Cơ quan ban"],
        "so": ["Cơ quan so", "tinh", "so-moi"],
        "so-moi": ["Cơ quan so-moi"],
        "tinh": ["Cơ quan tinh"],
        "vp": ["Cơ quan vp"],
    }
    assert told["sections"] == {"chi-dao": "Mục chi-dao"}


def test_periods_are_named_short_ones_first() -> None:
    told = names()["periods"]
    assert dict(told)["1-3"] == "quý I"
    assert dict(told)["1-9"] == "9 tháng đầu năm"
    assert told[0] == ["1-1", "tháng 1"]
    assert told[-1] == ["1-12", "cả năm"]
    assert len(told) == 78


def test_every_kind_of_page_has_its_name_once() -> None:
    kinds = names()["kinds"]
    assert {"Tin tức", "Thông báo", "Công văn", "Cơ quan", "Người"} <= set(kinds)
    assert len(kinds) == len(set(kinds))


def test_facets_come_back_from_json_as_they_were() -> None:
    people = (Participant("le-an", "Lê An", CHAIRS | SIGNS), Participant("ba-b", "Bà B", 0))
    terms = (NamedTerm("linh-vuc", "y-te", "Y tế"),)
    facets = Facets("chi-dao", ("vp", "ban"), "1-9", people, has_files=True, views=3, terms=terms)
    for one in (facets, Facets()):
        assert Facets.parse(json.loads(json.dumps(asdict(one)))) == one
