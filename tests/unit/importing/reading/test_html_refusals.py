"""Pages that hold no item are refused with the reason; hostile pages cost a bounded time."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import Capture
from bantin.importing.reading.html.reader import read_html

TEXT = "<p>Ban Chỉ đạo xã nghe báo cáo và bàn các việc của quý sau, có đại diện các bản dự.</p>"
LINKS = "".join(
    f"<li><a href='/tin-{at}'>Bản số {at} của xã khánh thành nhà văn hóa cộng đồng</a></li>"
    for at in range(12)
)


def read(html: str, folder: Path) -> Capture:
    path = folder / "trang.html"
    path.write_text(html, encoding="utf-8")
    [capture] = read_html(path)
    return capture


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("", "tệp rỗng"),
        (" \n\0", "tệp rỗng"),
        ("<html><head><title>x</title></head></html>", "không có chữ"),
        ("<frameset cols='20%,*'><frame src=a.html><frame src=b.html></frameset>", "bộ khung"),
        ("<title>404 Not Found</title><h1>Not Found</h1><p>The page was not found.</p>", "báo lỗi"),
        ("<title>Lỗi 404</title><p>Không có gì ở đây</p>", "báo lỗi"),
        ("<h1>Không tìm thấy trang</h1><p>Quay về trang chủ</p>", "báo lỗi"),
        ("<title>Just a moment...</title><p>Checking your browser</p>", "báo lỗi"),
        ("<title>Request Rejected</title>The requested URL was rejected.", "báo lỗi"),
        ("<title>Đăng nhập</title><form><input type=password></form>Mật khẩu", "đăng nhập"),
        ("<script>a</script><div id=root></div><script src=b.js></script>Đang tải", "mã chạy"),
        (f"<title>Tin tức</title><ul>{LINKS}</ul>", "danh sách 12 tin"),
        (f"<div class='entry-content'><ul>{LINKS}</ul></div>", "danh sách 12 tin"),
        (
            "".join(
                f"<article class=post><h2><a href=/{n}>Tin số {n} nói việc mới của xã ta</a></h2>"
                f"<div class='entry-content'><p>Sáng nay xã làm việc số {n}, có đông người dự và "
                "nhiều ý kiến được nêu ra tại chỗ.</p></div></article>"
                for n in range(9)
            ),
            "danh sách 9 tin",
        ),
        (f"<h1>Tin</h1><p>Trang tin của xã, cập nhật hằng ngày.</p><ul>{LINKS}</ul>", "danh sách"),
        ("<div>" * 9000 + TEXT, "lồng nhau quá sâu"),
        (TEXT * 120_000, "lớn hơn 10 MB"),
    ],
)
def test_what_holds_no_item_is_refused(html: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(ImportRefusedError, match=why):
        read(html, tmp_path)


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>Lỗi 404 là gì: cán bộ xã học cách sửa</h1>{TEXT * 20}",
        f"<h1>Xã mở lớp học</h1>{TEXT * 8}<form>Đăng nhập<input type=password></form>",
        f"<h1>Xã mở lớp học</h1>{TEXT * 9}<div class='related'><ul>{LINKS}</ul></div>",
        f"<h1>Xã mở lớp học</h1><div id='news-bodyhtml'>{TEXT * 9}</div><div><ul>{LINKS}</ul>",
        "<h1>Thông báo nghỉ lễ</h1><p>Ủy ban xã nghỉ từ ngày 30/4.</p>",
    ],
)
def test_items_that_look_a_little_like_it_come_in(html: str, tmp_path: Path) -> None:
    assert read(html, tmp_path).blocks


def test_a_page_that_cannot_be_taken_apart_comes_whole_with_a_doubt(tmp_path: Path) -> None:
    capture = read("<div>Ủy ban xã nghỉ từ 30/4.</div><div>Trực: Lò Văn Thắng</div>", tmp_path)
    assert len(capture.blocks) == 2
    assert any("không tách được bài viết" in told for told in capture.doubts)


@pytest.mark.parametrize("name", ["a\x07.html", "a\u202eb.html"])
def test_a_name_that_no_record_can_keep_is_refused(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    with pytest.raises(ImportRefusedError, match="đổi tên tệp"):
        list(read_html(path))


@pytest.mark.parametrize(
    "html",
    [
        "<font>" * 3000 + TEXT,
        "<table><tr><td>" * 500 + TEXT,
        f"<table><tr>{'<td colspan=1000 rowspan=65000>x</td>' * 60}</tr></table>{TEXT}",
        f"<script type='application/ld+json'>{'[' * 100_000}</script>{TEXT}",
        "<table><tr><td>a<td>b<tr><td>c<td>d</table>" * 1000 + TEXT,
        "<ul><li>" * 200 + "<dl><dt>Số ký hiệu<dd>1</dl>" * 300,
        f"<p {'a' * 500_000}>{TEXT}",
        "<" * 200_000 + TEXT,
        f"<p>{'Thứ hai, ' * 5000}{'12/' * 5000}</p>",
        f"<div class='{'a ' * 100_000}'>{TEXT}</div>",
    ],
)
def test_hostile_pages_end_soon(html: str, tmp_path: Path) -> None:
    began = time.monotonic()
    assert read(html, tmp_path).blocks
    assert time.monotonic() - began < 10
