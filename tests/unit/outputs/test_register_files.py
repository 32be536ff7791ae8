"""The register as data: what programs, spreadsheets and calendars get of it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
from typing import Any

import pytest
from bantin.catalog.catalog import Catalog
from bantin.outputs.addresses import AddressBook
from bantin.outputs.register import tasks
from bantin.outputs.register.entries import Entries
from bantin.outputs.register.tables import entry_values
from bantin.outputs.sizes import Sizes
from icalendar import Calendar

from tests.unit.archive import RENDERER, SITE
from tests.unit.in_memory import plan_outputs
from tests.unit.orders_told import tell
from tests.unit.samples import body, catalog_of, document

ITEMS = """Kết luận:

1. Giao Sở Y tế tỉnh báo cáo **trước** ngày 5/11/2013.

2. Ghi nhận; =1+1.

3. =1+1, "trích", có dấu phẩy.
   {: to="so" due="2014-01-31" }
"""


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    more = "bodies: [so]\nmeeting:\n  date: 2013-10-08\n  bodies: [ban]\n  chairs: [Lê An]"
    named = body("so", "short_names: [Sở Y tế tỉnh Mẫu]")
    return catalog_of(named, document(more=more, body=ITEMS))


@pytest.fixture
def files(catalog: Catalog) -> dict[str, bytes]:
    outputs = plan_outputs(AddressBook({}, catalog), [])
    wanted = (".json", ".csv", ".ics")
    return {one.path: one.render(RENDERER) for one in outputs if one.path.endswith(wanted)}


def test_a_month_s_file_holds_documents_with_their_conclusions(files: dict[str, bytes]) -> None:
    found = json.loads(files["ket-luan/2013/10/ket-luan.json"])
    (notice,) = found["documents"]
    assert found["month"] == notice["date"][:7] == "2013-10"
    assert notice["url"] == "van-ban/2013/5-tb-vp/"
    assert notice["chairs"] == [{"name": "Lê An", "url": "nguoi/le-an/"}]
    first, second, third = notice["conclusions"]
    assert first["text"] == "Giao Sở Y tế tỉnh báo cáo trước ngày 5/11/2013."
    assert (first["kind"], first["due"]) == ("assign", "2013-11-05")
    assert (second["kind"], second["addressees"]) == ("acknowledge", [])
    assert third["addressees"] == [{"name": "Cơ quan so", "url": "to-chuc/so/"}]
    assert third["edited"] == ["nơi nhận việc", "thời hạn"]


def test_the_index_tells_where_to_look(files: dict[str, bytes]) -> None:
    index = json.loads(files["ket-luan/muc-luc.json"])
    assert index["months"] == [
        ["2013-10", 3, ["", "acknowledge", "assign"], "2013-11-05", "2014-01-31"]
    ]
    assert index["bodies"] == [["so", "Cơ quan so", 2]]
    assert index["people"] == [["le-an", "Lê An", 3]]
    assert json.loads(files["ket-luan/nguoi/le-an.json"]) == {"months": {"2013-10": 3}}


def _lines(content: bytes) -> list[dict[str, Any]]:
    assert content.startswith(b"\xef\xbb\xbf"), "spreadsheets are told that it is UTF-8"
    assert content.count(b"\r\n") == content.count(b"\n")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_year_s_table_has_a_line_for_each_conclusion(files: dict[str, bytes]) -> None:
    lines = _lines(files["ket-luan/2013/ket-luan-2013.csv"])
    assert [line["Mục số"] for line in lines] == ["1", "2", "3"]
    assert lines[0]["Hạn chót"] == "2013-11-05"
    assert lines[0]["Địa chỉ"] == f"{SITE.url}van-ban/2013/5-tb-vp/#kl-1"
    assert lines[2]["Giao cho"] == "Cơ quan so"


def test_no_cell_is_a_formula(files: dict[str, bytes]) -> None:
    lines = _lines(files["ket-luan/2013/ket-luan-2013.csv"])
    assert lines[2]["Nội dung"] == '\'=1+1, "trích", có dấu phẩy.'
    assert lines[1]["Nội dung"] == "Ghi nhận; =1+1."


def test_a_calendar_has_a_whole_day_for_each_last_day(files: dict[str, bytes]) -> None:
    content = files["to-chuc/so/duoc-giao/thoi-han.ics"]
    calendar = Calendar.from_ical(content)
    assert calendar["x-wr-calname"] == "Thời hạn: Cơ quan so"
    first, last = calendar.events
    assert first.start == dt.date(2013, 11, 5)
    assert last.start == dt.date(2014, 1, 31)
    assert last.end == dt.date(2014, 2, 1)
    assert last["url"] == f"{SITE.url}van-ban/2013/5-tb-vp/#kl-3"
    assert last["summary"].startswith("Hạn: =1+1")
    assert "Thông báo 5/TB-VP ngày 10/10/2013, kết luận 3" in last["description"]
    assert len({event["uid"] for event in calendar.events}) == len(calendar.events)
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))


def test_no_calendar_where_nothing_has_a_last_day() -> None:
    undated = document(body='Kết luận:\n\n1. Ghi nhận.\n   {: to="ban" }')
    paths = {output.path for output in plan_outputs(AddressBook({}, catalog_of(undated)), [])}
    assert "to-chuc/ban/duoc-giao/index.html" in paths
    assert "to-chuc/ban/duoc-giao/thoi-han.ics" not in paths


def test_a_long_page_says_how_much_it_shows(catalog: Catalog) -> None:
    page, table, *_ = tasks.plan_tasks("so", catalog, Entries(catalog), Sizes(tasks=1))
    (group,) = page.view.groups
    assert page.view.size == group.size == len(_lines(table.render(RENDERER)))
    assert group.shown == sum(len(entry.points) for entry in group.entries) == 1


def test_who_helps_stands_beside_who_must_act(monkeypatch: pytest.MonkeyPatch) -> None:
    tell(monkeypatch, (["Cơ quan so", "UBND các xã"], ["Cơ quan ban", "các ngành"]))
    archive = catalog_of(body("so"), document(more="bodies: [so, ban]"))
    outputs = plan_outputs(AddressBook({}, archive), [])
    made = {one.path: one for one in outputs}
    month = json.loads(made["ket-luan/2013/10/ket-luan.json"].render(RENDERER))
    (point,) = month["documents"][0]["conclusions"]
    assert point["addressees"] == [
        {"name": "Cơ quan so", "url": "to-chuc/so/"},
        {"name": "UBND các xã", "url": ""},
    ]
    assert point["helpers"] == [
        {"name": "Cơ quan ban", "url": "to-chuc/ban/"},
        {"name": "các ngành", "url": ""},
    ]
    for slug, role in (("so", "lead"), ("ban", "with")):
        (line,) = _lines(made[f"to-chuc/{slug}/duoc-giao/duoc-giao.csv"].render(RENDERER))
        assert line["Giao cho"] == "Cơ quan so; UBND các xã"
        assert line["Phối hợp"] == "Cơ quan ban; các ngành"
        (group,) = made[_page(slug)].view.groups
        ((point,),) = [one.points for one in group.entries]
        assert point.role == role
        page = made[_page(slug)].render(RENDERER).decode()
        assert "<dt>Phối hợp</dt>" in page
    (entry,) = Entries(archive).of([document().file.src_uri])
    assert entry.points[0].role == "", "the register belongs to nobody"


def _page(slug: str) -> str:
    return f"to-chuc/{slug}/duoc-giao/index.html"


def test_data_tell_what_later_documents_say_of_a_point() -> None:
    one = document("goc", "2025-03-10", "5/TB-VP", "", "Kết luận:\n\n1. Một.\n\n2. Hai.\n")
    text = "Đã làm xong mục 2 Thông báo số 5/TB-VP ngày 10/3/2025."
    catalog = catalog_of(one, document("sau", "2025-06-01", "9/TB-VP", "", text))
    (entry,) = Entries(catalog).of([one.file.src_uri])
    first, second = entry_values(entry)["conclusions"]
    assert "history" not in first
    (event,) = second["history"]
    assert (event["said"], event["name"]) == (
        "Báo hoàn thành trong",
        "Thông báo số 9/TB-VP ngày 01/06/2025",
    )
    assert event["url"].startswith("van-ban/2025/sau/#:~:text=")
