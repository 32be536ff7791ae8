"""A build makes only what changed, and ends byte for byte where a clean build ends."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bantin.building.store import Store

from tests.integration.project import (
    ARTICLE,
    BODY,
    DRAFT,
    OTHER_ARTICLE,
    THEME,
    Project,
    page,
    tree,
)


def test_first_build_renders_everything(tmp_path: Path) -> None:
    project = Project.make(tmp_path)
    summary = project.build().summary
    total = summary.partition("Kho tin: ")[2].partition(" ")[0]
    assert int(total) > 20
    assert f"dựng lại {total}, giữ nguyên 0, bỏ 0" in summary


def test_second_build_renders_and_writes_nothing(project: Project) -> None:
    before = {path: path.stat().st_mtime_ns for path in project.site.rglob("*")}
    summary = project.build().summary
    assert "dựng lại 0, " in summary
    assert "bỏ 0. Ghi 0 tệp" in summary
    assert {path: path.stat().st_mtime_ns for path in project.site.rglob("*")} == before


def edit_article(project: Project) -> None:
    project.edit(ARTICLE, "Họp bàn việc quý một.", "Họp bàn việc cả năm.")


def add_article(project: Project) -> None:
    text = (project.docs / OTHER_ARTICLE).read_text("utf-8")
    project.write("tin-tuc/2021/01/hop-nam-moi.md", text.replace("2020-04-07", "2021-01-08"))


def delete_article(project: Project) -> None:
    (project.docs / OTHER_ARTICLE).unlink()
    project.edit(ARTICLE, "[bài sau](../04/hop-thang-tu.md)", "bài sau")


def rename_article(project: Project) -> None:
    renamed = "tin-tuc/2020/04/hop-dau-thang-tu.md"
    (project.docs / OTHER_ARTICLE).rename(project.docs / renamed)
    project.edit(renamed, "bodies:", "redirect_from: [tin-tuc/2020/04/hop-thang-tu/]\nbodies:")
    project.edit(ARTICLE, "hop-thang-tu", "hop-dau-thang-tu")


def rename_body(project: Project) -> None:
    project.edit(BODY, "Ban Mẫu", "Ban Mẫu mực")


def publish_draft(project: Project) -> None:
    project.edit(DRAFT, "status: draft\n", "")


def finish_draft(project: Project) -> None:
    project.edit(DRAFT, "title: Chuyện chưa công bố", "title:")
    told = project.build()
    assert told.code == 0
    assert any("Chưa dựng trang cho 1 bản nháp" in line and DRAFT in line for line in told.log)
    project.edit(DRAFT, "title:", "title: Chuyện công bố")
    project.edit(DRAFT, "status: draft\n", "")


def empty_record(project: Project) -> None:
    """What was published becomes a draft that lacks its section."""
    delete_article(project)
    text = "---\ntitle: Ban Mẫu họp tháng tư\ndate: 2020-04-07\nstatus: draft\n---\n\nChữ.\n"
    project.write(OTHER_ARTICLE, text)


def withdraw_article(project: Project) -> None:
    project.edit(OTHER_ARTICLE, "section:", "status: withdrawn\nsection:")


def change_site_name(project: Project) -> None:
    project.configure("site_name: Bản Tin", "site_name: Tin Bản")


def put_file_in_place_of_record(project: Project) -> None:
    """The static file is as long as the page was: only the store can tell them apart."""
    url = OTHER_ARTICLE.removesuffix(".md") + "/index.html"
    size = (project.site / url).stat().st_size
    delete_article(project)
    project.write(url, "x" * size)


CHANGES: list[Callable[[Project], None]] = [
    edit_article,
    add_article,
    delete_article,
    rename_article,
    rename_body,
    publish_draft,
    finish_draft,
    empty_record,
    withdraw_article,
    change_site_name,
    put_file_in_place_of_record,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_incremental_build_equals_clean_build(
    project: Project, change: Callable[[Project], None]
) -> None:
    before = tree(project.site)
    change(project)
    assert project.build().code == 0
    assert tree(project.site) != before
    assert tree(project.site) == project.clean_tree()


def test_record_comes_back_where_a_file_of_the_same_length_stood(project: Project) -> None:
    wanted = tree(project.site)
    article = (project.docs / ARTICLE).read_text("utf-8")
    other = (project.docs / OTHER_ARTICLE).read_text("utf-8")
    put_file_in_place_of_record(project)
    project.build()
    (project.docs / OTHER_ARTICLE.removesuffix(".md") / "index.html").unlink()
    project.write(ARTICLE, article)
    project.write(OTHER_ARTICLE, other)
    project.build()
    assert tree(project.site) == wanted


@pytest.mark.parametrize(
    ("template", "mark"),
    [
        ("bantin/article.html", "</header>"),
        ("record.html", "{% block content %}"),
        ("main.html", "{% block footer %}"),
    ],
)
def test_changed_template_renders_again_what_it_shapes(
    project: Project, template: str, mark: str
) -> None:
    theme = project.root / "theme"
    shutil.copytree(THEME, theme)
    project.configure(str(THEME), str(theme))
    assert "dựng lại 0, " in project.build().summary, "the same templates elsewhere"
    text = (theme / template).read_text("utf-8")
    assert mark in text
    (theme / template).write_text(text.replace(mark, f"{mark}<i>khuôn mới</i>"), "utf-8")
    assert "dựng lại 0, " not in project.build().summary
    assert "khuôn mới" in page(project, ARTICLE.removesuffix(".md"))
    assert tree(project.site) == project.clean_tree()


@pytest.mark.parametrize(
    "moment", ["before moving", "in the middle of moving", "before remembering"]
)
def test_killed_build_is_finished_by_the_next(
    project: Project, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    edit_article(project)
    rename_body(project)
    moves = 0
    replace = os.replace

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    def die_later(source: str, target: str) -> None:
        nonlocal moves
        moves += 1
        if moves > (0 if moment == "before moving" else 3):
            raise KeyboardInterrupt
        replace(source, target)

    with monkeypatch.context() as patch:
        if moment == "before remembering":
            patch.setattr(Store, "remember", die)
        else:
            patch.setattr(os, "replace", die_later)
        with pytest.raises(KeyboardInterrupt):
            project.build()
    outcome = project.build()
    assert "dựng lại 0, " not in outcome.summary
    assert tree(project.site) == project.clean_tree()


def test_edit_taken_back_after_a_killed_build_is_taken_back_in_the_site(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both texts are equally long: only the forgotten rows tell that the pages are not the old."""
    wanted = tree(project.site)
    project.edit(ARTICLE, "A.B", "C.D")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Store, "remember", die)
        with pytest.raises(KeyboardInterrupt):
            project.build()
    assert tree(project.site) != wanted
    project.edit(ARTICLE, "C.D", "A.B")
    project.build()
    assert tree(project.site) == wanted


