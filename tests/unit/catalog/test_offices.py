"""Who held which position in a body, as its records say."""

from __future__ import annotations

import pytest
from bantin.catalog.offices import Office, find_offices
from bantin.outputs.cards import handovers
from bantin.records.models import Dated, Record

from tests.unit.samples import article, body, catalog_of, document

BAN = body("ban-mau", "short_names: [Ban VSTB tỉnh Mẫu, Ban Vì sự tiến bộ tỉnh Mẫu]")


def news(slug: str, day: str, people: str) -> Record:
    return article(slug, day, f"bodies: [ban-mau]\npeople: [{people}]")


def offices(*records: Record, of: str = "ban-mau") -> list[Office]:
    catalog = catalog_of(BAN, *records)
    return find_offices(catalog.connection, catalog.registry.bodies[of])


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("Trưởng Ban VSTB tỉnh Mẫu", "Trưởng Ban"),
        ("trưởng ban Vì sự tiến bộ tỉnh Mẫu", "Trưởng ban"),
        ("Phó Trưởng Ban Vì sự tiến bộ tỉnh", "Phó Trưởng Ban"),  # which one, its record tells
        ("Ủy viên Thường trực Ban VSTB tỉnh Mẫu", "Ủy viên Thường trực"),
    ],
)
def test_a_position_is_read_without_the_body_s_name(position: str, role: str) -> None:
    one = news("a", "2021-10-05", f"{{name: Lê An, positions: [{position}]}}")
    (office,) = offices(one)
    assert (office.role, office.person, office.ended) == (role, "le-an", "")


@pytest.mark.parametrize(
    "position", ["Trưởng Ban VSTB tỉnh Khác", "Tỉnh ủy viên", "Ban VSTB tỉnh Mẫu", "Phó Giám đốc"]
)
def test_what_is_no_position_in_the_body_is_left_out(position: str) -> None:
    assert offices(news("a", "2021-10-05", f"{{name: Lê An, positions: [{position}]}}")) == []


def test_days_are_those_of_the_oldest_and_newest_record_and_of_the_one_that_ends_it() -> None:
    held = "{name: Lê An, positions: [Trưởng Ban VSTB tỉnh Mẫu]}"
    over = "{name: Lê An, former: [nguyên Trưởng Ban VSTB tỉnh Mẫu]}"
    new = "{name: Trần Hòa, positions: [Trưởng Ban VSTB tỉnh Mẫu]}"
    records = [
        news("mot", "2019-01-01", held),
        news("hai", "2020-01-01", held),
        news("ba", "2021-01-01", f"{over}, {new}"),
        news("bon", "2022-01-01", over),
    ]
    uris = [record.file.src_uri for record in records]
    assert offices(*records) == [
        Office("tran-hoa", "Trần Hòa", "Trưởng Ban", uris[2], uris[2], ""),
        Office("le-an", "Lê An", "Trưởng Ban", uris[0], uris[1], uris[2]),
    ]


def test_who_holds_it_again_has_not_given_it_up() -> None:
    over = "{name: Lê An, former: [nguyên Trưởng Ban VSTB tỉnh Mẫu]}"
    held = "{name: Lê An, positions: [Trưởng Ban VSTB tỉnh Mẫu]}"
    (office,) = offices(news("mot", "2019-01-01", over), news("hai", "2020-01-01", held))
    assert office.ended == ""


def test_a_signer_s_position_is_in_the_issuer() -> None:
    notice = document(more="signer: {position: PHÓ CHÁNH VĂN PHÒNG, name: Lê An}")
    (office,) = offices(notice, of="vp")
    assert office.role == "Phó Chánh Văn phòng"
    assert offices(notice, of="ban") == []


def test_a_draft_says_nothing() -> None:
    people = "people: [{name: Lê An, positions: [Trưởng Ban VSTB tỉnh Mẫu]}]"
    draft = article("a", more=f"bodies: [ban-mau]\nstatus: draft\n{people}")
    assert offices(draft) == []


def test_a_record_tells_of_a_handover_where_one_has_what_another_had() -> None:
    one = news(
        "a",
        "2021-10-05",
        "{name: Lê An, positions: [Ủy viên, Trưởng Ban VSTB]}, "
        "{name: Trần Hòa, positions: [Ủy viên], former: [nguyên Trưởng ban VSTB]}",
    )
    assert isinstance(one, Dated)
    (found,) = handovers(one)
    assert (found.position, found.before.text, found.now.text) == (
        "Trưởng Ban VSTB",
        "Trần Hòa",
        "Lê An",
    )
