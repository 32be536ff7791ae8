"""Days, readers, writers and labels are read as printed; contradictions are told."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from bantin.importing.capture import Capture, FieldName
from bantin.importing.reading.html.labels import author_in, labelled_line, views_in
from bantin.importing.reading.html.moments import find_moment
from bantin.importing.reading.html.reader import read_html

TEXT = "<p>Ban Chỉ đạo xã nghe báo cáo và bàn các việc của quý sau, có đại diện các bản dự.</p>"


def read(html: str, folder: Path) -> Capture:
    path = folder / "trang.html"
    path.write_text(html, encoding="utf-8")
    [capture] = read_html(path)
    return capture


@pytest.mark.parametrize(
    ("text", "printed", "clock"),
    [
        ("Thứ năm - 12/03/2026 09:15", "Thứ năm - 12/03/2026 09:15", (9, 15)),
        ("Thứ Năm, 12/03/2026, 09:15 (GMT+7)", "Thứ Năm, 12/03/2026, 09:15 (GMT+7)", (9, 15)),
        ("Thứ 5, 12/03/2026 | 09:15", "Thứ 5, 12/03/2026 | 09:15", (9, 15)),
        ("12/03/2026 14:05 PM", "12/03/2026 14:05 PM", (14, 5)),
        ("12/03/2026 2:05 PM", "12/03/2026 2:05 PM", (14, 5)),
        ("12/03/2026 12:05 SA", "12/03/2026 12:05 SA", (0, 5)),
        ("12/3/2026 8:5", "12/3/2026 8:5", (8, 5)),
        ("14:05, 12/03/2026", "14:05, 12/03/2026", (14, 5)),
        ("14:05 | 12/03/2026", "14:05 | 12/03/2026", (14, 5)),
        ("14h05 ngày 12/03/2026", "14h05 ngày 12/03/2026", (14, 5)),
        ("12-03-2026", "12-03-2026", None),
        ("12.03.2026", "12.03.2026", None),
        ("ngày 12 tháng 3 năm 2026", "ngày 12 tháng 3 năm 2026", None),
        ("12 Tháng 3 2026", "12 Tháng 3 2026", None),
        ("Tháng 3 12, 2026", "Tháng 3 12, 2026", None),
        ("March 12, 2026 9:15 AM - 31", "March 12, 2026 9:15 AM", (9, 15)),
        ("Mar 12, 2026", "Mar 12, 2026", None),
        ("12 March 2026", "12 March 2026", None),
        ("2026-03-12T09:15:00+07:00", "2026-03-12T09:15:00+07:00", (9, 15)),
        ("2026-03-12T02:15:00Z", "2026-03-12T02:15:00Z", (9, 15)),
        ("2026-03-12 25:61", "2026-03-12 25:61", None),
        ("12/03/2026 25:61", "12/03/2026", None),
    ],
)
def test_a_day_is_found_as_it_is_printed(
    text: str, printed: str, clock: tuple[int, int] | None
) -> None:
    moment = find_moment(f"{text} ")
    assert moment is not None
    assert (moment.text, moment.day, moment.clock) == (printed, dt.date(2026, 3, 12), clock)


def test_a_clock_of_another_zone_may_be_the_next_day() -> None:
    moment = find_moment("2026-03-11T23:15:00+00:00")
    assert moment is not None
    assert (moment.day, moment.clock) == (dt.date(2026, 3, 12), (6, 15))


@pytest.mark.parametrize("text", ["31/02/2026", "12/03", "1.204.300", "13/13/2026", "Số 12/2026"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert find_moment(text) is None


@pytest.mark.parametrize(
    ("text", "views"),
    [
        ("Lượt xem: 24", "24"),
        ("Đã xem 1.204", "1.204"),
        ("97 lượt xem", "97"),
        ("Xem: 40", "40"),
        ("cms-view-count: 310", "310"),
        ("Số lần đọc: 5", "5"),
        ("Lượt xem tin : 1,024", "1,024"),
        ("Đang xem: 12", ""),
        ("Lượt truy cập: 1.234.567", ""),
        ("Xem 12/03/2026", ""),
        ("Xem thêm", ""),
    ],
)
def test_readers_are_counted_only_where_the_label_says_so(text: str, views: str) -> None:
    assert views_in(text) == views


@pytest.mark.parametrize(
    ("text", "author"),
    [
        ("Tác giả: Trang Lê", "Trang Lê"),
        ("Tin, ảnh: A Páo - Hoa", "A Páo - Hoa"),
        ("(Mùa A Sử)", "Mùa A Sử"),
        ("Viết bởi Mùa A Sử", "Mùa A Sử"),
        ("Ban Giám hiệu Nguồn tin: Trường", "Ban Giám hiệu"),
        ("admin", ""),
        ("Super User", ""),
        ("Quản trị viên", ""),
        ("a@b.vn", ""),
        ("https://facebook.com/xa", ""),
        ("12/03/2026", ""),
    ],
)
def test_a_writer_is_no_account_and_no_address(text: str, author: str) -> None:
    assert author_in(text) == author


@pytest.mark.parametrize(
    "line",
    [
        "Tại hội nghị ngày 12/03/2026, các đại biểu bàn việc làm đường vào bản",
        "Giấy phép số 12/GP-TTĐT do Sở Thông tin cấp ngày 03/02/2019, có hiệu lực",
    ],
)
def test_a_sentence_with_a_day_names_no_day_of_publication(line: str) -> None:
    assert FieldName.DATE not in [field.name for field in labelled_line(line)]


def test_contradicting_days_are_both_told_the_shown_first(tmp_path: Path) -> None:
    html = (
        "<meta property='article:published_time' content='2026-03-01T08:00:00+07:00'>"
        f"<h1>Xã họp bàn việc quý sau</h1><p>12/03/2026 09:15</p><article>{TEXT * 4}</article>"
    )
    capture = read(html, tmp_path)
    days = [field.text for field in capture.fields if field.name is FieldName.DATE]
    assert days == ["12/03/2026 09:15", "2026-03-01T08:00:00+07:00"]
    [told] = [told for told in capture.doubts if "khác nhau" in told]
    assert all(day in told for day in days)


def test_days_that_agree_are_told_once_with_the_hour(tmp_path: Path) -> None:
    html = (
        "<meta property='article:published_time' content='2026-03-12T02:15:00Z'>"
        f"<h1>Xã họp bàn việc quý sau</h1><p>12/03/2026</p><article>{TEXT * 4}</article>"
    )
    capture = read(html, tmp_path)
    days = [field.text for field in capture.fields if field.name is FieldName.DATE]
    assert days == ["2026-03-12T02:15:00Z"]
    assert not any("khác nhau" in told for told in capture.doubts)


def test_the_day_of_the_header_is_nobodys(tmp_path: Path) -> None:
    html = (
        "<div class='top'>Thứ hai, 30/11/2026</div><div><h1>Xã họp bàn việc quý sau</h1>"
        f"<article>{TEXT * 4}</article></div><div>© 2019, cấp ngày 03/02/2019</div>"
    )
    assert read(html, tmp_path).field(FieldName.DATE) is None


def test_place_and_day_of_a_document_stay_in_its_text(tmp_path: Path) -> None:
    html = (
        "<h1>Thông báo kết luận</h1><div id='news-bodyhtml'><p>Số: 3/TB</p>"
        f"<p>Mường Giôn, ngày 2 tháng 3 năm 2026</p>{TEXT}</div>"
    )
    capture = read(html, tmp_path)
    assert capture.field(FieldName.DATE) is None
    assert capture.blocks[1].text == "Mường Giôn, ngày 2 tháng 3 năm 2026"


def test_the_address_that_the_browser_wrote_is_kept(tmp_path: Path) -> None:
    html = f"<!-- saved from url=(0027)https://xa.vi-du.vn/tin-1.html -->\n<h1>Tin</h1>{TEXT * 4}"
    address = read(html, tmp_path).field(FieldName.URL)
    assert address is not None
    assert address.text == "https://xa.vi-du.vn/tin-1.html"


@pytest.mark.parametrize("script", ["{", "[" * 9999, '{"@type":"NewsArticle"}', "null", "[1,2]"])
def test_broken_data_for_machines_harm_nothing(script: str, tmp_path: Path) -> None:
    html = f"<script type='application/ld+json'>{script}</script><h1>Tin</h1>{TEXT * 4}"
    assert read(html, tmp_path).field(FieldName.AUTHOR) is None


def test_a_table_of_many_documents_is_no_page_of_one(tmp_path: Path) -> None:
    rows = "".join(
        f"<tr><td>{at}/KH-UBND<td>0{at}/03/2026<td>Kế hoạch số {at}" for at in range(1, 5)
    )
    head = "<tr><th>Số ký hiệu<th>Ngày ban hành<th>Trích yếu"
    html = f"<h1>Văn bản của xã</h1>{TEXT * 4}<table>{head}{rows}</table>"
    assert read(html, tmp_path).field(FieldName.NUMBER) is None


@pytest.mark.parametrize(
    "address",
    [
        "/uploads/ke-hoach.pdf",
        "/documents/1/2/Ke+hoach.docx/aa-11?t=3",
        "http://vi-du.vn/tai.aspx?file=ke-hoach.xlsx",
        "/handlers/download.ashx?id=3",
    ],
)
def test_links_to_files_are_listed(address: str, tmp_path: Path) -> None:
    html = f"<h1>Tin</h1><div id='news-bodyhtml'>{TEXT}<p>Xem <a href='{address}'>kế hoạch</a></p>"
    capture = read(html, tmp_path)
    assert [(link.address, link.text) for link in capture.links] == [(address, "kế hoạch")]
    assert capture.blocks[-1].text == "Xem kế hoạch"


@pytest.mark.parametrize(
    "address", ["/tin-2.html", "#dau", "mailto:a@b.vn", "javascript:x('a.pdf')"]
)
def test_other_links_are_words_only(address: str, tmp_path: Path) -> None:
    html = (
        f"<h1>Tin</h1><div id='news-bodyhtml'>{TEXT}<p>Xem <a href=\"{address}\">kế hoạch</a></p>"
    )
    assert read(html, tmp_path).links == ()


def test_a_page_of_a_document_without_its_text_says_so(tmp_path: Path) -> None:
    html = (
        "<h1>Kế hoạch của xã năm 2026</h1><table><tr><td>Số ký hiệu<td>3/KH-UBND<td>Ngày ban hành"
        "<td>02/03/2026<tr><td>Loại văn bản<td>Kế hoạch</table><a href='/a.pdf'>Tải về</a>"
    )
    capture = read(html, tmp_path)
    assert [block.text for block in capture.blocks] == [
        "Số ký hiệu: 3/KH-UBND",
        "Ngày ban hành: 02/03/2026",
        "Loại văn bản: Kế hoạch",
    ]
    assert any("nội dung ở tệp đính kèm" in told for told in capture.doubts)


@pytest.mark.parametrize(
    ("behind", "views"),
    [("<span>1.204</span>", "1.204"), ("<span>57</span>", "57"), ("<a>2 bình luận</a>", None)],
)
def test_nukeviet_counts_readers_behind_the_hour(
    behind: str, views: str | None, tmp_path: Path
) -> None:
    html = (
        f"<h1 class='title'>Xã họp bàn việc</h1><p><span class=h5>Thứ năm - 12/03/2026 09:15</span>"
        f"{behind}</p><div id='news-bodyhtml'>{TEXT * 2}</div>"
    )
    field = read(html, tmp_path).field(FieldName.VIEWS)
    assert (field.text if field else None) == views


def test_a_number_behind_the_day_of_an_unknown_page_counts_nothing(tmp_path: Path) -> None:
    html = f"<h1>Xã họp bàn việc</h1><p>12/03/2026 09:15 <i>57</i></p><article>{TEXT * 4}</article>"
    assert read(html, tmp_path).field(FieldName.VIEWS) is None
