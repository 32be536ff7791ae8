"""Splits paragraphs into sentences. Knows no meaning."""

from __future__ import annotations

import re

from bantin.importing.names import UPPER

_SENTENCE_END = re.compile(rf"(?<=[.!?…])\s+(?=[“\"]?[{UPPER}])")


def sentences(text: str) -> list[str]:
    """Split a paragraph into sentences. An abbreviation before a capital splits too."""
    return _SENTENCE_END.split(text)
