"""What the page shows as typed is told; good text is left in peace."""

from __future__ import annotations

import textwrap

import pytest
from bantin.checking.markup import check_markup

from tests.unit.checking.manuscripts import article, document, manuscript
from tests.unit.samples import DOCUMENT_URI

# Long lines of numbers, dates, dashes and initials, which some program may wrap at any word.
SENTENCES = (
    "Ngày 12 tháng 5 năm 2021, Ban Chỉ đạo họp phiên thứ 2. Đến ngày 30 tháng 9, toàn tỉnh có "
    "3.245 hộ nghèo, chiếm 2,5%. Giai đoạn 2020 - 2025, tỉnh phấn đấu tăng 7 - 7,5%/năm; kinh tế "
    "- xã hội ổn định; các ngành Lao động - Thương binh và Xã hội, Văn hóa - Thể thao cùng dự.",
    "Thực hiện Công văn số 25/UBND-VX ngày 5/3/2021, Kế hoạch số 12/KH-UBND, Quyết định số "
    "7/QĐ-TTg, Thông báo số 405/TB-VP.UBND và điểm a) khoản 2 Điều 5 Nghị định 30/2020/NĐ-CP, tại "
    "các Điều 3, 4 và 5. Sở Nội vụ chủ trì trong tháng 6. Sở Tài chính bố trí kinh phí trong quý "
    "4. Các huyện báo cáo trước ngày 25. Mọi việc hoàn thành trong năm nay.",
    "Đồng chí Nguyễn Văn A. dự họp lúc 8 giờ 30. Hội nghị nghe báo cáo của đại biểu X. Nghĩa "
    "Đồng, H. Tân Kỳ, khóa XIV. Đại hội lần thứ XX. Nhiệm kỳ V. Năm học mới có 12 trường; người "
    "cao tuổi (trên 80) được khám; tổng số 1.200.000 đồng - tương đương 50 USD - được trao cho em.",
)
GOOD = (
    "## I. Đánh giá\n\nx",
    "### 1. Kết quả",
    "| STT | Việc |\n|---|---|\n| 1. Sở | a) lo |\n| I. Thu | - mục |",
    "<figure><img src='a.png' alt='b'><figcaption>1. Ảnh</figcaption></figure>",
    "Xã --> huyện --> tỉnh",
    "Số phiếu (*) và (**) là tạm tính; giá** chưa thuế**.",
    "Gọi 2**3 = 8 và 4**2",
    "Điểm \\*\\*x\\*\\* ấy",
    "Danh sách [1][2] kèm [trang 5] (xem sau) và [sic] (nguyên văn)",
    "`C:\\thu` và C:\\thu\\tep.txt, “\\” là gạch chéo, a == b, x==y",
    "____ Ký tên ____",
    "25/KH-UBND ngày",
    "1/ 3 số hộ",
    "X. Hòa Bình có 3 thôn",
    "– Thưa bà!",
    "giữa {ngoặc} và {1} thôi",
    "Theo văn bản số\n25/TB-UBND ngày 5/3",
)
SHOWN = (
    ("**Kết luận: **ông nói", "chữ đậm"),
    ("** Chú ý** nhé", "chữ đậm"),
    ("<details>\n<summary>x</summary>\n**a**\n</details>", "chữ đậm"),
    ("[chữ] (a.md)", "một đường dẫn"),
    ("[chữ] (https://x.example/a)", "một đường dẫn"),
    ("![ảnh] (a.jpg)", "một đường dẫn"),
    ("[a][b]", "một đường dẫn"),
    ("a\\\nb", "một chỗ xuống dòng"),
    ('a \\"x\\"', "một dấu có \\ đứng trước"),
    ("==a==", "chữ tô nền"),
    ("Lời\n # Tiêu đề", "một tiêu đề"),
    ("chữ {.lop} x", "một dòng ghi chú"),
    ("<!-- a --> b -->", "một ghi chú ẩn"),
    ("Sở Y tế và\n7. Sở Nội vụ cùng làm.", "một mục danh sách"),
    ("Sở A\n3. Làm\n4. Lo", "một mục danh sách"),
    ("Các việc:\n7) Họp;\n8) Lo.", "một mục danh sách"),
    ("<div>\n1. a\n2. b\n</div>", "một mục danh sách"),
    ("<div>\n1.Sở A lo\n</div>", "một mục danh sách"),
    ("<div>\n1/Ý kiến\n</div>", "một mục danh sách"),
    ("<p>a) một;<br>b) hai</p>", "một mục danh sách"),
    ("<p>Việc:<br>- một<br>- hai</p>", "một mục danh sách"),
)


