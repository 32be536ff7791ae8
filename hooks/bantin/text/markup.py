"""Markdown with its markup blanked out: every word stays where it stands.

Knows enough of Markdown to tell what no reader reads; makes no HTML and resolves nothing.
"""

from __future__ import annotations

import re

# In order: what a text must hold one of, and what is no word in it.
_UNREAD = (
    (("`",), re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)),
    (("<",), re.compile(r"<!--.*?-->|</?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)),
    (("](",), re.compile(r"(?<=\])\([^)\n]*\)")),
    # Where a reference leads; the text of a footnote is read.
    (("]:",), re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:.*$", re.MULTILINE)),
    (("{",), re.compile(r"\{[^}\n]*\}")),
    (("://", "www.", "@"), re.compile(r"\S*(?:://|www\.|@)\S*")),
)
_NOT_A_BREAK = re.compile(r"[^\n]")


def blank_markup(source: str) -> str:
    """Return a Markdown text of the same length and lines, with spaces for what is not read.

    Code, tags, addresses and attribute lists go; the signs around words (`*`, `#`, `[`) stay.
    """
    for signs, pattern in _UNREAD:
        if any(sign in source for sign in signs):
            source = pattern.sub(lambda match: _NOT_A_BREAK.sub(" ", match[0]), source)
    return source
