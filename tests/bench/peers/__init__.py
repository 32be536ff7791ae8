"""The other publishers of the comparison, a module each, with the same archive and parts."""

from __future__ import annotations

from collections.abc import Mapping

from tests.bench.peers.hugo import Hugo, HugoJson
from tests.bench.peers.mkdocs_blog import Blog
from tests.bench.peers.mkdocs_stock import Mkdocs, MkdocsSearch
from tests.bench.peers.peer import Peer
from tests.bench.peers.pelican import Pelican
from tests.bench.peers.zensical import Zensical, ZensicalBlog


def make_peers() -> Mapping[str, Peer]:
    """Return every peer by its name; the first is the one others are measured by."""
    peers: tuple[Peer, ...] = (
        Hugo(),
        HugoJson(),
        Mkdocs(),
        MkdocsSearch(),
        Blog(),
        Pelican(),
        Zensical(),
        ZensicalBlog(),
    )
    return {peer.name: peer for peer in peers}