def messages(body: str) -> list[str]:
    return [one.message for one in check_markup(article(body))]


@pytest.mark.parametrize("text", GOOD)
def test_nothing_is_said_of_good_text(text: str) -> None:
    assert messages(text) == []


@pytest.mark.parametrize("text", SENTENCES)
def test_nothing_is_said_wherever_a_good_sentence_is_wrapped(text: str) -> None:
    for width in range(40, 120):
        lines = textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
        assert messages("\n".join(lines)) == [], width


@pytest.mark.parametrize(("text", "form"), SHOWN)
def test_what_is_shown_as_typed_is_told(text: str, form: str) -> None:
    assert any(f"trông như {form}" in one for one in messages(text)), messages(text)


# ── what the remedies say, done to the letter ──


@pytest.mark.parametrize(
    "mended",
    [
        "**Kết luận:** ông nói",
        "<details>\n<summary>x</summary>\n<b>a</b>\n</details>",
        "[chữ](a.md)",
        "a<br>\nb",
        'a "x"',
        "<mark>a</mark>",
        "Lời\n\n# Tiêu đề",
        "Sở Y tế và\n\n7. Sở Nội vụ cùng làm.",
        "Các việc:\n\n7) Họp;\n8) Lo.",
    ],
)
def test_nothing_is_said_once_a_remedy_is_followed(mended: str) -> None:
    assert messages(mended) == []


def test_a_line_of_attributes_is_told_with_what_is_wrong_with_it() -> None:
    told = [one.hint for one in check_markup(document(body='1. Việc {: due="2026-12-31" }'))]
    assert any("ngay dưới dòng cuối của mục" in one for one in told)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("Lời[^9].", "thêm dòng “[^9]: lời chú”"),
        ("~~~\nmã", "một dòng ~~~ riêng"),
        ("<details>\n1. a\n2. b\n</details>", "viết bằng thẻ"),
        ("<div>\n**a**\n</div>", "viết bằng thẻ"),
        ("Sở Y tế và\n7. Sở Nội vụ cùng làm.", "để một dòng trống phía trên"),
    ],
)
def test_the_remedy_is_one_for_this_text(text: str, remedy: str) -> None:
    assert any(remedy in one.hint for one in check_markup(article(text)))


@pytest.mark.parametrize(
    ("kind", "body", "says"),
    [
        ("TB", "1. Lo.\n2. Dự họp:\n   {: due=2013-12-31 }\n    - Ông A.", "không có việc nào"),
        ("BC", "1. Lo.\n   {: due=2013-12-31 }", "không giao việc"),
        ("TB", "1. Lo.\n   {: due=2013-12-31 }", ""),
        ("TB", "1. Lo.\n\n    1. Trong.\n       {: due=2013-12-31 }", ""),
        ("TB", "1. Sở Y tế:\n   {: due=2013-12-31 }\n    - Lo thuốc.\n", ""),
        ("QĐ", "Thi hành.\n{: due=2013-12-31 }", ""),
    ],
)
def test_an_editors_word_that_does_nothing_is_told(kind: str, body: str, says: str) -> None:
    record = manuscript(
        DOCUMENT_URI,
        f"kind: {kind}\nnumber: 5/{kind}-VP\ntitle: Kết luận\ndate: 2013-10-10\nissuer: vp",
        body,
    )
    found = [one.message for one in check_markup(record) if one.field == "due"]
    assert [says in message for message in found] == ([True] if says else [])
