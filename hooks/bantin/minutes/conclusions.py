"""Conclusions: the points of a notice, each with what it directs, to whom, and by when.

Read from the text by rule, which says nothing where it is not sure; the editor's word goes above.
Knows records and text; nothing of pages.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.minutes.deadlines import Deadline, find_deadline
from bantin.minutes.directives import Directive, read_directive
from bantin.minutes.overrides import KEYS, read_override
from bantin.records.models import Document
from bantin.rendering.rendered_text import NumberedItem, RenderedText
from bantin.text.dates import short_date

# A notice or minutes; decisions and plans have numbered items that are no conclusions.
_KINDS = ("TB", "BB")
_CUE = "kết luận"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One point.

    Attributes:
        anchor: its address on the page, "kl-3" or "kl-ii-2".
        number: as printed, "3".
        text: its words on one line.
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


def find_conclusions(document: Document, text: RenderedText) -> tuple[Conclusion, ...]:
    """Return the points of a document that states conclusions, in order; () for all others."""
    if not states_conclusions(document, text):
        return ()
    return tuple(_read(item, document.day) for item in text.points)


def states_conclusions(document: Document, text: RenderedText) -> bool:
    """True where a document is of a kind that states conclusions, and speaks of them."""
    if document.kind not in _KINDS:
        return False
    return _CUE in document.title.lower() or _CUE in text.words.lower()


def _read(item: NumberedItem, day: date) -> Conclusion:
    read = read_directive(item.text)
    deadline = find_deadline(item.text, day=day)
    said = read_override(item.attributes)
    if "due" in said.given:
        # The words stay those of the text, where they set a day at all.
        text = deadline.text if deadline and deadline.due == said.due else ""
        deadline = Deadline(text or short_date(said.due), said.due) if said.due else None
    return Conclusion(
        anchor=item.anchor,
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
