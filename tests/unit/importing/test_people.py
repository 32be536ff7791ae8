from __future__ import annotations

import pytest
from bantin.importing.people import find_people, merge_people, people_of
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
        ("Tổng Bí thư Tô Văn Nháp gửi thư", "Tô Văn Nháp", ("Tổng Bí thư",), ()),
        (
            "đồng chí Lò Văn Nháp - Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh",
            "Lò Văn Nháp",
            ("Phó Bí thư Tỉnh ủy", "Chủ tịch UBND tỉnh"),
            (),
        ),
        (
            "Phó Thủ tướng Chính phủ Lò Văn Nháp nghe báo cáo",
            "Lò Văn Nháp",
            ("Phó Thủ tướng Chính phủ",),
            (),
        ),
        (
            "Đại tướng Lò Văn Nháp, Bộ trưởng Bộ Công an",
            "Lò Văn Nháp",
            ("Bộ trưởng Bộ Công an",),
            (),
        ),
        ("PGS.TS Lò Văn Nháp, Hiệu trưởng", "Lò Văn Nháp", ("Hiệu trưởng",), ()),
        ("Lò Văn Nháp, Giám đốc Sở Y tế, cho biết", "Lò Văn Nháp", ("Giám đốc Sở Y tế",), ()),
        ("Bí thư Tỉnh ủy Sơn La Lò Văn Nháp dự", "Lò Văn Nháp", ("Bí thư Tỉnh ủy Sơn La",), ()),
        (
            "Chủ tịch HĐND thành phố Lương Văn Nháp dự",
            "Lương Văn Nháp",
            ("Chủ tịch HĐND thành phố",),
            (),
        ),
        ("bà Triệu Thị Nháp kể", "Triệu Thị Nháp", (), ()),
        ("có Đồng chí: Vũ Văn Nháp - Bí thư", "Vũ Văn Nháp", ("Bí thư",), ()),
        ("gồm: Điểu K’tạm - Phó Bí thư Tỉnh ủy", "Điểu K’tạm", ("Phó Bí thư Tỉnh ủy",), ()),
        ("Phó Thủ tướng Trần Hồng Nháp Hà Tĩnh", "Trần Hồng Nháp", ("Phó Thủ tướng",), ()),
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
        "Chủ tịch Ủy ban nhân dân tỉnh Lâm Đồng chỉ đạo kiểm tra",
        "Chủ tịch Ủy ban nhân dân tỉnh Cao Bằng, Chủ tịch Ủy ban nhân dân thành phố Hà Nội trực",
        "Bí thư Tỉnh ủy Hà Giang, Bí thư Tỉnh ủy Thái Bình báo cáo",
        "Chủ tịch UBND thành phố Hồ Chí Minh",
        "Phó Chủ tịch UBND huyện Lục Yên, Chủ tịch UBND huyện Hồng Dân",
        "Chủ tịch UBND xã Mai Sơn, Chủ tịch UBND phường Trần Phú",
        "tại phường Hồ Nam, quận Lê Chân, bên sông Lô và Hồ Tây",
        "kỷ niệm ngày sinh Chủ tịch Hồ Chí Minh",
        "học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "dưới sự lãnh đạo của Đảng và Chủ tịch Hồ Chí Minh vĩ đại",
        "kỷ niệm 108 năm ngày sinh Tổng Bí thư Lê Duẩn",
        "dâng hoa tại tượng đài đồng chí Lê Duẩn",
        "Nhà lưu niệm Tổng Bí thư Lê Duẩn, đền thờ bà Lê Chân",
        "tưởng niệm 117 năm ngày sinh đồng chí Tổng Bí thư Lê Duẩn (1907 - 2024)",
        "Trường THPT Trần Phú ở đường Lê Lợi, phố Ông Ích Khiêm, công viên Nguyễn Tất Thành",
        "giải thưởng Lương Định Của, giải thưởng Lý Tự Trọng, Cúp Lê Quý Đôn",
        "Khởi nghĩa Hai Bà Trưng và đường Bà Triệu",
        "các Bà Mẹ Việt Nam Anh hùng, núi Bà Đen, tỉnh Bà Rịa Vũng Tàu",
        "Đoàn TNCS Hồ Chí Minh tỉnh, Đội TNTP Hồ Chí Minh",
        "đường Đại tướng Võ Nguyên Giáp kéo dài",
        "theo di chúc của Chủ tịch Hồ Chí Minh",
    ],
)
def test_nobody_is_invented(text: str) -> None:
    assert find_people(text) == []


def test_lists_of_people_are_read_member_by_member() -> None:
    text = (
        "Dự có các đồng chí: Bùi Thị Mẫu, Bí thư Tỉnh ủy; Cao Văn Thử - Giám đốc Sở Y tế, Lò Văn "
        "Nháp và Đào Thị Ví Dụ."
    )
    names = [person.name for person in find_people(text)]
    assert names == ["Bùi Thị Mẫu", "Cao Văn Thử", "Lò Văn Nháp", "Đào Thị Ví Dụ"]


def test_whom_an_item_honours_is_in_none_of_its_texts() -> None:
    texts = [
        "Huyện dâng hương nhân ngày sinh đồng chí Lê Văn Duẫn, dự có ông Cao Văn Thử.",
        "Đồng chí Lê Văn Duẫn sinh ở làng Mây.",
    ]
    assert [one.name for one in people_of(texts)] == ["Cao Văn Thử"]


def test_who_attends_an_anniversary_is_there() -> None:
    text = (
        "Kỷ niệm ngày sinh Tổng Bí thư Lê Duẩn (1907 - 2024), nguyên Chủ tịch nước Trương Văn Nháp "
        "cùng Bí thư Tỉnh ủy Bùi Thị Mẫu dâng hương."
    )
    assert [one.name for one in people_of([text])] == ["Trương Văn Nháp", "Bùi Thị Mẫu"]


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


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        (
            "đồng chí Phạm Giả Chín, Ủy viên Bộ Chính trị, Trưởng Ban Tổ chức Trung ương!",
            ("Ủy viên Bộ Chính trị", "Trưởng Ban Tổ chức Trung ương"),
        ),
        (
            "đồng chí Phạm Giả Chín, Thứ trưởng Bộ Nháp, Trưởng đoàn công tác",
            ("Thứ trưởng Bộ Nháp",),
        ),
    ],
)
def test_a_position_takes_no_word_of_the_next(text: str, positions: tuple[str, ...]) -> None:
    [person] = find_people(text)
    assert person.positions[: len(positions)] == positions
    assert all(", Trưởng" not in one for one in person.positions)


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        (
            "thừa lệnh Chủ tịch UBND tỉnh, Phó Chánh Văn phòng UBND tỉnh Lò Văn Thử ký văn bản",
            ("Phó Chánh Văn phòng UBND tỉnh",),
        ),
        (
            "Thay mặt Chủ tịch UBND tỉnh, Giám đốc Sở Y tế Trần Văn Nháp phát biểu",
            ("Giám đốc Sở Y tế",),
        ),
        ("Thay mặt Chủ tịch UBND tỉnh Trần Văn Nháp phát biểu", ()),
        (
            "Phó Chủ tịch UBND tỉnh, Trưởng ban Trần Văn Nháp phát biểu",
            ("Phó Chủ tịch UBND tỉnh", "Trưởng ban"),
        ),
    ],
)
def test_nobody_holds_the_position_on_whose_behalf_he_acts(
    text: str, positions: tuple[str, ...]
) -> None:
    assert [one.positions for one in find_people(text)] == [positions]
