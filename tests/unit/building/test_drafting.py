"""A draft's page is the page that a build makes of it once it is saved; nothing is written."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from bantin.building import build_session, drafting, fingerprint, freshness
from bantin.building.build_session import Session
from bantin.building.drafting import Drafting
from bantin.building.engine_interface import BuildInput
from bantin.building.pool import Workers
from bantin.building.workspace import Workspace
from bantin.errors import BuildRunningError, Problem, PublishError
from bantin.records.docs_listing import list_docs
from bantin.rendering.chrome import Chrome
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.archive import (
    APPEARANCE,
    CHROMES,
    SITE,
    SMALL,
    Archive,
    no_executor,
    tell_files,
)
from tests.unit.editing import BASE, Alter, Edit, Put, beginnings, mend, puts, record_text

ARTICLE, NEW = "tin-tuc/2020/03/a.md", "tin-tuc/2020/03/moi.md"
VALUES = {"title": "Họp", "date": "2020-03-05", "section": "x"}
GOOD = record_text(VALUES, "Nội dung.")


@pytest.fixture(scope="module", autouse=True)
def same_code() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        # The code does not change while the tests run.
        for caller in (fingerprint, freshness, build_session, drafting):
            patch.setattr(caller, "digest_engine", lambda: "máy")
        yield


@contextmanager
def archive(*edits: Edit) -> Iterator[Archive]:
    with tempfile.TemporaryDirectory() as folder:
        one = Archive(Path(folder), SMALL)
        for edit in (*BASE, *edits):
            edit.do(one.docs)
        yield one


def state(one: Archive) -> dict[str, str]:
    """Return a digest of every file that is there: docs, site, store."""
    return {
        str(path.relative_to(one.root)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in one.root.rglob("*")
        if path.is_file()
    }


def page_of(one: Archive, uri: str) -> bytes | None:
    return one.tree().get(f"{uri.removesuffix('.md')}/index.html")


def is_another_body(put: Put, saved: bytes | None) -> bool:
    """True where more than the text of a body is another."""
    if not put.uri.startswith("to-chuc/"):
        return False
    return saved is None or record_text(put.values, "").encode().strip() not in saved


@settings(max_examples=12)
@given(beginnings, st.lists(puts, min_size=1, max_size=6), st.booleans())
def test_draft_is_the_page_of_the_next_build(
    beginning: Sequence[Edit], work: Sequence[Put], drafts_shown: bool
) -> None:
    with archive(*beginning) as one:
        while problems := one.build(drafts_shown=drafts_shown).problems:
            mend(one.docs, {problem.path for problem in problems})
        desk = Drafting(one.docs, one.site)
        for put in work:
            path, before = one.docs / put.uri, state(one)
            saved = path.read_bytes() if path.exists() else None
            told = desk.render(put.uri, record_text(put.values, put.text))
            assert state(one) == before
            put.do(one.docs)
            outcome = one.build(drafts_shown=drafts_shown)
            if put.values.get("status") == "draft" and not drafts_shown:
                assert page_of(one, put.uri) is None
            elif outcome.problems:
                assert told == outcome.problems
            elif is_another_body(put, saved):
                # Whom conclusions mean by its new name, only a build settles.
                assert isinstance(told, bytes)
            elif page := page_of(one, put.uri):
                assert told == page
            else:
                assert put.uri.startswith("nguoi/")
                assert not isinstance(told, bytes)
            if outcome.problems:
                path.write_bytes(saved) if saved is not None else path.unlink()
                assert one.build(drafts_shown=drafts_shown).problems == ()


@pytest.fixture
def built(tmp_path: Path) -> Archive:
    one = Archive(tmp_path, SMALL)
    for edit in (*BASE, Put(ARTICLE, VALUES, "Nội dung.")):
        edit.do(one.docs)
    assert one.build().problems == ()
    return one


def told_of(one: Archive, uri: str, text: str) -> tuple[Problem, ...]:
    told = Drafting(one.docs, one.site).render(uri, text)
    assert not isinstance(told, bytes)
    return told


def page_told(one: Archive, uri: str, text: str) -> str:
    told = Drafting(one.docs, one.site).render(uri, text)
    assert isinstance(told, bytes), told
    return told.decode()


def test_new_record_finds_its_neighbours(built: Archive) -> None:
    page = page_told(built, NEW, record_text({**VALUES, "title": "Họp lại"}, "Khác."))
    assert "Họp lại" in page
    assert 'href="../../../../tin-tuc/2020/03/a/"' in page


def test_record_that_is_no_neighbour_of_itself(built: Archive) -> None:
    """Also where its date, and so its place, is another in the draft."""
    page = page_told(built, ARTICLE, record_text({**VALUES, "date": "2020-03-30"}, "Nội dung."))
    assert "2020-03-30" in page
    assert 'href="../../../../tin-tuc/2020/03/a/"' not in page


def test_record_stands_under_the_fields_of_the_draft(built: Archive) -> None:
    """Also under one that nothing was in when the site was built, and as the draft spells it."""
    Alter(ARTICLE, "field", ["y tế", "Giáo dục"]).do(built.docs)
    assert built.build().problems == ()
    draft = Put(ARTICLE, {**VALUES, "field": ["Y TẾ", "Đất đai"]}, "Nội dung.")
    page = page_told(built, ARTICLE, record_text(draft.values, draft.text))
    assert re.findall(r'href="[./]+(linh-vuc/[a-z-]+/)">([^<]+)<', page) == [
        ("linh-vuc/y-te/", "Y TẾ"),
        ("linh-vuc/dat-dai/", "Đất đai"),
    ]
    draft.do(built.docs)
    assert built.build().problems == ()
    assert page_of(built, ARTICLE) == page.encode()


def test_draft_holds_as_much_as_the_pages_of_the_site(built: Archive) -> None:
    """The sizes of the last build count, not the usual ones."""
    body = Put("to-chuc/ban.md", {"name": "Ban"})
    for day in range(1, SMALL.latest + 3):
        values = {**VALUES, "date": f"2020-03-{day:02}", "bodies": ["ban"]}
        Put(f"tin-tuc/2020/03/t-{day}.md", values).do(built.docs)
    body.do(built.docs)
    assert built.build().problems == ()
    page = page_told(built, body.uri, record_text(body.values, ""))
    assert "Theo năm" in page
    assert page_of(built, body.uri) == page.encode()


def test_draft_is_rendered_though_the_site_shows_none(built: Archive) -> None:
    page = page_told(built, NEW, record_text({**VALUES, "status": "draft"}, "Kín."))
    assert "Kín." in page


def test_picture_that_came_after_the_last_build_is_shown(built: Archive) -> None:
    text = record_text({**VALUES, "photos": [{"src": "ảnh mới.png", "alt": "Họp"}]}, "Nội dung.")
    (problem,) = told_of(built, ARTICLE, text)
    assert problem.field == "photos[1].src"
    (built.docs / "tin-tuc/2020/03/ảnh mới.png").write_bytes(b"x")
    assert "%E1%BA%A3nh%20m%E1%BB%9Bi.png" in page_told(built, ARTICLE, text)


@pytest.mark.parametrize("uri", [ARTICLE, NEW])
def test_line_is_that_of_the_text_not_of_the_file(built: Archive, uri: str) -> None:
    lines = ["---", "# Ghi chú", "title: Họp", "date: 2020-03-05", "section: la", "---", "", "A."]
    (problem,) = told_of(built, uri, "\n".join(lines) + "\n")
    assert (problem.path, problem.line, problem.field) == (uri, 5, "section")
    lines[4:5] = ["section: x", "bodies:", "- ban", "- la"]
    (problem,) = told_of(built, uri, "\n".join(lines) + "\n")
    assert (problem.path, problem.line, problem.field) == (uri, 8, "bodies[2]")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không có phần đầu",
        "---\ntitle: [\n---\n",
        "---\ntitle: A\n",
        "---\n- a\n---\n",
        GOOD.replace("Nội", "\ud800"),
        GOOD.replace("Nội", "\0"),
        GOOD.replace("2020-03-05", "2020-13-05"),
        GOOD + "a" * 1_000_000,
        GOOD + "[lạc](khong-co.md)",
        GOOD + "<script>",
        record_text({**VALUES, "redirect_from": ["tin-tuc/2020/"]}, ""),
        record_text({**VALUES, "meeting": {"date": "2020-03-04", "bodies": ["la"]}}, ""),
    ],
)
def test_what_is_wrong_with_a_text_comes_back_as_problems(built: Archive, text: str) -> None:
    told = told_of(built, ARTICLE, text)
    assert {problem.path for problem in told} == {ARTICLE}


@pytest.mark.parametrize(
    "uri",
    [
        *("", "index.md", "la/a.md", "tin-tuc/a.md", "tin-tuc/2020/03/A.md", "nguoi/index.md"),
        *("../a.md", "tin-tuc/2020/03/../../../../a.md", "/etc/passwd", "to-chuc/a.md\0"),
        "to-chuc/a'; drop table records.md",
    ],
)
def test_what_is_no_place_for_a_record_is_a_problem(built: Archive, uri: str) -> None:
    (problem,) = told_of(built, uri, GOOD)
    assert (problem.path, problem.line) == (uri, 0)


def test_somebody_whom_nobody_names_has_no_page_yet(built: Archive) -> None:
    (problem,) = told_of(built, "nguoi/vo-moi.md", "---\nname: Võ Mới\n---\n")
    assert "chưa có trang" in problem.message


def test_look_changes_with_the_publication(built: Archive) -> None:
    """A build that renders and gives up leaves the look of the site that is there."""
    other = {
        key: Chrome("MỚI", chrome.between, chrome.after_body) for key, chrome in CHROMES.items()
    }
    desk = Drafting(built.docs, built.site)
    listing = list_docs(built.docs)
    starts = []
    for is_published in (False, True):
        build_input, workers = BuildInput(SITE, built.docs, sizes=SMALL), Workers(no_executor)
        with closing(Session.open(build_input, built.site, workers=workers)) as session:
            session.take_in(listing.records, tell_files(listing))
            session.render(replace(APPEARANCE, chromes=other))
            if is_published:
                session.publish()
        told = desk.render(ARTICLE, GOOD)
        assert isinstance(told, bytes)
        starts.append(told.startswith("MỚI".encode()))
    assert starts == [False, True]


def test_build_under_way_is_waited_for_or_told(
    built: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "_PATIENCE_S", 0.1)
    with closing(sqlite3.connect(Workspace(built.site).store_path)) as writer:
        writer.execute("begin immediate")
        page_told(built, ARTICLE, GOOD)  # it has changed nothing yet
        writer.execute("commit")
        writer.execute("begin exclusive")
        with pytest.raises(BuildRunningError, match="xem thử lại"):
            Drafting(built.docs, built.site).render(ARTICLE, GOOD)


def test_store_that_cannot_serve_is_told_of(
    built: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = Workspace(built.site).store_path
    desk = Drafting(built.docs, built.site)
    with monkeypatch.context() as patch:
        patch.setattr(drafting, "digest_engine", lambda: "máy khác")
        with pytest.raises(PublishError, match="phiên bản khác"):
            Drafting(built.docs, built.site).render(ARTICLE, GOOD)
    path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(PublishError, match="dựng lại trang"):
        desk.render(ARTICLE, GOOD)
    path.unlink()
    with pytest.raises(PublishError, match="chưa có lần dựng"):
        desk.render(ARTICLE, GOOD)
    assert not path.exists()
