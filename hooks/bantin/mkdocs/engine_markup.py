"""Mends the engine's templates where they write invalid HTML."""

from __future__ import annotations

import re

from jinja2.ext import Extension

_CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_LABEL = '<label class="md-nav__title" for="__toc">'


class ValidMarkup(Extension):
    """Removes useless attributes: `autocomplete` of a check box, `for` of a missing element.

    The check box that opens a page's table of contents stands in the menu, beside the page's name.
    A page without a menu entry has no such box.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the mended source of a template."""
        label = _LABEL.replace(' for="__toc"', '{% if page in nav.pages %} for="__toc"{% endif %}')
        return _CHECKBOX.sub(r"\1", source).replace(_LABEL, label)
