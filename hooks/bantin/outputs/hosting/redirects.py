"""Pages at old addresses that send readers to a record's present address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.outputs.output import Output
from bantin.records.models import Record
from bantin.records.old_addresses import normalise_address
from bantin.rendering.frame import PageFrame, base_of
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class RedirectView:
    """An old address and the new one, both relative to the root."""

    path: str
    old: str
    new: str
    title: str


def plan_redirects(record: Record) -> Iterator[Output]:
    """Declare a page for every old address of a published record.

    An address with a query gets none. A file answers all queries alike, so only a server's rules
    can tell them apart (`outputs.hosting`).
    """
    title = str(getattr(record, "title", "") or getattr(record, "name", ""))
    for written in record.redirect_from:
        old = normalise_address(written)
        if path := path_of(old):
            yield Output(path, RedirectView(path, old, record.url, title), render_redirect)


def path_of(address: str) -> str | None:
    """Return the path of the page at an address, relative to the root; None for no page."""
    if "?" in address:
        return None
    return f"{address}index.html" if address.endswith("/") or not address else address


def render_redirect(renderer: Renderer, view: RedirectView) -> bytes:
    """Render the page at an old address."""
    frame = PageFrame(view.old, view.title, "", "")
    target = base_of(view.old) + view.new
    html = renderer.fragment("redirect.html", frame, {"target": target, "url": view.new})
    return html.encode()
