"""The base of whatever reads HTML here: Python's parser, which fails on no input.

Knows HTML only. Python 3.11 to 3.13 raise AssertionError on declarations such as `<![x`.
"""

from __future__ import annotations

from html.parser import HTMLParser


class HtmlReader(HTMLParser):
    """Reads `<![…` as browsers do: it lasts until the next `>` and shows nothing.

    Source: https://html.spec.whatwg.org/multipage/parsing.html#bogus-comment-state
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_html_declaration(self, i: int) -> int:
        if not self.rawdata.startswith("<![", i):
            return super().parse_html_declaration(i)
        end = self.rawdata.find(">", i)
        if end < 0:
            return -1
        self.unknown_decl(self.rawdata[i + 3 : end])
        return end + 1

    def unknown_decl(self, data: str) -> None:
        """Nothing is shown of it."""
