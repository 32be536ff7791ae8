"""Tells how sure each field of a proposed article is.

Knows the article's values, not how they were read.
"""

from __future__ import annotations

from collections.abc import Iterator

from bantin.importing.news_body import NewsBody
from bantin.importing.news_fields import NewsFields
from bantin.importing.proposal import Fact, Sure

_SHOWN = 160


def tell_fields(fields: NewsFields, *, verified: bool) -> Iterator[Fact]:
    """Yield the facts of the head, in the record's order."""
    for key in ("title", "date"):
        yield fields.facts[key]
    if fields.hour:
        day = fields.facts["date"]
        note = "" if verified else "giờ đăng không khớp với buổi nêu trong bài"
        sure = day.sure if verified else Sure.OPEN
        yield Fact("time_verified", "có" if verified else "", sure, day.where, note)
    for key in ("author", "views", "section"):
        if key in fields.facts:
            yield fields.facts[key]


def tell_lead(lead: str | None, where: str, *, said: bool) -> Fact:
    """Return the fact of the summary; `said`: the original calls it so."""
    if lead is None:
        return Fact("summary", "", Sure.OPEN, "", "bài không mở đầu bằng một đoạn văn")
    note = "" if said else "đoạn đầu của bài"
    return Fact("summary", _cut(lead), Sure.READ if said else Sure.GUESSED, where, note)


def tell_photos(body: NewsBody) -> Iterator[Fact]:
    """Yield the fact of the pictures, if there are any."""
    if body.photos:
        lost = sum(photo.src is None for photo in body.photos)
        note = f"{lost} ảnh chỉ còn chú thích" if lost else ""
        sure = Sure.GUESSED if lost else Sure.READ
        yield Fact("photos", f"{len(body.photos)} ảnh", sure, "", note)


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]}…"
