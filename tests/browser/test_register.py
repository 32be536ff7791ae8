"""The register of conclusions, as an officer uses it, over months of a synthetic archive."""

from __future__ import annotations

import csv
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PROJECT, Site
from tests.browser.guard import Guard, guarded
from tests.browser.serving import serve

NOTICE = "van-ban/2013/405-tb-vp-ubnd/"
HOLDER = "hoi-lhpn-tinh-hau-giang"
POINTS = ".bt-register .bt-point"
STATUS = ".bt-register__status"


def test_an_officer_finds_the_point_by_body_and_goes_to_it(page: Page, site: Site) -> None:
    page.goto(f"{site.url}ket-luan/")
    expect(page.locator(POINTS)).to_have_count(5)
    page.get_by_label("Giao cho cơ quan").select_option(HOLDER)
    expect(page.locator(POINTS)).to_have_count(1)
    expect(page.locator(STATUS)).to_have_text("Có 1 kết luận, chỉ đạo.")
    expect(page.locator(POINTS)).to_contain_text("Thời hạnvào ngày 17/10/2013")
    page.get_by_role("link", name="Kết luận 5").click()
    expect(page).to_have_url(f"{site.url}{NOTICE}#kl-5")
    page.go_back()
    expect(page.get_by_label("Giao cho cơ quan")).to_have_value(HOLDER)
    expect(page.locator(POINTS)).to_have_count(1)


def test_a_body_s_page_leads_to_its_tasks_calendar_and_table(page: Page, site: Site) -> None:
    page.goto(f"{site.url}to-chuc/{HOLDER}/")
    page.get_by_role("link", name="việc được giao").click()
    expect(page).to_have_url(f"{site.url}to-chuc/{HOLDER}/duoc-giao/")
    expect(page.locator(".bt-point")).to_have_count(1)
    for name in ("Tệp .ics", "Tải bảng tính"):
        href = page.get_by_role("link", name=name).get_attribute("href")
        assert href is not None
        response = page.request.get(page.url + href.rpartition("/")[2])
        assert response.ok
    page.get_by_role("link", name="Lọc và sắp xếp").click()
    expect(page.locator(POINTS)).to_have_count(1)


def test_without_script_the_register_is_there_by_year_and_month(
    browser: Browser, site: Site
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.url}ket-luan/")
    expect(page.locator("form.bt-filters")).to_be_hidden()
    expect(page.locator(POINTS)).to_have_count(5)
    page.get_by_role("link", name="Năm 2013", exact=True).click()
    page.get_by_role("link", name="Tháng 10").click()
    expect(page.locator(POINTS)).to_have_count(5)
    context.close()


MONTHS = 14
EACH = 9


def write_archive(docs: Path) -> None:
    """Write notices of fourteen months, three a month, with three conclusions each."""
    for slug, name in (("so-mau", "Sở Mẫu tỉnh Thử"), ("vp", "Văn phòng Thử")):
        path = docs / "to-chuc" / f"{slug}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\nname: {name}\n---\n", "utf-8")
    (docs / "index.md").write_text("# Thử\n", "utf-8")
    for number in range(MONTHS * 3):
        month = number // 3
        day = date(2020 + month // 12, month % 12 + 1, number % 3 * 7 + 1)
        # Later documents have earlier last days.
        due = date(2023, 1, 1) - timedelta(days=number)
        path = docs / "van-ban" / str(day.year) / f"{number}-tb.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            f"---\nkind: TB\nnumber: {number}/TB-THU\ntitle: Kết luận thử {number}\ndate: {day}\n"
            "issuer: vp\n---\n\nKết luận:\n\n"
            f'1. Việc một số {number}.\n   {{: to="so-mau" due="{due}" }}\n\n'
            f'2. Giao việc hai số {number}.\n   {{: to="vp" }}\n\n'
            f"3. Thống nhất việc ba số {number}.\n",
            "utf-8",
        )


