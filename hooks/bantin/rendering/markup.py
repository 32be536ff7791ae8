"""Mends the engine's templates where what they write is no valid HTML."""

from __future__ import annotations

import re

from jinja2.ext import Extension

_CHECKBOX = re.compile(r'(<input class="md-toggle"[^>]*?) autocomplete="off"')
_LABEL = '<label class="md-nav__title" for="__toc">'


class ValidMarkup(Extension):
    """Leaves out what says nothing: `autocomplete` of a check box, `for` of what is not there.

    The box that a page's own table of contents is opened by stands in the menu, beside the page's
    name: a page that the menu does not name has none.
    """

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the source of a template, mended."""
        label = _LABEL.replace(' for="__toc"', '{% if page in nav.pages %} for="__toc"{% endif %}')
        return _CHECKBOX.sub(r"\1", source).replace(_LABEL, label)
