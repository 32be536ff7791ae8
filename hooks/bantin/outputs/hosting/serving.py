"""What every answer of a server carries, and how long browsers keep it. Knows no server.

Source: https://www.rfc-editor.org/rfc/rfc9111 for Cache-Control,
https://www.w3.org/TR/permissions-policy/ for what pages do without.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from bantin.rendering.site import Site
from bantin.search.files import SEARCH_FOLDER

FOLDER = "may-chu/"
# Beside the pages: for the server, not for readers.
FOR_SERVERS = ("_headers", "_redirects")

# What an address gathers on its way through Facebook, Zalo and newsletters; a regular expression.
GATHERED = "(?:fbclid|gclid|zarsrc|utm_[a-z]+)="

# A browser asks each time whether there is a newer one: of pages, scripts, the search's directory.
ASK_AGAIN = "no-cache"
# By the start of the address below the root. Files named by what they hold: what is in them never
# changes.
LONG_LIVED = {
    "assets/javascripts/": "public, max-age=31536000, immutable",
    "assets/stylesheets/": "public, max-age=31536000, immutable",
    f"{SEARCH_FOLDER}/bai/": "public, max-age=31536000, immutable",
    f"{SEARCH_FOLDER}/phan/": "public, max-age=31536000, immutable",
    # Not named so, but they change with years; a reader on a slow line asks once a week.
    "assets/bantin/fonts/": "public, max-age=604800",
}
_UNUSED = (
    *("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone"),
    *("payment", "usb"),
)


def security_headers(policy: str) -> tuple[tuple[str, str], ...]:
    """Return (name, value) of each header that makes a page safer, in the order to write them.

    Strict-Transport-Security is not among them: whoever keeps the certificate must promise that.

    Args:
        policy: what browsers may run and fetch.
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
