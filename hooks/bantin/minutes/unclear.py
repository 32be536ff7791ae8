"""Tells what of an order neither the rules have read nor an editor has said.

Knows orders; nothing of pages, files and lines.
"""

from __future__ import annotations

from bantin.minutes.orders import Order
from bantin.text.dates import count

# What is agreed to, refused or acknowledged need not be anybody's task.
_NOBODYS = ("agree", "refuse", "acknowledge")


def unclear_keys(order: Order) -> tuple[str, ...]:
    """Return "directive" for an order without a kind, and "to" for one without an addressee.

    An editor's "không" is an answer. `()` for a clear order.
    """
    lacks_kind = not order.directive.kind and "directive" not in order.edited
    is_given = bool(order.directive.addressees or order.bodies or "to" in order.edited)
    lacks_name = not is_given and order.directive.kind not in _NOBODYS
    return (*(("directive",) if lacks_kind else ()), *(("to",) if lacks_name else ()))


def unclear_in_words(size: int) -> str:
    """Return how many orders are unclear, in words for editors; a clause without its full stop."""
    return f"{count(size)} mục chưa rõ loại việc hoặc chưa rõ giao cho ai"
