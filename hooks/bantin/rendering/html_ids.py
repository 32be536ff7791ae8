"""Ids of a text: which ones there are, and that none is on its page twice.

Knows HTML as nh3 writes it: attributes in double quotes, no "<" in text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

# Those of the templates that show a record's text.
PAGE_IDS = frozenset(
    "ban-giay chuyen-giao co-quan cuoc-hop cuoc_hop dinh-kem duoc_giao ket-luan lien-quan nguoi "
    "noi-dung noi-nhan so_lieu thay-doi thuoc-tinh tin_tuc van_ban ve-co-quan".split()
)
_TAG = re.compile(r'<[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


def find_ids(html: str) -> list[str]:
    """Return the ids of HTML in the order they come, as browsers read them."""
    return [value for name, value in _attributes(html) if name == "id"]


def find_places(html: str) -> set[str]:
    """Return all that an address with "#" can lead to: ids, and the names of links."""
    return {value for _, value in _attributes(html)}


def drop_repeated_ids(html: str) -> str:
    """Return HTML in which only the first of several equal ids is left."""
    ids = find_ids(html)
    if len(set(ids)) == len(ids):
        return html
    seen: set[str] = set()

    def in_attribute(match: re.Match[str]) -> str:
        value = unescape(match[2])
        if match[1] != "id" or value not in seen:
            seen.update([value] if match[1] == "id" else ())
            return match[0]
        return ""

    return _TAG.sub(lambda tag: _ATTRIBUTE.sub(in_attribute, tag[0]), html)


def _attributes(html: str) -> Iterator[tuple[str, str]]:
    """Yield each id and name; the values of other attributes are skipped, whatever they say."""
    if " id=" not in html and " name=" not in html:
        return
    for tag in _TAG.findall(html):
        for name, value in _ATTRIBUTE.findall(tag):
            if name in ("id", "name"):
                yield name, unescape(value)
