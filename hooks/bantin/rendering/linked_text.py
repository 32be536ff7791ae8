"""A record's text on a page: its HTML with links resolved and abbreviations explained."""

from __future__ import annotations

import html
from dataclasses import dataclass

from bantin.rendering.abbreviations import TEXT, Abbreviation, mark_abbreviations
from bantin.rendering.rendered_text import SLOT


@dataclass(frozen=True, slots=True)
class LinkedText:
    """A text whose relative links are resolved.

    Attributes:
        html: of a RenderedText.
        targets: for each slot of the HTML (an address, True when it is one relative to the site's
            root; an address that leads nowhere is shown as it was written).
        abbreviations: all of its page; the first use of those that it uses first is marked.
    """

    html: str
    targets: tuple[tuple[str, bool], ...] = ()
    abbreviations: tuple[Abbreviation, ...] = ()

    def to_html(self, base: str) -> str:
        """Return the HTML for a page.

        Args:
            base: way to the site's root, such as "../../", or its whole address.
        """
        text = self.html
        if self.targets:
            shown = [base + address if known else address for address, known in self.targets]
            text = SLOT.sub(lambda match: html.escape(shown[int(match[1])]), text)
        if self.abbreviations:
            text = mark_abbreviations(text, self.abbreviations, TEXT)
        return text
