"""Tells of characters that no text may hold and that a body writes as HTML references: "&#x202e;".

`records.characters` judges; Markdown and the cleaner let most of them pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from bantin.errors import Problem
from bantin.records.characters import NFD_MESSAGE, find_refused, name_refused
from bantin.records.models import Record
from bantin.rendering.rendered_text import RenderedText
from bantin.text.normalize import nfc

# No character has a number with more digits.
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,9}|[A-Za-z]{2,32});?")
_HINT = "xóa mã ấy; nếu muốn in chính mã ấy thì viết &amp;{rest}"
_NFD_HINT = "xóa mã ấy và viết thẳng chữ có dấu dựng sẵn (NFC)"


def check_references(record: Record, text: RenderedText) -> Iterator[Problem]:
    """Yield a Problem for the first such reference of each line. Code may show any.

    Args:
        record: what was read.
        text: its rendered body.
    """
    body = record.body
    if "&" not in body or _REFERENCE.search(body) is None:
        return
    for number, line in enumerate(body.split("\n"), record.file.body_line):
        if found := _first_fault(line, body, text.html):
            reference, message = found
            hint = _NFD_HINT if message == NFD_MESSAGE else _HINT.format(rest=reference[1:])
            yield Problem(record.file.src_uri, number, "", f"mã {reference}: {message}", hint)


def _first_fault(line: str, body: str, html: str) -> tuple[str, str] | None:
    whole = _decoded(line)
    for match in _REFERENCE.finditer(line):
        reference = match[0]
        char = unescape(reference)
        if not char:
            message = "không phải là ký tự nào"
        elif any(whole[at] == char for at in find_refused(whole)):
            message = name_refused(char)
        elif not nfc(f"{_decoded(line[: match.start()])[-1:]}{char}").endswith(char):
            message = NFD_MESSAGE
        else:
            continue
        # In code, the page shows the reference itself.
        if body.count(reference) > html.count(f"&amp;{reference[1:]}"):
            return reference, message
    return None


def _decoded(line: str) -> str:
    return _REFERENCE.sub(lambda match: unescape(match[0]), line)
