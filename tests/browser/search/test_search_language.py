"""The query language: phrases, what is left out, abbreviations, dates, numbers, and slips."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from bantin.records.models import Body
from bantin.text.slug import slugify
from playwright.sync_api import Browser, Page, expect

from tests.browser.guard import guarded
from tests.browser.search.asking import ask, flat, urls
from tests.browser.search.entries import entry
from tests.browser.search.harness import write_search_site
from tests.browser.serving import serve
from tests.unit.samples import parse

VECTORS = Path(__file__).parents[2] / "vectors"
ORDERED = "tin-tuc/2020/01/thu-tu/"
TURNED = "tin-tuc/2020/02/dao/"
CHAINED = "tin-tuc/2020/03/moc-noi/"
PLAIN = "tin-tuc/2020/04/khong-dau/"
SHORT = "tin-tuc/2019/01/viet-tat/"
LONG = "tin-tuc/2019/02/viet-day-du/"
WOMEN = "tin-tuc/2019/03/phu-nu/"
TWOFOLD = "tin-tuc/2019/04/hai-nghia/"
SAVING = "tin-tuc/2019/05/trung-ten/"
NOTICE_13 = "van-ban/2013/405/"
NOTICE_15 = "van-ban/2015/405/"
DECREE = "van-ban/2020/30/"
PLAN = "van-ban/2014/40/"
ORDER = "van-ban/2016/40/"
ON_THE_DAY = "tin-tuc/2017/08/dung-ngay/"
WRITTEN_OUT = "tin-tuc/2018/01/viet-chu/"
IN_FIGURES = "tin-tuc/2018/02/viet-so/"
IN_THE_MONTH = "tin-tuc/2018/03/thang/"
SCATTERED = "tin-tuc/2018/04/roi-rac/"

ENTRIES = (
    entry(ORDERED, "Tin thử một", day="2020-01-02", text="Nghe kết luận cuộc họp mẫu."),
    entry(TURNED, "Tin thử hai", day="2020-02-02", text="Cuộc họp mẫu nghe kết luận."),
    entry(
        CHAINED,
        "Tin thử ba",
        day="2020-03-02",
        text="Có kết luận cuộc thi. Nêu luận cuộc họp. Mời cuộc họp mẫu.",
    ),
    entry(PLAIN, "Tin thu bon", day="2020-04-02", text="Nghe ket luan cuoc hop mau."),
    entry(SHORT, "Bài viết gọn", day="2019-01-02", text="Cuối bài nhắc UBND và HMX giao đất."),
    entry(
        LONG, "Ủy ban nhân dân giao đất trống", day="2019-02-02", text="Có Hội Mẫu Xanh cùng dự."
    ),
    entry(WOMEN, "Chuyện nhà", day="2019-03-02", text="Việc vì sự tiến bộ của phụ nữ còn dài."),
    entry(TWOFOLD, "Hai nghĩa", day="2019-04-02", text="Ban Chỉ huy và Ban Chấp hành."),
    entry(SAVING, "Quỹ nhà", day="2019-05-02", text="Hội đồng nhân dân và Hiệp đoàn Nông dân."),
    entry(NOTICE_13, "Báo mẫu cũ", kind="Thông báo", number="405/TB-VP.UBND", day="2013-10-17"),
    entry(NOTICE_15, "Báo mẫu mới", kind="Thông báo", number="405/TB-VP.UBND", day="2015-04-02"),
    entry(DECREE, "Quy định mẫu", kind="Nghị định", number="30/2020/NĐ-CP", day="2020-03-05"),
    entry(PLAN, "Việc mẫu", kind="Kế hoạch", number="40/KH-UBND", day="2014-01-03"),
    entry(ORDER, "Lệnh mẫu", kind="Quyết định", number="40/QĐ-UBND", day="2016-01-03"),
    entry(
        "tin-tuc/2022/01/nhac-so/",
        "Tin nhắc số",
        day="2022-01-02",
        text="Theo số 405 TB VP UBND năm 2013, 405/2013, 30 ND CP, kế hoạch số 40, 40.",
    ),
    entry(ON_THE_DAY, "Ngày hội mẫu", day="2017-08-09", text="Vui chung."),
    entry(
        WRITTEN_OUT,
        "Nhớ lại",
        day="2018-01-02",
        text="Năm ấy có 12 tổ. Từ ngày 09 tháng 8 năm 2017 đã khác.",
    ),
    entry(IN_FIGURES, "Bảng kê", day="2018-02-02", text="Chốt 09-8-2017, in sau đó."),
    entry(IN_THE_MONTH, "Bản tính", day="2018-03-02", text="Số liệu tháng 8/2017."),
    entry(SCATTERED, "Lẻ tẻ", day="2018-04-02", text="Có 9 đội, 8 xe, năm 2017 mua."),
)


def body(name: str, short_name: str) -> Body:
    record = parse(
        f"to-chuc/{slugify(short_name)}.md",
        f"---\nname: {name}\nshort_names:\n  - {short_name}\n---\n",
    )
    assert isinstance(record, Body)
    return record


BODIES = (body("Hội Mẫu Xanh", "HMX"), body("Hiệp đoàn Nông dân", "HĐND"))


@pytest.fixture(scope="module")
def language_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("language")
    write_search_site(folder, ENTRIES, bodies=BODIES)
    with serve(folder) as url:
        yield url


@pytest.fixture(scope="module")
def asking(browser: Browser, language_site: str) -> Iterator[Page]:
    """One page that only asks."""
    with guarded(browser, language_site) as guard:
        guard.page.goto("")
        yield guard.page


@pytest.fixture
def site_page(browser: Browser, language_site: str) -> Iterator[Page]:
    with guarded(browser, language_site) as guard:
        yield guard.page


def found(page: Page, query: str, **options: object) -> set[str]:
    answer = ask(page, query, limit=50, **options)
    assert answer["total"] == len(answer["hits"])
    return set(urls(answer))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ('"kết luận cuộc họp"', {ORDERED, PLAIN}),
        ("“kết luận cuộc họp”", {ORDERED, PLAIN}),
        ('"ket luan cuoc hop"', {ORDERED, PLAIN}),
        ('"cuộc họp mẫu"', {ORDERED, TURNED, CHAINED, PLAIN}),
        ('"kết luận cuộc"', {ORDERED, CHAINED, PLAIN}),
        ('"cuộc họp" "kết luận cuộc"', {ORDERED, CHAINED, PLAIN}),
        ('"họp cuộc"', set()),
        ('"kệt luận"', {PLAIN}),
        ('"tin thử" thi', {CHAINED}),
        ('"họp"', {ORDERED, TURNED, CHAINED, PLAIN}),
        ('"hộp"', {PLAIN}),
        ('"ngày 09 tháng 8 năm 2017 đã"', {WRITTEN_OUT}),
        ('"từ ngày 9/8/2017"', set()),
        ('chốt "09-8-2017"', {IN_FIGURES}),
    ],
)
def test_phrase_stands_side_by_side_and_in_order(
    asking: Page, query: str, expected: set[str]
) -> None:
    assert found(asking, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("họp -thi", {ORDERED, TURNED, PLAIN}),
        ('họp -"kết luận cuộc"', {TURNED, PLAIN}),
        ('họp -"ket luan cuoc"', {TURNED}),
        ('họp -"kết luận cuộc họp"', {TURNED, CHAINED, PLAIN}),
        ("họp -kết-luận", {PLAIN}),
        ('"kết luận" -cuộc -thi', {PLAIN}),
        ("họp - thi", {CHAINED}),
    ],
)
def test_hyphen_in_front_leaves_out(asking: Page, query: str, expected: set[str]) -> None:
    assert found(asking, query) == expected


def test_marks_asked_for_come_first_in_a_phrase(asking: Page) -> None:
    assert urls(ask(asking, '"kết luận cuộc họp"')) == [ORDERED, PLAIN]


def test_phrase_not_closed_yet_may_go_on(asking: Page) -> None:
    assert found(asking, '"kết luận cuộc h', prefix=True) == {ORDERED, CHAINED, PLAIN}


def test_nothing_but_what_is_left_out_asks_for_more(asking: Page) -> None:
    answer = ask(asking, '-họp -"kết luận"')
    assert (answer["total"], answer["aimless"]) == (0, True)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("UBND giao đất", [SHORT, LONG]),
        ("ủy ban nhân dân giao đất", [LONG, SHORT]),
        ("uy ban nhan dan giao dat", [LONG, SHORT]),
        ("VSTBCPN", [WOMEN]),
        ("hmx", [SHORT, LONG]),
        ("hội mẫu xanh", [LONG, SHORT]),
        ("UBND hội mẫu xanh", [LONG, SHORT]),
        ("ubnd hmx 2019", [SHORT, LONG]),
    ],
)
def test_short_and_long_forms_find_each_other_literal_ones_first(
    asking: Page, query: str, expected: list[str]
) -> None:
    answer = ask(asking, query)
    assert urls(answer) == expected
    assert not answer["partial"]


@pytest.mark.parametrize("query", ["BCH", "HĐND"])
def test_short_form_of_several_things_is_not_written_out(asking: Page, query: str) -> None:
    assert ask(asking, query)["total"] == 0


def test_archive_without_short_forms_is_searched_all_the_same(
    browser: Browser, tmp_path: Path
) -> None:
    write_search_site(tmp_path, ENTRIES)
    tmp_path.joinpath("tim-kiem", "viet-tat.json").unlink()
    with serve(tmp_path) as url, guarded(browser, url) as guard:
        guard.allow("404")
        guard.page.goto("")
        assert urls(ask(guard.page, "UBND giao đất")) == [SHORT, LONG]


def test_date_vectors_hold_in_the_browser(asking: Page) -> None:
    vectors = json.loads(VECTORS.joinpath("dates.json").read_text(encoding="utf-8"))["dates"]
    found = asking.evaluate(
        """async (texts) => {
            const { readDates } = await import("./assets/bantin/search/dates.js");
            return texts.map((text) => readDates(text).flatMap(({ terms }) => terms));
        }""",
        [text for text, _ in vectors],
    )
    assert found == [terms for _, terms in vectors]


@pytest.mark.parametrize(
    "query",
    [
        "9/8/2017",
        "09/08/2017",
        "09-08-2017",
        "9.8.2017",
        "ngày 9 tháng 8 năm 2017",
        "ngay 9 thang 8 nam 2017",
    ],
)
def test_ways_to_write_a_date_meet_the_own_date_first(asking: Page, query: str) -> None:
    answer = ask(asking, query)
    assert urls(answer)[0] == ON_THE_DAY
    assert set(urls(answer)) == {ON_THE_DAY, WRITTEN_OUT, IN_FIGURES}


@pytest.mark.parametrize("query", ["8/2017", "tháng 8 năm 2017", "thang 8/2017", "08-2017"])
def test_month_meets_its_days_and_other_ways_to_write_it(asking: Page, query: str) -> None:
    assert set(urls(ask(asking, query))) == {ON_THE_DAY, WRITTEN_OUT, IN_FIGURES, IN_THE_MONTH}


def test_date_narrows_other_words(asking: Page) -> None:
    assert urls(ask(asking, "bảng kê ngày 9/8/2017")) == [IN_FIGURES]


def test_date_is_marked_as_it_is_written(asking: Page) -> None:
    snippets = {hit["url"]: flat(hit["snippet"]) for hit in ask(asking, "9/8/2017")["hits"]}
    assert "ngày [09 tháng 8 năm 2017] đã khác" in snippets[WRITTEN_OUT]
    assert "Chốt [09-8-2017]," in snippets[IN_FIGURES]


def test_citation_vectors_hold_in_the_browser(asking: Page) -> None:
    vectors = json.loads(VECTORS.joinpath("citations.json").read_text(encoding="utf-8"))
    found = asking.evaluate(
        """async (texts) => {
            const { readCitation } = await import("./assets/bantin/search/citations.js");
            return texts.map((text) => {
                const found = readCitation(text);
                return found && [found.serial, found.year, found.symbol];
            });
        }""",
        [text for text, _ in vectors["citations"]],
    )
    assert found == [parts for _, parts in vectors["citations"]]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("405/tb-vp.ubnd", [NOTICE_15, NOTICE_13]),
        ("405 TB VPUBND", [NOTICE_15, NOTICE_13]),
        ("405-TB", [NOTICE_15, NOTICE_13]),
        ("405 tb", [NOTICE_15, NOTICE_13]),
        ("405 -TB", [NOTICE_15, NOTICE_13]),
        ("số 405", [NOTICE_15, NOTICE_13]),
        ("so 405", [NOTICE_15, NOTICE_13]),
        ("405", [NOTICE_15, NOTICE_13]),
        ("405/2013", [NOTICE_13]),
        ("405-2013", [NOTICE_13]),
        ("405 2013", [NOTICE_13]),
        ("số 405 năm 2013", [NOTICE_13]),
        ("405/2013/TB-VP.UBND", [NOTICE_13]),
        ("405/TB-VP.UBND ngày 17/10/2013", [NOTICE_13]),
        ("thông báo số 405/TB-VPUBND năm 2013", [NOTICE_13]),
        ("405/TB-VP.UBND/2099", [NOTICE_15]),
        ("30/2020/NĐ-CP", [DECREE]),
        ("30/2020/ND-CP", [DECREE]),
        ("30/NĐ-CP", [DECREE]),
        ("30 nd cp", [DECREE]),
        ("nghị định 30/2020", [DECREE]),
        ("nghị định số 30", [DECREE]),
        ("kế hoạch số 40", [PLAN]),
        ("quyết định số 40", [ORDER]),
        ("40/KH", [PLAN]),
    ],
)
def test_number_leads_to_its_document_however_it_is_written(
    asking: Page, query: str, first: list[str]
) -> None:
    assert urls(ask(asking, query))[: len(first)] == first


def test_number_in_a_sentence_of_others_is_no_serial(asking: Page) -> None:
    assert urls(ask(asking, "Tin nhắc 405"))[0] == "tin-tuc/2022/01/nhac-so/"


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("hội mẫu xnah", "hội mẫu xanh"),
        ("hoi mau xanhh", "hoi mau xanh"),
        ("hội mẫuxanh", "hội mẫu xanh"),
        ("nhan danhuyen", ""),
        ("hội mẫ u xanh", "hội mẫu xanh"),
        ("hội mãu xanh", "hội mẫu xanh"),
        ("sự tiến bô của phụ nữa", "sự tiến bộ của phụ nữ"),
        ("hiẽp", "hiệp"),
        ('"xanh mẫu hội"', "xanh mẫu hội"),
        ("hội mẫu xanh", ""),
        ("hoi mau xanh", ""),
        ("zxqj", ""),
    ],
)
def test_nearest_query_that_finds_something_is_offered(
    asking: Page, query: str, meant: str
) -> None:
    assert ask(asking, query)["suggestion"] == meant


def test_offer_is_a_link_on_the_page_and_an_option_in_the_box(site_page: Page) -> None:
    page = site_page
    page.goto("tim-kiem/?q=h%E1%BB%99i+m%E1%BA%ABu+xnah")
    status = page.locator(".bt-search-page__status")
    expect(status).to_contain_text("Có phải bạn tìm: hội mẫu xanh?")
    status.get_by_role("link", name="hội mẫu xanh").click()
    expect(status).to_have_text("Có 2 kết quả cho “hội mẫu xanh”.")
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("zxhội mẫu")
    page.get_by_role("combobox").fill("mẫu xnah")
    expect(page.locator(".bt-search [role=status]")).to_contain_text("mẫu xanh?")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#bt-search-page-q")).to_have_value("mẫu xanh")
