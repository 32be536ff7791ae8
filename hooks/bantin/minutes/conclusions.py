"""Finds the conclusions of a notice: its points, each with directive, addressees and deadline.

Rules read them from the text, and skip what is not sure. An editor's word overrides the rules.
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

# A notice and minutes. The numbered items of decisions and plans are no conclusions.
_KINDS = ("TB", "BB")
_CUE = "kết luận"


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One point of a notice.

    Attributes:
        anchor: its address on the page, "kl-3" or "kl-ii-2".
        number: as printed, "3".
        text: its words on one line.
        directive: its kind, and its addressees by name.
        bodies: slugs of its addressees, when the editor gives slugs.
        deadline: the first one; None when none is sure.
        edited: the editor's keys among "directive", "to" and "due", in this order. The rules read
            the others.
    """

    anchor: str
    number: str
    text: str
    directive: Directive
    deadline: Deadline | None
    bodies: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()


def find_conclusions(document: Document, text: RenderedText) -> tuple[Conclusion, ...]:
    """Return the conclusions of a document, in order; () for a document that states none."""
    if not states_conclusions(document, text):
        return ()
    return tuple(_read(item, document.day) for item in text.points)


def states_conclusions(document: Document, text: RenderedText) -> bool:
    """True when a document is of a kind that states conclusions, and mentions them."""
    if document.kind not in _KINDS:
        return False
    return _CUE in document.title.lower() or _CUE in text.words.lower()


def _read(item: NumberedItem, day: date) -> Conclusion:
    read = read_directive(item.text)
    deadline = find_deadline(item.text, day=day)
    said = read_override(item.attributes)
    if "due" in said.given:
        # The words of the text stay when they set the same day.
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
