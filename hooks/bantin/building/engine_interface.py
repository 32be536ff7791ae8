"""Plain data between a build and the engine that drives it, in both directions.

Knows no engine.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bantin.building.publish import Published
from bantin.building.render_stale import Rendering
from bantin.outputs.sizes import USUAL, Sizes
from bantin.rendering.chrome import Chrome, ChromeKey
from bantin.rendering.site import Site


@dataclass(frozen=True, slots=True)
class BuildInput:
    """The input of a build.

    Attributes:
        site: name and address.
        docs_dir: folder of the records.
        drafts_shown: drafts are published, as in a preview.
        sizes: sizes of pages.
        today: the day in Viet Nam; None for that of the machine's clock. It decides only whether
            records are dated too late, and shows nowhere.
        verified: read the whole store and every file of the site, and make again what is not as
            it was written. Other builds read a share of the files.
    """

    site: Site
    docs_dir: Path
    drafts_shown: bool = False
    sizes: Sizes = USUAL
    today: date | None = None
    verified: bool = False


@dataclass(frozen=True, slots=True)
class EngineFiles:
    """The files that the engine may publish itself.

    It publishes all pages, and of the other files those that something published refers to.

    Attributes:
        addresses: src_uri → address relative to the root, of all these files and of the archive's
            main listings.
        owners: address → src_uri, of all these files.
        paths: path below the site's root → src_uri, of all these files.
        page_urls: addresses of the pages.
    """

    addresses: Mapping[str, str]
    owners: Mapping[str, str]
    paths: Mapping[str, str]
    page_urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Appearance:
    """The parts of every page besides the site's name and the records.

    Attributes:
        chromes: one for each place where the chrome differs.
        template_dirs: theme folders with `bantin/*.html`. The first folder with a file counts.
        policy: the content policy: what browsers may run and fetch, as a header.
    """

    chromes: Mapping[ChromeKey, Chrome]
    template_dirs: tuple[str, ...]
    policy: str


def _hear_nothing(line: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Voice:
    """The listeners to a working build. All lines are in Vietnamese.

    Attributes:
        tell: takes a line about long work in progress.
        warn: takes the only warning of a build before its end, with its line feed: the store was
            thrown away.
    """

    tell: Callable[[str], None] = _hear_nothing
    warn: Callable[[str], None] = _hear_nothing


@dataclass(frozen=True, slots=True)
class Built:
    """The result of a build.

    Attributes:
        rendering: the outputs made now.
        published: the changes in the site.
        total: number of the archive's files in the site, made now and before.
        damaged: paths of files that were not as the last build wrote them, sorted. They are right
            again, or gone where nothing belongs there any more.
    """

    rendering: Rendering
    published: Published
    total: int
    damaged: tuple[str, ...] = ()

    @property
    def made(self) -> int:
        """Number of files made now."""
        return len(self.rendering.made) + len(self.rendering.index)
