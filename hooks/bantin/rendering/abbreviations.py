"""Marks the first use of abbreviations in HTML, each with what it stands for. Knows HTML only."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bantin.text.explanations import is_explaining
from bantin.text.short_forms import find_known

# Most tags hold no quotation mark; within two of them ">" may stand.
_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>\"']*(?:>|(?:\"[^\"]*\"|'[^']*'|[^<>\"'])*>)|<!--.*?-->",
    re.DOTALL,
)
# What is no running text, and links, in which an explanation to be pointed at would be in the way.
_LEFT_ALONE = frozenset(
    "a abbr button code h1 h2 h3 h4 h5 h6 kbd math pre samp script select style svg textarea title "
    "var".split()
)

LEAD, TEXT = "lead", "text"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation that a page explains.

    Attributes:
        short: as it is written.
        expansion: what it stands for.
        place: the part of the page that uses it first, where that use is marked: LEAD or TEXT;
            "" where it is not.
        is_explained: the text says so itself; the place where it does is not marked.
    """

    short: str
    expansion: str
    place: str = ""
    is_explained: bool = False


def mark_abbreviations(source: str, abbreviations: Sequence[Abbreviation], place: str) -> str:
    """Return HTML with `<abbr>` around the first use of each abbreviation in running text.

    Args:
        source: HTML, as Markdown or the escaping of plain text gives it.
        abbreviations: all of the page, each once.
        place: what part of the page this is.
    """
    known = {one.short: one for one in abbreviations}
    done = {one.short for one in abbreviations if one.place != place}
    said = {one.short for one in abbreviations if one.is_explained}
    pieces, at = [], 0
    for start, end in _running_text(source):
        if len(done) == len(known):
            break
        text = source[start:end]
        for form in find_known(text, known, done, said):
            one = known[form.short]
            here, behind = start + form.start, start + form.end
            if one.is_explained and is_explaining(source, here, behind):
                continue
            done.add(form.short)
            title = html.escape(one.expansion)
            pieces += [source[at:here], f'<abbr title="{title}">{source[here:behind]}</abbr>']
            at = behind
    return "".join((*pieces, source[at:])) if pieces else source


def _running_text(source: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what stands between tags and is read as running text."""
    at = 0
    within: list[str] = []
    for match in _TAG.finditer(source):
        if match.start() > at and not within:
            yield at, match.start()
        at = match.end()
        tag = (match[2] or "").lower()
        if tag not in _LEFT_ALONE:
            continue
        if not match[1]:
            within.append(tag)
        elif tag in within:
            while within.pop() != tag:
                pass
    if at < len(source) and not within:
        yield at, len(source)
