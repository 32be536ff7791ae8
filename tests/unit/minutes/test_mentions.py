"""Documents that a text names by number: which points, and what it says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from bantin.minutes.mentions import DocumentMention, find_mentions
from bantin.minutes.placed_mentions import place_mentions
from bantin.rendering.markdown import render_text

LABELLED = yaml.safe_load(Path(__file__).with_name("labelled_mentions.yml").read_text("utf-8"))
NOTICE = "Thông báo số 5/TB-VP ngày 10/3/2025"


def told(mention: DocumentMention) -> str:
    """Return a mention as the labels have it."""
    when = mention.day or mention.year or "-"
    points = " ".join("/".join(point) for point in mention.points) or '""'
    return f"{mention.number} | {when} | {points} | {mention.state}"


# Mentions told as labelled, told, and labelled, as last measured. The rule was tuned on one half.
@pytest.mark.parametrize(("half", "counts"), [("tune", (39, 39, 39)), ("held", (40, 41, 41))])
def test_labelled_mentions(half: str, counts: tuple[int, int, int]) -> None:
    right = found = there = 0
    for case in LABELLED[half]:
        read = [told(one) for one in find_mentions(case["says"])]
        right += len(set(read) & set(case["mentions"]))
        found, there = found + len(read), there + len(case["mentions"])
        # What is told falsely is at most that something is mentioned.
        for one in set(read) - set(case["mentions"]):
            assert one.endswith("| mentioned"), case["says"]
    assert (right, found, there) == counts


def points(text: str) -> list[str]:
    (mention,) = find_mentions(text)
    return ["/".join(point) for point in mention.points]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("mục 3", ["3"]),
        ("Mục 3 của", ["3"]),
        ("mục III", ["III"]),
        ("mục 2.1", ["2/1"]),
        ("điểm đ mục 4", ["4/đ"]),
        ("điểm a, b và d khoản 2", ["2/a", "2/b", "2/d"]),
        ("khoản 2, mục IV", ["IV/2"]),
        ("mục IV, khoản 2", ["IV/2"]),
        ("phần II, mục 3, điểm a", ["II/3/a"]),
        ("mục 1, mục 2 và mục 6", ["1", "2", "6"]),
        ("kết luận số 4", ["4"]),
        ("Điều 3", ["3"]),
        # Not sure: a range, a part of a point, two ways to read it.
        ("mục 1 đến mục 3", []),
        ("từ khoản 2 đến khoản 5", []),
        ("mục 1 - 3", []),
        ("ý thứ hai mục 3", []),
        ("đoạn 2 khoản 1", []),
        ("gạch đầu dòng thứ ba mục 2", []),
        ("phụ lục 1, mục 3", []),
        ("điểm a mục 1, điểm b mục 2", []),
        ("điểm a khoản 1, 2", []),
        ("khoản 1, khoản 2 Điều 3", []),
        ("mục 3 Báo cáo này và", []),
        ("mục 3 các", []),
    ],
)
def test_points_are_read_where_they_stand_beside_the_number(
    written: str, expected: list[str]
) -> None:
    assert points(f"Thực hiện {written} {NOTICE}.") == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (" (mục 3)", ["3"]),
        (" (tại điểm a)", ["a"]),
        (" (nêu tại mục 2, 4)", ["2", "4"]),
        (" (mục 3 Kế hoạch kèm theo)", []),
        (" tại mục 3 Báo cáo này", []),
        (", mục 3 giao xã", []),
    ],
)
def test_points_behind_the_number_stand_in_brackets(behind: str, expected: list[str]) -> None:
    assert points(f"Thực hiện {NOTICE}{behind}, Sở đã làm.") == expected


@pytest.mark.parametrize(
    ("text", "number", "when"),
    [
        ("Thông báo số 405/TB-VP.UBND ngày 8 tháng 3 năm 2024.", "405/TB-VP.UBND", "2024-03-08"),
        ("Thông báo số: 12/TB-UBND ngày 08-3-2024", "12/TB-UBND", "2024-03-08"),
        ("Kết luận 18-KL/TU, ngày 8.3.2024", "18-KL/TU", "2024-03-08"),
        ("Công văn số 256 /UB-VX ngày 31/02/2024", "256 /UB-VX", "2024"),
        ("Quyết định số 7/2024/QĐ-UBND", "7/2024/QĐ-UBND", "2024"),
        ("Văn bản số 31/SYT-NVY ngày 2/5", "31/SYT-NVY", "-"),
        ("Thông báo số 9/TB-VP, ngày 2/5/2024 họp lại", "9/TB-VP", "2024-05-02"),
    ],
)
def test_number_and_day_are_read_however_written(text: str, number: str, when: str) -> None:
    (mention,) = find_mentions(text)
    assert (mention.number, str(mention.day or mention.year or "-")) == (number, when)


@pytest.mark.parametrize(
    "text",
    [
        "Họp ngày 17/10/2025 tại số 5/12 đường Mẫu.",
        "Nghị định số 30/2020/NĐ-CP và Luật số 91/2025/QH15.",
        "Thông tư liên tịch số 5/2014/TTLT-BNV-BTC.",
        "Trực 24/24 giờ, đạt 3/4 chỉ tiêu, xe 95A-123.45.",
        "Địa chỉ mau.vn/405/TB-VP và tệp 5/TB/a.pdf",
    ],
)
def test_what_is_no_number_of_a_document_is_none(text: str) -> None:
    assert find_mentions(text) == []


@pytest.mark.parametrize(
    ("by", "author"),
    [
        ("của Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
        ("của Sở Y tế", "Sở Y tế"),
        ("của Chủ tịch UBND tỉnh", ""),
        ("của Phó Chủ tịch UBND tỉnh", ""),
        ("của Sở Văn hóa, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("của Văn phòng UBND huyện Mẫu về đất", "Văn phòng UBND huyện Mẫu"),
        ("của UBND tỉnh đã nêu", "UBND tỉnh"),
        ("về việc của công", ""),
        ("", ""),
    ],
)
def test_author_is_a_body(by: str, author: str) -> None:
    (mention,) = find_mentions(f"Thực hiện {NOTICE} {by}. Các xã báo cáo.")
    assert mention.author == author


@pytest.mark.parametrize(
    "clause",
    [
        "Sở A chưa báo cáo đã hoàn thành việc giao tại mục 3 {}",
        "Nếu đã hoàn thành mục 3 {} thì thôi",
        "Đã hoàn thành 3/5 nội dung tại mục 3 {}",
        "Sở A đã hoàn thành mục 3 {}, trừ phần kinh phí",
        "Sở A đã hoàn thành mục 3 {} nhưng chậm",
        "Sở A đã hoàn thành việc lập hồ sơ nêu tại mục 3 {}",
        "Sở A sẽ báo cáo đã hoàn thành mục 3 {}",
        "Yêu cầu làm rõ mục 3 {} đã hoàn thành",
        "Sở A đã hoàn thành mục 3 {} và mục 2 Thông báo số 6/TB-VP",
        "Sở A đã hoàn thành {}",
        "Mục 3 {} đã hoàn thành hồ sơ",
        "Mục 3 {} sẽ được thay thế bằng quy chế mới",
        "Đề nghị thay thế mục 3 {}",
        "Thiết bị thay thế theo mục 3 {}",
        "Thông báo khác thay thế mục 3 {}",
        "Thôi không tiếp tục thực hiện mục 3 {}",
        "Tiếp tục hoàn thiện hồ sơ theo mục 3 {}",
        "Thực hiện mục 3 {}",
    ],
)
def test_in_doubt_an_order_is_only_mentioned(clause: str) -> None:
    assert find_mentions(clause.format(NOTICE))[0].state == "mentioned"


@pytest.mark.parametrize(
    ("clause", "state"),
    [
        ("Quyết định này có hiệu lực thi hành kể từ ngày 05/11/2025, thay thế {}", "replaced"),
        ("Kế hoạch này có hiệu lực từ ngày ký và thay thế cho {}", "replaced"),
        ("Văn bản này thay thế nội dung tại mục 3 {}", "replaced"),
        ("Nay thay thế {}", "replaced"),
        ("Mục 3 {} của UBND tỉnh được thay thế bằng các ý sau", "replaced"),
        ("Các cơ quan tiếp tục thực hiện tốt {}", "continues"),
        ("Yêu cầu Sở A tiếp tục triển khai nghiêm túc, có hiệu quả mục 3 {}", "continues"),
        ("Sở A đang tổ chức thực hiện các nhiệm vụ nêu tại mục 3 {}", "continues"),
        ("Tiếp tục chỉ đạo thực hiện ý kiến tại {}", "continues"),
        ("Sở A đã hoàn thành toàn bộ nhiệm vụ được giao tại mục 3 {}", "done"),
        ("Sở A đã giải quyết xong việc nêu tại mục 3 của {}", "done"),
        ("Mục 3 {}: đến nay đã hoàn thành", "mentioned"),
        ("Việc nêu tại mục 3 {} đã hoàn thành trong tháng 5", "done"),
        ("Đối với mục 3 {}, Sở A đã hoàn thành và báo cáo tại văn bản khác", "done"),
    ],
)
def test_clear_words_tell_what_became_of_an_order(clause: str, state: str) -> None:
    assert find_mentions(f"{clause.format(NOTICE)}.")[0].state == state


def test_words_of_another_clause_do_not_count() -> None:
    text = f"Việc khác chưa xong. Sở A đã hoàn thành mục 3 {NOTICE}; Sở B chưa làm mục 4 {NOTICE}."
    assert [one.state for one in find_mentions(text)] == ["done", "mentioned"]
    far = f"{'rất dài ' * 80}thay thế {NOTICE}"
    assert [one.state for one in find_mentions(far)] == ["mentioned"]


def test_mention_stands_in_its_item() -> None:
    text = render_text(
        f"Theo **{NOTICE}** của Văn phòng, các xã báo cáo.\n\n> 1. Trích {NOTICE}\n\n"
        f"1. Đã làm xong mục 2 {NOTICE}.\n\n   a) Nhắc {NOTICE}.\n\n2. Khác.\n\n- Xem {NOTICE}\n"
    )
    found = [(one.anchor, one.opening.split(" ")[0]) for one in place_mentions(text)]
    assert found == [("", "Theo"), ("", "Trích"), ("kl-1", "Đã"), ("kl-1-a", "Nhắc"), ("", "Xem")]
    assert place_mentions(text)[0].opening == "Theo Thông báo số 5/TB-VP ngày 10/3/2025 của"


def test_list_of_thousands_of_documents_is_read_to_a_limit() -> None:
    text = render_text("\n\n".join(f"Thông báo số {n}/TB-VP." for n in range(2_000)))
    assert len(place_mentions(text)) == 500
