"""What a finished site holds: links that lead somewhere, no drafts, nothing from elsewhere."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bantin.search.files import decompress

from tests.integration.project import ARTICLE, Project, page, tree

THEME = Path(__file__).resolve().parents[2] / "hooks" / "bantin" / "theme"
SCRIPT = "assets/bantin/search/engine.js"
ARTICLE_URL = "tin-tuc/2020/03/hop-thang-ba"


class Links(HTMLParser):
    """Collects (tag, address) of whatever a page links to or loads, and every id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.ids: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.ids.add(values.get("id", ""))
        rel = values.get("rel", "")
        # Names of things, which no browser fetches: this page's own, and those of vocabularies.
        is_name = tag == "link" and (rel == "canonical" or rel.startswith("schema."))
        for name in ("href", "src"):
            if values.get(name) and not is_name:
                self.found.append((tag, values[name]))


def texts(project: Project) -> dict[str, str]:
    """Path → what can be read in each file of the site; what search fetches is compressed."""
    return {
        path: (decompress(content) if path.endswith(".bin") else content).decode(errors="replace")
        for path, content in tree(project.site).items()
    }


def html_pages(project: Project) -> dict[str, str]:
    return {
        path: content.decode()
        for path, content in tree(project.site).items()
        if path.endswith(".html")
    }


def test_every_link_within_the_site_leads_to_a_file_and_an_id(built: Project) -> None:
    files = tree(built.site)
    pages = html_pages(built)
    ids = {path: Links(html).ids for path, html in pages.items()}
    dead = []
    for path, html in pages.items():
        # The page for missing addresses is shown at any depth: its links are absolute.
        base = "https://bantin.example/" + path.removesuffix("index.html")
        for _, href in Links(html).found:
            parts = urlsplit(urljoin(base, href))
            if parts.netloc != "bantin.example" or parts.scheme != "https":
                continue
            target = unquote(parts.path).lstrip("/")
            target = f"{target}index.html" if target.endswith("/") or not target else target
            is_dead = target not in files
            if not is_dead and parts.fragment and target in ids:
                is_dead = not parts.fragment.startswith("__") and parts.fragment not in ids[target]
            if is_dead:
                dead.append(f"{path}: {href}")
    assert len(pages) > 20
    assert dead == []


@pytest.mark.parametrize(
    ("url", "href"),
    [
        (ARTICLE_URL, "../../../../van-ban/2020/12-tb-vp/"),
        (ARTICLE_URL, "../../../../tin-tuc/2020/04/hop-thang-tu/"),
        (ARTICLE_URL, "../../../../gioi-thieu/"),
        (ARTICLE_URL, "../../../../tin-tuc/2020/03/anh.png"),
        ("gioi-thieu", "../van-ban/2020/12-tb-vp/"),
        ("", "tin-tuc/2020/03/hop-thang-ba/#ket-qua"),
        ("", "tin-tuc/"),
    ],
)
def test_links_between_records_and_pages_are_resolved(built: Project, url: str, href: str) -> None:
    assert href in [found for _, found in Links(page(built, url)).found]


def test_draft_is_nowhere_in_the_site(built: Project) -> None:
    secrets = ("Chuyện chưa công bố", "bimatchuacongbo", "ban-nhap", "nhap-cu")
    files = texts(built)
    assert len(files) > 50
    leaks = [
        f"{path}: {secret}"
        for path, text in files.items()
        if not path.startswith("assets/")
        for secret in secrets
        if secret in f"{path} {text}" or secret.title() in text
    ]
    assert leaks == []


def test_published_article_is_found_by_search_feed_sitemap_and_listings(built: Project) -> None:
    """The draft test would pass in a site that names nobody."""
    files = texts(built)
    named = {path for path, text in files.items() if "hop-thang-ba" in text}
    wanted = {"index.html", "feed.xml", "sitemap/tin-tuc-2020.xml", "tin-tuc/2020/03/index.html"}
    assert wanted <= named
    assert any(path.startswith("tim-kiem/bai/") for path in named)


def test_old_address_leads_to_the_record(built: Project) -> None:
    html = (built.site / "tin" / "hop.aspx").read_text("utf-8")
    assert f'content="0; url=../{ARTICLE_URL}/"' in html


def test_scripts_are_sent_without_their_comments(built: Project) -> None:
    """What they do then is for the browser tests, which run on a built site."""
    sent = (built.site / SCRIPT).read_text("utf-8")
    assert "/**" in (THEME / SCRIPT).read_text("utf-8")
    assert "/**" not in sent
    assert "openSearch" in sent


