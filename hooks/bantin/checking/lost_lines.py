"""Words of a record's text that stand on no page: Markdown has taken them for something else.

Compares which words the source and the page have; reads no Markdown itself. A line counts as lost
where the page lacks all of its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape

from bantin.checking.manuscript import Manuscript
from bantin.errors import Problem

_WORD = re.compile(r"[^\W\d_]+")
# What is no text: tags, comments, lists of attributes, and lines that open a fence.
_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*>")
_NO_TEXT = re.compile(r"\{[^{}\n]*\}|^[^\S\n]*(?:```|~~~).*$|\[TOC\]", re.MULTILINE)
_NOT_A_BREAK = re.compile(r"[^\n]")
_PART = re.compile(r"[^|\n]+")
_NOTE = re.compile(r"\s*\[\^[^\]]+\]:")
_REFERENCE = re.compile(r"\s*\[[^\]]+\]:")


def check_lost_lines(manuscript: Manuscript) -> Iterator[Problem]:
    """Yield a remark for each line or cell of which the page shows no word."""
    source = _without_comments(manuscript.record.body)
    for pattern in (_TAG, _NO_TEXT):
        source = pattern.sub(_blanks, source)
    text = manuscript.rendered
    written = Counter(_words(source))
    # Titles, and what stands for pictures, are in tags.
    shown = Counter(_words(" ".join((text.words, *_TAG.findall(text.html)))))
    shown += Counter(_words(" ".join(link.href for link in text.links)))
    lacking = {word for word, count in written.items() if count > shown[word]}
    if not lacking:
        return
    for part in _PART.finditer(source):
        words = _words(part[0])
        if words and lacking.issuperset(words):
            start = part.start() + len(part[0]) - len(part[0].lstrip())
            message = f"“{_short(part[0].strip())}” không hiện trên trang"
            yield manuscript.remark(manuscript.body, start, message, _hint(source, part))


def _hint(source: str, part: re.Match[str]) -> str:
    if "|" in (source[part.start() - 1 : part.start()], source[part.end() : part.end() + 1]):
        return "hàng này nhiều ô hơn hàng đầu của bảng: thêm cột ở hàng đầu, hoặc gộp ô"
    if _NOTE.match(part[0]):
        return "mỗi chú thích một tên: [^1], [^2], …"
    if _REFERENCE.match(part[0]):
        return "bỏ ngoặc vuông ở đầu dòng: “Nguồn: …”"
    return "viết lại dòng này, rồi xem thử trang"


def _words(text: str) -> list[str]:
    # Signs of emphasis may stand within a word.
    return _WORD.findall(unescape(text).replace("*", ""))


def _without_comments(source: str) -> str:
    """Return a source with spaces for its comments."""
    pieces, at = [], 0
    while (start := source.find("<!--", at)) >= 0 and (end := source.find("-->", start)) >= 0:
        pieces += [source[at:start], _NOT_A_BREAK.sub(" ", source[start : end + 3])]
        at = end + 3
    return "".join((*pieces, source[at:]))


def _blanks(match: re.Match[str]) -> str:
    return _NOT_A_BREAK.sub(" ", match[0])


def _short(line: str) -> str:
    return line if len(line) <= 40 else f"{line[:39].rstrip()}…"
