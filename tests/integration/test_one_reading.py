"""A text is read once: page, register, calendar, search, feeds, data and checks agree on it.

Each record here is a way in which they once did not.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import pytest
from bantin.catalog.catalog import Catalog
from bantin.checking.check import check_records
from bantin.checking.tree import DocsTree
from bantin.outputs.discovery.search_entries import find_entry

from tests.integration.project import DOCS, Project, page
from tests.unit.rendering.list_shapes import SHAPES

NEWS = "tin-tuc/2026/11"
NOTICES = "van-ban/2026"

ARTICLES = {
    "ghi-chu": """<!--
Chờ duyệt, chưa nêu tên Quoximex.
-->

Sáng 10/11, tỉnh họp. <!-- nếu nợ > 5 tỷ thì nêu Zanbavi --> Họp một buổi.""",
    "chu-thich": """Theo quy định[^1] mới, tỉnh họp.

[^1]: Nghị định Footzuzu của Chính phủ
    và phần sau Footyuyu.""",
    "dinh-kem": "[Báo cáo](bao-cao-(1).pdf) và ![ảnh](anh-(1).jpg) ![x](<ảnh hai.jpg>)",
    "bang": """Kết quả:

| Xã | Đạt |
|---|---|
| A | 2 |

Hết. Xem https://x.example/tin và toasoan@x.example.""",
    "nguyen-van": """Kết quả như sau:
| Xã | Đạt |
|---|---|
| A | 2 |

*[HĐND]: Hội đồng nhân dân

!!! note "Chú ý"
    Hộp.

- [ ] việc một

Lời[^9] và ~~bỏ~~.""",
    "the-html": '<p><a href="gioi.md">x</a> <img src=anh-(1).jpg alt="Ảnh"></p>',
    "muc-luc": "## Kết quả {: #ket-qua }\n\n[về](#ket-qua)\n\nMục\n: lời giải\n\n~~~\nmã\n~~~",
}
CALLED = "Chủ tịch kết luận:"
DUE = "Sở Nội vụ rà soát danh sách trước ngày 20/12/2026."
BODIES = {
    # Its number is that of the notice, so that each is told from the others.
    51: f"{CALLED}\n\n1. {DUE.replace('soát', 'soát[^1]')}\n\n2. Lo.\n\n[^1]: Theo Nghị quyết.",
    53: f"{CALLED}\n1. {DUE}\n2. Sở Tài chính cân đối.\n3. Văn phòng theo dõi.",
    54: f"{CALLED}\n\n1. Sở Y tế:\n   - rà soát;\n   - {DUE}\n2. Sở Tài chính:\n  - lo.",
    55: f"{CALLED}\n\n1. Sở Y tế:\n   1. rà soát;\n   2. {DUE}\n2. Sở Tài chính lo.",
    56: f"{CALLED}\n\n<ol><li>Mở đầu.</li></ol>\n\n1. {DUE}\n\n2. Lo.",
    57: f"{CALLED}\n\n> 1. Trích.\n\n1. {DUE}\n\n2. Lo.",
    58: f"{CALLED}\n\n    1. mã\n\n1. {DUE}\n\n```\n9. mã\n```\n\n2. Lo.",
    59: f"{CALLED}\n\n**Việc:**\n1. {DUE}\n2.\n3. Lo.",
    60: f"{CALLED}\n\n1. Nhiệm vụ năm\n2025. Theo kế hoạch.\n2. {DUE}",
    41: f"{CALLED}\n\n1.{DUE}\n\n2.Sở Tài chính làm.",
    42: f"{CALLED}\n\n1.\u00a0{DUE}\n\n2.\u00a0Sở Tài chính làm.",
    43: f"{CALLED}\n\n1.\t{DUE}\n\n2.\tSở Tài chính làm.",
    44: f"{CALLED}\n\n1) {DUE}\n2) Sở Tài chính làm.",
    45: f"{CALLED}\n\n**1.** {DUE}\n\n**2.** Sở Tài chính làm.",
    46: f"{CALLED}\n\n1/ {DUE}\n\n2/ Sở Tài chính làm.",
    61: f"{CALLED}\n\nThứ nhất, {DUE}\n\nThứ hai, Sở Tài chính làm.",
    47: f"{CALLED}\n\n 1. {DUE}\n\n 2. Sở Tài chính làm.",
}
# The page shows what was meant for an item, or none is one; the check says so.
TOLD = {
    27: (f'{CALLED}\n\n1. {DUE}\n\n{{: due="2026-12-31" }}\n\n2. Lo.', "không để dòng trống"),
    34: (f'{CALLED}\n\n1. {DUE}\n{{: due="2026-12-31" }} gia hạn\n\n2. Lo.', "sau dấu }"),
    35: (f"{CALLED}\n\n1. {DUE}\n{{: to=“Sở A, Sở B }} và\n\n2. Lo.", "nháy thẳng"),
    36: (f"{CALLED}\n\n<details>\n1. {DUE}\n2. Lo.\n</details>", "viết bằng thẻ"),
    37: (f"{CALLED}\n\nCâu chuyện về danh sách năm ấy dài lắm.", "đánh số từng kết luận"),
    38: (f"{CALLED}\n\nSở Y tế và\n7. Sở Nội vụ cùng làm.\n\n1. Lo.", "dòng trống phía trên"),
}


