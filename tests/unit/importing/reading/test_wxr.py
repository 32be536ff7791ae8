"""Each post and page of a WordPress export is an item; comments and entities never come in."""

from __future__ import annotations

import io
from html import escape
from pathlib import Path

import pytest
from bantin.errors import ImportRefusedError
from bantin.importing.capture import BlockKind, Capture, FieldName
from bantin.importing.reading.formats import recognise_format
from bantin.importing.reading.wxr import read_wxr
from PIL import Image

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>Trang tin xã</title><wp:author><wp:author_login>hoa</wp:author_login>
<wp:author_display_name>Cầm Thị Hoa</wp:author_display_name></wp:author>"""
FOOT = "</channel></rss>"


def item(content: str, number: int = 55, **changes: str) -> str:
    held = {"status": "publish", "post_type": "post", "post_date": "2026-03-12 09:15:00"}
    held |= {"more": "", "title": "Xã họp bàn việc &amp; giao việc"} | changes
    return (
        f"<item><title>{held['title']}</title><link>https://xa.vi-du.vn/hop</link>"
        "<pubDate>Thu, 12 Mar 2026 02:15:00 +0000</pubDate><dc:creator>hoa</dc:creator>"
        f"<content:encoded>{escape(content)}</content:encoded>"
        f"<excerpt:encoded></excerpt:encoded><wp:post_id>{number}</wp:post_id>"
        f"<wp:post_date>{held['post_date']}</wp:post_date><wp:status>{held['status']}</wp:status>"
        f"<wp:post_type>{held['post_type']}</wp:post_type>{held['more']}</item>"
    )


def read(items: str, folder: Path) -> list[Capture]:
    path = folder / "xuat.xml"
    path.write_text(f"{HEAD}{items}{FOOT}", encoding="utf-8")
    assert recognise_format(path, path.name).key == "wxr"
    return list(read_wxr(path))


def texts(capture: Capture) -> list[tuple[str, bool]]:
    return [(block.text, block.after_blank) for block in capture.blocks]


def test_an_item_has_its_fields(tmp_path: Path) -> None:
    more = (
        '<category domain="category" nicename="tin-xa">Tin xã</category>'
        '<category domain="post_tag" nicename="hop">họp</category>'
        "<wp:comment><wp:comment_content>Bình luận xấu</wp:comment_content></wp:comment>"
    )
    [capture] = read(item("Sáng 12/3, xã họp.", more=more), tmp_path)
    assert (capture.part, capture.format, capture.system) == ("bài 55", "wxr", "wordpress")
    assert {field.name: field.text for field in capture.fields} == {
        FieldName.TITLE: "Xã họp bàn việc & giao việc",
        FieldName.DATE: "2026-03-12 09:15:00",
        FieldName.AUTHOR: "Cầm Thị Hoa",
        FieldName.SECTION: "Tin xã",
        FieldName.TAGS: "họp",
        FieldName.URL: "https://xa.vi-du.vn/hop",
    }
    assert texts(capture) == [("Sáng 12/3, xã họp.", True)]


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        ("Một\n\nHai\nba", [("Một", True), ("Hai", True), ("ba", False)]),
        ("<p>Một</p>\n<p>Hai</p>", [("Một", True), ("Hai", True)]),
        ("<!-- wp:paragraph -->\n<p>Một</p>\n<!-- /wp:paragraph -->", [("Một", True)]),
        ("Một\n\n<ol><li>Hai</li></ol>\n\nBa", [("Một", True), ("1. Hai", True), ("Ba", True)]),
        ("Một\r\n\r\nHai", [("Một", True), ("Hai", True)]),
        ("[vc_row][vc_column]Một[/vc_column][/vc_row]", [("Một", True)]),
        ("Một [1] và [hai]", [("Một [1] và [hai]", True)]),
    ],
)
def test_the_text_is_what_wordpress_shows(
    content: str, lines: list[tuple[str, bool]], tmp_path: Path
) -> None:
    [capture] = read(item(content), tmp_path)
    assert texts(capture) == lines


def test_a_caption_of_a_short_code_joins_its_picture(tmp_path: Path) -> None:
    held = io.BytesIO()
    Image.new("RGB", (300, 200)).save(held, "PNG")
    uploads = tmp_path / "wp-content" / "uploads" / "2026"
    uploads.mkdir(parents=True)
    (uploads / "a.png").write_bytes(held.getvalue())
    address = "https://xa.vi-du.vn/wp-content/uploads/2026/a.png"
    content = f'Một\n\n[caption id="x" width="300"]<img src="{address}" /> Quang cảnh[/caption]'
    [capture] = read(item(content), tmp_path)
    [picture] = capture.pictures
    assert (picture.data, picture.address) == (held.getvalue(), address)
    assert (capture.blocks[-1].kind, capture.blocks[-1].text) == (BlockKind.CAPTION, "Quang cảnh")
    assert capture.blocks[-1].picture == picture.name


def test_uploads_outside_the_folder_are_not_opened(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    home = tmp_path / "kho"
    home.mkdir()
    [capture] = read(item('Một <img src="http://a.vn/uploads/../../a.png">'), home)
    assert [picture.data for picture in capture.pictures] == [b""]


def test_a_gallery_names_its_attachments(tmp_path: Path) -> None:
    attachment = item(
        "",
        number=7,
        post_type="attachment",
        more="<wp:attachment_url>http://a.vn/uploads/b.jpg</wp:attachment_url>",
    )
    [capture] = read(item('Một\n\n[gallery ids="7,8"]') + attachment, tmp_path)
    assert [picture.address for picture in capture.pictures] == ["http://a.vn/uploads/b.jpg"]
    assert any("[gallery]" in told for told in capture.doubts)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("draft", "bản nháp"),
        ("private", "riêng tư"),
        ("trash", "trong thùng rác"),
        ("publish", None),
    ],
)
def test_what_is_not_public_says_so(status: str, told: str | None, tmp_path: Path) -> None:
    [capture] = read(item("Một", status=status), tmp_path)
    field = capture.field(FieldName.STATUS)
    assert (field.text if field else None) == told


def test_only_posts_and_pages_with_words_are_items(tmp_path: Path) -> None:
    kinds = ("nav_menu_item", "revision", "attachment", "wpcf7_contact_form", "page", "post")
    items = "".join(item(kind, at, post_type=kind) for at, kind in enumerate(kinds))
    assert [capture.part for capture in read(items + item("", 9), tmp_path)] == ["bài 4", "bài 5"]


@pytest.mark.parametrize("day", ["0000-00-00 00:00:00", ""])
def test_a_day_of_zeros_gives_way_to_the_feeds(day: str, tmp_path: Path) -> None:
    [capture] = read(item("Một", post_date=day), tmp_path)
    field = capture.field(FieldName.DATE)
    assert field is not None
    assert field.text.startswith("Thu, 12 Mar 2026")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (f"{HEAD}{FOOT}", "không có bài viết"),
        (f"{HEAD}<item><title>x", "hỏng hoặc bị cắt"),
        ("không phải XML", "hỏng hoặc bị cắt"),
        (f"{HEAD}{'<a>' * 300}{'</a>' * 300}{FOOT}", "hỏng hoặc bị cắt"),
        (
            HEAD.replace("<rss", '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss', 1)
            + item("&b;")
            + FOOT,
            "thực thể",
        ),
        (
            HEAD.replace("<rss", '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss', 1)
            + FOOT,
            "thực thể",
        ),
    ],
)
def test_a_broken_or_hostile_export_is_refused(text: str, why: str, tmp_path: Path) -> None:
    path = tmp_path / "xuat.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ImportRefusedError, match=why):
        list(read_wxr(path))
