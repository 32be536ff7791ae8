"""A record of a day to come enters no list: builds and checks refuse it; drafts may wait."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from bantin.building.build_session import Session
from bantin.building.drafting import Drafting
from bantin.building.engine_interface import BuildInput
from bantin.building.pool import Workers
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.errors import Problem, ProblemsError
from bantin.records.docs_listing import list_docs

from tests.unit.archive import SITE, SMALL, Archive, no_executor, tell_files

TODAY = date(2026, 11, 10)
SECTION = ("chuyen-muc/x.md", "---\nname: Mục\n---\n")
BODY = ("to-chuc/ban.md", "---\nname: Ban\n---\n")


def news(day: str, more: str = "") -> tuple[str, str]:
    folder = day[:7].replace("-", "/")
    return (
        f"tin-tuc/{folder}/a.md",
        f"---\ntitle: Tin\ndate: {day}\nsection: x\n{more}---\n\nChữ.\n",
    )


def notice(day: str, more: str = "") -> tuple[str, str]:
    head = f"kind: TB\nnumber: 5/TB\ntitle: Kết luận\ndate: {day}\nissuer: ban\n{more}"
    return f"van-ban/{day[:4]}/p.md", f"---\n{head}---\n\n1. Giao Ban báo cáo.\n"


def archive(root: Path, *records: tuple[str, str]) -> Archive:
    for uri, text in (SECTION, BODY, *records):
        path = root / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return Archive(root, SMALL)


def check_errors(built: Archive) -> tuple[Problem, ...]:
    return check_records(DocsTree.of_folder(built.docs), today=TODAY).problems


@pytest.mark.parametrize(
    "record",
    [
        news("2026-11-12"),
        news("2026-11-12 00:00"),
        news("2026-12-01 09:00"),
        news("2062-11-10"),
        news("2200-12-31 23:59"),
        news("2026-11-11T17:00:00Z"),
        news("2062-11-10", "status: published\n"),
        news("2062-11-10", "status: withdrawn\n"),
        news("2062-11-10", "featured: true\n"),
        notice("2026-11-12"),
        notice("2062-11-10"),
    ],
)
def test_a_record_of_a_day_to_come_is_refused_and_the_remedy_is_taken(
    tmp_path: Path, record: tuple[str, str]
) -> None:
    old = news("2020-03-05")
    built = archive(tmp_path, old)
    built.build(today=TODAY)
    before = built.tree()
    archive(tmp_path, record)
    clean = built.build(tmp_path / "clean", today=TODAY)
    [problem] = built.build(today=TODAY).problems
    assert clean.problems == (problem,) == check_errors(built)
    assert built.tree() == before
    assert (problem.path, problem.field) == (record[0], "date")
    lines = record[1].split("\n")
    assert lines[problem.line - 1].startswith("date: ")
    assert "hôm nay là 10/11/2026" in problem.message
    assert "status: draft" in problem.hint
    # To the letter.
    lines = [line for line in lines if not line.startswith("status: ")]
    archive(tmp_path, (record[0], "\n".join([*lines[:2], "status: draft", *lines[2:]])))
    assert not built.build(today=TODAY).problems
    assert not check_errors(built)
    assert built.tree() == before


@pytest.mark.parametrize("day", ["2026-11-10", "2026-11-11 23:59", "2026-11-11T16:59:59Z"])
def test_todays_and_tomorrows_news_are_published(tmp_path: Path, day: str) -> None:
    built = archive(tmp_path, news(day))
    assert not built.build(today=TODAY).problems
    assert "tin-tuc/2026/11/a/index.html" in built.tree()
    assert not check_errors(built)


def test_a_draft_is_refused_once_it_is_published_too_early(tmp_path: Path) -> None:
    built = archive(tmp_path, news("2026-11-20", "status: draft\n"))
    assert not built.build(today=TODAY).problems
    assert not built.build(tmp_path / "preview", drafts_shown=True, today=TODAY).problems
    archive(tmp_path, news("2026-11-20"))
    assert [one.field for one in built.build(today=TODAY).problems] == ["date"]
    assert not built.build(today=date(2026, 11, 19)).problems


def test_the_day_shows_nowhere(tmp_path: Path) -> None:
    built = archive(tmp_path, news("2026-11-10"), notice("2026-11-05"))
    built.build(today=TODAY)
    built.build(tmp_path / "later", today=date(2030, 1, 1))
    assert built.tree() == built.tree(tmp_path / "later")


def test_a_text_that_is_not_saved_is_told_too(tmp_path: Path) -> None:
    built = archive(tmp_path, news("2020-03-05"))
    built.build()
    found = Drafting(built.docs, built.site).render(*news("2199-11-10"))
    assert isinstance(found, tuple)
    assert [(one.line, one.field) for one in found] == [(3, "date")]


def test_without_a_day_the_machines_clock_is_asked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bantin.building.build_session.today_in_vietnam", lambda: date(2020, 1, 1))
    built = archive(tmp_path, news("2020-03-05"))
    session = Session.open(BuildInput(SITE, built.docs), built.site, workers=Workers(no_executor))
    listing = list_docs(built.docs)
    with closing(session), pytest.raises(ProblemsError, match="hôm nay là 01/01/2020"):
        session.take_in(listing.records, tell_files(listing))
