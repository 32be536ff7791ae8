"""A document in its form on paper, printed and on screen, against the ranges of the decree.

Source: Decree 30/2020/NĐ-CP, Annex I. Sizes are points, places millimetres.
"""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdf import PageObject, PdfReader

from tests.browser.conftest import PROJECT, Site
from tests.browser.guard import guarded
from tests.browser.serving import serve

NOTICE = "van-ban/2013/405-tb-vp-ubnd/"
MM = 25.4 / 72
HEAD = """place: Mẫu
issuer: van-phong-ubnd-tinh-hau-giang
signer:
  authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH]
  position: PHÓ CHỦ TỊCH
  name: Lê Văn Mẫu
recipients: [Như trên]
"""
LONG = "\n\n".join(f"{n}. " + "Các sở, ban, ngành, địa phương rà soát. " * 8 for n in range(1, 25))
DOCUMENTS = {
    "2024/dai.md": f"kind: KH\nnumber: 5/KH-VP\ntitle: Kế hoạch mẫu\ndate: 2024-02-05\n{HEAD}"
    f"summary: Tóm tắt của ban biên tập.\nreplaced_by: [9/KH-VP]\n---\n\n{LONG}",
    "2013/dai-cu.md": f"kind: KH\nnumber: 5/KH-VP\ntitle: Cũ\ndate: 2013-02-05\n{HEAD}"
    f"---\n\n{LONG}",
    "2024/thu.md": f"kind: CV\nnumber: 7/VP-VX\ntitle: đôn đốc báo cáo\ndate: 2024-01-15\n{HEAD}"
    "status: withdrawn\n---\n\nKính gửi: Các sở.\n\nĐề nghị báo cáo.\n\n"
    "| Việc | Hạn |\n|---|---|\n| Một | Hai |",
}
PICTURE = "kind: BC\nnumber: 8/BC-VP\ntitle: Biểu đồ\ndate: 2024-03-05\n" + HEAD
DOCUMENTS |= {
    "2024/cao.md": f"{PICTURE}---\n\nBiểu đồ:\n\n![Biểu đồ](cao.png)",
    "2024/cao-cuoi.md": f"{PICTURE.replace('8/', '9/')}---\n\n{LONG}\n\n![Biểu đồ](cao.png)",
    "2024/rong.md": f"{PICTURE.replace('8/', '10/')}---\n\n![Biểu đồ](rong.png)",
}
NEWS = """title: Tin có ảnh cao
date: 2024-03-05
section: SECTION
photos:
  - {src: cao.png, alt: Biểu đồ, caption: Chú thích của ảnh cao}
---

Lời đầu.

![Biểu đồ](cao.png)
"""
NEWS_URL = "tin-tuc/2024/03/anh-cao/"
PICTURES = {"cao.png": (1200, 2600), "rong.png": (2600, 700)}
# Name, selector, smallest and largest size, weight, style, alignment.
PARTS = [
    ("superior", ".bt-form__superior", 12, 13, 400, "normal", "center"),
    ("issuer", ".bt-form__issuer", 12, 13, 700, "normal", "center"),
    ("country", ".bt-form__country", 12, 13, 700, "normal", "center"),
    ("motto", ".bt-form__motto", 13, 14, 700, "normal", "center"),
    ("number", ".bt-form__number", 13, 13, 400, "normal", "center"),
    ("date", ".bt-form__date", 13, 14, 400, "italic", "center"),
    ("kind", ".bt-form__kind", 13, 14, 700, "normal", "center"),
    ("about", "h1", 13, 14, 700, "normal", "center"),
    ("text", ".bt-text > p", 13, 14, 400, "normal", "justify"),
    ("point", ".bt-text li > p", 13, 14, 400, "normal", "justify"),
    ("position", ".bt-signature__authority", 13, 14, 700, "normal", "center"),
    ("signed", ".bt-signature__signed", 13, 14, 400, "normal", "center"),
    ("name", ".bt-signature__name", 13, 14, 700, "normal", "center"),
    ("recipients", ".bt-recipients h2", 12, 12, 700, "italic", "start"),
    ("recipient", ".bt-recipients li", 11, 11, 400, "normal", "start"),
]
MEASURE = """selector => {
  const element = document.querySelector(selector), style = getComputedStyle(element)
  const box = element.getBoundingClientRect(), px = 0.75
  return {size: parseFloat(style.fontSize) * px, weight: +style.fontWeight, style: style.fontStyle,
          align: style.textAlign, family: style.fontFamily, indent: style.textIndent,
          upper: style.textTransform === 'uppercase', gap: parseFloat(style.marginBottom) * px,
          line: parseFloat(style.lineHeight) / parseFloat(style.fontSize),
          left: box.left, right: box.right, top: box.top, bottom: box.bottom,
          middle: (box.left + box.right) / 2}
}"""


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The project's site with invented documents added."""
    root = tmp_path_factory.mktemp("forms")
    shutil.copytree(PROJECT / "docs", root / "docs")
    for name, text in DOCUMENTS.items():
        path = root / "docs/van-ban" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"---\n{text}\n", "utf-8")
    news = root / "docs/tin-tuc/2024/03"
    news.mkdir(parents=True)
    section = next((root / "docs/chuyen-muc").glob("*.md")).stem
    (news / "anh-cao.md").write_text(f"---\n{NEWS.replace('SECTION', section)}", "utf-8")
    for name, size in PICTURES.items():
        for folder in (news, root / "docs/van-ban/2024"):
            Image.new("RGB", size, "#a33").save(folder / name)
    settings = (PROJECT / "mkdocs.yml").read_text("utf-8")
    hooks = (PROJECT / "hooks").as_posix()
    (root / "mkdocs.yml").write_text(re.sub(r"\bhooks/", f"{hooks}/", settings), "utf-8")
    build = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(root / "site")]
    done = subprocess.run(build, cwd=root, capture_output=True, encoding="utf-8", errors="replace")
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(root / "site") as url:
        yield Site(url, root / "site")


