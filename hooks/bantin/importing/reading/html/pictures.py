"""Chooses the pictures of a page and reads those that lie beside it; opens nothing else.

Knows no layout.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
import urllib.parse
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from PIL import Image
from selectolax.lexbor import LexborNode

from bantin.importing.reading.html.tree import class_of

Opener = Callable[[str], bytes]

SMALLEST_SIDE_PX = 80
MOST_PICTURES = 200
LARGEST_PICTURE_BYTES = 20_000_000
_ENDINGS = {
    "JPEG": ".jpg",
    "PNG": ".png",
    "GIF": ".gif",
    "WEBP": ".webp",
    "BMP": ".bmp",
}
_LAZY = ("data-src", "data-original", "data-lazy-src", "data-url", "data-image")
_NO_ADDRESS = ("data:", "javascript:", "about:", "blob:")
_DATA = re.compile(r"data:image/[\w.+-]{1,40}(?:;[\w=-]{1,40})*;base64,", re.IGNORECASE)
_DECORATION = re.compile(
    r"(?:^|[/_.-])(?:logo|icons?|sprite|spacer|blank|loading|emoji|smil(?:ey|ies?)|pixel|btn|"
    r"button|bullet|arrow|avatar|tracking|favicon|rss|print|facebook|zalo|twitter|youtube|"
    r"captcha|counter|transparent|no-?image)(?:[_.-]|\d|/|$)",
    re.IGNORECASE,
)
_SIZE = re.compile(r"\s{0,9}([0-9]{1,5})(?:\.[0-9]{1,9})?\s{0,9}(?:px)?\s{0,9}")
_STYLE_SIZE = re.compile(r"(?<![\w-])(width|height)\s*:\s*([0-9]{1,5})(?:\.[0-9]+)?px")
# Larger than any logo; a picture of a logo may be called so and be a photo.
_SURELY_PHOTO_PX = 250


@dataclass(frozen=True, slots=True)
class FoundPicture:
    """A picture of the text.

    Attributes:
        address: as written; "" for one that stands in the page itself.
        data: its bytes; empty where it was not found.
        ending: ".jpg", by content; by address where there is no content.
        alt: its alternative text.
    """

    address: str
    data: bytes
    ending: str
    alt: str


def find_picture(node: LexborNode, open_file: Opener) -> FoundPicture | None:
    """Return the picture of an `img` element; None for decoration.

    Args:
        node: the element.
        open_file: returns the bytes of a file saved with the page; b"" for any other address.
    """
    address, data = _source(node, open_file)
    if not address and not data:
        return None
    alt = node.attributes.get("alt") or ""
    name = urllib.parse.urlsplit(address).path if _splits(address) else address
    decorated = _DECORATION.search(name) or _DECORATION.search(class_of(node).replace(" ", "/"))
    size = _decoded_size(data)
    if data:
        if size is None:
            return None  # no picture, or one that the record cannot keep
        ending, width, height = size
        if min(width, height) < SMALLEST_SIDE_PX:
            return None
        if decorated and max(width, height) < _SURELY_PHOTO_PX:
            return None
        return FoundPicture(address, data, ending, alt)
    if decorated or any(side < SMALLEST_SIDE_PX for side in _declared_sides(node)):
        return None
    suffix = re.search(r"\.(?:jpe?g|png|gif|webp|bmp)$", name, re.IGNORECASE)
    if name.lower().endswith(".svg"):
        return None
    return FoundPicture(address, b"", suffix[0].lower() if suffix else "", alt)


def _source(node: LexborNode, open_file: Opener) -> tuple[str, bytes]:
    """Return the address and the bytes of the first source that has bytes, or of the first."""
    attributes = node.attributes
    written = [attributes.get("src") or "", *(attributes.get(name) or "" for name in _LAZY)]
    for name in ("srcset", "data-srcset"):
        first = (attributes.get(name) or "").strip().split(",")[0].split()
        written += first[:1]
    addresses = []
    for address in map(str.strip, written):
        if match := _DATA.match(address[:200]):
            data = _decode(address[match.end() :])
            size = _decoded_size(data)
            # The grey dot that stands in for a picture that is yet to come.
            if size is not None and min(size[1:]) >= SMALLEST_SIDE_PX:
                return "", data
        elif address and not address.lower().startswith(_NO_ADDRESS):
            addresses.append(address)
    for address in addresses:
        if data := open_file(address):
            return address, data
    # A lazy picture names what it will show beside "loading.gif".
    addresses.sort(key=lambda address: bool(_DECORATION.search(address)))
    return (addresses[0], b"") if addresses else ("", b"")


def _decode(text: str) -> bytes:
    if len(text) > LARGEST_PICTURE_BYTES * 4 // 3:
        return b""
    try:
        return base64.b64decode(urllib.parse.unquote(text), validate=False)
    except (binascii.Error, ValueError):
        return b""


def _decoded_size(data: bytes) -> tuple[str, int, int] | None:
    """Return ending, width and height of a picture by its head; None for what is none."""
    if not data or len(data) > LARGEST_PICTURE_BYTES:
        return None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=tuple(_ENDINGS)) as image:
                return _ENDINGS[image.format or ""], image.width, image.height
    except (OSError, ValueError, KeyError, SyntaxError, Image.DecompressionBombError):
        return None


def _declared_sides(node: LexborNode) -> list[int]:
    sides = [
        int(match[1])
        for name in ("width", "height")
        if (match := _SIZE.fullmatch(node.attributes.get(name) or ""))
    ]
    style = (node.attributes.get("style") or "").lower()
    return sides + [int(match[2]) for match in _STYLE_SIZE.finditer(style[:2000])]


def _splits(address: str) -> bool:
    try:
        urllib.parse.urlsplit(address)
    except ValueError:
        return False
    return True
