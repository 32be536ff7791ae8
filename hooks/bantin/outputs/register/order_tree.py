"""The orders of a document as the tree that they are: headings with points, points with parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.minutes.orders import Order
from bantin.outputs.register.orders import OrderView

# A page with more shows the points of a heading when asked for them.
_MOST_OPEN = 15
# Characters of a dash's own words by which a reader knows it.
_LONGEST_WORDS = 70


@dataclass(frozen=True, slots=True)
class OrderBranch:
    """A heading or an order, with what stands below it.

    Attributes:
        heading: as printed, with its number; "" for an order.
        told: details of an order; None for a heading.
        name: what an order is called: its number, or first words where it has none of its own.
        says_names: its addressees are worth telling: they are not those of the heading above it.
        size: number of orders in it.
        below: headings and orders under it, in order.
    """

    heading: str = ""
    told: OrderView | None = None
    name: str = ""
    says_names: bool = True
    size: int = 0
    below: tuple[OrderBranch, ...] = ()


@dataclass(frozen=True, slots=True)
class OrderTree:
    """The orders of a document.

    Attributes:
        size: how many.
        called: what a reader calls them, "kết luận".
        is_long: headings are closed until a reader opens them.
        branches: the outermost headings and orders.
    """

    size: int = 0
    called: str = ""
    is_long: bool = False
    branches: tuple[OrderBranch, ...] = ()


def grow_tree(orders: Iterable[Order], views: Iterable[OrderView], called: str) -> OrderTree:
    """Return the tree of a document's orders.

    Args:
        orders: in their order.
        views: of each of them.
        called: what a reader calls them.
    """
    found = list(zip(orders, views, strict=True))
    branches, _ = _branches(found, 0, 0, ())
    return OrderTree(len(found), called, len(found) > _MOST_OPEN, branches)


def _branches(
    found: list[tuple[Order, OrderView]], at: int, parts: int, path: tuple[str, ...]
) -> tuple[tuple[OrderBranch, ...], int]:
    """Return the branches from an index on, and the index behind them.

    Args:
        found: all orders.
        at: the first one.
        parts: number of orders around these.
        path: the headings around these.
    """
    branches: list[OrderBranch] = []
    while at < len(found):
        order, view = found[at]
        if order.path[: len(path)] != path or order.depth - len(order.path) < parts:
            break
        start = at
        if len(order.path) > len(path):
            heading = order.path[len(path)]
            below, at = _branches(found, at, parts, (*path, heading))
            branches.append(OrderBranch(heading, size=at - start, below=below))
            continue
        below, at = _branches(found, at + 1, order.depth - len(order.path) + 1, path)
        branches.append(
            OrderBranch(
                told=view,
                name=_name(order, view),
                says_names=not _is_named(order, path),
                size=at - start,
                below=below,
            )
        )
    return tuple(branches), at


def _name(order: Order, view: OrderView) -> str:
    if order.mark and view.label:
        return view.label
    words = order.text
    if len(words) <= _LONGEST_WORDS:
        return words
    return f"{words[:_LONGEST_WORDS].rpartition(' ')[0].rstrip(' ,;:')}…"


def _is_named(order: Order, path: tuple[str, ...]) -> bool:
    """True where the heading right above tells all addressees."""
    if not path or "to" not in order.handed_down or order.bodies:
        return False
    above = path[-1].casefold()
    return all(name.casefold() in above for name in order.directive.addressees)
