"""Who is named where, and as what."""

from __future__ import annotations

from bantin.catalog.catalog import Catalog
from bantin.catalog.people import PersonEntry, mentions_of, slug_named
from bantin.catalog.timeline_names import person_timeline
from bantin.records.models import Dated

from tests.unit.samples import ARTICLE_URI, DOCUMENT_URI, article, catalog_of, document, person

SIGNER = "signer: {position: PHÓ CHỦ TỊCH UBND, name: Lê Văn Ký}"
CHAIR = "meeting: {date: 2021-10-04, chairs: [Trần Chủ Tọa]}"


def roles(entry: PersonEntry) -> list[tuple[str, bool, str]]:
    return [(role.position, role.former, role.src_uri) for role in entry.roles]


def records_of(catalog: Catalog, slug: str) -> list[str]:
    return [item.slug for item in catalog.timeline(person_timeline(slug)).latest()]


def test_signer_and_chairs_are_people_too() -> None:
    catalog = catalog_of(document(more=f"{SIGNER}\n{CHAIR}"))
    assert list(catalog.people_names()) == ["le-van-ky", "tran-chu-toa"]
    assert roles(catalog.person("le-van-ky")) == [("Phó chủ tịch UBND", False, DOCUMENT_URI)]
    assert roles(catalog.person("tran-chu-toa")) == []


def test_former_position_is_a_role_that_had_ended() -> None:
    more = "people:\n  - name: Đỗ Nguyên\n    positions: [Ủy viên]\n    former: [nguyên Trưởng ban]"
    catalog = catalog_of(article(more=more))
    assert roles(catalog.person("do-nguyen")) == [
        ("Ủy viên", False, ARTICLE_URI),
        ("nguyên Trưởng ban", True, ARTICLE_URI),
    ]


def test_roles_come_newest_first_and_in_the_order_of_their_record() -> None:
    named = "people: [{name: Lê An, positions: [%s]}]"
    catalog = catalog_of(
        article("cu", "2020-01-01", named % "Ủy viên"),
        article("moi", "2021-10-05", named % "Trưởng ban, Bí thư"),
    )
    found = [role.position for role in catalog.person("le-an").roles]
    assert found == ["Trưởng ban", "Bí thư", "Ủy viên"]


def test_of_several_spellings_the_newest_names_a_person() -> None:
    catalog = catalog_of(
        article("moi", "2021-10-05", "people: [{name: Lê Thị Hoà}]"),
        article("nhap", "2022-10-05", "status: draft\npeople: [{name: LÊ THỊ HÒA}]"),
        article("cu", "2020-01-01", "people: [{name: Lê Thị Hòa}]"),
    )
    assert catalog.people_names() == {"le-thi-hoa": "Lê Thị Hoà"}
    assert catalog.person_name("le-thi-hoa") == "Lê Thị Hoà"


def test_records_of_a_person_come_once_newest_first() -> None:
    named = "people:\n  - name: Trần Chủ Tọa\n"
    catalog = catalog_of(
        article("cu", "2020-01-01", named), article("moi", "2021-10-05", f"{named}{CHAIR}")
    )
    assert records_of(catalog, "tran-chu-toa") == ["moi", "cu"]


def test_id_tells_namesakes_apart_and_their_record_names_them() -> None:
    catalog = catalog_of(
        person("le-an-ca-mau", "Lê An", "note: ở Cà Mau"),
        article("a", more="people:\n  - {name: Lê An, id: le-an-ca-mau}"),
        article("b", more="people:\n  - {name: Lê An}"),
    )
    assert catalog.person("le-an-ca-mau").note == "ở Cà Mau"
    assert records_of(catalog, "le-an-ca-mau") == ["a"]
    assert (catalog.person("le-an").note, records_of(catalog, "le-an")) == ("", ["b"])


def test_signer_and_chair_are_the_person_mentioned_whatever_the_spelling() -> None:
    """Case and tone style differ between a signature and a text; the person is one."""
    item = document(
        more="people:\n  - {name: Lê Thị Hòa, id: hoa-hai}\n"
        "signer: {position: CHỦ TỊCH, name: LÊ THỊ HOÀ}\n"
        "meeting: {date: 2013-10-08, chairs: [Lê thị Hoà, Trần Khác]}"
    )
    assert isinstance(item, Dated)
    assert slug_named(item, "LÊ THỊ HOÀ") == "hoa-hai"
    assert slug_named(item, "Trần Khác") == "tran-khac"
    assert [(mention.name, mention.id) for mention in mentions_of(item)] == [
        ("Lê Thị Hòa", "hoa-hai"),
        ("LÊ THỊ HOÀ", "hoa-hai"),
        ("Trần Khác", None),
    ]


def test_draft_names_nobody() -> None:
    draft = article(more="status: draft\npeople:\n  - name: Trần Nháp")
    catalog = catalog_of(draft)
    assert catalog.people_names() == {}
    assert not catalog.is_named("tran-nhap")
    assert records_of(catalog, "tran-nhap") == []
    assert catalog_of(draft, drafts_shown=True).people_names() == {"tran-nhap": "Trần Nháp"}
