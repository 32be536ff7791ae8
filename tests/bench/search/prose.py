"""Prose whose words are as uneven as in real text: some everywhere, most of them rare.

Knows nothing of records. The common words are the corpus's own; the rare ones are made of real
onsets, rimes and tones and mean nothing, so that many differ in their marks only.
"""

from __future__ import annotations

import itertools
import random
import unicodedata
from functools import cache

from tests.bench.corpus import WORDS

# Only onsets that are written alike before every vowel.
ONSETS = "b ch d đ h kh l m n nh ph r s t th tr v x".split()
# A full stop stands where the mark of the tone goes.
RIMES = (
    "a. a.n a.ng a.nh a.o a.y â.m â.n â.ng â.u e.n ê.n ê.u i. i.n i.nh o.i o.m o.ng ô.i ô.n "
    "ô.ng ơ.i ơ.n u. u.ng u.n ư.ng ươ.i ươ.ng iê.n iê.u uô.n uô.ng oa.n oa.i"
).split()
TONES = ("", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323")
VOCABULARY = 6000
# Source: Zipf's law, the word of rank r is met about 1/r as often as the first.
RANK_OFFSET = 6


@cache
def vocabulary() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Return words by rank, the commonest first, and the running sums of their weights."""
    rng = random.Random("prose")
    syllables = [
        unicodedata.normalize("NFC", onset + rime.replace(".", tone))
        for onset, rime, tone in itertools.product(ONSETS, RIMES, TONES)
    ]
    rare = (f"{rng.choice(syllables)} {rng.choice(syllables)}" for _ in itertools.count())
    words = (*WORDS, *itertools.islice(rare, VOCABULARY - len(WORDS)))
    weights = (1 / (rank + RANK_OFFSET) for rank in range(len(words)))
    return words, tuple(itertools.accumulate(weights))


def make_sentence(rng: random.Random, low: int, high: int) -> str:
    """Return a sentence of `low` to `high` words of one to three syllables, with a full stop."""
    words, sums = vocabulary()
    chosen = rng.choices(words, cum_weights=sums, k=rng.randint(low, high))
    return f"{' '.join(chosen).capitalize()}."


def make_paragraphs(rng: random.Random, low: int, high: int) -> list[str]:
    """Return paragraphs of whole sentences, `low` to `high` syllables in all, or some more."""
    wanted, paragraphs, syllables = rng.randint(low, high), [], 0
    while syllables < wanted:
        paragraph = " ".join(make_sentence(rng, 9, 18) for _ in range(rng.randint(2, 4)))
        paragraphs.append(paragraph)
        syllables += len(paragraph.split())
    return paragraphs
