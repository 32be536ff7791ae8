"""What later documents say of an order, in a reader's words, with links to the very paragraphs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import quote

from bantin.catalog.relations.order_history import OrderEvent
from bantin.minutes.reported_states import CONTINUES, DONE, MENTIONED, REPLACED
from bantin.records.kinds import kind_name
from bantin.rendering.frame import Link
from bantin.text.dates import short_date

_SAID: Mapping[str, str] = MappingProxyType(
    {
        DONE: "Báo hoàn thành trong",
        CONTINUES: "Được nhắc thực hiện tiếp trong",
        REPLACED: "Được thay thế trong",
        MENTIONED: "Được nhắc tới trong",
    }
)


@dataclass(frozen=True, slots=True)
class OrderEventView:
    """What a later document says of an order.

    Attributes:
        state: DONE, CONTINUES, REPLACED or MENTIONED.
        said: the same in words, "Báo hoàn thành trong".
        document: the later document; its address leads to the paragraph.
    """

    state: str
    said: str
    document: Link


def view_event(event: OrderEvent) -> OrderEventView:
    """Return an event in a reader's words."""
    item = event.item
    text = f"{kind_name(item.kind)} số {item.number} ngày {short_date(item.day)}"
    return OrderEventView(
        event.state, _SAID[event.state], Link(text, f"{item.url}#{_place(event)}", item.lasting_id)
    )


def _place(event: OrderEvent) -> str:
    """Return the fragment of a paragraph. Browsers find one without an address by its words.

    Source: URL Fragment Text Directives, WICG. A hyphen would end a prefix.
    """
    return event.anchor or f":~:text={quote(event.opening, safe='').replace('-', '%2D')}"
