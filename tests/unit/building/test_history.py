"""`/api/changes/` from the past of a real repository: all that was, and no draft."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from bantin.building import history
from bantin.building.store import Store

from tests.unit.archive import Archive
from tests.unit.repositories import Past, Repository, changes_in, index_of

A, B = "tin-tuc/2026/11/a.md", "tin-tuc/2026/11/b.md"
ID = "tin-tuc/2026/11/a"
SECRET = "chuyen-mat"


def news(more: str = "", text: str = "Chữ.") -> str:
    return f"---\ntitle: Tin\ndate: 2026-11-01\nsection: x\n{more}\n---\n\n{text}\n"


@pytest.fixture
def past(tmp_path: Path) -> Past:
    return Past(tmp_path / "kho")


def test_a_record_s_way_from_its_first_day_to_its_last(past: Past) -> None:
    past.commit("2026-11-01", **{A: news()})
    past.build()
    past.commit("2026-11-03", **{A: news(text="Sửa.")})
    past.build()
    moved = news("redirect_from: [tin-tuc/2026/11/a/]")
    past.commit("2026-12-04", **{A: None, B: moved})
    past.build()
    past.commit("2026-12-05", **{B: moved.replace("redirect", "status: withdrawn\nredirect")})
    past.build()
    past.commit("2027-01-06", **{B: None})
    assert past.told(ID) == [
        ("2026-11-01", "added"),
        ("2026-11-03", "changed"),
        ("2026-12-04", "renamed"),
        ("2026-12-05", "withdrawn"),
        ("2027-01-06", "removed"),
    ]
    tree = past.build()
    index = index_of(tree)
    assert (index["source"], index["complete"]) == ("git", True)
    assert index["since"] == "2026-11-01T12:00:00+07:00"
    *_, renamed, withdrawn, removed = (one for one in changes_in(tree) if one["id"] == ID)
    assert renamed["url"] == withdrawn["url"] == "https://vidu.example/tin-tuc/2026/11/b/"
    assert removed == {
        "id": ID,
        "kind": "tin-tuc",
        "what": "removed",
        "when": "2027-01-06T12:00:00+07:00",
        "deleted": True,
    }


def test_a_renamed_record_without_its_old_address_is_another_one(past: Past) -> None:
    past.commit("2026-11-01", **{A: news()})
    past.commit("2026-11-02", **{A: None, B: news()})
    assert past.told(ID) == [("2026-11-01", "added"), ("2026-11-02", "removed")]
    assert past.told("tin-tuc/2026/11/b") == [("2026-11-02", "added")]


DRAFTS = [
    "status: draft",
    "status:  'draft'",
    '"status": draft',
    '"st\\x61tus": draft',
    "status: dr\\x61ft",
    # No record: the reader refuses these, and a build stops.
    "draft: true",
    "published: false",
    "Status: draft",
    "trang-thai: nháp",
    "status: nháp",
    "tags: [a",
    "title: hai lần",
]


@pytest.mark.parametrize("head", DRAFTS)
def test_a_draft_leaves_no_trace_while_it_is_written_nor_after_it(past: Past, head: str) -> None:
    uri = f"tin-tuc/2026/11/{SECRET}.md"
    past.commit("2026-11-01", **{A: news()})
    past.commit("2026-11-02", **{uri: news(head)})
    past.commit("2026-11-03", **{uri: news(head, "Sửa.")})
    past.commit("2026-11-04", **{uri: None})
    tree = past.build()
    assert [one["id"] for one in changes_in(tree)].count(ID) == 1
    assert not [path for path, content in tree.items() if SECRET.encode() in content]


@pytest.mark.parametrize("head", DRAFTS)
def test_a_draft_is_added_on_the_day_it_is_published(past: Past, head: str) -> None:
    past.commit("2026-11-02", **{A: news(head)})
    past.commit("2026-11-05", **{A: news()})
    assert past.told(ID) == [("2026-11-05", "added")]


def test_a_record_that_becomes_a_draft_again_is_gone_until_it_is_back(past: Past) -> None:
    past.commit("2026-11-02", **{A: news()})
    past.commit("2026-11-03", **{A: news("status: draft")})
    past.build()
    past.commit("2026-11-04", **{A: news("status: draft", "Sửa.")})
    past.commit("2026-11-05", **{A: news("status: published")})
    days = [("2026-11-02", "added"), ("2026-11-03", "removed"), ("2026-11-05", "added")]
    assert past.told(ID) == days


def test_what_is_written_on_a_branch_counts_when_it_is_merged(past: Past) -> None:
    past.commit("2026-11-01")
    past.repository.git("checkout", "--quiet", "-b", "nhap")
    past.commit("2026-11-02", **{A: news(), f"tin-tuc/2026/11/{SECRET}.md": news()})
    past.commit("2026-11-03", **{A: news(text="Sửa."), f"tin-tuc/2026/11/{SECRET}.md": None})
    past.repository.git("checkout", "--quiet", "main")
    past.build()
    past.repository.git("merge", "--quiet", "--no-ff", "--no-edit", "nhap", day="2026-11-09")
    assert past.told(ID) == [("2026-11-09", "added")]
    assert past.told(f"tin-tuc/2026/11/{SECRET}") == []


def test_bodies_sections_and_people_have_a_past_too(past: Past) -> None:
    past.commit("2026-11-01", **{"nguoi/le-an.md": "---\nname: Lê An\n---\n"})
    past.commit("2026-11-02", **{"to-chuc/ban.md": "---\nname: Ban\n---\n", "nguoi/le-an.md": None})
    assert past.told("to-chuc/ban") == [("2026-11-01", "added"), ("2026-11-02", "changed")]
    assert past.told("nguoi/le-an") == [("2026-11-01", "added"), ("2026-11-02", "removed")]


def test_what_is_no_record_has_no_past(past: Past) -> None:
    stray = {"gioi-thieu.md": "# Trang", "tep/a.pdf": "x", "tin-tuc/2026/11/ghi-chu.txt": "x"}
    past.commit("2026-11-01", **{A: news(), **stray, "tin-tuc/2026/Ten Sai.md": news()})
    past.commit("2026-11-02", **{"tin-tuc/2026/Ten Sai.md": None})
    assert {one["id"] for one in changes_in(past.build())} == {ID, "chuyen-muc/x", "to-chuc/ban"}


def test_notes_to_readers_stand_with_the_change_they_tell_of_while_the_record_has_them(
    past: Past,
) -> None:
    def told(note: str) -> str:
        return f"changes: [{{date: 2026-11-03, note: {note}}}]"

    past.commit("2026-11-01", **{A: news()})
    # The editor wrote the day on which it was mended, and committed two days later.
    past.commit("2026-11-05", **{A: news(told("Sửa số."))})
    past.commit("2026-11-06", **{A: news(told("Sửa số."), "Sửa nữa.")})
    ours = [one for one in changes_in(past.build()) if one["id"] == ID]
    assert [one.get("notes") for one in ours] == [
        None,
        [{"date": "2026-11-03", "note": "Sửa số."}],
        None,
    ]
    past.commit("2026-12-01", **{A: news(told("Sửa chữ."))})
    tree = past.build()
    assert b"S\xe1\xbb\xada s\xe1\xbb\x91." not in tree["api/changes/2026-11.json"]
    past.commit("2026-12-02", **{A: None})
    assert not [one for one in changes_in(past.build()) if "notes" in one]


def test_a_month_s_file_changes_only_when_something_happens_in_it(past: Past) -> None:
    past.commit("2026-11-01", **{A: news()})
    before = past.build()["api/changes/2026-11.json"]
    past.commit("2026-12-01", **{A: news(text="Sửa."), B: news()})
    past.commit("2026-12-02", **{A: None})
    tree = past.build()
    assert tree["api/changes/2026-11.json"] == before
    assert "api/changes/2026-12.json" in tree


def test_a_build_reads_only_what_was_committed_since_the_last_one(
    past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.commit("2026-11-01", **{A: news(), B: news()})
    assert not past.archive.build().problems
    read: list[str] = []

    def judge(src_uri: str, *others: Any) -> Any:
        read.append(src_uri)
        return real(src_uri, *others)

    real = history._judge
    monkeypatch.setattr(history, "_judge", judge)
    past.commit("2026-11-02", **{A: news(text="Sửa.")})
    assert past.archive.build().made >= {"api/changes/index.json", "api/changes/2026-11.json"}
    assert read == [A]
    again = past.archive.build()
    assert (read, again.made, again.published.written) == ([A], frozenset(), ())
    # A commit that leaves docs/ alone changes nothing.
    past.repository.commit("2026-11-03")
    assert (past.archive.build().made, read) == (frozenset(), [A])


def test_history_that_was_written_anew_is_read_anew(past: Past) -> None:
    past.commit("2026-11-01", **{A: news()})
    past.commit("2026-11-02", **{B: news()})
    past.build()
    past.write(**{B: None})
    past.repository.commit("2026-11-03", amend=True)
    assert past.told("tin-tuc/2026/11/b") == []
    past.repository.git("reset", "--quiet", "--hard", "HEAD~1")
    assert past.told(ID) == [("2026-11-01", "added")]


def test_a_shallow_clone_says_since_when_it_knows(past: Past, tmp_path: Path) -> None:
    past.commit("2026-11-01", **{A: news()})
    past.commit("2026-11-02", **{A: news(text="Sửa.")})
    past.commit("2026-11-03", **{A: news(text="Sửa nữa."), B: news()})
    for depth, events in (("1", []), ("2", [("2026-11-03", "changed")])):
        clone = past.repository.clone(tmp_path / depth, f"--depth={depth}")
        archive = Archive(clone.root)
        assert not archive.build().problems
        index = index_of(archive.tree())
        first = {"1": "2026-11-03", "2": "2026-11-02"}[depth]
        assert (index["source"], index["complete"]) == ("git", False)
        assert index["since"] == f"{first}T12:00:00+07:00"
        found = changes_in(archive.tree())
        assert [(one["when"][:10], one["what"]) for one in found if one["id"] == ID] == events
    # A clone that is fetched whole knows all, and so does one that grows by a commit.
    clone.git("fetch", "--quiet", "--unshallow")
    assert not archive.build().problems
    assert archive.tree() == past.build()


def test_a_shallow_clone_that_is_kept_follows_new_commits(past: Past, tmp_path: Path) -> None:
    past.commit("2026-11-01", **{A: news()})
    clone = past.repository.clone(tmp_path / "kho-2", "--depth=1")
    archive = Archive(clone.root)
    assert not archive.build().problems
    past.commit("2026-11-02", **{A: news(text="Sửa."), B: news()})
    clone.git("pull", "--quiet")
    assert not archive.build().problems
    found = [(one["id"], one["what"]) for one in changes_in(archive.tree())]
    assert found == [(ID, "changed"), ("tin-tuc/2026/11/b", "added")]
    fresh = tmp_path / "fresh"
    assert not archive.build(fresh).problems
    assert archive.tree() == archive.tree(fresh)


def test_without_git_records_tell_of_their_days(tmp_path: Path) -> None:
    past = Past(tmp_path / "kho")
    shutil.rmtree(past.archive.root / ".git")
    note = "changes: [{date: 2026-12-02, note: Rút.}, {date: 2026-11-20, note: Sửa.}]"
    past.write(**{A: news(f"status: withdrawn\n{note}"), B: news("status: draft")})
    tree = past.build()
    index = index_of(tree)
    assert (index["source"], index["complete"], "since" in index) == ("records", False, False)
    found = [(one["when"], one["what"], one.get("notes")) for one in changes_in(tree)]
    assert found == [
        ("2026-11-01", "added", None),
        ("2026-11-20", "changed", [{"date": "2026-11-20", "note": "Sửa."}]),
        ("2026-12-02", "withdrawn", [{"date": "2026-12-02", "note": "Rút."}]),
    ]
    past.write(**{A: None})
    assert changes_in(past.build()) == []


def test_git_may_come_and_go(past: Past) -> None:
    past.write(**{A: news()})
    assert index_of(past.build())["source"] == "records", "nothing is committed yet"
    past.commit("2026-11-02")
    assert index_of(past.build())["source"] == "git"
    (past.archive.root / ".git").rename(past.archive.root.parent / "git")
    assert index_of(past.build())["source"] == "records"
    (past.archive.root.parent / "git").rename(past.archive.root / ".git")
    assert past.told(ID) == [("2026-11-02", "added")]


def test_docs_that_git_ignores_have_no_past_in_git(past: Past) -> None:
    (past.archive.root / ".gitignore").write_text("docs/\n")
    past.repository.commit()
    assert index_of(past.build())["source"] == "records"


@pytest.mark.parametrize("fault", ["no git", "broken", "refused", "lost"])
def test_a_repository_that_cannot_be_read_is_as_none(
    past: Past, fault: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    past.commit("2026-11-01", **{A: news()})
    past.commit("2026-11-02", **{A: news(text="Sửa.")})
    folder = past.archive.root / ".git"
    if fault == "broken":
        (folder / "HEAD").write_text("hỏng")
    elif fault == "refused":
        # Git reads no repository of another user.
        monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    elif fault == "lost":
        # A clone without contents, or a damaged one.
        name = past.repository.git("rev-parse", f"HEAD~1:docs/{A}").strip()
        (folder / "objects" / name[:2] / name[2:]).unlink()
    else:
        monkeypatch.setenv("PATH", "")
    assert index_of(past.build())["source"] == "records"
    lines: list[str] = []
    with closing(Store.open(past.archive.root.parent / "store")) as store:
        history.take_history(store, past.archive.docs, lines.append)
    is_odd = fault in ("refused", "lost")
    assert [line.startswith("Không đọc được lịch sử Git: ") for line in lines] == [True] * is_odd


def test_days_that_no_calendar_has_stop_no_build(past: Past) -> None:
    past.write(**{A: news()})
    past.repository.git("add", "--all", ".")
    tree = past.repository.git("write-tree").strip()
    author = "B <b@x.example> 99999999999999 +0700"
    text = f"tree {tree}\nauthor {author}\ncommitter {author}\n\nx\n"
    told = ["git", "hash-object", "-t", "commit", "-w", "--stdin", "--literally"]
    root = past.archive.root
    name = subprocess.run(told, cwd=root, input=text.encode(), capture_output=True, check=True)
    past.repository.git("update-ref", "refs/heads/main", name.stdout.decode().strip())
    assert [what for _, what in past.told(ID)] == ["added"]


def test_the_history_of_an_archive_below_the_root_of_a_repository(tmp_path: Path) -> None:
    past = Past(tmp_path / "kho")
    shutil.rmtree(past.archive.root / ".git")
    outer = Repository.make(tmp_path)
    (tmp_path / "docs" / "tin-tuc/2026/11").mkdir(parents=True)
    (tmp_path / "docs" / A).write_text(news())
    outer.commit("2026-11-01")
    past.write(**{B: news()})
    outer.commit("2026-11-02")
    assert past.told(ID) == []
    assert past.told("tin-tuc/2026/11/b") == [("2026-11-02", "added")]
