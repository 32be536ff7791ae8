"""Marks the first use of each abbreviation in HTML with its expansion. Knows HTML only."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bantin.text.explanations import is_explaining
from bantin.text.short_forms import find_known

# Most tags hold no quotation mark. ">" may stand between two quotation marks.
_TAG = re.compile(
    r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)[^<>\"']*+(?:>|(?:\"[^\"]*+\"|'[^']*+'|[^<>\"'])*+>)|<!--.*?-->",
    re.DOTALL,
)
# Elements without running text, and links: an explanation to point at would be in the way there.
_LEFT_ALONE = frozenset(
    "a abbr button code h1 h2 h3 h4 h5 h6 kbd math pre samp script select style svg textarea title "
    "var".split()
)

LEAD, TEXT = "lead", "text"


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation that a page explains.

    Attributes:
        short: as written.
        expansion: its long form.
        place: the part of the page that uses it first and marks that use: LEAD or TEXT; "" when no
            use is marked.
        is_explained: the text explains it itself. The explaining use is not marked.
    """

    short: str
    expansion: str
    place: str = ""
    is_explained: bool = False


def mark_abbreviations(source: str, abbreviations: Sequence[Abbreviation], place: str) -> str:
    """Return HTML with `<abbr>` around the first use of each abbreviation in running text.

    Args:
        source: HTML, as Markdown or the escaping of plain text gives it.
        abbreviations: all that the page explains, each once.
        place: the part of the page that `source` is.
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
    """Yield (start, end) of each piece of running text between tags."""
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
