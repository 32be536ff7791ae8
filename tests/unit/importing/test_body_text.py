from __future__ import annotations

import html
import re

import pytest
from bantin.importing.block_text import format_blocks
from bantin.importing.body_text import escape_text, format_conclusions, format_paragraphs
from bantin.importing.capture import Block, BlockKind
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.unit.samples import page_html

ODD = st.text("aBđ1 #*_`<>&[]{}()|\\~^=+-.!:;/\"'", min_size=1).map(str.split).map(" ".join)


def shown(markdown: str) -> str:
    """Return what a reader of the page sees, with single spaces."""
    page = page_html(markdown)
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


def tags(markdown: str) -> list[str]:
    page = page_html(markdown)
    return re.findall(r"<(\w+)", page)


@settings(deadline=None)
@given(ODD.filter(bool))
@example("# đề mục")
@example("1. một")
@example("* sao *")
@example("a_b_c và `mã`")
@example("<b>đậm</b> &amp; [x](y) ![z](w)")
@example("---")
@example("> trích")
@example("\\* C:\\thư mục")
@example("{: .x }")
@example("[TOC]")
@example("&#1")
@example("R&D và &#x41;")
@example("http://a.vn/_x_")
@example("1.Sở")
@example("a) # một")
@example("a) - một")
@example("1) a) 1. một")
@example("**1. một**")
def test_text_survives_as_text(text: str) -> None:
    assert shown(escape_text(text)) == text
    # An address is a link, wherever it is written.
    found = [tag for tag in tags(escape_text(text)) if tag != "a"]
    # A mark such as "a)" is text on the page too, at the head of an item.
    assert found == ["p"] or (
        found[:3] == ["ol", "li", "span"] and set(found[3:]) <= set(found[:3])
    )


def test_a_line_of_very_many_marks_is_read() -> None:
    assert escape_text("a) " * 5_000 + "# x") == "a) " * 5_000 + "\\# x"


def test_plain_sentences_are_left_alone() -> None:
    text = "Năm 2021 (quý I) đạt 5,5% - tăng; a < b & c."
    assert escape_text(text) == text


def test_lines_with_dashes_make_one_list() -> None:
    assert format_paragraphs(["Gồm:", "- một", "- *hai*", "Hết."]) == (
        "Gồm:\n\n- một\n- \\*hai\\*\n\nHết."
    )


def test_news_paragraphs_that_begin_with_a_number_are_no_list() -> None:
    assert tags(format_paragraphs(["1. Một.", "2. Hai."])) == ["p", "p"]


def test_conclusions_are_an_ordered_list_with_printed_numbers() -> None:
    text = format_conclusions(["Kết luận:", "1. Giao A.", "2. Giao B.", "Xin báo để biết./."])
    assert text == "Kết luận:\n\n1. Giao A.\n\n2. Giao B.\n\nXin báo để biết./."
    assert tags(text) == ["p", "ol", "li", "p", "li", "p", "p"]


def test_what_stands_between_two_items_belongs_to_the_first() -> None:
    text = format_conclusions(["1. Giao:", "- A;", "- B.", "Xong sớm.", "2. Thôi.", "a) Hết."])
    assert text == "1. Giao:\n\n    - A;\n    - B.\n\n    Xong sớm.\n\n2. Thôi.\n\n    a) Hết."
    assert tags(text) == [
        *("ol", "li", "p", "ul", "li", "li", "p"),
        *("li", "p", "ol", "li", "span"),
    ]


def test_a_list_that_starts_again_below_a_heading_keeps_its_numbers() -> None:
    text = format_conclusions(["I. Một", "1. A.", "2. B.", "II. Hai", "1. C."])
    assert text == "I. Một\n\n1. A.\n\n2. B.\n\nII. Hai\n\n1. C."
    assert shown(text) == "I. Một A. B. II. Hai C."
    assert tags(text).count("ol") == 3


@pytest.mark.parametrize("lines", [["1. A.", "3. C."], ["1. A.", "1. B."], ["5. A.", "4. B."]])
def test_numbers_out_of_order_are_shown_as_printed(lines: list[str]) -> None:
    page = page_html(format_conclusions(lines))
    for line in lines:
        first = f'start="{line[0]}"' in page if line[0] != "1" else "<ol>" in page
        assert first or f"<p>{line}</p>" in page


def test_no_paragraphs_give_no_text() -> None:
    assert format_conclusions([]) == format_paragraphs([]) == ""


CLOSING = "Văn phòng UBND tỉnh thông báo để các đơn vị biết, thực hiện./."


def test_plain_paragraphs_below_a_heading_item_belong_to_it() -> None:
    text = format_conclusions(
        ["1. Sở Xây dựng", "- Rà soát.", "2. Văn phòng UBND tỉnh", "Theo dõi, đôn đốc.", CLOSING]
    )
    assert text == (
        "1. Sở Xây dựng\n\n    - Rà soát.\n\n2. Văn phòng UBND tỉnh\n\n    Theo dõi, đôn đốc.\n\n"
        + CLOSING
    )
    assert tags(text) == ["ol", "li", "p", "ul", "li", "li", "p", "p", "p"]


