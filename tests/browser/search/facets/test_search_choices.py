"""Choosing by period, month, person and role, and what is said of choices."""

from __future__ import annotations

import re
from datetime import date

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.search.facets.choosing import (
    expect_told,
    open_filters,
    options,
    titles,
)


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
    expect(page).not_to_have_url(re.compile("tu-thang"))


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
    expect(page).not_to_have_url(re.compile("tu-nam"))


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
    fields = """loai chuyen-muc linh-vuc co-quan ky nguoi vai-tro ket-luan tep tu-nam tu-thang
        den-nam sap-xep submit reset""".split()
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


def test_field_is_chosen_from_those_there_are(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93")
    open_filters(page)
    expect_told(page, "Có 5 kết quả cho “hồ”, phù hợp nhất trước.")
    assert options(page, "Lĩnh vực") == ["Tất cả", "Giáo dục (1)", "Y tế (3)"]
    page.get_by_label("Lĩnh vực").select_option("y-te")
    expect_told(page, "Có 3 kết quả cho “hồ” (Y tế), phù hợp nhất trước.")
    assert sorted(titles(page)) == ["Thông báo hồ D", "Tin hồ B", "Tin hồ C"]
    expect(page).to_have_url(re.compile(r"\?q=h%E1%BB%93&linh-vuc=y-te$"))
    page.get_by_label("Loại trang").select_option("tin-tuc")
    expect_told(page, "Có 2 kết quả cho “hồ” (Tin tức; Y tế), phù hợp nhất trước.")
    assert options(page, "Lĩnh vực") == ["Tất cả", "Giáo dục (1)", "Y tế (2)"]
    address = page.url
    page.reload()
    expect_told(page, "Có 2 kết quả cho “hồ” (Tin tức; Y tế), phù hợp nhất trước.")
    assert page.url == address


def test_field_that_nothing_is_in_is_told_of_and_no_field_is_no_list(page: Page) -> None:
    page.goto("tim-kiem/?q=h%E1%BB%93&linh-vuc=dat-dai")
    expect_told(page, "Không có kết quả nào cho “hồ” (dat-dai).")
    page.goto("tim-kiem/?q=r%C3%A0o")
    open_filters(page)
    expect(page.get_by_label("Lĩnh vực")).to_be_hidden()
    expect(page.get_by_label("Chuyên mục")).to_be_visible()
