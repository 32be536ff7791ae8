"""The details of each order on a document's page, beside its text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from bantin.catalog.decisions import Addressee, Decided, parties_of
from bantin.catalog.relations.order_history import OrderEvent
from bantin.minutes.deadlines import Deadline
from bantin.minutes.directives import LABELS
from bantin.minutes.orders import CONCLUDING, Order
from bantin.outputs.register.order_events import OrderEventView, view_event
from bantin.records.meant_bodies import Origin
from bantin.records.registry import Registry
from bantin.text.dates import find_dates, short_date

_NO_EVENTS: Mapping[str, Sequence[OrderEvent]] = MappingProxyType({})
_PARTS = {
    "directive": "loại việc",
    "to": "nơi nhận việc",
    "with": "nơi phối hợp",
    "due": "thời hạn",
}
CONCLUSION = "Kết luận"
# "Điều 2", "Thứ nhất", "Phần I": a number that says by itself what it counts.
_NAMED = re.compile(r"[^\W\d_]{2,}\s", re.UNICODE)
_ROMAN = re.compile(r"[IVXLC]+(?:\W|$)")


@dataclass(frozen=True, slots=True)
class AddresseeView:
    """An addressee of a conclusion; `url` is "" where no known body has that name."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class OrderView:
    """An order, as read from its words or as the editor states it.

    Attributes:
        anchor: id of the point in the text, "kl-3".
        number: as printed; "" for text without one.
        label: what a reader calls the point, "Kết luận 3", "Điều 2"; "" without a number.
        directive: what the point asks, in a reader's words; "" where the wording does not tell.
        addressees: the people and bodies that must act.
        deadline: as printed; "" where none is certain.
        due: ISO date of its last day; "" where it cannot be worked out.
        edited: the parts that the editor stated, in a reader's words; () where all was read.
        due_text: `due` as "17/10/2013"; "" where the printed deadline says it in full.
        recurs: the deadline comes again and again, "hằng quý".
        heading: words of the point that it stands under and that is no order; "" without one.
        helpers: the people and bodies that only help.
        history: what later documents say of it, newest first.
        handed_down: the parts that its heading says, in a reader's words; () for none.
    """

    anchor: str
    number: str
    label: str
    directive: str
    addressees: tuple[AddresseeView, ...]
    deadline: str
    due: str
    due_text: str
    edited: tuple[str, ...]
    recurs: bool = False
    heading: str = ""
    helpers: tuple[AddresseeView, ...] = ()
    history: tuple[OrderEventView, ...] = ()
    handed_down: tuple[str, ...] = ()


def view_orders(
    decided: Decided,
    kind: str,
    title: str,
    registry: Registry,
    events: Mapping[str, Sequence[OrderEvent]] = _NO_EVENTS,
) -> tuple[OrderView, ...]:
    """Return the details of a document's orders, in order.

    Args:
        decided: the orders.
        kind: of the document, "TB".
        title: of the document.
        registry: names of bodies.
        events: anchor → what later documents say of the order.
    """
    noun = point_noun(kind, title)
    return tuple(
        replace(
            view_order(point, noun, decided.origin, registry),
            history=tuple(map(view_event, events.get(point.anchor, ()))),
        )
        for point in decided.points
    )


def point_noun(kind: str, title: str) -> str:
    """Return what the points of a document are called: "Kết luận", or "Mục"."""
    # The title may speak of other words of a leader.
    said = title.lower()
    is_other = "chỉ đạo" in said and "kết luận" not in said
    return CONCLUSION if kind in CONCLUDING and not is_other else "Mục"


def _label(noun: str, number: str) -> str:
    """Return what a reader calls a point; "" for one without a number."""
    if not number or (_NAMED.match(number) and not _ROMAN.match(number)):
        return number
    return f"{noun} {number}"


def view_order(point: Order, noun: str, origin: Origin, registry: Registry) -> OrderView:
    """Return the details of one order.

    Args:
        point: the order.
        noun: what the points of its document are called.
        origin: where its names stand.
        registry: names of bodies.
    """
    deadline = point.deadline
    due = deadline.due if deadline else None
    directive = point.directive
    helping = (*point.helper_bodies, *directive.helpers)
    parties = parties_of(point.bodies, directive.addressees, helping, origin, registry)
    return OrderView(
        anchor=point.anchor,
        number=point.number,
        label=_label(noun, point.number),
        directive=LABELS.get(directive.kind, ""),
        addressees=_named(parties.lead, registry),
        deadline=deadline.text if deadline else "",
        due=due.isoformat() if due else "",
        due_text=_unsaid(deadline),
        edited=tuple(text for key, text in _PARTS.items() if key in point.edited),
        recurs=deadline.recurs if deadline else False,
        heading=point.heading,
        helpers=_named(parties.helping, registry),
        handed_down=tuple(text for key, text in _PARTS.items() if key in point.handed_down),
    )


def _named(found: Iterable[Addressee], registry: Registry) -> tuple[AddresseeView, ...]:
    return tuple(
        AddresseeView(one.name, registry.bodies[one.slug].url if one.slug else "") for one in found
    )


def _unsaid(deadline: Deadline | None) -> str:
    """Return the last day of a deadline, as text; "" where its own words give it in full."""
    if deadline is None or deadline.due is None:
        return ""
    said = find_dates(deadline.text, year=deadline.due.year)
    is_said = any(one.value == deadline.due and one.year_given for one in said)
    return "" if is_said else short_date(deadline.due)
