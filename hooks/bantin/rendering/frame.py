"""The frame of a page: its address, title, description, crumbs and place in the site.

Every page has one, whatever its body. Knows nothing of templates.
"""

from __future__ import annotations

from dataclasses import dataclass

from bantin.rendering.chrome import ChromeKey


@dataclass(frozen=True, slots=True)
class Link:
    """A link within the site: text and address relative to the root.

    `lasting_id` names what it leads to; "" where the address does.
    """

    text: str
    url: str
    lasting_id: str = ""


@dataclass(frozen=True, slots=True)
class PageFrame:
    """The values that every page has, whatever its body.

    Attributes:
        url: address relative to the site's root; "" for the home page, else ends with "/".
        title: without the site's name.
        description: one or two sentences; "" where there is none.
        nav: folder of the page's navigation entry; "" for none.
        crumbs: the way from the home page, without the page itself.
        kind: Open Graph type, "article" or "website".
        share: the picture for sharing the page, and its words; None for the site's own.
        feed: the list whose feeds the page names; None when it names the site's own only.
        style: style sheet below assets/bantin/ that only such pages need; "" for none.
    """

    url: str
    title: str
    description: str
    nav: str
    crumbs: tuple[Link, ...] = ()
    kind: str = "website"
    style: str = ""
    share: Link | None = None
    feed: Link | None = None

    @property
    def output_path(self) -> str:
        """POSIX path below the site's root."""
        return f"{self.url}index.html"

    @property
    def chrome_key(self) -> ChromeKey:
        """The key of the chrome around the page."""
        return ChromeKey(self.url.count("/"), self.nav)

    @property
    def base(self) -> str:
        """Relative path to the site's root."""
        return base_of(self.url)


def base_of(url: str) -> str:
    """Return the relative path from an address (relative to the root) to the root: "../../"."""
    return "../" * url.count("/") or "./"
