"""Documents whose orders are told, not read: what becomes of names, whatever rule read them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest
from bantin.catalog import decisions
from bantin.minutes.directives import Directive
from bantin.minutes.orders import Order

Told = tuple[Sequence[str], Sequence[str]]


def _order(number: int, lead: Iterable[str], helping: Iterable[str]) -> Order:
    return Order(
        anchor=f"kl-{number}",
        number=str(number),
        text=f"Việc {number}.",
        directive=Directive("assign", tuple(lead), tuple(helping)),
        deadline=None,
    )


def tell(monkeypatch: pytest.MonkeyPatch, *told: Told) -> None:
    """Let every document read from now on give orders to these names: (lead, with) of each."""
    orders = tuple(_order(rank + 1, lead, helping) for rank, (lead, helping) in enumerate(told))
    monkeypatch.setattr(decisions, "read_orders", lambda document, text: (orders, text))
