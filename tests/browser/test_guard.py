"""The guard itself: a tiny folder of faulty pages, each of which must fail its test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.guard import guarded
from tests.browser.serving import serve

FINE = """<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tốt</title>
<link rel="icon" href="data:,"><p>Xin chào"""


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text(FINE, encoding="utf-8")
    (tmp_path / "404.html").write_text(f"{FINE}: không có trang này", encoding="utf-8")
    with serve(tmp_path) as address:
        yield address


def test_sound_page_passes(browser: Browser, url: str) -> None:
    with guarded(browser, url) as guard:
        guard.page.goto(url)
        assert guard.page.evaluate("navigator.language") == "vi-VN"


@pytest.mark.parametrize(
    ("fault", "complaint"),
    [
        pytest.param("<script>console.error('hỏng rồi')</script>", "hỏng rồi", id="error"),
        pytest.param("<script>console.warn('coi chừng')</script>", "coi chừng", id="warning"),
        pytest.param("<script>throw new Error('chưa bắt')</script>", "chưa bắt", id="exception"),
        pytest.param("<script>Promise.reject(Error('lời hứa'))</script>", "lời hứa", id="promise"),
        pytest.param("<script src='khong-co.js'></script>", "khong-co.js", id="missing file"),
        pytest.param("<img src='http://a.vn/a.png'>", "ra ngoài: http://a.vn/a.png", id="off-site"),
        pytest.param("<script>fetch('//a.vn/').catch(() => 0)</script>", "//a.vn/", id="fetch"),
        pytest.param("<script>new WebSocket('ws://a.vn/')</script>", "ws://a.vn/", id="websocket"),
        pytest.param("<script>open('http://a.vn/')</script>", "http://a.vn/", id="new tab"),
        pytest.param("<img src='http://127.0.0.1:9/'>", "ra ngoài: http://127", id="other port"),
    ],
)
def test_faulty_page_fails(
    browser: Browser, url: str, tmp_path: Path, fault: str, complaint: str
) -> None:
    (tmp_path / "faulty.html").write_text(FINE + fault, encoding="utf-8")
    with pytest.raises(AssertionError, match=complaint), guarded(browser, url) as guard:
        guard.page.goto(f"{url}faulty.html")


def test_expected_complaint_is_let_through(browser: Browser, url: str) -> None:
    with guarded(browser, url) as guard:
        guard.allow(f"{url}khong-co/")
        guard.page.goto(f"{url}khong-co/")


def test_missing_address_gets_the_404_page(browser: Browser, url: str) -> None:
    with guarded(browser, url) as guard:
        guard.allow("404")
        response = guard.page.goto(f"{url}khong-co/")
        assert response is not None
        assert response.status == 404
        assert "không có trang này" in guard.page.inner_text("p")


def test_own_failure_of_a_test_is_not_hidden(browser: Browser, url: str) -> None:
    with pytest.raises(ZeroDivisionError), guarded(browser, url) as guard:
        guard.page.evaluate("console.error('cũng hỏng')") or 1 / 0
