"""Pictures and linked files come along under plain names, or are told as missing."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import zipfile
import zlib
from pathlib import Path

import pytest
from bantin.importing.capture import Capture, LinkedFile, Picture
from bantin.importing.job.attachments import Attached, attach
from bantin.importing.job.shelves import DiskShelf, ZipShelf
from bantin.importing.job.walking import GivenFile
from bantin.importing.plan import plan_record
from bantin.importing.proposal import Context
from bantin.records.models import Article, Document
from bantin.records.parts import Photo
from bantin.records.registry import Registry
from bantin.records.unfinished import UnfinishedDraft
from PIL import Image

from tests.unit.importing.samples import NEWS, NOTICE, capture_of


def picture_bytes(kind: str = "PNG", size: tuple[int, int] = (3, 2)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size).save(made, kind)
    return made.getvalue()


def article(*photos: Photo) -> Article:
    planned = plan_record(capture_of(NEWS), Context(Registry()), Path("a"), "draft")
    record = planned.proposal.record
    assert isinstance(record, Article)
    return record.model_copy(update={"photos": photos})


class Desk:
    """A given folder with a page, and what comes of taking its files along."""

    def __init__(self, root: Path) -> None:
        self.given, self.folder = root / "kho", root / "tam"
        (self.given / "tin").mkdir(parents=True)
        self.folder.mkdir()

    def save(self, name: str, content: bytes = b"%PDF-1.4 x") -> None:
        path = self.given / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    def attach(
        self, record: Article | Document, capture: Capture, name: str = "tin/bai.html"
    ) -> Attached:
        return attach(record, capture, GivenFile(name, DiskShelf(self.given), name), self.folder)

    def link(self, address: str, text: str = "Tệp kèm") -> Attached:
        capture = dataclasses.replace(capture_of(NEWS), links=(LinkedFile(address, text),))
        return self.attach(article(), capture)

    def show(self, address: str, alt: str = "", caption: str | None = "Ảnh họp") -> Attached:
        name = "00112233445566ff.jpg"
        capture = dataclasses.replace(
            capture_of(NEWS), pictures=(Picture(name, b"", address, alt),)
        )
        return self.attach(article(Photo(src=name, caption=caption)), capture)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def photos(attached: Attached) -> tuple[Photo, ...]:
    assert isinstance(attached.record, Article)
    return attached.record.photos


@pytest.mark.parametrize(("kind", "ending"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif")])
def test_a_picture_is_named_by_its_content(desk: Desk, kind: str, ending: str) -> None:
    content = picture_bytes(kind)
    desk.save("tin/bai_files/anh hop.bmp", content)
    attached = desk.show("bai_files/anh%20hop.bmp")
    name = hashlib.sha256(content).hexdigest()[:16] + ending
    assert [photo.src for photo in photos(attached)] == [name]
    assert attached.files[name].path.read_bytes() == content
    assert attached.doubts == []


def test_a_picture_that_came_with_the_item_is_taken(desk: Desk) -> None:
    content = picture_bytes()
    name = f"{hashlib.sha256(content).hexdigest()[:16]}.png"
    (desk.folder / name).write_bytes(content)
    capture = dataclasses.replace(capture_of(NEWS), pictures=(Picture(name, b""),))
    attached = desk.attach(article(Photo(src=name)), capture)
    assert list(attached.files) == [name]


PLACES = {
    "anh.png": "tin/anh.png",
    "../anh/1.png": "anh/1.png",
    "/uploads/1.png": "uploads/1.png",
    "https://cong.vn/uploads/1.png?w=9": "uploads/1.png",
    "https://cong.vn/x/2.png": "cong.vn/x/2.png",
    "http://cong.vn/x/3.png": "tin/bai_files/3.png",
    "./bai_files\\4.png": "tin/bai_files/4.png",
}


@pytest.mark.parametrize("address", PLACES)
def test_a_picture_is_found_where_copies_of_portals_keep_it(desk: Desk, address: str) -> None:
    desk.save(PLACES[address], picture_bytes())
    assert len(desk.show(address).files) == 1


LOST = [
    "khong-co.png",
    "../../ngoai.png",
    "/../../ngoai.png",
    "../../../../../../etc/passwd",
    "file:///etc/passwd",
    "https://cong.vn/a.png",
    "data:image/png;base64,AAAA",
    "http://[hỏng",
    "",
    "a\x00.png",
    "lien-ket.png",
]


@pytest.mark.parametrize("address", LOST)
def test_a_lost_picture_keeps_its_caption_and_is_told(desk: Desk, address: str) -> None:
    (desk.given.parent / "ngoai.png").write_bytes(picture_bytes())
    (desk.given / "tin" / "lien-ket.png").symlink_to(desk.given.parent / "ngoai.png")
    attached = desk.show(address)
    assert photos(attached) == (Photo(caption="Ảnh họp"),)
    assert attached.files == {}
    [told] = attached.doubts
    assert "không có trong những tệp đã cho" in told
    assert photos(desk.show(address, caption=None)) == ()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "không phải ảnh"),
        (b"MZ" + bytes(99), "không phải ảnh"),
        (picture_bytes("BMP"), "không phải ảnh"),
        (picture_bytes("PNG")[:20], "không phải ảnh"),
    ],
)
def test_what_no_browser_draws_is_left(desk: Desk, content: bytes, told: str) -> None:
    desk.save("tin/a.png", content)
    attached = desk.show("a.png")
    assert attached.files == {}
    assert told in attached.doubts[0]


@pytest.mark.parametrize("side", [30_000, 12_000])
def test_a_huge_picture_is_left(desk: Desk, side: int) -> None:
    raw = bytearray(picture_bytes())
    raw[16:24] = side.to_bytes(4, "big") * 2
    raw[29:33] = zlib.crc32(raw[12:29]).to_bytes(4, "big")
    desk.save("tin/a.png", bytes(raw))
    attached = desk.show("a.png")
    assert attached.files == {}
    assert "quá nhiều điểm ảnh" in attached.doubts[0]


def test_a_linked_file_becomes_an_attachment_with_a_portable_name(desk: Desk) -> None:
    desk.save("tin/Kế hoạch số 12 (ký).PDF", b"%PDF-1.4 ke hoach")
    attached = desk.link("K%E1%BA%BF%20ho%E1%BA%A1ch%20s%E1%BB%91%2012%20(k%C3%BD).PDF")
    [file] = attached.record.attachments  # type: ignore[union-attr]
    assert file.title == "Tệp kèm"
    assert file.src.startswith("ke-hoach-so-12-ky-")
    assert file.src.endswith(".pdf")
    assert attached.files[file.src].path.read_bytes() == b"%PDF-1.4 ke hoach"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("khong-co.pdf", None, "không có trong những tệp đã cho"),
        ("a.pdf", b"MZ\x90", "không đúng là tệp .pdf"),
        ("a.docx", b"<html>", "không đúng là tệp .docx"),
    ],
)
def test_a_file_that_cannot_come_along_is_told(
    desk: Desk, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        desk.save(f"tin/{name}", content)
    attached = desk.link(name)
    assert attached.files == {}
    [doubt] = attached.doubts
    assert told in doubt


@pytest.mark.parametrize("name", ["khac.html", "a.exe", "a.docm", "a.js", "#muc", "mailto:a@b.vn"])
def test_links_to_pages_and_programs_are_no_attachments(desk: Desk, name: str) -> None:
    desk.save("tin/khac.html")
    attached = desk.link(name)
    assert (attached.files, attached.doubts) == ({}, [])


def test_files_of_an_archive_come_along_too(desk: Desk) -> None:
    content = picture_bytes()
    path = desk.given / "k.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("tin/bai_files/a.png", content)
        archive.writestr("tin/x.pdf", "%PDF x")
    archive = zipfile.ZipFile(path)
    shelf = ZipShelf(archive, {one.filename: one for one in archive.infolist()})
    name = "00112233445566ff.jpg"
    capture = dataclasses.replace(
        capture_of(NEWS),
        pictures=(Picture(name, b"", "bai_files/a.png"),),
        links=(LinkedFile("x.pdf", ""),),
    )
    given = GivenFile("k.zip/tin/bai.html", shelf, "tin/bai.html")
    attached = attach(article(Photo(src=name)), capture, given, desk.folder)
    assert len(attached.files) == 2
    assert attached.doubts == []
    [file] = attached.record.attachments  # type: ignore[union-attr]
    assert file.title == "x.pdf"


def test_an_unfinished_draft_takes_its_files_along(desk: Desk) -> None:
    desk.save("tin/x.pdf")
    capture = dataclasses.replace(capture_of(NEWS), links=(LinkedFile("x.pdf", "Tệp"),))
    draft = UnfinishedDraft(article(), ("section",))
    given = GivenFile("tin/bai.html", DiskShelf(desk.given), "tin/bai.html")
    attached = attach(draft, capture, given, desk.folder)
    assert isinstance(attached.record, UnfinishedDraft)
    assert attached.record.missing == ("section",)
    assert [file.title for file in attached.record.stand_in.attachments] == ["Tệp"]


def test_pictures_within_a_document_stand_beside_its_text(desk: Desk) -> None:
    data = picture_bytes()
    name = f"{hashlib.sha256(data).hexdigest()[:16]}.png"
    (desk.folder / name).write_bytes(data)
    capture = dataclasses.replace(
        capture_of(NOTICE), pictures=(Picture(name, b"", alt="Sơ đồ bến xe"), Picture("x", b""))
    )
    planned = plan_record(capture, Context(Registry()), Path("a"))
    record = planned.proposal.record
    assert isinstance(record, Document)
    attached = desk.attach(record, capture)
    assert isinstance(attached.record, Document)
    [attachment] = attached.record.attachments
    assert (attachment.src, attachment.title) == (name, "Sơ đồ bến xe")
    assert set(attached.files) == {name}
    assert len(attached.doubts) == 1
