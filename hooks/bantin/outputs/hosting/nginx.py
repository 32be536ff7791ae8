"""The parts of an nginx configuration: maps for `http`, rules for a `server` block.

Source: https://nginx.org/en/docs/http/ngx_http_map_module.html and …/ngx_http_headers_module.html
(headers of a block are sent only where no inner block has any of its own).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bantin.outputs.hosting.old_addresses import OldAddresses
from bantin.outputs.hosting.serving import (
    ASK_AGAIN,
    FOLDER,
    FOR_SERVERS,
    GATHERED,
    LONG_LIVED,
    root_of,
    security_headers,
)
from bantin.rendering.renderer import Renderer

_SMALLEST_BUCKET = 64


def render_maps(renderer: Renderer, view: OldAddresses) -> bytes:
    """Render the part for the `http` block: redirects of old addresses, times of caching."""
    root = root_of(renderer.site)
    # Decoded: nginx compares decoded paths.
    plain = [(f"{root}{rule.path}", f"{root}{rule.url}") for rule in view.plain]
    asking = [(f"{root}{rule.path}?{rule.query}", f"{root}{rule.url}") for rule in view.asking]
    lines = [
        "# Made by the build: do not edit. In the http block of nginx.conf:",
        f"#     include /…/{FOLDER}nginx-http.conf;",
        *_hash_sizes([key for key, _ in (*plain, *asking)]),
        "",
        "map $uri $bantin_cache {",
        f"    default {_quoted(ASK_AGAIN)};",
        *(
            f"    {_quoted('~^' + re.escape(root + start))} {_quoted(value)};"
            for start, value in LONG_LIVED.items()
        ),
        "}",
        "",
        "# Without what links gather on their way.",
        "map $args $bantin_args {",
        "    default $args;",
        f'    "~^(?<bantin_kept>.*?)&?{GATHERED}" $bantin_kept;',
        "}",
        "",
        "map $uri $bantin_moved_path {",
        '    default "";',
        *_entries(plain),
        "}",
        "",
        'map "$uri?$bantin_args" $bantin_moved {',
        "    default $bantin_moved_path;",
        *_entries(asking),
        "}",
    ]
    return ("\n".join(lines) + "\n").encode()


def render_server(renderer: Renderer, path: str) -> bytes:
    """Render the part for a `server` block: headers, old addresses, the page for missing ones."""
    root = root_of(renderer.site)
    headers = security_headers(renderer.policy)
    lines = [
        f"# Made by the build: do not edit. In the server block, besides {FOLDER}nginx-http.conf",
        "# in the http block:",
        f"#     include /…/{FOLDER}nginx-server.conf;",
        "# A location with an add_header of its own sends none of these.",
        "charset utf-8;",
        "absolute_redirect off;",
        f"error_page 404 {root}404.html;",
        *(f"add_header {name} {_quoted(value)} always;" for name, value in headers),
        "add_header Cache-Control $bantin_cache;",
        "if ($bantin_moved) {",
        "    return 301 $bantin_moved;",
        "}",
        f"location ^~ {root}{FOLDER} {{",
        "    return 404;",
        "}",
        *(
            line
            for name in FOR_SERVERS
            for line in (f"location = {root}{name} {{", "    return 404;", "}")
        ),
    ]
    return ("\n".join(lines) + "\n").encode()


def _entries(pairs: Iterable[tuple[str, str]]) -> list[str]:
    return [f"    {_quoted(old)} {_quoted(new)};" for old, new in pairs]


def _quoted(text: str) -> str:
    """Return a text as one quoted word of nginx."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _hash_sizes(keys: Sequence[str]) -> list[str]:
    """Return the settings for a map with so many or so long keys; [] if defaults suffice."""
    if not keys:
        return []
    size = _SMALLEST_BUCKET
    # nginx stores some bytes besides a key: its length and a pointer.
    while size < max(len(key.encode()) for key in keys) + 32:
        size *= 2
    return [f"map_hash_bucket_size {size};", f"map_hash_max_size {max(2048, 2 * len(keys))};"]
