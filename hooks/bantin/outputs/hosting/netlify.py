"""`_headers` and `_redirects`, which Netlify and Cloudflare Pages read at the root of a site.

Source: https://docs.netlify.com/manage/routing/headers/,
https://docs.netlify.com/manage/routing/redirects/overview/,
https://developers.cloudflare.com/pages/configuration/headers/ and …/redirects/.
"""

from __future__ import annotations

from bantin.outputs.hosting.old_addresses import OldAddress, OldAddresses
from bantin.outputs.hosting.serving import LONG_LIVED, root_of, security_headers
from bantin.rendering.renderer import Renderer

_HEADERS_NOTE = """\
# Made by the build: do not edit. What is not named here, both hosts let browsers ask for again.
"""
_REDIRECTS_NOTE = """\
# Made by the build: do not edit. Each address twice: Netlify needs the “!” where a page stands at
# the old address too, and Cloudflare skips lines that have it. Of addresses with a query, only
# Netlify takes note.
"""


def render_headers(renderer: Renderer, path: str) -> bytes:
    """Render `_headers`. All matching rules apply, so no two rules set the same header."""
    root = root_of(renderer.site)
    rules = {f"{root}*": security_headers(renderer.policy)} | {
        f"{root}{start}*": (("Cache-Control", value),) for start, value in LONG_LIVED.items()
    }
    lines = [
        line
        for address, headers in rules.items()
        for line in (address, *(f"  {name}: {value}" for name, value in headers))
    ]
    return (_HEADERS_NOTE + "\n".join(lines) + "\n").encode()


def render_redirects(renderer: Renderer, view: OldAddresses) -> bytes:
    """Render `_redirects`. The first matching rule applies."""
    root = root_of(renderer.site)
    asking = [line for rule in view.asking if (line := _asking(root, rule))]
    plain = [
        f"{root}{rule.encoded_path} {root}{rule.url} {status}"
        for rule in view.plain
        for status in ("301!", "301")
    ]
    return (_REDIRECTS_NOTE + "".join(f"{line}\n" for line in (*asking, *plain))).encode()


def _asking(root: str, rule: OldAddress) -> str:
    """Return the rule of an address with a query; "" where Netlify cannot express it."""
    pairs = rule.query.split("&")
    if not all("=" in pair for pair in pairs):
        return ""
    return f"{root}{rule.encoded_path} {' '.join(pairs)} {root}{rule.url} 301!"
