"""The register's pages: the latest orders with a form to filter all, years, months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bantin.catalog.catalog import Catalog, group
from bantin.catalog.register import MonthSum
from bantin.outputs.cards import HOME, REGISTER, REGISTER_TITLE
from bantin.outputs.head.share_images import kind_image
from bantin.outputs.listings.listing_pages import ListingLink
from bantin.outputs.output import Output
from bantin.outputs.register.entries import Entries, Entry
from bantin.outputs.register.files import EntriesView, plan_month_data, render_csv
from bantin.outputs.register.year_charts import CountChart, charts_of
from bantin.outputs.sizes import Sizes
from bantin.records import folders
from bantin.rendering.frame import Link, PageFrame
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class DayBlock:
    """The documents of a day.

    Attributes:
        day: ISO.
        text: "31/10/2013".
        size: number of their orders.
        entries: the documents.
    """

    day: str
    text: str
    size: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RegisterView:
    """A page of the register.

    Attributes:
        frame: head and crumbs.
        size: number of all conclusions; the page may show only the latest.
        entries: documents, newest first.
        links: years, or months of a year, latest first.
        csv: file with all of them, relative to the root; "" for none.
        json: the same as JSON; "" for none.
        filters: the page has the form.
        charts: charts of a year's orders.
        days: the entries of a month's page by day, in their order; () for other pages.
    """

    frame: PageFrame
    size: int
    entries: tuple[Entry, ...]
    links: tuple[ListingLink, ...]
    csv: str = ""
    json: str = ""
    filters: bool = False
    charts: tuple[CountChart, ...] = ()
    days: tuple[DayBlock, ...] = ()


def plan_register(catalog: Catalog, entries: Entries, sizes: Sizes) -> Output:
    """Declare the first page."""
    months = catalog.register.months()
    description = "Các kết luận, văn bản chỉ đạo giao việc gì, cho ai, hạn đến ngày nào."
    frame = PageFrame(REGISTER.url, REGISTER_TITLE, description, folders.REGISTER, (HOME,))
    return _page(
        RegisterView(
            frame=frame,
            size=sum(month.size for month in months),
            entries=entries.of(catalog.register.latest(sizes.register_documents)),
            links=_years(months),
            filters=True,
        )
    )


def plan_register_year(
    year: str, catalog: Catalog, entries: Entries, sizes: Sizes
) -> Iterator[Output]:
    """Declare the page of a year and its CSV file; nothing if it has no conclusions."""
    months = [month for month in catalog.register.months() if month.month.startswith(year)]
    if not months:
        return
    title, url = f"Kết luận, chỉ đạo năm {year}", f"{REGISTER.url}{year}/"
    size = sum(month.size for month in months)
    crumbs = (HOME, REGISTER)
    frame = PageFrame(url, title, f"{title}: {size} mục, theo tháng.", folders.REGISTER, crumbs)
    csv_path = f"{url}ket-luan-{year}.csv"
    found = entries.of(catalog.register.in_month(year))
    charts = charts_of(found, catalog.registry, sizes)
    yield _page(RegisterView(frame, size, (), _months(months), csv=csv_path, charts=charts))
    yield Output(csv_path, EntriesView(found), render_csv)


def plan_register_month(month: str, catalog: Catalog, entries: Entries) -> Iterator[Output]:
    """Declare the page of a month ("2013-10") and its data; nothing if it has none."""
    found = entries.of(catalog.register.in_month(month))
    if not found:
        return
    year, number = month[:4], int(month[5:])
    title, url = f"Kết luận, chỉ đạo tháng {number} năm {year}", month_url(month)
    size = sum(len(entry.points) for entry in found)
    frame = PageFrame(
        url=url,
        title=title,
        description=f"{title}: {size} mục của {len(found)} văn bản.",
        nav=folders.REGISTER,
        crumbs=(HOME, REGISTER, Link(f"Năm {year}", f"{REGISTER.url}{year}/")),
    )
    data = plan_month_data(month, found, catalog)
    yield _page(RegisterView(frame, size, found, (), json=data.path, days=_days(found)))
    yield data


def month_url(month: str) -> str:
    """Return the address of a month's page: "ket-luan/2013/10/"."""
    return f"{REGISTER.url}{month.replace('-', '/')}/"


def register_urls(catalog: Catalog) -> Iterator[str]:
    """Yield the address of every page of the register."""
    months = catalog.register.months()
    yield REGISTER.url
    yield from (link.url for link in _years(months))
    yield from (month_url(month.month) for month in months)


def _years(months: Sequence[MonthSum]) -> tuple[ListingLink, ...]:
    sizes: dict[str, int] = {}
    for month in months:
        sizes[month.month[:4]] = sizes.get(month.month[:4], 0) + month.size
    return tuple(
        ListingLink(f"Năm {year}", f"{REGISTER.url}{year}/", n) for year, n in sizes.items()
    )


def _months(months: Sequence[MonthSum]) -> tuple[ListingLink, ...]:
    return tuple(
        ListingLink(f"Tháng {int(one.month[5:])}", month_url(one.month), one.size) for one in months
    )


def _days(found: Iterable[Entry]) -> tuple[DayBlock, ...]:
    return tuple(
        DayBlock(day, entries[0].card.day_text, sum(len(one.points) for one in entries), entries)
        for day, entries in group(found, lambda entry: [entry.card.day]).items()
    )


def _page(view: RegisterView) -> Output:
    view = replace(view, frame=replace(view.frame, share=kind_image(folders.REGISTER)))
    return Output(view.frame.output_path, view, render_register, view.frame.chrome_key)


def render_register(renderer: Renderer, view: RegisterView) -> bytes:
    """Render a page of the register."""
    return renderer.page(view.frame, "register.html", view)
