"""Everything the archive's part of the site holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bantin.catalog.catalog import Catalog
from bantin.errors import Problem, ProblemsError
from bantin.outputs.addresses import AddressBook
from bantin.outputs.articles import plan_articles
from bantin.outputs.bodies import plan_bodies
from bantin.outputs.directories import plan_directories
from bantin.outputs.documents import plan_documents
from bantin.outputs.feeds import plan_feeds
from bantin.outputs.listings import plan_listings
from bantin.outputs.output import Output
from bantin.outputs.people import plan_people
from bantin.outputs.redirects import plan_redirects
from bantin.outputs.searching import plan_search
from bantin.outputs.sitemap import plan_sitemap
from bantin.records.models import Record


def plan_outputs(
    catalog: Catalog, records: Iterable[Record], book: AddressBook, page_urls: Iterable[str]
) -> list[Output]:
    """Declare every output of the archive.

    Args:
        catalog: what is shown.
        records: all records, for their old addresses.
        book: where links lead.
        page_urls: addresses of the engine's own pages, for the sitemap.

    Returns:
        Outputs with unique names, in a fixed order.
    """
    pages = [
        *plan_articles(catalog, book),
        *plan_documents(catalog, book),
        *plan_listings(catalog),
        *plan_bodies(catalog, book),
        *plan_people(catalog),
        *plan_directories(catalog),
    ]
    dated = {item.url for item in catalog.items}
    urls = (output.name.removesuffix("index.html") for output in pages)
    others = [*page_urls, *(url for url in urls if url not in dated)]
    return [
        *pages,
        *plan_redirects(records),
        *plan_feeds(catalog),
        *plan_sitemap(catalog, others),
        *plan_search(catalog),
    ]


def check_outputs(outputs: Iterable[Output], taken: Mapping[str, str]) -> None:
    """Check that no page or static file stands where the archive puts its own.

    Args:
        outputs: everything planned.
        taken: path below the site's root → src_uri of a page or static file.

    Raises:
        ProblemsError: one does.
    """
    hint = "đổi tên hoặc xóa tệp này"
    problems = [
        Problem(taken[output.name], 0, "", f"kho tin tự làm trang ở địa chỉ {output.name}", hint)
        for output in outputs
        if output.name in taken
    ]
    if problems:
        raise ProblemsError(problems)
