"""Turns a record's Markdown into a RenderedText. Nothing else reads Markdown.

Knows no record: links stay as written, and `minutes` reads the orders in items.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from markdown import Markdown
from markdown.extensions import Extension

from bantin.rendering.bare_addresses import BareAddresses
from bantin.rendering.excess import Excess, ExcessError, TooMany
from bantin.rendering.html_ids import PAGE_IDS
from bantin.rendering.item_attributes import ItemAttributes
from bantin.rendering.limits import TextLimits, check_depth, check_open_tags, check_source
from bantin.rendering.lists import VietnameseLists
from bantin.rendering.plain_body import render_plain
from bantin.rendering.rendered_text import RenderedText
from bantin.rendering.sanitise import clean, find_losses
from bantin.rendering.source_lines import line_of_words, with_lines
from bantin.rendering.text_reader import read_html
from bantin.text.slug import slugify


def make_markdown(*extensions: Extension, limits: TextLimits | None = None) -> Markdown:
    """Return a new Python-Markdown with the extensions for records, then these.

    Args:
        extensions: put after those for records.
        limits: receive what was flattened.
    """
    limits = limits or TextLimits()
    return Markdown(
        extensions=[
            limits,
            "tables",
            "footnotes",
            "attr_list",
            "def_list",
            "fenced_code",
            VietnameseLists(limits.tell_list),
            "toc",
            BareAddresses(),
            ItemAttributes(),
            *extensions,
        ],
        extension_configs={
            # The content policy forbids inline styles.
            "tables": {"use_align_attribute": True},
            "toc": {"baselevel": 2, "slugify": _heading_id},
            "footnotes": {"BACKLINK_TITLE": "Trở lại chỗ ghi chú thích {}"},
        },
        output_format="html",
    )


def _heading_id(text: str, separator: str) -> str:
    """Return the id of a heading; one that its page has itself gets a number, as a second one."""
    found = slugify(text)
    return f"{found}_1" if found in PAGE_IDS else found


def render_text(source: str) -> RenderedText:
    """Return a record's text as readers see it.

    Args:
        source: Markdown, NFC, LF; may be empty.
    """
    plain = render_plain(source)
    return render_marked_up(source) if plain is None else plain


def render_marked_up(source: str) -> RenderedText:
    """Return the same as `render_text`, but always by Markdown, cleaning and reading."""
    converter, limits = _converter()
    converter.reset()
    try:
        check_source(source)
        raw = converter.convert(source)
        check_open_tags(source, raw)
        cleaned = clean(raw)
        check_depth(cleaned)
    except (ExcessError, RecursionError) as error:
        # The converter may stand in the middle of the text.
        _converter.cache_clear()
        excess = error if isinstance(error, ExcessError) else ExcessError(TooMany.PARTS)
        return RenderedText(excesses=(_placed(excess.kind, excess.near, source),))
    told = tuple(_placed(*one, source) for one in limits.told)
    return with_lines(replace(read_html(cleaned), excesses=told), find_losses(raw, cleaned), source)


def _placed(kind: TooMany, near: str, source: str) -> Excess:
    return Excess(kind, line_of_words(near, source))


@cache
def _converter() -> tuple[Markdown, TextLimits]:
    limits = TextLimits()
    return make_markdown(limits=limits), limits
