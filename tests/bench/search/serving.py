"""Serve a folder as a static host does, text types compressed; count what goes over the wire.

Knows nothing of browsers or searches.
"""

from __future__ import annotations

import functools
import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlsplit

from tests.browser.serving import Handler, Server

# What GitHub Pages, Netlify and nginx's usual settings compress.
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".txt", ".xml"}
LEVEL = 6


@dataclass
class Tally:
    """What was fetched, in order: path from the root, and bytes of the body as sent."""

    fetched: list[tuple[str, int]] = field(default_factory=list)

    def of(self, *beginnings: str) -> list[int]:
        """Return the bytes of every file whose path begins so."""
        return [size for path, size in self.fetched if path.startswith(beginnings)]


class CountingHandler(Handler):
    """Keeps connections open, compresses, and tells the tally."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self,
        *args: object,
        tally: Tally,
        packed: dict[Path, bytes],
        headers: Mapping[str, str],
        directory: str,
    ):
        self.tally, self.packed, self.more_headers = tally, packed, headers
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        compressed = path.suffix in COMPRESSED
        body = self.pack(path) if compressed else path.read_bytes()
        self.tally.fetched.append((urlsplit(self.path).path, len(body)))
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Length", str(len(body)))
        if compressed:
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.more_headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def pack(self, path: Path) -> bytes:
        # Once: a host keeps what it compressed, and its time is not what is measured.
        if path not in self.packed:
            self.packed[path] = gzip.compress(path.read_bytes(), LEVEL, mtime=0)
        return self.packed[path]


@contextmanager
def serve_counting(
    folder: Path, headers: Mapping[str, str] = MappingProxyType({})
) -> Iterator[tuple[str, Tally]]:
    """Serve a folder while the block runs, with more headers if given.

    Yields:
        The address, closed with a slash, and the tally, which the caller may empty.
    """
    tally = Tally()
    handler = functools.partial(
        CountingHandler, tally=tally, packed={}, headers=headers, directory=str(folder)
    )
    with Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", tally
        finally:
            server.shutdown()
            thread.join()
