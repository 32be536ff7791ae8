"""Pictures for shared links to pages: Open Graph cards, some dozens in all.

The site, each list of lists, each section and each body have one. Records have none: there would be
as many pictures as pages to draw and to keep. News with a photo is shared with that photo, other
news with the picture of its section, a document with the picture of its issuer. Pictures are
outputs like any other: the same words are not drawn again.

Source: the Open Graph protocol; 1200×630 is the size that sites ask for when they show links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from bantin.outputs.cards import REGISTER_TITLE
from bantin.outputs.listing_kinds import KINDS
from bantin.outputs.output import Output
from bantin.records import folders
from bantin.rendering.drawing import draw_words
from bantin.rendering.frame import Link
from bantin.rendering.metadata import SHARED, SITE_IMAGE
from bantin.rendering.renderer import Renderer

_WORDS = {
    **{folder: kind.picture for folder, kind in KINDS.items()},
    folders.REGISTER: REGISTER_TITLE,
}


@dataclass(frozen=True, slots=True)
class ShareImage:
    """The words of a picture: a small line or "", and a title; "" for the site's name."""

    path: str
    kicker: str
    title: str


def kind_image(kind: str) -> Link:
    """Return the picture of a list of lists. It also serves lists without their own picture."""
    return Link(_WORDS[kind], f"{SHARED}{kind}.png")


def image_at(url: str, name: str) -> Link:
    """Return the picture of a section or body, by the address of its page."""
    return Link(name, f"{SHARED}{url.removesuffix('/')}.png")


def plan_kind_images() -> Iterator[Output]:
    """Declare the pictures that differ between archives only by the site's name."""
    yield _plan(ShareImage(SITE_IMAGE, "", ""))
    for kind, name in _WORDS.items():
        yield _plan(ShareImage(kind_image(kind).url, "", name))


def plan_image(kind: str, image: Link) -> Output:
    """Declare the picture of a term of a kind, such as a section ("chuyen-muc")."""
    return _plan(ShareImage(image.url, _WORDS[kind], image.text))


def _plan(view: ShareImage) -> Output:
    return Output(view.path, view, render_image)


def render_image(renderer: Renderer, view: ShareImage) -> bytes:
    """Draw the picture."""
    site = renderer.site
    foot = f"{site.name} · {urlsplit(site.url).netloc}"
    return draw_words(view.kicker, view.title or site.name, foot)
