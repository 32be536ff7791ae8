"""Results chosen by kind, section, body and year, put in order, shared, kept, saved, printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bantin.outputs.search import CHAIRS, NAMED, SIGNS, Facets, Participant, SearchEntry
from bantin.records.models import Body, Person, Section
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.guard import Guard, guarded
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve
from tests.unit.samples import parse


def body(slug: str, name: str, more: str = "") -> Body:
    record = parse(f"to-chuc/{slug}.md", f"---\nname: {name}\n{more}\n---\n")
    assert isinstance(record, Body)
    return record


def section(slug: str, name: str) -> Section:
    record = parse(f"chuyen-muc/{slug}.md", f"---\nname: {name}\n---\n")
    assert isinstance(record, Section)
    return record


def person(slug: str, name: str, note: str) -> Person:
    record = parse(f"nguoi/{slug}.md", f"---\nname: {name}\nnote: {note}\n---\n")
    assert isinstance(record, Person)
    return record


# The office stands below the new committee, its room below the office.
BODIES = (
    body("uy-ban-cu", "Ủy ban thử cũ", "succeeded_by: uy-ban-moi"),
    body("uy-ban-moi", "Ủy ban thử mới"),
    body("so-thu", "Sở thử nghiệm", "parent: uy-ban-moi"),
    body("phong-thu", "Phòng thử nghiệm", "parent: so-thu"),
)
SECTIONS = (
    section("chi-dao", "Chỉ đạo"),
    section("doi-song", "Đời sống"),
    section("trong", "Mục chưa có bài"),
)
AN = Participant("le-an", "Lê An", CHAIRS)
OTHER_AN = Participant("le-an-2", "Lê An", NAMED)
BINH = Participant("vo-binh", "Võ Bình", SIGNS)


def entry(
    url: str, title: str, kind: str, day: str, facets: Facets, text: str = "Chuyện hồ nước."
) -> SearchEntry:
    return SearchEntry(url, title, kind, "", day, (), "", text, facets=facets)


ENTRIES = (
    entry(
        "tin-tuc/a/",
        "Tin hồ A",
        "Tin tức",
        "2019-03-01",
        Facets("chi-dao", ("uy-ban-cu",), "1-9", (AN, BINH._replace(roles=NAMED)), views=50),
    ),
    entry(
        "tin-tuc/b/",
        "Tin hồ B",
        "Tin tức",
        "2020-03-01",
        Facets("doi-song", ("uy-ban-moi",), "1-9", (OTHER_AN,), views=900),
        "Chuyện hồ nước trong mùa khô.",
    ),
    entry(
        "tin-tuc/c/",
        "Tin hồ C",
        "Tin tức",
        "2021-03-01",
        Facets("chi-dao", ("so-thu", "phong-thu"), "1-3", has_files=True, views=7),
    ),
    entry(
        "van-ban/d/",
        "Thông báo hồ D",
        "Thông báo",
        "2021-05-01",
        Facets(
            None,
            ("uy-ban-moi", "so-thu"),
            "1-12",
            (AN._replace(roles=NAMED), BINH),
            has_conclusions=True,
            has_files=True,
        ),
    ),
    entry(
        "to-chuc/uy-ban-moi/",
        "Ủy ban thử mới",
        "Cơ quan",
        "",
        Facets(None, ("uy-ban-moi",)),
        "Quản lý hồ.",
    ),
    *(
        entry(
            f"tin-tuc/gan-{n}/",
            f"Mưa rào {n}",
            "Tin tức",
            "2015-06-01",
            Facets("doi-song"),
            "Mưa rào.",
        )
        for n in range(25)
    ),
    entry(
        "tin-tuc/xa/",
        "Rào gỗ sau mưa",
        "Tin tức",
        "2016-06-01",
        Facets("chi-dao", people=(Participant("le-an-3", "Lê An", NAMED),)),
        "Mưa lớn, rào đổ.",
    ),
)
PEOPLE = (person("le-an-2", "Lê An", "Sở thử nghiệm"),)


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("facets")
    write_search_site(folder, ENTRIES, bodies=BODIES, sections=SECTIONS, people=PEOPLE)
    with serve(folder) as address:
        yield address


@pytest.fixture
def guard(browser: Browser, url: str) -> Iterator[Guard]:
    with guarded(browser, url) as guard:
        yield guard


@pytest.fixture
def page(guard: Guard) -> Page:
    return guard.page


def open_filters(page: Page) -> None:
    page.locator(".bt-search-page__refine summary").click()


def titles(page: Page) -> list[str]:
    return page.locator(".bt-hit__title").all_text_contents()


def expect_told(page: Page, told: str) -> None:
    expect(page.locator(".bt-search-page__status")).to_have_text(told)


def expect_noted(page: Page, told: str) -> None:
    expect(page.locator(".bt-search-page__note")).to_have_text(told)


def options(page: Page, label: str) -> list[str]:
    return page.get_by_label(label).locator("option").all_text_contents()


def test_columns_are_fetched_only_by_who_chooses(page: Page, url: str) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    expect(page.locator(".bt-hit")).to_have_count(5)
    blocks = page.evaluate(
        """async () => {
          const { columns } = await (await fetch("muc-luc.json")).json();
          const names = columns.filter((one) => typeof one === "string");
          const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
          return names.filter((one) => fetched.some((name) => name.includes(one))).length;
        }"""
    )
    assert blocks == 0


def test_counts_stand_beside_each_choice(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    assert options(page, "Loại trang") == ["Tất cả", "Cơ quan (1)", "Thông báo (1)", "Tin tức (3)"]
    assert options(page, "Chuyên mục") == ["Tất cả", "Chỉ đạo (2)", "Đời sống (1)"]
    assert options(page, "Từ năm") == ["Bất kỳ", "2021 (2)", "2020 (3)", "2019 (4)"]
    assert options(page, "Đến năm") == ["Bất kỳ", "2021 (4)", "2020 (2)", "2019 (1)"]
    expect(page.get_by_label("Có kết luận")).to_have_accessible_name("Có kết luận (1)")
    expect(page.get_by_label("Có tệp đính kèm")).to_have_accessible_name("Có tệp đính kèm (2)")


def test_several_choices_hold_at_once_and_count_for_each_other(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    page.get_by_label("Loại trang").select_option("tin-tuc")
    expect_told(page, "Có 3 kết quả cho “hồ” (Tin tức), phù hợp nhất trước.")
    page.get_by_label("Từ năm").select_option("2020")
    expect_told(page, "Có 2 kết quả cho “hồ” (Tin tức; từ năm 2020), phù hợp nhất trước.")
    # What the other choices keep out is not counted; what this one keeps out is.
    assert options(page, "Chuyên mục") == ["Tất cả", "Chỉ đạo (1)", "Đời sống (1)"]
    assert options(page, "Loại trang") == ["Tất cả", "Thông báo (1)", "Tin tức (2)"]
    page.get_by_label("Có tệp đính kèm").check()
    expect(page.locator(".bt-hit__title")).to_have_text(["Tin hồ C"])
    page.get_by_role("button", name="Bỏ lọc").click()
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    expect(page).to_have_url(re.compile(r"\?q=h%E1%BB%93$"))


def test_body_holds_what_those_below_it_and_before_it_did(page: Page) -> None:
    page.goto("tim-kiem/")
    open_filters(page)
    field = page.get_by_label("Cơ quan")
    offered = page.locator("#tim-cac-co-quan option")
    expect(offered).to_have_count(4)
    # The notice concerns two of one family, and counts once with their common head.
    labels = offered.evaluate_all("options => options.map((option) => option.label)")
    assert labels == [
        "Ủy ban thử mới (5)",
        "Sở thử nghiệm (2)",
        "Phòng thử nghiệm (1)",
        "Ủy ban thử cũ (1)",
    ]
    field.fill("uy ban thu moi")
    field.press("Enter")
    expect_told(page, "Có 5 kết quả (Ủy ban thử mới), mới nhất trước.")
    assert titles(page) == [
        "Thông báo hồ D",
        "Tin hồ C",
        "Tin hồ B",
        "Tin hồ A",
        "Ủy ban thử mới",
    ]
    expect(page).to_have_url(re.compile(r"\?co-quan=uy-ban-moi$"))
    field.fill("không có cơ quan này")
    field.press("Enter")
    expect(page.locator("#tim-co-quan-ghi-chu")).to_have_text(
        "Chưa có cơ quan nào tên như vậy: hãy chọn một tên trong danh sách."
    )


def test_address_alone_gives_the_same_results(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&co-quan=so-thu&tu-nam=2021&den-nam=2021&sap-xep=cu")
    expect_told(page, "Có 2 kết quả cho “hồ” (Sở thử nghiệm; năm 2021), cũ nhất trước.")
    assert titles(page) == ["Tin hồ C", "Thông báo hồ D"]
    expect(page.get_by_label("Cơ quan")).to_have_value("Sở thử nghiệm")
    expect(page.get_by_label("Đến năm")).to_have_value("2021")


@pytest.mark.parametrize(
    ("order", "first"),
    [
        ("moi", ["Thông báo hồ D", "Tin hồ C", "Tin hồ B"]),
        ("cu", ["Ủy ban thử mới", "Tin hồ A", "Tin hồ B"]),
        ("xem", ["Tin hồ B", "Tin hồ A", "Tin hồ C"]),
    ],
)
def test_results_come_in_the_order_asked_for(page: Page, order: str, first: list[str]) -> None:
    page.goto(f"tim-kiem/?q=h%E1%BB%93&sap-xep={order}")
    expect(page.locator(".bt-hit")).to_have_count(5)
    assert titles(page)[:3] == first


def test_words_apart_are_counted_where_results_are_chosen(page: Page) -> None:
    """The engine stops at words side by side where these are many; who chooses wants all."""
    page.goto("tim-kiem/?q=m%C6%B0a+r%C3%A0o")
    expect_told(page, "Có 25 kết quả cho “mưa rào”.")
    open_filters(page)
    expect_told(page, "Có 26 kết quả cho “mưa rào”, phù hợp nhất trước.")
    page.get_by_label("Chuyên mục").select_option("chi-dao")
    expect(page.locator(".bt-hit__title")).to_have_text(["Rào gỗ sau mưa"])


def test_count_of_an_unfinished_word_is_a_guess(page: Page) -> None:
    page.goto("tim-kiem/")
    open_filters(page)
    page.locator("#bt-search-page-q").press_sequentially("thông bá")
    expect_told(page, "Có khoảng 1 kết quả cho “thông bá”, phù hợp nhất trước.")


def test_results_are_saved_as_a_table(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=thong-bao")
    with page.expect_download() as download:
        page.get_by_role("button", name="Tải kết quả (CSV)").click()
    text = Path(download.value.path()).read_text("utf-8-sig")
    head, line = text.splitlines()
    assert head == 'Ngày,Loại,"Số, ký hiệu",Tiêu đề,Địa chỉ'
    assert line.startswith("2021-05-01,Thông báo,,Thông báo hồ D,http://")
    expect_noted(page, "Đã tải 1 kết quả.")


def test_search_is_kept_in_the_browser_and_dropped(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=tin-tuc")
    page.get_by_role("button", name="Lưu tìm kiếm này").click()
    expect_noted(page, "Đã lưu tìm kiếm “hồ · Tin tức” trên trình duyệt này.")
    expect_told(page, "Có 3 kết quả cho “hồ” (Tin tức), phù hợp nhất trước.")
    page.goto("tim-kiem/")
    page.get_by_role("link", name="hồ · Tin tức").click()
    expect(page.locator(".bt-hit")).to_have_count(3)
    drop = page.get_by_role("button", name="Xóa tìm kiếm đã lưu: hồ · Tin tức")
    drop.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bt-search-page__saved")).to_be_hidden()
    expect(page.get_by_role("button", name="Lưu tìm kiếm này")).to_be_focused()
    page.reload()
    expect(page.locator(".bt-search-page__saved")).to_be_hidden()


def test_list_is_printed_without_its_form(page: Page) -> None:
    page.goto("tim-kiem/?q=m%C6%B0a+r%C3%A0o")
    expect(page.locator(".bt-hit")).to_have_count(10)
    page.evaluate(
        "window.print = () => (window.printed = document.querySelectorAll('.bt-hit').length)"
    )
    page.get_by_role("button", name="In danh sách").click()
    page.wait_for_function("window.printed === 25")
    page.emulate_media(media="print")
    expect(page.locator(".bt-search-page__refine")).to_be_hidden()
    expect(page.locator(".bt-search-page__tools")).to_be_hidden()
    expect(page.locator(".bt-search-page__status")).to_be_visible()


def test_missing_columns_are_told(guard: Guard, page: Page) -> None:
    guard.allow("/phan/")
    page.goto("tim-kiem/")
    page.route("**/phan/*.bin", lambda route: route.abort())
    open_filters(page)
    expect(page.locator(".bt-search-page__status")).to_contain_text(
        "Không tải được dữ liệu tìm kiếm"
    )


def test_form_fits_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=tin-tuc&tu-nam=2019&tu-thang=2&vai-tro=chu-tri")
    expect(page.locator(".bt-hit")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def choose_year(page: Page, which: str, year: str, month: str = "") -> None:
    page.get_by_label(f"{which} năm").select_option(year)
    if month:
        page.get_by_label(f"{which} tháng").select_option(month)


def test_period_and_year_find_the_review(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    periods = ["Bất kỳ", "quý I (1)", "9 tháng đầu năm (2)", "cả năm (1)"]
    assert options(page, "Kỳ báo cáo") == periods
    page.get_by_label("Kỳ báo cáo").select_option("1-9")
    choose_year(page, "Từ", "2020")
    expect_told(page, "Có 1 kết quả cho “hồ” (9 tháng đầu năm; từ năm 2020), phù hợp nhất trước.")
    assert titles(page) == ["Tin hồ B"]
    expect(page).to_have_url(re.compile(r"\?q=h%E1%BB%93&ky=1-9&tu-nam=2020$"))
    # What this one keeps out is counted beside the others; what the year keeps out is not.
    periods[2] = "9 tháng đầu năm (1)"
    assert options(page, "Kỳ báo cáo") == periods


def test_months_bound_what_is_found(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect(page.get_by_label("Từ tháng")).to_be_disabled()
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    choose_year(page, "Từ", "2021", "4")
    expect_told(page, "Có 1 kết quả cho “hồ” (từ tháng 4/2021), phù hợp nhất trước.")
    assert titles(page) == ["Thông báo hồ D"]
    # Beside a year stands what there is from April of that year on.
    assert options(page, "Từ năm") == ["Bất kỳ", "2021 (1)", "2020 (2)", "2019 (3)"]
    assert options(page, "Từ tháng")[2:7] == [
        "Tháng 2 (2)",
        "Tháng 3 (2)",
        "Tháng 4 (1)",
        "Tháng 5 (1)",
        "Tháng 6 (0)",
    ]
    choose_year(page, "Từ", "2019")
    choose_year(page, "Đến", "2021", "3")
    expect_told(
        page, "Có 2 kết quả cho “hồ” (từ tháng 4/2019 đến tháng 3/2021), phù hợp nhất trước."
    )
    assert sorted(titles(page)) == ["Tin hồ B", "Tin hồ C"]
    address = page.url
    page.reload()
    expect_told(
        page, "Có 2 kết quả cho “hồ” (từ tháng 4/2019 đến tháng 3/2021), phù hợp nhất trước."
    )
    assert page.url == address
    page.get_by_label("Từ năm").select_option("")
    expect(page.get_by_label("Từ tháng")).to_be_disabled()
    expect_told(page, "Có 3 kết quả cho “hồ” (đến tháng 3/2021), phù hợp nhất trước.")
    assert "tu-thang" not in page.url


def test_year_that_has_nothing_counts_what_lies_beyond(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&tu-nam=2017&den-nam=2030")
    expect_told(page, "Có 4 kết quả cho “hồ” (từ năm 2017 đến năm 2030), phù hợp nhất trước.")
    assert "2017 (4)" in options(page, "Từ năm")
    assert "2030 (4)" in options(page, "Đến năm")


def people_files(page: Page) -> int:
    return int(
        page.evaluate(
            """async () => {
              const { columns } = await (await fetch("muc-luc.json")).json();
              const names = columns.filter((_, at) => at % 4 === 2);
              const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
              return names.filter((one) => fetched.some((name) => name.includes(one))).length;
            }"""
        )
    )


def test_person_is_chosen_with_a_role(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    assert people_files(page) == 0
    assert options(page, "Vai trò")[1] == "Chủ trì cuộc họp"
    field = page.get_by_label("Người")
    field.focus()
    offered = page.locator("#tim-nhung-nguoi option")
    expect(offered).to_have_count(3)
    labels = offered.evaluate_all("options => options.map((option) => option.label)")
    assert labels == ["Lê An (2)", "Võ Bình (2)", "Lê An (Sở thử nghiệm) (1)"]
    assert options(page, "Vai trò") == [
        "Bất kỳ",
        "Chủ trì cuộc họp (1)",
        "Ký văn bản (1)",
        "Được nêu tên (3)",
    ]
    field.fill("lê an")
    field.press("Enter")
    expect(page.locator("#tim-nguoi-ghi-chu")).to_have_text("")
    expect_told(page, "Có 2 kết quả cho “hồ” (Lê An), phù hợp nhất trước.")
    page.get_by_label("Vai trò").select_option("chu-tri")
    expect_told(page, "Có 1 kết quả cho “hồ” (Lê An – chủ trì cuộc họp), phù hợp nhất trước.")
    assert titles(page) == ["Tin hồ A"]
    # How it would be in another role, and who else has this one.
    assert options(page, "Vai trò")[1:] == [
        "Chủ trì cuộc họp (1)",
        "Ký văn bản (0)",
        "Được nêu tên (1)",
    ]
    labels = offered.evaluate_all("options => options.map((option) => option.label)")
    assert labels == ["Lê An (1)"]
    expect(page).to_have_url(re.compile(r"nguoi=le-an&vai-tro=chu-tri$"))
    # Somebody else signed what names her.
    page.get_by_label("Vai trò").select_option("ky")
    expect_told(page, "Không có kết quả nào cho “hồ” (Lê An – ký văn bản).")


def test_role_alone_finds_whoever_has_it(page: Page) -> None:
    page.goto("tim-kiem/?vai-tro=ky")
    expect_told(page, "Có 1 kết quả (ký văn bản), mới nhất trước.")
    assert titles(page) == ["Thông báo hồ D"]


def test_namesakes_are_told_apart(page: Page) -> None:
    page.goto("tim-kiem/?nguoi=le-an-2")
    expect_told(page, "Có 1 kết quả (Lê An (Sở thử nghiệm)), mới nhất trước.")
    assert titles(page) == ["Tin hồ B"]
    field = page.get_by_label("Người")
    expect(field).to_have_value("Lê An (Sở thử nghiệm)")
    field.fill("an")
    field.press("Enter")
    expect(page.locator("#tim-nguoi-ghi-chu")).to_have_text(
        "Có nhiều tên như vậy: hãy gõ thêm, hoặc chọn một tên trong danh sách."
    )


def test_namesake_whom_nobody_describes_is_told_by_the_address(page: Page) -> None:
    page.goto("tim-kiem/?nguoi=le-an-3")
    expect_told(page, "Có 1 kết quả (Lê An (le-an-3)), mới nhất trước.")
    assert titles(page) == ["Rào gỗ sau mưa"]


def test_what_is_chosen_keeps_its_name_where_it_gives_nothing(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&loai=quyet-dinh&chuyen-muc=trong&ky=1-6&co-quan=phong-thu")
    told = "Quyết định; Mục chưa có bài; 6 tháng đầu năm; Phòng thử nghiệm"
    expect_told(page, f"Không có kết quả nào cho “hồ” ({told}).")
    assert "Quyết định (0)" in options(page, "Loại trang")
    assert "Mục chưa có bài (0)" in options(page, "Chuyên mục")
    assert "6 tháng đầu năm (0)" in options(page, "Kỳ báo cáo")


@pytest.mark.parametrize("value", ["2013-10", "x", "20133"])
def test_address_that_names_no_year_chooses_none(page: Page, value: str) -> None:
    page.goto(f"tim-kiem/?q=h%E1%BB%93&loai=tin-tuc&tu-nam={value}")
    expect_told(page, "Có 3 kết quả cho “hồ” (Tin tức), phù hợp nhất trước.")
    assert "tu-nam" not in page.url


def test_choices_count_what_phrases_and_exclusion_leave(page: Page) -> None:
    page.goto('tim-kiem/?q="chuyện hồ" -khô&ky=1-9')
    expect_told(page, 'Có 1 kết quả cho “"chuyện hồ" -khô” (9 tháng đầu năm), phù hợp nhất trước.')
    assert titles(page) == ["Tin hồ A"]
    # The page of the committee has other words, B has the one left out.
    assert options(page, "Kỳ báo cáo") == [
        "Bất kỳ",
        "quý I (1)",
        "9 tháng đầu năm (1)",
        "cả năm (1)",
    ]


def test_who_only_leaves_out_chooses_among_the_rest(page: Page) -> None:
    page.goto("tim-kiem/?q=-h%E1%BB%93&chuyen-muc=chi-dao")
    expect_told(page, "Có 1 kết quả cho “-hồ” (Chỉ đạo), mới nhất trước.")
    assert titles(page) == ["Rào gỗ sau mưa"]
    page.get_by_role("button", name="Bỏ lọc").click()
    expect_told(page, "Đây mới là từ cần loại bỏ. Hãy gõ thêm từ cần tìm.")


def test_order_says_what_it_is_without_a_query(page: Page) -> None:
    page.goto("tim-kiem/?loai=tin-tuc")
    expect_told(page, "Có 29 kết quả (Tin tức), mới nhất trước.")
    default = page.locator("#tim-sap-xep option").first
    assert default.text_content() == "Mới nhất trước (chưa có từ cần tìm)"
    page.locator("#bt-search-page-q").fill("hồ")
    page.keyboard.press("Enter")
    expect_told(page, "Có 3 kết quả cho “hồ” (Tin tức), phù hợp nhất trước.")
    assert default.text_content() == "Phù hợp nhất trước"


def test_offered_query_keeps_the_choices(page: Page) -> None:
    page.goto("tim-kiem/?q=chuy%E1%BB%87nn&loai=tin-tuc&tu-nam=2019&tu-thang=3&sap-xep=cu")
    offer = page.locator(".bt-search__offer")
    expect(offer).to_have_text("chuyện")
    offer.click()
    expect_told(page, "Có 3 kết quả cho “chuyện” (Tin tức; từ tháng 3/2019), cũ nhất trước.")


def test_paper_tells_that_it_is_not_all(page: Page) -> None:
    page.goto("tim-kiem/?q=m%C6%B0a+r%C3%A0o&loai=tin-tuc")
    expect(page.locator(".bt-hit")).to_have_count(10)
    paper = page.locator(".bt-search-page__paper")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(paper).to_be_hidden()
    page.emulate_media(media="print")
    expect(paper).to_be_visible()
    today = f"{date.today():%d/%m/%Y}"
    expect(paper).to_contain_text(f"Chỉ in 10 kết quả đầu trong số 26. In ngày {today} từ http://")
    expect(paper).to_contain_text("?q=mưa+rào&loai=tin-tuc")
    expect(page.locator(".bt-search-page__status")).to_contain_text("“mưa rào” (Tin tức)")
    page.emulate_media(media="screen")
    for shown in (20, 26):
        page.get_by_role("button", name="Xem thêm kết quả").click()
        expect(page.locator(".bt-hit")).to_have_count(shown)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(paper).to_contain_text(re.compile(r"^In ngày"))


def test_form_is_used_by_keyboard_alone(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    page.locator(".bt-search-page__refine summary").focus()
    page.keyboard.press("Enter")
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    seen = []
    for _ in range(20):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("document.activeElement.name || document.activeElement.type"))
        if seen[-1] == "tu-nam":
            page.keyboard.press("2")
            page.keyboard.press("0")
            page.keyboard.press("2")
            page.keyboard.press("1")
            expect(page.get_by_label("Từ tháng")).to_be_enabled()
    fields = """loai chuyen-muc co-quan ky nguoi vai-tro ket-luan tep tu-nam tu-thang den-nam
        sap-xep submit reset""".split()
    assert seen[: len(fields)] == fields
    expect_told(page, "Có 2 kết quả cho “hồ” (từ năm 2021), phù hợp nhất trước.")


def test_name_typed_before_the_names_are_there_is_chosen_with_them(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    waiting: list[Route] = []
    page.route("**/phan/*.bin", lambda route: waiting.append(route))
    field = page.get_by_label("Người")
    field.fill("vo binh")
    field.press("Enter")
    note = page.locator("#tim-nguoi-ghi-chu")
    expect(note).to_have_text("Đang tải danh sách tên…")
    # Lets go what waits.
    page.unroute("**/phan/*.bin")
    expect_told(page, "Có 2 kết quả cho “hồ” (Võ Bình), phù hợp nhất trước.")
    expect(note).to_have_text("")
