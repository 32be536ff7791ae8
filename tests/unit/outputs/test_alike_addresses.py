"""Old addresses that are another's on some systems."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.outputs.alike_addresses import check_alike_addresses

from tests.unit.archive import SMALL, Archive
from tests.unit.samples import article, catalog_of


def told(
    a: str, b: str = "", owners: Mapping[str, str] | None = None
) -> list[tuple[str, str, str]]:
    """Return (file, field, message) of articles a and b with these old addresses."""
    catalog = catalog_of(
        article("a", more=f"redirect_from: [{a}]"), article("b", more=f"redirect_from: [{b}]")
    )
    found = check_alike_addresses(catalog, owners or {}, Path("khong-co"))
    return [(one.path[-4:], one.field, one.message) for one in found]


@pytest.mark.parametrize(
    ("a", "b", "owners", "file", "owner"),
    [
        ("Tin/X", "tin/x", {}, "b.md", "a.md"),
        ("tin/x", "TIN/X/", {}, "b.md", "a.md"),
        ("tin/x.aspx", "tin/X.ASPX", {}, "b.md", "a.md"),
        ("tin/x/index.html", "tin/X", {}, "b.md", "a.md"),
        ("tin/Ả", "tin/ả", {}, "b.md", "a.md"),
        ("tin/%E1%BA%A3", "tin/a%CC%89", {}, "b.md", "a.md"),
        ("tin/%E1%BA%A2", "tin/a%CC%89", {}, "b.md", "a.md"),
        ("TIN-TUC/2021/10/b", "", {}, "a.md", "tin-tuc/2021/10/b.md"),
        ("tin-tuc/2021/10/B/index.html", "", {}, "a.md", "tin-tuc/2021/10/b.md"),
        ("To-Chuc/VP", "", {}, "a.md", "to-chuc/vp.md"),
        ("Hinh/A.png", "", {"hinh/a.png": "hinh/a.png"}, "a.md", "hinh/a.png"),
        ("hinh/a.png", "", {"Hinh/A.PNG": "Hinh/A.PNG"}, "a.md", "Hinh/A.PNG"),
        ("Gioi-Thieu", "", {"gioi-thieu/": "gioi-thieu.md"}, "a.md", "gioi-thieu.md"),
    ],
)
def test_it_is_told_with_whose_the_address_is(
    a: str, b: str, owners: Mapping[str, str], file: str, owner: str
) -> None:
    [(path, field, message)] = told(a, b, owners)
    assert (path, field) == (f"/{file}"[-4:], "redirect_from[1]")
    assert f"của {owner} ở" in message or f"/{owner} ở" in message


@pytest.mark.parametrize(
    ("a", "b", "owners"),
    [
        ("Tin/X, tin/x, TIN/x", "tin/y", {}),
        ("x.aspx?ID=1", "x.aspx?id=1", {}),
        ("Tin/X", "tin/x.html", {}),
        ("Tin-Tuc/cu/x.aspx", "VAN-BAN/cu", {"hinh/a.png": "hinh/a.png"}),
        # Told of by `taken_addresses`.
        ("tin/x", "tin/x", {}),
        ("hinh/a.png", "", {"hinh/a.png": "hinh/a.png"}),
    ],
)
def test_other_addresses_are_good(a: str, b: str, owners: Mapping[str, str]) -> None:
    assert told(a, b, owners) == []


def test_build_clean_or_not_and_check_say_the_same(tmp_path: Path) -> None:
    archive = Archive(tmp_path, SMALL)

    def write(name: str, old: str) -> None:
        path = archive.docs / f"tin-tuc/2021/10/{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = f"---\ntitle: Tin\ndate: 2021-10-05\nsection: x\nredirect_from: [{old}]\n---\n"
        path.write_text(text, "utf-8")

    (archive.docs / "chuyen-muc").mkdir(parents=True)
    (archive.docs / "chuyen-muc/x.md").write_text("---\nname: Mục\n---\n", "utf-8")
    write("a", "TIN/X")
    assert not archive.build().problems
    before = archive.tree()
    write("b", "tin/x")
    found = archive.build().problems
    assert [(one.path, one.line) for one in found] == [("tin-tuc/2021/10/b.md", 5)]
    assert archive.build(tmp_path / "clean").problems == found
    assert check_records(DocsTree.of_folder(archive.docs)).problems == found
    assert archive.tree() == before
    write("b", "tin/y")
    assert not archive.build().problems
