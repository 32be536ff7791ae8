"""The page of the most read records.

Like the files of views, it is no output. Each build writes it from the counts so far, and its
script updates it when newer counts exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bantin.outputs.cards import HOME
from bantin.outputs.data.view_counts import MOST_READ_PATH, MostRead, Ranked
from bantin.records import folders
from bantin.records.view_counts import LATELY_DAYS
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer
from bantin.text.dates import short_date

PAGE_URL = f"{folders.MOST_READ}/"
FRAME = PageFrame(
    PAGE_URL,
    "Đọc nhiều",
    "Những tin tức, văn bản được bạn đọc xem nhiều nhất.",
    "",
    (HOME,),
)


@dataclass(frozen=True, slots=True)
class MostReadView:
    """The content of the page, with its days in words."""

    since: str
    until: str
    days: int
    lately: tuple[Ranked, ...]
    ever: tuple[Ranked, ...]
    file: str


def render_most_read(renderer: Renderer, most: MostRead) -> bytes:
    """Render the page.

    Args:
        renderer: of the build.
        most: at least one record in `ever`.
    """
    since, until = (short_date(date.fromisoformat(day)) for day in (most.since, most.until))
    view = MostReadView(since, until, LATELY_DAYS, most.lately, most.ever, MOST_READ_PATH)
    return renderer.page(FRAME, "most-read.html", view)
