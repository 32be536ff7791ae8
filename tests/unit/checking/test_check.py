"""A check that knows the last one says what a check that knows nothing says."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from bantin.building import freshness
from bantin.building.progress import Progress
from bantin.checking import check as module
from bantin.checking.check import Findings, check_records
from bantin.checking.last_check import LastCheck
from bantin.checking.tree import DocsTree

TODAY = date(2024, 6, 1)
ARTICLE = "tin-tuc/2021/10/hop.md"
GOOD = "---\ntitle: Họp\ndate: 2021-10-05\nsection: x\n---\n\nBan họp.\n"

TEXTS = {
    ARTICLE: [
        GOOD,
        GOOD.replace("Ban họp", "Sở ABCX  họp"),
        GOOD.replace("x\n", "y\n"),
        GOOD.replace("2021-10", "2030-10"),
        "---\ntitle:\n---\n",
    ],
    "tin-tuc/2021/10/khac.md": [GOOD.replace("Ban họp", "[Xem](hop.md)"), GOOD],
    "chuyen-muc/x.md": ["---\nname: Mục\n---\n"],
    "chuyen-muc/y.md": ["---\nname: Mục  y\n---\n", "---\nten: sai\n---\n"],
    "to-chuc/abcx.md": [
        "---\nname: Anh Ba Cờ Xanh\nshort_names: [ABCX]\n---\n",
        "---\nname: Anh\nparent: thieu\n---\n",
    ],
    "trang.md": ["# Trang\n"],
}


def write(docs: Path, uri: str, text: str) -> None:
    path = docs / uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    # Long enough ago for its times to tell of the next change.
    when = path.stat().st_mtime_ns - 10**10
    os.utime(path, ns=(when, when))


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    docs = tmp_path / "docs"
    write(docs, "chuyen-muc/x.md", TEXTS["chuyen-muc/x.md"][0])
    write(docs, ARTICLE, GOOD)
    return docs


def check(docs: Path, *uris: str, kept: bool = True) -> Findings:
    last_check = docs.parent / ".kiem-tra.bantin" / "ledger.sqlite" if kept else None
    return check_records(
        DocsTree.of_folder(docs), uris or None, last_check_path=last_check, today=TODAY
    )


def test_random_edits_end_where_a_check_that_knows_nothing_ends(docs: Path) -> None:
    rng = random.Random(7)
    for _ in range(40):
        uri = rng.choice(list(TEXTS))
        if rng.random() < 0.3:
            (docs / uri).unlink(missing_ok=True)
        else:
            write(docs, uri, rng.choice(TEXTS[uri]))
        assert check(docs) == check(docs, kept=False)


def test_what_has_not_changed_is_not_looked_at_again(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    inspect_files = module.inspect_files

    def watch(docs_dir: Path, compared: str, uris: list[str]) -> object:
        looked.extend(uris)
        return inspect_files(docs_dir, compared, uris)

    monkeypatch.setattr(module, "inspect_files", watch)
    # A file written just now may change again without its times telling.
    stamps = dict.fromkeys(DocsTree.of_folder(docs).stamps, "1")

    def look() -> list[str]:
        looked.clear()
        tree = DocsTree(docs, stamps, frozenset())
        check_records(tree, last_check_path=docs.parent / "ledger.sqlite", today=TODAY)
        return list(looked)

    assert look() == ["chuyen-muc/x.md", ARTICLE]
    assert look() == []
    stamps[ARTICLE] = "2"
    assert look() == [ARTICLE]
    # A text is held against the names of bodies, and of nothing else.
    write(docs, "to-chuc/vp.md", "---\nname: Văn phòng\n---\n")
    stamps["to-chuc/vp.md"] = "1"
    assert look() == ["to-chuc/vp.md", ARTICLE]
    write(docs, "to-chuc/vp.md", "---\nname: Văn phòng\n---\n\nChữ.\n")
    stamps["to-chuc/vp.md"] = "2"
    assert look() == ["to-chuc/vp.md"]
    write(docs, "to-chuc/vp.md", "---\nname: Văn phòng X\n---\n\nChữ.\n")
    stamps["to-chuc/vp.md"] = "3"
    assert look() == ["to-chuc/vp.md", ARTICLE]


def test_what_is_named_among_very_many_is_judged_without_reading_all(
    docs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "FEW", 0)
    write(docs, "tin-tuc/2021/10/sai.md", "---\ntitle: a\n---\n")
    write(docs, "tin-tuc/2021/10/dich.md", GOOD)
    write(docs, ARTICLE, GOOD.replace("Ban họp", "[Có](dich.md), [không](mat.md)"))
    found = check(docs, ARTICLE, kept=False)
    assert found.size == 1
    (problem,) = found.problems
    assert "mat.md không dẫn tới tệp nào" in problem.message


def test_the_future_is_told_of_but_not_of_a_draft(docs: Path) -> None:
    later = GOOD.replace("2021-10-05", "2024-06-02")
    write(docs, "tin-tuc/2024/06/mai.md", later)
    write(docs, "tin-tuc/2024/06/nhap.md", later.replace("x\n", "x\nstatus: draft\n"))
    write(docs, "tin-tuc/2024/06/nay.md", later.replace("06-02", "06-01"))
    (warning,) = check(docs).warnings
    assert (warning.path, warning.line) == ("tin-tuc/2024/06/mai.md", 3)
    assert warning.message == "ngày 02/06/2024 còn ở tương lai (hôm nay là 01/06/2024)"


def test_a_last_check_that_is_no_database_is_made_anew(docs: Path) -> None:
    path = docs.parent / ".kiem-tra.bantin" / "ledger.sqlite"
    path.parent.mkdir()
    path.write_bytes(b"khong phai SQLite" * 1000)
    assert check(docs).size == 2
    last_check = LastCheck.open(path)
    assert len(last_check.known()) == 2
    last_check.close()


def test_where_nothing_can_be_kept_the_check_still_runs(docs: Path) -> None:
    (docs.parent / ".kiem-tra.bantin").write_text("một tệp", "utf-8")
    assert check(docs).size == 2


def run(statement: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute(statement)
            connection.commit()

    return spoil


def overwrite_pages(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:8192] + b"\xff" * (len(content) - 12288) + content[-4096:])


def make_folder(path: Path) -> None:
    path.unlink()
    (path / "trong").mkdir(parents=True)


@pytest.mark.parametrize(
    "spoil",
    [
        overwrite_pages,
        make_folder,
        lambda path: os.truncate(path, path.stat().st_size // 2),
        lambda path: path.write_bytes(bytes(path.stat().st_size)),
        lambda path: path.write_bytes(b"x" * path.stat().st_size),
        run("drop table links"),
        run("drop table records"),
        run("alter table looks rename column remarks to la"),
        run("update records set content = 'x'"),
        run("update texts set text = 'x'"),
        run("update looks set remarks = '[{'"),
        run("update looks set errors = '[[1]]'"),
        run("update files set remarks = '[{'"),
        run("update files set errors = '[{'"),
    ],
)
def test_a_last_check_that_is_damaged_is_told_once_and_made_anew(
    docs: Path, spoil: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    # Files that were written just now are known, too.
    monkeypatch.setattr(freshness, "_UNSURE_NS", 0)
    path = docs.parent / ".kiem-tra.bantin" / "ledger.sqlite"
    for number in range(60):
        write(docs, f"tin-tuc/2021/10/tin-{number}.md", GOOD)
    write(docs, "bang.pdf", "không phải PDF")
    check(docs)
    spoil(path)
    write(docs, "tin-tuc/2021/10/tin-7.md", TEXTS[ARTICLE][1])
    write(docs, "chuyen-muc/y.md", TEXTS["chuyen-muc/y.md"][0])
    lines: list[str] = []
    found = check_records(
        DocsTree.of_folder(docs), last_check_path=path, today=TODAY, progress=Progress(lines.append)
    )
    assert found == check(docs, kept=False)
    assert [line.split(" bị hỏng")[0] for line in lines] == [
        "Cảnh báo: kết quả của lần kiểm tra trước"
    ]
    again = check_records(
        DocsTree.of_folder(docs), last_check_path=path, today=TODAY, progress=Progress(lines.append)
    )
    assert (again, len(lines)) == (found, 1)


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        ("select la from records", sqlite3.OperationalError),
        ("selekt 1", sqlite3.OperationalError),
        ("insert into looks select * from looks", sqlite3.IntegrityError),
    ],
)
def test_mistake_of_ours_is_not_called_damage(
    docs: Path, monkeypatch: pytest.MonkeyPatch, statement: str, error: type[Exception]
) -> None:
    check(docs)
    before = (docs.parent / ".kiem-tra.bantin" / "ledger.sqlite").stat().st_ino
    real = LastCheck.unreadable

    def mistaken(last_check: LastCheck) -> set[str]:
        last_check.connection.execute(statement)
        return real(last_check)

    with monkeypatch.context() as patch:
        patch.setattr(LastCheck, "unreadable", mistaken)
        with pytest.raises(error):
            check(docs)
    assert (docs.parent / ".kiem-tra.bantin" / "ledger.sqlite").stat().st_ino == before


def test_while_another_check_is_at_work_nothing_known_is_used(docs: Path) -> None:
    first = check(docs)
    write(docs, "tin-tuc/2021/10/moi.md", GOOD)
    path = docs.parent / ".kiem-tra.bantin" / "ledger.sqlite"
    other = sqlite3.connect(path, isolation_level=None)
    try:
        other.execute("begin immediate")
        assert check(docs).size == first.size + 1
    finally:
        other.close()
