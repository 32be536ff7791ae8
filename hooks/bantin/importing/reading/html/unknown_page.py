"""Finds the text of a page whose system is not known, by trafilatura.

Trafilatura tells what is text; the text itself is read by our own rules, so that lists, tables
and pictures are kept as on any other page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import trafilatura
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.importing.capture import FieldName
from bantin.importing.reading.html.rules import PortalRules
from bantin.importing.reading.html.tree import (
    ancestors,
    class_of,
    is_unread,
    select,
    walk,
    words_of,
)
from bantin.text.normalize import nfc, squeeze_spaces

# What templates of any make call their parts.
ANY_SYSTEM = PortalRules(
    system="",
    fields={
        FieldName.TITLE: ("[itemprop=headline]",),
        FieldName.DATE: (
            "[itemprop=datePublished]@content",
            "[itemprop=datePublished]@datetime",
            "[itemprop=datePublished]",
        ),
        FieldName.AUTHOR: ("[itemprop=author]", "[rel=author]"),
        FieldName.SECTION: ("[itemprop=articleSection]",),
    },
    files=(".attachments", ".attachment", ".file-dinh-kem", ".tep-dinh-kem"),
)
_REGIONS = (
    "[itemprop=articleBody]",
    "article",
    "main",
    "[role=main]",
    "#content",
    "#main-content",
    "#main",
    ".main-content",
    ".content",
)
# Its other ways, which `fast` leaves out, take the square of the paragraphs.
_LARGEST, _MOST_TAGS = 2_000_000, 40_000
_LEAST_TEXT = 150
_LEAST_LINE = 12
_SPACE = re.compile(r"\s+")
_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:tieu-?de\w{0,12}|(?:news|article|detail|post|tin)?-?title)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NOT_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class FoundText:
    """The text of a page of an unknown system.

    Attributes:
        body: the element that holds it.
        is_whole: nothing told the text from the rest: it is all of the page's main part.
    """

    body: LexborNode
    is_whole: bool


def find_text(tree: LexborHTMLParser, html: str) -> FoundText | None:
    """Return the text of a page; None for a page without words."""
    if tree.body is None:
        return None
    # The second way finds more, and now and then columns beside the text.
    for favor_recall in (False, True):
        wanted = _extract(html, favor_recall=favor_recall)
        if len(wanted) >= _LEAST_TEXT and (body := _holder(tree.body, wanted)) is not None:
            return FoundText(body, is_whole=False)
    for css in _REGIONS:
        regions = [(len(words_of(node)), node) for node in select(tree, css)]
        if regions and (best := max(regions, key=lambda pair: pair[0]))[0] >= _LEAST_TEXT:
            return FoundText(best[1], is_whole=True)
    return FoundText(tree.body, is_whole=True) if words_of(tree.body) else None


def find_title(tree: LexborHTMLParser, body: LexborNode) -> LexborNode | None:
    """Return the element of the title: the heading nearest above or inside the text."""
    title = tree.css_first("title")
    told = [words_of(title)] if title is not None else []
    for meta in select(tree, 'meta[property="og:title"]'):
        told.append(meta.attributes.get("content") or "")
    names = [_key(name) for name in told if name]
    found = [
        (node, key)
        for node in select(tree, "h1, h2, h3, .title, .tieude, .tieu-de, .news-title")
        if len(key := _key(words_of(node))) >= 8
    ]
    for node, key in found:
        if any(key in name or (len(name) >= 15 and name in key) for name in names):
            return node
    heads = [node for node, _ in found if node.tag == "h1" and not _in_header(node)]
    if len(heads) == 1:
        return heads[0]
    return None if heads else _called_title(tree, body)


def _called_title(tree: LexborHTMLParser, body: LexborNode) -> LexborNode | None:
    """Return the one element near the text whose class calls it the title."""
    near = {node.mem_id for node, _ in zip(ancestors(body), range(4), strict=False)} | {body.mem_id}
    found = [
        node
        for node in select(tree, '[class*="tieude" i], [class*="tieu-de" i], [class*="title" i]')
        if _TITLE_CLASS.search(class_of(node))
        and 15 <= len(words_of(node)) <= 300
        and not is_unread(node)
        and not _in_header(node)
        and any(above.mem_id in near and above.tag != "body" for above in ancestors(node))
    ]
    return found[0] if len({words_of(node) for node in found}) == 1 else None


def _in_header(node: LexborNode) -> bool:
    return any(above.tag == "a" or (above.attributes.get("id") or "") in ("header", "logo")
               for above in ancestors(node)) or node.css_first("img") is not None  # fmt: skip


def _extract(html: str, *, favor_recall: bool) -> str:
    """Return the text that trafilatura finds; "" where it finds none or gives up."""
    if len(html) > _LARGEST or html.count("<") > _MOST_TAGS:
        return ""
    try:
        found = trafilatura.bare_extraction(
            html, include_comments=False, fast=True, include_tables=True, favor_recall=favor_recall
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, AssertionError):
        return ""
    text = getattr(found, "text", None)
    return nfc(text) if isinstance(text, str) else ""


def _holder(root: LexborNode, wanted: str) -> LexborNode | None:
    """Return the smallest element that holds nearly all of a text; None for one too wide."""
    key = _key(wanted)
    weights: dict[int, int] = {}
    total = 0
    first: LexborNode | None = None
    for node in walk(root):
        if not node.is_text_node or (node.parent is not None and node.parent.tag == "a"):
            continue
        words = _key(node.text_content or "")
        if len(words) < _LEAST_LINE or words not in key:
            continue
        first = first or node
        total += len(words)
        for above in ancestors(node):
            weights[above.mem_id] = weights.get(above.mem_id, 0) + len(words)
    if first is None:
        return None
    # All holders of nearly everything hold one another: the smallest holds some heaviest line.
    best: LexborNode | None = None
    for node in walk(root):
        if node.is_element_node and weights.get(node.mem_id, 0) >= 0.9 * total:
            best = node
    if best is None or len(_key(words_of(best))) > 2 * len(key) + 200:
        return None
    return best


def _key(text: str) -> str:
    return _NOT_WORD.sub("", squeeze_spaces(_SPACE.sub(" ", nfc(text)))).lower()
