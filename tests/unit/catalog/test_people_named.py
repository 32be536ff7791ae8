"""Who is named where, and as what."""

from __future__ import annotations

from bantin.catalog.catalog import build_catalog
from bantin.catalog.people import PersonEntry, mentions_of, slug_named
from bantin.records.models import Dated, Record

from tests.unit.samples import article, document, person, record_set

SIGNER = "signer: {position: PHÓ CHỦ TỊCH UBND, name: Lê Văn Ký}"
CHAIR = "meeting: {date: 2021-10-04, chairs: [Trần Chủ Tọa]}"


def people_of(*records: Record) -> dict[str, PersonEntry]:
    return dict(build_catalog(record_set(*records)).people)


def roles(entry: PersonEntry) -> list[tuple[str, bool, str]]:
    return [(role.position, role.former, role.item.slug) for role in entry.roles]


def test_signer_and_chairs_are_people_too() -> None:
    people = people_of(document(more=f"{SIGNER}\n{CHAIR}"))
    assert list(people) == ["le-van-ky", "tran-chu-toa"]
    assert roles(people["le-van-ky"]) == [("Phó chủ tịch UBND", False, "5-tb-vp")]
    assert roles(people["tran-chu-toa"]) == []


def test_former_position_is_a_role_that_had_ended() -> None:
    more = "people:\n  - name: Đỗ Nguyên\n    positions: [Ủy viên]\n    former: [nguyên Trưởng ban]"
    people = people_of(article(more=more))
    assert roles(people["do-nguyen"]) == [
        ("Ủy viên", False, "hop-ban"),
        ("nguyên Trưởng ban", True, "hop-ban"),
    ]


def test_records_of_a_person_come_once_newest_first() -> None:
    named = "people:\n  - name: Trần Chủ Tọa\n"
    people = people_of(
        article("cu", "2020-01-01", named), article("moi", "2021-10-05", f"{named}{CHAIR}")
    )
    assert [item.slug for item in people["tran-chu-toa"].items] == ["moi", "cu"]


def test_id_tells_namesakes_apart_and_their_record_names_them() -> None:
    people = people_of(
        person("le-an-ca-mau", "Lê An", "note: ở Cà Mau"),
        article("a", more="people:\n  - {name: Lê An, id: le-an-ca-mau}"),
        article("b", more="people:\n  - {name: Lê An}"),
    )
    assert people["le-an-ca-mau"].note == "ở Cà Mau"
    assert [item.slug for item in people["le-an-ca-mau"].items] == ["a"]
    assert (people["le-an"].note, len(people["le-an"].items)) == ("", 1)


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
    more = "status: draft\npeople:\n  - name: Trần Nháp"
    assert build_catalog(record_set(article(more=more)).without_drafts()).people == {}