def notice(number: int, body: str) -> str:
    return (
        f"---\nkind: TB\nnumber: {number}/TB-UBND\ntitle: Kết luận cuộc họp số {number}\n"
        f"date: 2026-11-05\nissuer: ubnd-mau\nplace: Mẫu\nrecipients: [Như trên]\nfiling: VT\n"
        f"signer: {{position: CHỦ TỊCH, name: Nguyễn Thử}}\n---\n\n{body}\n"
    )


def make_docs() -> dict[str, str]:
    docs = dict(DOCS)
    for slug, body in ARTICLES.items():
        head = f"title: Tin {slug}\ndate: 2026-11-10\nsection: chi-dao"
        docs[f"{NEWS}/{slug}.md"] = f"---\n{head}\n---\n\n{body}\n"
    for name in ("bao-cao-(1).pdf", "anh-(1).jpg", "ảnh hai.jpg", "gioi.md"):
        docs[f"{NEWS}/{name}"] = "x"
    docs[f"{NEWS}/gioi.md"] = "---\ntitle: Giới\ndate: 2026-11-10\nsection: chi-dao\n---\n\nLời.\n"
    notices = {**BODIES, **{number: body for number, (body, _) in TOLD.items()}}
    for number, body in notices.items():
        docs[f"{NOTICES}/{number}-tb-ubnd.md"] = notice(number, body)
    for at, (body, _) in enumerate(SHAPES):
        docs[f"{NOTICES}/{at + 1000}-tb-ubnd.md"] = notice(at + 1000, f"{CALLED}\n\n{body}")
    return docs


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project.make(tmp_path_factory.mktemp("one-reading"), make_docs())
    outcome = project.build()
    assert outcome.code == 0, outcome.log
    return project


@pytest.fixture(scope="module")
def remarks(site: Project) -> dict[str, list[str]]:
    """Slug → message and hint of each remark."""
    findings = check_records(DocsTree.of_folder(site.docs))
    assert findings.problems == ()
    found: dict[str, list[str]] = {}
    for one in findings.warnings:
        slug = Path(one.path).stem
        found.setdefault(slug, []).append(f"{one.line}: {one.message}. {one.hint}")
    return found


