"""An output: one file of the site, declared but not yet made.

Knows nothing of disks, stores or staleness.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bantin.rendering.chrome import ChromeKey
from bantin.rendering.renderer import Renderer


@dataclass(frozen=True, slots=True)
class Output:
    """One file.

    Attributes:
        path: POSIX, below the site's root.
        view: plain data (dataclasses, tuples, text, numbers): all that the file shows, and no more.
        make: module-level function from renderer and view to the file's content.
        chrome: key of the chrome around a page; None for other files.
    """

    path: str
    view: Any
    make: Callable[[Renderer, Any], bytes]
    chrome: ChromeKey | None = None

    def render(self, renderer: Renderer) -> bytes:
        """Return the file's content."""
        return self.make(renderer, self.view)
