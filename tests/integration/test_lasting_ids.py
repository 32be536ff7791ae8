"""Real builds: ids of feeds, calendars and data stay when an address or the site's own changes."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.integration.project import Project, tree

OLD, NEW = "tin-tuc/2026/11/ten-cu.md", "tin-tuc/2026/11/ten-moi.md"
NEWS = "---\ntitle: Tin đổi tên\ndate: 2026-11-10\nsection: chi-dao\n{}\n---\n\nChữ.\n"
MOVED = NEWS.format("redirect_from:\n  - tin-tuc/2026/11/ten-cu/")
NOTICE = "van-ban/2026/11-tb-ubnd.md"
CALENDAR = "to-chuc/ubnd-mau/duoc-giao/thoi-han.ics"


def notice(due: str, more: str = "") -> str:
    head = "kind: TB\nnumber: 11/TB-UBND\ntitle: Kết luận\ndate: 2026-11-05\nissuer: ubnd-mau"
    point = f'1. Sở Nội vụ rà soát.\n{{: to="ubnd-mau" due="{due}" }}'
    return f"---\n{head}\n{more}\n---\n\nChủ tịch kết luận:\n\n{point}\n"


def ids_in(site: Path) -> list[str]:
    """Return all that names the renamed article: Atom, JSON Feed, metadata of its page, data."""
    found = (path.read_text("utf-8") for path in site.glob("tin-tuc/2026/11/ten-*/index.html"))
    # The other one is the old address.
    page = next(text for text in found if "ld+json" in text)
    data = json.loads((site / "api/tin-tuc/2026/11.json").read_text("utf-8"))
    (record,) = data["records"].values()
    texts = [(site / "feed.xml").read_text("utf-8"), (site / "feed.json").read_text("utf-8")]
    ids = re.findall(r"tag:[^<\"]*ten-[a-z]*", "".join([*texts, page]))
    return [*ids, record["id"]]


def event_in(project: Project) -> Any:
    (event,) = Calendar.from_ical((project.site / CALENDAR).read_bytes()).events
    return event


def test_a_renamed_record_on_another_host_is_the_same_to_all_who_follow(tmp_path: Path) -> None:
    project = Project.make(tmp_path / "project")
    project.write(OLD, NEWS.format(""))
    assert project.build().code == 0
    before = ids_in(project.site)
    lasting = "tin-tuc/2026/11/ten-cu"
    assert set(before) == {f"tag:bantin.example,2026:{lasting}", lasting}
    assert len(before) == 4
    (project.docs / OLD).unlink()
    project.write(NEW, MOVED)
    project.configure("https://bantin.example/", "http://tin.moi.example/kho/")
    assert project.build().code == 0
    assert ids_in(project.site) == before
    assert b"http://tin.moi.example/kho/tin-tuc/2026/11/ten-moi/" in tree(project.site)["feed.xml"]


def test_a_last_day_that_moves_is_a_newer_event_of_the_same_id(tmp_path: Path) -> None:
    project = Project.make(tmp_path / "project")
    project.write(NOTICE, notice("2026-12-31"))
    assert project.build().code == 0
    before = event_in(project)
    change = "changes:\n  - date: 2026-11-20\n    note: Lùi thời hạn."
    project.write(NOTICE, notice("2027-02-28", change))
    project.configure("https://bantin.example/", "https://tin.moi.example/")
    assert project.build().code == 0
    after = event_in(project)
    assert after["uid"] == before["uid"] == "tag:bantin.example,2026:van-ban/2026/11-tb-ubnd#kl-1"
    assert after["sequence"] > before["sequence"]
    for name in ("dtstamp", "last-modified"):
        assert after[name].dt.isoformat() == "2026-11-19T17:00:00+00:00"
    told = tree(project.site)[CALENDAR].decode().replace("\r\n ", "")
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\n" in told
    assert "X-PUBLISHED-TTL:P1D\r\n" in told
    assert "URL:https://tin.moi.example/van-ban/2026/11-tb-ubnd/#kl-1\r\n" in told.replace(
        "\r\n ", ""
    )


def test_a_site_s_own_name_begins_its_ids(tmp_path: Path) -> None:
    project = Project.make(tmp_path / "project")
    project.configure("archive_id: bantin.example,2026", "archive_id: tinh-mau.example,2027-01")
    assert project.build().code == 0
    assert b"<id>tag:tinh-mau.example,2027-01:feed</id>" in tree(project.site)["feed.xml"]
    project.configure("  archive_id: tinh-mau.example,2027-01\n", "")
    assert project.build().code == 0
    assert b"<id>tag:bantin.example,2026:feed</id>" in tree(project.site)["feed.xml"]


@pytest.mark.parametrize("written", ["tinh-mau.example", "2026", "Tỉnh Mẫu,2026", "[a, b]", "''"])
def test_a_name_that_is_none_stops_the_build(tmp_path: Path, written: str) -> None:
    project = Project.make(tmp_path / "project")
    project.configure("archive_id: bantin.example,2026", f"archive_id: {written}")
    outcome = project.build()
    assert outcome.code == 1
    [error] = outcome.errors
    assert "mkdocs.yml: extra.archive_id không thể là" in error
    assert "ví dụ “archive_id: bantin.example,2026”" in error
