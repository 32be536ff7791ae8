"""Conclusions: the points of a notice, each with what it directs, to whom, and by when.

Read from the text by rule, which says nothing where it is not sure; the editor's word goes above.
Knows records and text; nothing of pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bantin.minutes.deadlines import Deadline, find_deadline
from bantin.minutes.directives import Directive, read_directive
from bantin.minutes.items import TextItem, find_items
from bantin.minutes.overrides import KEYS, read_override
from bantin.records.models import Document
from bantin.text.dates import short_date

# A notice or minutes; decisions and plans have numbered items that are no conclusions.
_KINDS = ("TB", "BB")
_CUE = "kết luận"
# Emphasis and links: a day in bold type is a day, a body's name with a link is a name.
_SIGNS = ("*", "__", "](")
_MARKUP = re.compile(r"\[([^\]]*)\]\([^)]*\)|\*{1,3}|_{2}")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One point.

    Attributes:
        anchor: unique in its document, "kl-3"; where a number comes again, "kl-3-2".
        number: as printed.
        text: its words on one line, Markdown.
        directive: what it does, and to whom by name.
        bodies: slugs of those it is given to, where the editor names them.
        deadline: the first it sets; None where it sets none for certain.
        edited: which of "directive", "to" and "due" are the editor's word, in this order; the
            others are read.
    """

    anchor: str
    number: str
    text: str
    directive: Directive
    deadline: Deadline | None
    bodies: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()


def find_conclusions(document: Document) -> tuple[Conclusion, ...]:
    """Return the points of a document that states conclusions, in order; () for all others."""
    if document.kind not in _KINDS:
        return ()
    if _CUE not in document.title.lower() and _CUE not in document.body.lower():
        return ()
    times: dict[str, int] = {}
    found = []
    for item in find_items(document.body):
        again = times[item.number] = times.get(item.number, 0) + 1
        anchor = f"kl-{item.number}" if again == 1 else f"kl-{item.number}-{again}"
        found.append(_read(item, anchor, document.day))
    return tuple(found)


def _read(item: TextItem, anchor: str, day: date) -> Conclusion:
    is_plain = not any(sign in item.text for sign in _SIGNS)
    words = item.text if is_plain else _MARKUP.sub(r"\1", item.text)
    read = read_directive(words)
    deadline = find_deadline(words, day=day)
    said = read_override(item.attributes)
    if "due" in said.given:
        # The words stay those of the text, where they set a day at all.
        text = deadline.text if deadline and deadline.due == said.due else ""
        deadline = Deadline(text or short_date(said.due), said.due) if said.due else None
    return Conclusion(
        anchor=anchor,
        number=item.number,
        text=item.text,
        directive=Directive(
            said.directive if "directive" in said.given else read.kind,
            said.names if "to" in said.given else read.addressees,
        ),
        deadline=deadline,
        bodies=said.bodies,
        edited=tuple(key for key in KEYS if key in said.given),
    )
