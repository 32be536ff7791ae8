"""Pictures saved with a page come along; nothing outside its folder is opened."""

from __future__ import annotations

import base64
import hashlib
import io
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from bantin.importing.capture import BlockKind, Capture
from bantin.importing.reading.formats import recognise_format
from bantin.importing.reading.html.reader import read_html
from PIL import Image

TEXT = "Ban Chỉ đạo xã nghe báo cáo và bàn các việc của quý sau, có đại diện các bản cùng dự."


def picture(width: int = 300, height: int = 200, kind: str = "JPEG") -> bytes:
    held = io.BytesIO()
    Image.new("RGB", (width, height), (20, 90, 20)).save(held, kind)
    return held.getvalue()


def page(inside: str) -> str:
    return f"<body><h1>Tin của xã hôm nay</h1><div id='news-bodyhtml'><p>{TEXT}</p>{inside}</div>"


def read(inside: str, folder: Path) -> Capture:
    path = folder / "tin.html"
    path.write_text(page(inside), encoding="utf-8")
    [capture] = read_html(path)
    return capture


def test_a_picture_of_the_saved_folder_is_read_and_named_by_content(tmp_path: Path) -> None:
    (tmp_path / "tin_files").mkdir()
    data = picture()
    (tmp_path / "tin_files" / "ảnh 1.jpg").write_bytes(data)
    capture = read("<img src='./tin_files/%E1%BA%A3nh%201.jpg' alt='Họp'>", tmp_path)
    [found] = capture.pictures
    assert found.data == data
    assert found.name == f"{hashlib.sha256(data).hexdigest()[:16]}.jpg"
    assert found.alt == "Họp"
    assert not capture.doubts


@pytest.mark.parametrize(
    "address",
    [
        "../ngoai.jpg",
        "tin_files/../../ngoai.jpg",
        "tin_files/../trong.jpg",
        "%2e%2e/ngoai.jpg",
        "/etc/hostname",
        "file:///etc/hostname",
        "//may/chia/ngoai.jpg",
        "\\\\may\\ngoai.jpg",
        "C:\\anh\\ngoai.jpg",
        "http://vi-du.vn/ngoai.jpg",
        "https://[sai/ngoai.jpg",
        "lien-ket/ngoai.jpg",
        "khong-co.jpg",
    ],
)
def test_no_other_place_is_opened(address: str, tmp_path: Path) -> None:
    home = tmp_path / "kho"
    home.mkdir()
    (home / "trong.jpg").write_bytes(picture())
    (tmp_path / "ngoai.jpg").write_bytes(picture())
    (home / "lien-ket").symlink_to(tmp_path, target_is_directory=True)
    capture = read(f"<img src='{address}'>", home)
    [found] = capture.pictures
    assert (found.data, found.address) == (b"", address)
    assert any("không có trong thư mục đi kèm" in told for told in capture.doubts)


@pytest.mark.parametrize(
    "image",
    [
        "<img src='a.png' width=16 height=16>",
        "<img src='a.png' style='width:40px'>",
        "<img src='/images/icon-print.png'>",
        "<img src='/skins/logo.png'>",
        "<img src='theme/spacer.gif'>",
        "<img class='avatar' src='a.jpg'>",
        "<img src=''>",
        "<img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>",
        "<img src='data:image/png;base64,????'>",
        "<img src='javascript:x()'>",
        "<img src='so-do.svg'>",
    ],
)
def test_decoration_is_left_out(image: str, tmp_path: Path) -> None:
    assert read(image, tmp_path).pictures == ()


@pytest.mark.parametrize(("width", "height", "kept"), [(79, 300, 0), (300, 79, 0), (80, 80, 1)])
def test_the_size_of_the_bytes_decides(width: int, height: int, kept: int, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(picture(width, height, "PNG"))
    assert len(read("<img src='a.png'>", tmp_path).pictures) == kept


def test_a_photo_that_is_called_a_logo_is_kept(tmp_path: Path) -> None:
    (tmp_path / "le-cong-bo-logo.jpg").write_bytes(picture())
    assert len(read("<img src='le-cong-bo-logo.jpg'>", tmp_path).pictures) == 1


def test_what_is_no_picture_is_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"<html>404</html>")
    assert read("<img src='a.jpg'>", tmp_path).pictures == ()


