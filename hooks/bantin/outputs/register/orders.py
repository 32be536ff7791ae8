"""The details of each conclusion on a document's page, beside its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.catalog.decisions import Addressee, Decided, addressees_of
from bantin.minutes.deadlines import Deadline
from bantin.minutes.directives import LABELS
from bantin.minutes.orders import Order
from bantin.records.registry import Registry
from bantin.text.dates import find_dates, short_date

_EDITED = {"directive": "loại việc", "to": "nơi nhận việc", "due": "thời hạn"}


@dataclass(frozen=True, slots=True)
class AddresseeView:
    """An addressee of a conclusion; `url` is "" where no known body has that name."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class OrderView:
    """A point of a conclusion, as read from its words or as the editor states it.

    Attributes:
        anchor: id of the point in the text, "kl-3".
        number: as printed.
        directive: what the point asks, in a reader's words; "" where the wording does not tell.
        addressees: the people and bodies that must act.
        helpers: those that only help.
        deadline: as printed; "" where none is certain.
        due: ISO date of its last day; "" where it cannot be worked out.
        edited: the parts that the editor stated, in a reader's words; () where all was read.
        due_text: `due` as "17/10/2013"; "" where the printed deadline says it in full.
    """

    anchor: str
    number: str
    directive: str
    addressees: tuple[AddresseeView, ...]
    helpers: tuple[AddresseeView, ...]
    deadline: str
    due: str
    due_text: str
    edited: tuple[str, ...]


def view_orders(decided: Decided, registry: Registry) -> tuple[OrderView, ...]:
    """Return the details of a document's conclusions, in order."""
    return tuple(view_order(point, decided.bodies, registry) for point in decided.points)


def view_order(point: Order, bodies: Iterable[str], registry: Registry) -> OrderView:
    """Return the details of one conclusion.

    Args:
        point: the conclusion.
        bodies: slugs of the bodies of its document.
        registry: names of bodies.
    """
    deadline = point.deadline
    due = deadline.due if deadline else None
    directive = point.directive
    must_act = addressees_of(point.bodies, directive.addressees, bodies, registry)
    return OrderView(
        anchor=point.anchor,
        number=point.number,
        directive=LABELS.get(directive.kind, ""),
        addressees=_views(must_act, registry),
        helpers=_views(addressees_of((), directive.helpers, bodies, registry), registry),
        deadline=deadline.text if deadline else "",
        due=due.isoformat() if due else "",
        due_text=_unsaid(deadline),
        edited=tuple(text for key, text in _EDITED.items() if key in point.edited),
    )


def _views(addressees: Iterable[Addressee], registry: Registry) -> tuple[AddresseeView, ...]:
    return tuple(
        AddresseeView(one.name, registry.bodies[one.slug].url if one.slug else "")
        for one in addressees
    )


def _unsaid(deadline: Deadline | None) -> str:
    """Return the last day of a deadline, as text; "" where its own words give it in full."""
    if deadline is None or deadline.due is None:
        return ""
    said = find_dates(deadline.text, year=deadline.due.year)
    is_said = any(one.value == deadline.due and one.year_given for one in said)
    return "" if is_said else short_date(deadline.due)
