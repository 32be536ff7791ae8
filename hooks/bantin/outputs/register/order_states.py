"""Where an order stands by its document's words: with a last day, recurring, reported done.

Nothing here depends on today. Whether a last day is past is for the reader's browser to tell.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from bantin.minutes.reported_states import DONE, MENTIONED, REPLACED
from bantin.outputs.register.entries import Entry, Point

DATED, RECURRING, OPEN, UNDATED = "co-han", "dinh-ky", "chua_ro_ngay", "khong-han"
FINISHED, WITHDRAWN = "da_xong", "da_thu_hoi"
# In the order of pages; the keys are ids on them.
STATES: Mapping[str, str] = MappingProxyType(
    {
        DATED: "Có hạn chót",
        RECURRING: "Định kỳ",
        OPEN: "Có hạn, không quy ra ngày được",
        UNDATED: "Không có hạn",
        FINISHED: "Văn bản sau báo đã xong hoặc thay thế",
        WITHDRAWN: "Trong văn bản đã thu hồi",
    }
)


def state_of(entry: Entry, point: Point) -> str:
    """Return where an order of an entry stands: a key of STATES."""
    told = point.told
    if entry.card.withdrawn:
        return WITHDRAWN
    # The newest word counts: an order may be reported done, and then asked for again.
    said = [one.state for one in told.history if one.state != MENTIONED]
    if said and said[0] in (DONE, REPLACED):
        return FINISHED
    if told.due:
        return DATED
    if told.recurs:
        return RECURRING
    return OPEN if told.deadline else UNDATED