@pytest.fixture
def form(browser: Browser, forms: Site) -> Iterator[Page]:
    """A guarded page on the site with the invented documents."""
    with guarded(browser, forms.url) as guard:
        yield guard.page


def measure(page: Page) -> dict[str, Any]:
    # All at once and with the fonts there: one that arrives in between would move what is below.
    page.evaluate("document.body.offsetHeight && document.fonts.ready.then(() => true)")
    measured = f"parts => Object.fromEntries(parts.map(([a, b]) => [a, ({MEASURE})(b)]))"
    return dict(page.evaluate(measured, [part[:2] for part in PARTS]))


def printed(page: Page) -> list[PageObject]:
    content = page.pdf(prefer_css_page_size=True)
    return list(PdfReader(io.BytesIO(content)).pages)


def pictures_of(page: PageObject) -> list[tuple[float, float]]:
    """Return (width, height) of each picture that a printed page shows, in millimetres."""
    found: list[tuple[float, float]] = []

    def visit(operator: bytes, _: object, cm: list[float], __: object) -> None:
        if operator == b"Do":
            found.append((abs(cm[0]) * MM, abs(cm[3]) * MM))

    page.extract_text(visitor_operand_before=visit)
    return found


def words_at(page: PageObject) -> list[tuple[float, float, str]]:
    """Return (from the left, from the top, text) of what a printed page shows."""
    found: list[tuple[float, float, str]] = []
    height = float(page.mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        if text.strip():
            x, y = cm[0] * tm[4] + cm[4], cm[3] * tm[5] + cm[5]
            found.append((x * MM, (height - y) * MM, text.strip()))

    page.extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("media", ["print", "screen"])
def test_each_part_has_the_size_and_style_of_the_decree(page: Page, site: Site, media: str) -> None:
    page.goto(f"{site.url}{NOTICE}{'#ban-giay' if media == 'screen' else ''}")
    page.emulate_media(media="print" if media == "print" else "screen")
    found = measure(page)
    for name, _, smallest, largest, weight, style, align in PARTS:
        part = found[name]
        assert smallest - 0.05 <= part["size"] <= largest + 0.05, (name, part["size"])
        assert (part["weight"], part["style"]) == (weight, style), name
        assert part["align"] == align, name
        assert part["family"].startswith('"Bantin Times", "Times New Roman"'), name
    for name in ("superior", "issuer", "country", "kind", "position"):
        assert found[name]["upper"], name
    assert not any(found[name]["upper"] for name in ("number", "motto", "about", "text"))
    text = found["text"]
    assert 37.5 <= float(text["indent"].removesuffix("px")) <= 48.1  # 1-1.27 cm
    assert text["gap"] >= 5.9
    assert 1.15 <= text["line"] <= 1.73  # 1-1.5 lines of Times


def test_parts_stand_where_the_decree_puts_them(page: Page, site: Site) -> None:
    page.goto(site.url + NOTICE)
    page.emulate_media(media="print")
    at = measure(page)
    for upper, lower in (
        *(("superior", "issuer"), ("issuer", "number"), ("country", "motto"), ("motto", "date")),
        *(("number", "kind"), ("kind", "about"), ("about", "text"), ("text", "point")),
        *(("position", "signed"), ("signed", "name"), ("recipients", "recipient")),
    ):
        assert at[upper]["bottom"] <= at[lower]["top"] + 0.5, (upper, lower)
    for left, right in (("superior", "country"), ("number", "date"), ("recipients", "position")):
        assert at[left]["right"] <= at[right]["left"] + 0.5
        assert abs(at[left]["top"] - at[right]["top"]) < 6
    assert abs(at["number"]["middle"] - at["issuer"]["middle"]) < 1
    assert abs(at["kind"]["middle"] - at["about"]["middle"]) < 1
    assert page.locator(".bt-form__head").inner_text().split("\n\n")[0:2] == [
        "UBND TỈNH HẬU GIANG",
        "VĂN PHÒNG",
    ]
    expect(page.locator(".bt-form__number")).to_have_text("Số: 405/TB-VP.UBND")
    expect(page.locator(".bt-recipients li").last).to_have_text("Lưu: VT, VX.")


def test_an_explained_abbreviation_is_underlined_on_screen_only(page: Page, site: Site) -> None:
    page.goto(site.url + NOTICE)
    line = "getComputedStyle(document.querySelector('.bt-sheet abbr')).borderBottomStyle"
    underline = "getComputedStyle(document.querySelector('.bt-sheet abbr')).textDecorationLine"
    assert (page.evaluate(line), page.evaluate(underline)) != ("none", "none")
    page.emulate_media(media="print")
    assert (page.evaluate(line), page.evaluate(underline)) == ("none", "none")


def test_rules_are_as_long_as_the_decree_says(page: Page, site: Site) -> None:
    page.goto(site.url + NOTICE)
    page.emulate_media(media="print")
    for selector in (".bt-form__issuer", ".bt-sheet h1"):
        share = page.evaluate(
            """selector => {
              const element = document.querySelector(selector)
              const rule = getComputedStyle(element, '::after')
              return parseFloat(rule.width) / element.getBoundingClientRect().width
            }""",
            selector,
        )
        assert 1 / 3 <= share <= 1 / 2, selector
    motto = "document.querySelector('.bt-form__motto')"
    assert float(page.evaluate(f"parseFloat(getComputedStyle({motto}).borderBottomWidth)")) > 0


def test_only_the_document_is_printed_and_where_it_is_from(form: Page, forms: Site) -> None:
    form.goto(f"{forms.url}van-ban/2024/dai/")
    first, *_, last = printed(form)
    # Letters of two files of one face are parted in what is read out of a PDF.
    text = squeezed(first.extract_text() + last.extract_text())
    assert text.startswith(squeezed("Văn bản này đã được thay thế bằng: 9/KH-VP."))
    assert re.search(r"Bảnđiệntử:https://\S+/van-ban/2024/dai/$", text)
    for foreign in ("Tóm tắt", "Thuộc tính", "Trang chủ", "Cùng cơ quan", "Xem như", "In văn bản"):
        assert squeezed(foreign) not in text, foreign


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_printed_pages_are_a4_with_the_margins_of_the_decree(form: Page, forms: Site) -> None:
    form.goto(f"{forms.url}van-ban/2024/dai/")
    pages = printed(form)
    assert len(pages) > 1
    for page in pages:
        assert abs(float(page.mediabox.width) * MM - 210) < 0.5
        assert abs(float(page.mediabox.height) * MM - 297) < 0.5
    places = [place for place in words_at(pages[1]) if place[1] > 20]
    assert 29.5 <= min(x for x, _, _ in places) <= 35
    assert 20 <= min(y for _, y, _ in places) <= 31
    assert max(y for _, y, _ in places) <= 297 - 20


@pytest.mark.parametrize("address", ["van-ban/2024/dai/", "van-ban/2013/dai-cu/"])
def test_pages_are_numbered_from_the_second_where_their_time_put_the_number(
    form: Page, forms: Site, address: str
) -> None:
    form.goto(forms.url + address)
    first, second, *_ = printed(form)
    is_number = re.compile(r"\d+").fullmatch
    outside = [place for place in words_at(first) if place[1] < 20 or place[1] > 277]
    assert outside == []
    (number,) = [
        place
        for place in words_at(second)
        if is_number(place[2]) and (place[1] < 20 or place[1] > 277)
    ]
    x, y, text = number
    assert text == "2"
    if "2024" in address:
        assert y < 20
        assert abs(x - (30 + 195) / 2) < 3
    else:
        assert y > 277
        assert 185 < x < 195


def test_a_letter_names_no_type_and_says_under_its_number_what_it_is_about(
    form: Page, forms: Site
) -> None:
    form.goto(f"{forms.url}van-ban/2024/thu/#ban-giay")
    expect(form.locator(".bt-form__kind")).to_have_count(0)
    expect(form.locator("h1")).to_have_text("V/v đôn đốc báo cáo", use_inner_text=True)
    at = {
        name: form.evaluate(MEASURE, selector)
        for name, selector in {
            "about": "h1",
            "number": ".bt-form__number",
            "date": ".bt-form__date",
            "to": ".bt-text > p",
        }.items()
    }
    assert 11.9 <= at["about"]["size"] <= 13.1
    assert (at["about"]["weight"], at["about"]["style"]) == (400, "normal")
    assert at["about"]["top"] >= at["number"]["bottom"] - 0.5
    assert at["about"]["right"] <= at["date"]["left"]
    assert at["to"]["align"] == "center"
    expect(form.locator(".bt-form__number")).to_have_text("Số: 07/VP-VX")
    expect(form.get_by_text("Văn bản này đã được thu hồi.")).to_be_visible()


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("has_script", [True, False])
def test_sheet_is_white_in_the_dark_and_fits_any_screen_with_and_without_script(
    browser: Browser, forms: Site, width: int, has_script: bool
) -> None:
    context = browser.new_context(
        java_script_enabled=has_script,
        viewport={"width": width, "height": 800},
        color_scheme="dark",
    )
    page = context.new_page()
    page.goto(f"{forms.url}van-ban/2024/thu/")
    button = page.get_by_role("button", name="In văn bản")
    expect(button).to_be_visible() if has_script else expect(button).to_be_hidden()
    page.get_by_role("link", name="Xem như bản giấy").click()
    expect(page).to_have_url(re.compile("#ban-giay$"))
    expect(page.locator(".bt-form__country")).to_be_visible()
    for selector in (".bt-sheet", ".bt-text table"):
        ground = page.locator(selector).evaluate("e => getComputedStyle(e).backgroundColor")
        assert ground in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"), selector
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    # Small letters on a phone, but such as can be read.
    size_px = page.locator(".bt-text > p").first.evaluate(
        "e => parseFloat(getComputedStyle(e).fontSize)"
    )
    assert size_px >= 12
    page.get_by_role("link", name="Trở lại bản dễ đọc").click()
    expect(page.locator(".bt-form__country")).to_be_hidden()
    expect(page.locator("h1")).to_have_text("đôn đốc báo cáo", use_inner_text=True)
    context.close()


def test_keyboard_reaches_the_form_and_the_way_back(page: Page, site: Site) -> None:
    page.goto(site.url + NOTICE)
    way = page.get_by_role("link", name="Xem như bản giấy")
    way.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".bt-form__country")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Trở lại bản dễ đọc")
    page.keyboard.press("Enter")
    expect(page.locator("#noi-dung")).to_be_focused()
    expect(way).to_be_visible()


