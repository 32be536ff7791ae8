"""Makes the Content-Security-Policy: what a browser may run and fetch on our pages.

Knows HTML and the standard. Neither sends headers nor renders pages.

Source: https://www.w3.org/TR/CSP3/
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from bantin.rendering.html_reader import HtmlReader

# Stands for the policy until every inline script of the chrome is known.
POLICY_MARK = "bantin:policy"
_SCRIPT_TYPES = ("", "module", "text/javascript", "application/javascript")
# Browsers skip the first anywhere in an address, and the second at its ends.
_SKIPPED = str.maketrans("", "", "\t\n\r")
_TRIMMED = "".join(map(chr, range(33)))
# Names of what a page may not hold, for messages.
ELSEWHERE = "src=…"
REFRESH = "<meta http-equiv=refresh>"
# Elements that the policy leaves empty, under the name of the usual one.
_SHUT = {
    "base": "<base>",
    "iframe": "<iframe>",
    "frame": "<iframe>",
    "object": "<object>",
    "embed": "<object>",
}
_SHOWN = ("src", "poster", "srcset")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]{2}", re.IGNORECASE)
# Attributes whose address a browser may run as code.
_ADDRESSES = ("href", "src", "action", "formaction", "xlink:href", "data")


@dataclass(frozen=True, slots=True)
class Inline:
    """The inline code of pages, as the policy sees it.

    Attributes:
        scripts: text of each `<script>` that browsers run; no data blocks.
        styles: text of each `<style>`.
    """

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()

    def __or__(self, other: Inline) -> Inline:
        return Inline(self.scripts | other.scripts, self.styles | other.styles)


def find_inline(html: str) -> Inline:
    """Return the inline code of a page that a policy can name."""
    found = _read(html)
    return Inline(frozenset(found.scripts), frozenset(found.styles))


def find_forbidden(html: str, allowed: Inline) -> list[str]:
    """Return the parts of a page that browsers ignore under the policy; each once, in order.

    Args:
        html: a whole page.
        allowed: the inline code that the policy names.

    Returns:
        Names that editors know: "<script>", "onclick", "style", "javascript:"; also REFRESH, which
        no policy stops.
    """
    found = _read(html)
    told = list(found.attributes)
    if any(text not in allowed.scripts for text in found.scripts):
        told.append("<script>")
    if any(text not in allowed.styles for text in found.styles):
        told.append("<style>")
    return list(dict.fromkeys(told))


def make_policy(inline: Inline, *, in_page: bool = False) -> str:
    """Return the policy, in one line without double quotes.

    Args:
        inline: the chrome's own code; the policy names it by digest.
        in_page: for a `<meta>`. Browsers ignore `frame-ancestors` there and complain.
    """
    directives = {
        # Everything not named below: frames, plug-ins, media of other sites.
        "default-src": ["'none'"],
        "script-src": ["'self'", *_digests(inline.scripts)],
        "style-src": ["'self'", *_digests(inline.styles)],
        # Material's icons are data: addresses in its style sheets.
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "media-src": ["'self'"],
        "connect-src": ["'self'"],
        "worker-src": ["'self'"],
        "manifest-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    if in_page:
        del directives["frame-ancestors"]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())


def _digests(texts: Iterable[str]) -> list[str]:
    """Return the sources that name inline code, sorted."""
    return sorted(
        f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
        for text in texts
    )


def _read(html: str) -> _InlineCodeReader:
    reader = _InlineCodeReader()
    reader.feed(html)
    reader.close()
    return reader


class _InlineCodeReader(HtmlReader):
    """Collects inline code; `attributes` in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts: list[str] = []
        self.styles: list[str] = []
        self.attributes: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._into = None
        if tag == "script" and "src" not in values:
            if values.get("type", "").strip().lower() in _SCRIPT_TYPES:
                self._into = self.scripts
        elif tag == "style":
            self._into = self.styles
        if self._into is not None:
            self._into.append("")
        if tag in _SHUT:
            self.attributes.append(_SHUT[tag])
        elif tag == "meta" and values.get("http-equiv", "").strip().lower() == "refresh":
            self.attributes.append(REFRESH)
        elif tag == "form" and _ELSEWHERE.match(as_browsers_read(values.get("action", ""))):
            self.attributes.append("<form>")
        for name, value in values.items():
            address = as_browsers_read(value)
            is_shown = name in _SHOWN and tag not in _SHUT and not address.startswith("data:")
            if is_shown and _ELSEWHERE.match(address):
                self.attributes.append(ELSEWHERE)
            if name == "style" or name.startswith("on"):
                self.attributes.append(name)
            elif name in _ADDRESSES and as_browsers_read(value).lower().startswith("javascript:"):
                self.attributes.append("javascript:")

    def handle_data(self, data: str) -> None:
        if self._into is not None:
            self._into[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._into = None


def as_browsers_read(address: str) -> str:
    """Return an address without the white space and control characters that browsers skip.

    Source: https://url.spec.whatwg.org/#concept-basic-url-parser, steps 1 to 3.
    """
    return address.translate(_SKIPPED).strip(_TRIMMED)
