"""A known name with other marks is told of; anything that differs more is not."""

from __future__ import annotations

from functools import partial

import pytest
from bantin.checking.names import check_names, names_of_bodies

from tests.unit.checking.manuscripts import article, document, told
from tests.unit.samples import body, record_set

BODIES = record_set(
    body("hoi", "short_names: [Hội Liên hiệp phụ nữ tỉnh Mẫu, Hội LHPN tỉnh Mẫu]"),
    body("so", "short_names: ['Sở Lao động, Thương binh và Xã hội tỉnh Mẫu']"),
    body("ubnd", "short_names: [Ủy ban nhân dân tỉnh Mẫu]"),
)
check = partial(check_names, bodies=names_of_bodies(BODIES.registry().bodies.values()))
PEOPLE = "people:\n  - name: Trần Thị Mẫu\n  - name: Lê Mẫu"


def test_a_body_with_another_mark_is_told_of_once_where_it_is_first() -> None:
    text = "Họp với\nHội Liên hiệp phụ nử tỉnh.\n\nHội Liên hiệp phụ nử nói."
    ((line, column, message),) = told(check, article(text))
    assert (line, column) == (9, 1)
    assert message == "“Hội Liên hiệp phụ nử” viết khác tên cơ quan: “Hội Liên hiệp phụ nữ”"


@pytest.mark.parametrize(
    "text",
    [
        "Sở Lao động, Thương bình và Xã hội báo cáo.",
        "Sở Lao động Thương binh và Xã hôi báo cáo.",
        "Sở Lao động – Thương binh\nvà Xã họi",
        "ỦY BAN NHẬN DÂN TỈNH",
    ],
)
def test_however_it_is_joined(text: str) -> None:
    assert len(told(check, article(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Hội Liên hiệp Phụ nữ tỉnh; HỘI LIÊN HIỆP PHỤ NỮ.",
        "Uỷ ban nhân dân tỉnh và ủy ban nhân dân xã.",
        "Sở Lao động – Thương binh và Xã hội.",
        "Gõ “hoi lien hiep phu nu” cũng tìm được.",
        "Xem [sổ](uy-ban-nhan-dan.md), `uỷ bàn nhân dân`.",
        "Ủy ban. Nhận dân",
        "Hội Liên hiệp thanh niên",
    ],
)
def test_what_is_right_or_another_thing_is_left_alone(text: str) -> None:
    assert told(check, article(text)) == []


def test_a_person_whom_the_record_names_is_written_one_way() -> None:
    ((_, column, message),) = told(check, article("Bà Trần Thị Mâu nói.", PEOPLE))
    assert column == 4
    assert message == "“Trần Thị Mâu” viết khác tên ở phần đầu bài: “Trần Thị Mẫu”"
    signed = "signer: {position: Chánh Văn phòng, name: Trần Thị Mẫu}"
    assert len(told(check, document(signed, body="Bà Trần Thị Mâu."))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Bà Trần Thị Mẫu và bà Trần Thị Mậu Hoa.",
        "trần thị mậu",
        "Ông Lê Mậu",
        "Bà Trần Thị Hoa",
    ],
)
def test_another_person_is_another_person(text: str) -> None:
    assert told(check, article(text, PEOPLE)) == []


def test_two_people_of_like_names_are_both_right() -> None:
    more = "people:\n  - name: Trần Thị Mẫu\n  - {name: Trần Thị Mậu, id: tran-thi-mau-hai}"
    assert told(check, article("Bà Trần Thị Mẫu, bà Trần Thị Mậu.", more)) == []
