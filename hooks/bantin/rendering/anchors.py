"""Addresses within a page: an id for each item of a body's numbered lists. Knows HTML only."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TAG = re.compile(r"<(/?)(ol|ul|li)\b[^>]*>")


def mark_items(html: str, anchors: Sequence[str]) -> str:
    """Return a body's HTML with an id on each item of its outermost numbered lists.

    Args:
        html: as Markdown gives it.
        anchors: an id for each of those items, in order. Where they are not as many as the items,
            nothing is marked: an address must not lead to another item than it names.
    """
    places = []
    open_lists: list[str] = []
    for match in _TAG.finditer(html):
        closes, tag = match.groups()
        if tag == "li":
            if not closes and open_lists == ["ol"]:
                places.append(match)
        elif not closes:
            open_lists.append(tag)
        elif open_lists:
            open_lists.pop()
    if len(places) != len(anchors):
        return html
    pieces, at = [], 0
    for match, anchor in zip(places, anchors, strict=True):
        # An id that the editor wrote stays the only one.
        given = "" if " id=" in match[0] else f' id="{anchor}"'
        pieces += [html[at : match.start()], f"<li{given}{match[0][3:]}"]
        at = match.end()
    return "".join((*pieces, html[at:]))
