"""Renders what the preview adds to pages: the bar that lists what is wrong, and pages of its own.

Knows no server. The additions are made while serving, so the built pages do not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from bantin.errors import Problem
from bantin.mkdocs.faults import BuildFaults, count_in_words
from bantin.rendering.renderer import THEME_DIR
from bantin.rendering.templates import make_environment
from bantin.writing.preview import OWN_FOLDER

FILES = {"preview.css": "text/css", "preview.js": "text/javascript"}
_FOLDER = "preview"
# The rest of a longer list stands in the terminal.
_LISTED_UP_TO = 100
_BODY_END = re.compile(rb"</body\s*>", re.IGNORECASE)
# A page that leads on at once has a policy of its own, which allows nothing.
_LEADS_ON = re.compile(rb"<meta\s+http-equiv=[\"']?refresh", re.IGNORECASE)


def read_file(name: str) -> bytes:
    """Return one of FILES."""
    return (THEME_DIR / _FOLDER / name).read_bytes()


def dress(page: bytes, faults: BuildFaults, epoch: int) -> bytes:
    """Return a page with the bar, where there is something to tell, and with live reload.

    Args:
        page: HTML, in UTF-8.
        faults: what the last build found.
        epoch: number of what is shown. The page reloads when another number is shown.
    """
    if _LEADS_ON.search(page):
        return page
    more = _render("bar.html", faults, epoch).encode()
    ends = list(_BODY_END.finditer(page))
    at = ends[-1].start() if ends else len(page)
    return page[:at] + more + page[at:]


def render_page(faults: BuildFaults, epoch: int) -> bytes:
    """Return the page of a preview without a site: it lists what is wrong, or asks to wait."""
    return _render("page.html", faults, epoch).encode()


def _render(name: str, faults: BuildFaults, epoch: int) -> str:
    is_wrong = bool(faults.problems)
    listed = faults.problems or faults.warnings
    environment = make_environment([str(THEME_DIR)])
    return environment.get_template(f"{_FOLDER}/{name}").render(
        files=f"/{OWN_FOLDER}",
        epoch=epoch,
        is_wrong=is_wrong,
        title=count_in_words(listed, "lỗi" if is_wrong else "cảnh báo"),
        groups=_by_file(listed[:_LISTED_UP_TO]),
        left=max(0, len(listed) - _LISTED_UP_TO),
    )


def _by_file(problems: Iterable[Problem]) -> list[tuple[str, list[Problem]]]:
    """Return (path, its problems), in the order of the paths."""
    ordered = sorted(problems)
    return [(path, list(group)) for path, group in groupby(ordered, lambda one: one.path)]
