"""A preview is known by its own files, and waited for until it shows the page."""

from __future__ import annotations

import functools
import socket
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from bantin.writing.preview import HOST, address, find_previews, wait_for

URL = "tin-tuc/2021/10/a/"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    handler = functools.partial(Quiet, directory=str(tmp_path))
    with ThreadingHTTPServer((HOST, 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def plant(root: Path, place: str) -> None:
    path = root / place
    path.parent.mkdir(parents=True)
    path.write_text("x")


def test_only_what_has_the_previews_own_files_is_a_preview(tmp_path: Path, port: int) -> None:
    assert port not in find_previews(port)
    plant(tmp_path, ".xem-thu/preview.js")
    assert port in find_previews(port)


def test_what_speaks_no_http_is_no_preview() -> None:
    with socket.create_server((HOST, 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(1000)
                connection.sendall(b"220 ready\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        port = server.getsockname()[1]
        assert wait_for([port], URL, timeout_s=0) is None
        thread.join()


def test_a_page_is_waited_for(tmp_path: Path, port: int) -> None:
    assert wait_for([port], URL, timeout_s=0) is None
    assert wait_for([], URL, timeout_s=60) is None
    later = threading.Timer(0.3, plant, (tmp_path, f"{URL}index.html"))
    later.start()
    assert wait_for([port], URL, timeout_s=60) == address(port, URL)
    later.join()
