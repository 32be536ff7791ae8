"""Finds the orders of a document: its points, each with directive, addressees and deadline.

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
class Order:
    """One point of a document that orders, agrees or acknowledges something.

    Attributes:
        anchor: its address on the page, "kl-3", "kl-ii-2" or "kl-3-a".
        number: the printed numbers from the outermost on, "3", "3.a"; "" for text without one.
        text: its own words on one line, without those of the points within it.
        directive: its kind, and its addressees by name.
        bodies: slugs of its addressees, when the editor gives slugs.
        deadline: the first one; None when none is sure.
        edited: the editor's keys among "directive", "to" and "due", in this order. The rules read
            the others.
        heading: words of the point that it stands under and that is no order itself, "Sở Xây dựng";
            "" without one.
        depth: number of points around it, headings included.
        handed_down: those of "directive", "to" and "due" that its heading or introduction says, and
            not its own words.
    """

    anchor: str
    number: str
    text: str
    directive: Directive
    deadline: Deadline | None
    bodies: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()
    heading: str = ""
    depth: int = 0
    handed_down: tuple[str, ...] = ()


def find_orders(document: Document, text: RenderedText) -> tuple[Order, ...]:
    """Return the conclusions of a document, in order; () for a document that states none."""
    if not states_orders(document, text):
        return ()
    return tuple(_read(item, document.day) for item in text.points)


def states_orders(document: Document, text: RenderedText) -> bool:
    """True when a document is of a kind that states conclusions, and mentions them."""
    if document.kind not in _KINDS:
        return False
    return _CUE in document.title.lower() or _CUE in text.words.lower()


def _read(item: NumberedItem, day: date) -> Order:
    read = read_directive(item.text)
    deadline = find_deadline(item.text, day=day)
    said = read_override(item.attributes)
    if "due" in said.given:
        # The words of the text stay when they set the same day.
        text = deadline.text if deadline and deadline.due == said.due else ""
        deadline = Deadline(text or short_date(said.due), said.due) if said.due else None
    return Order(
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
