"""Makes links of bare addresses in a text: https://…, www.… and mail addresses.

The available extension takes a minute for 100 KB of dotted numbers, so this is our own.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, AtomicString

# Each repetition is bounded, or can match in one way only, so no text takes long.
_ADDRESS = (
    r"(?P<web>(?:https?://|www\.)[^\s<>\"“”\x02\x03]+)"
    r"|(?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?![\w-])"
)
# The search for an open link goes back this many characters.
_REACH = 2_000
# After an address, these belong to the sentence.
_SENTENCE = ".,;:!?…’'*_~"


class BareAddresses(Extension):
    """Reads bare addresses after links, code and HTML have been read."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put our pattern after the stock ones for links, before those for emphasis."""
        md.inlinePatterns.register(_BareAddress(_ADDRESS, md), "bantin-addresses", 75)


class _BareAddress(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.IGNORECASE)

    # The base class declares fewer return types than its callers accept.
    def handleMatch(  # type: ignore[override]
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        if self._is_in_html_link(data, m.start()):
            return None, None, None
        written = _without_sentence(m["web"]) if m["web"] else m["mail"]
        if not written.partition("://")[2].strip("/") and "://" in written:
            return None, None, None
        link = Element("a")
        link.text = AtomicString(written)
        link.set("href", _href(written, is_mail=m["mail"] is not None))
        return link, m.start(), m.start() + len(written)

    def _is_in_html_link(self, data: str, at: int) -> bool:
        """True inside an editor's own `<a …>`, which is not in the tree yet."""
        is_open = False
        if not self.md.htmlStash.rawHtmlBlocks:
            return is_open  # Most texts hold none, and some thousands of addresses.
        for match in INLINE_PLACEHOLDER_RE.finditer(data, max(0, at - _REACH), at):
            html = self._html_at(match[1]).lower()
            if html.startswith(("<a ", "<a>", "</a")):
                is_open = html[1] != "/"
        return is_open

    def _html_at(self, place: str) -> str:
        """Return the editor's HTML for a placeholder; "" when it stands for something else."""
        inline: Any = self.md.treeprocessors["inline"]
        held = HTML_PLACEHOLDER_RE.search(str(inline.stashed_nodes.get(place, "")))
        return str(self.md.htmlStash.rawHtmlBlocks[int(held[1])]) if held else ""


def _without_sentence(address: str) -> str:
    """Return an address without its sentence's closing signs and the brackets around it."""
    unmatched = address.count(")") - address.count("(")
    while address and (address[-1] in _SENTENCE or (address[-1] == ")" and unmatched > 0)):
        unmatched -= address[-1] == ")"
        address = address[:-1]
    return address


def _href(written: str, *, is_mail: bool) -> str:
    if is_mail:
        return f"mailto:{written}"
    return written if "://" in written else f"http://{written}"
