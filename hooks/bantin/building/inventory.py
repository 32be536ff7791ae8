"""What lies in the site: how large each file is, and which of them no output made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from bantin.building.folder_listing import without_hidden


@dataclass(slots=True)
class Inventory:
    """What a site holds; a preview keeps it from build to build instead of looking again.

    Attributes:
        sizes: path below the site's root → size in bytes; each empty folder as "path/".
        strangers: files that the store has no row of: the engine's own, or left by somebody.
    """

    sizes: dict[str, int] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)

    def empty_folders(self) -> list[str]:
        """Return each empty folder as "path/"."""
        return [path for path in self.sizes if path.endswith("/")]

    def renew(
        self, written: Mapping[str, int], gone: Iterable[str], pages: Mapping[str, int]
    ) -> None:
        """Note what a build has changed.

        Args:
            written: path → size in bytes of every file that is new or another now.
            gone: paths of the files and empty folders that are no more.
            pages: likewise, of every file there is now that is not the store's.
        """
        for path in gone:
            self.sizes.pop(path, None)
        self.sizes.update(without_hidden(written))
        self.strangers = set(without_hidden(pages))
