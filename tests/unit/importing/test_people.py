from __future__ import annotations

import pytest
from bantin.importing.people import find_people, merge_people
from bantin.records.parts import PersonMention


@pytest.mark.parametrize(
    ("text", "name", "positions", "former"),
    [
        (
            "Đồng chí Bùi Thị Mẫu, TUV, Phó Chủ tịch UBND tỉnh, Trưởng Ban Vì sự tiến bộ của phụ "
            "nữ tỉnh và mọi người",
            "Bùi Thị Mẫu",
            ("TUV", "Phó Chủ tịch UBND tỉnh", "Trưởng Ban Vì sự tiến bộ của phụ nữ tỉnh"),
            (),
        ),
        (
            "Phó Chủ tịch UBND tỉnh, Trưởng Ban VSTBPN tỉnh Lê Văn Nháp tặng hoa",
            "Lê Văn Nháp",
            ("Phó Chủ tịch UBND tỉnh", "Trưởng Ban VSTBPN tỉnh"),
            (),
        ),
        (
            "hoa cho nguyên Trưởng ban Vì sự tiến bộ phụ nữ tỉnh Đào Thị Ví Dụ",
            "Đào Thị Ví Dụ",
            (),
            ("nguyên Trưởng ban Vì sự tiến bộ phụ nữ tỉnh",),
        ),
        (
            "ông Cao Văn Thử, nguyên Bí thư Tỉnh ủy, Giám đốc Sở Y tế; bà con",
            "Cao Văn Thử",
            ("Giám đốc Sở Y tế",),
            ("nguyên Bí thư Tỉnh ủy",),
        ),
        ("đồng chí Cao Văn Thử, Phó Chủ tịch huyện", "Cao Văn Thử", (), ()),
        (
            "đồng chí Phó Chủ tịch UBND tỉnh Lê Văn Nháp",
            "Lê Văn Nháp",
            ("Phó Chủ tịch UBND tỉnh",),
            (),
        ),
        (
            "Chủ tịch UBND huyện Cư Jút Lê Văn Nháp",
            "Lê Văn Nháp",
            ("Chủ tịch UBND huyện Cư Jút",),
            (),
        ),
        ("đồng chí Điểu K’ré phát biểu", "Điểu K’ré", (), ()),
    ],
)
def test_a_person_is_found_with_positions_as_printed(
    text: str, name: str, positions: tuple[str, ...], former: tuple[str, ...]
) -> None:
    (person,) = find_people(text)
    assert (person.name, person.positions, person.former) == (name, positions, former)
    assert text[person.start : person.end] == name


@pytest.mark.parametrize(
    "text",
    [
        "các đồng chí Ủy viên Ban Thường vụ Tỉnh ủy",
        "bà con Bà Rịa - Vũng Tàu",
        "Phó Chủ tịch UBND tỉnh Hậu Giang yêu cầu",
        "cử Trưởng ban Ban Vì sự tiến bộ phụ nữ ở đơn vị",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert find_people(text) == []


def test_mentions_of_one_person_are_merged_and_no_position_comes_twice() -> None:
    texts = [
        "Đồng chí Bùi Thị Mẫu, TUV, Trưởng Ban Vì sự tiến bộ của phụ nữ tỉnh",
        "Trưởng Ban VSTBPN tỉnh Bùi Thị Mẫu",
        "đồng chí Bùi Thị Mẫu, Bí thư Tỉnh ủy",
    ]
    assert merge_people(one for text in texts for one in find_people(text)) == (
        PersonMention(
            name="Bùi Thị Mẫu",
            positions=("TUV", "Trưởng Ban Vì sự tiến bộ của phụ nữ tỉnh", "Bí thư Tỉnh ủy"),
        ),
    )