def test_a_reader_hears_one_form_at_a_time(page: Page, site: Site) -> None:
    page.goto(site.url + NOTICE)
    tree = page.locator("main").aria_snapshot()
    assert "Độc lập" not in tree
    page.goto(f"{site.url}{NOTICE}#ban-giay")
    tree = page.locator("main").aria_snapshot()
    assert tree.count("tham mưu để Thường trực Tỉnh ủy") == 1
    assert tree.count('heading "') == 2  # what it is about, and its recipients
    for once in ("Độc lập - Tự do - Hạnh phúc", "ngày 10 tháng 10 năm 2013"):
        assert tree.count(once) == 1, once


def test_type_of_the_form_is_fetched_only_where_it_shows(page: Page, site: Site) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in (NOTICE, "to-chuc/ubnd-tinh-hau-giang/"):
        page.goto(site.url + address)
        page.evaluate("document.fonts.ready")
    assert not any("tinos" in url for url in asked)
    page.goto(f"{site.url}{NOTICE}#ban-giay")
    page.wait_for_function(
        "[...document.fonts].some(f => f.family.includes('Bantin Times') && f.status === 'loaded')"
    )
    has_times = page.evaluate(
        "new FontFace('x', 'local(\"Times New Roman\")').load().then(() => true, () => false)"
    )
    assert has_times or any("tinos-vietnamese-400-normal" in url for url in asked)
    page.goto(f"{site.url}to-chuc/ubnd-tinh-hau-giang/")
    sheets = "[...document.styleSheets].map(sheet => sheet.href || '')"
    assert not any("document-form" in href for href in page.evaluate(sheets))


@pytest.mark.parametrize(
    "address", [f"van-ban/2024/{name}/" for name in ("cao", "cao-cuoi", "rong")] + [NEWS_URL]
)
def test_a_picture_stands_whole_on_one_printed_page(form: Page, forms: Site, address: str) -> None:
    form.goto(forms.url + address)
    sizes = [size for page in printed(form) for size in pictures_of(page)]
    # A picture that is cut over two pages is drawn on both.
    assert len(sizes) == (2 if address == NEWS_URL else 1)
    wanted = PICTURES["rong.png" if "rong" in address else "cao.png"]
    for width, height in sizes:
        assert height <= 257
        assert width <= 180
        assert width / height == pytest.approx(wanted[0] / wanted[1], rel=0.02)
