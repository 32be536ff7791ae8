"""A page that shows every component of our pages, with texts that name each one.

For people who change templates or styles: this page shows every effect of a change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.outputs.cards import HOME, Card, PersonLine
from bantin.outputs.listings.calendars import CalendarMonth, CalendarYear
from bantin.outputs.listings.listing_pages import ListingLink
from bantin.outputs.output import Output
from bantin.rendering.frame import PageFrame
from bantin.rendering.renderer import Renderer

PAGE_URL = "thanh-phan/"
# Colour names in bantin.css, and their uses.
COLOURS = (
    ("red", "đầu trang, nút chính"),
    ("red-deep", "chân trang"),
    ("gold", "đường kẻ nhấn"),
    ("paper", "nền"),
    ("panel", "nền của khối"),
    ("line", "đường kẻ"),
    ("ink", "chữ"),
    ("ink-soft", "chữ phụ"),
    ("link", "đường dẫn"),
    ("focus", "viền khi chọn bằng bàn phím"),
)


@dataclass(frozen=True, slots=True)
class ComponentsView:
    """The example content of the components."""

    frame: PageFrame
    colours: tuple[tuple[str, str], ...]
    cards: tuple[Card, ...]
    links: tuple[ListingLink, ...]
    calendar: tuple[CalendarYear, ...]
    people: tuple[PersonLine, ...]


def plan_components() -> Iterator[Output]:
    """Declare the page."""
    frame = PageFrame(
        url=PAGE_URL,
        title="Các thành phần của trang",
        description="Mọi thành phần giao diện ở một chỗ, cho người sửa khuôn trang và kiểu dáng.",
        nav="",
        crumbs=(HOME,),
    )
    view = ComponentsView(
        frame=frame,
        colours=COLOURS,
        cards=(
            _card("Tiêu đề của một tin", "Tên chuyên mục", "", "Đoạn dẫn của tin, một hai câu."),
            _card("Trích yếu của một văn bản", "Loại văn bản", "Số, ký hiệu", ""),
            _card("Bản ghi đã thu hồi", "Tên chuyên mục", "", "", withdrawn=True),
        ),
        links=(ListingLink("Năm 2", PAGE_URL, 1_234), ListingLink("Năm 1", PAGE_URL, 5)),
        calendar=(
            CalendarYear(
                1,
                PAGE_URL,
                7,
                tuple(
                    CalendarMonth(month, PAGE_URL if size else "", size)
                    for month, size in enumerate((1, 0, 0, 2, 0, 0, 0, 0, 4, 0, 0, 0), start=1)
                ),
            ),
        ),
        people=(PersonLine("Họ và tên", PAGE_URL, ("Chức vụ",), ("nguyên chức vụ",)),),
    )
    yield Output(frame.output_path, view, render_components, frame.chrome_key)


def _card(title: str, label: str, number: str, summary: str, *, withdrawn: bool = False) -> Card:
    return Card(PAGE_URL, title, label, number, "2000-01-01", "01/01/2000", summary, withdrawn)


def render_components(renderer: Renderer, view: ComponentsView) -> bytes:
    """Render the page."""
    return renderer.page(view.frame, "components.html", view)
