"""Other bytes at the same size: a share is found by every build, all of it by a verifying one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from bantin.building import site_check
from bantin.mkdocs.publisher import VERIFY

from tests.integration.project import Project, tree

TOLD = "tệp trên trang không đúng như đã dựng, đã dựng lại: "


def spoil(path: Path) -> None:
    """Write other bytes of the same number, at the same times."""
    path.write_bytes(b"\0" * path.stat().st_size)


@pytest.fixture
def verifying(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VERIFY, "1")


@pytest.mark.usefixtures("verifying")
@pytest.mark.parametrize(
    "name",
    [
        "tin-tuc/2020/03/hop-thang-ba/index.html",
        "tin/hop.aspx",
        "to-chuc/ban-mau/index.html",
        "tin-tuc/feed.xml",
        "sitemap.xml",
        "api/index.json",
        "anh-chia-se/trang.png",
        "may-chu/caddy.conf",
        "tim-kiem/muc-luc.json",
        "tim-kiem/index.html",
    ],
)
def test_verifying_build_makes_a_spoilt_file_again_and_says_so(project: Project, name: str) -> None:
    before = tree(project.site)
    spoil(project.site / name)
    outcome = project.build(strict=True)
    assert outcome.code == 0
    assert outcome.stderr == f"Cảnh báo: 1 {TOLD}{name}.\n"
    assert tree(project.site) == before
    assert project.build().stderr == ""


@pytest.mark.usefixtures("verifying")
def test_spoilt_lost_and_cut_files_are_told_in_one_line(project: Project) -> None:
    before = tree(project.site)
    spoil(project.site / "sitemap.xml")
    (project.site / "feed.xml").unlink()
    (project.site / "robots.txt").write_text("", "utf-8")
    (project.site / "tin-tuc/index.html").unlink()
    told = f"4 {TOLD}feed.xml, robots.txt, sitemap.xml, tin-tuc/index.html.\n"
    assert project.build().stderr == f"Cảnh báo: {told}"
    assert tree(project.site) == before


@pytest.mark.parametrize("name", ["index.html", "gioi-thieu/index.html", "404.html"])
def test_files_of_the_engine_are_compared_in_every_build(project: Project, name: str) -> None:
    before = tree(project.site)
    spoil(project.site / name)
    assert project.build().code == 0
    assert tree(project.site) == before


def test_some_builds_together_read_every_file(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_check, "_FEWEST", 40)
    before = tree(project.site)
    with closing(sqlite3.connect(project.store)) as store:
        paths = [path for (path,) in store.execute("select path from files")]
    assert 80 < len(paths) < 160
    for path in paths:
        if not path.startswith("tim-kiem/"):
            spoil(project.site / path)
    outcomes = [project.build() for _ in range(4)]
    assert [outcome.code for outcome in outcomes] == [0] * 4
    assert sum(TOLD in outcome.stderr for outcome in outcomes) > 1
    assert tree(project.site) == before


def test_build_that_is_not_verifying_reads_few(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site_check, "_FEWEST", 1)
    monkeypatch.setattr(site_check, "_SHARES", 1_000)
    spoil(project.site / "sitemap.xml")
    assert project.build().stderr == ""
    monkeypatch.setenv(VERIFY, "1")
    assert "sitemap.xml" in project.build().stderr


@pytest.mark.usefixtures("verifying")
def test_verifying_build_reads_the_whole_store(project: Project) -> None:
    before = tree(project.site)
    with closing(sqlite3.connect(project.store)) as store:
        store.execute("update export_lines set line = 'x'")
        store.commit()
    outcome = project.build()
    assert outcome.code == 0
    assert "Cảnh báo: sổ của lần dựng trước bị hỏng (dòng tin-tuc/" in outcome.stderr
    assert outcome.stderr.count("Cảnh báo") == 1
    assert tree(project.site) == before
    assert project.build().stderr == ""
