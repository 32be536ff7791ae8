"""Serve a folder the way a plain static host does, on a port of its own.

Knows nothing of browsers or of how the folder was made.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from bantin.mkdocs.preview.server import CONTENT_TYPES


class Handler(SimpleHTTPRequestHandler):
    """Quiet, with the site's own page for a missing address."""

    extensions_map = CONTENT_TYPES

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        missing_page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not missing_page.is_file():
            super().send_error(code, message, explain)
            return
        body = missing_page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Does not report a browser that hung up in the middle of a file."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@contextmanager
def serve(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder while the block runs.

    Args:
        folder: what to serve.
        handler: how to answer.

    Yields:
        The address, closed with a slash: `http://127.0.0.1:PORT/`.
    """
    with Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
