"""Tells links to attachments from other links.

Knows addresses, not portals.
"""

from __future__ import annotations

import re
import urllib.parse

from selectolax.lexbor import LexborNode

from bantin.importing.reading.html.tree import words_of

_FILES = re.compile(
    r"\.(?:pdf|docx?|xlsx?|pptx?|rtf|odt|ods|zip|rar|7z|csv|txt|mp3|mp4)(?:/[0-9a-f-]{36})?$",
    re.IGNORECASE,
)
# Liferay names the file in the path and its version behind it; others hand files out by script.
_LIFERAY = re.compile(
    r"/documents/[^?#]{1,400}\.(?:pdf|docx?|xlsx?|pptx?|rtf|zip|rar)(?:/|$)", re.IGNORECASE
)
_BY_SCRIPT = re.compile(
    r"(?:/|=)(?:download(?:file)?|tai-?ve|get_?file|attachment)s?(?:/|\.\w{2,4}|$|&)"
    r"|/(?:handlers?|_layouts)/[^?#]{0,100}download",
    re.IGNORECASE,
)


def attachment_of(node: LexborNode, address: str) -> tuple[str, str] | None:
    """Return address and words of a link to a file; None for any other link."""
    address = address.strip()
    if not address or address.startswith("#") or len(address) > 2000:
        return None
    if address.lower().startswith(("javascript:", "mailto:", "tel:", "data:", "file:")):
        return None
    try:
        split = urllib.parse.urlsplit(address)
    except ValueError:
        return None
    path = urllib.parse.unquote(split.path)
    query = urllib.parse.unquote(split.query)
    named = any(_FILES.search(value) for value in query.split("&"))
    if not (_FILES.search(path) or _LIFERAY.search(path) or named or _BY_SCRIPT.search(path)):
        return None
    words = words_of(node) or node.attributes.get("title") or path.rpartition("/")[2]
    return address, words
