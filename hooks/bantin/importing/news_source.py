"""The origin of an article: the lines of its head as captured, and what was left out.

Knows no field of the record but `source`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from bantin.importing.capture import Block, Capture, FieldName
from bantin.importing.news_end import NewsEnd
from bantin.importing.news_head import NewsHead
from bantin.importing.news_words import is_button
from bantin.importing.proposal import make_source
from bantin.records.parts import Source

_ADDRESS = re.compile(r"https?://[^\s]+")


def make_news_source(
    capture: Capture,
    head: NewsHead,
    end: NewsEnd,
    author: str | None,
    guesses: tuple[str, ...],
) -> Source:
    """Return the origin; every block that is in no other field is in its header or its repairs."""
    # A line that is nothing but the writer's name is in the record as it stands.
    later = [block for block in end.lines if block.text != author]
    kept = sorted((*head.lines, *head.leftover, *later), key=lambda block: block.number)
    repairs = [
        *_tell_left_out(head.leftover, "dòng ở đầu bài không rõ là gì, giữ ở source.header"),
        *_tell_left_out(
            (block for block in head.lines if is_button(block.text)),
            "nút của cổng ở đầu bài, giữ ở source.header",
        ),
        *_tell_left_out(end.dropped, "phần của cổng đứng sau bài"),
    ]
    source = make_source(capture, tuple(block.raw for block in kept), guesses, *repairs)
    url = capture.field(FieldName.URL)
    address = url.text if url and _ADDRESS.fullmatch(url.text) else None
    return source.model_copy(update={"url": address, "system": capture.system or None})


def _tell_left_out(blocks: Iterable[Block], what: str) -> Iterator[str]:
    """Yield a line for each run of blocks, with their words."""
    run: list[Block] = []
    sentinel = Block(-1, "", "", after_blank=False)
    for block, following in pairwise([*blocks, sentinel]):
        run.append(block)
        if following.number != block.number + 1:
            words = ", ".join(f"“{one.text}”" for one in run)
            where = run[0].where if len(run) == 1 else f"{run[0].where} đến {run[-1].where}"
            yield f"{where[0].upper()}{where[1:]}: bỏ {words} ({what})"
            run = []
