"""Names that some system cannot have, or takes for another one, are refused on every system."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.errors import AnswerError
from bantin.records.models import Record
from bantin.records.portable_names import check_names, tell_signs
from bantin.records.reader import parse_record, parse_unsaved
from bantin.writing.parse import parse_slug

from tests.unit.archive import SMALL, Archive

NEWS = "---\ntitle: Tin\ndate: 2021-10-05\nsection: x\n{}---\n\nChữ.\n"
RESERVED = ["con", "prn", "aux", "nul", "com0", "com1", "com9", "lpt1", "lpt9"]


@pytest.mark.parametrize("name", RESERVED)
@pytest.mark.parametrize("folder", ["tin-tuc/2021/10", "van-ban/2021", "to-chuc", "nguoi"])
def test_a_record_may_not_have_the_name_of_a_device(folder: str, name: str) -> None:
    found = parse_unsaved(f"{folder}/{name}.md", NEWS.format(""))
    assert isinstance(found, list)
    [problem] = found
    assert problem.message == f"Windows không cho đặt tên “{name}.md”"
    assert f"{name}-1.md" in problem.hint
    with pytest.raises(AnswerError, match=f"{name}-1"):
        parse_slug(name)


@pytest.mark.parametrize("name", ["cons", "com", "com10", "auxi", "nulo", "con-1", "lpt"])
def test_names_that_only_begin_like_it_are_good(name: str) -> None:
    assert isinstance(parse_unsaved(f"tin-tuc/2021/10/{name}.md", NEWS.format("")), Record)
    assert parse_slug(name) == name


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("people: [{name: Côn}]", "people[1].name"),
        ("people: [{name: Nul}]", "people[1].name"),
        ("field: [aux]", "field[1]"),
        ("redirect_from: [tin/con]", "redirect_from[1]"),
        ("redirect_from: [AUX/x.html]", "redirect_from[1]"),
        ("redirect_from: [tin/nul.aspx]", "redirect_from[1]"),
        ("redirect_from: [tin/abc.]", "redirect_from[1]"),
        ("redirect_from: ['tin/abc /x']", "redirect_from[1]"),
    ],
)
def test_what_makes_a_folder_of_the_site_may_not_either(line: str, field: str) -> None:
    found = parse_record("tin-tuc/2021/10/a.md", NEWS.format(f"{line}\n").encode())
    assert isinstance(found, list)
    assert [one.field for one in found] == [field]


NFC, NFD = "ảnh/bản.png", unicodedata.normalize("NFD", "ảnh/bản.png")


@pytest.mark.parametrize(
    ("uris", "told", "message"),
    [
        (["hinh/CON.png"], "hinh/CON.png", "tên “CON.png”"),
        (["hinh/nul"], "hinh/nul", "tên “nul”"),
        (["aux/a.png"], "aux/a.png", "tên “aux”"),
        (["hinh/com¹.txt"], "hinh/com¹.txt", "tên “com¹.txt”"),
        (["hinh/a."], "hinh/a.", "dấu chấm hoặc dấu cách"),
        (["hinh /a.png"], "hinh /a.png", "dấu chấm hoặc dấu cách"),
        (["hinh/A.png", "hinh/a.png"], "hinh/a.png", "trùng tên với hinh/A.png: chỉ khác chữ hoa"),
        (["Hinh/a.png", "hinh/b.png"], "hinh/b.png", "trùng tên với Hinh: chỉ khác chữ hoa"),
        (["Tin-tuc/x.png"], "Tin-tuc/x.png", "trùng tên với tin-tuc"),
        (["VAN-BAN/2021/a.md"], "VAN-BAN/2021/a.md", "trùng tên với van-ban"),
        (["hinh/Ả.png", "hinh/ả.png"], "hinh/ả.png", "trùng tên với hinh/Ả.png"),
        ([NFC, NFD], NFC, "cách mã hóa chữ có dấu"),
    ],
)
def test_a_name_that_not_every_system_can_keep_is_told_once(
    uris: list[str], told: str, message: str
) -> None:
    [problem] = check_names(uris)
    assert problem.path == told
    assert message in problem.message
    assert "đổi tên" in problem.hint


@pytest.mark.parametrize(
    "uris",
    [
        ["hinh/a.png", "hinh/b.png", "hinh/a.webp"],
        ["hinh/Bản đồ (1).png", "hinh/a#b.png", "hinh/a%20b.png", "hinh/a'b.png", "hinh/.a.png"],
        ["tin-tuc/2021/10/a.png", "to-chuc/a.png", "index.md", NFC],
        ["hinh/console.png", "hinh/a.con"],
    ],
)
def test_other_names_are_good(uris: list[str]) -> None:
    assert check_names(uris, ["tin-tuc/2021/10/a.md"]) == []


def test_build_clean_or_not_and_check_say_the_same(tmp_path: Path) -> None:
    archive = Archive(tmp_path, SMALL)

    def write(uri: str, text: str) -> None:
        path = archive.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())

    write("chuyen-muc/x.md", "---\nname: Mục\n---\n")
    write("tin-tuc/2021/10/a.md", NEWS.format("attachments: [{src: b.pdf, title: B}]\n"))
    write("tin-tuc/2021/10/b.pdf", "%PDF")
    assert not archive.build().problems
    before = archive.tree()
    write("tin-tuc/2021/10/B.pdf", "%PDF")
    told = archive.build().problems
    assert [one.path for one in told] == ["tin-tuc/2021/10/b.pdf"]
    assert archive.build(tmp_path / "clean").problems == told
    assert archive.tree() == before
    tree = DocsTree.of_folder(archive.docs)
    assert check_records(tree).problems == told
    assert check_records(tree, ["tin-tuc/2021/10/a.md"]).problems == told
    assert check_records(tree, ["chuyen-muc/x.md"]).problems == ()
    (archive.docs / "tin-tuc/2021/10/B.pdf").unlink()
    assert not archive.build().problems


@pytest.mark.parametrize(
    ("uri", "message"),
    [
        ("hinh/a:b.png", "có dấu :"),
        ('hinh/a".png', 'có dấu "'),
        ("hinh/a?.png", "có dấu ?"),
        ("hinh/a|b*.png", "có dấu |"),
        ("hinh/a\\b.png", "có dấu \\"),
        ("hinh/a\nb.png", "có dấu U+000A"),
        ("hinh/a<b>.png", "có dấu <"),
        ("h|nh/a.png", "có dấu |"),
    ],
)
def test_a_sign_that_windows_refuses_is_remarked_on_and_works(uri: str, message: str) -> None:
    assert check_names([uri]) == []
    [remark] = tell_signs([uri])
    assert remark.path == uri
    assert message in remark.message


@pytest.mark.parametrize("uri", ["hinh/a#b.png", "hinh/50%.png", "hinh/a b (c) & 'đ'.png", "a+b"])
def test_other_signs_are_no_matter(uri: str) -> None:
    assert tell_signs([uri]) == []