def test_style_sheets_hold_what_they_import(project: Project) -> None:
    sheets = THEME / "assets" / "bantin"
    named = re.findall(r'@import url\("(.+)"\);', (sheets / "site.css").read_text("utf-8"))
    assert "bantin.css" in named
    project.write("assets/bantin/lists.css", ".cua-rieng { color: red; }\n")
    assert project.build().code == 0
    sent = project.site / "assets" / "bantin"
    whole = (sent / "site.css").read_text("utf-8")
    for name in set(named) - {"lists.css"}:
        assert (sheets / name).read_text("utf-8") in whole, name
    assert ".cua-rieng" in whole, "a sheet in docs/ takes the place of the theme's"
    assert '"Bantin Times"' in (sent / "document-form.css").read_text("utf-8")
    assert [path.name for path in sent.glob("*.css") if "@import" in path.read_text("utf-8")] == []


def test_check_boxes_have_no_attribute_that_says_nothing_there(built: Project) -> None:
    """What the Nu HTML checker found wrong on every page: it is the engine's."""
    for path in built.site.rglob("*.html"):
        boxes = re.findall(r'<input[^>]*type="?checkbox[^>]*>', path.read_text("utf-8"))
        assert [box for box in boxes if "autocomplete" in box] == [], path


def test_every_label_names_a_field_of_its_page(project: Project) -> None:
    """The page that the menu names has its own contents in it, and a box that opens them."""
    for name in ("gioi-thieu.md", "ngoai-danh-muc.md"):
        project.write(name, "# Trang\n\n## Phần một\n\n## Phần hai\n")
    assert project.build().code == 0
    labels = {}
    for path, html in html_pages(project).items():
        labels[path] = re.findall(r'<label[^>]* for="([^"]+)"', html)
        assert set(labels[path]) <= Links(html).ids, path
    assert "__toc" in labels["gioi-thieu/index.html"]
    assert "Phần hai" in page(project, "ngoai-danh-muc")


def test_record_sources_are_not_copied_into_the_site(built: Project) -> None:
    files = tree(built.site)
    assert not [path for path in files if path.endswith(".md")]
    assert "tin-tuc/2020/03/anh.png" in files
    assert (built.docs / ARTICLE).is_file()


LOADING_TAGS = set("link script img iframe source video audio embed object".split())
_CSS_LOAD = re.compile(r"""(?:url\(|@import)\s*["']?\s*((?:https?:)?//[^"')\s]+)""")
_JS_LOAD = re.compile(
    r"""(?:\bfetch\(|\bimport\(?|\bfrom|\.src\s*=)\s*["'`]((?:https?:)?//[^"'`]+)"""
)


def test_no_page_loads_anything_from_another_host(built: Project) -> None:
    loaded = []
    for path, content in tree(built.site).items():
        text = content.decode(errors="replace")
        if path.endswith(".html"):
            loaded += [
                f"{path}: {tag} {href}"
                for tag, href in Links(text).found
                if tag in LOADING_TAGS
                and urlsplit(urljoin("https://bantin.example/", href)).netloc != "bantin.example"
                and not href.startswith("data:")
            ]
        if path.endswith((".html", ".css")):
            loaded += [f"{path}: {match[1]}" for match in _CSS_LOAD.finditer(text)]
        if path.endswith((".html", ".js")):
            loaded += [f"{path}: {match[1]}" for match in _JS_LOAD.finditer(text)]
    assert loaded == []


@pytest.mark.parametrize(
    "text",
    [
        "a{b:url(//x.example/y)}",
        "@import 'https://x.example/y'",
        '@import url("http://x.example/")',
    ],
)
def test_loading_from_css_is_seen(text: str) -> None:
    assert _CSS_LOAD.search(text)


@pytest.mark.parametrize("text", ['fetch("https://x.example/")', "import('//x.example/a.js')"])
def test_loading_from_js_is_seen(text: str) -> None:
    assert _JS_LOAD.search(text)


def test_ordinary_pages_tell_machines_as_much_as_records_do(built: Project) -> None:
    kinds = {}
    for path, html in html_pages(built).items():
        found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
        nodes = [json.loads(text)["@graph"][0]["@type"] for text in found]
        if nodes or 'http-equiv="refresh"' not in html:
            kinds[path] = nodes
    assert kinds.pop("404.html") == []
    assert kinds["index.html"] == ["WebSite"]
    assert kinds["gioi-thieu/index.html"] == ["WebPage"]
    assert [path for path, nodes in kinds.items() if len(nodes) != 1] == []
    head = page(built, "gioi-thieu")
    assert head.count("<title>") == head.count('rel="canonical"') == 1
    assert '<meta property="og:title" content="Giới thiệu">' in head


def test_no_link_makes_scripts_ask_for_a_sitemap_in_every_folder(built: Project) -> None:
    """Material fetches sitemap.xml beside whatever a link names that is `alternate` and no more."""
    pages = html_pages(built)
    assert [path for path, html in pages.items() if 'rel="alternate"' in html] == []
    assert 'rel="alternate feed"' in pages["index.html"]
