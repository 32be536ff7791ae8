"""What Pelican's core lacks and its plugins give: newer and older, related, the same meeting."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Hashable
from typing import Any

from pelican import signals

NEWER, OLDER = 2, 3


def read_record(_: Any, metadata: dict[str, Any]) -> None:
    """Read what the templates show, one line of JSON in the metadata."""
    if isinstance(metadata.get("record"), str):
        metadata["record"] = json.loads(metadata["record"])


def join(generator: Any) -> None:
    """Give every article its neighbours; articles come newest first."""
    articles = generator.articles
    sections = _group(articles, lambda article: article.category.name)
    bodies = _group(articles, lambda article: article.record["bodies"][0]["slug"])
    meetings = _group(articles, lambda article: article.record["meeting"]["key"])
    for timeline in sections.values():
        for newer, article in zip([None, *timeline], timeline, strict=False):
            article.newer, article.older = newer, None
            if newer:
                newer.older = article
    for timeline in bodies.values():
        for at, article in enumerate(timeline):
            near = timeline[max(0, at - NEWER) : at] + timeline[at + 1 : at + 1 + OLDER]
            key = article.record["meeting"]["key"]
            article.related = [one for one in near if one.record["meeting"]["key"] != key]
            article.mates = [one for one in meetings[key] if one is not article]


def _group(articles: list[Any], key: Callable[[Any], Hashable]) -> dict[Hashable, list[Any]]:
    groups = defaultdict(list)
    for article in articles:
        groups[key(article)].append(article)
    return groups


def register() -> None:
    """Connect to Pelican."""
    signals.article_generator_context.connect(read_record)
    signals.article_generator_finalized.connect(join)
