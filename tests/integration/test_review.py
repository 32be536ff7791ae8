"""From files of strangers to published records: import, list, accept, build."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from bantin.records.models import Dated
from bantin.records.reader import read_records

from tests.integration.test_import_files import Office
from tests.unit.importing.samples import NEWS, NOTICE


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = Office(tmp_path)
    office.save("tin/a.txt", NEWS)
    office.save("tin/b.txt", NOTICE)
    done = office.run(str(office.given))
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Mở bằng trình duyệt: {office.store / 'xem-lai.html'}" in done.stdout
    return office


def rows(office: Office) -> list[dict[str, str]]:
    text = (office.store / "review.csv").read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def statuses(office: Office) -> dict[str, str]:
    records = read_records(office.docs).records
    return {one.file.src_uri: one.status for one in records if isinstance(one, Dated)}


def test_marked_records_are_published_and_leave_the_list(office: Office) -> None:
    before = statuses(office)
    assert set(before.values()) == {"draft"}
    assert {row["Bản ghi"] for row in rows(office)} == set(before)
    path = office.store / "review.csv"
    first = rows(office)[0]["Bản ghi"]
    lines = path.read_text("utf-8-sig").splitlines()
    lines[1] = f"x{lines[1]}"
    path.write_text("\n".join(lines) + "\n", "utf-8")
    done = office.run("--accept", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Đã nhận 1 bản ghi." in done.stdout
    assert "Chờ xem lại: 1 bản ghi" in done.stdout
    assert statuses(office) == before | {first: "published"}
    assert [row["Bản ghi"] for row in rows(office)] == [uri for uri in before if uri != first]
    [second] = [uri for uri in before if uri != first]
    done = office.run("--accept", f"docs/{second}")
    assert "Không còn bản ghi nào chờ xem lại." in done.stdout
    assert set(statuses(office).values()) == {"published"}
    # What was accepted is not imported again, and stays published.
    office.run(str(office.given))
    assert set(statuses(office).values()) == {"published"}


def test_a_record_that_lacks_something_is_refused_by_name(office: Office) -> None:
    [uri] = [uri for uri in statuses(office) if uri.startswith("tin-tuc/")]
    text = (office.docs / uri).read_text("utf-8")
    [line] = [line for line in text.splitlines() if line.startswith("section:")]
    (office.docs / uri).write_text(text.replace(line, "section:"), "utf-8")
    done = office.run("--accept", uri)
    assert done.returncode == 1
    assert f"{uri}: CHƯA NHẬN, bản nháp còn thiếu section (chuyên mục" in done.stdout
    assert "Đã nhận 0 bản ghi, 1 chưa nhận được." in done.stdout
    assert rows(office)[0]["Còn thiếu"] == "section"


def test_the_list_shows_what_an_editor_did_since(office: Office) -> None:
    [uri] = [uri for uri in statuses(office) if uri.startswith("tin-tuc/")]
    text = (office.docs / uri).read_text("utf-8")
    [line] = [line for line in text.splitlines() if line.startswith("title:")]
    (office.docs / uri).write_text(text.replace(line, "title: Tên biên tập viên đặt"), "utf-8")
    done = office.run("--review")
    assert done.returncode == 0, done.stdout + done.stderr
    [row] = [row for row in rows(office) if row["Bản ghi"] == uri]
    assert row["Tiêu đề"] == "Tên biên tập viên đặt"
    told = [cell for key, cell in row.items() if key.endswith("(title): độ chắc")]
    assert told[0].startswith("biên tập viên đã sửa; lúc nhập: “")
    others = [cell for key, cell in row.items() if "(title)" not in key]
    assert not [cell for cell in others if cell.startswith("biên tập viên đã sửa")]


@pytest.mark.parametrize(
    "arguments", [(), ("--review", "--accept", "a.md", "."), ("--accept", "van-ban")]
)
def test_a_command_that_means_nothing_is_refused_in_words(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    office = Office(tmp_path)
    done = office.run(*arguments)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    assert "cần cho biết" in done.stderr or "không phải là bản ghi" in done.stderr
