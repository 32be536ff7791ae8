"""Renders Material's header, navigation and footer once for each ChromeKey."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import NamedTuple

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

from bantin.rendering.chrome import BODY_MARK, HEAD_MARK, Chrome, ChromeKey, squeeze
from bantin.rendering.content_policy import POLICY_MARK, Inline, find_inline, make_policy

TEMPLATE = "record.html"
# Name of the content policy in the templates of all pages.
POLICY_GLOBAL = "bantin_policy"


class Chromes(NamedTuple):
    """The chrome of the whole site.

    Attributes:
        by_key: the chrome for each key.
        inline: the chrome's own code, which every page of the theme has.
    """

    by_key: dict[ChromeKey, Chrome]
    inline: Inline


def render_chromes(
    keys: Iterable[ChromeKey],
    env: jinja2.Environment,
    config: MkDocsConfig,
    files: Files,
    nav: Navigation,
) -> Chromes:
    """Render the chrome for each key, and prepare the environment for the engine's pages.

    Args:
        keys: at least one.
        env: its templates get the policy that names the chrome's own code.
        config: settings.
        files: the engine's files.
        nav: the navigation, final.
    """
    # The policy names the code of a page by digest, and stands in that page. So a mark stands for
    # it while pages are rendered.
    env.globals[POLICY_GLOBAL] = POLICY_MARK
    inline, pages = Inline(), {}
    for key in sorted(set(keys)):
        whole = render_full(key, HEAD_MARK, BODY_MARK, env, config, files, nav)
        pages[key] = squeeze(whole)
        # The engine's own pages are not squeezed.
        inline |= find_inline(whole) | find_inline(pages[key])
    policy = make_policy(inline, in_page=True)
    env.globals[POLICY_GLOBAL] = policy
    chromes = {key: Chrome.parse(page.replace(POLICY_MARK, policy)) for key, page in pages.items()}
    return Chromes(chromes, inline)


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
    # Material uses few attributes of a page. Only the depth of the address matters.
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
