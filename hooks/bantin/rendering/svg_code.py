"""Finds what a browser would run or fetch from an SVG file that a reader opens.

An SVG file that is opened by itself is a page of the site, with all its rights. A file without code
is shown as it is; nothing is taken out of a file.

Source: https://www.w3.org/TR/SVG2/ (script, event attributes, links, animation of attributes).
"""

from __future__ import annotations

import re
from xml.parsers import expat

_XHTML = "http://www.w3.org/1999/xhtml"
_XML_BASE = "http://www.w3.org/XML/1998/namespace base"
# Elements that hold or call code, or another page, in any namespace.
_ACTIVE = frozenset(
    "script handler listener foreignobject iframe frame embed object applet audio video "
    "link meta base form".split()
)
_ANIMATIONS = frozenset(("set", "animate", "animatetransform", "animatemotion", "animatecolor"))
_LINK_SCHEMES = ("http", "https", "mailto", "tel")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
_FETCH = re.compile(r"@import|url\(\s*[\"']?\s*([^\"')]*)", re.IGNORECASE)
# CSS may write any letter by its number.
_ESCAPE = re.compile(r"\\(?:([0-9a-f]{1,6})\s?|(.))", re.IGNORECASE | re.DOTALL)
_FONT = re.compile(r"data:(?:font/|application/(?:x-)?font-)", re.IGNORECASE)
_SKIPPED = dict.fromkeys(range(33))
_SVG_DTD = "-//W3C//DTD SVG 1."


class _FoundError(Exception):
    """Something active was found; the message, in Vietnamese, names it."""


def find_svg_code(content: bytes) -> str:
    """Return what makes an SVG file dangerous to open, in Vietnamese; "" for a harmless file.

    Args:
        content: of the whole file.
    """
    if content[:2] == b"\x1f\x8b":
        return "bị nén (gzip), máy không xem được bên trong"
    parser = expat.ParserCreate(namespace_separator=" ")
    reader = _Reader()
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = _refuse_declarations
    parser.ProcessingInstructionHandler = _refuse_instruction
    parser.buffer_text = True
    try:
        parser.Parse(content, True)
    except _FoundError as error:
        return str(error)
    except expat.ExpatError as error:
        # A browser shows what stands before the fault, and runs it.
        return f"không phải XML đúng (dòng {error.lineno})"
    return ""


class _Reader:
    """Reads elements, and stops at the first that is active."""

    def __init__(self) -> None:
        self._style: list[str] | None = None

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Judge an element and its attributes."""
        space, _, local = name.rpartition(" ")
        local = local.lower()
        if local in _ACTIVE or space == _XHTML:
            raise _FoundError(f"có phần tử <{_in_print(local)}>")
        self._style = [] if local == "style" else self._style
        for full, value in attributes.items():
            attribute = full.rpartition(" ")[2].lower()
            if attribute.startswith("on"):
                raise _FoundError(f"có mã chạy trong thuộc tính {_in_print(attribute)}")
            if attribute in ("href", "src") and not _may_lead(local, value):
                raise _FoundError(f"có địa chỉ “{_in_print(value)}” ở <{local}>")
            if full == _XML_BASE:
                raise _FoundError("có thuộc tính xml:base")
            if attribute == "attributename" and local in _ANIMATIONS:
                _judge_animated(local, value)
            elif "\\" in value or "(" in value or "@" in value:
                _judge_style(value, attribute)

    def text(self, text: str) -> None:
        """Keep the text of a style sheet."""
        if self._style is not None:
            self._style.append(text)

    def end(self, name: str) -> None:
        """Judge a finished style sheet."""
        if self._style is not None and name.rpartition(" ")[2].lower() == "style":
            _judge_style("".join(self._style), "style")
            self._style = None


def _may_lead(element: str, address: str) -> bool:
    """Tell whether an element may have an address: links to pages, else to a part of this file."""
    read = address.translate(_SKIPPED)
    if not read or read.startswith("#"):
        return True
    if element != "a":
        return _PICTURE.match(read) is not None and element in ("image", "feimage")
    scheme = _SCHEME.match(read)
    return scheme is None or scheme[1].lower() in _LINK_SCHEMES


def _judge_animated(element: str, attribute: str) -> None:
    changed = attribute.strip().rpartition(":")[2].lower()
    if changed in ("href", "src", "style") or changed.startswith("on"):
        raise _FoundError(f"có <{element}> đổi thuộc tính {changed}")


def _judge_style(text: str, where: str) -> None:
    """Refuse a style that fetches a file."""
    for found in _FETCH.finditer(_ESCAPE.sub(_letter, text)):
        target = (found[1] or "").strip()
        if not (target.startswith("#") or _PICTURE.match(target) or _FONT.match(target)):
            raise _FoundError(f"lấy tệp khác trong {where}: “{_in_print(found[0])}”")


def _in_print(value: str) -> str:
    return "".join(filter(str.isprintable, value))[:60].strip()


def _letter(escape: re.Match[str]) -> str:
    if not escape[1]:
        return escape[2]
    code = int(escape[1], 16)
    return chr(code) if code < 0x110000 else ""


def _refuse_declarations(
    name: str, system_id: str | None, public_id: str | None, has_internal_subset: bool
) -> None:
    # Entities grow without bound, and an attribute list may add a handler to any element. Browsers
    # fetch no DTD, so SVG's own does nothing. XHTML's and MathML's they know by heart: with them
    # "javascript&colon;" is an address, which this parser would read without the entity.
    if public_id is not None and not public_id.startswith(_SVG_DTD):
        raise _FoundError(f"có khai báo lạ (<!DOCTYPE … “{_in_print(public_id)}”>)")
    if has_internal_subset:
        raise _FoundError("có khai báo riêng (<!DOCTYPE … [ … ]>)")


def _refuse_instruction(target: str, data: str) -> None:
    if target.lower().startswith("xml-stylesheet"):
        raise _FoundError("lấy kiểu từ tệp khác (<?xml-stylesheet?>)")
