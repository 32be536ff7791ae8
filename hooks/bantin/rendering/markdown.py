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

from bantin.rendering.abbreviations import TEXT, Abbreviation, mark_abbreviations
from bantin.rendering.anchors import mark_items
from bantin.rendering.lists import VietnameseLists
from bantin.rendering.plain_body import render_plain
from bantin.rendering.sanitise import clean, may_need_cleaning
from bantin.text.slug import slugify

# For each way to write a link: what a text with one holds, and how to find it.
_HREFS = (
    ("](", r"\]\(\s*(?:<(?P<angle>[^>\n]+)>|(?P<inline>[^)\s<>]+))"),
    # Not a footnote, which leads nowhere.
    ("]:", r"^\s{0,3}\[(?!\^)[^\]]+\]:\s*<?(?P<reference>[^\s>]+)"),
    ("=", r"\b(?:href|src)\s*=\s*[\"'](?P<html>[^\"']+)"),
)
_HTML_HREF = re.compile(r"(\b(?:href|src)\s*=\s*[\"'])([^\"']+)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#", re.IGNORECASE)
NO_TARGETS: Mapping[str, str] = {}
_BLOCK_SIGNS = ("#", ">", "-", "+", "*")
_INLINE_SIGNS = ("\\", "`", "*", "_", "{", "[", "<", "&")
# In order: what a text that a pattern matches must hold one of, the pattern, what takes its place.
# Looking for the signs costs a hundredth of looking for the pattern.
_MARKUP = (
    (("![",), re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (("](",), re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (("]:",), re.compile(r"^\s{0,3}\[[^\]]+\]:\s.*$", re.MULTILINE), ""),
    (("<",), re.compile(r"<[^>\n]{1,300}>"), " "),
    (_BLOCK_SIGNS, re.compile(r"^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)", re.MULTILINE), ""),
    (("{",), re.compile(r"\{[:#.][^}\n]*\}"), ""),
    (
        ("*", "__", "`"),
        # The first group only saves trying the rest.
        re.compile(r"(?=[*_`])(?<!\\)(\*{1,3}|_{2,3}|`+)(?=\S)(.+?)(?<=[^\s\\])\1"),
        r"\2",
    ),
    (("\\",), re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class MarkdownText:
    """Markdown whose relative links are resolved.

    Attributes:
        source: Markdown.
        links: (href as written, address relative to the site's root), one for each that changes.
        anchors: ids for the items of its outermost numbered lists, in order; () for none.
        abbreviations: all of its page; the first use of those that it uses first is marked.
    """

    source: str
    links: tuple[tuple[str, str], ...] = ()
    anchors: tuple[str, ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()


def find_relative_hrefs(source: str) -> list[str]:
    """Return the relative links and images of a Markdown text, as written, each once, in order."""
    return [href for href in find_hrefs(source) if not _ABSOLUTE.match(href)]


def find_hrefs(source: str) -> list[str]:
    """Return all links and images of a Markdown text, as written, each once, in order."""
    # Most bodies hold no link; each way to write one needs one of these.
    if "]" not in source and "=" not in source:
        return []
    # Three times as quick without a way that cannot match; `re` keeps what it has compiled.
    ways = [way for sign, way in _HREFS if sign in source]
    if not ways:
        return []
    matches = re.finditer("|".join(ways), source, re.MULTILINE)
    return list(dict.fromkeys(match[match.lastgroup or 0] for match in matches))


def plain_text(source: str) -> str:
    """Return the words of a Markdown text on one line, without its markup; for search and feeds."""
    lines = source.split("\n")
    if not _begins_block(lines) and not _holds_any(source, _INLINE_SIGNS):
        # Its white space is spaces and line breaks if it is printable: no need to take all words
        # apart where they stand one space apart.
        text = " ".join([line for line in lines if line])
        is_even = "  " not in text and text.isprintable()
        return text.strip(" ") if is_even else " ".join(text.split())
    for signs, pattern, replacement in _MARKUP:
        is_block = signs is _BLOCK_SIGNS
        if _begins_block(source.split("\n")) if is_block else _holds_any(source, signs):
            source = pattern.sub(replacement, source)
    return html.unescape(" ".join(source.split())).strip()


def _holds_any(source: str, signs: tuple[str, ...]) -> bool:
    return any(sign in source for sign in signs)


def _begins_block(lines: list[str]) -> bool:
    """True when a line begins with a sign of a heading, a quotation or a list."""
    return any(line.lstrip().startswith(_BLOCK_SIGNS) for line in lines)


def make_markdown(*extensions: Extension) -> Markdown:
    """Return a new Python-Markdown as the site reads it, with these extensions after its own."""
    return Markdown(
        extensions=["tables", "footnotes", "attr_list", VietnameseLists(), "toc", *extensions],
        extension_configs={
            # Not by inline styles, which the policy of content forbids.
            "tables": {"use_align_attribute": True},
            "toc": {"baselevel": 2, "slugify": lambda text, _separator: slugify(text)},
            "footnotes": {"BACKLINK_TITLE": "Trở lại chỗ ghi chú thích {}"},
        },
        output_format="html",
    )


class MarkdownConverter:
    """Turns bodies into HTML, one after the other, with one reused Python-Markdown."""

    def __init__(self) -> None:
        self._links = _ResolveLinks()
        self._markdown = make_markdown(self._links)

    def convert(self, text: MarkdownText, base: str) -> str:
        """Return the HTML of a body.

        Args:
            text: Markdown; may be empty.
            base: relative way to the site's root, such as "../../".
        """
        html = render_plain(text.source)
        if html is None:
            html = self.convert_raw(text.source, {href: base + url for href, url in text.links})
            if may_need_cleaning(text.source):
                html = clean(html)
        if text.anchors:
            html = mark_items(html, text.anchors)
        if text.abbreviations:
            html = mark_abbreviations(html, text.abbreviations, TEXT)
        return html

    def convert_raw(self, source: str, targets: Mapping[str, str] = NO_TARGETS) -> str:
        """Return the HTML of a body as Python-Markdown gives it: an editor's HTML stays in it.

        Args:
            source: Markdown.
            targets: relative link as written → where it leads.
        """
        self._links.targets = targets
        self._markdown.reset()
        return self._markdown.convert(source)


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
