"""Renders pages with the templates and chrome of one build; made once in each process.

`RenderSettings` is plain data, so each worker makes its own `Renderer` from it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Template
from markupsafe import Markup

from bantin.rendering.chrome import Chrome, ChromeKey
from bantin.rendering.drawing import HEIGHT, WIDTH
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.metadata import SITE_IMAGE, Image, Metadata, linked_data, page_node
from bantin.rendering.site import Site
from bantin.rendering.templates import make_environment

THEME_DIR = Path(__file__).parents[1] / "theme"


@dataclass(frozen=True)
class RenderSettings:
    """The settings of a renderer; plain data.

    Attributes:
        site: name and address.
        chromes: the chrome for each key.
        template_dirs: theme folders that may have `bantin/*.html`; the first match counts.
        compiled_dir: existing folder that keeps compiled templates between builds; "" for none.
        policy: the Content-Security-Policy, as in a header.
    """

    site: Site
    chromes: Mapping[ChromeKey, Chrome] = field(default_factory=dict)
    template_dirs: tuple[str, ...] = (str(THEME_DIR),)
    compiled_dir: str = ""
    policy: str = ""


@dataclass(frozen=True, slots=True)
class HeadView:
    """The values of the head besides the frame: for machines, as JSON-LD, and a picture."""

    about: Metadata
    data: Markup
    image: Image


class Renderer:
    """Renders pages. Not shared between threads."""

    def __init__(self, settings: RenderSettings) -> None:
        self.site = settings.site
        self.policy = settings.policy
        self._chromes = {key: chrome.encode() for key, chrome in settings.chromes.items()}
        self._environment = make_environment(settings.template_dirs, settings.compiled_dir)
        self._templates: dict[str, Template] = {}

    def page(
        self, frame: PageFrame, template: str, view: object, about: Metadata | None = None
    ) -> bytes:
        """Return a whole page, UTF-8.

        Args:
            frame: head, crumbs and place of the page.
            template: file below theme/bantin/.
            view: the template's `view`.
            about: the metadata in the head; by default those of a plain page.
        """
        head = self.head(frame, about)
        body = self.fragment(template, frame, view)
        return self._chromes[frame.chrome_key].wrap(head, body)

    def head(self, frame: PageFrame, about: Metadata | None = None) -> str:
        """Return the page's own part of its head."""
        about = about or Metadata(page_node(frame, self.site))
        data = linked_data(frame, about.node, self.site)
        return self.fragment("head.html", frame, HeadView(about, data, self._image(frame, about)))

    def _image(self, frame: PageFrame, about: Metadata) -> Image:
        share = frame.share or Link(self.site.name, SITE_IMAGE)
        return about.image or Image(share.url, share.text, WIDTH, HEIGHT)

    def fragment(self, template: str, frame: PageFrame, view: object) -> str:
        """Return the head or body of a page, without chrome."""
        found = self._templates.get(template)
        if found is None:
            found = self._templates[template] = self._environment.get_template(f"bantin/{template}")
        return found.render(site=self.site, page=frame, base=frame.base, view=view)
