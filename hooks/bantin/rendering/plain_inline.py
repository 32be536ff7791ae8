"""Inline Markdown, quicker: a pattern is not tried on text that lacks a sign it needs.

Knows which sign each stock regular expression needs; a pattern that it does not know is always
tried, so that the output is that of stock Python-Markdown, whatever other extensions register.
"""

from __future__ import annotations

import re
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown, inlinepatterns
from markdown.extensions import Extension
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

# Text that holds none of a regular expression's signs cannot match it. Keyed by the whole
# expression, not by name or class: an extension that puts another one in its place is not known.
_SIGNS: dict[re.Pattern[str], tuple[str, ...]] = {
    re.compile(source, re.DOTALL | re.UNICODE): signs
    for source, signs in (
        (inlinepatterns.BACKTICK_RE, ("`",)),
        (inlinepatterns.ESCAPE_RE, ("\\",)),
        (r"\[\^([^\]]*)\]", ("[^",)),  # footnotes
        (inlinepatterns.LINK_RE, ("[",)),  # REFERENCE_RE too: they are one
        (inlinepatterns.IMAGE_LINK_RE, ("![",)),  # and IMAGE_REFERENCE_RE
        (inlinepatterns.AUTOLINK_RE, ("://",)),
        (inlinepatterns.AUTOMAIL_RE, ("@",)),
        (inlinepatterns.LINE_BREAK_RE, ("  \n",)),
        (inlinepatterns.HTML_RE, ("<",)),
        (inlinepatterns.ENTITY_RE, ("&",)),
        (r"\*|_", ("*", "_")),  # emphasis
    )
}
# Every text holds the empty one.
_UNKNOWN = ("",)

# Python-Markdown has no public way in between "a text" and "a pattern on it".
_HANDLE = "_InlineProcessor__handleInline"
_APPLY = "_InlineProcessor__applyPattern"


class PlainInline(Extension):
    """Skips inline patterns that cannot match; for the end of the list of extensions."""

    def extendMarkdown(self, md: Markdown) -> None:
        """Make the registered inline processor a quicker one, where it stands."""
        processor = md.treeprocessors["inline"]
        stock = type(processor) is InlineProcessor
        if stock and hasattr(InlineProcessor, _HANDLE) and hasattr(InlineProcessor, _APPLY):
            # Its class only: priority and what other extensions keep of it stay.
            processor.__class__ = _PlainInlineProcessor


class _PlainInlineProcessor(InlineProcessor):
    _registered: tuple[Any, ...] = ()
    # For each pattern, in order: it and its signs.
    _patterns: tuple[tuple[Any, tuple[str, ...]], ...] = ()
    _all_signs: tuple[str, ...] = _UNKNOWN

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        # Looked at each time: patterns may be registered between two texts.
        registered: tuple[Any, ...] = tuple(self.inlinePatterns)
        if registered != self._registered:
            self._registered = registered
            self._patterns = tuple(
                (pattern, _SIGNS.get(pattern.getCompiledRegExp(), _UNKNOWN))
                for pattern in registered
            )
            self._all_signs = tuple({sign: None for _, signs in self._patterns for sign in signs})
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:
        """Stock's loop over the patterns, without those that cannot match.

        Equal to it because a pattern that does not match leaves text, stash and itself alone:
        `handleMatch` is not called. Signs are looked for in the text as the pattern would find it;
        placeholders put there by others can only add signs, which is harmless.
        """
        if isinstance(data, AtomicString):
            return data
        for sign in self._all_signs:
            if sign in data:
                break
        else:
            return data
        apply: Any = getattr(self, _APPLY)
        for index in range(patternIndex, len(self._patterns)):
            pattern, signs = self._patterns[index]
            start, matched = 0, any(sign in data for sign in signs)
            while matched:
                data, matched, start = apply(pattern, data, index, start)
        return data
