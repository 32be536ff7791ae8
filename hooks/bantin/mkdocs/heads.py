"""Renders the heads of the engine's own pages like those of records."""

from __future__ import annotations

from markupsafe import Markup
from mkdocs.structure.pages import Page

from bantin.outputs.cards import HOME
from bantin.outputs.head.lists import describe_site
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer


def head_of(page: Page, renderer: Renderer) -> str:
    """Return an ordinary page's own part of its head.

    Args:
        page: rendered, so that its title is known.
        renderer: renders the archive's pages.
    """
    site = renderer.site
    description = str(page.meta.get("description") or site.description)
    if page.is_homepage:
        frame = PageFrame("", site.name, description, "")
        return renderer.head(frame, describe_site(frame, site))
    # The engine keeps titles as HTML.
    title = Markup(page.title or site.name).striptags()
    return renderer.head(PageFrame(page.url, title, description, "", (HOME,)))
