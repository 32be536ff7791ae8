"""Finds abbreviations that a record's page cannot explain: unknown or ambiguous ones.

Knows the texts of a record and the abbreviations of the archive. In doubt it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bantin.catalog.timeline_names import bodies_of
from bantin.checking.common_abbreviations import COMMON_ABBREVIATIONS
from bantin.checking.manuscript import Manuscript, Passage
from bantin.errors import Problem
from bantin.records.kinds import document_kinds
from bantin.records.models import Article, Document
from bantin.records.registry import Registry
from bantin.text.abbreviations import load_ambiguous
from bantin.text.explanations import find_explanations
from bantin.text.short_forms import CAPITALS, ShortForm, find_known, find_unknown

_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»"}
# Writers and photographers sign on a line of their own: "Tin, ảnh: NTH".
_SIGNED_BEFORE = re.compile(
    r"(?:^|\b(?:[Tt]in|[Bb]ài|[Ảả]nh|[Nn]guồn|[Tt]ác giả|[Cc]lip)\b[^.:\n]*:)[\s*_(–-]*$"
)
# Characters beside a form that are looked at. All of a long line, use by use, would take minutes.
_FAR = 300
_SIGNED_AFTER = re.compile(r"[\s*_).]*$")
# "TP Cần Thơ" is a city.
_CITY = re.compile(rf"\.?\s*[{CAPITALS}]")


def check_abbreviations(manuscript: Manuscript, registry: Registry) -> list[Problem]:
    """Return a warning for each abbreviation of a record that readers cannot look up.

    Each gives one warning, at its first use: in the title, the summary or the body.

    Args:
        manuscript: of an article or a document.
        registry: of its archive.
    """
    record = manuscript.record
    assert isinstance(record, Article | Document)
    passages = [Passage(("title",), record.title, record.title), manuscript.body]
    if record.summary:
        passages.insert(1, Passage(("summary",), record.summary, record.summary))
    said = find_explanations("\n\n".join(passage.words for passage in passages))
    found: dict[str, Problem] = {}
    for passage in passages:
        for form, message in _faults(passage.words, said, record, registry):
            if form.short not in found:
                found[form.short] = manuscript.remark(
                    passage, form.start, message, f"viết đầy đủ ở lần dùng đầu: “… ({form.short})”"
                )
    return list(found.values())


def _faults(
    text: str, said: Mapping[str, str], record: Article | Document, registry: Registry
) -> Iterator[tuple[ShortForm, str]]:
    abbreviations, slugs = registry.abbreviations, bodies_of(record)
    for form in find_known(text, said):
        if not said[form.short]:
            yield form, f"chữ viết tắt “{form.short}” được giải thích hai cách trong cùng một bài"
    for form in find_known(text, abbreviations.ambiguous, said):
        if form.short == "TP" and _CITY.match(text, form.end):
            continue
        if abbreviations.expand(form.short, slugs) is None:
            senses = ", ".join(abbreviations.ambiguous[form.short])
            yield form, f"chữ viết tắt “{form.short}” có nhiều nghĩa: {senses}"
    known = {
        *abbreviations.shorts,
        *load_ambiguous(),
        *said,
        *document_kinds(),
        *COMMON_ABBREVIATIONS,
    }
    for form in find_unknown(text, known):
        if not _is_name(text, form):
            yield form, f"chữ viết tắt “{form.short}” không tra được nghĩa ở đâu"


def _is_name(text: str, form: ShortForm) -> bool:
    """True for a form in its own quotation marks, and for a writer's initials."""
    opening, closing = text[max(0, form.start - 1) : form.start], text[form.end : form.end + 1]
    if closing and _QUOTES.get(opening) == closing:
        return True
    line_start = text.rfind("\n", 0, form.start) + 1
    line_end = text.find("\n", form.end)
    before = text[max(line_start, form.start - _FAR) : form.start]
    after = text[form.end : min(line_end if line_end >= 0 else len(text), form.end + _FAR)]
    return bool(_SIGNED_BEFORE.search(before) and _SIGNED_AFTER.match(after))
