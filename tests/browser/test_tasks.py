"""A body's tasks as of the reader's day, the page of a month, files made of the register."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PROJECT, Site
from tests.browser.guard import guarded
from tests.browser.serving import serve

TODAY = date(2026, 11, 30)
# Half past midnight in Vietnam; it is still the day before in Greenwich.
NOW = datetime(2026, 11, 30, 0, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
DUE_IN = (-40, -3, 0, 1, 15, 30, 31, 200)
TOLD = ("summary", "description", "dtstart", "dtend", "dtstamp", "last-modified", "sequence")
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def write_archive(docs: Path) -> None:
    for slug, name in (("so-mau", "Sở Mẫu tỉnh Thử"), ("vp", "Văn phòng Thử")):
        path = docs / "to-chuc" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nname: {name}\n---\n", "utf-8")
    (docs / "index.md").write_text("# Thử\n", "utf-8")
    points = [
        f'Việc {at}; <b>"nháy"</b> {"chữ dài, " * 20}=1+1.\n'
        f'   {{: to="so-mau" due="{TODAY + timedelta(days=days)}" }}'
        for at, days in enumerate(DUE_IN)
    ]
    points += ['=2+5, báo cáo hằng quý.\n   {: to="so-mau" }', 'Giữ sạch sân.\n   {: to="so-mau" }']
    points += ['Trồng cây.\n   {: to="vp" }']
    folder = docs / "van-ban" / "2026"
    folder.mkdir(parents=True)
    for number, day in ((1, "2026-10-05"), (2, "2026-10-21")):
        ours = points if number == 1 else ['Quét vôi trước ngày 20/12/2026.\n   {: to="vp" }']
        items = "\n\n".join(f"{at}. {text}" for at, text in enumerate(ours, 1))
        (folder / f"{number}-tb.md").write_text(
            f"---\nkind: TB\nnumber: {number}/TB-THU\ntitle: Kết luận thử {number}\ndate: {day}\n"
            f"issuer: vp\n---\n\nKết luận:\n\n{items}\n",
            "utf-8",
        )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("tasks")
    (root / "docs").mkdir()
    write_archive(root / "docs")
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    settings = settings.replace("hooks/", f"{(PROJECT / 'hooks').as_posix()}/")
    settings = settings.replace("  - Giới thiệu: gioi-thieu.md\n", "")
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q"]
    subprocess.run(command, cwd=root, check=True)
    with serve(root / "site") as url:
        yield Site(url, root / "site")


@pytest.fixture
def reader(browser: Browser, built: Site) -> Iterator[Page]:
    with guarded(browser, built.url) as guard:
        guard.page.clock.set_fixed_time(NOW)
        yield guard.page


def groups(page: Page) -> dict[str, list[str]]:
    """Return heading of a group → what is told of the days of its tasks."""
    return {
        section.locator("h2").inner_text(): section.locator(".bt-due").all_inner_texts()
        for section in page.locator(".bt-tasks__group").all()
    }


def test_tasks_are_grouped_by_the_day_in_vietnam(reader: Page, built: Site) -> None:
    reader.goto(f"{built.url}to-chuc/so-mau/duoc-giao/")
    expect(reader.get_by_text("Tính đến hôm nay, 30/11/2026.")).to_be_visible()
    assert groups(reader) == {
        "Quá hạn theo văn bản": ["Hạn 27/11/2026 quá 3 ngày", "Hạn 21/10/2026 quá 40 ngày"],
        "30 ngày tới": [
            "Hạn 30/11/2026 hôm nay",
            "Hạn 01/12/2026 còn 1 ngày",
            "Hạn 15/12/2026 còn 15 ngày",
            "Hạn 30/12/2026 còn 30 ngày",
        ],
        "Sau đó": ["Hạn 31/12/2026 còn 31 ngày", "Hạn 18/06/2027 còn 200 ngày"],
        "Định kỳ": [],
        "Không có hạn": [],
    }
    links = reader.get_by_role("navigation", name="Nhóm việc").get_by_role("listitem")
    assert [" ".join(text.split()) for text in links.all_inner_texts()] == [
        "Quá hạn theo văn bản 2",
        "30 ngày tới 4",
        "Sau đó 2",
        "Định kỳ 1 việc",
        "Không có hạn 1 việc",
    ]


def test_a_page_left_open_over_night_tells_of_the_new_day(reader: Page, built: Site) -> None:
    reader.goto(f"{built.url}to-chuc/so-mau/duoc-giao/")
    expect(reader.get_by_text("Tính đến hôm nay, 30/11/2026.")).to_be_visible()
    reader.clock.set_fixed_time(NOW + timedelta(days=1))
    reader.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(reader.get_by_text("Tính đến hôm nay, 01/12/2026.")).to_be_visible()
    assert len(groups(reader)["Quá hạn theo văn bản"]) == 3
    assert reader.locator(".bt-tasks__today").count() == 1
    assert sum(map(len, groups(reader).values())) == len(DUE_IN)


def test_without_script_tasks_stand_by_their_days_and_nothing_is_called_overdue(
    browser: Browser, built: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{built.url}to-chuc/so-mau/duoc-giao/")
    days = page.locator("[data-due]").evaluate_all("(found) => found.map((one) => one.dataset.due)")
    assert days == sorted(days, reverse=True)
    assert list(groups(page)) == ["Có hạn chót", "Định kỳ", "Không có hạn"]
    expect(page.locator("main")).not_to_contain_text("Quá hạn")
    context.close()


def test_paper_has_the_tasks_and_none_of_the_buttons(reader: Page, built: Site) -> None:
    reader.goto(f"{built.url}to-chuc/so-mau/duoc-giao/")
    reader.emulate_media(media="print")
    expect(reader.locator(".bt-due").first).to_be_visible()
    for part in (".bt-files", ".bt-tasks__nav", ".bt-formats"):
        expect(reader.locator(part)).to_be_hidden()


@pytest.mark.parametrize(
    ("typed", "shown", "fault"),
    [
        ("5/11/2026", "05/11/2026", ""),
        ("05.11.2026", "05/11/2026", ""),
        ("5-11-2026", "05/11/2026", ""),
        (" 05112026 ", "05/11/2026", ""),
        ("2026-11-05", "05/11/2026", ""),
        ("29/2/2024", "29/02/2024", ""),
        ("29/2/2026", "29/2/2026", "Không có ngày 29/02/2026."),
        ("31/4/2026", "31/4/2026", "Không có ngày 31/04/2026."),
        ("12/25/2026", "12/25/2026", "Không có tháng 25."),
        ("5/11/26", "5/11/26", "Năm cần đủ bốn chữ số"),
        ("5/11", "5/11", "Ngày còn thiếu năm"),
        ("mai", "mai", "Hãy gõ ngày/tháng/năm"),
    ],
)
def test_a_day_is_typed_as_people_write_it(
    reader: Page, built: Site, typed: str, shown: str, fault: str
) -> None:
    reader.goto(f"{built.url}ket-luan/")
    field = reader.get_by_label("Hạn từ ngày")
    field.fill(typed)
    field.press("Enter")
    expect(field).to_have_value(shown)
    told = reader.locator("#loc-han-tu-loi")
    if fault:
        expect(told).to_contain_text(fault)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(reader).to_have_url(re.compile("/ket-luan/$"))
    else:
        expect(told).to_be_empty()
        expect(reader).to_have_url(re.compile(r"han-tu=\d{4}-\d\d-\d\d"))


def test_the_last_day_is_not_before_the_first_and_the_calendar_helps(
    reader: Page, built: Site
) -> None:
    reader.goto(f"{built.url}ket-luan/?han-tu=2026-12-01&han-den=2026-11-01")
    expect(reader.get_by_label("Hạn từ ngày")).to_have_value("01/12/2026")
    expect(reader.locator("#loc-han-den-loi")).to_have_text(
        "Ngày này phải là ngày bắt đầu hoặc sau đó."
    )
    reader.locator(".bt-day__native").nth(1).evaluate(
        "(field) => { field.value = '2026-12-31'; field.dispatchEvent(new Event('change')); }"
    )
    expect(reader.get_by_label("Hạn đến ngày")).to_have_value("31/12/2026")
    expect(reader.locator(".bt-register__status")).to_have_text("Có 5 kết luận, chỉ đạo.")


def test_the_page_of_a_month_has_its_days_and_is_filtered_in_place(
    reader: Page, built: Site
) -> None:
    reader.goto(f"{built.url}ket-luan/2026/10/")
    days = reader.get_by_role("navigation", name="Theo ngày").get_by_role("link")
    assert days.all_inner_texts() == ["21/10", "05/10"]
    days.last.click()
    expect(reader).to_have_url(re.compile("#ngay-05$"))
    status = reader.locator(".bt-filters__told")
    words = reader.get_by_label("Từ trong trang này")
    words.fill("trong cay")
    expect(status).to_have_text("Còn 1 trong 12 kết luận, chỉ đạo.")
    expect(reader.get_by_role("heading", name="Ngày 21/10/2026")).to_be_hidden()
    words.fill("trông")
    expect(status).to_have_text("Còn 0 trong 12 kết luận, chỉ đạo.")
    expect(reader.get_by_text("Không có kết luận, chỉ đạo nào như vậy trong tháng")).to_be_visible()
    words.fill("")
    reader.get_by_label("Giao cho, phối hợp").select_option("Văn phòng Thử")
    expect(status).to_have_text("Còn 2 trong 12 kết luận, chỉ đạo.")


def saved(page: Page, button: str) -> tuple[str, bytes]:
    with page.expect_download() as download:
        page.get_by_role("button", name=button, exact=True).click()
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def rows_of(workbook: bytes) -> list[list[str]]:
    with zipfile.ZipFile(io.BytesIO(workbook)) as parts:
        assert parts.testzip() is None
        for name in parts.namelist():
            ElementTree.fromstring(parts.read(name))
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))
    assert not list(sheet.iter(f"{SHEET}f")), "no cell is a formula"
    return [
        ["".join(cell.itertext()) for cell in row.iter(f"{SHEET}c")]
        for row in sheet.iter(f"{SHEET}row")
    ]


def test_the_answer_is_saved_as_a_workbook_and_with_semicolons(reader: Page, built: Site) -> None:
    reader.goto(f"{built.url}ket-luan/?co-quan=so-mau&sap-xep=cu")
    name, content = saved(reader, "Excel (.xlsx)")
    rows = rows_of(content)
    assert (name, len(rows)) == ("ket-luan-chi-dao.xlsx", 11)
    day, due, words = (rows[0].index(one) for one in ("Ngày ban hành", "Hạn chót", "Nội dung"))
    counted = [date(1899, 12, 30) + timedelta(days=int(row[day])) for row in rows[1:]]
    assert set(counted) == {date(2026, 10, 5)}
    assert rows[1][due] == str((TODAY - timedelta(days=40) - date(1899, 12, 30)).days)
    assert rows[9][words] == "=2+5, báo cáo hằng quý."
    _, content = saved(reader, "CSV dấu chấm phẩy")
    table = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert len(table) == 11
    assert table[9][words] == "'=2+5, báo cáo hằng quý."
    _, commas = saved(reader, "CSV dấu phẩy")
    assert list(csv.reader(io.StringIO(commas.decode("utf-8-sig"), newline=""))) == table


def test_a_table_of_the_build_is_offered_in_other_formats(reader: Page, built: Site) -> None:
    reader.goto(f"{built.url}ket-luan/2026/")
    href = reader.get_by_role("link", name="bảng tính (CSV)").get_attribute("href")
    assert href is not None
    plain = reader.request.get(f"{built.url}{href.removeprefix('../../')}").body()
    lines = list(csv.reader(io.StringIO(plain.decode("utf-8-sig"), newline="")))
    name, content = saved(reader, "CSV dấu chấm phẩy")
    table = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert (name, list(table)) == ("ket-luan-2026.csv", lines)
    _, content = saved(reader, "Excel (.xlsx)")
    rows = rows_of(content)
    assert rows[0] == lines[0]
    assert [row[5] for row in rows] == [line[5].removeprefix("'") for line in lines]


def test_a_calendar_of_the_answer_has_the_events_of_the_build(reader: Page, built: Site) -> None:
    reader.goto(f"{built.url}ket-luan/?co-quan=so-mau")
    name, content = saved(reader, "Lịch hạn chót (.ics)")
    assert name == "ket-luan-chi-dao.ics"
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    path = built.folder / "to-chuc/so-mau/duoc-giao/thoi-han.ics"
    ours, theirs = ({}, {})
    for found, text in ((ours, content), (theirs, path.read_bytes())):
        for event in Calendar.from_ical(text).events:
            alarms = [(str(one["description"]), one["trigger"].dt) for one in event.walk("VALARM")]
            told = {key: str(getattr(event[key], "dt", event[key])) for key in TOLD}
            found[str(event["uid"])] = (told, alarms)
    assert len(ours) == len(DUE_IN)
    for identity, event in theirs.items():
        assert ours[identity] == event
