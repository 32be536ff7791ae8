"""Everything the archive's part of the site holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from bantin.catalog.catalog import Catalog
from bantin.errors import Problem, ProblemsError
from bantin.outputs.addresses import AddressBook, taken_redirect
from bantin.outputs.articles import plan_articles
from bantin.outputs.bodies import plan_bodies
from bantin.outputs.directories import plan_directories
from bantin.outputs.documents import plan_documents
from bantin.outputs.feeds import plan_feeds
from bantin.outputs.listings import plan_listings
from bantin.outputs.output import Output
from bantin.outputs.people import plan_people
from bantin.outputs.redirects import plan_redirects, redirect_path
from bantin.outputs.schemas import plan_schemas
from bantin.outputs.searching import SEARCH_FRAME, plan_search
from bantin.outputs.sitemap import plan_sitemap
from bantin.records.models import Record


def plan_outputs(
    catalog: Catalog, records: Iterable[Record], book: AddressBook, page_urls: Iterable[str]
) -> list[Output]:
    """Declare every output of the archive.

    Args:
        catalog: what is shown.
        records: those that are shown, for their old addresses.
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
        *plan_schemas(),
    ]


def check_outputs(
    outputs: Iterable[Output],
    taken: Mapping[str, str],
    records: Iterable[Record],
    docs_dir: Path,
) -> None:
    """Check that nothing stands where the archive puts pages of its own, such as listings.

    Args:
        outputs: everything planned.
        taken: path below the site's root → src_uri of a page or static file.
        records: those that are shown, with free addresses as far as `check_addresses` can tell.
        docs_dir: where the records were read from, to find lines.

    Raises:
        ProblemsError: something does.
    """
    hint = "đổi tên hoặc xóa tệp này"
    counts = Counter(output.name for output in outputs)
    problems = [
        Problem(src_uri, 0, "", f"kho tin tự làm trang ở địa chỉ {path}", hint)
        for path, src_uri in taken.items()
        if path in counts or path.startswith(SEARCH_FRAME.url)
    ]
    for record in records:
        path = f"{record.url}index.html"
        if counts[path] > 1:
            uri = record.file.src_uri
            problems.append(Problem(uri, 0, "", f"kho tin tự làm trang ở địa chỉ {path}", hint))
        for index, written in enumerate(record.redirect_from):
            if counts[redirect_path(written)] > 1:
                problems.append(taken_redirect(record, index, "một trang danh mục", docs_dir))
    if problems:
        raise ProblemsError(problems)
