"""The archive that is searched: the corpus with prose of uneven words, and the planted records.

Knows nothing of queries or of who searches it. The same size gives the same bytes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from tests.bench.corpus import CorpusFile, make_corpus
from tests.bench.search.planted import make_planted
from tests.bench.search.prose import make_paragraphs

SYLLABLES = (300, 560)


def make_archive(records: int) -> Iterator[CorpusFile]:
    """Yield every file of an archive with so many records besides the planted ones."""
    for file in make_corpus(records):
        yield with_prose(file)
    yield from make_planted()


def with_prose(file: CorpusFile) -> CorpusFile:
    """Return a record with another body, 300 to 600 syllables long; other files as they are."""
    if not file.path.startswith(("tin-tuc/", "van-ban/")):
        return file
    rng = random.Random(file.path)
    _, front, _ = file.text.split("---\n", 2)
    paragraphs = make_paragraphs(rng, *SYLLABLES)
    if file.path.startswith("van-ban/"):
        lead, *points = paragraphs
        paragraphs = [lead, *(f"{number}. {text}" for number, text in enumerate(points, 1))]
    body = "\n\n".join(paragraphs)
    return CorpusFile(file.path, f"---\n{front}---\n\n{body}\n")


def write_archive(folder: Path, records: int) -> Path:
    """Write an archive below `folder`/docs and return that folder."""
    docs = folder / "docs"
    for file in make_archive(records):
        path = docs / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text, "utf-8", newline="\n")
    return docs
