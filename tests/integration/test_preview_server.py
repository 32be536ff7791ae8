"""What the preview's server does with its own mistakes."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from http.client import RemoteDisconnected
from pathlib import Path

import pytest
from bantin.mkdocs.preview import server as module
from bantin.mkdocs.preview.server import PreviewServer
from bantin.unforeseen import LOG_FOLDER


def test_an_unforeseen_error_goes_to_a_log_and_the_next_page_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<p>Trang", "utf-8")
    server = PreviewServer("127.0.0.1", 0, site)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with monkeypatch.context() as patch:
            patch.setattr(module, "dress", lambda *_: 1 // 0)
            with pytest.raises((RemoteDisconnected, urllib.error.URLError)):
                opener.open(server.address)
        with opener.open(server.address) as answer:
            assert b"<p>Trang" in answer.read()
    finally:
        server.shutdown()
        server.server_close()
    said = capsys.readouterr().err
    assert "khi trả lời trình duyệt (ZeroDivisionError)" in said
    assert "Traceback" not in said
    (log,) = (tmp_path / LOG_FOLDER).iterdir()
    assert "ZeroDivisionError: " in log.read_text("utf-8")
