"""The list as files: most doubtful first, nothing of an original can run, editors' marks stay."""

from __future__ import annotations

import csv
import io
import json
import re
import tracemalloc
from pathlib import Path

import pytest
from bantin.importing.capture import Block
from bantin.importing.imported_item import Outcome
from bantin.importing.proposal import Fact, Sure
from bantin.importing.review.accept import accept_records
from bantin.importing.review.review_files import INDEX, PART_SIZE, part_name
from bantin.importing.review.write_review import (
    FOLDER,
    PAGE,
    TABLE,
    ReviewTotals,
    make_page,
    write_review,
)

from tests.unit.importing.review.waiting import NEWS, NEWS_TEXT, NOTICE, Desk, item, sha_of

ROW = dict[str, str]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def table(desk: Desk) -> list[ROW]:
    raw = (desk.store / TABLE).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def script(desk: Desk, name: str) -> list[dict[str, object]]:
    text = (desk.store / FOLDER / name).read_text("utf-8")
    found = re.fullmatch(r"danhSach\.(?:mucLuc\(|phan\(\d+,)(.*)\);\n", text)
    assert found
    rows: list[dict[str, object]] = json.loads(found[1])
    return rows


def test_the_most_doubtful_comes_first_in_table_and_page(desk: Desk) -> None:
    desk.import_news()
    desk.import_notice()
    assert write_review(desk.store, desk.docs) == ReviewTotals(2, 1, 0, 0)
    assert [row["Bản ghi"] for row in table(desk)] == [NOTICE, NEWS]
    assert [row["uri"] for row in script(desk, INDEX)] == [NOTICE, NEWS]
    first = table(desk)[0]
    assert first["Mức nghi ngờ"] == "20001"
    assert first["Còn thiếu"] == "date, number"
    assert first["Ngày (date): độ chắc"] == "CÒN THIẾU; ngày để trống"
    second = table(desk)[1]
    assert second["Ngày (date)"] == "05/10/2021 15:00"
    assert second["Chuyên mục (section): độ chắc"] == "suy đoán; theo đường dẫn; ở dòng 2"


def test_accepted_published_and_refused_items_are_not_in_the_list(desk: Desk) -> None:
    desk.import_news()
    desk.import_notice()
    desk.keep(item("", (), file="hong.doc", outcome=Outcome.REFUSED))
    desk.keep(item(NEWS, (), file="ban-sao.txt", outcome=Outcome.SAME))
    accept_records([NEWS], desk.docs, desk.store)
    assert write_review(desk.store, desk.docs) == ReviewTotals(1, 1, 0, 0)
    assert [row["Bản ghi"] for row in table(desk)] == [NOTICE]


def test_a_deleted_record_stays_in_the_list_and_is_told(desk: Desk) -> None:
    desk.import_news()
    (desk.docs / NEWS).unlink()
    assert write_review(desk.store, desk.docs) == ReviewTotals(1, 0, 0, 1)
    assert table(desk)[0]["Tình trạng"] == "đã xóa"


def test_what_an_editor_wrote_in_the_table_stays(desk: Desk) -> None:
    desk.import_news()
    desk.import_notice()
    write_review(desk.store, desk.docs)
    path = desk.store / TABLE
    text = path.read_text("utf-8-sig").replace(",,20001,", "x,hỏi lại văn thư,20001,")
    path.write_text(text, "utf-8")
    write_review(desk.store, desk.docs)
    rows = {row["Bản ghi"]: (row["Nhận"], row["Ghi chú"]) for row in table(desk)}
    assert rows == {NOTICE: ("x", "hỏi lại văn thư"), NEWS: ("", "")}
    moved = "van-ban/chua-ro-ngay/khac.md"
    (desk.docs / NOTICE).rename(desk.docs / moved)
    write_review(desk.store, desk.docs)
    first = table(desk)[0]
    assert (first["Bản ghi"], first["Nhận"]) == (moved, "x")
    assert first["Tình trạng"] == f"chờ xem lại, đã chuyển từ {NOTICE}"
    write_review(desk.store, desk.docs)
    assert table(desk)[0]["Nhận"] == "x"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(desk: Desk, sign: str) -> None:
    evil = f"{sign}cmd|' /C calc'!A0"
    facts = (Fact("title", evil, Sure.READ, "dòng 1"), Fact("author", evil, Sure.OPEN, "", evil))
    desk.keep(item(NEWS, facts, file=evil, doubts=(evil,)))
    desk.docs.mkdir()
    write_review(desk.store, desk.docs)
    [row] = table(desk)
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t"))]


