"""Markdown outside of inline markup, quicker: a step that cannot change the text is not taken.

Knows which sign each stock step needs; one that an extension has put in a stock one's place is
left as it is. The output is that of stock Python-Markdown.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
)
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.toc import TocTreeprocessor
from markdown.preprocessors import HtmlBlockPreprocessor, NormalizeWhitespace
from markdown.util import ETX, STX


class PlainBlocks(Extension):
    """Skips steps that cannot match; for the end of the list of extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Make the registered stock steps quicker ones, where they stand."""
        registries: tuple[Any, ...] = (
            md.preprocessors,
            md.parser.blockprocessors,
            md.treeprocessors,
        )
        for registry in registries:
            for step in registry:
                # Its class only: priority, settings and what others keep of it stay.
                step.__class__ = _QUICKER.get(type(step), type(step))


class _Whitespace(NormalizeWhitespace):
    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        # "\n " is needed by a line of spaces only, after the first line.
        for sign in (STX, ETX, "\r", "\t", "\n "):
            if sign in source:
                return super().run(lines)
        return (source + "\n\n").split("\n")


class _HtmlBlocks(HtmlBlockPreprocessor):
    def run(self, lines: list[str]) -> list[str]:
        source = "\n".join(lines)
        # The parser hands on as it stands whatever holds no tag and no entity.
        return super().run(lines) if "<" in source or "&" in source else source.split("\n")


class _HashHeader(HashHeaderProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return "#" in block and super().test(parent, block)


class _SetextHeader(SetextHeaderProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return ("\n=" in block or "\n-" in block) and super().test(parent, block)


class _Rule(HRProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return ("-" in block or "*" in block or "_" in block) and super().test(parent, block)


class _Quote(BlockQuoteProcessor):
    def test(self, parent: Element, block: str) -> bool:
        return ">" in block and super().test(parent, block)


# These two test nothing: `run` looks for a definition, and False hands the block on.
class _Footnote(FootnoteBlockProcessor):
    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return "[^" in blocks[0] and super().run(parent, blocks)


class _Reference(ReferenceProcessor):
    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return "]:" in blocks[0] and super().run(parent, blocks)


class _AttrList(AttrListTreeprocessor):
    def run(self, doc: Element) -> None:
        if any("{" in (node.text or "") or "{" in (node.tail or "") for node in doc.iter()):
            super().run(doc)


class _Toc(TocTreeprocessor):
    def run(self, doc: Element) -> None:
        for node in doc.iter():
            is_heading = not isinstance(node.tag, str) or node.tag[:1] in ("h", "H")
            if is_heading or self.marker in (node.text or ""):
                super().run(doc)
                return
        # As for stock when nothing was converted; an empty table is not worth making.
        self.md.toc_tokens = []  # type: ignore[attr-defined]
        self.md.toc = ""  # type: ignore[attr-defined]


_QUICKER: dict[type, type] = {
    quicker.__bases__[0]: quicker
    for quicker in (
        _Whitespace,
        _HtmlBlocks,
        _HashHeader,
        _SetextHeader,
        _Rule,
        _Quote,
        _Footnote,
        _Reference,
        _AttrList,
        _Toc,
    )
}
