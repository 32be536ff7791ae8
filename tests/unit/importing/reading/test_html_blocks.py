"""The text of a page becomes headings, paragraphs, marks, tables, pictures and captions."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.importing.capture import Block, BlockKind, Capture
from bantin.importing.reading.html.reader import read_html

LONG = "Ban Chỉ đạo xã nghe báo cáo và bàn các việc của quý sau, có đại diện các bản cùng dự."
WORD = (
    '<html xmlns:w="urn:schemas-microsoft-com:office:word"><head>'
    '<meta name=Generator content="Microsoft Word 15"></head><body lang=VI>'
)


def read(html: str, folder: Path) -> Capture:
    path = folder / "trang.html"
    path.write_text(html, encoding="utf-8")
    [capture] = read_html(path)
    return capture


def blocks_of(inside: str, folder: Path) -> tuple[Block, ...]:
    page = f"<body><h1>Tin của xã hôm nay</h1><div id='news-bodyhtml'><p>{LONG}</p>{inside}</div>"
    return read(page, folder).blocks[1:]


def lines_of(inside: str, folder: Path) -> list[str]:
    return [block.text for block in blocks_of(inside, folder)]


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("<ul><li>Một<li>Hai</ul>", ["- Một", "- Hai"]),
        ("<ul><li>Một<ul><li>Nhỏ</ul></ul>", ["- Một", "+ Nhỏ"]),
        ("<ol><li>Một<li>Hai</ol>", ["1. Một", "2. Hai"]),
        ("<ol start=4><li>Một<li>Hai</ol>", ["4. Một", "5. Hai"]),
        ("<ol type=a><li>Một<li>Hai</ol>", ["a. Một", "b. Hai"]),
        ("<ol type=A start=27><li>Một</ol>", ["AA. Một"]),
        ("<ol type=I start=9><li>Một<li>Hai</ol>", ["IX. Một", "X. Hai"]),
        ("<ol style='list-style-type:lower-roman'><li>Một<li>Hai</ol>", ["i. Một", "ii. Hai"]),
        ("<ol reversed><li>Một<li>Hai</ol>", ["2. Một", "1. Hai"]),
        ("<ol><li value=7>Một<li>Hai</ol>", ["7. Một", "8. Hai"]),
        ("<ul style='list-style:none'><li>Một</ul>", ["Một"]),
        ("<ol><li><p>Một</p><p>Thêm</p></li></ol>", ["1. Một", "Thêm"]),
        ("<ul><li>- Một<li>a) Hai</ul>", ["- Một", "a) Hai"]),
        ("<ol start='9999999999999'><li>Một</ol>", ["1. Một"]),
    ],
)
def test_marks_that_a_browser_shows_are_written_out(
    inside: str, lines: list[str], tmp_path: Path
) -> None:
    assert lines_of(inside, tmp_path) == lines


@pytest.mark.parametrize(
    ("inside", "lines"),
    [
        ("Một<br>Hai<br/><br/>Ba", [("Một", False), ("Hai", False), ("Ba", True)]),
        ("<p>Một</p><p>Hai</p>", [("Một", True), ("Hai", True)]),
        ("<p>Một<p>&nbsp;<p>Hai", [("Một", True), ("Hai", True)]),
        ("<pre>Một\nHai\n\nBa</pre>", [("Một", True), ("Hai", False), ("Ba", True)]),
    ],
)
def test_gaps_between_lines_are_kept(
    inside: str, lines: list[tuple[str, bool]], tmp_path: Path
) -> None:
    found = [(block.text, block.after_blank) for block in blocks_of(inside, tmp_path)]
    assert found[1:] == lines[1:]
    assert [text for text, _ in found] == [text for text, _ in lines]


def test_words_of_one_line_stay_together(tmp_path: Path) -> None:
    inside = "<p>Ủy <b>b</b>an <span>xã</span>\n  <i>Mường</i>&nbsp;&nbsp;Giôn<o:p></o:p></p>"
    assert lines_of(inside, tmp_path) == ["Ủy ban xã Mường Giôn"]


def test_headings_have_levels_and_long_ones_are_paragraphs(tmp_path: Path) -> None:
    inside = f"<h3>Kết quả</h3><p>{LONG}</p><h2>{LONG * 4}</h2><p>{LONG * 5}</p>"
    found = blocks_of(inside, tmp_path)
    assert [(b.kind, b.level) for b in found] == [
        (BlockKind.HEADING, 3),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
        (BlockKind.PARAGRAPH, 0),
    ]


def test_paragraphs_set_as_headings_are_paragraphs(tmp_path: Path) -> None:
    found = blocks_of(f"<h2>{LONG}</h2>" * 4, tmp_path)
    assert {block.kind for block in found} == {BlockKind.PARAGRAPH}


@pytest.mark.parametrize(
    ("inside", "heads"),
    [
        (f"<p><b>Kết quả nổi bật</b></p><p>{LONG}</p>", 1),
        (f"<p><span style='font-weight:bold'>Kết quả nổi bật</span></p><p>{LONG}</p>", 1),
        (f"<p><b>Kết quả rất nổi bật.</b></p><p>{LONG}</p>", 0),
        (f"<p><b>Kết quả</b> nổi bật</p><p>{LONG}</p>", 0),
        (f"<p>{LONG}</p><p style='text-align:right'><b>Cầm Thị Hoa</b></p>", 0),
        (f"<p><b>Tin, ảnh: Cầm Hoa</b></p><p>{LONG}</p>", 0),
        (f"<p><b>Kết quả nổi bật</b></p><p><b>{LONG}</b></p><p><b>{LONG}</b></p>", 0),
        (f"<ul><li><b>Kết quả nổi bật</b></li></ul><p>{LONG}</p>", 0),
    ],
)
def test_a_bold_line_between_paragraphs_is_a_heading(
    inside: str, heads: int, tmp_path: Path
) -> None:
    found = blocks_of(inside, tmp_path)
    assert [block.kind for block in found].count(BlockKind.HEADING) == heads


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("<tr><th>Xã<th>Số<tr><td>A<td>1", (("Xã", "Số"), ("A", "1"))),
        (
            "<tr><td colspan=2>Xã<td>Số<tr><td>A<td>B<td>1",
            (("Xã", "", "Số"), ("A", "B", "1")),
        ),
        ("<tr><td rowspan=2>A<td>1<tr><td>2", (("A", "1"), ("", "2"))),
        ("<tr><td rowspan=0>A<td>1<tr><td>B<td>2", (("A", "1"), ("B", "2"))),
        ("<thead><tr><th>Xã<th>Số</thead><tbody><tr><td>A<td>1", (("Xã", "Số"), ("A", "1"))),
        ("<tr><td>A<td colspan=90000>1<tr><td>B<td>2", None),
    ],
)
def test_tables_of_data_keep_their_places(
    table: str, rows: tuple[tuple[str, ...], ...] | None, tmp_path: Path
) -> None:
    [block] = blocks_of(f"<table border=1>{table}</table>", tmp_path)
    assert block.kind is BlockKind.TABLE
    if rows is None:
        assert len(block.rows[0]) <= 200
    else:
        assert block.rows == rows


def test_a_table_of_layout_is_text(tmp_path: Path) -> None:
    inside = f"<table><tr><td><img src='a.jpg'></td><td><p>{LONG}</p><p>Hết.</p></td></tr></table>"
    kinds = [block.kind for block in blocks_of(inside, tmp_path)]
    assert kinds == [BlockKind.PICTURE, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH]


def test_head_and_foot_of_a_document_are_two_columns(tmp_path: Path) -> None:
    inside = (
        "<table border=1><tr><td>UBND XÃ MƯỜNG GIÔN<br>TỔ CÔNG TÁC</td><td>CỘNG HOÀ XÃ HỘI CHỦ "
        "NGHĨA VIỆT NAM</td></tr><tr><td>Số: 3/TB-TCT</td><td>Mường Giôn, ngày 2 "
        "tháng 3 năm 2026</td></tr></table><p>Nội dung.</p><table><tr><td>Nơi nhận:<br>- "
        "Như trên;</td>"
        "<td>TỔ TRƯỞNG<br>Lò Văn Thắng</td></tr></table>"
    )
    found = [(block.column, block.text) for block in blocks_of(inside, tmp_path)]
    assert found == [
        (1, "UBND XÃ MƯỜNG GIÔN"),
        (1, "TỔ CÔNG TÁC"),
        (2, "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        (1, "Số: 3/TB-TCT"),
        (2, "Mường Giôn, ngày 2 tháng 3 năm 2026"),
        (0, "Nội dung."),
        (1, "Nơi nhận:"),
        (1, "- Như trên;"),
        (2, "TỔ TRƯỞNG"),
        (2, "Lò Văn Thắng"),
    ]


@pytest.mark.parametrize(
    "garbage",
    [
        "<p>In ra</p>",
        "<p>Chia sẻ bài viết</p>",
        "<div class='fb-like'>Thích 12</div>",
        "<p style='display:none'>ẩn</p>",
        "<div hidden>ẩn</div>",
        "<script>var x = 'mã';</script>",
        "<noscript>bật script</noscript>",
        "<p>Tin liên quan</p><ul><li><a href='/a'>Một tin khác của xã</a> (02/03/2026)</li></ul>",
        "<p><b>Các tin khác:</b></p><p><a href='/a'>Một tin khác của xã</a></p>",
        "<p>[Quay lại]</p>",
        "<form><input value='Gửi'><button>Gửi bình luận</button></form>",
    ],
)
def test_what_is_no_part_of_the_item_is_dropped(garbage: str, tmp_path: Path) -> None:
    assert lines_of(f"<p>Hết.</p>{garbage}", tmp_path) == ["Hết."]


@pytest.mark.parametrize(
    "kept",
    [
        "Bản in trên giấy được gửi tới từng bản.",
        "Các tin khác nhau về vụ việc gây hoang mang.",
        "Bình luận của các đại biểu được ghi vào biên bản.",
        "Facebook của xã có 1.200 người theo dõi.",
    ],
)
def test_sentences_with_such_words_stay(kept: str, tmp_path: Path) -> None:
    assert lines_of(f"<p>{kept}</p>", tmp_path) == [kept]


def test_a_heading_of_related_items_above_text_stays(tmp_path: Path) -> None:
    inside = f"<p>Văn bản liên quan</p><p>{LONG}</p>"
    assert lines_of(inside, tmp_path) == ["Văn bản liên quan", LONG]


@pytest.mark.parametrize(
    ("item", "line"),
    [
        ("<span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span>Một", "1. Một"),
        ("<span style='mso-list:Ignore'>a)<span>&nbsp; </span></span>Một", "a) Một"),
        ("<span style='mso-list:Ignore'>·<span>&nbsp; </span></span>Một", "- Một"),
        ("<span style='mso-list:Ignore'>§<span>&nbsp; </span></span>Một", "- Một"),
        ("<span style='mso-list:\nIgnore'>II.<span>&nbsp; </span></span>Một", "II. Một"),
    ],
)
def test_words_marks_before_items_are_kept(item: str, line: str, tmp_path: Path) -> None:
    html = f"{WORD}<p class=MsoNormal>Kính gửi</p><p><![if !supportLists]>{item}<![endif]><o:p>"
    capture = read(html, tmp_path)
    assert capture.system == "word"
    assert [block.text for block in capture.blocks] == ["Kính gửi", line]


def test_paragraphs_of_word_follow_without_a_gap(tmp_path: Path) -> None:
    html = f"{WORD}<p>THÔNG BÁO</p><p>Kết luận</p><p><o:p>&nbsp;</o:p></p><p>Ngày 2/3</p>"
    found = [(block.text, block.after_blank) for block in read(html, tmp_path).blocks]
    assert found == [("THÔNG BÁO", True), ("Kết luận", False), ("Ngày 2/3", True)]


@pytest.mark.parametrize(
    ("inside", "line"),
    [
        ("<p>Rộng 5 m<sup>2</sup>, tức 10<sup>-2</sup> mẫu.</p>", "Rộng 5 m², tức 10⁻² mẫu."),
        ("<p>Khí CO<sub>2</sub> trong lán.</p>", "Khí CO₂ trong lán."),
        ("<p>Bản<sup>(a)</sup> thứ 2<sup>nd</sup>.</p>", "Bản(a) thứ 2nd."),
    ],
)
def test_figures_above_and_below_the_line_stay_apart(
    inside: str, line: str, tmp_path: Path
) -> None:
    assert lines_of(inside, tmp_path) == [line]
