"""What results are chosen among in the tests of facets, and how a test reads the form."""

from __future__ import annotations

from bantin.records.models import Body, Person, Section
from bantin.search import CHAIRS, NAMED, SIGNS, Facets, NamedTerm, Participant, SearchEntry
from playwright.sync_api import Page, expect

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
HEALTH = NamedTerm("linh-vuc", "y-te", "Y tế")
SCHOOL = NamedTerm("linh-vuc", "giao-duc", "Giáo dục")


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
        Facets("doi-song", ("uy-ban-moi",), "1-9", (OTHER_AN,), views=900, terms=(HEALTH,)),
        "Chuyện hồ nước trong mùa khô.",
    ),
    entry(
        "tin-tuc/c/",
        "Tin hồ C",
        "Tin tức",
        "2021-03-01",
        Facets(
            "chi-dao",
            ("so-thu", "phong-thu"),
            "1-3",
            has_files=True,
            views=7,
            terms=(HEALTH._replace(name="Y TẾ"), SCHOOL),
        ),
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
            terms=(HEALTH,),
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
