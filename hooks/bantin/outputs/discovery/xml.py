"""Writes the site's XML files, all in the same form."""

from __future__ import annotations

from xml.etree.ElementTree import Element, indent, tostring


def to_xml(root: Element) -> bytes:
    """Return an indented UTF-8 document with its declaration and a final line feed."""
    indent(root)
    body = tostring(root, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'.encode()