def test_no_word_of_an_original_can_leave_its_script(desk: Desk) -> None:
    evil = "</script><script>alert(1)</script>\u2028]);alert(2)//\\\"'"
    one = item(
        NEWS, (Fact("title", evil, Sure.READ, "dòng 1"),), blocks=(Block(1, evil, evil, True),)
    )
    desk.write(NEWS, NEWS_TEXT.format(sha=one.sha256))
    desk.keep(one)
    write_review(desk.store, desk.docs)
    text = (desk.store / FOLDER / part_name(1)).read_text("utf-8")
    assert "<" not in text
    assert "\u2028" not in text
    [record] = script(desk, part_name(1))
    assert record["blocks"] == [{"where": "dòng 1", "text": evil}]


def test_page_runs_its_own_scripts_only() -> None:
    page = make_page()
    [policy] = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    [nonce] = set(re.findall(r"'nonce-([^']+)'", policy))
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    tags = re.findall(r"<(?:script|style)\b[^>]*>", page)
    assert len(tags) == 4
    assert all(f'nonce="{nonce}"' in tag for tag in tags)
    assert not re.search(r"https?://", page)
    assert "{{" not in page
    assert "innerHTML" not in page
    assert nonce not in make_page()


def test_a_long_list_comes_in_parts(desk: Desk) -> None:
    count = PART_SIZE * 2 + 1
    for number in range(count):
        desk.keep(item(f"tin-tuc/2021/10/a-{number}.md", file=f"{number}.txt"))
    desk.docs.mkdir()
    write_review(desk.store, desk.docs)
    rows = script(desk, INDEX)
    assert len(rows) == count
    by_part = {number: script(desk, part_name(number)) for number in (1, 2, 3)}
    assert [len(part) for part in by_part.values()] == [PART_SIZE, PART_SIZE, 1]
    for row in rows:
        part = row["part"]
        assert isinstance(part, int)
        assert [one["uri"] for one in by_part[part] if one["id"] == row["id"]] == [row["uri"]]
    # A shorter list leaves no parts of the longer one.
    accepted = [f"tin-tuc/2021/10/a-{number}.md" for number in range(1, count)]
    for uri, number in zip(accepted, range(1, count), strict=True):
        desk.write(uri, NEWS_TEXT.format(sha=sha_of(f"{number}.txt")))
    accept_records(accepted, desk.docs, desk.store)
    write_review(desk.store, desk.docs)
    assert sorted(path.name for path in (desk.store / FOLDER).iterdir()) == [INDEX, part_name(1)]


def test_originals_are_not_all_held_at_once(desk: Desk) -> None:
    """Only what the list itself shows stays in memory."""
    long = tuple(Block(n, "chữ " * 200, "chữ " * 200, True) for n in range(1, 200))
    for number in range(60):
        desk.keep(item(f"tin-tuc/2021/10/a-{number}.md", file=f"{number}.txt", blocks=long))
    desk.docs.mkdir()
    tracemalloc.start()
    write_review(desk.store, desk.docs)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    whole = 60 * 199 * 800 * 2
    # Two parts' worth: one as values, one as text.
    assert peak < whole * 4
    assert (desk.store / PAGE).is_file()


def test_without_an_import_the_list_is_empty(desk: Desk) -> None:
    desk.docs.mkdir()
    desk.store.mkdir()
    assert write_review(desk.store, desk.docs) == ReviewTotals()
    assert script(desk, INDEX) == []