def test_a_picture_inside_the_page_is_read(tmp_path: Path) -> None:
    data = picture()
    inside = f"<img src='data:image/jpeg;base64,{base64.b64encode(data).decode()}'>"
    [found] = read(inside, tmp_path).pictures
    assert (found.data, found.address) == (data, "")


def test_a_lazy_picture_is_the_one_that_will_be_shown(tmp_path: Path) -> None:
    inside = "<img src='/images/loading.gif' data-src='http://vi-du.vn/anh.jpg'>"
    [found] = read(inside, tmp_path).pictures
    assert found.address == "http://vi-du.vn/anh.jpg"


@pytest.mark.parametrize(
    "inside",
    [
        "<figure><img src='a.jpg'><figcaption>Quang cảnh</figcaption></figure>",
        "<figure><figcaption>Quang cảnh</figcaption><img src='a.jpg'></figure>",
        "<div class='wp-caption'><img src='a.jpg'><p class='wp-caption-text'>Quang cảnh</p></div>",
        "<div class='full-img'><img src='a.jpg'><span class='fig'>Quang cảnh</span></div>",
        "<p><img src='a.jpg'></p><p><em>Quang cảnh</em></p>",
        "<p><img src='a.jpg'><br><i>Quang cảnh</i></p>",
        "<center><img src='a.jpg'><br>Quang cảnh</center>",
        "<p align=center><img src='a.jpg'></p><p style='text-align: center'>Quang cảnh</p>",
        "<table><tr><td><img src='a.jpg'></td></tr><tr><td class='caption'>Quang cảnh</td></tr>"
        "</table>",
        "<table align=center><tr><td><img src='a.jpg'></td></tr><tr><td align=center>Quang cảnh"
        "</td></tr></table>",
    ],
)
def test_a_caption_joins_its_picture(inside: str, tmp_path: Path) -> None:
    capture = read(f"{inside}<p>Hết bài.</p>", tmp_path)
    [found] = capture.pictures
    caption = next(block for block in capture.blocks if block.kind is BlockKind.CAPTION)
    assert (caption.text, caption.picture) == ("Quang cảnh", found.name)
    assert capture.blocks[-1].text == "Hết bài."
    assert capture.blocks[-1].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "inside",
    [
        "<p><img src='a.jpg'></p><p>Các bản đã làm xong</p>",
        "<center><p><img src='a.jpg'></p><p>Một việc</p><p>Hai việc</p></center>",
        "<p><img src='a.jpg'></p><ul><li><i>Một việc</i></li></ul>",
        f"<p><img src='a.jpg'></p><p><i>{TEXT * 6}</i></p>",
    ],
)
def test_a_paragraph_below_a_picture_is_no_caption(inside: str, tmp_path: Path) -> None:
    capture = read(f"{inside}<p>Hết bài.</p>", tmp_path)
    assert BlockKind.CAPTION not in [block.kind for block in capture.blocks]


def test_a_page_holds_no_more_pictures_than_a_bound(tmp_path: Path) -> None:
    images = "".join(f"<img src='{at}.jpg'>" for at in range(500))
    assert len(read(images, tmp_path).pictures) == 200


@pytest.mark.parametrize("src", ["cid:anh1", "http://vi-du.vn/anh.jpg", "anh.jpg"])
def test_mhtml_gives_its_text_and_its_pictures(src: str, tmp_path: Path) -> None:
    message = MIMEMultipart("related", type="text/html")
    message["Snapshot-Content-Location"] = "http://vi-du.vn/tin.html"
    html = MIMEText(page(f"<img src='{src}'>"), "html", "utf-8")
    html["Content-Location"] = "http://vi-du.vn/tin.html"
    image = MIMEImage(picture(), "jpeg")
    image["Content-Location"] = "http://vi-du.vn/anh.jpg"
    image["Content-ID"] = "<anh1>"
    message.attach(html)
    message.attach(image)
    path = tmp_path / "tin.mhtml"
    path.write_bytes(message.as_bytes())
    assert recognise_format(path, path.name).key == "mhtml"
    [capture] = read_html(path)
    assert capture.format == "mhtml"
    assert capture.blocks[0].text == TEXT
    assert [found.data for found in capture.pictures] == [picture()]
    assert [field.text for field in capture.fields if field.name.value == "url"] == [
        "http://vi-du.vn/tin.html"
    ]
