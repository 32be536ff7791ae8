"""Slugs: the ASCII names of records in addresses."""

from __future__ import annotations

import re

from bantin.text.fold import fold

_NOT_SLUG = re.compile(r"[^a-z0-9]+")
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 80


def slugify(text: str, *, max_length: int = MAX_SLUG) -> str:
    """Return an ASCII slug, cut at a syllable so that it is at most `max_length` long.

    "" when `text` holds no letter or digit that has an ASCII form.
    """
    slug = _NOT_SLUG.sub("-", fold(text)).strip("-")
    if len(slug) <= max_length:
        return slug
    return slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]


def is_slug(text: str) -> bool:
    """True for lower-case ASCII letters and digits in groups joined by single hyphens."""
    return SLUG.fullmatch(text) is not None
