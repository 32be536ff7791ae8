"""A page under guard: whatever goes wrong in it fails the test, even where nobody looked.

Knows the address of the served site and nothing of its contents.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request

# What a page carries within itself.
INLINE_SCHEMES = ("data:", "blob:", "about:")


class Guard:
    """Collects what went wrong in a browser context, its new tabs included."""

    def __init__(self, context: BrowserContext, url: str) -> None:
        """Watch a context that should reach `url` (closed with a slash) and nothing else."""
        self._url = url
        self._complaints: list[str] = []
        self._allowed: list[str] = []
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._note(f"lỗi trang: {error.error}"))
        context.on("request", self._see_request)
        context.on("requestfailed", self._see_failure)
        context.on("page", self._see_page)
        # Routed, not listened to: a socket that finds no host makes no event.
        context.route_web_socket(
            lambda _: True, lambda socket: self._note(f"yêu cầu ra ngoài: {socket.url}")
        )
        self.page = context.new_page()

    def allow(self, part: str) -> None:
        """Expect what would be a complaint: any that contains `part`, such as an address."""
        self._allowed.append(part)

    def check(self) -> None:
        """Raise AssertionError with every complaint that was not expected."""
        left = [
            complaint
            for complaint in self._complaints
            if not any(part in complaint for part in self._allowed)
        ]
        assert not left, "trang có lỗi:\n" + "\n".join(left)

    def _note(self, complaint: str) -> None:
        self._complaints.append(complaint)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning", "assert"):
            self._note(f"console.{message.type}: {message.text} ({message.location['url']})")

    def _see_request(self, request: Request) -> None:
        if not request.url.startswith((self._url, *INLINE_SCHEMES)):
            self._note(f"yêu cầu ra ngoài: {request.url}")

    def _see_failure(self, request: Request) -> None:
        # Aborted: the page let go of it itself, by moving on or starting a download.
        if request.failure != "net::ERR_ABORTED":
            self._note(f"yêu cầu hỏng: {request.url} ({request.failure})")

    def _see_page(self, page: Page) -> None:
        page.on("crash", lambda: self._note("trang sập"))


@contextmanager
def guarded(browser: Browser, url: str) -> Iterator[Guard]:
    """Open a page under guard in a context of its own; check it when the block ends well."""
    context = browser.new_context(locale="vi-VN", base_url=url)
    try:
        guard = Guard(context, url)
        yield guard
        # A question to each page: its answer comes after all that happened before.
        for page in context.pages:
            # A page on its way elsewhere has nobody to answer; that is no fault.
            with suppress(Error):
                page.evaluate("0")
    finally:
        context.close()
    guard.check()
