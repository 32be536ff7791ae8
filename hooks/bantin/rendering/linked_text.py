"""A record's text on a page: HTML with resolved links and explained abbreviations."""

from __future__ import annotations

import html
from dataclasses import dataclass

from bantin.rendering.abbreviations import TEXT, Abbreviation, mark_abbreviations
from bantin.rendering.rendered_text import SLOT


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text with resolved relative links.

    Attributes:
        html: of a RenderedText.
        targets: for each slot of the HTML (address, whether it is relative to the site's root). An
            address that leads nowhere is shown as written.
        abbreviations: all of its page. The text marks the first use of those that it uses first.
    """

    html: str
    targets: tuple[tuple[str, bool], ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    def to_html(self, base: str) -> str:
        """Return the HTML for a page.

        Args:
            base: path to the site's root, such as "../../", or the whole address of the site.
        """
        text = self.html
        if self.targets:
            shown = [base + address if known else address for address, known in self.targets]
            text = SLOT.sub(lambda match: html.escape(shown[int(match[1])]), text)
        if self.abbreviations:
            text = mark_abbreviations(text, self.abbreviations, TEXT)
        return text
