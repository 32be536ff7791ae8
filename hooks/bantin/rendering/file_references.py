"""Finds the files that a page, a style sheet or a script names. Knows no archive.

A name may be found that the browser never asks for. A file that is named is meant.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from bantin.rendering.html_reader import HtmlReader

# A value in quotes or brackets. Brackets within a name close.
_HELD = re.compile(
    r""""([^"\n]{1,500})"|'([^'\n]{1,500})'|`([^`\n]{1,500})`|<([^<>\n]{1,500})>"""
    r"|\(([^()\n]{0,300}(?:\([^()\n]{0,100}\)[^()\n]{0,300}){0,3})\)"
)
_AFTER_COLON = re.compile(r":[ \t]*(\S{1,500})")


def references_in_html(source: str) -> set[str]:
    """Return every value of a page that may be an address, as written."""
    reader = _AddressReader()
    reader.feed(source)
    reader.close()
    return reader.found


def references_in_text(source: str) -> set[str]:
    """Return every value of a style sheet, a script or another text that may be an address.

    Those are the values in quotes and brackets, and the words after a colon.
    """
    held = (value.strip() for match in _HELD.finditer(source) for value in match.groups() if value)
    found = {part for value in held for part in (value, *value.split(maxsplit=1)[:1])}
    # Quotes stand within brackets.
    found |= {value.strip("\"'`<>") for value in found}
    return found | {match[1].rstrip(",;>") for match in _AFTER_COLON.finditer(source)}


class _AddressReader(HtmlReader):
    """Collects the values of all attributes, and what styles and scripts of the page name."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if not value:
                continue
            self.found.add(value)
            if name in ("srcset", "imagesrcset"):
                self.found.update(part.split()[0] for part in value.split(",") if part.strip())
            elif name == "style":
                self.found |= references_in_text(value)

    def handle_data(self, data: str) -> None:
        if self.cdata_elem is not None:
            self.found |= references_in_text(data)


def paths_meant(reference: str, folder: str, site_url: str) -> Iterator[str]:
    """Yield the paths below the site's root that a reference may mean; none for another site.

    Args:
        reference: as written.
        folder: folder of the page or file, below the site's root; "" for the root.
        site_url: absolute address of the site, with "/" at its end.
    """
    reference = reference.strip().removeprefix(site_url)
    try:
        parts = urlsplit(reference)
    except ValueError:
        return
    path = unquote(parts.path)
    if parts.scheme or parts.netloc or not path:
        return
    if not path.startswith("/"):
        yield posixpath.normpath(posixpath.join(folder, path))
        # A script may name a file as seen from the root.
        yield posixpath.normpath(path)
        return
    yield posixpath.normpath(path).lstrip("/")
    yield posixpath.normpath(path.removeprefix(urlsplit(site_url).path)).lstrip("/")
