"""The headers of every answer, and the time that browsers keep it. Knows no server.

Source: https://www.rfc-editor.org/rfc/rfc9111 for Cache-Control,
https://www.w3.org/TR/permissions-policy/ for the features that pages do not use.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from bantin.rendering.site import Site
from bantin.search.files import SEARCH_FOLDER

FOLDER = "may-chu/"
# Files among the pages for the server, not for readers.
FOR_SERVERS = ("_headers", "_redirects")

# Tracking parameters that Facebook, Zalo and newsletters add to an address; a regular expression.
GATHERED = "(?:fbclid|gclid|zarsrc|utm_[a-z]+)="

# Browsers ask each time for a newer version: of pages, scripts, the search directory.
ASK_AGAIN = "no-cache"
# Start of the address below the root → header. The names of these files come from their content, so
# the content under a name never changes.
LONG_LIVED = {
    "assets/javascripts/": "public, max-age=31536000, immutable",
    "assets/stylesheets/": "public, max-age=31536000, immutable",
    f"{SEARCH_FOLDER}/bai/": "public, max-age=31536000, immutable",
    f"{SEARCH_FOLDER}/phan/": "public, max-age=31536000, immutable",
    # Fonts have fixed names, but change only once in years. A reader on a slow line asks once a
    # week.
    "assets/bantin/fonts/": "public, max-age=604800",
}
_UNUSED = (
    *("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone"),
    *("payment", "usb"),
)


def security_headers(policy: str) -> tuple[tuple[str, str], ...]:
    """Return (name, value) of each header that makes a page safer, in the order to write them.

    Strict-Transport-Security is not included: only the owner of the certificate can promise it.

    Args:
        policy: the content policy: what browsers may run and fetch.
    """
    return (
        ("Content-Security-Policy", policy),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Permissions-Policy", ", ".join(f"{name}=()" for name in _UNUSED)),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    )


def root_of(site: Site) -> str:
    """Return the path of the site's root on its host: "/", or "/kho-tin/" for one below it."""
    return urlsplit(site.url).path
