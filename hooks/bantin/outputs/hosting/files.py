"""Declares the files for web servers as outputs."""

from __future__ import annotations

from collections.abc import Iterator

from bantin.catalog.catalog import Catalog
from bantin.outputs.hosting import caddy, netlify, nginx
from bantin.outputs.hosting.old_addresses import old_addresses
from bantin.outputs.hosting.serving import FOLDER
from bantin.outputs.output import Output


def plan_headers() -> Iterator[Output]:
    """Declare the files that depend on the whole site: its address and its content policy."""
    for path, make in (
        ("_headers", netlify.render_headers),
        (f"{FOLDER}nginx-server.conf", nginx.render_server),
        (f"{FOLDER}caddy.conf", caddy.render_site),
    ):
        yield Output(path, path, make)


def plan_old_addresses(catalog: Catalog) -> Iterator[Output]:
    """Declare the files that change only with old addresses."""
    view = old_addresses(catalog)
    yield Output("_redirects", view, netlify.render_redirects)
    yield Output(f"{FOLDER}nginx-http.conf", view, nginx.render_maps)
    yield Output(f"{FOLDER}caddy-dia-chi-cu.conf", view, caddy.render_redirects)
