"""Old addresses on pages and files of the engine's, of ours and of editors, and under files."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from bantin.building.store import Store
from bantin.building.workspace import Workspace
from bantin.catalog.catalog import Catalog
from bantin.catalog.recheck_scope import RecheckScope
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.errors import Problem
from bantin.outputs.reserved import OURS, owner_of_path
from bantin.outputs.taken_addresses import find_taken
from bantin.records.models import Record
from bantin.records.old_addresses import normalise_address

from tests.unit.archive import SMALL, Archive
from tests.unit.samples import ARTICLE_URI, article, catalog_of

OWNERS = {
    "": "index.md",
    "gioi-thieu/": "gioi-thieu.md",
    "x.pdf": "x.pdf",
    "LICENSE": "LICENSE",
    "a.b/c.png": "a.b/c.png",
    "tin-tuc/2021/10/%E1%BA%A3nh%201.png": "tin-tuc/2021/10/ảnh 1.png",
    "tin-tuc/2021/10/giấy mời.pdf": "tin-tuc/2021/10/giấy mời.pdf",
}


def find(*records: Record, changed: str | None = None) -> list[Problem]:
    """Return what is wrong; with `changed` only near an address that has just come."""
    catalog = catalog_of(*records)
    nothing: frozenset[str] = frozenset()
    scope = None
    if changed is not None:
        scope = RecheckScope(nothing, nothing, nothing, nothing, frozenset([changed]))
    return list(find_taken(catalog, OWNERS, Path("khong-co"), scope))


TAKEN = [
    # The engine's.
    ("404.html", "trang báo lỗi"),
    ("/404.html", "trang báo lỗi"),
    ("404.html/", "trang báo lỗi"),
    ("404.html/x.aspx", "trang báo lỗi"),
    ("assets/", "giao diện"),
    ("assets/bantin/bantin.css", "giao diện"),
    ("assets/javascripts/cu/", "giao diện"),
    # Editors' pages and files.
    ("index.html", "index.md"),
    ("gioi-thieu", "gioi-thieu.md"),
    ("gioi-thieu/index.html", "gioi-thieu.md"),
    ("x.pdf", "x.pdf"),
    ("x.pdf/", "x.pdf"),
    ("x.pdf/cu/tin.aspx", "x.pdf"),
    ("LICENSE", "LICENSE"),
    ("LICENSE/cu/", "LICENSE"),
    ("a.b", "a.b/c.png"),
    ("a.b/c.png/", "a.b/c.png"),
    ("tin-tuc/2021/10/ảnh%201.png", "ảnh 1.png"),
    ("tin-tuc/2021/10/ảnh 1.png/", "ảnh 1.png"),
    ("tin-tuc/2021/10/giấy mời.pdf", "giấy mời.pdf"),
    # Ours, there today or not.
    ("feed.xml", OURS),
    ("feed.xml/", OURS),
    ("feed.json", OURS),
    ("sitemap.xml", OURS),
    ("sitemap.xml/x/", OURS),
    ("sitemap-tin-moi.xml", OURS),
    ("sitemap/tin-tuc-2020.xml", OURS),
    ("robots.txt", OURS),
    ("llms.txt", OURS),
    ("_redirects", OURS),
    ("tim-kiem/", OURS),
    ("tim-kiem/muc-luc.json", OURS),
    ("tim-kiem/cu/", OURS),
    ("api", OURS),
    ("api/index.json", OURS),
    ("api/cu/", OURS),
    ("schema/tin-tuc.json", OURS),
    ("luot-xem/doc-nhieu.json", OURS),
    ("doc-nhieu/", OURS),
    ("may-chu/caddy.conf", OURS),
    ("anh-chia-se/trang.png", OURS),
    ("tin-tuc", OURS),
    ("tin-tuc/2021/", OURS),
    ("tin-tuc/1999", OURS),
    ("tin-tuc/2021/10/", OURS),
    ("tin-tuc/feed.xml", OURS),
    ("van-ban/2020/", OURS),
    ("to-chuc/", OURS),
    ("chuyen-muc/", OURS),
    ("nguoi/", OURS),
    ("linh-vuc/", OURS),
    ("ket-luan/2020/03/", OURS),
    ("ket-luan/2020/ket-luan-2020.csv", OURS),
    ("ngay-nay/10-08/", OURS),
    ("cuoc-hop/", OURS),
    ("to-chuc/ban/2021/", OURS),
    ("to-chuc/ban/feed.xml", OURS),
    ("to-chuc/ban/duoc-giao/", OURS),
    ("to-chuc/ban/so-lieu.csv", OURS),
    ("to-chuc/ban/feed.xml/cu/", OURS),
    # Records'.
    ("to-chuc/ban/", "to-chuc/ban.md"),
    ("tin-tuc/2021/10/khac", "tin-tuc/2021/10/khac.md"),
    ("tin-tuc/2021/10/khac/index.html", "tin-tuc/2021/10/khac.md"),
    ("tin-tuc/2021/10/hop-ban/", ARTICLE_URI),
    ("cu.aspx", "tin-tuc/2021/10/khac.md"),
    ("cu.aspx/", "tin-tuc/2021/10/khac.md"),
    ("cu.aspx/x/y/", "tin-tuc/2021/10/khac.md"),
    ("sau.x", "tin-tuc/2021/10/khac.md"),
]
FREE = [
    *("cu/", "xem-tin.aspx", "tin/2020/05/ten-cu.html", "x.pdf.aspx", "gioi-thieu/cu/", "404/"),
    *("tin-tuc/123.html", "tin-tuc/chi-dao/bai-cu-45.html", "tin-tuc/2021/10/ten-cu/"),
    *("tin-tuc/2021/10/hop-ban/anh-cu.aspx", "van-ban/xem.aspx", "van-ban/2020/13-tb/"),
    *("to-chuc/ban-cu/", "to-chuc/ban-cu/2021/", "nguoi/le-van-a/", "cuoc-hop/2020/03-04-cu/"),
    *("ket-luan/xem.aspx", "xem.aspx?id=404.html", "a.b.c", "index.aspx", "sau/x/", "feed/"),
]
OTHER = article("khac", more="redirect_from: [cu.aspx, sau.x/trong/]")


@pytest.mark.parametrize(("written", "owner"), TAKEN)
def test_taken_address_is_refused_with_its_owner(written: str, owner: str) -> None:
    record = article(more=f"redirect_from: [moi/, '{written}']")
    ours = [one for one in find(record, OTHER) if one.path == ARTICLE_URI]
    theirs = [one for one in find(record, OTHER) if one.path == OTHER.file.src_uri]
    # Of two records each stands in the other's way, unless they claim one place.
    (problem,) = ours or theirs
    assert problem.hint == "xóa dòng này"
    if ours:
        assert problem.field == "redirect_from[2]"
        assert f"địa chỉ {written} đang là của " in problem.message
        assert owner in problem.message


@pytest.mark.parametrize(("written", "owner"), TAKEN)
def test_change_of_one_record_finds_the_same(written: str, owner: str) -> None:
    record = article(more=f"redirect_from: ['{written}']")
    assert find(record, OTHER, changed=normalise_address(written)) == find(record, OTHER)


@pytest.mark.parametrize("written", FREE)
def test_free_address_is_taken(written: str) -> None:
    record = article(more=f"redirect_from: ['{written}']")
    assert find(record, OTHER) == []


@pytest.mark.parametrize(
    ("written", "arriving"),
    [
        ("x.pdf/cu/", "x.pdf"),
        ("x.pdf/", "x.pdf"),
        ("a.b", "a.b/c.png"),
        ("LICENSE/", "LICENSE"),
        ("gioi-thieu/", "gioi-thieu/"),
    ],
)
def test_file_that_arrives_meets_an_old_address(written: str, arriving: str) -> None:
    record = article(more=f"redirect_from: ['{written}']")
    assert len(find(record, changed=arriving)) == 1
    assert find(record, changed="khac/") == []


def write_all(archive: Archive) -> None:
    for uri, text in FILES.items():
        path = archive.docs / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    "written",
    [
        *("404.html", "feed.xml", "feed.xml/", "x.pdf/", "sitemap/trang.xml", "assets/"),
        *("tin-tuc/2020/", "tin-tuc/2021/", "to-chuc/ban/2020/", "tim-kiem/", "cu/", "cu/x/"),
        *("nguoi/le-van-mau/", "linh-vuc/y-te/", "index.html", "cuoc-hop/2020/03-04-ban/", "a.b"),
    ],
)
def test_changed_archive_a_clean_one_and_a_check_say_the_same(tmp_path: Path, written: str) -> None:
    archive = Archive(tmp_path, SMALL)
    write_all(archive)
    for name in ("x.pdf", "a.b/c.png"):
        (archive.docs / name).parent.mkdir(exist_ok=True)
        (archive.docs / name).write_bytes(b"x")
    assert archive.build().problems == ()
    uri = "tin-tuc/2020/02/tin.md"
    text = FILES[uri].replace("redirect_from: []", f"redirect_from: ['{written}']")
    (archive.docs / uri).write_text(text, "utf-8")
    told = archive.build().problems
    assert archive.build(tmp_path / "fresh").problems == told
    assert check_records(DocsTree.of_folder(archive.docs)).problems == told
    # "cu/x/" lies under a page, which is a folder.
    assert len(told) == (written != "cu/x/")


def test_every_output_is_reserved_or_a_records(tmp_path: Path) -> None:
    """An old address could not be checked against an output of another form."""
    archive = Archive(tmp_path, SMALL)
    write_all(archive)
    assert archive.build().problems == ()
    with closing(Store.open_for_reading(Workspace(archive.site).store_path)) as store:
        catalog = Catalog(store.connection)
        pages = {f"{uri.removesuffix('.md')}/index.html" for uri in catalog.shown_uris()}
        paths = {path for path, _, _ in store.files()}
        assert len(paths) > 60
        unknown = {path for path in paths - pages if owner_of_path(path, catalog) is None}
    assert unknown == {"cu/index.html"}


FILES = {
    "index.md": "# Trang chủ\n",
    "chuyen-muc/x.md": "---\nname: Mục\n---\n",
    "to-chuc/ban.md": "---\nname: Ban Mẫu\n---\n",
    **{
        f"van-ban/{year}/1{month}-tb.md": f"""---
kind: TB
number: 1{month}/TB
title: Kết luận {month}
date: {year}-0{month}-09
issuer: ban
field: [y tế]
meeting: {{date: {year}-0{month}-04, bodies: [ban], chairs: [Lê Văn Mẫu]}}
---

1. Ban Mẫu báo cáo trước ngày 05/9/{year}.
2. Ban Mẫu làm việc thứ hai.
"""
        for year in (2019, 2020)
        for month in (3, 4, 5)
    },
    **{
        f"tin-tuc/2020/0{month}/tin.md": f"---\ntitle: Tin {month}\ndate: 2020-0{month}-05\n"
        f"section: x\nbodies: [ban]\nfigures: [{{name: hộ nghèo, value: {month}, unit: hộ}}]\n"
        f"people: [{{name: Lê Văn Mẫu, positions: [Trưởng ban]}}]\n"
        f"redirect_from: {'[cu/]' if month == 1 else '[]'}\n---\n\nNội dung.\n"
        for month in range(1, 9)
    },
}
