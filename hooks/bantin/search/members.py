"""Makes members: the lists of every key of a section, as in its parts. Knows no files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

import numpy as np

from bantin.search.items import encode_each
from bantin.search.lexicon import Lexicon, run_ends, run_starts
from bantin.search.lists import inline, make_member
from bantin.search.postings import Postings


def make_members(
    postings: Postings, lexicon: Lexicon, list_items: int, blocks: dict[str, bytes]
) -> Iterator[tuple[str, bytes]]:
    """Yield each key of a section and its member, keys rising.

    Args:
        postings: of the section.
        lexicon: of the section.
        list_items: see `Limits`.
        blocks: receives name → content of the blocks that the members name.
    """
    words = lexicon.spell(postings.codes)
    starts = run_starts(lexicon.begin_key(postings.codes))
    ends = run_ends(starts, len(words))
    list_ends = np.cumsum(postings.sizes)
    totals = np.add.reduceat(postings.sizes, starts) if len(starts) else starts
    short = np.repeat(totals <= list_items, ends - starts)
    short_items = np.repeat(short, postings.sizes)
    # All at once, because most lists are short and a call for each would cost more than its items.
    texts = encode_each(postings.items[short_items], postings.sizes[short])
    items_at = [0, *list_ends.tolist()]
    for start, end, total in zip(starts.tolist(), ends.tolist(), totals.tolist(), strict=True):
        key = words[start][0]
        spellings = [spelling for _, spelling in words[start:end]]
        if total <= list_items:
            yield key, inline(key, dict(zip(spellings, islice(texts, end - start), strict=True)))
            continue
        lists = {
            spelling: postings.items[items_at[at] : items_at[at + 1]].tolist()
            for at, spelling in enumerate(spellings, start)
        }
        member = make_member(key, lists, list_items)
        blocks |= member.blocks
        yield key, member.content
