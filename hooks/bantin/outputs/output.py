"""An output: one file of the site, declared but not yet made.

Knows nothing of disks, stores or staleness.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from bantin.rendering.chrome import ChromeKey
from bantin.rendering.renderer import Renderer

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Output:
    """One file, or a few that are always made together.

    Attributes:
        name: for a single file its POSIX path below the site's root; for several, a name that
            no path has.
        view: plain data (dataclasses, tuples, text, numbers): exactly what is shown.
        make: module-level function from renderer and view to (path, content) pairs. With `view`
            it can be pickled, so that a worker process can call it.
        chrome: the chrome around the page; None for what is no page.
    """

    name: str
    view: Any
    make: Callable[[Renderer, Any], Iterable[File]]
    chrome: ChromeKey | None = None

    def render(self, renderer: Renderer) -> list[File]:
        """Return the files, each with its path below the site's root."""
        return list(self.make(renderer, self.view))
