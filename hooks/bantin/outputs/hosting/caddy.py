"""The part of a Caddy site block: headers, and redirects of old addresses.

Source: https://caddyserver.com/docs/caddyfile/directives/header, …/map, …/redir, …/handle_errors.
"""

from __future__ import annotations

from collections.abc import Sequence

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


def render_site(renderer: Renderer, path: str) -> bytes:
    """Render the part with headers and the page for missing addresses."""
    root = root_of(renderer.site)
    lines = [
        "# Made by the build: do not edit. In the site block, beside root and file_server:",
        f"#     import /…/{FOLDER}caddy.conf",
        f"#     import /…/{FOLDER}caddy-dia-chi-cu.conf",
        "header {",
        *(f"\t{name} {_quoted(value)}" for name, value in security_headers(renderer.policy)),
        f"\t?Cache-Control {_quoted(ASK_AGAIN)}",
        "}",
    ]
    for number, (start, value) in enumerate(LONG_LIVED.items(), start=1):
        lines += [
            f"@bantin_kept_{number} path {root}{start}*",
            f"header @bantin_kept_{number} Cache-Control {_quoted(value)}",
        ]
    hidden = " ".join(f"{root}{name}" for name in (f"{FOLDER}*", *FOR_SERVERS))
    lines += [
        f"@bantin_hidden path {hidden}",
        "error @bantin_hidden 404",
        "handle_errors {",
        f"\trewrite * {root}404.html",
        f"\theader Cache-Control {_quoted(ASK_AGAIN)}",
        "\tfile_server",
        "}",
    ]
    return ("\n".join(lines) + "\n").encode()


def render_redirects(renderer: Renderer, view: OldAddresses) -> bytes:
    """Render the part with old addresses, those with a query first."""
    root = root_of(renderer.site)
    asking = [(f"{root}{rule.path}?{rule.query}", f"{root}{rule.url}") for rule in view.asking]
    plain = [(f"{root}{rule.path}", f"{root}{rule.url}") for rule in view.plain]
    lines = [
        f"# Made by the build: do not edit. Imported beside {FOLDER}caddy.conf.",
        # The query without tracking parameters.
        "map {query} {bantin_query} {",
        f"\t{_quoted(f'~^(.*?)&?{GATHERED}.*$')} {_quoted('${1}')}",
        '\tdefault "{query}"',
        "}",
        *_map("{path}?{bantin_query}", "bantin_asked", asking),
        *_map("{path}", "bantin_moved", plain),
    ]
    return ("\n".join(lines) + "\n").encode()


def _map(source: str, name: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    """Return a map and the redirect that follows it; nothing for no pairs."""
    if not pairs:
        return []
    return [
        f"map {_quoted(source)} {{{name}}} {{",
        *(f"\t{_quoted(old)} {_quoted(new)}" for old, new in pairs),
        '\tdefault ""',
        "}",
        f'@{name} expression `{{{name}}} != ""`',
        f"redir @{name} {{{name}}} 301",
    ]


def _quoted(text: str) -> str:
    """Return a text as one quoted word of a Caddyfile."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
