"""A tiny site around the search box and page: the real templates, scripts and index.

Knows nothing of the project's records: its own are invented.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from bantin.outputs.discovery.search_abbreviations import plan_abbreviations
from bantin.outputs.discovery.search_entries import plan_search_page
from bantin.outputs.discovery.search_names import plan_names
from bantin.records.abbreviations import gather_abbreviations
from bantin.records.models import Body, Person, Section
from bantin.records.registry import Registry
from bantin.rendering.renderer import Renderer, RenderSettings
from bantin.rendering.site import Site
from bantin.search import Limits, SearchEntry
from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context

from tests.unit.search.in_memory import build_index

DEFAULT_LIMITS = Limits()
THEME = Path(__file__).resolve().parents[3] / "hooks" / "bantin" / "theme"

PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Thử tìm kiếm</title>
{styles}
<link rel="stylesheet" href="{base}assets/bantin/search.css">
<link rel="stylesheet" href="{base}assets/bantin/search-page.css">
<link rel="stylesheet" href="{base}assets/bantin/register.css">
<script type="module" src="{base}assets/bantin/search.js"></script>
</head>
<body dir="ltr" data-md-color-scheme="{scheme}" data-md-color-primary="{primary}">
<header class="md-header"><nav class="md-header__inner md-grid">
<a href="{base}" class="brand">Bản Tin</a>
{header}
</nav></header>
<main class="md-main"><div class="md-main__inner md-grid">
<article class="md-content"><div class="md-content__inner md-typeset">{body}</div></article>
</div></main>
</body></html>
"""


@pass_context
def url_from_page(context: Context, target: str) -> str:
    # Without the context it would be worked out once, for the page written first.
    return f"{context['base']}{target}"


def write_search_site(
    folder: Path,
    entries: Sequence[SearchEntry],
    *,
    styles: str = "",
    scheme: str = "default",
    primary: str = "indigo",
    limits: Limits = DEFAULT_LIMITS,
    bodies: Sequence[Body] = (),
    sections: Sequence[Section] = (),
    people: Sequence[Person] = (),
    pages: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Write a home page, the search page, a page for each entry, and the index.

    Args:
        folder: to be served as the site's root.
        entries: what can be found.
        styles: HTML for the head, before our own styles; `{base}` is the way to the root.
        scheme: Material's colour scheme, "default" or "slate".
        primary: Material's primary colour.
        limits: of the index.
        bodies: whose names and kin search knows.
        sections: whose names it knows.
        people: whom it tells from their namesakes.
        pages: address → HTML, of entries whose page is more than a heading.
    """
    environment = Environment(loader=FileSystemLoader(THEME), undefined=StrictUndefined)
    environment.filters["url"] = url_from_page
    look = {"scheme": scheme, "primary": primary}

    def write(url: str, body: str) -> None:
        base = "../" * url.count("/") or "./"
        header = environment.get_template("partials/bantin-search.html")
        page = PAGE.format(
            base=base,
            styles=styles.format(base=base),
            # The way MkDocs gives it: without a slash at its end.
            header=header.render(base_url=base.rstrip("/"), base=base),
            body=body,
            **look,
        )
        path = folder / url / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")

    write("", "<h1>Trang chủ</h1>")
    renderer = Renderer(RenderSettings(Site("Bản Tin", "http://localhost/", "")))
    search = plan_search_page().view
    write("tim-kiem/", renderer.fragment("search-page.html", search.frame, search.kinds))
    for entry in entries:
        write(entry.url, pages.get(entry.url, "<h1>Một bản ghi</h1>"))
    shutil.copytree(THEME / "assets" / "bantin", folder / "assets" / "bantin")
    write_index(folder, entries, limits)
    registry = Registry.of(bodies, sections, people)
    for output in (plan_abbreviations(gather_abbreviations(bodies)), plan_names(registry)):
        (folder / output.path).write_bytes(output.render(renderer))


def write_index(
    folder: Path, entries: Sequence[SearchEntry], limits: Limits = DEFAULT_LIMITS
) -> None:
    """Write the index of a site, in place of the one there may be."""
    for part in (folder / "tim-kiem").glob("phan/*.bin"):
        part.unlink()
    for path, content in build_index(entries, limits=limits):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
