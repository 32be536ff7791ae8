"""The searches that are compared, a module each."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.search.sites.material import Material
from tests.bench.search.sites.ours import Ours
from tests.bench.search.sites.pagefind import Pagefind
from tests.bench.search.sites.site import SearchedSite


def make_sites() -> Mapping[str, SearchedSite]:
    """Return every search by its name, ours first."""
    sites: tuple[SearchedSite, ...] = (Ours(), Pagefind(), Material())
    return {site.name: site for site in sites}
