"""Answers browsers: the last good site, with what is wrong about the present one.

Knows no engine. No request waits for a build.
"""

from __future__ import annotations

import shutil
import socket
import sys
import threading
import time
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler
from io import BytesIO
from pathlib import Path
from socketserver import TCPServer, ThreadingMixIn
from typing import BinaryIO
from urllib.parse import quote

from bantin.mkdocs.faults import BuildFaults
from bantin.mkdocs.preview.bar import FILES, dress, read_file, render_page
from bantin.mkdocs.preview.hosts import OwnHosts, as_host, is_everywhere
from bantin.outputs.hosting.serving import ASK_AGAIN, security_headers
from bantin.rendering.content_policy import Inline, make_policy
from bantin.unforeseen import tell_unforeseen
from bantin.writing.preview import OWN_FOLDER

# A question for changes is answered after this time anyway.
_PATIENCE_S = 25.0
_HEADERS_FILE = "_headers"
# Drafts are shown here, so other sites may embed nothing.
_OURS_ONLY = ("Cross-Origin-Resource-Policy", "same-origin")


class PreviewServer(ThreadingMixIn, TCPServer):
    """Listens on one port. Browsers are served by threads; `show` may be called by any other.

    Attributes:
        root: folder of the site; need not exist.
        mount_path: path of the site's root, closed with a slash.
        url: address of the host, without a path.
    """

    daemon_threads = True
    # A port that only waits for its last connections is free. On Windows the option would share a
    # port that is in use.
    allow_reuse_address = sys.platform != "win32"
    allow_reuse_port = False
    request_queue_size = 128

    def __init__(self, host: str, port: int, root: Path) -> None:
        """Bind.

        Raises:
            OSError: the port is in use or not allowed, or the computer has no such address.
        """
        self.root = root
        self.mount_path = "/"
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        self.address_family = found[0][0]
        super().__init__((host, port), _Answer)
        self.hosts = OwnHosts(host, self.server_address[1])
        shown = "127.0.0.1" if is_everywhere(host) else as_host(host)
        self.url = f"http://{shown}:{self.server_address[1]}"
        self._shown = threading.Condition()
        self._faults = BuildFaults()
        # Not counted from 0: pages outlive a preview, and reload when the next one shows something.
        self._epoch = time.time_ns() // 1_000_000

    @property
    def address(self) -> str:
        """Address of the home page."""
        return self.url + self.mount_path

    @property
    def shown(self) -> tuple[BuildFaults, int]:
        """The faults of the last build, and the number of what is shown."""
        with self._shown:
            return self._faults, self._epoch

    def show(self, faults: BuildFaults) -> None:
        """Show another site, or other faults. Open pages reload."""
        with self._shown:
            self._faults = faults
            self._epoch += 1
            self._shown.notify_all()

    def wait_for_other(self, epoch: str) -> int:
        """Return the number of what is shown, as soon as it is another or after a while."""
        with self._shown:
            self._shown.wait_for(lambda: str(self._epoch) != epoch, timeout=_PATIENCE_S)
            return self._epoch

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of browsers that hang up, but of our own mistakes."""
        error = sys.exception()
        if error is not None and not isinstance(error, ConnectionError | TimeoutError):
            told = tell_unforeseen(error, Path.cwd(), "trả lời trình duyệt")
            print(f"Lỗi: {told}", file=sys.stderr, flush=True)


# The registry of a Windows machine may call scripts text/plain, which browsers refuse.
CONTENT_TYPES = {
    **SimpleHTTPRequestHandler.extensions_map,
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}


class _Answer(SimpleHTTPRequestHandler):
    """Answers one request."""

    server: PreviewServer
    server_version = "BanTin"
    sys_version = ""
    extensions_map = CONTENT_TYPES

    def do_GET(self) -> None:
        """Answer a browser."""
        named = self.headers.get_all("Host") or [""]
        if len(named) > 1 or named[0].strip() not in self.server.hosts:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path, _, query = self.path.partition("?")
        own, mount = f"/{OWN_FOLDER}", self.server.mount_path
        if path.startswith(own):
            self._answer_own(path.removeprefix(own), query)
        elif path.startswith(mount):
            self.directory = str(self.server.root)
            self._answer_site(path, "/" + path.removeprefix(mount))
        elif f"{path}/" == mount or path == "/":
            self._lead_to(mount)
        else:
            self._answer_missing()

    do_HEAD = do_GET

    def _answer_own(self, name: str, query: str) -> None:
        if name == "changes":
            epoch = self.server.wait_for_other(query.removeprefix("epoch="))
            self._send(str(epoch).encode(), "text/plain")
        elif name in FILES:
            self._send(read_file(name), FILES[name])
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _answer_site(self, path: str, below: str) -> None:
        """Answer with a file of the site; `below` is its path, still quoted, below the root."""
        if not self.server.root.is_dir():
            page = render_page(*self.server.shown)
            self._send(page, "text/html", HTTPStatus.SERVICE_UNAVAILABLE)
            return
        try:
            target = Path(self.translate_path(below))
            if target.is_dir():
                if not path.endswith("/"):
                    self._lead_to(f"{path}/")
                    return
                target /= "index.html"
            elif path.endswith("/"):
                raise FileNotFoundError(target)
            file = target.open("rb")
        # ValueError: a name with a NUL.
        except (OSError, ValueError):
            self._answer_missing()
            return
        with file:
            self._send_file(file, self.guess_type(str(target)))

    def _answer_missing(self) -> None:
        page = self.server.root / "404.html"
        if page.is_file():
            self._send_page(page.read_bytes(), HTTPStatus.NOT_FOUND)
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _lead_to(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", quote(path, safe="/%"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send_file(self, file: BinaryIO, kind: str) -> None:
        if kind == "text/html":
            self._send_page(file.read(), HTTPStatus.OK)
            return
        size_bytes = file.seek(0, 2)
        file.seek(0)
        self._send_from(file, size_bytes, kind, HTTPStatus.OK)

    def _send_page(self, page: bytes, status: HTTPStatus) -> None:
        self._send(dress(page, *self.server.shown), "text/html", status)

    def _send(self, body: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self._send_from(BytesIO(body), len(body), kind, status)

    def _send_from(self, file: BinaryIO, size_bytes: int, kind: str, status: HTTPStatus) -> None:
        is_text = kind.startswith("text/")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if is_text else kind)
        self.send_header("Content-Length", str(size_bytes))
        self.send_header("Cache-Control", ASK_AGAIN)
        for name, value in (*_headers_of(self.server.root), _OURS_ONLY):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            shutil.copyfileobj(file, self.wfile)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse, in plain words."""
        status = HTTPStatus(code)
        told = {
            HTTPStatus.MISDIRECTED_REQUEST: (
                "Địa chỉ này không phải của trang xem thử, nên bị từ chối. "
                f"Hãy mở {self.server.address}"
            ),
            HTTPStatus.NOT_FOUND: "Không có trang này.",
        }.get(status, "Trang xem thử không trả lời được yêu cầu này.")
        self._send(f"{told}\n".encode(), "text/plain", status)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the terminal is for what editors must know."""


def _headers_of(root: Path) -> list[tuple[str, str]]:
    """Return (name, value) of each header that hosts send with every file of this very site."""
    try:
        lines = (root / _HEADERS_FILE).read_text("utf-8").split("\n")
    except OSError:
        return list(security_headers(make_policy(Inline())))
    starts = [number for number, line in enumerate(lines) if line.endswith("/*")]
    rule = lines[starts[0] + 1 : starts[1] if len(starts) > 1 else None] if starts else []
    parts = [line.strip().partition(": ") for line in rule if line.startswith(" ")]
    return [(name, value) for name, _, value in parts]
