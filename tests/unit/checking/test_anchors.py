"""A link to a place within a page is held against the page as it is rendered."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from bantin.checking.anchors import places_of
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.rendering.markdown import render_text

ARTICLE = "tin-tuc/2013/10/tin.md"
NOTICE = "van-ban/2013/5-tb-vp.md"
WAY = f"../../../{NOTICE}"
WHOLE = "place: Mẫu\nrecipients: [A]\nfiling: VT\nsigner: {position: B, name: C}"


def plant(docs: Path, uri: str, head: str, body: str = "Việc.") -> None:
    path = docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")
    os.utime(path, ns=(10**18, 10**18))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    plant(docs, "chuyen-muc/x.md", "name: Mục")
    plant(docs, "to-chuc/vp.md", "name: Văn phòng")
    notice(docs, "1. Ghi nhận.\n\n2. Ghi nhận.")
    return docs


def notice(docs: Path, body: str) -> None:
    head = "kind: TB\nnumber: 5/TB-VP\ntitle: Kết luận\ndate: 2013-10-10\nissuer: vp"
    plant(docs, NOTICE, f"{head}\n{WHOLE}", body)


def told(docs: Path, body: str) -> list[tuple[int, int, str]]:
    plant(docs, ARTICLE, "title: Tin\ndate: 2013-10-11\nsection: x", body)
    found = check_records(DocsTree.of_folder(docs), last_check_path=docs.parent / "so.sqlite")
    assert not found.problems
    assert found == check_records(DocsTree.of_folder(docs))
    return [(one.line, one.column, one.message) for one in found.warnings]


def test_a_conclusion_that_is_not_there_is_told_of(docs: Path) -> None:
    ((line, column, message),) = told(docs, f"Mở.\n\nXem [điểm ba]({WAY}#kl-3).")
    assert (line, column) == (9, 15)
    assert message == f"đường dẫn {WAY}#kl-3 tới đúng trang, nhưng trang không có chỗ “#kl-3”"


def test_a_place_goes_when_the_page_that_had_it_changes(docs: Path) -> None:
    body = f"Xem [điểm hai]({WAY}#kl-2)."
    assert told(docs, body) == []
    notice(docs, "1. Ghi nhận.\n\nHai.")
    assert len(told(docs, body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        f"[một]({WAY}#kl-1) [giấy]({WAY}#ban-giay) [nơi nhận]({WAY}#noi-nhan)",
        "## Kết quả đạt được\n\n[về mục](#ket-qua-dat-duoc)",
        'Lời[^1]. <a id="rieng"></a>[tới](tin.md#rieng)\n\n[^1]: Chú.',
        "[tìm](../../../tim-kiem/index.md#q) [ngoài](https://example.invalid/#x)",
    ],
)
def test_places_that_are_there_and_pages_that_are_no_records_are_right(
    docs: Path, body: str
) -> None:
    assert told(docs, body) == []


def test_a_place_of_the_own_page_is_looked_for_too(docs: Path) -> None:
    assert len(told(docs, "## Kết quả\n\n[về mục](#ket-luan-khac)")) == 1


def test_places_are_those_of_the_text_and_of_the_template() -> None:
    assert {"muc-mot", "lien-quan"} <= places_of(render_text("## Mục một"))
    assert "kl-1" in places_of(render_text("Kết luận:\n\n1. Ghi nhận."))


@pytest.mark.parametrize(("between", "lines"), [(" ", 1), ("\n", 2), ("\n\n", 2)])
def test_a_place_that_is_linked_twice_is_told_of_on_each_line(
    docs: Path, between: str, lines: int
) -> None:
    link = f"[x]({WAY}#kl-7)"
    assert len(told(docs, f"{link}{between}{link}")) == lines
