"""What a build is told by the engine that drives it, and what it tells, as plain data.

Knows no engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bantin.building.build import Rendering
from bantin.building.publish import Published
from bantin.outputs.sizes import USUAL, Sizes
from bantin.rendering.chrome import Chrome, ChromeKey
from bantin.rendering.site import Site


@dataclass(frozen=True, slots=True)
class BuildInput:
    """What is built.

    Attributes:
        site: name and address.
        docs_dir: where the records lie.
        drafts_shown: as in a preview.
        sizes: how much pages hold.
    """

    site: Site
    docs_dir: Path
    drafts_shown: bool = False
    sizes: Sizes = USUAL


@dataclass(frozen=True, slots=True)
class EngineFiles:
    """The files that the engine publishes itself.

    Attributes:
        addresses: src_uri → address relative to the root, of all that are shown, and of the
            archive's main listings.
        owners: address → src_uri of all that are shown.
        paths: path below the site's root → src_uri of all that are shown.
        page_urls: addresses of the pages.
    """

    addresses: Mapping[str, str]
    owners: Mapping[str, str]
    paths: Mapping[str, str]
    page_urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """What shapes every page besides the site's name and the records.

    Attributes:
        chromes: one for each place where it differs.
        template_dirs: theme folders to look for `bantin/*.html` in; the first that has it counts.
        policy: what browsers may run and fetch, as a header says it.
    """

    chromes: Mapping[ChromeKey, Chrome]
    template_dirs: tuple[str, ...]
    policy: str


def _hear_nothing(line: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Voice:
    """Who hears of a build while it works; lines are in Vietnamese.

    Attributes:
        tell: takes a line about long work that goes on.
        warn: takes the one warning of a build, with its line feed: the store was thrown away.
    """

    tell: Callable[[str], None] = _hear_nothing
    warn: Callable[[str], None] = _hear_nothing


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to.

    Attributes:
        rendering: what was made now.
        published: what changed in the site.
        total: how many files of the site the archive has made, now and before.
    """

    rendering: Rendering
    published: Published
    total: int

    @property
    def made(self) -> int:
        """How many of them were made now."""
        return len(self.rendering.made) + len(self.rendering.index)