def test_file_damaged_in_the_site_is_made_again(project: Project) -> None:
    wanted = tree(project.site)
    (project.site / "feed.xml").write_text("hỏng", "utf-8")
    (project.site / "van-ban" / "index.html").unlink()
    assert "dựng lại 2, " in project.build().summary
    assert tree(project.site) == wanted


def test_store_damaged_anywhere_costs_one_more_build_at_most(
    project: Project, tmp_path: Path
) -> None:
    """As after a power cut. Some damage is met only where the site is about to be rendered."""
    page_bytes = 4096
    edit_article(project)
    content = project.store.read_bytes()
    wanted = project.clean_tree()
    pages = range(1, len(content) // page_bytes)
    for page_number in {1, 2, 3, 4, *random.Random(2021).sample(pages, 6)}:
        spoilt = project.copy(tmp_path / f"trang-{page_number}")
        end = page_bytes * (page_number + 1)
        spoilt.store.write_bytes(content[: end - page_bytes] + b"x" * page_bytes + content[end:])
        first = spoilt.build()
        if first.code:
            assert "và đã được bỏ đi; dựng lại" in first.errors[0]
            assert tree(spoilt.site) == tree(project.site)
            assert spoilt.build().code == 0
        assert tree(spoilt.site) == wanted


@pytest.mark.parametrize("strict", [False, True])
def test_damaged_store_gives_one_warning_and_a_full_build(project: Project, strict: bool) -> None:
    wanted = tree(project.site)
    project.store.write_bytes(b"x" * 5000)
    outcome = project.build(strict=strict)
    assert outcome.code == 0
    assert outcome.stderr.count("Cảnh báo: ") == 1
    assert not [line for line in outcome.log if line.startswith(("WARNING", "ERROR"))]
    assert "giữ nguyên 0" in outcome.summary
    assert tree(project.site) == wanted
    assert project.build(strict=strict).stderr == ""


def test_editors_own_robots_txt_takes_the_place_of_ours_and_gives_it_back(
    project: Project,
) -> None:
    ours = tree(project.site)["robots.txt"]
    project.write("robots.txt", "User-agent: *\nDisallow: /\n")
    assert project.build().code == 0
    assert tree(project.site)["robots.txt"] == b"User-agent: *\nDisallow: /\n"
    (project.docs / "robots.txt").unlink()
    assert project.build().code == 0
    assert tree(project.site)["robots.txt"] == ours
