"""Asks a parsed page: words of an element, order of elements, what is hidden.

Walks without recursion, so that deep nesting cannot stop it. Knows no portal.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from bantin.errors import ImportRefusedError
from bantin.text.normalize import squeeze_spaces

# Elements whose words nobody reads.
UNREAD = frozenset(
    "script style noscript template svg math head title meta link iframe object embed select "
    "option textarea input button audio video canvas map nav xml".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body center dd details dialog div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main ol p pre section "
    "summary table caption tbody td tfoot th thead tr ul".split()
)
_HIDDEN_CLASSES = frozenset(
    "hidden hide d-none sr-only visually-hidden screen-reader-text ms-hide ms-hidden "
    "noprint-hidden".split()
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_SPACE = re.compile(r"\s+")
# Where a block ends inside an element whose words are taken as one line.
_SEPARATE = BLOCKS | {"br"}
# The parser's time grows with the square of the depth.
_DEEPEST = 4000
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:]*)")
_CLOSED_BY_OTHERS = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th "
    "thead tbody tfoot option colgroup caption html head body".split()
)


def parse_page(html: str) -> LexborHTMLParser:
    """Parse a page.

    Raises:
        ImportRefusedError: its elements are nested too deep.
    """
    depth = 0
    for match in _TAG.finditer(html):
        if match[2].lower() in _CLOSED_BY_OTHERS:
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        if depth > _DEEPEST:
            raise ImportRefusedError(
                "các thẻ của trang lồng nhau quá sâu, không đọc được; lưu lại trang từ trình duyệt"
            )
    return LexborHTMLParser(html)


def select(root: LexborHTMLParser | LexborNode, css: str) -> list[LexborNode]:
    """Return the elements that a selector finds, in order; [] where it cannot be asked."""
    try:
        return root.css(css)
    except SelectolaxError:
        return []


def class_of(node: LexborNode) -> str:
    """Return the class attribute; "" without one."""
    return node.attributes.get("class") or ""


def is_hidden(node: LexborNode) -> bool:
    """Tell whether an element by itself is not shown."""
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or not _HIDDEN_CLASSES.isdisjoint(class_of(node).split()):
        return True
    style = attributes.get("style")
    return bool(style and _HIDING.search(style.lower()))


def is_element(node: LexborNode) -> bool:
    """Tell elements from texts, comments and the rest."""
    return bool(node.is_element_node)


def traverse(
    root: LexborNode,
    enter: Callable[[LexborNode], bool],
    leave: Callable[[LexborNode], None],
) -> None:
    """Go through an element in reading order.

    Args:
        root: the element, entered first and left last.
        enter: takes a node; returns whether to go through what it holds.
        leave: takes a node when all it holds is passed.
    """
    node = root
    while True:
        into = node.child if enter(node) else None
        if into is not None:
            node = into
            continue
        leave(node)
        while node.mem_id != root.mem_id and node.next is None:
            above = node.parent
            if above is None:
                return
            node = above
            leave(node)
        if node.mem_id == root.mem_id or node.next is None:
            return
        node = node.next


def walk(root: LexborNode) -> Iterator[LexborNode]:
    """Yield what an element holds in reading order, itself first; not what is unread or hidden."""
    node: LexborNode | None = root
    while node is not None:
        yield node
        into = node.child
        if into is not None and (node.mem_id == root.mem_id or not is_unread(node)):
            node = into
            continue
        node = _after(node, root)


def is_unread(node: LexborNode) -> bool:
    """Tell whether nobody reads what an element holds."""
    return bool(node.is_element_node) and (node.tag in UNREAD or is_hidden(node))


def _after(node: LexborNode, root: LexborNode) -> LexborNode | None:
    """Return what follows an element with all it holds, inside a root."""
    here: LexborNode | None = node
    while here is not None and here.mem_id != root.mem_id:
        if here.next is not None:
            return here.next
        here = here.parent
    return None


def words_of(node: LexborNode, most: int = 1_000_000) -> str:
    """Return the words of an element as one line, cut somewhere behind `most` characters."""
    parts: list[str] = []
    count = 0
    for each in walk(node):
        if each.is_text_node:
            parts.append(each.text_content or "")
            count += len(parts[-1])
        elif each.tag in _SEPARATE:
            parts.append(" ")
            count += 1
        if count > most:
            break
    return squeeze_spaces(_SPACE.sub(" ", "".join(parts)))


def ancestors(node: LexborNode) -> Iterator[LexborNode]:
    """Yield the elements that hold a node, the nearest first."""
    here = node.parent
    while here is not None:
        yield here
        here = here.parent
