"""Stops Markdown before a text that it would read for minutes, or not at all.

Counts open signs, glued lines and nested parts. A text that somebody wrote for readers stays far
below these limits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bantin.rendering.excess import MOST_PARTS, ExcessError, TooMany

# Brackets within each other, in one paragraph. Each is looked for to the end of the paragraph.
MOST_BRACKETS = 20
# Definitions without an empty line between them. Markdown descends one step for each.
MOST_DEFINITIONS = 150
# Characters that Markdown's readers of links and code go through in Python, in a whole text.
_MOST_STEPS = 8_000_000
# Characters that regular expressions go through, in a whole text.
_MOST_CHARACTERS = 40_000_000
# Characters that are copied, in a whole text: each sign of markup copies its paragraph.
_MOST_COPIED = 3_000_000_000
_MARKUP = ("*", "_", "<", "[", "&", "`", "\\", "://", "www.", "@", "  \n")
# Cells of a table beyond those that its text can hold. Markdown fills each row up to the head.
_MOST_EMPTY_CELLS = 20_000
# Tables of contents. Each repeats all headings.
_MOST_CONTENTS = 10
_CONTENTS_LINE = re.compile(r"^[ >]*\[TOC\] *$", re.MULTILINE)
_DEEP_QUOTATION = re.compile(rf"^(?: *>){{{MOST_PARTS}}}.*", re.MULTILINE)
# A line that tells the columns of a table.
_COLUMNS = re.compile(r"^[ >]*[|:-][|: -]*$", re.MULTILINE)
# Signs beyond these are counted; fewer take no time.
_FEW = 20
_BRACKET = re.compile(r"\\.|`+[^`\n]*`+|[\[\]]")
# A link that ends where it should. The rest of the paragraph is searched for the end of others.
_CLOSED_LINK = re.compile(
    r"\]\(\s*+(?:<[^<>\n]*+>|[^()\n\"']*+(?:\([^()\n]*+\)[^()\n\"']*+)*+)\s*+"
    r"(?:\"[^\"\n]*+\"\s*+|'[^'\n]*+'\s*+)?+\)"
)
_TAG = re.compile(
    r'<(?:(?P<void>br|col|hr|img|wbr)\b|(?P<end>/)|[a-z])[^<>"]*(?:"[^"]*"[^<>"]*)*>', re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*)")
# Elements that have no end, or that the next one like them ends.
_CLOSED_BY_OTHERS = frozenset(
    "a area base br caption col colgroup dd dt embed hr img input li link meta option p param rp "
    "rt source tbody td tfoot th thead tr track wbr".split()
)
_MOST_OPEN = 500
# Browsers open these again in each element that follows.
_REOPENED = frozenset("b big code em font i nobr s small strike strong tt u".split())
_MOST_REOPENED = 50_000
# The words after a tag, behind the tags that follow it.
_WORDS = re.compile(r"(?:\s|<[^>]*>)*(?P<words>[^<\n]*)")
_TICKS = re.compile(r"(?<!\\)`+")
_OPEN_TAG = re.compile(r"<[a-zA-Z/!?][^<>]*+(?=<|\Z)")
# These are searched for in a slower way.
_OPEN_DECLARATION = re.compile(r"<[!?](?!--)[^<>]*+(?=<|\Z)")
_SLOWER = 8
_FENCE = re.compile(r"^(?P<fence>`{3,}|~{3,})(?P<said>.*)", re.MULTILINE)
# The spaces of an opening fence can be shared out in many ways.
_MOST_SPACES = 200
# A line that Markdown cuts out of its paragraph: a heading, a rule, a definition.
_CUT_OUT = re.compile(r"^[ >]*(?:#|[-=*_](?: *[-=*_])*$)", re.MULTILINE)
_DEFINITION = re.compile(r"^[ >]*:", re.MULTILINE)


def check_source(source: str) -> None:
    """Look for tags and fences without an end, before Markdown reads them.

    Raises:
        ExcessError: there are so many that reading would take long.
    """
    if "```" in source or "~~~" in source:
        _check_fences(source)
    if source.count("<") <= _FEW:
        return
    signs = list(_OPEN_TAG.finditer(source))
    slow = sum(1 for _ in _OPEN_DECLARATION.finditer(source))
    if (len(signs) + _SLOWER * slow) * len(source) > _MOST_CHARACTERS:
        raise ExcessError(TooMany.TAGS, signs[0][0])


def _check_fences(source: str) -> None:
    fences = list(_FENCE.finditer(source))
    closing = {one["fence"]: one.start() for one in fences if not one["said"].strip(" ")}
    still_open = [one for one in fences if one.start() >= closing.get(one["fence"], 0)]
    if len(still_open) * len(source) > _MOST_CHARACTERS:
        raise ExcessError(TooMany.FENCES, still_open[0][0])
    for one in fences:
        if " " * _MOST_SPACES in one["said"]:
            raise ExcessError(TooMany.FENCES, one[0])


def check_open_tags(source: str, html: str) -> None:
    """Look for elements that are never closed. nh3 takes long for many of them.

    Args:
        source: Markdown.
        html: as Markdown gives it.

    Raises:
        ExcessError: there are too many.
    """
    if source.count("<") <= _FEW:
        return
    still_open: Counter[str] = Counter()
    reopened = 0
    for tag in _ANY_TAG.finditer(html):
        name = tag["name"].lower()
        if not tag["end"]:
            reopened += sum(still_open[one] for one in _REOPENED) if name not in _REOPENED else 0
            still_open[name] += name not in _CLOSED_BY_OTHERS
        elif still_open[name]:
            still_open[name] -= 1
        if still_open[name] > _MOST_OPEN or reopened > _MOST_REOPENED:
            raise ExcessError(TooMany.PARTS, tag[0])


def check_depth(html: str) -> None:
    """Look at how deep elements stand within each other, in HTML as `sanitise.clean` leaves it.

    Raises:
        ExcessError: deeper than any page needs.
    """
    if html.count("</") <= MOST_PARTS:
        return
    depth = 0
    for tag in _TAG.finditer(html):
        if tag["void"]:
            continue
        depth += -1 if tag["end"] else 1
        if depth > MOST_PARTS:
            words = _WORDS.match(html, tag.end())
            raise ExcessError(TooMany.PARTS, unescape(words["words"]) if words else "")


class TextLimits(Extension):
    """Counts while Markdown reads, before each reader that some texts would keep for minutes.

    Attributes:
        told: (kind, words of the source) of what was flattened; the text could be read.
    """

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[TooMany, str]] = []
        self.reset: Callable[[], None] = self.told.clear

    def tell_list(self, words: str) -> None:
        """Note an item that stands deeper than lists go."""
        if not self.told:
            self.told.append((TooMany.LISTS, words))

    def extendMarkdown(self, md: Markdown) -> None:
        """Put one count after all that takes HTML and code out, one before the inline markup."""
        md.preprocessors.register(_CheckLines(md), "bantin-lines", 1)
        # After footnotes have entered the tree (50).
        md.treeprocessors.register(_CheckTexts(md), "bantin-texts", 22)
        md.registerExtension(self)


class _CheckLines(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        text = "\n".join(lines)
        if "[TOC]" in text and len(_CONTENTS_LINE.findall(text)) > _MOST_CONTENTS:
            raise ExcessError(TooMany.CONTENTS, "[TOC]")
        if deep := _DEEP_QUOTATION.search(text):
            raise ExcessError(TooMany.PARTS, deep[0])
        cost = steps = 0
        for block in text.split("\n\n"):
            size = block.count("\n")
            if "|" in block and _cells(block) > _MOST_EMPTY_CELLS + len(block):
                raise ExcessError(TooMany.CELLS, block)
            if "|" in block and "`" in block:
                # For each end of a cell of a row, Markdown goes through the row's pieces of code.
                rows = [(row.count("|") * row.count("`"), row) for row in block.split("\n")]
                steps += sum(number for number, _ in rows)
                if steps > _MOST_STEPS:
                    raise ExcessError(TooMany.CODE_CELLS, max(rows)[1])
            if size < _FEW:
                continue
            cost += len(_CUT_OUT.findall(block)) * len(block)
            if cost > _MOST_CHARACTERS:
                raise ExcessError(TooMany.GLUED, block)
            if len(_DEFINITION.findall(block)) > MOST_DEFINITIONS:
                raise ExcessError(TooMany.DEFINITIONS, block)
        return lines


def _cells(block: str) -> int:
    """Return the number of cells if the block is a table with its widest row of columns."""
    columns = max((row.count("|") for row in _COLUMNS.findall(block)), default=0)
    return (columns + 1) * block.count("\n") if columns else 0


class _CheckTexts(Treeprocessor):
    def run(self, root: Element) -> None:
        steps = repeated = copied = 0
        known = self.md.references.values()
        longest = max((len(href) + len(title or "") for href, title in known), default=0)
        for text in _texts(root):
            repeated += longest * text.count("[") if longest > _FEW else 0
            if repeated > _MOST_CHARACTERS:
                raise ExcessError(TooMany.REFERENCES, text)
            if len(text) <= _FEW or isinstance(text, AtomicString):
                continue
            if text.count("[") > MOST_BRACKETS and _depth(text) > MOST_BRACKETS:
                raise ExcessError(TooMany.BRACKETS, text)
            for kind, count in (
                (TooMany.LINKS, _open_links(text)),
                (TooMany.TICKS, _open_ticks(text)),
            ):
                steps += count * len(text)
                if steps > _MOST_STEPS:
                    raise ExcessError(kind, text)
            copied += (sum(map(text.count, _MARKUP)) - text.count("**")) * len(text)
            if copied > _MOST_COPIED:
                raise ExcessError(TooMany.SIGNS, text)


def _texts(root: Element) -> Iterator[str]:
    """Yield the texts of a tree.

    Raises:
        ExcessError: elements stand too deep within each other.
    """
    level, depth = [root], 0
    while level:
        for element in level:
            if element.text:
                yield element.text
            if element.tail:
                yield element.tail
        depth += 1
        level = [child for element in level for child in element]
        if depth > MOST_PARTS and level:
            raise ExcessError(TooMany.PARTS, next(filter(None, _words(level)), ""))


def _words(elements: Iterable[Element]) -> Iterator[str]:
    return ((one.text or "").strip() for element in elements for one in element.iter())


def _depth(text: str) -> int:
    """Return how deep brackets stand within each other; one that is not closed holds the rest."""
    deepest = depth = 0
    for sign in _BRACKET.findall(text):
        if sign == "[":
            depth += 1
            deepest = max(deepest, depth)
        elif sign == "]":
            depth = max(0, depth - 1)
    return deepest


def _open_links(text: str) -> int:
    """Return the number of links whose end is looked for in the rest of a text."""
    count = text.count("](")
    return count - sum(1 for _ in _CLOSED_LINK.finditer(text)) if count else 0


def _open_ticks(text: str) -> int:
    """Return the number of runs of "`", each of which may be looked for in the rest of a text."""
    if text.count("`") <= _FEW:
        return 0
    runs = [len(run) for run in _TICKS.findall(text)]
    are_pairs = len(runs) % 2 == 0 and len(set(runs)) == 1
    return 0 if are_pairs else len(runs)
