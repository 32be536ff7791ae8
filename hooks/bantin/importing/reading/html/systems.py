"""Tells which portal system made a page.

The rules of each system lie in `portals/`; whoever adds a system adds its rules to SYSTEMS.
"""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bantin.errors import ImportRefusedError
from bantin.importing.reading.html.portals.dotnet import DOTNETNUKE, MOJOPORTAL
from bantin.importing.reading.html.portals.liferay import ECOIT, LIFERAY, VNPT
from bantin.importing.reading.html.portals.nukeviet import NUKEVIET
from bantin.importing.reading.html.portals.press import CHINHPHU, PRESS
from bantin.importing.reading.html.portals.sharepoint import SHAREPOINT
from bantin.importing.reading.html.portals.world import JOOMLA, WORDPRESS
from bantin.importing.reading.html.rules import PortalRules
from bantin.importing.reading.html.tree import select, walk

# In the order asked: what is built on another system stands before it.
SYSTEMS = (
    NUKEVIET,
    CHINHPHU,
    PRESS,
    ECOIT,
    VNPT,
    LIFERAY,
    MOJOPORTAL,
    DOTNETNUKE,
    SHAREPOINT,
    JOOMLA,
    WORDPRESS,
)
_LEAST_BODY = 60
# Lists of items have the beginnings of items in the same spots.
_LEAST_TEASERS, _LONGEST_TEASER = 4, 600


def tell_system(tree: LexborHTMLParser, html: str) -> PortalRules | None:
    """Return the rules of the system that made a page; None for an unknown one."""
    source = html.lower()
    for rules in SYSTEMS:
        if any(select(tree, sign) for sign in rules.signs) or any(
            trace in source for trace in rules.traces
        ):
            return rules
    return None


def find_body(tree: LexborHTMLParser, rules: PortalRules, dropped: set[int]) -> LexborNode | None:
    """Return the element that holds the text; None where the rules find none.

    Several elements may match a spot, menus and footers among them: the fullest is taken.

    Raises:
        ImportRefusedError: they are the beginnings of several items.
    """
    for spot in rules.body:
        found = [(_fullness(node, dropped), node) for node in select(tree, spot)]
        found = [(count, node) for count, node in found if count >= _LEAST_BODY]
        if not found:
            continue
        most, fullest = max(found, key=lambda pair: pair[0])
        if len(found) >= _LEAST_TEASERS and most < _LONGEST_TEASER:
            raise ImportRefusedError(
                f"trang là danh sách {len(found)} tin, không phải một bài viết; "
                "mở từng tin rồi lưu riêng"
            )
        return fullest
    return None


def _fullness(node: LexborNode, dropped: set[int]) -> int:
    """Count the characters of an element that stand in no link."""
    count = 0
    for each in walk(node):
        if each.is_text_node:
            parent = each.parent
            if parent is not None and parent.tag != "a" and parent.mem_id not in dropped:
                count += len((each.text_content or "").strip())
    return count
