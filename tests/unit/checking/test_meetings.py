"""News of a meeting is held against the notices of that day and body, and of no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree

ARTICLE = "tin-tuc/2013/10/tin.md"
NOTICE = "van-ban/2013/5-tb-vp.md"
HEAD = "title: Tin\ndate: 2013-10-09\nsection: x"
TEXT = "Sáng ngày 08/10/2013, Ban họp bàn việc."


def plant(docs: Path, uri: str, head: str, body: str = "Việc.") -> None:
    path = docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}\n---\n\n{body}\n", "utf-8")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    plant(tmp_path, "chuyen-muc/x.md", "name: Mục")
    for slug in ("ban", "khac", "vp"):
        plant(tmp_path, f"to-chuc/{slug}.md", f"name: Cơ quan {slug}")
    plant(
        tmp_path,
        NOTICE,
        "kind: TB\nnumber: 5/TB-VP\ntitle: Ban họp\ndate: 2013-10-10\nissuer: vp\nplace: Mẫu\n"
        "recipients: [A]\nfiling: VT\nsigner: {position: B, name: C}\n"
        "meeting: {date: 2013-10-08, bodies: [ban]}",
    )
    return tmp_path


def told(docs: Path, head: str, body: str = TEXT) -> list[str]:
    plant(docs, ARTICLE, head, body)
    everywhere = check_records(DocsTree.of_folder(docs))
    named = check_records(DocsTree.of_folder(docs), [ARTICLE])
    assert not everywhere.problems
    assert everywhere.warnings == named.warnings
    return [one.message for one in named.warnings]


def test_news_of_a_day_and_body_is_told_of_the_notice(docs: Path) -> None:
    assert told(docs, f"{HEAD}\nbodies: [ban]") == [
        f"bài nói về cuộc họp ngày 08/10/2013 mà chưa nối với thông báo {NOTICE}"
    ]


def test_what_is_joined_already_is_passed_over(docs: Path) -> None:
    joined = f"{HEAD}\nbodies: [ban]\nmeeting: {{date: 2013-10-08, bodies: [ban]}}"
    assert told(docs, joined) == []
    link = f"{TEXT} Xem [thông báo](../../../{NOTICE})."
    assert told(docs, f"{HEAD}\nbodies: [ban]", link) == []


def test_a_meeting_of_other_bodies_on_that_day_is_asked_about(docs: Path) -> None:
    head = f"{HEAD}\nbodies: [ban]\nmeeting: {{date: 2013-10-08, bodies: [ban, khac]}}"
    assert len(told(docs, head)) == 1


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"{HEAD}\nbodies: [khac]", TEXT),
        (HEAD, TEXT),
        (f"{HEAD}\nbodies: [ban]", "Ngày 07/10/2013, Ban họp."),
        (f"{HEAD}\nbodies: [ban]", "Ngày 08/10/2013, hội thi mở. Hôm sau Ban họp."),
        (f"{HEAD}\nbodies: [ban]\nstatus: withdrawn", TEXT),
        (f"{HEAD}\nbodies: [ban]\nmeeting: {{date: 2013-10-07, bodies: [ban]}}", TEXT),
    ],
)
def test_another_day_body_or_matter_is_another_meeting(docs: Path, head: str, body: str) -> None:
    assert told(docs, head, body) == []


def test_years_later_the_day_is_only_remembered(docs: Path) -> None:
    plant(docs, "tin-tuc/2014/10/nho.md", HEAD.replace("2013", "2014") + "\nbodies: [ban]", TEXT)
    assert check_records(DocsTree.of_folder(docs)).warnings == ()
