"""The chrome of a page: header, navigation, footer, rendered once and spliced around bodies.

Does not know what rendered it. A golden test proves that spliced and fully rendered pages are
equal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from bantin.errors import SettingsError

HEAD_MARK = "<!--bantin:head-->"
BODY_MARK = "<!--bantin:body-->"
_LINE_BREAK = re.compile(r"\s*\n\s*")
# Spaces also count between a script's backticks.
_SPACES_COUNT = re.compile(r"<(?:pre|textarea)\b|`")


class ChromeKey(NamedTuple):
    """The values that decide the chrome of a page.

    Attributes:
        depth: folders between the page and the site's root, >= 0.
        nav: the folder of the navigation entry that is marked as current; "" for none.
    """

    depth: int
    nav: str


def squeeze(html: str) -> str:
    """Return a page without its indentation and empty lines, which readers never see.

    They are a third of the chrome that Material's templates give. Each of 50,000 pages would be
    written and fetched with them. A page with text where spaces count is left as it is.
    """
    return html if _SPACES_COUNT.search(html) else _LINE_BREAK.sub("\n", html)


@dataclass(frozen=True, slots=True)
class Chrome:
    """Chrome in three pieces."""

    before_head: str
    between: str
    after_body: str

    @classmethod
    def parse(cls, html: str) -> Chrome:
        """Cut a rendered page at its two marks.

        Raises:
            SettingsError: a mark is missing, repeated or too early. A change to the theme broke it.
        """
        is_whole = html.count(HEAD_MARK) == html.count(BODY_MARK) == 1
        if not is_whole or html.index(HEAD_MARK) > html.index(BODY_MARK):
            raise SettingsError(
                f"khuôn trang phải có đúng một “{HEAD_MARK}” và một “{BODY_MARK}”; "
                "xem lại hooks/bantin/theme/record.html"
            )
        before_head, rest = html.split(HEAD_MARK)
        between, after_body = rest.split(BODY_MARK)
        return cls(before_head, between, after_body)

    def wrap(self, head: str, body: str) -> str:
        """Return the whole page."""
        return "".join((self.before_head, head, self.between, body, self.after_body))

    def encode(self) -> EncodedChrome:
        """Return the chrome encoded, so that its text is encoded once for many pages."""
        return EncodedChrome(
            self.before_head.encode(), self.between.encode(), self.after_body.encode()
        )


@dataclass(frozen=True, slots=True)
class EncodedChrome:
    """Chrome in three pieces, UTF-8."""

    before_head: bytes
    between: bytes
    after_body: bytes

    def wrap(self, head: str, body: str) -> bytes:
        """Return the whole page, UTF-8."""
        return b"".join(
            (self.before_head, head.encode(), self.between, body.encode(), self.after_body)
        )
