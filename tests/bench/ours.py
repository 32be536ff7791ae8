"""Our side of the comparison: this tree's publisher over the same archive, by `mkdocs build`."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.peers.peer import SITE_NAME, SITE_URL, Command

PROJECT = Path(__file__).resolve().parents[2]
# The project's own settings, so that the pages measured are those that are published.
SETTINGS = """INHERIT: {tree}/mkdocs.yml
site_name: {name}
site_url: {url}
docs_dir: {folder}/docs
site_dir: {folder}/site
hooks: [{tree}/hooks/publish.py]
theme:
  custom_dir: {tree}/hooks/bantin/theme
nav:
  - Trang chủ: index.md
  - Tin tức: tin-tuc/index.md
  - Văn bản: van-ban/index.md
  - Cơ quan: to-chuc/index.md
"""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way our site is built.

    Attributes:
        name: as in the raw results.
        title: as in the table.
        settings: lines of mkdocs.yml besides SETTINGS.
        env: variables set for the build.
    """

    name: str
    title: str
    settings: str = ""
    env: Mapping[str, str] = field(default_factory=dict)

    def prepare(self, docs: Path, folder: Path) -> None:
        """Lay out the project below `folder`, which is empty, with its own copy of the archive."""
        shutil.copytree(docs, folder / "docs")
        tree, place = PROJECT.as_posix(), folder.as_posix()
        shared = SETTINGS.format(tree=tree, folder=place, name=SITE_NAME, url=SITE_URL)
        (folder / "mkdocs.yml").write_text(shared + self.settings, "utf-8")

    def build(self, folder: Path) -> Command:
        """Return `mkdocs build`."""
        argv = (sys.executable, "-m", "mkdocs", "build", "-f", str(folder / "mkdocs.yml"))
        # In front of an installed one: this tree runs its own code.
        env = {"PYTHONPATH": str(PROJECT / "hooks"), "NO_MKDOCS_2_WARNING": "1", **self.env}
        return Command(argv, folder, env)

    def edit(self, folder: Path, path: str) -> Path:
        """Return the file of a record."""
        return folder / "docs" / path

    def forget(self, folder: Path) -> None:
        """Remove the site and what the last build remembered."""
        for left in (folder / "site", *folder.glob(".site*")):
            shutil.rmtree(left, ignore_errors=True)


def index_seconds(log: Path) -> float:
    """Return how long the search index took, by what a build of ours printed; whole seconds."""
    found = re.search(
        r"Lập chỉ mục tìm kiếm: [\d.]+, xong trong (\d+) giây", log.read_text("utf-8")
    )
    return float(found[1]) if found else 0.0


def ours_variants() -> tuple[Variant, ...]:
    """Return the ways our site is measured."""
    return (Variant("ours", "Bản Tin, search index included"),)
