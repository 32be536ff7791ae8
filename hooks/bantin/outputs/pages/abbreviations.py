"""The abbreviations of a record's page: which it uses, where first, and what they stand for.

Knows the texts of a record; how they are marked is for `rendering`.
"""

from __future__ import annotations

from functools import lru_cache

from bantin.catalog.timeline_names import bodies_of
from bantin.records.models import Article, Document
from bantin.records.registry import Registry
from bantin.rendering.abbreviations import LEAD, TEXT, Abbreviation
from bantin.rendering.rendered_text import RenderedText
from bantin.text.collate import SortKey, sort_key
from bantin.text.explanations import find_explanations, is_explaining
from bantin.text.short_forms import find_known, holds_any


def view_abbreviations(
    record: Article | Document, text: RenderedText, registry: Registry
) -> tuple[Abbreviation, ...]:
    """Return the abbreviations that a record's page uses and not only explains, in their order.

    The first use is marked in the summary or else in the body. Title and recipients are not
    marked, but what they use is among these.
    """
    recipients = record.recipients if isinstance(record, Document) else ()
    parts = {
        LEAD: record.summary or "",
        TEXT: text.running_text,
        "": "\n\n".join((record.title, *recipients)),
    }
    if not any(map(holds_any, parts.values())):
        return ()
    said = find_explanations("\n\n".join((record.title, parts[LEAD], parts[TEXT])))
    lexicon, slugs = registry.abbreviations, bodies_of(record)
    known = lexicon.shorts | said.keys() if said else lexicon.shorts
    places: dict[str, str] = {}
    for place, part in parts.items():
        for form in find_known(part, known, places, said):
            if form.short not in said or not is_explaining(part, form.start, form.end):
                places[form.short] = place
    found = []
    for short in sorted(places, key=_order):
        expansion = said[short] if short in said else lexicon.expand(short, slugs)
        if expansion:
            found.append(Abbreviation(short, expansion, places[short], short in said))
    return tuple(found)


@lru_cache(maxsize=1_024)
def _order(short: str) -> tuple[SortKey, str]:
    return sort_key(short), short
