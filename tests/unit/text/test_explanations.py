"""What a text itself says its abbreviations stand for."""

from __future__ import annotations

import pytest
from bantin.text.explanations import find_explanations, is_explaining


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ban Vì sự tiến bộ của phụ nữ (VSTBCPN) tỉnh",
            {"VSTBCPN": "Vì sự tiến bộ của phụ nữ"},
        ),
        ("Ban Vì sự tiến bộ của phụ nữ (VSTBPN)", {"VSTBPN": "Vì sự tiến bộ của phụ nữ"}),
        ("các Ban Chỉ đạo (BCĐ)", {"BCĐ": "Ban Chỉ đạo"}),
        ("ứng phó sự cố (UPSC) và đại đội (ĐĐ)", {"UPSC": "ứng phó sự cố", "ĐĐ": "đại đội"}),
        ("**Nhà ở xã hội** (NƠXH)", {"NƠXH": "Nhà ở xã hội"}),
        ("kinh tế - xã hội (KT-XH)", {"KT-XH": "kinh tế - xã hội"}),
        ("Kế hoạch và\nĐầu tư (KH&ĐT)", {"KH&ĐT": "Kế hoạch và Đầu tư"}),
        ("câu lạc bộ (viết tắt là CLB)", {"CLB": "câu lạc bộ"}),
        (
            "Ban Chỉ đạo phòng, chống thiên tai (sau đây gọi tắt là Ban Chỉ đạo PCTT)",
            {"PCTT": "phòng, chống thiên tai"},
        ),
        ("CLB (câu lạc bộ)", {"CLB": "câu lạc bộ"}),
        ("CLB (viết tắt của câu lạc bộ)", {"CLB": "câu lạc bộ"}),
        (
            "Ban Vì sự tiến bộ của phụ nữ tỉnh Đắk Nông (VSTBCPN)",
            {"VSTBCPN": "Vì sự tiến bộ của phụ nữ"},
        ),
        ("Liên đoàn Lao động tỉnh (LĐLĐ)", {"LĐLĐ": "Liên đoàn Lao động"}),
        ("Hội đồng nhân dân thành phố Mẫu (HĐND)", {"HĐND": "Hội đồng nhân dân"}),
        ("Hội đồng nhân dân bàn việc (HĐND)", {}),
        ("dân dụng (UBND)", {}),
        ("đội (ĐĐ)", {}),
        ("Ban. Chỉ đạo (BCĐ)", {}),
        ("Ban\n\nChỉ đạo (BCĐ)", {}),
        ("kỳ họp vừa ý (VI), nhóm (II)", {}),
        ("Theo Thông báo (405/TB-VP)", {}),
        ("dự án đường (DĐ)", {}),
        ("Ban Tổ chức (BTC). Bộ Tài chính (BTC)", {"BTC": ""}),
        ("Ban Tổ chức (BTC). ban tổ chức (BTC)", {"BTC": "Ban Tổ chức"}),
    ],
)
def test_words_beside_a_bracket_are_taken_where_their_initials_fit(
    text: str, said: dict[str, str]
) -> None:
    assert find_explanations(text) == said


@pytest.mark.parametrize(
    ("text", "explains"),
    [
        ("phụ nữ (VSTBCPN) tỉnh", True),
        ("gọi là (Ban VSTBCPN)", True),
        ("VSTBCPN (vì sự tiến bộ)", True),
        ("**VSTBCPN** (vì sự tiến bộ)", True),
        ("Ban (cũ) VSTBCPN tỉnh", False),
        ("Ban VSTBCPN tỉnh (cũ)", False),
    ],
)
def test_a_use_in_or_before_brackets_is_where_it_is_explained(text: str, explains: bool) -> None:
    start = text.index("VSTBCPN")
    assert is_explaining(text, start, start + 7) is explains
