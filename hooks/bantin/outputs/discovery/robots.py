"""robots.txt for crawlers and llms.txt for language models, at the root of the site.

A file of the same name in docs/ takes precedence.

Source: RFC 9309; llmstxt.org.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bantin.catalog.catalog import Catalog
from bantin.outputs.cards import REGISTER_TITLE
from bantin.outputs.data.months import SCHEMA_PATH
from bantin.outputs.data.registry import INDEX_PATH, TABLE_PATH
from bantin.outputs.discovery.news_sitemap import NEWS_SITEMAP_PATH
from bantin.outputs.discovery.search_entries import SEARCH_FRAME
from bantin.outputs.discovery.sitemap import INDEX_PATH as SITEMAP_PATH
from bantin.outputs.output import Output
from bantin.records import folders
from bantin.rendering.renderer import Renderer

ROBOTS, LLMS = "robots.txt", "llms.txt"
OWN_FILES = (ROBOTS, LLMS)


@dataclass(frozen=True, slots=True)
class RobotsView:
    """The sitemaps of the site, relative to the root."""

    sitemaps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LlmsView:
    """The sections of the archive, in order: name, address and description of each."""

    sections: tuple[tuple[str, str, str], ...]


def plan_robots(catalog: Catalog, own: Container[str], *, has_news: bool) -> Iterator[Output]:
    """Declare both files.

    Args:
        catalog: holds the sections.
        own: src_uri of the editors' own files. A file among them is not declared.
        has_news: there is a sitemap of the latest news.
    """
    if ROBOTS not in own:
        sitemaps = (SITEMAP_PATH, *([NEWS_SITEMAP_PATH] if has_news else []))
        yield Output(ROBOTS, RobotsView(sitemaps), render_robots)
    if LLMS not in own:
        sections = catalog.registry.sections_in_order()
        told = tuple((one.name, one.url, one.description or "") for one in sections)
        yield Output(LLMS, LlmsView(told), render_llms)


def render_robots(renderer: Renderer, view: RobotsView) -> bytes:
    """Return robots.txt. All is open but the answers to queries, which have no end."""
    root = renderer.site.url
    lines = [
        "User-agent: *",
        f"Disallow: {urlsplit(root).path}{SEARCH_FRAME.url}?q=",
        "Allow: /",
        "",
        *(f"Sitemap: {root}{path}" for path in view.sitemaps),
    ]
    return ("\n".join(lines) + "\n").encode()


def render_llms(renderer: Renderer, view: LlmsView) -> bytes:
    """Return llms.txt: a guide to the site for language models."""
    site = renderer.site
    blocks = [
        f"# {site.name}",
        f"> {site.description}" if site.description else "",
        "Trang tĩnh, tiếng Việt. Mỗi tin, văn bản, cơ quan, người có một trang; nội dung nằm trong "
        "HTML, không cần chạy mã. Khi trích dẫn, ghi địa chỉ trang và ngày của bản ghi; bản ghi có "
        "nhãn “Đã thu hồi” hoặc “Đã được thay thế” thì nói rõ như vậy.",
        _list(
            "Danh mục",
            [
                ("Tin tức", f"{folders.NEWS}/", "theo năm, tháng"),
                ("Văn bản", f"{folders.DOCUMENTS}/", "theo năm"),
                (
                    REGISTER_TITLE,
                    f"{folders.REGISTER}/",
                    "kết luận, chỉ đạo giao việc gì, cho ai, hạn nào",
                ),
                (
                    "Cơ quan",
                    f"{folders.BODIES}/",
                    "theo tỉnh; cơ quan đã giải thể dẫn tới cơ quan kế tục",
                ),
                ("Người được nêu tên", f"{folders.PEOPLE}/", "chức vụ theo từng bài"),
            ],
            site.url,
        ),
        _list("Chuyên mục", view.sections, site.url),
        _list(
            "Dữ liệu",
            [
                ("Mục lục JSON", INDEX_PATH, "mọi bản ghi, mỗi tháng một tệp"),
                ("JSON Schema", SCHEMA_PATH, "nghĩa của từng khóa"),
                ("Bảng CSV của cả kho", TABLE_PATH, "mỗi bản ghi một dòng"),
                ("Nguồn tin Atom", "feed.xml", "bản ghi mới nhất"),
                ("Sơ đồ trang", SITEMAP_PATH, "mọi địa chỉ"),
            ],
            site.url,
        ),
    ]
    return ("\n\n".join(block for block in blocks if block) + "\n").encode()


def _list(heading: str, links: Iterable[tuple[str, str, str]], root: str) -> str:
    lines = [f"- [{name}]({root}{url}){f': {note}' if note else ''}" for name, url, note in links]
    return f"## {heading}\n\n" + "\n".join(lines) if lines else ""
