"""Reads what a page tells machines: JSON-LD, Open Graph, meta elements, its title.

Knows no portal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from bantin.importing.capture import FieldName, FoundField
from bantin.importing.reading.html.labels import author_in
from bantin.importing.reading.html.moments import find_moment
from bantin.importing.reading.html.tree import select

_MOST_JSON = 500_000
_ARTICLES = re.compile(r"(?:News|Blog|Report|Analysis|Opinion)?(?:Article|Posting)")
# No description: it is cut, or says what the site is; a lead is read where it is printed.
_META = (
    (FieldName.DATE, ("cms-date", "article:published_time", "pubdate", "publishdate", "dc.date",
                      "dc.date.issued", "date", "datepublished")),
    (FieldName.AUTHOR, ("author", "article:author", "dc.creator")),
    (FieldName.SECTION, ("article:section",)),
    (FieldName.TITLE, ("og:title", "dc.title", "twitter:title")),
    (FieldName.URL, ("og:url",)),
    (FieldName.PUBLISHER, ("og:site_name",)),
    (FieldName.TAGS, ("news_keywords", "article:tag", "keywords")),
)  # fmt: skip


def linked_data(tree: LexborHTMLParser) -> Iterator[FoundField]:
    """Yield the fields of the first article in the page's JSON-LD."""
    article = next(
        (
            one
            for script in select(tree, 'script[type="application/ld+json" i]')
            for one in _articles(script.text(deep=True))
        ),
        None,
    )
    if article is None:
        return
    for name, key in (
        (FieldName.TITLE, "headline"),
        (FieldName.DATE, "datePublished"),
        (FieldName.AUTHOR, "author"),
        (FieldName.SECTION, "articleSection"),
        (FieldName.PUBLISHER, "publisher"),
        (FieldName.URL, "url"),
    ):
        if words := _named(article.get(key)):
            yield FoundField(name, words, f"JSON-LD {key}")


def meta_data(tree: LexborHTMLParser) -> Iterator[FoundField]:
    """Yield the fields of the page's meta elements, best first for each name."""
    held: dict[str, list[str]] = {}
    for meta in select(tree, "meta[content]"):
        attributes = meta.attributes
        key = attributes.get("property") or attributes.get("name") or attributes.get("itemprop")
        if key and (content := (attributes.get("content") or "").strip()):
            held.setdefault(key.lower(), []).append(content)
    for name, keys in _META:
        for key in keys:
            if key in held:
                joined = "; ".join(held[key]) if name is FieldName.TAGS else held[key][0]
                yield FoundField(name, joined, f"thẻ meta {key}")
    link = next(iter(select(tree, 'link[rel="canonical" i]')), None)
    if link is not None and (address := link.attributes.get("href")):
        yield FoundField(FieldName.URL, address, "thẻ link canonical")


def acceptable(field: FoundField) -> FoundField | None:
    """Return a field of machines' data with its words made sure; None where they are none."""
    words = field.text
    if field.name is FieldName.DATE:
        moment = find_moment(words)
        words = moment.text if moment else ""
    elif field.name is FieldName.AUTHOR:
        words = author_in(words)
    elif field.name is FieldName.URL and not re.match(r"(?:https?:)?//[^/\s]", words):
        words = ""
    return FoundField(field.name, words, field.place) if words else None


def _articles(text: str) -> Iterator[dict[str, Any]]:
    if len(text) > _MOST_JSON:
        return
    try:
        waiting = [json.loads(text.strip().removesuffix(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting += value[:50]
        elif isinstance(value, dict):
            kinds = value.get("@type")
            named = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLES.fullmatch(kind) for kind in named):
                yield value
            if isinstance(graph := value.get("@graph"), list):
                waiting += graph[:50]


def _named(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(
            filter(None, (_named(one) for one in value[:5] if not isinstance(one, list)))
        )
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else ""
