"""The template engine: stock Jinja with a faster output of plain values.

Knows no template. Every template gives the same output as in stock Jinja.
"""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from pathlib import Path
from typing import Any

import markupsafe
from jinja2 import (
    Environment,
    FileSystemLoader,
    StrictUndefined,
    nodes,
)
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup

from bantin.rendering.abbreviations import LEAD, Abbreviation, mark_abbreviations
from bantin.rendering.compiled_templates import CompiledTemplates
from bantin.rendering.linked_text import LinkedText
from bantin.text.dates import count


def make_environment(template_dirs: Sequence[str], compiled_dir: str = "") -> Environment:
    """Return the template environment; every value is escaped unless marked as HTML.

    Args:
        template_dirs: folders of templates; the first that has one counts.
        compiled_dir: existing folder for compiled templates; "" to keep none.
    """
    environment = _Environment(
        loader=FileSystemLoader(template_dirs),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # an environment lives for one build
        bytecode_cache=CompiledTemplates(Path(compiled_dir)) if compiled_dir else None,
    )

    def to_html(text: LinkedText, base: str) -> Markup:
        return Markup(text.to_html(base))

    def to_lead(text: str, abbreviations: Sequence[Abbreviation]) -> Markup:
        return Markup(mark_abbreviations(escape(text), abbreviations, LEAD))

    environment.filters["html"] = to_html
    environment.filters["lead"] = to_lead
    environment.filters["count"] = count
    return environment


def escape(value: Any) -> str:
    """Return the output of a template for a value: the text of `markupsafe.escape`.

    Most values are text with nothing to escape. To make each one `Markup`, and join them to text at
    the end, takes five times as long.
    """
    kind = type(value)
    if kind is str:
        text: str = value
        # The five signs that `markupsafe.escape` replaces.
        if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
            return markupsafe.escape(text)
        return text
    if kind is Markup:
        html: Markup = value
        return html
    return str(value) if kind is int else markupsafe.escape(value)


class _CodeGenerator(CodeGenerator):
    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        super().visit_Template(node, frame)
        # Replaces the `escape` imported at the top of the compiled module. If Jinja ever renames
        # that one, pages stay the same and take longer.
        self.writeline(f"from {__name__} import {escape.__name__}")


class _Environment(Environment):
    code_generator_class = _CodeGenerator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template, in one dictionary.

        Stock Jinja chains two dictionaries and copies them for each page, key by key. Ours do not
        change after the environment is made.
        """
        return {**self.globals, **(d or {})}
