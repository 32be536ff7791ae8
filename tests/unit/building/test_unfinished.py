"""Unfinished drafts: no page, list, search or file of the site knows them, and nothing breaks."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from bantin.building.drafting import Drafting
from bantin.building.store import Store
from bantin.building.workspace import Workspace
from bantin.catalog.catalog import Catalog
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.errors import Problem

from tests.unit.archive import Archive

NEWS = "tin-tuc/2021/10/moi.md"
UNDATED = "tin-tuc/chua-ro-ngay/moi.md"
NOTICE = "van-ban/chua-ro-ngay/thong-bao.md"
OTHER = "tin-tuc/2021/10/cu.md"
WHOLE = "---\ntitle: Bimat\ndate: 2021-10-06\nsection: x\n{more}---\n\nBimat {text}\n"
DRAFT = WHOLE.replace("section: x", "section:").format(more="status: draft\n", text="Bài.")
BARE_NOTICE = "---\nnumber: 9/TB-BIMAT\nstatus: draft\n---\n\n1. Giao Ban Mẫu báo cáo.\n"
SOUND = {
    "index.md": "# Trang chủ\n",
    "chuyen-muc/x.md": "---\nname: Mục x\n---\n",
    OTHER: "---\ntitle: Tin cũ\ndate: 2021-10-05\nsection: x\n---\n\nCũ.\n",
}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    for uri, text in SOUND.items():
        write(archive, uri, text)
    return archive


def write(archive: Archive, uri: str, text: str | None) -> None:
    path = archive.docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        path.unlink()
    else:
        path.write_text(text, "utf-8")


def unfinished(archive: Archive) -> list[tuple[str, tuple[str, ...]]]:
    path = Workspace(archive.site).store_path
    store = Store.open(path)
    with closing(store.connection):
        return Catalog(store.connection).unfinished()


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(one.path, one.message) for one in problems]


@pytest.mark.parametrize("drafts_shown", [False, True])
@pytest.mark.parametrize(("uri", "text"), [(NEWS, DRAFT), (UNDATED, DRAFT), (NOTICE, BARE_NOTICE)])
def test_site_is_as_if_the_draft_were_not_there(
    archive: Archive, uri: str, text: str, drafts_shown: bool
) -> None:
    assert archive.build(drafts_shown=drafts_shown).problems == ()
    without = archive.tree()
    write(archive, uri, text)
    assert archive.build(drafts_shown=drafts_shown).problems == ()
    assert archive.tree() == without
    clean = archive.root / "clean"
    assert archive.build(clean, drafts_shown=drafts_shown).problems == ()
    assert archive.tree(clean) == without
    assert not any(b"imat" in content.lower() for content in without.values())
    assert [one for one, _ in unfinished(archive)] == [uri]


@pytest.mark.parametrize("drafts_shown", [False, True])
def test_it_comes_when_finished_and_goes_when_emptied(archive: Archive, drafts_shown: bool) -> None:
    page = "tin-tuc/2021/10/moi/index.html"
    published, draft = WHOLE.format(more="", text="1"), DRAFT
    as_draft = WHOLE.format(more="status: draft\n", text="2")
    steps = [
        (draft, False, True),
        (published, True, False),
        (draft, False, True),
        (as_draft, drafts_shown, False),
        (draft.replace("title: Bimat", "title:"), False, True),
        (as_draft, drafts_shown, False),
        (None, False, False),
        (draft, False, True),
        (None, False, False),
    ]
    for number, (text, is_shown, is_kept) in enumerate(steps):
        write(archive, NEWS, text)
        assert archive.build(drafts_shown=drafts_shown).problems == (), number
        assert (page in archive.tree()) is is_shown, number
        assert bool(unfinished(archive)) is is_kept, number
        clean = archive.root / f"clean-{number}"
        assert archive.build(clean, drafts_shown=drafts_shown).problems == ()
        assert archive.tree() == archive.tree(clean), number


def test_what_it_lacks_is_known_after_each_change(archive: Archive) -> None:
    for title, section, missing in [
        ("A", "", ("section",)),
        ("", "", ("title", "section")),
        ("", "x", ("title",)),
    ]:
        text = f"---\ntitle: {title}\ndate: 2021-10-06\nsection: {section}\nstatus: draft\n---\n"
        write(archive, NEWS, text)
        archive.build()
        assert unfinished(archive) == [(NEWS, missing)]


@pytest.mark.parametrize("drafts_shown", [False, True])
def test_a_published_record_cannot_link_to_it(archive: Archive, drafts_shown: bool) -> None:
    write(archive, NEWS, DRAFT)
    assert archive.build(drafts_shown=drafts_shown).problems == ()
    write(archive, OTHER, SOUND[OTHER] + "\n[mới](moi.md)\n")
    expected = [(OTHER, "đường dẫn moi.md dẫn tới một bản nháp")]
    assert told(archive.build(drafts_shown=drafts_shown).problems) == expected
    write(archive, NEWS, WHOLE.format(more="", text="1"))
    assert archive.build(drafts_shown=drafts_shown).problems == ()
    # Once it was whole.
    write(archive, NEWS, DRAFT)
    assert told(archive.build(drafts_shown=drafts_shown).problems) == expected
    assert told(check_records(DocsTree.of_folder(archive.docs)).problems) == expected


def test_a_draft_may_link_to_it_in_a_preview(archive: Archive) -> None:
    linking = "---\ntitle: Nháp\ndate: 2021-10-07\nsection: x\nstatus: draft\n---\n\n[b](moi.md)\n"
    write(archive, "tin-tuc/2021/10/nhap.md", linking)
    write(archive, NEWS, DRAFT)
    page = "tin-tuc/2021/10/nhap/index.html"
    assert archive.build(drafts_shown=True).problems == ()
    assert b'href="moi.md">b</a>' in archive.tree()[page]
    write(archive, NEWS, WHOLE.format(more="", text="1"))
    assert archive.build(drafts_shown=True).problems == ()
    assert b'href="../../../../tin-tuc/2021/10/moi/">b</a>' in archive.tree()[page]
    write(archive, NEWS, DRAFT)
    assert archive.build(drafts_shown=True).problems == ()
    assert b'href="moi.md">b</a>' in archive.tree()[page]
    # A link to nothing at all stays a fault.
    write(archive, NEWS, None)
    nothing = [("tin-tuc/2021/10/nhap.md", "đường dẫn moi.md không dẫn tới tệp nào")]
    assert told(archive.build(drafts_shown=True).problems) == nothing
    assert archive.build().problems == ()


def test_its_old_addresses_and_its_number_bind_nobody(archive: Archive) -> None:
    write(archive, NEWS, DRAFT.replace("status", "redirect_from: [tin-tuc/2021/10/cu]\nstatus"))
    write(archive, NOTICE, BARE_NOTICE)
    write(archive, NOTICE.replace("thong-bao", "hai"), BARE_NOTICE)
    assert archive.build().problems == ()
    assert check_records(DocsTree.of_folder(archive.docs)).problems == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<form>", "thẻ <form> không dùng được trong bản ghi"),
        ("<script>a</script>", "thẻ <script> không dùng được trong bản ghi"),
    ],
)
def test_a_fault_of_its_text_is_told_as_of_any_record(
    archive: Archive, text: str, message: str
) -> None:
    write(archive, NEWS, DRAFT + f"\n{text}\n")
    assert told(archive.build().problems) == [(NEWS, message)]
    assert told(check_records(DocsTree.of_folder(archive.docs)).problems) == [(NEWS, message)]


def test_check_says_what_is_missing_and_where_it_belongs(archive: Archive) -> None:
    write(archive, UNDATED, DRAFT)
    write(archive, NOTICE, BARE_NOTICE)
    write(archive, NEWS, DRAFT.replace("2021-10-06", ""))
    findings = check_records(DocsTree.of_folder(archive.docs))
    assert findings.problems == ()
    assert findings.size == 5
    by_path = {one.path: one for one in findings.warnings}
    assert set(by_path) == {UNDATED, NOTICE, NEWS}
    assert by_path[UNDATED].message.startswith("bản nháp còn thiếu section (chuyên mục")
    assert by_path[UNDATED].line == 4
    assert "chuyển tệp sang tin-tuc/2021/10/" in by_path[UNDATED].hint
    assert "date (" in by_path[NOTICE].message
    assert "number (" not in by_path[NOTICE].message
    assert "date (" in by_path[NEWS].message
    assert "section (" in by_path[NEWS].message


def test_a_second_check_says_the_same(archive: Archive, tmp_path: Path) -> None:
    kept = tmp_path / "kiem-tra.sqlite"
    write(archive, OTHER, SOUND[OTHER] + "\n[mới](moi.md)\n")
    whole = WHOLE.format(more="", text="1")
    for text in (DRAFT, DRAFT.replace("Bimat", "Khác"), whole, DRAFT, None):
        write(archive, NEWS, text)
        tree = DocsTree.of_folder(archive.docs)
        fresh = check_records(tree)
        for _ in range(2):
            again = check_records(DocsTree.of_folder(archive.docs), last_check_path=kept)
            assert again == fresh


def test_its_files_wait_with_it(archive: Archive) -> None:
    picture = "tin-tuc/2021/10/anh.png"
    (archive.docs / picture).write_bytes(b"\x89PNG")
    write(archive, NEWS, DRAFT.replace("status", "photos: [{src: anh.png, alt: a}]\nstatus"))
    assert archive.build().problems == ()
    path = Workspace(archive.site).store_path
    store = Store.open(path)
    with closing(store.connection):
        catalog = Catalog(store.connection)
        assert not catalog.is_referred(picture)
        assert catalog.is_referred(picture, by_drafts=True)
    told_of = {one.path for one in check_records(DocsTree.of_folder(archive.docs)).warnings}
    assert picture not in told_of


def test_its_text_has_no_page_before_it_is_saved_either(archive: Archive) -> None:
    archive.build()
    found = Drafting(archive.docs, archive.site).render(NEWS, DRAFT)
    assert isinstance(found, tuple)
    (problem,) = found
    assert problem.path == NEWS
    assert problem.message.startswith("bản nháp còn thiếu section")
