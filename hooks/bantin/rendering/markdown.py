"""Markdown of record bodies: to HTML, to plain text, and the links it holds.

One converter for each renderer, reset between bodies; links are resolved by the caller.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from bantin.rendering.plain_blocks import PlainBlocks
from bantin.rendering.plain_inline import PlainInline
from bantin.text.slug import slugify

_HREF = re.compile(
    r"\]\(\s*(?:<(?P<angle>[^>\n]+)>|(?P<inline>[^)\s<>]+))|^\s{0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)"
    r"|\b(?:href|src)\s*=\s*[\"'](?P<html>[^\"']+)",
    re.MULTILINE,
)
_HTML_HREF = re.compile(r"(\b(?:href|src)\s*=\s*[\"'])([^\"']+)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
# Each pattern of _PLAIN but the last needs one of these.
_MARKUP = re.compile(r"[\\`*_{\[<>&#]|^\s*[-+]", re.MULTILINE)
_PLAIN = (
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"^\s{0,3}\[[^\]]+\]:\s.*$", re.MULTILINE), ""),
    (re.compile(r"<[^>\n]{1,300}>"), " "),
    (re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)", re.MULTILINE), ""),
    (re.compile(r"\{[:#.][^}\n]*\}"), ""),
    (re.compile(r"(?<!\\)(\*{1,3}|_{2,3}|`+)(?=\S)(.+?)(?<=[^\s\\])\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>])"), r"\1"),
    (re.compile(r"\s+"), " "),
)


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Markdown whose relative links are resolved.

    Attributes:
        source: Markdown.
        links: (href as written, address relative to the site's root), one for each that changes.
    """

    source: str
    links: tuple[tuple[str, str], ...] = ()


def find_relative_hrefs(source: str) -> list[str]:
    """Return the relative links and images of a Markdown text, as written, each once, in order."""
    # Most bodies hold no link; each way to write one needs one of these.
    if "](" not in source and "]:" not in source and "=" not in source:
        return []
    found = (
        match["angle"] or match["inline"] or match["reference"] or match["html"]
        for match in _HREF.finditer(source)
    )
    return [href for href in dict.fromkeys(found) if href and not _ABSOLUTE.match(href)]


def plain_text(source: str) -> str:
    """Return the words of a Markdown text on one line, without its markup; for search and feeds."""
    if not _MARKUP.search(source):
        return " ".join(source.split())
    for pattern, replacement in _PLAIN:
        source = pattern.sub(replacement, source)
    return html.unescape(source).strip()


def make_markdown(*extensions: Extension) -> Markdown:
    """Return a new Python-Markdown as the site reads it, with these extensions after its own."""
    return Markdown(
        extensions=["tables", "footnotes", "attr_list", "sane_lists", "toc", *extensions],
        extension_configs={
            "toc": {"baselevel": 2, "slugify": lambda text, _separator: slugify(text)},
            "footnotes": {"BACKLINK_TITLE": "Trở lại chỗ ghi chú thích {}"},
        },
        output_format="html",
    )


class MarkdownConverter:
    """Turns bodies into HTML, one after the other, with one reused Python-Markdown."""

    def __init__(self) -> None:
        self._links = _ResolveLinks()
        # The quicker ones last: they take the places of what others have registered.
        self._markdown = make_markdown(self._links, PlainInline(), PlainBlocks())

    def convert(self, text: MarkdownText, base: str) -> str:
        """Return the HTML of a body.

        Args:
            text: Markdown; may be empty.
            base: relative way to the site's root, such as "../../".
        """
        self._links.targets = {href: base + url for href, url in text.links}
        self._markdown.reset()
        return self._markdown.convert(text.source)


class _ResolveLinks(Extension):
    """Puts resolved addresses in the place of relative ones."""

    targets: Mapping[str, str] = {}

    def extendMarkdown(self, md: Markdown) -> None:
        md.treeprocessors.register(_ResolveLinksInTree(self, md), "bantin-links", 0)


class _ResolveLinksInTree(Treeprocessor):
    def __init__(self, extension: _ResolveLinks, md: Markdown) -> None:
        super().__init__(md)
        self._extension = extension

    def run(self, root: Element) -> None:
        targets = self._extension.targets
        if not targets:
            return
        for element in root.iter():
            for name in ("href", "src"):
                value = element.get(name)
                if value is not None and value in targets:
                    element.set(name, targets[value])
        # HTML that an editor wrote is no part of the tree.
        blocks = self.md.htmlStash.rawHtmlBlocks
        blocks[:] = [
            _HTML_HREF.sub(lambda m: m[1] + targets.get(m[2], m[2]), block)
            if isinstance(block, str)
            else block
            for block in blocks
        ]
