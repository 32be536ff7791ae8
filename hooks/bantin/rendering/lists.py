"""Lists as Vietnamese administrative documents write them, for Python-Markdown.

"1." is an `<ol>` with the numbers as printed (`start`, `value`). Every other numbered mark is text:
`<ol class="vn-list"><li><span class="vn-mark">đ)</span> …`. A bullet is a `<ul>`.

Replaces Markdown's own readers of lists and of their indented contents. `list_marks` reads a mark.
`list_signs` decides whether it begins an item. `list_levels` finds the item's level. `list_reader`
goes through the lines. `list_builder` makes the elements.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from bantin.rendering.list_builder import TAB, cut_indent
from bantin.rendering.list_levels import STEP
from bantin.rendering.list_reader import ListReader
from bantin.text.list_marks import MAY_HOLD_MARK


class VietnameseLists(Extension):
    """Reads the lists of Vietnamese documents; replaces `sane_lists`."""

    reset: Callable[[], None]

    def __init__(self, tell_deep: Callable[[str], None]) -> None:
        """Prepare the extension.

        Args:
            tell_deep: receives the words of an item that stands deeper than lists go.
        """
        super().__init__()
        self._tell_deep = tell_deep

    def extendMarkdown(self, md: Markdown) -> None:
        """Put our readers in the places of the stock ones."""
        reader = ListReader(md.parser, self._tell_deep)
        md.parser.blockprocessors.register(_InItem(md.parser, reader), "indent", 90)
        md.parser.blockprocessors.register(_AtMargin(md.parser, reader), "olist", 40)
        md.parser.blockprocessors.deregister("ulist")
        # After footnotes enter the tree, and before the inline markup after the marks is read.
        md.treeprocessors.register(_WriteMarks(md, reader), "vn-marks", 25)
        self.reset = reader.reset
        md.registerExtension(self)


class _InItem(BlockProcessor):
    """Reads blocks that are indented more than the items of an open list."""

    def __init__(self, parser: BlockParser, reader: ListReader) -> None:
        super().__init__(parser)
        self._reader = reader

    def test(self, parent: Element, block: str) -> bool:
        if self._reader.texts.is_open:
            return (
                parent.tag == "li"
                and block.startswith(" " * TAB)
                and not self.parser.state.isstate("detabbed")
            )
        return block.startswith(" " * STEP) and bool(self._reader.open_levels(parent))

    def run(self, parent: Element, blocks: list[str]) -> None:
        if not self._reader.texts.is_open:
            self._reader.read_in_item(parent, blocks)
            return
        # These are the lines under a heading inside an item.
        lines = blocks.pop(0).split("\n")
        self._reader.texts.parse(parent, [cut_indent(line, TAB) for line in lines], "detabbed")


class _AtMargin(BlockProcessor):
    """Reads blocks at the margin: lists, and paragraphs with a list right under them."""

    def __init__(self, parser: BlockParser, reader: ListReader) -> None:
        super().__init__(parser)
        self._reader = reader

    def test(self, parent: Element, block: str) -> bool:
        return not self._reader.texts.is_open and MAY_HOLD_MARK.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool:
        return self._reader.read_at_margin(parent, blocks)


class _WriteMarks(Treeprocessor):
    """Writes marks that are text at the start of their items."""

    def __init__(self, md: Markdown, reader: ListReader) -> None:
        super().__init__(md)
        self._reader = reader

    def run(self, root: Element) -> None:
        for item, text in self._reader.marks.items():
            first = item[0] if len(item) and not (item.text or "").strip() else None
            holder = first if first is not None and first.tag == "p" else item
            mark = Element("span", {"class": "vn-mark"})
            mark.text = AtomicString(text)
            mark.tail = f" {holder.text}" if holder.text else None
            holder.text = None
            holder.insert(0, mark)