@pytest.fixture(scope="module")
def large(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    root = tmp_path_factory.mktemp("register")
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
def register(browser: Browser, large: Site) -> Iterator[Page]:
    with guarded(browser, large.url) as guard:
        guard.page.goto(f"{large.url}ket-luan/")
        expect(guard.page.locator("form.bt-filters")).to_be_visible()
        yield guard.page


def numbers(page: Page) -> list[int]:
    """Return the number of the document of every point that is shown."""
    return [int(text.rpartition(" ")[2].rstrip(".")) for text in texts(page)]


def texts(page: Page) -> list[str]:
    return page.locator(".bt-point__text").all_inner_texts()


def test_filters_narrow_and_the_rest_comes_on_demand(register: Page) -> None:
    status = register.locator(STATUS)
    register.get_by_label("Năm ban hành").select_option("2020")
    expect(status).to_have_text("Dưới đây là 40 kết luận, chỉ đạo đầu tiên; còn nữa.")
    more = register.get_by_role("button", name="Xem thêm")
    more.click()
    expect(status).to_have_text("Dưới đây là 80 kết luận, chỉ đạo đầu tiên; còn nữa.")
    expect(register.locator(":focus")).to_have_text("Kết luận 2")
    more.click()
    expect(status).to_have_text("Có 108 kết luận, chỉ đạo.")
    expect(more).to_be_hidden()
    register.get_by_label("Loại việc").select_option("agree")
    expect(status).to_have_text("Có 36 kết luận, chỉ đạo.")
    register.get_by_label("Giao cho cơ quan").select_option("so-mau")
    expect(status).to_have_text("Không có kết luận, chỉ đạo nào như vậy.")
    register.get_by_role("button", name="Bỏ lọc").click()
    expect(status).to_have_text("")
    expect(register).to_have_url(re.compile(r"/ket-luan/$"))


@pytest.mark.parametrize(
    ("order", "first"),
    [("cu", [0, 0, 0, 1]), ("han", [41, 40, 39, 38]), ("han-muon", [0, 1, 2, 3])],
)
def test_every_order_begins_with_the_right_ones(
    register: Page, order: str, first: list[int]
) -> None:
    register.get_by_label("Sắp xếp").select_option(order)
    expect(register.locator(STATUS)).not_to_have_text("")
    assert numbers(register)[:4] == first


def test_only_the_months_that_can_hold_an_answer_are_fetched(register: Page, large: Site) -> None:
    fetched: list[str] = []
    register.on("request", lambda request: fetched.append(request.url.removeprefix(large.url)))
    # Due in the last days of 2022: the documents of January 2020.
    register.get_by_label("Hạn từ ngày").fill("2022-12-30")
    register.get_by_label("Hạn từ ngày").blur()
    expect(register.locator(STATUS)).to_have_text("Có 3 kết luận, chỉ đạo.")
    assert numbers(register) == [2, 1, 0]
    assert [path for path in fetched if path.endswith("ket-luan.json")] == [
        "ket-luan/2020/01/ket-luan.json"
    ]


def test_the_answer_can_be_taken_away_as_a_table(register: Page, tmp_path: Path) -> None:
    register.get_by_label("Giao cho cơ quan").select_option("so-mau")
    expect(register.locator(STATUS)).not_to_have_text("")
    with register.expect_download() as download:
        register.get_by_role("button", name="CSV dấu phẩy").click()
    download.value.save_as(tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == MONTHS * 3
    assert {line["Giao cho"] for line in lines} == {"Sở Mẫu tỉnh Thử"}
    with large_csv(register, tmp_path).open(encoding="utf-8-sig", newline="") as file:
        built = csv.DictReader(file)
        assert built.fieldnames == list(lines[0])
        known = {line["Mã"] for line in built}
    assert known & {line["Mã"] for line in lines}


def large_csv(page: Page, folder: Path) -> Path:
    """Fetch the file of a year that the build made."""
    path = folder / "year.csv"
    path.write_bytes(page.request.get(page.url.partition("?")[0] + "2020/ket-luan-2020.csv").body())
    return path


def test_an_address_brings_its_filters_back(register: Page, large: Site) -> None:
    register.goto(f"{large.url}ket-luan/?loai=agree&sap-xep=cu&nam=2021&la={quote('<b>')}")
    expect(register.locator(STATUS)).to_have_text("Có 6 kết luận, chỉ đạo.")
    expect(register.get_by_label("Sắp xếp")).to_have_value("cu")
    register.goto(f"{large.url}ket-luan/?co-quan=khong-co")
    expect(register.locator(STATUS)).to_have_text("Không có kết luận, chỉ đạo nào như vậy.")


def test_a_form_with_nothing_to_choose_from_goes_and_says_why(
    page: Page, site: Site, guard: Guard
) -> None:
    guard.allow("muc-luc.json")
    page.route("**/ket-luan/muc-luc.json", lambda route: route.fulfill(status=503))
    page.goto(f"{site.url}ket-luan/")
    expect(page.get_by_role("status").filter(has_text="Không tải được")).to_be_visible()
    expect(page.locator("form.bt-filters")).to_be_hidden()
    expect(page.locator(".bt-register__list article").first).to_be_visible()


@pytest.mark.parametrize(
    ("body", "role", "found"),
    [
        ("", "", ["lead", "both", "with", "nobody"]),
        ("a", "", ["lead", "both", "with"]),
        ("b", "", ["both"]),
        ("c", "", []),
        ("a", "chu-tri", ["lead", "both"]),
        ("a", "phoi-hop", ["with"]),
        ("b", "chu-tri", []),
        ("b", "phoi-hop", ["both"]),
        ("", "chu-tri", ["lead", "both"]),
        ("", "phoi-hop", ["both", "with"]),
    ],
)
def test_a_body_s_part_can_be_chosen(
    register: Page, body: str, role: str, found: list[str]
) -> None:
    asked = {"body": body, "role": role} | dict.fromkeys(("person", "year", "kind"), "")
    asked |= {"dueFrom": "", "dueTo": "", "hasDue": False, "order": ""}
    told = {"lead": ("a", ""), "both": ("a", "b"), "with": ("", "a"), "nobody": ("", "")}
    points = [
        {"name": name, "document": {"date": "2020-01-01", "chairs": []}, "kind": "", "due": ""}
        | {"addressees": _addresses(lead), "helpers": _addresses(helping)}
        for name, (lead, helping) in told.items()
    ]
    chosen = register.evaluate(
        """async ([asked, points]) => {
            const { wants } = await import("../assets/bantin/register/query.js");
            return points.filter((point) => wants(asked, point)).map((point) => point.name);
        }""",
        [asked, points],
    )
    assert chosen == found


def _addresses(slug: str) -> list[dict[str, str]]:
    return [{"name": slug, "url": f"to-chuc/{slug}/"}] if slug else []


def test_the_choice_of_a_part_stands_in_the_address(register: Page, large: Site) -> None:
    register.get_by_label("Vai trò được giao").select_option("phoi-hop")
    expect(register.locator(STATUS)).to_have_text("Không có kết luận, chỉ đạo nào như vậy.")
    expect(register).to_have_url(re.compile(r"\?vai-tro=phoi-hop$"))
    register.goto(f"{large.url}ket-luan/?co-quan=vp&vai-tro=chu-tri")
    expect(register.get_by_label("Vai trò được giao")).to_have_value("chu-tri")
    expect(register.locator(STATUS)).to_have_text(
        "Dưới đây là 40 kết luận, chỉ đạo đầu tiên; còn nữa."
    )