@pytest.mark.parametrize(
    "closing",
    [
        CLOSING,
        "Xã thông báo đến các bản biết./.",
        "Trên đây là kết luận của Chủ tịch xã.",
        "Trong quá trình thực hiện, nếu vướng mắc thì báo cáo.",
        "Yêu cầu các bản nghiêm túc triển khai./.",
        "Đề nghị Thủ trưởng các đơn vị triển khai thực hiện./.",
        "Trân trọng./.",
        "Thông báo này thay Thông báo trước.",
        "II. TỔ CHỨC",
        "Điều 2. Hiệu lực",
        "Phần thứ hai",
        "UBND xã yêu cầu các bản khẩn trương thực hiện./.",
        "Sau khi nghe các bản báo cáo, Chủ tịch xã kết luận:",
        "Đồng chí Chủ tịch xã có ý kiến chỉ đạo như sau:",
    ],
)
def test_the_last_item_ends_above_the_closing_paragraph(closing: str) -> None:
    text = format_conclusions(["1. Sở Xây dựng:", "Rà soát bến xe.", "Báo cáo xã.", closing])
    assert text.endswith(f"\n\n{closing}")
    assert text.count("\n    ") == 2


@pytest.mark.parametrize("item", ["1. Giao Sở A rà soát.", "1. Giao Sở A;", "1. Nhanh lên!"])
def test_behind_a_whole_sentence_only_its_points_belong_to_the_last_item(item: str) -> None:
    text = format_conclusions([item, "1.1. Một điểm.", "a) Hai.", "+ Ba.", "Câu sau danh sách."])
    assert text.endswith("\n\nCâu sau danh sách.")
    assert text.count("\n    ") == 3


def test_articles_and_parts_end_a_list() -> None:
    paragraphs = ["Điều 1. Sửa đổi:", "1. Một.", "2. Hai.", "Điều 2. Hiệu lực:", "1. Ba."]
    text = format_conclusions(paragraphs)
    assert text == "\n\n".join(paragraphs)
    assert tags(text).count("ol") == 2


def block(number: int, text: str, kind: BlockKind, **values: object) -> Block:
    return Block(number, text, text, False, kind=kind, **values)  # type: ignore[arg-type]


def paragraph(number: int, text: str) -> Block:
    return block(number, text, BlockKind.PARAGRAPH)


ROWS = (("Bản", "Việc | hạn"), ("Bản *Một*", "sửa `cầu`"), ("", "xong"))


def test_a_table_is_a_table_with_the_same_words() -> None:
    text = format_blocks([block(1, "x", BlockKind.TABLE, rows=ROWS)])
    assert tags(text).count("td") == 4
    assert tags(text).count("th") == 2
    assert shown(text) == "Bản Việc | hạn Bản *Một* sửa `cầu` xong"


def test_a_table_of_one_column_is_a_table() -> None:
    text = format_blocks([block(1, "x", BlockKind.TABLE, rows=(("Một",), ("Hai",)))])
    assert "table" in tags(text)
    assert shown(text) == "Một Hai"


@settings(deadline=None)
@given(
    st.lists(st.lists(ODD.filter(bool), min_size=2, max_size=2).map(tuple), min_size=1, max_size=4)
)
@example([("a|b", "\\|"), ("||", "`|`")])
def test_cells_show_exactly_their_text(rows: list[tuple[str, ...]]) -> None:
    text = format_blocks([block(1, "x", BlockKind.TABLE, rows=tuple(rows))])
    assert shown(text) == " ".join(" ".join(row) for row in rows)


def test_a_table_below_a_heading_item_belongs_to_it() -> None:
    text = format_blocks(
        [
            paragraph(1, "1. Danh sách:"),
            block(2, "x", BlockKind.TABLE, rows=ROWS),
            paragraph(3, "2. Hết."),
        ]
    )
    assert tags(text)[:4] == ["ol", "li", "p", "table"]
    assert tags(text).count("ol") == 1


def test_headings_without_a_mark_are_headings_and_end_lists() -> None:
    text = format_blocks(
        [
            paragraph(1, "1. Sở A"),
            block(2, "Phương án", BlockKind.HEADING, level=1),
            paragraph(3, "Câu."),
            block(4, "1. Mục", BlockKind.HEADING, level=3),
        ]
    )
    assert text == "1. Sở A\n\n## Phương án\n\nCâu.\n\n1. Mục"


def test_pictures_leave_no_trace_and_captions_stay() -> None:
    text = format_blocks(
        [
            paragraph(1, "Một."),
            block(2, "", BlockKind.PICTURE, picture="0a1b.png"),
            block(3, "Cầu treo sau khi sửa", BlockKind.CAPTION),
        ]
    )
    assert text == "Một.\n\nCầu treo sau khi sửa"
