"""Renders Material's header, navigation and footer once for each place where they differ."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome, ChromeKey, squeeze

TEMPLATE = "record.html"


def render_chromes(
    keys: Iterable[ChromeKey],
    env: jinja2.Environment,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
) -> dict[ChromeKey, Chrome]:
    """Return the chrome for each key."""
    return {
        key: Chrome.parse(squeeze(render_full(key, HEAD_MARK, BODY_MARK, env, config, files, nav)))
        for key in sorted(set(keys))
    }


def render_full(
    key: ChromeKey,
    head: str,
    body: str,
    env: jinja2.Environment,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
) -> str:
    """Render a whole page through MkDocs' environment, without splicing."""
    # Material looks at few things of a page. The address matters only by its depth.
    page = SimpleNamespace(
        url="-/" * key.depth,
        title="",
        meta={"hide": ["navigation", "toc"]},
        toc=[],
        content="",
        is_homepage=False,
        canonical_url=None,
        edit_url=None,
        previous_page=None,
        next_page=None,
        ancestors=[],
        file=None,
    )
    current = [p for p in nav.pages if key.nav and p.file.src_uri == f"{key.nav}/index.md"]
    for nav_page in current:
        nav_page.active = True
    try:
        context = get_context(nav, files, config, page)  # type: ignore[arg-type]
        return env.get_template(TEMPLATE).render(
            {**context, "bantin_head": head, "bantin_body": body}
        )
    finally:
        for nav_page in current:
            nav_page.active = False
