"""Makes links of addresses that stand bare in a text: https://…, www.… and those of mail.

Our own, because the extension at hand takes a minute for 100 KB of dotted numbers.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE, INLINE_PLACEHOLDER_RE, AtomicString

# What is repeated is bounded or cannot be read in two ways, so that no text takes long.
_ADDRESS = (
    r"(?P<web>(?:https?://|www\.)[^\s<>\"“”\x02\x03]+)"
    r"|(?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8})(?![\w-])"
)
# How far back an open link is looked for.
_REACH = 2_000
# Behind an address these belong to the sentence.
_SENTENCE = ".,;:!?…’'*_~"


class BareAddresses(Extension):
    """Reads bare addresses after links, code and HTML have been read."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Put our pattern behind the stock ones for links, before those for emphasis."""
        md.inlinePatterns.register(_BareAddress(_ADDRESS, md), "bantin-addresses", 75)


class _BareAddress(InlineProcessor):
    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, pattern: str, md: Markdown) -> None:
        super().__init__(pattern, md)
        self.compiled_re = re.compile(pattern, re.IGNORECASE)

    # The base class returns less than its callers take.
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
        """True where an editor's own `<a …>` is open; it is no part of the tree yet."""
        is_open = False
        for match in INLINE_PLACEHOLDER_RE.finditer(data, max(0, at - _REACH), at):
            html = self._html_at(match[1]).lower()
            if html.startswith(("<a ", "<a>", "</a")):
                is_open = html[1] != "/"
        return is_open

    def _html_at(self, place: str) -> str:
        """Return the editor's HTML behind a placeholder; "" where it stands for something else."""
        inline: Any = self.md.treeprocessors["inline"]
        held = HTML_PLACEHOLDER_RE.search(str(inline.stashed_nodes.get(place, "")))
        return str(self.md.htmlStash.rawHtmlBlocks[int(held[1])]) if held else ""


def _without_sentence(address: str) -> str:
    """Return an address without the signs that end its sentence or the brackets around it."""
    unmatched = address.count(")") - address.count("(")
    while address and (address[-1] in _SENTENCE or (address[-1] == ")" and unmatched > 0)):
        unmatched -= address[-1] == ")"
        address = address[:-1]
    return address


def _href(written: str, *, is_mail: bool) -> str:
    if is_mail:
        return f"mailto:{written}"
    return written if "://" in written else f"http://{written}"
