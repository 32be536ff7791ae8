"""Views that are counted after a build reach the site without a page made again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.integration.project import ARTICLE, PROJECT, Project, page, tree

SCRIPT = PROJECT / "scripts" / "views.py"
URL = ARTICLE.removesuffix(".md") + "/"
MONTH = "luot-xem/tin-tuc/2020/03.json"
MOST_READ = "luot-xem/doc-nhieu.json"


def line(second: int, ip: str = "203.0.113.7", target: str = f"/{URL}") -> str:
    return (
        f'{ip} - - [05/Nov/2026:10:00:{second:02} +0700] "GET {target} HTTP/1.1" 200 512 "-" '
        '"Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"\n'
    )


def count(project: Project, *logs: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as an editor does."""
    return subprocess.run(
        [sys.executable, SCRIPT, *logs, "--settings", project.root / "mkdocs.yml"],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )


def told(project: Project, path: str) -> Any:
    return json.loads((project.site / path).read_text("utf-8"))


def test_a_count_changes_small_files_alone_and_the_next_build_agrees(
    project: Project, tmp_path: Path
) -> None:
    before = tree(project.site)
    place = page(project, URL).partition('data-views="../../../../')[2].partition('"')[0]
    path, _, key = place.partition("#")
    assert path == MONTH
    assert json.loads(before[MONTH]) == {"since": "", "views": {}}
    log = tmp_path / "access.log"
    log.write_text(line(0) + line(9) + line(20, "203.0.113.8"), "utf-8")
    done = count(project, log)
    assert done.returncode == 0, done.stderr
    assert "= 2 lượt xem mới" in done.stdout
    assert "Đã thay 2 tệp" in done.stdout
    after = tree(project.site)
    assert {path for path in after if after[path] != before.get(path)} == {MONTH, MOST_READ}
    assert after.keys() == before.keys()
    assert told(project, MONTH) == {"since": "2026-11-05", "views": {key: 2}}
    assert told(project, MOST_READ)["ever"] == [[URL, "Ban Mẫu họp tháng ba", 2]]
    # Of outputs, the sitemap alone: it names the page of what is read most, which is new.
    assert "dựng lại 1," in project.build().summary
    built = tree(project.site)
    assert {path: built[path] for path in (MONTH, MOST_READ)} == {
        path: after[path] for path in (MONTH, MOST_READ)
    }
    assert built == project.clean_tree()
    assert "2 lượt xem" in page(project, "doc-nhieu/")
    assert "Ban Mẫu họp tháng ba" in page(project, "doc-nhieu/")
    assert '<a href="./doc-nhieu/">' in page(project, "")
    log.write_text(line(0, "203.0.113.9"), "utf-8")
    assert count(project, log).returncode == 0
    summary = project.build().summary
    assert "dựng lại 0," in summary
    assert "Ghi 1 tệp" in summary


def test_without_a_site_the_counts_wait_for_the_first_build(tmp_path: Path) -> None:
    project = Project.make(tmp_path / "project")
    log = tmp_path / "access.log"
    log.write_text(line(0), "utf-8")
    done = count(project, log)
    assert done.returncode == 0, done.stderr
    assert "lần dựng tới sẽ kèm số lượt xem" in done.stdout
    assert not project.site.exists()
    assert project.build().code == 0
    assert list(told(project, MONTH)["views"].values()) == [1]


def test_a_file_that_is_no_log_changes_nothing(project: Project, tmp_path: Path) -> None:
    before = tree(project.docs) | tree(project.site)
    log = tmp_path / "ghi-chu.txt"
    log.write_text("Danh sách khách mời\n", "utf-8")
    done = count(project, log)
    assert done.returncode == 1
    assert "ghi-chu.txt: không phải là nhật ký truy cập" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(project.docs) | tree(project.site) == before


def test_damaged_totals_stop_a_build_with_their_line(project: Project) -> None:
    before = tree(project.site)
    project.write(".luot-xem/tong.tsv", "# 2026-11-05 2026-11-05\n<<<<<<< HEAD\n")
    project.edit(ARTICLE, "section: chi-dao", "section: khong-co")
    outcome = project.build()
    assert outcome.code == 1
    assert any(".luot-xem/tong.tsv:2: phải là" in line for line in outcome.errors)
    # With all other mistakes, not instead of them.
    assert any("khong-co" in line for line in outcome.errors)
    assert tree(project.site) == before


def test_the_counts_are_no_part_of_the_site(project: Project) -> None:
    project.write(".luot-xem/tong.tsv", "# 2026-11-05 2026-11-05\n")
    assert project.build(strict=True).code == 0
    assert not [path for path in tree(project.site) if ".tsv" in path]


def test_an_editors_own_page_of_what_is_read_most_stays(project: Project) -> None:
    project.write(".luot-xem/tong.tsv", f"# 2026-11-05 2026-11-05\n{URL}\t3\t3\n")
    project.write("doc-nhieu.md", "# Của tôi\n\nDo biên tập viên chọn.\n")
    assert project.build().code == 0
    assert "Do biên tập viên chọn" in page(project, "doc-nhieu/")