class _Addresses(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.hrefs: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.append(value or "")
            elif name == "href" and tag == "a":
                self.hrefs.append(value or "")


def read_pages(site: Path) -> dict[str, _Addresses]:
    """Return address below the root → ids and links of every page."""
    pages = {}
    for path in site.rglob("*.html"):
        reader = _Addresses()
        reader.feed(path.read_text("utf-8"))
        pages[path.relative_to(site).as_posix().removesuffix("index.html")] = reader
    return pages


def dead_fragments(pages: dict[str, _Addresses]) -> Iterator[str]:
    root = "http://site/"
    for url, found in pages.items():
        for href in found.hrefs:
            target, fragment = urldefrag(urljoin(root + url, href))
            target = unquote(target.removeprefix(root))
            # The style sheet of the form on paper reads this; it is a place of no element.
            if not fragment or fragment == "ban-giay" or target not in pages:
                continue
            if unquote(fragment) not in pages[target].ids:
                yield f"{url}: {href}"


def test_every_link_with_a_fragment_finds_its_place(site: Project) -> None:
    pages = read_pages(site.site)
    assert sum("#kl-" in href for found in pages.values() for href in found.hrefs) > 100
    assert list(dead_fragments(pages)) == []


def test_every_id_is_unique_in_its_page(site: Project) -> None:
    for url, found in read_pages(site.site).items():
        doubled = {one for one in found.ids if found.ids.count(one) > 1}
        assert not doubled, (url, doubled)


def test_data_and_calendars_lead_to_places_that_are_there(site: Project) -> None:
    pages = read_pages(site.site)
    checked = 0
    for path in [*site.site.rglob("*.ics"), *site.site.glob("ket-luan/**/*.csv")]:
        text = path.read_bytes().replace(b"\r\n ", b"").decode()
        for url, fragment in re.findall(r"https://bantin\.example/([\w/.-]+)#([\w-]+)", text):
            assert fragment in pages[url].ids, (path.name, url, fragment)
            checked += 1
    for path in site.site.glob("ket-luan/*/*/ket-luan.json"):
        for entry in json.loads(path.read_text("utf-8"))["documents"]:
            for point in entry["conclusions"]:
                assert point["anchor"] in pages[entry["url"]].ids
                checked += 1
    assert checked > 100


@pytest.mark.parametrize("number", BODIES)
def test_notice_gives_its_conclusions_an_address_each(site: Project, number: int) -> None:
    html = page(site, f"{NOTICES}/{number}-tb-ubnd")
    told = re.findall(r'href="#(kl-[\w-]+)"', html)
    assert len(told) >= 2
    for anchor in told:
        assert html.count(f'id="{anchor}"') == 1
    assert "{:" not in html.partition("bt-text")[2].partition("</div>")[0]


@pytest.mark.parametrize("number", BODIES)
def test_nothing_is_said_of_a_notice_that_is_read_right(
    remarks: dict[str, list[str]], number: int
) -> None:
    said = remarks.get(f"{number}-tb-ubnd", [])
    assert not [one for one in said if "trông như" in one or "kết luận nào" in one]


@pytest.mark.parametrize("number", TOLD)
def test_what_is_shown_as_typed_is_told_with_its_line_and_remedy(
    remarks: dict[str, list[str]], number: int
) -> None:
    assert any(TOLD[number][1] in one for one in remarks[f"{number}-tb-ubnd"])


def test_other_forms_that_are_none_are_told(remarks: dict[str, list[str]]) -> None:
    said = " ".join(remarks["nguyen-van"])
    for form in ("một bảng", "viết tắt", "khung chú ý", "ô đánh dấu", "chú thích", "gạch ngang"):
        assert f"trông như {form}" in said or form in said, form


def test_no_file_of_the_site_holds_a_word_of_a_comment(site: Project) -> None:
    for path in site.site.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert b"Quoximex" not in content, path
            assert b"Zanbavi" not in content, path


def found_by_search(site: Project, slug: str) -> str:
    """Return the words by which search finds a news item; its files are compressed."""
    connection = sqlite3.connect(site.store)
    try:
        entry = find_entry(Catalog(connection), f"{NEWS}/{slug}/")
    finally:
        connection.close()
    assert entry is not None
    return entry.text


def test_search_finds_footnotes_and_no_comments(site: Project) -> None:
    assert "Footzuzu" in found_by_search(site, "chu-thich")
    assert found_by_search(site, "ghi-chu") == "Sáng 10/11, tỉnh họp. Họp một buổi."
    assert found_by_search(site, "bang").startswith("Kết quả: Xã Đạt A 2 Hết.")


def test_a_footnote_is_not_described(site: Project) -> None:
    html = page(site, f"{NEWS}/chu-thich")
    assert '<meta name="description" content="Theo quy định mới, tỉnh họp.">' in html
    assert "<summary>Theo quy định mới, tỉnh họp.</summary>" in (site.site / "feed.xml").read_text(
        "utf-8"
    )


def test_a_table_in_an_excerpt_is_words(site: Project) -> None:
    html = page(site, f"{NEWS}/bang")
    assert 'content="Kết quả: Xã Đạt A 2 Hết.' in html
    assert '<a href="https://x.example/tin">' in html
    assert '<a href="mailto:toasoan@x.example">' in html


def test_links_with_brackets_and_in_html_lead_to_their_files(site: Project) -> None:
    html = unquote(page(site, f"{NEWS}/dinh-kem"))
    for name in ("bao-cao-(1).pdf", "anh-(1).jpg"):
        assert f'"../../../../{NEWS}/{name}"' in html
        assert (site.site / NEWS / name).is_file()
    html = unquote(page(site, f"{NEWS}/the-html"))
    assert f'src="../../../../{NEWS}/anh-(1).jpg"' in html
    assert f'href="../../../../{NEWS}/gioi/"' in html
